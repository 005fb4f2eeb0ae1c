import { describe, expect, test } from "vitest";
import { forecast, parsePlan, present } from "volumes-and-values";
import { fullCost, monthlyFlows, payment, recovery, staff } from "volumes-and-values/provider";
import type { CostModel, RecoveryOptions, Work } from "volumes-and-values/provider";
import { essexPlan, problemsOf, publicHealthWith } from "../../support/plans.ts";

type ByWord = Readonly<Record<string, number>>;

const work = [
  { year: "2022/23", complexity: "low", starts: 100 },
  { year: "2022/23", complexity: "high", starts: 40 },
];
const said = (act: () => unknown): readonly string[] => problemsOf(act).map(({ message }) => message);

const staffOf = (adviser: object, rows: readonly unknown[] = work) =>
  staff(
    { roles: { adviser: { productiveHours: 1400, posts: "in parts", ...adviser } } },
    {
      work: rows as readonly Work[],
    },
  );
const postsOf = (hoursPerStart: unknown, rows?: readonly object[]): string =>
  staffOf({ hoursPerStart }, rows)
    .rows.map(({ hours }) => String(present(hours)))
    .join(", ");

const nothing = { nonCash: [], management: [], tupe: [], redundancy: [] };
const costOf = (direct: readonly object[], more: object = {}, volumes: readonly unknown[] = work) =>
  fullCost(
    {
      ...nothing,
      direct,
      drivers: {},
      overheads: [],
      vat: "all recovered",
      surplusPerPound: 0,
      sharedBy: "starts",
      ...more,
    } as unknown as CostModel,
    { volumes: volumes as readonly Work[] },
  );

describe("a misspelt attribute beside an otherwise never passes for the otherwise", () => {
  test("in the hours and the pay of staff", () => {
    const hoursPerStart = { by: "complexty", values: { high: 14 }, otherwise: 7 };
    expect(said(() => staffOf({ hoursPerStart }))).toEqual([
      'roles.adviser.hoursPerStart.by: expected an attribute it may differ by: lot, contractType, region, area, service, complexity, year, month; received "complexty". Did you mean "complexity"?',
    ]);
    const inner = { by: "area", values: { essex: { by: "yaer", values: { "2022/23": 1 } } }, otherwise: 7 };
    expect(said(() => staffOf({ hoursPerStart: inner }))).toEqual([
      'roles.adviser.hoursPerStart.values.essex.by: expected an attribute it may differ by: lot, contractType, region, area, service, complexity, year, month; received "yaer". Did you mean "year"?',
    ]);
    const salary = { by: "complexity", values: { high: 30_000 }, otherwise: 28_000 };
    expect(said(() => staffOf({ hoursPerStart: 7, salary, onCostPerPound: 0 }))).toEqual([
      'roles.adviser.salary.by: expected an attribute it may differ by: year, month; received "complexity".',
    ]);
  });

  test("in the lines of a cost model", () => {
    const [cost, costPerStart] = [
      { by: "yer", values: { "2022/23": 1_000 }, otherwise: 0 },
      { by: "complexty", values: { high: 60 }, otherwise: 30 },
    ];
    expect(
      said(() =>
        costOf([
          { line: "opening", cost },
          { line: "travel", costPerStart },
        ]),
      ),
    ).toEqual([
      'direct.0.cost.by: expected an attribute it may differ by: year; received "yer". Did you mean "year"?',
      'direct.1.costPerStart.by: expected an attribute it may differ by: lot, contractType, region, area, service, complexity, year; received "complexty". Did you mean "complexity"?',
    ]);
  });
});

