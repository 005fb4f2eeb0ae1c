import * as z from "zod/mini";
import { assumptionSchema } from "./assumption.ts";
import { numberIn } from "./listed-figures.ts";
import { parsedAs } from "./parsed.ts";
import { problem } from "./problems.ts";
import { day, text } from "./schema.ts";
import type { DeepReadonly } from "./schema.ts";

const ratesSchema = z.strictObject({
  referralsPerPerson: assumptionSchema,
  startRate: assumptionSchema,
  completionRate: assumptionSchema,
});

const schema = z.strictObject({
  asOf: day,
  source: text,
  rates: z.optional(ratesSchema),
});

/** What the people of a provider's records come to: referrals each in the time the records cover, and conversion. */
export type RecordRates = DeepReadonly<z.infer<typeof ratesSchema>>;

/** What there is to know of records besides the people in them. */
export interface AboutRecords {
  /** The day on which these were the provider's people. */
  readonly asOf: string;
  readonly source: string;
  /** What makes volumes of people; no volumes, if left out. */
  readonly rates?: RecordRates | undefined;
}

/** Checks what is said of records, all problems at once. */
export const parseAboutRecords = (about: AboutRecords): AboutRecords =>
  parsedAs("screening of records", schema, about, ({ rates = {} }) =>
    Object.entries(rates).flatMap(([name, assumption]) => {
      const number = String(numberIn(assumption));
      return number.startsWith("-") ? [problem(["rates", name], "zero or more", number)] : [];
    }),
  );
