import type { Unit } from "../numbers/unit.ts";

/** What an assumption of a plan must be: its unit, and the range in which it makes sense. */
export interface Slot {
  readonly unit: Unit;
  readonly range: Range;
}

export type Range = keyof typeof ranges;

/** The ranges an assumption may lie in, as an error message words them. */
export const ranges = {
  share: "a share from 0 to 1",
  "zero or more": "zero or more",
  "above zero": "above zero",
  "one or more": "one or more",
} as const;

/** Every assumption of a plan by the name it goes under: a table, so that its unit and range are stated once. */
export const slots = {
  supervisionsPerPerson: { unit: "supervisions/people", range: "one or more" },
  turnover: { unit: "peopleInYear/people", range: "zero or more" },
  complexityShare: { unit: "ratio", range: "share" },
  needShare: { unit: "ratio", range: "share" },
  takeUpShare: { unit: "ratio", range: "share" },
  referralsPerPerson: { unit: "referrals/peopleInYear", range: "zero or more" },
  startRate: { unit: "starts/referrals", range: "share" },
  completionRate: { unit: "completions/starts", range: "share" },
  rampFactor: { unit: "ratio", range: "share" },
  firstMonthShare: { unit: "ratio", range: "share" },
  plateau: { unit: "ratio", range: "above zero" },
  costPerStart: { unit: "GBP/starts", range: "zero or more" },
  contactHours: { unit: "hours/starts", range: "zero or more" },
  otherHours: { unit: "hours/starts", range: "zero or more" },
  referralHours: { unit: "hours/referrals", range: "zero or more" },
  completionHours: { unit: "hours/completions", range: "zero or more" },
  salary: { unit: "GBP/fte", range: "zero or more" },
  onCostPerPound: { unit: "ratio", range: "zero or more" },
  productiveHours: { unit: "hours/fte", range: "above zero" },
  otherDirectCost: { unit: "GBP/starts", range: "zero or more" },
  overheadPerPound: { unit: "ratio", range: "zero or more" },
  surplusPerPound: { unit: "ratio", range: "zero or more" },
  mobilisation: { unit: "GBP", range: "zero or more" },
} as const satisfies Record<string, Slot>;

export type SlotName = keyof typeof slots;
