import { given, sum } from "../numbers/figure.ts";
import { formula } from "../numbers/formula.ts";

const spread = "a year's volume spread over its months";
const oneMonth = /* @__PURE__ */ given(1, "month", {
  name: "oneMonth",
  source: "a flow is counted by the month",
});
const oneStartEach = /* @__PURE__ */ given(1, "starts/completions", {
  name: "oneStartEach",
  source: "who finishes has started once",
});
const oneReferralEach = /* @__PURE__ */ given(1, "referrals/starts", {
  name: "oneReferralEach",
  source: "who starts was referred once",
});

/**
 * A month's share of the working days of its year: how long it is, where a service is open on working days only.
 *
 * @function
 * @example
 * ```ts
 * import { workingDayShare } from "volumes-and-values/provider";
 *
 * workingDayShare({ workingDays: 20, workingDaysOfYear: [20, 21, 19, 20] });
 * // => Figure 0.25 · workingDayShare
 * ```
 */
export const workingDayShare = formula({
  figure: "workingDayShare",
  unit: "ratio",
  inputs: { workingDays: "days", workingDaysOfYear: { many: "days" } },
  counts: ["workingDays", "workingDaysOfYear"],
  calculate: ({ workingDays, workingDaysOfYear }) =>
    workingDays.dividedBy(sum("days", workingDaysOfYear).named("workingDaysOfYear")),
  source: spread,
  worked: { given: { workingDays: 20, workingDaysOfYear: [20, 21, 19, 20] }, gives: "0.25" },
});

/**
 * What a month weighs among the months of its year: its length, by the ramp-up reached in it, by how busy such a month
 * is.
 *
 * @function
 * @example
 * ```ts
 * import { monthWeight } from "volumes-and-values/provider";
 *
 * monthWeight({ monthLength: "0.5", rampFactor: "0.4", seasonalWeight: "1.1" });
 * // => Figure 0.22 · monthWeight
 * ```
 */
export const monthWeight = formula({
  figure: "monthWeight",
  unit: "ratio",
  inputs: { monthLength: "ratio", rampFactor: "ratio", seasonalWeight: "ratio" },
  calculate: ({ monthLength, rampFactor, seasonalWeight }) =>
    monthLength.times(rampFactor).times(seasonalWeight),
  source: spread,
  worked: { given: { monthLength: "0.5", rampFactor: "0.4", seasonalWeight: "1.1" }, gives: "0.22" },
});

/**
 * The share of a year's volume that falls in one of its months: the month's weight over that of all of them.
 *
 * @function
 * @example
 * ```ts
 * import { monthShare } from "volumes-and-values/provider";
 *
 * monthShare({ monthWeight: "0.4", monthWeights: ["0.2", "0.4", "0.6", "0.8"] }); // => Figure 0.2 · monthShare
 * ```
 */
export const monthShare = formula({
  figure: "monthShare",
  unit: "ratio",
  inputs: { monthWeight: "ratio", monthWeights: { many: "ratio" } },
  calculate: ({ monthWeight, monthWeights }) =>
    monthWeight.dividedBy(sum("ratio", monthWeights).named("monthWeights")),
  source: spread,
  worked: { given: { monthWeight: "0.4", monthWeights: ["0.2", "0.4", "0.6", "0.8"] }, gives: "0.2" },
});

/**
 * The referrals of a year that are made in one of its months.
 *
 * @function
 * @example
 * ```ts
 * import { referralsInMonth } from "volumes-and-values/provider";
 *
 * referralsInMonth({ referrals: 900, monthShare: "0.2" }); // => Figure 180 referrals/month · referralsInMonth
 * ```
 */
export const referralsInMonth = formula({
  figure: "referralsInMonth",
  unit: "referrals/month",
  inputs: { referrals: "referrals", monthShare: "ratio" },
  shares: ["monthShare"],
  counts: ["referrals"],
  calculate: ({ referrals, monthShare }) => referrals.times(monthShare).dividedBy(oneMonth),
  source: spread,
  worked: { given: { referrals: 900, monthShare: "0.2" }, gives: "180" },
});

