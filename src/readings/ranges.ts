import { outOfRange } from "../errors.ts";
import { digitsOf } from "../numbers/decimal.ts";
import type { Decimal } from "../numbers/decimal.ts";
import type { Figure } from "../numbers/figure.ts";
import { notAShare } from "../numbers/formula.ts";
import type { Unit } from "../numbers/unit.ts";
import { percentMeant } from "../vocabulary/percentage.ts";
import { measures } from "../vocabulary/measures.ts";
import { isWithin, ranges, slots } from "../vocabulary/slots.ts";
import type { Range, Slot } from "../vocabulary/slots.ts";
import { pathOf } from "./inputs.ts";

/** Counts of a caseload, which are inputs of a forecast though nobody assumed them: whole, but where they are drawn. */
const counts = new Set(["people", "supervisions", "entrantsInYear", "releasesInYear", "peopleInYear"]);

/** What is no money and has no parts of it: it is counted, or spent as time, and there is never less than none. */
const counted: ReadonlySet<string> = new Set(
  measures.filter(({ kind }) => kind !== "money").map(({ unit }) => unit),
);

/** Whether a unit counts something, or so much of it for each of something else, as hours for each start do. */
const isCounted = (unit: Unit): boolean => counted.has(unit.split("/")[0] ?? "");

/** What a provider states, by name: money that is paid or spent, weights, and what others are divided by. */
const stated: ReadonlyMap<string, Range> = new Map(
  Object.entries({
    "above zero": ["index", "casesPerStep", "postsPerManager", "hoursPerDay", "ofAll"],
    "zero or more": [
      "amount",
      "biasPerPound",
      "beyond",
      "cost",
      "costPerCase",
      "costPerReferral",
      "creditPerShortfall",
      "income",
      "indicativeValue",
      "maximumPayment",
      "minimumPayment",
      "mobilisationCost",
      "mobilisationPayment",
      "mostGap",
      "noticePerPost",
      "ours",
      "price",
      "pricePerStart",
      "recruitmentPerPost",
      "redundancyPerPost",
      "reservesBefore",
      "seasonalWeight",
      "spendBefore",
      "taxableSpend",
      "trainingPerPost",
      "unitCost",
      "vacancyPerPost",
      "value",
      "volumeRatio",
    ],
  } satisfies Partial<Record<Range, readonly string[]>>).flatMap(([range, names]) =>
    names.map((name): [string, Range] => [name, range as Range]),
  ),
);

/** Rates that may exceed one, and from how much on nobody means anything but a percentage. */
const percentages: ReadonlyMap<string, number> = new Map([
  ["onCostPerPound", 5],
  ["surplusPerPound", 5],
  ["creditPerShortfall", 20],
]);

/** Where another range holds than the name says: nobody falls short by more than all; a case more may take money back. */
const places: readonly (readonly [RegExp, Range | undefined])[] = [
  [/(^|\.)below\.\d+\.beyond$/, "share"],
  [/(^|\.)(below|above)\.\d+\.price$/, undefined],
];

/** Whether a figure is a share by its name: one ends in Rate or Share. */
export const isNamedShare = ({ name }: Figure): boolean => /(Rate|Share)$/.test(name ?? "");

/** The range in which an input makes sense, where its place, its name or its unit says so. */
export function rangeOf(input: Figure): Range | undefined {
  const place = places.find(([form]) => form.test(pathOf(input) ?? ""));
  if (place !== undefined) return place[1];
  const slot = slotRangeOf(input);
  if (slot !== undefined) return slot;
  if (isNamedShare(input)) return "share";
  const { name = "", unit, value } = input;
  if (counts.has(name)) return "zero or more";
  // A difference may be below nought, and is so as it stands.
  if (value.isNegative()) return undefined;
  return stated.get(name) ?? (isCounted(unit) ? "zero or more" : undefined);
}

/** The range of an assumption of a plan, by its name and its unit. */
function slotRangeOf({ name = "", unit }: Figure): Range | undefined {
  const slot: Slot | undefined = Object.hasOwn(slots, name) ? slots[name as keyof typeof slots] : undefined;
  return slot?.unit === unit ? slot.range : undefined;
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
  const percent = percentages.get(input.name ?? "");
  if (percent !== undefined && value.greaterThanOrEqualTo(percent))
    throw outOfRange(path, `less than ${String(percent)}`, digitsOf(value), percentMeant(value, "give"));
  if (range === undefined || isWithin[range](value)) return;
  if (range === "share") throw notAShare(path, value);
  throw outOfRange(path, ranges[range], digitsOf(value));
}
