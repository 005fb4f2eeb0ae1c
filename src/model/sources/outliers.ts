import { lowerFenceIn, upperFenceIn } from "../../formulas/collation.ts";
import { spreadOf } from "../../formulas/ranks.ts";
import { isLess } from "../../numbers/exact.ts";
import type { Figure } from "../../numbers/figure.ts";
import type { CollateOptions } from "../../vocabulary/provider-return.ts";
import { groupedBy } from "../group.ts";
import { placeKey, placeOf } from "./place.ts";
import type { Place } from "./place.ts";
import { isDelivered } from "./returned.ts";
import type { Returned } from "./returned.ts";

/** A unit cost or a volume far from the others like it: marked, so that somebody asks, and counted like any other. */
export interface Outlier {
  readonly provider: string;
  readonly area: string;
  readonly service: string;
  /** The complexity, where returns state one. */
  readonly complexity?: string;
  readonly measure: OutlierMeasure;
  readonly figure: Figure;
  readonly side: "below" | "above";
  /** The limit that it lies beyond. */
  readonly fence: Figure;
  readonly among: OutlierGroup;
}

/** What of a return's row may be far from the others. */
export type OutlierMeasure = "volume" | "unitCost";

/** What an outlier was judged among: the figures of its own area, or of all, if the area is left out; and how many. */
export interface OutlierGroup extends Place {
  readonly figures: number;
}

/** One figure of a return, and what it is of. */
interface Judged {
  readonly row: Returned;
  readonly figure: Figure;
}

type Limits = Pick<CollateOptions, "outliersBeyond" | "unmarkedShare">;

/** Fewer than these have no quartiles to speak of: they are judged among those of all areas. */
const leastOfAnArea = 4;

/** The volumes and unit costs that lie far from those of their area and service, of those who deliver something. */
export const outliersIn = (rows: readonly Returned[], limits: Limits): readonly Outlier[] =>
  (["unitCost", "volume"] as const).flatMap((measure) => {
    const judged = rows.filter(isDelivered).flatMap((row): Judged[] => {
      const figure = row[measure];
      return figure === undefined ? [] : [{ row, figure }];
    });
    const alike = groupedBy(judged, ({ row: { service, complexity } }) => placeKey({ service, complexity }));
    return [...alike.values()].flatMap((everywhere) =>
      [...groupedBy(everywhere, ({ row }) => row.area).values()].flatMap((here) =>
        here.length < leastOfAnArea
          ? beyondFences(measure, here, everywhere, placeOf(undefined, here[0].row), limits)
          : beyondFences(measure, here, here, placeOf(here[0].row.area, here[0].row), limits),
      ),
    );
  });

/** Those of some figures that lie beyond the fences of others like them. */
function beyondFences(
  measure: OutlierMeasure,
  judged: readonly Judged[],
  others: readonly [Judged, ...Judged[]],
  place: Place,
  limits: Limits,
): readonly Outlier[] {
  const among: OutlierGroup = Object.freeze({ ...place, figures: others.length });
  const { lower, upper } = fencesOf(others, limits);
  const sideOf = (figure: Figure): Outlier["side"] | undefined =>
    isLess(figure, lower) ? "below" : isLess(upper, figure) ? "above" : undefined;
  return judged.flatMap(({ row, figure }): Outlier[] => {
    const side = sideOf(figure);
    if (side === undefined) return [];
    const { provider, area, service, complexity } = row;
    const fence = side === "below" ? lower : upper;
    return [
      Object.freeze({
        provider,
        ...{ area, service, ...(complexity === undefined ? {} : { complexity }) },
        ...{ measure, figure, side, fence, among },
      }),
    ];
  });
}

/** The fences of some figures, of which there is one at least. */
function fencesOf(
  [first, ...rest]: readonly [Judged, ...Judged[]],
  { outliersBeyond, unmarkedShare }: Limits,
): { readonly lower: Figure; readonly upper: Figure } {
  const { unit } = first.figure;
  const others = rest.map(({ figure }) => figure);
  const of = `${String(others.length + 1)} figures`;
  const { lowerQuartile, median, upperQuartile } = spreadOf([first.figure, ...others], {}, of);
  const given = { lowerQuartile, median, upperQuartile, outliersBeyond, unmarkedShare };
  return { lower: lowerFenceIn(unit)(given), upper: upperFenceIn(unit)(given) };
}
