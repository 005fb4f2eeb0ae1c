import { breakEvenVolume, casesAmiss, casesAtRatio } from "../../formulas/exposure.ts";
import { decimalFrom, dividedBy, zero } from "../../numbers/decimal.ts";
import type { Decimal } from "../../numbers/decimal.ts";
import { constant, given } from "../../numbers/figure.ts";
import type { Figure } from "../../numbers/figure.ts";
import { numberIn } from "../../vocabulary/checks/mechanism.ts";
import type { Bidder } from "../../vocabulary/bidder.ts";
import { inCommonPrices, refuseOtherPrices } from "../../vocabulary/other-prices.ts";
import { nominal, pricesText } from "../../vocabulary/prices.ts";
import type { Contracted } from "./contracted.ts";
import { positionAt } from "./position.ts";
import type { Position } from "./position.ts";
import { zerosBetween } from "./zeros.ts";
import type { Zero } from "./zeros.ts";

/** How far beyond the contracted volume break-even is sought: ten times it. */
const furthest = decimalFrom(10);
/** How far the volume is sought at which a case is paid so much. Beyond all edges it is on one straight line. */
const furthestPaying = decimalFrom(1_000_000);
/** How many whole steps of a cost are followed. */
const mostSteps = 2_000;

/** A volume at which something comes to what it is measured against. */
export interface VolumeFound {
  readonly volume: Figure<"cases">;
  /** How far that is from the contracted volume: 0.2 is 20% more. */
  readonly change: Figure<"ratio">;
  /** Whether it comes to it just there; else it leaps past it, as one case more takes another whole step of cost. */
  readonly exact: boolean;
}

/** A volume at which income comes to cost. */
export interface BreakEven extends VolumeFound {
  /** What one case more leads to: a surplus, a subsidy, or neither. */
  readonly leadsTo: "surplus" | "subsidy" | "neither";
}

/** Every volume at which income comes to cost, and how far that was sought. */
export interface BreakEvens {
  readonly found: readonly BreakEven[];
  readonly soughtTo: Figure<"cases">;
}

type Measure = (position: Position) => Figure<"GBP">;

/** Every volume at which income comes to cost, up to ten times the contracted one, or to the last step followed. */
export function breakEvensOf(bidder: Bidder, contracted: Contracted): BreakEvens {
  const { total } = contracted.cases;
  const to = total.value.isZero() ? zero : lastFollowed(bidder, total.value);
  const leaps = leapsOf(bidder, total.value, to);
  const found = zerosOf(bidder, contracted, { to, leaps }, ({ balance }) => balance).map((one) =>
    Object.freeze({
      ...volumeAt(contracted, one),
      leadsTo: leadsTo[one.passes],
    }),
  );
  const soughtTo = total.times(
    given(to, "ratio", { name: "soughtTo", source: "how far break-even is sought" }),
  );
  return {
    found: Object.freeze(found),
    soughtTo: soughtTo.rounded(toThePlace).named("soughtTo", { year: contracted.year }),
  };
}

const leadsTo = { upwards: "surplus", downwards: "subsidy", not: "neither" } as const;

/** Every volume at which a case is paid so much, mobilisation apart. */
export function volumesPaying(
  bidder: Bidder,
  contracted: Contracted,
  perCase: Figure<"GBP/cases">,
): readonly VolumeFound[] {
  const isNominal = bidder.mechanism.indexation !== undefined;
  if (isNominal) refuseOtherPrices(perCase, nominal, contracted.year);
  const price = isNominal ? inCommonPrices(perCase, pricesText(nominal)) : perCase;
  const found = zerosOf(
    bidder,
    contracted,
    { to: furthestPaying, leaps: [] },
    ({ payment: { charges, serviceCredits }, delivered }) =>
      charges.minus(serviceCredits).minus(delivered.times(price)),
  );
  return found
    .filter(({ ratio }) => !ratio.value.isZero())
    .map((one) => Object.freeze(volumeAt(contracted, one)));
}

