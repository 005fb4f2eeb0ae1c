import { ModelError } from "../errors.ts";
import type { Figure } from "../numbers/figure.ts";
import { nominal, pricesText } from "./prices.ts";

/**
 * Refuses money that says it is in other prices than it is taken to be in. Nominal money of a year is in the prices of
 * that year; what says nothing of its prices is taken at the caller's word.
 *
 * @param year - the year that the money is of, where it is of one
 */
export function refuseOtherPrices(figure: Figure, prices: string, year: string | undefined): void {
  const { prices: stated } = figure.about;
  if (stated === undefined || isIn(stated, prices, year)) return;
  const which = [figure.name ?? "money", ...(year === undefined ? [] : [year])].join(" of ");
  throw new ModelError(
    "mixed-prices",
    `The ${which} is ${stated}, and is not ${pricesText(prices)}. Say which it is in, or bring it to these with inPrices or toPrices.`,
    { prices: Object.freeze([yearOf(stated), prices]) },
  );
}

/** Whether what money of a year says of its prices is that it is in these. */
function isIn(stated: string, prices: string, year: string | undefined): boolean {
  const own = prices === nominal ? year : prices;
  const same = own !== undefined && own === year ? [nominal, own] : [prices];
  return same.some((one) => pricesText(one) === stated);
}

/** Money that is added to other money, and the year that it is of, where it is of one. */
export interface MoneyOfYear {
  readonly figure: Figure;
  readonly year: string | undefined;
}

/**
 * The prices in which money is that is added up, as a figure says them of itself; nothing, where none of it says any.
 * Money of each year in that year's own prices is nominal.
 *
 * @throws ModelError `mixed-prices` for money in several prices.
 */
export function pricesTogether(money: readonly MoneyOfYear[]): string | undefined {
  const stated = money.filter(({ figure }) => figure.about["prices"] !== undefined);
  const [first] = stated;
  if (first === undefined) return undefined;
  const bases = [...stated.map(({ figure }) => yearOf(figure.about["prices"] ?? "")), nominal];
  const common = bases.find((prices) =>
    stated.every(({ figure, year }) => isIn(figure.about["prices"] ?? "", prices, year)),
  );
  if (common !== undefined) return pricesText(common);
  for (const { figure, year } of stated) refuseOtherPrices(figure, bases[0] as string, year);
  return undefined;
}

/** The year of prices, or that they are of each, from what a figure says of its own. */
const yearOf = (stated: string): string => stated.replace(/^in prices (of (?!each year))?/, "");
