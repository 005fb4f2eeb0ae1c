import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forecast, parsePlan } from "volumes-and-values";
import type { Figure } from "volumes-and-values";
import {
  averageStay,
  exposure,
  monthlyFlows,
  monthsOnAverage,
  onServiceInSteadyState,
  staff,
} from "volumes-and-values/provider";
import type { Bidder, Lag, MonthlyFlows, Timing, VolumesByYear } from "volumes-and-values/provider";
import { explain, startsInYear, whatIf } from "volumes-and-values/readings";
import { add, agree, exactly, fraction, multiply, subtract } from "../../numbers/fraction.ts";
import type { Fraction } from "../../numbers/fraction.ts";
import { refused } from "../../numbers/refusal.ts";
import { runs } from "../../support/arbitraries-numbers.ts";
import { essexPlan, publicHealthWith } from "../../support/plans.ts";

const valueOf = (figure: Figure): Fraction => exactly(figure.toJSON().value);
const total = (figures: readonly Figure[]): Fraction => figures.map(valueOf).reduce(add, fraction(0n));
/** A contract has hundreds of figures a month. */
const few = { numRuns: Math.ceil(runs.numRuns / 4) };
const steady: Timing = { from: "2021-04-01", lagToStart: 0, lagToCompletion: 0, lagToDropOut: 0 };
const year = { referrals: 1200, starts: 900, completions: 600 };

/** The same working days in every month from one to another, counted from January 2021. */
const sameDays = (days: number, from: number, to: number): Record<string, number> =>
  Object.fromEntries(
    [...Array(to - from + 1).keys()].map((after) => {
      const [years, month] = [Math.floor((from + after) / 12), ((from + after) % 12) + 1];
      return [`${String(2021 + years)}-${String(month).padStart(2, "0")}`, days];
    }),
  );
const nobodyComes = Object.fromEntries(
  "april may june july august september october november december january february march"
    .split(" ")
    .map((month) => [month, 0]),
);

const someMonths = fc.integer({ min: 0, max: 90 }).map((tenths) => tenths / 10);
const someLag: fc.Arbitrary<Lag> = fc.oneof(
  someMonths,
  fc.constantFrom<Lag>(
    { sharesByMonth: ["0.5", "0.25", "0.1", "0.1", "0.05"] },
    { sharesByMonth: ["0.1", "rest"] },
  ),
);
const cohort = fc.tuple(fc.nat(2_000), fc.nat(2_000), fc.nat(2_000)).map(([finish, leave, never]) => ({
  referrals: finish + leave + never,
  starts: finish + leave,
  completions: finish,
}));
const weight = fc.integer({ min: 1, max: 20 });
const seasons = fc.tuple(weight, weight).map(([april, others]) => ({
  april,
  may: others,
  june: 1,
  july: 2,
  august: 3,
  september: others,
  october: others,
  november: others,
  december: april,
  january: 1,
  february: 1,
  march: 1,
}));
const someContract = fc.record({
  from: fc.constantFrom("2021-04-01", "2021-06-26", "2022-03-31", "2024-02-29"),
  years: fc.constantFrom("financial", "contract"),
  volumes: fc.array(cohort, { minLength: 1, maxLength: 3 }),
  runOffMonths: fc.nat(30),
  ramp: fc.option(fc.constantFrom("linear", "s-curve", "back-loaded"), { nil: undefined }),
  seasonality: fc.option(seasons, { nil: undefined }),
  lagToStart: someLag,
  lagToCompletion: someLag,
  lagToDropOut: someLag,
  waiting: fc.option(cohort, { nil: undefined }),
  onService: fc.option(cohort, { nil: undefined }),
});

