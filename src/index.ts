export { isAbsent, present } from "./absent.ts";
export type { Absent, Maybe } from "./absent.ts";

export { ModelError, isModelError } from "./errors.ts";
export type { ErrorCode, ErrorDetails, Problem } from "./errors.ts";
export type { Aspect, Difference } from "./vocabulary/like-for-like.ts";

export { apportion } from "./numbers/apportion.ts";
export type { NumberLike, RoundingMode } from "./numbers/decimal.ts";
export { Figure, given, isFigure, sum } from "./numbers/figure.ts";
export type {
  About,
  Counts,
  FigureJson,
  Given,
  Operation,
  Provenance,
  Quality,
  SimpleOperation,
} from "./numbers/figure.ts";
export { formula, isFormula } from "./numbers/formula.ts";
export type {
  Definition,
  Formula,
  Input,
  InputFigures,
  InputUnits,
  Inputs,
  Many,
  WorkedInput,
} from "./numbers/formula.ts";
export type { DividedBy, Times, Unit } from "./numbers/unit.ts";

export { averageCaseload, distinctPeople, people } from "./formulas/caseload.ts";
export { completions, placesNeeded, referralsNeeded, starts, startsNeeded } from "./formulas/conversion.ts";
export {
  impliedCostPerCompletion,
  impliedCostPerIntervention,
  impliedCostPerPerson,
  impliedCostPerReferral,
  impliedCostPerStart,
  impliedUnitCost,
} from "./formulas/implied-unit-cost.ts";
export type { UnitCostBasis } from "./formulas/implied-unit-cost.ts";
export { indicativeValue, profiledValue } from "./formulas/indicative-value.ts";
export { fullYearReferrals, peopleInNeed, peopleReferred } from "./formulas/need.ts";
export { rampFactorFrom, rampFactors, rampShapes } from "./formulas/ramp-shapes.ts";
export type { Ramp, RampShape } from "./formulas/ramp-shapes.ts";
export {
  averagePeople,
  deliveredReferrals,
  partMonthFactor,
  partOfMonth,
  referralCapacity,
  referralsMade,
  referralsWaiting,
  unmetReferrals,
  yearFactor,
} from "./formulas/ramp-up.ts";
export {
  eligibleShareOfCaseload,
  eligibleShareOfCohort,
  peopleAtLevel,
  peopleInYearAtLevel,
  restShare,
} from "./formulas/screening.ts";
export { peopleInYear, peopleInYearFromEntrants } from "./formulas/turnover.ts";
export {
  costPerCompletion,
  costPerReferral,
  costPerStart,
  directCostPerStart,
  hoursPerStart,
  overheadPerStart,
  payPerHour,
} from "./formulas/unit-cost.ts";

export type { Assumption, AssumptionBy, ByAttribute } from "./vocabulary/assumption.ts";
export type { Attributes } from "./vocabulary/attributes.ts";
export type { Basis } from "./vocabulary/basis.ts";
export type { Calendar } from "./vocabulary/calendar.ts";
export type { Caseload, Cell } from "./vocabulary/caseload.ts";
export type { Cohort, Lot } from "./vocabulary/lot.ts";
export { parsePlan } from "./vocabulary/plan.ts";
export type { Plan } from "./vocabulary/plan.ts";
export type { Conditions, Rule } from "./vocabulary/rule.ts";
export type { DeepReadonly } from "./vocabulary/schema.ts";
export type { Mix, Profile, RampUp, Service } from "./vocabulary/service.ts";
export type { ContractType, SentenceType, Stage, Words } from "./vocabulary/words.ts";

export type { CaseloadRow } from "./model/caseload-rows.ts";
export type { Bucket } from "./model/decide.ts";
export type { Filter } from "./model/filter.ts";
export { forecast } from "./model/forecast.ts";
export type { Forecast, ForecastJson, TableRow, TotalBy, TotalOptions } from "./model/forecast.ts";
export type { MobilisationRow } from "./model/mobilisation.ts";
export type { Dimension, Row, RowKey, Volumes } from "./model/row.ts";
export { screen } from "./model/screen.ts";
export type { ScreenedCell, ScreenOptions, Screening, WaterfallRow } from "./model/screen.ts";
export type { Total } from "./model/total.ts";
