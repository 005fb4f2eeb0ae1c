import { inspect } from "node:util";
import * as fc from "fast-check";
import { describe, expect, expectTypeOf, test, vi } from "vitest";
import { forecast, given, isFigure, parsePlan, present, starts, sum } from "volumes-and-values";
import { assumptions } from "volumes-and-values/review";
import { explain, whatIf, working } from "volumes-and-values/readings";
import type { Figure, Total } from "volumes-and-values";
import type { InputChanges } from "volumes-and-values/readings";
import { constant } from "../../src/numbers/figure.ts";
import { nodesOf } from "../../src/numbers/working.ts";
import { disagreements } from "../numbers/recompute.ts";
import { refused } from "../numbers/refusal.ts";
import { madeFigure } from "../support/arbitrary-figures.ts";
import { plausiblePlan } from "../support/arbitrary-plans.ts";
import { changed, essexPlan, essexWith } from "../support/plans.ts";
import type { Changes } from "../support/plans.ts";
import { patience, runs } from "../support/runs.ts";

vi.setConfig({ testTimeout: patience });

const startRate = given("0.62", "starts/referrals", {
  name: "startRate",
  path: "services.ete.startRate",
  about: { service: "ETE" },
  source: "illustrative",
  low: "0.5",
  high: "0.7",
  quality: "amber",
});
const referrals = given(1200, "referrals", { name: "referrals", path: "referrals" });
const attended = starts({ referrals, startRate }, { area: "Essex" });
const path = "services.ete.startRate";

describe("what if a rate were another", () => {
  test("the figure is exact, under its name, in its unit, about the same, from the same source", () => {
    const more = whatIf(attended, { [path]: "0.7" });
    expect(inspect(more)).toBe("Figure 840 starts · Essex");
    expect(more).toMatchObject({ name: "starts", unit: "starts", source: attended.source });
    expectTypeOf(more).toEqualTypeOf<Figure<"starts">>();
  });

  test("its working tells what was changed, from what, and vouches for it no longer", () => {
    expect(String(explain(whatIf(attended, { [path]: { count: 7, of: 10 } })))).toMatchInlineSnapshot(`
      "[1] starts = 840 starts · Essex
          = referrals [2] × startRate [3]
          = 1200 × 0.7
          source: RR3 meeting note, 26 August 2020, section 3b
      [2] referrals = 1200 referrals, given, at referrals, no source
      [3] startRate = 0.7 starts/referrals · ETE, given, at services.ete.startRate, as 7 of 10, no source, what if; 0.62 before"
    `);
  });

  test("the figures it was asked of are as they were", () => {
    whatIf(attended, { [path]: "0.7" });
    expect(String(attended)).toBe("744 starts");
    expect(startRate.value.toString()).toBe("0.62");
  });

  test("it can be asked again of the answer", () => {
    const twice = whatIf(whatIf(attended, { [path]: "0.7" }), { [path]: "0.8", referrals: 100 });
    expect(String(twice)).toBe("80 starts");
    expect(String(whatIf(twice, { [path]: "0.62", referrals: 1200 }))).toBe(String(attended));
  });

  test("several figures answer in the shape they came in, and share what they shared", () => {
    const rest = attended.minus(given(44, "starts", { name: "others" }));
    const list = whatIf([attended, rest], { [path]: "0.7" });
    expect(list.map(String)).toEqual(["840 starts", "796 starts"]);
    expect(list[1]?.operands[0]).toBe(list[0]);
    const record = whatIf({ attended, referrals }, { [path]: "0.7" });
    expect(String(record.attended)).toBe("840 starts");
    expect(record.referrals).toBe(referrals);
    expectTypeOf(record.referrals).toEqualTypeOf<Figure<"referrals">>();
    expect(whatIf([], {})).toEqual([]);
  });

  test("what rests on nothing changed is the very same figure", () => {
    expect(whatIf(attended, {})).toBe(attended);
    expect(whatIf(attended, { [path]: "0.620", referrals: 1200 })).toBe(attended);
    expect(whatIf(constant(3), {})).toBeDefined();
    const both = sum("starts", [attended, starts({ referrals: 10, startRate: 1 })]);
    expect(whatIf(both, { [path]: 1 }).operands[1]).toBe(both.operands[1]);
  });

  test("an input used twice moves everywhere; one alone moves by itself", () => {
    const x = given(3, "ratio", { name: "x", path: "x" });
    expect(String(whatIf(x.times(x).plus(x).in("ratio"), { x: 5 }))).toBe("30");
    expect(String(whatIf(x, { x: 5 }))).toBe("5");
  });

  test("a sum of 100,000 parts, and a working 100,000 deep, are made again", () => {
    const x = given(1, "ratio", { name: "x", path: "x" });
    const parts = [...Array(100_000).keys()].map((n) => x.times(n));
    expect(String(whatIf(sum("ratio", parts as never), { x: 2 }))).toBe("9999900000");
    let deep: Figure = x;
    for (let n = 0; n < 100_000; n++) deep = n % 2 === 0 ? deep.plus(x) : deep.min(deep);
    expect(String(whatIf(deep, { x: 2 }))).toBe("100002");
  });
});

