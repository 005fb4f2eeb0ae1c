import { sum } from "../numbers/figure.ts";
import { formula } from "../numbers/formula.ts";
import { excess } from "./excess.ts";
import { greatest, least } from "./extremes.ts";

const risk =
  "RR3 meeting note, 26 August 2020: providers deliver above the agreed volume with no more money, and subsidise it";
const cost = "definition of cost: what stands whatever the volume, and what each case adds";
const appropriate =
  "RR3 meeting note, 26 August 2020: are they the right referrals, and who bears the others?";

/**
 * The volume when it turns out so many times what was contracted: 0.52 is 48% fewer, 2 is double.
 *
 * @function
 * @example
 * ```ts
 * import { casesAtRatio } from "volumes-and-values/provider";
 *
 * casesAtRatio({ casesContracted: 2040, volumeRatio: "1.3" }); // => Figure 2,652 cases · casesAtRatio
 * ```
 */
export const casesAtRatio = formula({
  figure: "casesAtRatio",
  unit: "cases",
  inputs: { casesContracted: "cases", volumeRatio: "ratio" },
  counts: ["casesContracted"],
  calculate: ({ casesContracted, volumeRatio }) => casesContracted.times(volumeRatio),
  source: risk,
  worked: { given: { casesContracted: 2040, volumeRatio: "1.3" }, gives: "2652" },
});

/**
 * What a cost that grows with the cases comes to at so many times the contracted volume.
 *
 * @function
 * @example
 * ```ts
 * import { costAtRatio } from "volumes-and-values/provider";
 *
 * costAtRatio({ costContracted: 18_000, volumeRatio: "1.3" }); // => Figure 23,400 GBP · costAtRatio
 * ```
 */
export const costAtRatio = formula({
  figure: "costAtRatio",
  unit: "GBP",
  inputs: { costContracted: "GBP", volumeRatio: "ratio" },
  calculate: ({ costContracted, volumeRatio }) => costContracted.times(volumeRatio),
  source: cost,
  worked: { given: { costContracted: 18000, volumeRatio: "1.3" }, gives: "23400" },
});

/**
 * What cases cost one by one, at one cost each.
 *
 * @function
 * @example
 * ```ts
 * import { caseCost } from "volumes-and-values/provider";
 *
 * caseCost({ cases: 2652, costPerCase: 180 }); // => Figure 477,360 GBP · caseCost
 * ```
 */
export const caseCost = formula({
  figure: "caseCost",
  unit: "GBP",
  inputs: { cases: "cases", costPerCase: "GBP/cases" },
  counts: ["cases"],
  calculate: ({ cases, costPerCase }) => cases.times(costPerCase),
  source: cost,
  worked: { given: { cases: 2652, costPerCase: 180 }, gives: "477360" },
});

/**
 * How many posts, rooms or vans a volume takes, where each serves so many cases: whole ones, never short of the work.
 *
 * @function
 * @example
 * ```ts
 * import { stepsTaken } from "volumes-and-values/provider";
 *
 * stepsTaken({ cases: 2652, casesPerStep: 400 }); // => Figure 7 · stepsTaken
 * ```
 */
export const stepsTaken = formula({
  figure: "stepsTaken",
  unit: "ratio",
  inputs: { cases: "cases", casesPerStep: "cases" },
  counts: ["cases", "casesPerStep"],
  calculate: ({ cases, casesPerStep }) => cases.dividedBy(casesPerStep).rounded({ places: 0, mode: "up" }),
  source: cost,
  worked: { given: { cases: 2652, casesPerStep: 400 }, gives: "7" },
});

/**
 * What whole steps of cost come to.
 *
 * @function
 * @example
 * ```ts
 * import { steppedCost } from "volumes-and-values/provider";
 *
 * steppedCost({ stepsTaken: 7, amount: 38_000 }); // => Figure 266,000 GBP · steppedCost
 * ```
 */
export const steppedCost = formula({
  figure: "steppedCost",
  unit: "GBP",
  inputs: { stepsTaken: "ratio", amount: "GBP" },
  calculate: ({ stepsTaken: steps, amount }) => amount.times(steps),
  source: cost,
  worked: { given: { stepsTaken: 7, amount: 38000 }, gives: "266000" },
});

/**
 * All costs of a year.
 *
 * @function
 * @example
 * ```ts
 * import { costOfYear } from "volumes-and-values/provider";
 *
 * costOfYear({ costs: [120_000, 477_360] }); // => Figure 597,360 GBP · costOfYear
 * ```
 */
