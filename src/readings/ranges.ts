import { outOfRange } from "../errors.ts";
import { digitsOf, isShare } from "../numbers/decimal.ts";
import type { Decimal } from "../numbers/decimal.ts";
import type { Figure } from "../numbers/figure.ts";
import { notAShare } from "../numbers/formula.ts";
import type { Unit } from "../numbers/unit.ts";
import { percentMeant } from "../vocabulary/percentage.ts";
import { kindOf } from "../vocabulary/measure-kinds.ts";
import { isWithin, ranges, slots } from "../vocabulary/slots.ts";
import type { Range, Slot } from "../vocabulary/slots.ts";
import { pathOf } from "./inputs.ts";

/** Counts of a caseload, which are inputs of a forecast though nobody assumed them: whole, but where they are drawn. */
const counts = new Set(["people", "supervisions", "entrantsInYear", "releasesInYear", "peopleInYear"]);

/**
 * Whether a unit counts something, or so much of it for each of something else, as hours for each start do. What is no
 * money is counted, or spent as time, and there is never less than none.
 */
function isCounted(unit: Unit): boolean {
  const kind = kindOf(unit.split("/")[0] ?? "");
  return kind !== undefined && kind !== "money";
}

/**
 * Where what a provider states stands: money that is paid or spent, weights, and what others are divided by. What is listed
 * stands under its number, as `costs.0.fixed`, and money that somebody keeps as `costs.saving` does not.
 */
const stated =
  /^(?:constraint|cost(?:Indexation|Model)|fullCost|indexation|mechanism|profile|recovery|referrals|serviceCredits|staffing(?:Gaps)?|timing|(?:costs|mobilisation(?:Costs)?|parts|returns)\.\d+)\.|^(?:at(?:Least|Most)|biasPerPound)(?:\.|$)|^volumeRatio$/;

/** What is divided by, among what a provider states. */
const divisors: ReadonlySet<string> = new Set([
  "index",
  "casesPerStep",
  "postsPerManager",
  "hoursPerDay",
  "ofAll",
]);

/** The shares of this field, by name: a rate or a share of somebody's own may be what it likes. */
const shares =
  /^(?:achieved|appropriate|atMost|borne|complexity|driver|ended|firstMonth|hiredAgain|irrecoverable|lag|month|need|notAppropriate|open|rest|short|takeUp|target|travel|unmarked|workingDay)Share$|^(?:discount|vat)Rate$/;

/** What is at most one for each of the other: of those who are referred some start, and of those some complete. */
const conversions: ReadonlySet<Unit> = new Set(["starts/referrals", "completions/starts"]);

/** Ratios that may exceed one, and from how much on nobody means anything but a percentage. */
const percentages: ReadonlyMap<string, number> = new Map([
  ["onCostPerPound", 1],
  ["surplusPerPound", 1],
  ["creditPerShortfall", 20],
  ["volumeRatio", 6],
]);

/** Where another range holds than the name says: nobody falls short by more than all; a case more may take money back. */
const places: readonly (readonly [RegExp, Range | undefined])[] = [
  [/(^|\.)below\.\d+\.beyond$/, "share"],
  [/(^|\.)(below|above)\.\d+\.price$/, undefined],
];

/** What a number is besides, where data say so: above one, and at most another; and what to do beyond it. */
type Bound = readonly [above: number, most: number, form: string, mend?: (value: Decimal) => string];

/** Bounds of what a provider states, by where it stands. */
const bounds: readonly (readonly [RegExp, Bound])[] = [
  [/^staffing\..+\.productiveHours$/, [-Infinity, 8_784, "at most the 8784 hours of a year"]],
  [/^staffing\..+\.workingDays$/, [-Infinity, 366, "at most the 366 days of a year"]],
  [/^staffing\..+\.hoursPerDay$/, [-Infinity, 24, "at most the 24 hours of a day"]],
  [
    /^biasPerPound\b/,
    [-Infinity, 2, "at most 2, which is twice the estimate more", (value) => percentMeant(value, "give")],
  ],
  [/^referrals\.appropriateShare$/, [0, Infinity, ranges["above zero"]]],
  [/^changes\.\d+\.change$/, [-1, Infinity, "above -1", () => "No price recovers a cost from nobody."]],
];

/** The bound of an input beside its range, if it has one. */
export const boundOf = (input: Figure): Bound | undefined =>
  bounds.find(([place]) => place.test(pathOf(input) ?? ""))?.[1];

