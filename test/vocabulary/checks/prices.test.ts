import { describe, expect, it } from "vitest";
import { essexPlan, essexWith, onlyProblemIn, problemsIn } from "../../support/plans.ts";
import type { Json, JsonObject } from "../../support/plans.ts";

const values = { "2021/22": 100, "2022/23": "102.5", "2023/24": 106 };
const pricesWith = (changes: JsonObject = {}, of = "2021/22"): JsonObject => ({
  of,
  index: { name: "An index", source: "illustrative", values: { ...values, ...changes } },
});
const problemWith = (changes: JsonObject) => onlyProblemIn(essexWith({ prices: pricesWith(changes) }));

describe("the prices of a plan", () => {
  it("are those of a year of the index, which has every year of the plan", () => {
    expect(essexPlan({ prices: pricesWith() }).prices?.of).toBe("2021/22");
    expect(essexPlan({ prices: pricesWith({ "2019/20": 95 }, "2019/20") }).prices?.of).toBe("2019/20");
  });

  it("a year of the plan without an index is refused by its name, and no other year is offered for it", () => {
    const others = { "2021/22": 100, "2023/24": 106 };
    expect(
      onlyProblemIn(
        essexWith({ prices: { of: "2021/22", index: { name: "x", source: "x", values: others } } }),
      ),
    ).toEqual({
      path: "prices.index.values.2022/23",
      expected: "the index of every year of the plan",
      received: "nothing",
      message: "prices.index.values.2022/23: expected the index of every year of the plan; received nothing.",
    });
  });

  it("contract years need an index of their own", () => {
    const calendar = { years: "contract", count: 2 };
    expect(problemsIn(essexWith({ calendar, prices: pricesWith() })).map(({ path }) => path)).toEqual([
      "prices.index.values.contract year 1",
      "prices.index.values.contract year 2",
    ]);
    const years = { "contract year 1": 101, "contract year 2": 104 };
    expect(essexPlan({ calendar, prices: pricesWith(years) }).prices?.of).toBe("2021/22");
  });

  it.each<readonly [string, Json, string]>([
    ["nought", 0, "prices.index.values.2022/23: expected above zero; received 0."],
    ["below nought", "-102.5", "prices.index.values.2022/23: expected above zero; received -102.5."],
    [
      "a low of nought",
      { value: 102, low: 0 },
      "prices.index.values.2022/23.low: expected above zero; received 0.",
    ],
  ])("an index of %s is refused", (_, value, message) => {
    expect(problemWith({ "2022/23": value }).message).toBe(message);
  });

  it("a year that is none is refused as one", () => {
    for (const year of ["2021/23", "2022", "year 1"])
      expect(problemWith({ [year]: 100 }).message).toBe(
        `prices.index.values.${year}: expected a year, as 2021/22 or contract year 1; received "${year}".`,
      );
  });

  it("a base year that the index does not have is refused, with those it has", () => {
    expect(onlyProblemIn(essexWith({ prices: pricesWith({}, "2019/20") })).message).toBe(
      'prices.of: expected a year of the index: 2021/22, 2022/23, 2023/24; received "2019/20".',
    );
  });

  it("a price base that is another than that of the costs is refused", () => {
    const prices = pricesWith();
    expect(onlyProblemIn(essexWith({ prices, basis: { priceBase: "2020/21" } })).message).toBe(
      'basis.priceBase: expected "2021/22", as prices.of has it; received "2020/21".',
    );
    expect(essexPlan({ prices, basis: { priceBase: "2021/22" } }).basis?.priceBase).toBe("2021/22");
  });
});
