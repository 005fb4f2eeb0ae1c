import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { given, isAbsent, present } from "volumes-and-values";
import type { Maybe } from "volumes-and-values";
import {
  fullCost,
  payByHours,
  payByPayManaged,
  recovery,
  sharedByDirectCost,
  sharedByStarts,
  staff,
  staffingGaps,
} from "volumes-and-values/provider";
import type {
  CostModel,
  FullCost,
  FullCostOptions,
  RecoveryOptions,
  Staffing,
  Work,
} from "volumes-and-values/provider";
import { explain, whatIf } from "volumes-and-values/readings";
import { refusal, refused } from "../../numbers/refusal.ts";
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

  describe("by complexity follows the hours that each level takes of staff", () => {
    const levels = [
      { year: "2021/22", complexity: "low", starts: 100 },
      { year: "2021/22", complexity: "high", starts: 100 },
    ];
    const hoursPerStart = { by: "complexity", values: { low: 4, high: 20 } };
    const paid = { posts: "in parts", salary: 35_000, onCostPerPound: 0 } as const;
    const adviser = { hoursPerStart, productiveHours: 1400, ...paid };
    const none = { direct: [], overheads: [], nonCash: [], management: [], tupe: [] };
    const bare = { ...model, ...none, vat: "all recovered" } as const;
    const costs = (roles: Staffing["roles"], more: object = {}, work: readonly Work[] = levels) =>
      fullCost({ ...bare, ...more }, { volumes: levels, staff: staff({ roles }, { work }) }).years[0];
    const unitCosts = (...of: Parameters<typeof costs>): readonly string[] =>
      (costs(...of)?.byComplexity ?? []).map(({ fullUnitCost: each }) =>
        isAbsent(each) ? "absent" : String(each.rounded({ places: 2, mode: "half even" }).value),
      );

    test("in the pay of who has the hours: £100 a low start and £500 a high one, at £25 an hour", () => {
      expect(unitCosts({ adviser })).toEqual(["100", "500"]);
      // All cost is direct, so that it matters nothing by what the rest is shared.
      expect(unitCosts({ adviser }, { sharedBy: "direct cost" })).toEqual(["100", "500"]);
    });

    test("in the pay of managers too, by the pay they manage", () => {
      const manager = { manages: "adviser", postsPerManager: 1, ...paid };
      const director = { manages: ["manager"], postsPerManager: 1, ...paid };
      expect(unitCosts({ director, adviser, manager })).toEqual(["300", "1500"]);
    });

    test("while posts that are there in any case are shared as the model says, and so are their managers", () => {
      const desk = { minimumCover: 1, ...paid };
      const manager = { manages: ["desk", "adviser"], postsPerManager: 1, ...paid };
      const by = (sharedBy: string) => unitCosts({ adviser, desk, manager }, { sharedBy });
      // £60,000 of advisers and as much of their managers, by hours; £35,000 of the desk and as much of its manager's.
      expect(by("starts")).toEqual(["550", "1350"]);
      // One sixth and five sixths of the £70,000, as of the direct cost.
      expect(by("direct cost")).toEqual(["316.67", "1583.33"]);
    });

    test("and is shared as before, where the staff's work does not say its complexity", () => {
      const whole = [{ year: "2021/22", starts: 200 }];
      const even = { ...adviser, hoursPerStart: 12 };
      expect(unitCosts({ adviser: even }, {}, whole)).toEqual(["300", "300"]);
    });

    test("and no what-if tells pay apart by no hours, or managers' by no pay, since both are shared then", () => {
      const even = { ...adviser, hoursPerStart: 12, minimumCover: 2 };
      const manager = { manages: "adviser", postsPerManager: 1, ...paid };
      const [low] = costs({ adviser: even, manager })?.byComplexity ?? [];
      const path = "staffing.roles.adviser";
      const asked = (name: string) =>
        refused(() => whatIf(present(low?.fullUnitCost as Maybe<"GBP/starts">), { [`${path}.${name}`]: 0 }));
      expect(asked("hoursPerStart")).toEqual({
        code: "out-of-range",
        message:
          "allHours is above zero; received 0. Pay is not told apart by none: make the staff and the full cost anew with the value.",
      });
      expect(asked("salary")).toEqual({
        code: "out-of-range",
        message:
          "allPayManaged is above zero; received 0. Pay is not told apart by none: make the staff and the full cost anew with the value.",
      });
      // Two advisers and two managers at £35,000, for 200 starts.
      expect(unitCosts({ adviser: { ...even, hoursPerStart: 0 }, manager })).toEqual(["700", "700"]);
    });

    test("so that the levels come to the whole, whatever they take and by whatever the rest is shared", () => {
      const some = fc.integer({ min: 1, max: 500 });
      const shared = fc.constantFrom("starts", "direct cost");
      fc.assert(
        fc.property(some, some, some, some, shared, (low, high, hoursOfLow, hoursOfHigh, sharedBy) => {
          const work = [
            { year: "2021/22", complexity: "low", starts: low },
            { year: "2021/22", complexity: "high", starts: high },
          ];
          const by = { by: "complexity", values: { low: hoursOfLow, high: hoursOfHigh } };
          const roles = {
            adviser: { ...adviser, hoursPerStart: by },
            desk: { minimumCover: 1, ...paid },
            manager: { manages: ["adviser", "desk"], postsPerManager: 3, ...paid },
          };
          const [year] = fullCost(
            { ...model, sharedBy: sharedBy },
            { volumes: work, staff: staff({ roles }, { work }) },
          ).years;
          const costs = year?.byComplexity.map(({ cost }) => present(cost).value) ?? [];
          const over = costs.reduce((a, b) => a.plus(b)).minus(year?.cost.value ?? 0);
          expect(over.abs().lessThan("1e-25")).toBe(true);
        }),
        runs,
      );
    });
  });

  test("takes lines of figures beside the data: what staffing gaps cost, with its working", () => {
    const roles = {
      adviser: {
        hoursPerStart: 14,
        productiveHours: 1400,
        posts: "whole",
        salary: 28_000,
        onCostPerPound: 0,
      },
    } as const;
    const posts = staff({ roles }, { work: volumes });
    const gaps = staffingGaps(posts, {
      opening: { adviser: 5 },
      costs: {
        noticePerPost: 1_000,
        redundancyPerPost: 4_000,
        recruitmentPerPost: 2_000,
        trainingPerPost: 1_000,
        vacancyPerPost: 0,
      },
    });
    const amounts = (of: "costOfEnding" | "costOfBeginning") =>
      Object.fromEntries(posts.periods.map((year) => [year, gaps.total(year)[of]]));
    const [first, second] = fullCost(model, {
      volumes,
      staff: posts,
      lines: [
        { group: "redundancy", line: "posts that end", amounts: amounts("costOfEnding") },
        { group: "direct", line: "posts that begin", amounts: amounts("costOfBeginning") },
        { group: "tupe", line: "legal advice", amounts: { "2021/22": 5_000, "2022/23": 0 } },
      ],
    }).years;
    // Three of five posts end at £5,000; seven begin at £3,000.
    expect([first, second].map((year) => String(year?.of("redundancy")))).toEqual(["15000 GBP", "0 GBP"]);
    expect(second?.lines.map(({ line, cost }) => `${line} ${String(cost)}`)).toContain(
      "posts that begin 21000 GBP",
    );
    expect(String(first?.of("tupe"))).toBe("19791.76 GBP");
    const cost = first?.cost;
    if (cost === undefined) throw new Error("a year");
    const dearer = whatIf(cost, { "staffingGaps.costs.redundancyPerPost": 5_000 });
    expect(String(dearer.minus(cost))).toBe("3000 GBP");
    const all = first?.byComplexity.map((level) => present(level.cost).value).reduce((a, b) => a.plus(b));
    expect(all?.minus(cost.value).abs().lessThan("1e-25")).toBe(true);
  });

  test("of a group that nobody knows is refused, and of a known one without lines is none", () => {
    const [year] = fullCost(
      { ...model, redundancy: [] },
      { volumes: [{ year: "2021/22", starts: 10 }] },
    ).years;
    expect(refusal(() => year?.of("redundancies" as never)).message).toBe(
      '"redundancies" is no group of lines here. Known: direct, overheads, nonCash, management, tupe, redundancy, vat. Did you mean "redundancy"?',
    );
    expect(year?.of("redundancy").toString()).toBe("0 GBP");
  });

  test("is shared in whole pounds where it comes to them: the division is last", () => {
    // A quotient of 1 ÷ 3 before the product would leave 99.99…
    const of = { sharedCost: 300, starts: 1, allStarts: 3 };
    expect(sharedByStarts(of).toString()).toBe("100 GBP");
    const byCost = sharedByDirectCost({ sharedCost: 300, directCost: 1, allDirectCost: 3 });
    expect(byCost.toString()).toBe("100 GBP");
    expect(payByHours({ payOfPosts: 100, hours: 3, allHours: 3 }).toString()).toBe("100 GBP");
    expect(payByPayManaged({ payOfPosts: 100, payManaged: 3, allPayManaged: 3 }).toString()).toBe("100 GBP");
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
    const drivers = { people: { ours: 70, ofAll: 7 }, "floor area": { ours: 1, ofAll: 2 } };
    expect(of({ ...model, drivers }, { volumes })).toMatchInlineSnapshot(`
      [
        "drivers.people.ours: expected at most ofAll, 7; received 70.",
      ]
    `);
    const figure = [{ line: "posts", cost: years()[0]?.cost }];
    expect(of({ ...model, redundancy: figure }, { volumes })).toMatchInlineSnapshot(`
      [
        "redundancy.0.cost: expected a plain object; received a figure. Give its number.",
      ]
    `);
    expect(of({ direct: [] }, { volumes }).length).toBe(9);
    expect([{}, null, undefined].map((options) => of(model, options))).toMatchInlineSnapshot(`
      [
        [
          "volumes: expected a row of work for each period; received nothing.",
        ],
        [
          "(the whole): expected an object with volumes, staff, lines; received null.",
        ],
        [
          "(the whole): expected an object with volumes, staff, lines; received nothing.",
        ],
      ]
    `);
    const lines = [
      { group: "redundancy", line: "posts", amounts: { "2021/22": 1, "2022/32": 1 } },
      { group: "vat", line: " ", amount: 1 },
      null,
    ];
    expect(of(model, { volumes, lines })).toMatchInlineSnapshot(`
      [
        "lines.0.amounts.2022/32: expected a known name: 2021/22, 2022/23; received "2022/32". Did you mean "2022/23"?",
        "fullCost.lines.0.amounts.2022/23: expected a figure in GBP, or a plain decimal number, { count, of }, or { value, low, high, source, asOf, quality, note, distribution }; received nothing.",
        "lines.1.amount: expected a known name: group, line, amounts; received "amount". Did you mean "amounts"?",
        "lines.1.group: expected a group of lines: direct, nonCash, management, tupe, redundancy; received "vat".",
        "lines.1.line: expected text that is not blank; received " ".",
        "lines.1.amounts: expected an object with 2021/22, 2022/23; received nothing.",
        "lines.2: expected an object with group, line, amounts; received null.",
      ]
    `);
    expect(of(model, { volumes, lines: 1, staff: {} })).toMatchInlineSnapshot(`
      [
        "lines: expected a list of lines, each { group, line, amounts }; received 1.",
        "staff: expected the posts that staff() gives; received an object.",
      ]
    `);
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
    const mixed = [
      { year: "2021/22", starts: 10, complexity: "low" },
      { year: "2021/22", starts: 10 },
    ];
    expect(of(model, { volumes: mixed })).toMatchInlineSnapshot(`
      [
        "volumes: expected a complexity in every row of 2021/22, or in none; received one in 1 of 2.",
      ]
    `);
  });

  test("is refused for other starts than its staff are for, and for staff whose pay is not known", () => {
    const adviser = { hoursPerStart: 14, productiveHours: 1400, posts: "whole" } as const;
    const pay = { salary: 1, onCostPerPound: 0 };
    const of = (more: object, work: readonly Work[] = volumes) =>
      problemsOf(() =>
        fullCost(model, { volumes, staff: staff({ roles: { adviser: { ...adviser, ...more } } }, { work }) }),
      ).map(({ message }) => message);
    expect(of({})).toMatchInlineSnapshot(`
      [
        "staffing.roles.adviser.salary: expected a salary, since pay is a cost; received nothing.",
      ]
    `);
    const few = volumes.map((row, index) => ({ ...row, starts: row.starts - (index === 2 ? 1 : 0) }));
    expect(of(pay, few)).toMatchInlineSnapshot(`
      [
        "volumes: expected the 899 starts of 2022/23 that the staff are for; received 900. Make the staff for the same starts, or give their pay as lines.",
      ]
    `);
    const inAll = [
      { year: "2021/22", starts: 150 },
      { year: "2022/23", starts: 9 },
    ];
    expect(of(pay, inAll)).toMatchInlineSnapshot(`
      [
        "volumes: expected the 9 starts of 2022/23 that the staff are for; received 900. Make the staff for the same starts, or give their pay as lines.",
      ]
    `);
    expect(of(pay, volumes.slice(0, 2))).toMatchInlineSnapshot(`
      [
        "staff: expected posts for 2022/23 too; received none.",
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
          "reservesShort": "0",
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
          "reservesShort": "0",
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

  test("may differ by complexity, and by year: a price for each level", () => {
    const cost = fullCost(model, { volumes });
    const of = (pricePerStart: NonNullable<RecoveryOptions["pricePerStart"]>) =>
      recovery(cost, { pricePerStart }).years.map(({ income }) => String(income));
    // 100 × 200 + 50 × 500, and 600 × 200 + 300 × 500.
    expect(of({ by: "complexity", values: { low: 200, high: 500 } })).toEqual(["45000 GBP", "270000 GBP"]);
    const high = given(500, "GBP/starts", { name: "priceOfHigh" });
    expect(of({ by: "complexity", values: { high }, otherwise: 200 })).toEqual(["45000 GBP", "270000 GBP"]);
    const byLevel = { by: "complexity", values: { low: 200, high } };
    expect(of({ by: "year", values: { "2021/22": byLevel }, otherwise: 1 })).toEqual([
      "45000 GBP",
      "900 GBP",
    ]);
    const [first] = recovery(cost, {
      pricePerStart: { by: "complexity", values: { low: 200, high: 500 } },
    }).years;
    if (first === undefined) throw new Error("a year");
    expect(String(whatIf(first.income, { "recovery.pricePerStart.values.high": 600 }))).toBe("50000 GBP");
  });

  test("says where the reserves do not last, and how much they lack", () => {
    const cost = fullCost(model, { volumes });
    const short = recovery(cost, { pricePerStart: 250, reserves: 400_000 });
    // 400,000 less the subsidies of 322,891.76 and 150,600.
    expect(short.years.map(({ reservesShort }) => String(present(reservesShort)))).toEqual([
      "0 GBP",
      "73491.76 GBP",
    ]);
    expect(short.reservesRunOut).toBe("2022/23");
    expect(short.table()[1]).toMatchObject({ reserves: "-73,492", reservesShort: "73,492" });
    expect(recovery(cost, { pricePerStart: 250, reserves: 500_000 }).reservesRunOut).toBe(undefined);
    const unknown = recovery(cost, { pricePerStart: 250 });
    expect(isAbsent(unknown.years[0]?.reservesShort ?? { absent: "" })).toBe(true);
    expect(unknown.reservesRunOut).toBe(undefined);
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
    expect([undefined, null, 250].map(of)).toMatchInlineSnapshot(`
      [
        [
          "(the whole): expected an object with pricePerStart, income, reserves; received nothing.",
        ],
        [
          "(the whole): expected an object with pricePerStart, income, reserves; received null.",
        ],
        [
          "(the whole): expected an object with pricePerStart, income, reserves; received 250.",
        ],
      ]
    `);
    const byLevel = (values: unknown, more: object = {}) =>
      of({ pricePerStart: { by: "complexity", values, ...more } });
    expect([
      byLevel({ low: 1 }),
      byLevel({ low: -1, high: "many" }),
      byLevel(null),
      byLevel({ low: 1, high: 1, hihg: 2 }, { othewise: 1 }),
      of({ pricePerStart: { by: "area", values: { essex: 1 } } }),
    ]).toMatchInlineSnapshot(`
      [
        [
          "recovery.pricePerStart.values: expected a value for the complexity high; received none. Add one, or an otherwise.",
        ],
        [
          "recovery.pricePerStart.values.low: expected zero or more; received -1.",
          "recovery.pricePerStart.values.high: expected a figure in GBP/starts, or a plain decimal number, { count, of }, or { value, low, high, source, asOf, quality, note, distribution }; received "many".",
        ],
        [
          "recovery.pricePerStart.values: expected a price for each word; received null.",
        ],
        [
          "recovery.pricePerStart.othewise: expected a known name: by, values, otherwise; received "othewise". Did you mean "otherwise"?",
          "recovery.pricePerStart.values.hihg: expected a word for complexity: low, high, medium; received "hihg". Did you mean "high"?",
        ],
        [
          "recovery.pricePerStart.by: expected what prices may differ by: complexity, year; received "area".",
        ],
      ]
    `);
    // What every object has is no attribute either.
    expect(
      ["__proto__", "constructor", "toString"].map((by) =>
        of({ pricePerStart: { by, values: { essex: 1 } } }),
      ),
    ).toEqual(
      ["__proto__", "constructor", "toString"].map((by) => [
        `recovery.pricePerStart.by: expected what prices may differ by: complexity, year; received "${by}".`,
      ]),
    );
    expect(
      problemsOf(() => recovery(null as unknown as FullCost, { pricePerStart: 1 }))[0]?.message,
    ).toMatchInlineSnapshot(`"cost: expected what fullCost() gives; received null."`);
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