/** The bound of an input that a value is beyond, if it is. */
function boundPassed(input: Figure, value: Decimal): Bound | undefined {
  const bound = boundOf(input);
  const [above, most] = bound ?? [-Infinity, Infinity];
  return value.lessThanOrEqualTo(above) || value.greaterThan(most) ? bound : undefined;
}

/** Whether a figure is a share by its name: one of the field's own, or a rate at which people go on. */
export const isNamedShare = ({ name = "", unit }: Figure): boolean =>
  unit === "ratio" ? shares.test(name) : conversions.has(unit) && /(Rate|Share)$/.test(name);

/** The range in which an input makes sense, where its place, its unit or a name of the field's own says so. */
export function rangeOf(input: Figure): Range | undefined {
  const path = pathOf(input);
  const place = places.find(([form]) => form.test(path ?? ""));
  if (place !== undefined) return place[1];
  const slot = slotRangeOf(input);
  if (slot !== undefined) return slot;
  const { name = "", unit, value } = input;
  // What has a path may be moved from where it stands; what has none is a share that somebody published.
  if (isNamedShare(input) && (path === undefined || isShare(value))) return "share";
  if (counts.has(name)) return "zero or more";
  // A difference may be below nought, and is so as it stands; a change of volume may be, wherever it is stated.
  if (value.isNegative() || name === "change") return undefined;
  if (stated.test(path ?? "")) return divisors.has(name) ? "above zero" : "zero or more";
  return isCounted(unit) ? "zero or more" : undefined;
}

/** The range of an assumption of a plan, by its name and its unit. */
function slotRangeOf({ name = "", unit }: Figure): Range | undefined {
  const slot: Slot | undefined = Object.hasOwn(slots, name) ? slots[name as keyof typeof slots] : undefined;
  return slot?.unit === unit ? slot.range : undefined;
}

/** Where else people, or what happens to them, are counted one by one, unless it is said to be an estimate. */
const counted = /^(?:referrals\.(?:.+\.)?\d+\.referrals|sources\.\d+\.rows\.\d+\.figure)$/;

/** Whether an input counts people one by one, as a cell of a caseload does. An average of several does not. */
export function isWholeCount(input: Figure): boolean {
  const { name = "", unit, value, operation } = input;
  const { note, low, high } = operation.kind === "given" ? operation.provenance : {};
  const isCount =
    counts.has(name) ||
    (counted.test(pathOf(input) ?? "") && comesOneByOne(unit) && (note ?? low ?? high) === undefined);
  return isCount && value.isInteger();
}

/** Measures that have parts, though they are no money and no time. */
const inParts: ReadonlySet<Unit> = new Set(["ratio", "fte"]);

/** Whether a unit counts people, or what happens to them: no quotient, no money, no time. */
export function comesOneByOne(unit: Unit): boolean {
  const kind = kindOf(unit);
  return !/[/×]/.test(unit) && !inParts.has(unit) && kind !== "money" && kind !== "time";
}

/** Whether an input can have a value. */
export function isInRange(input: Figure, value: Decimal): boolean {
  const range = rangeOf(input);
  return (range === undefined || isWithin[range](value)) && boundPassed(input, value) === undefined;
}

/**
 * From how much on a number for an input is a percentage; nothing, where none is, or where it is as much as it stands. A plan
 * is asked about one in its review, and not refused.
 */
export function percentageFrom(input: Figure): number | undefined {
  const from = input.unit === "ratio" ? percentages.get(input.name ?? "") : undefined;
  const path = pathOf(input);
  const isSo = from !== undefined && path !== undefined && input.value.greaterThanOrEqualTo(from);
  return isSo || path?.startsWith("services.") === true ? undefined : from;
}

/** Refuses a percentage for an input that is a ratio. */
export function refusePercentage(input: Figure, path: string, value: Decimal): void {
  const from = percentageFrom(input);
  if (from !== undefined && value.greaterThanOrEqualTo(from))
    throw outOfRange(path, `less than ${String(from)}`, digitsOf(value), percentMeant(value, "give"));
}

/** Refuses a value that an input cannot have. */
export function refuseOutside(input: Figure, path: string, value: Decimal): void {
  const range = rangeOf(input);
  if (isWholeCount(input) && (value.isNegative() || !value.isInteger()))
    throw outOfRange(path, "a whole number from 0 up", digitsOf(value));
  if (range !== undefined && !isWithin[range](value))
    throw range === "share" ? notAShare(path, value) : outOfRange(path, ranges[range], digitsOf(value));
  const [, , form, mend] = boundPassed(input, value) ?? [];
  if (form !== undefined) throw outOfRange(path, form, digitsOf(value), mend?.(value));
}
