import { ModelError } from "../errors.ts";

/** An exact decimal number: its digits as a whole number, and how many of them stand after the point. */
export interface Exact {
  readonly digits: bigint;
  readonly places: number;
}

/** Digits kept by plus, minus and times: so many that no sum of this field is ever rounded. */
export const exactDigits = 2_000;
/** The furthest that a number reaches on either side of the point: nobody could print more. */
const furthest = 100_000;

export const zero: Exact = { digits: 0n, places: 0 };
export const one: Exact = { digits: 1n, places: 0 };

const powers = Array.from({ length: 100 }, (_, n) => 10n ** BigInt(n));
const powerOfTen = (n: number): bigint => powers[n] ?? 10n ** BigInt(n);
const beyond = 10n ** BigInt(exactDigits);
const below = -beyond;

/** A number without the zeros at its end, or an error if more digits are left than are kept. */
function tidied(digits: bigint, places: number, operation: string): Exact {
  if (digits === 0n) return zero;
  const all = String(digits);
  const short = all.replace(/0+$/, "");
  const point = places - all.length + short.length;
  const needed = short.replace("-", "").length;
  const reach = Math.abs(point);
  if (needed <= exactDigits && reach <= furthest) return { digits: BigInt(short), places: point };
  const most = Math.max(needed, reach);
  throw new ModelError(
    "too-many-digits",
    `${operation} would need ${String(most)} digits, and ${String(exactDigits)} are kept. Round first.`,
    { operation, digits: most },
  );
}

/** A number as it is, where that it has few enough digits is seen at once. */
const kept = (digits: bigint, places: number, operation: string): Exact =>
  digits < beyond && digits > below && places >= 0 && places <= exactDigits
    ? { digits, places }
    : tidied(digits, places, operation);

/** The digits of a number written to more places. */
const widened = ({ digits, places }: Exact, to: number): bigint =>
  places === to ? digits : digits * powerOfTen(to - places);

export function plus(a: Exact, b: Exact): Exact {
  const places = Math.max(a.places, b.places);
  return kept(widened(a, places) + widened(b, places), places, "A sum");
}

/** The difference, as exact as a sum. */
export const minus = (a: Exact, { digits, places }: Exact): Exact => plus(a, { digits: -digits, places });

export const times = (a: Exact, b: Exact): Exact =>
  kept(a.digits * b.digits, a.places + b.places, "A product");

/** Whether one number is less than another. */
export function isLess(a: Exact, b: Exact): boolean {
  const places = Math.max(a.places, b.places);
  return widened(a, places) < widened(b, places);
}

export const isZero = ({ digits }: Exact): boolean => digits === 0n;

/** Whether a number is a share: from 0 to 1. */
export const isShare = ({ digits, places }: Exact): boolean =>
  digits === 0n || (digits > 0n && places >= 0 && digits <= powerOfTen(places));
