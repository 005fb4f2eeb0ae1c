import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { given, sum } from "volumes-and-values";
import type { Figure } from "volumes-and-values";
import {
  annuityFactor,
  discountFactors,
  greenBookSchedule,
  inPrices,
  moneyByYear,
  moneyTogether,
  presentValue,
  rebased,
  toPrices,
  withOptimismBias,
} from "volumes-and-values/provider";
import type { DiscountSchedule, PriceIndex } from "volumes-and-values/provider";
import { sensitivity, whatIf } from "volumes-and-values/readings";
import { agree, exactly } from "../../numbers/fraction.ts";
import type { Fraction } from "../../numbers/fraction.ts";
import { refused } from "../../numbers/refusal.ts";
import { runs, somePounds } from "../../support/arbitraries-numbers.ts";

const valueOf = (figure: Figure | undefined): Fraction => exactly(figure?.toJSON().value ?? "");
const toTen = (figure: Figure | undefined): string | undefined =>
  figure?.rounded({ places: 10, mode: "half even" }).toString();
const labels = ["2021/22", "2022/23", "2023/24", "2024/25"];

const someMoney = fc.tuple(somePounds, somePounds, somePounds, somePounds).map((amounts) =>
  moneyByYear({
    prices: "2021/22",
    values: Object.fromEntries(labels.map((label, at) => [label, amounts[at] ?? 0])),
  }),
);
const points = fc.integer({ min: 1, max: 100_000 }).map((thousandths) => thousandths / 1000);
const someIndex = fc.tuple(points, points, points, points).map((values): PriceIndex => ({
  name: "an index",
  source: "illustrative",
  values: Object.fromEntries(labels.map((label, at) => [label, values[at] ?? 100])),
}));

