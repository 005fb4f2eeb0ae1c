import { describe, expect, test } from "vitest";
import { given, sum } from "volumes-and-values";
import { simulate } from "volumes-and-values/simulation";
import type { Correlation } from "volumes-and-values/simulation";
import { correlationOf } from "../../../src/readings/simulation/contributions.ts";
import { triangleOf } from "../../../src/readings/simulation/rank-correlation.ts";
import { ranksOf } from "../../../src/readings/simulation/ranks.ts";
import { problemsOf } from "../../support/plans.ts";

const inputs = Object.fromEntries(
  ["need", "pay", "rate", "turnover"].map((path) => [path, given(5, "ratio", { name: path, path })]),
);
const figures = { ...inputs, total: sum("ratio", Object.values(inputs)) };
const distributions = {
  need: { kind: "lognormal", mean: 5, deviation: 3 },
  pay: { kind: "uniform", low: 1, high: 9 },
  rate: { kind: "triangular", low: 1, mode: 2, high: 9 },
  turnover: { kind: "normal", mean: 5, deviation: 2 },
} as const;

function drawsWith(correlations: readonly Correlation[]): Readonly<Record<string, Float64Array>> {
  const simulated = simulate(figures, { draws: 5000, seed: 11, distributions, correlations });
  return Object.fromEntries(Object.entries(simulated).map(([name, one]) => [name, one.draws()]));
}

const apart = drawsWith([]);
const rankCorrelation = (draws: typeof apart, one: string, other: string): number =>
  correlationOf(ranksOf(draws[one] as Float64Array), ranksOf(draws[other] as Float64Array));
const sorted = (draws: typeof apart, name: string): number[] =>
  [...(draws[name] as Float64Array)].sort((a, b) => a - b);

describe("inputs that rise and fall together", () => {
  const between = ["need", "pay"] as const;

  test.for([-1, -0.8, -0.3, 0, 0.3, 0.8, 1])("have the rank correlation asked for: %d", (rank) => {
    const together = drawsWith([{ between, rank }]);
    expect(rankCorrelation(together, "need", "pay")).toBeCloseTo(rank, 1.7);
    expect(sorted(together, "pay")).toEqual(sorted(apart, "pay"));
    expect(together["need"]).toEqual(apart["need"]);
  });

  test("leave the draws of all others as they were", () => {
    const together = drawsWith([{ between, rank: 0.8 }]);
    expect(together["rate"]).toEqual(apart["rate"]);
    expect(together["turnover"]).toEqual(apart["turnover"]);
    const both = drawsWith([
      { between, rank: 0.8 },
      { between: ["rate", "turnover"], rank: -0.5 },
    ]);
    expect(both["pay"]).toEqual(together["pay"]);
  });

  test("three of them at once", () => {
    const together = drawsWith([
      { between: ["need", "pay"], rank: 0.6 },
      { between: ["pay", "rate"], rank: -0.4 },
      { between: ["rate", "need"], rank: 0.1 },
    ]);
    expect(rankCorrelation(together, "need", "pay")).toBeCloseTo(0.6, 1.7);
    expect(rankCorrelation(together, "pay", "rate")).toBeCloseTo(-0.4, 1.7);
    expect(rankCorrelation(together, "need", "rate")).toBeCloseTo(0.1, 1.7);
  });

  test("spread a sum further, and its opposite less", () => {
    const deviation = (rank: number): number =>
      simulate(figures, { draws: 5000, seed: 11, distributions, correlations: [{ between, rank }] }).total
        .deviation;
    expect(deviation(0.8)).toBeGreaterThan(deviation(0));
    expect(deviation(-0.8)).toBeLessThan(deviation(0));
  });

  test("cannot contradict each other: two that rise with a third do not fall with each other", () => {
    const correlations = [
      { between: ["need", "pay"], rank: 0.9 },
      { between: ["need", "rate"], rank: 0.9 },
      { between: ["pay", "rate"], rank: -0.9 },
    ] as const;
    expect(problemsOf(() => drawsWith(correlations)).map(({ message }) => message)).toEqual([
      "correlations: expected correlations that can all hold at once; received some that contradict each other. " +
        "Bring those between need, pay, rate nearer to 0.",
    ]);
  });
});

test.for<readonly [number, number, number]>([
  [-0.5, -0.5, -0.5],
  [0.5, -0.5, 0.5],
])(
  "ranks of %d, %d and %d contradict nothing, though normal scores cannot bring them about",
  ([one, two, three]) => {
    const correlations = [
      { between: ["need", "pay"], rank: one },
      { between: ["need", "rate"], rank: two },
      { between: ["pay", "rate"], rank: three },
    ] as const;
    expect(problemsOf(() => drawsWith(correlations)).map(({ message }) => message)).toEqual([
      "correlations: expected correlations that normal scores can bring about, by which draws are put in order; " +
        "received some that may hold together, but not in this way. Bring those between need, pay, rate nearer to 0.",
    ]);
  },
);

test("a triangle and its mirror make the matrix again; what is no matrix of correlations has none", () => {
  expect(
    triangleOf([
      [1, 0.6],
      [0.6, 1],
    ]),
  ).toEqual([[1], [0.6, 0.8]]);
  expect(
    triangleOf([
      [1, 1],
      [1, 1],
    ]),
  ).toEqual([[1], [1, 0]]);
  expect(
    triangleOf([
      [1, 1.1],
      [1.1, 1],
    ]),
  ).toBeUndefined();
});

test("equal draws share the mean of their ranks", () => {
  expect([...ranksOf(Float64Array.of(3, 1, 3, 2, 3))]).toEqual([3, 0, 3, 1, 3]);
});
