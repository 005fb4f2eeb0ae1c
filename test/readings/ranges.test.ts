import { describe, expect, test } from "vitest";
import * as library from "volumes-and-values";
import { given, isFormula, isModelError, present } from "volumes-and-values";
import type { Figure, Unit } from "volumes-and-values";
import * as fromProvider from "volumes-and-values/provider";
import {
  exposure,
  fullCost,
  moneyByYear,
  monthlyFlows,
  prioritise,
  shouldWeBid,
  staff,
  withOptimismBias,
} from "volumes-and-values/provider";
import type { Bidder, CostModel, Staffing, Timing } from "volumes-and-values/provider";
import * as fromSources from "volumes-and-values/sources";
import { disparities } from "volumes-and-values/sources";
import { swings, switchingValue, whatIf } from "volumes-and-values/readings";
import { simulate } from "volumes-and-values/simulation";
import type { Distribution } from "volumes-and-values/simulation";
import { inputsOf } from "../../src/readings/inputs.ts";
import { isNamedShare } from "../../src/readings/ranges.ts";
import { refused } from "../numbers/refusal.ts";
import { changed } from "../support/plans.ts";
import type { JsonObject } from "../support/plans.ts";

/** A provider that states everything a provider may state. Illustrative throughout. */
const provider = {
  name: "A provider",
  mechanism: {
    name: "All parts",
    counts: "starts",
    parts: [
      {
        pay: "bands",
        amount: 100_000,
        below: [
          { beyond: "0.1", price: 100 },
          { beyond: "0.3", price: 50 },
        ],
        above: [{ beyond: "0.1", price: 120 }],
      },
      { pay: "per case", price: { by: "year", values: { "2021/22": 80 }, otherwise: 70 } },
      { pay: "outcomes", counts: "completions", price: 40 },
    ],
    atMost: 900_000,
    atLeast: 10_000,
    serviceCredits: {
      atMostShare: "0.1",
      measures: [{ name: "in time", targetShare: "0.9", creditPerShortfall: "0.5" }],
    },
    indexation: {
      base: "2020/21",
      index: { name: "CPI", source: "illustrative", values: { "2020/21": 100, "2021/22": 103 } },
    },
    mobilisation: [{ name: "set-up", amount: 5_000, on: "2021-04-10" }],
    terms: { monthsInArrears: 1, onAccount: "delivered" },
  },
  costs: [
    { name: "premises", fixed: 30_000 },
    { name: "sessions", perCase: 90 },
    { name: "posts", steps: { each: 200, amount: 25_000 } },
  ],
  costIndexation: {
    base: "2020/21",
    index: { name: "pay", source: "illustrative", values: { "2020/21": 100, "2021/22": 102 } },
  },
  referrals: { appropriateShare: "0.8", costPerReferral: 45, borneShare: "0.5" },
  performance: { "in time": "0.85" },
  mobilisationCosts: [{ name: "training", amount: 4_000, on: "2021-04-12" }],
  openingCash: 20_000,
} as const satisfies Bidder;

const staffing = {
  roles: {
    adviser: {
      hoursPerReferral: 1,
      hoursPerStart: 9,
      hoursPerCompletion: 2,
      hoursPerMonthOnService: 1,
      productiveHours: {
        workingDays: 260,
        leaveDays: 35,
        trainingDays: 5,
        sicknessDays: 10,
        hoursPerDay: "7.5",
        travelShare: "0.1",
      },
      minimumCover: 1,
      posts: "in parts",
      salary: 27_500,
      onCostPerPound: "0.28",
    },
    manager: {
      manages: "adviser",
      postsPerManager: 8,
      posts: "in parts",
      salary: 35_000,
      onCostPerPound: 0.3,
    },
    desk: {
      hoursPerStart: 1,
      productiveHours: 1_400,
      posts: "in parts",
      salary: 22_000,
      onCostPerPound: 0.2,
    },
  },
} as const satisfies Staffing;

const costModel = {
  direct: [
    { line: "advisers", cost: 50_000 },
    { line: "travel", costPerStart: 30 },
  ],
  drivers: { people: { ours: 12, ofAll: 80 } },
  overheads: [{ line: "HR and IT", cost: 160_000, driver: "people" }],
  nonCash: [{ line: "depreciation", cost: 2_000 }],
  management: [{ line: "service manager", cost: 20_000 }],
  tupe: [{ line: "TUPE", cost: 9_000 }],
  redundancy: [{ line: "redundancy", cost: 8_000 }],
  vat: { taxableSpend: 40_000, vatRate: "0.2", irrecoverableShare: "0.75" },
  surplusPerPound: "0.05",
  sharedBy: "starts",
} as const satisfies CostModel;

