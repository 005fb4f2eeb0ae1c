import * as z from "zod/mini";
import { wholeFrom } from "./schema.ts";
import type { DeepReadonly } from "./schema.ts";

export const financialYear = z.string().check(z.regex(/^\d{4}\/\d{2}$/, "a financial year, as 2021/22"));

/** The years of a forecast: financial years from the first to the last, or years of each contract from its go-live. */
export const calendarSchema = z.discriminatedUnion("years", [
  z.strictObject({ years: z.literal("financial"), first: financialYear, last: financialYear }),
  z.strictObject({ years: z.literal("contract"), count: wholeFrom(1, 50) }),
]);

export type Calendar = DeepReadonly<z.infer<typeof calendarSchema>>;
