import * as z from "zod/mini";
import { decimalFrom, digitsOf, plus, times } from "../../numbers/decimal.ts";
import type { Decimal, NumberLike } from "../../numbers/decimal.ts";
import { isCounts } from "../../numbers/figure.ts";
import { plainNumber, wholeNumber } from "../../vocabulary/schema.ts";

/** How numbers move: one alone, and the counts behind a rate, both exactly. */
export interface Motion {
  readonly number: (value: Decimal) => Decimal;
  readonly counts: (count: Decimal, of: Decimal) => { readonly count: Decimal; readonly of: Decimal };
  /** What is noted of an assumption that was moved. */
  readonly note: string;
}

/** A number as one whole number over another: 1.1 is 11 of 10. */
function asWholes(value: Decimal): { readonly part: Decimal; readonly whole: Decimal } {
  const whole = decimalFrom(`1${"0".repeat(value.decimalPlaces())}`);
  return { part: times(value, whole), whole };
}

/** Multiplying by a number: 3 of 4 by 1.1 is 33 of 40. */
export function scaling(by: Decimal, scenario: string): Motion {
  const { part, whole } = asWholes(by);
  return {
    number: (value) => times(value, by),
    counts: (count, of) => ({ count: times(count, part), of: times(of, whole) }),
    note: `scaled by ${digitsOf(by)} in the scenario ${scenario}`,
  };
}

/** Adding a number: 3 of 4 and 0.05 are 64 of 80. */
export function adding(amount: Decimal, scenario: string): Motion {
  const { part, whole } = asWholes(amount);
  return {
    number: (value) => plus(value, amount),
    counts: (count, of) => ({ count: plus(times(count, whole), times(of, part)), of: times(of, whole) }),
    note: `${digitsOf(amount)} added in the scenario ${scenario}`,
  };
}

/** A number in the form in which another was written: as a JSON number, if that has the same digits, or as text. */
export function writtenAs(original: unknown, value: Decimal): number | string {
  const digits = digitsOf(value);
  return typeof original === "number" && String(Number(digits)) === digits ? Number(digits) : digits;
}

/** Whether something counts people: a whole number from zero up. */
export const isWhole = (value: unknown): value is NumberLike => z.safeParse(wholeNumber, value).success;

const isPlainNumber = (value: unknown): value is NumberLike => z.safeParse(plainNumber, value).success;

/** What a number or an assumption becomes, its limits and the counts behind it with it; nothing, if it is neither. */
export function moved(value: unknown, motion: Motion): unknown {
  if (isPlainNumber(value)) return writtenAs(value, motion.number(decimalFrom(value)));
  if (typeof value !== "object" || value === null) return undefined;
  if (isCounts(value) && isPlainNumber(value.count) && isPlainNumber(value.of)) {
    const { count, of } = motion.counts(decimalFrom(value.count), decimalFrom(value.of));
    const counts = { count: writtenAs(value.count, count), of: writtenAs(value.of, of) };
    return { ...value, ...counts, ...movedLog(value, motion) };
  }
  if (!("value" in value) || !isPlainNumber(value.value)) return undefined;
  const central = motion.number(decimalFrom(value.value));
  return { ...value, value: writtenAs(value.value, central), ...movedLog(value, motion) };
}

/** The limits of an assumption, moved with it, and a note of what was done. */
function movedLog(value: object, { number, note }: Motion): object {
  const { low, high, note: before } = value as Readonly<Record<string, unknown>>;
  const limit = (name: string, one: unknown): object =>
    isPlainNumber(one) ? { [name]: writtenAs(one, number(decimalFrom(one))) } : {};
  return {
    ...limit("low", low),
    ...limit("high", high),
    note: typeof before === "string" ? `${before}; ${note}` : note,
  };
}
