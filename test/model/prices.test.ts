import { describe, expect, it } from "vitest";
import { forecast, given, isAbsent, parsePlan, present } from "volumes-and-values";
import type { Figure, Forecast } from "volumes-and-values";
import { inPrices, moneyByYear, presentValue, toPrices } from "volumes-and-values/provider";
import type { MoneyByYear } from "volumes-and-values/provider";
import { bridge, sensitivity, whatIf } from "volumes-and-values/readings";
import { assumptions } from "volumes-and-values/review";
import { simulate } from "volumes-and-values/simulation";
import { agree, exactly } from "../numbers/fraction.ts";
import type { Fraction } from "../numbers/fraction.ts";
import { refused } from "../numbers/refusal.ts";
import { essexWith } from "../support/plans.ts";
import type { JsonObject } from "../support/plans.ts";

// An index made up so that it can be followed by hand: 25% up in the second year, 50% in the third.
const prices = {
  of: "2021/22",
  index: {
    name: "An index",
    source: "illustrative",
    values: { "2021/22": 100, "2022/23": { value: 125, low: 120, high: 140 }, "2023/24": "150" },
  },
};
const unitCost = { costPerStart: 300 };
const forecastWith = (changes: JsonObject = {}): Forecast =>
  forecast(parsePlan(essexWith({ "services.accommodation.unitCost": unitCost, ...changes })));
const real = forecastWith();
const nominal = forecastWith({ prices });

const valueIn = (made: Forecast, year: string): Figure<"GBP"> => made.total({ year }).indicativeValue;
const moneyOf = (made: Forecast, in_: string): MoneyByYear =>
  moneyByYear({
    prices: in_,
    values: Object.fromEntries(made.years.map((year) => [year, valueIn(made, year)])),
  });

