import { loopMachine } from "./columns.ts";
import type { Instructions } from "./instructions.ts";
import { kernelMachine } from "./kernel.ts";
import type { Machine } from "./kernel.ts";
import { laidOut } from "./layout.ts";
import type { Layout } from "./layout.ts";
import type { Tape } from "./tape.ts";

/** Runs a tape over many draws at once, so many at a time. */
export interface BlockRunner {
  /** How many draws there is room for. */
  readonly size: number;
  /** Where the draws of an input are to be written. What is not written keeps its value of the base case. */
  input(index: number): Float64Array;
  /** Where the draws of an output stand after a run. */
  output(index: number): Float64Array;
  /** Runs the first so many draws. */
  run(count: number): void;
}

/** A layout with a machine that runs it. */
interface Ready extends Machine {
  readonly layout: Layout;
}

/**
 * A runner of a tape for inputs that move; all others keep their value of the base case, and what rests on them alone
 * is computed once. If nothing is said, every input moves.
 */
export function runnerOf(tape: Tape, size: number, moved?: readonly number[]): BlockRunner {
  const moving = [...new Set(moved ?? tape.inputs.keys())];
  const short = readyFor(tape.short, tape, size, moving);
  let plain: Ready | undefined;

  const inputs = new Map([...short.layout.inputs].map(([input, slot]) => [input, columnAt(short, slot)]));
  const outputs = tape.outputs.map(() => new Float64Array(size));
  const taken = [...tape.taken].flatMap((input) => inputs.get(input) ?? []);

  const give = (ready: Ready, count: number): void => {
    ready.run(count);
    for (const [output, column] of outputs.entries())
      column.set(columnAt(ready, ready.layout.outputs[output] as number).subarray(0, count));
  };
  const runPlain = (count: number): void => {
    plain ??= readyFor(tape.plain, tape, size, moving);
    for (const [input, slot] of plain.layout.inputs)
      columnAt(plain, slot).set((inputs.get(input) as Float64Array).subarray(0, count));
    give(plain, count);
  };

  return Object.freeze({
    size,
    input: (index: number) => known(inputs.get(index), `input ${index} that moves`),
    output: (index: number) => known(outputs[index], `output ${index}`),
    run: (count: number) => {
      if (!(count >= 0 && count <= size)) throw new RangeError(`There is room for ${size} draws.`);
      if (taken.some((column) => anyNegative(column, count))) runPlain(count);
      else give(short, count);
    },
  });
}

function readyFor(instructions: Instructions, tape: Tape, size: number, moving: readonly number[]): Ready {
  const layout = laidOut(instructions, tape.base, moving);
  const { code, slots } = layout;
  const machine = kernelMachine(code, slots, size) ?? loopMachine(code, slots, size);
  const { columns } = machine;
  for (const [input, slot] of layout.inputs) columns[slot]?.fill(tape.base[input] as number);
  for (const [slot, number] of layout.constants) columns[slot]?.fill(number);
  return { layout, ...machine };
}

const columnAt = ({ columns }: Ready, slot: number): Float64Array => columns[slot] as Float64Array;

function known(column: Float64Array | undefined, what: string): Float64Array {
  if (column === undefined) throw new RangeError(`This runner has no ${what}.`);
  return column;
}

function anyNegative(column: Float64Array, count: number): boolean {
  for (let draw = 0; draw < count; draw++) if ((column[draw] as number) < 0) return true;
  return false;
}
