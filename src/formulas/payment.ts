import { given, sum } from "../numbers/figure.ts";
import { formula } from "../numbers/formula.ts";
import { excess } from "./excess.ts";

const terms = "terms of a payment mechanism, as whoever states it means them";

const nothing = /* @__PURE__ */ given(0, "GBP", { name: "nothing", source: "no money" });

/**
 * How prices stand in a year, against the year in which they were agreed: an index of the user's over that of its base.
 *
 * @function
 * @example
 * ```ts
 * import { paymentIndex } from "volumes-and-values/provider";
 *
 * paymentIndex({ index: 104, baseIndex: 100 }); // => Figure 1.04 · paymentIndex
 * ```
 */
export const paymentIndex = formula({
  figure: "paymentIndex",
  unit: "ratio",
  inputs: { index: "ratio", baseIndex: "ratio" },
  calculate: ({ index, baseIndex }) => index.dividedBy(baseIndex),
  source: terms,
  worked: { given: { index: 104, baseIndex: 100 }, gives: "1.04" },
});

/**
 * A sum of money at the prices of a year.
 *
 * @function
 * @example
 * ```ts
 * import { indexedAmount } from "volumes-and-values/provider";
 *
 * indexedAmount({ amount: 225_000, paymentIndex: "1.04" }); // => Figure 234,000 GBP · indexedAmount
 * ```
 */
export const indexedAmount = formula({
  figure: "indexedAmount",
  unit: "GBP",
  inputs: { amount: "GBP", paymentIndex: "ratio" },
  calculate: ({ amount, paymentIndex: factor }) => amount.times(factor),
  source: terms,
  worked: { given: { amount: 225000, paymentIndex: "1.04" }, gives: "234000" },
});

/**
 * A price of a case at the prices of a year.
 *
 * @function
 * @example
 * ```ts
 * import { indexedPrice } from "volumes-and-values/provider";
 *
 * indexedPrice({ price: 250, paymentIndex: "1.04" }); // => Figure 260 GBP/cases · indexedPrice
 * ```
 */
export const indexedPrice = formula({
  figure: "indexedPrice",
  unit: "GBP/cases",
  inputs: { price: "GBP/cases", paymentIndex: "ratio" },
  calculate: ({ price, paymentIndex: factor }) => price.times(factor),
  source: terms,
  worked: { given: { price: 250, paymentIndex: "1.04" }, gives: "260" },
});

/**
 * What is paid for cases one by one, at one price each.
 *
 * @function
 * @example
 * ```ts
 * import { casePayment } from "volumes-and-values/provider";
 *
 * casePayment({ cases: 900, price: 250 }); // => Figure 225,000 GBP · casePayment
 * ```
 */
export const casePayment = formula({
  figure: "casePayment",
  unit: "GBP",
  inputs: { cases: "cases", price: "GBP/cases" },
  counts: ["cases"],
  calculate: ({ cases, price }) => cases.times(price),
  source: terms,
  worked: { given: { cases: 900, price: 250 }, gives: "225000" },
});

/**
 * The average price of cases that are paid for one by one, at the mix of complexity that was delivered.
 *
 * @function
 * @example
 * ```ts
 * import { averagePrice } from "volumes-and-values/provider";
 *
 * averagePrice({ casePayments: [30_000, 100_000], casesDelivered: 520 }); // => Figure 250 GBP/cases · averagePrice
 * ```
 */
export const averagePrice = formula({
  figure: "averagePrice",
  unit: "GBP/cases",
  inputs: { casePayments: { many: "GBP" }, casesDelivered: "cases" },
  counts: ["casesDelivered"],
  calculate: ({ casePayments, casesDelivered }) => sum("GBP", casePayments).dividedBy(casesDelivered),
  source: terms,
  worked: { given: { casePayments: [30000, 100000], casesDelivered: 520 }, gives: "250" },
});

/**
 * Where a band above the contracted volume begins: so many times that volume beyond it.
 *
 * @function
 * @example
 * ```ts
 * import { bandAboveBegins } from "volumes-and-values/provider";
 *
 * bandAboveBegins({ casesContracted: 2040, beyond: "0.1" }); // => Figure 2,244 cases · bandAboveBegins
 * ```
 */
export const bandAboveBegins = formula({
  figure: "bandAboveBegins",
  unit: "cases",
  inputs: { casesContracted: "cases", beyond: "ratio" },
  counts: ["casesContracted"],
  calculate: ({ casesContracted, beyond }) => casesContracted.plus(casesContracted.times(beyond)),
  source: terms,
  worked: { given: { casesContracted: 2040, beyond: "0.1" }, gives: "2244" },
});

