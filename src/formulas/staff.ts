import { given, sum } from "../numbers/figure.ts";
import { formula } from "../numbers/formula.ts";

const costModel =
  "Ministry of Justice bottom-up cost model, as the RR3 meeting note of 26 August 2020 describes it";
const byDefinition = "hours of work, by what each takes";
const oneMonth = /* @__PURE__ */ given(1, "month", { name: "oneMonth", source: "a whole month" });
const monthsOfYear = /* @__PURE__ */ given(12, "month", { name: "monthsOfYear", source: "the calendar" });

/**
 * The days of a year that one full-time post works: weekdays, less leave and public holidays, training and sickness.
 *
 * @function
 * @example
 * ```ts
 * import { workedDays } from "volumes-and-values/provider";
 *
 * workedDays({ workingDays: 260, leaveDays: 35, trainingDays: 5, sicknessDays: 10 });
 * // => Figure 210 days/fte · workedDays
 * ```
 */
export const workedDays = formula({
  figure: "workedDays",
  unit: "days/fte",
  inputs: {
    workingDays: "days/fte",
    leaveDays: "days/fte",
    trainingDays: "days/fte",
    sicknessDays: "days/fte",
  },
  calculate: ({ workingDays, leaveDays, trainingDays, sicknessDays }) =>
    workingDays.minus(leaveDays).minus(trainingDays).minus(sicknessDays),
  source: costModel,
  worked: { given: { workingDays: 260, leaveDays: 35, trainingDays: 5, sicknessDays: 10 }, gives: "210" },
});

/**
 * The hours of a year that one full-time post has for the work itself: those of the days worked, less the time on the
 * road.
 *
 * @function
 * @example
 * ```ts
 * import { productiveHours } from "volumes-and-values/provider";
 *
 * productiveHours({ workedDays: 210, hoursPerDay: "7.5", travelShare: "0.1" });
 * // => Figure 1,417.5 hours/fte · productiveHours
 * ```
 */
export const productiveHours = formula({
  figure: "productiveHours",
  unit: "hours/fte",
  inputs: { workedDays: "days/fte", hoursPerDay: "hours/days", travelShare: "ratio" },
  shares: ["travelShare"],
  calculate: ({ workedDays: days, hoursPerDay, travelShare }) =>
    days.times(hoursPerDay).times(travelShare.rest),
  source: costModel,
  worked: { given: { workedDays: 210, hoursPerDay: "7.5", travelShare: "0.1" }, gives: "1417.5" },
});

/**
 * The months of a period in which a service is open: a whole month is one, and a part month counts by its days.
 *
 * @function
 * @example
 * ```ts
 * import { monthsOpen } from "volumes-and-values/provider";
 *
 * monthsOpen({ partsOfMonths: ["0.5", 1, 1] }); // => Figure 2.5 month · monthsOpen
 * ```
 */
export const monthsOpen = formula({
  figure: "monthsOpen",
  unit: "month",
  inputs: { partsOfMonths: { many: "ratio" } },
  calculate: ({ partsOfMonths }) => sum("ratio", partsOfMonths).times(oneMonth),
  source: "calendar: a part month counts by its days",
  worked: { given: { partsOfMonths: ["0.5", 1, 1] }, gives: "2.5" },
});

/**
 * The productive hours of a post in the months in which the service is open: a month is a twelfth of a year.
 *
 * @function
 * @example
 * ```ts
 * import { productiveHoursWhileOpen } from "volumes-and-values/provider";
 *
 * productiveHoursWhileOpen({ productiveHours: 1408, monthsOpen: 9 });
 * // => Figure 1,056 hours/fte · productiveHoursWhileOpen
 * ```
 */
export const productiveHoursWhileOpen = formula({
  figure: "productiveHoursWhileOpen",
  unit: "hours/fte",
  inputs: { productiveHours: "hours/fte", monthsOpen: "month" },
  calculate: ({ productiveHours: hours, monthsOpen: months }) =>
    hours.times(months).dividedBy(monthsOfYear).in("hours/fte"),
  source: "calendar: a part year is never annualised",
  worked: { given: { productiveHours: 1408, monthsOpen: 9 }, gives: "1056" },
});

