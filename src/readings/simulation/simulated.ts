import { outOfRange } from "../../errors.ts";
import { decimalFrom, describe, digitsOf } from "../../numbers/decimal.ts";
import type { About, Figure } from "../../numbers/figure.ts";
import { readable } from "../../numbers/print.ts";
import { noiseOf } from "../noise.ts";
import type { Contribution } from "./contributions.ts";
import type { Failed } from "./failures.ts";
import * as sample from "./sample.ts";
import type { Bin } from "./sample.ts";

/** How uncertain each estimate is that rests on a sample: its standard error, in the estimate's unit. */
export interface StandardErrors {
  readonly mean: number;
  readonly deviation: number;
  percentile(percent: number): number;
  shareBelow(value: number): number;
  shareAbove(value: number): number;
}

/** A line of the table of a simulated figure: what is estimated, and how uncertain that is. */
export interface SimulatedRow {
  readonly estimate: string;
  readonly value: string;
  readonly standardError: string;
}

/** The plain data of a simulated figure. */
export interface SimulatedJson {
  readonly name?: string;
  readonly unit: string;
  readonly about?: About;
  readonly draws: number;
  readonly failed: Failed;
  readonly mean: number;
  readonly deviation: number;
  readonly percentiles: Readonly<Record<string, number>>;
}

/**
 * What a figure comes to when its inputs are uncertain. Estimates are floats in the figure's unit, over the draws that
 * have an answer; where none has, they are not a number.
 */
export interface Simulated {
  /** The figure as it is without uncertainty. */
  readonly figure: Figure;
  readonly mean: number;
  readonly deviation: number;
  readonly failed: Failed;
  readonly standardErrors: StandardErrors;
  /**
   * The value below which so many in a hundred lie: between two draws, in proportion (Hyndman and Fan's type 7). The
   * 90th is 90: a share, 0.9, is refused, and ends beyond the first percentile are read off the `draws`.
   *
   * @throws ModelError `out-of-range` for what is neither 0 nor from 1 to 100.
   */
  percentile(percent: number): number;
  /** The share of draws below a value, by more than floats leave of what is equal. */
  shareBelow(value: number): number;
  /** The share of draws above a value, by more than floats leave of what is equal. */
  shareAbove(value: number): number;
  /** Draws counted in bins of equal width. */
  histogram(options: { readonly bins: number }): readonly Bin[];
  /**
   * How much of the spread each uncertain input is behind by itself, the greatest first: the variance of the figure's
   * means over up to 20 bins of the input, as a part of its whole variance (the correlation ratio, or first-order index).
   * What inputs do only together is in no share, so that independent ones may sum to less than 1; of inputs that are
   * correlated, each shows what the others do through it, so that they may sum to more. An input that does not matter
   * shows about 6 over the draws by chance, or nothing; below some hundred draws a share says little.
   */
  contributions(): readonly Contribution[];
  /** A copy of the draws, in the order in which they were drawn; not a number where a draw has no answer. */
  draws(): Float64Array;
  /** Rows that print well. */
  table(): readonly SimulatedRow[];
  toString(): string;
  toJSON(): SimulatedJson;
}

const inspect = Symbol.for("nodejs.util.inspect.custom");

/** A number to six digits that say something, in groups of three. */
const printed = (value: number): string =>
  Number.isFinite(value) ? readable(decimalFrom(Number(value.toPrecision(6)))) : "—";

const percentsShown = [5, 10, 25, 50, 75, 90, 95] as const;

function checkedPercent(percent: number): number {
  if (typeof percent === "number" && percent > 0 && percent < 1) {
    const meant = digitsOf(decimalFrom(percent).times(100));
    const mend = `If the ${meant}th is meant, give ${meant}.`;
    throw outOfRange("A percentile", "0, or a number from 1 to 100", describe(percent), mend);
  }
  if (typeof percent === "number" && percent >= 0 && percent <= 100) return percent;
  throw outOfRange("A percentile", "a number from 0 to 100", describe(percent));
}