describe("prices", () => {
  test("there and back again is the same money, to 30 digits: nominal, real, and in any year's prices", () => {
    fc.assert(
      fc.property(
        someMoney,
        someIndex,
        fc.constantFrom("of each year", ...labels),
        (money, index, prices) => {
          const back = inPrices(inPrices(money, prices, index), "2021/22", index);
          expect(back.prices).toBe("2021/22");
          for (const label of labels)
            expect(agree(valueOf(back.values[label]), valueOf(money.values[label]))).toBe(true);
        },
      ),
      runs,
    );
  });

  test("which year of an index is at 100 changes no value", () => {
    fc.assert(
      fc.property(someMoney, someIndex, fc.constantFrom(...labels), (money, index, base) => {
        const values = Object.fromEntries(
          Object.entries(rebased(index, base)).map(([label, figure]) => [label, figure.toJSON().value]),
        );
        expect(values[base]).toBe("100");
        const [a, b] = [index, { ...index, values }].map((one) =>
          inPrices(money, "of each year", one).total(),
        );
        expect(agree(valueOf(a), valueOf(b), 28)).toBe(true);
      }),
      runs,
    );
  });

  test("a figure keeps its unit, its name and what it is of, and says in which prices it is", () => {
    const index = {
      name: "an index",
      source: "illustrative",
      values: { "2021/22": 100, "2022/23": { value: 105, low: 102, high: 110 } },
    };
    const unitCost = given(300, "GBP/starts", { name: "unitCost", about: { area: "Essex" } });
    const moved = toPrices(unitCost, { from: "2021/22", to: "2022/23", index });
    expect([String(moved), moved.name, moved.about]).toEqual([
      "315 GBP/starts",
      "unitCost",
      { area: "Essex", prices: "in prices of 2022/23" },
    ]);
    expect(String(whatIf(moved, { "index.an index.values.2022/23": 110 }))).toBe("330 GBP/starts");
    const starts = given(900, "starts", { name: "starts" });
    expect(refused(() => toPrices(starts, { from: "2021/22", to: "2022/23", index })).code).toBe(
      "wrong-unit",
    );
    expect(refused(() => toPrices(unitCost, { from: "2021/22", to: "2030/31", index })).message).toContain(
      "values.2030/31: expected a year of the index: 2021/22, 2022/23",
    );
  });

  test("pay and prices are two indices, also where they are equal, and one of them used twice is one", () => {
    const indexOf = (name: string): PriceIndex => ({
      name,
      source: "illustrative",
      values: { "2021/22": 100, "2022/23": 105 },
    });
    const later = (amount: number, name: string): Figure<"GBP"> =>
      toPrices(given(amount, "GBP", { name: "cost" }), {
        from: "2021/22",
        to: "2022/23",
        index: indexOf(name),
      });
    const cost = sum("GBP", [later(200, "pay"), later(100, "CPI"), later(100, "CPI")]);
    // 400 at 5% more; and with prices at 12% more, half of it.
    expect(String(cost)).toBe("420 GBP");
    expect(String(whatIf(cost, { "index.CPI.values.2022/23": 112 }))).toBe("434 GBP");
    expect(String(whatIf(cost, { "index.pay.values.2022/23": 112 }))).toBe("434 GBP");
    expect(refused(() => whatIf(cost, { "index.CPI.values.2022/23": 0 })).code).toBe("out-of-range");
  });

  test("prices never mix in silence, and neither do years", () => {
    const real = moneyByYear({ prices: "2021/22", values: { "2021/22": 1, "2022/23": 1 } });
    const paid = moneyByYear({ prices: "of each year", values: { "2021/22": 1, "2022/23": 1 } });
    const error = refused(() => moneyTogether([real, paid]));
    expect(error.code).toBe("mixed-prices");
    expect(refused(() => presentValue(paid, { yearZero: "2021/22", schedule: "Green Book" })).code).toBe(
      "mixed-prices",
    );
    const shorter = moneyByYear({ prices: "2021/22", values: { "2021/22": 1 } });
    expect(refused(() => moneyTogether([real, shorter])).code).toBe("does-not-add");
    expect(moneyTogether([real, real]).total().toString()).toBe("4 GBP");
    expect(real.table()[1]).toEqual({ year: "2022/23", prices: "in prices of 2021/22", value: "1" });
  });

  const index = { name: "an index", source: "illustrative", values: { "2021/22": 100, "2022/23": 105 } };

  test("money that says it is in other prices is not taken at another word", () => {
    const real = moneyByYear({ prices: "2021/22", values: { "2021/22": 60_000, "2022/23": 120_000 } });
    const nominal = inPrices(real, "of each year", index);
    const relabelled = refused(() => moneyByYear({ prices: "2021/22", values: nominal.values }));
    expect(relabelled.code).toBe("mixed-prices");
    expect(relabelled.message).toBe(
      "The value of 2022/23 is in prices of each year, and is not in prices of 2021/22. Say which it is in, or bring it to these with inPrices or toPrices.",
    );
    expect(refused(() => moneyByYear({ prices: "of each year", values: real.values })).code).toBe(
      "mixed-prices",
    );
    const unsaid = { "2022/23": given(1, "GBP", { name: "value" }) };
    const said = moneyByYear({ prices: "2021/22", values: unsaid });
    expect(refused(() => moneyByYear({ prices: "of each year", values: said.values })).code).toBe(
      "mixed-prices",
    );
    expect(moneyByYear({ prices: "of each year", values: nominal.values }).total().toString()).toBe(
      "186000 GBP",
    );
  });

  test("a unit cost is not indexed twice, and goes on from the prices that it is in", () => {
    const unitCost = given(300, "GBP/starts", { name: "unitCost" });
    const once = toPrices(unitCost, { from: "2021/22", to: "2022/23", index });
    const twice = refused(() => toPrices(once, { from: "2021/22", to: "2022/23", index }));
    expect(twice.code).toBe("mixed-prices");
    expect(twice.message).toContain("The unitCost is in prices of 2022/23, and is not in prices of 2021/22.");
    const back = toPrices(once, { from: "2022/23", to: "2021/22", index });
    expect(agree(valueOf(back), valueOf(unitCost))).toBe(true);
  });

  test("nominal money of a year is in the prices of that year", () => {
    const nominal = inPrices(
      moneyByYear({ prices: "2021/22", values: { "2021/22": 60_000, "2022/23": 120_000 } }),
      "of each year",
      index,
    );
    const later = nominal.values["2022/23"];
    if (later === undefined) return expect.unreachable();
    expect(toPrices(later, { from: "2022/23", to: "2022/23", index }).toString()).toBe("126000 GBP");
    expect(
      moneyByYear({ prices: "2022/23", values: { "2022/23": later } })
        .total()
        .toString(),
    ).toBe("126000 GBP");
  });

  test.for<readonly [string, () => unknown, string]>([
    [
      "nothing at all",
      () => (moneyByYear as () => unknown)(),
      'prices: expected the year of the prices, or "of each year"; received nothing.',
    ],
    [
      "a name misspelt",
      () => moneyByYear({ prices: "2021/22", nmae: "grant", values: { "2021/22": 1 } } as never),
      'nmae: expected a known name: name, prices, values; received "nmae". Did you mean "name"?',
    ],
    [
      "a name that is blank",
      () => moneyByYear({ name: " ", prices: "2021/22", values: { "2021/22": 1 } }),
      'name: expected what the money is called; received " ".',
    ],
    [
      "money that is discounted already",
      () => {
        const cost = moneyByYear({ prices: "2021/22", values: { "2021/22": 1000, "2022/23": 1035 } });
        const { years } = presentValue(cost, { yearZero: "2021/22", schedule: "Green Book" });
        return moneyByYear({ prices: "2021/22", values: years });
      },
      "This money by year has 2 problems:\n" +
        "  values.2021/22: expected money as it is spent; received money worth in 2021/22, which is discounted already.\n" +
        "  values.2022/23: expected money as it is spent; received money worth in 2021/22, which is discounted already.",
    ],
    [
      "money of financial years in prices of a contract's",
      () => moneyByYear({ prices: "contract year 1", values: { "2021/22": 1 } }),
      'prices: expected a financial year, as the money is of, or "of each year"; received "contract year 1".',
    ],
    [
      "an index of a year that is none",
      () => rebased({ ...index, values: { "2021/23": 100 } }, "2021/23"),
      'values.2021/23: expected a year, as 2021/22 or contract year 1; received "2021/23".',
    ],
    [
      "an index without the year",
      () => toPrices(given(1, "GBP", { name: "cost" }), { from: "2021/22", to: "2023/24", index }),
      "values.2023/24: expected a year of the index: 2021/22, 2022/23; received nothing.",
    ],
    [
      "prices of no year",
      () => moneyByYear({ prices: "real", values: { "2021/22": 1 } }),
      'prices: expected the year of the prices, or "of each year"; received "real".',
    ],
    [
      "no years",
      () => moneyByYear({ prices: "2021/22", values: {} }),
      "values: expected the money of a year or more; received none.",
    ],
    [
      "a gap",
      () => moneyByYear({ prices: "2021/22", values: { "2021/22": 1, "2023/24": 1 } }),
      "values.2023/24: expected years that follow each other",
    ],
    [
      "two calendars",
      () => moneyByYear({ prices: "2021/22", values: { "2021/22": 1, "contract year 1": 1 } }),
      "expected years that follow each other",
    ],
    [
      "no number",
      () => moneyByYear({ prices: "2021/22", values: { "2021/22": "£1" } }),
      "values.2021/22: expected a plain decimal number",
    ],
    [
      "an index of nought",
      () => rebased({ name: "an index", source: "x", values: { "2021/22": 0 } }, "2021/22"),
      "values.2021/22: expected above zero; received 0.",
    ],
    [
      "an index without a source",
      () => rebased({ name: "an index", values: { "2021/22": 1 } } as never, "2021/22"),
      "source: expected text",
    ],
  ])("%s: refused with its path", ([, act, message]) => {
    const refusal = refused(act);
    expect(refusal.code).toBe("invalid-data");
    expect(refusal.message).toContain(message);
  });
});

