import { isModelError } from "../errors.ts";
import { zero } from "../numbers/decimal.ts";
import type { Decimal } from "../numbers/decimal.ts";
import type { Figure } from "../numbers/figure.ts";
import { nodesOf } from "../numbers/working.ts";
import { heldWithin } from "./held-within.ts";
import { inputsOf } from "./inputs.ts";
import { replay } from "./replay.ts";
import { tapeOf } from "./tape.ts";
import type { Tape } from "./tape.ts";
import { whatIf } from "./what-if.ts";

/**
 * What a figure would be, in floats, for a value of one of its inputs; no number where it has no answer, or what follows
 * from the input would not be what it is held to.
 */
export type Response = (value: number) => number;

/**
 * How the one figure of a tape answers to one input or another, all others as they are. A tape passes through rounding
 * unrounded; of a figure that is rounded on the way from an input, every answer is that of what-if.
 */
export function responsesOf(tape: Tape): (path: string) => Response {
  const figure = tape.outputs[0] as Figure;
  if (isRoundedOnTheWay(figure)) return (path) => exactly(figure, path);
  const held = heldWithin(tape.outputs);
  const heldTape = tapeOf(held.map((one) => one.figure));
  return (path) => {
    const answer = unheldResponse(tape, path);
    if (!heldTape.places.has(path)) return answer;
    const heldAt = movedIn(heldTape, path);
    const holds = (value: number): boolean =>
      heldAt(value).every((one, index) => held[index]?.held.isNearly(one, held[index].noise) === true);
    return (value) => (holds(value) ? answer(value) : NaN);
  };
}

/** The same, whatever follows from the input: also where what-if would refuse it. */
export function unheldResponse(tape: Tape, path: string): Response {
  const answer = movedIn(tape, path);
  return (value) => answer(value)[0] as number;
}

/** Whether a figure rounds what rests on an input. */
export const isRoundedOnTheWay = (figure: Figure): boolean =>
  inputsOf(nodesOf(figure).filter(({ operation }) => operation.kind === "rounded")).size > 0;

const exactly =
  (figure: Figure, path: string): Response =>
  (value) =>
    answered(() => whatIf(figure, { [path]: ofFloat(value) }))?.value.toNumber() ?? NaN;

/** A float as the decimal number that it prints as, or that it is to so many digits. */
export const ofFloat = (value: number, digits?: number): Decimal =>
  zero.plus(digits === undefined ? String(value) : value.toPrecision(digits));

/** What is computed; nothing, where a divisor is zero or a share is none. */
export function answered<T>(compute: () => T): T | undefined {
  try {
    return compute();
  } catch (error) {
    if (isModelError(error, "division-by-zero") || isModelError(error, "out-of-range")) return undefined;
    throw error;
  }
}

/** The outputs of a tape for a value of one input. */
function movedIn(tape: Tape, path: string): (value: number) => Float64Array {
  const inputs = Float64Array.from(tape.base);
  const place = tape.places.get(path) as number;
  return (value) => {
    inputs[place] = value;
    return replay(tape, inputs);
  };
}

/** So many points from one number to another, both among them. */
export const pointsBetween = (from: number, to: number, count: number): number[] =>
  [...Array(count).keys()].map((n) => (n === count - 1 ? to : from + ((to - from) * n) / (count - 1)));

const golden = (Math.sqrt(5) - 1) / 2;
const narrowings = 60;

/** Where a response with one peak between two points has it, by golden section. Where it has no answer, it is no peak. */
export function peakBetween(from: number, to: number, response: Response): number {
  const height = (at: number): number => {
    const answer = response(at);
    return Number.isNaN(answer) ? -Infinity : answer;
  };
  let [a, b] = [from, to];
  for (let step = 0; step < narrowings; step++) {
    const [left, right] = [b - golden * (b - a), a + golden * (b - a)];
    if (height(left) > height(right)) b = right;
    else a = left;
  }
  return (a + b) / 2;
}
