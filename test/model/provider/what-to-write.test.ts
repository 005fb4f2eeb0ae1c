import { describe, expect, test } from "vitest";
import { forecast, given } from "volumes-and-values";
import {
  exposure,
  fullCost,
  monthlyFlows,
  payment,
  shouldWeBid,
  smoothRampUp,
  staff,
} from "volumes-and-values/provider";
import type { Bidder, Mechanism } from "volumes-and-values/provider";
import { explain, whatIf } from "volumes-and-values/readings";
import { refused } from "../../numbers/refusal.ts";
import { costModel } from "../../support/providers.ts";
import { essexPlan, problemsOf } from "../../support/plans.ts";

const price: Mechanism = { name: "Price", counts: "starts", parts: [{ pay: "per case", price: 250 }] };
const us: Bidder = { name: "Us (illustrative)", mechanism: price, costs: [{ name: "staff", perCase: 200 }] };
const volumes = { "2021/22": { cases: 400 } };
const flows = monthlyFlows(
  { "2021/22": { referrals: 120, starts: 60, completions: 30 } },
  { from: "2021-04-01", runOffMonths: 6, lagToStart: 1, lagToCompletion: 3, lagToDropOut: 1 },
);
const keyworker = { hoursPerStart: 9, productiveHours: 1408, posts: "whole" };

/** What is said of a call as somebody makes it who writes no types. */
const untyped = (call: (...given: never[]) => unknown, ...given: readonly unknown[]): readonly string[] =>
  problemsOf(() => call(...(given as never[]))).map(({ message }) => message);
const saidOf = (call: (...given: never[]) => unknown, ...given: readonly unknown[]): string =>
  refused(() => call(...(given as never[]))).message;

describe("a complexity that is misspelt in one of two volumes", () => {
  const paid = (contracted: object, delivered: object) => untyped(payment, price, { contracted, delivered });

  test("is said once, with the word that was meant", () => {
    expect(paid({ low: 60, high: 40 }, { low: 60, hihg: 40 })).toEqual([
      'volumes.delivered.hihg: expected a complexity that contracted has: low, high; received "hihg". Did you mean "high"?',
    ]);
    expect(paid({ low: 60, hihg: 40 }, { low: 60, high: 40 })).toEqual([
      'volumes.contracted.hihg: expected a complexity that delivered has: low, high; received "hihg". Did you mean "high"?',
    ]);
  });

  test("is still missing where nothing is spelt like it", () => {
    expect(paid({ low: 60, high: 40 }, { low: 60, medium: 40 })).toEqual([
      "volumes.contracted.medium: expected the starts of medium, which delivered has: missing is not zero; received nothing. Write 0 if there are none.",
      "volumes.delivered.high: expected the starts of high, which contracted has: missing is not zero; received nothing. Write 0 if there are none.",
    ]);
  });
});

describe("a performance that is no share", () => {
  const timely: Mechanism = {
    ...price,
    serviceCredits: {
      atMostShare: "0.1",
      measures: [
        { name: "timeliness", targetShare: "0.9", creditPerShortfall: "0.5" },
        { name: "plans", targetShare: "0.9", creditPerShortfall: "0.5" },
      ],
    },
  };
  const paid = (performance: object) =>
    untyped(payment, timely, { contracted: 100, delivered: 100, performance });

  test("is a problem where it stands, with those beside it", () => {
    expect(paid({ timeliness: 86, plans: "92%" })).toEqual([
      "volumes.performance.timeliness: expected a share from 0 to 1; received 86. If 86% is meant, write 0.86.",
      expect.stringMatching(/^volumes\.performance\.plans: expected .* received "92%"\. Write 0\.92\.$/),
    ]);
    expect(paid({ timeliness: given("1.2", "ratio", { name: "timely" }), plans: 1 })).toEqual([
      "volumes.performance.timeliness: expected a share from 0 to 1; received 1.2. If 1.2% is meant, write 0.012.",
    ]);
  });
});

describe("what was given in place of something else is called by its name", () => {
  test("changes of volume without their weights", () => {
    expect(untyped(shouldWeBid, volumes, us, { changes: [-0.48, "0.3"], chance: "0.8" })).toEqual([
      "changes.0: expected a volume and its weight, as { change: -0.48, weight: 1 }; received -0.48.",
      'changes.1: expected a volume and its weight, as { change: -0.48, weight: 1 }; received "0.3".',
    ]);
  });

  test("a forecast for a ramp-up, or two constraints for one", () => {
    const profile = { before: 10, years: [{ year: "2021/22", indicativeValue: 20 }] };
    expect(untyped(smoothRampUp, forecast(essexPlan()), { gapsAtMost: 5 })).toEqual([
      '(the whole): expected the ramp-up of a contract; received a forecast. Give { before, years: forecast.by("year") }.',
    ]);
    expect(
      untyped(smoothRampUp, profile, { gapsAtMost: 5, leastLargestGap: "at equal total spend" }),
    ).toEqual([
      'constraint: expected { gapsAtMost } in pounds, or { leastLargestGap: "at equal total spend" }; received both. Leave one of them out.',
    ]);
  });

  test("volumes for a provider, and a list of years for volumes", () => {
    for (const swapped of [essexPlan(), forecast(essexPlan()), flows, volumes])
      expect(untyped(exposure, us, swapped)).toEqual([
        "(the whole): expected a provider, as { name, mechanism, costs }; received volumes. The volumes come first, and then the provider.",
      ]);
    expect(untyped(exposure, [{ year: "2022/23", cases: 400 }], us)).toEqual([
      '(the whole): expected volumes by year, as { "2022/23": { cases } }; received a list.',
    ]);
  });

  test("a forecast, or months, for rows of work", () => {
    const staffed = (work: unknown) => untyped(staff, { roles: { keyworker } }, { work });
    const form = "work: expected a row of work for each period; received";
    expect(staffed(forecast(essexPlan()))).toContain(`${form} a forecast. Give forecast.by("year").`);
    expect(staffed(essexPlan())).toContain(`${form} a plan. Give forecast(plan).by("year").`);
    expect(staffed(flows)).toContain(`${form} months by date. Give flows.rows.`);
  });

  test("all that a contract comes to, for one of its figures", () => {
    const whole = exposure(volumes, us).at(0);
    const message =
      'A reading takes a figure, or figures by name, and change is none: it is "0". Give one of the figures, as .balance.';
    expect(saidOf(whatIf, whole, {})).toBe(message);
    expect(saidOf(explain, whole)).toBe(message);
  });
});

