import { sum } from "../numbers/figure.ts";
import { formula } from "../numbers/formula.ts";

/**
 * People, where the source counts a person once for each sentence type.
 *
 * @function
 * @example
 * ```ts
 * import { people } from "volumes-and-values";
 *
 * people({ supervisions: 1200, supervisionsPerPerson: "1.25" }); // => Figure 960 people
 * ```
 */
export const people = formula({
  figure: "people",
  unit: "people",
  inputs: { supervisions: "supervisions", supervisionsPerPerson: "supervisions/people" },
  counts: ["supervisions"],
  calculate: ({ supervisions, supervisionsPerPerson }) => supervisions.dividedBy(supervisionsPerPerson),
  source: "definition of supervisions per person",
  worked: { given: { supervisions: 1200, supervisionsPerPerson: "1.25" }, gives: "960" },
});

/**
 * The mean of a caseload at several dates. A caseload is a stock: stocks of several months average, and never sum.
 *
 * @function
 * @example
 * ```ts
 * import { averageCaseload } from "volumes-and-values";
 *
 * averageCaseload({ stocks: [13842, 13845, 13789] }).toString(); // => 13825.33333333333333333333333333333333333 people
 * ```
 */
export const averageCaseload = formula({
  figure: "averageCaseload",
  unit: "people",
  inputs: { stocks: { many: "people" } },
  counts: ["stocks"],
  calculate: ({ stocks }) => sum("people", stocks).dividedBy(stocks.length),
  source: "arithmetic mean",
  worked: {
    given: { stocks: [13842, 13845, 13789] },
    gives: "13825.33333333333333333333333333333333333",
    source: "post-sentence supervision, parliamentary question 2402, 27 November 2023; mean recomputed",
  },
});

/**
 * People, where services overlap: the sum over services, over the services that one person is in.
 *
 * @function
 * @example
 * ```ts
 * import { distinctPeople } from "volumes-and-values";
 *
 * distinctPeople({ peopleOverServices: 1800, servicesPerPerson: "1.5" });
 * // => Figure 1,200 people · distinctPeople
 * ```
 */
export const distinctPeople = formula({
  figure: "distinctPeople",
  unit: "people",
  inputs: { peopleOverServices: "people", servicesPerPerson: "ratio" },
  counts: ["peopleOverServices"],
  calculate: ({ peopleOverServices, servicesPerPerson }) => peopleOverServices.dividedBy(servicesPerPerson),
  source: "definition of services per person",
  worked: { given: { peopleOverServices: 1800, servicesPerPerson: "1.5" }, gives: "1200" },
});
