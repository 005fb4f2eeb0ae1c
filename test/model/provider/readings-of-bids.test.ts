import { describe, expect, test } from "vitest";
import { given, isAbsent } from "volumes-and-values";
import type { Figure, Maybe } from "volumes-and-values";
import {
  exposure,
  fullCost,
  moneyByYear,
  monthlyFlows,
  offersSideBySide,
  payment,
  recovery,
  shouldWeBid,
} from "volumes-and-values/provider";
import type { Bidder } from "volumes-and-values/provider";
import { sensitivity, whatIf } from "volumes-and-values/readings";
import { simulate } from "volumes-and-values/simulation";
import { inputsOf } from "../../../src/readings/inputs.ts";
import { refused } from "../../numbers/refusal.ts";
import { costModel } from "../../support/providers.ts";

// All prices, costs and volumes are made up, so that they can be followed by hand.
const year = "2022/23";
const there = <U extends string>(figure: Maybe<U>): Figure<U> =>
  isAbsent(figure) ? expect.fail(figure.absent) : figure;

describe("the price for full recovery at a chance", () => {
  const bid = (fixed: number) =>
    shouldWeBid(
      { [year]: { cases: 100 } },
      {
        name: "us",
        mechanism: { name: "Price", counts: "starts", parts: [{ pay: "per case", price: 260 }] },
        costs: [
          { name: "premises", fixed, perCase: 100 },
          { name: "rooms", steps: { each: 40, amount: 5_000 } },
        ],
      },
      {
        changes: [
          { change: 0, weight: 1 },
          { change: "0.3", weight: 1 },
        ],
        chance: "0.9",
      },
    );

  test("follows whichever of its volumes is the dearest", () => {
    // 100 cases take three rooms and 130 take four: 26,000 over 100 and 34,000 over 130 with 1,000 of premises.
    expect(String(there(bid(1_000).priceForFullRecovery))).toMatch(/^261\.53/);
    const asked = whatIf(there(bid(1_000).priceForFullRecovery), { "costs.0.fixed": 20_000 });
    expect(String(asked)).toBe(String(there(bid(20_000).priceForFullRecovery)));
    expect(String(asked)).toBe("450 GBP/cases");
  });

  test("has no answer where other volumes become the cheapest", () => {
    const half = shouldWeBid(
      { [year]: { cases: 100 } },
      {
        name: "us",
        mechanism: { name: "Price", counts: "starts", parts: [{ pay: "per case", price: 260 }] },
        costs: [
          { name: "premises", fixed: 1_000, perCase: 100 },
          { name: "rooms", steps: { each: 110, amount: 5_000 } },
        ],
      },
      {
        changes: [
          { change: 0, weight: 1 },
          { change: "0.3", weight: 1 },
        ],
        chance: "0.5",
      },
    );
    // 16,000 over 100 and 24,000 over 130: the first is the cheapest, until premises cost much.
    expect(String(there(half.priceForFullRecovery))).toBe("160 GBP/cases");
    const error = refused(() => whatIf(there(half.priceForFullRecovery), { "costs.0.fixed": 50_000 }));
    expect(error.code).toBe("out-of-range");
    expect(error.message).toContain("pricesAmiss");
  });
});

test("a price for full recovery has no answer where fewer volumes come to be enough", () => {
  const bid = (change: string) =>
    shouldWeBid(
      { [year]: { cases: 100 } },
      {
        name: "us",
        mechanism: { name: "Price", counts: "starts", parts: [{ pay: "per case", price: 50 }] },
        costs: [{ name: "premises", fixed: 12_000 }],
      },
      {
        changes: [
          { change, weight: 1 },
          { change: 0, weight: 4 },
        ],
        chance: "0.8",
      },
    ).priceForFullRecovery;
  // Four in five expect 100 cases: £120 each. More cases cost less, and fewer cost more, than anybody need ask for.
  expect([bid("0.2"), bid("-0.5")].map(String)).toEqual(["120 GBP/cases", "120 GBP/cases"]);
  expect(String(whatIf(there(bid("0.2")), { "changes.0.change": "0.4" }))).toBe("120 GBP/cases");
  const error = refused(() => whatIf(there(bid("0.2")), { "changes.0.change": "-0.5" }));
  expect(error.message).toContain("pricesAmiss");
});

