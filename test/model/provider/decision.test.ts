import { describe, expect, test } from "vitest";
import { offersSideBySide, shouldWeBid } from "volumes-and-values/provider";
import type { Bidder } from "volumes-and-values/provider";
import { refusal } from "../../numbers/refusal.ts";
import { contractedInYear, mechanisms } from "../../support/mechanisms.ts";

const centre: Bidder = {
  name: "illustrative",
  mechanism: { ...mechanisms.unitPrice, mobilisation: [{ name: "live", amount: 10_000, on: "2021-06-26" }] },
  costs: [{ name: "staff", fixed: 70_000, perCase: 100 }],
};
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
    expect(priceForFullRecovery.toString()).toBe("360 GBP/cases");
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
    expect(message({ changes: [] })).toContain("weights come to more than nothing");
    expect(message({ changes: [{ change: 0, weight: -1 }] })).toContain("changes.0.weight is zero or more");
    expect(message({ changes: [{ change: -1, weight: 1 }] })).toContain("changes.0.change is above -1");
  });
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
