import type { Absent } from "../absent.ts";
import { digitsOf } from "../numbers/decimal.ts";
import type { About, Figure } from "../numbers/figure.ts";
import { unitOfQuotient } from "../numbers/unit.ts";
import type { Unit } from "../numbers/unit.ts";
import { inShape } from "../numbers/working.ts";
import { refuseAbsent } from "./absences.ts";
import { gradientOf } from "./backwards.ts";
import { isKink, sidesOf } from "./one-sided.ts";
import type { Sides } from "./one-sided.ts";
import { printed } from "./printed.ts";
import { instructionsAbout } from "./replay.ts";
import { tapeOf } from "./tape.ts";

export type { Sides } from "./one-sided.ts";

/** How much a figure hangs on one input. */
export interface SensitivityRow {
  readonly path: string;
  readonly name: string;
  readonly about: About;
  /** What the input is, and in what unit. */
  readonly value: string;
  readonly unit: Unit;
  /**
   * How much the figure grows for each one that the input grows by, as long as it moves little: the steeper of the two
   * sides at a kink.
   */
  readonly derivative: number;
  /** What the derivative counts: referrals, where starts are derived by their rate. */
  readonly derivativeUnit: Unit;
  /**
   * By how many hundredths the figure grows when the input grows by one hundredth of itself. Of a figure below nought, such
   * as a deficit, its sign is turned; that of the derivative says which way the figure moves.
   */
  readonly elasticity: number | Absent;
  /** Where the figure has a kink, the derivative on either side: a service exactly at its cap. */
  readonly atKink?: Sides;
}

/** A line of a sensitivity as it prints. */
export interface SensitivityLine {
  readonly input: string;
  readonly value: string;
  readonly derivative: string;
  readonly elasticity: string;
}

/** How much a figure hangs on each of its inputs, the most important first. */
export interface Sensitivity<U extends Unit = Unit> {
  readonly figure: Figure<U>;
  readonly rows: readonly SensitivityRow[];
  /** For `console.table`. */
  table(): SensitivityLine[];
}

/**
 * Which inputs matter most: the derivative and the elasticity of a figure with respect to every input that has a path,
 * at once, by one pass back over its working. In 64-bit floats, to about twelve digits.
 *
 * Sorted by the size of the elasticity, then of the derivative, then by path. An elasticity says what a small change
 * does, and nothing of how far an assumption may be off: {@link swings} does. Where a limit is reached exactly, the
 * figure has a kink, and the derivatives on both sides are given. A share of a mix moves against the one that is
 * what the others leave: the rest, or the last that states no range.
 *
 * @returns the sensitivity of one figure, or of several in the shape in which they came
 * @throws ModelError `ambiguous-input` where figures are of two plans.
 *
 * @example
 * ```ts
 * import { given, starts } from "volumes-and-values";
 * import { sensitivity } from "volumes-and-values/readings";
 *
 * const referrals = given(1200, "referrals", { name: "referrals", path: "referrals" });
 * const startRate = given("0.62", "starts/referrals", { name: "startRate", path: "startRate" });
 * sensitivity(starts({ referrals, startRate })).table();
 * // => [
 * //      { input: 'startRate', value: '0.62 starts/referrals', derivative: '1,200 referrals', elasticity: '1' },
 * //      { input: 'referrals', value: '1200 referrals', derivative: '0.62 starts/referrals', elasticity: '1' }
 * //    ]
 * ```
 */
export function sensitivity<U extends Unit>(figure: Figure<U>): Sensitivity<U>;
export function sensitivity(figures: readonly Figure[]): Sensitivity[];
export function sensitivity<K extends string>(figures: Readonly<Record<K, Figure>>): Record<K, Sensitivity>;
export function sensitivity(
  figures: Figure | readonly Figure[] | Readonly<Record<string, Figure>>,
): Sensitivity | Sensitivity[] | Record<string, Sensitivity> {
  refuseAbsent(figures, "derive");
  return inShape("sensitivity", figures, sensitivityOf);
}

function sensitivityOf(figure: Figure): Sensitivity {
  const tape = tapeOf(figure);
  const slopes = gradientOf(tape, 0, tape.base);
  const sides = sidesOf(instructionsAbout(tape, tape.base), 0, tape.base);
  const rows = [...tape.places].map(([path, place]) =>
    rowOf(figure, tape.inputs[place] as Figure, path, slopes[place] as number, sides.get(place)),
  );
  rows.sort(
    (a, b) =>
      size(b.elasticity) - size(a.elasticity) ||
      Math.abs(b.derivative) - Math.abs(a.derivative) ||
      (a.path < b.path ? -1 : 1),
  );
  return Object.freeze({ figure, rows: Object.freeze(rows), table: () => rows.map(lineOf) });
}

function rowOf(
  figure: Figure,
  input: Figure,
  path: string,
  slope: number,
  sides: Sides | undefined,
): SensitivityRow {
  const { name = path, about, unit, value } = input;
  const derivative = sides === undefined ? slope : steeper(sides);
  return Object.freeze({
    path,
    name,
    about,
    value: digitsOf(value),
    unit,
    derivative,
    derivativeUnit: unitOfQuotient(figure.unit, unit),
    elasticity: elasticityOf(figure, input, derivative),
    ...(sides === undefined || !isKink(sides) ? {} : { atKink: sides }),
  });
}

const steeper = ({ below, above }: Sides): number => (Math.abs(above) >= Math.abs(below) ? above : below);

function elasticityOf(figure: Figure, input: Figure, derivative: number): number | Absent {
  if (figure.value.isZero()) return absent("the figure is zero, and nothing is a share of it");
  if (input.value.isZero()) return absent("the input is zero, and a hundredth of it is nothing");
  return (derivative * input.value.toNumber()) / figure.value.toNumber();
}

const absent = (reason: string): Absent => Object.freeze({ absent: reason });

/** The size of an elasticity to the digits that floats are good for, so that equal ones are equal. */
const size = (elasticity: number | Absent): number =>
  typeof elasticity === "number" ? Number(Math.abs(elasticity).toPrecision(12)) : 0;

const measured = (value: string, unit: Unit): string => (unit === "ratio" ? value : `${value} ${unit}`);

function lineOf({ path, value, unit, derivative, derivativeUnit, elasticity, atKink }: SensitivityRow) {
  const slope =
    atKink === undefined
      ? printed(derivative)
      : `${printed(atKink.below)} below, ${printed(atKink.above)} above`;
  return {
    input: path,
    value: measured(value, unit),
    derivative: measured(slope, derivativeUnit),
    elasticity: typeof elasticity === "number" ? printed(elasticity) : "—",
  };
}
