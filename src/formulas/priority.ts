import { formula } from "../numbers/formula.ts";

const contract =
  "public contract text of Greater Manchester's accommodation service: if referral numbers stay within agreed levels";

const places = "served in order until the places are used up";

/**
 * Of some people who were referred, those who are served: all, as far as those who come first leave places.
 *
 * @function
 * @example
 * ```ts
 * import { servedReferrals } from "volumes-and-values/provider";
 *
 * servedReferrals({ referrals: 80, capacityBefore: 50 }); // => Figure 50 referrals · servedReferrals
 * ```
 */
export const servedReferrals = formula({
  figure: "servedReferrals",
  unit: "referrals",
  inputs: { referrals: "referrals", capacityBefore: "referrals" },
  counts: ["referrals", "capacityBefore"],
  calculate: ({ referrals, capacityBefore }) => referrals.min(capacityBefore),
  source: places,
  worked: { given: { referrals: 80, capacityBefore: 50 }, gives: "50" },
});

/**
 * Of some people who were referred, those for whom there is no place yet.
 *
 * @function
 * @example
 * ```ts
 * import { referralsNotServed } from "volumes-and-values/provider";
 *
 * referralsNotServed({ referrals: 80, servedReferrals: 50 }); // => Figure 30 referrals · referralsNotServed
 * ```
 */
export const referralsNotServed = formula({
  figure: "referralsNotServed",
  unit: "referrals",
  inputs: { referrals: "referrals", servedReferrals: "referrals" },
  counts: ["referrals", "servedReferrals"],
  calculate: ({ referrals, servedReferrals: served }) => referrals.minus(served),
  source: places,
  worked: { given: { referrals: 80, servedReferrals: 50 }, gives: "30" },
});

/**
 * The capacity that those who come first leave for the others.
 *
 * @function
 * @example
 * ```ts
 * import { capacityLeft } from "volumes-and-values/provider";
 *
 * capacityLeft({ capacityBefore: 170, servedReferrals: 120 }); // => Figure 50 referrals · capacityLeft
 * ```
 */
export const capacityLeft = formula({
  figure: "capacityLeft",
  unit: "referrals",
  inputs: { capacityBefore: "referrals", servedReferrals: "referrals" },
  counts: ["capacityBefore", "servedReferrals"],
  calculate: ({ capacityBefore, servedReferrals: served }) => capacityBefore.minus(served),
  source: places,
  worked: { given: { capacityBefore: 170, servedReferrals: 120 }, gives: "50" },
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
 * interventionHours({ servedReferrals: 50, hoursPerReferral: "7.5" }); // => Figure 375 hours · interventionHours
 * ```
 */
export const interventionHours = formula({
  figure: "interventionHours",
  unit: "hours",
  inputs: { servedReferrals: "referrals", hoursPerReferral: "hours/referrals" },
  counts: ["servedReferrals"],
  calculate: ({ servedReferrals: served, hoursPerReferral }) => served.times(hoursPerReferral),
  source:
    "RR3 meeting note, 26 August 2020, annex: the acuteness of a need may decide the amount of intervention",
  worked: { given: { servedReferrals: 50, hoursPerReferral: "7.5" }, gives: "375" },
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
