import * as fc from "fast-check";
import { describe, expect, expectTypeOf, test, vi } from "vitest";
import { forecast, given, indicativeValue, parsePlan, starts, sum } from "volumes-and-values";
import { sensitivity, whatIf } from "volumes-and-values/readings";
import type { Figure } from "volumes-and-values";
import type { Sensitivity, SensitivityRow } from "volumes-and-values/readings";
import { decimalFrom } from "../../src/numbers/decimal.ts";
import { nodesOf } from "../../src/numbers/working.ts";
import { refused } from "../numbers/refusal.ts";
import { plausiblePlan } from "../support/arbitrary-plans.ts";
import { essexPlan } from "../support/plans.ts";
import { patience, runs } from "../support/runs.ts";

vi.setConfig({ testTimeout: patience });

const input = (value: number | string, path: string): Figure<"ratio"> =>
  given(value, "ratio", { name: path, path });
const [a, b, c] = [input(6, "a"), input(3, "b"), input(9, "c")] as const;

const rowOf = ({ rows }: Sensitivity, path: string): SensitivityRow =>
  rows.find((row) => row.path === path) as SensitivityRow;

describe("how much a value hangs on its inputs", () => {
  const startRate = given("0.62", "starts/referrals", {
    name: "startRate",
    path: "services.ete.startRate",
    about: { service: "ETE" },
  });
  const attended = starts({
    referrals: given(1200, "referrals", { name: "referrals", path: "r" }),
    startRate,
  });
  const value = indicativeValue({ starts: attended, costPerStart: 250 });

  test("a rate of 0.62 that grows by one hundredth of itself adds a hundredth of the value", () => {
    expect(rowOf(sensitivity(value), "services.ete.startRate")).toEqual({
      path: "services.ete.startRate",
      name: "startRate",
      about: { service: "ETE" },
      value: "0.62",
      unit: "starts/referrals",
      // 1,200 referrals at £250
      derivative: 300_000,
      derivativeUnit: "GBP × referrals/starts",
      elasticity: 1,
    });
  });

  test("prints as a table", () => {
    expect(sensitivity(value).table()).toEqual([
      {
        input: "services.ete.startRate",
        value: "0.62 starts/referrals",
        derivative: "300,000 GBP × referrals/starts",
        elasticity: "1",
      },
      // 0.62 × 250
      { input: "r", value: "1200 referrals", derivative: "155 GBP/referrals", elasticity: "1" },
    ]);
  });

  test("the figure is there as it was, and the answer cannot be changed", () => {
    const found = sensitivity(value);
    expect(found.figure).toBe(value);
    expectTypeOf(found).toEqualTypeOf<Sensitivity<"GBP">>();
    for (const part of [found, found.rows, ...found.rows]) expect(Object.isFrozen(part)).toBe(true);
  });

  test("several figures answer in the shape they came in", () => {
    expect(sensitivity([value, attended]).map(({ figure }) => figure)).toEqual([value, attended]);
    expect(sensitivity({ attended }).attended.rows).toHaveLength(2);
  });

  // The textbook's single product: 4,000 at £300. What one more at the old price and one pound more at the old volume add.
  test("one more start adds its price, one pound more adds the volume", () => {
    const volume = given(4000, "starts", { name: "starts", path: "volume" });
    const price = given(300, "GBP/starts", { name: "costPerStart", path: "price" });
    const found = sensitivity(indicativeValue({ starts: volume, costPerStart: price }));
    expect(rowOf(found, "volume").derivative).toBe(300);
    expect(rowOf(found, "price").derivative).toBe(4000);
    // Published: 400 fewer at the old price is −£120,000; £40 less at the old volume, the isolated effect, −£160,000.
    expect(rowOf(found, "volume").derivative * (3600 - 4000)).toBe(-120_000);
    expect(rowOf(found, "price").derivative * (260 - 300)).toBe(-160_000);
  });
});

