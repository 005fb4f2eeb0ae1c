import { given, sum } from "../numbers/figure.ts";
import { formula } from "../numbers/formula.ts";
import { excess } from "./excess.ts";
import { greatest, least } from "./extremes.ts";

const definition = "a gap is the absolute change in pounds from one year to the next";
const nearest =
  "Lipschitz extension: the band around a profile within which the change of a year is at most so much";
const flattest = "least largest step between two fixed ends that leaves a given sum between them";

const half = /* @__PURE__ */ given("0.5", "ratio", { name: "half", source: "midway between two" });

/** What is most of some figures. */

/**
 * The gap from one year's money to the next, whichever is more.
 *
 * @function
 * @example
 * ```ts
 * import { spendGap } from "volumes-and-values/provider";
 *
 * spendGap({ spendBefore: 250_000, spendAfter: 58_000 }); // => Figure 192,000 GBP · spendGap
 * ```
 */
export const spendGap = formula({
  figure: "spendGap",
  unit: "GBP",
  inputs: { spendBefore: "GBP", spendAfter: "GBP" },
  calculate: ({ spendBefore, spendAfter }) => spendBefore.max(spendAfter).minus(spendBefore.min(spendAfter)),
  source: definition,
  worked: { given: { spendBefore: 250000, spendAfter: 58000 }, gives: "192000" },
});

/**
 * The largest of some sums of money: of gaps, or of departures from a profile.
 *
 * @function
 * @example
 * ```ts
 * import { largestOf } from "volumes-and-values/provider";
 *
 * largestOf({ amounts: [192_000, 153_000, 59_000] }); // => Figure 192,000 GBP · largestOf
 * ```
 */
export const largestOf = formula({
  figure: "largestOf",
  unit: "GBP",
  inputs: { amounts: { many: "GBP" } },
  calculate: ({ amounts }) => greatest(amounts),
  source: definition,
  worked: { given: { amounts: [192000, 153000, 59000] }, gives: "192000" },
});

/**
 * By how much two years' money is further apart than gaps of at most so much allow, so many years apart: nothing, where
 * it is not.
 *
 * @function
 * @example
 * ```ts
 * import { excessOfGap } from "volumes-and-values/provider";
 *
 * excessOfGap({ spendGap: 192_000, mostGap: 80_000, yearsApart: 1 }); // => Figure 112,000 GBP · excessOfGap
 * ```
 */
export const excessOfGap = formula({
  figure: "excessOfGap",
  unit: "GBP",
  inputs: { spendGap: "GBP", mostGap: "GBP", yearsApart: "ratio" },
  calculate: ({ spendGap: apart, mostGap, yearsApart }) => excess(apart, mostGap.times(yearsApart)),
  source: nearest,
  worked: { given: { spendGap: 192000, mostGap: 80000, yearsApart: 1 }, gives: "112000" },
});

/**
 * The least by which a profile must depart from the given one somewhere, so that its gaps are at most so much: all of an
 * excess towards a year that stays as it is, and half of one between two years that may both move.
 *
 * @function
 * @example
 * ```ts
 * import { leastDeparture } from "volumes-and-values/provider";
 *
 * leastDeparture({ excessToFixed: [112_000, 10_000], excessBetween: [73_000] });
 * // => Figure 112,000 GBP · leastDeparture
 * ```
 */
export const leastDeparture = formula({
  figure: "leastDeparture",
  unit: "GBP",
  inputs: { excessToFixed: { many: "GBP" }, excessBetween: { many: "GBP" } },
  calculate: ({ excessToFixed, excessBetween }) =>
    greatest([...excessToFixed, ...excessBetween.map((excess) => excess.times(half))]),
  source: nearest,
  worked: { given: { excessToFixed: [112000, 10000], excessBetween: [73000] }, gives: "112000" },
});

