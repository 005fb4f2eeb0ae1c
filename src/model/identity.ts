import type { Figure } from "../numbers/figure.ts";

/** Numbers handed to figures as they are met: only to tell them apart, so they change no answer. */
const numbers = new WeakMap<Figure, number>();
let met = 0;

function numberOf(figure: Figure): number {
  let number = numbers.get(figure);
  if (number === undefined) numbers.set(figure, (number = ++met));
  return number;
}

/** A key that two lists share when they hold the same figures: a plan makes one figure for each assumption. */
export const identityOf = (figures: readonly Figure[]): string => figures.map(numberOf).join(" ");
