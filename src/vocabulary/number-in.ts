import { isCounts } from "../numbers/figure.ts";
import type { Assumption } from "./assumption.ts";

/** The number that an assumption states, or the count behind it: what carries its sign. */
export function numberIn(assumption: Assumption): number | string {
  if (typeof assumption !== "object") return assumption;
  return isCounts(assumption) ? assumption.count : assumption.value;
}
