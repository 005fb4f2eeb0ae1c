import { ModelError, outOfRange } from "../errors.ts";
import * as decimal from "./decimal.ts";
import type { Decimal, NumberLike, RoundingMode } from "./decimal.ts";
import * as exact from "./exact.ts";
import type { Exact } from "./exact.ts";
import { plain } from "./plain.ts";
import { readable } from "./print.ts";
import { isUnit, unitOfProduct, unitOfQuotient } from "./unit.ts";
import type { DividedBy, Times, Unit } from "./unit.ts";

/** What a figure is of, in words that print: `{ service: "Accommodation", area: "Essex", year: "2023/24" }`. */
export type About = Readonly<Record<string, string>>;

/** How sure its author is of an assumption, and how much hangs on it, as the Aqua Book's log asks. */
export type Quality = "red" | "amber" | "green";

/** What is known of an input besides its value. */
export interface Provenance {
  /** Its place in a plan, which is its identity: readings move and simulate inputs by path. */
  readonly path?: string;
  readonly source?: string;
  readonly asOf?: string;
  readonly quality?: Quality;
  readonly note?: string;
  readonly low?: NumberLike;
  readonly high?: NumberLike;
  /** How uncertain it is, for those who draw it. */
  readonly distribution?: { readonly kind: string } & Readonly<Record<string, unknown>>;
  /** The counts behind a rate: 1 of 3. */
  readonly counts?: { readonly count: NumberLike; readonly of: NumberLike };
}

/** How a figure was made of its operands. */
export type Operation =
  | { readonly kind: "given"; readonly provenance: Provenance }
  | { readonly kind: "rounded"; readonly places: number; readonly mode: RoundingMode }
  | { readonly kind: SimpleOperation };

export type SimpleOperation =
  "constant" | "sum" | "minus" | "times" | "dividedBy" | "min" | "max" | "clampedTo" | "rest" | "same";

const brand = Symbol.for("volumes-and-values/Figure");
const inspect = Symbol.for("nodejs.util.inspect.custom");

const nothing: About = Object.freeze({});
const nobody: readonly Figure[] = Object.freeze([]);

/** What a figure is about, read-only. */
const labelled = (about: About = nothing): About =>
  Object.isFrozen(about) ? about : Object.freeze({ ...about });

const kinds = [
  "constant",
  "sum",
  "minus",
  "times",
  "dividedBy",
  "min",
  "max",
  "clampedTo",
  "rest",
  "same",
] as const;
const operations = Object.fromEntries(kinds.map((kind) => [kind, Object.freeze({ kind })])) as Readonly<
  Record<SimpleOperation, Operation>
>;

/**
 * An exact number that knows what it counts and how it was made: its value, its unit, its name, what it is about,
 * and its working, the operation and the figures it came from. Made by {@link given}, by a formula, or by
 * arithmetic on other figures; never changed afterwards.
 *
 * A figure turns into text, never into a bare number: `a < b` and `a + b` throw, and `a.plus(b)` adds.
 *
 * @example
 * ```ts
 * import { given } from "volumes-and-values";
 *
 * const referrals = given(1200, "referrals", { name: "referrals" });
 * const startRate = given("0.62", "starts/referrals", { name: "startRate" });
 * referrals.times(startRate); // => Figure 744 starts
 * ```
 */
export class Figure<U extends Unit = Unit> {
  /** The digits of the value as a whole number, and how many of them stand after the point. */
  readonly digits: bigint;
  readonly places: number;
  /** What the number counts: a measure (`starts`), a quotient (`GBP/starts`) or `ratio`. */
  readonly unit: U;
  /** What the figure is called: its formula's name, or an input's. */
  readonly name: string | undefined;
  /** What it is of. */
  readonly about: About;
  /** Where its formula, or its value, comes from. */
  readonly source: string | undefined;
  /** How it was made. */
  readonly operation: Operation;
  /** What it was made of. */
  readonly operands: readonly Figure[];
  /** The prices that money is in: what it says of itself, or what the money says that it was made of. */
  readonly prices: string | undefined;

