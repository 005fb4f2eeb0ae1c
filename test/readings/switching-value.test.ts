import * as fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { costPerStart, forecast, given, indicativeValue, parsePlan, starts } from "volumes-and-values";
import { exposure } from "volumes-and-values/provider";
import type { BreakEven } from "volumes-and-values/provider";
import { switchingValue, whatIf } from "volumes-and-values/readings";
import type { Figure } from "volumes-and-values";
import type { SwitchingValueOptions } from "volumes-and-values/readings";
import { refused } from "../numbers/refusal.ts";
import { inSteps } from "../support/providers.ts";
import { plausiblePlan } from "../support/arbitrary-plans.ts";
import { essexPlan } from "../support/plans.ts";
import { patience, runs } from "../support/runs.ts";

vi.setConfig({ testTimeout: patience });

const input = (value: number | string, path: string): Figure<"ratio"> =>
  given(value, "ratio", { name: path, path });
const [a, b, x] = [input(6, "a"), input(3, "b"), input(4, "x")] as const;
const ten = given(10, "ratio", { name: "ten" });

const valuesOf = (figure: Figure, options: SwitchingValueOptions): readonly string[] =>
  switchingValue(figure, options).crossings.map(({ input: at }) => at);

describe("the value at which a figure comes to its target", () => {
  // RR3 meeting note, section 3b: £1,300 a woman now, about £250 implied.
  test("at equal money, £250 instead of £1,300 takes 5.2 times the volume", () => {
    const volume = given(1000, "starts", { name: "starts", path: "volume" });
    const before = indicativeValue({ starts: volume, costPerStart: 1300 });
    const after = indicativeValue({ starts: volume, costPerStart: 250 });
    expect(switchingValue(after, { input: "volume", target: before.value })).toMatchObject({
      input: "volume",
      value: "1000",
      unit: "starts",
      crossings: [{ input: "5200", exact: true, passes: "upwards" }],
    });
  });

  test("break-even: the volume at which income comes to cost, though both rest on it", () => {
    const volume = given(100, "starts", { name: "starts", path: "volume" });
    const income = indicativeValue({ starts: volume, costPerStart: 300 });
    const fixed = given(9_000, "GBP", { name: "fixedCost", path: "fixedCost" });
    const cost = fixed.plus(indicativeValue({ starts: volume, costPerStart: 240 }));
    const { crossings } = switchingValue(income, { input: "volume", target: cost });
    // 9,000 ÷ (300 − 240)
    expect(crossings).toMatchObject([{ input: "150", exact: true, passes: "upwards" }]);
    expect(String(crossings[0]?.figure)).toBe("45000 GBP");
    expect(valuesOf(income, { input: "fixedCost", target: cost })).toEqual(["6000"]);
  });

  test.for<readonly [string, Figure, SwitchingValueOptions, readonly string[]]>([
    ["a straight line", a.times(b).plus(x), { input: "x", target: 30 }, ["12"]],
    ["a line that falls", ten.minus(x), { input: "x", target: 8 }, ["2"]],
    ["a ratio", ten.dividedBy(x), { input: "x", target: 4 }, ["2.5"]],
    ["a ratio of lines", x.plus(a).dividedBy(x.plus(ten)), { input: "x", target: "0.8" }, ["10"]],
    ["a sum of ratios", a.dividedBy(x).plus(b.dividedBy(x)), { input: "x", target: 3 }, ["3"]],
    ["a square over itself", x.times(x).dividedBy(x), { input: "x", target: 7 }, ["7"]],
    ["what is left of one", x.rest.times(2), { input: "x", target: 1 }, ["0.5"]],
    ["an input by itself", x, { input: "x", target: "1.25" }, ["1.25"]],
    ["a target below zero", x.minus(a), { input: "x", target: -8 }, ["-2"]],
    ["a third", x.times(3), { input: "x", target: 1 }, [`0.${"3".repeat(40)}`]],
    ["a target met already", x, { input: "x", target: 4 }, ["4"]],
  ])("is solved for: %s", ([, figure, options, values]) => {
    const { crossings, none } = switchingValue(figure, options);
    expect(crossings.map(({ input: at }) => at)).toEqual(values);
    expect(crossings.every(({ exact }) => exact)).toBe(true);
    expect(none).toBeUndefined();
  });

  test("of a cost per start, a start rate that stands under one line and over another", () => {
    const startRate = given("0.62", "starts/referrals", { name: "startRate", path: "startRate" });
    const cost = given(75, "GBP/referrals", { name: "costPerReferral" }).dividedBy(startRate);
    const perStart = costPerStart({
      directCostPerStart: cost.in("GBP/starts"),
      overheadPerStart: 20,
      surplusPerPound: "0.05",
    });
    const value = indicativeValue({ starts: starts({ referrals: 1200, startRate }), costPerStart: perStart });
    // 1,200 × 1.05 × (75 + 20 × rate) = 100,800, so the rate is 0.25
    expect(switchingValue(value, { input: "startRate", target: 100_800 }).crossings).toMatchObject([
      { input: "0.25", exact: true },
    ]);
  });
});

