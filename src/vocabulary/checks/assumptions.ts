import type { Problem } from "../../errors.ts";
import { decimalFrom, digitsOf, dividedBy, zero } from "../../numbers/decimal.ts";
import type { Decimal, NumberLike } from "../../numbers/decimal.ts";
import { isCounts } from "../../numbers/figure.ts";
import { isByAttribute } from "../assumption.ts";
import type { Assumption } from "../assumption.ts";
import { isYearLabel, yearForm, yearLabels } from "../calendar.ts";
import { nearestWord } from "../nearest.ts";
import { attributesBySubject, wordsWithin } from "../known-words.ts";
import { choicesOf, placesOf } from "../places.ts";
import type { Place } from "../places.ts";
import { percentMeant } from "../percentage.ts";
import { problem, unknownWord, unlessKnown } from "../problems.ts";
import type { Path } from "../problems.ts";
import { isWithin, ranges, slots } from "../slots.ts";
import type { Range, Subject } from "../slots.ts";
import type { Words } from "../words.ts";
import type { Sound } from "./sound.ts";

/** Assumptions outside the range in which they make sense, and choices by words nobody knows. */
export function assumptionProblems(plan: Sound): Problem[] {
  const { words } = plan;
  return [
    ...[...placesOf(plan)].flatMap(rangeProblems),
    ...(words === undefined
      ? []
      : [...choicesOf(plan)].flatMap((choice) => choiceProblems(choice, plan, words))),
  ];
}

/** An assumption outside the range in which it makes sense. */
export const rangeProblems = ({ path, slot, value }: Place): Problem[] =>
  problemsInRange(path, slots[slot].range, value);

/** An assumption outside a range, where it has one, or outside its own low and high. */
export function problemsInRange(path: Path, range: Range | undefined, value: Assumption): Problem[] {
  const check = (at: Path, number: NumberLike): Problem[] => amountProblems(at, decimalFrom(number), range);
  if (typeof value !== "object") return check(path, value);
  const central = isCounts(value)
    ? countProblems(path, value.count, value.of, range)
    : check([...path, "value"], value.value);
  const limits = (["low", "high"] as const).flatMap((name) =>
    value[name] === undefined ? [] : check([...path, name], value[name]),
  );
  return [...central, ...limits, ...(central.length + limits.length === 0 ? orderProblems(path, value) : [])];
}

function amountProblems(path: Path, amount: Decimal, range: Range | undefined): Problem[] {
  if (range === undefined || isWithin[range](amount)) return [];
  const digits = digitsOf(amount);
  const percent = range === "share" && amount.greaterThan(1) && amount.lessThanOrEqualTo(100);
  return [problem(path, ranges[range], digits, percent ? { mend: percentMeant(amount) } : {})];
}

function countProblems(path: Path, count: NumberLike, of: NumberLike, range: Range | undefined): Problem[] {
  const [part, whole] = [decimalFrom(count), decimalFrom(of)];
  const natural = (value: Decimal): boolean => value.isInteger() && !value.isNegative();
  if (!natural(part)) return [problem([...path, "count"], "a whole number from 0 up", digitsOf(part))];
  if (!natural(whole) || whole.isZero())
    return [problem([...path, "of"], "a whole number above zero", digitsOf(whole))];
  if (range === "share" && part.greaterThan(whole))
    return [problem([...path, "count"], `at most the ${digitsOf(whole)} it is counted of`, digitsOf(part))];
  return amountProblems(path, dividedBy(part, whole), range);
}

/** The number that an assumption states, whatever else it says of it; nought for counts of nothing, which are refused. */
export function centralOf(value: Assumption): Decimal {
  if (typeof value !== "object") return decimalFrom(value);
  if (!isCounts(value)) return decimalFrom(value.value);
  const of = decimalFrom(value.of);
  return of.isZero() ? zero : dividedBy(decimalFrom(value.count), of);
}

function orderProblems(path: Path, value: Exclude<Assumption, number | string>): Problem[] {
  const central = centralOf(value);
  const { low, high } = value;
  return [
    ...(low !== undefined && decimalFrom(low).greaterThan(central)
      ? [problem([...path, "low"], `at most the value, ${digitsOf(central)}`, String(low))]
      : []),
    ...(high !== undefined && decimalFrom(high).lessThan(central)
      ? [problem([...path, "high"], `at least the value, ${digitsOf(central)}`, String(high))]
      : []),
  ];
}

/** What of a plan makes words known, as far as it is sound. */
type Known = Pick<Sound, "lots" | "calendar">;

interface Choices {
  readonly path: Path;
  readonly value: unknown;
  readonly of: Subject;
}

/** Choices by an attribute, or for a word, that nobody knows. */
export function choiceProblems({ path, value, of }: Choices, plan: Known, words: Words): Problem[] {
  if (!isByAttribute<unknown>(value)) return [];
  const { by, values, otherwise } = value;
  const attributes = attributesBySubject(of, words);
  if (!attributes.includes(by))
    return [unknownWord([...path, "by"], by, attributes, "an attribute it may differ by")];
  const inner = Object.entries(values).flatMap(([word, one]) =>
    choiceProblems({ path: [...path, "values", word], value: one, of }, plan, words),
  );
  const unknown = Object.keys(values).flatMap((word) =>
    wordProblems([...path, "values", word], by, word, plan, words),
  );
  return [
    ...unknown,
    ...inner,
    ...choiceProblems({ path: [...path, "otherwise"], value: otherwise, of }, plan, words),
  ];
}

function wordProblems(path: Path, by: string, word: string, plan: Known, words: Words): Problem[] {
  if (by === "year") return isYearLabel(word) ? [] : [yearProblem(path, word, plan)];
  return unlessKnown(path, word, wordsWithin(plan, by, words), `a word for ${by}`);
}

const yearProblem = (path: Path, word: string, { calendar }: Known): Problem =>
  problem(path, yearForm, JSON.stringify(word), {
    nearest: nearestWord(word, calendar === undefined ? [] : yearLabels(calendar)),
  });