export const costOfYear = formula({
  figure: "costOfYear",
  unit: "GBP",
  inputs: { costs: { many: "GBP" } },
  calculate: ({ costs }) => sum("GBP", costs),
  source: cost,
  worked: { given: { costs: [120000, 477360] }, gives: "597360" },
});

/**
 * Income less cost: above zero it is a surplus, below it must be made good from reserves.
 *
 * @function
 * @example
 * ```ts
 * import { balanceOfYear } from "volumes-and-values/provider";
 *
 * balanceOfYear({ income: 510_000, cost: 597_360 }); // => Figure -87,360 GBP · balanceOfYear
 * ```
 */
export const balanceOfYear = formula({
  figure: "balanceOfYear",
  unit: "GBP",
  inputs: { income: "GBP", cost: "GBP" },
  calculate: ({ income, cost: spent }) => income.minus(spent),
  source: risk,
  worked: { given: { income: 510000, cost: 597360 }, gives: "-87360" },
});

/**
 * What income leaves over cost; nothing where it falls short.
 *
 * @function
 * @example
 * ```ts
 * import { surplusOfYear } from "volumes-and-values/provider";
 *
 * surplusOfYear({ income: 510_000, cost: 480_000 }); // => Figure 30,000 GBP · surplusOfYear
 * ```
 */
export const surplusOfYear = formula({
  figure: "surplusOfYear",
  unit: "GBP",
  inputs: { income: "GBP", cost: "GBP" },
  calculate: ({ income, cost: spent }) => excess(income, spent),
  source: risk,
  worked: { given: { income: 510000, cost: 480000 }, gives: "30000" },
});

/**
 * What a provider puts in from reserves where income falls short of cost; nothing where it does not. Income and subsidy
 * are cost and surplus.
 *
 * @function
 * @example
 * ```ts
 * import { subsidyOfYear } from "volumes-and-values/provider";
 *
 * subsidyOfYear({ income: 510_000, cost: 597_360 }); // => Figure 87,360 GBP · subsidyOfYear
 * ```
 */
export const subsidyOfYear = formula({
  figure: "subsidyOfYear",
  unit: "GBP",
  inputs: { income: "GBP", cost: "GBP" },
  calculate: ({ income, cost: spent }) => excess(spent, income),
  source: risk,
  worked: { given: { income: 510000, cost: 597360 }, gives: "87360" },
});

/**
 * How fast a balance moves with the volume: in pounds for a whole contracted volume more, along a straight stretch.
 *
 * @function
 * @example
 * ```ts
 * import { balancePerRatio } from "volumes-and-values/provider";
 *
 * balancePerRatio({ balanceFurther: 40_000, balanceNear: 10_000, ratioBetween: "0.2" });
 * // => Figure 150,000 GBP · balancePerRatio
 * ```
 */
export const balancePerRatio = formula({
  figure: "balancePerRatio",
  unit: "GBP",
  inputs: { balanceFurther: "GBP", balanceNear: "GBP", ratioBetween: "ratio" },
  calculate: ({ balanceFurther, balanceNear, ratioBetween }) =>
    balanceFurther.minus(balanceNear).dividedBy(ratioBetween),
  source: "a straight line through two points",
  worked: { given: { balanceFurther: 40000, balanceNear: 10000, ratioBetween: "0.2" }, gives: "150000" },
});

/**
 * How many times the contracted volume breaks even, along a straight stretch: from a point on it, as far as its balance
 * takes to come to nothing.
 *
 * @function
 * @example
 * ```ts
 * import { breakEvenRatio } from "volumes-and-values/provider";
 *
 * breakEvenRatio({ ratioNear: 1, balanceNear: -30_000, balancePerRatio: 150_000 });
 * // => Figure 1.2 · breakEvenRatio
 * ```
 */
export const breakEvenRatio = formula({
  figure: "breakEvenRatio",
  unit: "ratio",
  inputs: { ratioNear: "ratio", balanceNear: "GBP", balancePerRatio: "GBP" },
  calculate: ({ ratioNear, balanceNear, balancePerRatio: slope }) =>
    ratioNear.minus(balanceNear.dividedBy(slope)),
  source: "a straight line through two points",
  worked: { given: { ratioNear: 1, balanceNear: -30000, balancePerRatio: 150000 }, gives: "1.2" },
});

