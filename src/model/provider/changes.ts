import { outOfRange } from "../../errors.ts";
import { decimalFrom, digitsOf } from "../../numbers/decimal.ts";
import type { Decimal, NumberLike } from "../../numbers/decimal.ts";
import { isFigure, wrongUnit } from "../../numbers/figure.ts";
import type { Figure } from "../../numbers/figure.ts";
import { percentMeant } from "../../vocabulary/percentage.ts";
import { givenNumber } from "./given-number.ts";

/** How far a volume is from the contracted one, as a share: a number, or a figure as a break-even has it. */
export type VolumeChange = NumberLike | Figure<"ratio">;

/** A change of volume of so many times the contracted one is a percentage, unless it is a figure's. */
const tooFar = 5;

/** A change of volume, read. There are no fewer cases than none; a quotient may be that but for its rounding. */
export function changeFrom(change: VolumeChange, name: string): Decimal {
  const value = isFigure(change) ? valueIn("ratio", change, name) : givenNumber(change, name);
  if (value.plus(1).abs().lessThan("1e-30")) return decimalFrom(-1);
  if (value.greaterThan(-1) && (isFigure(change) || value.lessThan(tooFar))) return value;
  throw outOfRange(
    name,
    `a share from -1 up, below ${String(tooFar)}`,
    digitsOf(value),
    percentMeant(value, "give"),
  );
}

/** The value of a figure that is in a unit. */
export function valueIn(unit: string, figure: Figure, name: string): Decimal {
  if (figure.unit !== unit) throw wrongUnit(unit, figure, name);
  return figure.value;
}
