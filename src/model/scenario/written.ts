import * as z from "zod/mini";
import { digitsOf } from "../../numbers/decimal.ts";
import type { Decimal, NumberLike } from "../../numbers/decimal.ts";
import { plainNumber, wholeNumber } from "../../vocabulary/schema.ts";

/** A number in the form in which another was written: as a JSON number, if that has the same digits, or as text. */
export function writtenAs(original: unknown, value: Decimal): number | string {
  const digits = digitsOf(value);
  return typeof original === "number" && String(Number(digits)) === digits ? Number(digits) : digits;
}

/** Whether something counts people: a whole number from zero up. */
export const isWhole = (value: unknown): value is NumberLike => z.safeParse(wholeNumber, value).success;

export const isPlainNumber = (value: unknown): value is NumberLike => z.safeParse(plainNumber, value).success;
