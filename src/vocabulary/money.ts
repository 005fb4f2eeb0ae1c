import * as z from "zod/mini";
import type { Problem } from "../errors.ts";
import { assumptionSchema } from "./assumption.ts";
import { isYearLabel } from "./calendar.ts";
import { problemsInRange } from "./checks/assumptions.ts";
import { keysAt } from "./keys.ts";
import { deeplyFrozen, plainCopy } from "./plain.ts";
import { invalidData, problem, problemsOf } from "./problems.ts";
import { day, text, wholeFrom } from "./schema.ts";
import type { DeepReadonly } from "./schema.ts";

/** The prices of money that is in those of whatever year it is spent in: nominal. */
export const nominal = "of each year";

const yearForm = 'a year, as "2021/22" or "contract year 1"';
const year = z.string().check(z.refine(isYearLabel, yearForm));

export const priceIndexSchema = z.strictObject({
  name: text,
  source: text,
  /** The index of each year; which of them is at 100 makes no difference. */
  values: z.record(year, assumptionSchema),
});

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

/** A price index of the user's, by year. */
export type PriceIndex = DeepReadonly<z.infer<typeof priceIndexSchema>>;

/** Real discount rates by year, with their source and the day on which they were taken down. */
export type DiscountSchedule = DeepReadonly<z.infer<typeof discountScheduleSchema>>;

/** Checks a price index, all problems at once. */
export const parsePriceIndex = (data: unknown): PriceIndex =>
  parsed("price index", priceIndexSchema, data, ({ values }) => [
    ...(Object.keys(values).length === 0 ? [problem(["values"], "the index of a year or more", "none")] : []),
    ...Object.entries(values).flatMap(([label, value]) =>
      problemsInRange(["values", label], "above zero", value),
    ),
  ]);

/** Checks a discount schedule, all problems at once. */
export const parseDiscountSchedule = (data: unknown): DiscountSchedule =>
  parsed("discount schedule", discountScheduleSchema, data, ({ bands }) =>
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

/** Data read by a schema, and by what the schema cannot say. */
function parsed<S extends z.ZodMiniType>(
  subject: string,
  schema: S,
  data: unknown,
  meaning: (data: DeepReadonly<z.infer<S>>) => readonly Problem[],
): DeepReadonly<z.infer<S>> {
  const { copy, problems } = plainCopy(data);
  const { error } = z.safeParse(schema, copy);
  const formal = problemsOf(error?.issues ?? [], copy, (path) => keysAt(schema, path));
  if (problems.length + formal.length > 0) throw invalidData(subject, [...problems, ...formal]);
  const read = copy as DeepReadonly<z.infer<S>>;
  const meant = meaning(read);
  if (meant.length > 0) throw invalidData(subject, meant);
  return deeplyFrozen(read);
}
