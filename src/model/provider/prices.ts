import { rebasedIndex } from "../../formulas/price-base.ts";
import { isFigure, wrongUnit } from "../../numbers/figure.ts";
import type { Figure } from "../../numbers/figure.ts";
import type { Unit } from "../../numbers/unit.ts";
import { parsePriceIndex } from "../../vocabulary/money.ts";
import { nominal, pricesText } from "../../vocabulary/prices.ts";
import type { PriceIndex } from "../../vocabulary/prices.ts";
import { invalidData, listed, problem } from "../../vocabulary/problems.ts";
import { byIndex, indexFigures } from "../prices.ts";
import { isSameInput } from "../same-input.ts";
import { refuseOtherPrices } from "../../vocabulary/other-prices.ts";
import { rootOf } from "./called.ts";
import { objectProblems, refuse } from "./checked-options.ts";
import { moneyOf, moneyProblems } from "./money.ts";
import type { MoneyByYear } from "./money.ts";

/** The index of one year. */
type Index = Figure<"ratio">;

/**
 * The index of each year of an index that was read, as figures: those by which money came to its prices already, and else new
 * ones, under the name of the index; an error for a year without one.
 */
function indexIn(index: PriceIndex, money: readonly Figure[] = []): (year: string) => Index {
  const figureOf = indexFigures(rootOf("index", index.name), index);
  const known = Object.keys(index.values);
  const before = indicesOf(money);
  return (year) => {
    if (known.includes(year)) {
      const figure = figureOf(year);
      return before.find((one) => isSameIndex(one, figure)) ?? figure;
    }
    throw invalidData("price index", [
      problem(["values", year], `a year of the index: ${listed(known)}`, "nothing"),
    ]);
  };
}

/** What money came to its prices by: a plan's index, or that of a mechanism or of costs. */
const factors: ReadonlySet<string> = new Set(["priceFactor", "paymentIndex"]);
const indices: ReadonlySet<string> = new Set(["priceIndex", "index"]);

/** The indices by which money came to its prices. */
function indicesOf(money: readonly Figure[]): readonly Index[] {
  const met = new Set(money);
  for (const { operands } of met)
    for (const one of operands) {
      const { name = "", prices } = one;
      if (prices !== undefined || factors.has(name) || indices.has(name)) met.add(one);
    }
  return [...met].filter((one): one is Index => indices.has(one.name ?? ""));
}

/** Whether two figures are the index of one year of one index, with one range. */
const isSameIndex = (one: Index, other: Index): boolean =>
  (["index", "year"] as const).every((of) => one.about[of] === other.about[of]) && isSameInput(one, other);

const needed = {
  from: "the year in whose prices the money is",
  to: "the year in whose prices it is to be",
  index: "a price index, as { name, source, values }",
};

/**
 * An amount of money, or a unit cost, in the prices of another year. The name of the index goes into the paths of its
 * years, `index.CPI.values.2022/23`: an index that is used twice is one input, and two of several names are two. An index
 * with other numbers is given another name.
 *
 * @param figure - pounds, or pounds for each of something
 * @throws ModelError `wrong-unit` for what is no money; `invalid-data` for an index with problems, or without a year;
 * `mixed-prices` for money that says it is in other prices than those it is taken from.
 *
 * @example
 * ```ts
 * import { given } from "volumes-and-values";
 * import { toPrices } from "volumes-and-values/provider";
 * import { whatIf } from "volumes-and-values/readings";
 *
 * const index = { name: "CPI", source: "illustrative", values: { "2021/22": 100, "2022/23": 105 } };
 * const unitCost = given(300, "GBP/starts", { name: "unitCost" });
 * const later = toPrices(unitCost, { from: "2021/22", to: "2022/23", index });
 * later; // => Figure 315 GBP/starts · unitCost · in prices of 2022/23
 * whatIf(later, { "index.CPI.values.2022/23": 110 }); // => Figure 330 GBP/starts · unitCost · in prices of 2022/23
 * ```
 */
export function toPrices<U extends Unit>(
  figure: Figure<U>,
  change: { readonly from: string; readonly to: string; readonly index: PriceIndex },
): Figure<U> {
  if (!isFigure(figure) || !/^GBP(\/|$)/.test(figure.unit))
    throw wrongUnit("GBP, or GBP for each of something", figure, "toPrices");
  refuse("change of prices", objectProblems([], change, { needed }));
  const { from, to, index } = change;
  const indexOf = indexIn(parsePriceIndex(index), [figure]);
  for (const year of [from, to]) indexOf(year);
  refuseOtherPrices(figure, from, figure.about["year"]);
  return byIndex(indexOf)(figure, from, to);
}

/**
 * Money by year in other prices: nominal, `of each year`, from those of one year; real, of one year, from nominal or
 * from those of another year. A year whose prices it is in already stays as it is. The index is an input under its name, as
 * in {@link toPrices}; money that a plan's index, or a mechanism's, made nominal is taken back by that, so that it does not move with it.
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
  refuse("money by year", moneyProblems([], money));
  const indexOf = indexIn(parsePriceIndex(index), Object.values(money.values));
  if (prices !== nominal) indexOf(prices);
  if (prices === money.prices) return money;
  const moved = byIndex(indexOf);
  return moneyOf(
    prices,
    money.years.map((year): readonly [string, Figure<"GBP">] => {
      const value = money.values[year] as Figure<"GBP">;
      const from = money.prices === nominal ? year : money.prices;
      const inYear = moved(value, from, prices === nominal ? year : prices);
      const about = { ...inYear.about, year, prices: pricesText(prices) };
      return [year, inYear.named(inYear.name ?? "value", about)];
    }),
  );
}

/**
 * A price index with another year at 100, as figures by year. Its texts are an index again, of other numbers: it is given
 * a name of its own.
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
  const indexOf = indexIn(parsed);
  const indexOfBaseYear = indexOf(base);
  return Object.freeze(
    Object.fromEntries(
      Object.keys(parsed.values).map((year) => [
        year,
        rebasedIndex({ index: indexOf(year), indexOfBaseYear }, { year, base: `${base} is 100` }),
      ]),
    ),
  );
}
