import { formula } from "../numbers/formula.ts";

const note = "RR3 meeting note, 26 August 2020: interventions or unique individuals";

/**
 * Services delivered, where one person may have several: a woman at a women's centre, say.
 *
 * @function
 * @example
 * ```ts
 * import { interventions } from "volumes-and-values/provider";
 *
 * interventions({ peopleInYear: 100, interventionsPerPerson: "5.2" }); // => Figure 520 interventions
 * ```
 */
export const interventions = formula({
  figure: "interventions",
  unit: "interventions",
  inputs: { peopleInYear: "peopleInYear", interventionsPerPerson: "interventions/peopleInYear" },
  counts: ["peopleInYear"],
  calculate: ({ peopleInYear, interventionsPerPerson }) => peopleInYear.times(interventionsPerPerson),
  source: note,
  worked: { given: { peopleInYear: 100, interventionsPerPerson: "5.2" }, gives: "520" },
});

/**
 * Distinct people behind so many interventions.
 *
 * @function
 * @example
 * ```ts
 * import { peopleServed } from "volumes-and-values/provider";
 *
 * peopleServed({ interventions: 520, interventionsPerPerson: "5.2" });
 * // => Figure 100 peopleInYear · peopleServed
 * ```
 */
export const peopleServed = formula({
  figure: "peopleServed",
  unit: "peopleInYear",
  inputs: { interventions: "interventions", interventionsPerPerson: "interventions/peopleInYear" },
  counts: ["interventions"],
  calculate: ({ interventions, interventionsPerPerson }) => interventions.dividedBy(interventionsPerPerson),
  source: note,
  worked: { given: { interventions: 520, interventionsPerPerson: "5.2" }, gives: "100" },
});

/**
 * Distinct people behind so many referrals.
 *
 * @function
 * @example
 * ```ts
 * import { peopleBehindReferrals } from "volumes-and-values/provider";
 *
 * peopleBehindReferrals({ referrals: 660, referralsPerPerson: "1.2" });
 * // => Figure 550 peopleInYear · peopleBehindReferrals
 * ```
 */
export const peopleBehindReferrals = formula({
  figure: "peopleBehindReferrals",
  unit: "peopleInYear",
  inputs: { referrals: "referrals", referralsPerPerson: "referrals/peopleInYear" },
  counts: ["referrals"],
  calculate: ({ referrals, referralsPerPerson }) => referrals.dividedBy(referralsPerPerson),
  source: note,
  worked: { given: { referrals: 660, referralsPerPerson: "1.2" }, gives: "550" },
});

/**
 * What one person costs, where each has several interventions.
 *
 * @function
 * @example
 * ```ts
 * import { costPerPerson } from "volumes-and-values/provider";
 *
 * costPerPerson({ costPerIntervention: 250, interventionsPerPerson: "5.2" });
 * // => Figure 1,300 GBP/peopleInYear · costPerPerson
 * ```
 */
export const costPerPerson = formula({
  figure: "costPerPerson",
  unit: "GBP/peopleInYear",
  inputs: { costPerIntervention: "GBP/interventions", interventionsPerPerson: "interventions/peopleInYear" },
  calculate: ({ costPerIntervention, interventionsPerPerson }) =>
    costPerIntervention.times(interventionsPerPerson),
  source: note,
  worked: {
    given: { costPerIntervention: 250, interventionsPerPerson: "5.2" },
    gives: "1300",
    source: "RR3 meeting note, 26 August 2020, section 3b: £1,300 a woman, about £250 implied",
  },
});
