import { operation, resultOf } from "./instructions.ts";
import type { Instructions, OperationCode } from "./instructions.ts";

/** A value while instructions are being written. Even ones are inputs and results in order, odd ones constants. */
export type Value = number;

/** One number for two values, of which there are fewer than this many. */
const most = 2 ** 26;
const pairOf = (left: Value, right: Value): number => left * most + right;

const isConstant = (value: Value): boolean => value % 2 === 1;

/**
 * Writes instructions down: each once, however often it is asked for; none for what two constants make; and in the end
 * none that no output needs.
 */
export class Writer {
  readonly #inputs: number;
  readonly #constants: number[] = [];
  readonly #known = new Map<number, Value>();
  readonly #code: number[] = [];
  /** For each operation, what was written of a left and a right value. */
  readonly #written = Object.values(operation).map(() => new Map<number, Value>());

  constructor(inputs: number) {
    this.#inputs = inputs;
  }

  input(index: number): Value {
    return 2 * index;
  }

  constant(number: number): Value {
    const known = this.#known.get(number);
    if (known !== undefined) return known;
    const value = 2 * this.#constants.length + 1;
    this.#constants.push(number);
    this.#known.set(number, value);
    return value;
  }

  /** The number that a value is, if it is a constant. */
  numberOf(value: Value): number | undefined {
    return isConstant(value) ? this.#constants[(value - 1) / 2] : undefined;
  }

  write(code: OperationCode, left: Value, right: Value): Value {
    const [a, b] = [this.numberOf(left), this.numberOf(right)];
    if (a !== undefined && b !== undefined) return this.constant(resultOf(code, a, b));
    if (code === operation.multiply && a === 1) return right;
    if (code <= operation.subtract && b === 0) return left;
    if ((code === operation.multiply || code === operation.divide) && b === 1) return left;
    if (code >= operation.min && left === right) return left;
    const written = this.#written[code] as Map<number, Value>;
    const key = pairOf(left, right);
    const before = written.get(key);
    if (before !== undefined) return before;
    const value = 2 * (this.#inputs + this.#code.length / 3);
    this.#code.push(code, left, right);
    written.set(key, value);
    return value;
  }

  /** What was written, as far as the outputs need it; `placeOf` tells where a value has gone, if it is needed. */
  finished(outputs: readonly Value[]): {
    readonly instructions: Instructions;
    readonly placeOf: (value: Value) => number | undefined;
  } {
    const needed = this.#needed(outputs);
    const places = new Int32Array(needed.length).fill(-1);
    const constants: number[] = [];
    const code: number[] = [];
    for (let input = 0; input < this.#inputs; input++) places[2 * input] = input;
    for (const [index, number] of this.#constants.entries()) {
      const value = 2 * index + 1;
      if (needed[value] === 0) continue;
      places[value] = this.#inputs + constants.length;
      constants.push(number);
    }
    const first = this.#inputs + constants.length;
    for (let at = 0; at < this.#code.length; at += 3) {
      const value = this.#madeAt(at);
      if (needed[value] === 0) continue;
      const [left, right] = [this.#code[at + 1] as Value, this.#code[at + 2] as Value];
      places[value] = first + code.length / 3;
      code.push(this.#code[at] as number, places[left] as number, places[right] as number);
    }
    const instructions = Object.freeze({
      inputs: this.#inputs,
      constants: Float64Array.from(constants),
      code: Int32Array.from(code),
      outputs: Int32Array.from(outputs, (output) => places[output] as number),
    });
    return {
      instructions,
      placeOf: (value) => (places[value] === -1 ? undefined : places[value]),
    };
  }

  /** The value that the instruction at a place in the code makes. */
  #madeAt(at: number): Value {
    return 2 * (this.#inputs + at / 3);
  }

  /** A one for each value that the outputs need. */
  #needed(outputs: readonly Value[]): Uint8Array {
    const needed = new Uint8Array(Math.max(this.#madeAt(this.#code.length), 2 * this.#constants.length) + 1);
    for (const output of outputs) needed[output] = 1;
    for (let at = this.#code.length - 3; at >= 0; at -= 3) {
      if (needed[this.#madeAt(at)] === 0) continue;
      needed[this.#code[at + 1] as Value] = 1;
      needed[this.#code[at + 2] as Value] = 1;
    }
    return needed;
  }
}
