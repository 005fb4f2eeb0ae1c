import { outOfRange } from "../errors.ts";
import type { ModelError } from "../errors.ts";
import { digitsOf, isShare } from "../numbers/decimal.ts";
import type { Decimal } from "../numbers/decimal.ts";
import type { Figure } from "../numbers/figure.ts";
import { notAShare } from "../numbers/formula.ts";
import { aboveZero, isHeldName, nothing, share, zeroOrMore } from "./held.ts";
import type { Held, HeldFigure, HeldName } from "./held.ts";

type Refusal = ModelError<"out-of-range">;

const exactly: ReadonlyMap<Held, (value: Decimal) => boolean> = new Map([
  [share, isShare],
  [zeroOrMore, (value) => !value.isNegative()],
  [aboveZero, (value) => value.greaterThan(0)],
  [nothing, (value) => value.isZero()],
]);

/** Whether a figure was exactly what it is held to, and another in its place is not. */
export const isNoLonger = (held: Held, before: Figure, after: Figure): boolean =>
  exactly.get(held)?.(before.value) === true && exactly.get(held)?.(after.value) === false;

const toldApart = "Pay is not told apart by none: make the staff and the full cost anew with the value.";

const toldApartThen = "Pay is told apart by it then: make the staff and the full cost anew with the value.";

const noMonthThen = "No month takes any of the year's volume then: make the months anew with the value.";

const casesThen =
  "Cases decide then what is paid, and when: make the payment or exposure anew with the value.";

const pricedOtherwise = "Other cases are unpaid then: make the payment or exposure anew with the value.";

/** What is expected of a figure that is held to something by its name, and what to do where it is not so. */
const expected: Readonly<Record<HeldName, readonly [form: string, mend: string]>> = {
  productiveHours: [
    "above zero",
    "Give fewer days of leave, training and sickness than working days, and less than all of the time on the road.",
  ],
  volumeRatio: ["zero or more", "There is no change of volume below -1."],
  breakEvenVolume: [
    "zero or more",
    "This line comes to cost, or to the price, at no volume then: make the exposure anew with the value.",
  ],
  priceOffered: ["zero or more", "Offer no less."],
  withinAgreedLevel: [
    "zero or more",
    "The rule would shut in this month: ask admittedByMonth anew with the value.",
  ],
  aboveAgreedLevel: [
    "above zero",
    "The rule would open in this month: ask admittedByMonth anew with the value.",
  ],
  pricesAmiss: [
    "nothing, as long as the same volumes are the cheapest",
    "Others decide the price then: ask shouldWeBid anew with the value.",
  ],
  casesAmiss: [
    "nothing, where a break-even is still one",
    "Past an edge of bands, limits or whole steps another line holds: make the exposure anew with the value.",
  ],
  excessToPlateau: [
    "nothing, where the plateau can be reached with such gaps",
    "Allow larger gaps, or reach the plateau later.",
  ],
  plateauApart: [
    "nothing, as long as the years of the plateau have the same money",
    "Smooth the ramp-up anew with the value, or change all of these years.",
  ],
  stepToPlateau: [
    "above zero",
    "The plateau would begin a year earlier: smooth the ramp-up anew with the value.",
  ],
  allHours: ["above zero", toldApart],
  allPayManaged: ["above zero", toldApart],
  hoursWhereNone: ["nothing, as long as pay is shared for want of hours", toldApartThen],
  payManagedWhereNone: ["nothing, as long as pay is shared for want of pay that is managed", toldApartThen],
  allDirectCost: [
    "above zero, where cost is shared by it",
    "Nothing is shared by no direct cost: make the full cost anew with the value.",
  ],
  monthWeights: ["above zero", noMonthThen],
  workingDaysOfYear: ["above zero", noMonthThen],
  casesInYear: [
    "above zero, where money moves with cases",
    "It moves evenly over a year without any: make the exposure anew with the value.",
  ],
  casesWhereNone: ["nothing, as long as there are no cases", casesThen],
  casesAtAveragePrice: [
    "above zero",
    "None have no average price: make the payment or exposure anew with the value.",
  ],
  pricePaid: ["above zero, as long as cases are paid for at it", pricedOtherwise],
  paymentWhereNone: ["nothing, as long as cases bring none", pricedOtherwise],
  priceWhereNone: ["nothing, as long as cases are not paid for at it", pricedOtherwise],
};

/** The error for a figure that is not what its name holds it to. */
export function notAsHeld(name: string, value: Decimal): Refusal {
  if (!isHeldName(name)) return notAShare(name, value);
  const [form, mend] = expected[name];
  return outOfRange(name, form, digitsOf(value), mend);
}

/** How some inputs are beside others, by what their distance is held to. */
const forms: ReadonlyMap<Held, string> = new Map([
  [zeroOrMore, "at most "],
  [share, "at most "],
  [aboveZero, "less than "],
  [nothing, ""],
]);

/** The error for inputs that contradict each other, as their distance tells: more starts than referrals. */
export function contradiction({ held }: HeldFigure, { operands }: Figure): Refusal {
  const [whole, part] = operands as readonly [Figure, Figure];
  const form = `${forms.get(held) ?? ""}the ${digitsOf(whole.value)} of ${whole.name ?? ""}`;
  return outOfRange(part.name ?? "", form, digitsOf(part.value), "Change both.");
}