describe("beyond a limit, the part that holds there is solved for", () => {
  test("a volume below its cap; one that never gets there; and one that stays there", () => {
    const capped = x.times(2).min(ten);
    const range = { from: 0, to: 20 };
    expect(switchingValue(capped, { input: "x", target: 7, ...range }).crossings).toMatchObject([
      { input: "3.5", exact: true, passes: "upwards" },
    ]);
    expect(switchingValue(capped, { input: "x", target: 11, ...range })).toMatchObject({
      crossings: [],
      none: "the figure does not come to its target from 0 to 20",
    });
    expect(switchingValue(capped, { input: "x", target: 10, ...range }).crossings).toMatchObject([
      { input: "5", exact: true, passes: "not" },
    ]);
  });

  test("between two limits", () => {
    const held = x.times(3).clampedTo(b, ten);
    expect(switchingValue(held, { input: "x", target: 5, from: -5, to: 20 }).crossings).toMatchObject([
      { exact: true, passes: "upwards" },
    ]);
    expect(
      switchingValue(held.max(given(4, "ratio", { name: "four" })), {
        input: "x",
        target: "4.5",
        from: -5,
        to: 20,
      }).crossings,
    ).toMatchObject([{ input: "1.5", exact: true }]);
  });
});

describe("what is no line and no ratio is sought", () => {
  const hill = x.times(ten.minus(x)).in("ratio");

  test("every crossing in the range is told, each with its direction", () => {
    // x × (10 − x) = 21 at 3 and at 7
    const { crossings } = switchingValue(hill, { input: "x", target: 21, from: 0, to: 10 });
    expect(crossings).toMatchObject([
      { input: "3", exact: true, passes: "upwards" },
      { input: "7", exact: true, passes: "downwards" },
    ]);
  });

  test("only those in the range", () => {
    expect(valuesOf(hill, { input: "x", target: 21, from: 5, to: 10 })).toEqual(["7"]);
    expect(switchingValue(hill, { input: "x", target: 21, from: 4, to: 6 })).toMatchObject({
      crossings: [],
      none: "the figure does not come to its target from 4 to 6",
    });
  });

  test("where it touches the target and turns back, and where it passes twice close together", () => {
    const [touch] = switchingValue(hill, { input: "x", target: 25, from: 0, to: 9 }).crossings;
    expect(Number(touch?.input)).toBeCloseTo(5, 6);
    expect(touch?.passes).toBe("not");
    // 24.9999 at 5 ± 0.01: both within one sixty-fourth of the range
    const close = valuesOf(hill, { input: "x", target: "24.9999", from: 0, to: 9 });
    expect(close.map((at) => Number(at).toFixed(9))).toEqual(["4.990000000", "5.010000000"]);
  });

  test.for<readonly [string, number]>([
    ["where it is in the base case", 900],
    ["elsewhere", 1234.5],
    ["near the end of the range", 19.9],
  ])("where it turns back at its target with a corner, %s", ([, agreed]) => {
    const volume = given(900, "starts", { name: "starts", path: "volume" });
    const due = given(agreed, "starts", { name: "agreed" });
    // |volume − agreed|
    const off = volume.minus(due).max(due.minus(volume));
    const { crossings } = switchingValue(off, { input: "volume", target: 0, from: 0, to: 2000 });
    expect(crossings.map(({ input, exact, passes }) => ({ input, exact, passes }))).toEqual([
      { input: String(agreed), exact: true, passes: "not" },
    ]);
  });

  test.for<readonly [number, number]>([
    [3, 5],
    [3, 3],
    [0.1, 5],
    [7.77, 7.77],
  ])("where it turns back at its target like a square: (x − %s)² from %s", ([turn, base]) => {
    const x = given(String(base), "ratio", { name: "x", path: "x" });
    const away = x.minus(given(String(turn), "ratio", { name: "turn" }));
    const { crossings } = switchingValue(away.times(away), { input: "x", target: 0, from: 0, to: 10 });
    expect(crossings.map(({ input }) => input)).toEqual([String(turn)]);
  });

  test("where a product of a share and its rest is greatest", () => {
    // s(1 − s) is ¼ at a half and nowhere else.
    const share = given("0.3", "ratio", { name: "takeUpShare", path: "s" });
    const { crossings } = switchingValue(share.times(share.rest), { input: "s", target: "0.25" });
    expect(crossings.map(({ input }) => input)).toEqual(["0.5"]);
  });

  test("a root without end is near, and says that it is not exact", () => {
    const { crossings } = switchingValue(x.times(x), { input: "x", target: 2, from: 0, to: 10 });
    expect(crossings).toMatchObject([{ exact: false, passes: "upwards" }]);
    expect(Number(crossings[0]?.input)).toBeCloseTo(Math.SQRT2, 13);
  });

  test("beyond a limit far from where the range ends", () => {
    const capped = x.min(given(1000, "ratio", { name: "cap" }));
    const range = { from: 0, to: "1000000000000000000" };
    expect(switchingValue(capped, { input: "x", target: 5, ...range }).crossings).toMatchObject([
      { input: "5", exact: true, passes: "upwards" },
    ]);
  });

  test("a leap across the target is no crossing", () => {
    // 1 ÷ (x − 5) leaps at 5, where it has no value, from far below to far above.
    const leap = x.plus(a.dividedBy(x.minus(given(5, "ratio", { name: "five" })))).times(x);
    const { crossings, none } = switchingValue(leap, { input: "x", target: 0, from: 4, to: 6 });
    expect(crossings).toEqual([]);
    expect(none).toBe("the figure leaps over its target near 5");
  });

  test("a share is sought from nothing to one, if nothing is said", () => {
    const share = given("0.5", "ratio", { name: "needShare", path: "need" });
    const { crossings } = switchingValue(share.times(share), { input: "need", target: "0.09" });
    expect(crossings).toMatchObject([{ input: "0.3", exact: true }]);
  });
});