/**
 * Where a band below the contracted volume begins, counted downwards: that volume less a share of it.
 *
 * @function
 * @example
 * ```ts
 * import { bandBelowBegins } from "volumes-and-values/provider";
 *
 * bandBelowBegins({ casesContracted: 2040, shortShare: "0.1" }); // => Figure 1,836 cases · bandBelowBegins
 * ```
 */
export const bandBelowBegins = formula({
  figure: "bandBelowBegins",
  unit: "cases",
  inputs: { casesContracted: "cases", shortShare: "ratio" },
  shares: ["shortShare"],
  counts: ["casesContracted"],
  calculate: ({ casesContracted, shortShare }) => casesContracted.minus(casesContracted.times(shortShare)),
  source: terms,
  worked: { given: { casesContracted: 2040, shortShare: "0.1" }, gives: "1836" },
});

/**
 * The cases delivered between two edges of a band.
 *
 * @function
 * @example
 * ```ts
 * import { casesInBand } from "volumes-and-values/provider";
 *
 * casesInBand({ cases: 2652, bandBegins: 2244, bandEnds: 2448 }); // => Figure 204 cases · casesInBand
 * casesInBand({ cases: 2300, bandBegins: 2244, bandEnds: 2448 }); // => Figure 56 cases · casesInBand
 * ```
 */
export const casesInBand = formula({
  figure: "casesInBand",
  unit: "cases",
  inputs: { cases: "cases", bandBegins: "cases", bandEnds: "cases" },
  counts: ["cases", "bandBegins", "bandEnds"],
  calculate: ({ cases, bandBegins, bandEnds }) => excess(cases.min(bandEnds), bandBegins),
  source: terms,
  worked: { given: { cases: 2652, bandBegins: 2244, bandEnds: 2448 }, gives: "204" },
});

/**
 * The cases delivered beyond the beginning of a band that has no end.
 *
 * @function
 * @example
 * ```ts
 * import { casesBeyond } from "volumes-and-values/provider";
 *
 * casesBeyond({ cases: 2652, bandBegins: 2448 }); // => Figure 204 cases · casesBeyond
 * ```
 */
export const casesBeyond = formula({
  figure: "casesBeyond",
  unit: "cases",
  inputs: { cases: "cases", bandBegins: "cases" },
  counts: ["cases", "bandBegins"],
  calculate: ({ cases, bandBegins }) => excess(cases, bandBegins),
  source: terms,
  worked: { given: { cases: 2652, bandBegins: 2448 }, gives: "204" },
});

/**
 * The cases that are missing in a band below the contracted volume, which is counted downwards.
 *
 * @function
 * @example
 * ```ts
 * import { casesShortInBand } from "volumes-and-values/provider";
 *
 * casesShortInBand({ cases: 1500, bandBegins: 1836, bandEnds: 1632 });
 * // => Figure 204 cases · casesShortInBand
 * ```
 */
export const casesShortInBand = formula({
  figure: "casesShortInBand",
  unit: "cases",
  inputs: { cases: "cases", bandBegins: "cases", bandEnds: "cases" },
  counts: ["cases", "bandBegins", "bandEnds"],
  calculate: ({ cases, bandBegins, bandEnds }) => excess(bandBegins, cases.max(bandEnds)),
  source: terms,
  worked: { given: { cases: 1500, bandBegins: 1836, bandEnds: 1632 }, gives: "204" },
});

/**
 * The cases that are missing below the beginning of a band that goes down to none.
 *
 * @function
 * @example
 * ```ts
 * import { casesShortOf } from "volumes-and-values/provider";
 *
 * casesShortOf({ cases: 1500, bandBegins: 1836 }); // => Figure 336 cases · casesShortOf
 * ```
 */
export const casesShortOf = formula({
  figure: "casesShortOf",
  unit: "cases",
  inputs: { cases: "cases", bandBegins: "cases" },
  counts: ["cases", "bandBegins"],
  calculate: ({ cases, bandBegins }) => excess(bandBegins, cases),
  source: terms,
  worked: { given: { cases: 1500, bandBegins: 1836 }, gives: "336" },
});

/**
 * The charges of a year before any limit: what its parts pay, less what bands below the contracted volume take back.
 *
 * @function
 * @example
 * ```ts
 * import { chargesBeforeLimits } from "volumes-and-values/provider";
 *
 * chargesBeforeLimits({ payments: [510_000, 20_400], takenBack: [0] });
 * // => Figure 530,400 GBP · chargesBeforeLimits
 * ```
 */