/**
 * The volume at which a balance comes to nothing, along a straight stretch: from a volume on it, as far as its balance
 * takes, where so many cases move it so much.
 *
 * @function
 * @example
 * ```ts
 * import { breakEvenVolume } from "volumes-and-values/provider";
 *
 * breakEvenVolume({ casesNear: 2040, balanceNear: -18_000, casesBetween: 600, balanceBetween: 30_000 });
 * // => Figure 2,400 cases · breakEvenVolume
 * ```
 */
export const breakEvenVolume = formula({
  figure: "breakEvenVolume",
  unit: "cases",
  inputs: { casesNear: "cases", balanceNear: "GBP", casesBetween: "cases", balanceBetween: "GBP" },
  counts: ["casesNear", "casesBetween"],
  calculate: ({ casesNear, balanceNear, casesBetween, balanceBetween }) =>
    casesNear.minus(balanceNear.times(casesBetween).dividedBy(balanceBetween).in("cases")),
  source: "a straight line through two points",
  worked: {
    given: { casesNear: 2040, balanceNear: -18000, casesBetween: 600, balanceBetween: 30000 },
    gives: "2400",
  },
});

/**
 * By how many cases a volume misses break-even, where so many cases move the balance so much: nothing, as long as it lies
 * on the straight stretch on which it was found.
 *
 * @function
 * @example
 * ```ts
 * import { casesAmiss } from "volumes-and-values/provider";
 *
 * casesAmiss({ balance: -1_000, casesBetween: 600, balanceBetween: 30_000 }); // => Figure -20 cases · casesAmiss
 * ```
 */
export const casesAmiss = formula({
  figure: "casesAmiss",
  unit: "cases",
  inputs: { balance: "GBP", casesBetween: "cases", balanceBetween: "GBP" },
  counts: ["casesBetween"],
  calculate: ({ balance, casesBetween, balanceBetween }) =>
    balance
      .times(casesBetween)
      .dividedBy(balanceBetween)
      .in("cases")
      .rounded({ places: 15, mode: "half even" }),
  source: "a volume that was found, put into the balance again",
  worked: { given: { balance: -1000, casesBetween: 600, balanceBetween: 30000 }, gives: "-20" },
});

/**
 * The referrals that arrive for so many that are appropriate, where a share of all is.
 *
 * @function
 * @example
 * ```ts
 * import { referralsSent } from "volumes-and-values/provider";
 *
 * referralsSent({ referrals: 1200, appropriateShare: "0.8" }); // => Figure 1,500 referrals · referralsSent
 * ```
 */
export const referralsSent = formula({
  figure: "referralsSent",
  unit: "referrals",
  inputs: { referrals: "referrals", appropriateShare: "ratio" },
  shares: ["appropriateShare"],
  counts: ["referrals"],
  calculate: ({ referrals, appropriateShare }) => referrals.dividedBy(appropriateShare),
  source: appropriate,
  worked: { given: { referrals: 1200, appropriateShare: "0.8" }, gives: "1500" },
});

/**
 * The referrals that were not appropriate, of all that arrived.
 *
 * @function
 * @example
 * ```ts
 * import { referralsNotAppropriate } from "volumes-and-values/provider";
 *
 * referralsNotAppropriate({ referralsSent: 1500, appropriateShare: "0.8" });
 * // => Figure 300 referrals · referralsNotAppropriate
 * ```
 */
export const referralsNotAppropriate = formula({
  figure: "referralsNotAppropriate",
  unit: "referrals",
  inputs: { referralsSent: "referrals", appropriateShare: "ratio" },
  shares: ["appropriateShare"],
  counts: ["referralsSent"],
  calculate: ({ referralsSent: sent, appropriateShare }) => sent.times(appropriateShare.rest).in("referrals"),
  source: appropriate,
  worked: { given: { referralsSent: 1500, appropriateShare: "0.8" }, gives: "300" },
});

/**
 * What referrals that were not appropriate cost: reading them, asking, and sending them back.
 *
 * @function
 * @example
 * ```ts
 * import { costOfNotAppropriate } from "volumes-and-values/provider";
 *
 * costOfNotAppropriate({ referralsNotAppropriate: 300, costPerReferral: 45 });
 * // => Figure 13,500 GBP · costOfNotAppropriate
 * ```
 */
export const costOfNotAppropriate = formula({
  figure: "costOfNotAppropriate",
  unit: "GBP",
  inputs: { referralsNotAppropriate: "referrals", costPerReferral: "GBP/referrals" },
  counts: ["referralsNotAppropriate"],
  calculate: ({ referralsNotAppropriate: returned, costPerReferral }) => returned.times(costPerReferral),
  source: appropriate,
  worked: { given: { referralsNotAppropriate: 300, costPerReferral: 45 }, gives: "13500" },
});

