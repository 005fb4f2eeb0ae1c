import * as z from "zod/mini";
import { assumptionSchema } from "./assumption.ts";
import { ageBand, day, identifier, text } from "./schema.ts";
import type { DeepReadonly } from "./schema.ts";

/** Who a lot is for. */
export const cohortSchema = z.strictObject({
  sex: z.optional(z.enum(["female", "male"])),
  age: z.optional(ageBand),
});

export const lotSchema = z.strictObject({
  id: identifier,
  name: z.optional(text),
  /** What is bought: a contract type and all it bundles, or one service. */
  contractType: z.optional(identifier),
  service: z.optional(identifier),
  /** What is bought under the contract type, where that is more or less than all it bundles. */
  services: z.optional(z.array(identifier).check(z.minLength(1))),
  /** Where: areas, or all areas of some regions. */
  areas: z.optional(z.array(identifier).check(z.minLength(1))),
  regions: z.optional(z.array(identifier).check(z.minLength(1))),
  cohort: cohortSchema,
  /** The day of go-live. */
  from: day,
  /** The last day; open, if left out. */
  to: z.optional(day),
  /** The complexity levels offered, for services that do not offer every one. */
  levels: z.optional(z.record(identifier, z.array(identifier).check(z.minLength(1)))),
  /** The one-off cost of setting up: a line of its own, never inside a unit cost. */
  mobilisation: z.optional(assumptionSchema),
  source: z.optional(text),
});

/** A lot: a contract type or a service, in areas, for a cohort, with dates. */
export type Lot = DeepReadonly<z.infer<typeof lotSchema>>;
export type Cohort = DeepReadonly<z.infer<typeof cohortSchema>>;