function flowsOf({
  from,
  years,
  volumes,
  ramp,
  seasonality,
  waiting,
  onService,
  ...timing
}: typeof someContract extends fc.Arbitrary<infer C> ? C : never): {
  readonly flows: MonthlyFlows;
  readonly volumes: Readonly<Record<string, Record<"referrals" | "starts" | "completions", number>>>;
} {
  const first = Number(from.slice(0, 4)) - (from.slice(5) < "04-01" ? 1 : 0);
  const label = (at: number): string =>
    years === "contract"
      ? `contract year ${String(at + 1)}`
      : `${String(first + at)}/${String((first + at + 1) % 100)}`;
  const byYear = Object.fromEntries(volumes.map((one, at) => [label(at), one]));
  const flows = monthlyFlows(byYear, {
    ...timing,
    from,
    ...(ramp && { ramp: { shape: ramp, monthsToPlateau: 18 } }),
    ...(seasonality && { seasonality }),
    opening: {
      ...(waiting && { waiting: { ...waiting, lagToStart: timing.lagToStart } }),
      ...(onService && {
        onService: {
          starts: onService.starts,
          completions: onService.completions,
          lagToCompletion: timing.lagToCompletion,
          lagToDropOut: timing.lagToDropOut,
        },
      }),
    },
  });
  return { flows, volumes: byYear };
}

describe("over any contract", () => {
  test("nobody is lost: who came has left or is still there, to the last digit, those of the opening once", () => {
    fc.assert(
      fc.property(someContract, (contract) => {
        const { rows, opening, underWay } = flowsOf(contract).flows;
        const sumOf = (name: Exclude<keyof (typeof rows)[number], "month" | "complexity">): Fraction =>
          total(rows.map((row): Figure => row[name]));
        const waited = subtract(
          add(valueOf(opening.waiting), sumOf("referrals")),
          add(sumOf("starts"), sumOf("closed")),
        );
        expect(valueOf(underWay.waiting)).toEqual(waited);
        const stayed = subtract(
          add(valueOf(opening.onService), sumOf("starts")),
          add(sumOf("completions"), sumOf("dropOuts")),
        );
        expect(valueOf(underWay.onService)).toEqual(stayed);
      }),
      few,
    );
  });

  test("a year's referrals all fall in its months, and in the end all have become what the forecast says", () => {
    fc.assert(
      fc.property(someContract, (contract) => {
        const { flows, volumes } = flowsOf({
          ...contract,
          runOffMonths: 30,
          waiting: undefined,
          onService: undefined,
        });
        const given = (name: "referrals" | "starts" | "completions"): Fraction =>
          Object.values(volumes)
            .map((one) => exactly(String(one[name])))
            .reduce(add, fraction(0n));
        for (const name of ["referrals", "starts", "completions"] as const)
          expect(agree(total(flows.rows.map((row): Figure => row[name])), given(name))).toBe(true);
        expect([flows.underWay.waiting, flows.underWay.onService].map(String)).toEqual([
          "0 peopleWaiting",
          "0 peopleOnService",
        ]);
      }),
      few,
    );
  });

  test("no flow and no stock is ever below nought", () => {
    fc.assert(
      fc.property(someContract, (contract) => {
        for (const { month, complexity, ...figures } of flowsOf(contract).flows.rows) {
          expect(month).toMatch(/^\d{4}-\d\d$/);
          expect(complexity).toBe(undefined);
          for (const figure of Object.values(figures)) expect(figure.toJSON().value).not.toMatch(/^-/);
        }
      }),
      few,
    );
  });

  test("Little's law: after years of the same volume, as many are on service as start in a month, times their stay", () => {
    fc.assert(
      fc.property(someLag, someLag, (lagToCompletion, lagToDropOut) => {
        const flows = monthlyFlows(
          { "2021/22": year, "2022/23": year },
          { ...steady, lagToStart: "0.7", lagToCompletion, lagToDropOut },
        );
        const stay = averageStay({
          completionRate: { count: 600, of: 900 },
          lagToCompletion: monthsOnAverage(lagToCompletion, "lagToCompletion"),
          lagToDropOut: monthsOnAverage(lagToDropOut, "lagToDropOut"),
        });
        const last = flows.rows[23];
        if (last === undefined) throw new Error("There are 24 months.");
        const expected = onServiceInSteadyState({ startsInMonth: last.starts, averageStay: stay });
        expect(agree(valueOf(last.onService), valueOf(expected))).toBe(true);
        const quarter = flows.supportedInQuarter("2023-01");
        const stayInQuarters = stay.value.dividedBy(3).toDecimalPlaces(50);
        const behind = startsInYear({ supportedPerQuarter: quarter, stayInQuarters });
        expect(agree(valueOf(behind), fraction(900n))).toBe(true);
      }),
      few,
    );
  });

  test("a lag moved afterwards gives the months that the lag itself would have given", () => {
    fc.assert(
      fc.property(someMonths, someMonths, (before, after) => {
        const of = (lagToCompletion: number): readonly Figure[] =>
          monthlyFlows({ "2021/22": year }, { ...steady, lagToCompletion }).rows.map((row) => row.onService);
        const moved = whatIf(of(before), { "timing.lagToCompletion": after });
        expect(moved.map(String)).toEqual(of(after).map(String));
      }),
      few,
    );
  });
});