describe("break-evens", () => {
  test("are found where a limit is met just where another whole step of cost begins", () => {
    const [found, ...others] =
      exposure(
        { [year]: { cases: 30 } },
        {
          name: "us",
          mechanism: {
            name: "Price",
            counts: "starts",
            parts: [{ pay: "per case", price: 100 }],
            atMost: 1_400,
          },
          costs: [
            { name: "premises", fixed: 200 },
            { name: "rooms", steps: { each: 7, amount: 500 } },
          ],
        },
      ).years[0]?.breakEvens ?? [];
    // One room costs 700 with the premises, which 7 cases pay; two cost 1,200, which 12 pay, and the third from 15 on 1,700.
    expect([found, ...others].map((one) => [String(one?.volume), one?.leadsTo])).toEqual([
      ["7 cases", "neither"],
      ["12 cases", "surplus"],
      ["14 cases", "subsidy"],
    ]);
  });

  const blocked = (amount: number) =>
    exposure(
      { [year]: { cases: 500 } },
      {
        name: "us",
        mechanism: { name: "Block", counts: "starts", parts: [{ pay: "block", amount }] },
        costs: [{ name: "rooms", perCase: 100, steps: { each: 100, amount: 10_000 } }],
      },
    ).years[0]?.breakEvens.map(({ volume, leadsTo }) => [String(volume), leadsTo]);

  test("are found where a whole step takes all that was left, to the pound", () => {
    // 400 cases cost 80,000; one more takes 10,000 and comes to the 90,000 of the block.
    expect(blocked(90_000)).toEqual([["400 cases", "subsidy"]]);
    expect(blocked(89_999)).toEqual([["400 cases", "subsidy"]]);
  });

  test("are none where another case costs more than it brings", () => {
    const perCase = { value: 300, low: 250, high: 400, source: "illustrative" };
    const [found] =
      exposure(
        { [year]: { cases: 500 } },
        {
          name: "us",
          mechanism: { name: "Price", counts: "starts", parts: [{ pay: "per case", price: 350 }] },
          costs: [{ name: "workers", fixed: 20_000, perCase }],
        },
      ).years[0]?.breakEvens ?? [];
    const volume = found?.volume as Figure;
    // £50 of each case pay for 20,000; of a case that costs £360 there is nothing to pay with.
    expect(String(volume)).toBe("400 cases");
    expect(refused(() => whatIf(volume, { "costs.0.perCase": 360 })).message).toContain(
      "This line comes to cost, or to the price, at no volume then: make the exposure anew with the value.",
    );
    const drawn = simulate(volume, { draws: 1_000, seed: 1 });
    expect(drawn.shareBelow(0)).toBe(0);
    expect(drawn.failed.count).toBeGreaterThan(0);
  });

  test("at a whole step stay there, whatever is contracted", () => {
    const [found] =
      exposure(
        { [year]: { cases: 900 } },
        {
          name: "us",
          mechanism: { name: "Block", counts: "starts", parts: [{ pay: "block", amount: 100_000 }] },
          costs: [
            { name: "premises", fixed: 60_000 },
            { name: "workers", steps: { each: 225, amount: 12_000 } },
          ],
        },
      ).years[0]?.breakEvens ?? [];
    expect(found?.exact).toBe(false);
    expect(String(found?.volume)).toBe("675 cases");
    expect(sensitivity(found?.volume as Figure).rows).toEqual([]);
  });
});

describe("an index that payment and cost share", () => {
  const index = {
    name: "CPI",
    source: "illustrative",
    values: { "2021/22": 100, "2022/23": { value: 105, low: 100, high: 112 } },
  };
  const indexation = { base: "2021/22", index };
  const balanceWith = (costIndexation: Bidder["costIndexation"]) =>
    exposure(
      { [year]: { cases: 100 } },
      {
        name: "us",
        mechanism: {
          name: "Price",
          counts: "starts",
          parts: [{ pay: "per case", price: 300 }],
          indexation,
        },
        costs: [{ name: "workers", perCase: 290 }],
        costIndexation,
      },
    ).at(0).balance;

  test("is one input, and moves both together", () => {
    const balance = balanceWith(indexation);
    // 100 cases leave £10 each at the prices of 2021/22.
    expect(String(balance)).toBe("1050 GBP");
    expect(String(whatIf(balance, { "mechanism.indexation.index.values.2022/23": 112 }))).toBe("1120 GBP");
    expect(simulate(balance, { draws: 500, seed: 1 }).shareBelow(1_000)).toBe(0);
  });

  test("however it is written, and with a year more", () => {
    const values = { ...index.values, "2021/22": "100.0", "2023/24": 110 };
    const written = { base: "2021/22", index: { source: "illustrative", values, name: "CPI" } };
    const paths = sensitivity(balanceWith(written)).rows.map(({ path }) => path);
    expect(paths.filter((path) => path.startsWith("costIndexation"))).toEqual([]);
  });

  test("and another index of costs is another input", () => {
    const other = { base: "2021/22", index: { ...index, name: "pay" } };
    const paths = sensitivity(balanceWith(other)).rows.map(({ path }) => path);
    expect(paths).toContain("costIndexation.index.values.2022/23");
    expect(paths).toContain("mechanism.indexation.index.values.2022/23");
  });
});

