import { describe, expect, test, vi } from "vitest";
import { parsePlan } from "volumes-and-values";
import { exposure, monthlyFlows, shouldWeBid } from "volumes-and-values/provider";
import type { Bidder, Cash, MonthlyFlows, Timing } from "volumes-and-values/provider";
import { whatIf } from "volumes-and-values/readings";
import { refusal } from "../../numbers/refusal.ts";
import { essexPlan } from "../../support/plans.ts";
import { patience } from "../../support/runs.ts";

vi.setConfig({ testTimeout: patience });

const timing: Timing = {
  from: "2021-06-26",
  runOffMonths: 6,
  ramp: { shape: "linear", monthsToPlateau: 9 },
  lagToStart: "0.5",
  lagToCompletion: "3.2",
  lagToDropOut: 2,
};
const flows = monthlyFlows(
  {
    "2021/22": { referrals: 300, starts: 225, completions: 120 },
    "2022/23": { referrals: 1200, starts: 900, completions: 480 },
  },
  timing,
);
const us: Bidder = {
  name: "illustrative",
  mechanism: {
    name: "Price",
    counts: "starts",
    parts: [{ pay: "per case", price: 250 }],
    terms: { monthsInArrears: 1, onAccount: "delivered" },
  },
  costs: [{ name: "support", perCase: 200 }],
};
const monthOf = (cash: Cash, label: string) => cash.months.find(({ month }) => month === label);
const startsIn = (of: MonthlyFlows, month: string) => of.total({ from: month, to: month }).starts.value;
/** Money without the rounding of the quotients by which a year is shared out. */
const pounds = (
  money: { readonly value: { toDecimalPlaces(places: number): unknown } } | undefined,
): string => String(money?.value.toDecimalPlaces(20));

