import { kinds } from "./measure-kinds.ts";
import { deeplyFrozen } from "./plain.ts";

/** What a measure counts. */
export interface Measure {
  readonly unit: string;
  readonly counts: string;
  /** A stock is there at a date and never adds over dates; a flow happens in a year; money and time are spent. */
  readonly kind: "stock" | "flow" | "money" | "time";
}

/** The measures of this field. A unit is one of these, a quotient of two, or `ratio`; a plan may need no others. */
export const measures = /* @__PURE__ */ deeplyFrozen([
  { unit: "people", counts: "people under supervision at a date", kind: kinds.people },
  {
    unit: "peopleInYear",
    counts: "distinct people supervised at any time in a year",
    kind: kinds.peopleInYear,
  },
  {
    unit: "peopleInQuarter",
    counts:
      "distinct people supported at any time in a quarter: someone who stays on is counted in the next one too",
    kind: kinds.peopleInQuarter,
  },
  {
    unit: "supervisions",
    counts: "sentences under supervision at a date: a person once for each sentence type",
    kind: kinds.supervisions,
  },
  { unit: "referrals", counts: "one person sent to one service", kind: kinds.referrals },
  { unit: "starts", counts: "referrals whose first session was attended", kind: kinds.starts },
  { unit: "completions", counts: "starts whose plan was finished", kind: kinds.completions },
  { unit: "interventions", counts: "one service delivered to one person", kind: kinds.interventions },
  { unit: "places", counts: "one offer, used once", kind: kinds.places },
  {
    unit: "cases",
    counts:
      "what a contract pays for one by one: referrals, starts, completions or interventions, as it says",
    kind: kinds.cases,
  },
  {
    unit: "peopleWaiting",
    counts:
      "people referred at a date who have neither started nor been closed: one person once for each referral",
    kind: kinds.peopleWaiting,
  },
  {
    unit: "peopleOnService",
    counts: "people who have started at a date and not left yet: one person once for each service",
    kind: kinds.peopleOnService,
  },
  { unit: "hours", counts: "hours of staff", kind: kinds.hours },
  { unit: "quarters", counts: "quarters of a year", kind: kinds.quarters },
  { unit: "days", counts: "days of the calendar", kind: kinds.days },
  { unit: "month", counts: "months: a flow within a month is one over this", kind: kinds.month },
  { unit: "fte", counts: "full-time equivalents of staff", kind: kinds.fte },
  {
    unit: "monthsOnService",
    counts: "months for which those who started are on service",
    kind: kinds.monthsOnService,
  },
  { unit: "GBP", counts: "pounds sterling", kind: kinds.GBP },
] as const satisfies readonly Measure[]);