describe("inputs are sorted by how much hangs on them", () => {
  test("by elasticity, then by derivative, then by path; signs do not matter", () => {
    // a × (b − c): elasticities 1, b ÷ (b − c) = −0.5 and −c ÷ (b − c) = 1.5
    const found = sensitivity(a.times(b.minus(c)));
    expect(found.rows.map(({ path, elasticity }) => [path, elasticity])).toEqual([
      ["c", 1.5],
      ["a", 1],
      ["b", -0.5],
    ]);
    expect(sensitivity(sum("ratio", [input(1, "z"), input(1, "y")])).rows.map(({ path }) => path)).toEqual([
      "y",
      "z",
    ]);
  });

  test("a figure with no inputs has no rows", () => {
    expect(sensitivity(starts({ referrals: 10, startRate: 1 })).rows).toEqual([]);
    expect(sensitivity(sum("ratio", [])).table()).toEqual([]);
  });

  test("an input used twice has one row, of both uses", () => {
    expect(
      sensitivity(a.times(a)).rows.map(({ derivative, elasticity }) => [derivative, elasticity]),
    ).toEqual([[12, 2]]);
  });

  test("an input that does not matter has a row that says so, at the end", () => {
    const { rows } = sensitivity(a.min(c).plus(b).plus(c.times(b)).minus(c.times(b)));
    expect(rows.map(({ path, derivative }) => [path, derivative])).toEqual([
      ["a", 1],
      ["b", 1],
      ["c", 0],
    ]);
  });

  test("nothing is a share of zero: the derivative stands, and the elasticity is absent with its reason", () => {
    const nobody = input(0, "nobody");
    const found = sensitivity(a.times(nobody));
    expect(rowOf(found, "nobody")).toMatchObject({
      derivative: 6,
      elasticity: { absent: "the figure is zero, and nothing is a share of it" },
    });
    expect(rowOf(sensitivity(a.plus(nobody)), "nobody")).toMatchObject({
      derivative: 1,
      elasticity: { absent: "the input is zero, and a hundredth of it is nothing" },
    });
    expect(found.table().map(({ elasticity }) => elasticity)).toEqual(["—", "—"]);
  });

  test("a sum of 100,000 parts, and a working 100,000 deep", () => {
    const parts = [...Array(100_000).keys()].map((n) =>
      input(n, `x.${String(n)}`)
        .times(a)
        .in("ratio"),
    );
    const { rows } = sensitivity(sum("ratio", parts));
    expect(rows).toHaveLength(100_001);
    // 0 + 1 + … + 99,999
    expect(rows[0]).toMatchObject({ path: "a", derivative: 4_999_950_000, elasticity: 1 });
    let deep: Figure<"ratio"> = a;
    for (let n = 0; n < 100_000; n++) deep = deep.times(b).in("ratio").dividedBy(b).in("ratio").plus(c);
    expect(rowOf(sensitivity(deep.plus(c)), "c").derivative).toBeCloseTo(100_001, 4);
  });
});

