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
  { unit: "people", counts: "people under supervision at a date", kind: "stock" },
  { unit: "peopleInYear", counts: "distinct people supervised at any time in a year", kind: "flow" },
  {
    unit: "peopleInQuarter",
    counts:
      "distinct people supported at any time in a quarter: someone who stays on is counted in the next one too",
    kind: "flow",
  },
  {
    unit: "supervisions",
    counts: "sentences under supervision at a date: a person once for each sentence type",
    kind: "stock",
  },
  { unit: "referrals", counts: "one person sent to one service", kind: "flow" },
  { unit: "starts", counts: "referrals whose first session was attended", kind: "flow" },
  { unit: "completions", counts: "starts whose plan was finished", kind: "flow" },
  { unit: "interventions", counts: "one service delivered to one person", kind: "flow" },
  { unit: "places", counts: "one offer, used once", kind: "flow" },
  {
    unit: "cases",
    counts:
      "what a contract pays for one by one: referrals, starts, completions or interventions, as it says",
    kind: "flow",
  },
  {
    unit: "peopleWaiting",
    counts:
      "people referred at a date who have neither started nor been closed: one person once for each referral",
    kind: "stock",
  },
  {
    unit: "peopleOnService",
    counts: "people who have started at a date and not left yet: one person once for each service",
    kind: "stock",
  },
  { unit: "hours", counts: "hours of staff", kind: "time" },
  { unit: "quarters", counts: "quarters of a year", kind: "time" },
  { unit: "days", counts: "days of the calendar", kind: "time" },
  { unit: "month", counts: "months: a flow within a month is one over this", kind: "time" },
  { unit: "fte", counts: "full-time equivalents of staff", kind: "stock" },
  { unit: "monthsOnService", counts: "months for which those who started are on service", kind: "time" },
  { unit: "GBP", counts: "pounds sterling", kind: "money" },
] as const satisfies readonly Measure[]);
