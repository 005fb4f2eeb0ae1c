import { priceFactor } from "../formulas/price-base.ts";
import type { About, Figure } from "../numbers/figure.ts";
import type { Unit } from "../numbers/unit.ts";
import { isYearLabel } from "../vocabulary/calendar.ts";
import type { Plan } from "../vocabulary/plan.ts";
import { nominal, pricesText } from "../vocabulary/prices.ts";
import type { PriceIndex } from "../vocabulary/prices.ts";
import type { Path } from "../vocabulary/problems.ts";
import { inputFigure } from "./inputs.ts";
import { memory, memoryOfLists } from "./memory.ts";

type Ratio = Figure<"ratio">;

/** The index of each year as a figure, made once; one that names no source of its own has that of the index. */
export function indexFigures(path: Path, { name, source, values }: PriceIndex): (year: string) => Ratio {
  const once = memory();
  return (year) =>
    once(year, () => {
      const value = values[year] as PriceIndex["values"][string];
      const logged = typeof value === "object" ? { source, ...value } : { value, source };
      return inputFigure([...path, "values", year], "priceIndex", logged, { index: name, year });
    });
}

/** Brings money from the prices of one year to those of another, and says so of it, in other words if need be. */
export type InPricesOf = <U extends Unit>(
  money: Figure<U>,
  from: string,
  to: string,
  says?: About,
) => Figure<U>;

/** The same by the index of each year. Money that is in the prices of the year already only says so. */
export function byIndex(indexOf: (year: string) => Ratio): InPricesOf {
  const once = memory();
  const factor = (from: string, to: string): Ratio => {
    const prices = `${from} to ${to}`;
    return once(prices, () => priceFactor({ indexFrom: indexOf(from), indexTo: indexOf(to) }, { prices }));
  };
  return (money, from, to, says = { prices: pricesText(to) }) =>
    (from === to ? money : money.times(factor(from, to)).in(money.unit)).named(money.name ?? "value", {
      ...money.about,
      ...says,
    });
}

/** The prices of a forecast's money. */
export interface Pricing {
  /** What money says of its prices. */
  readonly about: About;
  /** A cost that the plan states, in the prices of a year. */
  readonly inPricesOf: <U extends Unit>(cost: Figure<U>, year: string) => Figure<U>;
}

/** Without an index, money is in the plan's own prices, those of a year if its basis says of which. */
const asStated = (base: string | undefined): Pricing => ({
  about: base !== undefined && isYearLabel(base) ? { prices: pricesText(base) } : {},
  inPricesOf: (cost) => cost,
});

/** With one, the money of each year is in that year's prices. */
export function pricingOf({ basis, prices }: Plan): Pricing {
  if (prices === undefined) return asStated(basis?.priceBase);
  const { of, index } = prices;
  const once = memoryOfLists();
  const inPricesOf = byIndex(indexFigures(["prices", "index"], index));
  const about = { prices: pricesText(nominal) };
  return {
    about,
    inPricesOf: (cost, year) => once([cost, year], () => inPricesOf(cost, of, year, { year, ...about })),
  };
}
