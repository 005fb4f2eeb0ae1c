import { indexedAmount, indexedPrice } from "../../formulas/payment.ts";
import { digitsOf } from "../../numbers/decimal.ts";
import type { About, Figure } from "../../numbers/figure.ts";
import type { Assumption } from "../../vocabulary/assumption.ts";
import type { Bidder } from "../../vocabulary/bidder.ts";
import { centralOf } from "../../vocabulary/checks/assumptions.ts";
import { indexIn, pricesOf } from "./charges.ts";

/** The index of a provider's costs in a year, as it is put on them. What is not indexed stays as it is. */
export interface CostIndex {
  readonly isPutOn: boolean;
  /** What costs that are indexed, or in the prices of each year, say of theirs. */
  readonly prices: About;
  amount(amount: Figure<"GBP">, about: About): Figure<"GBP">;
  price(price: Figure<"GBP/cases">, about: About): Figure<"GBP/cases">;
}

/** The index of a year's costs over that of their base. */
export function costIndexIn(bidder: Bidder, year: string): CostIndex {
  const { costIndexation } = bidder;
  const prices = pricesOf(costIndexation);
  const paymentIndex = indexIn(costIndexation, "provider", placeOf(bidder), year);
  return {
    isPutOn: paymentIndex !== undefined,
    prices,
    amount: (amount, about) =>
      paymentIndex === undefined
        ? amount
        : indexedAmount({ amount, paymentIndex }, { ...about, year, ...prices }),
    price: (price, about) =>
      paymentIndex === undefined
        ? price
        : indexedPrice({ price, paymentIndex }, { ...about, year, ...prices }),
  };
}

/**
 * Where the index of a year stands. In a year in which the mechanism has it too it is the same input: income and cost move
 * with it together.
 */
function placeOf({
  mechanism: { indexation },
  costIndexation,
}: Bidder): (label: string) => readonly string[] {
  const shared = sharedYears(costIndexation, indexation);
  return (label) => (shared.includes(label) ? ["mechanism", "indexation"] : ["costIndexation"]);
}

/** The years that two indices both have, where they are one: of the same name, and the same in each of these years. */
function sharedYears(one: Bidder["costIndexation"], other: Bidder["costIndexation"]): readonly string[] {
  if (typeof one !== "object" || typeof other !== "object" || one.index.name !== other.index.name) return [];
  const [a, b] = [one.index.values, other.index.values];
  const digits = (value: Assumption | undefined): string =>
    value === undefined ? "" : digitsOf(centralOf(value));
  const shared = Object.keys(a).filter((label) => Object.hasOwn(b, label));
  return shared.every((label) => digits(a[label]) === digits(b[label])) ? shared : [];
}
