import type { Decimal } from "./decimal.ts";
import { digitsOf } from "./decimal.ts";

const shownPlaces = 6;

const meaningful = 30;

/**
 * The digits of a number without the last places of a quotient's rounding: 248 for 247.99…9 with forty digits.
 * For printing only.
 */
export const withoutNoise = (value: Decimal): string =>
  digitsOf(value.precision() > meaningful ? value.toSignificantDigits(meaningful, 6) : value);

/** Digits in groups of three, at most six places; what is cut off is marked: `1,234.5`, `0.333333…`. */
export function readable(value: Decimal): string {
  const [whole = "", fraction = ""] = withoutNoise(value).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  if (fraction === "") return grouped;
  const small = whole.replace("-", "") === "0" ? Math.max(0, fraction.search(/[1-9]/)) : 0;
  const places = small < shownPlaces ? shownPlaces : small + 3;
  return fraction.length <= places ? `${grouped}.${fraction}` : `${grouped}.${fraction.slice(0, places)}…`;
}

/** Digits in groups of three at so many places, half to even: `1,234.50`. For printing only. */
export function grouped(value: Decimal, places: number): string {
  const [whole = "", fraction] = value.toFixed(places, 6).split(".");
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? groups : `${groups}.${fraction}`;
}
