import { formula } from "../numbers/formula.ts";

const source = "RR3 meeting note, 26 August 2020: indicative volumes and indicative annual values of lots";

/**
 * The money for a year's volume: starts at what a start costs. Mobilisation is apart, never inside it.
 *
 * @function
 * @example
 * ```ts
 * import { indicativeValue } from "volumes-and-values";
 *
 * indicativeValue({ starts: 900, costPerStart: 250 }); // => Figure 225,000 GBP · indicativeValue
 * ```
 */
export const indicativeValue = formula({
  figure: "indicativeValue",
  unit: "GBP",
  inputs: { starts: "starts", costPerStart: "GBP/starts" },
  counts: ["starts"],
  calculate: ({ starts, costPerStart }) => starts.times(costPerStart),
  source,
  worked: { given: { starts: 900, costPerStart: 250 }, gives: "225000" },
});

/**
 * The money for a year where spend has a profile of its own: the plateau's value at that year's factor.
 *
 * @function
 * @example
 * ```ts
 * import { profiledValue } from "volumes-and-values";
 *
 * profiledValue({ plateauValue: 225_000, spendFactor: "0.6" }); // => Figure 135,000 GBP · profiledValue
 * ```
 */
export const profiledValue = formula({
  figure: "profiledValue",
  unit: "GBP",
  inputs: { plateauValue: "GBP", spendFactor: "ratio" },
  calculate: ({ plateauValue, spendFactor }) => plateauValue.times(spendFactor),
  source:
    "RR3 meeting note, 26 August 2020: values lower in 2021/22, at their height in years three and four",
  worked: { given: { plateauValue: 225000, spendFactor: "0.6" }, gives: "135000" },
});