const timing = {
  from: "2021-04-01",
  ramp: { shape: "table", factors: ["0.5", "0.75", 1] },
  seasonality: Object.fromEntries(
    "april may june july august september october november december january february march"
      .split(" ")
      .map((month) => [month, 2]),
  ) as unknown as NonNullable<Timing["seasonality"]>,
  lagToStart: "1.5",
  lagToCompletion: 3,
  lagToDropOut: { sharesByMonth: ["0.5", "rest"] },
  opening: {
    waiting: { referrals: 50, starts: 40, completions: 30, lagToStart: 1 },
    onService: { starts: 60, completions: 45, lagToCompletion: 2, lagToDropOut: 1 },
  },
} as const satisfies Timing;

const volumes = { "2021/22": { cases: 1000, referrals: 1500, outcomes: { completions: 500 } } };
const oneYear = [{ year: "2021/22", referrals: 1500, starts: 1000, completions: 500, monthsOnService: 3000 }];

/** What a provider states, read: the figures it leads to, and where its inputs stand in them. */
const readings = {
  "a bid": {
    root: "",
    data: provider,
    read: (data: object): readonly Figure[] => {
      const exposed = exposure(volumes, data as Bidder);
      return [exposed.at("0.3").balance, exposed.cash("0.3").trough.balance];
    },
  },
  "a staffing": {
    root: "staffing.",
    data: staffing,
    read: (data: object): readonly Figure[] =>
      staff(data as Staffing, { work: oneYear }).rows.flatMap(({ posts, pay }) => [posts, pay as Figure]),
  },
  "a cost model": {
    root: "costModel.",
    data: costModel,
    read: (data: object): readonly Figure[] =>
      fullCost(data as CostModel, { volumes: oneYear }).years.map((year) => year.valueForFullRecovery),
  },
  "a timing": {
    root: "timing.",
    data: timing,
    read: (data: object): readonly Figure[] =>
      monthlyFlows(
        { "2021/22": { referrals: 1200, starts: 900, completions: 600 } },
        data as Timing,
      ).rows.flatMap(
        ({ referrals, starts, completions, waiting, onService }) =>
          [referrals, starts, completions, waiting, onService] as Figure[],
      ),
  },
} as const;

/** Whether something is refused as data, and in which words. */
function problemsWith(act: () => unknown): readonly string[] {
  try {
    act();
    return [];
  } catch (error) {
    if (isModelError(error, "invalid-data")) return error.details.problems.map(({ expected }) => expected);
    if (isModelError(error)) return [error.message];
    throw error;
  }
}

