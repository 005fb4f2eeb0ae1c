import * as z from "zod/mini";
import { assumptionSchema } from "./assumption.ts";
import { problemsInRange } from "./checks/assumptions.ts";
import { parsedAs } from "./parsed.ts";
import { day, text } from "./schema.ts";
import type { DeepReadonly } from "./schema.ts";
import { serviceSchema } from "./service.ts";
import { slots } from "./slots.ts";

const ratesSchema = z.strictObject({
  referralsPerPerson: assumptionSchema,
  startRate: assumptionSchema,
  completionRate: assumptionSchema,
});

/** What is checked where it is read, and has a name that is known. */
const elsewhere = z.optional(z.unknown());

const schema = z.strictObject({
  by: z.array(z.unknown()),
  on: day,
  cohort: elsewhere,
  levels: elsewhere,
  context: elsewhere,
  words: elsewhere,
  asOf: day,
  source: text,
  rates: z.optional(ratesSchema),
});

/** The names that a service may have, of which screening reads two. */
export const serviceNames: readonly string[] = Object.keys(serviceSchema.shape);

const rateNames = ["referralsPerPerson", "startRate", "completionRate"] as const;

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

/** Checks what is said of records, and whether all else has a known name, all problems at once. */
export function parseAboutRecords(options: AboutRecords): AboutRecords {
  const { asOf, source, rates } = parsedAs("screening of records", schema, options, (read) =>
    rateNames.flatMap((name) =>
      read.rates === undefined ? [] : problemsInRange(["rates", name], slots[name].range, read.rates[name]),
    ),
  );
  return { asOf, source, rates };
}
