import { balancePerCase, breakEvenVolume, casesAtRatio } from "../../formulas/exposure.ts";
import { decimalFrom, dividedBy, zero } from "../../numbers/decimal.ts";
import type { Decimal } from "../../numbers/decimal.ts";
import { constant, given } from "../../numbers/figure.ts";
import type { Figure } from "../../numbers/figure.ts";
import { numberIn } from "../../vocabulary/checks/mechanism.ts";
import type { Bidder } from "../../vocabulary/bidder.ts";
import type { Contracted } from "./contracted.ts";
import { positionAt } from "./position.ts";
import type { Position } from "./position.ts";
import { zerosBetween } from "./zeros.ts";
import type { Zero } from "./zeros.ts";

/** How far beyond the contracted volume break-even is sought: ten times it. */
const furthest = decimalFrom(10);

/** A volume at which something comes to what it is measured against. */
export interface VolumeFound {
  readonly volume: Figure<"cases">;
  /** How far that is from the contracted volume: 0.2 is 20% more. */
  readonly change: Figure<"ratio">;
  readonly exact: boolean;
}

/** A volume at which income comes to cost. */
export interface BreakEven extends VolumeFound {
  /** What one case more leads to: a surplus, a subsidy, or neither. */
  readonly leadsTo: "surplus" | "subsidy" | "neither";
}

type Measure = (position: Position) => Figure<"GBP">;

/** Every volume up to ten times the contracted one at which income comes to cost. */
export const breakEvensOf = (bidder: Bidder, contracted: Contracted): readonly BreakEven[] =>
  zerosOf(bidder, contracted, ({ balance }) => balance).map((found) =>
    Object.freeze({
      ...volumeAt(contracted, found),
      leadsTo: found.passes === "upwards" ? "surplus" : found.passes === "downwards" ? "subsidy" : "neither",
    }),
  );

/** Every volume up to ten times the contracted one at which a case is paid so much, mobilisation apart. */
export function volumesPaying(
  bidder: Bidder,
  contracted: Contracted,
  perCase: Figure<"GBP/cases">,
): readonly VolumeFound[] {
  const found = zerosOf(bidder, contracted, ({ payment: { charges, serviceCredits }, delivered }) =>
    charges.minus(serviceCredits).minus(delivered.times(perCase)),
  );
  return found
    .filter(({ ratio }) => !ratio.value.isZero())
    .map((one) => Object.freeze(volumeAt(contracted, one)));
}

function volumeAt(
  { cases: { total: casesContracted }, year }: Contracted,
  { ratio, line, exact }: Zero,
): VolumeFound {
  const about = { year };
  if (line === undefined)
    return {
      volume: casesAtRatio({ casesContracted, volumeRatio: ratio }, about),
      change: ratio.minus(one).named("change", about),
      exact,
    };
  const { near, balance, slope } = line;
  const volume = breakEvenVolume(
    {
      casesNear: casesAtRatio({ casesContracted, volumeRatio: near }),
      balanceNear: balance,
      balancePerCase: balancePerCase({ balancePerRatio: slope, casesContracted }),
    },
    about,
  );
  return { volume, change: volume.dividedBy(casesContracted).minus(one).named("change", about), exact };
}

const one = /* @__PURE__ */ constant(1);

function zerosOf(bidder: Bidder, contracted: Contracted, measure: Measure): readonly Zero[] {
  if (contracted.cases.total.value.isZero()) return [];
  const at = (ratio: Figure<"ratio">): Position => positionAt(bidder, contracted, ratio);
  return zerosBetween(edgesOf(bidder, contracted, at), (ratio) => measure(at(ratio)));
}

/** The volumes at which a balance may bend or leap: edges of bands, of limits, and of whole steps of cost. */
function edgesOf(
  bidder: Bidder,
  contracted: Contracted,
  at: (ratio: Figure<"ratio">) => Position,
): readonly Decimal[] {
  const total = contracted.cases.total.value;
  const bends = bidder.mechanism.parts.flatMap((part) =>
    part.pay === "bands"
      ? [
          ...(part.below ?? []).map(({ beyond }) => decimalFrom(1).minus(numberIn(beyond))),
          ...(part.above ?? []).map(({ beyond }) => decimalFrom(1).plus(numberIn(beyond))),
        ]
      : [],
  );
  const leaps = bidder.costs.flatMap(({ steps }) =>
    steps === undefined ? [] : multiples(numberIn(steps.each), total),
  );
  const edges = sorted([zero, furthest, decimalFrom(1), ...bends, ...leaps]);
  return sorted([
    ...edges,
    ...edges.slice(1).flatMap((to, index) => limitsBetween(edges[index] as Decimal, to, at)),
  ]);
}

const mostSteps = 2_000;

/** Each whole number of steps, as so many times the contracted volume. */
function multiples(each: Decimal, total: Decimal): readonly Decimal[] {
  const count = Math.min(mostSteps, dividedBy(furthest.times(total), each).floor().toNumber());
  return Array.from({ length: count }, (_, index) => dividedBy(each.times(index + 1), total));
}

/** Where, on a straight stretch, the charges before limits meet a limit, or nothing. */
function limitsBetween(
  from: Decimal,
  to: Decimal,
  at: (ratio: Figure<"ratio">) => Position,
): readonly Decimal[] {
  const step = to.minus(from).times("0.25");
  const point = (value: Decimal): Figure<"ratio"> => given(value, "ratio", { name: "volumeRatio" });
  const [near, further] = [at(point(from.plus(step))).payment, at(point(to.minus(step))).payment];
  const rise = further.beforeLimits.value.minus(near.beforeLimits.value);
  if (rise.isZero()) return [];
  const limits = [
    zero,
    ...near.steps
      .filter(({ does }) => does === "at most" || does === "at least")
      .map(({ amount }) => amount.value),
  ];
  return limits
    .map((limit) =>
      from.plus(step).plus(dividedBy(limit.minus(near.beforeLimits.value).times(step.times(2)), rise)),
    )
    .filter((edge) => edge.greaterThan(from) && edge.lessThan(to));
}

const sorted = (edges: readonly Decimal[]): readonly Decimal[] =>
  edges
    .filter((edge) => !edge.isNegative() && edge.lessThanOrEqualTo(furthest))
    .sort((a, b) => a.comparedTo(b))
    .filter((edge, index, all) => index === 0 || !edge.equals(all[index - 1] as Decimal));
