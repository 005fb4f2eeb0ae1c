import type { Decimal } from "./decimal.ts";
import { digitsOf } from "./decimal.ts";

const meaningful = 30;

/**
 * The digits of a number without the last places of a quotient's rounding: 248 for 247.99…9 with forty digits.
 * For printing only.
 */
export const withoutNoise = (value: Decimal): string =>
  digitsOf(value.toDecimalPlaces(Math.max(meaningful, meaningful - value.e)));

/** Digits before the point in groups of three. */
const inThrees = (digits: string): string => digits.replace(/\B(?<!\..*)(?=(\d{3})+(?!\d))/g, ",");

/**
 * Digits in groups of three, at most six places, or three that say something; what is cut off is marked: `1,234.5`,
 * `0.333333…`.
 */
export function readable(value: Decimal): string {
  const digits = withoutNoise(value);
  const point = digits.indexOf(".");
  const end = point + Math.max(6, 2 - value.e) + 1;
  return inThrees(point < 0 || digits.length <= end ? digits : `${digits.slice(0, end)}…`);
}

/** Digits in groups of three at so many places, half to even: `1,234.50`. For printing only. */
export function grouped(value: Decimal, places: number): string {
  const rounded = value.toDecimalPlaces(places, 6);
  return inThrees((rounded.isZero() ? rounded.abs() : rounded).toFixed(places));
}