test("a number in text that is not written plainly is refused with its plain digits", () => {
  const exposed = exposure(volumes, us);
  const bid = (more: object) =>
    saidOf(shouldWeBid, volumes, us, { changes: [{ change: 0, weight: 1 }], chance: "0.8", ...more });
  expect(saidOf((change: never) => exposed.at(change), "-48%")).toBe(
    'change must be a plain decimal number, and "-48%" is not. Write -0.48.',
  );
  expect(bid({ chance: "80%" })).toMatch(/^chance .* Write 0\.80\.$/);
  expect(bid({ price: "£450" })).toMatch(/^price .* Write 450\.$/);
  expect(saidOf((perCase: never) => exposed.volumesPaying(perCase, "2021/22"), "£250")).toBe(
    'perCase must be a plain decimal number, and "£250" is not. Write 250.',
  );
  expect(bid({ changes: [{ change: "-16%", weight: 1 }] })).toMatch(/^changes\.0\.change .* Write -0\.16\.$/);
  expect(saidOf(exposure, { "2021/22": { cases: "1,200" } }, us)).toMatch(
    /^volumes\.2021\/22\.cases .* Write 1200\.$/,
  );
  expect(bid({ chance: "often" })).toBe(
    'chance must be a plain decimal number, and "often" is not. Write it as 1000.50.',
  );
});

test("a day that is not given is asked for as a day", () => {
  expect(untyped(monthlyFlows, { "2021/22": { referrals: 1, starts: 1, completions: 1 } }, {})[0]).toBe(
    "from: expected a day, as 2021-06-26; received nothing.",
  );
});

describe("months that run off into another year", () => {
  const [block] = [
    {
      ...us,
      mechanism: {
        name: "Block",
        counts: "starts",
        parts: [{ pay: "block", amount: { by: "year", values: { "2021/22": 90_000 } } }],
      },
    } as const,
  ];

  test("are why an amount of that year is asked for", () => {
    expect(untyped(exposure, flows, block)).toEqual([
      "mechanism.parts.0.amount.values: expected a value for the year 2022/23; received none. Add it, or an otherwise. The run-off of the months reaches into 2022/23: nobody is referred in it any more, and those referred before start and leave.",
    ]);
  });

  test("are not where people are referred in that year", () => {
    expect(untyped(exposure, { "2021/22": { cases: 9 }, "2022/23": { cases: 9 } }, block)).toEqual([
      "mechanism.parts.0.amount.values: expected a value for the year 2022/23; received none. Add it, or an otherwise.",
    ]);
  });
});

test("hours for each month on service are asked of yearly rows in order, and of months by name", () => {
  const work = ["2023/24", "2021/22", "2022/23"].map((year) => ({ year, starts: 60 }));
  const mentor = { hoursPerMonthOnService: 2, productiveHours: 1408, posts: "whole" };
  expect(untyped(staff, { roles: { mentor } }, { work })).toEqual(
    [0, 1, 2].map(
      (index) =>
        `work.${String(index)}.monthsOnService: expected for all who are on service, the months of the period for which they are; received nothing. The rows of monthlyFlows have it.`,
    ),
  );
});

test("nobody is said to finish without a start for the digits that rounding leaves", () => {
  // A third of 100, three times: the last of its forty digits short of 100.
  const third = given(100, "starts", { name: "some" }).dividedBy(given(3, "ratio", { name: "three" }));
  const cases = third.times(given(3, "ratio", { name: "three" }));
  expect(cases.value.lessThan(100)).toBe(true);
  const exposed = exposure({ "2021/22": { cases, outcomes: { completions: 100 } } }, us);
  expect(exposed.pointedOut).toEqual([]);
  expect(untyped(exposure, { "2021/22": { cases, outcomes: { completions: "100.01" } } }, us)).toEqual([
    "volumes.2021/22.outcomes.completions: expected at most the 100 starts of all years; received 100.01 completions in all. Count among the starts whoever was there when the first year began, too.",
  ]);
});

test("starts that are a quotient are said without the digits that rounding leaves", () => {
  // 100 ÷ 3 × 3 × 3.02850625, of which the last places are noise.
  const third = given(1, "ratio", { name: "one" }).dividedBy(given(3, "ratio", { name: "three" }));
  const starts = given("908.551875", "starts", { name: "starts" }).times(third);
  const cost = fullCost(costModel({ direct: [{ line: "travel", costPerStart: 30 }] }), {
    volumes: [{ year: "2021/22", starts: 100 }],
  });
  const said = untyped(exposure, { "2021/22": { cases: starts } }, { ...us, costs: [] }, { cost });
  expect(said).toEqual(["cost.2021/22.starts: expected the 302.850625 starts contracted; received 100."]);
});
