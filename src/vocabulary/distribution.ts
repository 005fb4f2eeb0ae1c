import * as z from "zod/mini";
import { plainNumber } from "./schema.ts";
import type { DeepReadonly } from "./schema.ts";

const limits = { from: z.optional(plainNumber), to: z.optional(plainNumber) };

/** By mean and deviation, or by two percentiles: `{ 10: 0.5, 90: 0.7 }`. */
const meanOrPercentiles = {
  mean: z.optional(plainNumber),
  deviation: z.optional(plainNumber),
  percentiles: z.optional(z.record(z.string(), plainNumber)),
};

/** How sure an assumption is, as data. What its numbers must be to make sense, `simulate` checks. */
export const distributionSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("uniform"), low: plainNumber, high: plainNumber }),
  z.strictObject({ kind: z.literal("triangular"), low: plainNumber, mode: plainNumber, high: plainNumber }),
  z.strictObject({ kind: z.literal("pert"), low: plainNumber, mode: plainNumber, high: plainNumber }),
  z.strictObject({ kind: z.literal("normal"), ...meanOrPercentiles, ...limits }),
  z.strictObject({ kind: z.literal("lognormal"), ...meanOrPercentiles, ...limits }),
  z.strictObject({
    kind: z.literal("beta"),
    alpha: z.optional(plainNumber),
    beta: z.optional(plainNumber),
    mean: z.optional(plainNumber),
    deviation: z.optional(plainNumber),
  }),
  z.strictObject({
    kind: z.literal("discrete"),
    values: z
      .array(z.strictObject({ value: plainNumber, weight: plainNumber }))
      .check(z.minLength(1, "at least one value in the list, each with its weight")),
  }),
  z.strictObject({
    kind: z.literal("stated"),
    as: z.optional(z.strictObject({ low: plainNumber, high: plainNumber })),
    ...limits,
  }),
]);

/**
 * How an uncertain input is drawn:
 *
 * - `uniform` from `low` to `high`, any value as likely as another;
 * - `triangular` from `low` to `high`, most often near `mode`;
 * - `pert`, the same with thinner ends: a beta distribution whose mean is (low + 4 × mode + high) / 6;
 * - `normal` and `lognormal` by `mean` and `deviation` or by two `percentiles`, cut off at `from` and `to`;
 * - `beta`, a share, by `alpha` and `beta` or by `mean` and `deviation`;
 * - `discrete`, one of several `values` by their weights;
 * - `stated`, by the assumption's own low and high: a triangle with the value for its mode, and with low and high for its
 *   ends, or for the percentiles said in `as`.
 */
export type Distribution = DeepReadonly<z.infer<typeof distributionSchema>>;