/**
 * The money of a year that is within reach of another year's, above and below, at gaps of at most so much.
 *
 * @function
 * @example
 * ```ts
 * import { highestWithin } from "volumes-and-values/provider";
 *
 * highestWithin({ spend: 58_000, departure: 112_000, mostGap: 80_000, yearsApart: 1 });
 * // => Figure 250,000 GBP · highestWithin
 * ```
 */
export const highestWithin = formula({
  figure: "highestWithin",
  unit: "GBP",
  inputs: { spend: "GBP", departure: "GBP", mostGap: "GBP", yearsApart: "ratio" },
  calculate: ({ spend, departure, mostGap, yearsApart }) =>
    spend.plus(departure).plus(mostGap.times(yearsApart)),
  source: nearest,
  worked: { given: { spend: 58000, departure: 112000, mostGap: 80000, yearsApart: 1 }, gives: "250000" },
});

/**
 * The same below.
 *
 * @function
 * @example
 * ```ts
 * import { lowestWithin } from "volumes-and-values/provider";
 *
 * lowestWithin({ spend: 250_000, departure: 0, mostGap: 80_000, yearsApart: 1 });
 * // => Figure 170,000 GBP · lowestWithin
 * ```
 */
export const lowestWithin = formula({
  figure: "lowestWithin",
  unit: "GBP",
  inputs: { spend: "GBP", departure: "GBP", mostGap: "GBP", yearsApart: "ratio" },
  calculate: ({ spend, departure, mostGap, yearsApart }) =>
    spend.minus(departure).minus(mostGap.times(yearsApart)),
  source: nearest,
  worked: { given: { spend: 250000, departure: 0, mostGap: 80000, yearsApart: 1 }, gives: "170000" },
});

/**
 * A year's money in the nearest smooth profile: its own, as far as it is within reach of all other years'.
 *
 * @function
 * @example
 * ```ts
 * import { smoothSpend } from "volumes-and-values/provider";
 *
 * smoothSpend({ spend: 58_000, highest: [330_000, 170_000], lowest: [170_000, -54_000] });
 * // => Figure 170,000 GBP · smoothSpend
 * ```
 */
export const smoothSpend = formula({
  figure: "smoothSpend",
  unit: "GBP",
  inputs: { spend: "GBP", highest: { many: "GBP" }, lowest: { many: "GBP" } },
  calculate: ({ spend, highest, lowest }) => spend.max(greatest(lowest)).min(least(highest)),
  source: nearest,
  worked: { given: { spend: 58000, highest: [330000, 170000], lowest: [170000, -54000] }, gives: "170000" },
});

/**
 * The gap of a straight line from the year before go-live to the plateau: no profile has less.
 *
 * @function
 * @example
 * ```ts
 * import { straightGap } from "volumes-and-values/provider";
 *
 * straightGap({ spendGap: 20_000, yearsApart: 4 }); // => Figure 5,000 GBP · straightGap
 * ```
 */
export const straightGap = formula({
  figure: "straightGap",
  unit: "GBP",
  inputs: { spendGap: "GBP", yearsApart: "ratio" },
  calculate: ({ spendGap: apart, yearsApart }) => apart.dividedBy(yearsApart),
  source: flattest,
  worked: { given: { spendGap: 20000, yearsApart: 4 }, gives: "5000" },
});

/**
 * Money, or a gap, times the years of a ramp-up: a straight line over three years has no exact thirds, and its triple has
 * no need of them.
 *
 * @function
 * @example
 * ```ts
 * import { timesYears } from "volumes-and-values/provider";
 *
 * timesYears({ amount: 250_000, years: 3 }); // => Figure 750,000 GBP · timesYears
 * ```
 */
export const timesYears = formula({
  figure: "timesYears",
  unit: "GBP",
  inputs: { amount: "GBP", years: "ratio" },
  calculate: ({ amount, years }) => amount.times(years),
  source: flattest,
  worked: { given: { amount: 250000, years: 3 }, gives: "750000" },
});

