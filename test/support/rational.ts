import type { Figure } from "volumes-and-values";

/** A fraction of whole numbers: an oracle that shares no arithmetic with the library. */
export interface Rational {
  readonly top: bigint;
  readonly bottom: bigint;
}

/** A number as people write it: `55/72`, `0.62`, `-3`, 900. */
export function rational(text: string | number | bigint): Rational {
  const [top = "", bottom = "1"] = String(text).split("/");
  const [above, below] = [decimal(top), decimal(bottom)];
  return { top: above.top * below.bottom, bottom: above.bottom * below.top };
}

function decimal(text: string): Rational {
  const [whole = "0", places = ""] = text.split(".");
  return { top: BigInt(whole + places), bottom: 10n ** BigInt(places.length) };
}

export const plus = (a: Rational, b: Rational): Rational => ({
  top: a.top * b.bottom + b.top * a.bottom,
  bottom: a.bottom * b.bottom,
});
export const times = (a: Rational, b: Rational): Rational => ({
  top: a.top * b.top,
  bottom: a.bottom * b.bottom,
});

/** Whether two fractions are one number. */
export const equals = (a: Rational, b: Rational): boolean => a.top * b.bottom === b.top * a.bottom;

/** A figure's number, digit for digit. */
export const rationalOf = (figure: Figure): Rational => rational(figure.toJSON().value);

const absolute = (n: bigint): bigint => (n < 0n ? -n : n);

/** Whether a figure is a number, digit for digit. */
export const isExactly = (figure: Figure, due: string | number): boolean =>
  equals(rationalOf(figure), rational(due));

/** Whether two figures differ by less than one part in 10³⁶, as quotients rounded to 40 digits may. */
export function isNearly(figure: Figure, due: Figure | Rational | string | number): boolean {
  const a = rationalOf(figure);
  const b =
    typeof due === "string" || typeof due === "number" ? rational(due) : "top" in due ? due : rationalOf(due);
  const difference = absolute(a.top * b.bottom - b.top * a.bottom);
  return difference * 10n ** 36n <= absolute(b.top * a.bottom);
}
