import { nationalPlan } from "../examples/national/plan.ts";
import { drawsAbout, sharesFrom } from "./draws.ts";
import { megabytesHeldBy } from "./heap.ts";
import { structureOf } from "./national-structure.ts";
import { nationalTotal, uncertainTotal } from "./national-total.ts";
import { NumpyPrograms, numpyHere } from "./numpy.ts";
import type { TotalDraws } from "./numpy.ts";
import { kernelRunner, loopRunner, outputsOver } from "./runners.ts";
import { sideBySide, timeColumns } from "./stopwatch.ts";
import type { Candidate, SelfTimed, Timing } from "./stopwatch.ts";

const draws = 10_000;
const rounds = 9;
const tolerance = 1e-12;

/** The national total over the same draws of every rate, unit cost and ramp factor. Returns what disagrees. */
export async function compareDraws(): Promise<readonly string[]> {
  const total = nationalTotal();
  const makeRunner = (): unknown => {
    const { tape, places } = uncertainTotal(total);
    const runner = kernelRunner(tape, places);
    runner.run(runner.size);
    return [tape, runner];
  };
  // Once beforehand, so that what the forecast leaves is gone and what is compiled and kept once is there.
  makeRunner();
  const held = megabytesHeldBy(makeRunner);
  const { tape, paths, places } = uncertainTotal(total);
  const share = sharesFrom(1);
  const columns = places.map((place) => drawsAbout(tape.base[place] as number, draws, share));
  const candidate = (name: string, runnerFor: typeof kernelRunner): Candidate<TotalDraws> => ({
    name,
    run: () => {
      const [value, starts] = outputsOver(tape, runnerFor(tape, places), places, columns);
      return () => ({ value, starts }) as TotalDraws;
    },
  });
  const ours = [candidate("kernel", kernelRunner), candidate("JavaScript loops", loopRunner)];

  const numpy = numpyHere();
  const programs = numpy && new NumpyPrograms(numpy.python, structureOf(nationalPlan, paths), columns);
  const theirs: readonly SelfTimed<TotalDraws>[] = programs
    ? [
        programs.candidate(`NumPy ${numpy.version}, row by row`, "loops"),
        programs.candidate(`NumPy ${numpy.version}, factorised by hand`, "factorised"),
      ]
    : [];
  const timings = await sideBySide([...ours, ...theirs], rounds);
  programs?.clear();

  console.log(
    `\nThe national total, ${draws.toLocaleString("en-GB")} draws of ${places.length} rates, unit cost parts and ramp factors, ${rounds} rounds`,
  );
  const [kernel] = timings as [Timing<TotalDraws>];
  console.table(
    timings.map((timing) => ({
      "": timing.name,
      "mean value, GBP": meanOf(timing.answer.value).toFixed(4),
      "mean starts": meanOf(timing.answer.starts).toFixed(4),
      ...timeColumns(timing, kernel),
    })),
  );
  console.log(`The tape and its runner hold ${held.toFixed(1)} MB, besides the draws of inputs and outputs.`);
  if (numpy === undefined)
    console.log("There is no NumPy here to compare with: apt-get install python3-numpy.");
  console.log(
    "Meant: under 64 MB; the kernel no slower than NumPy row by row, factorised in sight; the loops at most 7 times the kernel.",
  );

  return timings.flatMap(({ name, answer }) =>
    (["value", "starts"] as const)
      .filter((what) => !near(answer[what], kernel.answer[what]))
      .map((what) => `${what} of ${name}`),
  );
}

const meanOf = (numbers: Float64Array): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

const near = (some: Float64Array, others: Float64Array): boolean =>
  some.length === others.length &&
  some.every((one, index) => Math.abs(one - (others[index] as number)) <= tolerance * Math.abs(one));
