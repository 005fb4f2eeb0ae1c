import { firstAbove, firstNotBelow } from "./ranks.ts";

/** The mean of some draws, added up with what rounding lost (Neumaier), so that it hangs on their order no more than it must. */
export function meanOf(draws: Float64Array): number {
  return sumOf(draws, (draw) => draw) / draws.length;
}

/** The sum of what is made of each draw. */
function sumOf(draws: Float64Array, make: (draw: number) => number): number {
  let [sum, lost] = [0, 0];
  for (const draw of draws) {
    const term = make(draw);
    const next = sum + term;
    lost += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
    sum = next;
  }
  return sum + lost;
}

/** The mean square of how far draws lie from their mean. */
const variationOf = (draws: Float64Array, mean: number): number =>
  sumOf(draws, (draw) => (draw - mean) * (draw - mean)) / draws.length;

/** The mean fourth power of how far draws lie from their mean. */
const fourthMomentOf = (draws: Float64Array, mean: number): number =>
  sumOf(draws, (draw) => (draw - mean) * (draw - mean) * (draw - mean) * (draw - mean)) / draws.length;

/** The standard deviation of which some draws are a sample: with one less than their number below the line. */
export const deviationOf = (draws: Float64Array, mean: number): number =>
  Math.sqrt((variationOf(draws, mean) * draws.length) / (draws.length - 1));

/** How uncertain a deviation is. Source: Kendall and Stuart, The Advanced Theory of Statistics, volume 1, 10.8. */
export function errorOfDeviation(draws: Float64Array, mean: number): number {
  const variance = variationOf(draws, mean);
  if (variance === 0) return 0;
  const spread = fourthMomentOf(draws, mean) - variance * variance;
  return Math.sqrt(Math.max(spread, 0) / draws.length) / (2 * Math.sqrt(variance));
}

/**
 * The value below which so many in a hundred of some sorted draws lie: between two draws, in proportion.
 * Source: Hyndman and Fan, Sample Quantiles in Statistical Packages, The American Statistician 50(4), 1996, type 7;
 * spreadsheets call it PERCENTILE.INC.
 */
export function percentileOf(sorted: Float64Array, percent: number): number {
  const place = ((sorted.length - 1) * percent) / 100;
  const below = Math.floor(place);
  const [low, high] = [sorted[below] as number, sorted[Math.min(below + 1, sorted.length - 1)] as number];
  return low + (place - below) * (high - low);
}

/**
 * How uncertain a percentile is: half of the distance between the draws one standard error of their place to either side.
 * Source: order statistics; Conover, Practical Nonparametric Statistics, 3rd edition, section 3.2.
 */
export function errorOfPercentile(sorted: Float64Array, percent: number): number {
  const share = percent / 100;
  const off = 100 * Math.sqrt((share * (1 - share)) / sorted.length);
  const at = (where: number): number => percentileOf(sorted, Math.min(Math.max(where, 0), 100));
  return (at(percent + off) - at(percent - off)) / 2;
}

export const shareBelow = (sorted: Float64Array, value: number): number =>
  firstNotBelow(sorted, value) / sorted.length;

export const shareAbove = (sorted: Float64Array, value: number): number =>
  (sorted.length - firstAbove(sorted, value)) / sorted.length;

/** How uncertain a share of so many draws is. */
export const errorOfShare = (share: number, draws: number): number =>
  Math.sqrt((share * (1 - share)) / draws);

/** How many draws lie from one value to below the next; the last bin holds its end too. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** Sorted draws counted in bins of equal width from the least to the most; one bin, where they are all the same. */
export function histogramOf(sorted: Float64Array, bins: number): readonly Bin[] {
  const [least, most] = [sorted[0] as number, sorted.at(-1) as number];
  if (least === most) return [{ from: least, to: most, count: sorted.length }];
  const edge = (index: number): number => (index === bins ? most : least + ((most - least) * index) / bins);
  const below = (index: number): number =>
    index === bins ? sorted.length : firstNotBelow(sorted, edge(index));
  return Array.from({ length: bins }, (_, index) => ({
    from: edge(index),
    to: edge(index + 1),
    count: below(index + 1) - below(index),
  }));
}
