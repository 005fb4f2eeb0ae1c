import { operation, resultOf } from "./instructions.ts";
import type { OperationCode } from "./instructions.ts";
import type { Machine } from "./kernel.ts";

/** One instruction over whole columns: the first so many of what it makes, from its left and its right. */
type Columns = (made: Float64Array, left: Float64Array, right: Float64Array, count: number) => void;

/*
 * What loops make equals `resultOf`, by `Object.is`. Sums and products, which nearly all instructions are, take four rows at a
 * time, which is nearly twice as fast: there is less to check between one row and the next. So columns are as long as
 * `count`, and up to a multiple of four; what stands behind `count` is worked out too, and nobody reads it.
 */

const atOnce = 4;

const add: Columns = (made, left, right, count) => {
  for (let i = 0; i < count; i += atOnce) {
    made[i] = (left[i] as number) + (right[i] as number);
    made[i + 1] = (left[i + 1] as number) + (right[i + 1] as number);
    made[i + 2] = (left[i + 2] as number) + (right[i + 2] as number);
    made[i + 3] = (left[i + 3] as number) + (right[i + 3] as number);
  }
};
const multiply: Columns = (made, left, right, count) => {
  for (let i = 0; i < count; i += atOnce) {
    made[i] = (left[i] as number) * (right[i] as number);
    made[i + 1] = (left[i + 1] as number) * (right[i + 1] as number);
    made[i + 2] = (left[i + 2] as number) * (right[i + 2] as number);
    made[i + 3] = (left[i + 3] as number) * (right[i + 3] as number);
  }
};

/** The loops of the two that nearly all instructions are. */
const loops: Partial<Record<OperationCode, Columns>> = {
  [operation.add]: add,
  [operation.multiply]: multiply,
};

const oneByOne =
  (code: OperationCode): Columns =>
  (made, left, right, count) => {
    for (let i = 0; i < count; i++) made[i] = resultOf(code, left[i] as number, right[i] as number);
  };

const loopOf = (code: OperationCode): Columns => loops[code] ?? oneByOne(code);

/** A machine of JavaScript for some instructions. */
export function loopMachine(code: Int32Array, slots: number, size: number): Machine {
  const stride = Math.ceil(size / atOnce) * atOnce;
  const memory = new Float64Array(slots * stride);
  const columns = [...Array(slots).keys()].map((slot) => memory.subarray(slot * stride, (slot + 1) * stride));
  const columnAt = (at: number): Float64Array => columns[code[at] as number] as Float64Array;
  return {
    columns: columns.map((column) => column.subarray(0, size)),
    run: (count) => {
      for (let at = 0; at < code.length; at += 4)
        loopOf(code[at] as OperationCode)(columnAt(at + 1), columnAt(at + 2), columnAt(at + 3), count);
    },
  };
}