/**
 * The part of a cost that one side bears.
 *
 * @function
 * @example
 * ```ts
 * import { costBorne } from "volumes-and-values/provider";
 *
 * costBorne({ cost: 13_500, borneShare: "0.4" }); // => Figure 5,400 GBP · costBorne
 * ```
 */
export const costBorne = formula({
  figure: "costBorne",
  unit: "GBP",
  inputs: { cost: "GBP", borneShare: "ratio" },
  shares: ["borneShare"],
  calculate: ({ cost: whole, borneShare }) => whole.times(borneShare),
  source: appropriate,
  worked: { given: { cost: 13500, borneShare: "0.4" }, gives: "5400" },
});

/**
 * The part of a cost that others bear, where one side bears a share of it.
 *
 * @function
 * @example
 * ```ts
 * import { costBorneByOthers } from "volumes-and-values/provider";
 *
 * costBorneByOthers({ cost: 13_500, borneShare: "0.4" }); // => Figure 8,100 GBP · costBorneByOthers
 * ```
 */
export const costBorneByOthers = formula({
  figure: "costBorneByOthers",
  unit: "GBP",
  inputs: { cost: "GBP", borneShare: "ratio" },
  shares: ["borneShare"],
  calculate: ({ cost: whole, borneShare }) => whole.times(borneShare.rest),
  source: appropriate,
  worked: { given: { cost: 13500, borneShare: "0.4" }, gives: "8100" },
});

/**
 * How many times every price and amount of a mechanism must be for its income to come to the cost.
 *
 * @function
 * @example
 * ```ts
 * import { recoveryMultiple } from "volumes-and-values/provider";
 *
 * recoveryMultiple({ cost: 676_000, income: 130_000 }); // => Figure 5.2 · recoveryMultiple
 * ```
 */
export const recoveryMultiple = formula({
  figure: "recoveryMultiple",
  unit: "ratio",
  inputs: { cost: "GBP", income: "GBP" },
  calculate: ({ cost: spent, income }) => spent.dividedBy(income),
  source: "definition of full recovery: income comes to cost",
  worked: { given: { cost: 676000, income: 130000 }, gives: "5.2" },
});

/**
 * What a case must bring on average for all costs to be recovered that are not paid for as mobilisation.
 *
 * @function
 * @example
 * ```ts
 * import { fullRecoveryPrice } from "volumes-and-values/provider";
 *
 * fullRecoveryPrice({ cost: 696_000, mobilisationPayments: 20_000, casesDelivered: 520 });
 * // => Figure 1,300 GBP/cases · fullRecoveryPrice
 * ```
 */
export const fullRecoveryPrice = formula({
  figure: "fullRecoveryPrice",
  unit: "GBP/cases",
  inputs: { cost: "GBP", mobilisationPayments: "GBP", casesDelivered: "cases" },
  counts: ["casesDelivered"],
  calculate: ({ cost: spent, mobilisationPayments, casesDelivered }) =>
    spent.minus(mobilisationPayments).dividedBy(casesDelivered),
  source: "definition of full recovery: income comes to cost",
  worked: { given: { cost: 696000, mobilisationPayments: 20000, casesDelivered: 520 }, gives: "1300" },
});

/**
 * By how much a price that is to be enough at some volumes is above the least that is enough at a dearer one, or below the
 * most at one that could be done without: nothing, as long as they stand in this order.
 *
 * @function
 * @example
 * ```ts
 * import { pricesAmiss } from "volumes-and-values/provider";
 *
 * pricesAmiss({ pricesSpare: [240], pricesEnough: [250, 260], pricesDearer: [300] });
 * // => Figure 0 GBP/cases · pricesAmiss
 * pricesAmiss({ pricesSpare: [], pricesEnough: [250, 310], pricesDearer: [300] });
 * // => Figure 10 GBP/cases · pricesAmiss
 * ```
 */
export const pricesAmiss = formula({
  figure: "pricesAmiss",
  unit: "GBP/cases",
  inputs: {
    pricesSpare: { many: "GBP/cases" },
    pricesEnough: { many: "GBP/cases" },
    pricesDearer: { many: "GBP/cases" },
  },
  calculate: ({ pricesSpare, pricesEnough, pricesDearer }) => {
    const enough = greatest(pricesEnough);
    const above = excess(enough, least([enough, ...pricesDearer]));
    return above.plus(excess(greatest([enough, ...pricesSpare]), enough));
  },
  source: "definition of a chance: the volumes at which a price is enough, the cheapest first",
  worked: { given: { pricesSpare: [240], pricesEnough: [250, 310], pricesDearer: [300] }, gives: "10" },
});