describe("cash where the months of a contract are known", () => {
  test("a year's cases are those who start in it by date, whenever they were referred", () => {
    const made = exposure(flows, us);
    expect(made.years.map(({ year }) => year)).toEqual(["2021/22", "2022/23", "2023/24"]);
    const inYear = flows.total({ from: "2021-06", to: "2022-03" }).starts.value;
    expect(made.years[0]?.contracted.delivered.value.equals(inYear)).toBe(true);
    // All who are referred start before the months end: 225 and 900.
    expect(made.at(0).delivered.value.toDecimalPlaces(20).toString()).toBe("1125");
  });

  test("what grows with cases is spent in the month in which they start, and invoiced a month later", () => {
    const cash = exposure(flows, us).cash(0);
    for (const month of ["2021-06", "2021-09", "2022-03", "2023-04"]) {
      expect(pounds(monthOf(cash, month)?.spent)).toBe(
        String(startsIn(flows, month).times(200).toDecimalPlaces(20)),
      );
    }
    expect(pounds(monthOf(cash, "2021-10")?.received)).toBe(
      String(startsIn(flows, "2021-09").times(250).toDecimalPlaces(20)),
    );
  });

  test("blocks and fixed costs are spread evenly over the months that are open", () => {
    const amounts = {
      by: "year",
      values: { "2021/22": 60_000, "2022/23": 120_000 },
      otherwise: 6_000,
    } as const;
    const fixed: Bidder = {
      ...us,
      mechanism: { ...us.mechanism, parts: [{ pay: "block", amount: amounts }] },
      costs: [{ name: "premises", fixed: amounts }],
    };
    const cash = exposure(flows, fixed).cash(0);
    // Five of June's 30 days and nine whole months: 60,000 ÷ (9 + 1/6).
    expect(pounds(monthOf(cash, "2021-07")?.spent)).toBe("6545.45454545454545454545");
    expect(monthOf(cash, "2022-04")?.spent.toString()).toBe("10000 GBP");
    // Six months run off.
    expect(monthOf(cash, "2023-09")?.spent.toString()).toBe("1000 GBP");
    expect(monthOf(cash, "2023-10")?.received.toString()).toBe("1000 GBP");
    expect(cash.months.at(-1)?.month).toBe("2023-10");
  });

  test("outcomes are paid as they come about, and not as their cases start", () => {
    const byOutcome: Bidder = {
      ...us,
      mechanism: {
        ...us.mechanism,
        parts: [{ pay: "outcomes", counts: "completions", price: 100 }],
      },
    };
    const cash = exposure(flows, byOutcome).cash(0);
    const completions = flows.total({ from: "2021-11", to: "2021-11" }).completions.value;
    expect(pounds(monthOf(cash, "2021-12")?.received)).toBe(
      String(completions.times(100).toDecimalPlaces(20)),
    );
  });

  test("what is paid on account of the contracted volume comes a twelfth at a time, as it does without months", () => {
    const onAccount: Bidder = {
      ...us,
      mechanism: {
        ...us.mechanism,
        terms: { monthsInArrears: 1, onAccount: "contracted", reconciledAfter: 2 },
      },
    };
    const { received } = monthOf(exposure(flows, onAccount).cash("0.2"), "2022-07") ?? {};
    const year = exposure(flows, onAccount).years[1]?.contracted.income.value;
    expect(pounds(received)).toBe(String(year?.dividedBy(12).toDecimalPlaces(20)));
  });

  test("nobody's money is lost: what is in hand at the end is the balance of the contract", () => {
    const every: Bidder = {
      ...us,
      mechanism: {
        ...us.mechanism,
        parts: [
          { pay: "block", amount: 20_000 },
          { pay: "per case", price: 100 },
          { pay: "outcomes", counts: "completions", price: 60 },
        ],
        atMost: 90_000,
        serviceCredits: {
          atMostShare: "0.1",
          measures: [{ name: "in time", targetShare: "0.9", creditPerShortfall: "0.5" }],
        },
        mobilisation: [{ name: "live", amount: 5_000, on: "2021-06-26" }],
      },
      performance: { "in time": "0.84" },
      costs: [{ name: "all", fixed: 30_000, perCase: 80, steps: { each: 100, amount: 2_000 } }],
    };
    for (const change of ["-0.48", 0, "0.3", 1]) {
      const made = exposure(flows, every);
      expect(pounds(made.cash(change).months.at(-1)?.balance)).toBe(pounds(made.at(change).balance));
    }
  });

  test("a longer wait to start deepens the trough, and what-if says so from the same figures", () => {
    const early: Bidder = { ...us, costs: [{ name: "premises", fixed: 90_000 }] };
    const { trough } = exposure(flows, early).cash(0);
    const later = exposure(
      monthlyFlows(
        {
          "2021/22": { referrals: 300, starts: 225, completions: 120 },
          "2022/23": { referrals: 1200, starts: 900, completions: 480 },
        },
        { ...timing, lagToStart: "0.75" },
      ),
      early,
    ).cash(0);
    const asked = whatIf(trough.balance, { "timing.lagToStart": "0.75" });
    expect(asked.value.lessThan(trough.balance.value)).toBe(true);
    expect(pounds(asked)).toBe(pounds(later.trough.balance));
  });

  test("the trough is the least of all months, in whichever month that is after a change", () => {
    const paying = (price: number): Bidder => ({
      ...us,
      mechanism: { ...us.mechanism, parts: [{ pay: "per case", price }] },
      costs: [
        {
          name: "premises",
          fixed: { by: "year", values: { "2021/22": 50_000, "2022/23": 80_000, "2023/24": 20_000 } },
        },
        { name: "support", perCase: 120 },
      ],
    });
    const troughAt = (price: number) => exposure(flows, paying(price)).cash(0).trough;
    const { balance, month } = troughAt(260);
    // Where a start pays less than it costs there is least at the end; where it pays well, before the first payment.
    for (const price of [100, 180, 400])
      expect(pounds(whatIf(balance, { "mechanism.parts.0.price": price }))).toBe(
        pounds(troughAt(price).balance),
      );
    expect(troughAt(100).month).not.toBe(month);
  });

  test("months by complexity are spent as those of each complexity start", () => {
    const low = monthlyFlows(
      { "2021/22": { referrals: 120, starts: 120, completions: 60 } },
      {
        ...timing,
        from: "2021-04-01",
        lagToStart: 0,
      },
    );
    const high = monthlyFlows(
      { "2021/22": { referrals: 60, starts: 60, completions: 30 } },
      {
        ...timing,
        from: "2021-04-01",
        complexity: "high",
        lagToStart: 4,
      },
    );
    const cash = exposure(
      { low, high },
      {
        ...us,
        costs: [{ name: "support", perCase: { by: "complexity", values: { low: 100, high: 1000 } } }],
      },
    ).cash(0);
    for (const month of ["2021-05", "2021-10", "2022-05"])
      expect(pounds(monthOf(cash, month)?.spent)).toBe(
        String(startsIn(low, month).times(100).plus(startsIn(high, month).times(1000)).toDecimalPlaces(20)),
      );
  });

  test("months that are not the same for each complexity, or do not count what is paid for, are refused", () => {
    const other = monthlyFlows(
      { "2022/23": { referrals: 1, starts: 1, completions: 1 } },
      {
        ...timing,
        from: "2022-04-01",
      },
    );
    expect(refusal(() => exposure({ low: flows, high: other }, us)).message).toContain(
      "high: expected the months of low, 2021-06 to 2023-09; received 2022-04 to 2023-09",
    );
    const interventions: Bidder = { ...us, mechanism: { ...us.mechanism, counts: "interventions" } };
    expect(refusal(() => exposure(flows, interventions)).message).toContain(
      "months, which count referrals, starts and completions",
    );
  });
});

