import { given } from "../numbers/figure.ts";
import { formula } from "../numbers/formula.ts";

/**
 * Distinct people in a year, from the people at a date and how many pass through for each of them. A caseload at a
 * date is not the people of a year: only these reach referrals.
 *
 * @function
 * @example
 * ```ts
 * import { peopleInYear } from "volumes-and-values";
 *
 * peopleInYear({ people: 2700, turnover: "1.6" }); // => Figure 4,320 peopleInYear
 * ```
 */
export const peopleInYear = formula({
  figure: "peopleInYear",
  unit: "peopleInYear",
  inputs: { people: "people", turnover: "peopleInYear/people" },
  counts: ["people"],
  calculate: ({ people, turnover }) => people.times(turnover),
  source: "definition of turnover",
  worked: { given: { people: 2700, turnover: "1.6" }, gives: "4320" },
});

const onceEach = /* @__PURE__ */ given(1, "peopleInYear/people", {
  name: "onceEach",
  source: "someone there on the first day is one person of the year",
});

/**
 * Distinct people in a year where entrants are counted: those there on its first day, and those who join.
 *
 * @function
 * @example
 * ```ts
 * import { peopleInYearFromEntrants } from "volumes-and-values";
 *
 * peopleInYearFromEntrants({ opening: 2700, entrants: 1620 }).toString(); // => 4320 peopleInYear
 * ```
 */
export const peopleInYearFromEntrants = formula({
  figure: "peopleInYearFromEntrants",
  unit: "peopleInYear",
  inputs: { opening: "people", entrants: "peopleInYear" },
  counts: ["opening", "entrants"],
  calculate: ({ opening, entrants }) => opening.times(onceEach).plus(entrants),
  source: "stock and flow: opening stock plus inflow",
  worked: { given: { opening: 2700, entrants: 1620 }, gives: "4320" },
});
