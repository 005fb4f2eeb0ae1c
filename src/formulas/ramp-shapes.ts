import { ModelError, outOfRange } from "../errors.ts";
import {
  decimalFrom,
  describe,
  dividedBy,
  negated,
  one,
  plus,
  squareRoot,
  times,
  zero,
} from "../numbers/decimal.ts";
import type { Decimal } from "../numbers/decimal.ts";
import { given } from "../numbers/figure.ts";
import type { Figure } from "../numbers/figure.ts";
import { formula } from "../numbers/formula.ts";

const rest = (share: Decimal): Decimal => plus(one, negated(share));
const squared = (share: Decimal): Decimal => times(share, share);

/**
 * Shapes of growth: each turns the part of the time to plateau that has passed into the part of the plateau reached.
 * Front-loaded and back-loaded are quarter circles, √(1 − (1 − x)²) and 1 − √(1 − x²), after the Strategy Unit's
 * demand model; the S-curve is 3x² − 2x³; a step is nothing until the plateau.
 */
const shapes = {
  linear: (passed: Decimal): Decimal => passed,
  "front-loaded": (passed: Decimal): Decimal => squareRoot(rest(squared(rest(passed)))),
  "back-loaded": (passed: Decimal): Decimal => rest(squareRoot(rest(squared(passed)))),
  step: (passed: Decimal): Decimal => (passed.lessThan(1) ? zero : one),
  "s-curve": (passed: Decimal): Decimal =>
    times(squared(passed), plus(decimalFrom(3), times(decimalFrom(-2), passed))),
};

export type RampShape = keyof typeof shapes;

export const rampShapes: readonly RampShape[] = Object.freeze(Object.keys(shapes) as RampShape[]);

/**
 * The factor of a month that starts from a share of the plateau in the first month.
 *
 * @function
 * @example
 * ```ts
 * import { rampFactorFrom } from "volumes-and-values";
 *
 * rampFactorFrom({ firstMonthShare: "0.25", shapePoint: "0.5" }); // => Figure 0.625 · rampFactorFrom
 * ```
 */
export const rampFactorFrom = formula({
  figure: "rampFactorFrom",
  unit: "ratio",
  inputs: { firstMonthShare: "ratio", shapePoint: "ratio" },
  shares: ["firstMonthShare"],
  calculate: ({ firstMonthShare, shapePoint }) =>
    firstMonthShare.plus(firstMonthShare.rest.times(shapePoint)),
  source: "a ramp from its first month's share to its plateau",
  worked: { given: { firstMonthShare: "0.25", shapePoint: "0.5" }, gives: "0.625" },
});

const mostMonths = 600;

function unknownShape(shape: unknown): ModelError<"unknown-word"> {
  const received = describe(shape);
  return new ModelError(
    "unknown-word",
    `${received} is no shape of a ramp. Known: ${rampShapes.join(", ")}.`,
    {
      received,
      known: rampShapes,
    },
  );
}

/** The month-by-month growth of a service, as a rule. */
export interface Ramp {
  readonly shape: RampShape;
  /** Months from go-live, the first counting as one, until the plateau is reached. */
  readonly monthsToPlateau: number;
  /** The share of the plateau in the first month; where left out, what the shape gives. */
  readonly firstMonthShare?: Figure<"ratio"> | undefined;
}

/**
 * The share of its plateau that a service reaches in each month from go-live, up to the month of the plateau; every
 * month after it is one. Month m of a ramp of M months has shape(m / M); with a first month's share s it has
 * s + (1 − s) × shape((m − 1) / (M − 1)).
 *
 * @param ramp - the shape, the months to plateau, and the first month's share if there is one
 * @param path - where the ramp stands in a plan, so that each month is an input that readings can move
 * Source: quarter circles after the Strategy Unit's demand model, time profiles; the other shapes by definition.
 *
 * @example
 * ```ts
 * import { rampFactors } from "volumes-and-values";
 *
 * rampFactors({ shape: "linear", monthsToPlateau: 5 }).map(String); // => [ '0.2', '0.4', '0.6', '0.8', '1' ]
 * rampFactors({ shape: "front-loaded", monthsToPlateau: 5 }).map(String)[0]; // => 0.6
 * ```
 */
export function rampFactors(
  { shape, monthsToPlateau, firstMonthShare }: Ramp,
  path?: string,
): readonly Figure<"ratio">[] {
  if (!Object.hasOwn(shapes, shape)) throw unknownShape(shape);
  if (!Number.isInteger(monthsToPlateau) || monthsToPlateau < 1 || monthsToPlateau > mostMonths) {
    throw outOfRange(
      "monthsToPlateau",
      `a whole number from 1 to ${String(mostMonths)}`,
      describe(monthsToPlateau),
    );
  }
  const months = [...Array(monthsToPlateau).keys()].map((before) => before + 1);
  const place = (month: number): object =>
    path === undefined ? {} : { path: `${path}.months.${String(month)}` };
  const point = (month: number, passed: number, of: number): Figure<"ratio"> =>
    given(shapes[shape](dividedBy(decimalFrom(passed), decimalFrom(of))), "ratio", {
      name: firstMonthShare === undefined ? "rampFactor" : "shapePoint",
      about: { month: `month ${String(month)}` },
      source: `${shape} ramp, ${String(passed)} of ${String(of)} months`,
      ...place(month),
    });
  if (firstMonthShare === undefined)
    return Object.freeze(months.map((month) => point(month, month, monthsToPlateau)));
  const last = Math.max(1, monthsToPlateau - 1);
  return Object.freeze(
    months.map((month) => {
      const shapePoint = point(month, monthsToPlateau === 1 ? 1 : month - 1, last);
      return rampFactorFrom({ firstMonthShare, shapePoint }, { month: `month ${String(month)}` });
    }),
  );
}
