import { ModelError } from "../errors.ts";
import type { Figure } from "../numbers/figure.ts";
import { nominal, pricesText } from "./prices.ts";

/**
 * Refuses money that says it is in other prices than it is taken to be in, or that was made of money that says so.
 * Nominal money of a year is in the prices of that year; what says nothing of its prices is taken at the caller's word.
 *
 * @param year - the year that the money is of, where it is of one
 */
export function refuseOtherPrices(figure: Figure, prices: string, year: string | undefined): void {
  const other = statedIn({ figure, year }).find((stated) => !isIn(stated, prices));
  if (other === undefined) return;
  const which = [figure.name ?? "money", ...(year === undefined ? [] : [year])].join(" of ");
  throw new ModelError(
    "mixed-prices",
    `The ${which} is ${other.prices}, and is not ${pricesText(prices)}. Say which it is in, or bring it to these with inPrices or toPrices.`,
    { prices: Object.freeze([yearOf(other.prices), prices]) },
  );
}

/** The prices that money says it is in, and the year that it is of, where it is of one. */
interface Stated {
  readonly prices: string;
  readonly year: string | undefined;
}

/** Money that is added to other money, and the year that it is of, where it is of one. */
export interface MoneyOfYear {
  readonly figure: Figure;
  readonly year: string | undefined;
}

/** What money says of its prices, or what the money says that it was made of. It is of the year that it is put to. */
const statedIn = ({ figure, year }: MoneyOfYear): readonly Stated[] =>
  saidIn(figure).map((said) => {
    const own = said.about["year"];
    return { prices: said.about["prices"] as string, year: said === figure ? (year ?? own) : (own ?? year) };
  });

const known = new WeakMap<Figure, readonly Figure[]>();

/** The money in the working of a figure that says its prices, from the figure down to the first that does. */
function saidIn(figure: Figure): readonly Figure[] {
  const before = known.get(figure);
  if (before !== undefined) return before;
  const met = new Set([figure]);
  for (const one of met) if (!saysPrices(one)) for (const part of moneyIn(one)) met.add(part);
  const said = [...met].filter(saysPrices);
  known.set(figure, said);
  return said;
}

const saysPrices = ({ about }: Figure): boolean => about["prices"] !== undefined;

/** The money that a figure was made of. A share of money is no money. */
const moneyIn = ({ operands }: Figure): readonly Figure[] =>
  operands.filter(({ unit }) => unit.startsWith("GBP"));

/** Whether what money says of its prices is that it is in these. Nominal money of a year is in that year's prices. */
function isIn({ prices: stated, year }: Stated, prices: string): boolean {
  const own = prices === nominal ? year : prices;
  const same = own !== undefined && own === year ? [nominal, own] : [prices];
  return same.some((one) => pricesText(one) === stated);
}

/**
 * The prices in which money is that is added up, as a figure says them of itself; nothing, where none of it says any.
 * Money of each year in that year's own prices is nominal.
 *
 * @throws ModelError `mixed-prices` for money in several prices.
 */
export function pricesTogether(money: readonly MoneyOfYear[]): string | undefined {
  const stated = money.flatMap(statedIn);
  const [first] = stated;
  if (first === undefined) return undefined;
  const bases = [...stated.map(({ prices }) => yearOf(prices)), nominal];
  const common = bases.find((prices) => stated.every((one) => isIn(one, prices)));
  if (common !== undefined) return pricesText(common);
  for (const { figure, year } of money) refuseOtherPrices(figure, bases[0] as string, year);
  return undefined;
}

/** Money that says the prices in which it is added up with other money, where it said the same in other words. */
export const inCommonPrices = (figure: Figure<"GBP">, prices: string | undefined): Figure<"GBP"> =>
  prices === undefined || [undefined, prices].includes(figure.about["prices"])
    ? figure
    : figure.named(figure.name ?? "money", { ...figure.about, prices });

/** The year of prices, or that they are of each, from what a figure says of its own. */
const yearOf = (stated: string): string => stated.replace(/^in prices (of (?!each year))?/, "");
