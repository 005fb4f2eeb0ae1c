import { describe, expect, test } from "vitest";
import { given, isAbsent, present } from "volumes-and-values";
import { exposure, monthlyFlows, offersSideBySide, shouldWeBid } from "volumes-and-values/provider";
import type { BidOptions, Bidder } from "volumes-and-values/provider";
import { explain, sensitivity, whatIf } from "volumes-and-values/readings";
import { nodesOf } from "../../../src/numbers/working.ts";
import { refusal } from "../../numbers/refusal.ts";
import { contractedInYear, mechanisms } from "../../support/mechanisms.ts";

const centre: Bidder = {
  name: "illustrative",
  mechanism: { ...mechanisms.unitPrice, mobilisation: [{ name: "live", amount: 10_000, on: "2021-06-26" }] },
  costs: [{ name: "staff", fixed: 70_000, perCase: 100 }],
};
const toTheLast = { places: 20, mode: "half even" } as const;
const volumes = { "2021/22": { cases: 300 }, "2022/23": { cases: 700 } };
const changes = [
  { change: "-0.5", weight: 1 },
  { change: 0, weight: 2 },
  { change: "0.25", weight: 1 },
];

describe("whether to bid", () => {
  test("goes by the chance that income comes to cost over the whole contract", () => {
    // 1,000 cases: 260,000 against 240,000. 500: 135,000 against 190,000. 1,250: 322,500 against 265,000.
    const decision = shouldWeBid(volumes, centre, { changes, chance: "0.75" });
    expect(decision.outcomes.map(({ balance, likelihood }) => [balance.toString(), likelihood])).toEqual([
      ["-55000 GBP", "0.25"],
      ["20000 GBP", "0.5"],
      ["57500 GBP", "0.25"],
    ]);
    expect([decision.bid, decision.chanceOfRecovery]).toEqual([true, "0.75"]);
    expect(shouldWeBid(volumes, centre, { changes, chance: "0.76" }).bid).toBe(false);
  });

  test("at the price it asks for, it bids, and a penny below it does not", () => {
    const { priceForFullRecovery } = shouldWeBid(volumes, centre, { changes, chance: "0.9" });
    // Half the volume: (190,000 − 10,000) ÷ 500
    expect(present(priceForFullRecovery).toString()).toBe("360 GBP/cases");
    expect(shouldWeBid(volumes, centre, { changes, chance: "0.9", price: 360 }).bid).toBe(true);
    expect(shouldWeBid(volumes, centre, { changes, chance: "0.9", price: "359.99" }).bid).toBe(false);
  });

  test("says how many times all that is paid must be, and how many places finishers take at the same chance", () => {
    const finishers = { completions: 10, completionsPerPlace: { count: 1, of: 3 } };
    const { multipleForFullRecovery, places } = shouldWeBid(volumes, centre, {
      changes,
      chance: "0.9",
      finishers,
    });
    expect(multipleForFullRecovery).toMatchObject({ unit: "ratio" });
    // RR3 meeting note: to get 10 finishers must one provide 30 places? Nine times in ten it takes 40.
    expect(places).toBe(40);
  });

  test("refuses weights and chances that are none, and a price for nobody", () => {
    const message = (options: object): string =>
      refusal(() => shouldWeBid(volumes, centre, { changes, chance: "0.9", ...options })).message;
    expect(message({ chance: 90 })).toContain("If 90% is meant, give 0.9.");
    expect(message({ chance: 0 })).toBe(
      "chance is above zero; received 0. Any price is enough for a chance of nothing.",
    );
    expect(message({ changes: [] })).toContain("weights come to more than nothing");
    expect(message({ changes: [{ change: 0, weight: -1 }] })).toContain("changes.0.weight is zero or more");
    expect(message({ changes: [{ change: -1, weight: 1 }] })).toContain("changes.0.change is above -1");
  });
});

