import { describe, expect, test } from "vitest";
import { given, isModelError } from "volumes-and-values";
import {
  fullCost,
  inPrices,
  moneyByYear,
  moneyTogether,
  parseBidder,
  parseCostModel,
  parseMechanism,
  parseStaffing,
  payment,
  prioritise,
  rebased,
  recovery,
  smoothRampUp,
  staff,
  staffingGaps,
  toPrices,
} from "volumes-and-values/provider";
import type { CostModel, Staffing } from "volumes-and-values/provider";
import { reconcile } from "volumes-and-values/review";
import { chanceOfAtLeast, placesForChance } from "volumes-and-values/uncertainty";
import { essexPlan } from "../../support/plans.ts";

const work = [
  { year: "2021/22", complexity: "low", starts: 100, completions: 50 },
  { year: "2022/23", complexity: "high", starts: 100, completions: 40 },
];
const staffing = {
  roles: {
    adviser: {
      hoursPerStart: { by: "complexity", values: { low: 7 }, otherwise: 9 },
      productiveHours: {
        workingDays: 260,
        leaveDays: 30,
        trainingDays: 5,
        sicknessDays: 5,
        hoursPerDay: 7,
        travelShare: 0.1,
      },
      posts: "whole",
      salary: 28000,
      onCostPerPound: 0.2,
    },
    manager: {
      manages: ["adviser"],
      postsPerManager: 8,
      minimumCover: 1,
      posts: "in parts",
      salary: 40000,
      onCostPerPound: 0.2,
    },
  },
};
const st = staff(staffing as Staffing, { work });
const model = {
  direct: [
    { line: "a", cost: 5 },
    { line: "b", costPerStart: { by: "complexity", values: { low: 1 }, otherwise: 2 } },
  ],
  drivers: { people: { ours: 1, ofAll: 2 } },
  overheads: [{ line: "c", cost: 4, driver: "people" }],
  nonCash: [{ line: "x", cost: 1 }],
  management: [],
  tupe: [],
  redundancy: [],
  vat: { taxableSpend: 1, vatRate: 0.2, irrecoverableShare: 1 },
  surplusPerPound: 0.1,
  sharedBy: "starts",
};
const lines = [
  { group: "direct", line: "z", amounts: { "2021/22": 1, "2022/23": given(2, "GBP", { name: "q" }) } },
];
const cost = fullCost(model as CostModel, { volumes: work });
const index = { name: "i", source: "s", values: { "2021/22": 100, "2022/23": 105 } };
const money = moneyByYear({ prices: "2021/22", values: { "2021/22": 1, "2022/23": 2 } });
const mech = {
  name: "m",
  counts: "starts",
  parts: [
    { pay: "bands", amount: 1, above: [{ beyond: 0.1, price: 1 }] },
    { pay: "per case", price: { by: "complexity", values: { low: 1 }, otherwise: 2 } },
    { pay: "outcomes", counts: "completions", price: 3 },
  ],
  atMost: 5000,
  serviceCredits: { atMostShare: 0.1, measures: [{ name: "k", targetShare: 0.9, creditPerShortfall: 0.1 }] },
  indexation: { base: "2021/22", index },
  mobilisation: [{ name: "mm", amount: 4, on: "2021-05-01" }],
  terms: { monthsInArrears: 1, onAccount: "contracted", reconciledAfter: 2 },
};
const bidder = {
  name: "b",
  mechanism: mech,
  costs: [{ name: "c", fixed: 1, perCase: 2, steps: { each: 10, amount: 3 } }],
  costIndexation: "of each year",
  referrals: { appropriateShare: 0.5, costPerReferral: 1, borneShare: 0.5 },
  performance: { k: 0.8 },
  mobilisationCosts: [{ name: "mm", amount: 4, on: "2021-05-01" }],
  openingCash: 4,
};
/** Each with arguments that it takes, from which one thing after another is taken away or changed. */
const cases: Readonly<
  Record<string, readonly [act: (...given: never[]) => unknown, given: readonly unknown[]]>
