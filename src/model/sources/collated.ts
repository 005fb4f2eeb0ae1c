import { absent } from "../../absent.ts";
import type { Absent, Maybe } from "../../absent.ts";
import { collatedVolumeIn, weightedMeanIn } from "../../formulas/collation.ts";
import { spreadOf } from "../../formulas/ranks.ts";
import type { Spread } from "../../formulas/ranks.ts";
import { digitsOf } from "../../numbers/decimal.ts";
import { given, isFigure, sum } from "../../numbers/figure.ts";
import type { About, Figure } from "../../numbers/figure.ts";
import type { Unit } from "../../numbers/unit.ts";
import type { CollateOptions } from "../../vocabulary/provider-return.ts";
import { placeOf } from "./place.ts";
import type { Place } from "./place.ts";
import { isDelivered, isPriced, providersOf } from "./returned.ts";
import type { Returned } from "./returned.ts";
import {
  mayTellCostsOf,
  mayTellMean,
  mayTellUnitCosts,
  mayTellVolumes,
  mayTellVolumesOf,
} from "./telling.ts";
import type { Cell } from "./telling.ts";

/** On how much a figure of unit costs rests: a total leaves out the cells that do not tell theirs. */
export interface CostCoverage {
  /** How many providers state one of the unit costs, and deliver something for it. */
  readonly returns: number;
  /** In how many areas. */
  readonly areas: number;
  /** In how many cells: areas by service, and by complexity where returns state one. */
  readonly cells: number;
  /** Of how many cells there are, those that are suppressed among them. */
  readonly ofCells: number;
}

/**
 * The unit costs of many: their mean weighted by volume, and where they lie. The coverage is that of the median and the
 * spread; the mean's may be less, since a mean tells more of the volumes in it.
 */
export interface CollatedUnitCosts extends CostCoverage {
  /** The mean, to the penny, of the cells that may tell theirs. */
  readonly weightedMean: Maybe<Unit>;
  /** On how much the mean rests: on nothing, where it is not told. */
  readonly meanFrom: CostCoverage;
  readonly median: Maybe<Unit>;
  /** All five numbers, where there are returns enough that they give none of them away. */
  readonly spread: Spread | Absent;
}

/** What many returns say of one area and service, or of many together. What is suppressed is absent. */
export interface Collated extends Place {
  /** How many providers deliver something of it. */
  readonly returns: number | Absent;
  readonly volume: Maybe<Unit>;
  /** Where the volumes of the returns lie. */
  readonly volumes: Spread | Absent;
  readonly unitCosts: CollatedUnitCosts | Absent;
}

/** A total of many: its volume is what is shown of it and what is suppressed. */
export interface CollatedTotal extends Collated {
  /** The volumes shown, together. */
  readonly shown: Figure;
  /** The volumes that are suppressed, together; absent where the total is suppressed as well. */
  readonly suppressed: Maybe<Unit>;
}

type Limits = CollateOptions["suppress"];

/** Why a volume is not there. It is the same for all, since a reader who knew which are small would know more. */
export const suppressed = absent("suppressed");

/** Why something of a shown volume is not told: the same whichever limit it is that would be passed. */
const notTold = absent("not told: it could show a single return");

/** Why there is no unit cost where some are stated. */
const nothingDelivered = absent("nobody who states a unit cost delivers anything");

/** Why there is no unit cost where none is stated, and nothing is hidden that could be one. */
const noneStated = absent("nobody states a unit cost");

/** What remains of a volume that is suppressed. */
const nothingSeen = {
  returns: suppressed,
  volume: suppressed,
  volumes: suppressed,
  unitCosts: suppressed,
} as const;

/** What the returns of some cells come to besides their volume, as far as it may be shown. */
type Described = Pick<Collated, "volumes" | "unitCosts">;

/** A number by itself, which says of how many returns it is and leads to none of them. */
const toldBy = ({ value, unit }: Figure, name: string, about: About, source: string): Figure =>
  given(digitsOf(value), unit, { name, about, source });

const returnsIn = (rows: readonly Returned[]): string => {
  const count = providersOf(rows);
  return count === 1 ? "1 return" : `${String(count)} returns`;
};

/** The same, and of how many cells, where some are left out: a mean of all complexities may be of one. */
const returnsOf = (rows: readonly Returned[], telling: readonly Cell[], cells: readonly Cell[]): string =>
  telling.length === cells.length
    ? returnsIn(rows)
    : `${returnsIn(rows)} in ${String(telling.length)} of ${String(cells.length)} cells`;

const volumesOf = (rows: readonly Returned[]): readonly Figure[] => rows.map(({ volume }) => volume);

/** What may be published of one area and service. */
export function collatedCell(cell: Cell, unit: Unit, limits: Limits): Collated {
  const { rows, hidden } = cell;
  const about = aboutOf(cell);
  if (hidden) return Object.freeze({ ...about, ...nothingSeen });
  return Object.freeze({
    ...about,
    returns: providersOf(rows),
    volume: toldBy(sum(unit, volumesOf(rows)), "volume", about, `${returnsIn(rows)} together`),
    ...described([cell], unit, limits, about),
  });
}