describe("rounding and a decision to bid", () => {
  const priced = (price: number): Bidder => ({
    name: "illustrative",
    mechanism: { name: "Price", counts: "starts", parts: [{ pay: "per case", price }] },
    costs: [{ name: "all", fixed: 100_000 }],
  });
  const thirds = ["-0.2", 0, "0.3"].map((change) => ({ change, weight: 1 }));

  test("three outcomes that are equally likely and all recover are certain together", () => {
    const decision = shouldWeBid({ "2021/22": { cases: 400 } }, priced(1000), { changes: thirds, chance: 1 });
    expect([decision.bid, decision.chanceOfRecovery]).toEqual([true, "1"]);
    expect(decision.because).toContain("a chance of 1, and 1 is asked for");
  });

  test("five of six recover as often as a chance of five sixths, written to forty digits, asks for", () => {
    const changes = ["-0.4", 0, "0.3", "0.4", "0.5", "0.6"].map((change) => ({ change, weight: 1 }));
    const chance = "0.8333333333333333333333333333333333333334";
    expect(shouldWeBid({ "2021/22": { cases: 400 } }, priced(300), { changes, chance }).bid).toBe(true);
  });

  test("the price for full recovery, given back, recovers: £100,000 over 300 cases is no whole number of pence", () => {
    const asked = { changes: [{ change: 0, weight: 1 }], chance: 1 };
    const { priceForFullRecovery } = shouldWeBid({ "2021/22": { cases: 300 } }, priced(1), asked);
    const again = shouldWeBid({ "2021/22": { cases: 300 } }, priced(1), {
      ...asked,
      price: present(priceForFullRecovery).value,
    });
    expect([again.bid, again.chanceOfRecovery]).toEqual([true, "1"]);
  });
});

describe("a price instead of what a mechanism pays", () => {
  const asked = { changes: [{ change: 0, weight: 1 }], chance: 1, price: 260 };
  const credits = {
    atMostShare: "0.1",
    measures: [{ name: "in time", targetShare: "0.9", creditPerShortfall: 1 }],
  };

  test("goes without the credits of the parts, and without what was achieved of them", () => {
    const withCredits: Bidder = {
      ...centre,
      mechanism: { ...centre.mechanism, serviceCredits: credits },
      performance: { "in time": "0.85" },
    };
    const { outcomes } = shouldWeBid(volumes, withCredits, asked);
    expect(outcomes[0]?.income.toString()).toBe("270000 GBP");
  });

  test("is the same in every year, though the mechanism's prices are indexed", () => {
    const index = { name: "an index", source: "illustrative", values: { "2021/22": 100, "2022/23": 110 } };
    const indexed: Bidder = {
      ...centre,
      mechanism: { ...centre.mechanism, indexation: { base: "2021/22", index } },
      costIndexation: "of each year",
    };
    const { outcomes } = shouldWeBid(volumes, indexed, asked);
    expect(outcomes[0]?.income.toString()).toBe("270000 GBP");
  });

  describe("that is a figure stays the one it is", () => {
    const prices = "in prices of 2021/22";
    const ours = given("260", "GBP/cases", {
      name: "ourPrice",
      path: "offer.price",
      source: "the board, 3 September",
      about: { offer: "ours", prices },
    });
    const at = (price: BidOptions["price"] & object) => {
      const [outcome] = shouldWeBid(volumes, centre, { ...asked, price }).outcomes;
      if (outcome === undefined) throw new Error("an outcome");
      return outcome;
    };

    test("with its path, its source and what it is about", () => {
      const { income } = at(ours);
      const inputs = nodesOf(income).filter(
        ({ operands, unit }) => operands.length === 0 && unit === "GBP/cases",
      );
      expect(inputs).toEqual([ours]);
      // 1,000 cases at £300, and £10,000 for mobilisation.
      expect(whatIf(income, { "offer.price": 300 }).toString()).toBe("310000 GBP");
    });

    test("and what it pays is in its prices", () => {
      const { income, balance, years } = at(ours);
      const money = [income, balance, ...years.flatMap((year) => [year.income, year.balance])];
      expect(money.map(({ about }) => about["prices"])).toEqual(money.map(() => prices));
    });

    test("so that one made of costs moves with them", () => {
      const { priceForFullRecovery } = shouldWeBid(volumes, centre, { ...asked, price: 1 });
      const { balance } = at(present(priceForFullRecovery));
      expect(whatIf(balance, { "costs.0.perCase": 120 }).rounded(toTheLast).toString()).toBe("0 GBP");
      const { balance: standing } = at(present(priceForFullRecovery).value);
      // 1,000 cases at £20 more.
      expect(whatIf(standing, { "costs.0.perCase": 120 }).rounded(toTheLast).toString()).toBe("-20000 GBP");
    });

    test("and is never below nought, by itself or as what it was made of", () => {
      const { income } = at(ours);
      expect(refusal(() => whatIf(income, { "offer.price": -5 })).message).toBe(
        "priceOffered is zero or more; received -5. Offer no less.",
      );
      const discount = given(10, "GBP/cases", { name: "discount", path: "offer.discount" });
      const { income: less } = at(ours.minus(discount));
      expect(String(whatIf(less, { "offer.discount": 260 }))).toBe("10000 GBP");
      expect(refusal(() => whatIf(less, { "offer.discount": 261 })).code).toBe("out-of-range");
      const { income: more } = at(ours.minus(given(60, "GBP/cases", { name: "rebate" })).named("net"));
      expect(explain(more).toString()).toMatch(/priceOffered[^]*net[^]*ourPrice/);
    });
  });

  test("below zero is refused", () => {
    expect(refusal(() => shouldWeBid(volumes, centre, { ...asked, price: -1 })).message).toContain(
      "price is zero or more",
    );
  });
});

