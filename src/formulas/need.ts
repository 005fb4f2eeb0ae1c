import { formula } from "../numbers/formula.ts";

const noteAnnex = "RR3 meeting note, 26 August 2020, annex: referrals follow risk, need and responsivity";

/**
 * Of the eligible people of a year, those who have the need that a service meets.
 *
 * @function
 * @example
 * ```ts
 * import { peopleInNeed } from "volumes-and-values";
 *
 * peopleInNeed({ peopleInYear: 4320, needShare: "0.39" }); // => Figure 1,684.8 peopleInYear · peopleInNeed
 * ```
 */
export const peopleInNeed = formula({
  figure: "peopleInNeed",
  unit: "peopleInYear",
  inputs: { peopleInYear: "peopleInYear", needShare: "ratio" },
  shares: ["needShare"],
  counts: ["peopleInYear"],
  calculate: ({ peopleInYear, needShare }) => peopleInYear.times(needShare),
  source: noteAnnex,
  worked: { given: { peopleInYear: 4320, needShare: "0.39" }, gives: "1684.8" },
});

/**
 * Of the people in need, those who are referred and for whom the referral is appropriate.
 *
 * @function
 * @example
 * ```ts
 * import { peopleReferred } from "volumes-and-values";
 *
 * peopleReferred({ peopleInNeed: 1000, takeUpShare: "0.55" }); // => Figure 550 peopleInYear · peopleReferred
 * ```
 */
export const peopleReferred = formula({
  figure: "peopleReferred",
  unit: "peopleInYear",
  inputs: { peopleInNeed: "peopleInYear", takeUpShare: "ratio" },
  shares: ["takeUpShare"],
  counts: ["peopleInNeed"],
  calculate: ({ peopleInNeed, takeUpShare }) => peopleInNeed.times(takeUpShare),
  source: noteAnnex,
  worked: { given: { peopleInNeed: 1000, takeUpShare: "0.55" }, gives: "550" },
});

/**
 * The referrals of a full year, with nothing in their way: some people are referred more than once, because they
 * were sentenced again or their circumstances changed.
 *
 * @function
 * @example
 * ```ts
 * import { fullYearReferrals } from "volumes-and-values";
 *
 * fullYearReferrals({ peopleReferred: 550, referralsPerPerson: "1.2" });
 * // => Figure 660 referrals · fullYearReferrals
 * ```
 */
export const fullYearReferrals = formula({
  figure: "fullYearReferrals",
  unit: "referrals",
  inputs: { peopleReferred: "peopleInYear", referralsPerPerson: "referrals/peopleInYear" },
  counts: ["peopleReferred"],
  calculate: ({ peopleReferred, referralsPerPerson }) => peopleReferred.times(referralsPerPerson),
  source:
    "RR3 meeting note, 26 August 2020: interventions or unique individuals, some sentenced more than once a year",
  worked: { given: { peopleReferred: 550, referralsPerPerson: "1.2" }, gives: "660" },
});
