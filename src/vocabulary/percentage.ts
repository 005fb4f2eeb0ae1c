import { decimalFrom, digitsOf, dividedBy } from "../numbers/decimal.ts";
import type { Decimal } from "../numbers/decimal.ts";

/** What to do where a percentage seems to be meant: `If 62% is meant, write 0.62.` */
export const percentMeant = (percent: Decimal, verb: "write" | "give" = "write"): string =>
  `If ${digitsOf(percent)}% is meant, ${verb} ${digitsOf(dividedBy(percent, decimalFrom(100)))}.`;
