import * as z from "zod/mini";
import { assumptionBy, assumptionSchema, oneOrBy } from "./assumption.ts";
import { ruleSchema } from "./rule.ts";
import { identifier, wholeFrom } from "./schema.ts";
import type { DeepReadonly } from "./schema.ts";

/** Shares of people by complexity level, which sum to one; one level may be the "rest". */
export const mixSchema = z.record(
  identifier,
  z.union([z.enum(["rest"]), assumptionSchema], 'a share, or "rest"'),
);

/** How a service grows to its plateau: a shape over so many months, or a factor for each month. */
export const profileSchema = z.discriminatedUnion("shape", [
  z.strictObject({
    shape: z.enum(["linear", "front-loaded", "back-loaded", "step", "s-curve"]),
    monthsToPlateau: wholeFrom(1, 600),
    /** The share of the plateau in the first month; where left out, what the shape gives. */
    firstMonthShare: z.optional(assumptionSchema),
  }),
  z.strictObject({
    shape: z.enum(["table"]),
    factors: z.array(assumptionSchema).check(z.minLength(1), z.maxLength(600)),
  }),
]);

/** A ramp-up, and what becomes of the referrals that the service cannot take yet. */
export const rampUpSchema = z.strictObject({
  profile: profileSchema,
  unmet: z.enum(["lost", "carried forward"]),
  /** What the service can take a year at its plateau, for each referral made in a full year: one, if left out. */
  plateau: z.optional(assumptionSchema),
});

const bottomUp = z.strictObject({
  contactHours: assumptionBy,
  otherHours: assumptionBy,
  referralHours: assumptionBy,
  completionHours: assumptionBy,
  salary: assumptionBy,
  onCostPerPound: assumptionBy,
  productiveHours: assumptionBy,
  otherDirectCost: assumptionBy,
  overheadPerPound: assumptionBy,
  surplusPerPound: assumptionBy,
});

export const unitCostSchema = z.union(
  [z.strictObject({ costPerStart: assumptionBy }), bottomUp],
  "{ costPerStart }, or the parts of a bottom-up unit cost",
);

export const serviceSchema = z.strictObject({
  /** In order: the first that matches decides. */
  rules: z.array(ruleSchema),
  complexityMix: oneOrBy(mixSchema, "shares by complexity level"),
  /** Left out where a rule asks for the need itself. */
  needShare: z.optional(assumptionBy),
  takeUpShare: assumptionBy,
  referralsPerPerson: assumptionBy,
  startRate: assumptionBy,
  completionRate: assumptionBy,
  rampUp: rampUpSchema,
  /** How spend grows, where it does not follow volume. */
  spendProfile: z.optional(profileSchema),
  unitCost: unitCostSchema,
});

/** A service: who is eligible, how many of them are referred, start and finish, how it grows, and what a start costs. */
export type Service = DeepReadonly<z.infer<typeof serviceSchema>>;
export type Mix = DeepReadonly<z.infer<typeof mixSchema>>;
export type Profile = DeepReadonly<z.infer<typeof profileSchema>>;
export type RampUp = DeepReadonly<z.infer<typeof rampUpSchema>>;
