import { formula } from "../numbers/formula.ts";

const indexation = "indexation: values move as the index does between two years";

/**
 * What a pound of one year is in the prices of another: the index of the one year over that of the other.
 *
 * @function
 * @example
 * ```ts
 * import { priceFactor } from "volumes-and-values/provider";
 *
 * priceFactor({ indexFrom: 100, indexTo: "104.5" }); // => Figure 1.045 · priceFactor
 * ```
 */
export const priceFactor = formula({
  figure: "priceFactor",
  unit: "ratio",
  inputs: { indexFrom: "ratio", indexTo: "ratio" },
  calculate: ({ indexFrom, indexTo }) => indexTo.dividedBy(indexFrom),
  source: indexation,
  worked: { given: { indexFrom: 100, indexTo: "104.5" }, gives: "1.045" },
});

/**
 * A price index with another year at 100. Which year is at 100 changes no value that is indexed by it.
 *
 * @function
 * @example
 * ```ts
 * import { rebasedIndex } from "volumes-and-values/provider";
 *
 * rebasedIndex({ index: 126, indexOfBaseYear: 105 }); // => Figure 120 · rebasedIndex
 * ```
 */
export const rebasedIndex = formula({
  figure: "rebasedIndex",
  unit: "ratio",
  inputs: { index: "ratio", indexOfBaseYear: "ratio" },
  calculate: ({ index, indexOfBaseYear }) => index.dividedBy(indexOfBaseYear).times(100),
  source: indexation,
  worked: { given: { index: 126, indexOfBaseYear: 105 }, gives: "120" },
});