describe("prices of offers and bids", () => {
  const model = costModel({ direct: [{ line: "workers", costPerStart: 20 }] });
  const costIn = (prices: string) =>
    fullCost(model, {
      volumes: [{ year, starts: 100 }],
      lines: [
        { group: "tupe", line: "legal", amounts: moneyByYear({ prices, values: { [year]: 10_000 } }).values },
      ],
    });
  const us = (indexation?: "of each year"): Bidder => ({
    name: "us",
    mechanism: {
      name: "Price",
      counts: "starts",
      parts: [{ pay: "per case", price: 260 }],
      ...(indexation === undefined ? {} : { indexation }),
    },
    costs: [],
    ...(indexation === undefined ? {} : { costIndexation: indexation }),
  });
  const nominalPrice = given(140, "GBP/cases", {
    name: "price",
    about: { prices: "in prices of each year" },
  });

  test("a nominal price is not set against real cost", () => {
    const options = { changes: [{ change: 0, weight: 1 }], chance: 1, price: nominalPrice };
    const volumes = { [year]: { cases: 100 } };
    const bidOn = (prices: string) => shouldWeBid(volumes, us(), { ...options, cost: costIn(prices) });
    expect(refused(() => bidOn("2021/22")).code).toBe("mixed-prices");
    expect(bidOn("of each year").bid).toBe(true);
    const perStart = given(140, "GBP/starts", {
      name: "price",
      about: { prices: "in prices of each year" },
    });
    expect(refused(() => recovery(costIn("2021/22"), { pricePerStart: perStart })).code).toBe("mixed-prices");
  });

  test("a price of one year is nominal in that year, and in no other", () => {
    const own = (of: string) => ({
      changes: [{ change: 0, weight: 1 }],
      chance: 1,
      price: given(140, "GBP/cases", { name: "price", about: { year: of, prices: `in prices of ${of}` } }),
      cost: costIn("of each year"),
    });
    const volumes = { [year]: { cases: 100 } };
    expect(shouldWeBid(volumes, us("of each year"), own(year)).bid).toBe(true);
    expect(refused(() => shouldWeBid(volumes, us("of each year"), own("2021/22"))).code).toBe("mixed-prices");
  });

  test("a real offer does not stand beside a nominal one", () => {
    const volumes = { [year]: { cases: 100 } };
    const offer = (name: string, prices: string) => ({ name, volumes, provider: us(), cost: costIn(prices) });
    const beside = (prices: string) =>
      offersSideBySide([offer("one", "2021/22"), offer("other", prices)], { changes: [0] });
    expect(refused(() => beside("of each year")).code).toBe("mixed-prices");
    expect(beside("2021/22").rows).toHaveLength(2);
  });

  test("cost in the prices of its one year is nominal, beside referrals that are not appropriate too", () => {
    const referrals = { appropriateShare: "0.8", costPerReferral: 10, borneShare: "0.5" };
    const { cost } = exposure(
      { [year]: { cases: 100, referrals: 100 } },
      { ...us("of each year"), referrals },
      { cost: costIn(year) },
    ).at(0);
    // £20 for each of 100, 10,000 of legal cost, and half of £10 for each of 25 who should not have come.
    expect(String(cost)).toBe("12125 GBP");
    expect(cost.about).toEqual({ prices: "in prices of each year" });
  });
});

