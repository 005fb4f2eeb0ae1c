import * as fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { forecast, given, parsePlan, restShare, starts, sum } from "volumes-and-values";
import { steppedCost, stepsTaken } from "volumes-and-values/provider";
import { swings, switchingValue, twoWay, whatIf } from "volumes-and-values/readings";
import type { Figure } from "volumes-and-values";
import type { Swing, Swings, SwingsOptions, TwoWayOptions } from "volumes-and-values/readings";
import { refused } from "../numbers/refusal.ts";
import { plausiblePlan } from "../support/arbitrary-plans.ts";
import { essexPlan } from "../support/plans.ts";
import { patience, runs } from "../support/runs.ts";

vi.setConfig({ testTimeout: patience });

const ranged = (value: number, path: string, low?: number, high?: number): Figure<"ratio"> =>
  given(value, "ratio", {
    name: path,
    path,
    ...(low === undefined ? {} : { low }),
    ...(high === undefined ? {} : { high }),
  });
const rowOf = ({ rows }: Swings, path: string): Swing => rows.find((row) => row.path === path) as Swing;

describe("how far a figure swings over each assumption's range", () => {
  const referrals = given(1200, "referrals", { name: "referrals", path: "referrals", low: 1100, high: 1500 });
  const startRate = given("0.62", "starts/referrals", {
    name: "startRate",
    path: "startRate",
    low: "0.5",
    high: "0.65",
  });
  const attended = starts({ referrals, startRate }, { area: "Essex" });

  test("is counted from the base case, and not from the middle of the range", () => {
    const found = swings(attended);
    expect(found.figure).toBe(attended);
    // 1,100 and 1,500 at 0.62, against 744
    expect([rowOf(found, "referrals").atLow.change, rowOf(found, "referrals").atHigh.change]).toEqual([
      -62, 186,
    ]);
    // 1,200 at 0.5 and at 0.65
    expect(rowOf(found, "startRate").atLow.change).toBeCloseTo(-144, 9);
    expect(rowOf(found, "startRate").atHigh.change).toBeCloseTo(36, 9);
  });

  test("is exact at every point told, with its working", () => {
    const { atLow, atHigh, least, most } = rowOf(swings(attended), "startRate");
    expect([atLow, atHigh].map(({ input, figure }) => `${input}: ${String(figure)}`)).toEqual([
      "0.5: 600 starts",
      "0.65: 780 starts",
    ]);
    expect(least).toBe(atLow);
    expect(most).toBe(atHigh);
    expect(atLow.figure).toBe(atLow.figure);
    expect(atLow.figure.about).toEqual({ area: "Essex" });
  });

  test("puts the largest swing first, and prints as a table", () => {
    expect(swings(attended).table()).toEqual([
      {
        input: "referrals",
        range: "1100 to 1500",
        low: "-62 starts",
        high: "186 starts",
        swing: "248 starts",
        turns: "",
      },
      {
        input: "startRate",
        range: "0.5 to 0.65",
        low: "-144 starts",
        high: "36 starts",
        swing: "180 starts",
        turns: "",
      },
    ]);
  });

  test("with one end of a range stated, lies between that end and the value", () => {
    const found = swings(ranged(6, "a", 4).times(ranged(3, "b", undefined, 5)));
    expect(found.rows.map(({ path, atLow, atHigh }) => [path, atLow.change, atHigh.change])).toEqual([
      ["b", 0, 12],
      ["a", -6, 0],
    ]);
  });

  test("lists what states no range, and guesses at none", () => {
    const found = swings(ranged(6, "a", 4).times(ranged(3, "b")).times(ranged(2, "c")));
    expect(found.withoutRange).toEqual(["b", "c"]);
    expect(found.rows).toHaveLength(1);
  });

  test("of a figure with no inputs there is none; of an input that does not matter it is nothing", () => {
    expect(swings(starts({ referrals: 10, startRate: 1 }))).toMatchObject({ rows: [], withoutRange: [] });
    const found = swings(ranged(6, "a", 4, 8).min(ranged(9, "cap", 8.5, 10)));
    expect(rowOf(found, "cap")).toMatchObject({ swing: 0, turns: false });
  });

  test("of an input used twice moves both", () => {
    const a = ranged(6, "a", 4, 8);
    expect(rowOf(swings(a.times(a)), "a")).toMatchObject({ swing: 48 });
  });

  test("cannot be changed", () => {
    const found = swings(attended);
    for (const part of [found, found.rows, found.withoutRange, ...found.rows, found.rows[0]?.atLow])
      expect(Object.isFrozen(part)).toBe(true);
  });
});

