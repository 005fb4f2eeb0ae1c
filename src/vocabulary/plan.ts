import * as z from "zod/mini";
import type { Problem } from "../errors.ts";
import { describe } from "../numbers/decimal.ts";
import { assumptionBy } from "./assumption.ts";
import { basisSchema } from "./basis.ts";
import { calendarSchema } from "./calendar.ts";
import { caseloadSchema } from "./caseload.ts";
import { checks } from "./checks/all.ts";
import { soundParts } from "./checks/sound.ts";
import { lotSchema } from "./lot.ts";
import { formOf } from "./parsed.ts";
import { deeplyFrozen } from "./plain.ts";
import { pricesSchema } from "./prices.ts";
import { invalidData, problem } from "./problems.ts";
import { identifier, text } from "./schema.ts";
import type { DeepReadonly } from "./schema.ts";
import { serviceSchema } from "./service.ts";
import { wordsSchema } from "./words.ts";

export const planVersion = "volumes-and-values/plan/1";

export const planSchema = z.strictObject({
  schema: z.enum([planVersion]),
  name: text,
  note: z.optional(text),
  basis: z.optional(basisSchema),
  /** By which each year's money comes to be in that year's prices; left out where all is in the prices of one year. */
  prices: z.optional(pricesSchema),
  words: z.optional(wordsSchema),
  caseload: caseloadSchema,
  /** Areas whose people are counted in the caseload and bought for elsewhere. */
  setAside: z.optional(z.array(z.strictObject({ area: identifier, reason: text, source: z.optional(text) }))),
  /** Distinct people in a year for each person at the date; left out where every cell has its own flow. */
  turnover: z.optional(assumptionBy),
  services: z.record(identifier, serviceSchema),
  lots: z.array(lotSchema).check(z.minLength(1)),
  calendar: calendarSchema,
});

/** A plan: lots, caseload, eligibility rules, rates, ramp-up, costs and calendar, as data. */
export type Plan = DeepReadonly<z.infer<typeof planSchema>>;

const mostCells = 1_000_000;

/**
 * A plan read from data, checked whole: its form, its words, its dates, its ranges and its sums.
 *
 * @param data - what `JSON.parse` gave, or an object written in code; it is not changed
 * @returns the plan, read-only all the way down
 * @throws ModelError `invalid-data` with every problem at once: its path, what was expected, what came, and the
 * nearest known word for a misspelt one.
 *
 * @example
 * ```ts
 * import { parsePlan } from "volumes-and-values";
 *
 * parsePlan({ schema: "volumes-and-values/plan/0" });
 * // throws: schema: expected "volumes-and-values/plan/1"; received "volumes-and-values/plan/0"
 * ```
 */
export function parsePlan(data: unknown): Plan {
  const early = refusedAtOnce(data);
  if (early !== undefined) throw invalidData("plan", [early]);
  const { copy, problems } = formOf(planSchema, data);
  if (copy === undefined) throw invalidData("plan", problems);
  const misformed = problems.map(({ path }) => path);
  const meant = checks.flatMap((check) => check(soundParts(copy as Plan, misformed)));
  const all = [...problems, ...meant];
  if (all.length > 0) throw invalidData("plan", all);
  const plan = deeplyFrozen(copy as Plan);
  parsed.add(plan);
  return plan;
}

/** The plans that were read: a memory that changes no answer. */
const parsed = new WeakSet<Plan>();

/** A plan as it is, if it was read before; what was not is read first, so that nothing unchecked is forecast. */
export const checkedPlan = (plan: Plan): Plan => (parsed.has(plan) ? plan : parsePlan(plan));

/** What makes the rest not worth reading: no object, another version, or more cells than are taken. */
function refusedAtOnce(data: unknown): Problem | undefined {
  if (typeof data !== "object" || data === null || Array.isArray(data)) {
    const mend = typeof data === "string" ? "Read it with JSON.parse first." : "";
    return problem([], "a plan, as an object", describe(data), mend === "" ? {} : { mend });
  }
  const { schema, caseload } = data as {
    readonly schema?: unknown;
    readonly caseload?: { readonly cells?: unknown } | null;
  };
  if (schema !== planVersion) {
    return problem(
      ["schema"],
      JSON.stringify(planVersion),
      schema === undefined ? "nothing" : describe(schema),
      {
        mend: "This version of the library reads plans of that version only.",
      },
    );
  }
  const cells = typeof caseload === "object" && caseload !== null ? caseload.cells : undefined;
  if (Array.isArray(cells) && cells.length > mostCells) {
    return problem(["caseload", "cells"], `at most ${String(mostCells)} cells`, String(cells.length), {
      mend: "Tally them by fewer attributes.",
    });
  }
  return undefined;
}