describe("the steps of a payment", () => {
  const paid = { year, contracted: 10, delivered: 10 };

  test("come to what is paid with each milestone in turn", () => {
    const made = payment(
      {
        name: "Block",
        counts: "starts",
        parts: [{ pay: "block", amount: 100 }],
        mobilisation: [
          { name: "staff hired", amount: 10, on: "2022-05-01" },
          { name: "doors open", amount: 20, on: "2022-06-01" },
        ],
      },
      paid,
    );
    expect(made.table().map((step) => step["comes to"])).toEqual(["100", "110", "130"]);
  });

  test("ask for the share achieved of a measure, whatever it is called", () => {
    const credits = {
      atMostShare: "0.1",
      measures: [{ name: "constructor", targetShare: "0.9", creditPerShortfall: 1 }],
    };
    const mechanism = {
      name: "Block",
      counts: "starts",
      parts: [{ pay: "block", amount: 100 }],
      serviceCredits: credits,
    } as const;
    expect(refused(() => payment(mechanism, { ...paid, performance: {} })).message).toContain(
      "volumes.2022/23.performance.constructor: expected the share achieved",
    );
  });
});

describe("limits and stages in a what-if", () => {
  test("a minimum by year stays within the maximum of its year", () => {
    const { total } = payment(
      {
        name: "Price",
        counts: "starts",
        parts: [{ pay: "per case", price: 100 }],
        atMost: { by: "year", values: { "2021/22": 10_000, "2022/23": 12_000 } },
        atLeast: { by: "year", values: { "2021/22": 5_000, "2022/23": 6_000 } },
      },
      { year, contracted: 80, delivered: 80 },
    );
    expect(String(whatIf(total, { "atLeast.values.2022/23": 9_000 }))).toBe("9000 GBP");
    expect(refused(() => whatIf(total, { "atLeast.values.2022/23": 20_000 })).code).toBe("out-of-range");
  });

  test("no more finish than start, whatever their complexity is called", () => {
    const { dropOuts } = monthlyFlows(
      { "2021/22": { referrals: 100, starts: 80, completions: 40 } },
      { complexity: "very-high", from: "2021-04-01", lagToStart: 0, lagToCompletion: 3, lagToDropOut: 1 },
    ).total();
    expect(
      refused(() => whatIf(dropOuts, { "volumes.very-high.2021/22.completions": 95 })).message,
    ).toContain("at most the 80 of volumes.very-high.2021/22.starts");
  });
});

describe("a bid at a price made of costs that share their index with the mechanism", () => {
  const indexed = (of2022: number | object): Bidder => {
    const index = {
      name: "CPI",
      source: "illustrative",
      values: { "2021/22": 100, [year]: of2022 as number },
    };
    const indexation = { base: "2021/22", index };
    return {
      name: "us",
      mechanism: {
        name: "Price",
        counts: "starts",
        parts: [{ pay: "per case", price: 300 }],
        indexation,
      },
      costs: [{ name: "centre", perCase: 200 }],
      costIndexation: indexation,
    };
  };
  const contract = { [year]: { cases: 100 } };
  const asked = { changes: [{ change: 0, weight: 1 }], chance: 1 } as const;
  const balanceOf = (provider: Bidder) => {
    const price = there(shouldWeBid(contract, provider, asked).priceForFullRecovery);
    return shouldWeBid(contract, provider, { ...asked, price }).outcomes[0]?.balance as Figure<"GBP">;
  };

  test("recovers them whatever the index, since there is one of it", () => {
    const balance = balanceOf(indexed(104));
    expect([...inputsOf(balance).keys()].filter((path) => path.includes("index.values"))).toEqual([
      "mechanism.indexation.index.values.2022/23",
      "mechanism.indexation.index.values.2021/22",
    ]);
    const moved = whatIf(balance, { "mechanism.indexation.index.values.2022/23": 110 });
    expect([balance, moved].map(String)).toEqual(["0 GBP", "0 GBP"]);
    const drawn = simulate(balanceOf(indexed({ value: 104, low: 101, high: 112 })), { draws: 500, seed: 1 });
    expect([drawn.shareBelow(0), drawn.shareAbove(0)]).toEqual([0, 0]);
  });

  test("and its costs hang on the same input at a price that is a number", () => {
    const [outcome] = shouldWeBid(contract, indexed(104), { ...asked, price: 300 }).outcomes;
    // 100 cases at £200, a tenth up.
    const cost = whatIf(outcome?.cost as Figure, { "mechanism.indexation.index.values.2022/23": 110 });
    expect(String(cost)).toBe("22000 GBP");
  });
});
