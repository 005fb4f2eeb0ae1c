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