/**
 * The starts that a month's referrals will come to, whenever they start: a year's starts are those of its cohort of
 * referrals.
 *
 * @function
 * @example
 * ```ts
 * import { startsOfMonthsReferrals } from "volumes-and-values/provider";
 *
 * startsOfMonthsReferrals({ starts: 600, monthShare: "0.2" });
 * // => Figure 120 starts/month · startsOfMonthsReferrals
 * ```
 */
export const startsOfMonthsReferrals = formula({
  figure: "startsOfMonthsReferrals",
  unit: "starts/month",
  inputs: { starts: "starts", monthShare: "ratio" },
  shares: ["monthShare"],
  counts: ["starts"],
  calculate: ({ starts, monthShare }) => starts.times(monthShare).dividedBy(oneMonth),
  source: spread,
  worked: { given: { starts: 600, monthShare: "0.2" }, gives: "120" },
});

/**
 * The completions that a month's referrals will come to, whenever they finish.
 *
 * @function
 * @example
 * ```ts
 * import { completionsOfMonthsReferrals } from "volumes-and-values/provider";
 *
 * completionsOfMonthsReferrals({ completions: 300, monthShare: "0.2" });
 * // => Figure 60 completions/month · completionsOfMonthsReferrals
 * ```
 */
export const completionsOfMonthsReferrals = formula({
  figure: "completionsOfMonthsReferrals",
  unit: "completions/month",
  inputs: { completions: "completions", monthShare: "ratio" },
  shares: ["monthShare"],
  counts: ["completions"],
  calculate: ({ completions, monthShare }) => completions.times(monthShare).dividedBy(oneMonth),
  source: spread,
  worked: { given: { completions: 300, monthShare: "0.2" }, gives: "60" },
});

/**
 * The starts of a month's referrals that will leave before they finish.
 *
 * @function
 * @example
 * ```ts
 * import { dropOutsOfMonthsReferrals } from "volumes-and-values/provider";
 *
 * dropOutsOfMonthsReferrals({ startsOfMonthsReferrals: 120, completionsOfMonthsReferrals: 60 });
 * // => Figure 60 starts/month · dropOutsOfMonthsReferrals
 * ```
 */
export const dropOutsOfMonthsReferrals = formula({
  figure: "dropOutsOfMonthsReferrals",
  unit: "starts/month",
  inputs: { startsOfMonthsReferrals: "starts/month", completionsOfMonthsReferrals: "completions/month" },
  calculate: ({ startsOfMonthsReferrals, completionsOfMonthsReferrals }) =>
    startsOfMonthsReferrals.minus(completionsOfMonthsReferrals.times(oneStartEach)),
  source: "conservation of starts: each finishes or does not",
  worked: { given: { startsOfMonthsReferrals: 120, completionsOfMonthsReferrals: 60 }, gives: "60" },
});

/**
 * The referrals of a month that will never start.
 *
 * @function
 * @example
 * ```ts
 * import { neverStarting } from "volumes-and-values/provider";
 *
 * neverStarting({ referralsInMonth: 180, startsOfMonthsReferrals: 120 });
 * // => Figure 60 referrals/month · neverStarting
 * ```
 */
export const neverStarting = formula({
  figure: "neverStarting",
  unit: "referrals/month",
  inputs: { referralsInMonth: "referrals/month", startsOfMonthsReferrals: "starts/month" },
  calculate: ({ referralsInMonth, startsOfMonthsReferrals }) =>
    referralsInMonth.minus(startsOfMonthsReferrals.times(oneReferralEach)),
  source: "conservation of referrals: each starts or does not",
  worked: { given: { referralsInMonth: 180, startsOfMonthsReferrals: 120 }, gives: "60" },
});

/**
 * The people who start in a month: those who will finish, and those who will leave before.
 *
 * @function
 * @example
 * ```ts
 * import { startsInMonth } from "volumes-and-values/provider";
 *
 * startsInMonth({ finishing: 45, leavingBefore: 30 }); // => Figure 75 starts/month · startsInMonth
 * ```
 */
export const startsInMonth = formula({
  figure: "startsInMonth",
  unit: "starts/month",
  inputs: { finishing: "completions/month", leavingBefore: "starts/month" },
  calculate: ({ finishing, leavingBefore }) => finishing.times(oneStartEach).plus(leavingBefore),
  source: "conservation of starts: each finishes or does not",
  worked: { given: { finishing: 45, leavingBefore: 30 }, gives: "75" },
});
