import * as z from "zod/mini";

/** Text of a plain decimal number: `0.62`, `1200`. */
const decimalText = z.string().check(z.regex(/^[+-]?\d+(\.\d+)?$/), z.maxLength(1_000));

/** A number as a plan writes it. */
export const plainNumber = z.union(
  [z.number(), decimalText],
  'a plain decimal number, such as 0.62 or "0.62"',
);

/** A whole number within limits. */
export function wholeFrom(least: number, most = Number.MAX_SAFE_INTEGER) {
  const fits = (value: number): boolean => Number.isInteger(value) && value >= least && value <= most;
  const above = most === Number.MAX_SAFE_INTEGER ? "up" : `to ${String(most)}`;
  return z.number().check(z.refine(fits, `a whole number from ${String(least)} ${above}`));
}

const wholeText = z.string().check(z.regex(/^\d+$/), z.maxLength(1_000));

/** A count: a whole number from zero up. */
export const wholeNumber = z.union([wholeFrom(0), wholeText], "a whole number from 0 up");

export const text = z
  .string()
  .check(z.minLength(1, "text that is not blank"), z.regex(/\S/, "text that is not blank"));

/** A word by which other parts of a plan mean this one. */
export const identifier = z
  .string()
  .check(z.regex(/^[A-Za-z0-9][\w./ -]*$/, "a word of letters, digits and - _ . /"), z.maxLength(100));

/** Whether text is a day of the calendar: the 30th of February is none. */
function isDay(text: string): boolean {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  const day = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date)));
  return year !== undefined && day.getUTCMonth() + 1 === Number(month) && day.getUTCDate() === Number(date);
}

/** A day, `2021-06-26`, that is in the calendar. */
export const day = z.string().check(z.refine(isDay, "a day, as 2021-06-26"));

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
