import { describe, expect, test } from "vitest";
import { given } from "volumes-and-values";
import type { Figure } from "volumes-and-values";
import {
  equalAnnualValue,
  fullCost,
  inPrices,
  moneyByYear,
  presentValue,
  recovery,
  smoothRampUp,
  toPrices,
} from "volumes-and-values/provider";
import { refused } from "../../numbers/refusal.ts";
import { costModel } from "../../support/providers.ts";
import { problemsOf } from "../../support/plans.ts";

const nominal = "in prices of each year";
const index = { name: "an index", source: "illustrative", values: { "2021/22": 100, "2022/23": 125 } };
const model = costModel({ direct: [{ line: "centre", cost: 50_000 }] });
const byLevel = (year: string) => [
  { year, complexity: "low", starts: 100 },
  { year, complexity: "high", starts: 50 },
];
const pounds = (value: number, name: string, about: Readonly<Record<string, string>>): Figure<"GBP"> =>
  given(value, "GBP", { name, about });
const perStart = (value: number, about: Readonly<Record<string, string>>): Figure<"GBP/starts"> =>
  given(value, "GBP/starts", { name: "pricePerStart", about });

describe("money of one year in its own prices is one, however its prices are said", () => {
  test("prices of two complexities in a year pay together", () => {
    const cost = fullCost(model, { volumes: byLevel("2021/22") });
    const [year] = recovery(cost, {
      pricePerStart: {
        by: "complexity",
        values: {
          low: perStart(200, { prices: "in prices of 2021/22" }),
          high: perStart(600, { prices: nominal, year: "2021/22" }),
        },
      },
    }).years;
    // 100 starts at £200, and 50 at £600, less £50,000.
    expect(String(year?.income)).toBe("50000 GBP");
    expect(year?.income.prices).toBe("in prices of 2021/22");
    expect(String(year?.surplus)).toBe("0 GBP");
  });

  test("the year before go-live goes with a nominal ramp-up in the prices of its own year", () => {
    const years = [60_000, 210_000, 270_000].map((value, at) => {
      const year = `${String(2021 + at)}/${String(22 + at)}`;
      return { year, indicativeValue: pounds(value, "value", { prices: nominal, year }) };
    });
    const before = pounds(250_000, "spend", { prices: "in prices of 2020/21" });
    const { rows } = smoothRampUp({ before, years }, { gapsAtMost: 80_000 });
    // 80,000 down from 250,000.
    expect(String(rows[0]?.smoothed.value)).toBe("170000 GBP");
    expect(rows[0]?.smoothed.gap.prices).toBe(nominal);
    const later = pounds(250_000, "spend", { prices: "in prices of 2021/22" });
    expect(refused(() => smoothRampUp({ before: later, years }, { gapsAtMost: 80_000 })).code).toBe(
      "mixed-prices",
    );
  });

  test("reserves in the prices of the first year pay the subsidies of nominal years", () => {
    const cost = fullCost(model, { volumes: ["2021/22", "2022/23"].flatMap(byLevel) });
    const years = recovery(cost, {
      income: Object.fromEntries(
        ["2021/22", "2022/23"].map((year) => [year, pounds(30_000, "income", { prices: nominal, year })]),
      ),
      reserves: pounds(50_000, "reserves", { prices: "in prices of 2021/22" }),
    }).years;
    // £20,000 of subsidy in each year.
    expect(years.map(({ reserves }) => String(reserves))).toEqual(["30000 GBP", "10000 GBP"]);
    expect(years[1]?.reserves).toMatchObject({ prices: nominal });
  });
});

