import { sum } from "../numbers/figure.ts";
import { formula } from "../numbers/formula.ts";

/**
 * The part of a calendar month in which a service is open.
 *
 * @function
 * @example
 * ```ts
 * import { partOfMonth } from "volumes-and-values";
 *
 * partOfMonth({ daysOpen: 15, daysInMonth: 30 }); // => Figure 0.5 · partOfMonth
 * ```
 */
export const partOfMonth = formula({
  figure: "partOfMonth",
  unit: "ratio",
  inputs: { daysOpen: "days", daysInMonth: "days" },
  counts: ["daysOpen", "daysInMonth"],
  calculate: ({ daysOpen, daysInMonth }) => daysOpen.dividedBy(daysInMonth),
  source: "calendar: a part month counts by its days",
  worked: { given: { daysOpen: 15, daysInMonth: 30 }, gives: "0.5" },
});

/**
 * The factor of a month in which a service is open for part of the month only.
 *
 * @function
 * @example
 * ```ts
 * import { partMonthFactor } from "volumes-and-values";
 *
 * partMonthFactor({ monthFactor: "0.25", partOfMonth: "0.5" }); // => Figure 0.125 · partMonthFactor
 * ```
 */
export const partMonthFactor = formula({
  figure: "partMonthFactor",
  unit: "ratio",
  inputs: { monthFactor: "ratio", partOfMonth: "ratio" },
  calculate: ({ monthFactor, partOfMonth }) => monthFactor.times(partOfMonth),
  source: "calendar: a part month counts by its days",
  worked: { given: { monthFactor: "0.25", partOfMonth: "0.5" }, gives: "0.125" },
});

/**
 * What part of a full year's plateau a year reaches: the mean of its twelve months' factors, a month before go-live
 * being left out. Without a ramp every factor is one, and it is the part of the year in which the service is open.
 *
 * @function
 * @example
 * ```ts
 * import { partOfMonth, yearFactor } from "volumes-and-values";
 *
 * const june = partOfMonth({ daysOpen: 5, daysInMonth: 30 });
 * const from26June = yearFactor({ months: [june, 1, 1, 1, 1, 1, 1, 1, 1, 1] });
 * from26June.times(72).rounded({ places: 30, mode: "half even" }).toString(); // => 55
 * ```
 */
export const yearFactor = formula({
  figure: "yearFactor",
  unit: "ratio",
  inputs: { months: { many: "ratio" } },
  calculate: ({ months }) => sum("ratio", months).dividedBy(12),
  source: "calendar: a month weighs a twelfth",
  worked: {
    given: { months: ["0.5", 1, 1, 1, 1, 1, 1, 1, 1, 1] },
    gives: "0.7916666666666666666666666666666666666667",
  },
});

/**
 * The mean of a caseload over the part of a year in which a service is open, where its rules change on a day within
 * the year: a stock averages, and never sums.
 *
 * @function
 * @example
 * ```ts
 * import { averagePeople } from "volumes-and-values";
 *
 * averagePeople({ weightedPeople: [25, 150], openShares: ["0.25", "0.75"] });
 * // => Figure 175 people · averagePeople
 * ```
 */
export const averagePeople = formula({
  figure: "averagePeople",
  unit: "people",
  inputs: { weightedPeople: { many: "people" }, openShares: { many: "ratio" } },
  shares: ["openShares"],
  calculate: ({ weightedPeople, openShares }) =>
    sum("people", weightedPeople).dividedBy(sum("ratio", openShares)),
  source: "weighted mean",
  worked: { given: { weightedPeople: [25, 150], openShares: ["0.25", "0.75"] }, gives: "175" },
});

/**
 * The referrals made in a year: a full year's, in the part of the year in which the service is open.
 *
 * @function
 * @example
 * ```ts
 * import { referralsMade } from "volumes-and-values";
 *
 * referralsMade({ fullYearReferrals: 720, openShare: "0.75" }); // => Figure 540 referrals · referralsMade
 * ```
 */