/**
 * The least price of a case that recovers all costs at each of some volumes, the cheapest of those that may come about.
 *
 * @function
 * @example
 * ```ts
 * import { priceAtChance } from "volumes-and-values/provider";
 *
 * priceAtChance({ pricesEnough: [250, 260], pricesAmiss: 0 }); // => Figure 260 GBP/cases · priceAtChance
 * ```
 */
export const priceAtChance = formula({
  figure: "priceAtChance",
  unit: "GBP/cases",
  inputs: { pricesEnough: { many: "GBP/cases" }, pricesAmiss: "GBP/cases" },
  calculate: ({ pricesEnough, pricesAmiss: amiss }) => greatest(pricesEnough).minus(amiss),
  source: "definition of a chance: the volumes at which a price is enough, the cheapest first",
  worked: { given: { pricesEnough: [250, 260], pricesAmiss: 0 }, gives: "260" },
});

/**
 * The money in hand after a month: what was there, what came in, less what went out.
 *
 * @function
 * @example
 * ```ts
 * import { cashBalance } from "volumes-and-values/provider";
 *
 * cashBalance({ balanceBefore: 50_000, received: [42_500], spent: [49_780] });
 * // => Figure 42,720 GBP · cashBalance
 * ```
 */
export const cashBalance = formula({
  figure: "cashBalance",
  unit: "GBP",
  inputs: { balanceBefore: "GBP", received: { many: "GBP" }, spent: { many: "GBP" } },
  calculate: ({ balanceBefore, received, spent }) =>
    balanceBefore.plus(sum("GBP", received)).minus(sum("GBP", spent)),
  source: "conservation of money",
  worked: { given: { balanceBefore: 50000, received: [42500], spent: [49780] }, gives: "42720" },
});

/**
 * The least that is in hand after any month: what reserves must bear. It is the least of all months, so that it stays so
 * where a change moves it to another month.
 *
 * @function
 * @example
 * ```ts
 * import { leastInHand } from "volumes-and-values/provider";
 *
 * leastInHand({ balances: [42_720, -7_280, 35_220] }); // => Figure -7,280 GBP · leastInHand
 * ```
 */
export const leastInHand = formula({
  figure: "leastInHand",
  unit: "GBP",
  inputs: { balances: { many: "GBP" } },
  calculate: ({ balances }) => least(balances),
  source: "definition of the trough of a balance",
  worked: { given: { balances: [42720, -7280, 35220] }, gives: "-7280" },
});

/**
 * What falls to a month of a year's money, by the part of the month that the service is open.
 *
 * @function
 * @example
 * ```ts
 * import { amountOfMonth } from "volumes-and-values/provider";
 *
 * amountOfMonth({ amount: 510_000, partOfMonth: 1, monthsOpen: 12 }); // => Figure 42,500 GBP · amountOfMonth
 * ```
 */
export const amountOfMonth = formula({
  figure: "amountOfMonth",
  unit: "GBP",
  inputs: { amount: "GBP", partOfMonth: "ratio", monthsOpen: "ratio" },
  calculate: ({ amount, partOfMonth, monthsOpen }) => amount.times(partOfMonth).dividedBy(monthsOpen),
  source: "a year's money spread evenly over the months that are open",
  worked: { given: { amount: 510000, partOfMonth: 1, monthsOpen: 12 }, gives: "42500" },
});

/**
 * What falls to a month of a year's money that grows with cases, where it is known how many of the year's cases come in
 * the month.
 *
 * @function
 * @example
 * ```ts
 * import { amountOfMonthsCases } from "volumes-and-values/provider";
 *
 * amountOfMonthsCases({ amount: 225_000, casesInMonth: 45, casesInYear: 900 });
 * // => Figure 11,250 GBP · amountOfMonthsCases
 * ```
 */
export const amountOfMonthsCases = formula({
  figure: "amountOfMonthsCases",
  unit: "GBP",
  inputs: { amount: "GBP", casesInMonth: "cases", casesInYear: "cases" },
  counts: ["casesInMonth", "casesInYear"],
  calculate: ({ amount, casesInMonth, casesInYear }) =>
    amount.times(casesInMonth).dividedBy(casesInYear).in("GBP"),
  source: "a year's money for cases, in the months in which they come",
  worked: { given: { amount: 225000, casesInMonth: 45, casesInYear: 900 }, gives: "11250" },
});
