import type { DrawnInputs } from "./inputs-drawn.ts";
import { kernelDraws } from "./kernel-draws.ts";
import type { Streamed } from "./kernel-draws.ts";
import type { Words } from "./streams.ts";
import type { Uncertain } from "./uncertain.ts";

/** Writes the next draws of each input to the front of its column, so many. */
export type Draw = (columns: readonly Float64Array[], count: number) => void;

/**
 * What draws the uncertain inputs, so many at a time at most: the kernel, where there is one, those that draw from a
 * stream of their own and along a curve; loops all others.
 */
export function drawsOf(uncertain: readonly Uncertain[], { words }: DrawnInputs, size: number): Draw {
  const streamed = uncertain.flatMap(({ drawn: { placed } }, input): (Streamed & { input: number })[] => {
    const state = words[input]?.getState?.();
    return placed === undefined || state === undefined ? [] : [{ placed, state, input }];
  });
  const kernel = streamed.length === 0 ? undefined : kernelDraws(streamed, size);
  const fast = kernel === undefined ? [] : streamed.map(({ input }) => input);
  const slow = uncertain.map((_, input) => input).filter((input) => !fast.includes(input));
  return (columns, count) => {
    kernel?.draw(count);
    for (const [index, input] of fast.entries())
      columns[input]?.set((kernel?.columns[index] as Float64Array).subarray(0, count));
    for (const input of slow)
      uncertain[input]?.drawn.draw(words[input] as Words, columns[input] as Float64Array, count);
  };
}