  /** @internal */
  constructor(
    { digits, places }: Exact,
    unit: U,
    operation: Operation,
    operands: readonly Figure[],
    name?: string,
    about: About = nothing,
    source?: string,
  ) {
    this.digits = digits;
    this.places = places;
    this.unit = unit;
    this.name = name;
    this.about = about;
    this.source = source;
    this.operation = operation;
    this.operands = Object.freeze(operands);
    const prices = pricesOf(operation.kind, operands);
    this.prices = unit.startsWith("GBP") ? (about["prices"] ?? prices) : undefined;
    Object.freeze(this);
  }

  /** The exact value, as a Decimal that nobody can change. */
  get value(): Decimal {
    return decimal.decimalOf(this);
  }

  /** The sum with another figure of the same unit. */
  plus(other: Figure<U>): Figure<U> {
    sameUnit("plus", [this, other]);
    return new Figure(exact.plus(this, other), this.unit, operations.sum, [this, other]);
  }

  /** This less another figure of the same unit. */
  minus(other: Figure<U>): Figure<U> {
    sameUnit("minus", [this, other]);
    return new Figure(exact.minus(this, other), this.unit, operations.minus, [this, other]);
  }

  /** The product with another figure, or with a whole number that nobody would dispute, such as 12 months. */
  times<V extends Unit = "ratio">(factor: Figure<V> | number): Figure<Times<U, NoInfer<V>>> {
    const by = figureOrConstant("times", factor);
    const unit = unitOfProduct(this.unit, by.unit) as Times<U, V>;
    return new Figure(exact.times(this, by), unit, operations.times, [this, by]);
  }

  /** This over another figure or a whole number, to 40 digits. Division by zero is an error that names the divisor. */
  dividedBy<V extends Unit = "ratio">(divisor: Figure<V> | number): Figure<DividedBy<U, NoInfer<V>>> {
    const by = figureOrConstant("dividedBy", divisor);
    const unit = unitOfQuotient(this.unit, by.unit) as DividedBy<U, V>;
    const number = quotient(this.value, by.value, this.name ?? String(this), by.name ?? "the divisor");
    return new Figure(number, unit, operations.dividedBy, [this, by]);
  }

  /** The smaller of the two; this one where they are equal. */
  min(other: Figure<U>): Figure<U> {
    sameUnit("min", [this, other]);
    return new Figure(smaller(this, other), this.unit, operations.min, [this, other]);
  }

  /** The larger of the two; this one where they are equal. */
  max(other: Figure<U>): Figure<U> {
    sameUnit("max", [this, other]);
    return new Figure(larger(this, other), this.unit, operations.max, [this, other]);
  }

  /** This, but at least `low` and at most `high`. */
  clampedTo(low: Figure<U>, high: Figure<U>): Figure<U> {
    sameUnit("clampedTo", [this, low, high]);
    if (exact.isLess(high, low)) {
      throw outOfRange("The lower limit", `at most ${String(high)}`, String(low), "Swap them.");
    }
    const number = larger(low, smaller(this, high));
    return new Figure(number, this.unit, operations.clampedTo, [this, low, high]);
  }

  /** What is left of one: those who do not start, where this is the share of those who do. In the same unit. */
  get rest(): Figure<U> {
    return new Figure(exact.minus(exact.one, this), this.unit, operations.rest, [this]);
  }

  /** Rounded, as a step of the working. Do it once, on the way out. */
  rounded({ places, mode }: { readonly places: number; readonly mode: RoundingMode }): Figure<U> {
    if (!Number.isInteger(places) || places < 0 || places > 100 || !decimal.isRoundingMode(mode)) {
      const expected = "to 0 to 100 places, half even, half up, up or down";
      throw outOfRange("Rounding", expected, `${decimal.describe(places)} places, ${decimal.describe(mode)}`);
    }
    const operation = Object.freeze({ kind: "rounded", places, mode } as const);
    return new Figure(decimal.exactOf(decimal.rounded(this.value, places, mode)), this.unit, operation, [
      this,
    ]);
  }

