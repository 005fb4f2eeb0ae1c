import { ModelError } from "../errors.ts";
import type { NumberLike } from "../numbers/decimal.ts";
import { decimalFrom, describe, digitsOf } from "../numbers/decimal.ts";
import type { Figure } from "../numbers/figure.ts";
import { readable } from "../numbers/print.ts";
import type { Unit } from "../numbers/unit.ts";
import { refuseAllButOne } from "./absences.ts";
import { checkOptions } from "./options.ts";
import { whatIf } from "./what-if.ts";

/** An input, and the values it takes in turn. */
export interface Axis {
  readonly input: string;
  readonly values: readonly NumberLike[];
}

/** The two inputs that move together. */
export interface TwoWayOptions {
  /** The input of the rows. */
  readonly first: Axis;
  /** The input of the columns. */
  readonly second: Axis;
}

/** What a figure is for every pair of values of two inputs. */
export interface TwoWay<U extends Unit = Unit> {
  readonly figure: Figure<U>;
  readonly first: { readonly input: string; readonly values: readonly string[] };
  readonly second: { readonly input: string; readonly values: readonly string[] };
  /** A row for each value of the first input, a cell for each of the second: exact, with its working. */
  readonly cells: readonly (readonly Figure<U>[])[];
  /** For `console.table`. */
  table(): Readonly<Record<string, string>>[];
}

/**
 * A two-way table: what a figure is when two inputs take each of their values, in every pair, all others as they are.
 *
 * @throws ModelError as {@link whatIf} does of each pair; `wrong-inputs` for the same input or the same value twice, or
 * an axis without values.
 *
 * @example
 * ```ts
 * import { given, starts } from "volumes-and-values";
 * import { twoWay } from "volumes-and-values/readings";
 *
 * const referrals = given(1200, "referrals", { name: "referrals", path: "referrals" });
 * const startRate = given("0.62", "starts/referrals", { name: "startRate", path: "startRate" });
 * twoWay(starts({ referrals, startRate }), {
 *   first: { input: "referrals", values: [1000, 1200] },
 *   second: { input: "startRate", values: ["0.5", "0.6"] },
 * }).table();
 * // => [
 * //      { referrals: '1000', 'startRate 0.5': '500', 'startRate 0.6': '600' },
 * //      { referrals: '1200', 'startRate 0.5': '600', 'startRate 0.6': '720' }
 * //    ]
 * ```
 */
export function twoWay<U extends Unit>(figure: Figure<U>, options: TwoWayOptions): TwoWay<U> {
  refuseAllButOne(figure, "change", "twoWay");
  checkOptions("twoWay", options, { needed: ["first", "second"] });
  const first = axisOf("twoWay.first", options.first);
  const second = axisOf("twoWay.second", options.second);
  if (first.input === second.input) {
    throw new ModelError(
      "wrong-inputs",
      `twoWay takes two inputs, and ${first.input} is both. Ask for one of them with whatIf.`,
      { figure: "twoWay", missing: [], unknown: [] },
    );
  }
  const cells = Object.freeze(
    first.values.map((one) =>
      Object.freeze(
        second.values.map((other) => whatIf(figure, { [first.input]: one, [second.input]: other })),
      ),
    ),
  );
  return Object.freeze({
    figure,
    first,
    second,
    cells,
    table: () =>
      cells.map((row, index) =>
        Object.fromEntries([
          [first.input, first.values[index] ?? ""],
          ...row.map((cell, column): [string, string] => [
            `${second.input} ${second.values[column] ?? ""}`,
            readable(cell.value),
          ]),
        ]),
      ),
  });
}

function axisOf(where: string, axis: Axis): { readonly input: string; readonly values: readonly string[] } {
  checkOptions(where, axis, { needed: ["input", "values"] });
  const { input, values } = axis;
  if (!Array.isArray(values) || values.length === 0) {
    const received = Array.isArray(values) ? "an empty list" : describe(values);
    throw new ModelError("wrong-inputs", `${where}.values is a list of numbers; received ${received}.`, {
      figure: where,
      missing: ["values"],
      unknown: [],
    });
  }
  const numbers: readonly NumberLike[] = values;
  const digits = numbers.map((value) => digitsOf(decimalFrom(value, `${where}.values`)));
  const twice = digits.find((one, index) => digits.indexOf(one) < index);
  if (twice !== undefined)
    throw new ModelError("wrong-inputs", `${where}.values has ${twice} twice. Leave one of them out.`, {
      figure: where,
      missing: [],
      unknown: [],
    });
  return Object.freeze({ input, values: Object.freeze(digits) });
}
