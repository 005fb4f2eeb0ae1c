import { describe, expect, test } from "vitest";
import { given, sum } from "volumes-and-values";
import type { Assumption, Figure } from "volumes-and-values";
import {
  exposure,
  fullCost,
  inPrices,
  moneyByYear,
  payment,
  recovery,
  shouldWeBid,
  smoothRampUp,
} from "volumes-and-values/provider";
import type { Bidder, Mechanism, PriceIndex } from "volumes-and-values/provider";
import { whatIf } from "volumes-and-values/readings";
import { nodesOf } from "../../../src/numbers/working.ts";
import { inputsOf } from "../../../src/readings/inputs.ts";
import { refused } from "../../numbers/refusal.ts";
import { costModel } from "../../support/providers.ts";

// Made up so that it can be followed by hand: prices rise by a quarter in the second year.
const index = { name: "an index", source: "illustrative", values: { "2021/22": 100, "2022/23": 125 } };
const indexed: Mechanism = {
  name: "Price",
  counts: "starts",
  parts: [{ pay: "per case", price: 500 }],
  indexation: { base: "2021/22", index },
  terms: { monthsInArrears: 1, onAccount: "delivered" },
};
const us: Bidder = {
  name: "us",
  mechanism: indexed,
  costs: [{ name: "centre", fixed: 40_000 }],
  costIndexation: { base: "2021/22", index },
};
const contract = { "2021/22": { cases: 100 }, "2022/23": { cases: 100 } };
const exposed = exposure(contract, us, { changes: [0] });
const nominal = "in prices of each year";
const byYear = (of: "income" | "cost" | "balance"): Readonly<Record<string, Figure<"GBP">>> =>
  Object.fromEntries(exposed.years.map(({ year, contracted }) => [year, contracted[of]]));

describe("an index that payment and costs share", () => {
  const ofCosts = (base: string, values: Readonly<Record<string, number>>): Bidder => ({
    ...us,
    costIndexation: { base, index: { ...index, values } },
  });

  test("and that lacks a year among the costs is lacking it there", () => {
    expect(refused(() => exposure(contract, ofCosts("2021/22", { "2021/22": 100 })))).toEqual({
      code: "invalid-data",
      message: [
        "This provider has 1 problem:",
        "  costIndexation.index.values.2022/23: expected the index of 2022/23; received none. Known: 2021/22. Add it.",
      ].join("\n"),
    });
  });

  test("is one input in the years that both have, and the costs' own in one that only they have", () => {
    const costs = ofCosts("2020/21", { "2020/21": 80, "2021/22": 100, "2022/23": 125 });
    const paths = [...inputsOf(exposure(contract, costs).at(0).balance).keys()];
    expect(paths.filter((path) => path.includes("index.values")).sort()).toEqual([
      "costIndexation.index.values.2020/21",
      "mechanism.indexation.index.values.2021/22",
      "mechanism.indexation.index.values.2022/23",
    ]);
  });
});

describe("an index whose copies say other ranges", () => {
  const uncertain = { value: 125, low: 120, high: 130 };
  const withIndices = (ofPayment: Assumption, ofCosts: Assumption): Bidder => ({
    ...us,
    mechanism: {
      ...indexed,
      indexation: { base: "2021/22", index: { ...index, values: { "2021/22": 100, "2022/23": ofPayment } } },
    },
    costIndexation: {
      base: "2021/22",
      index: { ...index, values: { "2021/22": "100.0", "2022/23": ofCosts } },
    },
  });
  const pathsOf = (provider: Bidder): readonly string[] =>
    [...inputsOf(exposure(contract, provider).at(0).balance).keys()].filter((path) =>
      path.endsWith("index.values.2022/23"),
    );
  const both = ["mechanism.indexation.index.values.2022/23", "costIndexation.index.values.2022/23"];
  const triangle = { kind: "triangular", low: 120, mode: 125, high: 130 } as const;

  test.for<readonly [string, Assumption, Assumption]>([
    ["in one of them", 125, uncertain],
    ["of other ends", uncertain, { ...uncertain, high: 131 }],
    [
      "drawn another way",
      { ...uncertain, distribution: { kind: "uniform", low: 120, high: 130 } },
      uncertain,
    ],
    [
      "drawn from others",
      { value: 125, distribution: triangle },
      { value: 125, distribution: { ...triangle, low: 119 } },
    ],
  ])("%s is two inputs, each under its own path", ([, one, other]) => {
    expect(pathsOf(withIndices(one, other))).toEqual(both);
  });

  test("but the same range in other digits, from another source, is one", () => {
    const other = { value: "125.0", low: "120", high: "130.00", source: "the same, elsewhere" };
    expect(pathsOf(withIndices(uncertain, other))).toEqual([both[0]]);
    const drawn = { value: 125, distribution: triangle };
    const again = {
      value: 125,
      distribution: { high: "130", mode: 125, low: "120.0", kind: "triangular" },
    } as const;
    expect(pathsOf(withIndices(drawn, again))).toEqual([both[0]]);
  });

  test("takes money back by its own, in inPrices too", () => {
    const real = moneyByYear({ name: "x", prices: "2021/22", values: { "2022/23": 1_000 } });
    const there = inPrices(real, "of each year", {
      ...index,
      values: { "2021/22": 100, "2022/23": uncertain },
    });
    const backBy = (value: Assumption): Figure =>
      inPrices(there, "2021/22", { ...index, values: { "2021/22": 100, "2022/23": value } }).total();
    const figuresOf = (figure: Figure): number =>
      nodesOf(figure).filter(({ name, about }) => name === "priceIndex" && about["year"] === "2022/23")
        .length;
    expect([uncertain, 125].map((value) => figuresOf(backBy(value)))).toEqual([1, 2]);
  });
});

