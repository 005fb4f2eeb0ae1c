import { describe, expect, test, vi } from "vitest";
import { present } from "volumes-and-values";
import {
  exposure,
  fullCost,
  inPrices,
  moneyByYear,
  monthlyFlows,
  offersSideBySide,
  recovery,
  shouldWeBid,
  staff,
} from "volumes-and-values/provider";
import type { Bidder, MoneyByYear } from "volumes-and-values/provider";
import { whatIf } from "volumes-and-values/readings";
import { refusal, refused } from "../../numbers/refusal.ts";
import { costModel } from "../../support/providers.ts";
import { patience } from "../../support/runs.ts";

vi.setConfig({ testTimeout: patience });

const work = [
  { year: "2022/23", starts: 700 },
  { year: "2023/24", starts: 900 },
];
const posts = staff(
  {
    roles: {
      adviser: {
        hoursPerStart: 9,
        productiveHours: 1400,
        posts: "whole",
        salary: 26_000,
        onCostPerPound: "0.25",
      },
    },
  },
  { work },
);
const cost = fullCost(
  costModel({
    direct: [{ line: "travel", costPerStart: 20 }],
    drivers: { people: { ours: 7, ofAll: 70 } },
    overheads: [{ line: "HR", cost: 160_000, driver: "people" }],
  }),
  { volumes: work, staff: posts },
);
const us: Bidder = {
  name: "illustrative",
  mechanism: { name: "Price", counts: "starts", parts: [{ pay: "per case", price: 260 }] },
  costs: [],
};
const volumes = { "2022/23": { cases: 700 }, "2023/24": { cases: 900 } };

