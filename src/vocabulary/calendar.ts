import * as z from "zod/mini";
import { first, wholeFrom } from "./schema.ts";
import type { DeepReadonly } from "./schema.ts";

/** The label of the financial year that begins in April of a year: 2021/22. */
export const financialYearLabel = (start: number): string =>
  `${String(start)}/${String((start + 1) % 100).padStart(2, "0")}`;

/** The label of a year of a contract, the first being 1. */
export const contractYearLabel = (number: number): string => `contract year ${String(number)}`;

export const yearForm = "a year, as 2021/22 or contract year 1";

/** Whether a word is the label of a year, of either kind: a plan may be forecast by both. */
export function isYearLabel(word: string): boolean {
  const [, start, contract] = /^(?:(\d{4})\/\d{2}|contract year ([1-9]\d?))$/.exec(word) ?? [];
  return contract !== undefined || word === financialYearLabel(Number(start));
}

const form = "a financial year, as 2021/22";

export const financialYear = z
  .string()
  .check(z.regex(/^\d{4}\/\d{2}$/, first(form)), z.refine(isYearLabel, form));

/** The years of a forecast: financial years from the first to the last, or years of each contract from its go-live. */
export const calendarSchema = z.discriminatedUnion("years", [
  z.strictObject({ years: z.enum(["financial"]), first: financialYear, last: financialYear }),
  z.strictObject({ years: z.enum(["contract"]), count: wholeFrom(1, 50) }),
]);

export type Calendar = DeepReadonly<z.infer<typeof calendarSchema>>;

const upTo = (count: number): number[] => [...Array(count).keys()];

/** The labels of a forecast's years, in order. */
export function yearLabels(calendar: Calendar): readonly string[] {
  if (calendar.years === "contract")
    return upTo(calendar.count).map((before) => contractYearLabel(before + 1));
  const [first, last] = [Number(calendar.first.slice(0, 4)), Number(calendar.last.slice(0, 4))];
  return upTo(Math.max(0, last - first + 1)).map((after) => financialYearLabel(first + after));
}
