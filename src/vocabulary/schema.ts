import * as z from "zod/mini";

/** Text of a plain decimal number: `0.62`, `1200`. */
const decimalText = z.string().check(z.regex(/^[+-]?\d+(\.\d+)?$/), z.maxLength(1_000));

/** A number as a plan writes it. */
export const plainNumber = z.union(
  [z.number(), decimalText],
  'a plain decimal number, such as 0.62 or "0.62"',
);

const wholeText = z.string().check(z.regex(/^\d+$/), z.maxLength(1_000));

/** A count: a whole number from zero up. */
export const wholeNumber = z.union([z.int().check(z.minimum(0)), wholeText], "a whole number from 0 up");

export const text = z
  .string()
  .check(z.minLength(1, "text that is not blank"), z.regex(/\S/, "text that is not blank"));

/** A word by which other parts of a plan mean this one. */
export const identifier = z
  .string()
  .check(z.regex(/^[A-Za-z0-9][\w./ -]*$/, "a word of letters, digits and - _ . /"), z.maxLength(100));

/** A day, `2021-06-26`, that is in the calendar. */
export const day = z.iso.date("a day, as 2021-06-26");

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
