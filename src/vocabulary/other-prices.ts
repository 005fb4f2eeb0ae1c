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
  const own = prices === nominal ? year : prices;
  const same = own !== undefined && own === year ? [nominal, own] : [prices];
  if (stated === undefined || same.some((one) => pricesText(one) === stated)) return;
  const which = [figure.name ?? "money", ...(year === undefined ? [] : [year])].join(" of ");
  throw new ModelError(
    "mixed-prices",
    `The ${which} is ${stated}, and is not ${pricesText(prices)}. Say which it is in, or bring it to these with inPrices or toPrices.`,
    { prices: Object.freeze([yearOf(stated), prices]) },
  );
}

/** The year of prices, or that they are of each, from what a figure says of its own. */
const yearOf = (stated: string): string => stated.replace(/^in prices (of (?!each year))?/, "");
