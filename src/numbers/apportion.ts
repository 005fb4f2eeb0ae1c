import { ModelError } from "../errors.ts";
import { decimalFrom, digitsOf, frozen, negated, plus, times, zero } from "./decimal.ts";
import type { Decimal, NumberLike } from "./decimal.ts";

/**
 * A total shared out in whole people, or in whole pence, in proportion to weights: each gets what its weight gives,
 * rounded down, and what is left goes one at a time to the largest remainders, ties to the first. The shares sum to
 * the total exactly; a weight of zero gets nothing; a negative total is shared as its mirror image.
 *
 * @param total - what is shared: a whole number of quanta
 * @param weights - one for each share, none negative
 * @param options - `quantum`: what is not divided further, one whole unit unless given ("0.01" for pence)
 * @throws ModelError `cannot-apportion` for a total that is not a whole number of quanta, a negative weight, or a
 * total with nobody to take it.
 * Source: the method of Hamilton, of largest remainders.
 *
 * @example
 * ```ts
 * import { apportion } from "volumes-and-values";
 *
 * apportion(10, [47000, 16000, 15800, 12000, 6100, 3100]).map(String);
 * // => [ '5', '2', '1', '1', '1', '0' ]
 * apportion("100.00", [1, 1, 1], { quantum: "0.01" }).map(String); // => [ '33.34', '33.33', '33.33' ]
 * ```
 */
export function apportion(
  total: NumberLike,
  weights: readonly NumberLike[],
  { quantum = 1 }: { readonly quantum?: NumberLike } = {},
): readonly Decimal[] {
  const sum = decimalFrom(total, "total");
  const parts = weights.map((weight, index) => decimalFrom(weight, `weights[${String(index)}]`));
  const unit = decimalFrom(quantum, "quantum");
  const refuse = (reason: string): never => {
    throw new ModelError("cannot-apportion", `${digitsOf(sum)} cannot be shared out: ${reason}`, {
      total: digitsOf(sum),
      reason,
    });
  };
  if (!unit.greaterThan(0)) return refuse("the quantum must be above zero, such as 1 or 0.01.");
  if (!sum.modulo(unit).isZero())
    return refuse(`it is not a whole number of ${digitsOf(unit)}. Round it first.`);
  if (parts.some((weight) => weight.isNegative()))
    return refuse("a weight is negative. Give weights from zero up.");
  const whole = parts.reduce(plus, zero);
  if (whole.isZero() && !sum.isZero()) return refuse("no weight is above zero, so nobody would take it.");
  const quanta = sum.abs().dividedToIntegerBy(unit);
  const shares = whole.isZero() ? parts : largestRemainders(quanta, parts, whole);
  const mirrored = (share: Decimal): Decimal => (sum.isNegative() ? negated(share) : share);
  return Object.freeze(shares.map((share) => frozen(mirrored(times(share, unit)))));
}

function largestRemainders(quanta: Decimal, weights: readonly Decimal[], whole: Decimal): Decimal[] {
  const products = weights.map((weight) => times(quanta, weight));
  const shares = products.map((product) => product.dividedToIntegerBy(whole));
  const remainders = products.map((product) => product.modulo(whole));
  const left = quanta.minus(shares.reduce(plus, zero)).toNumber();
  const order = [...weights.keys()].sort(
    (a, b) => (remainders[b] as Decimal).comparedTo(remainders[a] as Decimal) || a - b,
  );
  const raised = new Set(order.slice(0, left));
  return shares.map((share, index) => (raised.has(index) ? share.plus(1) : share));
}
