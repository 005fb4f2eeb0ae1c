import { digitsOf, plus, zero } from "../numbers/decimal.ts";
import type { Figure, Operation } from "../numbers/figure.ts";

/** The number of parts of a long sum that are written out. */
export const partsShown = 12;

/** How a figure that is told apart is written within an expression: its name, its value, a number that points at it. */
export type LeafText = (figure: Figure) => string;

/** Whether a figure's working is told apart: it has a name, or is an input. */
export const isNamed = (figure: Figure): boolean =>
  figure.name !== undefined || figure.operation.kind === "given";

/** The operands of a figure that an expression writes out: all, or the first of a long sum. */
export const shownOperands = ({ operation, operands }: Figure): readonly Figure[] =>
  operation.kind === "sum" && operands.length > partsShown + 1 ? operands.slice(0, partsShown) : operands;

/** How tightly each operation binds: what binds less stands in brackets within what binds more. */
const binding: Record<Operation["kind"], number> = {
  sum: 1,
  minus: 1,
  rest: 1,
  times: 2,
  dividedBy: 2,
  min: 0,
  max: 0,
  clampedTo: 0,
  rounded: 0,
  same: 0,
  given: 3,
  constant: 3,
};

/** The text of an operand: bracketed where it binds less tightly than this. */
type Part = (index: number, within: number) => string;

const texts: Record<Operation["kind"], (part: Part, figure: Figure) => string> = {
  given: (_, { value }) => digitsOf(value),
  constant: (_, { value }) => digitsOf(value),
  sum: sumText,
  minus: (part) => `${part(0, 1)} − ${part(1, 2)}`,
  times: (part) => `${part(0, 2)} × ${part(1, 2)}`,
  dividedBy: (part) => `${part(0, 2)} ÷ ${part(1, 3)}`,
  rest: (part) => `1 − ${part(0, 2)}`,
  min: (part) => `the smaller of ${part(0, 1)} and ${part(1, 1)}`,
  max: (part) => `the larger of ${part(0, 1)} and ${part(1, 1)}`,
  clampedTo: (part) => `${part(0, 1)}, at least ${part(1, 1)} and at most ${part(2, 1)}`,
  rounded: (part, { operation }) =>
    `${part(0, 1)}, rounded ${operation.kind === "rounded" ? `${operation.mode} to ${placesText(operation.places)}` : ""}`,
  same: (part) => part(0, 0),
};

const placesText = (places: number): string =>
  places === 0 ? "whole numbers" : `${String(places)} ${places === 1 ? "place" : "places"}`;

/** A sum of few parts in full; a long one by its first parts, and how many more there are. */
function sumText(part: Part, figure: Figure): string {
  const shown = shownOperands(figure);
  if (shown.length === 0) return "the sum of nothing";
  const hidden = figure.operands.slice(shown.length).map(({ value }) => value);
  const more =
    hidden.length === 0
      ? []
      : [`${String(hidden.length)} more that come to ${digitsOf(hidden.reduce(plus, zero))}`];
  return [...shown.map((_, index) => part(index, 1)), ...more].join(" + ");
}

/**
 * The sum behind a figure, written over the operands that are told apart: `referrals × startRate`.
 * It goes as deep as figures are not told apart; whoever says which are keeps that shallow.
 */
export function expression(
  figure: Figure,
  leaf: LeafText,
  toldApart: (figure: Figure) => boolean = isNamed,
): string {
  const part: Part = (index, within) => {
    const operand = figure.operands[index] as Figure;
    if (toldApart(operand)) return leaf(operand);
    const text = expression(operand, leaf, toldApart);
    return binding[operand.operation.kind] < within ? `(${text})` : text;
  };
  return texts[figure.operation.kind](part, figure);
}
