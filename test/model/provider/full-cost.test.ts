import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isAbsent, present } from "volumes-and-values";
import { fullCost, recovery, staff } from "volumes-and-values/provider";
import type { CostModel, FullCostOptions, RecoveryOptions } from "volumes-and-values/provider";
import { explain, whatIf } from "volumes-and-values/readings";
import { runs } from "../../support/arbitraries-numbers.ts";
import { problemsOf } from "../../support/plans.ts";

const model = {
  direct: [
    { line: "advisers", cost: 281_600 },
    { line: "travel", costPerStart: { by: "complexity", values: { high: 60 }, otherwise: 30 } },
  ],
  drivers: { people: { ours: 12, ofAll: 80 }, "floor area": { ours: 90, ofAll: 600 } },
  overheads: [
    { line: "HR and IT", cost: 160_000, driver: "people" },
    { line: "rent", cost: 40_000, driver: "floor area" },
  ],
  nonCash: [{ line: "depreciation", cost: 2_000 }],
  management: [{ line: "service manager", cost: 20_000 }],
  // Source of the amount: MOPAC decision, London women's services; everything else is illustrative.
  tupe: [{ line: "TUPE", cost: { by: "year", values: { "2021/22": "14791.76" }, otherwise: 0 } }],
  redundancy: [],
  vat: { taxableSpend: 40_000, vatRate: "0.2", irrecoverableShare: "0.75" },
  surplusPerPound: "0.05",
  sharedBy: "starts",
} as const satisfies CostModel;

const volumes = [
  { year: "2021/22", complexity: "low", starts: 100 },
  { year: "2021/22", complexity: "high", starts: 50 },
  { year: "2022/23", complexity: "low", starts: 600 },
  { year: "2022/23", complexity: "high", starts: 300 },
];
const years = (more: object = {}) => fullCost({ ...model, ...more }, { volumes }).years;

describe("full cost", () => {
  test("is every line of it, overheads by their drivers and VAT as far as it is not recovered", () => {
    const [first, second] = years();
    expect(first?.lines.map(({ line, cost }) => `${line} ${String(cost)}`)).toEqual([
      "travel 6000 GBP",
      "advisers 281600 GBP",
      "HR and IT 24000 GBP",
      "rent 6000 GBP",
      "depreciation 2000 GBP",
      "service manager 20000 GBP",
      "TUPE 14791.76 GBP",
      "irrecoverable VAT 6000 GBP",
    ]);
    expect([first, second].map((year) => String(year?.cost))).toEqual(["360391.76 GBP", "375600 GBP"]);
    expect(String(second?.valueForFullRecovery)).toBe("394380 GBP");
    expect(String(second?.of("overheads"))).toBe("30000 GBP");
  });

  test("is shared by starts or by direct cost, as the model says, and levels sum to the whole", () => {
    for (const sharedBy of ["starts", "direct cost"] as const) {
      const year = years({ sharedBy })[1];
      const costs = year?.byComplexity.map(({ cost }) => present(cost).value) ?? [];
      const sum = costs.reduce((a, b) => a.plus(b));
      expect(
        sum
          .minus(year?.cost.value ?? 0)
          .abs()
          .lessThan("1e-30"),
      ).toBe(true);
    }
    // 339,600 is shared: by 600 and 300 starts, or by 18,000 and 18,000 pounds.
    const shares = (sharedBy: string): (string | undefined)[] | undefined =>
      years({ sharedBy })[1]?.byComplexity.map(({ shared }) =>
        String(present(shared).rounded({ places: 2, mode: "half even" })),
      );
    expect(shares("starts")).toEqual(["226400 GBP", "113200 GBP"]);
    expect(shares("direct cost")).toEqual(["169800 GBP", "169800 GBP"]);
  });

  test("takes the pay of staff as direct lines", () => {
    const roles = {
      adviser: {
        hoursPerStart: 14,
        productiveHours: 1400,
        posts: "whole",
        salary: 28_000,
        onCostPerPound: "0.25",
      },
    } as const;
    const posts = staff({ roles }, { work: volumes });
    const [first] = fullCost({ ...model, direct: [] }, { volumes, staff: posts }).years;
    expect(String(first?.of("direct"))).toBe("70000 GBP");
  });

  test("of a start is absent where nobody starts", () => {
    const [year] = fullCost(model, { volumes: [{ year: "2021/22", starts: 0 }] }).years;
    expect(isAbsent(year?.fullUnitCost ?? { absent: "" })).toBe(true);
    expect(isAbsent(year?.byComplexity[0]?.cost ?? { absent: "" })).toBe(true);
  });

  test("can be explained and moved", () => {
    const cost = years()[1]?.cost;
    if (cost === undefined) throw new Error("a year");
    expect(explain(cost).toString()).toContain("costModel.drivers.people.ours");
    expect(String(whatIf(cost, { "costModel.drivers.people.ours": 40 }))).toBe("431600 GBP");
  });

  test("is refused with every problem of the model and of its volumes", () => {
    const wrong = {
      ...model,
      direct: [{ line: "advisers" }, { line: "both", cost: 1, costPerStart: 1 }],
      overheads: [{ line: "HR", cost: -1, driver: "peple" }],
      vat: { taxableSpend: 1, vatRate: 20, irrecoverableShare: 1 },
    };
    const of = (data: unknown, options: unknown) =>
      problemsOf(() => fullCost(data as CostModel, options as FullCostOptions)).map(({ message }) => message);
    expect(of(wrong, { volumes })).toMatchInlineSnapshot(`
      [
        "overheads.0.cost: expected zero or more; received -1.",
        "vat.vatRate: expected a share from 0 to 1; received 20. If 20% is meant, write 0.2.",
        "direct.0: expected a cost or a costPerStart; received neither.",
        "direct.1: expected a cost or a costPerStart; received both.",
        "overheads.0.driver: expected a driver: people, floor area; received "peple". Did you mean "people"?",
      ]
    `);
    expect(of({ direct: [] }, { volumes }).length).toBe(9);
    expect(of(model, { volumes: [{ month: "2021-04", starts: 1 }, { year: "2021/22" }] }))
      .toMatchInlineSnapshot(`
      [
        "volumes: expected periods of one kind; received financial year, month.",
        "volumes.0: expected a year, since costs are those of years; received a month.",
      ]
    `);
    const byLevel = {
      ...model,
      direct: [{ line: "x", costPerStart: { by: "complexity", values: { low: 1 } } }],
    };
    expect(of(byLevel, { volumes })).toMatchInlineSnapshot(`
      [
        "costModel.direct.0.costPerStart.values: expected a value for the complexity high; received none. Add one, or an otherwise.",
      ]
    `);
  });
});

