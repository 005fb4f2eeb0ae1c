import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { given } from "volumes-and-values";
import type { Figure, RoundingMode } from "volumes-and-values";
import { whatIf } from "volumes-and-values/readings";
import { simulate } from "volumes-and-values/simulation";
import type { Distribution } from "volumes-and-values/simulation";
import { staff } from "volumes-and-values/provider";
import { roundedFloat } from "../../../src/readings/rounding.ts";
import { runs } from "../../support/arbitraries-numbers.ts";

const modes = ["half even", "half up", "up", "down"] as const satisfies readonly RoundingMode[];
const mode = fc.constantFrom(...modes);
const places = fc.integer({ min: 0, max: 3 });

describe("a float is rounded", () => {
  test("as the decimal number that it prints as, halves among them, by every way of rounding", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -2_000_000, max: 2_000_000 }),
        fc.integer({ min: 0, max: 4 }),
        places,
        mode,
        (digits, digitsBehind, to, how) => {
          const value = digits / 10 ** digitsBehind;
          const due = given(String(value), "fte", { name: "posts" }).rounded({ places: to, mode: how });
          expect(roundedFloat(how, value, 10 ** to) + 0).toBe(due.value.toNumber());
        },
      ),
      runs,
    );
  });

  test("to a whole number where it is one but for its last digits", () => {
    // In floats 0.1 + 0.2 is more than 0.3, and 10 times that is no fourth post.
    expect(roundedFloat("up", (0.1 + 0.2) * 10, 1)).toBe(3);
    expect(roundedFloat("down", 3 - 2 ** -50, 1)).toBe(3);
    expect(roundedFloat("up", -3.2, 1)).toBe(-4);
    // A ten-thousandth of a part above 90,000 parts is more than what floats leave, and a part more.
    expect(roundedFloat("up", 9.00000000001, 10_000)).toBe(9.0001);
    expect(roundedFloat("half up", -2.5, 1)).toBe(-3);
    expect(roundedFloat("half even", 2.5, 1)).toBe(2);
    expect(roundedFloat("up", NaN, 1)).toBeNaN();
  });
});

describe("what is rounded on the way is rounded in every draw", () => {
  const uncertain = (name: string, value: number): Figure<"ratio"> =>
    given(value, "ratio", { name, path: name });
  const [a, b, c] = [uncertain("a", 3), uncertain("b", 2), uncertain("c", 1.5)] as const;
  const spread: Record<string, Distribution> = {
    a: { kind: "uniform", low: 1, high: 9 },
    b: { kind: "triangular", low: 1, mode: 2, high: 4 },
    c: { kind: "normal", mean: 1.5, deviation: 0.2, from: 0 },
  };

  test.for<readonly [string, (how: RoundingMode, to: number) => Figure<"ratio">]>([
    ["an input", (how, to) => a.rounded({ places: to, mode: how })],
    [
      "a product, that is multiplied again",
      (how, to) => a.times(b).rounded({ places: to, mode: how }).times(c),
    ],
    ["a quotient within a sum", (how, to) => a.dividedBy(b).rounded({ places: to, mode: how }).plus(c)],
    [
      "twice",
      (how, to) =>
        a
          .times(c)
          .rounded({ places: to + 1, mode: "up" })
          .times(b)
          .rounded({ places: to, mode: how }),
    ],
    [
      "within a limit",
      (how, to) =>
        a
          .times(b)
          .rounded({ places: to, mode: how })
          .min(c.times(6).rounded({ places: to, mode: how })),
    ],
    ["a divisor that is never nought", (how, to) => c.dividedBy(b.rounded({ places: to, mode: how }))],
  ])("%s", ([, made]) => {
    fc.assert(
      fc.property(mode, places, fc.nat(1_000), (how, to, seed) => {
        const figure = made(how, to);
        const drawn = simulate({ a, b, c, figure }, { draws: 40, seed, distributions: spread });
        const [inA, inB, inC, inFigure] = [drawn.a, drawn.b, drawn.c, drawn.figure].map((one) => one.draws());
        for (const [draw, value] of (inFigure as Float64Array).entries()) {
          const at = { a: String(inA?.[draw]), b: String(inB?.[draw]), c: String(inC?.[draw]) };
          expect(value).toBeCloseTo(whatIf({ a, b, c, figure }, at).figure.value.toNumber(), 9);
        }
      }),
      { numRuns: 15 },
    );
  });

  test("a divisor that is rounded to nought is a draw without an answer, under its name", () => {
    const posts = a.rounded({ places: 0, mode: "down" }).named("posts");
    const { failed } = simulate(b.dividedBy(posts), {
      draws: 1_000,
      seed: 1,
      distributions: { a: { kind: "uniform", low: 0, high: 2 } },
    });
    // Below 1, which is half of the draws, there are no posts.
    expect(failed.count).toBeGreaterThan(400);
    expect(failed.count).toBeLessThan(600);
    expect(Object.keys(failed.because)).toEqual(["posts"]);
  });

  test("whole posts are whole in every draw, and those of the base case where nothing is uncertain to speak of", () => {
    const productiveHours = {
      workingDays: 260,
      leaveDays: 35,
      trainingDays: 5,
      sicknessDays: 10,
      hoursPerDay: 7.5,
      travelShare: 0,
    };
    // 420 starts of 8 hours, and 210 days of 7½ hours for each adviser: 2.13 of them, so 3.
    const { posts } = staff(
      { roles: { adviser: { hoursPerStart: 8, productiveHours, posts: "whole" } } },
      { work: [{ year: "2022/23", starts: 420 }] },
    ).of("adviser", "2022/23");
    const one = simulate(posts, {
      draws: 200,
      seed: 1,
      distributions: {
        "staffing.roles.adviser.hoursPerStart": { kind: "uniform", low: 7.9999999, high: 8.0000001 },
      },
    });
    expect(String(posts)).toBe("3 fte");
    expect(one.percentile(0)).toBe(3);
    expect(one.percentile(100)).toBe(3);
  });
});