describe("what cannot be asked is refused", () => {
  const ask = (changes: unknown, figure: Figure = attended) =>
    refused(() => whatIf(figure, changes as InputChanges));

  test.for<readonly [string, unknown, string, string]>([
    ["a share past one", { [path]: 62 }, "out-of-range", "If 62% is meant, give 0.62."],
    ["a share below zero", { [path]: "-0.1" }, "out-of-range", "lies between 0 and 1; received -0.1."],
    [
      "counts that make no share",
      { [path]: { count: 4, of: 3 } },
      "out-of-range",
      `${path}.count is at most the 3 it is counted of; received 4.`,
    ],
    ["counts of nothing", { [path]: { count: 1, of: 0 } }, "division-by-zero", `${path}.of is above zero`],
    [
      "counts that are no numbers",
      { [path]: { count: "some", of: 3 } },
      "not-a-number",
      `${path}.count must be`,
    ],
    ["text that is no number", { [path]: "70%" }, "not-a-number", `${path} must be a plain decimal number`],
    ["nothing", { [path]: undefined }, "not-a-number", "undefined is not."],
    ["no number", { [path]: NaN }, "not-a-number", `${path} must be a plain decimal number, and NaN is not.`],
    ["a figure", { [path]: startRate }, "not-a-number", "an object is not."],
    ["a misspelt path", { "services.ete.starRate": 1 }, "unknown-word", `Did you mean ${path}?`],
    ["an input of other figures", { "services.ete.completionRate": 1 }, "unknown-word", "no input of these"],
    ["a date", { "lots.0.from": "2021-04-01" }, "structural-input", "Change it with a scenario"],
    [
      "a shape",
      { "services.ete.rampUp.profile.shape": 1 },
      "structural-input",
      "decides which sums are made",
    ],
    ["no changes", undefined, "wrong-inputs", "whatIf takes changes as { path: value }; received undefined."],
    ["changes as text", "services", "wrong-inputs", 'received "services".'],
  ])("%s", ([, changes, code, words]) => {
    expect(ask(changes)).toMatchObject({ code, message: expect.stringContaining(words) as string });
  });

  test("a divisor that becomes zero, by its name", () => {
    const stay = given(3, "ratio", { name: "stayInQuarters", path: "stay" });
    expect(ask({ stay: 0 }, attended.dividedBy(stay))).toEqual({
      code: "division-by-zero",
      message: "starts cannot be divided by stayInQuarters, which is 0. Leave it out.",
    });
  });

  test("a mix whose rest would be less than nobody", () => {
    const { indicativeValue } = forecast(essexPlan()).total();
    expect(ask({ "services.accommodation.complexityMix.low": "0.9" }, indicativeValue)).toEqual({
      code: "out-of-range",
      // With the half that is medium.
      message:
        "services.accommodation.complexityMix.low + services.accommodation.complexityMix.medium is at most the 1 of all; received 1.4. Change both.",
    });
  });

  test("shares of a mix stated in full never come to more, or fewer, people than there are", () => {
    const { referralsMade } = forecast(
      essexPlan({ "services.accommodation.complexityMix": { low: "0.2", medium: "0.5", high: "0.3" } }),
    ).total({ year: "2023/24" });
    const mix = "services.accommodation.complexityMix";
    // 900 and 600 people × 1.5 × 0.4 × 0.5 × 1.2, whatever their levels.
    for (const changes of [{ [`${mix}.low`]: "0.4" }, { [`${mix}.low`]: 0, [`${mix}.medium`]: 0 }])
      expect(String(whatIf(referralsMade, changes))).toBe("540 referrals");
    expect(ask({ [`${mix}.high`]: "0.5" }, referralsMade)).toEqual({
      code: "unknown-word",
      message:
        `${mix}.high is no input of these figures. One share of a mix is what the others leave: ` +
        `change ${mix}.low or ${mix}.medium.`,
    });
  });

  test.for([
    ["services.accommodation.unitCost.productiveHours", 0, "above zero"],
    ["services.accommodation.unitCost.salary", -1, "zero or more"],
    ["caseload.cells.0.people", -1, "a whole number from 0 up"],
    ["caseload.cells.0.people", "0.5", "a whole number from 0 up"],
    ["services.accommodation.rampUp.plateau", 0, "above zero"],
  ] as const)("%s of %s", ([at, value, range]) => {
    const { indicativeValue } = forecast(essexPlan()).total();
    expect(ask({ [at]: value }, indicativeValue)).toEqual({
      code: "out-of-range",
      message: `${at} is ${range}; received ${String(value)}.`,
    });
  });

  test("figures of two plans, in which one path is two numbers", () => {
    const [before, after] = [essexPlan(), essexPlan({ turnover: 2 })].map(
      (plan) => forecast(plan).total().starts,
    ) as [Figure, Figure];
    expect(refused(() => whatIf([before, after], { turnover: 3 })).code).toBe("ambiguous-input");
  });

  test("what is absent, with its reason", () => {
    const { eligible } = forecast(essexPlan()).total();
    expect(refused(() => whatIf(eligible as never, {})).message).toMatch(
      /^There is nothing to change: people/,
    );
  });

  test("what is no figure", () => {
    expect(refused(() => whatIf(744 as never, {}))).toMatchObject({
      code: "wrong-unit",
      message: expect.stringMatching(/^whatIf takes a figure/) as string,
    });
  });
});

