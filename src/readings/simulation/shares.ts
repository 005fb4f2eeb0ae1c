import { streamOf } from "./streams.ts";

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

/** Writes the next draws of a stream, each a share between 0 and 1, to the front of a list. */
export type Shares = (into: Float64Array, count: number) => void;

/** The shares of one input, from its first draw on. */
export function sharesOf(name: string, { draws, seed, sampling }: Sample): Shares {
  const stream = streamOf(seed, name);
  if (sampling === "plain") {
    return (into, count) => {
      for (let k = 0; k < count; k++) into[k] = stream();
    };
  }
  const steps = shuffled(draws, stream);
  let next = 0;
  return (into, count) => {
    for (let k = 0; k < count; k++)
      into[k] = Math.min(((steps[next++] as number) + stream()) / draws, below1);
  };
}

/** The last step's end, which a share must not reach. */
const below1 = 1 - 1.1102230246251565e-16;

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
  const all = new Float64Array(sample.draws);
  sharesOf(name, sample)(all, sample.draws);
  return all;
}
