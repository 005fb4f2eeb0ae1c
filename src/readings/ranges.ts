import { outOfRange } from "../errors.ts";
import { digitsOf } from "../numbers/decimal.ts";
import type { Decimal } from "../numbers/decimal.ts";
import type { Figure } from "../numbers/figure.ts";
import { notAShare } from "../numbers/formula.ts";
import { measures } from "../vocabulary/measures.ts";
import { isWithin, ranges, slots } from "../vocabulary/slots.ts";
import type { Range, Slot } from "../vocabulary/slots.ts";

/** Counts of a caseload, which are inputs of a forecast though nobody assumed them: whole, but where they are drawn. */
const counts = new Set(["people", "supervisions", "entrantsInYear", "releasesInYear", "peopleInYear"]);

/** What is no money and has no parts of it: it is counted, or spent as time, and there is never less than none. */
const counted: ReadonlySet<string> = new Set(
  measures.filter(({ kind }) => kind !== "money").map(({ unit }) => unit),
);

/** A difference may be below nought, and is so as it stands; what a contract delivers of a volume is not. */
const isCounted = ({ unit, name, value }: Figure): boolean =>
  name === "volumeRatio" || (counted.has(unit) && !value.isNegative());

/** Whether a figure is a share by its name: one ends in Rate or Share. */
export const isNamedShare = ({ name }: Figure): boolean => /(Rate|Share)$/.test(name ?? "");

/** The range in which an input makes sense, where its name or its unit says so. */
export function rangeOf(input: Figure): Range | undefined {
  const { name = "", unit } = input;
  const slot: Slot | undefined = Object.hasOwn(slots, name) ? slots[name as keyof typeof slots] : undefined;
  if (slot?.unit === unit) return slot.range;
  if (isNamedShare(input)) return "share";
  return counts.has(name) || isCounted(input) ? "zero or more" : undefined;
}

/** Whether an input counts people one by one, as a cell of a caseload does. An average of several does not. */
export const isWholeCount = ({ name = "", value }: Figure): boolean => counts.has(name) && value.isInteger();

/** Whether an input can have a value. */
export function isInRange(input: Figure, value: Decimal): boolean {
  const range = rangeOf(input);
  return range === undefined || isWithin[range](value);
}

/** Refuses a value that an input cannot have. */
export function refuseOutside(input: Figure, path: string, value: Decimal): void {
  const range = rangeOf(input);
  if (isWholeCount(input) && (value.isNegative() || !value.isInteger()))
    throw outOfRange(path, "a whole number from 0 up", digitsOf(value));
  if (range === undefined || isWithin[range](value)) return;
  if (range === "share") throw notAShare(path, value);
  throw outOfRange(path, ranges[range], digitsOf(value));
}
