/**
 * Of what kind each measure of this field is, by its unit: apart from what the measures count in words, which a reading has
 * no use for. A stock is there at a date and never adds over dates; a flow happens in a year; money and time are spent.
 */
export const kinds = {
  people: "stock",
  peopleInYear: "flow",
  peopleInQuarter: "flow",
  supervisions: "stock",
  referrals: "flow",
  starts: "flow",
  completions: "flow",
  interventions: "flow",
  places: "flow",
  cases: "flow",
  peopleWaiting: "stock",
  peopleOnService: "stock",
  hours: "time",
  quarters: "time",
  days: "time",
  month: "time",
  fte: "stock",
  monthsOnService: "time",
  GBP: "money",
} as const;

/** Of what kind a unit is; nothing, of one that is no measure of this field. */
export const kindOf = (unit: string): (typeof kinds)[keyof typeof kinds] | undefined =>
  Object.hasOwn(kinds, unit) ? kinds[unit as keyof typeof kinds] : undefined;
