import { formula } from "../numbers/formula.ts";

const costModel =
  "Ministry of Justice bottom-up cost model, as the RR3 meeting note of 26 August 2020 describes it";

/**
 * The hours that one start takes: with the person, on their behalf, on all the referrals it takes to have a start,
 * and on those who go on to finish. So the unit cost carries the people who never start or never finish.
 *
 * @function
 * @example
 * ```ts
 * import { hoursPerStart } from "volumes-and-values";
 *
 * hoursPerStart({
 *   contactHours: 6,
 *   otherHours: 3,
 *   referralHours: 1,
 *   startRate: "0.8",
 *   completionHours: 2,
 *   completionRate: "0.5",
 * });
 * // => Figure 11.25 hours/starts · hoursPerStart
 * ```
 */
export const hoursPerStart = formula({
  figure: "hoursPerStart",
  unit: "hours/starts",
  inputs: {
    contactHours: "hours/starts",
    otherHours: "hours/starts",
    referralHours: "hours/referrals",
    startRate: "starts/referrals",
    completionHours: "hours/completions",
    completionRate: "completions/starts",
  },
  shares: ["startRate", "completionRate"],
  calculate: ({ contactHours, otherHours, referralHours, startRate, completionHours, completionRate }) =>
    contactHours
      .plus(otherHours)
      .plus(referralHours.dividedBy(startRate))
      .plus(completionHours.times(completionRate)),
  source: costModel,
  worked: {
    given: {
      contactHours: 6,
      otherHours: 3,
      referralHours: 1,
      startRate: "0.8",
      completionHours: 2,
      completionRate: "0.5",
    },
    gives: "11.25",
  },
});

/**
 * What a productive hour costs: pay with the employer's on-costs, over the hours left after leave, training and travel.
 *
 * @function
 * @example
 * ```ts
 * import { payPerHour } from "volumes-and-values";
 *
 * payPerHour({ salary: 27_500, onCostPerPound: "0.28", productiveHours: 1408 });
 * // => Figure 25 GBP/hours · payPerHour
 * ```
 */
export const payPerHour = formula({
  figure: "payPerHour",
  unit: "GBP/hours",
  inputs: { salary: "GBP/fte", onCostPerPound: "ratio", productiveHours: "hours/fte" },
  calculate: ({ salary, onCostPerPound, productiveHours }) =>
    salary.plus(salary.times(onCostPerPound)).dividedBy(productiveHours),
  source: costModel,
  worked: { given: { salary: 27500, onCostPerPound: "0.28", productiveHours: 1408 }, gives: "25" },
});

/**
 * Direct cost of one start: its hours at what they cost, and what else is spent on it.
 *
 * @function
 * @example
 * ```ts
 * import { directCostPerStart } from "volumes-and-values";
 *
 * directCostPerStart({ hoursPerStart: "11.25", payPerHour: 25, otherDirectCost: "18.75" });
 * // => Figure 300 GBP/starts · directCostPerStart
 * ```
 */
export const directCostPerStart = formula({
  figure: "directCostPerStart",
  unit: "GBP/starts",
  inputs: { hoursPerStart: "hours/starts", payPerHour: "GBP/hours", otherDirectCost: "GBP/starts" },
  calculate: ({ hoursPerStart, payPerHour, otherDirectCost }) =>
    hoursPerStart.times(payPerHour).plus(otherDirectCost),
  source: costModel,
  worked: { given: { hoursPerStart: "11.25", payPerHour: 25, otherDirectCost: "18.75" }, gives: "300" },
});

/**
 * The share of overheads that a start bears, per pound of its direct cost.
 *
 * @function
 * @example
 * ```ts
 * import { overheadPerStart } from "volumes-and-values";
 *
 * overheadPerStart({ directCostPerStart: 300, overheadPerPound: "0.2" });
 * // => Figure 60 GBP/starts · overheadPerStart
 * ```
 */
export const overheadPerStart = formula({
  figure: "overheadPerStart",
  unit: "GBP/starts",
  inputs: { directCostPerStart: "GBP/starts", overheadPerPound: "ratio" },
  calculate: ({ directCostPerStart, overheadPerPound }) => directCostPerStart.times(overheadPerPound),
  source: costModel,
  worked: { given: { directCostPerStart: 300, overheadPerPound: "0.2" }, gives: "60" },
});

/**
 * What a start costs the buyer: direct cost, overhead, and a surplus on both.
 *
 * @function
 * @example
 * ```ts
 * import { costPerStart } from "volumes-and-values";
 *
 * costPerStart({ directCostPerStart: 300, overheadPerStart: 60, surplusPerPound: "0.05" });
 * // => Figure 378 GBP/starts · costPerStart
 * ```
 */
export const costPerStart = formula({
  figure: "costPerStart",
  unit: "GBP/starts",
  inputs: { directCostPerStart: "GBP/starts", overheadPerStart: "GBP/starts", surplusPerPound: "ratio" },
  calculate: ({ directCostPerStart, overheadPerStart, surplusPerPound }) => {
    const cost = directCostPerStart.plus(overheadPerStart);
    return cost.plus(cost.times(surplusPerPound));
  },
  source: costModel,
  worked: { given: { directCostPerStart: 300, overheadPerStart: 60, surplusPerPound: "0.05" }, gives: "378" },
});

/**
 * The same cost spread over referrals.
 *
 * @function
 * @example
 * ```ts
 * import { costPerReferral } from "volumes-and-values";
 *
 * costPerReferral({ costPerStart: 400, startRate: "0.62" }); // => Figure 248 GBP/referrals · costPerReferral
 * ```
 */
export const costPerReferral = formula({
  figure: "costPerReferral",
  unit: "GBP/referrals",
  inputs: { costPerStart: "GBP/starts", startRate: "starts/referrals" },
  shares: ["startRate"],
  calculate: ({ costPerStart, startRate }) => costPerStart.times(startRate),
  source: "conversion of a unit cost to another basis",
  worked: { given: { costPerStart: 400, startRate: "0.62" }, gives: "248" },
});

/**
 * The same cost spread over completions.
 *
 * @function
 * @example
 * ```ts
 * import { costPerCompletion } from "volumes-and-values";
 *
 * costPerCompletion({ costPerStart: 400, completionRate: "0.5" });
 * // => Figure 800 GBP/completions · costPerCompletion
 * ```
 */
export const costPerCompletion = formula({
  figure: "costPerCompletion",
  unit: "GBP/completions",
  inputs: { costPerStart: "GBP/starts", completionRate: "completions/starts" },
  shares: ["completionRate"],
  calculate: ({ costPerStart, completionRate }) => costPerStart.dividedBy(completionRate),
  source: "conversion of a unit cost to another basis",
  worked: { given: { costPerStart: 400, completionRate: "0.5" }, gives: "800" },
});
