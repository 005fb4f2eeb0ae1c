import { sum } from "../numbers/figure.ts";
import { formula } from "../numbers/formula.ts";

/**
 * The people of a cell at one complexity level.
 *
 * @function
 * @example
 * ```ts
 * import { peopleAtLevel } from "volumes-and-values";
 *
 * peopleAtLevel({ people: 900, complexityShare: "0.3" }); // => Figure 270 people · peopleAtLevel
 * ```
 */
export const peopleAtLevel = formula({
  figure: "peopleAtLevel",
  unit: "people",
  inputs: { people: "people", complexityShare: "ratio" },
  shares: ["complexityShare"],
  counts: ["people"],
  calculate: ({ people, complexityShare }) => people.times(complexityShare),
  source: "definition of a complexity mix",
  worked: { given: { people: 900, complexityShare: "0.3" }, gives: "270" },
});

/**
 * The same split of the people of a year, where the source counts these.
 *
 * @function
 * @example
 * ```ts
 * import { peopleInYearAtLevel } from "volumes-and-values";
 *
 * peopleInYearAtLevel({ peopleInYear: 1600, complexityShare: "0.3" });
 * // => Figure 480 peopleInYear · peopleInYearAtLevel
 * ```
 */
export const peopleInYearAtLevel = formula({
  figure: "peopleInYearAtLevel",
  unit: "peopleInYear",
  inputs: { peopleInYear: "peopleInYear", complexityShare: "ratio" },
  shares: ["complexityShare"],
  counts: ["peopleInYear"],
  calculate: ({ peopleInYear, complexityShare }) => peopleInYear.times(complexityShare),
  source: "definition of a complexity mix",
  worked: { given: { peopleInYear: 1600, complexityShare: "0.3" }, gives: "480" },
});

/**
 * The share of the one level of a mix that is the rest: what the others leave of one.
 *
 * @function
 * @example
 * ```ts
 * import { restShare } from "volumes-and-values";
 *
 * restShare({ shares: ["0.3", "0.5"] }); // => Figure 0.2 · restShare
 * ```
 */
export const restShare = formula({
  figure: "restShare",
  unit: "ratio",
  inputs: { shares: { many: "ratio" } },
  shares: ["shares"],
  calculate: ({ shares }) => sum("ratio", shares).rest,
  source: "shares of a mix sum to one",
  worked: { given: { shares: ["0.3", "0.5"] }, gives: "0.2" },
});

/**
 * The share of the whole caseload that is eligible. The caseload holds people of other lots' cohorts too:
 * print it beside {@link eligibleShareOfCohort}.
 *
 * @function
 * @example
 * ```ts
 * import { eligibleShareOfCaseload } from "volumes-and-values";
 *
 * eligibleShareOfCaseload({ eligible: 900, caseload: 2700 });
 * // => Figure 0.333333… · eligibleShareOfCaseload
 * ```
 */
export const eligibleShareOfCaseload = formula({
  figure: "eligibleShareOfCaseload",
  unit: "ratio",
  inputs: { eligible: "people", caseload: "people" },
  counts: ["eligible", "caseload"],
  calculate: ({ eligible, caseload }) => eligible.dividedBy(caseload),
  source: "definition of a share",
  worked: {
    given: { eligible: 900, caseload: 2700 },
    gives: "0.3333333333333333333333333333333333333333",
    source: "RR3 meeting note, 26 August 2020, section 3b: 1,800 of 2,700 ineligible, if the 900 are people",
  },
});

/**
 * The share of the people in cohort who are eligible.
 *
 * @function
 * @example
 * ```ts
 * import { eligibleShareOfCohort } from "volumes-and-values";
 *
 * eligibleShareOfCohort({ eligible: 900, inCohort: 2250 }); // => Figure 0.4 · eligibleShareOfCohort
 * ```
 */
export const eligibleShareOfCohort = formula({
  figure: "eligibleShareOfCohort",
  unit: "ratio",
  inputs: { eligible: "people", inCohort: "people" },
  counts: ["eligible", "inCohort"],
  calculate: ({ eligible, inCohort }) => eligible.dividedBy(inCohort),
  source: "definition of a share",
  worked: { given: { eligible: 900, inCohort: 2250 }, gives: "0.4" },
});