/**
 * A year's money on the straight line from the year before go-live to the plateau, times the years of the ramp-up.
 *
 * @function
 * @example
 * ```ts
 * import { straightTimesYears } from "volumes-and-values/provider";
 *
 * straightTimesYears({ spendBefore: 250_000, plateau: 270_000, yearsBefore: 1, yearsToPlateau: 3 });
 * // => Figure 1,020,000 GBP · straightTimesYears
 * ```
 */
export const straightTimesYears = formula({
  figure: "straightTimesYears",
  unit: "GBP",
  inputs: { spendBefore: "GBP", plateau: "GBP", yearsBefore: "ratio", yearsToPlateau: "ratio" },
  calculate: ({ spendBefore, plateau, yearsBefore, yearsToPlateau }) =>
    spendBefore.times(yearsToPlateau).plus(plateau.times(yearsBefore)),
  source: flattest,
  worked: {
    given: { spendBefore: 250000, plateau: 270000, yearsBefore: 1, yearsToPlateau: 3 },
    gives: "1020000",
  },
});

/**
 * What some years are short of a total, each at the end of the ramp-up that it hangs on; below nothing, they have more.
 *
 * @function
 * @example
 * ```ts
 * import { shortOfTotal } from "volumes-and-values/provider";
 *
 * shortOfTotal({ total: 600_000, without: [250_000, 270_000] }); // => Figure 80,000 GBP · shortOfTotal
 * ```
 */
export const shortOfTotal = formula({
  figure: "shortOfTotal",
  unit: "GBP",
  inputs: { total: "GBP", without: { many: "GBP" } },
  calculate: ({ total, without }) => total.minus(sum("GBP", without)),
  source: flattest,
  worked: { given: { total: 600000, without: [250000, 270000] }, gives: "80000" },
});

/**
 * What some years have above a total; below nothing, they are short of it.
 *
 * @function
 * @example
 * ```ts
 * import { aboveTotal } from "volumes-and-values/provider";
 *
 * aboveTotal({ total: 400_000, without: [250_000, 270_000] }); // => Figure 120,000 GBP · aboveTotal
 * ```
 */
export const aboveTotal = formula({
  figure: "aboveTotal",
  unit: "GBP",
  inputs: { total: "GBP", without: { many: "GBP" } },
  calculate: ({ total, without }) => sum("GBP", without).minus(total),
  source: flattest,
  worked: { given: { total: 400000, without: [250000, 270000] }, gives: "120000" },
});

/**
 * The gap with which so many steps, up or down, make up a difference.
 *
 * @function
 * @example
 * ```ts
 * import { gapPerStep } from "volumes-and-values/provider";
 *
 * gapPerStep({ difference: 80_000, steps: 2 }); // => Figure 40,000 GBP · gapPerStep
 * ```
 */
export const gapPerStep = formula({
  figure: "gapPerStep",
  unit: "GBP",
  inputs: { difference: "GBP", steps: "ratio" },
  calculate: ({ difference, steps }) => difference.dividedBy(steps),
  source: flattest,
  worked: { given: { difference: 80000, steps: 2 }, gives: "40000" },
});

/**
 * A year's money where the largest gap is least at an equal total, times the years of the ramp-up: as far above the
 * straight line, or below it, as the total asks for.
 *
 * @function
 * @example
 * ```ts
 * import { evenTimesYears } from "volumes-and-values/provider";
 *
 * evenTimesYears({ highest: [580_000, 700_000], lowest: [500_000, 510_000], straight: 510_000 });
 * // => Figure 580,000 GBP · evenTimesYears
 * ```
 */
export const evenTimesYears = formula({
  figure: "evenTimesYears",
  unit: "GBP",
  inputs: { highest: { many: "GBP" }, lowest: { many: "GBP" }, straight: "GBP" },
  calculate: ({ highest, lowest, straight }) => least(highest).plus(greatest(lowest)).minus(straight),
  source: flattest,
  worked: {
    given: { highest: [580000, 700000], lowest: [500000, 510000], straight: 510000 },
    gives: "580000",
  },
});