test("without a ramp or a season every month is a twelfth, and a part month counts by its days", () => {
  const whole = monthlyFlows({ "2021/22": year }, steady);
  expect(
    new Set(whole.rows.map((row) => row.referrals.rounded({ places: 30, mode: "half even" }).toString())),
  ).toEqual(new Set(["100 referrals/month"]));
  // From 26 June there are 5/30 of June and nine months.
  const part = monthlyFlows({ "2021/22": { ...year, referrals: 1100 } }, { ...steady, from: "2021-06-26" });
  const [june, july] = part.rows.map((row) =>
    row.referrals.rounded({ places: 20, mode: "half even" }).toString(),
  );
  expect([june, july]).toEqual(["20 referrals/month", "120 referrals/month"]);
});

test("a month weighs by its ramp-up, its season and its working days", () => {
  const months = ["04", "05", "06", "07", "08", "09", "10", "11", "12"].map((month) => `2021-${month}`);
  const workingDays = Object.fromEntries(
    [...months, "2022-01", "2022-02", "2022-03"].map((month) => [month, 10]),
  );
  const { rows } = monthlyFlows(
    { "2021/22": { ...year, referrals: 1450 } },
    {
      ...steady,
      ramp: { shape: "linear", monthsToPlateau: 2 },
      workingDays: { ...workingDays, "2021-05": 20, "2021-06": { value: 15, source: "illustrative" } },
    },
  );
  const referrals = rows.map(
    (row) => row.referrals.rounded({ places: 20, mode: "half even" }).toJSON().value,
  );
  // Half of 10 in the first month of the ramp, then 5 + 20 + 15 + 9 × 10 = 130 days
  expect(referrals.slice(0, 4)).toEqual(
    [5, 20, 15, 10].map((days) => expect.stringMatching(String(Math.floor((1450 * days) / 130)))),
  );
});

describe("working days of a month in which the service opens or ends are those on which it is open", () => {
  const referred = (labels: readonly string[], timing: Partial<Timing>) =>
    monthlyFlows(Object.fromEntries(labels.map((label) => [label, { ...year, referrals: 1900 }])), {
      ...steady,
      ...timing,
    }).rows.map((row) => Number(row.referrals.rounded({ places: 6, mode: "half even" }).value));

  test("so that ten of twenty make half a month", () => {
    const workingDays = { ...sameDays(20, 6, 14), "2021-06": 10 };
    // Half a month and nine: 1,900 by 9.5 is 200 a month.
    expect(referred(["2021/22"], { from: "2021-06-16", workingDays }).slice(0, 2)).toEqual([100, 200]);
    const ending = { ...sameDays(20, 3, 11), "2022-01": 10 };
    expect(referred(["2021/22"], { to: "2022-01-15", workingDays: ending }).slice(8)).toEqual([200, 100]);
  });

  test("and a month in which one contract year follows another is theirs by its days", () => {
    const workingDays = { ...sameDays(20, 6, 28), "2021-06": 10, "2023-06": 10 };
    const months = referred(["contract year 1", "contract year 2"], { from: "2021-06-16", workingDays });
    // Twelve months a year: half of June 2021, eleven, half of June 2022, and so on.
    const each = 1900 / 12;
    expect(months).toHaveLength(25);
    for (const [index, referrals] of months.entries())
      expect(referrals).toBeCloseTo(index === 0 || index === 24 ? each / 2 : each, 5);
  });
});

