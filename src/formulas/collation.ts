import { sum } from "../numbers/figure.ts";
import type { About, Figure } from "../numbers/figure.ts";
import type { Unit } from "../numbers/unit.ts";
import type { Spread } from "./ranks.ts";

/** A volume, and what each of what it counts costs. */
export interface Priced {
  readonly volume: Figure;
  readonly unitCost: Figure;
}

/** The mean unit cost, each weighted by its volume: all the money over all that is delivered for it. */
export const weightedMean = (unit: Unit, priced: readonly Priced[], about: About): Figure =>
  sum(
    "GBP",
    priced.map(({ volume, unitCost }) => volume.times(unitCost).in("GBP")),
  )
    .dividedBy(
      sum(
        unit,
        priced.map(({ volume }) => volume),
      ),
    )
    .named("weightedMean", about, "the money for all volumes over all volumes, by definition");

/** The limits beyond which a figure is marked: so many times the distance between the quartiles beyond each of them. */
export interface Fences {
  readonly lower: Figure;
  readonly upper: Figure;
}

/** The fences of a spread. */
export function fencesOf({ lowerQuartile, upperQuartile }: Spread, beyond: Figure<"ratio">): Fences {
  const reach = upperQuartile.minus(lowerQuartile).times(beyond);
  return {
    lower: lowerQuartile.minus(reach).named("lowerFence", lowerQuartile.about, fenceSource),
    upper: upperQuartile.plus(reach).named("upperFence", upperQuartile.about, fenceSource),
  };
}

const fenceSource = "Tukey, Exploratory Data Analysis (1977): fences beyond the quartiles";

/** A volume of many parts, of which some are shown one by one and the others only together. */
export const collatedVolume = (shown: Figure, suppressed: Figure, about: About): Figure =>
  shown.plus(suppressed).named("volume", about, "what is shown and what is suppressed, by definition");
