import * as z from "zod/mini";
import { assumptionBy, assumptionSchema } from "./assumption.ts";
import { isYearLabel } from "./calendar.ts";
import { bidderProblems } from "./checks/bidder.ts";
import { branchesAt } from "./keys.ts";
import { datedAmounts, indexationSchema, mechanismSchema } from "./mechanism.ts";
import { deeplyFrozen, plainCopy } from "./plain.ts";
import { invalidData, problem, problemsOf } from "./problems.ts";
import { rewritten } from "./rewritten.ts";
import { text } from "./schema.ts";
import type { DeepReadonly } from "./schema.ts";

/** A line of cost: a sum a year, so much for each case, or a sum for each so many cases begun; or several of these. */
const costSchema = z.strictObject({
  name: text,
  fixed: z.optional(assumptionBy),
  perCase: z.optional(assumptionBy),
  steps: z.optional(z.strictObject({ each: assumptionSchema, amount: assumptionBy })),
});

export const bidderSchema = z.strictObject({
  name: text,
  mechanism: mechanismSchema,
  /** None, where the full cost is given beside. */
  costs: z.array(costSchema),
  /** How costs come to the prices of a year: said wherever it is said of what is paid, so that prices never mix. */
  costIndexation: z.optional(indexationSchema),
  /** Referrals that are not appropriate: what share is, what one that is not costs, and how much of it the provider bears. */
  referrals: z.optional(
    z.strictObject({
      appropriateShare: assumptionSchema,
      costPerReferral: assumptionSchema,
      borneShare: assumptionSchema,
    }),
  ),
  /** What is expected of each measure that service credits hang on. */
  performance: z.optional(z.record(text, assumptionSchema)),
  mobilisationCosts: z.optional(datedAmounts),
  /** What is in hand before the first month. */
  openingCash: z.optional(assumptionSchema),
});

/** A provider that may bid: how it would be paid, and what it costs. */
export type Bidder = DeepReadonly<z.infer<typeof bidderSchema>>;

/**
 * A provider's side of a contract read from data, checked whole.
 *
 * @param data - what `JSON.parse` gave, or an object written in code; it is not changed
 * @returns the same, read-only all the way down
 * @throws ModelError `invalid-data` with every problem at once, those of its mechanism among them.
 *
 * @example
 * ```ts
 * import { parseBidder } from "volumes-and-values/provider";
 *
 * parseBidder({
 *   name: "A women's centre",
 *   mechanism: { name: "Block", counts: "starts", parts: [{ pay: "block", amount: 130_000 }] },
 *   costs: [{ name: "staff" }],
 * });
 * // throws: costs.0: expected a cost that is fixed, perCase or in steps; received none of these.
 * ```
 */
export function parseBidder(data: unknown): Bidder {
  if (areVolumes(data)) throw invalidData("provider", [volumesProblem]);
  const { copy, problems } = plainCopy(data);
  const { error } = z.safeParse(bidderSchema, copy);
  const formal = problemsOf(error?.issues ?? [], copy, (path) => branchesAt(bidderSchema, path));
  if (problems.length + formal.length > 0) throw invalidData("provider", rewritten([...problems, ...formal]));
  const meant = bidderProblems(copy as Bidder);
  if (meant.length > 0) throw invalidData("provider", rewritten(meant));
  return deeplyFrozen(copy as Bidder);
}

/** Whether something has volumes where a provider is due: a plan, what it was forecast to come to, months, or years. */
function areVolumes(data: unknown): boolean {
  if (typeof data !== "object" || data === null || Array.isArray(data)) return false;
  const names = Object.keys(data);
  return (
    !names.includes("mechanism") &&
    (["caseload", "total"].some((name) => names.includes(name)) ||
      (names.length > 0 && names.every(isYearLabel)))
  );
}

const volumesProblem = /* @__PURE__ */ problem([], "a provider, as { name, mechanism, costs }", "volumes", {
  mend: "The volumes come first, and then the provider.",
});
