import { describe, expect, test } from "vitest";
import { forecast, given, isModelError, parsePlan, starts } from "volumes-and-values";
import { simulate } from "volumes-and-values/simulation";
import type { Distribution } from "volumes-and-values/simulation";
import { essexWith, onlyProblemIn, problemsOf, thrownBy } from "../../support/plans.ts";

const referrals = given(1200, "referrals", { name: "referrals", path: "referrals" });
const startRate = given("0.62", "starts/referrals", { name: "startRate", path: "rates.startRate" });
const attended = starts({ referrals, startRate });
const productiveHours = given(1408, "hours/fte", { name: "productiveHours", path: "hours" });

const run = (options: object) => () => simulate(attended, { draws: 10, seed: 1, ...options });

/** Where something is wrong, and what came, in one line each. */
const wrong = (options: object): string[] => problemsOf(run(options)).map(({ message }) => message);

describe("a distribution that makes no sense is refused with its path", () => {
  test.for<readonly [string, unknown, string]>([
    ["low above high", { kind: "uniform", low: 3, high: 2 }, "referrals.low: expected at most the high, 2"],
    [
      "a triangle's low above its high",
      { kind: "triangular", low: 3, mode: 2, high: 1 },
      "referrals.low: expected at most the high, 1",
    ],
    [
      "a PERT's mode outside its range",
      { kind: "pert", low: 10, mode: 70, high: 60 },
      "referrals.mode: expected from the low, 10, to the high, 60; received 70",
    ],
    [
      "a negative deviation",
      { kind: "normal", mean: 0.5, deviation: -1 },
      "referrals.deviation: expected zero or more; received -1",
    ],
    [
      "a mean alone",
      { kind: "normal", mean: 0.5 },
      "two percentiles, as { 10: 0.5, 90: 0.7 }; received no deviation",
    ],
    ["nothing at all", { kind: "lognormal" }, "received no mean"],
    ["a mean and percentiles", { kind: "normal", mean: 1, percentiles: { 10: 1, 90: 2 } }, "received both"],
    [
      "one percentile",
      { kind: "normal", percentiles: { 10: 1 } },
      "percentiles: expected two of them; received 1",
    ],
    [
      "percentiles the wrong way round",
      { kind: "normal", percentiles: { 10: 2, 90: 1 } },
      "expected values that rise with the percentiles",
    ],
    [
      "a percentile of 100",
      { kind: "normal", percentiles: { 10: 2, 100: 3 } },
      'percentiles.100: expected a percentile above 0 and below 100; received "100"',
    ],
    [
      "percentiles as shares",
      { kind: "normal", percentiles: { 0.1: 1000, 0.9: 1400 } },
      "received 0.1 and 0.9. If the 10th and 90th are meant, give 10 and 90.",
    ],
    [
      "a percentile in words",
      { kind: "normal", percentiles: { low: 2, 90: 3 } },
      'percentiles.low: expected a percentile above 0 and below 100; received "low"',
    ],
    ["a lognormal below zero", { kind: "lognormal", mean: -1, deviation: 1 }, "mean: expected above zero"],
    [
      "a lognormal from zero",
      { kind: "lognormal", percentiles: { 10: 0, 90: 3 } },
      "percentiles: expected above zero; received 0",
    ],
    [
      "limits the wrong way round",
      { kind: "normal", mean: 1, deviation: 1, from: 2, to: 1 },
      "from: expected below 1, where it is cut off above; received 2",
    ],
    [
      "limits that keep nothing",
      { kind: "normal", mean: 1, deviation: 1, from: 20 },
      "expected limits that keep more than a millionth of the draws",
    ],
    ["a beta of one parameter", { kind: "beta", alpha: 2 }, "expected alpha and beta, or mean and deviation"],
    ["a beta of one of each", { kind: "beta", alpha: 2, mean: 0.5 }, "received one of each"],
    [
      "a beta without shape",
      { kind: "beta", alpha: 0, beta: 2 },
      "alpha: expected from 0.05 to 1000000; received 0",
    ],
    [
      "a beta of all",
      { kind: "beta", mean: 1, deviation: 0.1 },
      "mean: expected a share above 0 and below 1",
    ],
    [
      "a beta too wide",
      { kind: "beta", mean: 0.5, deviation: 0.5 },
      "deviation: expected one that leaves more",
    ],
    [
      "a beta too narrow",
      { kind: "beta", mean: 0.5, deviation: 1e-6 },
      "deviation: expected zero, or a larger one",
    ],
    ["a beta below zero", { kind: "beta", mean: 0.5, deviation: -0.1 }, "deviation: expected zero or more"],
    [
      "weights that sum to nothing",
      { kind: "discrete", values: [{ value: 1, weight: 0 }] },
      "values: expected a weight above zero among them; received none",
    ],
    [
      "a negative weight",
      { kind: "discrete", values: [{ value: 1, weight: -1 }] },
      "values.0.weight: expected zero or more; received -1",
    ],
    [
      "no values",
      { kind: "discrete", values: [] },
      "values: expected at least one value in the list, each with its weight",
    ],
    [
      "low and high that nobody stated",
      { kind: "stated" },
      "expected an assumption that states its low or high",
    ],
    ["an unknown kind", { kind: "gaussian", mean: 1, deviation: 1 }, "referrals.kind: expected"],
    [
      "a parameter of another kind",
      { kind: "uniform", low: 0, high: 1, mode: 2 },
      'referrals.mode: expected a known name: kind, low, high; received "mode".',
    ],
    [
      "a number that no float could hold the square of",
      { kind: "uniform", low: `-1${"0".repeat(308)}`, high: `1${"0".repeat(310)}` },
      "referrals.high: expected a number up to 10⁷⁰; received Infinity",
    ],
    ["a misspelt parameter", { kind: "pert", low: 1, moed: 2, high: 3 }, 'Did you mean "mode"?'],
    [
      "a parameter that is no number",
      { kind: "uniform", low: "1,000", high: 2000 },
      "a plain decimal number",
    ],
    ["no distribution", 7, "referrals: expected"],
  ])("%s", ([, distribution, message]) => {
    expect(wrong({ distributions: { referrals: distribution } }).join("\n")).toContain(message);
  });
});

