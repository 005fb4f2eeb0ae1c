import * as z from "zod/mini";
import { assumptionSchema } from "./assumption.ts";
import { isYearLabel, yearForm } from "./calendar.ts";
import { text } from "./schema.ts";
import type { DeepReadonly } from "./schema.ts";

/** The prices of money that is in those of whatever year it is spent in: nominal. */
export const nominal = "of each year";

/** The prices that money is in, as a figure says it of itself. */
export const pricesText = (prices: string): string =>
  `in prices ${prices === nominal ? prices : `of ${prices}`}`;

const year = z.string().check(z.refine(isYearLabel, yearForm));

export const priceIndexSchema = z.strictObject({
  name: text,
  source: text,
  /** The index of each year; which of them is at 100 makes no difference. */
  values: z.record(year, assumptionSchema),
});

/** The year in whose prices a plan states its costs, and the index by which each year's follow from them. */
export const pricesSchema = z.strictObject({ of: year, index: priceIndexSchema });

/** A price index of the user's, by year. */
export type PriceIndex = DeepReadonly<z.infer<typeof priceIndexSchema>>;
