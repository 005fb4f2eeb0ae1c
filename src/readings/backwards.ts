import { operation } from "./instructions.ts";
import type { Instructions, OperationCode } from "./instructions.ts";
import { instructionsFor, valuesOf } from "./replay.ts";
import type { Tape } from "./tape.ts";

/**
 * The derivatives of one output with respect to every input, by one pass back over the instructions. At a kink, where
 * both sides of a minimum are equal, it follows the left one, as the figure's value does.
 */
export function gradientOf(tape: Tape, output: number, inputs: Float64Array): Float64Array {
  const instructions = instructionsFor(tape, inputs);
  return backwards(instructions, output, valuesOf(instructions, inputs));
}

function backwards(instructions: Instructions, output: number, values: Float64Array): Float64Array {
  const { code, inputs } = instructions;
  const slopes = new Float64Array(values.length);
  slopes[instructions.outputs[output] as number] = 1;
  let value = values.length;
  for (let at = code.length - 3; at >= 0; at -= 3) {
    const slope = slopes[--value] as number;
    if (slope === 0) continue;
    const left = code[at + 1] as number;
    const right = code[at + 2] as number;
    const a = values[left] as number;
    const b = values[right] as number;
    switch (code[at] as OperationCode) {
      case operation.add:
        slopes[left] = (slopes[left] as number) + slope;
        slopes[right] = (slopes[right] as number) + slope;
        break;
      case operation.subtract:
        slopes[left] = (slopes[left] as number) + slope;
        slopes[right] = (slopes[right] as number) - slope;
        break;
      case operation.multiply:
        slopes[left] = (slopes[left] as number) + slope * b;
        slopes[right] = (slopes[right] as number) + slope * a;
        break;
      case operation.divide:
        slopes[left] = (slopes[left] as number) + slope / b;
        slopes[right] = (slopes[right] as number) - (slope * (values[value] as number)) / b;
        break;
      case operation.min:
        if (b < a) slopes[right] = (slopes[right] as number) + slope;
        else slopes[left] = (slopes[left] as number) + slope;
        break;
      case operation.max:
        if (b > a) slopes[right] = (slopes[right] as number) + slope;
        else slopes[left] = (slopes[left] as number) + slope;
        break;
      case operation.atMost:
        slopes[left] = (slopes[left] as number) + slope;
        break;
      default:
        // A tape that rounds is run and not derived: its steps have no slope.
        break;
    }
  }
  return slopes.slice(0, inputs);
}