describe("what a price recovers", () => {
  test("of the implied £250: contribution, recovery rate, and the subsidy of each year from reserves", () => {
    const result = recovery(fullCost(model, { volumes }), { pricePerStart: 250, reserves: 500_000 });
    expect(result.table()).toMatchInlineSnapshot(`
      [
        {
          "contribution": "-250,100",
          "cost": "360,392",
          "income": "37,500",
          "recoveryRate": "0.104",
          "reserves": "177,108",
          "subsidy": "322,892",
          "surplus": "0",
          "year": "2021/22",
        },
        {
          "contribution": "-92,600",
          "cost": "375,600",
          "income": "225,000",
          "recoveryRate": "0.599",
          "reserves": "26,508",
          "subsidy": "150,600",
          "surplus": "0",
          "year": "2022/23",
        },
      ]
    `);
    const income = { "2021/22": 400_000, "2022/23": 375_600 };
    const paid = recovery(fullCost(model, { volumes }), { income }).years;
    expect(paid.map(({ surplus }) => String(surplus))).toEqual(["39608.24 GBP", "0 GBP"]);
    expect(isAbsent(paid[0]?.reserves ?? { absent: "" })).toBe(true);
  });

  test("income and subsidy are cost and surplus, and one of the two is nothing", () => {
    const cost = fullCost(model, { volumes });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500_000 }), (pence) => {
        for (const year of recovery(cost, { pricePerStart: String(pence / 100) }).years) {
          const { income, subsidy, surplus } = year;
          expect(income.plus(subsidy).value.equals(year.cost.plus(surplus).value)).toBe(true);
          expect(subsidy.value.isZero() || surplus.value.isZero()).toBe(true);
        }
      }),
      runs,
    );
  });

  test("is refused where nothing is paid, or twice, or not for a year", () => {
    const of = (options: unknown) =>
      problemsOf(() => recovery(fullCost(model, { volumes }), options as RecoveryOptions)).map(
        ({ message }) => message,
      );
    expect([of({}), of({ pricePerStart: 1, income: {} }), of({ income: { "2021/22": 1, "2025/26": 1 } })])
      .toMatchInlineSnapshot(`
      [
        [
          "(the whole): expected a pricePerStart, or the income of each year; received neither.",
        ],
        [
          "(the whole): expected a pricePerStart, or the income of each year; received both.",
        ],
        [
          "income.2025/26: expected a known name: 2021/22, 2022/23; received "2025/26". Did you mean "2021/22"?",
          "recovery.income.2022/23: expected a figure in GBP, or a plain decimal number, { count, of }, or { value, low, high, source, asOf, quality, note, distribution }; received nothing.",
        ],
      ]
    `);
  });
});