describe("present value", () => {
  // The Green Book schedule, recomputed.
  test("discount factors are the published ones", () => {
    const factors = discountFactors(32, greenBookSchedule);
    expect([1, 2, 3, 4, 5, 30, 31].map((year) => toTen(factors[year]))).toEqual([
      "0.9661835749",
      "0.9335107004",
      "0.9019427057",
      "0.8714422277",
      "0.8419731669",
      "0.3562784106",
      "0.3459013695",
    ]);
    expect(toTen(annuityFactor({ discountFactors: factors.slice(1, 6) }))).toBe("4.5150523755");
  });

  test("five years of £1 from year 1 are worth the published annuity, and £1 a year", () => {
    const values = Object.fromEntries(
      [1, 2, 3, 4, 5].map((year) => [`contract year ${String(year + 1)}`, 1]),
    );
    const money = moneyByYear({ prices: "2021/22", values });
    const worth = presentValue(money, { yearZero: "contract year 1", schedule: "Green Book" });
    expect(toTen(worth.presentValue)).toBe("4.5150523755 GBP");
    expect(String(worth.equivalentAnnualCost)).toBe("1 GBP");
  });

  test("what is spent later is worth less, and the equal amount is worth what the years are", () => {
    fc.assert(
      fc.property(someMoney, (money) => {
        const discounting = { yearZero: "2021/22", schedule: "Green Book" } as const;
        const { presentValue: worth, equivalentAnnualCost: equal } = presentValue(money, discounting);
        expect(worth.value.lessThan(money.total().value)).toBe(true);
        const same = moneyByYear({
          prices: "2021/22",
          values: Object.fromEntries(labels.map((label) => [label, equal])),
        });
        expect(agree(valueOf(presentValue(same, discounting).presentValue), valueOf(worth))).toBe(true);
      }),
      runs,
    );
  });

  test("a discount rate is an input like any other", () => {
    const money = moneyByYear({ prices: "2021/22", values: { "2022/23": 1035 } });
    const { presentValue: worth } = presentValue(money, { yearZero: "2021/22", schedule: "Green Book" });
    expect(toTen(worth)).toBe("1000 GBP");
    const path = "discounting.Green Book.bands.0.rate";
    expect(toTen(whatIf(worth, { [path]: "0.15" }))).toBe("900 GBP");
    expect(sensitivity(worth).rows.map((row) => row.path)).toContain(path);
  });

  test("health at 1.5% beside the standard 3.5% is an input of its own", () => {
    const money = moneyByYear({ prices: "2021/22", values: { "2022/23": 1035 } });
    const health = { ...greenBookSchedule, name: "health", bands: [{ fromYear: 0, rate: "0.015" }] };
    const worthAt = (schedule: DiscountSchedule): Figure =>
      presentValue(money, { yearZero: "2021/22", schedule }).presentValue;
    const gained = worthAt(health).minus(worthAt(greenBookSchedule));
    // 1,035 at 1.5% and at 3.5% a year later: 1,019.70 and 1,000. At 15%, 900.
    expect(gained.rounded({ places: 2, mode: "half even" }).toString()).toBe("19.7 GBP");
    const moved = whatIf(gained, { "discounting.Green Book.bands.0.rate": "0.15" });
    expect(moved.rounded({ places: 2, mode: "half even" }).toString()).toBe("119.7 GBP");
    expect(toTen(whatIf(gained, { "discounting.health.bands.0.rate": "0.035" }))).toBe("0 GBP");
  });

  test("of two schedules under one name and of other rates nobody can tell which is moved", () => {
    const money = moneyByYear({ prices: "2021/22", values: { "2022/23": 1035 } });
    const other = { ...greenBookSchedule, bands: [{ fromYear: 0, rate: "0.015" }] };
    const [a, b] = [greenBookSchedule, other].map(
      (schedule) => presentValue(money, { yearZero: "2021/22", schedule }).presentValue,
    );
    if (a === undefined || b === undefined) return expect.unreachable();
    expect(refused(() => whatIf(a.minus(b), {})).code).toBe("ambiguous-input");
  });

  test("biases of several estimates are inputs of their own, also where they are equal", () => {
    const cost = moneyByYear({ prices: "2021/22", values: { "2021/22": 50_000 } });
    const biasOf = (name: string): Figure =>
      withOptimismBias(cost, { value: "0.1", low: 0, high: "0.24" }, { name }).optimismBias.total();
    const added = biasOf("buildings").plus(biasOf("equipment"));
    expect(String(added)).toBe("10000 GBP");
    // 24% of 50,000 and, still, 10%.
    expect(String(whatIf(added, { "biasPerPound.buildings": "0.24" }))).toBe("17000 GBP");
    expect(refused(() => whatIf(added, { "biasPerPound.buildings": "-0.1" }))).toEqual({
      code: "out-of-range",
      message: "biasPerPound.buildings is zero or more; received -0.1.",
    });
    const alone = withOptimismBias(cost, "0.1").optimismBias.total();
    expect(String(whatIf(alone, { biasPerPound: "0.2" }))).toBe("10000 GBP");
  });

  test.for<readonly [string, object, string]>([
    ["no text", { name: 5 }, "options.name: expected what the bias is called; received 5."],
    ["blank", { name: " " }, 'options.name: expected what the bias is called; received " ".'],
    [
      "misspelt",
      { nmae: "buildings" },
      'options.nmae: expected a known name: name; received "nmae". Did you mean "name"?',
    ],
  ])("a bias whose name is %s is refused with its path", ([, options, message]) => {
    const cost = moneyByYear({ prices: "2021/22", values: { "2021/22": 50_000 } });
    const refusal = refused(() => withOptimismBias(cost, "0.1", options));
    expect(refusal.code).toBe("invalid-data");
    expect(refusal.message).toContain(message);
  });

  test("optimism bias is a line of its own, which the estimate does not hold", () => {
    const cost = moneyByYear({ prices: "2021/22", values: { "2021/22": 50_000, "2022/23": 30_000 } });
    const lines = withOptimismBias(cost, { value: "0.1", low: 0, high: "0.24", source: "illustrative" });
    expect(lines.estimate).toBe(cost);
    expect(lines.optimismBias.total().toString()).toBe("8000 GBP");
    expect(moneyTogether([lines.estimate, lines.optimismBias]).total().toString()).toBe("88000 GBP");
    expect(refused(() => withOptimismBias(cost, -1)).message).toContain(
      "biasPerPound: expected zero or more",
    );
    for (const bias of [15, { value: "0.15", high: 15 }])
      expect(refused(() => withOptimismBias(cost, bias)).message).toContain(
        "biasPerPound: expected at most 2, which is twice the estimate more; received 15. If 15% is meant, give 0.15.",
      );
    expect(withOptimismBias(cost, 2).optimismBias.total().toString()).toBe("160000 GBP");
  });

  const schedule = (...bands: DiscountSchedule["bands"]): DiscountSchedule => ({
    ...greenBookSchedule,
    bands,
  });
  test.for<readonly [string, DiscountSchedule, string]>([
    [
      "begins late",
      schedule({ fromYear: 1, rate: 0 }),
      "bands.0.fromYear: expected the year 0, so that no year is left out; received 1.",
    ],
    [
      "leaves a year out",
      schedule({ fromYear: 0, toYear: 5, rate: 0 }, { fromYear: 7, rate: 0 }),
      "bands.1.fromYear: expected the year 6, so that no year is left out; received 7.",
    ],
    [
      "overlaps",
      schedule({ fromYear: 0, toYear: 5, rate: 0 }, { fromYear: 5, rate: 0 }),
      "bands.1.fromYear: expected the year 6, so that no year is left out; received 5.",
    ],
    [
      "goes on after its end",
      schedule({ fromYear: 0, rate: 0 }, { fromYear: 5, rate: 0 }),
      "bands.1.fromYear: expected no band after one without an end; received 5.",
    ],
    [
      "ends",
      schedule({ fromYear: 0, toYear: 5, rate: 0 }),
      "bands.0.toYear: expected no end of the last band; received 5.",
    ],
    [
      "has a percentage",
      schedule({ fromYear: 0, rate: "3.5" }),
      "bands.0.rate: expected a share from 0 to 1; received 3.5. If 3.5% is meant, write 0.035.",
    ],
  ])("a schedule that %s is refused with its path", ([, one, message]) => {
    expect(refused(() => discountFactors(3, one)).message).toContain(message);
  });

  test("year 0 is no later than the money, and of its calendar; a thousand years are enough", () => {
    const money = moneyByYear({ prices: "2021/22", values: { "2021/22": 1 } });
    for (const yearZero of [
      "2022/23",
      "contract year 1",
      "contract year 0",
      "soon",
      "2021",
      "2021/99",
      "2020/99",
    ])
      expect(refused(() => presentValue(money, { yearZero, schedule: "Green Book" })).message).toContain(
        "yearZero: expected a year that is no later than 2021/22",
      );
    expect(refused(() => discountFactors(0, greenBookSchedule)).code).toBe("invalid-data");
    expect(
      refused(() => presentValue(money, { yearZero: "2021/22", schedule: "Greenbook" as "Green Book" }))
        .message,
    ).toContain(
      'schedule: expected "Green Book", or a schedule; received "Greenbook". Did you mean "Green Book"?',
    );
  });
});

describe("streams of money that say their names", () => {
  const stream = (name: string | undefined, pounds: number) =>
    moneyByYear({
      ...(name === undefined ? {} : { name }),
      prices: "2021/22",
      values: { "2021/22": pounds },
    });

  test("are told apart when they are added up, though they are the same in pounds", () => {
    const together = moneyTogether([stream("fees", 60_000), stream("grant", 60_000)]).total();
    // Ten thousand more of the grant
    expect(String(whatIf(together, { "money.grant.2021/22": 70_000 }))).toBe("130000 GBP");
    expect(sensitivity(together).rows.map(({ path }) => path)).toEqual([
      "money.fees.2021/22",
      "money.grant.2021/22",
    ]);
  });

  test.for([5, "", {}])("a name that is none: %o", (name) => {
    expect(refused(() => stream(name as never, 1)).message).toContain(
      "name: expected what the money is called",
    );
  });
});
