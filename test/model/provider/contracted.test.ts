import { describe, expect, test, vi } from "vitest";
import { forecast, parsePlan } from "volumes-and-values";
import type { Plan } from "volumes-and-values";
import { exposure, offersSideBySide, payment, shouldWeBid } from "volumes-and-values/provider";
import type { Bidder, ContractVolumes, Mechanism, PaidVolumes } from "volumes-and-values/provider";
import { working } from "volumes-and-values/readings";
import { referenceRules } from "volumes-and-values/reference";
import { refusal, refused } from "../../numbers/refusal.ts";
import { mechanisms } from "../../support/mechanisms.ts";
import { patience } from "../../support/runs.ts";

vi.setConfig({ testTimeout: patience });

const setUp = { name: "set-up", amount: 30_000, on: "2021-03-01" };
const us: Bidder = {
  name: "illustrative",
  mechanism: {
    name: "Block and outcomes",
    counts: "starts",
    parts: [
      { pay: "per case", price: 250 },
      { pay: "outcomes", counts: "completions", price: 100 },
    ],
    mobilisation: [setUp],
    terms: { monthsInArrears: 1, onAccount: "delivered" },
  },
  costs: [{ name: "staff", fixed: 100_000 }],
  mobilisationCosts: [{ name: "premises", amount: 40_000, on: "2021-02-15" }],
};
const plain: Bidder = { name: "plain", mechanism: mechanisms.block, costs: us.costs };
const numbers = { "2021/22": { cases: 400, outcomes: { completions: 200 } } };

const plan: Plan = parsePlan({
  schema: "volumes-and-values/plan/1",
  name: "Two lots that go live on different days (illustrative)",
  caseload: {
    asOf: "2020-06-30",
    source: "illustrative",
    counted: "people",
    cells: [
      { area: "essex", sentenceType: "community-order-rar", people: 900 },
      { area: "kent", sentenceType: "community-order-rar", people: 500 },
    ],
  },
  turnover: 1,
  services: {
    accommodation: {
      rules: referenceRules["accommodation"],
      complexityMix: { low: "0.3", medium: "0.5", high: "rest" },
      needShare: 1,
      takeUpShare: 1,
      referralsPerPerson: 1,
      startRate: "0.8",
      completionRate: "0.5",
      rampUp: { profile: { shape: "step", monthsToPlateau: 1 }, unmet: "lost" },
      unitCost: { costPerStart: 300 },
    },
  },
  lots: [
    { id: "essex", service: "accommodation", areas: ["essex"], cohort: {}, from: "2021-06-26" },
    { id: "kent", service: "accommodation", areas: ["kent"], cohort: {}, from: "2021-04-01" },
  ],
  calendar: { years: "financial", first: "2021/22", last: "2023/24" },
});

