import { describe, expect, test } from "vitest";
import { given } from "volumes-and-values";
import { simulate } from "volumes-and-values/simulation";
import type { Distribution, Simulated } from "volumes-and-values/simulation";
import { drawnOf } from "../../../src/readings/simulation/distributions.ts";

const salary = given(20, "GBP/fte", { name: "pay", path: "pay", source: "illustrative" });

/** An uncertain input by itself, drawn a good many times. */
const drawn = (distribution: Distribution, draws = 40_000): Simulated =>
  simulate(salary, { draws, seed: 20, distributions: { pay: distribution } });

/** So near to what it should be as a sample may be: within four standard errors. */
function within(estimate: number, known: number, error: number): void {
  expect(Math.abs(estimate - known)).toBeLessThanOrEqual(4 * error);
}

/** The means and deviations of distributions by their textbook formulas. */
const e = Math.E;
const moments: readonly (readonly [string, Distribution, number, number])[] = [
  ["uniform from 10 to 60", { kind: "uniform", low: 10, high: 60 }, 35, 50 / Math.sqrt(12)],
  [
    "triangular, 10, 20 and 60",
    { kind: "triangular", low: 10, mode: 20, high: 60 },
    30,
    Math.sqrt((100 + 400 + 3600 - 200 - 600 - 1200) / 18),
  ],
  [
    "PERT, 10, 20 and 60",
    { kind: "pert", low: 10, mode: 20, high: 60 },
    25,
    50 * Math.sqrt((1.8 * 4.2) / (36 * 7)),
  ],
  ["normal, by mean and deviation", { kind: "normal", mean: 20, deviation: 3 }, 20, 3],
  [
    "normal, by two percentiles",
    { kind: "normal", percentiles: { 10: 17, 90: 23 } },
    20,
    3 / 1.2815515655446004,
  ],
  [
    "normal, cut off at its mean: half of it",
    { kind: "normal", mean: 20, deviation: 3, from: 20 },
    20 + 3 * Math.sqrt(2 / Math.PI),
    3 * Math.sqrt(1 - 2 / Math.PI),
  ],
  ["lognormal, by mean and deviation", { kind: "lognormal", mean: 20, deviation: 5 }, 20, 5],
  [
    "lognormal, by two percentiles a deviation of the logarithm from its middle",
    { kind: "lognormal", percentiles: { "15.865525393145708": 20 / e, "84.13447460685429": 20 * e } },
    20 * Math.sqrt(e),
    20 * Math.sqrt(e * (e - 1)),
  ],
  ["beta, by its shape", { kind: "beta", alpha: 62, beta: 38 }, 0.62, Math.sqrt((0.62 * 0.38) / 101)],
  ["beta, by mean and deviation", { kind: "beta", mean: 0.62, deviation: 0.1 }, 0.62, 0.1],
  [
    "one of three values",
    {
      kind: "discrete",
      values: [
        { value: 40, weight: 1 },
        { value: 10, weight: 2 },
        { value: 20, weight: 1 },
      ],
    },
    20,
    Math.sqrt(150),
  ],
];

describe("what is drawn has the mean and the deviation it should have, within sampling error", () => {
  test.for(moments)("%s", ([, distribution, mean, deviation]) => {
    const simulated = drawn(distribution);
    within(simulated.mean, mean, simulated.standardErrors.mean);
    within(simulated.deviation, deviation, simulated.standardErrors.deviation);
  });

  test.for(moments)("%s, by Latin hypercube: nearer still", ([, distribution, mean]) => {
    const options = { draws: 2_000, seed: 3, distributions: { pay: distribution } };
    const simulated = simulate(salary, { ...options, sampling: "latin hypercube" });
    within(simulated.mean, mean, simulated.standardErrors.mean / 10);
  });
});

