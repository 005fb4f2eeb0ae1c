import { decimalFrom, digitsOf } from "../numbers/decimal.ts";
import type { NumberLike } from "../numbers/decimal.ts";
import type { Figure } from "../numbers/figure.ts";
import { plainNumber } from "../vocabulary/schema.ts";

/** Whether two inputs say the same number, and are as uncertain: a range in one of them alone makes them two. */
export const isSameInput = (one: Figure, other: Figure): boolean =>
  one.value.equals(other.value) && rangeSaid(one) === rangeSaid(other);

/** How far an input may be off, as it says, in words that are the same wherever that is. */
function rangeSaid({ operation }: Figure): string {
  if (operation.kind !== "given") return "";
  const { low, high, distribution, counts } = operation.provenance;
  return JSON.stringify(inDigits({ low, high, distribution, counts }));
}

/** Plain data whose numbers are digits, and whose names are in order. */
function inDigits(data: unknown): unknown {
  if (plainNumber.safeParse(data).success) return digitsOf(decimalFrom(data as NumberLike));
  if (Array.isArray(data)) return data.map(inDigits);
  if (typeof data !== "object" || data === null) return data;
  return Object.entries(data)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, inDigits(value)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