test("a forecast's totals become months as they are, down to the plan's assumptions", () => {
  const result = forecast(essexPlan());
  const volumes = Object.fromEntries(result.years.map((label) => [label, result.total({ year: label })]));
  const flows = monthlyFlows(volumes, { ...steady, from: "2021-06-26" });
  const referred = total(flows.rows.map((row) => row.referrals));
  expect(agree(referred, valueOf(result.total().referrals))).toBe(true);
  const told = String(explain(flows.rows[3]?.starts as Figure));
  for (const input of ["needShare", "startRate", "lagToStart"]) expect(told).toContain(input);
});

describe("a wait in days instead of months", () => {
  const waiting = (lagToStart: Lag, more: Partial<Timing> = {}) =>
    refused(() => monthlyFlows({ "2021/22": year }, { ...steady, lagToStart, ...more })).message;

  test("is refused, where nobody starts within the months given", () => {
    expect(waiting(45)).toBe(
      "This timing has 1 problem:\n" +
        "  lagToStart: expected months, after which some of the 900 starts are within the months given; received 45. If 45 days are meant, give about 1.5; else more runOffMonths.",
    );
    expect(waiting({ value: 45, low: 30, high: 60 }, { runOffMonths: 24 })).toContain("received 45.");
  });

  test("and is none where some do, or nobody is to start", () => {
    const late = { ...steady, lagToStart: 45, runOffMonths: 34 };
    expect(monthlyFlows({ "2021/22": year }, late).underWay.waiting.value.isZero()).toBe(false);
    const nobody = { referrals: 10, starts: 0, completions: 0 };
    expect(monthlyFlows({ "2021/22": nobody }, { ...steady, lagToStart: 45 }).rows).toHaveLength(12);
  });
});

