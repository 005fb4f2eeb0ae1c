import { indexedAmount, indexedPrice } from "../../formulas/payment.ts";
import type { About, Figure } from "../../numbers/figure.ts";
import type { Bidder } from "../../vocabulary/bidder.ts";
import { indexFigures } from "../prices.ts";
import { isSameInput } from "../same-input.ts";
import { indexIn, pricesOf } from "./charges.ts";
import type { Contracted } from "./contracted.ts";

/** The index of a provider's costs in a year, as it is put on them. What is not indexed stays as it is. */
export interface CostIndex {
  readonly isPutOn: boolean;
  /** What costs that are indexed, or in the prices of each year, say of theirs. */
  readonly prices: About;
  amount(amount: Figure<"GBP">, about: About): Figure<"GBP">;
  price(price: Figure<"GBP/cases">, about: About): Figure<"GBP/cases">;
}

/** The index of a year's costs over that of their base. */
export function costIndexIn({ costIndexation, mechanism }: Bidder, contracted: Contracted): CostIndex {
  const { year, indexation = mechanism.indexation } = contracted;
  const prices = pricesOf(costIndexation);
  const paymentIndex = indexIn(costIndexation, "provider", placeOf(costIndexation, indexation), year);
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
function placeOf(ofCosts: Indexation, ofPayment: Indexation): (label: string) => readonly string[] {
  const shared = sharedYears(ofCosts, ofPayment);
  return (label) => (shared.includes(label) ? ["mechanism", "indexation"] : ["costIndexation"]);
}

/**
 * The years that two indices both have, where they are one: of the same name, and the same in each of these years, with
 * the same range where they have one.
 */
function sharedYears(one: Indexation, other: Indexation): readonly string[] {
  if (typeof one !== "object" || typeof other !== "object" || one.index.name !== other.index.name) return [];
  const [a, b] = [one, other].map(({ index }) => indexFigures([], index)) as [ByYear, ByYear];
  const shared = Object.keys(one.index.values).filter((label) => Object.hasOwn(other.index.values, label));
  return shared.every((label) => isSameInput(a(label), b(label))) ? shared : [];
}

type Indexation = Bidder["costIndexation"];
type ByYear = (label: string) => Figure<"ratio">;