test("percentiles of a stated low and high on one side of the middle are refused", () => {
  const pay = given(20, "GBP/fte", { name: "pay", path: "pay", low: 10, high: 30 });
  const stated = { kind: "stated", as: { low: 10, high: 20 } } as const;
  const problems = problemsOf(() => simulate(pay, { draws: 10, seed: 1, distributions: { pay: stated } }));
  expect(problems[0]?.message).toBe(
    "distributions.pay.as: expected a low from 0 to below 50, and a high from above 50 to 100; received 10 and 20.",
  );
});

describe("a plan's own distributions", () => {
  const path = "services.accommodation.startRate";
  const carrying = (distribution: object) => essexWith({ [path]: { value: "0.8", distribution } });

  test("are of a kind that is known, or the plan is refused", () => {
    expect(onlyProblemIn(carrying({ kind: "triangle", low: 0.7, mode: 0.8, high: 0.9 })).message).toContain(
      `${path}.distribution.kind: expected "uniform" or "triangular" or "pert" or `,
    );
  });

  test("are refused where they stand in the plan, when they are drawn from", () => {
    const plan = parsePlan(carrying({ kind: "uniform", low: 0.9, high: 0.7 }));
    const volume = forecast(plan).total({ year: "2023/24" }).starts;
    const [problem] = problemsOf(() => simulate(volume, { draws: 10, seed: 1 }));
    expect(problem?.path).toBe(`${path}.distribution.low`);
  });
});

