import { shareOf, streamOf, wordsOf } from "./streams.ts";
import type { Words } from "./streams.ts";

/**
 * How shares are drawn: `plain`, each by itself; or `latin hypercube`, one in each of as many equal steps as there are
 * draws, in random order, so that every input is spread evenly however few the draws.
 */
export const samplings = ["plain", "latin hypercube"] as const;
export type Sampling = (typeof samplings)[number];

/** How many draws are taken, from which seed, in which way. */
export interface Sample {
  readonly draws: number;
  readonly seed: number;
  readonly sampling: Sampling;
}

/** The words of one input, from its first draw on. */
export function wordsFor(name: string, { draws, seed, sampling }: Sample): Words {
  if (sampling === "plain") return wordsOf(seed, name);
  const stream = streamOf(seed, name);
  const steps = shuffled(draws, stream);
  // The first word whose share lies in a step.
  const firstOf = (step: number): number => Math.ceil(step * (allWords / draws) - 0.5);
  let next = 0;
  return {
    next: () => {
      const step = steps[next++] as number;
      const first = firstOf(step);
      return first + Math.floor(stream() * (firstOf(step + 1) - first));
    },
  };
}

const allWords = 4294967296;

/** The numbers from 0 up in random order. */
function shuffled(count: number, stream: () => number): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(stream() * (last + 1));
    const held = order[last] as number;
    order[last] = order[other] as number;
    order[other] = held;
  }
  return order;
}

/** All shares of one input at once. */
export function allSharesOf(name: string, sample: Sample): Float64Array {
  return sharesFrom(wordsFor(name, sample), sample.draws);
}

/** The shares of so many words. */
export function sharesFrom(words: Words, draws: number): Float64Array {
  const shares = new Float64Array(draws);
  for (let k = 0; k < draws; k++) shares[k] = shareOf(words.next());
  return shares;
}
