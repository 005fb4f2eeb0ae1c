import { priceFactor, rebasedIndex } from "../../formulas/price-base.ts";
import { wrongUnit } from "../../numbers/figure.ts";
import type { Figure } from "../../numbers/figure.ts";
import type { Unit } from "../../numbers/unit.ts";
import { nominal, parsePriceIndex } from "../../vocabulary/money.ts";
import type { PriceIndex } from "../../vocabulary/money.ts";
import { invalidData, unknownWord } from "../../vocabulary/problems.ts";
import { assumedFigure } from "../inputs.ts";
import { moneyOf, pricesText } from "./money.ts";
import type { MoneyByYear } from "./money.ts";

/** The index of a year as a figure. */
function indexOf(index: PriceIndex, year: string): Figure<"ratio"> {
  const value = index.values[year];
  if (value === undefined)
    throw invalidData("price index", [
      unknownWord(["values", year], year, Object.keys(index.values), "a year of the index"),
    ]);
  const logged =
    typeof value === "object" ? { source: index.source, ...value } : { value, source: index.source };
  return assumedFigure(["index", "values", year], { name: "index", unit: "ratio" }, logged, {
    index: index.name,
    year,
  });
}

/** What a pound of one year is in the prices of another. */
const factorOf = (index: PriceIndex, from: string, to: string): Figure<"ratio"> =>
  priceFactor(
    { indexFrom: indexOf(index, from), indexTo: indexOf(index, to) },
    { prices: `${from} to ${to}` },
  );

/**
 * An amount of money, or a unit cost, in the prices of another year.
 *
 * @param figure - pounds, or pounds for each of something
 * @throws ModelError `wrong-unit` for what is no money; `invalid-data` for an index with problems, or without a year.
 *
 * @example
 * ```ts
 * import { given } from "volumes-and-values";
 * import { toPrices } from "volumes-and-values/provider";
 *
 * const index = { name: "an index", source: "illustrative", values: { "2021/22": 100, "2022/23": 105 } };
 * const unitCost = given(300, "GBP/starts", { name: "unitCost" });
 * toPrices(unitCost, { from: "2021/22", to: "2022/23", index });
 * // => Figure 315 GBP/starts · unitCost · in prices of 2022/23
 * ```
 */
export function toPrices<U extends Unit>(
  figure: Figure<U>,
  { from, to, index }: { readonly from: string; readonly to: string; readonly index: PriceIndex },
): Figure<U> {
  if (!/^GBP(\/|$)/.test(figure.unit))
    throw wrongUnit("GBP, or GBP for each of something", figure, "toPrices");
  const parsed = parsePriceIndex(index);
  return inOtherPrices(figure, parsed, from, to);
}

function inOtherPrices<U extends Unit>(
  figure: Figure<U>,
  index: PriceIndex,
  from: string,
  to: string,
): Figure<U> {
  const about = { ...figure.about, prices: pricesText(to) };
  return figure
    .times(factorOf(index, from, to))
    .in(figure.unit)
    .named(figure.name ?? "value", about);
}

/**
 * Money by year in other prices: nominal, `of each year`, from those of one year; real, of one year, from nominal or
 * from those of another year. A year whose prices it is in already stays as it is.
 *
 * @throws ModelError `invalid-data` for an index with problems, or without one of the years.
 *
 * @example
 * ```ts
 * import { inPrices, moneyByYear } from "volumes-and-values/provider";
 *
 * const index = { name: "an index", source: "illustrative", values: { "2021/22": 100, "2022/23": 105 } };
 * const real = moneyByYear({ prices: "2021/22", values: { "2021/22": 60_000, "2022/23": 120_000 } });
 * const nominal = inPrices(real, "of each year", index);
 * nominal.values["2022/23"]; // => Figure 126,000 GBP · value · 2022/23, in prices of each year
 * const back = inPrices(nominal, "2021/22", index).total();
 * back.rounded({ places: 2, mode: "half even" }).toString(); // => 180000 GBP
 * ```
 */
export function inPrices(money: MoneyByYear, prices: string, index: PriceIndex): MoneyByYear {
  const parsed = parsePriceIndex(index);
  if (prices !== nominal) indexOf(parsed, prices);
  if (prices === money.prices) return money;
  return moneyOf(
    prices,
    money.years.map((year): readonly [string, Figure<"GBP">] => {
      const value = money.values[year] as Figure<"GBP">;
      const from = money.prices === nominal ? year : money.prices;
      const to = prices === nominal ? year : prices;
      const about = { ...value.about, year, prices: pricesText(prices) };
      const moved = from === to ? value : inOtherPrices(value, parsed, from, to);
      return [year, moved.named(value.name ?? "value", about)];
    }),
  );
}

/**
 * A price index with another year at 100, as figures by year.
 *
 * @throws ModelError `invalid-data` for an index with problems, or without the year.
 *
 * @example
 * ```ts
 * import { rebased } from "volumes-and-values/provider";
 *
 * const index = { name: "an index", source: "illustrative", values: { "2021/22": 105, "2022/23": 126 } };
 * String(rebased(index, "2021/22")["2022/23"]); // => 120
 * ```
 */
export function rebased(index: PriceIndex, base: string): Readonly<Record<string, Figure<"ratio">>> {
  const parsed = parsePriceIndex(index);
  const indexOfBaseYear = indexOf(parsed, base);
  return Object.freeze(
    Object.fromEntries(
      Object.keys(parsed.values).map((year) => [
        year,
        rebasedIndex({ index: indexOf(parsed, year), indexOfBaseYear }, { year, base: `${base} is 100` }),
      ]),
    ),
  );
}
