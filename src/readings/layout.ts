import type { Instructions } from "./instructions.ts";
import { valuesOf } from "./replay.ts";

/** Instructions for whole columns of draws: each reads two columns and writes one, which it may write over. */
export interface Layout {
  /** How many columns there must be. */
  readonly slots: number;
  /** Four numbers to an instruction: its operation, and the slots of what it makes, of its left and of its right. */
  readonly code: Int32Array;
  /** The slots of the inputs that move: nothing else is written there. */
  readonly inputs: ReadonlyMap<number, number>;
  readonly outputs: Int32Array;
  /** Slots that hold one number throughout. */
  readonly constants: ReadonlyMap<number, number>;
}

/**
 * Instructions laid out over as few slots as they need at once: a slot is free again after the last instruction that
 * reads it. What rests on no input that moves is computed here and now.
 */
export function laidOut(instructions: Instructions, base: Float64Array, moving: readonly number[]): Layout {
  const values = valuesOf(instructions, base);
  const moves = movingValues(instructions, values.length, moving);
  const last = lastReads(instructions, values.length, moves);
  const slotOf = new Int32Array(values.length).fill(-1);
  const constants = new Map<number, number>();
  const free: number[] = [];
  let slots = 0;
  for (const input of moving) slotOf[input] = slots++;

  /** The slot of a value that is there to be read; one for a value that never moves, when it is first read. */
  const read = (value: number): number => {
    if (slotOf[value] === -1) {
      constants.set(slots, values[value] as number);
      slotOf[value] = slots++;
    }
    return slotOf[value] as number;
  };
  const isFreedBy = (value: number, at: number): boolean =>
    value >= instructions.inputs && moves[value] === 1 && last[value] === at;

  const laid: number[] = [];
  const { code } = instructions;
  const first = values.length - code.length / 3;
  for (let at = 0; at < code.length; at += 3) {
    const value = first + at / 3;
    if (moves[value] === 0) continue;
    const operands = [code[at + 1] as number, code[at + 2] as number];
    const [left, right] = operands.map(read) as [number, number];
    for (const operand of new Set(operands)) if (isFreedBy(operand, at)) free.push(slotOf[operand] as number);
    slotOf[value] = free.pop() ?? slots++;
    laid.push(code[at] as number, slotOf[value], left, right);
  }
  return {
    outputs: instructions.outputs.map(read),
    slots,
    code: Int32Array.from(laid),
    inputs: new Map(moving.map((input) => [input, slotOf[input] as number])),
    constants,
  };
}

/** Which values rest on an input that moves. */
function movingValues({ code }: Instructions, values: number, moving: readonly number[]): Uint8Array {
  const moves = new Uint8Array(values);
  for (const input of moving) moves[input] = 1;
  let value = values - code.length / 3;
  for (let at = 0; at < code.length; at += 3) {
    if (moves[code[at + 1] as number] === 1 || moves[code[at + 2] as number] === 1) moves[value] = 1;
    value++;
  }
  return moves;
}

/** Where each value is read last, of the instructions that are run; what is an output is never done with. */
function lastReads({ code, outputs }: Instructions, values: number, moves: Uint8Array): Float64Array {
  const last = new Float64Array(values);
  let value = values - code.length / 3;
  for (let at = 0; at < code.length; at += 3) {
    if (moves[value++] === 0) continue;
    last[code[at + 1] as number] = at;
    last[code[at + 2] as number] = at;
  }
  for (const output of outputs) last[output] = Infinity;
  return last;
}