describe("laws of what-if", () => {
  const added = ["referrals", "starts", "completions", "indicativeValue", "unmet"] as const;
  const digits = (total: Total): readonly string[] => added.map((name) => String(total[name]));

  test("a forecast asked what if is the forecast of the plan with that number", () => {
    fc.assert(
      fc.property(
        plausiblePlan(),
        fc.nat(10_000),
        fc.integer({ min: 1, max: 100 }),
        (data, pick, hundredths) => {
          const plan = parsePlan(data);
          const movable = assumptions(plan).filter(({ name }) => name !== "complexityShare");
          const { path: at, name } = movable[pick % movable.length] as (typeof movable)[number];
          const value = name === "supervisionsPerPerson" ? 1 + hundredths / 100 : hundredths / 100;
          const total = forecast(plan).total();
          const figures = Object.fromEntries(added.map((one) => [one, total[one]] as const));
          const again = forecast(parsePlan(changed(data, { [at]: value } satisfies Changes))).total();
          const reached = [...nodesOf(Object.values(figures))].some(
            ({ operation }) => operation.kind === "given" && operation.provenance.path === at,
          );
          if (!reached) expect(digits(again)).toEqual(digits(total));
          else expect(Object.values(whatIf(figures, { [at]: value })).map(String)).toEqual(digits(again));
        },
      ),
      { numRuns: runs },
    );
  });

  test("there and back again is where one was, to the last digit", () => {
    fc.assert(
      fc.property(madeFigure, fc.integer({ min: 1, max: 900 }), ({ figure }, hundredths) => {
        const inputs = nodesOf(figure).filter(
          ({ operation }) => operation.kind === "given" && operation.provenance.path !== undefined,
        );
        const to = (value: (input: Figure) => string): InputChanges =>
          Object.fromEntries(inputs.map((input) => [`inputs.${input.name?.slice(5) ?? ""}`, value(input)]));
        let there: Figure;
        try {
          there = whatIf(
            figure,
            to(() => String(hundredths / 100)),
          );
        } catch {
          return; // a divisor became zero, or a limit passed the other
        }
        const back = whatIf(
          there,
          to(({ value }) => value.toString()),
        );
        expect(String(back)).toBe(String(figure));
        expect(back.name).toBe(figure.name);
        expect(working(back).nodes.map(({ operation }) => operation)).toEqual(
          working(figure).nodes.map(({ operation }) => operation),
        );
        expect(disagreements(working(there))).toEqual([]);
      }),
      { numRuns: runs },
    );
  });

  test("ramp months can be moved, though they are no key of a plan", () => {
    const months = "services.accommodation.rampUp.profile.months.6";
    const { indicativeValue } = forecast(parsePlan(essexWith())).total({ year: "2021/22" });
    expect(present(indicativeValue).value.lessThan(whatIf(indicativeValue, { [months]: 1 }).value)).toBe(
      true,
    );
    expect(isFigure(indicativeValue)).toBe(true);
  });
});

describe("a map or a set is neither figures by name nor changes by path", () => {
  const map = new Map([["attended", attended]]);
  test.for<readonly [string, () => unknown]>([
    ["a map of figures", () => whatIf(map as never, { [path]: "0.7" })],
    ["a set of figures", () => whatIf(new Set([attended]) as never, {})],
    ["a map of changes", () => whatIf(attended, new Map([[path, "0.7"]]) as never)],
    ["a map that is to be explained", () => explain(map as never)],
  ])("%s is refused", ([, act]) => {
    expect(["wrong-unit", "wrong-inputs"]).toContain(refused(act).code);
  });

  test("what is counted does not fall below nought", () => {
    expect(refused(() => whatIf(attended, { referrals: -5 })).code).toBe("out-of-range");
  });
});
