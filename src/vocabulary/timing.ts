import * as z from "zod/mini";
import type { Problem } from "../errors.ts";
import { decimalFrom, digitsOf, one, plus, zero } from "../numbers/decimal.ts";
import { assumptionSchema } from "./assumption.ts";
import type { Assumption } from "./assumption.ts";
import { centralOf, problemsInRange } from "./checks/assumptions.ts";
import { branchesAt } from "./keys.ts";
import { deeplyFrozen, plainCopy } from "./plain.ts";
import { invalidData, problem, problemsOf } from "./problems.ts";
import type { Path } from "./problems.ts";
import { rewritten } from "./rewritten.ts";
import { day, identifier, wholeFrom } from "./schema.ts";
import type { DeepReadonly } from "./schema.ts";
import { profileSchema } from "./service.ts";
import type { Range } from "./slots.ts";
import { statesRange } from "./states-range.ts";

/** The months of a year, as a table of seasons names them: April first, as financial years do. */
export const monthNames = [
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
  "january",
  "february",
  "march",
] as const;

export type MonthName = (typeof monthNames)[number];

const lagForm =
  'months, as 3.2, or the shares that take no month, one month and so on, as { sharesByMonth: ["0.5", "rest"] }';

const sharesSchema = z.strictObject({
  sharesByMonth: z
    .array(z.union([z.literal("rest"), assumptionSchema], 'a share, or "rest"'))
    .check(z.minLength(1), z.maxLength(600)),
});

/** How long something takes: months, or the share of people whom it takes no month, one month, two months … */
export const lagSchema = z.union([assumptionSchema, sharesSchema], lagForm);

const monthForm = "a month, as 2021-06";

/** A month, `2021-06`. */
export const month = z.string(monthForm).check(z.regex(/^(19|2\d)\d\d-(0[1-9]|1[0-2])$/, monthForm));

const seasons = z.strictObject(
  Object.fromEntries(monthNames.map((name) => [name, assumptionSchema])) as Record<
    MonthName,
    typeof assumptionSchema
  >,
);

export const timingSchema = z.strictObject({
  /** What the flows are called, where others are read together with them: their inputs are then named for it. */
  name: z.optional(identifier),
  /** Of which complexity the flows are, where there are several of a contract: their inputs are then named for it. */
  complexity: z.optional(identifier),
  /** The first day on which people are referred. */
  from: day,
  /** The last day, where a contract ends within its last year. */
  to: z.optional(day),
  /** Months shown after the last referral, in which those still under way start and leave. */
  runOffMonths: z.optional(wholeFrom(0, 120)),
  /** How volume grows within each year; the same in every month, if left out. */
  ramp: z.optional(profileSchema),
  /** What each month of the calendar weighs beside the others; all the same, if left out. */
  seasonality: z.optional(seasons),
  /**
   * The working days of every month on which the service is open, in the month in which it opens or ends those from or
   * to that day; a month weighs a twelfth, if left out. A table may have other months too: it is a calendar.
   */
  workingDays: z.optional(z.record(month, assumptionSchema)),
  /** From referral to start. A referral that never starts is closed in the month in which it would have started. */
  lagToStart: lagSchema,
  /** From start to completion. */
  lagToCompletion: lagSchema,
  /** From start to leaving, for those who do not finish. */
  lagToDropOut: lagSchema,
  /** Those at work when the contract begins: they are no referrals or starts of its own. */
  opening: z.optional(
    z.strictObject({
      /** Referred before and not started: how many, how many of them will start and finish, and from when they do. */
      waiting: z.optional(
        z.strictObject({
          referrals: assumptionSchema,
          starts: assumptionSchema,
          completions: assumptionSchema,
          lagToStart: lagSchema,
        }),
      ),
      /** Started before and not left: how many, how many of them will finish, and when they leave. */
      onService: z.optional(
        z.strictObject({
          starts: assumptionSchema,
          completions: assumptionSchema,
          lagToCompletion: lagSchema,
          lagToDropOut: lagSchema,
        }),
      ),
    }),
  ),
});

/** When things happen: how a year's volume falls into months, how long people wait and stay, who is there already. */
export type Timing = DeepReadonly<z.infer<typeof timingSchema>>;
export type Lag = DeepReadonly<z.infer<typeof lagSchema>>;

/** What tells the inputs of some flows from those of others. */
export type FlowsCalled = Pick<Timing, "name" | "complexity">;

/** Where the inputs of some flows stand: under their name and their complexity, where they say them. */
export const rootOf = (root: "timing" | "volumes", { name, complexity }: FlowsCalled): Path =>
  [root, name, complexity].filter((step) => step !== undefined);

/** Whether a lag is a table of shares by month. */
export const isByMonth = (lag: Lag): lag is Extract<Lag, { readonly sharesByMonth: unknown }> =>
  typeof lag === "object" && "sharesByMonth" in lag;

/**
 * Checks when things happen, all problems at once.
 *
 * @throws ModelError `invalid-data` with every problem: its path, what was expected and what came.
 */
