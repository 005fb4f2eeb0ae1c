import { replay } from "./replay.ts";
import type { Tape } from "./tape.ts";

/** What a figure would be, in floats, for a value of one of its inputs; no number where it has no answer. */
export type Response = (value: number) => number;

/** How a figure of a tape answers to one input, all others as they are. */
export function responseOf(tape: Tape, input: number, output = 0): Response {
  const inputs = Float64Array.from(tape.base);
  return (value) => {
    inputs[input] = value;
    return replay(tape, inputs)[output] as number;
  };
}

/** So many points from one number to another, both among them. */
export const pointsBetween = (from: number, to: number, count: number): number[] =>
  [...Array(count).keys()].map((n) => (n === count - 1 ? to : from + ((to - from) * n) / (count - 1)));

const golden = (Math.sqrt(5) - 1) / 2;
const narrowings = 60;

/** Where a response with one peak between two points has it, by golden section. */
export function peakBetween(from: number, to: number, response: Response): number {
  let [a, b] = [from, to];
  for (let step = 0; step < narrowings; step++) {
    const [left, right] = [b - golden * (b - a), a + golden * (b - a)];
    if (response(left) > response(right)) b = right;
    else a = left;
  }
  return (a + b) / 2;
}