describe("income that the mechanism's index made nominal", () => {
  const back = (of: "income" | "cost", by: PriceIndex = index): Figure<"GBP"> =>
    inPrices(moneyByYear({ prices: "of each year", values: byYear(of) }), "2021/22", by).total();
  const pathsOf = (figure: Figure): readonly string[] =>
    [...inputsOf(figure).keys()].filter((path) => path.includes("index."));

  test("is taken back by the same, so that it does not move with it", () => {
    for (const of of ["income", "cost"] as const) {
      expect([...pathsOf(back(of))].sort()).toEqual([
        "mechanism.indexation.index.values.2021/22",
        "mechanism.indexation.index.values.2022/23",
      ]);
      const moved = whatIf(back(of), { "mechanism.indexation.index.values.2022/23": 150 });
      expect(String(moved.rounded({ places: 20, mode: "half even" }))).toBe(String(back(of)));
    }
  });

  test("and not by one of another name, or of other numbers", () => {
    for (const other of [
      { ...index, name: "another" },
      { ...index, values: { "2021/22": 99, "2022/23": 124 } },
    ])
      expect(pathsOf(back("income", other)).filter((path) => path.startsWith("index."))).toHaveLength(2);
  });
});

describe("income and cost that are indexed are nominal, and say so", () => {
  test("in a year, over all years, and by month", () => {
    for (const { contracted } of exposed.years) {
      const { income, cost, balance, surplus, subsidy } = contracted;
      for (const money of [income, cost, balance, surplus, subsidy])
        expect(money.about).toEqual({ year: contracted.year, prices: nominal });
    }
    const { income, cost, mobilisation, balance, surplus, subsidy } = exposed.at(0);
    for (const money of [income, cost, mobilisation, balance, surplus, subsidy])
      expect(money.about).toEqual({ prices: nominal });
    const { months, trough } = exposed.cash(0);
    for (const { received, spent, balance: inHand } of [...months, trough])
      for (const money of [received, spent, inHand]) expect(money.about["prices"]).toBe(nominal);
    // 100 starts at £500, and at £625.
    expect(Object.values(byYear("income")).map(String)).toEqual(["50000 GBP", "62500 GBP"]);
  });

  test("and so is what one payment comes to", () => {
    const { total, owedToBuyer, perCase } = payment(indexed, {
      year: "2022/23",
      contracted: 100,
      delivered: 100,
    });
    expect([total, owedToBuyer].map(({ about }) => about)).toEqual([
      { year: "2022/23", prices: nominal },
      { year: "2022/23", prices: nominal },
    ]);
    expect(perCase).toMatchObject({ about: { prices: nominal } });
    const { indexation, ...plain } = indexed;
    expect(indexation).toBeDefined();
    expect(payment(plain, { contracted: 1, delivered: 1 }).total.about).toEqual({});
  });

  test("without an index they say nothing, and are taken at the caller's word", () => {
    const { indexation, ...mechanism } = indexed;
    const { costIndexation, ...rest } = us;
    expect([indexation, costIndexation]).not.toContain(undefined);
    const { income, cost } = exposure(contract, { ...rest, mechanism }).at(0);
    expect([income.about, cost.about]).toEqual([{}, {}]);
  });
});

