import type { DrawnInputs } from "./inputs-drawn.ts";
import { kernelDraws } from "./kernel-draws.ts";
import type { Streamed } from "./kernel-draws.ts";
import type { Words } from "./streams.ts";
import type { Uncertain } from "./uncertain.ts";

/** Writes the next draws of one input to the front of a list. */
export type Draw = (into: Float64Array, count: number) => void;

/**
 * What draws each uncertain input, so many at a time at most: the kernel, where there is one, those that draw from a
 * stream of their own and along a curve; loops all others.
 */
export function drawsOf(
  uncertain: readonly Uncertain[],
  { words }: DrawnInputs,
  size: number,
): readonly Draw[] {
  const streamed = uncertain.map(({ drawn: { placed } }, index): Streamed | undefined => {
    const state = words[index]?.getState?.();
    return placed === undefined || state === undefined ? undefined : { placed, state };
  });
  const fast = streamed.filter((one) => one !== undefined);
  const kernel = fast.length === 0 ? undefined : kernelDraws(fast, size);
  return uncertain.map(({ drawn }, index): Draw => {
    const one = streamed[index];
    if (kernel === undefined || one === undefined)
      return (into, count) => drawn.draw(words[index] as Words, into, count);
    const place = fast.indexOf(one);
    return (into, count) => into.set(kernel(place, count));
  });
}
