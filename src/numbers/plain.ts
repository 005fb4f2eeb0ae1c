import { decimalFrom, digitsOf, isDecimal } from "./decimal.ts";

/** A read-only copy of plain data, all the way down; a caller's Decimal becomes its digits, which nobody can change. */
export function plain<T>(data: T): T {
  if (typeof data !== "object" || data === null) return data;
  if (isDecimal(data)) return digitsOf(decimalFrom(data)) as T;
  const copy = Array.isArray(data)
    ? data.map(plain)
    : Object.fromEntries(Object.entries(data).map(([key, value]) => [key, plain(value)]));
  return Object.freeze(copy) as T;
}
