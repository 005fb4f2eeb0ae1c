import type { RoundingMode } from "volumes-and-values";

/** An exact fraction of two whole numbers, as slow and plain as can be: what the library's answers are held against. */
export interface Fraction {
  readonly above: bigint;
  /** Never negative, never nought. */
  readonly below: bigint;
}

const sizeOf = (a: bigint): bigint => (a < 0n ? -a : a);

function commonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [sizeOf(a), sizeOf(b)];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

export function fraction(above: bigint, below = 1n): Fraction {
  const divisor = commonDivisor(above, below) * (below < 0n ? -1n : 1n);
  return { above: above / divisor, below: below / divisor };
}

/** The fraction that a decimal text stands for. */
export function exactly(text: string | number): Fraction {
  const match = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(String(text));
  if (match === null) throw new Error(`${String(text)} is not a decimal text.`);
  const [, sign = "", whole = "", part = ""] = match;
  const above = BigInt(whole + part);
  return fraction(sign === "-" ? -above : above, 10n ** BigInt(part.length));
}

export const add = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.above * b.below + b.above * a.below, a.below * b.below);
export const subtract = (a: Fraction, b: Fraction): Fraction => add(a, { ...b, above: -b.above });
export const multiply = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.above * b.above, a.below * b.below);
export const divide = (a: Fraction, b: Fraction): Fraction => fraction(a.above * b.below, a.below * b.above);
export const isBelow = (a: Fraction, b: Fraction): boolean => subtract(a, b).above < 0n;
export const size = (a: Fraction): Fraction => ({ ...a, above: sizeOf(a.above) });
export const smallerOf = (a: Fraction, b: Fraction): Fraction => (isBelow(b, a) ? b : a);
export const largerOf = (a: Fraction, b: Fraction): Fraction => (isBelow(a, b) ? b : a);

/** The whole number next to a fraction of either sign. */
function whole({ above, below }: Fraction, mode: RoundingMode): bigint {
  const [sign, top] = above < 0n ? [-1n, -above] : [1n, above];
  const [quotient, remainder] = [top / below, top % below];
  const twice = remainder * 2n;
  const goesUp = {
    up: remainder > 0n,
    down: false,
    "half up": twice >= below,
    "half even": twice > below || (twice === below && quotient % 2n === 1n),
  }[mode];
  return sign * (goesUp ? quotient + 1n : quotient);
}

const power = (exponent: number): Fraction =>
  exponent >= 0 ? fraction(10n ** BigInt(exponent)) : fraction(1n, 10n ** BigInt(-exponent));

/** Rounded to so many places, without any snapping. */
export const toPlaces = (a: Fraction, places: number, mode: RoundingMode): Fraction =>
  multiply(fraction(whole(multiply(a, power(places)), mode)), power(-places));

const hair = fraction(1n, 10n ** 30n);

/** Rounded as figures are: up and down leave alone what lies within 1e-30 of a number with so many places. */
export function rounded(a: Fraction, places: number, mode: RoundingMode): Fraction {
  const nearest = toPlaces(a, places, "half even");
  const snaps = (mode === "up" || mode === "down") && !isBelow(hair, size(subtract(nearest, a)));
  return snaps ? nearest : toPlaces(a, places, mode);
}

/** Rounded to so many significant digits, half to even. */
export function toDigits(a: Fraction, digits: number): Fraction {
  if (a.above === 0n) return a;
  const top = size(a);
  let exponent = String(top.above).length - String(top.below).length;
  if (isBelow(top, power(exponent))) exponent -= 1;
  return toPlaces(a, digits - 1 - exponent, "half even");
}

/** Whether two numbers agree to so many significant digits: their difference is less than one in the last of them. */
export function agree(a: Fraction, b: Fraction, digits = 30): boolean {
  return !isBelow(multiply(power(-digits), largerOf(size(a), size(b))), size(subtract(a, b)));
}
