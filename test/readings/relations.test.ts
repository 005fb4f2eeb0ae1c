import { describe, expect, test } from "vitest";
import { forecast, given, isModelError } from "volumes-and-values";
import type { Figure, Unit } from "volumes-and-values";
import { attrition, exposure, fullCost, monthlyFlows, payment } from "volumes-and-values/provider";
import type { Bidder, Mechanism, Timing } from "volumes-and-values/provider";
import { swings, switchingValue, twoWay, whatIf } from "volumes-and-values/readings";
import { simulate } from "volumes-and-values/simulation";
import { inputsOf } from "../../src/readings/inputs.ts";
import { refused } from "../numbers/refusal.ts";
import { costModel } from "../support/providers.ts";
import { changed, essexPlan } from "../support/plans.ts";
import type { JsonObject } from "../support/plans.ts";

/** A provider with limits, bands, outcomes and referrals that are not appropriate. Illustrative throughout. */
const provider = {
  name: "A provider",
  mechanism: {
    name: "Bands within limits",
    counts: "starts",
    parts: [
      { pay: "block", amount: 200_000 },
      {
        pay: "bands",
        amount: { by: "year", values: { "2022/23": 150_000 }, otherwise: 100_000 },
        below: [
          { beyond: "0.1", price: 100 },
          { beyond: "0.3", price: 50 },
        ],
        above: [
          { beyond: "0.1", price: 120 },
          { beyond: "0.4", price: 60 },
        ],
      },
      { pay: "outcomes", counts: "completions", price: 40 },
    ],
    atMost: { by: "year", values: { "2021/22": 400_000 }, otherwise: 500_000 },
    atLeast: 250_000,
  },
  costs: [{ name: "sessions", perCase: 90 }],
  referrals: { appropriateShare: "0.8", costPerReferral: 45, borneShare: "0.5" },
} as const satisfies Bidder;

const twoYears = {
  "2021/22": { cases: { low: 600, high: 400 }, referrals: 1_500, outcomes: { completions: 500 } },
  "2022/23": { cases: { low: 700, high: 300 }, referrals: 1_200, outcomes: { completions: 800 } },
};
const whole = (bidder: Bidder = provider, volumes: object = twoYears): Figure =>
  exposure(volumes as never, bidder).at("0.3").balance;

const model = costModel({
  direct: [{ line: "advisers", cost: 50_000 }],
  drivers: { people: { ours: 12, ofAll: 80 } },
  overheads: [{ line: "HR and IT", cost: 160_000, driver: "people" }],
  surplusPerPound: "0.05",
});
const oneYear = [
  { year: "2021/22", referrals: 1_500, starts: 1_000, completions: 500, monthsOnService: 3_000 },
];

const timing = {
  from: "2021-04-01",
  ramp: { shape: "table", factors: [1] },
  lagToStart: "1.5",
  lagToCompletion: 3,
  lagToDropOut: 1,
  opening: {
    waiting: { referrals: 50, starts: 40, completions: 30, lagToStart: 1 },
    onService: { starts: 60, completions: 45, lagToCompletion: 2, lagToDropOut: 1 },
  },
} as unknown as Timing;
const flows = { "2021/22": { referrals: 1_200, starts: 900, completions: 600 } };

/** What is stated, read: the figures it leads to, and where their inputs stand in it. */
const readings: Readonly<
  Record<
    string,
    { readonly root: string; readonly data: JsonObject; readonly read: (data: never) => readonly Figure[] }
  >
> = {
  "a provider": { root: "", data: provider as never, read: (data) => [whole(data)] },
  "the volumes of a contract": {
    root: "volumes.",
    data: twoYears,
    read: (data) => [whole(provider, data)],
  },
  "a cost model": {
    root: "costModel.",
    data: model as never,
    read: (data) => fullCost(data, { volumes: oneYear }).years.map((year) => year.valueForFullRecovery),
  },
  "a timing": {
    root: "timing.",
    data: timing as never,
    read: (data) =>
      monthlyFlows(flows, data).rows.flatMap(({ starts, completions }) => [starts, completions] as Figure[]),
  },
  "the volumes of a year": {
    root: "volumes.",
    data: flows,
    read: (data) =>
      monthlyFlows(data, timing).rows.flatMap(({ starts, completions }) => [starts, completions] as Figure[]),
  },
};

