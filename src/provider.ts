/** The same volumes as those see them who deliver: time, staff, cost, payment and risk. */
export {
  costPerPerson,
  interventions,
  peopleBehindReferrals,
  peopleServed,
} from "./formulas/interventions.ts";
export { fteNeeded } from "./formulas/staff.ts";
export {
  averagePrice,
  bandAboveBegins,
  bandBelowBegins,
  cappedCharges,
  casePayment,
  casesBeyond,
  casesBeyondMaximum,
  casesInBand,
  casesShortInBand,
  casesShortOf,
  chargesBeforeLimits,
  flooredCharges,
  indexedAmount,
  indexedPrice,
  paymentIndex,
  paymentPerCase,
  serviceCredit,
  serviceCredits,
  totalPayment,
} from "./formulas/payment.ts";
export { parseMechanism } from "./vocabulary/mechanism.ts";
export type { CaseMeasure, Mechanism, PaymentPart } from "./vocabulary/mechanism.ts";
export { payment } from "./model/provider/payment.ts";
export type { Payment, PaymentStep } from "./model/provider/payment.ts";
export type { CaseCount, CaseVolume, PaidVolumes } from "./model/provider/case-volumes.ts";
export type { Fall } from "./model/provider/falls.ts";
export {
  amountOfMonth,
  balanceOfYear,
  balancePerCase,
  balancePerRatio,
  breakEvenRatio,
  breakEvenVolume,
  caseCost,
  casesAtRatio,
  cashBalance,
  costBorne,
  costOfNotAppropriate,
  costOfYear,
  fullRecoveryPrice,
  recoveryMultiple,
  referralsNotAppropriate,
  referralsSent,
  steppedCost,
  stepsTaken,
  subsidyOfYear,
  surplusOfYear,
} from "./formulas/exposure.ts";
export { exposure } from "./model/provider/exposure.ts";
export type { Exposure, ExposureOptions, WholeContract, YearExposure } from "./model/provider/exposure.ts";
export type { BreakEven, VolumeFound } from "./model/provider/break-even.ts";
export type { Cash, CashMonth } from "./model/provider/cash.ts";
export type { ContractedYear, ContractVolumes } from "./model/provider/contracted.ts";
export type { CostLine, Position } from "./model/provider/position.ts";
export { parseBidder } from "./vocabulary/bidder.ts";
export type { Bidder } from "./vocabulary/bidder.ts";
export { offersSideBySide, shouldWeBid } from "./model/provider/decision.ts";
export type {
  BidDecision,
  BidOptions,
  BidOutcome,
  LikelyChange,
  Offer,
  SideBySide,
} from "./model/provider/decision.ts";
export {
  annuityFactor,
  discountFactor,
  discountedValue,
  equalAnnualValue,
  optimismBias,
} from "./formulas/discounting.ts";
export { averageStay, droppedOutByThen, finishedByThen, lagShare, stillOnService } from "./formulas/lag.ts";
export {
  completionsOfMonthsReferrals,
  dropOutsOfMonthsReferrals,
  monthShare,
  monthWeight,
  neverStarting,
  referralsInMonth,
  startsInMonth,
  startsOfMonthsReferrals,
  workingDayShare,
} from "./formulas/monthly-flows.ts";
export {
  admittedInMonth,
  capacityLeft,
  interventionHours,
  keptOutInMonth,
  referralsNotServed,
  servedReferrals,
} from "./formulas/priority.ts";
export { priceFactor, rebasedIndex } from "./formulas/price-base.ts";
export {
  onServiceAtOpening,
  onServiceInSteadyState,
  peopleInQuarter,
  peopleOnService,
  peopleWaiting,
  waitingAtOpening,
} from "./formulas/stock.ts";
export { attrition } from "./model/provider/attrition.ts";
export { lagged } from "./model/provider/lag.ts";
export { monthlyFlows } from "./model/provider/monthly-flows.ts";
export { moneyByYear, moneyTogether } from "./model/provider/money.ts";
export { discountFactors, presentValue, withOptimismBias } from "./model/provider/present-value.ts";
export { prioritise } from "./model/provider/prioritise.ts";
export { admittedByMonth } from "./model/provider/volume-rule.ts";
export { inPrices, rebased, toPrices } from "./model/provider/prices.ts";
export { greenBookSchedule } from "./vocabulary/reference/green-book.ts";

export type { Lagged } from "./model/provider/lag.ts";
export type { MonthlyFlows, MonthRow, MonthsTotal } from "./model/provider/monthly-flows.ts";
export type { MoneyByYear } from "./model/provider/money.ts";
export type { Discounting, PresentValue, WithOptimismBias } from "./model/provider/present-value.ts";
export type { UnderWay } from "./model/provider/opening.ts";
export type { VolumesByYear, YearVolumes } from "./model/provider/volumes.ts";
export type { Lag, Timing } from "./vocabulary/timing.ts";
export type { DiscountSchedule, PriceIndex } from "./vocabulary/money.ts";
export type { Prioritised, PrioritisedRow } from "./model/provider/prioritise.ts";
export type { MonthAdmitted, MonthReferred } from "./model/provider/volume-rule.ts";
export type { PriorityOrder, ReferralGroup, VolumeRule } from "./vocabulary/priority.ts";
export type { Attrition, AttritionRow } from "./model/provider/attrition.ts";
