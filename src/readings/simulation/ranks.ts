/** The places of a list's numbers from the smallest to the largest; of equal ones, the first first. */
export function orderOf(values: Float64Array): Uint32Array {
  const order = Uint32Array.from(values, (_, index) => index);
  return order.sort((a, b) => (values[a] as number) - (values[b] as number) || a - b);
}

/** The ranks of numbers among themselves, from 0 up; equal ones share the mean of their ranks. */
export function ranksOf(values: Float64Array): Float64Array {
  const sorted = Float64Array.from(values).sort();
  return values.map((value) => (firstNotBelow(sorted, value) + firstAbove(sorted, value) - 1) / 2);
}

/** How many numbers of a sorted list lie below a value. */
export const firstNotBelow = (sorted: Float64Array, value: number): number =>
  firstWhere(sorted, (one) => one >= value);

/** How many numbers of a sorted list lie at or below a value. */
export const firstAbove = (sorted: Float64Array, value: number): number =>
  firstWhere(sorted, (one) => one > value);

function firstWhere(sorted: Float64Array, test: (value: number) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (test(sorted[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
}