describe("what data refuse of the number of a provider, what-if refuses in the same words", () => {
  const { posts } = staff(staffing, { work: oneYear }).of("adviser", "2021/22");
  const desk = staff(staffing, { work: oneYear }).of("desk", "2021/22").posts;
  const { balance } = exposure(volumes, provider).at("0.3");
  const estimate = moneyByYear({ prices: "2021/22", values: { "2021/22": 50_000 } });
  const bias = withOptimismBias(estimate, "0.1").optimismBias.total() as Figure;
  const oneBias = withOptimismBias(estimate, "0.1", { name: "buildings" }).optimismBias.total() as Figure;
  const price = present(
    shouldWeBid(volumes as never, provider, { changes: [{ change: "-0.2", weight: 1 }], chance: 1 })
      .priceForFullRecovery,
  );
  const { served } = prioritise([{ id: "a", referrals: 60, attributes: { risk: "high" } }], 100, []);
  const basis = { period: { each: "year" }, kind: "flow" } as const;
  const system = (name: string, figure: number | { value: number; note: string }) =>
    ({ name, counts: "referrals", basis, rows: [{ area: "essex", figure }] }) as const;
  const { rows } = disparities(
    [system("case system", 900), system("provider", { value: 960, note: "our forecast" })],
    { by: ["area"], tolerance: "0.05" },
  );
  const difference = rows[0]?.difference as Figure;
  const days = "staffing.roles.adviser.productiveHours";

  test.for<readonly [Figure, string, number | string, string]>([
    [
      desk,
      "staffing.roles.desk.productiveHours",
      8_785,
      "staffing.roles.desk.productiveHours is at most the 8784 hours of a year; received 8785.",
    ],
    [
      posts,
      `${days}.workingDays`,
      367,
      `${days}.workingDays is at most the 366 days of a year; received 367.`,
    ],
    [posts, `${days}.hoursPerDay`, 25, `${days}.hoursPerDay is at most the 24 hours of a day; received 25.`],
    [
      bias,
      "biasPerPound",
      30,
      "biasPerPound is at most 2, which is twice the estimate more; received 30. If 30% is meant, give 0.3.",
    ],
    [
      oneBias,
      "biasPerPound.buildings",
      "2.5",
      "biasPerPound.buildings is at most 2, which is twice the estimate more; received 2.5. If 2.5% is meant, give 0.025.",
    ],
    [balance, "referrals.appropriateShare", 0, "referrals.appropriateShare is above zero; received 0."],
    [
      price,
      "changes.0.change",
      -1,
      "changes.0.change is above -1; received -1. No price recovers a cost from nobody.",
    ],
    [
      served,
      "referrals.0.referrals",
      "55.9",
      "referrals.0.referrals is a whole number from 0 up; received 55.9.",
    ],
    [
      difference,
      "sources.0.rows.0.figure",
      "55.9",
      "sources.0.rows.0.figure is a whole number from 0 up; received 55.9.",
    ],
  ])("of %s, %s is not %s", ([figure, path, value, message]) => {
    expect(refused(() => whatIf(figure, { [path]: value }))).toEqual({ code: "out-of-range", message });
  });

  test("though what is just within is answered, and what says that it is an estimate", () => {
    expect(() => whatIf(desk, { "staffing.roles.desk.productiveHours": 8_784 })).not.toThrow();
    expect(() => whatIf(posts, { [`${days}.workingDays`]: 366, [`${days}.hoursPerDay`]: 24 })).not.toThrow();
    // Twice the 50,000 that are estimated.
    expect(String(whatIf(bias, { biasPerPound: 2 }))).toBe("100000 GBP");
    expect(() => whatIf(balance, { "referrals.appropriateShare": "0.01" })).not.toThrow();
    expect(() => whatIf(price, { "changes.0.change": "-0.99" })).not.toThrow();
    expect(String(whatIf(difference, { "sources.1.rows.0.figure": "955.5" }))).toBe("55.5 referrals");
  });

  test("nor is more drawn, or less", () => {
    const drawn = (figure: Figure, path: string, low: number, high: number): string =>
      refused(() =>
        simulate(figure, { draws: 10, seed: 1, distributions: { [path]: { kind: "uniform", low, high } } }),
      ).message;
    expect(drawn(posts, `${days}.workingDays`, 200, 400)).toContain(
      "expected draws that are at most the 366 days of a year; received draws up to 400",
    );
    expect(drawn(price, "changes.0.change", -1.5, 0.2)).toContain(
      "expected draws that are above -1; received draws down to -1.5",
    );
  });

  test("nor is it a switching value", () => {
    // 50,000 and three times as much.
    const { none } = switchingValue(bias, { input: "biasPerPound", target: 150_000 });
    expect(none).toBe("it would take 3, which is out of range");
  });
});

/** Fewer than none, none, more than all, and a percentage, which is less than the hours of a day. */
const values = [-5, 0, "1.5", 21] as const;

const cases = Object.entries(readings).flatMap(([of, { root, data, read }]) =>
  [...inputsOf(read(data))].flatMap(([path]) => {
    const place = path.startsWith(root) ? path.slice(root.length) : path;
    const isStated = changedAt(data, place, "12345") !== undefined;
    return isStated ? values.map((value) => [of, path, value, place] as const) : [];
  }),
);

/** The data with another number at a place; nothing, where no number stands there. */
function changedAt(data: object, place: string, value: number | string): object | undefined {
  const steps = place.split(".");
  let at: unknown = data;
  for (const step of steps) at = typeof at === "object" && at !== null ? (at as JsonObject)[step] : undefined;
  return typeof at === "number" || typeof at === "string"
    ? changed(data as JsonObject, { [place]: value })
    : undefined;
}

