import type { Figure } from "../numbers/figure.ts";
import { isNamedShare } from "./ranges.ts";

/**
 * What a figure that is made of others must be wherever they move, though each of them is what it may be: shares that are
 * stated cannot leave 0 to 1, and yet come to more than 1 together, so that their rest would be fewer than nobody.
 */
export interface Held {
  /** Whether a float is so, but for what floats leave: of the figure that is held, if that is said. */
  readonly isNearly: (value: number, noise?: number) => boolean;
  /** What it is otherwise, and what one of two inputs is beside the other. */
  readonly otherwise: string;
  readonly beside?: string;
}

/** A figure, and what it is held to. */
export interface HeldFigure {
  readonly figure: Figure;
  readonly held: Held;
  /** What a draw of which it is not so is counted under. */
  readonly otherwise: string;
  /** What floats leave of it, where that is more than of any. */
  readonly noise?: number;
  /** What others rest on that are held to it: the figure itself, or the inputs that it relates, by path. */
  readonly on: readonly (Figure | string)[];
}

/** What floats may leave above 1 or below 0 of a share that is one. */
const noise = 1e-12;

/** What floats may leave of cases, or of pounds, that come to nothing. */
export const nearlyNothing = 1e-6;

export const share: Held = {
  isNearly: (value) => value >= -noise && value <= 1 + noise,
  otherwise: "outside 0 to 1",
  beside: "above",
};

/** What is nothing, or cases or pounds that floats leave of it. */
export const nothing: Held = {
  isNearly: (value, noise = nearlyNothing) => Math.abs(value) < noise,
  otherwise: "other than nothing",
  beside: "other than",
};

/** There is no volume below none. */
export const zeroOrMore: Held = {
  isNearly: (value, noise = nearlyNothing) => value > -noise,
  otherwise: "below nought",
  beside: "above",
};

export const aboveZero: Held = {
  isNearly: (value) => value > 0,
  otherwise: "at nought or below",
  beside: "not below",
};

/** What figures are held to by their name. */
const named = {
  productiveHours: aboveZero,
  volumeRatio: zeroOrMore,
  breakEvenVolume: zeroOrMore,
  withinAgreedLevel: zeroOrMore,
  aboveAgreedLevel: aboveZero,
  priceOffered: zeroOrMore,
  pricesAmiss: nothing,
  casesAmiss: nothing,
  excessToPlateau: nothing,
  plateauApart: nothing,
  stepToPlateau: aboveZero,
  allHours: aboveZero,
  allPayManaged: aboveZero,
  hoursWhereNone: nothing,
  payManagedWhereNone: nothing,
  allDirectCost: aboveZero,
  monthWeights: aboveZero,
  workingDaysOfYear: aboveZero,
  casesInYear: aboveZero,
  casesWhereNone: nothing,
  casesAtAveragePrice: aboveZero,
  pricePaid: aboveZero,
  priceWhereNone: nothing,
  paymentWhereNone: nothing,
};

export type HeldName = keyof typeof named;

export const isHeldName = (name: string): name is HeldName => Object.hasOwn(named, name);

/** What a figure is held to; nothing, of an input, which has a range of its own, and of what is not so as it stands. */
export function heldTo(figure: Figure): Held | undefined {
  const { name = "", operands, value } = figure;
  if (operands.length === 0) return undefined;
  const held = isHeldName(name) ? named[name] : isNamedShare(figure) ? share : undefined;
  return held?.isNearly(value.toNumber()) === true ? held : undefined;
}
