import { constant, sum } from "../numbers/figure.ts";
import { formula } from "../numbers/formula.ts";

const greenBook = "HM Treasury, The Green Book: discounting";
const one = /* @__PURE__ */ constant(1);

/**
 * What a pound of a year is worth in year 0: that of the year before, over one and the year's discount rate.
 *
 * @function
 * @example
 * ```ts
 * import { discountFactor } from "volumes-and-values/provider";
 *
 * discountFactor({ factorBefore: 1, discountRate: "0.25" }); // => Figure 0.8 · discountFactor
 * ```
 */
export const discountFactor = formula({
  figure: "discountFactor",
  unit: "ratio",
  inputs: { factorBefore: "ratio", discountRate: "ratio" },
  shares: ["discountRate"],
  calculate: ({ factorBefore, discountRate }) => factorBefore.dividedBy(discountRate.plus(one)),
  source: greenBook,
  worked: {
    given: { factorBefore: 1, discountRate: "0.035" },
    gives: "0.9661835748792270531400966183574879227053",
  },
});

/**
 * What a year's money is worth in year 0.
 *
 * @function
 * @example
 * ```ts
 * import { discountedValue } from "volumes-and-values/provider";
 *
 * discountedValue({ value: 1000, discountFactor: "0.8" }); // => Figure 800 GBP · discountedValue
 * ```
 */
export const discountedValue = formula({
  figure: "discountedValue",
  unit: "GBP",
  inputs: { value: "GBP", discountFactor: "ratio" },
  calculate: ({ value, discountFactor }) => value.times(discountFactor),
  source: greenBook,
  worked: { given: { value: 1000, discountFactor: "0.8" }, gives: "800" },
});

/**
 * How many years' money a pound in each of some years is worth in year 0: the sum of their discount factors.
 *
 * @function
 * @example
 * ```ts
 * import { annuityFactor } from "volumes-and-values/provider";
 *
 * annuityFactor({ discountFactors: [1, "0.8", "0.64"] }); // => Figure 2.44 · annuityFactor
 * ```
 */
export const annuityFactor = formula({
  figure: "annuityFactor",
  unit: "ratio",
  inputs: { discountFactors: { many: "ratio" } },
  calculate: ({ discountFactors }) => sum("ratio", discountFactors),
  source: greenBook,
  worked: { given: { discountFactors: [1, "0.8", "0.64"] }, gives: "2.44" },
});

/**
 * The same amount in each year that is worth as much in year 0 as the money of those years: what lets options of
 * different lengths be set side by side.
 *
 * @function
 * @example
 * ```ts
 * import { equalAnnualValue } from "volumes-and-values/provider";
 *
 * equalAnnualValue({ presentValue: 1220, annuityFactor: "2.44" }); // => Figure 500 GBP · equalAnnualValue
 * ```
 */
export const equalAnnualValue = formula({
  figure: "equalAnnualValue",
  unit: "GBP",
  inputs: { presentValue: "GBP", annuityFactor: "ratio" },
  calculate: ({ presentValue, annuityFactor }) => presentValue.dividedBy(annuityFactor),
  source: "equivalent annual cost: present value over the annuity factor of its years",
  worked: { given: { presentValue: 1220, annuityFactor: "2.44" }, gives: "500" },
});

/**
 * What is added to an estimate because estimates of its kind have been too low. A line of its own, and never inside a
 * unit cost.
 *
 * @function
 * @example
 * ```ts
 * import { optimismBias } from "volumes-and-values/provider";
 *
 * optimismBias({ estimate: 50_000, biasPerPound: "0.1" }); // => Figure 5,000 GBP · optimismBias
 * ```
 */
export const optimismBias = formula({
  figure: "optimismBias",
  unit: "GBP",
  inputs: { estimate: "GBP", biasPerPound: "ratio" },
  calculate: ({ estimate, biasPerPound }) => estimate.times(biasPerPound),
  source: "HM Treasury, The Green Book: optimism bias",
  worked: { given: { estimate: 50000, biasPerPound: "0.1" }, gives: "5000" },
});