describe("a range that reaches past what a mix leaves", () => {
  // Made up. Half are at another level, so that this one can be no more than the other half.
  const low = given("0.3", "ratio", { name: "complexityShare", path: "mix.low", low: "0.2", high: "0.8" });
  const medium = given("0.5", "ratio", { name: "complexityShare", path: "mix.medium" });
  const cost = low
    .times(200)
    .plus(medium.times(300))
    .plus(restShare({ shares: [low, medium] }).times(450));

  test("has no answer beyond it, and swings as far as it goes", () => {
    const row = rowOf(swings(cost), "mix.low");
    // 250 less for each share of one that is at 200 and not at 450.
    expect(row.atLow.change).toBeCloseTo(25, 9);
    expect(row.atHigh.change).toBe(NaN);
    expect(row.least.change).toBeCloseTo(-50, 6);
    expect(Number(row.least.input)).toBeCloseTo(0.5, 6);
    expect(row.least.figure.value.toNumber()).toBeCloseTo(250, 6);
    expect(row.swing).toBeCloseTo(75, 6);
    expect(swings(cost).table()[0]).toMatchObject({ range: "0.2 to 0.8", low: "25", high: "—" });
  });

  test("has no switching value there", () => {
    // 200 would take a share of 0.7 at the lowest level.
    expect(switchingValue(cost, { input: "mix.low", target: 200 })).toMatchObject({ crossings: [] });
    expect(
      switchingValue(cost, { input: "mix.low", target: 275 }).crossings.map(({ input }) => input),
    ).toEqual(["0.4"]);
  });
});

describe("where posts are rounded up on the way", () => {
  // Made up: 2.5 to 4.1 posts are needed, at £40,000 each.
  const need = given("3.2", "fte", { name: "need", path: "need", low: "2.5", high: "4.1" });
  const salary = given(40_000, "GBP/fte", { name: "salary", path: "salary", low: 39_000, high: 43_000 });
  const cost = need.rounded({ places: 0, mode: "up" }).times(salary);

  test("every change told is that of whole posts", () => {
    const found = swings(cost);
    expect(rowOf(found, "need")).toMatchObject({
      // 3 and 5 posts, against 4
      atLow: { change: -40_000 },
      atHigh: { change: 40_000 },
      swing: 80_000,
      turns: false,
    });
    // £1,000 less and £3,000 more for each of 4 posts
    expect(rowOf(found, "salary")).toMatchObject({ atLow: { change: -4_000 }, atHigh: { change: 12_000 } });
    for (const { atLow, atHigh, least, most } of found.rows)
      for (const { change, figure } of [atLow, atHigh, least, most])
        expect(figure.value.minus(cost.value).toNumber()).toBe(change);
  });

  test("a step up and down again in between is a turn", () => {
    const spare = need.rounded({ places: 0, mode: "up" }).minus(need);
    const row = rowOf(swings(spare), "need");
    // 0.5 at the low end, 0.9 at the high one; next to nothing just below 4, and nearly one just above 3 or 4
    expect(row.turns).toBe(true);
    expect(row.most.figure.value.minus(spare.value).toNumber()).toBe(row.most.change);
  });
});

describe("where a post more is taken on at a volume", () => {
  // Made up: £420 a case, and £21,000 for each 233⅓ cases begun: two posts up to 466⅔ cases, and three beyond.
  const cases = given(450, "cases", { name: "cases", path: "cases", low: 440, high: 520 });
  const posts = stepsTaken({
    cases,
    casesPerStep: given({ count: 700, of: 3 }, "cases", { name: "casesPerStep" }),
  });
  const balance = cases
    .times(given(420, "GBP/cases", { name: "price" }))
    .minus(steppedCost({ stepsTaken: posts, amount: 21_000 }));

  test("the balance leaps, is not without bound, and is least just beyond the leap", () => {
    const row = rowOf(swings(balance), "cases");
    expect(row).not.toHaveProperty("unboundedNear");
    // £420 for each of 16⅔ cases more, less a post of £21,000; and for each of 70 more, less the post
    expect(row.least.change).toBeCloseTo(-14_000, 3);
    expect(row.most.change).toBeCloseTo(70 * 420 - 21_000, 3);
    for (const { change, figure } of [row.least, row.most])
      expect(figure.value.minus(balance.value).toNumber()).toBe(change);
  });
});

