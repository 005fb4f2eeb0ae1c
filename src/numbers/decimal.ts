import { Decimal } from "decimal.js";
import { ModelError } from "../errors.ts";
import * as exact from "./exact.ts";
import type { Exact } from "./exact.ts";

export type { Decimal };

/** Significant digits to which a quotient is rounded, half to even. */
const quotientDigits = 40;

/** Rounding 6 is half to even. */
const settings = { defaults: true, rounding: 6 } as const;
const Kept = Decimal.clone({ ...settings, precision: exact.exactDigits });
const Quotient = Decimal.clone({ ...settings, precision: quotientDigits });

/** What a person may write for a number: a number, decimal text, or a Decimal of any copy of decimal.js. */
export type NumberLike = number | string | Decimal;

const plainDecimal = /^[+-]?\d+(\.\d+)?$/;
const longestText = 1_000;

export const zero = /* @__PURE__ */ frozen(/* @__PURE__ */ new Kept(0));
export const one = /* @__PURE__ */ frozen(/* @__PURE__ */ new Kept(1));

/**
 * Our own Decimal of a value from outside, exactly as written.
 * A number is read as JavaScript prints it; a whole number past 2⁵³ has already lost digits and is refused.
 */
export function decimalFrom(value: NumberLike, name?: string): Decimal {
  const written = isDecimal(value) ? digitsOf(value) : value;
  const isPlain =
    typeof written === "string"
      ? written.length <= longestText && plainDecimal.test(written)
      : Number.isSafeInteger(written) || (Number.isFinite(written) && !Number.isInteger(written));
  if (isPlain) return unsigned(new Kept(written));
  const received = describe(value);
  throw new ModelError(
    "not-a-number",
    `${name ?? "A value"} must be a plain decimal number, and ${received} is not. ` + `Write it as 1000.50.`,
    { received, ...(name !== undefined && { name }) },
  );
}

/** A value as an error message shows it: short, and never by calling code of the value's own. */
export function describe(value: unknown): string {
  if (typeof value === "string")
    return value.length > 40 ? `text of ${String(value.length)} characters` : JSON.stringify(value);
  if (Array.isArray(value)) return "a list";
  if (isDecimal(value)) return digitsOf(value);
  if (value === null || ["number", "boolean", "undefined"].includes(typeof value)) return String(value);
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

/** Whether something is a Decimal, of any copy of decimal.js. */
export const isDecimal = (value: unknown): value is Decimal => Decimal.isDecimal(value);

/** Zero has no sign here: "-0" would be another text for the same number. */
const unsigned = (value: Decimal): Decimal => (value.isZero() && value.s < 0 ? zero : value);

/** Rounded to 40 significant digits, half to even. The caller has made sure that `b` is not zero. */
export const dividedBy = (a: Decimal, b: Decimal): Decimal => new Quotient(a).dividedBy(b);

/** Rounded to 40 significant digits, half to even, as a quotient is. */
export const squareRoot = (a: Decimal): Decimal => new Quotient(a).sqrt();

/** How a number is rounded: half to even, half away from zero, away from zero, towards zero. */
export type RoundingMode = "half even" | "half up" | "up" | "down";

/** The numbers by which decimal.js knows them. */
const roundings: Record<RoundingMode, Decimal.Rounding> = {
  up: 0,
  down: 1,
  "half up": 4,
  "half even": 6,
};

export const isRoundingMode = (mode: unknown): mode is RoundingMode =>
  typeof mode === "string" && Object.hasOwn(roundings, mode);

/** Places at which a value may be noise of a quotient rather than meant; more places ask for the noise itself. */
const meantPlaces = 20;

/**
 * Rounded to so many places. Up and down first snap to a value at those places that lies within 1e-30, or within what a
 * quotient's own rounding may come to: 10 ÷ (1/3) is 30, not 30.000…03, and rounds up to 30 and not 31.
 */
export function rounded(value: Decimal, places: number, mode: RoundingMode): Decimal {
  const nearest = value.toDecimalPlaces(places);
  const noise = `1e${String(Math.max(-30, value.e - 38))}`;
  const snaps = places <= meantPlaces && nearest.minus(value).abs().lessThanOrEqualTo(noise);
  return snaps ? nearest : value.toDecimalPlaces(places, roundings[mode]);
}

/** A Decimal that cannot be changed. Its constructor is never frozen: decimal.js writes to it as it works. */
export function frozen(value: Decimal): Decimal {
  Object.freeze(value.d);
  return Object.freeze(value);
}

/** The digits of a number in full, without an exponent. */
export const digitsOf = (value: Decimal): string => value.toFixed();

/** The digits of a Decimal and the place of its point. */
export const exactOf = (value: Decimal): Exact => ({
  digits: BigInt(digitsOf(value).replace(".", "")),
  places: value.decimalPlaces(),
});

const decimals = new WeakMap<Exact, Decimal>();

/** The same number as a Decimal, made when it is first asked for. */
export function decimalOf(number: Exact): Decimal {
  let value = decimals.get(number);
  if (value === undefined)
    decimals.set(number, (value = frozen(new Kept(`${String(number.digits)}e${String(-number.places)}`))));
  return value;
}

const asDecimals =
  (operation: (a: Exact, b: Exact) => Exact) =>
  (a: Decimal, b: Decimal): Decimal =>
    decimalOf(operation(exactOf(a), exactOf(b)));

export const plus = /* @__PURE__ */ asDecimals(exact.plus);
export const minus = /* @__PURE__ */ asDecimals(exact.minus);
export const times = /* @__PURE__ */ asDecimals(exact.times);
export const negated = (a: Decimal): Decimal => unsigned(a.negated());

/** Whether a number is a share: from 0 to 1. */
export const isShare = (value: Decimal): boolean => exact.isShare(exactOf(value));
