import { given, sum } from "../numbers/figure.ts";
import { formula } from "../numbers/formula.ts";

const definition = "a lag in months falls on the two months next to it, in proportion";
const atOnce = /* @__PURE__ */ given(0, "month", {
  name: "atOnce",
  source: "nobody arrives before they set out",
});
const oneMonth = /* @__PURE__ */ given(1, "month", {
  name: "oneMonth",
  source: "a flow is counted by the month",
});
const oneEach = /* @__PURE__ */ given(1, "completions/starts", {
  name: "oneEach",
  source: "a start has one completion at most",
});

/**
 * The share of a month's people who arrive so many months later, where it takes them a lag that need not be whole: of a
 * lag of 3.2 months, 0.8 arrive three months later and 0.2 four months later. It holds for every lag, so that a lag
 * may be moved and simulated.
 *
 * @function
 * @example
 * ```ts
 * import { lagShare } from "volumes-and-values/provider";
 *
 * [2, 3, 4, 5].map((monthsLater) => lagShare({ lag: "3.2", monthsLater }).toString());
 * // => [ '0', '0.8', '0.2', '0' ]
 * ```
 */
export const lagShare = formula({
  figure: "lagShare",
  unit: "ratio",
  inputs: { lag: "month", monthsLater: "month" },
  calculate: ({ lag, monthsLater }) => {
    const late = lag.max(atOnce).named("lagDue");
    const apart = late.minus(monthsLater).max(monthsLater.minus(late));
    return oneMonth.minus(apart).max(atOnce).dividedBy(oneMonth);
  },
  source: definition,
  worked: {
    given: { lag: "3.2", monthsLater: 3 },
    gives: "0.8",
    source: "Ministry of Justice, prisonsreadyreckoner: a lag of 3.2 months",
  },
});

/**
 * How many months people take on average, by the shares whom it takes no month, one month, two months and so on.
 *
 * @function
 * @example
 * ```ts
 * import { averageLag } from "volumes-and-values/provider";
 *
 * averageLag({ lagShares: ["0.5", "0.3", "0.2"] }); // => Figure 0.7 month · averageLag
 * ```
 */
export const averageLag = formula({
  figure: "averageLag",
  unit: "month",
  inputs: { lagShares: { many: "ratio" } },
  shares: ["lagShares"],
  calculate: ({ lagShares }) =>
    sum(
      "ratio",
      lagShares.map((share, later) => share.times(later)),
    ).times(oneMonth),
  source: "weighted mean",
  worked: { given: { lagShares: ["0.5", "0.3", "0.2"] }, gives: "0.7" },
});

/**
 * How long people stay on average, those who finish and those who leave before.
 *
 * @function
 * @example
 * ```ts
 * import { averageStay } from "volumes-and-values/provider";
 *
 * averageStay({ completionRate: "0.75", lagToCompletion: 4, lagToDropOut: 2 }); // => Figure 3.5 month · averageStay
 * ```
 */
export const averageStay = formula({
  figure: "averageStay",
  unit: "month",
  inputs: { completionRate: "completions/starts", lagToCompletion: "month", lagToDropOut: "month" },
  shares: ["completionRate"],
  calculate: ({ completionRate, lagToCompletion, lagToDropOut }) => {
    const finishing = completionRate.dividedBy(oneEach);
    return lagToCompletion.times(finishing).plus(lagToDropOut.times(finishing.rest));
  },
  source: "weighted mean",
  worked: { given: { completionRate: "0.75", lagToCompletion: 4, lagToDropOut: 2 }, gives: "3.5" },
});

/**
 * Of those who start in a month, the share who have finished by the end of a later one.
 *
 * @function
 * @example
 * ```ts
 * import { finishedByThen } from "volumes-and-values/provider";
 *
 * finishedByThen({ completionRate: "0.6", lagShares: ["0.5", "0.25"] }); // => Figure 0.45 · finishedByThen
 * ```
 */
export const finishedByThen = formula({
  figure: "finishedByThen",
  unit: "ratio",
  inputs: { completionRate: "completions/starts", lagShares: { many: "ratio" } },
  shares: ["completionRate", "lagShares"],
  calculate: ({ completionRate, lagShares }) =>
    completionRate.dividedBy(oneEach).times(sum("ratio", lagShares)),
  source: definition,
  worked: { given: { completionRate: "0.6", lagShares: ["0.5", "0.25"] }, gives: "0.45" },
});

/**
 * Of those who start in a month, the share who have left without finishing by the end of a later one.
 *
 * @function
 * @example
 * ```ts
 * import { droppedOutByThen } from "volumes-and-values/provider";
 *
 * droppedOutByThen({ completionRate: "0.6", lagShares: ["0.5", "0.25"] }); // => Figure 0.3 · droppedOutByThen
 * ```
 */
export const droppedOutByThen = formula({
  figure: "droppedOutByThen",
  unit: "ratio",
  inputs: { completionRate: "completions/starts", lagShares: { many: "ratio" } },
  shares: ["completionRate", "lagShares"],
  calculate: ({ completionRate, lagShares }) =>
    completionRate.dividedBy(oneEach).rest.times(sum("ratio", lagShares)),
  source: definition,
  worked: { given: { completionRate: "0.6", lagShares: ["0.5", "0.25"] }, gives: "0.3" },
});

/**
 * Of those who start in a month, the share who are still on service at the end of a later one.
 *
 * @function
 * @example
 * ```ts
 * import { stillOnService } from "volumes-and-values/provider";
 *
 * stillOnService({ finishedByThen: "0.45", droppedOutByThen: "0.3" }); // => Figure 0.25 · stillOnService
 * ```
 */
export const stillOnService = formula({
  figure: "stillOnService",
  unit: "ratio",
  inputs: { finishedByThen: "ratio", droppedOutByThen: "ratio" },
  calculate: ({ finishedByThen: finished, droppedOutByThen: droppedOut }) => finished.plus(droppedOut).rest,
  source: "conservation of starts: each has finished, has left before, or is there",
  worked: { given: { finishedByThen: "0.45", droppedOutByThen: "0.3" }, gives: "0.25" },
});
