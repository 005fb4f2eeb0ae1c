import * as z from "zod/mini";
import type { Problem } from "../../errors.ts";
import type { Figure, Provenance } from "../../numbers/figure.ts";
import { distributionSchema } from "../../vocabulary/distribution.ts";
import type { Distribution } from "../../vocabulary/distribution.ts";
import { branchesAt } from "../../vocabulary/keys.ts";
import { problem, problemsOf } from "../../vocabulary/problems.ts";
import type { Path } from "../../vocabulary/problems.ts";
import { drawnOf } from "./distributions.ts";
import type { Drawn } from "./drawn.ts";
import { isFaulty } from "./faults.ts";
import { number } from "./parameters.ts";
import type { LowAndHigh } from "./parameters.ts";
import { cutToRange, rangeProblems } from "./limits.ts";

/** An input that is drawn, and how. */
export interface Uncertain {
  readonly path: string;
  readonly input: Figure;
  readonly distribution: Distribution;
  readonly drawn: Drawn;
}

/** What a caller says of how inputs are drawn. */
export interface HowDrawn {
  readonly distributions: Readonly<Record<string, unknown>>;
  readonly lowAndHigh: LowAndHigh | undefined;
}

/** Those among some inputs that are uncertain, and every problem of how they are to be drawn. */
export function uncertainAmong(
  inputs: ReadonlyMap<string, Figure>,
  how: HowDrawn,
): { readonly uncertain: readonly Uncertain[]; readonly problems: readonly Problem[] } {
  const uncertain: Uncertain[] = [];
  const problems: Problem[] = [];
  for (const [path, input] of inputs) {
    const found = distributionOf(path, input, how);
    if (found === undefined) continue;
    const read = readDistribution(found.data, input, found.at);
    if ("problems" in read) problems.push(...read.problems);
    else uncertain.push({ path, input, ...read });
  }
  return { uncertain, problems };
}

/** What an input knows of its own uncertainty. */
type Log = Provenance & { readonly distribution?: unknown };

const logOf = ({ operation }: Figure): Log => (operation.kind === "given" ? operation.provenance : {});

/** How an input is to be drawn, and where that is said: by the caller, by the plan, or by its low and high. */
function distributionOf(
  path: string,
  input: Figure,
  { distributions, lowAndHigh }: HowDrawn,
): { readonly data: unknown; readonly at: Path } | undefined {
  if (Object.hasOwn(distributions, path)) return { data: distributions[path], at: ["distributions", path] };
  const { distribution, low, high } = logOf(input);
  if (distribution !== undefined) return { data: distribution, at: [path, "distribution"] };
  if (low === undefined && high === undefined) return undefined;
  return {
    data:
      lowAndHigh === undefined
        ? { kind: "stated" }
        : { kind: "stated", as: lowAndHigh, ...cutToRange(input) },
    at: [path],
  };
}

/** A distribution from data, checked for its form, its meaning, and whether its input can be what it draws. */
function readDistribution(
  data: unknown,
  input: Figure,
  at: Path,
):
  { readonly distribution: Distribution; readonly drawn: Drawn } | { readonly problems: readonly Problem[] } {
  const parsed = z.safeParse(distributionSchema, data);
  if (!parsed.success) {
    const issues = parsed.error.issues.map((issue) => ({ ...issue, path: [...at, ...issue.path] }));
    return {
      problems: problemsOf(issues, nested(at, data), (path) =>
        branchesAt(ofKind(data), path.slice(at.length)),
      ),
    };
  }
  const tooLarge = numbersIn(parsed.data, at).filter(({ value }) => !(Math.abs(value) <= largest));
  if (tooLarge.length > 0)
    return {
      problems: tooLarge.map(({ path, value }) => problem(path, "a number up to 10⁷⁰", String(value))),
    };
  const distribution: Distribution = parsed.data;
  const { low, high } = logOf(input);
  const read = drawnOf(distribution, {
    value: input.value.toNumber(),
    low: low === undefined ? undefined : number(low),
    high: high === undefined ? undefined : number(high),
  });
  if (isFaulty(read)) {
    const problems = read.faults.map(({ at: within, expected, received, mend }) =>
      problem([...at, ...within], expected, received, mend === undefined ? {} : { mend }),
    );
    return { problems };
  }
  const problems = rangeProblems(input, read, at, distribution.kind);
  return problems.length > 0 ? { problems } : { distribution, drawn: read };
}

/** What a distribution of one kind is made of; of a kind that nobody knows, what any may be. */
const ofKind = (data: unknown): (typeof distributionSchema.def.options)[number] | typeof distributionSchema =>
  distributionSchema.def.options.find(
    ({ shape }) => z.safeParse(z.looseObject({ kind: shape.kind }), data).success,
  ) ?? distributionSchema;

/** Of what is larger, floats could not hold the fourth powers, which the standard error of a deviation rests on. */
const largest = 1e70;

/** Every number of a distribution with its path, as a float. */
function numbersIn(data: unknown, path: Path): readonly { readonly path: Path; readonly value: number }[] {
  if (typeof data === "number") return [{ path, value: data }];
  if (typeof data === "string") return path.at(-1) === "kind" ? [] : [{ path, value: Number(data) }];
  if (typeof data !== "object" || data === null) return [];
  return Object.entries(data).flatMap(([name, value]) => numbersIn(value, [...path, name]));
}

/** Data where their path says that they are. */
const nested = (path: Path, data: unknown): unknown =>
  path.reduceRight<unknown>((inner, step) => ({ [step]: inner }), data);
