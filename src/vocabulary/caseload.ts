import * as z from "zod/mini";
import { assumptionBy } from "./assumption.ts";
import { ageBand, day, identifier, text, wholeNumber, wordOrWords } from "./schema.ts";
import type { DeepReadonly } from "./schema.ts";
import { requirements, stages } from "./words.ts";

const known = {
  area: z.optional(identifier),
  region: z.optional(identifier),
  /** One sentence type, or the several that each of these people has. */
  sentenceType: z.optional(wordOrWords),
  stage: z.optional(z.enum(stages)),
  requirement: z.optional(z.enum(requirements)),
  sex: z.optional(z.enum(["female", "male"])),
  age: z.optional(ageBand),
  /** One level, or a level for each service. */
  complexity: z.optional(
    z.union([identifier, z.record(identifier, identifier)], "a complexity level, or one for each service"),
  ),
  need: z.optional(identifier),
  risk: z.optional(identifier),
  readiness: z.optional(identifier),
};

const flow = {
  /** People who join in a year, beside those there at the date. */
  entrantsInYear: z.optional(wholeNumber),
  /** People released in a year, who are the year's people for those in custody. */
  releasesInYear: z.optional(wholeNumber),
  /** Distinct people in a year, where the source has it. */
  peopleInYear: z.optional(wholeNumber),
};

/** A cell: so many people who are alike in every attribute the source has, a plan's own attributes among them. */
export const cellSchema = z.looseObject({
  people: z.optional(wholeNumber),
  supervisions: z.optional(wholeNumber),
  ...flow,
  ...known,
});

export const caseloadSchema = z.strictObject({
  asOf: day,
  source: text,
  counted: z.enum(["people", "supervisions"]),
  /** How many sentences a person has, where a person was counted once for each. */
  supervisionsPerPerson: z.optional(assumptionBy),
  cells: z.array(cellSchema),
});

/** People under supervision at a date, in cells. */
export type Caseload = DeepReadonly<z.infer<typeof caseloadSchema>>;
export type Cell = Caseload["cells"][number];