describe("mobilisation", () => {
  test("before the first year is paid and spent in it, and on its own day in cash", () => {
    const made = exposure(numbers, us);
    const whole = made.at(0);
    expect(whole.mobilisation.toString()).toBe("30000 GBP");
    // 400 × 250 + 200 × 100 + 30,000, against 100,000 and 40,000
    expect([whole.income.toString(), whole.cost.toString()]).toEqual(["150000 GBP", "140000 GBP"]);
    const { months } = made.cash(0);
    expect([months[0]?.month, months[0]?.spent.toString()]).toEqual(["2021-02", "40000 GBP"]);
    // A month in arrears, as all that the mechanism pays.
    expect(months.find(({ month }) => month === "2021-04")?.received.toString()).toBe("30000 GBP");
    expect(months.at(-1)?.balance.value.toDecimalPlaces(20).toString()).toBe(String(whole.balance.value));
  });

  test("of a plan's contract is in its first year too", () => {
    const whole = exposure(plan, us).at(0);
    expect([whole.years[0]?.payment.mobilisation, whole.years[1]?.payment.mobilisation].map(String)).toEqual([
      "30000 GBP",
      "0 GBP",
    ]);
  });

  test("after the last year is refused, and so is any in years that have no days", () => {
    const late = { ...us.mechanism, mobilisation: [{ ...setUp, on: "2022-04-01" }] };
    expect(refusal(() => exposure(numbers, { ...us, mechanism: late })).message).toContain(
      "mechanism.mobilisation.0.on: expected a day up to 2022-03-31, the end of the last year",
    );
    const error = refusal(() => exposure({ "contract year 1": numbers["2021/22"] }, us));
    expect(error.message).toContain("mechanism.mobilisation.0.on");
    expect(error.message).toContain("mobilisationCosts.0.on");
  });

  test("is of a contract year, where all lots go live on one day", () => {
    const contract = parsePlan({
      ...plan,
      lots: plan.lots.filter(({ id }) => id === "essex"),
      calendar: { years: "contract", count: 2 },
    });
    const second = { ...us, mobilisationCosts: [{ name: "move", amount: 40_000, on: "2022-06-26" }] };
    const [one, two] = exposure(contract, second).at(0).years;
    expect([one?.payment.mobilisation, two?.payment.mobilisation].map(String)).toEqual([
      "30000 GBP",
      "0 GBP",
    ]);
    expect([one, two].map((year) => year?.costs.some(({ name }) => name === "move"))).toEqual([false, true]);
    expect(
      refusal(() => exposure(parsePlan({ ...plan, calendar: { years: "contract", count: 2 } }), us)).message,
    ).toContain("mechanism.mobilisation.0.on");
  });

  test("before the first year is paid in it by itself too, where the first year is said", () => {
    const mechanism: Mechanism = { ...mechanisms.block, mobilisation: [setUp] };
    const paid = (volumes: Partial<PaidVolumes>) =>
      payment(mechanism, { contracted: 1, delivered: 1, ...volumes }).mobilisation.toString();
    expect(paid({ year: "2021/22", firstYear: "2021/22" })).toBe("30000 GBP");
    expect(paid({ year: "2022/23", firstYear: "2021/22" })).toBe("0 GBP");
    expect(paid({ year: "2020/21" })).toBe("30000 GBP");
    expect(refusal(() => paid({ year: "contract year 1" })).message).toContain("mobilisation.0.on");
  });
});

describe("a filter of a forecast", () => {
  const made = forecast(plan);

  test("by complexity keeps the cases of that complexity, as it does what comes of them", () => {
    const [year] = exposure(plan, us, { of: { complexity: "low" } }).at(0).years;
    const low = made.total({ complexity: "low", year: "2021/22" });
    expect(year?.delivered.value.equals(low.starts.value)).toBe(true);
    expect(year?.payment.steps.map(({ step }) => step)).toEqual([
      "each case, low",
      "outcomes: completions",
      "set-up",
    ]);
  });

  test("by year keeps those years", () => {
    expect(
      exposure(plan, us, { of: { year: ["2021/22", "2022/23"] } }).years.map(({ year }) => year),
    ).toEqual(["2021/22", "2022/23"]);
  });

  test("by area takes the go-live of the lots in that area", () => {
    const cash = exposure(
      plan,
      { ...plain, mechanism: { ...plain.mechanism, terms: { monthsInArrears: 1, onAccount: "delivered" } } },
      { of: { area: "essex" } },
    ).cash(0);
    expect(cash.months[0]?.month).toBe("2021-06");
  });

  test("that picks nothing, or that is given for volumes without rows, is refused", () => {
    expect(refusal(() => exposure(plan, us, { of: { lot: [] } })).message).toContain(
      "of: expected a filter that picks a row or more",
    );
    expect(refusal(() => exposure(numbers, us, { of: { area: "essex" } })).message).toContain(
      "of: expected no filter, since volumes by year have no rows",
    );
  });
});