export function parseTiming(data: unknown): Timing {
  const { copy, problems } = plainCopy(data);
  const { error } = z.safeParse(timingSchema, copy);
  const formal = problemsOf(error?.issues ?? [], copy, (path) => branchesAt(timingSchema, path));
  if (problems.length + formal.length > 0) throw invalidData("timing", rewritten([...problems, ...formal]));
  const timing = copy as Timing;
  const meant = meaningProblems(timing);
  if (meant.length > 0) throw invalidData("timing", meant);
  return deeplyFrozen(timing);
}

function meaningProblems(timing: Timing): readonly Problem[] {
  const { from, to, ramp, seasonality, workingDays, opening } = timing;
  const many = (path: Path, range: Range, of: Readonly<Record<string, Assumption>> = {}): Problem[] =>
    Object.entries(of).flatMap(([name, value]) => problemsInRange([...path, name], range, value));
  const factors = ramp?.shape === "table" ? ramp.factors : [];
  const first = ramp === undefined || ramp.shape === "table" ? undefined : ramp.firstMonthShare;
  return [
    ...(to !== undefined && to < from ? [problem(["to"], `a day on or after ${from}`, to)] : []),
    ...factors.flatMap((value, index) => problemsInRange(["ramp", "factors", index], "share", value)),
    ...(first === undefined ? [] : problemsInRange(["ramp", "firstMonthShare"], "share", first)),
    ...many(["seasonality"], "zero or more", seasonality),
    ...many(["workingDays"], "zero or more", workingDays),
    ...Object.entries(workingDays ?? {}).flatMap(([label, days]) => dayProblems(label, days)),
    ...(["lagToStart", "lagToCompletion", "lagToDropOut"] as const).flatMap((name) =>
      lagProblems([name], timing[name]),
    ),
    ...openingProblems(opening),
  ];
}

/** More working days in a month than it has days, as stated or at the high end of their range. */
function dayProblems(label: string, days: Assumption): readonly Problem[] {
  const most = new Date(Date.UTC(Number(label.slice(0, 4)), Number(label.slice(5)), 0)).getUTCDate();
  const high = typeof days === "object" && days.high !== undefined ? [decimalFrom(days.high)] : [];
  const beyond = [centralOf(days), ...high].find((one) => one.greaterThan(most));
  return beyond === undefined
    ? []
    : [problem(["workingDays", label], `at most the ${String(most)} days of the month`, digitsOf(beyond))];
}

/** What is wrong with how long something takes. */
export function lagProblems(path: Path, lag: Lag): readonly Problem[] {
  if (!isByMonth(lag)) return problemsInRange(path, "zero or more", lag);
  const at = [...path, "sharesByMonth"];
  const stated = lag.sharesByMonth.flatMap((share) => (share === "rest" ? [] : [share]));
  const wrong = lag.sharesByMonth.flatMap((share, index) =>
    share === "rest" ? [] : problemsInRange([...at, index], "share", share),
  );
  if (wrong.length > 0) return wrong;
  const rests = lag.sharesByMonth.length - stated.length;
  const total = stated.map(centralOf).reduce(plus, zero);
  if (rests > 1) return [problem(at, 'one "rest" at most', String(rests))];
  if (rests === 0 && lag.sharesByMonth.every(statesRange))
    return [
      problem(at, "one share without a range, which follows from the others", "a range for each", {
        mend: 'Write "rest" for one of them.',
      }),
    ];
  if (rests === 1 ? total.lessThanOrEqualTo(one) : total.equals(one)) return [];
  return [
    rests === 1
      ? problem(at, 'shares of one at most beside the "rest"', digitsOf(total))
      : problem(at, "shares that sum to one", digitsOf(total), { mend: 'Write "rest" for one of them.' }),
  ];
}

function openingProblems({ waiting, onService }: NonNullable<Timing["opening"]> = {}): readonly Problem[] {
  return [
    ...(waiting === undefined
      ? []
      : [
          ...orderProblems(["opening", "waiting"], waiting, ["referrals", "starts", "completions"]),
          ...lagProblems(["opening", "waiting", "lagToStart"], waiting.lagToStart),
        ]),
    ...(onService === undefined
      ? []
      : [
          ...orderProblems(["opening", "onService"], onService, ["starts", "completions"]),
          ...lagProblems(["opening", "onService", "lagToCompletion"], onService.lagToCompletion),
          ...lagProblems(["opening", "onService", "lagToDropOut"], onService.lagToDropOut),
        ]),
  ];
}

/** Volumes of one cohort: each is part of the one before. */
function orderProblems<K extends string>(
  path: Path,
  volumes: Readonly<Record<K, Assumption>>,
  names: readonly K[],
): readonly Problem[] {
  const wrong = names.flatMap((name) => problemsInRange([...path, name], "zero or more", volumes[name]));
  if (wrong.length > 0) return wrong;
  return names.slice(1).flatMap((name, index) => {
    const before = names[index] as K;
    const [part, whole] = [centralOf(volumes[name]), centralOf(volumes[before])];
    return part.greaterThan(whole)
      ? [problem([...path, name], `at most the ${digitsOf(whole)} ${before}`, digitsOf(part))]
      : [];
  });
}
