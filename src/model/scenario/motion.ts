import { decimalFrom, digitsOf, plus, times } from "../../numbers/decimal.ts";
import type { Decimal } from "../../numbers/decimal.ts";
import { isCounts } from "../../numbers/figure.ts";
import { isData, movedDistribution } from "./moved-distribution.ts";
import type { DistributionMotion } from "./moved-distribution.ts";
import { isPlainNumber, writtenAs } from "./written.ts";

/** How numbers move: one alone, how far values lie apart, and the counts behind a rate, all exactly. */
export interface Motion extends Omit<DistributionMotion, "kept"> {
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
    spread: (value) => times(value, by),
    counts: (count, of) => ({ count: times(count, part), of: times(of, whole) }),
    note: `scaled by ${digitsOf(by)} in the scenario ${scenario}`,
  };
}

/** Adding a number: 3 of 4 and 0.05 are 64 of 80. */
export function adding(amount: Decimal, scenario: string): Motion {
  const { part, whole } = asWholes(amount);
  return {
    number: (value) => plus(value, amount),
    spread: (value) => value,
    counts: (count, of) => ({ count: plus(times(count, whole), times(of, part)), of: times(of, whole) }),
    note: `${digitsOf(amount)} added in the scenario ${scenario}`,
  };
}

/**
 * What a number or an assumption becomes, its limits, its distribution and the counts behind it with it; nothing, if it
 * is neither. Where a distribution is cut off, `kept` keeps it within what the assumption can be.
 */
export function moved(value: unknown, motion: Motion, kept: (limit: Decimal) => Decimal): unknown {
  if (isPlainNumber(value)) return writtenAs(value, motion.number(decimalFrom(value)));
  if (typeof value !== "object" || value === null) return undefined;
  if (isCounts(value) && isPlainNumber(value.count) && isPlainNumber(value.of)) {
    const { count, of } = motion.counts(decimalFrom(value.count), decimalFrom(value.of));
    const counts = { count: writtenAs(value.count, count), of: writtenAs(value.of, of) };
    return { ...value, ...counts, ...movedLog(value, motion, kept) };
  }
  if (!("value" in value) || !isPlainNumber(value.value)) return undefined;
  const central = motion.number(decimalFrom(value.value));
  return { ...value, value: writtenAs(value.value, central), ...movedLog(value, motion, kept) };
}

/** The limits and the distribution of an assumption, moved with it, and a note of what was done. */
function movedLog(value: object, motion: Motion, kept: (limit: Decimal) => Decimal): object {
  const { low, high, distribution, note: before } = value as Readonly<Record<string, unknown>>;
  const limit = (name: string, one: unknown): object =>
    isPlainNumber(one) ? { [name]: writtenAs(one, motion.number(decimalFrom(one))) } : {};
  return {
    ...limit("low", low),
    ...limit("high", high),
    ...(isData(distribution) ? { distribution: movedDistribution(distribution, { ...motion, kept }) } : {}),
    note: typeof before === "string" ? `${before}; ${motion.note}` : motion.note,
  };
}