  /** The same figure with its unit stated, where the compiler cannot reduce a compound by itself; checked when run. */
  in<V extends Unit>(unit: V): Figure<V> {
    if ((this.unit as Unit) !== unit) throw wrongUnit(unit, this, "in");
    return this as unknown as Figure<V>;
  }

  /** The same figure under a name of its own, and about something. */
  named(name: string, about?: About, source?: string): Figure<U> {
    const label = labelled(about);
    const unnamed = this.name === undefined && this.operation.kind !== "constant";
    return unnamed
      ? new Figure(this, this.unit, this.operation, this.operands, name, label, source)
      : new Figure(this, this.unit, operations.same, [this], name, label, source);
  }

  /** The exact value and its unit: `744 starts`; a ratio stands alone. */
  toString(): string {
    return amount(decimal.digitsOf(this.value), this.unit);
  }

  toJSON(): FigureJson<U> {
    return {
      value: decimal.digitsOf(this.value),
      unit: this.unit,
      ...(this.name !== undefined && { name: this.name }),
      ...(this.about !== nothing && { about: this.about }),
    };
  }

  /** Text where text is wanted; an error where a bare number is, since that would drop the unit and the digits. */
  [Symbol.toPrimitive](hint: "string" | "number" | "default"): string {
    const figure = this.toString();
    if (hint === "string") return figure;
    const mend = "Use .plus() or .value.lessThan().";
    throw new ModelError("not-a-bare-number", `${figure} is a figure and not a bare number. ${mend}`, {
      figure,
    });
  }

  get [brand](): true {
    return true;
  }

  /** How Node prints a figure. */
  [inspect](): string {
    const name = this.name === this.unit ? "" : this.name;
    return [`Figure ${amount(readable(this.value), this.unit)}`, name, Object.values(this.about).join(", ")]
      .filter(Boolean)
      .join(" · ");
  }
}

/** What remains of a figure in JSON: `working` keeps the rest. */
export interface FigureJson<U extends Unit = Unit> {
  readonly value: string;
  readonly unit: U;
  readonly name?: string;
  readonly about?: About;
}

/** Whether something is a figure, of this copy of the library or of another. */
export const isFigure = (value: unknown): value is Figure =>
  typeof value === "object" && value !== null && brand in value;

/** What a caller says of an input: its name, and where it comes from. */
export interface Given extends Omit<Provenance, "counts"> {
  readonly name: string;
  readonly about?: About;
}

/**
 * An input: a number from outside, with its unit, its name and where it comes from.
 * A rate may be given as the counts behind it, `{ count: 1, of: 3 }`.
 *
 * @throws ModelError `not-a-number` for what is not a plain decimal number; `wrong-unit` for what cannot be a unit
 * or has no name; `division-by-zero` for counts of nothing.
 *
 * @example
 * ```ts
 * import { given } from "volumes-and-values";
 *
 * given("0.62", "starts/referrals", { name: "startRate", source: "illustrative" });
 * // => Figure 0.62 starts/referrals · startRate
 * given({ count: 1, of: 4 }, "completions/places", { name: "completionsPerPlace" }).toString();
 * // => 0.25 completions/places
 * ```
 */
export function given<const U extends Unit>(
  value: NumberLike | Counts,
  unit: U,
  { name, about, ...provenance }: Given = {} as Given,
): Figure<U> {
  if (!name) throw wrongUnit('a name, as { name: "starts" }', name, "given");
  if (!isUnit(unit)) throw wrongUnit("a unit, as starts, GBP/starts or ratio", unit, name);
  const known = plain({ ...provenance, ...(isCounts(value) && { counts: value }) });
  const operation = Object.freeze({ kind: "given", provenance: known } as const);
  const number = isCounts(value)
    ? quotient(
        decimal.decimalFrom(value.count, `${name}.count`),
        decimal.decimalFrom(value.of, `${name}.of`),
        name,
        `${name}.of`,
      )
    : decimal.exactOf(decimal.decimalFrom(value, name));
  return new Figure(number, unit, operation, nobody, name, labelled(about), provenance.source);
}

