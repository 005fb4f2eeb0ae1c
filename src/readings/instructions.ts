import type { RoundingMode } from "../numbers/decimal.ts";
import { roundedFloat } from "./rounding.ts";

/** What an instruction makes of two values. */
export const operation = {
  add: 0,
  subtract: 1,
  multiply: 2,
  /** Not a number where the right is zero: infinity would be hidden by a minimum. */
  divide: 3,
  min: 4,
  max: 5,
  /** The left, or not a number where it is more than the right: a lower limit that must not pass the upper one. */
  atMost: 6,
  /** The left, rounded to whole parts, of which the right says how many are one. */
  up: 7,
  down: 8,
  "half up": 9,
  "half even": 10,
} as const;

export type OperationCode = (typeof operation)[keyof typeof operation];

/** The ways of rounding, by their operation. */
const roundings: Readonly<Partial<Record<OperationCode, RoundingMode>>> = {
  [operation.up]: "up",
  [operation.down]: "down",
  [operation["half up"]]: "half up",
  [operation["half even"]]: "half even",
};

/** How many parts of the last place to which something is rounded are one. */
export const partsOf = ({ places }: { readonly places: number }): number => 10 ** places;

/** The operations that round, which the kernel does not know. */
export const isRounding = (code: number): boolean => code >= operation.up;

/**
 * Arithmetic over 64-bit floats, written down once and run many times. Values are numbered: first the inputs, then the
 * constants, then what each instruction makes, in order.
 */
export interface Instructions {
  readonly inputs: number;
  readonly constants: Float64Array;
  /** Three numbers to an instruction: its operation, and the values on its left and right. */
  readonly code: Int32Array;
  /** The values that were asked for. */
  readonly outputs: Int32Array;
}

/** What one instruction makes. Every way of running instructions gives these results, by `Object.is`. */
export function resultOf(code: OperationCode, left: number, right: number): number {
  switch (code) {
    case operation.add:
      return left + right;
    case operation.subtract:
      return left - right;
    case operation.multiply:
      return left * right;
    case operation.divide:
      return right === 0 ? NaN : left / right;
    case operation.min:
      return Math.min(left, right);
    case operation.max:
      return Math.max(left, right);
    case operation.atMost:
      return left <= right ? left : NaN;
    default:
      return roundedFloat(roundings[code] as RoundingMode, left, right);
  }
}

/** How many values all of the instructions are about. */
export const valuesIn = ({ inputs, constants, code }: Instructions): number =>
  inputs + constants.length + code.length / 3;
