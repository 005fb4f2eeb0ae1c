import { outOfRange } from "../../errors.ts";
import { digitsOf, dividedBy, minus, rounded, times } from "../../numbers/decimal.ts";
import type { Decimal } from "../../numbers/decimal.ts";

/** Beyond so many quanta a float no longer holds which part has the largest remainder. */
const mostQuanta = 2 ** 43;

/** How many quanta a number is, as a float with its fraction. */
export function quantaIn(value: Decimal, quantum: Decimal): number {
  const quanta = dividedBy(value, quantum).toNumber();
  if (Math.abs(quanta) <= mostQuanta) return quanta;
  const coarse = `coarse enough for ${digitsOf(value)}`;
  throw outOfRange("quantum", coarse, digitsOf(quantum), "Take a larger one, as 0.01 or 1.");
}

/**
 * How many whole quanta a number is, half to even. A quotient is rounded to 40 digits, which may make a half of what is
 * none: what is left of the number, which is exact, says so.
 */
export function wholeQuantaIn(value: Decimal, quantum: Decimal): number {
  const whole = rounded(dividedBy(value, quantum), 0, "half even");
  const left = minus(value, times(whole, quantum));
  const isNearerToNext = left.abs().times(2).greaterThan(quantum);
  return whole.toNumber() + (isNearerToNext ? Math.sign(left.toNumber()) : 0);
}

/** By how many whole quanta two numbers differ once each is rounded, so that the rounded ones and the change agree. */
export const wholeChange = (before: Decimal, after: Decimal, quantum: Decimal): number =>
  wholeQuantaIn(after, quantum) - wholeQuantaIn(before, quantum);

export const change = (before: Decimal, after: Decimal): Decimal => minus(after, before);

/**
 * Parts of either sign brought to whole quanta that sum to a total: each is rounded down, and what is left goes to the
 * largest remainders, ties to the first. A part of nought stays nought.
 */
function roundedDown(total: number, parts: readonly number[]): readonly number[] {
  const whole = parts.map(Math.floor);
  const takers = parts.flatMap((part, place) => (part === 0 ? [] : [place]));
  const order = (takers.length === 0 ? [...parts.keys()] : takers).sort(
    (a, b) => remainderAt(parts, b) - remainderAt(parts, a) || a - b,
  );
  let left = total - whole.reduce((a, b) => a + b, 0);
  // Floats may leave more than one each, or have given one too many: then the smallest remainders give it back.
  for (let turn = 0; left > 0; turn++, left--) raise(whole, order[turn % order.length], 1);
  for (let turn = order.length - 1; left < 0; turn--, left++)
    raise(whole, order[((turn % order.length) + order.length) % order.length], -1);
  return whole.map((quanta) => (quanta === 0 ? 0 : quanta));
}

const remainderAt = (parts: readonly number[], place: number): number =>
  (parts[place] as number) - Math.floor(parts[place] as number);

function raise(whole: number[], place: number | undefined, by: number): void {
  if (place !== undefined) whole[place] = (whole[place] as number) + by;
}

/** Which way a difference goes, so that it and its mirror image are rounded alike. */
export const goesDown = (total: number, parts: readonly number[]): boolean =>
  (total === 0 ? (parts.find((part) => part !== 0) ?? 0) : total) < 0;

/** The same numbers with the other sign; nought has none. */
export const mirrored = (parts: readonly number[]): readonly number[] =>
  parts.map((part) => (part === 0 ? 0 : -part));

/**
 * The same in one direction, and mirrored for the other: reversed, every part has the other sign and no other value.
 */
export function inQuanta(total: number, parts: readonly number[]): readonly number[] {
  if (!goesDown(total, parts)) return roundedDown(total, parts);
  return mirrored(roundedDown(-total, mirrored(parts)));
}
