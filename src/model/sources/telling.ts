import { isLess } from "../../numbers/exact.ts";
import type { CollateOptions } from "../../vocabulary/provider-return.ts";
import type { Place } from "./place.ts";
import { isDelivered, isPriced, providersOf } from "./returned.ts";
import type { Returned } from "./returned.ts";

type Limits = CollateOptions["suppress"];

/** One area and service before anything is worked out: its rows, and whether it is hidden. */
export interface Cell extends Place {
  readonly rows: readonly Returned[];
  readonly hidden: boolean;
}

/** Whether enough providers deliver what some rows count; one is enough where nothing is to be hidden. */
const areEnough = (rows: readonly Returned[], least: number): boolean =>
  least === 1 || providersOf(rows) >= least;

const hasNoSmallVolume = (rows: readonly Returned[], { volumesBelow }: Limits): boolean =>
  rows
    .filter(isDelivered)
    .every(({ volume }) => !isLess(volume, { digits: BigInt(volumesBelow), places: 0 }));

/** Whether a cell's unit costs may be told together, by the one in the middle: enough providers state one. */
export const mayTellUnitCosts = ({ rows, hidden }: Cell, { returnsBelow }: Limits): boolean =>
  !hidden && areEnough(rows.filter(isPriced), returnsBelow);

/**
 * Whether a cell's mean unit cost may be told. It is made with volumes, so that a small one could be solved from it; and
 * so could the volume of one provider who alone states no cost, as what the mean leaves of the cell's.
 */
export function mayTellMean(cell: Cell, limits: Limits): boolean {
  const unpriced = cell.rows.filter((row) => !isPriced(row));
  const without = providersOf(unpriced);
  return (
    mayTellUnitCosts(cell, limits) &&
    hasNoSmallVolume(cell.rows, limits) &&
    (without === 0 || areEnough(unpriced, limits.returnsBelow))
  );
}

/** How many numbers a spread tells. */
const inSpread = 5;

/**
 * Whether five numbers may be told of some rows: of twice as many providers as one figure needs, and of more rows than
 * there are numbers told of them, these and others, so that they cannot be solved one by one.
 */
const mayTellFive = (rows: readonly Returned[], others: number, { returnsBelow }: Limits): boolean =>
  returnsBelow === 1 ||
  (providersOf(rows) >= 2 * returnsBelow && rows.filter(isDelivered).length > inSpread + others);

const total = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** Whether a cell's volumes may be spread out: their sum is told as well. */
export const mayTellVolumes = (cell: Cell, limits: Limits): boolean =>
  !cell.hidden && hasNoSmallVolume(cell.rows, limits) && mayTellFive(cell.rows, 1, limits);

/** Whether the volumes of cells that spread out theirs may be spread out together. */
export const mayTellVolumesOf = (cells: readonly Cell[], limits: Limits): boolean =>
  cells.length === 1 ||
  mayTellFive(
    cells.flatMap(({ rows }) => rows),
    total(cells.map(() => inSpread + 1)),
    limits,
  );

/** Whether the unit costs of cells that tell theirs may be spread out, beside what each tells of its own. */
export function mayTellCostsOf(cells: readonly Cell[], limits: Limits): boolean {
  const priced = cells.map(({ rows }) => rows.filter(isPriced));
  const told = priced.map((rows) => (mayTellFive(rows, 0, limits) ? inSpread : 1));
  return mayTellFive(priced.flat(), cells.length === 1 ? 0 : total(told), limits);
}