describe("a forecast goes into months as it is", () => {
  const result = forecast(essexPlan());
  const when: Timing = { ...steady, from: "2021-06-26" };

  test("all of it, as its totals by year do", () => {
    const volumes = Object.fromEntries(result.years.map((label) => [label, result.total({ year: label })]));
    // The plan's service grows over twelve months, and volumes by year have no plan to say so.
    const ramp = { shape: "linear", monthsToPlateau: 12 } as const;
    expect(monthlyFlows(result, when).table()).toEqual(monthlyFlows(volumes, { ...when, ramp }).table());
    expect(monthlyFlows(result, { ...when, ramp: { shape: "step", monthsToPlateau: 1 } }).table()).toEqual(
      monthlyFlows(volumes, when).table(),
    );
  });

  test("with months that grow as its service does, and rest on the plan's ramp-up", () => {
    const grows = { shape: "table", factors: ["0.5", 1] } as const;
    const planned = forecast(
      essexPlan({ "services.accommodation.rampUp": { profile: grows, unmet: "lost" } }),
    );
    const { rows } = monthlyFlows(planned, when);
    // Five days of June at half, then all of July: 5/30 × 0.5 beside 1.
    const [june, july] = rows.map((row) => valueOf(row.referrals));
    expect(agree(multiply(june as Fraction, fraction(12n)), july as Fraction)).toBe(true);
    const path = "services.accommodation.rampUp.profile.factors.0";
    const share = (referrals: Figure, all: Figure) => referrals.value.dividedBy(all.value).toFixed(4);
    const [first, second] = whatIf([rows[0]?.referrals as Figure, rows[1]?.referrals as Figure], {
      [path]: 1,
    });
    expect(share(first as Figure, second as Figure)).toBe("0.1667");
  });

  test("and those whom it carries forward are said to wait for capacity, in the months and in what they expose", () => {
    // Half of what is referred is taken in every year: the other half waits, and more of them each year.
    const profile = { shape: "step", monthsToPlateau: 1 };
    const short = forecast(
      essexPlan({
        "services.accommodation.rampUp": { profile, unmet: "carried forward", plateau: "0.5" },
      }),
    );
    const made = monthlyFlows(short, when);
    const unmet = short.years.map((year) => short.total({ year }).unmet.value.toDecimalPlaces(6));
    expect(made.pointedOut.map(({ year, path }) => [year, path])).toEqual(
      short.years.map((year) => [year, "services.accommodation.rampUp.unmet"]),
    );
    for (const [index, { message }] of made.pointedOut.entries()) {
      const said = Number(message.split(" ")[0]?.replaceAll(",", "").replace("…", ""));
      expect(said).toBeCloseTo(unmet[index]?.toNumber() ?? 0, 4);
      expect(message).toContain("referrals wait for capacity when");
    }
    const us = {
      name: "us",
      mechanism: { name: "Price", counts: "starts", parts: [{ pay: "per case", price: 300 }] },
      costs: [{ name: "all", perCase: 300 }],
    } as const;
    expect(exposure(made, us).pointedOut).toEqual(expect.arrayContaining([...made.pointedOut]));
  });

  test("and months that are meant for days are pointed out, where nobody would wait or stay so long", () => {
    const days = {
      ...when,
      complexity: "low",
      lagToCompletion: 90,
      lagToDropOut: { value: "60.5", low: 30, high: 90 },
      opening: {
        onService: {
          starts: 4,
          completions: 2,
          lagToCompletion: 75,
          lagToDropOut: { sharesByMonth: ["rest"] },
        },
      },
    } as const;
    const numbers = { "2021/22": { referrals: 120, starts: 60, completions: 30 } };
    const { pointedOut } = monthlyFlows(numbers, { ...days, from: "2021-04-01", runOffMonths: 1 });
    // 90, 60.5 and 75 days of months of 30.
    expect(pointedOut.map(({ year, path, message }) => `${year} ${path}: ${message}`)).toEqual([
      "2021/22 timing.low.lagToCompletion: 90 months are longer than anybody waits or stays: if 90 days are meant, give about 3.",
      "2021/22 timing.low.lagToDropOut: 60.5 months are longer than anybody waits or stays: if 60.5 days are meant, give about 2.",
      "2021/22 timing.low.opening.onService.lagToCompletion: 75 months are longer than anybody waits or stays: if 75 days are meant, give about 2.5.",
    ]);
    const months = { ...days, lagToCompletion: 60, lagToDropOut: 60, opening: undefined };
    expect(monthlyFlows(numbers, { ...months, from: "2021-04-01" }).pointedOut).toEqual([]);
  });

  test("and a plateau that is reached sooner bends the months where it does", () => {
    // Linear over ten months to twice what is referred: all are taken from the fifth month on.
    const profile = { shape: "linear", monthsToPlateau: 10 };
    const rampUp = { profile, unmet: "lost", plateau: 2 };
    const { rows, pointedOut } = monthlyFlows(
      forecast(essexPlan({ "services.accommodation.rampUp": rampUp })),
      when,
    );
    expect(pointedOut).toEqual([]);
    const [, july, , , october, november] = rows.map((row) => row.referrals.value);
    expect(
      july
        ?.times("2.5")
        .minus(october ?? 0)
        .abs()
        .lessThan("1e-30"),
    ).toBe(true);
    expect(november?.equals(october ?? 0)).toBe(true);
  });

  test("without the years before its lots open and after they end", () => {
    const late = forecast(essexPlan({ "lots.0.from": "2022-07-01", "lots.0.to": "2022-12-31" }));
    const flows = monthlyFlows(late, { ...when, from: "2022-07-01", to: "2022-12-31" });
    expect(flows.rows.map((row) => row.month)).toEqual(
      ["07", "08", "09", "10", "11", "12"].map((month) => `2022-${month}`),
    );
    expect(agree(total(flows.rows.map((row) => row.referrals)), valueOf(late.total().referrals))).toBe(true);
  });

  test("and nobody is referred before a lot opens or after it ends", () => {
    expect(refused(() => monthlyFlows(result, { ...when, from: "2021-04-01" }))).toMatchInlineSnapshot(`
      {
        "code": "invalid-data",
        "message": "These volumes have 1 problem:
        lots.0.from: expected 2021-04-01, the first day of the timing; received 2021-06-26. Give the timing the days of the lot; where lots differ, make the months of each lot's totals by year.",
      }
    `);
    expect(refused(() => monthlyFlows(forecast(essexPlan({ "lots.0.to": "2023-09-30" })), when)))
      .toMatchInlineSnapshot(`
      {
        "code": "invalid-data",
        "message": "These volumes have 1 problem:
        lots.0.to: expected the end of the calendar, since the timing has no to; received 2023-09-30. Give the timing the days of the lot; where lots differ, make the months of each lot's totals by year.",
      }
    `);
    const lot = essexPlan().lots[0];
    const lots = [lot, { ...lot, id: "later", from: "2022-04-01", to: "2023-12-31" }];
    expect(refused(() => monthlyFlows(forecast(essexPlan({ lots })), { ...when, to: "2024-03-31" })))
      .toMatchInlineSnapshot(`
      {
        "code": "invalid-data",
        "message": "These volumes have 2 problems:
        lots.1.from: expected 2021-06-26, the first day of the timing; received 2022-04-01. Give the timing the days of the lot; where lots differ, make the months of each lot's totals by year.
        lots.1.to: expected 2024-03-31, the last day of the timing; received 2023-12-31. Give the timing the days of the lot; where lots differ, make the months of each lot's totals by year.",
      }
    `);
    const early = forecast(essexPlan({ "calendar.first": "2022/23" }));
    expect(monthlyFlows(early, { ...when, from: "2022-04-01" }).from).toBe("2022-04-01");
  });

  test("and services that grow differently are asked how their months do", () => {
    const services = { profile: { shape: "linear", monthsToPlateau: 6 }, unmet: "lost" };
    const plan = parsePlan(publicHealthWith({ "services.weight.rampUp": services }));
    const opens = { ...steady, from: "2024-04-01" };
    expect(refused(() => monthlyFlows(forecast(plan), opens))).toMatchInlineSnapshot(`
      {
        "code": "invalid-data",
        "message": "This timing has 1 problem:
        ramp: expected how volume grows by month, since there is no one ramp-up of services stop-smoking, weight; received nothing. State it, or make the months of each lot's totals by year, each with its own.",
      }
    `);
    const same = publicHealthWith({
      "services.weight.rampUp": services,
      "services.stop-smoking.rampUp": services,
    });
    const [april, may] = monthlyFlows(forecast(parsePlan(same)), opens).rows;
    expect(may?.referrals.value.dividedBy(april?.referrals.value ?? 1).toFixed(9)).toBe("2.000000000");
  });

  test("by the complexity that the timing says, and a complexity that it does not have is refused", () => {
    const level = result.by("complexity")[0]?.complexity as string;
    const flows = monthlyFlows(result, { ...when, complexity: level });
    const referred = total(flows.rows.map((row) => row.referrals));
    expect(agree(referred, valueOf(result.total({ complexity: level }).referrals))).toBe(true);
    expect(flows.complexity).toBe(level);
    expect(refused(() => monthlyFlows(result, { ...when, complexity: "acute" }))).toEqual({
      code: "unknown-word",
      message: expect.stringContaining('"acute" is no complexity here.') as string,
    });
  });

  test("and a plan that nobody has forecast yet is refused as one", () => {
    expect(refused(() => monthlyFlows(essexPlan() as never, when)).message).toBe(
      "These volumes have 1 problem:\n" +
        "  (the whole): expected a forecast, or volumes by year; received a plan. Give forecast(plan).",
    );
  });

  test("and its complexities, side by side, are moved together by the plan's assumptions", () => {
    const levels = result.by("complexity").map(({ complexity }) => complexity as string);
    expect(levels.length).toBeGreaterThan(1);
    const byLevel = Object.fromEntries(
      levels.map((complexity) => [complexity, monthlyFlows(result, { ...when, complexity })]),
    );
    const us: Bidder = {
      name: "illustrative",
      mechanism: { name: "Price", counts: "starts", parts: [{ pay: "per case", price: 250 }] },
      costs: [{ name: "support", perCase: 200 }],
    };
    const { delivered } = exposure(byLevel, us).at(0);
    const none = whatIf(delivered, { "services.accommodation.startRate": 0 });
    expect([delivered.value.isZero(), none.value.isZero()]).toEqual([false, true]);
    // Another forecast of the same plan is of the same assumptions; one of other assumptions is not.
    const [first, second] = levels as [string, string];
    // Two of three levels would leave the third's people out of what is contracted.
    const others = Object.fromEntries(Object.entries(byLevel).filter(([level]) => level !== second));
    expect(refused(() => exposure(others, us)).message).toBe(
      "This volume has 1 problem:\n" +
        "  medium: expected its months too, since the forecast has it: missing is not zero; received nothing. Give them, or make those of the others of volumes by year.",
    );
    const again = (changes: Parameters<typeof essexPlan>[0]) =>
      monthlyFlows(forecast(essexPlan(changes)), { ...when, complexity: second });
    const beside = (other: MonthlyFlows) => ({ ...byLevel, [second]: other });
    expect(exposure(beside(again({})), us).years).toHaveLength(result.years.length);
    expect(
      refused(() => exposure(beside(again({ "services.accommodation.startRate": "0.5" })), us)).message,
    ).toContain(
      `services.accommodation.startRate, which is an input of ${first} too. Make both of one forecast.`,
    );
  });
});

