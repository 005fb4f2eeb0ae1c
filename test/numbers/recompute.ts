import type { Working, WorkingNode } from "volumes-and-values/readings";
import type { Fraction } from "./fraction.ts";
import {
  add,
  agree,
  divide,
  exactly,
  fraction,
  isBelow,
  largerOf,
  multiply,
  rounded,
  size,
  smallerOf,
  subtract,
} from "./fraction.ts";

/** One step of a working, taken in exact fractions by nothing of the library's own. */
function step(node: WorkingNode, of: readonly Fraction[]): Fraction {
  const [a, b, c] = of as [Fraction, Fraction, Fraction];
  const { value, operation, places = 0, mode = "half even" } = node;
  switch (operation) {
    case "given":
    case "constant":
      return exactly(value);
    case "sum":
      return of.reduce(add, fraction(0n));
    case "minus":
      return subtract(a, b);
    case "times":
      return multiply(a, b);
    case "dividedBy":
      return divide(a, b);
    case "min":
      return smallerOf(a, b);
    case "max":
      return largerOf(a, b);
    case "clampedTo":
      return largerOf(b, smallerOf(a, c));
    case "rest":
      return subtract(fraction(1n), a);
    case "same":
      return a;
    case "rounded":
      return rounded(a, places, mode);
  }
}

/**
 * Whether two numbers differ by no more than the roundings of quotients can leave when they cancel: 2/3 − 2/3 may be
 * one in the fortieth place, where the exact difference is nothing and no number of digits agrees.
 */
const cancelled = (a: Fraction, b: Fraction): boolean =>
  isBelow(size(subtract(a, b)), fraction(1n, 10n ** 30n));

/** Every node of a working whose value does not follow from its inputs to 30 digits, in exact fractions. */
export function disagreements({ nodes }: Working): readonly WorkingNode[] {
  const made: Fraction[] = [];
  return nodes.filter((node) => {
    const value = step(
      node,
      node.of.map((place) => made[place] as Fraction),
    );
    made.push(value);
    return !agree(value, exactly(node.value)) && !cancelled(value, exactly(node.value));
  });
}