/**
 * The hours that referrals take, whether they start or not.
 *
 * @function
 * @example
 * ```ts
 * import { hoursOnReferrals } from "volumes-and-values/provider";
 *
 * hoursOnReferrals({ referrals: 1200, hoursPerReferral: "1.5" }); // => Figure 1,800 hours · hoursOnReferrals
 * ```
 */
export const hoursOnReferrals = formula({
  figure: "hoursOnReferrals",
  unit: "hours",
  inputs: { referrals: "referrals", hoursPerReferral: "hours/referrals" },
  counts: ["referrals"],
  calculate: ({ referrals, hoursPerReferral }) => referrals.times(hoursPerReferral),
  source: byDefinition,
  worked: { given: { referrals: 1200, hoursPerReferral: "1.5" }, gives: "1800" },
});

/**
 * The hours that starts take.
 *
 * @function
 * @example
 * ```ts
 * import { hoursOnStarts } from "volumes-and-values/provider";
 *
 * hoursOnStarts({ starts: 900, hoursPerStart: 9 }); // => Figure 8,100 hours · hoursOnStarts
 * ```
 */
export const hoursOnStarts = formula({
  figure: "hoursOnStarts",
  unit: "hours",
  inputs: { starts: "starts", hoursPerStart: "hours/starts" },
  counts: ["starts"],
  calculate: ({ starts, hoursPerStart }) => starts.times(hoursPerStart),
  source: byDefinition,
  worked: { given: { starts: 900, hoursPerStart: 9 }, gives: "8100" },
});

/**
 * The hours that completions take on top of what the start took.
 *
 * @function
 * @example
 * ```ts
 * import { hoursOnCompletions } from "volumes-and-values/provider";
 *
 * hoursOnCompletions({ completions: 450, hoursPerCompletion: 2 }); // => Figure 900 hours · hoursOnCompletions
 * ```
 */
export const hoursOnCompletions = formula({
  figure: "hoursOnCompletions",
  unit: "hours",
  inputs: { completions: "completions", hoursPerCompletion: "hours/completions" },
  counts: ["completions"],
  calculate: ({ completions, hoursPerCompletion }) => completions.times(hoursPerCompletion),
  source: byDefinition,
  worked: { given: { completions: 450, hoursPerCompletion: 2 }, gives: "900" },
});

/**
 * The hours that people take while they are on service, by the months they are there.
 *
 * @function
 * @example
 * ```ts
 * import { hoursOnService } from "volumes-and-values/provider";
 *
 * hoursOnService({ monthsOnService: 2880, hoursPerMonthOnService: "1.25" }); // => Figure 3,600 hours · hoursOnService
 * ```
 */
export const hoursOnService = formula({
  figure: "hoursOnService",
  unit: "hours",
  inputs: { monthsOnService: "monthsOnService", hoursPerMonthOnService: "hours/monthsOnService" },
  calculate: ({ monthsOnService, hoursPerMonthOnService }) => monthsOnService.times(hoursPerMonthOnService),
  source: byDefinition,
  worked: { given: { monthsOnService: 2880, hoursPerMonthOnService: "1.25" }, gives: "3600" },
});

/**
 * All hours of work of a role.
 *
 * @function
 * @example
 * ```ts
 * import { hoursOfWork } from "volumes-and-values/provider";
 *
 * hoursOfWork({ hours: [1800, 8100, 660] }); // => Figure 10,560 hours · hoursOfWork
 * ```
 */
export const hoursOfWork = formula({
  figure: "hoursOfWork",
  unit: "hours",
  inputs: { hours: { many: "hours" } },
  calculate: ({ hours }) => sum("hours", hours),
  source: byDefinition,
  worked: { given: { hours: [1800, 8100, 660] }, gives: "10560" },
});

/**
 * The full-time equivalents that some hours of work take, in parts of a post: hours over the hours that one of them has
 * for the work in the same time.
 *
 * @function
 * @example
 * ```ts
 * import { fteNeeded } from "volumes-and-values/provider";
 *
 * fteNeeded({ hours: 10_560, productiveHours: 1408 }); // => Figure 7.5 fte · fteNeeded
 * ```
 */