function checkedValue(value: number): number {
  if (typeof value === "number" && !Number.isNaN(value)) return value;
  throw outOfRange("A threshold", "a number in the figure's unit", describe(value));
}

const mostBins = 10_000;

function checkedBins(bins: unknown): number {
  if (typeof bins === "number" && Number.isInteger(bins) && bins >= 1 && bins <= mostBins) return bins;
  throw outOfRange("The number of bins", `a whole number from 1 to ${String(mostBins)}`, describe(bins));
}

/** What is made once, when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** A figure with its draws. */
export function simulatedOf(
  figure: Figure,
  draws: Float64Array,
  failed: Failed,
  contributions: () => readonly Contribution[],
): Simulated {
  const answered = failed.count === 0 ? draws : draws.filter((draw) => !Number.isNaN(draw));
  const sorted = once(() => Float64Array.from(answered).sort());
  const mean = once(() => sample.meanOf(answered));
  const deviation = once(() => sample.deviationOf(answered, mean()));
  const size = answered.length;
  const atPercent = (percent: number, estimate: typeof sample.percentileOf): number => {
    const checked = checkedPercent(percent);
    return size === 0 ? NaN : estimate(sorted(), checked);
  };

  const percentile = (percent: number): number => atPercent(percent, sample.percentileOf);
  const noise = once(() => noiseOf(figure));
  const shareBelow = (value: number): number => sample.shareBelow(sorted(), checkedValue(value) - noise());
  const shareAbove = (value: number): number => sample.shareAbove(sorted(), checkedValue(value) + noise());
  const standardErrors: StandardErrors = Object.freeze({
    get mean() {
      return deviation() / Math.sqrt(size);
    },
    get deviation() {
      return sample.errorOfDeviation(answered, mean());
    },
    percentile: (percent: number) => atPercent(percent, sample.errorOfPercentile),
    shareBelow: (value: number) => sample.errorOfShare(shareBelow(value), size),
    shareAbove: (value: number) => sample.errorOfShare(shareAbove(value), size),
  });
  const row = (estimate: string, value: number, error: number): SimulatedRow =>
    Object.freeze({ estimate, value: printed(value), standardError: printed(error) });
  const told = (): string => {
    const [low, high] = [printed(percentile(10)), printed(percentile(90))];
    const without = failed.count === 0 ? "" : `, ${printed(failed.count)} without an answer`;
    const unit = figure.unit === "ratio" ? "" : ` ${figure.unit}`;
    return `${figure.name ?? "figure"}: ${printed(mean())}${unit} on average, ${low} to ${high} eight times in ten (${printed(draws.length)} draws${without})`;
  };

  const simulated: Simulated & { [inspect](): string } = {
    figure,
    get mean() {
      return mean();
    },
    get deviation() {
      return deviation();
    },
    failed,
    standardErrors,
    percentile,
    shareBelow,
    shareAbove,
    histogram: (options?: { readonly bins?: unknown }) => {
      const count = checkedBins(options?.bins);
      return Object.freeze(size === 0 ? [] : sample.histogramOf(sorted(), count));
    },
    contributions: once(contributions),
    draws: () => Float64Array.from(draws),
    table: () =>
      Object.freeze([
        row("mean", mean(), standardErrors.mean),
        row("deviation", deviation(), standardErrors.deviation),
        ...percentsShown.map((percent) =>
          row(`percentile ${String(percent)}`, percentile(percent), standardErrors.percentile(percent)),
        ),
      ]),
    toString: told,
    toJSON: () => ({
      ...(figure.name === undefined ? {} : { name: figure.name }),
      unit: figure.unit,
      about: figure.about,
      draws: draws.length,
      failed,
      mean: mean(),
      deviation: deviation(),
      percentiles: Object.fromEntries(percentsShown.map((percent) => [percent, percentile(percent)])),
    }),
    [inspect]: told,
  };
  return Object.freeze(simulated);
}
