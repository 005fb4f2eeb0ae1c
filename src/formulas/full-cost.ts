import { sum } from "../numbers/figure.ts";
import { formula } from "../numbers/formula.ts";
import { excess } from "./excess.ts";

const fullRecovery = "full cost recovery: direct cost, and a fair share of each overhead by a stated driver";
const atAPrice = "income against full cost";
const fromReserves =
  "RR3 meeting note, 26 August 2020: providers subsidise what is not paid for from their reserves";

/**
 * The share of an overhead that a service bears: its people, floor or spend, of all those of the organisation.
 *
 * @function
 * @example
 * ```ts
 * import { driverShare } from "volumes-and-values/provider";
 *
 * driverShare({ ours: 12, ofAll: 80 });
 * // => Figure 0.15 · driverShare
 * ```
 */
export const driverShare = formula({
  figure: "driverShare",
  unit: "ratio",
  inputs: { ours: "ratio", ofAll: "ratio" },
  calculate: ({ ours, ofAll }) => ours.dividedBy(ofAll),
  source: fullRecovery,
  worked: { given: { ours: 12, ofAll: 80 }, gives: "0.15" },
});

/**
 * What a service bears of an overhead of the whole organisation.
 *
 * @function
 * @example
 * ```ts
 * import { overheadBorne } from "volumes-and-values/provider";
 *
 * overheadBorne({ overhead: 160000, driverShare: "0.15" });
 * // => Figure 24,000 GBP · overheadBorne
 * ```
 */
export const overheadBorne = formula({
  figure: "overheadBorne",
  unit: "GBP",
  inputs: { overhead: "GBP", driverShare: "ratio" },
  shares: ["driverShare"],
  calculate: ({ overhead, driverShare: share }) => overhead.times(share),
  source: fullRecovery,
  worked: { given: { overhead: 160000, driverShare: "0.15" }, gives: "24000" },
});

/**
 * Direct cost that grows with starts.
 *
 * @function
 * @example
 * ```ts
 * import { directCostOfStarts } from "volumes-and-values/provider";
 *
 * directCostOfStarts({ starts: 900, costPerStart: 35 });
 * // => Figure 31,500 GBP · directCostOfStarts
 * ```
 */
export const directCostOfStarts = formula({
  figure: "directCostOfStarts",
  unit: "GBP",
  inputs: { starts: "starts", costPerStart: "GBP/starts" },
  counts: ["starts"],
  calculate: ({ starts, costPerStart }) => starts.times(costPerStart),
  source: fullRecovery,
  worked: { given: { starts: 900, costPerStart: 35 }, gives: "31500" },
});

/**
 * The VAT on what is bought that cannot be claimed back.
 *
 * @function
 * @example
 * ```ts
 * import { irrecoverableVat } from "volumes-and-values/provider";
 *
 * irrecoverableVat({ taxableSpend: 40000, vatRate: "0.2", irrecoverableShare: "0.75" });
 * // => Figure 6,000 GBP · irrecoverableVat
 * ```
 */
export const irrecoverableVat = formula({
  figure: "irrecoverableVat",
  unit: "GBP",
  inputs: { taxableSpend: "GBP", vatRate: "ratio", irrecoverableShare: "ratio" },
  shares: ["vatRate", "irrecoverableShare"],
  calculate: ({ taxableSpend, vatRate, irrecoverableShare }) =>
    taxableSpend.times(vatRate).times(irrecoverableShare),
  source: "VAT on taxable spend, as far as it is not recovered",
  worked: { given: { taxableSpend: 40000, vatRate: "0.2", irrecoverableShare: "0.75" }, gives: "6000" },
});

/**
 * All lines of cost together, before any surplus.
 *
 * @function
 * @example
 * ```ts
 * import { fullCostOfYear } from "volumes-and-values/provider";
 *
 * fullCostOfYear({ lines: [281600, 31500, 24000, 6000] });
 * // => Figure 343,100 GBP · fullCostOfYear
 * ```
 */
export const fullCostOfYear = formula({
  figure: "fullCostOfYear",
  unit: "GBP",
  inputs: { lines: { many: "GBP" } },
  calculate: ({ lines }) => sum("GBP", lines),
  source: fullRecovery,
  worked: { given: { lines: [281600, 31500, 24000, 6000] }, gives: "343100" },
});

/**
 * The margin or surplus on top of cost, per pound of it.
 *
 * @function
 * @example
 * ```ts
 * import { surplusOnCost } from "volumes-and-values/provider";
 *
 * surplusOnCost({ fullCostOfYear: 343100, surplusPerPound: "0.05" });
 * // => Figure 17,155 GBP · surplusOnCost
 * ```
 */