describe("a range in which a divisor comes to nothing", () => {
  // Made up: £300,000 over 2 to 10 starts, and over none.
  const value = given(300_000, "GBP", { name: "value", path: "value", low: 200_000, high: 400_000 });
  const started = (low: number, high: number): Figure<"starts"> =>
    given(6, "starts", { name: "starts", path: "starts", low, high });

  test("has no most, and says so", () => {
    const found = swings(value.dividedBy(started(0, 10)));
    const row = rowOf(found, "starts");
    expect(row.unboundedNear).toBe("0");
    expect(row.atLow.change).toBe(NaN);
    // 30,000 a start against 50,000
    expect(row.atHigh.change).toBe(-20_000);
    expect([row.least.input, row.most.input, row.swing, row.turns]).toEqual(["10", "6", Infinity, false]);
    expect(found.rows.map(({ path }) => path)).toEqual(["starts", "value"]);
    expect(found.table()[0]).toEqual({
      input: "starts",
      range: "0 to 10",
      low: "—",
      high: "-20,000 GBP/starts",
      swing: "—",
      turns: "without bound near 0",
    });
  });

  test("nor where it does between the ends, at a point tried or not, on one side only or twice over", () => {
    const x = ranged(6, "x", 0, 10);
    const number = (value: number): Figure<"ratio"> => given(value, "ratio", { name: String(value) });
    for (const [at, divisor] of [
      [5, x.minus(number(5))],
      [4.3, x.minus(number(4.3))],
      [
        7,
        x
          .minus(number(7))
          .times(x.minus(number(7)))
          .in("ratio"),
      ],
      [
        7.3,
        x
          .minus(number(7.3))
          .times(x.minus(number(7.3)))
          .in("ratio"),
      ],
    ] as const) {
      const row = rowOf(swings(number(1).dividedBy(divisor)), "x");
      expect(Number(row.unboundedNear)).toBeCloseTo(at, 5);
      expect(row.swing).toBe(Infinity);
    }
  });

  test("is bounded all the same, where what is divided comes to nothing with it", () => {
    const perStart = given(250, "GBP/starts", { name: "costPerStart" });
    const many = started(0, 10);
    const row = rowOf(swings(many.times(perStart).dividedBy(many)), "starts");
    expect(row).not.toHaveProperty("unboundedNear");
    expect(row.swing).toBe(0);
  });

  test("is bounded where it stays clear of it", () => {
    const row = rowOf(swings(value.dividedBy(started(1, 10))), "starts");
    expect(row).not.toHaveProperty("unboundedNear");
    // 300,000 and 30,000 a start
    expect(row.swing).toBe(270_000);
  });
});

describe("a response that turns within the range is not missed", () => {
  // x × (10 − x) is 24 at 4 and at 6, and 25 at 5.
  const x = ranged(4, "x", 4, 6);
  const hill = x.times(sum("ratio", [given(10, "ratio", { name: "ten" })]).minus(x)).in("ratio");

  test("where both ends are alike, the turning point is found", () => {
    const row = rowOf(swings(hill), "x");
    expect(row.turns).toBe(true);
    expect(row.atHigh.change).toBe(0);
    expect(row.swing).toBeCloseTo(1, 12);
    expect(Number(row.most.input)).toBeCloseTo(5, 6);
    expect(row.most.figure.value.toNumber()).toBeCloseTo(25, 12);
    expect(swings(hill).table()[0]?.turns).toMatch(/^between 4 and 5\.?/);
  });

  test("nor where it dips", () => {
    const row = rowOf(swings(hill.rest), "x");
    expect(row.least.change).toBeCloseTo(-1, 12);
    expect(row.most.change).toBe(0);
  });

  test("nor with one point; with none only the ends and the value are tried", () => {
    expect(rowOf(swings(hill, { points: 1 }), "x").turns).toBe(true);
    expect(rowOf(swings(hill, { points: 0 }), "x")).toMatchObject({ turns: false, swing: 0 });
  });

  test("where the value itself is the top, it is the most", () => {
    const y = ranged(5, "y", 4, 6);
    const top = y.times(given(10, "ratio", { name: "ten" }).minus(y));
    expect(rowOf(swings(top), "y")).toMatchObject({ least: { change: -1 }, most: { change: 0 } });
  });

  test("a flat top is no turn", () => {
    expect(rowOf(swings(ranged(6, "a", 4, 12).min(ranged(8, "cap"))), "a")).toMatchObject({
      turns: false,
      swing: 4,
    });
  });

  test("an end without an answer is no number, and says why when it is asked", () => {
    const stay = ranged(2, "stay", 0, 4);
    const row = rowOf(swings(ranged(8, "a").dividedBy(stay)), "stay");
    expect(row.atLow.change).toBeNaN();
    expect(row.atHigh.change).toBe(-2);
    expect(refused(() => row.atLow.figure).message).toBe(
      "a cannot be divided by stay, which is 0. Leave it out.",
    );
  });
});

