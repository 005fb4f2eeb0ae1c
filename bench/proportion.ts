import type { Instructions } from "../src/readings/instructions.ts";
import type { Tape } from "../src/readings/tape.ts";
import { drawsAbout, sharesFrom } from "./draws.ts";
import { laidOut } from "../src/readings/layout.ts";
import { uncertainTotal } from "./national-total.ts";
import type { UncertainTotal } from "./national-total.ts";
import { kernelRunner, outputsOver } from "./runners.ts";
import { sideBySide } from "./stopwatch.ts";

const rounds = 3;
const tolerance = 1e-12;

const cases = [
  { copies: 1, draws: 1_000 },
  { copies: 1, draws: 10_000 },
  { copies: 1, draws: 100_000 },
  { copies: 10, draws: 10_000 },
  { copies: 100, draws: 10_000 },
];

/**
 * What the kernel takes as draws and plans grow. Plans are copied on the tape, not forecast again: a copy has inputs,
 * instructions and outputs of its own, and is given the same draws. Runners are made beforehand. Returns the copies whose answers differ.
 */
export async function compareSizes(): Promise<readonly string[]> {
  const one = uncertainTotal();
  const share = sharesFrom(1);
  const most = Math.max(...cases.map(({ draws }) => draws));
  const columns = one.places.map((place) => drawsAbout(one.tape.base[place] as number, most, share));
  const candidates = cases.map(({ copies, draws }) => {
    const { tape, places } = copied(one, copies);
    const own = columns.map((column) => column.subarray(0, draws));
    const handed = places.map((_, index) => own[index % own.length] as Float64Array);
    const runner = kernelRunner(tape, places);
    return {
      name: `${copies} and ${draws}`,
      operations: laidOut(tape.short, tape.base, places).code.length / 4,
      run: () => {
        const outputs = outputsOver(tape, runner, places, handed);
        return () => outputs;
      },
    };
  });
  const timings = await sideBySide(candidates, rounds);
  console.log(`\nThe national total as draws and plans grow, by the kernel, ${rounds} rounds`);
  console.table(
    timings.map(({ least, median }, index) => {
      const { copies = 0, draws = 0 } = cases[index] ?? {};
      const operations = candidates[index]?.operations ?? NaN;
      return {
        copies,
        draws: draws.toLocaleString("en-GB"),
        operations: operations.toLocaleString("en-GB"),
        "median, ms": median.toFixed(1),
        "least, ms": least.toFixed(1),
        "ns to an operation of a draw": ((least * 1e6) / operations / draws).toFixed(2),
      };
    }),
  );
  console.log(
    "Meant: the last column does not grow. What a copy takes more is the caches that its columns leave.",
  );
  const answers = timings.map(({ answer }) => answer);
  return answers.flatMap((answer, index) =>
    answer.every((output, at) => agrees(output, answers[0]?.[at % one.tape.outputs.length] as Float64Array))
      ? []
      : [`${timings[index]?.name ?? ""} draws`],
  );
}

/** As far as both go. */
const agrees = (some: Float64Array, others: Float64Array): boolean =>
  others.every((number, draw) => Math.abs(number - (some[draw] as number)) <= tolerance * Math.abs(number));

/** A tape of several plans, each with inputs, instructions and outputs of its own. */
function copied({ tape, paths, places }: UncertainTotal, copies: number): UncertainTotal {
  const each = <T>(make: (copy: number) => readonly T[]): T[] => [...Array(copies).keys()].flatMap(make);
  const size = tape.inputs.length;
  const moved = (inputs: Iterable<number>) => (copy: number) =>
    [...inputs].map((input) => input + copy * size);
  return {
    tape: {
      ...tape,
      inputs: each(() => tape.inputs),
      base: Float64Array.from(each(() => [...tape.base])),
      outputs: each(() => tape.outputs),
      short: copiedInstructions(tape.short, copies),
      taken: Int32Array.from(each(moved(tape.taken))),
    } satisfies Tape,
    paths,
    places: each(moved(places)),
  };
}

/** Values are numbered: all inputs, then the constants, which all copies share, then what each copy makes. */
function copiedInstructions(instructions: Instructions, copies: number): Instructions {
  const { inputs, constants, code, outputs } = instructions;
  const made = code.length / 3;
  const placed = (value: number, copy: number): number => {
    if (value < inputs) return value + copy * inputs;
    const among = value - inputs;
    return copies * inputs + (among < constants.length ? among : among + copy * made);
  };
  const longer = new Int32Array(code.length * copies);
  for (let copy = 0; copy < copies; copy++)
    for (const [at, number] of code.entries())
      longer[copy * code.length + at] = at % 3 === 0 ? number : placed(number, copy);
  return {
    inputs: copies * inputs,
    constants,
    code: longer,
    outputs: Int32Array.from(
      [...Array(copies).keys()].flatMap((copy) => [...outputs].map((one) => placed(one, copy))),
    ),
  };
}