function volumeAt(
  { cases: { total: casesContracted }, year }: Contracted,
  { ratio, line, balance: there, exact }: Zero,
): VolumeFound {
  const about = { year };
  const at = (volumeRatio: Figure<"ratio">): Figure<"cases"> =>
    casesAtRatio({ casesContracted, volumeRatio }, about);
  if (line === undefined || there === undefined)
    return {
      // An edge is so many cases, whatever is contracted: so many times these it is whole again, but for a quotient's rounding.
      volume: given(at(ratio).rounded(toThePlace).value, "cases", {
        name: "casesAtEdge",
        about,
        source: edge,
      }),
      change: ratio.minus(one).named("change", about),
      exact,
    };
  const { near, balance, between, balanceBetween } = line;
  const casesBetween = at(between);
  const onLine = breakEvenVolume(
    { casesNear: at(near), balanceNear: balance, casesBetween, balanceBetween },
    about,
  );
  // Nothing, where it was found; a reading that moves an edge past it sees that it no longer is.
  const amiss = casesAmiss({ balance: there, casesBetween, balanceBetween }, about);
  const volume = onLine.minus(amiss).named("breakEvenVolume", about, onLine.source);
  return { volume, change: volume.dividedBy(casesContracted).minus(one).named("change", about), exact };
}

const edge = "where another line begins, as exposure found it: make the exposure anew with other numbers";
const one = /* @__PURE__ */ constant(1);
const toThePlace = { places: 20, mode: "half even" } as const;

/** How far zeros are sought, and at which volumes the measure may leap. */
interface Search {
  readonly to: Decimal;
  readonly leaps: readonly Decimal[];
}

function zerosOf(bidder: Bidder, contracted: Contracted, search: Search, measure: Measure): readonly Zero[] {
  if (contracted.cases.total.value.isZero()) return [];
  const at = (ratio: Figure<"ratio">): Position => positionAt(bidder, contracted, ratio);
  return zerosBetween(edgesOf(bidder, search, at), (ratio) => measure(at(ratio)));
}

/** The volumes at which a balance may bend or leap: edges of bands, of limits, and of whole steps of cost. */
function edgesOf(
  bidder: Bidder,
  { to: end, leaps }: Search,
  at: (ratio: Figure<"ratio">) => Position,
): readonly Decimal[] {
  const bends = bidder.mechanism.parts.flatMap((part) =>
    part.pay === "bands"
      ? [
          ...(part.below ?? []).map(({ beyond }) => decimalFrom(1).minus(numberIn(beyond))),
          ...(part.above ?? []).map(({ beyond }) => decimalFrom(1).plus(numberIn(beyond))),
        ]
      : [],
  );
  const edges = sorted([zero, end, decimalFrom(1), ...bends, ...leaps], end);
  return sorted(
    [...edges, ...edges.slice(1).flatMap((to, index) => limitsBetween(edges[index] as Decimal, to, at))],
    end,
  );
}

const stepsOf = ({ costs }: Bidder): readonly Decimal[] =>
  costs.flatMap(({ steps }) => (steps === undefined ? [] : [numberIn(steps.each)]));

/** The end of the search: ten times the contracted volume, or the last step that is followed. */
const lastFollowed = (bidder: Bidder, total: Decimal): Decimal =>
  stepsOf(bidder)
    .map((each) => dividedBy(each.times(mostSteps), total))
    .reduce((least, last) => (last.lessThan(least) ? last : least), furthest);

/** Each whole number of steps up to the end of the search, as so many times the contracted volume. */
const leapsOf = (bidder: Bidder, total: Decimal, to: Decimal): readonly Decimal[] =>
  stepsOf(bidder).flatMap((each) => {
    const count = Math.min(mostSteps, dividedBy(to.times(total), each).floor().toNumber());
    return Array.from({ length: count }, (_, index) => dividedBy(each.times(index + 1), total));
  });

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

const sorted = (edges: readonly Decimal[], end: Decimal): readonly Decimal[] =>
  edges
    .filter((edge) => !edge.isNegative() && edge.lessThanOrEqualTo(end))
    .sort((a, b) => a.comparedTo(b))
    .filter((edge, index, all) => index === 0 || !isSameEdge(edge, all[index - 1] as Decimal));

/** Whether two edges are one but for the rounding of a quotient. */
const isSameEdge = (a: Decimal, b: Decimal): boolean =>
  a.minus(b).abs().lessThanOrEqualTo(b.abs().plus(1).times("1e-30"));