const aboutOf = ({ area, service, complexity }: Place): Place & About =>
  placeOf(area, service === undefined ? undefined : { service, complexity });

/** The spread of volumes and unit costs over those cells of some in which each may be told. */
function described(cells: readonly Cell[], unit: Unit, limits: Limits, about: About): Described {
  const services = new Set(cells.map(({ service }) => service));
  const complexities = new Set(cells.map(({ complexity }) => complexity));
  const over = services.size > 1 ? "services" : complexities.size > 1 ? "complexities" : undefined;
  const several =
    over === undefined ? undefined : absent(`a spread over several ${over} describes none of them`);
  const spread = cells.filter((cell) => mayTellVolumes(cell, limits));
  const rows = spread.flatMap((cell) => cell.rows.filter(isDelivered));
  const [first, ...others] = volumesOf(rows);
  const volumes =
    first !== undefined && mayTellVolumesOf(spread, limits)
      ? spreadOf([first, ...others], about, returnsOf(rows, spread, cells))
      : undefined;
  return {
    volumes: several ?? volumes ?? notTold,
    unitCosts: costsOf(cells, unit, limits, several, about),
  };
}

/** The unit costs of those cells that may tell theirs. */
function costsOf(
  cells: readonly Cell[],
  unit: Unit,
  limits: Limits,
  several: Absent | undefined,
  about: About,
): CollatedUnitCosts | Absent {
  const telling = cells.filter((cell) => mayTellUnitCosts(cell, limits));
  const priced = telling.flatMap(({ rows }) => rows.filter(isPriced).filter(isDelivered));
  const [first, ...others] = priced.map(({ unitCost }) => unitCost);
  if (first === undefined) {
    if (telling.some(({ rows }) => rows.some(isPriced))) return nothingDelivered;
    return limits.returnsBelow === 1 && telling.length === cells.length ? noneStated : notTold;
  }
  const costs = spreadOf([first, ...others], about, returnsOf(priced, telling, cells));
  const averaged = telling.filter((cell) => mayTellMean(cell, limits));
  return Object.freeze({
    ...coverageOf(telling, cells),
    weightedMean: meanOf(averaged, cells, unit, about),
    meanFrom: Object.freeze(coverageOf(averaged, cells)),
    median: several ?? costs.median,
    spread: several ?? (mayTellCostsOf(telling, limits) ? costs : notTold),
  });
}

/** What the unit costs of some cells among all are of: those that somebody delivers for. */
function coverageOf(some: readonly Cell[], all: readonly Cell[]): CostCoverage {
  const delivered = some.filter(({ rows }) => rows.filter(isPriced).some(isDelivered));
  return {
    returns: providersOf(delivered.flatMap(({ rows }) => rows.filter(isPriced))),
    areas: new Set(delivered.map(({ area }) => area)).size,
    cells: delivered.length,
    ofCells: all.length,
  };
}

/** The mean unit cost of those cells among all that may tell theirs. */
function meanOf(averaged: readonly Cell[], cells: readonly Cell[], unit: Unit, about: About): Maybe<Unit> {
  if (averaged.length === 0) return notTold;
  const priced = averaged.flatMap(({ rows }) => rows.filter(isPriced));
  if (!priced.some(isDelivered)) return nothingDelivered;
  const mean = weightedMeanIn(unit)({
    values: priced.map(({ volume, unitCost }) => volume.times(unitCost).in("GBP")),
    volumes: volumesOf(priced),
  }).rounded({ places: 2, mode: "half even" });
  return toldBy(
    mean,
    "weightedMean",
    about,
    `${returnsOf(priced, averaged, cells)}, each weighted by its volume, to the penny`,
  );
}

/** A total of some cells: what is shown of them one by one, and the hidden ones as one number, as a reader knows them. */
export function collatedTotal(
  { hidden, ...place }: Place & { readonly hidden: boolean },
  cells: readonly Cell[],
  unit: Unit,
  limits: Limits,
  volumeOf: (cell: Cell) => Maybe<Unit>,
): CollatedTotal {
  const about = aboutOf(place);
  const seen = cells.map(volumeOf).filter(isFigure);
  const unseen = cells.filter((cell) => cell.hidden);
  const shown = sum(unit, seen).named("shown", about);
  if (hidden) return Object.freeze({ ...about, ...nothingSeen, shown, suppressed });
  const together = toldBy(
    sum(unit, volumesOf(unseen.flatMap(({ rows }) => rows))),
    "suppressed",
    about,
    `${String(unseen.length)} volumes that are suppressed, together`,
  );
  return Object.freeze({
    ...about,
    returns: providersOf(cells.flatMap(({ rows }) => rows)),
    volume: collatedVolumeIn(unit)({ shown: seen, suppressed: together }, about),
    ...described(cells, unit, limits, about),
    shown,
    suppressed: together,
  });
}