describe("where posts are rounded up on the way", () => {
  // Made up: 2.5 to 4.1 posts are needed, at £40,000 each.
  const need = given("3.2", "fte", { name: "need", path: "need", low: "2.5", high: "4.1" });
  const posts = need.rounded({ places: 0, mode: "up" });
  const cost = posts.times(given(40_000, "GBP/fte", { name: "salary", path: "salary" }));
  const range = { input: "need", from: 0, to: 10 } as const;

  test("a cost between that of three posts and of four is no cost of any need", () => {
    expect(switchingValue(cost, { ...range, target: 140_000 })).toMatchObject({
      crossings: [],
      none: "the figure leaps over its target near 3",
    });
  });

  test("the cost of four posts is that of a need just above three, and of four", () => {
    const { crossings } = switchingValue(cost, { ...range, target: 160_000 });
    expect(crossings.map(({ input: at, exact }) => [Number(at).toFixed(9), exact])).toEqual([
      ["3.000000000", true],
      ["4.000000000", true],
    ]);
    expect(crossings.map(({ figure }) => String(figure))).toEqual(["160000 GBP", "160000 GBP"]);
  });

  test("the salary, which is not rounded, is still solved for", () => {
    expect(switchingValue(cost, { input: "salary", target: 140_000 }).crossings).toMatchObject([
      { input: "35000", exact: true, passes: "upwards" },
    ]);
  });

  test("what moves besides the posts is found between the leaps", () => {
    // 4 posts and £100 for each whole one needed: 160,000 + 100 × 3.5
    const perNeed = given(100, "GBP/fte", { name: "perNeed" });
    const { crossings } = switchingValue(cost.plus(need.times(perNeed)), { ...range, target: 160_350 });
    expect(crossings).toMatchObject([{ input: "3.5", exact: true, passes: "upwards" }]);
  });
});

