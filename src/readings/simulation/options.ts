import * as z from "zod/mini";
import type { Problem } from "../../errors.ts";
import { branchesAt } from "../../vocabulary/keys.ts";
import type { Distribution } from "../../vocabulary/distribution.ts";
import { invalidData, problem, problemsOf } from "../../vocabulary/problems.ts";
import { plainNumber, text, wholeFrom } from "../../vocabulary/schema.ts";
import type { Correlation } from "./correlations.ts";
import { samplings } from "./shares.ts";
import type { Sampling } from "./shares.ts";
import { eitherSide, isEitherSide } from "./parameters.ts";
import type { LowAndHigh } from "./parameters.ts";

/** How far a simulation has come. */
export interface Progress {
  readonly done: number;
  readonly of: number;
}

/** What stops a long run: an `AbortSignal`. */
export interface StopSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
}

/** How a simulation is run. */
export interface SimulationOptions {
  /** How many draws, from 2 to 10 million. */
  readonly draws: number;
  /** A whole number from 0 up: the same one gives the same draws on every machine. */
  readonly seed: number;
  /** `plain`, the default, or `latin hypercube`. */
  readonly sampling?: Sampling;
  /** How inputs are drawn, by path. It goes before what an assumption says of itself. */
  readonly distributions?: Readonly<Record<string, Distribution>>;
  /**
   * The percentiles for which `low` and `high` of an assumption without a distribution stand, as `{ low: 10, high: 90 }`;
   * left out, they are the least and the most that it can be.
   */
  readonly lowAndHigh?: LowAndHigh;
  /** Which inputs rise and fall together. */
  readonly correlations?: readonly Correlation[];
  /**
   * Units whose figures vary by chance about what the inputs make of them, as counts of events do: `["starts"]`. It goes
   * for the figures asked for, and not for those within their working.
   */
  readonly chanceVariation?: readonly string[];
  /** Called after each few hundred draws. */
  readonly onProgress?: (progress: Progress) => void;
  /** Stops the run: what it was aborted with is thrown. */
  readonly signal?: StopSignal;
}

const optionsSchema = z.strictObject({
  draws: wholeFrom(2, 10_000_000),
  seed: wholeFrom(0),
  sampling: z.optional(z.literal(samplings)),
  distributions: z.optional(z.record(z.string(), z.unknown())),
  lowAndHigh: z.optional(z.strictObject({ low: plainNumber, high: plainNumber })),
  correlations: z.optional(
    z.array(
      z.strictObject({
        between: z.array(text),
        rank: z.number().check(z.minimum(-1), z.maximum(1)),
      }),
    ),
  ),
  chanceVariation: z.optional(z.array(text)),
  onProgress: z.optional(z.custom((value) => typeof value === "function", "a function")),
  signal: z.optional(z.custom((value) => "aborted" in Object(value), "an AbortSignal")),
});

/**
 * Options whose form has been checked.
 *
 * @throws ModelError `invalid-data` with every problem at once.
 */
export function checkedOptions(options: SimulationOptions): SimulationOptions {
  const { error } = z.safeParse(optionsSchema, options);
  const problems =
    error === undefined
      ? [...pairProblems(options), ...percentileProblems(options)]
      : problemsOf(error.issues, options, (path) => branchesAt(optionsSchema, path));
  if (problems.length === 0) return options;
  throw invalidData("simulation", problems);
}

const pairProblems = ({ correlations = [] }: SimulationOptions): Problem[] =>
  correlations.flatMap(({ between }, index) => {
    const { length } = between as readonly string[];
    return length === 2
      ? []
      : [problem(["correlations", index, "between"], "two paths of inputs", String(length))];
  });

const percentileProblems = ({ lowAndHigh }: SimulationOptions): Problem[] =>
  lowAndHigh === undefined || isEitherSide(lowAndHigh)
    ? []
    : [problem(["lowAndHigh"], eitherSide, `${String(lowAndHigh.low)} and ${String(lowAndHigh.high)}`)];
