import { given } from "../numbers/figure.ts";
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
const oneEach = /* @__PURE__ */ given(1, "completions/starts", {
  name: "oneEach",
  source: "a start has one completion at most",
});
