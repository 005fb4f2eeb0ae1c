import { ModelError } from "../errors.ts";
import type { Figure } from "../numbers/figure.ts";
import type { Unit } from "../numbers/unit.ts";
import { isYearLabel } from "./calendar.ts";
import { nominal, pricesText } from "./prices.ts";

/**
 * Refuses money that says it is in other prices than it is taken to be in, or that was made of money that says so.
 * Nominal money of a year is in the prices of that year; what says nothing of its prices is taken at the caller's word.
 *
 * @param year - the year that the money is of, where it is of one
 */
export function refuseOtherPrices(figure: Figure, prices: string, year: string | undefined): void {
  if (isIn(prices, { figure, year })) return;
  const which = [figure.name ?? "money", ...(year === undefined ? [] : [year])].join(" of ");
  const stated = saidBy(figure) ?? "";
  const problem = isPrices(yearOf(stated))
    ? `is ${stated}, and is not ${pricesText(prices)}. ${mendOf(figure, prices, year)}`
    : `says of its prices ${JSON.stringify(stated)}, which are none. Say them as ${JSON.stringify(pricesText(year ?? "2021/22"))}, or as ${JSON.stringify(pricesText(nominal))}.`;
  throw new ModelError("mixed-prices", `The ${which} ${problem}`, {
    prices: Object.freeze([yearOf(stated), prices]),
  });
}

/** What to do with money that is in other prices. Nominal money of no one year may be of the year that is due. */
function mendOf(figure: Figure, prices: string, year = figure.about["year"]): string {
  const name = JSON.stringify(figure.name ?? "money");
  const said =
    year === undefined && prices !== nominal && saidBy(figure) === pricesText(nominal)
      ? `Name it with the year it is of, as .named(${name}, { year: ${JSON.stringify(prices)} })`
      : "Say which it is in";
  return `${said}, or bring it to these with inPrices or toPrices.`;
}

/** Money that is added to other money, and the year that it is put to, where it is put to one. */
export interface MoneyOfYear {
  readonly figure: Figure;
  readonly year: string | undefined;
}

/** Whether money is in some prices, or says of none. Nominal money of a year is in that year's prices. */
function isIn(prices: string, { figure, year = figure.about["year"] }: MoneyOfYear): boolean {
  const own = prices === nominal ? year : prices;
  const same = own !== undefined && own === year ? [nominal, own] : [prices];
  const said = saidBy(figure);
  return said === undefined || same.some((one) => pricesText(one) === said);
}

/**
 * The prices in which money is that is added up, as a figure says them of itself; nothing, where none of it says any.
 * Money of each year in that year's own prices is nominal.
 *
 * @throws ModelError `mixed-prices` for money in several prices.
 */
export function pricesTogether(money: readonly MoneyOfYear[]): string | undefined {
  const bases = money.flatMap(({ figure }) => saidBy(figure) ?? []).map(yearOf);
  const [first] = bases;
  if (first === undefined) return undefined;
  const common = [...bases, nominal].find((prices) => money.every((one) => isIn(prices, one)));
  if (common !== undefined) return pricesText(common);
  for (const { figure, year } of money) refuseOtherPrices(figure, first, year);
  return undefined;
}

/** Money that says the prices in which it is added up with other money, where it said the same in other words. */
export const inCommonPrices = <U extends Unit>(figure: Figure<U>, prices: string | undefined): Figure<U> =>
  prices === undefined || [undefined, prices].includes(figure.prices)
    ? figure
    : figure.named(figure.name ?? "money", { ...figure.about, prices });

/** What money says of its prices, in full: a year, or `of each year`, is short for these. */
const saidBy = ({ prices }: Figure): string | undefined =>
  prices !== undefined && isPrices(prices) ? pricesText(prices) : prices;

const isPrices = (word: string): boolean => word === nominal || isYearLabel(word);

/** The year of prices, or that they are of each, from what a figure says of its own. */
const yearOf = (stated: string): string => stated.replace(/^in prices (of (?!each year))?/, "");
