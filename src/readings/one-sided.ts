import { operation } from "./instructions.ts";
import type { Instructions, OperationCode } from "./instructions.ts";
import { valuesOf } from "./replay.ts";

/** The derivative of an output on either side of where an input is. */
export interface Sides {
  readonly below: number;
  readonly above: number;
}

/** Whether the two sides differ. */
export const isKink = ({ below, above }: Sides): boolean =>
  Math.abs(below - above) > nearly * Math.max(Math.abs(below), Math.abs(above));

/** How near two sides of a limit must be, of the larger, to be equal: floats of equal sums may differ in the last digits. */
const nearly = 1e-12;

/**
 * The derivatives on either side of each input that bears on a limit whose sides are equal, as a sum exactly at its cap.
 * Each such input takes one pass over the instructions. One pass back does not know them: it follows one side of each.
 */
export function sidesOf(
  instructions: Instructions,
  output: number,
  inputs: Float64Array,
): ReadonlyMap<number, Sides> {
  const values = valuesOf(instructions, inputs);
  const tied = tiedIn(instructions, values);
  const sides = new Map<number, Sides>();
  if (tied.size === 0) return sides;
  for (const input of inputsBehind(instructions, values.length, tied)) {
    const slope = (direction: 1 | -1): number =>
      direction * slopeTowards(instructions, values, tied, input, direction, output) + 0;
    sides.set(input, Object.freeze({ below: slope(-1), above: slope(1) }));
  }
  return sides;
}

const isLimit = (code: number): boolean => code === operation.min || code === operation.max;

/** The limits whose two sides are equal, by the place of what they make. */
function tiedIn({ code }: Instructions, values: Float64Array): ReadonlySet<number> {
  const tied = new Set<number>();
  const first = values.length - code.length / 3;
  for (let at = 0; at < code.length; at += 3) {
    if (!isLimit(code[at] as number)) continue;
    const [a, b] = [values[code[at + 1] as number] as number, values[code[at + 2] as number] as number];
    if (Math.abs(a - b) <= nearly * Math.max(Math.abs(a), Math.abs(b))) tied.add(first + at / 3);
  }
  return tied;
}

/** The inputs that some values rest on. */
function inputsBehind(
  { code, inputs }: Instructions,
  values: number,
  some: ReadonlySet<number>,
): readonly number[] {
  const behind = new Uint8Array(values);
  for (const value of some) behind[value] = 1;
  let value = values;
  for (let at = code.length - 3; at >= 0; at -= 3) {
    if (behind[--value] === 0) continue;
    behind[code[at + 1] as number] = 1;
    behind[code[at + 2] as number] = 1;
  }
  return [...behind.subarray(0, inputs).keys()].filter((input) => behind[input] === 1);
}

/** How fast an output grows as one input begins to move up, or down. */
function slopeTowards(
  { code, outputs }: Instructions,
  values: Float64Array,
  tied: ReadonlySet<number>,
  input: number,
  direction: 1 | -1,
  output: number,
): number {
  const slopes = new Float64Array(values.length);
  slopes[input] = direction;
  let value = values.length - code.length / 3;
  for (let at = 0; at < code.length; at += 3, value++) {
    const [left, right] = [code[at + 1] as number, code[at + 2] as number];
    const [x, y] = [slopes[left] as number, slopes[right] as number];
    if (x === 0 && y === 0) continue;
    const [a, b] = [values[left] as number, values[right] as number];
    switch (code[at] as OperationCode) {
      case operation.add:
        slopes[value] = x + y;
        break;
      case operation.subtract:
        slopes[value] = x - y;
        break;
      case operation.multiply:
        slopes[value] = x * b + a * y;
        break;
      case operation.divide:
        slopes[value] = (x - (values[value] as number) * y) / b;
        break;
      case operation.min:
        if (tied.has(value)) slopes[value] = Math.min(x, y);
        else slopes[value] = b < a ? y : x;
        break;
      case operation.max:
        if (tied.has(value)) slopes[value] = Math.max(x, y);
        else slopes[value] = b > a ? y : x;
        break;
      case operation.atMost:
        slopes[value] = x;
        break;
      default:
        // A tape that rounds is run and not derived: its steps have no slope.
        break;
    }
  }
  return slopes[outputs[output] as number] as number;
}
