import { Decimal } from "decimal.js";
import { ModelError } from "../errors.ts";

export type { Decimal };

/** Digits kept by plus, minus and times: so many that no sum of this field is ever rounded. */
const exactDigits = 2_000;
/** Significant digits to which a quotient is rounded, half to even. */
const quotientDigits = 40;

/** Rounding 6 is half to even. */
const settings = { defaults: true, rounding: 6 } as const;
const Exact = Decimal.clone({ ...settings, precision: exactDigits });
const Quotient = Decimal.clone({ ...settings, precision: quotientDigits });

/** What a person may write for a number: a number, decimal text, or a Decimal of any copy of decimal.js. */
export type NumberLike = number | string | Decimal;

const plainDecimal = /^[+-]?\d+(\.\d+)?$/;
const longestText = 1_000;

const own = (value: Decimal): Decimal => (value.constructor === Exact ? value : new Exact(value));

export const zero = frozen(new Exact(0));
export const one = frozen(new Exact(1));

/**
 * Our own Decimal of a value from outside, exactly as written.
 * A number is read as JavaScript prints it; a whole number past 2⁵³ has already lost digits and is refused.
 */
export function decimalFrom(value: NumberLike, name?: string): Decimal {
  if (typeof value === "string") {
    if (value.length <= longestText && plainDecimal.test(value)) return unsigned(new Exact(value));
  } else if (typeof value === "number") {
    if (Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value)))
      return unsigned(new Exact(value));
  } else if (Decimal.isDecimal(value)) {
    if (value.isFinite() && value.precision() <= longestText && Math.abs(value.e) <= longestText)
      return unsigned(new Exact(value));
  }
  const received = describe(value);
  throw new ModelError(
    "not-a-number",
    `${name ?? "A value"} must be a plain decimal number, and ${received} is not. ` + `Write it as 1000.50.`,
    { received, ...(name === undefined ? {} : { name }) },
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

/** The position of a number's last digit: −2 for 0.05, 3 for 5000. */
const lastPlace = (value: Decimal): number => value.e - value.precision() + 1;

/** Two numbers of so few words of seven digits, and so near to one, fit without counting their digits. */
const fewWords = 140;
const fewExponents = 420;
const furthest = 100_000;

function tooManyDigits(operation: string, digits: number): never {
  throw new ModelError(
    "too-many-digits",
    `${operation} would need ${String(digits)} digits, and ${String(exactDigits)} are kept. ` +
      `Round first.`,
    { operation, digits },
  );
}

/** Refuses two numbers whose digits lie so far apart that their sum would be rounded. */
function refuseFarApart(a: Decimal, b: Decimal): void {
  const near =
    a.d.length <= fewWords &&
    b.d.length <= fewWords &&
    Math.abs(a.e) <= fewExponents &&
    Math.abs(b.e) <= fewExponents;
  if (near || a.isZero() || b.isZero()) return;
  const digits = Math.max(a.e, b.e) - Math.min(lastPlace(a), lastPlace(b)) + 2;
  if (digits > exactDigits) tooManyDigits("A sum", digits);
}

export function plus(a: Decimal, b: Decimal): Decimal {
  refuseFarApart(a, b);
  return unsigned(own(a).plus(b));
}

/** Refuses a number so large or so small that nobody could print it. */
function printable(value: Decimal): Decimal {
  if (Math.abs(value.e) > furthest) tooManyDigits("The answer", Math.abs(value.e));
  return unsigned(value);
}

const isOne = ({ d, e, s }: Decimal): boolean => e === 0 && s === 1 && d.length === 1 && d[0] === 1;

export function times(a: Decimal, b: Decimal): Decimal {
  if (isOne(b)) return own(a);
  if (a.d.length > fewWords || b.d.length > fewWords) {
    const digits = a.precision() + b.precision();
    if (digits > exactDigits) tooManyDigits("A product", digits);
  }
  return printable(own(a).times(b));
}

/** Rounded to 40 significant digits, half to even. The caller has made sure that `b` is not zero. */
export const dividedBy = (a: Decimal, b: Decimal): Decimal =>
  printable(new Exact(new Quotient(a).dividedBy(b)));

/** Rounded to 40 significant digits, half to even, as a quotient is. */
export const squareRoot = (a: Decimal): Decimal => new Exact(new Quotient(a).sqrt());

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
  const off = nearest.minus(value);
  const noise = off.abs().lessThanOrEqualTo(`1e${String(Math.max(-30, value.e - 38))}`);
  const snaps = (mode === "up" || mode === "down") && noise && places <= meantPlaces;
  return unsigned(new Exact(snaps ? nearest : value.toDecimalPlaces(places, roundings[mode])));
}

/** The difference, as exact as a sum. */
export function minus(a: Decimal, b: Decimal): Decimal {
  if (a === b) return zero;
  refuseFarApart(a, b);
  return unsigned(own(a).minus(b));
}

/** Whether a number is a share: from 0 to 1. Most are seen by their first digit's place. */
export const isShare = (value: Decimal): boolean =>
  value.isZero() || (value.s > 0 && (value.e < 0 || value.lessThanOrEqualTo(one)));

export const negated = (a: Decimal): Decimal => unsigned(own(a).negated());

/** A Decimal that cannot be changed. Its constructor is never frozen: decimal.js writes to it as it works. */
export function frozen(value: Decimal): Decimal {
  Object.freeze(value.d);
  return Object.freeze(value);
}

/** The digits of a number in full, without an exponent. */
export const digitsOf = (value: Decimal): string => value.toFixed();