describe("what a provider's data may not say, no what-if may ask", () => {
  test("and every number that a provider states is tried", () => {
    const tried = Object.keys(readings).map(
      (of) => cases.filter(([one]) => one === of).length / values.length,
    );
    // Counted in the data above: of the bid, what is only in its terms is no number of a sum.
    expect(tried).toEqual([29, 20, 13, 26]);
  });

  test.for(cases)(
    "of %s, %s is asked to be %s only if it may be stated to be",
    ([of, path, value, place]) => {
      // How far a band may begin at most is not held to: nobody is paid otherwise for it.
      if (path.endsWith("above.0.beyond") && value === 21) return;
      const { data, read } = readings[of as keyof typeof readings];
      const refusals = problemsWith(() => read(changedAt(data, place, value) as object));
      const asked = problemsWith(() => whatIf(read(data), { [path]: value }));
      expect(asked.length > 0 ? path : "").toBe(refusals.length > 0 ? path : "");
    },
  );
});

describe("a number outside its range is refused in what-if, in the words of any other range", () => {
  const { balance } = exposure(volumes, provider).at("0.3");
  const { posts } = staff(staffing, { work: oneYear }).of("adviser", "2021/22");
  const pay = staff(staffing, { work: oneYear }).of("adviser", "2021/22").pay as Figure;
  const value = fullCost(costModel, { volumes: oneYear }).years[0]?.valueForFullRecovery as Figure;
  const days = "staffing.roles.adviser.productiveHours";

  test.for<readonly [string, Figure, Readonly<Record<string, number | string>>, string]>([
    [
      "a price below nought",
      balance,
      { "mechanism.parts.2.price": -5 },
      "mechanism.parts.2.price is zero or more; received -5.",
    ],
    [
      "a step of cost for every no cases",
      balance,
      { "costs.2.steps.each": 0 },
      "costs.2.steps.each is above zero; received 0.",
    ],
    [
      "bands out of order",
      balance,
      { "mechanism.parts.0.below.0.beyond": "0.4" },
      "mechanism.parts.0.below.0.beyond is less than the 0.3 of mechanism.parts.0.below.1.beyond; received 0.4. Change both.",
    ],
    [
      "a shortfall of more than all",
      balance,
      { "mechanism.parts.0.below.1.beyond": "1.1" },
      "mechanism.parts.0.below.1.beyond is a share and lies between 0 and 1; received 1.1. If 1.1% is meant, give 0.011.",
    ],
    [
      "more leave than there are working days",
      posts,
      { [`${days}.leaveDays`]: 300 },
      // (260 − 300 − 5 − 10) days × 7.5 hours × 0.9.
      "productiveHours is above zero; received -371.25. Give fewer days of leave, training and sickness than working days, and less than all of the time on the road.",
    ],
    [
      "on-costs as a percentage",
      pay,
      { "staffing.roles.adviser.onCostPerPound": 28 },
      "staffing.roles.adviser.onCostPerPound is less than 1; received 28. If 28% is meant, give 0.28.",
    ],
    [
      "more of an overhead than there is of its driver",
      value,
      { "costModel.drivers.people.ours": 90 },
      "costModel.drivers.people.ours is at most the 80 of costModel.drivers.people.ofAll; received 90. Change both.",
    ],
  ])("%s", ([, figure, changes, message]) => {
    expect(refused(() => whatIf(figure, changes))).toEqual({ code: "out-of-range", message });
  });

  test("and what contradicts another number is not, where both are changed", () => {
    const moved = whatIf(value, {
      "costModel.drivers.people.ours": 90,
      "costModel.drivers.people.ofAll": 100,
    });
    // 160,000 × (90/100 − 12/80) more of the overhead, and 5% surplus on it.
    expect(String(moved.minus(value))).toBe("126000 GBP");
  });

  test("and a case more may take money back, as the data may say of a band", () => {
    const path = "mechanism.parts.0.above.0.price";
    // 200 cases beyond the 10% at 5 pounds less than nothing, and not at 120; indexed by 103/100, less 2.5% of service
    // credits: half of the 5 in a hundred that are missed.
    const difference = whatIf(balance, { [path]: -5 }).minus(balance);
    expect(String(difference)).toBe("-25106.25 GBP");
  });

  test("and a difference of one's own may be below nought, as money that is in hand may", () => {
    const change = given(-5, "starts", { name: "change", path: "change" });
    expect(String(whatIf(change, { change: -9 }))).toBe("-9 starts");
    const { balance: trough } = exposure(volumes, provider).cash("0.3").trough;
    expect(String(whatIf(trough, { openingCash: -1_000 }).minus(trough))).toBe("-21000 GBP");
  });
});

