import type { Problem } from "../errors.ts";
import { decimalFrom, isShare } from "../numbers/decimal.ts";
import type { Decimal } from "../numbers/decimal.ts";
import { isCounts } from "../numbers/figure.ts";
import type { Assumption } from "./assumption.ts";
import { percentMeant } from "./percentage.ts";
import { problem } from "./problems.ts";
import type { Path } from "./problems.ts";

/** The number that an assumption states, or the count behind it: what carries its sign. */
export function numberIn(assumption: Assumption): number | string {
  if (typeof assumption !== "object") return assumption;
  return isCounts(assumption) ? assumption.count : assumption.value;
}

/** What is below zero, where nothing can be. */
export const negativeProblems = (path: Path, number: number | string): readonly Problem[] =>
  String(number).startsWith("-") ? [problem(path, "zero or more", String(number))] : [];

/** What is no share, where one is due. */
export const shareProblems = (path: Path, number: number | string): readonly Problem[] =>
  isShare(decimalFrom(number))
    ? []
    : [problem(path, "a share from 0 to 1", String(number), mendOf(decimalFrom(number)))];

/** What is no share, or the whole, where a part is due. */
export function partProblems(path: Path, number: number | string): readonly Problem[] {
  const part = decimalFrom(number);
  return isShare(part) && part.lessThan(1)
    ? []
    : [problem(path, "a share from 0 up and below 1", String(number), mendOf(part))];
}

/** What to write, where a percentage seems to be meant. */
const mendOf = (number: Decimal): { readonly mend?: string } =>
  number.lessThan(1) || number.greaterThanOrEqualTo(100) ? {} : { mend: percentMeant(number, "give") };

/** Whether there is no row where some are due: whoever has none would vanish from what the others come to. */
export const emptyProblems = (path: Path, rows: readonly unknown[]): readonly Problem[] =>
  rows.length > 0 ? [] : [problem(path, "a row or more", "none", { mend: "Missing is not zero." })];

/** What stands there a second time, where each is due once; `said` is how a person reads each key. */
export function twiceProblems(
  keys: readonly string[],
  pathOf: (index: number) => Path,
  said: readonly string[] = keys,
): readonly Problem[] {
  const places = new Map<string, number>();
  return keys.flatMap((key, index) => {
    const first = places.get(key);
    if (first === undefined) places.set(key, index);
    return first === undefined
      ? []
      : [problem(pathOf(index), "each once", `${said[index] ?? key}, which ${pathOf(first).join(".")} has`)];
  });
}
