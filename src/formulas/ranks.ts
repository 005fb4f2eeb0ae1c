import type { About, Figure } from "../numbers/figure.ts";
import type { Unit } from "../numbers/unit.ts";

/** How quartiles are read off figures in order, in words that stand beside them wherever they print. */
export const quartileMethod =
  "quartiles by linear interpolation at rank 1 + (n − 1) × share (Hyndman and Fan's type 7; QUARTILE.INC in a spreadsheet)";

/** Where figures lie: the ends of their range, their quartiles, and the one in the middle. */
export interface Spread<U extends Unit = Unit> {
  readonly lowest: Figure<U>;
  readonly lowerQuartile: Figure<U>;
  readonly median: Figure<U>;
  readonly upperQuartile: Figure<U>;
  readonly highest: Figure<U>;
}

/** The spread of figures, of which there is at least one; nothing of none. */
export function spreadOf<U extends Unit>(figures: readonly Figure<U>[], about: About): Spread<U> | undefined {
  const order = inOrder(figures);
  const [lowest, highest] = [order[0], order.at(-1)];
  if (lowest === undefined || highest === undefined) return undefined;
  const named = (figure: Figure<U>, name: string): Figure<U> => figure.named(name, about, quartileMethod);
  return Object.freeze({
    lowest: lowest.named("lowest", about),
    lowerQuartile: named(quarterPoint(order, 1), "lowerQuartile"),
    median: named(quarterPoint(order, 2), "median"),
    upperQuartile: named(quarterPoint(order, 3), "upperQuartile"),
    highest: highest.named("highest", about),
  });
}

/**
 * Figures in order, the lowest first. Each figure takes its place among those before it by being held between two
 * neighbours of theirs, with no `if`, so that the order follows when what-if moves one of them.
 */
function inOrder<U extends Unit>(figures: readonly Figure<U>[]): readonly Figure<U>[] {
  let order: readonly Figure<U>[] = [];
  for (const figure of figures) {
    const [before, count] = [order, order.length + 1];
    order = Array.from({ length: count }, (_, place) =>
      between(before[place - 1], figure, before[place]).named(`no. ${String(place + 1)} of ${String(count)}`),
    );
  }
  return order;
}

/** A figure, but at least the one below and at most the one above, where there is one. */
function between<U extends Unit>(
  below: Figure<U> | undefined,
  figure: Figure<U>,
  above: Figure<U> | undefined,
): Figure<U> {
  if (below !== undefined && above !== undefined) return figure.clampedTo(below, above);
  if (below !== undefined) return figure.max(below);
  return above === undefined ? figure : figure.min(above);
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
