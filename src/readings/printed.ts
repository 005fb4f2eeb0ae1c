import { decimalFrom } from "../numbers/decimal.ts";
import { readable } from "../numbers/print.ts";

const digits = 6;

/** A float as it prints in a table: six digits that say something, in groups of three; a dash for what is no number. */
export function printed(value: number): string {
  if (!Number.isFinite(value)) return "—";
  const short = Number(value.toPrecision(digits));
  return Number.isSafeInteger(short) || !Number.isInteger(short)
    ? readable(decimalFrom(short))
    : short.toExponential();
}
