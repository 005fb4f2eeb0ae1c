/** Shares between 0 and 1, the same on every machine: a linear congruential generator, after Numerical Recipes. */
export function sharesFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Draws about a number, at most a tenth of it away. */
export function drawsAbout(base: number, draws: number, share: () => number): Float64Array {
  return Float64Array.from({ length: draws }, () => base * (0.9 + 0.2 * share()));
}