describe("an input is never drawn where it could not be", () => {
  test("a share's normal that reaches past 1, without being cut off", () => {
    const normal = { kind: "normal", mean: 0.9, deviation: 0.1 };
    expect(wrong({ distributions: { "rates.startRate": normal } })).toMatchInlineSnapshot(`
      [
        "distributions.rates.startRate: expected draws that are a share from 0 to 1; received draws without end below and without end above. Cut it off with from: 0, to: 1.",
      ]
    `);
    expect(wrong({ distributions: { "rates.startRate": { ...normal, from: 0 } } })[0]).toContain("to: 1.");
    expect(run({ distributions: { "rates.startRate": { ...normal, from: 0, to: 1 } } })).not.toThrow();
  });

  test("a share's low and high as percentiles, where they reach past 1", () => {
    const likely = given("0.95", "ratio", { name: "takeUpShare", path: "takeUp", low: "0.6", high: "0.99" });
    const stated = { kind: "stated", as: { low: 10, high: 90 } } as const;
    const drawnBy = (distribution: Distribution) => () =>
      simulate(likely, { draws: 10, seed: 1, distributions: { takeUp: distribution } });
    expect(problemsOf(drawnBy(stated))[0]?.message).toMatch(
      /received draws up to 1\.\d+\. Cut it off with to: 1\.$/,
    );
    expect(drawnBy({ ...stated, to: 1 })).not.toThrow();
  });

  test("a share in percent, which is told how to be written", () => {
    const of = (distribution: object) => wrong({ distributions: { "rates.startRate": distribution } });
    expect(of({ kind: "uniform", low: 30, high: 50 })).toEqual([
      "distributions.rates.startRate: expected draws that are a share from 0 to 1; received draws up to 50. If 50% is meant, write 0.5.",
    ]);
    expect(of({ kind: "uniform", low: "0.5", high: 50 })[0]).toMatch(/received draws up to 50\.$/);
  });

  test("a share drawn past 1, and hours of nothing by which pay is divided", () => {
    const uniform = { kind: "uniform", low: 0.5, high: 1.2 };
    expect(wrong({ distributions: { "rates.startRate": uniform } })[0]).toContain("received draws up to 1.2");
    const never = { kind: "discrete", values: [{ value: 0, weight: 1 }] } as const;
    const hours = () => simulate(productiveHours, { draws: 10, seed: 1, distributions: { hours: never } });
    expect(problemsOf(hours)[0]?.message).toContain("expected draws that are above zero");
  });
});

describe("options nobody could mean are refused, all at once", () => {
  test.for<readonly [string, object, string]>([
    ["no draws", { draws: 0 }, "draws: expected a whole number from 2 to 10000000; received 0"],
    ["half a draw", { draws: 2.5 }, "draws: expected a whole number"],
    ["draws in words", { draws: "10000" }, "draws: expected"],
    ["no seed", { seed: undefined }, "seed: expected"],
    ["a negative seed", { seed: -1 }, "seed: expected a whole number from 0 up"],
    ["a misspelt option", { correlation: [] }, 'Did you mean "correlations"?'],
    ["another sampling", { sampling: "sobol" }, "sampling: expected"],
    ["a misspelt input", { distributions: { "rates.startrate": {} } }, 'Did you mean "rates.startRate"?'],
    [
      "what decides which sums are made",
      { distributions: { "lots.0.from": { kind: "uniform", low: 1, high: 2 } } },
      "Change it with a scenario",
    ],
    ["a unit that was not asked for", { chanceVariation: ["start"] }, 'Did you mean "starts"?'],
    ["a callback that is none", { onProgress: true }, "onProgress: expected a function"],
    ["a signal that is none", { signal: 7 }, "signal: expected an AbortSignal"],
    [
      "percentiles for low and high on one side",
      { lowAndHigh: { low: 60, high: 90 } },
      "lowAndHigh: expected a low from 0 to below 50, and a high from above 50 to 100; received 60 and 90.",
    ],
  ])("%s", ([, options, message]) => {
    expect(wrong(options).join("\n")).toContain(message);
  });

  test("no options at all", () => {
    // @ts-expect-error: options are due
    const error = thrownBy(() => simulate(attended));
    expect(isModelError(error, "invalid-data")).toBe(true);
  });

  test("what is no figure", () => {
    const options = { draws: 10, seed: 1 };
    // @ts-expect-error: a figure is due
    const error = thrownBy(() => simulate(7, options));
    expect(isModelError(error, "wrong-unit")).toBe(true);
    expect((error as Error).message).toMatch(/^simulate takes a figure/);
  });

  test("every problem is told at once", () => {
    const problems = wrong({
      distributions: {
        referrals: { kind: "pert", low: 3, mode: 2, high: 1 },
        "rates.startRate": { kind: "beta" },
        volume: { kind: "uniform", low: 1, high: 2 },
      },
    });
    expect(problems).toHaveLength(3);
  });
});

