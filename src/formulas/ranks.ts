import { isLess } from "../numbers/exact.ts";
import { digitsOf } from "../numbers/decimal.ts";
import { given } from "../numbers/figure.ts";
import type { About, Figure } from "../numbers/figure.ts";
import type { Unit } from "../numbers/unit.ts";

/** How quartiles are read off figures in order, in words that stand beside them wherever they print. */
export const quartileMethod =
  "quartiles by linear interpolation at rank 1 + (n − 1) × share (Hyndman and Fan's type 7; QUARTILE.INC in a spreadsheet)";

/**
 * Where figures lie: the ends of their range, their quartiles, and the one in the middle. Each is a number by itself,
 * with the number of figures that it was read off for its source: what they are is not in its working.
 */
export interface Spread<U extends Unit = Unit> {
  readonly lowest: Figure<U>;
  readonly lowerQuartile: Figure<U>;
  readonly median: Figure<U>;
  readonly upperQuartile: Figure<U>;
  readonly highest: Figure<U>;
}

/** The spread of figures, one at least. `of` says what they are, as `7 returns`. */
export function spreadOf<U extends Unit>(
  figures: readonly [Figure<U>, ...Figure<U>[]],
  about: About,
  of: string,
): Spread<U> {
  const order = [...figures].sort((a, b) => Number(isLess(b, a)) - Number(isLess(a, b)));
  const [lowest, highest] = [order[0], order.at(-1)] as [Figure<U>, Figure<U>];
  const readOff = (figure: Figure<U>, name: string): Figure<U> =>
    given(digitsOf(figure.value), figure.unit, { name, about, source: `${of}; ${quartileMethod}` });
  return Object.freeze({
    lowest: readOff(lowest, "lowest"),
    lowerQuartile: readOff(quarterPoint(order, 1), "lowerQuartile"),
    median: readOff(quarterPoint(order, 2), "median"),
    upperQuartile: readOff(quarterPoint(order, 3), "upperQuartile"),
    highest: readOff(highest, "highest"),
  });
}

/** The figure at so many quarters of the way from the lowest to the highest, between two ranks in proportion. */
function quarterPoint<U extends Unit>(order: readonly Figure<U>[], quarters: 1 | 2 | 3): Figure<U> {
  const quartersOfRank = (order.length - 1) * quarters;
  const [rank, part] = [Math.floor(quartersOfRank / 4), quartersOfRank % 4];
  const [low, high] = [order[rank], order[rank + 1]] as [Figure<U>, Figure<U>];
  if (part === 0) return low;
  if (part === 2) return low.plus(high).dividedBy(2).in(low.unit);
  return low
    .times(4 - part)
    .plus(high.times(part))
    .dividedBy(4)
    .in(low.unit);
}
