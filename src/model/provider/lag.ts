import * as z from "zod/mini";
import { averageLag, lagShare } from "../../formulas/lag.ts";
import { restShare } from "../../formulas/screening.ts";
import { given, isFigure, sum, wrongUnit } from "../../numbers/figure.ts";
import type { Figure } from "../../numbers/figure.ts";
import type { Unit } from "../../numbers/unit.ts";
import { levelOfRest } from "../../vocabulary/mix.ts";
import { plainCopy } from "../../vocabulary/plain.ts";
import { invalidData, problemsOf } from "../../vocabulary/problems.ts";
import type { Path } from "../../vocabulary/problems.ts";
import { rewritten } from "../../vocabulary/rewritten.ts";
import { isByMonth, lagProblems, lagSchema } from "../../vocabulary/timing.ts";
import type { Lag } from "../../vocabulary/timing.ts";
import { assumedFigure } from "../inputs.ts";
import { listProblems, refuse } from "./checked-options.ts";

/** The share of people who arrive in the month in which they set out, one month later, two months later … */
export type LagShares = readonly Figure<"ratio">[];

/**
 * The shares of a lag over so many months. Those whom it takes longer are under way at the end. A lag in months has a
 * share for every month, most of them nought, so that nobody is lost when the lag is moved.
 */
export function lagSharesOf(path: Path, lag: Lag, months: number): LagShares {
  if (isByMonth(lag)) return sharesByMonth(path, lag.sharesByMonth, months);
  const name = String(path.at(-1));
  const length = assumedFigure(path, { name, unit: "month" }, lag, {});
  return upTo(months).map((later) =>
    lagShare({ lag: length, monthsLater: later }, { of: name, arriving: laterText(later) }),
  );
}

/** The shares that are stated, and one that is what they leave of everybody, so that nobody is lost when one is moved. */
function sharesByMonth(path: Path, shares: Shares, months: number): LagShares {
  const of = String(path.at(-1));
  const rest = Number(levelOfRest(Object.fromEntries(shares.entries())));
  const stated = shares.map((share, later) =>
    later === rest || share === "rest"
      ? undefined
      : assumedFigure([...path, "sharesByMonth", later], { name: "lagShare", unit: "ratio" }, share, {
          of,
          arriving: laterText(later),
        }),
  );
  const others = stated.filter((share) => share !== undefined);
  return upTo(months).flatMap((later) => {
    if (later >= shares.length) return [];
    return stated[later] ?? restShare({ shares: others }, { of, arriving: laterText(later) });
  });
}

type Shares = Extract<Lag, { readonly sharesByMonth: unknown }>["sharesByMonth"];

const upTo = (count: number): number[] => [...Array(count).keys()];

const laterText = (months: number): string =>
  months === 0 ? "in the same month" : months === 1 ? "one month later" : `${String(months)} months later`;

/** People who set out by month, and when they arrive. A month in which nobody sets out may be left out. */
export interface Stream<U extends Unit> {
  readonly flow: readonly (Figure<U> | undefined)[];
  readonly shares: LagShares;
}

/** Who arrives in a month, of one stream or several: one sum of what each earlier month sends; unnamed. */
export function arrivingIn<U extends Unit>(month: number, unit: U, streams: readonly Stream<U>[]): Figure<U> {
  const terms = streams.flatMap(({ flow, shares }) =>
    shares.slice(0, month + 1).flatMap((share, later) => {
      const setOut = flow[month - later];
      return setOut === undefined ? [] : [setOut.times(share).in(unit)];
    }),
  );
  return sum(unit, terms);
}

/** A flow by month after a lag, and those still under way at each month's end. */
export interface Lagged<U extends Unit> {
  /** What arrives in each month. */
  readonly arrivals: readonly Figure<U>[];
  /** What has set out up to a month's end and not arrived: months of flow, in the flow's own measure. */
  readonly underWay: readonly Figure[];
}

