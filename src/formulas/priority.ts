import { formula } from "../numbers/formula.ts";

const contract =
  "public contract text of Greater Manchester's accommodation service: if referral numbers stay within agreed levels";

/**
 * The capacity that those who come first leave for the others.
 *
 * @function
 * @example
 * ```ts
 * import { capacityLeft } from "volumes-and-values/provider";
 *
 * capacityLeft({ referralCapacity: 170, deliveredReferrals: 120 }); // => Figure 50 referrals · capacityLeft
 * ```
 */
export const capacityLeft = formula({
  figure: "capacityLeft",
  unit: "referrals",
  inputs: { referralCapacity: "referrals", deliveredReferrals: "referrals" },
  counts: ["referralCapacity", "deliveredReferrals"],
  calculate: ({ referralCapacity, deliveredReferrals }) => referralCapacity.minus(deliveredReferrals),
  source: "conservation of places",
  worked: { given: { referralCapacity: 170, deliveredReferrals: 120 }, gives: "50" },
});

/**
 * The hours of intervention for those who are served. How many a person needs may follow how acute the need is, apart
 * from the risk by which people are ranked.
 *
 * @function
 * @example
 * ```ts
 * import { interventionHours } from "volumes-and-values/provider";
 *
 * interventionHours({ deliveredReferrals: 50, hoursPerReferral: "7.5" }); // => Figure 375 hours · interventionHours
 * ```
 */
export const interventionHours = formula({
  figure: "interventionHours",
  unit: "hours",
  inputs: { deliveredReferrals: "referrals", hoursPerReferral: "hours/referrals" },
  counts: ["deliveredReferrals"],
  calculate: ({ deliveredReferrals, hoursPerReferral }) => deliveredReferrals.times(hoursPerReferral),
  source:
    "RR3 meeting note, 26 August 2020, annex: the acuteness of a need may decide the amount of intervention",
  worked: { given: { deliveredReferrals: 50, hoursPerReferral: "7.5" }, gives: "375" },
});

/**
 * The referrals admitted in a month under a rule that depends on volume: those always admitted, and the others while
 * the rule is open to them.
 *
 * @function
 * @example
 * ```ts
 * import { admittedInMonth } from "volumes-and-values/provider";
 *
 * admittedInMonth({ alwaysAdmitted: 120, conditional: 80, openShare: 1 });
 * // => Figure 200 referrals/month · admittedInMonth
 * ```
 */
export const admittedInMonth = formula({
  figure: "admittedInMonth",
  unit: "referrals/month",
  inputs: { alwaysAdmitted: "referrals/month", conditional: "referrals/month", openShare: "ratio" },
  shares: ["openShare"],
  calculate: ({ alwaysAdmitted, conditional, openShare }) =>
    alwaysAdmitted.plus(conditional.times(openShare)),
  source: contract,
  worked: { given: { alwaysAdmitted: 120, conditional: 80, openShare: 1 }, gives: "200" },
});

/**
 * The referrals that a rule which depends on volume keeps out in a month.
 *
 * @function
 * @example
 * ```ts
 * import { keptOutInMonth } from "volumes-and-values/provider";
 *
 * keptOutInMonth({ conditional: 80, openShare: 0 }); // => Figure 80 referrals/month · keptOutInMonth
 * ```
 */
export const keptOutInMonth = formula({
  figure: "keptOutInMonth",
  unit: "referrals/month",
  inputs: { conditional: "referrals/month", openShare: "ratio" },
  shares: ["openShare"],
  calculate: ({ conditional, openShare }) => conditional.times(openShare.rest),
  source: contract,
  worked: { given: { conditional: 80, openShare: 0 }, gives: "80" },
});