describe("they are not taken for real", () => {
  test("by money by year", () => {
    const error = refused(() => moneyByYear({ prices: "2021/22", values: byYear("income") }));
    expect(error.code).toBe("mixed-prices");
    expect(error.message).toBe(
      "The totalPayment of 2022/23 is in prices of each year, and is not in prices of 2021/22. Say which it is in, or bring it to these with inPrices or toPrices.",
    );
    const income = moneyByYear({ prices: "of each year", values: byYear("income") });
    expect(String(inPrices(income, "2021/22", index).total())).toBe("100000 GBP");
  });

  test("nor what was made of them by arithmetic, under another name too", () => {
    const grant = given(1_000, "GBP", { name: "grant" });
    const made = Object.fromEntries(
      Object.entries(byYear("income")).map(([year, income]) => [
        year,
        income.plus(grant).times(2).named("income and grant, twice", { year }),
      ]),
    );
    expect(refused(() => moneyByYear({ prices: "2021/22", values: made })).code).toBe("mixed-prices");
    expect(String(moneyByYear({ prices: "of each year", values: made }).total())).toBe("229000 GBP");
  });

  test("a share of nominal money is no money, and takes its prices to nothing", () => {
    const { income, cost } = exposed.at(0);
    const recovered = income.dividedBy(cost).named("recovered");
    const real = given(1_000, "GBP", { name: "value", about: { prices: "in prices of 2021/22" } });
    const part = real.times(recovered).in("GBP");
    expect(() => moneyByYear({ prices: "2021/22", values: { "2021/22": part } })).not.toThrow();
  });

  test("by full cost, and by a smoother profile with one cost of a start", () => {
    const model = costModel({ direct: [{ line: "centre", cost: 50_000 }] });
    const real = moneyByYear({ prices: "2021/22", values: { "2021/22": 1_000, "2022/23": 1_000 } });
    const cost = fullCost(model, {
      volumes: [
        { year: "2021/22", starts: 100 },
        { year: "2022/23", starts: 100 },
      ],
      lines: [{ group: "direct", line: "legal", amounts: real.values }],
    });
    expect(refused(() => recovery(cost, { income: byYear("income") })).code).toBe("mixed-prices");
    const profile = {
      before: given(1_000, "GBP", { name: "before", about: { prices: nominal } }),
      years: Object.entries(byYear("income")).map(([year, indicativeValue]) => ({ year, indicativeValue })),
    };
    const even = { leastLargestGap: "at equal total spend" } as const;
    expect(() => smoothRampUp(profile, even)).not.toThrow();
    expect(refused(() => smoothRampUp({ ...profile, costPerStart: 300 }, even)).message).toBe(
      "A profile in prices of each year goes with no one cost of a start for all of them. Bring it to the prices of one year first, with inPrices.",
    );
  });
});

describe("a price that says its prices is not set against money in others", () => {
  const price = given(400, "GBP/cases", { name: "price", about: { prices: "in prices of 2021/22" } });
  test("as the price that a case is paid", () => {
    expect(refused(() => exposed.volumesPaying(price, "2022/23")).code).toBe("mixed-prices");
    expect(exposed.volumesPaying(price, "2021/22")).toEqual([]);
  });
  test("as the price of a bid whose costs are indexed", () => {
    const options = { changes: [{ change: 0, weight: 1 }], chance: 1 };
    expect(refused(() => shouldWeBid(contract, us, { ...options, price })).code).toBe("mixed-prices");
  });
});

describe("sums and differences look at prices", () => {
  const money = (pounds: number, prices?: string): Figure<"GBP"> =>
    given(pounds, "GBP", { name: "value", ...(prices === undefined ? {} : { about: { prices } }) });
  const [real, paid, unsaid] = [money(100, "in prices of 2021/22"), money(105, nominal), money(5)];

  test("and refuse two of them, whichever comes first and whatever the sum", () => {
    const sums: readonly (() => unknown)[] = [
      () => real.plus(paid),
      () => paid.minus(real),
      () => real.min(paid),
      () => paid.max(real),
      () => unsaid.clampedTo(unsaid, real).plus(real.clampedTo(paid, paid)),
      () => sum("GBP", [unsaid, real, unsaid, paid]),
    ];
    for (const added of sums) expect(refused(added).code).toBe("mixed-prices");
    expect(refused(() => real.plus(paid)).message).toBe(
      "sum takes money in prices of 2021/22, and received money in prices of each year. Convert it with toPrices first.",
    );
  });

  test("what says nothing of its prices goes with either", () => {
    expect([real.plus(unsaid), unsaid.plus(paid), sum("GBP", [unsaid, paid, paid])].map(String)).toEqual([
      "105 GBP",
      "110 GBP",
      "215 GBP",
    ]);
  });
});
