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
export type { CaseCount, CaseVolume, YearVolumes } from "./model/provider/case-volumes.ts";
export type { Fall } from "./model/provider/falls.ts";
