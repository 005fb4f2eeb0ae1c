import { ModelError, outOfRange } from "../errors.ts";
import type { Decimal, NumberLike } from "./decimal.ts";
import { digitsOf } from "./decimal.ts";
import * as exact from "./exact.ts";
import { given, isFigure, wrongUnit } from "./figure.ts";
import type { About, Counts, Figure } from "./figure.ts";
import { plain } from "./plain.ts";
import type { Unit } from "./unit.ts";

/** An input that is a list of figures of one unit. */
export interface Many<U extends Unit = Unit> {
  readonly many: U;
}

/** What a formula takes: a unit for each input, or many of one unit. */
export type InputUnits = Readonly<Record<string, Unit | Many>>;

/** What may be given for an input: a figure in its unit, a plain number, or the counts behind a rate. */
export type Input<U extends Unit> = Figure<U> | NumberLike | Counts;

/** What a caller gives a formula, by name. */
export type Inputs<I extends InputUnits> = {
  readonly [K in keyof I]: I[K] extends Many<infer U>
    ? readonly Input<U>[]
    : I[K] extends Unit
      ? Input<I[K]>
      : never;
};

/** What a formula's sum is written over: figures, by name. */
export type InputFigures<I extends InputUnits> = {
  readonly [K in keyof I]: I[K] extends Many<infer U>
    ? readonly Figure<U>[]
    : I[K] extends Unit
      ? Figure<I[K]>
      : never;
};

/** A plain number, counts or a list of them, as a worked answer writes it. */
export type WorkedInput = NumberLike | Counts | readonly (NumberLike | Counts)[];

/** A formula as it is written down: what it makes, of what, how, who says so, and one answer. */
export interface Definition<U extends Unit, I extends InputUnits> {
  /** The figure it makes, a noun: the name of the export, the heading and the label are this word. */
  readonly figure: string;
  readonly unit: U;
  readonly inputs: I;
  /** The inputs that lie between 0 and 1, so that 62 is refused where 0.62 is meant. */
  readonly shares?: readonly (keyof I & string)[];
  /** The inputs that count: a plain number given for one is whole and not negative. */
  readonly counts?: readonly (keyof I & string)[];
  readonly calculate: (inputs: InputFigures<NoInfer<I>>) => Figure<NoInfer<U>>;
  /** Where the sum comes from. */
  readonly source: string;
  readonly worked: {
    readonly given: Readonly<Record<keyof I, WorkedInput>>;
    readonly gives: string;
    readonly source?: string;
  };
}

/** A formula: call it with its inputs by name, and it answers with a figure and its working. */
export interface Formula<U extends Unit = Unit, I extends InputUnits = InputUnits> extends Readonly<
  Definition<U, I>
> {
  (inputs: Inputs<I>, about?: About): Figure<U>;
}

/**
 * Defines a formula: one line of arithmetic over figures, with its name, unit, inputs, source and one worked answer.
 * Plain numbers may be given where a figure is due; a figure in another unit does not compile, and does not run.
 *
 * @example
 * ```ts
 * import { formula } from "volumes-and-values";
 *
 * const visits = formula({
 *   figure: "visits",
 *   unit: "visits",
 *   inputs: { starts: "starts", visitsPerStart: "visits/starts" },
 *   calculate: ({ starts, visitsPerStart }) => starts.times(visitsPerStart),
 *   source: "illustrative",
 *   worked: { given: { starts: 10, visitsPerStart: 6 }, gives: "60" },
 * });
 * visits({ starts: 744, visitsPerStart: "5.5" }); // => Figure 4,092 visits
 * ```
 */
/* @__NO_SIDE_EFFECTS__ */
export function formula<const U extends Unit, const I extends InputUnits>(
  definition: Definition<U, I>,
): Formula<U, I> {
  const mine = plain(definition);
  const { figure, unit, inputs: due, calculate, source, shares = [], counts = [] } = mine;
  const names = Object.keys(due);

  const read = (input: unknown, unitDue: Unit, name: string, label = name): Figure => {
    const value = isFigure(input) ? input : given(input as NumberLike, unitDue, { name: label });
    if (value.unit !== unitDue) throw wrongUnit(unitDue, value, `${figure}.${label}`);
    if (shares.includes(name) && !exact.isShare(value)) throw notAShare(label, value.value);
    if (value !== input && counts.includes(name)) refuseNoCount(value, label);
    return value;
  };

  const readAny = (input: unknown, name: string): Figure | readonly Figure[] | undefined => {
    const unitDue = due[name] as Unit | Many;
    if (isNothing(input) || Array.isArray(input) === (typeof unitDue === "string")) return undefined;
    if (typeof unitDue === "string") return read(input, unitDue, name);
    return Array.from(input as readonly unknown[], (part, index) =>
      read(part, unitDue.many, name, `${name}[${String(index)}]`),
    );
  };

  const calculated = (given: Inputs<I>, about?: About): Figure<U> => {
    const all = Object(given) as Readonly<Record<string, unknown>>;
    let figures = all;
    for (const name of names) {
      const input = all[name];
      const read = readAny(input, name);
      if (read === undefined) throw wrongInputs(figure, names, all);
      if (read !== input) figures = { ...figures, [name]: read };
    }
    if (Object.keys(all).length !== names.length) throw wrongInputs(figure, names, all);
    const result = calculate(figures as InputFigures<I>);
    if ((result.unit as Unit) !== unit) throw wrongUnit(unit, result, figure);
    return result.named(figure, about, source);
  };

  return Object.freeze(Object.assign(calculated, mine));
}

const isNothing = (value: unknown): boolean => value === undefined || value === null;

/** Whether something is a formula. */
export const isFormula = (value: unknown): value is Formula =>
  typeof value === "function" && "calculate" in value && "worked" in value;

function wrongInputs(
  figure: string,
  names: readonly string[],
  inputs: Readonly<Record<string, unknown>>,
): ModelError {
  const missing = names.filter((name) => isNothing(inputs[name]));
  const unknown = Object.keys(inputs).filter((name) => !names.includes(name));
  const faults = [
    ...missing.map((name) => `${name} is missing, and missing is not zero`),
    ...unknown.map((name) => `${name} is not one of its inputs`),
  ];
  const what = faults.join("; ") || "a list and a value are mixed up";
  return new ModelError("wrong-inputs", `${figure} takes { ${names.join(", ")} }: ${what}.`, {
    figure,
    missing,
    unknown,
  });
}

/** The error for what is no share; what may have been meant as a percentage is said. */
export function notAShare(name: string, value: Decimal): ModelError<"out-of-range"> {
  const share = value.dividedBy(100);
  const mend =
    value.isPositive() && share.lessThanOrEqualTo(1)
      ? `If ${digitsOf(value)}% is meant, give ${digitsOf(share)}.`
      : "Give a share, as 0.62.";
  return outOfRange(name, "a share and lies between 0 and 1", digitsOf(value), mend);
}

function refuseNoCount({ value, unit }: Figure, name: string): void {
  if (/^\d+$/.test(digitsOf(value))) return;
  const mend = "Give an average as a figure.";
  throw outOfRange(name, `a count of ${unit}, a whole number from 0 up`, digitsOf(value), mend);
}
