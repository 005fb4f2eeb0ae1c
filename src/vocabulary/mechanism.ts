import * as z from "zod/mini";
import { assumptionBy, assumptionSchema } from "./assumption.ts";
import { mechanismProblems } from "./checks/mechanism.ts";
import { branchesAt } from "./keys.ts";
import { nominal, priceIndexSchema } from "./prices.ts";
import { deeplyFrozen, plainCopy } from "./plain.ts";
import { invalidData, problemsOf } from "./problems.ts";
import { rewritten } from "./rewritten.ts";
import { day, text, wholeFrom } from "./schema.ts";
import type { DeepReadonly } from "./schema.ts";

/** What a mechanism may count, one by one. */
export const caseMeasures = ["referrals", "starts", "completions", "interventions"] as const;

const band = z.strictObject({ beyond: assumptionSchema, price: assumptionSchema });
const bands = z.array(band).check(z.minLength(1));

/** The parts that a payment may be made of; they add up. */
const partSchema = z.discriminatedUnion("pay", [
  /** A sum for the contracted volume, whatever volume comes. */
  z.strictObject({ pay: z.literal("block"), amount: assumptionBy }),
  /** So much for each case, by complexity or alike. */
  z.strictObject({ pay: z.literal("per case"), price: assumptionBy }),
  /** A sum for the contracted volume; beyond a tolerance on either side, so much for each case more or less. */
  z.strictObject({
    pay: z.literal("bands"),
    amount: assumptionBy,
    below: z.optional(bands),
    above: z.optional(bands),
  }),
  /** So much for each of what comes of the cases. */
  z.strictObject({ pay: z.literal("outcomes"), counts: z.enum(caseMeasures), price: assumptionBy }),
]);

const indexationForm = `"${nominal}", or { base, index: { name, source, values } }`;

/** How amounts come to the prices of a year: by an index, from those of its base; or they are in those of each year. */
export const indexationSchema = z.union(
  [z.literal(nominal), z.strictObject({ base: text, index: priceIndexSchema })],
  indexationForm,
);

/** Sums paid once, each on a day. */
export const datedAmounts = z.array(z.strictObject({ name: text, amount: assumptionSchema, on: day }));

export const mechanismSchema = z.strictObject({
  name: text,
  counts: z.enum(caseMeasures),
  parts: z.array(partSchema).check(z.minLength(1)),
  /** The most and the least that the parts come to in a year. */
  atMost: z.optional(assumptionBy),
  atLeast: z.optional(assumptionBy),
  serviceCredits: z.optional(
    z.strictObject({
      atMostShare: assumptionSchema,
      measures: z
        .array(
          z.strictObject({ name: text, targetShare: assumptionSchema, creditPerShortfall: assumptionSchema }),
        )
        .check(z.minLength(1)),
    }),
  ),
  indexation: z.optional(indexationSchema),
  mobilisation: z.optional(datedAmounts),
  terms: z.optional(
    z.strictObject({
      monthsInArrears: wholeFrom(0, 24),
      /** Each month a twelfth of what the contracted volume comes to, or what was delivered. */
      onAccount: z.enum(["contracted", "delivered"]),
      /** How many months after a year's end what was paid is brought to what is due. */
      reconciledAfter: z.optional(wholeFrom(0, 24)),
    }),
  ),
});

/** How a contract pays, as data: parts that add up, limits, service credits, indexation, mobilisation and terms. */
export type Mechanism = DeepReadonly<z.infer<typeof mechanismSchema>>;

/** A part of a payment: a block, a price per case, bands, or outcomes. */
export type PaymentPart = Mechanism["parts"][number];

/** What a mechanism counts. */
export type CaseMeasure = Mechanism["counts"];

/**
 * A payment mechanism read from data, checked whole.
 *
 * @param data - what `JSON.parse` gave, or an object written in code; it is not changed
 * @returns the mechanism, read-only all the way down
 * @throws ModelError `invalid-data` with every problem at once: its path, what was expected, what came, and the
 * nearest known word for a misspelt one.
 *
 * @example
 * ```ts
 * import { parseMechanism } from "volumes-and-values/provider";
 *
 * parseMechanism({
 *   name: "Bands",
 *   counts: "referrals",
 *   parts: [
 *     {
 *       pay: "bands",
 *       amount: 510_000,
 *       above: [
 *         { beyond: "0.2", price: 100 },
 *         { beyond: "0.1", price: 200 },
 *       ],
 *     },
 *   ],
 * });
 * // throws: parts.0.above.1.beyond: expected more than the 0.2 of the band before; received 0.1.
 * ```
 */
export function parseMechanism(data: unknown): Mechanism {
  const { copy, problems } = plainCopy(data);
  const { error } = z.safeParse(mechanismSchema, copy);
  const formal = problemsOf(error?.issues ?? [], copy, (path) => branchesAt(mechanismSchema, path));
  if (problems.length + formal.length > 0)
    throw invalidData("payment mechanism", rewritten([...problems, ...formal]));
  const meant = mechanismProblems(copy as Mechanism);
  if (meant.length > 0) throw invalidData("payment mechanism", rewritten(meant));
  return deeplyFrozen(copy as Mechanism);
}