describe("a contract at full cost", () => {
  test("takes from reserves what recovery says, at the contracted volume", () => {
    const made = exposure(volumes, us, { cost });
    const recovered = recovery(cost, { pricePerStart: 260 });
    expect(made.years.map(({ contracted }) => contracted.subsidy.toString())).toEqual(
      recovered.years.map(({ subsidy }) => subsidy.toString()),
    );
    // Five posts of £32,500 (700 × 9 ÷ 1,400 = 4.5), 700 × £20 and a tenth of £160,000, against 700 × £260
    expect(made.years[0]?.contracted.subsidy.toString()).toBe("10500 GBP");
  });

  test("points out once that posts are those of the contracted volume, and that costs beside it are added to it", () => {
    const points = (provider: Bidder) => exposure(volumes, provider, { cost }).pointedOut;
    const asCosted = {
      year: "2022/23",
      path: "cost",
      message:
        "these of the full cost stay at every volume what they are at the contracted one: adviser, HR. For the posts of another, make the full cost of that.",
    };
    expect(points(us)).toEqual([asCosted]);
    const rent = {
      ...us,
      costs: [
        { name: "rent", perCase: 3 },
        { name: "phones", perCase: 1 },
      ],
    };
    expect(points(rent)).toEqual([
      asCosted,
      {
        year: "2022/23",
        path: "costs",
        message: "these are added to the full cost: rent, phones. Leave out what it holds already.",
      },
    ]);
    expect(exposure(volumes, rent).pointedOut).toEqual([]);
  });

  test("what grows with starts goes with the volume, and posts stand as they were staffed", () => {
    const [year] = exposure(volumes, us, { cost, changes: ["0.5"] }).years;
    expect(year?.positions[0]?.costs.map(({ name, amount }) => `${name}: ${amount.toString()}`)).toEqual([
      "travel: 21000 GBP",
      "adviser: 162500 GBP",
      "HR: 16000 GBP",
    ]);
  });

  test("is asked of the cost model by what-if, and stands beside costs of the provider's own", () => {
    const own: Bidder = { ...us, costs: [{ name: "premises", fixed: 1_000 }] };
    const { balance } = exposure(volumes, own, { cost }).at(0);
    // Two tenths of £160,000 and no longer one, in each of two years
    expect(whatIf(balance, { "costModel.drivers.people.ours": 14 }).toString()).toBe(
      `${String(balance.value.minus(32_000))} GBP`,
    );
  });

  test("is spent in the months in which people start, where these are known", () => {
    const flows = monthlyFlows(
      { "2022/23": { referrals: 700, starts: 700, completions: 350 } },
      {
        from: "2022-04-01",
        ramp: { shape: "linear", monthsToPlateau: 6 },
        lagToStart: 0,
        lagToCompletion: 0,
        lagToDropOut: 0,
      },
    );
    const own = flows.total({ from: "2022-04", to: "2023-03" }).starts;
    const model = { ...cost.model, overheads: [], drivers: {} };
    const travel = fullCost(model, { volumes: [{ year: "2022/23", starts: own }] });
    const paid: Bidder = {
      ...us,
      mechanism: { ...us.mechanism, terms: { monthsInArrears: 1, onAccount: "delivered" } },
    };
    const { months } = exposure(flows, paid, { cost: travel }).cash(0);
    // A ramp of six months has a sixth of a plateau month in its first.
    expect([months[0], months[5]].map((month) => month?.spent.value.toDecimalPlaces(20).toString())).toEqual([
      String(flows.rows[0]?.starts.value.times(20).toDecimalPlaces(20)),
      String(flows.rows[5]?.starts.value.times(20).toDecimalPlaces(20)),
    ]);
  });

  test("decides on a bid, and stands side by side with another", () => {
    const changes = [{ change: 0, weight: 1 }];
    const { priceForFullRecovery } = shouldWeBid(volumes, us, { changes, chance: 1, cost });
    // (192,500 + 229,000) ÷ 1,600 starts; six posts in the second year
    expect(present(priceForFullRecovery).toString()).toBe("263.4375 GBP/cases");
    expect(
      offersSideBySide([{ name: "in full", volumes, provider: us, cost }], { changes: [0] }).rows.map((row) =>
        row.cost.toString(),
      ),
    ).toEqual(["421500 GBP"]);
  });

  test("is refused for other years, other starts, another measure; and no cost at all is refused", () => {
    const said = (of: object, provider: Bidder = us, options: object = { cost }) =>
      refusal(() => exposure(of as typeof volumes, provider, options)).message;
    expect(said({ ...volumes, "2024/25": { cases: 900 } })).toContain(
      "cost.2024/25: expected what every year of the contract costs in full; received none",
    );
    expect(said({ "2022/23": { cases: 700 } })).toContain(
      "cost.2023/24: expected a year of the contract: 2022/23",
    );
    expect(said({ ...volumes, "2023/24": { cases: 800 } })).toContain(
      "cost.2023/24.starts: expected the 800 starts contracted; received 900",
    );
    expect(said(volumes, { ...us, mechanism: { ...us.mechanism, counts: "referrals" } })).toContain(
      "mechanism.counts: expected starts, since full cost grows with them",
    );
    expect(said(volumes, us, {})).toContain(
      "costs: expected a cost or more, or the full cost among the options",
    );
  });

  test("goes with the index of costs, as the provider's own costs do", () => {
    const index = { name: "an index", source: "illustrative", values: { "2022/23": 100, "2023/24": 110 } };
    const indexation = { base: "2022/23", index };
    const mechanism = { ...us.mechanism, indexation };
    const costs = (costIndexation: Bidder["costIndexation"]) =>
      exposure(volumes, { ...us, mechanism, costIndexation }, { cost }).years.map(({ contracted }) =>
        contracted.cost.toString(),
      );
    // Six posts of £32,500, 900 × £20 and a tenth of £160,000 are £229,000; a tenth more is £251,900.
    expect(costs(indexation)).toEqual(["192500 GBP", "251900 GBP"]);
    expect(costs("of each year")).toEqual(["192500 GBP", "229000 GBP"]);
  });

  test("is not indexed twice where a line of it is in the prices of each year already", () => {
    const values = { "2022/23": 100, "2023/24": 110 };
    const index = { name: "an index", source: "illustrative", values };
    const redundancies = moneyByYear({ prices: "2022/23", values: { "2022/23": 0, "2023/24": 10_000 } });
    const withLine = (of: MoneyByYear) =>
      fullCost(cost.model, {
        volumes: work,
        staff: posts,
        lines: [{ group: "redundancy", line: "redundancies", amounts: of.values }],
      });
    const mechanism = { ...us.mechanism, indexation: { base: "2022/23", index } };
    const costed = (of: MoneyByYear, costIndexation: NonNullable<Bidder["costIndexation"]>) =>
      exposure(volumes, { ...us, mechanism, costIndexation }, { cost: withLine(of) })
        .at(0)
        .years[1]?.costs.find(({ name }) => name === "redundancies")
        ?.amount.toString();
    const inEachYear = inPrices(redundancies, "of each year", index);
    // A tenth more than £10,000, either way round
    expect(costed(redundancies, { base: "2022/23", index })).toBe("11000 GBP");
    expect(costed(inEachYear, "of each year")).toBe("11000 GBP");
    expect(refused(() => costed(inEachYear, { base: "2022/23", index }))).toEqual({
      code: "mixed-prices",
      message:
        "The fullCostOfYear of 2023/24 is in prices of each year, and is not in prices of 2022/23. " +
        "Say which it is in, or bring it to these with inPrices or toPrices.",
    });
    expect(refused(() => costed(redundancies, "of each year")).code).toBe("mixed-prices");
  });

  test("is of other starts than months by date, and it is said of which it must be made", () => {
    const flows = monthlyFlows(
      { "2022/23": { referrals: 700, starts: 700, completions: 350 } },
      { from: "2022-04-01", lagToStart: 1, runOffMonths: 1, lagToCompletion: 0, lagToDropOut: 0 },
    );
    const model = { ...cost.model, overheads: [], drivers: {} };
    const mend =
      "Months count starts by date: make the full cost of those, as flows.total({ from, to }).starts has them for each financial year.";
    const said = (rows: typeof work) =>
      refusal(() => exposure(flows, us, { cost: fullCost(model, { volumes: rows }) })).message;
    // A twelfth of those referred in the year start after it.
    expect(said([{ year: "2022/23", starts: 700 }]).split("\n")).toEqual([
      "This full cost has 2 problems:",
      expect.stringMatching(
        /^ {2}cost\.2022\/23\.starts: expected the 641\.66\d* starts contracted; received 700\. /,
      ),
      `  cost.2023/24: expected what every year of the contract costs in full; received none. ${mend}`,
    ]);
    expect(said([{ year: "2022/23", starts: 700 }])).toContain(`received 700. ${mend}`);
    const byDate = [
      { year: "2022/23", starts: flows.total({ from: "2022-04", to: "2023-03" }).starts },
      { year: "2023/24", starts: flows.total({ from: "2023-04", to: "2023-04" }).starts },
    ];
    expect(
      exposure(flows, us, { cost: fullCost(model, { volumes: byDate }) })
        .at(0)
        .cost.rounded({ places: 10, mode: "half even" })
        .toString(),
    ).toBe("14000 GBP");
  });

  test("is of the starts of each complexity that are contracted, where both know them", () => {
    const byLevel = (low: number, high: number) =>
      fullCost(
        { ...cost.model, overheads: [], drivers: {} },
        {
          volumes: [
            { year: "2022/23", starts: low, complexity: "low" },
            { year: "2022/23", starts: high, complexity: "high" },
          ],
        },
      );
    const contract = { "2022/23": { cases: { low: 500, high: 200 } } };
    expect(
      exposure(contract, us, { cost: byLevel(500, 200) })
        .at(0)
        .cost.toString(),
    ).toBe("14000 GBP");
    expect(
      exposure({ "2022/23": { cases: 700 } }, us, { cost: byLevel(200, 500) })
        .at(0)
        .cost.toString(),
    ).toBe("14000 GBP");
    const { message } = refusal(() => exposure(contract, us, { cost: byLevel(200, 500) }));
    expect(message).toContain(
      "cost.2022/23.byComplexity.low: expected the 500 starts contracted; received 200",
    );
    expect(message).toContain(
      "cost.2022/23.byComplexity.high: expected the 200 starts contracted; received 500",
    );
  });

  test("is refused where it was brought through JSON, and its figures are text", () => {
    const asText = JSON.parse(JSON.stringify(cost)) as typeof cost;
    expect(refusal(() => exposure(volumes, us, { cost: asText })).message).toContain(
      "cost.years.0: expected a year as fullCost gives it, in figures; received an object",
    );
  });
});