describe("volumes by year", () => {
  test.for<readonly [string, unknown, string]>([
    ["no years at all", {}, "volumes: expected the volumes of a year or more; received none"],
    ["a year in words", { "year one": { cases: 1 } }, 'year one: expected a year, as "2021/22"'],
    ["a year that ends too late", { "2021/99": { cases: 1 } }, "2021/99: expected a year"],
    ["a list", [{ cases: 1 }], 'expected volumes by year, as { "2021/22": { cases } }; received a list.'],
    [
      "years with one left out",
      { "2021/22": { cases: 1 }, "2025/26": { cases: 1 } },
      "2025/26: expected 2022/23, so that years follow each other; received 2025/26",
    ],
    [
      "years of two calendars",
      { "2021/22": { cases: 1 }, "contract year 1": { cases: 1 } },
      "contract year 1: expected financial years, as 2021/22; received contract year 1",
    ],
    ["a year of nothing", { "2021/22": null }, "2021/22: expected an object; received null"],
    ["a number for a year", { "2021/22": 100 }, "2021/22: expected an object; received 100"],
    [
      "no cases",
      { "2021/22": {} },
      "2021/22.cases: expected referrals in all or by complexity; received undefined",
    ],
    ["cases misspelt", { "2021/22": { case: 1 } }, 'Did you mean "cases"?'],
    ["a name nobody knows", { "2021/22": { cases: 1, referal: 2 } }, 'Did you mean "referrals"?'],
    [
      "cases of no complexity",
      { "2021/22": { cases: {} } },
      "2021/22.cases: expected referrals in all or by complexity; received none",
    ],
    [
      "an empty list of cases",
      { "2021/22": { cases: [] } },
      "2021/22.cases: expected referrals in all or by complexity; received a list",
    ],
    [
      "a list of cases",
      { "2021/22": { cases: [1, 2] } },
      "2021/22.cases: expected referrals in all or by complexity; received a list",
    ],
    [
      "outcomes nobody counts",
      { "2021/22": { cases: 1, outcomes: { completion: 2 } } },
      'Did you mean "completions"?',
    ],
    [
      "more that finish than are ever referred",
      {
        "2021/22": { cases: 10, outcomes: { completions: 9 } },
        "2022/23": { cases: 10, outcomes: { completions: 12 } },
      },
      "2022/23.outcomes.completions: expected at most the 20 referrals of all years; received 21 completions in all",
    ],
    [
      "two numbers of referrals",
      { "2021/22": { cases: 2_040, referrals: 100 } },
      "2021/22.referrals: expected the 2040 referrals of cases; received 100",
    ],
    [
      "more that finish than start, of fewer than are referred",
      { "2021/22": { cases: 2_040, outcomes: { starts: 100, completions: 101 } } },
      "2021/22.outcomes.completions: expected at most the 100 starts of all years; received 101 completions in all",
    ],
  ])("are refused with the place of what is wrong: %s", ([, volumes, message]) => {
    const { code, message: said } = refused(() => exposure(volumes as ContractVolumes, plain));
    expect(code).toBe("invalid-data");
    expect(said).toContain(message);
    expect(said).not.toContain("This volumes has");
  });

  test("are taken in order of time, and every problem is said at once", () => {
    const reversed = { "2022/23": { cases: 1 }, "2021/22": { cases: 2 } };
    expect(exposure(reversed, plain).years.map(({ year }) => year)).toEqual(["2021/22", "2022/23"]);
    const { message } = refused(() =>
      exposure({ "2021/22": { case: 1 }, "2022-23": null } as unknown as ContractVolumes, plain),
    );
    expect(message).toContain("2021/22.case");
    expect(message).toContain("2022-23: expected a year");
  });

  test("may count more that finish in a year than start in it: some started before, and it is said", () => {
    const later = {
      "2021/22": { cases: 100, outcomes: { completions: 40 } },
      "2022/23": { cases: 50, outcomes: { completions: 60 } },
    };
    const exposed = exposure(later, us);
    expect(exposed.at(0).delivered.toString()).toBe("150 cases");
    expect(exposed.pointedOut).toEqual([
      {
        year: "2022/23",
        path: "volumes.2022/23.outcomes.completions",
        message:
          "60 completions in 2022/23 are more than its 50 starts: some come of starts of an earlier year, or one of the two is wrong.",
      },
    ]);
  });

  test("have no more starts than referrals in all years, and in one year only of referrals of an earlier", () => {
    const withReferrals = (first: number, second: number) =>
      exposure(
        {
          "2021/22": { cases: 100, referrals: first, outcomes: { completions: 40 } },
          "2022/23": { cases: 2_040, referrals: second, outcomes: { completions: 60 } },
        },
        us,
      ).pointedOut.map(({ message }) => message);
    expect(refusal(() => withReferrals(100, 100)).message).toContain(
      "volumes.2022/23.cases: expected at most the 200 referrals of all years; received 2140 starts in all",
    );
    expect(withReferrals(140, 2_000)).toEqual([
      "2,040 starts in 2022/23 are more than its 2,000 referrals: some come of referrals of an earlier year, or one of the two is wrong.",
    ]);
    expect(withReferrals(100, 2_040)).toEqual([]);
  });

  test("of a payment may bring more completions than its year has starts, and then it is said", () => {
    const paid = (outcomes: NonNullable<PaidVolumes["outcomes"]>) =>
      payment(us.mechanism, { year: "2021/22", contracted: 1_000, delivered: 1_000, outcomes });
    expect(paid({ completions: 5_000 }).pointedOut).toEqual([
      {
        path: "volumes.2021/22.outcomes.completions",
        message:
          "5,000 completions are more than the 1,000 starts: some come of starts of an earlier year, or one of the two is wrong.",
      },
    ]);
    expect(paid({ completions: 1_000 }).pointedOut).toEqual([]);
    expect(paid({ completions: 1, referrals: 900 }).pointedOut.map(({ message }) => message)).toEqual([
      "1,000 starts are more than the 900 referrals: some come of referrals of an earlier year, or one of the two is wrong.",
    ]);
    expect(refusal(() => paid({ completions: 1, starts: 900 })).message).toContain(
      "volumes.2021/22.outcomes.starts: expected the 1000 starts that were delivered; received 900",
    );
  });

  test("are paid by an index that is one, and growth given for an index is pointed out", () => {
    const indexed = (values: Record<string, number | string>) => ({
      base: "2021/22",
      index: { name: "CPI", source: "illustrative", values },
    });
    const block = { name: "Block", counts: "starts", parts: [{ pay: "block", amount: 1 }] } as const;
    const pointed = (values: Record<string, number | string>) =>
      payment({ ...block, indexation: indexed(values) }, { year: "2022/23", contracted: 10, delivered: 10 })
        .pointedOut;
    const mend = "give the index of each year, and not its growth.";
    expect(pointed({ "2021/22": 100, "2022/23": "4.5" })).toEqual([
      {
        path: "indexation.index.values.2022/23",
        message: `CPI goes from 100 in 2021/22 to 4.5 in 2022/23, by more than half in a year: ${mend}`,
      },
    ]);
    expect(pointed({ "2021/22": 1, "2022/23": 3, "2023/24": 3 })).toHaveLength(1);
    expect(pointed({ "2021/22": 100, "2022/23": "104.5" })).toEqual([]);
    const { pointedOut } = exposure(
      { "2021/22": { cases: 10 }, "2022/23": { cases: 10 } },
      {
        ...us,
        mechanism: { ...block, indexation: indexed({ "2021/22": "0.03", "2022/23": "0.031" }) },
        costIndexation: indexed({ "2021/22": 100, "2022/23": 3 }),
      },
    );
    expect(pointedOut).toEqual([
      {
        year: "2021/22",
        path: "mechanism.indexation.index.values.2021/22",
        message: `CPI is below 0.5 in every year, as 0.03 in 2021/22: ${mend}`,
      },
      {
        year: "2022/23",
        path: "costIndexation.index.values.2022/23",
        message: `CPI goes from 100 in 2021/22 to 3 in 2022/23, by more than half in a year: ${mend}`,
      },
    ]);
  });

  test("of a payment name a year that there is, and nothing that nobody reads", () => {
    const paid = (volumes: object) => payment(mechanisms.block, { contracted: 1, delivered: 1, ...volumes });
    for (const year of ["twenty", "2021-22", "2021/99"])
      expect(refusal(() => paid({ year })).message).toContain("year: expected a year");
    expect(refusal(() => paid({ outcomes: { completion: 1 } })).message).toContain(
      'Did you mean "completions"?',
    );
    expect(refusal(() => paid({ deliverd: 1 })).message).toContain('Did you mean "delivered"?');
    expect(refusal(() => paid({ delivered: [1] })).message).toContain("received a list");
  });
});

