import { runnerOf } from "../src/readings/blocks.ts";
import type { BlockRunner } from "../src/readings/blocks.ts";
import type { Tape } from "../src/readings/tape.ts";

/** As many draws at a time as `simulate` takes. */
export const blockSize = 256;

/** A runner of the kernel. */
export const kernelRunner = (tape: Tape, places: readonly number[]): BlockRunner =>
  runnerOf(tape, blockSize, places);

/** A runner of the JavaScript loops, as where there is no WebAssembly. */
export function loopRunner(tape: Tape, places: readonly number[]): BlockRunner {
  const here = globalThis as { WebAssembly?: unknown };
  const { WebAssembly: engine } = here;
  here.WebAssembly = undefined;
  try {
    return runnerOf(tape, blockSize, places);
  } finally {
    here.WebAssembly = engine;
  }
}

/** The draws of every output, from draws of the inputs at some places, in the order of the places. */
export function outputsOver(
  tape: Tape,
  runner: BlockRunner,
  places: readonly number[],
  draws: readonly Float64Array[],
): readonly Float64Array[] {
  const count = draws[0]?.length ?? 0;
  const columns = places.map((place) => runner.input(place));
  const outputs = tape.outputs.map(() => new Float64Array(count));
  for (let from = 0; from < count; from += runner.size) {
    const to = Math.min(from + runner.size, count);
    for (const [index, column] of columns.entries())
      column.set((draws[index] as Float64Array).subarray(from, to));
    runner.run(to - from);
    for (const [index, output] of outputs.entries())
      output.set(runner.output(index).subarray(0, to - from), from);
  }
  return outputs;
}