describe("prices said in short are what they stand for", () => {
  const short = pounds(100, "k", { prices: "2021/22" });

  test("a bare year, and of each year", () => {
    const money = moneyByYear({ prices: "2021/22", values: { "2021/22": short, "2022/23": short } });
    expect(String(money.total())).toBe("200 GBP");
    const each = moneyByYear({
      prices: "of each year",
      values: { "2022/23": pounds(125, "k", { prices: "of each year" }) },
    });
    expect(String(inPrices(each, "2021/22", index).total())).toBe("100 GBP");
    expect(String(toPrices(short, { from: "2021/22", to: "2022/23", index }))).toBe("125 GBP");
  });

  test("and they are refused where others are due, as those are", () => {
    expect(refused(() => moneyByYear({ prices: "2022/23", values: { "2022/23": short } })).message).toBe(
      "The k of 2022/23 is in prices of 2021/22, and is not in prices of 2022/23. Say which it is in, or bring it to these with inPrices or toPrices.",
    );
  });

  test("a price of a start in short is set against spend in full", () => {
    const profile = {
      before: pounds(100_000, "spend", { prices: "in prices of 2021/22" }),
      years: [{ year: "2022/23", indicativeValue: pounds(200_000, "value", { prices: "2021/22" }) }],
      costPerStart: given(400, "GBP/starts", { name: "costPerStart", about: { prices: "2021/22" } }),
    };
    const most = pounds(150_000, "most", { prices: "2021/22" });
    const [row] = smoothRampUp(profile, { gapsAtMost: most }).rows;
    expect(String(row?.smoothed.starts)).toBe("500 starts");
  });

  test("but words that are no prices are told in which form to say them", () => {
    expect(
      refused(() =>
        moneyByYear({ prices: "2021/22", values: { "2021/22": pounds(1, "k", { prices: "2021-22" }) } }),
      ).message,
    ).toBe(
      'The k of 2021/22 says of its prices "2021-22", which are none. Say them as "in prices of 2021/22", or as "in prices of each year".',
    );
    const profile = {
      before: pounds(1, "spend", { prices: "constant" }),
      years: [{ year: "2022/23", indicativeValue: 2 }],
    };
    expect(refused(() => smoothRampUp(profile, { gapsAtMost: 5 })).message).toContain(
      'The spend of 2021/22 says of its prices "constant", which are none. Say them as "in prices of ',
    );
  });
});

test("nominal money of no one year says that its year is to be named", () => {
  const total = pounds(60_000, "indicativeValue", { prices: nominal });
  const unitCost = total.dividedBy(given(200, "starts", { name: "starts" }));
  const change = { from: "2022/23", to: "2021/22", index };
  expect(refused(() => toPrices(unitCost, change)).message).toBe(
    'The money is in prices of each year, and is not in prices of 2022/23. Name it with the year it is of, as .named("money", { year: "2022/23" }), or bring it to these with inPrices or toPrices.',
  );
  // £300 in the prices of 2022/23, which are a quarter up.
  expect(String(toPrices(unitCost.named("unitCost", { year: "2022/23" }), change))).toBe("240 GBP/starts");
});

describe("money that is discounted is not discounted again", () => {
  const values = { "2021/22": 1000, "2022/23": 1035 };
  const worth = presentValue(moneyByYear({ prices: "2021/22", values }), {
    yearZero: "2021/22",
    schedule: "Green Book",
  });
  const by = (value: Figure<"GBP">) => moneyByYear({ prices: "2021/22", values: { "2021/22": value } });
  const two = given(2, "ratio", { name: "two" });
  const spent = pounds(5, "grant", {});

  test("however far back in its working, and under another name", () => {
    const part = worth.years["2022/23"] as Figure<"GBP">;
    for (const money of [
      part.times(two),
      worth.presentValue.plus(spent),
      part.dividedBy(two).named("half", { year: "2021/22" }),
      part.dividedBy(given(4, "starts", { name: "starts" })).times(given(4, "starts", { name: "starts" })),
    ])
      expect(problemsOf(() => by(money.in("GBP"))).map(({ message }) => message)).toEqual([
        "values.2021/22: expected money as it is spent; received money worth in 2021/22, which is discounted already.",
      ]);
  });

  test("but a share of it is no money, and the equal amount of each year may be spent", () => {
    const share = (worth.years["2022/23"] as Figure<"GBP">).dividedBy(worth.presentValue);
    expect(() => by(spent.times(share).in("GBP"))).not.toThrow();
    expect(() => by(worth.equivalentAnnualCost.times(two).named("rent", {}))).not.toThrow();
    const { presentValue: whole } = worth;
    expect(() => by(equalAnnualValue({ presentValue: whole, annuityFactor: 2 }))).not.toThrow();
  });
});
