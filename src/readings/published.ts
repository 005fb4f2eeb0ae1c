import * as z from "zod/mini";
import { outOfRange } from "../errors.ts";
import { digitsOf } from "../numbers/decimal.ts";
import type { NumberLike } from "../numbers/decimal.ts";
import { given, isFigure, wrongUnit } from "../numbers/figure.ts";
import type { Counts, Figure, Given } from "../numbers/figure.ts";
import type { Unit } from "../numbers/unit.ts";
import { figureBasisSchema } from "../vocabulary/basis.ts";
import type { FigureBasis } from "../vocabulary/basis.ts";
import {
  flowAtDateProblems,
  otherKindProblems,
  scopeProblems,
  stockOfEachProblems,
} from "../vocabulary/kind-problems.ts";
import { kindOf } from "../vocabulary/measure-kinds.ts";
import { invalidData, listed, problem } from "../vocabulary/problems.ts";
import { refuseOtherPrices } from "../vocabulary/other-prices.ts";
import { day, text } from "../vocabulary/schema.ts";
import { checked } from "./checked.ts";
import { refuseOutside, refusePercentage } from "./ranges.ts";
import { yearsAdded } from "./years-added.ts";

/** A figure, and what it counts besides its unit. In text it is the figure's: `900 starts`. */
export interface OnBasis<U extends Unit = Unit> {
  readonly figure: Figure<U>;
  readonly basis: FigureBasis;
  toString(): string;
}

/** What is said of a published figure: its name, its source, and its basis. */
export interface Published extends Pick<Given, "name" | "about" | "asOf" | "note"> {
  /** Where it was published. */
  readonly source: string;
  readonly basis: FigureBasis;
}

const publishedSchema = z.strictObject({
  name: text,
  source: text,
  about: z.optional(z.record(z.string(), z.string())),
  asOf: z.optional(day),
  note: z.optional(text),
  basis: figureBasisSchema,
});

/**
 * A figure that was published, with its basis: over what period, stock or flow, in what price base, with or without
 * VAT, what is in its scope and what is left out, by what definition, and in which publication. {@link compare} reads
 * it.
 *
 * @throws ModelError `not-a-number` for what is no plain decimal number; `wrong-unit` for what cannot be a unit;
 * `out-of-range` for fewer than none of what is counted, and for what is a share by its name and its unit and lies outside
 * 0 to 1; `invalid-data` for a basis that is not in form, that calls a stock a flow, or that leaves out what it includes;
 * `mixed-prices` for what is said to be in other prices than its basis states.
 *
 * @example
 * ```ts
 * import { published } from "volumes-and-values/readings";
 *
 * published(900, "starts", {
 *   name: "indicativeVolume",
 *   source: "RR3 meeting note, 26 August 2020, section 3b",
 *   basis: { period: { each: "year" }, kind: "flow" },
 * }).figure; // => Figure 900 starts · indicativeVolume
 * ```
 */
export function published<const U extends Unit>(
  value: NumberLike | Counts,
  unit: U,
  said: Published,
): OnBasis<U> {
  const { basis, ...known } = checked("published figure", publishedSchema, said) as Published;
  const figure = given(value, unit, known);
  refusePercentage(figure, known.name, figure.value);
  refuseOutside(figure, known.name, figure.value);
  if (figure.value.isNegative() && kindOf(unit) !== undefined && kindOf(unit) !== "money")
    throw outOfRange(known.name, `zero or more ${unit}`, digitsOf(figure.value));
  return onBasis(figure, basis);
}

/**
 * A figure that was made here, such as a forecast's total or a conversion, with its basis.
 *
 * @throws ModelError `invalid-data` for a basis that is not in form, that calls a stock a flow, that leaves out what it
 * includes, or that has several years added up each year; `mixed-prices` for money that says it is in other prices than its
 * basis states.
 *
 * @example
 * ```ts
 * import { onBasis, startsInYear } from "volumes-and-values/readings";
 *
 * const starts = startsInYear({ supportedPerQuarter: 300, stayInQuarters: 1 });
 * onBasis(starts, { period: { each: "year" }, kind: "flow" }).basis; // => { period: { each: 'year' }, kind: 'flow' }
 * ```
 */
export function onBasis<U extends Unit>(figure: Figure<U>, basis: FigureBasis): OnBasis<U> {
  if (!isFigure(figure)) throw wrongUnit("a figure", figure, "onBasis");
  const sound = checked("basis", figureBasisSchema, basis);
  refuseOtherKind(figure.unit, sound);
  refuseSeveralYears(figure, sound);
  if (sound.priceBase !== undefined) refuseOtherPrices(figure, sound.priceBase, figure.about["year"]);
  return Object.freeze(
    Object.defineProperty({ figure, basis: sound }, "toString", { value: () => String(figure) }),
  );
}

/** Refuses several years added up for what happens in each. */
function refuseSeveralYears(figure: Figure, { period }: FigureBasis): void {
  const years = yearsAdded(figure);
  if (years.length < 2 || !("each" in period)) return;
  const mend = `Take one year, total({ year: ${JSON.stringify(years.at(-1))} }), or say from and to.`;
  throw invalidData("basis", [
    problem(
      ["period"],
      `that of ${String(years.length)} years added up, ${listed(years)}`,
      `each ${period.each}`,
      { mend },
    ),
  ]);
}

/** Refuses a basis that does not go with what its unit counts, with its own period, or with its own scope. */
function refuseOtherKind(unit: Unit, basis: FigureBasis): void {
  const problems = [
    ...otherKindProblems(unit, basis, []),
    ...flowAtDateProblems(basis, []),
    ...stockOfEachProblems(basis, []),
    ...scopeProblems(basis, []),
  ];
  if (problems.length > 0) throw invalidData("basis", problems);
}