export const chargesBeforeLimits = formula({
  figure: "chargesBeforeLimits",
  unit: "GBP",
  inputs: { payments: { many: "GBP" }, takenBack: { many: "GBP" } },
  calculate: ({ payments, takenBack }) => sum("GBP", payments).minus(sum("GBP", takenBack)),
  source: terms,
  worked: { given: { payments: [510000, 20400], takenBack: [0] }, gives: "530400" },
});

/**
 * Charges that come to a maximum at most.
 *
 * @function
 * @example
 * ```ts
 * import { cappedCharges } from "volumes-and-values/provider";
 *
 * cappedCharges({ charges: 663_000, maximumPayment: 561_000 }); // => Figure 561,000 GBP · cappedCharges
 * ```
 */
export const cappedCharges = formula({
  figure: "cappedCharges",
  unit: "GBP",
  inputs: { charges: "GBP", maximumPayment: "GBP" },
  calculate: ({ charges, maximumPayment }) => charges.min(maximumPayment),
  source: terms,
  worked: { given: { charges: 663000, maximumPayment: 561000 }, gives: "561000" },
});

/**
 * Charges that come to a minimum at least.
 *
 * @function
 * @example
 * ```ts
 * import { flooredCharges } from "volumes-and-values/provider";
 *
 * flooredCharges({ charges: 265_200, minimumPayment: 408_000 }); // => Figure 408,000 GBP · flooredCharges
 * ```
 */
export const flooredCharges = formula({
  figure: "flooredCharges",
  unit: "GBP",
  inputs: { charges: "GBP", minimumPayment: "GBP" },
  calculate: ({ charges, minimumPayment }) => charges.max(minimumPayment),
  source: terms,
  worked: { given: { charges: 265200, minimumPayment: 408000 }, gives: "408000" },
});

/**
 * The charges on which service credits are taken: none, where bands take back more than is paid, so that no credit ever
 * adds money.
 *
 * @function
 * @example
 * ```ts
 * import { creditableCharges } from "volumes-and-values/provider";
 *
 * creditableCharges({ charges: 510_000 }); // => Figure 510,000 GBP · creditableCharges
 * creditableCharges({ charges: -50_000 }); // => Figure 0 GBP · creditableCharges
 * ```
 */
export const creditableCharges = formula({
  figure: "creditableCharges",
  unit: "GBP",
  inputs: { charges: "GBP" },
  calculate: ({ charges }) => charges.max(nothing),
  source: terms,
  worked: { given: { charges: -50000 }, gives: "0" },
});

/**
 * What the provider owes the buyer for a year, where bands take back more than is paid; nothing otherwise.
 *
 * @function
 * @example
 * ```ts
 * import { owedToBuyer } from "volumes-and-values/provider";
 *
 * owedToBuyer({ charges: -50_000 }); // => Figure 50,000 GBP · owedToBuyer
 * ```
 */
export const owedToBuyer = formula({
  figure: "owedToBuyer",
  unit: "GBP",
  inputs: { charges: "GBP" },
  calculate: ({ charges }) => excess(nothing, charges),
  source: terms,
  worked: { given: { charges: -50000 }, gives: "50000" },
});

/**
 * What is taken off the charges for one measure of performance that falls short of its target: so many pounds of each
 * pound charged for a whole shortfall. At 0.5, one point short takes off half a per cent. Above target nothing is added.
 *
 * @function
 * @example
 * ```ts
 * import { serviceCredit } from "volumes-and-values/provider";
 *
 * serviceCredit({ charges: 510_000, targetShare: "0.95", achievedShare: "0.91", creditPerShortfall: "0.5" });
 * // => Figure 10,200 GBP · serviceCredit
 * ```
 */
export const serviceCredit = formula({
  figure: "serviceCredit",
  unit: "GBP",
  inputs: { charges: "GBP", targetShare: "ratio", achievedShare: "ratio", creditPerShortfall: "ratio" },
  shares: ["targetShare", "achievedShare"],
  calculate: ({ charges, targetShare, achievedShare, creditPerShortfall }) =>
    charges.times(targetShare.minus(achievedShare.min(targetShare))).times(creditPerShortfall),
  source: terms,
  worked: {
    given: { charges: 510000, targetShare: "0.95", achievedShare: "0.91", creditPerShortfall: "0.5" },
    gives: "10200",
  },
});

/**
 * All service credits of a year, which come to a share of its charges at most.
 *
 * @function
 * @example
 * ```ts
 * import { serviceCredits } from "volumes-and-values/provider";
 *
 * serviceCredits({ credits: [10_200, 30_600], charges: 510_000, atMostShare: "0.05" });
 * // => Figure 25,500 GBP · serviceCredits
 * ```
 */
