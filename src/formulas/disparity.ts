import { formula } from "../numbers/formula.ts";
import type { Unit } from "../numbers/unit.ts";

/** The disparity of two figures in a unit, as a formula. */
export const disparityIn = (unit: Unit) =>
  formula({
    figure: "disparity",
    unit,
    inputs: { figure: unit, reference: unit },
    counts: ["figure", "reference"],
    calculate: ({ figure, reference }) => figure.minus(reference),
    source: "one source less the other, by definition",
    worked: { given: { figure: 1440, reference: 900 }, gives: "540" },
  });

/**
 * What a source says above what another says; below zero where it says less. This one is of referrals; `disparities`
 * makes the same of whatever its sources count.
 *
 * @function
 * @example
 * ```ts
 * import { disparity } from "volumes-and-values/sources";
 *
 * disparity({ figure: 1440, reference: 900 }); // => Figure 540 referrals · disparity
 * ```
 */
export const disparity = disparityIn("referrals");

/** The ratio of two figures in a unit, as a formula. */
export const ratioOfSourcesIn = (unit: Unit) =>
  formula({
    figure: "ratioOfSources",
    unit: "ratio",
    inputs: { figure: unit, reference: unit },
    counts: ["figure", "reference"],
    calculate: ({ figure, reference }) => figure.dividedBy(reference).in("ratio"),
    source: "one source over the other, by definition",
    worked: { given: { figure: 1440, reference: 900 }, gives: "1.6" },
  });

/**
 * What a source says for each one that another says. This one is of referrals; `disparities` makes the same of whatever
 * its sources count.
 *
 * @function
 * @example
 * ```ts
 * import { ratioOfSources } from "volumes-and-values/sources";
 *
 * ratioOfSources({ figure: 1440, reference: 900 }); // => Figure 1.6 · ratioOfSources
 * ```
 */
export const ratioOfSources = ratioOfSourcesIn("referrals");

/** How far a figure in a unit may be off, as a formula. */
export const allowedDisparityIn = (unit: Unit) =>
  formula({
    figure: "allowedDisparity",
    unit,
    inputs: { reference: unit, tolerance: "ratio" },
    shares: ["tolerance"],
    counts: ["reference"],
    calculate: ({ reference, tolerance }) => reference.times(tolerance),
    source: "a share of what the other source says, as stated",
    worked: { given: { reference: 900, tolerance: "0.05" }, gives: "45" },
  });

/**
 * How far a source may be off, either way, as a share of what the other says. This one is of referrals; `disparities`
 * makes the same of whatever its sources count.
 *
 * @function
 * @example
 * ```ts
 * import { allowedDisparity } from "volumes-and-values/sources";
 *
 * allowedDisparity({ reference: 900, tolerance: "0.05" }); // => Figure 45 referrals · allowedDisparity
 * ```
 */
export const allowedDisparity = allowedDisparityIn("referrals");

/** The total of a source in a unit, come to from another's, as a formula. */
export const reconciledTotalIn = (unit: Unit) =>
  formula({
    figure: "reconciledTotal",
    unit,
    inputs: { reference: unit, disparities: unit, onlyHere: unit, onlyInReference: unit },
    counts: ["reference", "onlyHere", "onlyInReference"],
    calculate: ({ reference, disparities, onlyHere, onlyInReference }) =>
      reference.plus(disparities).plus(onlyHere).minus(onlyInReference),
    source: "what both have, more or less, and what only one has, by definition",
    worked: {
      given: { reference: 1350, disparities: 560, onlyHere: 30, onlyInReference: 50 },
      gives: "1890",
    },
  });

/**
 * The total of a source, come to from another's: the disparities where both have a figure, and what only one of them
 * has. This one is of referrals; `disparities` makes the same of whatever its sources count.
 *
 * @function
 * @example
 * ```ts
 * import { reconciledTotal } from "volumes-and-values/sources";
 *
 * reconciledTotal({ reference: 1350, disparities: 560, onlyHere: 30, onlyInReference: 50 });
 * // => Figure 1,890 referrals · reconciledTotal
 * ```
 */
export const reconciledTotal = reconciledTotalIn("referrals");
