import { balancePerRatio, breakEvenRatio } from "../../formulas/exposure.ts";
import { decimalFrom, dividedBy, one as unity, zero } from "../../numbers/decimal.ts";
import type { Decimal } from "../../numbers/decimal.ts";
import { given } from "../../numbers/figure.ts";
import type { Figure } from "../../numbers/figure.ts";

/** What passes at a volume: from below nothing to above, from above to below, or neither. */
export type Passes = "upwards" | "downwards" | "not";

/** A volume, as so many times the contracted one, at which a balance comes to nothing, or leaps past it. */
export interface Zero {
  readonly ratio: Figure<"ratio">;
  readonly passes: Passes;
  /** The straight line that it was solved on, where it was, and the balance there, which is nothing. */
  readonly line?: Line;
  readonly balance?: Figure<"GBP">;
  /** Whether the balance is nothing there; else it leaps past nothing just after. */
  readonly exact: boolean;
}

type Balance = (volumeRatio: Figure<"ratio">) => Figure<"GBP">;

/** So many times the contracted volume, as a point of a straight line: a number that no reading moves. */
const point = (value: Decimal): Figure<"ratio"> =>
  given(value, "ratio", { name: "ratioNear", source: "a point on a straight stretch of the volume" });

const quarter = decimalFrom("0.25");

/** A straight stretch: a point on it, the balance there, and how fast that moves with the volume. */
export interface Line {
  readonly from: Decimal;
  readonly to: Decimal;
  readonly near: Figure<"ratio">;
  readonly balance: Figure<"GBP">;
  /** How far another point on it is, and how much more the balance is there. */
  readonly between: Figure<"ratio">;
  readonly balanceBetween: Figure<"GBP">;
  readonly slope: Figure<"GBP">;
}

/** The straight line on which a balance lies between two points, through two points inside. */
function lineBetween(from: Decimal, to: Decimal, balanceAt: Balance): Line {
  const step = to.minus(from).times(quarter);
  const [nearer, further] = [short(from.plus(step), step), short(to.minus(step), step)];
  const near = point(nearer);
  const between = given(further.minus(nearer), "ratio", {
    name: "ratioBetween",
    source: "between two points",
  });
  const balance = balanceAt(near);
  const balanceFurther = balanceAt(point(further));
  const slope = balancePerRatio({ balanceFurther, balanceNear: balance, ratioBetween: between });
  const balanceBetween = balanceFurther.minus(balance).named("balanceBetween");
  return { from, to, near, balance, between, balanceBetween, slope };
}

/** A point of few digits within a step of one that is a quotient, so that a volume solved from it is whole where it is. */
const short = (value: Decimal, step: Decimal): Decimal => value.toDecimalPlaces(Math.max(0, 1 - step.e));

const valueAt = ({ near, balance, slope }: Line, at: Decimal): Decimal =>
  balance.value.plus(slope.value.times(at.minus(near.value)));

/**
 * Every volume at which a balance comes to nothing, where it is a straight line between edges: each line is solved, so
 * that none is missed. A whole stretch without a balance gives both its ends.
 */
export function zerosBetween(edges: readonly Decimal[], balanceAt: Balance): readonly Zero[] {
  const lines = edges.slice(1).map((to, index) => lineBetween(edges[index] as Decimal, to, balanceAt));
  const size = lines.reduce((most, { balance }) => largest(most, balance.value.abs()), zero);
  const noise = size.times("1e-30");
  const sign = (value: Decimal): number =>
    value.abs().lessThanOrEqualTo(noise) ? 0 : value.isNegative() ? -1 : 1;
  const found = lines.flatMap((line, index): Zero[] => {
    const leap = leapBetween(lines[index - 1], line, sign, balanceAt);
    return [...leap, ...zerosOn(line, sign, balanceAt)];
  });
  return found
    .map((one) => ({ ...one, passes: passing(one.ratio.value, lines, sign, balanceAt) }))
    .filter(
      ({ ratio }, index, all) =>
        index === 0 ||
        ratio.value
          .minus((all[index - 1] as Zero).ratio.value)
          .abs()
          .greaterThan("1e-25"),
    );
}

const largest = (a: Decimal, b: Decimal): Decimal => (a.lessThan(b) ? b : a);

function zerosOn(line: Line, sign: (value: Decimal) => number, balanceAt: Balance): readonly Zero[] {
  const { from, to, near, balance, slope } = line;
  const exact = (ratio: Figure<"ratio">): (Zero & Required<Pick<Zero, "balance">>)[] => {
    const there = balanceAt(ratio);
    return sign(there.value) === 0 ? [{ ratio, passes: "not", exact: true, balance: there }] : [];
  };
  if (sign(slope.value) === 0)
    return sign(balance.value) === 0 ? [...exact(point(from)), ...exact(point(to))] : [];
  const ratio = breakEvenRatio({ ratioNear: near, balanceNear: balance, balancePerRatio: slope });
  const slack = largest(unity, to.abs()).times("1e-30");
  const outside = ratio.value.lessThan(from.minus(slack)) || ratio.value.greaterThan(to.plus(slack));
  if (outside) return [];
  // The rounding of a quotient may come to less than none, and there is no such volume.
  if (ratio.value.isNegative()) return exact(point(from));
  return exact(ratio).map((found) => ({ ...found, line }));
}

/**
 * Where a balance has one sign up to an edge and another just after it: a post more is taken on there. Before the first
 * edge, none at all, there is only the edge itself.
 */
function leapBetween(
  before: Line | undefined,
  after: Line,
  sign: (value: Decimal) => number,
  balanceAt: Balance,
): readonly Zero[] {
  const at = after.from;
  const there = sign(balanceAt(point(at)).value);
  const left = before === undefined ? there : sign(valueAt(before, at));
  // Where it is nothing just there, it is what the line makes of it a moment later.
  const right = sign(valueAt(after, at)) || sign(after.slope.value);
  if (left * right >= 0 || there === 0) return [];
  return [{ ratio: point(at), passes: "not", exact: false }];
}

/** What a balance passes at a volume, by its sign on either side. */
function passing(
  at: Decimal,
  lines: readonly Line[],
  sign: (value: Decimal) => number,
  balanceAt: Balance,
): Passes {
  const within = (line: Line | undefined, step: Decimal): number =>
    line === undefined ? 0 : sign(valueAt(line, at.plus(step)));
  const tiny = unity.times("1e-20");
  const left = lines.findLast(({ from }) => from.plus(tiny).lessThan(at));
  const right = lines.find(({ to }) => to.minus(tiny).greaterThan(at));
  const wayFrom = (line: Line | undefined): Decimal =>
    line === undefined ? zero : dividedBy(line.to.minus(line.from), decimalFrom(1_000_000));
  const before =
    left === undefined ? sign(balanceAt(point(at)).value) : within(left, wayFrom(left).negated());
  const after = within(right, wayFrom(right));
  if (before < 0 && after > 0) return "upwards";
  return before > 0 && after < 0 ? "downwards" : "not";
}
