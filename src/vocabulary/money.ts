import * as z from "zod/mini";
import { assumptionSchema } from "./assumption.ts";
import { problemsInRange } from "./checks/assumptions.ts";
import { parsedAs } from "./parsed.ts";
import { priceIndexSchema } from "./prices.ts";
import type { PriceIndex } from "./prices.ts";
import { problem } from "./problems.ts";
import { day, text, wholeFrom } from "./schema.ts";
import type { DeepReadonly } from "./schema.ts";

export const discountScheduleSchema = z.strictObject({
  name: text,
  source: text,
  asOf: day,
  /** Real rates, by years from year 0; the last has no end. */
  bands: z
    .array(
      z.strictObject({
        fromYear: wholeFrom(0, 10_000),
        toYear: z.optional(wholeFrom(0, 10_000)),
        rate: assumptionSchema,
      }),
    )
    .check(z.minLength(1)),
});

/** Real discount rates by year, with their source and the day on which they were taken down. */
export type DiscountSchedule = DeepReadonly<z.infer<typeof discountScheduleSchema>>;

/** Checks a price index, all problems at once. */
export const parsePriceIndex = (data: unknown): PriceIndex =>
  parsedAs("price index", priceIndexSchema, data, ({ values }) => [
    ...(Object.keys(values).length === 0 ? [problem(["values"], "the index of a year or more", "none")] : []),
    ...Object.entries(values).flatMap(([label, value]) =>
      problemsInRange(["values", label], "above zero", value),
    ),
  ]);

/** Checks a discount schedule, all problems at once. */
export const parseDiscountSchedule = (data: unknown): DiscountSchedule =>
  parsedAs("discount schedule", discountScheduleSchema, data, ({ bands }) =>
    bands.flatMap(({ fromYear, toYear, rate }, index) => {
      const before = bands[index - 1];
      const due = before === undefined ? 0 : (before.toYear ?? Number.NaN) + 1;
      const last = index === bands.length - 1;
      return [
        ...(fromYear === due
          ? []
          : [
              problem(
                ["bands", index, "fromYear"],
                Number.isNaN(due)
                  ? "no band after one without an end"
                  : `the year ${String(due)}, so that no year is left out`,
                String(fromYear),
              ),
            ]),
        ...(toYear !== undefined && toYear < fromYear
          ? [problem(["bands", index, "toYear"], `a year from ${String(fromYear)} on`, String(toYear))]
          : []),
        ...(last && toYear !== undefined
          ? [problem(["bands", index, "toYear"], "no end of the last band", String(toYear))]
          : []),
        ...problemsInRange(["bands", index, "rate"], "share", rate),
      ];
    }),
  );