test("where nobody comes, a block may cover the cost, and no price of a case is needed", () => {
  const block: Bidder = { ...centre, mechanism: mechanisms.block };
  const nobody = shouldWeBid({ "2021/22": { cases: 0 } }, block, {
    changes: [{ change: 0, weight: 1 }],
    chance: 1,
  });
  expect(nobody.bid).toBe(true);
  expect(isAbsent(nobody.priceForFullRecovery)).toBe(true);
  expect(nobody.table()[0]?.["price needed"]).toBe("—");
  const unpaid = shouldWeBid(
    { "2021/22": { cases: 0 } },
    { ...centre, mechanism: mechanisms.unitPrice },
    {
      changes: [{ change: 0, weight: 1 }],
      chance: 1,
    },
  );
  expect(unpaid.because).toContain("no price is enough, since there are no cases");
});

test("mechanisms stand side by side at each volume", () => {
  const offers = [mechanisms.block, mechanisms.bands].map((mechanism) => ({
    name: mechanism.name,
    volumes: { "2021/22": { cases: contractedInYear } },
    provider: { ...centre, mechanism },
  }));
  expect(offersSideBySide(offers, { changes: [0, "0.3"] }).table()).toEqual([
    {
      offer: "Block",
      volume: "0%",
      cases: "2,040",
      income: "510,000",
      cost: "274,000",
      surplus: "236,000",
      subsidy: "0",
      unpaid: "0",
    },
    {
      offer: "Block",
      volume: "+30%",
      cases: "2,652",
      income: "510,000",
      cost: "335,200",
      surplus: "174,800",
      subsidy: "0",
      unpaid: "612",
    },
    {
      offer: "Bands",
      volume: "0%",
      cases: "2,040",
      income: "510,000",
      cost: "274,000",
      surplus: "236,000",
      subsidy: "0",
      unpaid: "0",
    },
    {
      offer: "Bands",
      volume: "+30%",
      cases: "2,652",
      income: "540,600",
      cost: "335,200",
      surplus: "205,400",
      subsidy: "0",
      unpaid: "408",
    },
  ]);
});