describe("months by complexity", () => {
  const ofLevel = (complexity: string | undefined, referrals: number, more: Partial<Timing> = {}) =>
    monthlyFlows(
      { "2021/22": { referrals, starts: 80, completions: 40 } },
      {
        from: "2021-04-01",
        lagToStart: 0,
        lagToCompletion: 0,
        lagToDropOut: 0,
        ...(complexity === undefined ? {} : { complexity }),
        ...more,
      },
    );

  test("move one complexity at a time, though their numbers are the same", () => {
    const { balance } = exposure({ low: ofLevel("low", 100), high: ofLevel("high", 100) }, us).at(0);
    // A start brings £250 and costs £200: ten more of one complexity leave £500 more.
    const moved = whatIf(balance, { "volumes.low.2021/22.starts": 90 });
    expect(pounds(moved.minus(balance))).toBe("500");
    const later = whatIf(balance, { "timing.high.lagToStart": 12 });
    // Eighty starts of high complexity come after the months shown.
    expect(pounds(balance.minus(later))).toBe("4000");
  });

  test("are refused where no reading could tell their inputs apart", () => {
    const message = (high: MonthlyFlows) =>
      refusal(() => exposure({ low: ofLevel(undefined, 100), high }, us)).message;
    const mend = 'Give each its complexity in the timing of its monthlyFlows: complexity: "high".';
    expect(message(ofLevel(undefined, 100))).toContain(mend);
    expect(message(ofLevel(undefined, 100, { lagToStart: 1 }))).toContain(mend);
    expect(exposure({ low: ofLevel(undefined, 100), high: ofLevel("high", 100) }, us).years).toHaveLength(1);
  });

  test("are refused under the word of another complexity", () => {
    expect(
      refusal(() => exposure({ low: ofLevel("high", 100), high: ofLevel("low", 100) }, us)).message,
    ).toBe(
      "This volume has 2 problems:\n  low: expected months of complexity low; received those of high.\n" +
        "  high: expected months of complexity high; received those of low.",
    );
  });

  test("of one complexity alone are priced as those of that complexity", () => {
    const byLevel: Bidder = {
      ...us,
      mechanism: {
        ...us.mechanism,
        parts: [{ pay: "per case", price: { by: "complexity", values: { low: 250, high: 900 } } }],
      },
    };
    // 80 starts at £250
    expect(pounds(exposure(ofLevel("low", 100), byLevel).at(0).income)).toBe("20000");
  });

  test("have no more working days than a month has days", () => {
    const said = (days: NonNullable<Timing["workingDays"]>[string]) =>
      refusal(() => ofLevel("low", 100, { workingDays: { "2022-02": days } })).message;
    // February 2022 has 28 days.
    const due = "workingDays.2022-02: expected at most the 28 days of the month; received";
    expect(said(400)).toContain(`${due} 400`);
    expect(said({ value: 20, high: 29 })).toContain(`${due} 29`);
    expect(said(28)).not.toContain("workingDays.2022-02");
  });
});

