import { outOfRange } from "../errors.ts";
import { digitsOf } from "../numbers/decimal.ts";
import { given } from "../numbers/figure.ts";
import type { Figure } from "../numbers/figure.ts";
import { formula } from "../numbers/formula.ts";

const inItsFirst = /* @__PURE__ */ given(1, "peopleInQuarter/starts", {
  name: "inItsFirstQuarter",
  source: "whoever starts is supported in the quarter of the start",
});
const inEachMore = /* @__PURE__ */ given(1, "peopleInQuarter/quarters", {
  name: "onceInEachQuarter",
  source: "whoever stays on is counted once in each quarter",
});

/** A stay as it is, if it is one: nobody leaves before the start. */
function stayed(stay: Figure<"quarters/starts">): Figure<"quarters/starts"> {
  if (!stay.value.isNegative()) return stay;
  throw outOfRange("stayInQuarters", "zero or more", digitsOf(stay.value));
}

/**
 * The starts of a year, from the people supported in a quarter and how long people stay: someone who stays on is
 * counted in the next quarter again, and starts once. Without the stay the two cannot be compared.
 *
 * Starts are taken to come evenly, and the quarters to be alike. A stay of nought means that nobody is carried over.
 *
 * @function
 * @example
 * ```ts
 * import { startsInYear } from "volumes-and-values/readings";
 *
 * startsInYear({ supportedPerQuarter: 300, stayInQuarters: 0 }); // => Figure 1,200 starts · startsInYear
 * startsInYear({ supportedPerQuarter: 300, stayInQuarters: 1 }); // => Figure 600 starts · startsInYear
 * ```
 */
export const startsInYear = formula({
  figure: "startsInYear",
  unit: "starts",
  inputs: { supportedPerQuarter: "peopleInQuarter", stayInQuarters: "quarters/starts" },
  counts: ["supportedPerQuarter"],
  calculate: ({ supportedPerQuarter, stayInQuarters }) =>
    supportedPerQuarter.times(4).dividedBy(inItsFirst.plus(stayed(stayInQuarters).times(inEachMore))),
  source: "stock and flow: whoever starts is supported in one quarter and in those of the stay",
  worked: {
    given: { supportedPerQuarter: 300, stayInQuarters: 1 },
    gives: "600",
    source: "RR3 meeting note, 26 August 2020, section 3b: 300 to 450 people a quarter; starts recomputed",
  },
});
