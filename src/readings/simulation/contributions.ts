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
  /** The part of the figure's variance that the input is behind by itself, whichever way the figure turns with it. */
  readonly share: number;
}

/** How much of the spread of a figure each uncertain input is behind by itself, the greatest first. */
export function contributionsOf(
  draws: Float64Array,
  uncertain: readonly Uncertain[],
  inputs: DrawnInputs,
): readonly Contribution[] {
  const answered = (values: Float64Array): Float64Array =>
    values.filter((_, place) => !Number.isNaN(draws[place]));
  const figure = answered(draws);
  const ranks = ranksOf(figure);
  const rows = uncertain.map(({ path, input }, index) => {
    const places = ranksOf(answered(inputs.placesOf(index)));
    return Object.freeze({
      path,
      name: input.name,
      rankCorrelation: correlationOf(places, ranks),
      share: shareBehind(places, figure),
    });
  });
  return Object.freeze(
    rows.sort((a, b) => b.share - a.share || Math.abs(b.rankCorrelation) - Math.abs(a.rankCorrelation)),
  );
}

/** So many bins at most: enough for a figure to turn in, few enough to have many draws in each. */
const mostBins = 20;

/**
 * The correlation ratio: the variance of a figure's means over bins of equally many draws, by the rank of an input, over
 * its whole variance. Of draws that have nothing to do with the input their means vary too, by chance; that much is taken
 * off, and nothing is left below nought.
 * Source: Kleijnen and Helton, Statistical analyses of scatterplots to identify important factors in large-scale
 * simulations, Reliability Engineering and System Safety 65, 1999; Saltelli and others, Global Sensitivity Analysis: The
 * Primer, 2008, of first-order indices. Kelley, An unbiased correlation ratio measure, Proceedings of the
 * National Academy of Sciences 21, 1935, of what is taken off.
 */
export function shareBehind(ranks: Float64Array, figure: Float64Array): number {
  const count = figure.length;
  const bins = Math.min(mostBins, Math.floor(Math.sqrt(count)));
  const mean = meanOf(figure);
  const [sums, sizes] = [new Float64Array(bins), new Float64Array(bins)];
  let whole = 0;
  for (let k = 0; k < count; k++) {
    const bin = Math.floor((((ranks[k] as number) + 0.5) / count) * bins);
    const off = (figure[k] as number) - mean;
    sums[bin] = (sums[bin] as number) + off;
    sizes[bin] = (sizes[bin] as number) + 1;
    whole += off * off;
  }
  const used = sizes.filter((size) => size > 0).length;
  if (!(whole > 0) || used < 2 || used >= count) return 0;
  const between = sums.reduce(
    (so, sum, bin) => so + (sizes[bin] === 0 ? 0 : (sum * sum) / (sizes[bin] as number)),
    0,
  );
  return Math.max(0, 1 - ((1 - between / whole) * (count - 1)) / (count - used));
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