describe("what is easily overlooked in months by date", () => {
  const everyYear: Bidder = {
    ...us,
    mechanism: {
      ...us.mechanism,
      parts: [
        { pay: "block", amount: 60_000 },
        { pay: "per case", price: 100 },
      ],
      atLeast: 50_000,
    },
    costs: [
      { name: "premises", fixed: 30_000 },
      { name: "a manager", fixed: { by: "year", values: { "2021/22": 40_000 }, otherwise: 45_000 } },
      { name: "support", perCase: 80 },
    ],
  };
  const said = (volumes: Parameters<typeof exposure>[0], provider: Bidder) =>
    exposure(volumes, provider, { changes: [] }).pointedOut.map(({ message }) => message);

  test("a block and a fixed cost are paid and spent in full in a year that only runs off, and it is said", () => {
    // The months run off from April to September 2023, with nobody referred.
    expect(exposure(flows, everyYear).years[2]?.contracted.income.value.greaterThanOrEqualTo(60_000)).toBe(
      true,
    );
    expect(said(flows, everyYear).filter((one) => one.startsWith("nobody"))).toEqual([
      "nobody is referred in 2023/24, and 60,000 pounds are paid in full: mechanism.parts.0.amount says so. State it by year.",
      "nobody is referred in 2023/24, and 50,000 pounds are paid at least: mechanism.atLeast says so. State it by year.",
      "nobody is referred in 2023/24, and 30,000 pounds of premises are spent in full: costs.0.fixed says so. State it by year.",
      "nobody is referred in 2023/24, and 45,000 pounds of a manager are spent in full: costs.1.fixed.otherwise says so. State it by year.",
    ]);
    expect(exposure(flows, everyYear).pointedOut.map(({ year, path }) => `${year} ${path}`)).toContain(
      "2023/24 mechanism.parts.0.amount",
    );
  });

  test("what is stated for that year, and what grows with cases, needs no word", () => {
    const years = { "2021/22": 60_000, "2022/23": 60_000, "2023/24": 20_000 };
    const stated: Bidder = {
      ...us,
      mechanism: {
        ...us.mechanism,
        parts: [{ pay: "block", amount: { by: "year", values: years } }],
      },
      costs: [
        { name: "premises", fixed: { by: "year", values: { ...years, "2023/24": 0 } } },
        { name: "support", perCase: 80 },
      ],
    };
    expect(said(flows, stated)).toEqual([]);
    expect(said({ "2021/22": { cases: 100 } }, everyYear)).toEqual([]);
  });

  test("a year in which the last people are referred does not only run off", () => {
    const ending = monthlyFlows(
      { "2021/22": { referrals: 120, starts: 120, completions: 120 } },
      {
        from: "2021-04-01",
        to: "2021-04-30",
        lagToStart: 0,
        lagToCompletion: 0,
        lagToDropOut: 0,
        runOffMonths: 3,
      },
    );
    expect(said(ending, everyYear).filter((one) => one.startsWith("nobody"))).toEqual([]);
  });

  test("they are paid and spent in full in a year that is open for a part of it, and it is said", () => {
    // Both the months and the plan open on 26 June 2021; the 40,000 pounds of a manager are stated for 2021/22.
    const open = "the service is open from 2021-06-26 to 2022-03-31 in 2021/22, and";
    const partly = [
      `${open} 60,000 pounds are paid in full: mechanism.parts.0.amount says so. State it by year.`,
      `${open} 50,000 pounds are paid at least: mechanism.atLeast says so. State it by year.`,
      `${open} 30,000 pounds of premises are spent in full: costs.0.fixed says so. State it by year.`,
    ];
    expect(said(flows, everyYear).filter((one) => one.startsWith("the service"))).toEqual(partly);
    const plan = essexPlan();
    const planTo = (to: object) => parsePlan({ ...plan, lots: [{ ...plan.lots[0], ...to }] });
    expect(said(planTo({}), everyYear)).toEqual(partly);
    const ending = "the service is open from 2022-04-01 to 2023-01-31 in 2022/23, and";
    expect(said(planTo({ to: "2023-01-31" }), everyYear).slice(3)).toEqual([
      `${ending} 60,000 pounds are paid in full: mechanism.parts.0.amount says so. State it by year.`,
      `${ending} 50,000 pounds are paid at least: mechanism.atLeast says so. State it by year.`,
      `${ending} 30,000 pounds of premises are spent in full: costs.0.fixed says so. State it by year.`,
      `${ending} 45,000 pounds of a manager are spent in full: costs.1.fixed.otherwise says so. State it by year.`,
    ]);
  });

  test("years of a contract are whole from its first day on", () => {
    const byContract = parsePlan({
      ...essexPlan(),
      calendar: { years: "contract", count: 2 },
    });
    expect(said(byContract, { ...everyYear, costs: [{ name: "premises", fixed: 30_000 }] })).toEqual([]);
  });

  test("people still there when the months end are counted, and are in no year", () => {
    const inAYear = (complexity: string | undefined, lagToStart: number, called: { name?: string } = {}) =>
      monthlyFlows(
        { "2021/22": { referrals: 120, starts: 120, completions: 60 } },
        {
          from: "2021-04-01",
          lagToStart,
          lagToCompletion: 3,
          lagToDropOut: 0,
          ...(complexity === undefined ? {} : { complexity }),
          ...called,
        },
      );
    // Ten are referred a month: those of two months wait, and half of those of the three before them are on service.
    expect(said(inAYear(undefined, 2), us)).toEqual([
      "when the months end there are still 20 waiting and 15 on service: what comes of them is in no year. Give more runOffMonths.",
    ]);
    const both = exposure({ low: inAYear("low", 0), high: inAYear("high", 2) }, us);
    expect(both.pointedOut.map(({ path, message }) => [path, message.slice(0, 80)])).toEqual([
      [
        "timing.low.runOffMonths",
        "when the months end there are still 15 on service of complexity low: what comes ",
      ],
      [
        "timing.high.runOffMonths",
        "when the months end there are still 20 waiting and 15 on service of complexity h",
      ],
    ]);
    const named = exposure({ high: inAYear("high", 2, { name: "orders" }) }, us).pointedOut;
    expect(named.map(({ path }) => path)).toEqual(["timing.orders.high.runOffMonths"]);
    const decided = shouldWeBid(inAYear(undefined, 2), us, {
      changes: [{ change: 0, weight: 1 }],
      chance: 1,
    });
    expect(decided.pointedOut).toHaveLength(1);
    expect(said(flows, us)).toEqual([]);
  });
});