const isRefused = (act: () => unknown): boolean => {
  try {
    act();
    return false;
  } catch (error) {
    if (isModelError(error)) return true;
    throw error;
  }
};

/** Whether a number stands at a place of some data. */
const isStated = (data: JsonObject, place: string): boolean =>
  ["number", "string"].includes(
    typeof place.split(".").reduce<unknown>((at, step) => (Object(at) as JsonObject)[step], data),
  );

const isCount = (unit: Unit): boolean => ["referrals", "starts", "completions"].includes(unit);

/** Every number of some data, moved to just below and just above each number of its kind. */
const pairs = Object.entries(readings).flatMap(([of, { root, data, read }]) => {
  const inputs = [...inputsOf(read(data as never))].filter(
    ([path]) => path.startsWith(root) && isStated(data, path.slice(root.length)),
  );
  return inputs.flatMap(([path, { unit }]) => {
    const place = path.slice(root.length);
    const beside = inputs.filter(
      ([, other]) => other.unit === unit || (isCount(other.unit) && isCount(unit)),
    );
    const values = new Set(
      beside.flatMap(([, { value }]) => ["0.99", "1.01"].map((by) => String(value.times(by)))),
    );
    return [...values].map((value) => [of, path, place, value] as const);
  });
});

describe("what data may not say together, no what-if may ask", () => {
  test.for(Object.keys(readings))("of %s", (of) => {
    const { data, read } = readings[of] as (typeof readings)[string];
    const asked = pairs.filter(([one]) => one === of);
    expect(asked.length).toBeGreaterThan(7);
    const figures = read(data as never);
    const wrong = asked.flatMap(([, path, place, value]) => {
      const inData = isRefused(() => read(changed(data, { [place]: value }) as never));
      const inWhatIf = isRefused(() => whatIf(figures, { [path]: value }));
      return inData === inWhatIf ? [] : [`${path} ${value} ${inData}`];
    });
    expect(wrong).toEqual([]);
  });
});

/** Who has dropped out after a month, of those who do not finish: half at once, a quarter a month later, the rest then. */
const lateReturns = (): Figure =>
  attrition({
    completionRate: "0.6",
    lagToCompletion: 3,
    lagToDropOut: { sharesByMonth: ["0.5", "0.25", "rest"] },
    months: 6,
  })[1]?.droppedOut as Figure;