describe("nothing where something is due", () => {
  const options = { changes: [{ change: 0, weight: 1 }], chance: 1 };
  const offer = { name: "ours", volumes: numbers, provider: us };

  test.for<readonly [string, () => unknown]>([
    ["no options of exposure", () => exposure(numbers, us, null as never)],
    ["an option of exposure misspelt", () => exposure(numbers, us, { change: [0] } as never)],
    ["changes that are no list", () => exposure(numbers, us, { changes: 0 } as never)],
    ["no filter", () => exposure(plan, us, { of: null } as never)],
    ["no volumes", () => exposure(null as never, us)],
    ["no provider", () => exposure(numbers, null as never)],
    ["no options of a bid", () => shouldWeBid(numbers, us, null as never)],
    ["a bid without changes", () => shouldWeBid(numbers, us, { chance: 1 } as never)],
    ["a bid without a chance", () => shouldWeBid(numbers, us, { changes: [] } as never)],
    ["a change of nothing", () => shouldWeBid(numbers, us, { ...options, changes: [null] } as never)],
    ["no finishers", () => shouldWeBid(numbers, us, { ...options, finishers: null } as never)],
    ["no offers", () => offersSideBySide(null as never, { changes: [0] })],
    ["an offer of nothing", () => offersSideBySide([null] as never, { changes: [0] })],
    ["offers without changes", () => offersSideBySide([offer], {} as never)],
    ["offers without options", () => offersSideBySide([offer], null as never)],
    ["no volumes of a payment", () => payment(mechanisms.block, null as never)],
    [
      "outcomes of nothing",
      () => payment(mechanisms.block, { contracted: 1, delivered: 1, outcomes: null } as never),
    ],
    ["no mechanism", () => payment(null as never, { contracted: 1, delivered: 1 })],
    ["no volume paying", () => exposure(numbers, us).volumesPaying(null as never, "2021/22")],
    ["no cost in full", () => exposure(numbers, us, { cost: null } as never)],
  ])("is the library's own refusal: %s", ([, act]) => {
    expect(refusal(act).message).not.toBe("");
  });
});

