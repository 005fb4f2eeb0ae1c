import { decimalFrom } from "../../numbers/decimal.ts";
import type { Decimal } from "../../numbers/decimal.ts";
import type { DistributionKind } from "../../vocabulary/distribution-kinds.ts";
import { isPlainNumber, writtenAs } from "./written.ts";

/** How the numbers of a distribution move. */
export interface DistributionMotion {
  /** A value of the assumption: an end, a mode, a mean. */
  readonly number: (value: Decimal) => Decimal;
  /** How far values lie apart, which nothing is added to. */
  readonly spread: (value: Decimal) => Decimal;
  /** Where it is cut off, within what the assumption can be: a share's at 1, however far it is scaled. */
  readonly kept: (limit: Decimal) => Decimal;
}

type Data = Readonly<Record<string, unknown>>;

export const isData = (value: unknown): value is Data => typeof value === "object" && value !== null;

/** Moves what stands under one name of a distribution. */
type Mover = (value: unknown, motion: DistributionMotion) => unknown;

const byNumber: Mover = (value, { number }) => writtenBy(value, number);
const bySpread: Mover = (value, { spread }) => writtenBy(value, spread);

const byLimit: Mover = (value, { number, kept }) => writtenBy(value, (one) => kept(number(one)));

/** Percentiles keep their percents. */
const byPercent: Mover = (value, motion) =>
  isData(value)
    ? Object.fromEntries(Object.entries(value).map(([percent, one]) => [percent, byNumber(one, motion)]))
    : value;

/** Values keep their weights. */
const byWeight: Mover = (value, motion) =>
  Array.isArray(value)
    ? value.map((one: unknown) => (isData(one) ? { ...one, value: byNumber(one["value"], motion) } : one))
    : value;

const limits = { from: byLimit, to: byLimit };
const ends = { low: byNumber, high: byNumber };
const peaked = { ...ends, mode: byNumber };
const bell = { mean: byNumber, deviation: bySpread, percentiles: byPercent, ...limits };

/** Of each kind, the numbers that are values of the assumption, or distances between such. */
const movers: Readonly<Record<DistributionKind, Readonly<Record<string, Mover>>>> = {
  uniform: ends,
  triangular: peaked,
  pert: peaked,
  normal: bell,
  lognormal: bell,
  beta: { mean: byNumber, deviation: bySpread },
  discrete: { values: byWeight },
  stated: limits,
};

const writtenBy = (value: unknown, motion: (value: Decimal) => Decimal): unknown =>
  isPlainNumber(value) ? writtenAs(value, motion(decimalFrom(value))) : value;

/** Whether a distribution says its shape and not its values, as a beta by alpha and beta: it cannot move with a value. */
export const isByShape = (distribution: unknown): boolean =>
  isData(distribution) && ["alpha", "beta"].some((name) => distribution[name] !== undefined);

/** A distribution, its values moved. */
export function movedDistribution(distribution: Data, motion: DistributionMotion): Data {
  const known = movers[distribution["kind"] as DistributionKind];
  return Object.fromEntries(
    Object.entries(distribution).map(([name, value]) => [name, known[name]?.(value, motion) ?? value]),
  );
}