describe("beside a stretch without an answer", () => {
  /** A provider paid at least so much, with a worker for every 77 people: another step of cost from 49,085 on. */
  const { volume } = exposure({ "2022/23": { cases: 997 } }, inSteps).years[0]?.breakEvens[0] as BreakEven;

  test.for<readonly [number, number]>([
    [0, 90_000],
    [40_000, 60_000],
    // What the cost is lies among few values that have an answer, of so many.
    [0, 4_000_000],
  ])("a cost is found between %i and %i pounds", ([from, to]) => {
    // What is paid, 74,118, less one step of 25,033 and 5 cases of 91 pounds.
    expect(valuesOf(volume, { input: "costs.0.fixed", target: 5, from, to })).toEqual(["48630"]);
  });

  test("also where the answers begin or end at the target", () => {
    const left = given(100, "cases", { name: "casesLeft", path: "casesLeft" })
      .minus(given(60, "cases", { name: "cases", path: "cases" }))
      .named("breakEvenVolume");
    const times = left.dividedBy(given(1, "cases", { name: "one" }));
    // 100 less x, times one more than that: nothing at 100, where no volume is left.
    const product = times.times(times.plus(given(1, "ratio", { name: "more" })));
    expect(valuesOf(product, { input: "cases", target: 0, from: 0, to: 150 })).toEqual(["100"]);
  });
});

describe("no crossing is an answer", () => {
  test("where the figure is at its cap all the way", () => {
    expect(switchingValue(x.min(b), { input: "x", target: 3, from: 4, to: 9 })).toMatchObject({
      crossings: [],
      none: "the figure is its target all the way from 4 to 9",
    });
    expect(switchingValue(x.min(b), { input: "x", target: 3, from: 2, to: 9 }).crossings).toMatchObject([
      { input: "3", exact: true, passes: "not" },
    ]);
  });

  test.for<readonly [string, Figure, SwitchingValueOptions, string]>([
    [
      "a figure that does not move",
      x.minus(x).plus(a),
      { input: "x", target: 7 },
      "the figure does not come to its target at any x",
    ],
    [
      "a figure that is the target anyway",
      x.minus(x).plus(a),
      { input: "x", target: 6 },
      "the figure is its target, whatever x is",
    ],
    [
      "a line that gets there too late",
      x,
      { input: "x", target: 30, from: 0, to: 20 },
      "it would take 30, which is out of range",
    ],
    [
      "a ratio that never gets there",
      ten.dividedBy(x),
      { input: "x", target: 0 },
      "the figure does not come to its target at any x",
    ],
  ])("%s", ([, figure, options, none]) => {
    expect(switchingValue(figure, options)).toMatchObject({ crossings: [], none });
  });

  test("a count of people that would have to be half of one", () => {
    const people = given(600, "people", { name: "people", path: "people" });
    const cost = people.times(given(10, "GBP/people", { name: "costPerPerson" }));
    expect(switchingValue(cost, { input: "people", target: 5_005 })).toMatchObject({
      crossings: [],
      none: "it would take 500.5, which is no whole number",
    });
    expect(switchingValue(cost, { input: "people", target: 5_010 }).crossings).toMatchObject([
      { input: "501" },
    ]);
  });

  test("a rate that would have to be past one", () => {
    const startRate = given("0.62", "starts/referrals", { name: "startRate", path: "startRate" });
    const attended = starts({ referrals: 1200, startRate });
    expect(switchingValue(attended, { input: "startRate", target: 1300 }).none).toBe(
      "it would take 1.083333…, which is out of range",
    );
  });
});

