import { decimalFrom, digitsOf, dividedBy } from "../numbers/decimal.ts";
import { centralOf } from "../vocabulary/checks/assumptions.ts";
import { distributionProblems } from "../vocabulary/checks/distributions.ts";
import { soundParts } from "../vocabulary/checks/sound.ts";
import { placesOf } from "../vocabulary/places.ts";
import type { Place } from "../vocabulary/places.ts";
import type { Plan } from "../vocabulary/plan.ts";
import type { SlotName } from "../vocabulary/slots.ts";
import { leapIn } from "./leaping-index.ts";
import type { Notice } from "./review.ts";

/** Numbers of a plan that are in range, and hardly meant: percentages, growth for an index, ends out of order. */
export function* oddNumbers(plan: Plan): Generator<Notice> {
  for (const place of placesOf(soundParts(plan, []))) {
    yield* outOfProportion(place);
    yield* senseless(place);
  }
  yield* leaps(plan);
}

/** Above what a number is hardly meant, and what it then says. */
interface Proportion {
  readonly most: number;
  readonly says: (digits: string, percent: string) => string;
}

const ofEachPound = (what: string, on: string): Proportion => ({
  most: 1,
  says: (digits, percent) =>
    `£${digits} of ${what} on each pound of ${on}; if ${digits}% is meant, write ${percent}`,
});

const proportions: Readonly<Partial<Record<SlotName, Proportion>>> = {
  onCostPerPound: ofEachPound("on-costs", "salary"),
  overheadPerPound: ofEachPound("overheads", "direct cost"),
  surplusPerPound: ofEachPound("surplus", "cost"),
  turnover: {
    most: 10,
    says: (digits) =>
      `${digits} people in a year for each on the caseload; say people in a year for each person, not per cent`,
  },
};

function* outOfProportion({ path, slot, value }: Place): Generator<Notice> {
  const due = proportions[slot];
  const central = centralOf(value);
  if (due === undefined || central.lessThanOrEqualTo(due.most)) return;
  const digits = digitsOf(central);
  yield {
    kind: "number out of proportion",
    path: path.join("."),
    message: `${slot} is ${digits}, which is ${due.says(digits, digitsOf(dividedBy(central, decimalFrom(100))))}`,
  };
}

function* senseless({ path, value }: Place): Generator<Notice> {
  if (typeof value !== "object" || value.distribution === undefined) return;
  const at = [...path, "distribution"];
  for (const { path: where, message } of distributionProblems(at, value.distribution))
    yield {
      kind: "distribution that makes no sense",
      path: where,
      message: message.slice(`${where}: `.length).replace(/\.$/, ""),
    };
}

/** A price index that leaps, or growth that is given for one. */
function* leaps({ prices }: Plan): Generator<Notice> {
  const leap = prices === undefined ? undefined : leapIn(prices.index);
  if (leap === undefined) return;
  const { year, message } = leap;
  yield { kind: "price index that leaps", path: `prices.index.values.${year}`, message };
}