describe("a misspelt word beside an otherwise never passes for the otherwise", () => {
  test("in the hours of staff", () => {
    expect(said(() => postsOf({ by: "complexity", values: { hihg: 14 }, otherwise: 7 }))).toEqual([
      'staffing.roles.adviser.hoursPerStart.values.hihg: expected a word for complexity: low, high, medium; received "hihg". Did you mean "high"?',
    ]);
  });

  test("in years and months", () => {
    const hours = (by: string, word: string) => () =>
      postsOf({ by, values: { [word]: 14 }, otherwise: 7 }, [{ year: "2022/23", starts: 10 }]);
    expect(said(hours("year", "2022/2023"))).toEqual([
      'roles.adviser.hoursPerStart.values.2022/2023: expected a year, as 2021/22 or contract year 1; received "2022/2023". Write 2022/23.',
    ]);
    expect(said(hours("month", "2022-6"))).toEqual([
      'roles.adviser.hoursPerStart.values.2022-6: expected a month, as 2021-06; received "2022-6".',
    ]);
  });

  test("in the cost of a start, and in the price of one", () => {
    const costPerStart = { by: "complexity", values: { hgih: 60 }, otherwise: 30 };
    expect(said(() => costOf([{ line: "travel", costPerStart }]))).toEqual([
      'costModel.direct.0.costPerStart.values.hgih: expected a word for complexity: low, high, medium; received "hgih". Did you mean "high"?',
    ]);
    const pay = (pricePerStart: unknown) => () =>
      recovery(costOf([{ line: "travel", costPerStart: 30 }]), { pricePerStart } as RecoveryOptions);
    expect(said(pay({ by: "complexity", values: { hihg: 300 }, otherwise: 200 }))).toEqual([
      'recovery.pricePerStart.values.hihg: expected a word for complexity: low, high, medium; received "hihg". Did you mean "high"?',
    ]);
    expect(said(pay({ by: "year", values: { "2022-23": 300 }, otherwise: 200 }))).toEqual([
      'recovery.pricePerStart.values.2022-23: expected a year, as 2021/22 or contract year 1; received "2022-23". Write 2022/23.',
    ]);
  });

  test("in the price of a case that a mechanism pays", () => {
    const paid = (values: object, delivered: object) =>
      payment(
        {
          name: "Prices",
          counts: "starts",
          parts: [{ pay: "per case", price: { by: "complexity", values: values as ByWord, otherwise: 200 } }],
        },
        { contracted: 100, delivered: delivered as ByWord },
      );
    expect(said(() => paid({ hihg: 300 }, { low: 60, high: 40 }))).toEqual([
      'parts.0.price.values.hihg: expected a word for complexity: low, high, medium; received "hihg". Did you mean "high"?',
    ]);
    // 60 at £200; nobody is high.
    expect(String(paid({ high: 300 }, { low: 60 }).total)).toBe("12000 GBP");
  });

  test("in a lot, whose name is the provider's own", () => {
    const rows = [{ year: "2022/23", lot: "essex-homes", starts: 10 }];
    const by = (values: object) => ({ by: "lot", values, otherwise: 7 });
    expect(said(() => postsOf(by({ "esex-homes": 14 }), rows))).toEqual([
      'staffing.roles.adviser.hoursPerStart.values.esex-homes: expected a word for lot: essex-homes; received "esex-homes". Did you mean "essex-homes"?',
    ]);
    expect(postsOf(by({ "kent-homes": 14 }), rows)).toBe("70 hours");
    // A name near one that has hours of its own is another lot.
    expect(postsOf(by({ "essex-homes": 9, "essex-home2": 14 }), rows)).toBe("90 hours");
  });
});

describe("a word that merely does not occur this year is taken as it is", () => {
  test("if it is one of the field's own: medium, where nobody of medium complexity starts", () => {
    // 100 low at 4 hours and 40 high at 20; nobody is medium.
    expect(postsOf({ by: "complexity", values: { low: 4, medium: 9, high: 20 } })).toBe("1200 hours");
    expect(postsOf({ by: "area", values: { kent: 9 }, otherwise: 1 })).toBe("140 hours");
  });

  test("or if the work has words of its own, and it is not near one that has no hours", () => {
    const own = forecast(parsePlan(publicHealthWith())).by("year", "complexity");
    const hours = (values: object) => () => postsOf({ by: "complexity", values, otherwise: 1 }, own);
    expect(hours({ brief: 2, intensive: 8, residential: 40 })()).toMatch(/hours$/);
    expect(said(hours({ brief: 2, intensiv: 8 }))).toEqual([
      'staffing.roles.adviser.hoursPerStart.values.intensiv: expected a word for complexity: brief, intensive, low, medium, high; received "intensiv". Did you mean "intensive"?',
    ]);
  });
});

describe("a row of work whose names are misspelt", () => {
  test("is refused with the name that is near, in staffing and in full cost", () => {
    const row = { year: "2022/23", complexty: "high", starts: 40 };
    expect(said(() => postsOf({ by: "complexity", values: { high: 14 }, otherwise: 7 }, [row]))).toEqual([
      'work.0.complexty: expected a known name; received "complexty". Did you mean "complexity"?',
    ]);
    expect(said(() => costOf([{ line: "travel", costPerStart: 30 }], {}, [row]))).toEqual([
      'volumes.0.complexty: expected a known name; received "complexty". Did you mean "complexity"?',
    ]);
    expect(said(() => postsOf(7, [{ year: "2022/23", starts: 40, compeltions: 20 }]))).toEqual([
      'work.0.compeltions: expected a known name; received "compeltions". Did you mean "completions"?',
    ]);
  });

  test("is not one of a forecast or of monthly flows, which say more than staffing reads", () => {
    expect(postsOf(7, forecast(essexPlan()).rows.slice(0, 1))).toMatch(/hours$/);
    expect(postsOf(7, forecast(essexPlan()).by("year"))).toMatch(/hours$/);
    const timing = {
      from: "2021-04-01",
      runOffMonths: 0,
      lagToStart: 0,
      lagToCompletion: 1,
      lagToDropOut: 1,
    };
    const { rows } = monthlyFlows(
      { "2021/22": { referrals: 120, starts: 60, completions: 30 } },
      { ...timing, runOffMonths: 1 },
    );
    expect(postsOf(7, rows.slice(0, 12))).toMatch(/hours$/);
  });
});
