import { resultOf, valuesIn } from "./instructions.ts";
import type { Instructions, OperationCode } from "./instructions.ts";
import type { Tape } from "./tape.ts";

/** Every value that instructions make of one set of inputs, the inputs and constants first. */
export function valuesOf(instructions: Instructions, inputs: Float64Array): Float64Array {
  const { code, constants } = instructions;
  const values = new Float64Array(valuesIn(instructions));
  values.set(inputs);
  values.set(constants, instructions.inputs);
  let next = instructions.inputs + constants.length;
  for (let at = 0; at < code.length; at += 3) {
    values[next++] = resultOf(
      code[at] as OperationCode,
      values[code[at + 1] as number] as number,
      values[code[at + 2] as number] as number,
    );
  }
  return values;
}

/** The instructions that hold for some inputs: the short ones, unless an input is negative that must not be. */
export const instructionsFor = ({ short, plain, taken }: Tape, inputs: Float64Array): Instructions =>
  taken.some((input) => (inputs[input] as number) < 0) ? plain : short;

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