export const serviceCredits = formula({
  figure: "serviceCredits",
  unit: "GBP",
  inputs: { credits: { many: "GBP" }, charges: "GBP", atMostShare: "ratio" },
  shares: ["atMostShare"],
  calculate: ({ credits, charges, atMostShare }) => sum("GBP", credits).min(charges.times(atMostShare)),
  source: terms,
  worked: { given: { credits: [10200, 30600], charges: 510000, atMostShare: "0.05" }, gives: "25500" },
});

/**
 * What a provider is paid for a year: charges, less service credits, and what is paid for mobilisation apart.
 *
 * @function
 * @example
 * ```ts
 * import { totalPayment } from "volumes-and-values/provider";
 *
 * totalPayment({ charges: 510_000, serviceCredits: 10_200, mobilisationPayments: [30_000] });
 * // => Figure 529,800 GBP · totalPayment
 * ```
 */
export const totalPayment = formula({
  figure: "totalPayment",
  unit: "GBP",
  inputs: { charges: "GBP", serviceCredits: "GBP", mobilisationPayments: { many: "GBP" } },
  calculate: ({ charges, serviceCredits: credits, mobilisationPayments }) =>
    charges.minus(credits).plus(sum("GBP", mobilisationPayments)),
  source: terms,
  worked: {
    given: { charges: 510000, serviceCredits: 10200, mobilisationPayments: [30000] },
    gives: "529800",
  },
});

/**
 * The cases of a band that a maximum leaves unpaid: those beyond what its money buys at the band's price, once what
 * comes before the band is paid.
 *
 * @function
 * @example
 * ```ts
 * import { casesBeyondMaximum } from "volumes-and-values/provider";
 *
 * casesBeyondMaximum({ casesInBand: 2652, price: 250, chargesBefore: 0, maximumPayment: 561_000 });
 * // => Figure 408 cases · casesBeyondMaximum
 * ```
 */
export const casesBeyondMaximum = formula({
  figure: "casesBeyondMaximum",
  unit: "cases",
  inputs: { casesInBand: "cases", price: "GBP/cases", chargesBefore: "GBP", maximumPayment: "GBP" },
  counts: ["casesInBand"],
  calculate: ({ casesInBand: cases, price, chargesBefore, maximumPayment }) =>
    excess(cases, excess(maximumPayment, chargesBefore).dividedBy(price).in("cases")),
  source: terms,
  worked: {
    given: { casesInBand: 2652, price: 250, chargesBefore: 0, maximumPayment: 561000 },
    gives: "408",
  },
});

/**
 * The volume at which charges come to a limit within a band: where a price below zero has taken them down to it.
 *
 * @function
 * @example
 * ```ts
 * import { casesAtLimit } from "volumes-and-values/provider";
 *
 * casesAtLimit({ bandBegins: 2244, chargesBefore: 540_600, limit: 510_000, price: -150 });
 * // => Figure 2,448 cases · casesAtLimit
 * ```
 */
export const casesAtLimit = formula({
  figure: "casesAtLimit",
  unit: "cases",
  inputs: { bandBegins: "cases", chargesBefore: "GBP", limit: "GBP", price: "GBP/cases" },
  counts: ["bandBegins"],
  calculate: ({ bandBegins, chargesBefore, limit, price }) =>
    bandBegins.plus(limit.minus(chargesBefore).dividedBy(price)),
  source: terms,
  worked: {
    given: { bandBegins: 2244, chargesBefore: 540600, limit: 510000, price: -150 },
    gives: "2448",
  },
});

/**
 * What is paid for each case delivered, mobilisation apart: the price that a mechanism comes to.
 *
 * @function
 * @example
 * ```ts
 * import { paymentPerCase } from "volumes-and-values/provider";
 *
 * paymentPerCase({ charges: 130_000, serviceCredits: 0, casesDelivered: 520 });
 * // => Figure 250 GBP/cases · paymentPerCase
 * ```
 */
export const paymentPerCase = formula({
  figure: "paymentPerCase",
  unit: "GBP/cases",
  inputs: { charges: "GBP", serviceCredits: "GBP", casesDelivered: "cases" },
  counts: ["casesDelivered"],
  calculate: ({ charges, serviceCredits: credits, casesDelivered }) =>
    charges.minus(credits).dividedBy(casesDelivered),
  source: terms,
  worked: { given: { charges: 130000, serviceCredits: 0, casesDelivered: 520 }, gives: "250" },
});
