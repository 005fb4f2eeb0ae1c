import { exp, log, logGamma } from "./elementary.ts";

/** Below this mean, numbers are multiplied until their product is small enough. */
const few = 10;

/**
 * A count whose mean is given, as chance makes it when each event happens by itself (a Poisson distribution).
 * `share` draws between 0 and 1, as often as it takes.
 * Source: Hörmann, The transformed rejection method for generating Poisson random variables, Insurance: Mathematics and
 * Economics 12(1), 1993, algorithm PTRS.
 */
export function countByChance(mean: number, share: () => number): number {
  return mean < few ? smallCount(mean, share) : largeCount(mean, share);
}

function smallCount(mean: number, share: () => number): number {
  const enough = exp(-mean);
  let count = 0;
  for (let product = share(); product > enough; product *= share()) count += 1;
  return count;
}

function largeCount(mean: number, share: () => number): number {
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const height = 1.1239 + 1.1328 / (b - 3.4);
  const inner = 0.9277 - 3.6224 / (b - 2);
  const logMean = log(mean);
  for (;;) {
    const off = share() - 0.5;
    const v = share();
    const fromEdge = 0.5 - Math.abs(off);
    const count = Math.floor(((2 * a) / fromEdge + b) * off + mean + 0.43);
    if (fromEdge >= 0.07 && v <= inner) return count;
    if (count < 0 || (fromEdge < 0.013 && v > fromEdge)) continue;
    const density = -mean + count * logMean - logGamma(count + 1);
    if (log((v * height) / (a / (fromEdge * fromEdge) + b)) <= density) return count;
  }
}