describe("laws of swings", () => {
  test("every change told is that of what-if, and none on the way lies beyond the least and the most", () => {
    fc.assert(
      fc.property(
        plausiblePlan(),
        fc.nat(1000),
        fc.integer({ min: 0, max: 100 }),
        (data, pick, hundredths) => {
          const figure = forecast(parsePlan(data)).total().indicativeValue;
          const { rows } = swings(figure);
          const row = rows[pick % Math.max(1, rows.length)];
          if (row === undefined) return;
          const size = 1e-9 * Math.max(1, figure.value.toNumber());
          for (const point of [row.atLow, row.atHigh, row.least, row.most]) {
            let exact: Figure;
            try {
              exact = point.figure;
            } catch {
              continue; // a mix that no longer sums to one
            }
            expect(exact.value.minus(figure.value).toNumber()).toBeCloseTo(point.change, 4);
          }
          const [low, high] = [Number(row.atLow.input), Number(row.atHigh.input)];
          const within = (low + ((high - low) * hundredths) / 100).toFixed(12);
          let there: Figure;
          try {
            there = whatIf(figure, { [row.path]: within });
          } catch {
            return;
          }
          const change = there.value.minus(figure.value).toNumber();
          expect(change).toBeLessThanOrEqual(row.most.change + size);
          expect(change).toBeGreaterThanOrEqual(row.least.change - size);
        },
      ),
      { numRuns: runs },
    );
  });
});

describe("two inputs at once", () => {
  const a = ranged(6, "a");
  const b = ranged(3, "b");
  const table = { first: { input: "a", values: [5, "6"] }, second: { input: "b", values: [2, 3, "0.5"] } };

  test("give a table of exact figures, in the order asked", () => {
    const found = twoWay(a.times(b).in("ratio"), table);
    expect(found.cells.map((row) => row.map(String))).toEqual([
      ["10", "15", "2.5"],
      ["12", "18", "3"],
    ]);
    expect(found.first).toEqual({ input: "a", values: ["5", "6"] });
    expect(found.table()[0]).toEqual({ a: "5", "b 2": "10", "b 3": "15", "b 0.5": "2.5" });
    expect(found.cells[1]?.[1]).toBe(found.figure);
    for (const part of [found, found.cells, ...found.cells, found.first, found.first.values])
      expect(Object.isFrozen(part)).toBe(true);
  });

  test.for<readonly [string, unknown, string, string]>([
    ["the same input twice", { first: table.first, second: table.first }, "wrong-inputs", "a is both"],
    ["one input", { first: table.first }, "wrong-inputs", "second is missing"],
    ["no values", { ...table, second: { input: "b", values: [] } }, "wrong-inputs", "received an empty list"],
    [
      "the same value twice, however it is written",
      { ...table, second: { input: "b", values: ["1", "1.0"] } },
      "wrong-inputs",
      "twoWay.second.values has 1 twice. Leave one of them out.",
    ],
    [
      "values that are no list",
      { ...table, second: { input: "b", values: 3 } },
      "wrong-inputs",
      "received 3",
    ],
    [
      "no number",
      { ...table, second: { input: "b", values: ["x"] } },
      "not-a-number",
      "twoWay.second.values",
    ],
    ["an unknown input", { ...table, second: { input: "c", values: [1] } }, "unknown-word", "c is no input"],
    ["a misspelt option", { ...table, secnd: table.second }, "unknown-word", "Did you mean second?"],
    [
      "a misspelt axis",
      { ...table, second: { input: "b", value: [1] } },
      "unknown-word",
      "Did you mean values?",
    ],
    ["nothing", undefined, "wrong-inputs", "twoWay takes { first, second }; received undefined."],
  ])("refuse %s", ([, options, code, words]) => {
    expect(refused(() => twoWay(a.times(b), options as TwoWayOptions))).toMatchObject({
      code,
      message: expect.stringContaining(words) as string,
    });
  });
});

describe("what cannot swing is refused", () => {
  test.for([
    [{ points: -1 }, "out-of-range"],
    [{ points: 1.5 }, "out-of-range"],
    [{ points: 1_001 }, "out-of-range"],
    [{ points: "9" }, "out-of-range"],
    [{ point: 9 }, "unknown-word"],
    [null, "wrong-inputs"],
    [[], "wrong-inputs"],
  ] as const)("by options %s", ([options, code]) => {
    expect(refused(() => swings(ranged(1, "a"), options as unknown as SwingsOptions)).code).toBe(code);
  });

  test("a range whose low is above its high", () => {
    expect(refused(() => swings(ranged(5, "a", 10, 0)))).toMatchObject({
      code: "out-of-range",
      message: "The low of a is at most its high, 0; received 10. Swap them.",
    });
  });

  test("a list, which has no one base case; what is absent; what is no figure", () => {
    expect(refused(() => swings([ranged(1, "a")] as never)).message).toMatch(/^swings takes one figure/);
    expect(refused(() => twoWay([ranged(1, "a")] as never, {} as never)).message).toMatch(
      /^twoWay takes one figure/,
    );
    expect(refused(() => swings(forecast(essexPlan()).total().eligible as never)).code).toBe("does-not-add");
    expect(refused(() => swings(undefined as never)).code).toBe("wrong-unit");
  });
});
