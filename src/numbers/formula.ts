import { ModelError } from "../errors.ts";
import type { NumberLike } from "./decimal.ts";
import { describe, isShare } from "./decimal.ts";
import { given, isFigure, wrongUnit } from "./figure.ts";
import type { About, Counts, Figure } from "./figure.ts";
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
  const { figure, unit, calculate, source } = definition;
  const shares = new Set<string>(definition.shares);
  const counts = new Set<string>(definition.counts);
  const names = Object.keys(definition.inputs);

  const read = (name: string, due: Unit, input: unknown, label = name): Figure => {
    if (input === undefined || input === null) throw wrongInputs(figure, names, { [name]: input });
    const value = isFigure(input) ? input : given(input as NumberLike, due, { name: label });
    if (value.unit !== due) throw wrongUnit(due, value, `${figure}.${label}`);
    if (shares.has(name)) refuseNoShare(value, label);
    if (counts.has(name) && value !== input) refuseNoCount(value, label);
    return value;
  };

  const calculated = (inputs: Inputs<I>, about?: About): Figure<U> => {
    const given_ = inputs as Readonly<Record<string, unknown>> | null;
    if (typeof given_ !== "object" || given_ === null) throw wrongInputs(figure, names, {});
    const figures: Record<string, Figure | readonly Figure[]> = {};
    for (const name of names) {
      const due = definition.inputs[name] as Unit | Many;
      const input = Object.hasOwn(given_, name) ? given_[name] : undefined;
      if (typeof due === "string") figures[name] = read(name, due, input);
      else if (Array.isArray(input))
        figures[name] = input.map((one: unknown, index) =>
          read(name, due.many, one, `${name}[${String(index)}]`),
        );
      else throw wrongInputs(figure, names, given_);
    }
    if (Object.keys(given_).length !== names.length) throw wrongInputs(figure, names, given_);
    const result = calculate(figures as InputFigures<I>);
    if ((result.unit as Unit) !== unit) throw wrongUnit(unit, result, figure);
    return result.named(figure, about, source);
  };

  return Object.freeze(Object.assign(calculated, definition));
}

/** Whether something is a formula. */
export const isFormula = (value: unknown): value is Formula =>
  typeof value === "function" && "calculate" in value && "worked" in value;

function wrongInputs(
  figure: string,
  names: readonly string[],
  inputs: Readonly<Record<string, unknown>>,
): ModelError {
  const missing = names.filter(
    (name) => !Object.hasOwn(inputs, name) || inputs[name] === undefined || inputs[name] === null,
  );
  const unknown = Object.keys(inputs).filter((name) => !names.includes(name));
  const faults = [
    ...missing.map((name) => `${name} is missing, and missing is not zero`),
    ...unknown.map((name) => `${name} is not one of its inputs`),
  ];
  const what = faults.length === 0 ? "a list is due where one value was given" : faults.join("; ");
  return new ModelError("wrong-inputs", `${figure} takes { ${names.join(", ")} }: ${what}.`, {
    figure,
    missing,
    unknown,
  });
}

function refuseNoShare(figure: Figure, name: string): void {
  if (isShare(figure.value)) return;
  const percent = figure.value.greaterThan(1) && figure.value.lessThanOrEqualTo(100);
  const mend = percent
    ? `If ${String(figure.value)}% is meant, give ${String(figure.value.dividedBy(100))}.`
    : "Give a share, such as 0.62.";
  throw new ModelError(
    "out-of-range",
    `${name} is a share and lies between 0 and 1; received ${figure.value.toFixed()}. ${mend}`,
    {
      name,
      received: figure.value.toFixed(),
      expected: "a share from 0 to 1",
    },
  );
}

function refuseNoCount(figure: Figure, name: string): void {
  if (figure.value.isInteger() && !figure.value.isNegative()) return;
  throw new ModelError(
    "out-of-range",
    `${name} counts ${figure.unit} and is a whole number from 0 up; received ${describe(figure.value)}. ` +
      `An average may be fractional: give it as a figure, with given(…).`,
    { name, received: describe(figure.value), expected: "a whole number from 0 up" },
  );
}
