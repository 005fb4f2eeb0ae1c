import { operation, resultOf, valuesIn } from "./instructions.ts";
import type { Instructions, OperationCode } from "./instructions.ts";
import type { Tape } from "./tape.ts";

/** Every value that instructions make of one set of inputs, the inputs and constants first. */
export function valuesOf(instructions: Instructions, inputs: Float64Array): Float64Array {
  const { code, constants } = instructions;
  const values = new Float64Array(valuesIn(instructions));
  values.set(inputs);
  values.set(constants, instructions.inputs);
  const first = values.length - code.length / 3;
  for (let at = 0, value = first; at < code.length; at += 3, value++) {
    const left = values[code[at + 1] as number] as number;
    const right = values[code[at + 2] as number] as number;
    const made = code[at] as OperationCode;
    // The two that nearly all instructions are, without a call.
    if (made === operation.add) values[value] = left + right;
    else if (made === operation.multiply) values[value] = left * right;
    else values[value] = resultOf(made, left, right);
  }
  return values;
}

/** The instructions that hold for some inputs: the short ones, unless an input is negative that must not be. */
export function instructionsFor({ short, plain, taken }: Tape, inputs: Float64Array): Instructions {
  for (const input of taken) if ((inputs[input] as number) < 0) return plain;
  return short;
}

/** The same about some inputs, on either side: an input that is nought is negative just below. */
export function instructionsAbout({ short, plain, taken }: Tape, inputs: Float64Array): Instructions {
  for (const input of taken) if ((inputs[input] as number) <= 0) return plain;
  return short;
}

/** The outputs for one set of inputs, in floats. What divides by zero is no number. */
export function replay(tape: Tape, inputs: Float64Array): Float64Array {
  const instructions = instructionsFor(tape, inputs);
  const values = valuesOf(instructions, inputs);
  return Float64Array.from(instructions.outputs, (output) => values[output] as number);
}

/** Why some outputs are no number: the first divisor that is zero, or the lower limit above its upper one. */
export function faultAt({ plain, faults }: Tape, inputs: Float64Array): string | undefined {
  const values = valuesOf(plain, inputs);
  return faults.find(({ at }) => Number.isNaN(values[at]))?.name;
}