describe("published percentiles", () => {
  test.for<readonly [string, Distribution, readonly (readonly [number, number])[]]>([
    [
      "of a triangle from 10 by 20 to 60: its quantile in closed form",
      { kind: "triangular", low: 10, mode: 20, high: 60 },
      [
        [10, 17.0710678],
        [50, 28.3772234],
        [90, 45.8578644],
      ],
    ],
    [
      "of a PERT from 10 by 20 to 60: a beta with 1.8 and 4.2",
      { kind: "pert", low: 10, mode: 20, high: 60 },
      [
        [10, 14.4951065],
        [50, 23.833613],
        [90, 37.2667025],
      ],
    ],
  ])("%s", ([, distribution, percentiles]) => {
    const simulated = drawn(distribution, 100_000);
    for (const [percent, known] of percentiles)
      within(simulated.percentile(percent), known, simulated.standardErrors.percentile(percent));
  });

  /** A distribution by its quantiles, without any draw. */
  function quantileOf(distribution: Distribution): (share: number) => number {
    const drawn = drawnOf(distribution, { value: 20, low: undefined, high: undefined });
    if (!("quantile" in drawn)) throw new Error("it has faults");
    return drawn.quantile;
  }
  /** A mean over a hundred thousand equal parts of a distribution. */
  const meanOf = (of: (share: number) => number): number => {
    const parts = 100_000;
    return (
      Array.from({ length: parts }, (_, part) => of((part + 0.5) / parts)).reduce((a, b) => a + b) / parts
    );
  };

  // Textbook formulas, (a + b + c) / 3, (a² + b² + c² − ab − ac − bc) / 18 and (a + 4b + c) / 6, and the quantiles in
  // closed form and of a beta with 1.8 and 4.2; recomputed to the places shown.
  test.for([
    { kind: "triangular", mean: 30, quantiles: [17.0710678, 28.3772234, 45.8578644] },
    { kind: "pert", mean: 25, quantiles: [14.4951065, 23.833613, 37.2667025] },
  ] as const)(
    "a $kind from 10 by 20 to 60 has a mean of $mean, and its percentiles to seven places",
    (known) => {
      const quantile = quantileOf({ kind: known.kind, low: 10, mode: 20, high: 60 });
      expect(meanOf(quantile)).toBeCloseTo(known.mean, 3);
      for (const [index, share] of [0.1, 0.5, 0.9].entries())
        expect(quantile(share)).toBeCloseTo(known.quantiles[index] as number, 7);
    },
  );

  test("the triangle's variance is 116.6667", () => {
    const quantile = quantileOf({ kind: "triangular", low: 10, mode: 20, high: 60 });
    expect(meanOf((share) => (quantile(share) - 30) ** 2)).toBeCloseTo(116.6667, 3);
  });

  test("a PERT from 10 by 20 to 60 is a beta with 1.8 and 4.2, stretched from 10 to 60", () => {
    const quantile = quantileOf({ kind: "pert", low: 10, mode: 20, high: 60 });
    const beta = quantileOf({ kind: "beta", alpha: 1.8, beta: 4.2 });
    for (const share of [0.001, 0.1, 0.5, 0.9, 0.999])
      expect(quantile(share)).toBeCloseTo(10 + 50 * beta(share), 12);
  });

  test("the two percentiles by which a distribution was given are its percentiles", () => {
    const simulated = drawn({ kind: "lognormal", percentiles: { 10: 15, 90: 30 } });
    within(simulated.percentile(10), 15, simulated.standardErrors.percentile(10));
    within(simulated.percentile(90), 30, simulated.standardErrors.percentile(90));
  });
});

