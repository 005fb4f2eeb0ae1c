import { formula } from "../numbers/formula.ts";

/**
 * The referrals that the people of some records come to under a lot's rules, in the time that the records cover: those
 * of them who are eligible, at so many referrals each.
 *
 * @function
 * @example
 * ```ts
 * import { referralsOfRecords } from "volumes-and-values/sources";
 *
 * referralsOfRecords({ eligible: 120, referralsPerPerson: "1.25" }); // => Figure 150 referrals · referralsOfRecords
 * ```
 */
export const referralsOfRecords = formula({
  figure: "referralsOfRecords",
  unit: "referrals",
  inputs: { eligible: "people", referralsPerPerson: "referrals/people" },
  counts: ["eligible"],
  calculate: ({ eligible, referralsPerPerson }) => eligible.times(referralsPerPerson),
  source:
    "RR3 meeting note, 26 August 2020: who of a provider's existing cohort would be eligible, some sentenced more than once",
  worked: { given: { eligible: 120, referralsPerPerson: "1.25" }, gives: "150" },
});
