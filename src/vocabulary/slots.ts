import { isShare } from "../numbers/decimal.ts";
import type { Decimal } from "../numbers/decimal.ts";
import type { Unit } from "../numbers/unit.ts";

/** What an assumption of a plan must be: its unit, the range in which it makes sense, and of what it may differ. */
export interface Slot {
  readonly unit: Unit;
  readonly range: Range;
  readonly of: Subject;
}

/** What an assumption is about: a cell of people, people of a service, a row of a forecast, or nothing that differs. */
export type Subject = "cell" | "people" | "row" | "one";

export type Range = keyof typeof ranges;

/** The ranges an assumption may lie in, as an error message words them. */
export const ranges = {
  share: "a share from 0 to 1",
  "zero or more": "zero or more",
  "above zero": "above zero",
  "one or more": "one or more",
} as const;

/** Whether a number lies in a range. */
export const isWithin: Readonly<Record<Range, (value: Decimal) => boolean>> = {
  share: isShare,
  "zero or more": (value) => !value.isNegative(),
  "above zero": (value) => value.greaterThan(0),
  "one or more": (value) => value.greaterThanOrEqualTo(1),
};

/** Every assumption of a plan by the name it goes under: a table, so that its unit and range are stated once. */
export const slots = {
  supervisionsPerPerson: { unit: "supervisions/people", range: "one or more", of: "cell" },
  turnover: { unit: "peopleInYear/people", range: "zero or more", of: "people" },
  complexityShare: { unit: "ratio", range: "share", of: "one" },
  needShare: { unit: "ratio", range: "share", of: "people" },
  takeUpShare: { unit: "ratio", range: "share", of: "people" },
  referralsPerPerson: { unit: "referrals/peopleInYear", range: "zero or more", of: "people" },
  startRate: { unit: "starts/referrals", range: "share", of: "row" },
  completionRate: { unit: "completions/starts", range: "share", of: "row" },
  rampFactor: { unit: "ratio", range: "share", of: "one" },
  firstMonthShare: { unit: "ratio", range: "share", of: "one" },
  plateau: { unit: "ratio", range: "above zero", of: "one" },
  costPerStart: { unit: "GBP/starts", range: "zero or more", of: "row" },
  contactHours: { unit: "hours/starts", range: "zero or more", of: "row" },
  otherHours: { unit: "hours/starts", range: "zero or more", of: "row" },
  referralHours: { unit: "hours/referrals", range: "zero or more", of: "row" },
  completionHours: { unit: "hours/completions", range: "zero or more", of: "row" },
  salary: { unit: "GBP/fte", range: "zero or more", of: "row" },
  onCostPerPound: { unit: "ratio", range: "zero or more", of: "row" },
  productiveHours: { unit: "hours/fte", range: "above zero", of: "row" },
  otherDirectCost: { unit: "GBP/starts", range: "zero or more", of: "row" },
  overheadPerPound: { unit: "ratio", range: "zero or more", of: "row" },
  surplusPerPound: { unit: "ratio", range: "zero or more", of: "row" },
  priceIndex: { unit: "ratio", range: "above zero", of: "one" },
  mobilisation: { unit: "GBP", range: "zero or more", of: "one" },
} as const satisfies Record<string, Slot>;

export type SlotName = keyof typeof slots;