export const surplusOnCost = formula({
  figure: "surplusOnCost",
  unit: "GBP",
  inputs: { fullCostOfYear: "GBP", surplusPerPound: "ratio" },
  calculate: ({ fullCostOfYear: cost, surplusPerPound }) => cost.times(surplusPerPound),
  source: fullRecovery,
  worked: { given: { fullCostOfYear: 343100, surplusPerPound: "0.05" }, gives: "17155" },
});

/**
 * The value that recovers full cost with its surplus.
 *
 * @function
 * @example
 * ```ts
 * import { valueForFullRecovery } from "volumes-and-values/provider";
 *
 * valueForFullRecovery({ fullCostOfYear: 343100, surplusOnCost: 17155 });
 * // => Figure 360,255 GBP · valueForFullRecovery
 * ```
 */
export const valueForFullRecovery = formula({
  figure: "valueForFullRecovery",
  unit: "GBP",
  inputs: { fullCostOfYear: "GBP", surplusOnCost: "GBP" },
  calculate: ({ fullCostOfYear: cost, surplusOnCost: surplus }) => cost.plus(surplus),
  source: fullRecovery,
  worked: { given: { fullCostOfYear: 343100, surplusOnCost: 17155 }, gives: "360255" },
});

/**
 * What a start costs in full.
 *
 * @function
 * @example
 * ```ts
 * import { fullUnitCost } from "volumes-and-values/provider";
 *
 * fullUnitCost({ cost: 360000, starts: 900 });
 * // => Figure 400 GBP/starts · fullUnitCost
 * ```
 */
export const fullUnitCost = formula({
  figure: "fullUnitCost",
  unit: "GBP/starts",
  inputs: { cost: "GBP", starts: "starts" },
  counts: ["starts"],
  calculate: ({ cost, starts }) => cost.dividedBy(starts),
  source: fullRecovery,
  worked: { given: { cost: 360000, starts: 900 }, gives: "400" },
});

/**
 * What starts of one complexity bear of the cost that all share, by their number.
 *
 * @function
 * @example
 * ```ts
 * import { sharedByStarts } from "volumes-and-values/provider";
 *
 * sharedByStarts({ sharedCost: 90000, starts: 225, allStarts: 900 });
 * // => Figure 22,500 GBP · sharedByStarts
 * ```
 */
export const sharedByStarts = formula({
  figure: "sharedByStarts",
  unit: "GBP",
  inputs: { sharedCost: "GBP", starts: "starts", allStarts: "starts" },
  counts: ["starts", "allStarts"],
  calculate: ({ sharedCost, starts, allStarts }) => sharedCost.times(starts).dividedBy(allStarts).in("GBP"),
  source: fullRecovery,
  worked: { given: { sharedCost: 90000, starts: 225, allStarts: 900 }, gives: "22500" },
});

/**
 * The same by their direct cost: the dearer the start, the more it bears.
 *
 * @function
 * @example
 * ```ts
 * import { sharedByDirectCost } from "volumes-and-values/provider";
 *
 * sharedByDirectCost({ sharedCost: 90000, directCost: 12000, allDirectCost: 48000 });
 * // => Figure 22,500 GBP · sharedByDirectCost
 * ```
 */
export const sharedByDirectCost = formula({
  figure: "sharedByDirectCost",
  unit: "GBP",
  inputs: { sharedCost: "GBP", directCost: "GBP", allDirectCost: "GBP" },
  calculate: ({ sharedCost, directCost, allDirectCost }) =>
    sharedCost.times(directCost).dividedBy(allDirectCost).in("GBP"),
  source: fullRecovery,
  worked: { given: { sharedCost: 90000, directCost: 12000, allDirectCost: 48000 }, gives: "22500" },
});

/**
 * The pay of a role that the starts of one complexity take, by the hours that they take of it.
 *
 * @function
 * @example
 * ```ts
 * import { payByHours } from "volumes-and-values/provider";
 *
 * payByHours({ payOfPosts: 60_000, hours: 400, allHours: 2_400 });
 * // => Figure 10,000 GBP · payByHours
 * ```
 */
export const payByHours = formula({
  figure: "payByHours",
  unit: "GBP",
  inputs: { payOfPosts: "GBP", hours: "hours", allHours: "hours" },
  calculate: ({ payOfPosts, hours, allHours }) => payOfPosts.times(hours).dividedBy(allHours).in("GBP"),
  source: fullRecovery,
  worked: { given: { payOfPosts: 60000, hours: 400, allHours: 2400 }, gives: "10000" },
});

/**
 * The pay of managers for some of those whom they manage, by the pay of these.
 *
 * @function
 * @example
 * ```ts
 * import { payByPayManaged } from "volumes-and-values/provider";
 *
 * payByPayManaged({ payOfPosts: 45_000, payManaged: 10_000, allPayManaged: 60_000 });
 * // => Figure 7,500 GBP · payByPayManaged
 * ```
 */