describe("at a kink both sides are told", () => {
  const cap = input(6, "cap");

  test("a service exactly at its cap: one more adds nothing, one fewer takes one away", () => {
    const found = sensitivity(a.min(cap));
    expect(rowOf(found, "a")).toMatchObject({ derivative: 1, atKink: { below: 1, above: 0 } });
    expect(rowOf(found, "cap")).toMatchObject({ derivative: 1, atKink: { below: 1, above: 0 } });
    expect(found.table()[0]?.derivative).toBe("1 below, 0 above");
  });

  test("a floor, a limit on both sides, and what is beyond them", () => {
    expect(rowOf(sensitivity(a.max(cap)), "a").atKink).toEqual({ below: 0, above: 1 });
    expect(rowOf(sensitivity(a.clampedTo(b, cap)), "a").atKink).toEqual({ below: 1, above: 0 });
    expect(rowOf(sensitivity(b.clampedTo(input(3, "low"), c)), "b").atKink).toEqual({ below: 0, above: 1 });
    expect(rowOf(sensitivity(cap.minus(a.min(cap))), "a").atKink).toEqual({ below: -1, above: 0 });
  });

  test("a limit within a limit", () => {
    // min(a, cap) is 6, and max(6, 6) is at its floor: up from 6 nothing, down from 6 nothing.
    const found = sensitivity(a.min(cap).max(input(6, "floor")));
    expect(rowOf(found, "a").derivative).toBe(0);
    expect(rowOf(found, "a")).not.toHaveProperty("atKink");
    expect(rowOf(found, "floor").atKink).toEqual({ below: 0, above: 1 });
  });

  test("what is common to both sides of a limit and is nought", () => {
    // min(p × 3, p × 6) falls by 6 for one less of p, and rises by 3 for one more.
    const p = input(0, "p");
    const found = sensitivity(p.times(input(3, "q")).min(p.times(input(6, "r"))));
    expect(rowOf(found, "p").atKink).toEqual({ below: 6, above: 3 });
  });

  test("equal sums of inexact floats are equal", () => {
    // 0.1 + 0.2 is 0.3, though not in floats.
    const found = sensitivity(input("0.1", "x").plus(input("0.2", "y")).min(input("0.3", "cap")));
    expect(rowOf(found, "x").atKink).toEqual({ below: 1, above: 0 });
  });

  test("no kink, where both sides are the same figure", () => {
    expect(rowOf(sensitivity(a.min(a)), "a")).not.toHaveProperty("atKink");
    expect(rowOf(sensitivity(a.min(c)), "a")).not.toHaveProperty("atKink");
  });

  test("a year in which the ramp takes exactly what is referred", () => {
    const plan = essexPlan({
      "services.accommodation.rampUp": {
        profile: { shape: "table", factors: [1] },
        unmet: "lost",
      },
    });
    const { starts: started } = forecast(plan).total({ year: "2022/23" });
    const path = "services.accommodation.rampUp.profile.factors.0";
    const { atKink } = rowOf(sensitivity(started), path);
    expect(atKink?.above).toBe(0);
    // Every month at one: 540 referrals at a start rate of 0.8 all hang on the factor.
    expect(atKink?.below).toBeCloseTo(432, 6);
  });
});

describe("derivatives agree with small differences of exact figures", () => {
  test("over the value of any plan, at every kink on both sides", () => {
    fc.assert(
      fc.property(plausiblePlan(), fc.nat(10_000), (data, pick) => {
        const figure = forecast(parsePlan(data)).total().indicativeValue;
        const { rows } = sensitivity(figure);
        if (rows.length === 0) return;
        const { path, value, derivative, atKink } = rows[pick % rows.length] as SensitivityRow;
        const step = 1e-9;
        const slope = (sign: 1 | -1): number | undefined => {
          try {
            // Exactly a step away: a salary of 37,255.99 has no such neighbour in floats.
            const there = whatIf(figure, { [path]: decimalFrom(value).plus(sign * step) });
            return (sign * there.value.minus(figure.value).toNumber()) / step;
          } catch {
            return undefined; // a share past one, a count below none, a divisor of zero
          }
        };
        // What cancels in floats leaves so much of the largest number on the way, for each one of the input: a level of a
        // mix that the others leave nobody for is everybody taken away again.
        const largest = nodesOf(figure).reduce(
          (so, node) => Math.max(so, Math.abs(node.value.toNumber())),
          0,
        );
        const noise = (1e-12 * largest) / Math.max(Math.abs(Number(value)), 1e-3);
        const near = (found: number | undefined, meant: number): void => {
          if (found !== undefined)
            expect(Math.abs(found - meant)).toBeLessThanOrEqual(1e-6 * Math.abs(found) + noise);
        };
        near(slope(1), atKink?.above ?? derivative);
        near(slope(-1), atKink?.below ?? derivative);
      }),
      { numRuns: runs },
    );
  });
});

describe("what cannot be derived is refused", () => {
  test("what is absent, with its reason", () => {
    const { eligible } = forecast(essexPlan()).total();
    expect(refused(() => sensitivity(eligible as never)).message).toMatch(
      /^There is nothing to derive: people/,
    );
  });

  test.for([744, "744", undefined, null, [744], { starts: 744 }])("what is no figure: %s", (no) => {
    expect(refused(() => sensitivity(no as never)).code).toBe("wrong-unit");
  });

  test("figures of two plans, in which one path is two numbers", () => {
    expect(refused(() => sensitivity(a.plus(input(7, "a")))).code).toBe("ambiguous-input");
  });
});