export const fteNeeded = formula({
  figure: "fteNeeded",
  unit: "fte",
  inputs: { hours: "hours", productiveHours: "hours/fte" },
  calculate: ({ hours, productiveHours }) => hours.dividedBy(productiveHours),
  source: "hours of work over the productive hours of one full-time post, by definition",
  worked: { given: { hours: 10560, productiveHours: 1408 }, gives: "7.5" },
});

/**
 * The managers that some posts take, in parts of a post.
 *
 * @function
 * @example
 * ```ts
 * import { managersNeeded } from "volumes-and-values/provider";
 *
 * managersNeeded({ posts: 12, postsPerManager: 8 }); // => Figure 1.5 fte · managersNeeded
 * ```
 */
export const managersNeeded = formula({
  figure: "managersNeeded",
  unit: "fte",
  inputs: { posts: "fte", postsPerManager: "ratio" },
  calculate: ({ posts, postsPerManager }) => posts.dividedBy(postsPerManager),
  source: "span of management: how many posts one manager manages",
  worked: { given: { posts: 12, postsPerManager: 8 }, gives: "1.5" },
});

/**
 * The posts of a role in parts of a post: what the work takes, and at least the cover there must be.
 *
 * @function
 * @example
 * ```ts
 * import { postsInParts } from "volumes-and-values/provider";
 *
 * postsInParts({ fteNeeded: "0.4", minimumCover: 1 }); // => Figure 1 fte · postsInParts
 * postsInParts({ fteNeeded: "7.5", minimumCover: 1 }); // => Figure 7.5 fte · postsInParts
 * ```
 */
export const postsInParts = formula({
  figure: "postsInParts",
  unit: "fte",
  inputs: { fteNeeded: "fte", minimumCover: "fte" },
  calculate: ({ fteNeeded, minimumCover }) => fteNeeded.max(minimumCover),
  source: "minimum cover: a service is open however little work there is",
  worked: { given: { fteNeeded: "7.5", minimumCover: 1 }, gives: "7.5" },
});

/**
 * The same in whole posts, which never fall short of the work.
 *
 * @function
 * @example
 * ```ts
 * import { wholePosts } from "volumes-and-values/provider";
 *
 * wholePosts({ postsInParts: "7.5" }); // => Figure 8 fte · wholePosts
 * ```
 */
export const wholePosts = formula({
  figure: "wholePosts",
  unit: "fte",
  inputs: { postsInParts: "fte" },
  calculate: ({ postsInParts }) => postsInParts.rounded({ places: 0, mode: "up" }),
  source: "whole posts never fall short of the work",
  worked: { given: { postsInParts: "7.5" }, gives: "8" },
});

/**
 * What a full-time post costs in the months in which the service is open, each a twelfth of a year: pay with the
 * employer's on-costs.
 *
 * @function
 * @example
 * ```ts
 * import { payPerPost } from "volumes-and-values/provider";
 *
 * payPerPost({ salary: 27_500, onCostPerPound: "0.28", monthsOpen: 9 }); // => Figure 26,400 GBP/fte · payPerPost
 * ```
 */
export const payPerPost = formula({
  figure: "payPerPost",
  unit: "GBP/fte",
  inputs: { salary: "GBP/fte", onCostPerPound: "ratio", monthsOpen: "month" },
  calculate: ({ salary, onCostPerPound, monthsOpen: months }) =>
    salary.plus(salary.times(onCostPerPound)).times(months).dividedBy(monthsOfYear).in("GBP/fte"),
  source: costModel,
  worked: { given: { salary: 27500, onCostPerPound: "0.28", monthsOpen: 9 }, gives: "26400" },
});

/**
 * What posts cost.
 *
 * @function
 * @example
 * ```ts
 * import { payOfPosts } from "volumes-and-values/provider";
 *
 * payOfPosts({ posts: 8, payPerPost: 35_200 }); // => Figure 281,600 GBP · payOfPosts
 * ```
 */
export const payOfPosts = formula({
  figure: "payOfPosts",
  unit: "GBP",
  inputs: { posts: "fte", payPerPost: "GBP/fte" },
  calculate: ({ posts, payPerPost }) => posts.times(payPerPost),
  source: costModel,
  worked: { given: { posts: 8, payPerPost: 35200 }, gives: "281600" },
});
