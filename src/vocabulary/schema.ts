import * as z from "zod/mini";
import { agesOf, ageBand as ageBandForm } from "./attributes.ts";

/** What is expected, where nothing further is checked once it is not so. */
export const first = (error: string) => ({ error, abort: true });

const numberForm = 'a plain decimal number, such as 0.62 or "0.62"';

/** Longer text is no number that anybody wrote. */
const longestNumber = 1_000;

/** Text of a plain decimal number: `0.62`, `1200`. */
const decimalText = z
  .string()
  .check(z.regex(/^[+-]?\d+(\.\d+)?$/, first(numberForm)), z.maxLength(longestNumber, numberForm));

/** Whether JavaScript holds a number as it was written: a whole number past 2⁵³ has lost digits already. */
const isHeldExactly = (value: number): boolean => !Number.isInteger(value) || Number.isSafeInteger(value);

/** A number as a plan writes it. */
export const plainNumber = z.union(
  [z.number().check(z.refine(isHeldExactly, numberForm)), decimalText],
  numberForm,
);

/** A whole number within limits. */
export function wholeFrom(least: number, most = Number.MAX_SAFE_INTEGER) {
  const form = `a whole number from ${String(least)} ${most === Number.MAX_SAFE_INTEGER ? "up" : `to ${String(most)}`}`;
  return z
    .number()
    .check(z.refine(Number.isInteger, first(form)), z.minimum(least, first(form)), z.maximum(most, form));
}

const countForm = "a whole number from 0 up";

const wholeText = z.string().check(z.regex(/^\d+$/, first(countForm)), z.maxLength(longestNumber, countForm));

/** A count: a whole number from zero up. */
export const wholeNumber = z.union([wholeFrom(0), wholeText], countForm);

const textForm = "text that is not blank";

export const text = z.string().check(z.regex(/\S/, textForm));

const wordForm = "a word of letters, digits and - _ . / +";

/** A word by which other parts of a plan mean this one. */
export const identifier = z
  .string()
  .check(z.regex(/^[\p{L}\p{N}][\p{L}\p{N}_./+ -]*$/u, first(wordForm)), z.maxLength(100, wordForm));

const ageForm = "an age band, as 18-25, 26+ or 40";

export const ageBand = z.string().check(
  z.regex(ageBandForm, first(ageForm)),
  z.refine((band) => agesOf(band) !== undefined, ageForm),
);

const dayForm = "a day, as 2021-06-26";

/** Whether text is a day of the calendar: the 30th of February is none. */
function isInCalendar(text: string): boolean {
  const [year, month, date] = text.split("-").map(Number);
  const day = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date)));
  return day.getUTCMonth() + 1 === month && day.getUTCDate() === date;
}

/** A day, `2021-06-26`, that is in the calendar. */
export const day = z
  .string(dayForm)
  .check(z.regex(/^((19|2\d)\d\d-\d\d-\d\d|9999-12-31)$/, first(dayForm)), z.refine(isInCalendar, dayForm));

/** One word or several. */
export const wordOrWords = z.union(
  [identifier, z.array(identifier).check(z.minLength(1))],
  "a word, or a list of words",
);

/** Read-only all the way down. */
export type DeepReadonly<T> = T extends (infer E)[]
  ? readonly DeepReadonly<E>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T;