describe("a forecast with a price index", () => {
  it("has the volumes of the one without, and the money of each year in that year's prices", () => {
    for (const [year, factor] of [
      ["2021/22", 1],
      ["2022/23", 1.25],
      ["2023/24", 1.5],
    ] as const) {
      const [one, other] = [real.total({ year }), nominal.total({ year })];
      expect(String(other.starts)).toBe(String(one.starts));
      expect(other.indicativeValue.value.equals(one.indicativeValue.value.times(factor))).toBe(true);
      expect(present(other.unitCost).value.equals(300 * factor)).toBe(true);
    }
    expect(nominal.rows.map((row) => String(row.unitCost))).toContain("375 GBP/starts");
  });

  it("taken back to the prices of its costs it is the forecast without an index, to 30 digits", () => {
    const back = inPrices(moneyOf(nominal, "of each year"), "2021/22", prices.index);
    for (const year of real.years)
      expect(
        agree(exactly(back.values[year]?.toJSON().value ?? ""), exactly(valueIn(real, year).toJSON().value)),
      ).toBe(true);
  });

  it("taken back by its own index it does not move with that, as the forecast without one does not", () => {
    const path = "prices.index.values.2022/23";
    const cash = moneyOf(nominal, "of each year");
    const [back, again] = [inPrices(cash, "2021/22", prices.index), inPrices(cash, "2022/23", prices.index)];
    const later = inPrices(back, "2022/23", prices.index);
    const moved = (figure: Figure): Fraction => exactly(whatIf(figure, { [path]: 130 }).toJSON().value);
    expect(agree(moved(back.total()), exactly(back.total().toJSON().value))).toBe(true);
    // In prices of 2022/23 it does, by whichever way it came there: 130 for 125.
    const dearer = exactly(
      later
        .total()
        .times(given("1.04", "ratio", { name: "dearer" }))
        .toJSON().value,
    );
    for (const money of [later, again]) expect(agree(moved(money.total()), dearer)).toBe(true);
    const other = { ...prices.index, name: "another index" };
    expect(refused(() => whatIf(back.total(), { "index.another index.values.2022/23": 130 })).code).toBe(
      "unknown-word",
    );
    const apart = inPrices(cash, "2021/22", other).total();
    expect(String(whatIf(apart, { "index.another index.values.2022/23": 130 }))).not.toBe(String(apart));
  });

  it("which year of the index is at 100 changes no money", () => {
    const values = { "2021/22": 80, "2022/23": 100, "2023/24": 120 };
    const other = forecastWith({ prices: { ...prices, index: { ...prices.index, values } } });
    expect(String(other.total().indicativeValue)).toBe(String(nominal.total().indicativeValue));
  });

  it("says in which prices its money is, and its basis says so to a comparison", () => {
    expect(nominal.total().indicativeValue.about).toEqual({ prices: "in prices of each year" });
    expect(nominal.rows[0]?.indicativeValue.about["prices"]).toBe("in prices of each year");
    expect(nominal.rows[0]?.starts.about["prices"]).toBeUndefined();
    expect(nominal.rows.at(-1)?.unitCost.about).toMatchObject({
      year: "2023/24",
      prices: "in prices of each year",
    });
    expect(nominal.basis).toEqual({ priceBase: "of each year" });
    expect(JSON.parse(JSON.stringify(nominal))).toMatchObject({ basis: { priceBase: "of each year" } });
    expect(real.total().indicativeValue.about).toEqual({});
    expect(refused(() => bridge(real, nominal)).message).toContain(
      "the price base differs: not stated before, of each year after",
    );
  });

  it("the unit cost of a row goes with that of its total, and with what its value implies", () => {
    const [row] = nominal.rows;
    const { unitCost } = nominal.total({ year: row?.year ?? "" });
    const gap = row?.unitCost.minus(present(unitCost));
    expect(String(gap)).toBe("0 GBP/starts");
  });

  it("says the year of prices that its basis states, where it has no index, and goes with no other", () => {
    const inPricesOf = (priceBase: string): Forecast => forecastWith({ basis: { priceBase } });
    const earlier = inPricesOf("2020/21").total().indicativeValue;
    const later = inPricesOf("2021/22").total().indicativeValue;
    expect(earlier.about).toEqual({ prices: "in prices of 2020/21" });
    expect(refused(() => later.minus(earlier)).code).toBe("mixed-prices");
    expect(refused(() => moneyOf(inPricesOf("2020/21"), "2023/24")).code).toBe("mixed-prices");
    expect(inPricesOf("one year throughout").total().indicativeValue.about).toEqual({});
  });

  it("nominal money is not taken for real", () => {
    for (const act of [
      () => moneyOf(nominal, "2021/22"),
      () => presentValue(moneyOf(nominal, "of each year"), { yearZero: "2021/22", schedule: "Green Book" }),
      () =>
        toPrices(nominal.total().indicativeValue, { from: "2021/22", to: "2022/23", index: prices.index }),
    ])
      expect(refused(act).code).toBe("mixed-prices");
  });

  it("mobilisation is in the prices of its own year, and absent where the index does not have it", () => {
    const from = (day: string): Figure<"GBP"> | string => {
      const [row] = forecastWith({ prices, "lots.0.from": day }).mobilisation;
      const money = row?.mobilisation;
      if (money === undefined) return "none";
      return isAbsent(money) ? money.absent : money;
    };
    expect(String(from("2021-06-26"))).toBe("50000 GBP");
    expect(String(from("2022-06-26"))).toBe("62500 GBP");
    expect(from("2020-06-26")).toBe("the price index has no value for 2020/21");
    expect(String(present(nominal.total().mobilisation))).toBe("50000 GBP");
  });

  it("a year's index is an input like any other, which has the source of the index", () => {
    const path = "prices.index.values.2022/23";
    const value = valueIn(nominal, "2022/23");
    expect(String(whatIf(value, { [path]: 100 }))).toBe(String(valueIn(real, "2022/23")));
    expect(refused(() => whatIf(value, { [path]: 0 })).code).toBe("out-of-range");
    expect(refused(() => whatIf(value, { "prices.of": 1 })).code).toBe("structural-input");
    expect(sensitivity(value).rows.map((row) => row.path)).toContain(path);
    const { mean } = simulate(value, { draws: 200, seed: 1 });
    expect(mean).toBeGreaterThan(value.value.times("0.96").toNumber());
    const [row] = assumptions(nominal.plan).filter((one) => one.path === path);
    expect(row).toMatchObject({ name: "priceIndex", value: "125", unit: "ratio", source: "illustrative" });
  });

  it("a bridge between two indices puts what prices do into the unit cost, and sums", () => {
    const values = { ...prices.index.values, "2023/24": 160 };
    const after = forecastWith({ prices: { ...prices, index: { ...prices.index, values } } });
    const { total } = bridge(nominal, after);
    expect(String(total.parts.unitCost)).toBe(String(total.change));
    expect(total.change.value.isZero()).toBe(false);
  });
});