describe("what would be refused is no answer of any other reading", () => {
  test("swings stop where no hours are left to work", () => {
    const leaveDays = { value: 35, low: 30, high: 300 };
    const { productiveHours, ...rest } = staffing.roles.adviser;
    const roles = { adviser: { ...rest, productiveHours: { ...productiveHours, leaveDays } } };
    const { posts } = staff({ roles }, { work: oneYear }).of("adviser", "2021/22");
    const [row] = swings(posts).rows;
    expect(row?.atHigh.change).toBeNaN();
    expect(refused(() => row?.atHigh.figure).code).toBe("out-of-range");
  });

  test("and a draw of it is counted as having failed", () => {
    const leaveDays = { value: 35, distribution: { kind: "uniform", low: 0, high: 490 } };
    const { productiveHours, ...rest } = staffing.roles.adviser;
    const roles = { adviser: { ...rest, productiveHours: { ...productiveHours, leaveDays } } };
    const { posts } = staff({ roles } as Staffing, { work: oneYear }).of("adviser", "2021/22");
    const result = simulate(posts, { draws: 1_000, seed: 1 });
    // Of 490 days, 245 leave something to work, 260 less 5 and 10: half of the draws, but for chance.
    expect(result.failed).toMatchObject({
      count: 491,
      because: { "productiveHours at nought or below": 491 },
    });
  });

  test("and no price below nought is a switching value", () => {
    const { balance } = exposure(volumes, provider).at("0.3");
    const asked = { input: "costs.1.perCase", target: 10_000_000 };
    expect(switchingValue(balance, asked).none).toMatch(/^it would take -7,514.* out of range$/);
  });
});

describe("what somebody names themselves is held only to what its unit says", () => {
  const own = (value: number | string, unit: Unit, name: string): Figure =>
    given(value, unit, { name, path: "x" });

  test.for<readonly [string, Figure, number | string]>([
    ["an hourly rate is no share", own(15, "GBP/hours", "hourlyRate"), 16],
    ["a rate of exchange may pass one", own("1.17", "ratio", "exchangeRate"), "1.2"],
    ["a rate of growth may turn", own("0.02", "ratio", "growthRate"), "-0.01"],
    ["people may be referred more than once", own("1.2", "referrals/people", "referralRate"), "1.3"],
    ["a value may turn into what is owed", own(95, "GBP", "value"), -10],
    ["so may an income", own(95, "GBP", "income"), -10],
    ["so may a cost, which is then a saving", own(95, "GBP", "cost"), -10],
    ["a cap of its own may lie above all", own("1.2", "ratio", "atMostShare"), "1.3"],
  ])("%s", ([, input, asked]) => {
    expect(String(whatIf(input, { x: asked }).value)).toBe(String(asked));
  });

  const pay = own(15, "GBP/hours", "hourlyRate")
    .times(given(10, "hours", { name: "hours", path: "hours" }))
    .in("GBP");

  test("so that pay has the hourly rate that it takes, and draws of it", () => {
    const { crossings } = switchingValue(pay, { input: "x", target: 200 });
    // 200 pounds for 10 hours.
    expect(crossings.map(({ input }) => input)).toEqual(["20"]);
    const distributions = { x: { kind: "uniform", low: 14, high: 18 } } as const;
    const { failed, mean } = simulate(pay, { draws: 100, seed: 1, distributions });
    expect(failed.count).toBe(0);
    // 10 hours at 14 to 18 pounds.
    expect(mean).toBeGreaterThan(140);
    expect(mean).toBeLessThan(180);
  });

  test.for(["occupancyRate", "recoveryRate"])("and a made %s may pass one", (name) => {
    const kept = given(95, "GBP", { name: "kept", path: "kept" });
    const made = kept.dividedBy(given(100, "GBP", { name: "due" })).named(name);
    expect(String(whatIf(made, { kept: 110 }).value)).toBe("1.1");
  });

  test("which still has no fewer hours than none", () => {
    expect(refused(() => whatIf(pay, { hours: -1 })).message).toBe("hours is zero or more; received -1.");
  });

  test.for<readonly [Unit, string]>([
    ["starts/referrals", "startRate"],
    ["starts/referrals", "attendanceRate"],
    ["completions/starts", "completionRate"],
    ["ratio", "needShare"],
    ["ratio", "vatRate"],
  ])("and in %s a %s is a share wherever it stands", ([unit, name]) => {
    const message = "x is a share and lies between 0 and 1; received 60. If 60% is meant, give 0.6.";
    expect(refused(() => whatIf(own("0.5", unit, name), { x: 60 })).message).toBe(message);
  });
});