describe("numbers that contradict each other are refused in what-if, in words", () => {
  const asked = whole();
  const restated = whole(
    { ...provider, mechanism: { ...provider.mechanism, counts: "referrals" } },
    {
      "2021/22": { cases: 1_500, referrals: 1_500, outcomes: { completions: 500 } },
      "2022/23": { cases: 1_200, referrals: 1_200, outcomes: { completions: 800 } },
    },
  );

  test.for<readonly [string, Figure, Readonly<Record<string, number>>, string]>([
    [
      "more starts than referrals in all years",
      asked,
      { "volumes.2021/22.cases.low": 1_500 },
      // 1,500 and 400 in one year, 700 and 300 in the other, of 1,500 and 1,200 referrals.
      "volumes.2021/22.cases.low + volumes.2021/22.cases.high + volumes.2022/23.cases.low + volumes.2022/23.cases.high is at most the 2700 of volumes.2021/22.referrals + volumes.2022/23.referrals; received 2900. Change both.",
    ],
    [
      "shares of a lag that come to more than all, though the row has no rest",
      lateReturns(),
      { "attrition.lagToDropOut.sharesByMonth.1": 1 },
      // With the half that leave in the month in which they start.
      "attrition.lagToDropOut.sharesByMonth.0 + attrition.lagToDropOut.sharesByMonth.1 is at most the 1 of all; received 1.5. Change both.",
    ],
    [
      "other cases than referrals, where cases are referrals",
      restated,
      { "volumes.2021/22.cases": 1_400 },
      "volumes.2021/22.referrals is the 1400 of volumes.2021/22.cases; received 1500. Change both.",
    ],
    [
      "a block above the most that is paid",
      asked,
      { "mechanism.parts.0.amount": 600_000 },
      // With the 100,000 of the bands.
      "mechanism.parts.0.amount + mechanism.parts.1.amount.otherwise is at most the 500000 of mechanism.atMost.otherwise; received 700000. Change both.",
    ],
    [
      "blocks that come to more together",
      asked,
      { "mechanism.parts.1.amount.values.2022/23": 301_000 },
      "mechanism.parts.0.amount + mechanism.parts.1.amount.values.2022/23 is at most the 500000 of mechanism.atMost.otherwise; received 501000. Change both.",
    ],
    [
      "a minimum above the maximum of one of the years",
      asked,
      { "mechanism.atLeast": 450_000 },
      "mechanism.atLeast is at most the 400000 of mechanism.atMost.values.2021/22; received 450000. Change both.",
    ],
  ])("%s", ([, figure, changes, message]) => {
    expect(refused(() => whatIf(figure, changes))).toEqual({ code: "out-of-range", message });
  });

  test("more people at a date than in its year", () => {
    const cell = essexPlan({ "caseload.cells.0.peopleInYear": 1_800 });
    const { eligible, referralsMade } = forecast(cell).total({ year: "2023/24" });
    const atDate = given(900, "people", { name: "people", path: "caseload.cells.0.people" });
    expect(eligible).toBeDefined();
    expect(
      refused(() => whatIf({ atDate, referralsMade }, { "caseload.cells.0.people": 1_900 })).message,
    ).toBe(
      "caseload.cells.0.people is at most the 1800 of caseload.cells.0.peopleInYear; received 1900. Change both.",
    );
  });

  test("but in one of several years more may start than are referred", () => {
    expect(() => whatIf(asked, { "volumes.2022/23.referrals": 900 })).not.toThrow();
  });

  test("and both may change together", () => {
    expect(() =>
      whatIf(asked, {
        "mechanism.parts.0.amount": 600_000,
        "mechanism.atMost.values.2021/22": 700_000,
        "mechanism.atMost.otherwise": 750_000,
      }),
    ).not.toThrow();
  });

  test("and what is paid for outcomes alone is held to no volume", () => {
    const mechanism = {
      ...provider.mechanism,
      parts: [{ pay: "outcomes", counts: "completions", price: 40 }],
    };
    const { total } = payment({ ...mechanism, atMost: undefined, atLeast: undefined } as Mechanism, {
      year: "2021/22",
      contracted: 100,
      delivered: 100,
      outcomes: { completions: 90 },
    });
    expect(() => whatIf(total, { "volumes.2021/22.outcomes.completions": 110 })).not.toThrow();
  });
});

const value = fullCost(model, { volumes: oneYear }).years[0]?.valueForFullRecovery as Figure;
const [ours, ofAll] = ["costModel.drivers.people.ours", "costModel.drivers.people.ofAll"];

/** What 500 starts at 100 pounds are paid between two limits. */
const paidWithin = (limits: Pick<Mechanism, "atMost" | "atLeast">): Figure => {
  const parts = [{ pay: "per case", price: 100 }] as const;
  const volumes = { contracted: 500, delivered: 500 };
  return payment({ name: "Between limits", counts: "starts", parts: [...parts], ...limits }, volumes).total;
};
const paid = paidWithin({ atMost: 80_000, atLeast: 12_000 });

