import { sum } from "../numbers/figure.ts";
import { formula } from "../numbers/formula.ts";
import type { Unit } from "../numbers/unit.ts";

const byDefinition = "the money for all volumes over all volumes, by definition";
const tukey =
  "Tukey, Exploratory Data Analysis (1977): fences beyond the quartiles; and no nearer the median than is stated";

/** The mean unit cost of volumes in a unit, as a formula. */
export const weightedMeanIn = (unit: Unit) => {
  const each: Unit = `GBP/${unit}`;
  return formula({
    figure: "weightedMean",
    unit: each,
    inputs: { values: { many: "GBP" }, volumes: { many: unit } },
    counts: ["volumes"],
    calculate: ({ values, volumes }) => sum("GBP", values).dividedBy(sum(unit, volumes)),
    source: byDefinition,
    worked: { given: { values: [180_000, 70_000], volumes: [900, 100] }, gives: "250" },
  });
};

/**
 * The mean unit cost of many providers, each counted by its volume: all the money over all that is delivered for it.
 * This one is of starts; `collate` makes the same of whatever its returns count.
 *
 * @function
 * @example
 * ```ts
 * import { weightedMean } from "volumes-and-values/sources";
 *
 * weightedMean({ values: [180_000, 70_000], volumes: [900, 100] }); // => Figure 250 GBP/starts · weightedMean
 * ```
 */
export const weightedMean = weightedMeanIn("starts");

/** Where the figures in a unit lie among which one is judged, and how far from them it may lie. */
const fenced = (unit: Unit) =>
  ({
    lowerQuartile: unit,
    median: unit,
    upperQuartile: unit,
    outliersBeyond: "ratio",
    unmarkedShare: "ratio",
  }) as const;

/** Unit costs with £25 between their quartiles, made up. */
const fourUnitCosts = {
  lowerQuartile: 252.5,
  median: 265,
  upperQuartile: 277.5,
  outliersBeyond: "1.5",
  unmarkedShare: "0.1",
} as const;

/** The limit below which a figure in a unit is marked, as a formula. */
export const lowerFenceIn = (unit: Unit) =>
  formula({
    figure: "lowerFence",
    unit,
    inputs: fenced(unit),
    shares: ["unmarkedShare"],
    calculate: ({ lowerQuartile, median, upperQuartile, outliersBeyond, unmarkedShare }) =>
      lowerQuartile
        .minus(upperQuartile.minus(lowerQuartile).times(outliersBeyond))
        .min(median.minus(median.times(unmarkedShare))),
    source: tukey,
    worked: { given: fourUnitCosts, gives: "215" },
  });

/**
 * The unit cost below which one is marked as an outlier: so many times the distance between the quartiles below the
 * lower of them, and no nearer the median than a share of it. `collate` makes the same of volumes.
 *
 * @function
 * @example
 * ```ts
 * import { lowerFence } from "volumes-and-values/sources";
 *
 * const spread = { lowerQuartile: 252.5, median: 265, upperQuartile: 277.5 };
 * lowerFence({ ...spread, outliersBeyond: "1.5", unmarkedShare: "0.1" }); // => Figure 215 GBP/starts · lowerFence
 * ```
 */
export const lowerFence = lowerFenceIn("GBP/starts");

/** The limit above which a figure in a unit is marked, as a formula. */
export const upperFenceIn = (unit: Unit) =>
  formula({
    figure: "upperFence",
    unit,
    inputs: fenced(unit),
    shares: ["unmarkedShare"],
    calculate: ({ lowerQuartile, median, upperQuartile, outliersBeyond, unmarkedShare }) =>
      upperQuartile
        .plus(upperQuartile.minus(lowerQuartile).times(outliersBeyond))
        .max(median.plus(median.times(unmarkedShare))),
    source: tukey,
    worked: { given: fourUnitCosts, gives: "315" },
  });

/**
 * The unit cost above which one is marked as an outlier: so many times the distance between the quartiles above the
 * upper of them, and no nearer the median than a share of it. `collate` makes the same of volumes.
 *
 * @function
 * @example
 * ```ts
 * import { upperFence } from "volumes-and-values/sources";
 *
 * const alike = { lowerQuartile: 300, median: 300, upperQuartile: 300 };
 * upperFence({ ...alike, outliersBeyond: "1.5", unmarkedShare: "0.1" }); // => Figure 330 GBP/starts · upperFence
 * ```
 */
export const upperFence = upperFenceIn("GBP/starts");

/** A volume of many parts in a unit, as a formula. */
export const collatedVolumeIn = (unit: Unit) =>
  formula({
    figure: "collatedVolume",
    unit,
    inputs: { shown: { many: unit }, suppressed: unit },
    counts: ["shown", "suppressed"],
    calculate: ({ shown, suppressed }) => sum(unit, shown).plus(suppressed),
    source: "what is shown and what is suppressed, by definition",
    worked: { given: { shown: [1200, 167], suppressed: 1461 }, gives: "2828" },
  });

/**
 * A total of volumes of which some are shown one by one and the others only together. This one is of starts; `collate`
 * makes the same of whatever its returns count.
 *
 * @function
 * @example
 * ```ts
 * import { collatedVolume } from "volumes-and-values/sources";
 *
 * collatedVolume({ shown: [1200, 167], suppressed: 1461 }); // => Figure 2,828 starts · collatedVolume
 * ```
 */
export const collatedVolume = collatedVolumeIn("starts");
