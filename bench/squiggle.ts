import { given } from "volumes-and-values";
import type { Figure } from "volumes-and-values";
import { simulate } from "volumes-and-values/simulation";
import type { Distribution, Simulated } from "volumes-and-values/simulation";
import { rivalModule, rivalVersion } from "./rivals.ts";
import { sideBySide, timeColumns } from "./stopwatch.ts";
import type { Timing } from "./stopwatch.ts";

const rounds = 11;
const draws = 10_000;
const inputs = 100;
const percents = [5, 25, 50, 75, 95];
/** Two samples' percentiles may be so many standard errors of their difference apart. */
const sureness = 4;

/** An uncertain number about one, as the library is told and as Squiggle is. */
interface Uncertain {
  readonly distribution: Distribution;
  readonly squiggle: string;
}

/** The kinds that both know, a fifth of the inputs each. */
const kinds: readonly Uncertain[] = [
  { distribution: { kind: "uniform", low: 0.8, high: 1.2 }, squiggle: "uniform(0.8, 1.2)" },
  {
    distribution: { kind: "triangular", low: 0.8, mode: 1, high: 1.2 },
    squiggle: "triangular(0.8, 1, 1.2)",
  },
  { distribution: { kind: "normal", mean: 1, deviation: 0.1 }, squiggle: "normal(1, 0.1)" },
  {
    distribution: { kind: "lognormal", mean: 1, deviation: 0.1 },
    squiggle: "lognormal({ mean: 1, stdev: 0.1 })",
  },
  { distribution: { kind: "beta", alpha: 18, beta: 2 }, squiggle: "beta(18, 2)" },
];

/** An operation on what was worked out so far and one more input. */
interface Operation {
  readonly sign: string;
  readonly take: (so: Figure<"ratio">, next: Figure<"ratio">) => Figure<"ratio">;
}

const operations: readonly Operation[] = [
  { sign: "*", take: (so, next) => so.times(next) },
  { sign: "+", take: (so, next) => so.plus(next) },
  { sign: "-", take: (so, next) => so.minus(next) },
  { sign: "/", take: (so, next) => so.dividedBy(next) },
];

const each = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;
const numbers = [...Array(inputs).keys()];
const nameOf = (index: number): string => `x${index}`;

/** A hundred operations in a row on a hundred inputs, the first of which is taken twice. */
const figure = (): Figure<"ratio"> => {
  const uncertain = numbers.map((index) => given(1, "ratio", { name: nameOf(index), path: nameOf(index) }));
  return numbers.reduce(
    (so, index) => each(operations, index).take(so, each(uncertain, index + 1)),
    uncertain[0] as Figure<"ratio">,
  );
};

const distributions = Object.fromEntries(
  numbers.map((index) => [nameOf(index), each(kinds, index).distribution]),
);

const program = [
  ...numbers.map((index) => `${nameOf(index)} = ${each(kinds, index).squiggle}`),
  ...numbers.map(
    (index) =>
      `y${index} = ${index === 0 ? nameOf(0) : `y${index - 1}`} ${each(operations, index).sign} ${nameOf((index + 1) % inputs)}`,
  ),
  `[${percents.map((percent) => `quantile(y${inputs - 1}, ${percent / 100})`).join(", ")}]`,
].join("\n");

/** Of Squiggle what is used. */
interface Squiggle {
  readonly run: (
    code: string,
    options: { readonly environment: object },
  ) => Promise<{ readonly result: { readonly ok: boolean; readonly value: { readonly result: unknown } } }>;
}

/** A model of a hundred uncertain inputs, beside Squiggle. Returns percentiles that differ by more than chance. */
export async function compareSimulations(): Promise<readonly string[]> {
  const squiggle = (await rivalModule("@quri/squiggle-lang")) as Squiggle | undefined;
  if (squiggle === undefined) return [];
  const simulated = (): Simulated => simulate(figure(), { draws, seed: 1, distributions });
  const environment = { sampleCount: draws, xyPointLength: 1_000, seed: "1" };
  const timings = await sideBySide<readonly number[]>(
    [
      {
        name: "simulate",
        run: () => {
          const answer = simulated();
          const percentiles = percents.map((percent) => answer.percentile(percent));
          return () => percentiles;
        },
      },
      {
        name: `Squiggle ${rivalVersion("@quri/squiggle-lang")}`,
        runTimed: async () => {
          const start = performance.now();
          const { result } = await squiggle.run(program, { environment });
          const took = performance.now() - start;
          if (!result.ok) throw new Error(JSON.stringify(result.value));
          return { took, read: () => JSON.parse(String(result.value.result)) as number[] };
        },
      },
    ],
    rounds,
  );
  const [ours, theirs] = timings as [Timing<readonly number[]>, Timing<readonly number[]>];
  const errors = percents.map((percent) => simulated().standardErrors.percentile(percent));
  console.log(
    `\nA model of ${inputs} uncertain inputs and ${inputs} operations, ${draws.toLocaleString("en-GB")} draws, ${rounds} rounds`,
  );
  console.table(
    timings.map((timing) => ({
      "": timing.name,
      ...Object.fromEntries(
        timing.answer.map((value, index) => [`${percents[index] ?? ""}%`, value.toFixed(3)]),
      ),
      ...timeColumns(timing, ours),
    })),
  );
  console.log("Meant: simulate at least 20 times faster; the percentiles equal within sampling error.");
  return percents.flatMap((percent, index) => {
    const [a, b, error] = [ours.answer, theirs.answer, errors].map((list) => list[index] as number) as [
      number,
      number,
      number,
    ];
    return Math.abs(a - b) <= sureness * Math.SQRT2 * error ? [] : [`percentile ${percent}: ${a} and ${b}`];
  });
}