test("months say their complexity where their timing does, so that staff's hours may differ by it", () => {
  const volumes = { "2021/22": year };
  const roles = {
    adviser: {
      hoursPerStart: { by: "complexity", values: { low: 2, high: 20 } },
      productiveHours: 1200,
      posts: "in parts",
    },
  } as const;
  const postsOf = (complexity: string) =>
    staff({ roles }, { work: monthlyFlows(volumes, { ...steady, complexity }).rows }).of(
      "adviser",
      "2021-06",
    );
  // 900 starts over twelve months are 75; a post has 100 hours of a month.
  expect(
    ["low", "high"].map((level) =>
      postsOf(level).posts.rounded({ places: 9, mode: "half even" }).value.toFixed(),
    ),
  ).toEqual(["1.5", "15"]);
  expect(Object.keys(monthlyFlows(volumes, steady).rows[0] ?? {})).not.toContain("complexity");
});

test("all months together are those from the first to the last", () => {
  const flows = monthlyFlows({ "2021/22": year }, { ...steady, lagToStart: 3, runOffMonths: 3 });
  expect(flows.total().starts.toString()).toBe(
    flows.total({ from: "2021-04", to: "2022-06" }).starts.toString(),
  );
});

test("months add to a year only when asked, in the measures of a year", () => {
  const flows = monthlyFlows({ "2021/22": year }, { ...steady, lagToStart: 3, runOffMonths: 3 });
  const inYear = flows.total({ from: "2021-04", to: "2022-03" });
  expect(inYear.starts.rounded({ places: 20, mode: "half even" }).toString()).toBe("675 starts");
  expect(inYear.starts.about).toEqual({ months: "2021-04 to 2022-03" });
  expect(flows.table()[0]).toEqual({
    month: "2021-04",
    referrals: "100.0",
    starts: "0.0",
    closed: "0.0",
    completions: "0.0",
    dropOuts: "0.0",
    waiting: "100.0",
    onService: "0.0",
  });
  expect(refused(() => flows.total({ from: "2021-04", to: "2023-03" })).message).toContain(
    "a month from 2021-04 to 2022-06",
  );
  expect(refused(() => flows.total({ from: "2021-05", to: "2021-04" })).message).toContain(
    "a month from 2021-05 on",
  );
  expect(refused(() => flows.supportedInQuarter("2022-05")).message).toContain("a month with two after it");
});

