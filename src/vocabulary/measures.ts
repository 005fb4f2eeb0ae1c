/** What a measure counts, and how its figures may be added up. */
export interface Measure {
  readonly unit: string;
  readonly counts: string;
  readonly kind: "stock" | "flow" | "money" | "time";
  /** Dimensions over which its figures must not be added, with the reason. */
  readonly neverOver: Readonly<Partial<Record<"service" | "year", string>>>;
}

const onePersonManyServices = "one person may be sent to several services, and would be counted once in each";
const sameAtEachDate = "a caseload is a stock: the same people are there at the next date";
const sameInEachYear = "one person may be supervised in several years, and would be counted once in each";

/** The measures of this field. A unit is one of these, a quotient of two, or `ratio`; a plan may need no others. */
export const measures = [
  {
    unit: "people",
    counts: "people under supervision at a date",
    kind: "stock",
    neverOver: { service: onePersonManyServices, year: sameAtEachDate },
  },
  {
    unit: "peopleInYear",
    counts: "distinct people supervised at any time in a year",
    kind: "flow",
    neverOver: { service: onePersonManyServices, year: sameInEachYear },
  },
  {
    unit: "supervisions",
    counts: "sentences under supervision at a date: a person once for each sentence type",
    kind: "stock",
    neverOver: { year: sameAtEachDate },
  },
  { unit: "referrals", counts: "one person sent to one service", kind: "flow", neverOver: {} },
  { unit: "starts", counts: "referrals whose first session was attended", kind: "flow", neverOver: {} },
  { unit: "completions", counts: "starts whose plan was finished", kind: "flow", neverOver: {} },
  { unit: "interventions", counts: "one service delivered to one person", kind: "flow", neverOver: {} },
  { unit: "places", counts: "one offer, used once", kind: "flow", neverOver: {} },
  { unit: "hours", counts: "hours of staff", kind: "time", neverOver: {} },
  {
    unit: "fte",
    counts: "full-time equivalents of staff",
    kind: "stock",
    neverOver: { year: "the same posts are there in the next year" },
  },
  { unit: "GBP", counts: "pounds sterling", kind: "money", neverOver: {} },
] as const satisfies readonly Measure[];
