import { outOfRange } from "../errors.ts";
import type { ModelError } from "../errors.ts";
import { digitsOf, isShare } from "../numbers/decimal.ts";
import type { Decimal } from "../numbers/decimal.ts";
import type { Figure } from "../numbers/figure.ts";
import { notAShare } from "../numbers/formula.ts";
import { nodesOf } from "../numbers/working.ts";
import type { Figures } from "../numbers/working.ts";
import { isNamedShare } from "./ranges.ts";

/**
 * What a figure that is made of others must be wherever they move, though each of them is what it may be: shares that are
 * stated cannot leave 0 to 1, and yet come to more than 1 together, so that their rest would be fewer than nobody.
 */
export interface Held {
  readonly is: (value: Decimal) => boolean;
  /** The same of a float, but for what floats leave. */
  readonly isNearly: (value: number) => boolean;
  /** What a draw of which it is not so is counted under. */
  readonly otherwise: string;
  readonly refusal: (name: string, value: Decimal) => ModelError<"out-of-range">;
}

/** What floats may leave above 1 or below 0 of a share that is one. */
const noise = 1e-12;

/** What floats may leave of cases, or of pounds, that come to nothing. */
const nearlyNothing = 1e-6;

const share: Held = {
  is: isShare,
  isNearly: (value) => value >= -noise && value <= 1 + noise,
  otherwise: "outside 0 to 1",
  refusal: notAShare,
};

/** What is nothing, or cases or pounds that floats leave of it. */
const nothing = (expected: string, mend: string): Held => ({
  is: (value) => value.isZero(),
  isNearly: (value) => Math.abs(value) < nearlyNothing,
  otherwise: "other than nothing",
  refusal: (name, value) => outOfRange(name, expected, digitsOf(value), mend),
});

/** There is no volume below none. */
const zeroOrMore = (mend: string): Held => ({
  is: (value) => !value.isNegative(),
  isNearly: (value) => value >= -noise,
  otherwise: "below nought",
  refusal: (name, value) => outOfRange(name, "zero or more", digitsOf(value), mend),
});

const aboveZero = (mend: string): Held => ({
  is: (value) => value.greaterThan(0),
  isNearly: (value) => value > 0,
  otherwise: "at nought or below",
  refusal: (name, value) => outOfRange(name, "above zero", digitsOf(value), mend),
});

/** What pay is told apart by. */
const toldApart = aboveZero(
  "Pay is not told apart by none: make the staff and the full cost anew with the value.",
);

/** Figures that are held to something by their name, and what to do where they are not. */
const byName: ReadonlyMap<string, Held> = new Map([
  [
    "productiveHours",
    aboveZero(
      "Give fewer days of leave, training and sickness than working days, and less than all of the time on the road.",
    ),
  ],
  ["volumeRatio", zeroOrMore("There is no change of volume below -1.")],
  ["breakEvenVolume", zeroOrMore("Income comes to cost at no volume then.")],
  [
    "withinAgreedLevel",
    zeroOrMore("The rule would shut in this month: ask admittedByMonth anew with the value."),
  ],
  [
    "aboveAgreedLevel",
    aboveZero("The rule would open in this month: ask admittedByMonth anew with the value."),
  ],
  [
    "pricesAmiss",
    nothing(
      "nothing, as long as the same volumes are the cheapest",
      "Others decide the price then: ask shouldWeBid anew with the value.",
    ),
  ],
  [
    "casesAmiss",
    nothing(
      "nothing, where a break-even is still one",
      "Past an edge of bands, limits or whole steps another line holds: make the exposure anew with the value.",
    ),
  ],
  [
    "excessToPlateau",
    nothing(
      "nothing, where the plateau can be reached with such gaps",
      "Allow larger gaps, or reach the plateau later.",
    ),
  ],
  [
    "plateauApart",
    nothing(
      "nothing, as long as the years of the plateau have the same money",
      "Smooth the ramp-up anew with the value, or change all of these years.",
    ),
  ],
  ["allHours", toldApart],
  ["allPayManaged", toldApart],
  [
    "stepToPlateau",
    aboveZero("The plateau would begin a year earlier: smooth the ramp-up anew with the value."),
  ],
]);

/** What a figure is held to; nothing, of an input, which has a range of its own, and of what is not so as it stands. */
export function heldTo(figure: Figure): Held | undefined {
  if (figure.operands.length === 0) return undefined;
  const held = byName.get(figure.name ?? "") ?? (isNamedShare(figure) ? share : undefined);
  return held?.is(figure.value) === true ? held : undefined;
}

/** A figure, and what it is held to. */
export interface HeldFigure {
  readonly figure: Figure;
  readonly held: Held;
}

/** The figures within some that are held to something. */
export const heldWithin = (figures: Figures): readonly HeldFigure[] =>
  nodesOf(figures).flatMap((figure) => {
    const held = heldTo(figure);
    return held === undefined ? [] : [{ figure, held }];
  });