describe("correlations that cannot be are refused", () => {
  const uncertain = {
    referrals: { kind: "uniform", low: 1000, high: 1400 },
    "rates.startRate": { kind: "uniform", low: 0.5, high: 0.7 },
  };
  const between = ["referrals", "rates.startRate"];
  test.for<readonly [string, readonly object[], string]>([
    [
      "with an input that is not uncertain",
      [{ between: ["referrals", "pay"], rank: 0.5 }],
      "an uncertain input",
    ],
    ["with itself", [{ between: ["referrals", "referrals"], rank: 0.5 }], "expected two inputs"],
    ["above 1", [{ between, rank: 1.5 }], "correlations.0.rank: expected"],
    [
      "given twice",
      [
        { between, rank: 0.5 },
        { between: [...between].reverse(), rank: 0.4 },
      ],
      "correlations.1.between: expected a pair that was not given before",
    ],
    [
      "of too few draws",
      [{ between, rank: 0.5 }],
      "draws: expected at least 20, 10 for each of 2 correlated inputs",
    ],
    [
      "of three",
      [{ between: [...between, "x"], rank: 0.5 }],
      "correlations.0.between: expected two paths of inputs; received 3.",
    ],
  ])("%s", ([, correlations, message]) => {
    expect(wrong({ distributions: uncertain, correlations }).join("\n")).toContain(message);
  });
});

test("a histogram of no stated number of bins is refused as one of none is", () => {
  const simulated = simulate(attended, { draws: 10, seed: 1 });
  const refused = thrownBy(() => (simulated.histogram as () => unknown)());
  expect(isModelError(refused, "out-of-range")).toBe(true);
});

describe("chance varies only what comes one by one", () => {
  test.for(["GBP", "GBP/starts", "starts/referrals", "ratio", "hours", "fte", "quarters"])(
    "no %s",
    (unit) => {
      const figure = given(900, unit, { name: "some" });
      const [problem] = problemsOf(() => simulate(figure, { draws: 10, seed: 1, chanceVariation: [unit] }));
      expect(problem?.path).toBe("chanceVariation.0");
      expect(problem?.message).toContain("expected a unit that counts one by one");
    },
  );

  test.for(["starts", "referrals", "people", "visits"])("%s, of this field or of a user's own", (unit) => {
    const figure = given(900, unit, { name: "some" });
    expect(() => simulate(figure, { draws: 10, seed: 1, chanceVariation: [unit] })).not.toThrow();
  });
});

describe("an input that says how uncertain it is, and has no path to be drawn by", () => {
  test.for<readonly [string, object]>([
    ["a low and a high", { low: 1, high: 9 }],
    ["a distribution", { distribution: { kind: "uniform", low: 1, high: 9 } }],
  ])("is refused for %s, and not left as it is", ([, uncertainty]) => {
    const cost = given(5, "GBP", { name: "cost", ...uncertainty });
    const problems = problemsOf(() => simulate(cost, { draws: 10, seed: 1 }));
    expect(problems.map(({ message }) => message)).toEqual([
      'cost: expected a path, since it says how uncertain it is; received none. Give it one beside its name: path: "cost".',
    ]);
  });
});

describe("what is counted is never drawn below nought", () => {
  test.for(["referrals", "starts", "people", "hours", "fte"])("%s", (unit) => {
    const some = given(12, unit, { name: "some", path: "some" });
    const normal = { kind: "normal", mean: 12, deviation: 8 } as const;
    const draw = (distribution: Distribution) =>
      simulate(some, { draws: 1000, seed: 1, distributions: { some: distribution } });
    expect(problemsOf(() => draw(normal)).map(({ message }) => message)).toEqual([
      "distributions.some: expected draws that are zero or more; received draws without end below. Cut it off with from: 0.",
    ]);
    expect(draw({ ...normal, from: 0 }).percentile(0)).toBeGreaterThanOrEqual(0);
  });

  test("money may be", () => {
    const balance = given(12, "GBP", { name: "balance", path: "balance" });
    const distributions = { balance: { kind: "normal", mean: 12, deviation: 8 } as const };
    expect(simulate(balance, { draws: 1000, seed: 1, distributions }).percentile(0)).toBeLessThan(0);
  });
});