describe("laws of switching values", () => {
  test("the figure at every value found is the target", () => {
    fc.assert(
      fc.property(
        plausiblePlan(),
        fc.nat(1000),
        fc.integer({ min: 1, max: 99 }),
        (data, pick, hundredths) => {
          const plan = parsePlan(data);
          const figure = forecast(plan).total().indicativeValue;
          const paths = Object.keys(plan.services).flatMap((id) => [
            `services.${id}.startRate`,
            `services.${id}.takeUpShare`,
            `services.${id}.referralsPerPerson`,
            `services.${id}.unitCost.costPerStart`,
            `services.${id}.rampUp.plateau`,
          ]);
          const path = paths[pick % paths.length] as string;
          const to = String(hundredths / 100);
          let target: Figure<"GBP">;
          try {
            target = whatIf(figure, { [path]: to });
          } catch {
            return; // no input of this plan
          }
          const { crossings, none } = switchingValue(figure, {
            input: path,
            target: target.value,
            from: 0.005,
            to: 1,
          });
          const size = figure.value.abs().plus(target.value.abs());
          for (const crossing of crossings) {
            const off = crossing.figure.value.minus(target.value).abs();
            expect(off.lessThanOrEqualTo(size.times(crossing.exact ? "1e-30" : "1e-11"))).toBe(true);
          }
          const flat = whatIf(figure, { [path]: 1 }).value.equals(whatIf(figure, { [path]: "0.005" }).value);
          if (!flat) expect(none).toBeUndefined();
          if (crossings.length === 1 && crossings[0]?.passes !== "not")
            expect(Number(crossings[0]?.input)).toBeCloseTo(hundredths / 100, 9);
        },
      ),
      { numRuns: runs },
    );
  });
});

describe("what cannot be answered is refused", () => {
  const hill = x.times(ten.minus(x));
  const ask = (options: unknown, figure: Figure = hill) =>
    refused(() => switchingValue(figure, options as SwitchingValueOptions));

  test.for<readonly [string, unknown, string, string]>([
    ["no range where one is needed", { input: "x", target: 21 }, "wrong-inputs", "say from and to where"],
    ["half a range", { input: "x", target: 21, from: 0 }, "wrong-inputs", "say to where"],
    ["a range that ends first", { input: "x", target: 21, from: 2, to: 1 }, "out-of-range", "Swap them."],
    ["an unknown input", { input: "y", target: 21 }, "unknown-word", "y is no input"],
    ["a date", { input: "lots.0.from", target: 21 }, "structural-input", "scenario"],
    ["no target", { input: "x" }, "wrong-inputs", "target is missing"],
    ["no input", { target: 21 }, "wrong-inputs", "input is missing"],
    ["a target that is no number", { input: "x", target: "much" }, "not-a-number", "target must be"],
    [
      "a target in another unit",
      { input: "x", target: given(1, "GBP", { name: "m" }) },
      "wrong-unit",
      "takes ratio",
    ],
    ["an option nobody knows", { input: "x", target: 1, form: 0 }, "unknown-word", "Did you mean from?"],
    [
      "nothing",
      undefined,
      "wrong-inputs",
      "switchingValue takes { input, target }, and may be given from and to; received undefined.",
    ],
  ])("%s", ([, options, code, words]) => {
    expect(ask(options)).toMatchObject({ code, message: expect.stringContaining(words) as string });
  });

  test("a range in which a share cannot be", () => {
    const share = given("0.5", "ratio", { name: "needShare", path: "need" });
    expect(ask({ input: "need", target: 1, to: 2 }, share).code).toBe("out-of-range");
  });

  test("what is absent, and what is no figure", () => {
    const { eligible } = forecast(essexPlan()).total();
    expect(ask({ input: "x", target: 1 }, eligible as never).code).toBe("does-not-add");
    expect(ask({ input: "x", target: 1 }, 744 as never).code).toBe("wrong-unit");
  });

  test("an ambiguous input", () => {
    expect(ask({ input: "x", target: 1 }, x.plus(input(5, "x"))).code).toBe("ambiguous-input");
  });
});