/** A rate as the counts behind it: one of three. */
export interface Counts {
  readonly count: NumberLike;
  readonly of: NumberLike;
}

export const isCounts = (value: unknown): value is Counts =>
  typeof value === "object" && value !== null && Object.hasOwn(value, "count") && Object.hasOwn(value, "of");

/** A quotient to 40 digits, or an error that names what is zero. */
function quotient(a: Decimal, b: Decimal, name: string, divisor: string): Exact {
  if (!b.isZero()) return decimal.exactOf(decimal.dividedBy(a, b));
  const message = `${name} cannot be divided by ${divisor}, which is 0. Leave it out.`;
  throw new ModelError("division-by-zero", message, { divisor });
}

/**
 * The sum of many figures of one unit, as one step of the working. The sum of none is zero.
 *
 * @example
 * ```ts
 * import { given, sum } from "volumes-and-values";
 *
 * const months = [75, 80, 85].map((n) => given(n, "starts", { name: "starts" }));
 * sum("starts", months).toString(); // => 240 starts
 * ```
 */
export function sum<const U extends Unit>(unit: U, figures: readonly Figure<NoInfer<U>>[]): Figure<U> {
  sameUnit("sum", figures, unit);
  return new Figure(figures.reduce(exact.plus, exact.zero), unit, operations.sum, [...figures]);
}

/** A whole number that stands in a sum as itself. */
export function constant(value: number): Figure<"ratio"> {
  return new Figure(decimal.exactOf(decimal.decimalFrom(value)), "ratio", operations.constant, nobody);
}

/** Digits and what they count. */
const amount = (digits: string, unit: Unit): string => (unit === "ratio" ? digits : `${digits} ${unit}`);

const smaller = (a: Exact, b: Exact): Exact => (exact.isLess(b, a) ? b : a);
const larger = (a: Exact, b: Exact): Exact => (exact.isLess(a, b) ? b : a);

function figureOrConstant<V extends Unit>(where: string, value: Figure<V> | number): Figure<V> {
  if (isFigure(value)) return value;
  if (Number.isSafeInteger(value)) return constant(value) as unknown as Figure<V>;
  const received = decimal.describe(value);
  const message = `${where}() takes a figure or a whole number, and received ${received}. Name others with given().`;
  throw new ModelError("not-a-number", message, { received });
}

/** Refuses figures that do not add up and cannot be compared, since they count other things. */
function sameUnit(where: string, figures: readonly Figure[], unit = (figures[0] as Figure).unit): void {
  for (const figure of figures)
    if (!isFigure(figure) || figure.unit !== unit) throw wrongUnit(unit, figure, where);
}

/** The prices that money is in of which something is made; money in several is refused. */
function pricesOf(where: string, operands: readonly Figure[]): string | undefined {
  let due: string | undefined;
  for (const { prices } of operands) {
    if (due && prices && prices !== due) {
      const message = `${where} takes money ${due}, and received money ${prices}. Convert it with toPrices first.`;
      throw new ModelError("mixed-prices", message, { prices: [due, prices] });
    }
    due ??= prices;
  }
  return due;
}

/** The error for a figure in another unit than the one that is due. */
export function wrongUnit(expected: Unit, received: unknown, where: string): ModelError<"wrong-unit"> {
  const came = isFigure(received) ? received.unit : decimal.describe(received);
  const what = isFigure(received)
    ? `${received.name ?? String(received)} in ${came}. Convert it with a rate first`
    : came;
  const message = `${where} takes ${expected}, and received ${what}.`;
  return new ModelError("wrong-unit", message, { expected, received: came, where });
}