test("a change of volume may be a fall, wherever its author has it stand", () => {
  const change = given("0.1", "ratio", { name: "change", path: "referrals.change" });
  const fewer = whatIf(change.plus(change), { "referrals.change": "-0.2" });
  expect(String(fewer)).toBe("-0.4");
});

test("a stream of money may be a balance, and moves below nought and above it", () => {
  const { values } = moneyByYear({
    prices: "2021/22",
    values: { "2021/22": 95, "2022/23": { value: -40, low: -60, high: 10 } },
  });
  const balance = (values["2021/22"] as Figure<"GBP">).plus(values["2022/23"] as Figure<"GBP">);
  expect(String(balance)).toBe("55 GBP");
  expect(String(whatIf(balance, { "money.2021/22": -10 }))).toBe("-50 GBP");
  expect(String(whatIf(balance, { "money.2022/23": 10 }))).toBe("105 GBP");
});

test.for(["costs.saving", "parts.net", "mobilisation.owed", "returns.net", "money.net"])(
  "money that somebody keeps under %s may turn into what is owed",
  (path) => {
    const own = given(95, "GBP", { name: "net", path });
    expect(String(whatIf(own, { [path]: -10 }))).toBe("-10 GBP");
  },
);

test("every share that a formula of the field makes, or is made of, is known by its name", () => {
  const formulas = Object.values({ ...library, ...fromProvider, ...fromSources } as object).filter(isFormula);
  const shares = formulas.flatMap(({ figure, unit, inputs, shares: due = [] }) =>
    [[figure, unit] as const, ...due.map((name) => [name, inputs[name]] as const)].filter(
      (entry): entry is readonly [string, Unit] =>
        typeof entry[1] === "string" && /(Rate|Share)$/.test(entry[0]),
    ),
  );
  const names = (isOne: boolean) =>
    new Set(
      shares.flatMap(([name, unit]) => (isNamedShare(given("0.5", unit, { name })) === isOne ? [name] : [])),
    );
  expect([...names(false)]).toEqual([]);
  expect(names(true)).toContain("borneShare");
});

describe("a volume that is asked for as a percentage is refused, as a change of it is", () => {
  const { balance } = exposure(volumes, provider).at("0.3");

  test.for([130, 6])("where what-if asks for %s times what is contracted", (volumeRatio) => {
    const share = String(volumeRatio / 100);
    expect(refused(() => whatIf(balance, { volumeRatio }))).toEqual({
      code: "out-of-range",
      message: `volumeRatio is less than 6; received ${String(volumeRatio)}. If ${String(volumeRatio)}% is meant, give ${share}.`,
    });
  });

  test.for<readonly [Distribution, string]>([
    [{ kind: "triangular", low: 52, mode: 100, high: 130 }, "up to 130. If 130% is meant, give 1.3."],
    // Half of the draws of a bell lie above its mean, of which nothing below nought is cut off ten deviations away.
    [{ kind: "normal", mean: 100, deviation: 10, from: 0 }, "about 100. If 100% is meant, give 1."],
  ])("where %o is drawn", ([volumeRatio, drawn]) => {
    const { message } = refused(() =>
      simulate(balance, { draws: 10, seed: 1, distributions: { volumeRatio } }),
    );
    expect(message).toContain(`distributions.volumeRatio: expected draws below 6; received draws ${drawn}`);
  });

  test("though five times as much may be asked for, and more be sought", () => {
    const more = exposure(volumes, provider).at("4.9").balance;
    expect(String(whatIf(balance, { volumeRatio: "5.9" }))).toBe(String(more));
    const asked = { input: "volumeRatio", target: 0, from: 0, to: 10 };
    // Each further 200 cases are another step of cost, which the balance leaps by.
    expect(switchingValue(balance, asked).none).toMatch(/^the figure leaps over its target near/);
  });
});