export const payByPayManaged = formula({
  figure: "payByPayManaged",
  unit: "GBP",
  inputs: { payOfPosts: "GBP", payManaged: "GBP", allPayManaged: "GBP" },
  calculate: ({ payOfPosts, payManaged, allPayManaged }) =>
    payOfPosts.times(payManaged).dividedBy(allPayManaged).in("GBP"),
  source: fullRecovery,
  worked: { given: { payOfPosts: 45000, payManaged: 10000, allPayManaged: 60000 }, gives: "7500" },
});

/**
 * The income of starts at a price each.
 *
 * @function
 * @example
 * ```ts
 * import { incomeOfStarts } from "volumes-and-values/provider";
 *
 * incomeOfStarts({ starts: 900, pricePerStart: 250 });
 * // => Figure 225,000 GBP · incomeOfStarts
 * ```
 */
export const incomeOfStarts = formula({
  figure: "incomeOfStarts",
  unit: "GBP",
  inputs: { starts: "starts", pricePerStart: "GBP/starts" },
  counts: ["starts"],
  calculate: ({ starts, pricePerStart }) => starts.times(pricePerStart),
  source: atAPrice,
  worked: { given: { starts: 900, pricePerStart: 250 }, gives: "225000" },
});

/**
 * What income leaves for overheads when direct cost is paid; below nothing, where a price does not even pay that.
 *
 * @function
 * @example
 * ```ts
 * import { contribution } from "volumes-and-values/provider";
 *
 * contribution({ income: 225000, directCost: 180000 });
 * // => Figure 45,000 GBP · contribution
 * ```
 */
export const contribution = formula({
  figure: "contribution",
  unit: "GBP",
  inputs: { income: "GBP", directCost: "GBP" },
  calculate: ({ income, directCost }) => income.minus(directCost),
  source: atAPrice,
  worked: { given: { income: 225000, directCost: 180000 }, gives: "45000" },
});

/**
 * The part of full cost that income recovers: 1 is all of it.
 *
 * @function
 * @example
 * ```ts
 * import { costRecovered } from "volumes-and-values/provider";
 *
 * costRecovered({ income: 225000, fullCostOfYear: 360000 });
 * // => Figure 0.625 · costRecovered
 * ```
 */
export const costRecovered = formula({
  figure: "costRecovered",
  unit: "ratio",
  inputs: { income: "GBP", fullCostOfYear: "GBP" },
  calculate: ({ income, fullCostOfYear: cost }) => income.dividedBy(cost),
  source: atAPrice,
  worked: { given: { income: 225000, fullCostOfYear: 360000 }, gives: "0.625" },
});

/**
 * The reserves at a year's end. Below nothing, they have run out.
 *
 * @function
 * @example
 * ```ts
 * import { reservesLeft } from "volumes-and-values/provider";
 *
 * reservesLeft({ reservesBefore: 300000, subsidyOfYear: 135000, surplusOfYear: 0 });
 * // => Figure 165,000 GBP · reservesLeft
 * ```
 */
export const reservesLeft = formula({
  figure: "reservesLeft",
  unit: "GBP",
  inputs: { reservesBefore: "GBP", subsidyOfYear: "GBP", surplusOfYear: "GBP" },
  calculate: ({ reservesBefore, subsidyOfYear: subsidy, surplusOfYear: surplus }) =>
    reservesBefore.minus(subsidy).plus(surplus),
  source: fromReserves,
  worked: {
    given: { reservesBefore: 300000, subsidyOfYear: 135000, surplusOfYear: 0 },
    gives: "165000",
  },
});

/**
 * What the reserves lack at a year's end: nothing, while they last.
 *
 * @function
 * @example
 * ```ts
 * import { reservesShort } from "volumes-and-values/provider";
 *
 * reservesShort({ reservesBefore: 100_000, subsidyOfYear: 135_000, surplusOfYear: 0 });
 * // => Figure 35,000 GBP · reservesShort
 * reservesShort({ reservesBefore: 300_000, subsidyOfYear: 135_000, surplusOfYear: 0 });
 * // => Figure 0 GBP · reservesShort
 * ```
 */
export const reservesShort = formula({
  figure: "reservesShort",
  unit: "GBP",
  inputs: { reservesBefore: "GBP", subsidyOfYear: "GBP", surplusOfYear: "GBP" },
  calculate: ({ reservesBefore, subsidyOfYear: subsidy, surplusOfYear: surplus }) =>
    excess(subsidy, reservesBefore.plus(surplus)),
  source: fromReserves,
  worked: {
    given: { reservesBefore: 100000, subsidyOfYear: 135000, surplusOfYear: 0 },
    gives: "35000",
  },
});
