/** The same volumes as those see them who deliver: time, staff, cost, payment and risk. */
export {
  costPerPerson,
  interventions,
  peopleBehindReferrals,
  peopleServed,
} from "./formulas/interventions.ts";
export { unitCostGap, volumeMultipleAtEqualValue } from "./formulas/implied-unit-cost.ts";
export {
  averagePrice,
  bandAboveBegins,
  bandBelowBegins,
  cappedCharges,
  casePayment,
  casesAtLimit,
  casesBeyond,
  casesBeyondMaximum,
  casesInBand,
  casesShortInBand,
  casesShortOf,
  chargesBeforeLimits,
  creditableCharges,
  flooredCharges,
  indexedAmount,
  indexedPrice,
  owedToBuyer,
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
  amountOfMonthsCases,
  balanceOfYear,
  balancePerRatio,
  breakEvenRatio,
  breakEvenVolume,
  casesAmiss,
  caseCost,
  casesAtRatio,
  cashBalance,
  leastInHand,
  costAtRatio,
  costBorne,
  costBorneByOthers,
  costOfNotAppropriate,
  costOfYear,
  fullRecoveryPrice,
  priceAtChance,
  pricesAmiss,
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
export type { PointedOut } from "./model/provider/overlooked.ts";
export type { VolumeChange } from "./model/provider/changes.ts";
export type { BreakEven, VolumeFound } from "./model/provider/break-even.ts";
export type { Cash, CashMonth } from "./model/provider/cash.ts";
export type { FlowsOfContract } from "./model/provider/by-date.ts";
export type { ContractedYear, ContractVolumes } from "./model/provider/contracted.ts";
export type { CostLine, NotAppropriate, Position } from "./model/provider/position.ts";
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
export {
  averageLag,
  averageStay,
  droppedOutByThen,
  finishedByThen,
  lagShare,
  stillOnService,
} from "./formulas/lag.ts";
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
export { lagged, monthsOnAverage } from "./model/provider/lag.ts";
export { monthlyFlows } from "./model/provider/monthly-flows.ts";
export { moneyByYear, moneyTogether } from "./model/provider/money.ts";
export { discountFactors, presentValue, withOptimismBias } from "./model/provider/present-value.ts";
export { prioritise } from "./model/provider/prioritise.ts";
export { monthsReferred } from "./model/provider/months-referred.ts";
export { admittedTogether } from "./model/provider/admitted-together.ts";
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
export type { DiscountSchedule } from "./vocabulary/money.ts";
export type { PriceIndex } from "./vocabulary/prices.ts";
export type { Prioritised, PrioritisedRow } from "./model/provider/prioritise.ts";
export type { FlowsReferred } from "./model/provider/months-referred.ts";
export type { AdmittedTogether } from "./model/provider/admitted-together.ts";
export type { MonthAdmitted, MonthReferred } from "./model/provider/volume-rule.ts";
export type { PriorityOrder, ReferralGroup } from "./vocabulary/priority.ts";
export type { VolumeRule } from "./vocabulary/volume-rule.ts";
export type { Attrition, AttritionRow } from "./model/provider/attrition.ts";
export {
  fteNeeded,
  hoursOfWork,
  hoursOnCompletions,
  hoursOnReferrals,
  hoursOnService,
  hoursOnStarts,
  managersNeeded,
  monthsOpen,
  payOfPosts,
  payPerPost,
  postsInParts,
  productiveHours,
  productiveHoursWhileOpen,
  wholePosts,
  workedDays,
} from "./formulas/staff.ts";
export {
  contribution,
  costRecovered,
  directCostOfStarts,
  driverShare,
  fullCostOfYear,
  fullUnitCost,
  incomeOfStarts,
  irrecoverableVat,
  overheadBorne,
  payByHours,
  payByPayManaged,
  reservesLeft,
  reservesShort,
  sharedByDirectCost,
  sharedByStarts,
  surplusOnCost,
  valueForFullRecovery,
} from "./formulas/full-cost.ts";
export { fullCost } from "./model/provider/full-cost.ts";
export type {
  CostOfLevel,
  FullCost,
  FullCostLine,
  FullCostOptions,
  FullCostYear,
} from "./model/provider/full-cost.ts";
export type { GivenLine } from "./model/provider/given-lines.ts";
export { recovery } from "./model/provider/recovery.ts";
export type { PricesBy, Recovery, RecoveryOptions, RecoveryYear } from "./model/provider/recovery.ts";
export { parseCostModel } from "./vocabulary/cost-model.ts";
export type { CostModel } from "./vocabulary/cost-model.ts";
export {
  aboveTotal,
  evenSpend,
  evenTimesYears,
  excessOfGap,
  gapPerStep,
  highestWithin,
  largestOf,
  leastDeparture,
  lowestWithin,
  restOfTotal,
  shortOfTotal,
  smoothSpend,
  spendGap,
  startsAfforded,
  startsDelivered,
  straightGap,
  straightTimesYears,
  timesYears,
  unmetStarts,
} from "./formulas/smooth-ramp-up.ts";
export { smoothRampUp } from "./model/provider/smooth-ramp-up.ts";
export type {
  RampProfile,
  RampSide,
  RampTotal,
  RampYear,
  SmoothConstraint,
  SmoothedRampUp,
  SmoothedYear,
} from "./model/provider/smooth-ramp-up.ts";
export {
  costOfBeginningPosts,
  costOfEndingPosts,
  endedShare,
  hiredAgainShare,
  idlePosts,
  mostPosts,
  postsBegun,
  postsCarried,
  postsEnded,
  postsHiredAgain,
  postsLetGo,
} from "./formulas/staffing-gaps.ts";
export { staffingGaps } from "./model/provider/staffing-gaps.ts";
export type {
  CostsOfChange,
  StaffingGap,
  StaffingGaps,
  StaffingGapsOptions,
  StaffingGapsTotal,
} from "./model/provider/staffing-gaps.ts";
export { staff } from "./model/provider/staff.ts";
export type { HoursOfLevel, Staff, StaffOptions, StaffRow, StaffTotal } from "./model/provider/staff.ts";
export type { Work } from "./model/provider/work.ts";
export type { Amount } from "./model/provider/given-amounts.ts";
export { parseStaffing } from "./vocabulary/staffing.ts";
export type { Role, Staffing, WorkingYear } from "./vocabulary/staffing.ts";