/**
 * The same of one year.
 *
 * @function
 * @example
 * ```ts
 * import { evenSpend } from "volumes-and-values/provider";
 *
 * evenSpend({ evenTimesYears: 580_000, years: 2 }); // => Figure 290,000 GBP · evenSpend
 * ```
 */
export const evenSpend = formula({
  figure: "evenSpend",
  unit: "GBP",
  inputs: { evenTimesYears: "GBP", years: "ratio" },
  calculate: ({ evenTimesYears: together, years }) => together.dividedBy(years),
  source: flattest,
  worked: { given: { evenTimesYears: 580000, years: 2 }, gives: "290000" },
});

/**
 * What is left of a total for the last year before the plateau, so that the spend is equal to the last digit.
 *
 * @function
 * @example
 * ```ts
 * import { restOfTotal } from "volumes-and-values/provider";
 *
 * restOfTotal({ total: 600_000, others: [290_000] }); // => Figure 310,000 GBP · restOfTotal
 * ```
 */
export const restOfTotal = formula({
  figure: "restOfTotal",
  unit: "GBP",
  inputs: { total: "GBP", others: { many: "GBP" } },
  calculate: ({ total, others }) => total.minus(sum("GBP", others)),
  source: flattest,
  worked: { given: { total: 600000, others: [290000] }, gives: "310000" },
});

const volumeOfSpend =
  "spend buys starts at what a start costs; need is no smaller because the service is new";

/**
 * The starts that a year's money pays for.
 *
 * @function
 * @example
 * ```ts
 * import { startsAfforded } from "volumes-and-values/provider";
 *
 * startsAfforded({ spend: 270_000, costPerStart: 300 }); // => Figure 900 starts · startsAfforded
 * ```
 */
export const startsAfforded = formula({
  figure: "startsAfforded",
  unit: "starts",
  inputs: { spend: "GBP", costPerStart: "GBP/starts" },
  calculate: ({ spend, costPerStart }) => spend.dividedBy(costPerStart),
  source: volumeOfSpend,
  worked: { given: { spend: 270000, costPerStart: 300 }, gives: "900" },
});

/**
 * The starts that are delivered: those paid for, as far as there is need of them.
 *
 * @function
 * @example
 * ```ts
 * import { startsDelivered } from "volumes-and-values/provider";
 *
 * startsDelivered({ startsAfforded: 900, startsNeeded: 640 }); // => Figure 640 starts · startsDelivered
 * ```
 */
export const startsDelivered = formula({
  figure: "startsDelivered",
  unit: "starts",
  inputs: { startsAfforded: "starts", startsNeeded: "starts" },
  counts: ["startsAfforded", "startsNeeded"],
  calculate: ({ startsAfforded: afforded, startsNeeded }) => afforded.min(startsNeeded),
  source: volumeOfSpend,
  worked: { given: { startsAfforded: 900, startsNeeded: 640 }, gives: "640" },
});

/**
 * The starts that there is need of and no money for.
 *
 * @function
 * @example
 * ```ts
 * import { unmetStarts } from "volumes-and-values/provider";
 *
 * unmetStarts({ startsNeeded: 900, startsDelivered: 193 }); // => Figure 707 starts · unmetStarts
 * ```
 */
export const unmetStarts = formula({
  figure: "unmetStarts",
  unit: "starts",
  inputs: { startsNeeded: "starts", startsDelivered: "starts" },
  counts: ["startsNeeded", "startsDelivered"],
  calculate: ({ startsNeeded, startsDelivered: delivered }) => startsNeeded.minus(delivered),
  source: volumeOfSpend,
  worked: { given: { startsNeeded: 900, startsDelivered: 193 }, gives: "707" },
});
