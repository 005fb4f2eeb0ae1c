import { dividedBy, frozen, minus, one, plus, times, zero } from "../numbers/decimal.ts";
import type { Decimal } from "../numbers/decimal.ts";
import type { Figure } from "../numbers/figure.ts";
import { pathOf } from "./inputs.ts";

/** A polynomial of one input: exact coefficients, that of the constant first. */
type Polynomial = readonly Decimal[];

/** A figure as a quotient of two polynomials of one input. */
export interface Quotient {
  readonly above: Polynomial;
  readonly below: Polynomial;
}

/** No figure of higher powers is solved, so none is written out. */
const highest = 6;
const unity: Polynomial = [one];

const constant = (value: Decimal): Quotient => ({ above: [value], below: unity });

const trimmed = (polynomial: readonly Decimal[]): Polynomial => {
  const last = polynomial.findLastIndex((coefficient) => !coefficient.isZero());
  return polynomial.slice(0, last + 1);
};

const added = (a: Polynomial, b: Polynomial): Polynomial =>
  trimmed((a.length >= b.length ? a : b).map((_, power) => plus(a[power] ?? zero, b[power] ?? zero)));

function multiplied(a: Polynomial, b: Polynomial): Polynomial {
  if (a === unity) return b;
  if (b === unity) return a;
  const product: Decimal[] = Array<Decimal>(Math.max(0, a.length + b.length - 1)).fill(zero);
  for (const [i, x] of a.entries())
    for (const [j, y] of b.entries()) product[i + j] = plus(product[i + j] ?? zero, times(x, y));
  return trimmed(product);
}

const equal = (a: Polynomial, b: Polynomial): boolean =>
  a === b ||
  (a.length === b.length && a.every((coefficient, power) => coefficient.equals(b[power] as Decimal)));

/** A quotient with a constant divisor divided out, and common powers of the input cancelled; none of too high powers. */
function reduced(above: Polynomial, below: Polynomial): Quotient | undefined {
  if (above.length > highest || below.length > highest) return undefined;
  const powers = Math.min(lowest(above), lowest(below));
  const [over, under] = [above.slice(powers), below.slice(powers)];
  const [divisor] = under;
  if (under.length !== 1 || divisor === undefined) return { above: over, below: under };
  return {
    above: divisor.equals(one) ? over : over.map((coefficient) => dividedBy(coefficient, divisor)),
    below: unity,
  };
}

const lowest = (polynomial: Polynomial): number => {
  const first = polynomial.findIndex((coefficient) => !coefficient.isZero());
  return first === -1 ? Infinity : first;
};

const sumOf = (a: Quotient, b: Quotient): Quotient | undefined =>
  equal(a.below, b.below)
    ? reduced(added(a.above, b.above), a.below)
    : reduced(
        added(multiplied(a.above, b.below), multiplied(b.above, a.below)),
        multiplied(a.below, b.below),
      );

const negated = ({ above, below }: Quotient): Quotient => ({
  above: above.map((coefficient) => minus(zero, coefficient)),
  below,
});

const productOf = (a: Quotient, b: Quotient): Quotient | undefined =>
  reduced(multiplied(a.above, b.above), multiplied(a.below, b.below));

const ratioOf = (a: Quotient, b: Quotient): Quotient | undefined =>
  b.above.length === 0 ? undefined : reduced(multiplied(a.above, b.below), multiplied(a.below, b.above));

/** What a quotient is at a value of its input; nothing, where its divisor is zero. */
export function valueAt({ above, below }: Quotient, at: Decimal): Decimal | undefined {
  const [top, bottom] = [above, below].map((polynomial) =>
    polynomial.reduceRight((so, coefficient) => plus(times(so, at), coefficient), zero),
  ) as [Decimal, Decimal];
  return bottom.isZero() ? undefined : dividedBy(top, bottom);
}

/**
 * A figure as a quotient of polynomials of one input, read from its working. Where limits bear on the input, it is the
 * quotient that holds about one value of it, `near`; without that, there is none. Nor is there one of high powers, or
 * of what is rounded.
 */
export function quotientOf(nodes: readonly Figure[], path: string, near?: Decimal): Quotient | undefined {
  const made = new Map<Figure, Quotient>();
  let last: Quotient | undefined;
  for (const figure of nodes) {
    const moves = pathOf(figure) === path || figure.operands.some((operand) => made.has(operand));
    last = moves ? stepOf(figure, path, made, near) : constant(figure.value);
    if (last === undefined) return undefined;
    if (moves) made.set(figure, last);
  }
  return last;
}

function stepOf(
  figure: Figure,
  path: string,
  made: ReadonlyMap<Figure, Quotient>,
  near: Decimal | undefined,
): Quotient | undefined {
  if (pathOf(figure) === path) return { above: [zero, one], below: unity };
  const of = figure.operands.map((operand) => made.get(operand) ?? constant(operand.value));
  const [a, b, c] = of as [Quotient, Quotient, Quotient];
  switch (figure.operation.kind) {
    case "sum":
      return of.reduce<Quotient | undefined>(
        (so, part) => (so === undefined ? undefined : sumOf(so, part)),
        constant(zero),
      );
    case "minus":
      return sumOf(a, negated(b));
    case "rest":
      return sumOf(constant(one), negated(a));
    case "times":
      return productOf(a, b);
    case "dividedBy":
      return ratioOf(a, b);
    case "same":
      return a;
    case "min":
      return chosen(a, b, near, (x, y) => y.lessThan(x));
    case "max":
      return chosen(a, b, near, (x, y) => y.greaterThan(x));
    case "clampedTo": {
      const below = chosen(a, c, near, (x, y) => y.lessThan(x));
      return below === undefined ? undefined : chosen(b, below, near, (x, y) => y.greaterThan(x));
    }
    default:
      return undefined;
  }
}

/** The one of two that counts about a value of the input. */
function chosen(
  a: Quotient,
  b: Quotient,
  near: Decimal | undefined,
  second: (a: Decimal, b: Decimal) => boolean,
): Quotient | undefined {
  if (near === undefined) return undefined;
  const [x, y] = [valueAt(a, near), valueAt(b, near)];
  if (x === undefined || y === undefined) return undefined;
  return second(x, y) ? b : a;
}

/** How a quotient comes to zero. */
export type Zero =
  { readonly kind: "once"; readonly at: Decimal } | { readonly kind: "never" | "everywhere" | "unknown" };

/** Where a quotient is zero, if its upper polynomial is a straight line. */
export function zeroOf({ above }: Quotient): Zero {
  const [atZero, slope, ...higher] = above;
  if (higher.length > 0) return { kind: "unknown" };
  if (slope !== undefined) return { kind: "once", at: frozen(dividedBy(minus(zero, atZero ?? zero), slope)) };
  return { kind: atZero === undefined || atZero.isZero() ? "everywhere" : "never" };
}
