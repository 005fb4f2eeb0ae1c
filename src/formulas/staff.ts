import { formula } from "../numbers/formula.ts";

/**
 * The full-time equivalents that some hours of work take, in parts of a post: hours over the hours that one of them has
 * for the work in the same time.
 *
 * @function
 * @example
 * ```ts
 * import { fteNeeded } from "volumes-and-values/provider";
 *
 * fteNeeded({ hours: 10_560, productiveHours: 1408 }); // => Figure 7.5 fte · fteNeeded
 * ```
 */
export const fteNeeded = formula({
  figure: "fteNeeded",
  unit: "fte",
  inputs: { hours: "hours", productiveHours: "hours/fte" },
  calculate: ({ hours, productiveHours }) => hours.dividedBy(productiveHours),
  source: "hours of work over the productive hours of one full-time post, by definition",
  worked: { given: { hours: 10560, productiveHours: 1408 }, gives: "7.5" },
});
