/** The same volumes as those see them who deliver: time, staff, cost, payment and risk. */
export {
  costPerPerson,
  interventions,
  peopleBehindReferrals,
  peopleServed,
} from "./formulas/interventions.ts";
export {
  fteNeeded,
  hoursOfWork,
  hoursOnCompletions,
  hoursOnReferrals,
  hoursOnService,
  hoursOnStarts,
  managersNeeded,
  payOfPosts,
  payPerPost,
  postsInParts,
  productiveHours,
  productiveHoursWhileOpen,
  wholePosts,
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
  reservesLeft,
  sharedByDirectCost,
  sharedByStarts,
  subsidyFromReserves,
  surplusOnCost,
  surplusToReserves,
  valueForFullRecovery,
} from "./formulas/full-cost.ts";
export { fullCost } from "./model/provider/full-cost.ts";
export type {
  CostLine,
  CostOfLevel,
  FullCost,
  FullCostOptions,
  FullCostYear,
} from "./model/provider/full-cost.ts";
export { recovery } from "./model/provider/recovery.ts";
export type { Recovery, RecoveryOptions, RecoveryYear } from "./model/provider/recovery.ts";
export { parseCostModel } from "./vocabulary/cost-model.ts";
export type { CostModel } from "./vocabulary/cost-model.ts";
export {
  evenSpend,
  excessOfGap,
  gapToFallTo,
  gapToReach,
  highestWithin,
  largestOf,
  leastDeparture,
  lowestWithin,
  restOfTotal,
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
export type { Staff, StaffOptions, StaffRow, StaffTotal } from "./model/provider/staff.ts";
export type { Work } from "./model/provider/work.ts";
export type { Amount } from "./model/provider/given-amounts.ts";
export { parseStaffing } from "./vocabulary/staffing.ts";
export type { Role, Staffing, WorkingYear } from "./vocabulary/staffing.ts";