describe("what contradicts another number is no answer of any other reading", () => {
  test("a draw of it has failed, and is counted under both numbers", () => {
    const { failed } = simulate(paid, {
      draws: 1_000,
      seed: 1,
      distributions: { atLeast: { kind: "uniform", low: 0, high: 160_000 } },
    });
    // The 80,000 of the maximum are half of 160,000: of 1,000 draws 500, but for chance.
    expect(failed.count).toBeGreaterThan(450);
    expect(failed.count).toBeLessThan(550);
    expect(failed.because).toEqual({ "atLeast above atMost": failed.count });
  });

  test("also where both are drawn", () => {
    const { failed } = simulate(paid, {
      draws: 10_000,
      seed: 1,
      distributions: {
        atLeast: { kind: "uniform", low: 0, high: 100_000 },
        atMost: { kind: "uniform", low: 50_000, high: 100_000 },
      },
    });
    // Of the square of 100 by 50, those above lie in a triangle of 50 by 50: a quarter.
    expect(failed.count / 10_000).toBeCloseTo(0.25, 1);
  });

  test("but not of a figure that rests on one of them alone", () => {
    const alone = given(12_000, "GBP", { name: "minimumPayment", path: "atLeast" });
    const results = simulate([alone, paid], {
      draws: 100,
      seed: 1,
      distributions: { atLeast: { kind: "uniform", low: 81_000, high: 90_000 } },
    });
    expect(results.map(({ failed }) => failed.count)).toEqual([0, 100]);
  });

  test("nor where they contradict each other as they stand", () => {
    const [all, part] = [
      given(10, "hours", { name: "ofAll", path: "drivers.desk.ofAll" }),
      given(12, "hours", { name: "ours", path: "drivers.desk.ours" }),
    ];
    const { failed } = simulate(part.dividedBy(all), {
      draws: 100,
      seed: 1,
      distributions: { "drivers.desk.ours": { kind: "uniform", low: 11, high: 13 } },
    });
    expect(failed.count).toBe(0);
  });

  test("a minimum above the maximum, and bands out of order, have failed too", () => {
    const { failed } = simulate(whole(), {
      draws: 100,
      seed: 1,
      distributions: {
        "mechanism.atLeast": { kind: "uniform", low: 410_000, high: 420_000 },
        "mechanism.parts.1.below.0.beyond": { kind: "uniform", low: 0.31, high: 0.4 },
      },
    });
    expect(failed.count).toBe(100);
    expect(Object.keys(failed.because)).toEqual([
      "mechanism.parts.1.below.0.beyond not below mechanism.parts.1.below.1.beyond",
    ]);
  });

  test("swings have no answer there", () => {
    const [row] = swings(
      paidWithin({ atMost: 80_000, atLeast: { value: 12_000, low: 0, high: 90_000 } }),
    ).rows;
    expect(row?.atHigh.change).toBeNaN();
    expect(refused(() => row?.atHigh.figure).message).toBe(
      "atLeast is at most the 80000 of atMost; received 90000. Change both.",
    );
    // Up to 80,000, where 50,000 are earned: from there on there is no answer.
    expect(row?.most.change).toBeLessThanOrEqual(30_000);
    expect(row?.least.change).toBe(0);
  });

  test("no switching value lies there, and the reason is said", () => {
    const { crossings, none } = switchingValue(value, { input: ours, target: 300_000 });
    expect(crossings).toEqual([]);
    expect(none).toMatch(
      /^it would take [\d.]+…?: costModel.drivers.people.ours is at most the 80 of costModel.drivers.people.ofAll; received .* Change both.$/,
    );
  });

  test("also where the value must be sought", () => {
    const squared = value
      .times(value)
      .dividedBy(given(1, "GBP", { name: "pound" }))
      .in("GBP");
    const { none } = switchingValue(squared, { input: ours, target: 90_000_000_000, from: 0, to: 200 });
    expect(none).toMatch(/^it would take [\d.]+…?: costModel.drivers.people.ours is at most the 80 of /);
  });

  test("a table of two inputs that holds such a pair is refused, naming it", () => {
    const table = () =>
      twoWay(value, { first: { input: ours, values: [12, 50] }, second: { input: ofAll, values: [40, 80] } });
    expect(refused(table).message).toBe(`${ours} is at most the 40 of ${ofAll}; received 50. Change both.`);
  });
});