export const referralsMade = formula({
  figure: "referralsMade",
  unit: "referrals",
  inputs: { fullYearReferrals: "referrals", openShare: "ratio" },
  shares: ["openShare"],
  counts: ["fullYearReferrals"],
  calculate: ({ fullYearReferrals, openShare }) => fullYearReferrals.times(openShare),
  source: "calendar: a part year is never annualised",
  worked: { given: { fullYearReferrals: 720, openShare: "0.75" }, gives: "540" },
});

/**
 * The referrals that a service can take in a year while it grows.
 *
 * @function
 * @example
 * ```ts
 * import { referralCapacity } from "volumes-and-values";
 *
 * referralCapacity({ fullYearReferrals: 720, rampFactor: "0.5" });
 * // => Figure 360 referrals · referralCapacity
 * ```
 */
export const referralCapacity = formula({
  figure: "referralCapacity",
  unit: "referrals",
  inputs: { fullYearReferrals: "referrals", rampFactor: "ratio" },
  counts: ["fullYearReferrals"],
  calculate: ({ fullYearReferrals, rampFactor }) => fullYearReferrals.times(rampFactor),
  source: "RR3 meeting note, 26 August 2020: values grow to years three and four",
  worked: { given: { fullYearReferrals: 720, rampFactor: "0.5" }, gives: "360" },
});

/**
 * The referrals that wait at the start of a year and those made in it.
 *
 * @function
 * @example
 * ```ts
 * import { referralsWaiting } from "volumes-and-values";
 *
 * referralsWaiting({ carriedForward: 180, referralsMade: 720 });
 * // => Figure 900 referrals · referralsWaiting
 * ```
 */
export const referralsWaiting = formula({
  figure: "referralsWaiting",
  unit: "referrals",
  inputs: { carriedForward: "referrals", referralsMade: "referrals" },
  counts: ["carriedForward", "referralsMade"],
  calculate: ({ carriedForward, referralsMade }) => carriedForward.plus(referralsMade),
  source: "conservation of referrals",
  worked: { given: { carriedForward: 180, referralsMade: 720 }, gives: "900" },
});

/**
 * The referrals a service takes: those made, as far as its ramp-up allows.
 *
 * @function
 * @example
 * ```ts
 * import { deliveredReferrals } from "volumes-and-values";
 *
 * deliveredReferrals({ referralsMade: 540, referralCapacity: 360 });
 * // => Figure 360 referrals · deliveredReferrals
 * ```
 */
export const deliveredReferrals = formula({
  figure: "deliveredReferrals",
  unit: "referrals",
  inputs: { referralsMade: "referrals", referralCapacity: "referrals" },
  counts: ["referralsMade", "referralCapacity"],
  calculate: ({ referralsMade, referralCapacity }) => referralsMade.min(referralCapacity),
  source: "a ramp-up limits what is delivered, not what is needed",
  worked: { given: { referralsMade: 540, referralCapacity: 360 }, gives: "360" },
});

/**
 * The referrals made that a ramp-up cannot take: need does not fall in year one because the service is new.
 *
 * @function
 * @example
 * ```ts
 * import { unmetReferrals } from "volumes-and-values";
 *
 * unmetReferrals({ referralsMade: 540, deliveredReferrals: 360 });
 * // => Figure 180 referrals · unmetReferrals
 * ```
 */
export const unmetReferrals = formula({
  figure: "unmetReferrals",
  unit: "referrals",
  inputs: { referralsMade: "referrals", deliveredReferrals: "referrals" },
  counts: ["referralsMade", "deliveredReferrals"],
  calculate: ({ referralsMade, deliveredReferrals }) => referralsMade.minus(deliveredReferrals),
  source: "RR3 meeting note, 26 August 2020: need will not fall in year one because the service is new",
  worked: { given: { referralsMade: 540, deliveredReferrals: 360 }, gives: "180" },
});
