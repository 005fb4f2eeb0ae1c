/** The same volumes as those see them who deliver: time, staff, cost, payment and risk. */
export {
  costPerPerson,
  interventions,
  peopleBehindReferrals,
  peopleServed,
} from "./formulas/interventions.ts";
export { fteNeeded } from "./formulas/staff.ts";
export { averageStay, lagShare } from "./formulas/lag.ts";
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
  onServiceAtOpening,
  onServiceInSteadyState,
  peopleInQuarter,
  peopleOnService,
  peopleWaiting,
  waitingAtOpening,
} from "./formulas/stock.ts";
export { lagged } from "./model/provider/lag.ts";
export { monthlyFlows } from "./model/provider/monthly-flows.ts";

export type { Lagged } from "./model/provider/lag.ts";
export type { MonthlyFlows, MonthRow, MonthsTotal } from "./model/provider/monthly-flows.ts";
export type { UnderWay } from "./model/provider/opening.ts";
export type { VolumesByYear, YearVolumes } from "./model/provider/volumes.ts";
export type { Lag, Timing } from "./vocabulary/timing.ts";