> = {
  staff: [staff, [staffing, { work, from: "2021-06-01", to: "2023-03-31" }]],
  fullCost: [fullCost, [model, { volumes: work, lines }]],
  "fullCost with staff": [fullCost, [model, { volumes: work, staff: st }]],
  recovery: [
    recovery,
    [cost, { pricePerStart: { by: "complexity", values: { low: 1 }, otherwise: 2 }, reserves: 5 }],
  ],
  "recovery of income": [recovery, [cost, { income: { "2021/22": 1, "2022/23": 2 } }]],
  staffingGaps: [
    staffingGaps,
    [
      st,
      {
        opening: { adviser: 1, manager: 1 },
        costs: {
          noticePerPost: 1,
          redundancyPerPost: 1,
          recruitmentPerPost: 1,
          trainingPerPost: 1,
          vacancyPerPost: 1,
        },
      },
    ],
  ],
  prioritise: [
    prioritise,
    [
      [{ id: "a", referrals: 1, attributes: { risk: "high" } }],
      5,
      [{ by: "risk", first: ["high"] }],
      { hoursPerReferral: { by: "risk", values: { high: 1 }, otherwise: 2 } },
    ],
  ],
  smoothRampUp: [
    smoothRampUp,
    [
      {
        before: 1,
        years: [
          { year: "2021/22", indicativeValue: 5, startsNeeded: 4 },
          { year: "2022/23", indicativeValue: 9, startsNeeded: 4 },
        ],
        costPerStart: 1,
        startRate: 1,
        completionRate: 1,
        staffing,
        from: "2021-04-01",
      },
      { gapsAtMost: 100 },
    ],
  ],
  parseStaffing: [parseStaffing, [staffing]],
  parseCostModel: [parseCostModel, [model]],
  parseMechanism: [parseMechanism, [mech]],
  parseBidder: [parseBidder, [bidder]],
  payment: [
    payment,
    [
      mech,
      {
        year: "2021/22",
        firstYear: "2021/22",
        contracted: { low: 5, high: 4 },
        delivered: { low: 5, high: { value: 4, low: 3, high: 6 } },
        outcomes: { completions: 3 },
        performance: { k: 0.8 },
      },
    ],
  ],
  toPrices: [toPrices, [given(300, "GBP/starts", { name: "u" }), { from: "2021/22", to: "2022/23", index }]],
  inPrices: [inPrices, [money, "of each year", index]],
  rebased: [rebased, [index, "2022/23"]],
  moneyByYear: [moneyByYear, [{ prices: "2021/22", values: { "2021/22": 1, "2022/23": 2 } }]],
  moneyTogether: [moneyTogether, [[money, money]]],
  reconcile: [
    reconcile,
    [essexPlan(), { service: "accommodation", contractType: "accommodation", on: "2022-04-01" }],
  ],
  chanceOfAtLeast: [
    chanceOfAtLeast,
    [{ completions: 10, places: 30, completionsPerPlace: { count: 1, of: 3 } }],
  ],
  placesForChance: [placesForChance, [{ completions: 10, completionsPerPlace: 0.33, chance: 0.9 }]],
};

const instead = [undefined, null, 5, -1, "x", {}, [], [null]] as const;

/** Data with one thing in them left out, misspelt, or something else, and which. */
function* spoilt(value: unknown, depth = 0): Generator<readonly [what: string, spoilt: unknown]> {
  for (const other of instead) yield [` is ${JSON.stringify(other)}`, other];
  if (depth > 6 || typeof value !== "object" || value === null || "operation" in value) return;
  if (Array.isArray(value)) {
    for (const [index, one] of value.entries())
      for (const [what, other] of spoilt(one, depth + 1))
        yield [`.${String(index)}${what}`, value.map((kept: unknown, at) => (at === index ? other : kept))];
    return;
  }
  for (const [name, one] of Object.entries(value as Readonly<Record<string, unknown>>)) {
    const others = Object.fromEntries(Object.entries(value).filter(([other]) => other !== name));
    yield [`.${name} is left out`, others];
    yield [`.${name} is misspelt`, { ...others, [`${name}z`]: one }];
    for (const [what, other] of spoilt(one, depth + 1))
      yield [`.${name}${what}`, { ...others, [name]: other }];
  }
}

/** What is thrown that is not the library's own error. */
function rawError(act: () => unknown): string | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    return isModelError(error) ? undefined : String(error);
  }
}

describe("whatever is left out, misspelt or something else, it is refused in the library's own words", () => {
  test.for(Object.entries(cases))("by %s", ([, [act, taken]]) => {
    const call = act as (...given: readonly unknown[]) => unknown;
    expect(() => call(...taken)).not.toThrow();
    const raw = [
      rawError(() => call()),
      ...taken.flatMap((whole, at) =>
        [...spoilt(whole)].map(([what, other]) => {
          const error = rawError(() => call(...taken.slice(0, at), other, ...taken.slice(at + 1)));
          return error === undefined ? undefined : `${String(at)}${what}: ${error}`;
        }),
      ),
    ];
    expect(raw.filter((error) => error !== undefined)).toEqual([]);
  });
});