describe("a volume with its range", () => {
  // A volume that somebody stated with the least and the most it may be.
  const stated = { value: 424, low: 380, high: 450, source: "illustrative" };
  const price: Mechanism = { name: "Price", counts: "starts", parts: [{ pay: "per case", price: 250 }] };
  const provider: Bidder = {
    name: "illustrative",
    mechanism: price,
    costs: [{ name: "staff", perCase: 200 }],
  };

  test("is one number, and its ends are no levels of complexity", () => {
    const { delivered } = exposure({ "2021/22": { cases: stated } }, provider).at(0);
    expect(delivered.toString()).toBe("424 cases");
    expect(payment(price, { contracted: stated, delivered: stated }).delivered.toString()).toBe("424 cases");
  });

  test("keeps its range and its source in the working", () => {
    const { balance } = exposure({ "2021/22": { cases: stated } }, provider).at(0);
    const cases = working(balance).nodes.find(
      ({ provenance }) => provenance?.path === "volumes.2021/22.cases",
    );
    expect(cases?.provenance?.low).toBe(380);
    expect(cases?.provenance?.high).toBe(450);
  });

  test("as the counts behind it is their quotient, by complexity too", () => {
    const counted = { count: 848, of: 2 };
    expect(
      exposure({ "2021/22": { cases: counted } }, provider)
        .at(0)
        .delivered.toString(),
    ).toBe("424 cases");
    const byLevel = { "2021/22": { cases: { low: stated, high: counted } } };
    expect(exposure(byLevel, provider).at(0).delivered.toString()).toBe("848 cases");
  });

  test("is refused with its path where one of its names is not known", () => {
    const misspelt = { "2021/22": { cases: { ...stated, hihg: 460 } } } as unknown as ContractVolumes;
    expect(refusal(() => exposure(misspelt, provider)).message).toContain("volumes.2021/22.cases.hihg");
  });
});
