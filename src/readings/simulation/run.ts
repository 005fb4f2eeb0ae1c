import type { Problem } from "../../errors.ts";
import type { Figure } from "../../numbers/figure.ts";
import type { Figures } from "../../numbers/working.ts";
import { invalidData, problem, unknownWord } from "../../vocabulary/problems.ts";
import { runnerOf } from "../blocks.ts";
import { sharesBeside } from "../inputs.ts";
import { nearestPath } from "../near-paths.ts";
import { comesOneByOne } from "../ranges.ts";
import { isStructural } from "../structure.ts";
import { roundingTapeOf } from "../tape.ts";
import type { Tape } from "../tape.ts";
import { chanceOf } from "./chance-variation.ts";
import { contributionsOf } from "./contributions.ts";
import { groupsOf } from "./correlations.ts";
import type { Group } from "./correlations.ts";
import { heldCheck } from "./held-check.ts";
import { countFailures, failureCountOf } from "./failures.ts";
import { drawsOf } from "./draws.ts";
import { drawnInputs } from "./inputs-drawn.ts";
import { checkedOptions } from "./options.ts";
import type { Progress, SimulationOptions } from "./options.ts";
import type { Sample } from "./shares.ts";
import { simulatedOf } from "./simulated.ts";
import type { Simulated } from "./simulated.ts";
import { uncertainAmong } from "./uncertain.ts";
import type { Uncertain } from "./uncertain.ts";

/** What is drawn, once everything asked for has been checked. */
interface Prepared {
  readonly figures: Figures;
  readonly tape: Tape;
  readonly uncertain: readonly Uncertain[];
  readonly groups: readonly Group[];
  readonly sample: Sample;
  readonly varied: readonly string[];
}

/** Draws are made so many at a time: enough to keep loops long, few enough to stay in the processor's cache. */
const blockSize = 512;

/** A run in steps, with how far it has come after each; at its end the simulated figures, in order. */
type Steps = Generator<Progress, readonly Simulated[]>;

/** A simulation that has been checked and can be run. */
export const simulationOf = (figures: Figures, options: SimulationOptions): Steps =>
  stepsOf(prepared(figures, options));

function* stepsOf({ figures, tape, uncertain, groups, sample, varied }: Prepared): Steps {
  const inputs = drawnInputs(uncertain, groups, sample);
  const places = uncertain.map(({ path }) => tape.places.get(path) as number);
  const runner = runnerOf(tape, blockSize, places);
  const columns = places.map((place) => runner.input(place));
  const draw = drawsOf(uncertain, inputs, blockSize);
  const checkShares = heldCheck(figures, uncertain, blockSize);
  const chances = chanceOf(tape.outputs, varied, sample.seed);
  const answers = tape.outputs.map((figure) => ({
    figure,
    draws: new Float64Array(sample.draws),
    failures: failureCountOf(figure),
  }));

  for (let done = 0; done < sample.draws;) {
    const count = Math.min(blockSize, sample.draws - done);
    draw(columns, count);
    runner.run(count);
    const blocks = answers.map(({ figure, draws, failures }, output) => {
      const block = draws.subarray(done, done + count);
      block.set(runner.output(output).subarray(0, count));
      countFailures(block, failures, (draw) => inputsAt(draw, uncertain, columns));
      return { figure, block, failures };
    });
    checkShares?.(columns, count, blocks);
    for (const [output, { block, failures }] of blocks.entries()) chances[output]?.(block, failures);
    done += count;
    yield { done, of: sample.draws };
  }
  return answers.map(({ figure, draws, failures }) =>
    simulatedOf(figure, draws, failures.failed, () => contributionsOf(draws, uncertain, inputs)),
  );
}

/** What the uncertain inputs are in one draw of a block, by path. */
const inputsAt = (
  draw: number,
  uncertain: readonly Uncertain[],
  columns: readonly Float64Array[],
): ReadonlyMap<string, number> =>
  new Map(uncertain.map(({ path }, index) => [path, columns[index]?.[draw] as number]));

/** What is asked for, checked against the figures it is asked of. */
function prepared(figures: Figures, options: SimulationOptions): Prepared {
  const {
    draws,
    seed,
    sampling = "plain",
    distributions = {},
    lowAndHigh,
    correlations = [],
    chanceVariation = [],
  } = checkedOptions(options);
  const tape = roundingTapeOf(figures);
  const inputs = new Map([...tape.places].map(([path, place]) => [path, tape.inputs[place] as Figure]));
  const { uncertain, problems } = uncertainAmong(inputs, { distributions, lowAndHigh });
  const unknown = Object.keys(distributions).flatMap((path) => unknownInput(path, inputs));
  const { groups, problems: contradictions } = groupsOf(
    correlations,
    new Set(uncertain.map(({ path }) => path)),
    draws,
  );
  const all = [
    ...unknown,
    ...problems,
    ...tape.adrift.map(pathProblem),
    ...contradictions,
    ...unitProblems(chanceVariation, tape.outputs),
  ];
  if (all.length > 0) throw invalidData("simulation", all);
  return { figures, tape, uncertain, groups, sample: { draws, seed, sampling }, varied: chanceVariation };
}

/** An input says how uncertain it is, and has no path by which it could be drawn. */
const pathProblem = ({ name = "figure" }: Figure): Problem =>
  problem([name], "a path, since it says how uncertain it is", "none", {
    mend: `Give it one beside its name: path: ${JSON.stringify(name)}.`,
  });

function unknownInput(path: string, inputs: ReadonlyMap<string, Figure>): Problem[] {
  if (inputs.has(path)) return [];
  const at = ["distributions", path];
  if (isStructural(path)) {
    const mend = "Change it with a scenario, which forecasts again.";
    return [problem(at, "an input that is a number of a sum", "what decides which sums are made", { mend })];
  }
  const others = sharesBeside(inputs, path);
  if (others.length > 0)
    return [
      problem(
        at,
        `${others.join(" or ")}: one share of a mix is what the others leave`,
        JSON.stringify(path),
      ),
    ];
  const { nearest } = nearestPath(path, [...inputs.keys()]);
  return [problem(at, "the path of an input of these figures", JSON.stringify(path), { nearest })];
}

/** Units that are asked to vary by chance though no figure is in them, or though they do not count one by one. */
function unitProblems(varied: readonly string[], outputs: readonly Figure[]): Problem[] {
  const units = [...new Set(outputs.map(({ unit }) => unit))];
  return varied.flatMap((unit, index) => {
    const at = ["chanceVariation", index];
    if (!units.includes(unit))
      return [unknownWord(at, unit, units, "the unit of a figure that was asked for")];
    const mend = "Only what comes one by one varies so: name referrals, starts or people.";
    return comesOneByOne(unit) ? [] : [problem(at, "a unit that counts one by one", unit, { mend })];
  });
}
