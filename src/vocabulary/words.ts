import * as z from "zod/mini";
import { identifier, text } from "./schema.ts";
import type { DeepReadonly } from "./schema.ts";

const named = { id: identifier, name: text };

/** Where a person stands in a sentence: in the community, in custody before release, on licence, or after it. */
export const stages = ["community", "custody", "licence", "post-sentence"] as const;

/** Whether an order has a rehabilitation activity requirement (RAR); it does not apply to what is no order. */
export const requirements = ["rar", "none", "not-applicable"] as const;

export const wordsSchema = z.strictObject({
  regions: z.optional(z.array(z.strictObject(named))),
  areas: z.optional(z.array(z.strictObject({ ...named, region: identifier }))),
  sentenceTypes: z.optional(
    z.array(
      z.strictObject({
        ...named,
        stage: z.optional(z.enum(stages)),
        requirement: z.optional(z.enum(requirements)),
      }),
    ),
  ),
  complexityLevels: z.optional(z.array(z.strictObject({ ...named, definition: z.optional(text) }))),
  services: z.optional(z.array(z.strictObject(named))),
  contractTypes: z.optional(
    z.array(z.strictObject({ ...named, services: z.array(identifier).check(z.minLength(1)) })),
  ),
  /** What else the caseload records of people, and the words it uses: `{ housing: ["settled", "unsettled"] }`. */
  attributes: z.optional(z.record(identifier, z.array(identifier).check(z.minLength(1)))),
});

/** The words of a plan: regions and areas, sentence types, complexity levels, services and what contracts bundle. */
export type Words = {
  readonly [K in keyof z.infer<typeof wordsSchema>]-?: DeepReadonly<
    NonNullable<z.infer<typeof wordsSchema>[K]>
  >;
};
export type SentenceType = Words["sentenceTypes"][number];
export type ContractType = Words["contractTypes"][number];
export type Stage = (typeof stages)[number];