describe("an assumption that states its low and high", () => {
  const startRate = given("0.62", "starts/referrals", {
    name: "startRate",
    path: "startRate",
    low: "0.5",
    high: "0.7",
  });
  const run = (options: object = {}): Simulated =>
    simulate(startRate, { draws: 20_000, seed: 1, ...options });

  test("is drawn from a triangle between them, its value the mode", () => {
    const simulated = run();
    within(simulated.mean, (0.5 + 0.62 + 0.7) / 3, simulated.standardErrors.mean);
    expect(Math.min(...simulated.draws())).toBeGreaterThan(0.5);
    expect(Math.max(...simulated.draws())).toBeLessThan(0.7);
  });

  test("or has them for percentiles, where that is said of all or of this one", () => {
    for (const options of [
      { lowAndHigh: { low: 10, high: 90 } },
      { distributions: { startRate: { kind: "stated", as: { low: 10, high: 90 } } } },
    ]) {
      const simulated = run(options);
      within(simulated.percentile(10), 0.5, simulated.standardErrors.percentile(10));
      within(simulated.percentile(90), 0.7, simulated.standardErrors.percentile(90));
    }
  });

  test("is cut off where it could not be, if low and high are percentiles of all", () => {
    const nearlyAll = given("0.95", "ratio", {
      name: "takeUpShare",
      path: "takeUp",
      low: "0.6",
      high: "0.99",
    });
    const simulated = simulate(nearlyAll, { draws: 5_000, seed: 1, lowAndHigh: { low: 10, high: 90 } });
    expect(Math.max(...simulated.draws())).toBeLessThanOrEqual(1);
  });

  test("with a low alone is drawn from there to its value; with both at its value, not at all", () => {
    const low = given(100, "hours/fte", { name: "productiveHours", path: "hours", low: 80 });
    const draws = simulate(low, { draws: 1_000, seed: 1 }).draws();
    expect(Math.max(...draws)).toBeLessThanOrEqual(100);
    const asTenth = simulate(low, { draws: 1_000, seed: 1, lowAndHigh: { low: 10, high: 90 } });
    expect(Math.max(...asTenth.draws())).toBeLessThanOrEqual(100);
    within(asTenth.percentile(10), 80, asTenth.standardErrors.percentile(10));
    const high = given(100, "hours/fte", { name: "productiveHours", path: "hours", high: 120 });
    const toTheHigh = simulate(high, { draws: 1_000, seed: 1, lowAndHigh: { low: 10, high: 90 } });
    expect(Math.min(...toTheHigh.draws())).toBeGreaterThanOrEqual(100);
    const fixed = given(100, "hours/fte", { name: "productiveHours", path: "hours", low: 100, high: 100 });
    expect(simulate(fixed, { draws: 1_000, seed: 1 }).deviation).toBe(0);
  });
});

describe("a distribution that an assumption carries", () => {
  test("is drawn from, unless another is given for it", () => {
    const carrying = {
      name: "pay",
      path: "pay",
      distribution: { kind: "uniform", low: 10, high: 12 },
    } as const;
    const pay = given(20, "GBP/fte", carrying);
    const run = (options: object = {}): Simulated => simulate(pay, { draws: 1_000, seed: 1, ...options });
    expect(run().mean).toBeCloseTo(11, 1);
    expect(run({ distributions: { pay: { kind: "normal", mean: 5, deviation: 0 } } }).mean).toBe(5);
  });
});

describe("parameters at their edges", () => {
  test.for<readonly [string, Distribution, number]>([
    ["a range of no width", { kind: "uniform", low: 7, high: 7 }, 7],
    ["a triangle of no width", { kind: "triangular", low: 7, mode: 7, high: 7 }, 7],
    ["a PERT of no width", { kind: "pert", low: "7", mode: "7", high: "7" }, 7],
    ["a bell of no width", { kind: "normal", mean: 7, deviation: 0 }, 7],
    ["two percentiles that are one", { kind: "lognormal", percentiles: { 10: 7, 90: 7 } }, 7],
    ["a share that is sure", { kind: "beta", mean: 0.7, deviation: 0 }, 0.7],
    ["one value", { kind: "discrete", values: [{ value: 7, weight: 0.1 }] }, 7],
  ])("%s is always the same", ([, distribution, value]) => {
    expect(new Set(drawn(distribution, 100).draws())).toEqual(new Set([value]));
  });

  test("a mode at either end", () => {
    for (const kind of ["triangular", "pert"] as const) {
      for (const mode of [10, 20]) {
        const draws = drawn({ kind, low: 10, mode, high: 20 }, 2_000).draws();
        expect(Math.min(...draws)).toBeGreaterThanOrEqual(10);
        expect(Math.max(...draws)).toBeLessThanOrEqual(20);
      }
    }
  });

  test("a value of no weight is never drawn", () => {
    const values = [
      { value: 1, weight: 0 },
      { value: 2, weight: 1 },
    ];
    expect(new Set(drawn({ kind: "discrete", values }, 500).draws())).toEqual(new Set([2]));
  });
});
