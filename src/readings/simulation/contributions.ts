import type { DrawnInputs } from "./inputs-drawn.ts";
import { ranksOf } from "./ranks.ts";
import { meanOf } from "./sample.ts";
import type { Uncertain } from "./uncertain.ts";

/** How much of the spread of a figure one input is behind. */
export interface Contribution {
  readonly path: string;
  readonly name: string | undefined;
  /** How far the figure rises (above 0) or falls (below 0) with the input, by rank: from −1 to 1. */
  readonly rankCorrelation: number;
  /** The square of that, as a share of all inputs' squares together. */
  readonly share: number;
}

/**
 * How much of the spread of a figure each uncertain input is behind, the greatest first, by the squares of their rank
 * correlations.
 */
export function contributionsOf(
  draws: Float64Array,
  uncertain: readonly Uncertain[],
  inputs: DrawnInputs,
): readonly Contribution[] {
  const answered = draws.some(Number.isNaN)
    ? (values: Float64Array) => values.filter((_, place) => !Number.isNaN(draws[place]))
    : (values: Float64Array) => values;
  const figure = ranksOf(answered(draws));
  const rows = uncertain.map(({ path, input }, index) => ({
    path,
    name: input.name,
    rankCorrelation: correlationOf(answered(inputs.placesOf(index)), figure),
  }));
  const all = rows.reduce((sum, { rankCorrelation: r }) => sum + r * r, 0);
  const withShares = rows.map((row) =>
    Object.freeze({ ...row, share: all === 0 ? 0 : (row.rankCorrelation * row.rankCorrelation) / all }),
  );
  return Object.freeze(withShares.sort((a, b) => b.share - a.share));
}

/** Pearson's correlation of two lists; 0 where one of them is all the same. */
export function correlationOf(one: Float64Array, other: Float64Array): number {
  const [mean, otherMean] = [meanOf(one), meanOf(other)];
  let [product, square, otherSquare] = [0, 0, 0];
  for (let k = 0; k < one.length; k++) {
    const [a, b] = [(one[k] as number) - mean, (other[k] as number) - otherMean];
    product += a * b;
    square += a * a;
    otherSquare += b * b;
  }
  return square === 0 || otherSquare === 0 ? 0 : product / Math.sqrt(square * otherSquare);
}