describe("what makes no sense is refused with its path", () => {
  const cases: readonly (readonly [string, VolumesByYear, unknown, string])[] = [
    ["no years", {}, {}, "expected the volumes of a year or more"],
    ["a year nobody knows", { "2021": year }, {}, '2021: expected a year, as "2021/22" or "contract year 1"'],
    ["a gap", { "2021/22": year, "2023/24": year }, {}, "2023/24: expected a year that begins on 2022-04-01"],
    [
      "a first day elsewhere",
      { "2021/22": year },
      { from: "2022-06-01" },
      "2021/22: expected the year of the first day, 2022-06-01",
    ],
    [
      "a last day elsewhere",
      { "2021/22": year },
      { to: "2022-06-01" },
      "2021/22: expected the year of the last day, 2022-06-01",
    ],
    [
      "a last day before the first",
      { "2021/22": year },
      { to: "2021-01-01" },
      "to: expected a day on or after 2021-04-01",
    ],
    [
      "more starts than referrals",
      { "2021/22": { ...year, starts: 1300 } },
      {},
      "2021/22.starts: expected at most the 1200 referrals; received 1300 starts.",
    ],
    [
      "volumes left out",
      { "2021/22": { referrals: 1 } as never },
      {},
      "2021/22.starts: expected a plain decimal number",
    ],
    [
      "volumes below nought",
      { "2021/22": { ...year, completions: -1 } },
      {},
      "2021/22.completions: expected zero or more; received -1.",
    ],
    ["no lag", { "2021/22": year }, { lagToStart: undefined }, "lagToStart: expected months, as 3.2"],
    [
      "a lag below nought",
      { "2021/22": year },
      { lagToStart: "-1" },
      "lagToStart: expected zero or more; received -1.",
    ],
    ["a misspelt name", { "2021/22": year }, { lagToStrat: 1 }, 'Did you mean "lagToStart"?'],
    [
      "a season without March",
      { "2021/22": year },
      { seasonality: { april: 1 } },
      "seasonality.march: expected a plain decimal number",
    ],
    [
      "missing working days",
      { "2021/22": year },
      { workingDays: { "2021-04": 20 } },
      "workingDays.2021-05: expected the working days of every month with referrals; received none.",
    ],
    [
      "missing working days of a later year",
      { "2021/22": year, "2022/23": year },
      { workingDays: { ...sameDays(20, 3, 14), "2021-05": undefined } },
      // May 2021 and the twelve months of 2022/23.
      "This timing has 13 problems",
    ],
    [
      "a ramp that admits nobody",
      { "2021/22": year },
      { ramp: { shape: "step", monthsToPlateau: 13 } },
      "ramp: expected a month of 2021/22 that has some weight; received none.",
    ],
    [
      "seasons in which nobody comes",
      { "2021/22": year },
      { seasonality: nobodyComes, ramp: { shape: "linear", monthsToPlateau: 3 } },
      "seasonality: expected a month of 2021/22 that has some weight; received none.",
    ],
    [
      "a year without working days",
      { "2021/22": year },
      { workingDays: sameDays(0, 3, 14) },
      "workingDays: expected a month of 2021/22 that has some weight; received none.",
    ],
    [
      "a month that is none",
      { "2021/22": year },
      { workingDays: { "2022-13": 20 } },
      'workingDays.2022-13: expected a month, as 2021-06; received "2022-13".',
    ],
    [
      "a month in digits of its own",
      { "2021/22": year },
      { workingDays: { "2021-4": 20 } },
      'workingDays.2021-4: expected a month, as 2021-06; received "2021-4".',
    ],
    [
      "shares of more than all beside a rest",
      { "2021/22": year },
      { lagToStart: { sharesByMonth: ["0.7", "0.4", "rest"] } },
      'lagToStart.sharesByMonth: expected shares of one at most beside the "rest"; received 1.1.',
    ],
    [
      "shares that do not sum to one",
      { "2021/22": year },
      { lagToStart: { sharesByMonth: ["0.5", "0.4"] } },
      'lagToStart.sharesByMonth: expected shares that sum to one; received 0.9. Write "rest" for one of them.',
    ],
    [
      "more who finish than wait",
      { "2021/22": year },
      { opening: { waiting: { referrals: 5, starts: 3, completions: 4, lagToStart: 0 } } },
      "opening.waiting.completions: expected at most the 3 starts; received 4.",
    ],
  ];
  test.for(cases)("%s", ([, volumes, timing, message]) => {
    const { code, message: said } = refused(() =>
      monthlyFlows(volumes, { ...steady, ...(timing as Partial<Timing>) }),
    );
    expect(code).toBe("invalid-data");
    expect(said).toContain(message);
  });
});