/**
 * A flow by month after a lag in months, which need not be whole, or by the shares of people whom it takes no month,
 * one month and so on. Nobody is lost: what has set out has arrived or is under way.
 *
 * @param flow - a flow in each month, in order: figures in `starts/month`, `GBP/month` or another measure a month
 * @param name - what the lag is called; its inputs are named for it, so that those of one lag after another are told apart
 * @throws ModelError `invalid-data` for a flow that is no list, a lag below nought, and for shares that do not sum to one;
 * `wrong-unit` for figures that are no flow within a month, and for flows of several measures.
 *
 * @example
 * ```ts
 * import { given } from "volumes-and-values";
 * import { lagged } from "volumes-and-values/provider";
 *
 * const referred = [100, 0, 0, 0, 0].map((n) => given(n, "referrals/month", { name: "referralsInMonth" }));
 * const { arrivals, underWay } = lagged(referred, "3.2");
 * arrivals.map(String).join(", ");
 * // => 0 referrals/month, 0 referrals/month, 0 referrals/month, 80 referrals/month, 20 referrals/month
 * underWay.map(String).join(", "); // => 100 referrals, 100 referrals, 100 referrals, 20 referrals, 0 referrals
 * ```
 */
export function lagged<U extends Unit>(flow: readonly Figure<U>[], lag: Lag, name = "lag"): Lagged<U> {
  refuse("flow by month", listProblems([], flow, "a list of figures, one for each month"));
  const checked = parseLag(lag);
  const unit = unitOfFlow(flow);
  const stream = { flow, shares: lagSharesOf([name], checked, flow.length) };
  const arrivals = flow.map((_, month) => arrivingIn(month, unit, [stream]).named("arrivals"));
  return Object.freeze({
    arrivals: Object.freeze(arrivals),
    underWay: Object.freeze(underWayOf(flow, arrivals)),
  });
}

/** The one unit of a flow by month. */
function unitOfFlow<U extends Unit>(flow: readonly Figure<U>[]): U {
  const due = flow.find((one) => isFigure(one) && one.unit.endsWith("/month"))?.unit;
  const stray = flow.findIndex((one) => !isFigure(one) || one.unit !== due);
  if (due === undefined || stray >= 0)
    throw wrongUnit(due ?? "a flow within a month, as starts/month", flow[stray] ?? "nothing", "lagged");
  return due;
}

/**
 * How many months something takes on average, whether it is stated in months or as a table of shares: what `averageStay`
 * asks for.
 *
 * @param lag - months, or the shares that take no month, one month and so on
 * @param name - what the lag is called; its inputs are named for it, so that those of several are told apart
 * @throws ModelError `invalid-data` for a lag below nought, and for shares that do not sum to one.
 *
 * @example
 * ```ts
 * import { averageStay, monthsOnAverage } from "volumes-and-values/provider";
 *
 * const toCompletion = monthsOnAverage({ sharesByMonth: [0, "0.25", "0.5", "rest"] }, "lagToCompletion");
 * toCompletion.toString(); // => 2 month
 * averageStay({ completionRate: "0.75", lagToCompletion: toCompletion, lagToDropOut: 1 }).toString();
 * // => 1.75 month
 * ```
 */
export function monthsOnAverage(lag: Lag, name = "lag"): Figure<"month"> {
  const checked = parseLag(lag);
  return isByMonth(checked)
    ? averageLag({ lagShares: lagSharesOf([name], checked, checked.sharesByMonth.length) }, { of: name })
    : assumedFigure([name], { name, unit: "month" }, checked, {});
}

function underWayOf(flow: readonly Figure[], arrivals: readonly Figure[]): readonly Figure[] {
  let before: Figure | undefined;
  return flow.map((setOut, month) => {
    const change = setOut.minus(arrivals[month] ?? setOut).times(oneMonth);
    before = (before === undefined ? change : before.plus(change)).named("underWay");
    return before;
  });
}

/** The time of a month's flow: what makes referrals of referrals by month. */
export const oneMonth: Figure = /* @__PURE__ */ given(1, "month", {
  name: "oneMonth",
  source: "the flow of one month",
});

/** Checks how long something takes. */
export function parseLag(data: Lag): Lag {
  const { copy, problems } = plainCopy({ lag: data });
  const { error } = z.safeParse(z.strictObject({ lag: lagSchema }), copy);
  const formal = problemsOf(error?.issues ?? [], copy, () => [{ keys: ["sharesByMonth"] }]);
  const { lag } = copy as { readonly lag: Lag };
  const all = [...problems, ...formal];
  const found = all.length > 0 ? all : lagProblems(["lag"], lag);
  if (found.length > 0) throw invalidData("lag", rewritten(found));
  return lag;
}