describe("a change of volume", () => {
  const contract = { "2021/22": { cases: 400 } };
  const paid: Bidder = {
    name: "illustrative",
    mechanism: { name: "Price", counts: "starts", parts: [{ pay: "per case", price: 250 }] },
    costs: [{ name: "all", fixed: 90_000 }],
  };

  test("in percent is refused wherever it is asked for, with its path, and the share is named", () => {
    const range = "is a share from -1 up, below 5";
    const due = `${range}; received 20. If 20% is meant, give 0.2.`;
    const offers = [{ name: "one", volumes: contract, provider: paid }];
    const asked = { changes: [{ change: 20, weight: 1 }], chance: 1 };
    const said = (act: () => unknown) => refusal(act).message;
    expect([
      said(() => exposure(contract, paid, { changes: [0, 20] })),
      said(() => exposure(contract, paid).at(20)),
      said(() => exposure(contract, paid).cash(20)),
      said(() => shouldWeBid(contract, paid, asked)),
      said(() => offersSideBySide(offers, { changes: [0, 20] })),
    ]).toEqual([
      `changes.1 ${due}`,
      `change ${due}`,
      `change ${due}`,
      `changes.0.change ${due}`,
      `changes.1 ${due}`,
    ]);
    // A tenth fewer, written as a percentage, would be fewer cases than none.
    expect(said(() => exposure(contract, paid).at(-10))).toBe(
      `change ${range}; received -10. If -10% is meant, give -0.1.`,
    );
  });

  test("of nobody at all, and of just under six times as many, is taken", () => {
    const exposed = exposure(contract, paid);
    expect(exposed.at(-1).delivered.toString()).toBe("0 cases");
    // 400 × 5.99
    expect(exposed.at("4.99").delivered.toString()).toBe("2396 cases");
    expect(refusal(() => exposed.at(5)).message).toContain("If 5% is meant, give 0.05.");
    expect(refusal(() => exposed.at("-1.01")).message).toContain("If -1.01% is meant, give -0.0101.");
  });

  test("may be the figure of a break-even, and a price the figure that was found", () => {
    const exposed = exposure(contract, paid);
    // 360 starts at £250 are £90,000: a tenth fewer than 400.
    const [found] = exposed.years[0]?.breakEvens ?? [];
    if (found === undefined) throw new Error("a break-even");
    expect(exposed.at(found.change).balance.toString()).toBe("0 GBP");
    const asked = { changes: [{ change: 0, weight: 1 }], chance: 1 };
    const price = present(shouldWeBid(contract, paid, asked).priceForFullRecovery);
    expect(shouldWeBid(contract, paid, { ...asked, price }).bid).toBe(true);
    // £225 × 400 starts are the £90,000 of cost.
    expect(price.toString()).toBe("225 GBP/cases");
    expect(exposed.volumesPaying(price, "2021/22")).toEqual([]);
    expect(refusal(() => exposed.at(price as never)).message).toContain("change takes ratio");
    const asPrice = { ...asked, price: found.change as never };
    expect(refusal(() => shouldWeBid(contract, paid, asPrice)).message).toContain("price takes GBP/cases");
    expect(refusal(() => exposed.volumesPaying(found.change as never, "2021/22")).message).toContain(
      "perCase takes GBP/cases",
    );
  });
});

describe("offers side by side", () => {
  const flows = monthlyFlows(
    { "2021/22": { referrals: 300, starts: 300, completions: 150 } },
    { from: "2021-04-01", lagToStart: 2, lagToCompletion: 3, lagToDropOut: 1 },
  );
  const starts: Bidder = { ...centre, mechanism: { ...mechanisms.unitPrice, counts: "starts" } };
  const offers = [
    { name: "as numbers", volumes: { "2021/22": { cases: 300 } }, provider: starts },
    { name: "as months", volumes: flows, provider: starts },
  ];

  test("point out of each offer what its exposure does", () => {
    const { pointedOut } = offersSideBySide(offers, { changes: [0] });
    expect(pointedOut.length).toBeGreaterThan(0);
    expect(pointedOut).toEqual(
      exposure(flows, starts).pointedOut.map((point) => ({ offer: "as months", ...point })),
    );
  });

  test("have names of their own", () => {
    const twice = offers.map((offer) => ({ ...offer, name: "ours" }));
    expect(refusal(() => offersSideBySide(twice, { changes: [0] })).message).toMatchInlineSnapshot(`
      "These offers have 1 problem:
        offers.1.name: expected a word that stands once; received "ours", which stands at offers.0.name already."
    `);
  });
});

test("an input that is one for every year and level is about neither, and one by level about its level", () => {
  const contract = { "2021/22": { cases: { low: 10, high: 5 } }, "2022/23": { cases: { low: 10, high: 5 } } };
  const aboutOf = (perCase: (Bidder["costs"][number]["perCase"] & object) | number) => {
    const provider = { ...centre, mechanism: mechanisms.unitPrice, costs: [{ name: "support", perCase }] };
    const { rows } = sensitivity(exposure(contract, provider).at(0).balance);
    return rows.filter(({ path }) => path.startsWith("costs.0")).map(({ about }) => about);
  };
  expect(aboutOf(200)).toEqual([{}]);
  expect(aboutOf({ by: "complexity", values: { low: 100, high: 300 } })).toEqual([
    // The larger share of cost first: five at £300 are more than ten at £100.
    { complexity: "high" },
    { complexity: "low" },
  ]);
});
