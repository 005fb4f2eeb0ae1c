import { setTimeout as later } from "node:timers/promises";
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import {
  costPerCompletion,
  forecast,
  given,
  indicativeValue,
  isModelError,
  starts,
  sum,
} from "volumes-and-values";
import type { Figure } from "volumes-and-values";
import { whatIf } from "volumes-and-values/readings";
import { simulate, simulateInSlices } from "volumes-and-values/simulation";
import type { Distribution, Progress, Simulated } from "volumes-and-values/simulation";
import { inputsOf } from "../../../src/readings/inputs.ts";
import { histogramOf, percentileOf } from "../../../src/readings/simulation/sample.ts";
import { refused } from "../../numbers/refusal.ts";
import { essexPlan, thrownBy } from "../../support/plans.ts";
import { under } from "../../support/scenarios.ts";

const input = <const U extends string>(path: string, value: number, unit: U): Figure<U> =>
  given(value, unit, { name: path, path, source: "illustrative" });

const referrals = input("referrals", 1200, "referrals");
const startRate = input("startRate", 0.62, "starts/referrals");
const attended = starts({ referrals, startRate });
const distributions = {
  referrals: { kind: "normal", mean: 1200, deviation: 100, from: 0 },
  startRate: { kind: "uniform", low: 0.5, high: 0.7 },
} as const satisfies Record<string, Distribution>;
const once = { draws: 5000, seed: 1, distributions };

const within = (estimate: number, known: number, error: number): void => {
  expect(Math.abs(estimate - known)).toBeLessThanOrEqual(4 * error);
};

describe("a volume of two uncertain inputs", () => {
  const simulated = simulate(attended, once);

  test("has the mean and the deviation of their product", () => {
    within(simulated.mean, 1200 * 0.6, simulated.standardErrors.mean);
    const variance = 1200 ** 2 * (0.04 / 12) + 0.36 * 100 ** 2 + 100 ** 2 * (0.04 / 12);
    within(simulated.deviation, Math.sqrt(variance), simulated.standardErrors.deviation);
  });

  test("tells how likely it is to be enough, and how sure that is", () => {
    const below = simulated.shareBelow(700);
    expect(below + simulated.shareAbove(700)).toBe(1);
    expect(simulated.standardErrors.shareBelow(700)).toBeCloseTo(Math.sqrt((below * (1 - below)) / 5000), 12);
    expect([simulated.shareBelow(0), simulated.shareAbove(Infinity)]).toEqual([0, 0]);
    expect(simulated.shareBelow(simulated.percentile(25))).toBeCloseTo(0.25, 3);
  });

  test("has its percentiles in order, from the least draw to the most, each with a standard error", () => {
    const draws = simulated.draws().sort();
    expect([simulated.percentile(0), simulated.percentile(100)]).toEqual([draws[0], draws.at(-1)]);
    expect(simulated.percentile(10)).toBeLessThan(simulated.percentile(90));
    // Where draws lie densest, the standard error of the median is about √(π/2) of the mean's: 1.25, on average.
    const ratios = [...Array(20).keys()].map((seed) => {
      const { standardErrors } = simulate(attended, { ...once, seed });
      return standardErrors.percentile(50) / standardErrors.mean;
    });
    expect(Math.abs(ratios.reduce((sum, ratio) => sum + ratio, 0) / 20 - 1.25)).toBeLessThan(0.15);
  });

  test("is counted in bins that hold every draw once", () => {
    const bins = simulated.histogram({ bins: 20 });
    expect(bins).toHaveLength(20);
    expect(bins.reduce((count, bin) => count + bin.count, 0)).toBe(5000);
    expect(
      bins.every(({ from, to }, index) => from < to && (index === 0 || bins[index - 1]?.to === from)),
    ).toBe(true);
  });

  test("prints as a line, as a table, and as plain data", () => {
    expect(inspect(simulated)).toMatchInlineSnapshot(
      `"starts: 720.697 starts on average, 605.583 to 843.745 eight times in ten (5,000 draws)"`,
    );
    expect(String(simulated)).toBe(inspect(simulated));
    expect(simulated.table().slice(0, 3)).toMatchInlineSnapshot(`
      [
        {
          "estimate": "mean",
          "standardError": "1.29628",
          "value": "720.697",
        },
        {
          "estimate": "deviation",
          "standardError": "0.838831",
          "value": "91.6611",
        },
        {
          "estimate": "percentile 5",
          "standardError": "2.20262",
          "value": "576.414",
        },
      ]
    `);
    expect(JSON.parse(JSON.stringify(simulated))).toMatchObject({
      name: "starts",
      unit: "starts",
      draws: 5000,
      failed: { count: 0, because: {} },
    });
  });

  test("cannot be changed, and its draws are a copy", () => {
    simulated.draws().fill(0);
    expect(simulated.draws()[0]).toBeGreaterThan(0);
    expect(Object.isFrozen(simulated)).toBe(true);
    expect(Object.isFrozen(simulated.contributions())).toBe(true);
    expect(simulated.figure).toBe(attended);
  });

  test.for<readonly [string, () => unknown]>([
    ["a percentile of 101", () => simulated.percentile(101)],
    ["a standard error of no percentile", () => simulated.standardErrors.percentile(NaN)],
    ["a threshold that is no number", () => simulated.shareBelow(NaN)],
    ["no bins", () => simulated.histogram({ bins: 0 })],
  ])("refuses %s", ([, ask]) => {
    expect(isModelError(thrownBy(ask), "out-of-range")).toBe(true);
  });

  test("a share is not taken for a percentile: 0.9 is hardly ever less than one in a hundred", () => {
    const asked = (percent: number) => refused(() => simulated.percentile(percent)).message;
    expect(asked(0.9)).toBe(
      "A percentile is 0, or a number from 1 to 100; received 0.9. If the 90th is meant, give 90.",
    );
    expect(asked(0.025)).toContain("If the 2.5th is meant, give 2.5.");
    expect(refused(() => simulated.standardErrors.percentile(0.1)).message).toContain("give 10");
    expect(simulated.percentile(1)).toBeLessThan(simulated.percentile(2.5));
  });
});

describe("published answers", () => {
  test("percentiles between draws, in proportion: as spreadsheets' PERCENTILE.INC", () => {
    expect(percentileOf(Float64Array.of(1, 2, 3, 4, 7, 10), 50)).toBe(3.5);
    expect(percentileOf(Float64Array.of(1, 2, 3, 4, 8), 40)).toBeCloseTo(2.6, 14);
  });

  test("a volume of 900 lies between 862 and 939 eight times in ten, though every rate is known", () => {
    const volume = given(900, "starts", { name: "starts" });
    const simulated = simulate(volume, { draws: 100_000, seed: 1, chanceVariation: ["starts"] });
    expect([simulated.percentile(10), simulated.percentile(90)]).toEqual([862, 939]);
    within(simulated.deviation, 30, simulated.standardErrors.deviation);
    expect(simulate(volume, { draws: 100, seed: 1 }).deviation).toBe(0);
  });
});

describe("figures are asked for in any shape, and answered in the same", () => {
  test("in a list, by name, or one by itself: the same draws", () => {
    const cost = indicativeValue({ starts: attended, costPerStart: 250 });
    const [first, second] = simulate([attended, cost], once) as readonly [Simulated, Simulated];
    const named = simulate({ volume: attended, money: cost }, once);
    expect(first.draws()).toEqual(named.volume.draws());
    expect(second.draws()).toEqual(simulate(cost, once).draws());
    expect(named.money.draws()).toEqual(named.volume.draws().map((draw) => draw * 250));
    expect(Object.isFrozen(named)).toBe(true);
  });

  test("chance varies a volume alike in every shape, and two alike apart", () => {
    const varied = { ...once, chanceVariation: ["starts"] };
    const [first, second] = simulate([attended, attended], varied) as readonly [Simulated, Simulated];
    expect(first.draws()).toEqual(simulate(attended, varied).draws());
    expect(second.draws()).not.toEqual(first.draws());
  });
});

describe("the draws of an input", () => {
  test("stay as they were when another input becomes uncertain, or another figure is asked for", () => {
    const alone = simulate(startRate, { ...once, distributions: { startRate: distributions.startRate } });
    expect(simulate({ attended, startRate }, once).startRate.draws()).toEqual(alone.draws());
  });

  test("of a shorter run are the first ones of a longer one", () => {
    const short = simulate(attended, { ...once, draws: 300 }).draws();
    expect(simulate(attended, once).draws().slice(0, 300)).toEqual(short);
  });

  test("are others for another seed", () => {
    expect(simulate(attended, { ...once, seed: 2 }).draws()[0]).not.toBe(simulate(attended, once).draws()[0]);
  });
});

describe("how much of the spread each input is behind", () => {
  test("twice the weight is four times the share, and an input that does not matter has next to none", () => {
    const [a, b, c] = ["a", "b", "c"].map((path) => input(path, 1, "hours")) as [
      Figure<"hours">,
      Figure<"hours">,
      Figure<"hours">,
    ];
    const total = sum("hours", [a, b.times(2), c.minus(c)]);
    const even = { kind: "normal", mean: 1, deviation: 0.1, from: 0 } as const;
    const simulated = simulate(total, {
      draws: 20_000,
      seed: 4,
      distributions: { a: even, b: even, c: even },
    });
    const rows = simulated.contributions();
    expect(rows.map(({ path }) => path)).toEqual(["b", "a", "c"]);
    expect(rows.reduce((all, { share }) => all + share, 0)).toBeCloseTo(1, 1);
    // Variances of 4 and of 1, in 5
    expect(rows[0]?.share).toBeCloseTo(0.8, 1);
    expect(rows[1]?.share).toBeCloseTo(0.2, 1);
    // Four times what chance leaves: the root of twice 19 degrees of freedom, over the draws
    expect(rows[2]?.share).toBeLessThan((4 * Math.sqrt(2 * 19)) / 20_000);
  });

  test("an input with which a figure turns is behind what it is behind, though it neither rises nor falls with it", () => {
    const [x, y] = [input("x", 5, "ratio"), input("y", 0, "ratio")];
    const off = x.minus(given(5, "ratio", { name: "middle" }));
    const simulated = simulate(off.times(off).plus(y), {
      draws: 20_000,
      seed: 4,
      distributions: {
        x: { kind: "uniform", low: 0, high: 10 },
        y: { kind: "uniform", low: 0, high: 1 },
      },
    });
    // The variance of the square of a number from −5 to 5 is 5⁴ × 4/45; that of one from 0 to 1, 1/12.
    const turning = 625 * (4 / 45);
    const [first, second] = simulated.contributions();
    expect([first?.path, second?.path]).toEqual(["x", "y"]);
    expect(first?.share).toBeCloseTo(turning / (turning + 1 / 12), 1.5);
    expect(second?.share).toBeLessThan(0.01);
    expect(Math.abs(first?.rankCorrelation ?? NaN)).toBeLessThan(4 / Math.sqrt(20_000));
  });

  test("what inputs do only together is behind neither", () => {
    const [x, y] = [input("x", 0, "ratio"), input("y", 0, "ratio")];
    const even = { kind: "uniform", low: -1, high: 1 } as const;
    const rows = simulate(x.times(y), { draws: 20_000, seed: 4, distributions: { x: even, y: even } });
    for (const { share } of rows.contributions()) expect(share).toBeLessThan(0.01);
  });

  test("of a few draws, and of one, there is nothing to tell", () => {
    const simulated = simulate(attended, { ...once, draws: 3 });
    expect(simulated.contributions().map(({ share }) => share)).toEqual([0, 0]);
  });

  test("an input that lowers a figure has a correlation below nought; one that never changes has none", () => {
    const rate = input("completionRate", 0.5, "completions/starts");
    const cost = costPerCompletion({
      costPerStart: input("costPerStart", 250, "GBP/starts"),
      completionRate: rate,
    });
    const simulated = simulate(cost, {
      ...once,
      distributions: {
        completionRate: {
          kind: "discrete",
          values: [
            { value: 0.4, weight: 1 },
            { value: 0.6, weight: 1 },
          ],
        },
        costPerStart: { kind: "uniform", low: 250, high: 250 },
      },
    });
    const [first, second] = simulated.contributions();
    expect(first?.rankCorrelation).toBeCloseTo(-1, 10);
    expect(second).toEqual({ path: "costPerStart", name: "costPerStart", rankCorrelation: 0, share: 0 });
  });
});

describe("a draw without an answer is counted and never averaged in", () => {
  const begun = input("begun", 10, "starts");
  const finished = input("finished", 5, "completions");
  const rate = finished.dividedBy(begun);
  const other = finished.dividedBy(input("places", 4, "places"));
  const zeroAQuarter = {
    kind: "discrete",
    values: [
      { value: 0, weight: 1 },
      { value: 10, weight: 3 },
    ],
  } as const;
  const run = { draws: 4000, seed: 5, distributions: { begun: zeroAQuarter } };

  test("with the name of the divisor that was zero", () => {
    const simulated = simulate(rate, run);
    const { count, because } = simulated.failed;
    within(count / 4000, 0.25, Math.sqrt((0.25 * 0.75) / 4000));
    expect(because).toEqual({ begun: count });
    expect(simulated.mean).toBe(0.5);
    expect(simulated.draws().filter(Number.isNaN)).toHaveLength(count);
    expect(String(simulated)).toContain("without an answer");
    expect(simulated.contributions()).toHaveLength(1);
  });

  test("for the figure that divides, and for no other", () => {
    const both = simulate({ rate, other }, run);
    expect(both.other.failed).toEqual({ count: 0, because: {} });
    expect(both.rate.failed.count).toBeGreaterThan(0);
    const two = simulate(
      { rate, other },
      { ...run, distributions: { begun: zeroAQuarter, places: zeroAQuarter } },
    );
    expect(Object.keys(two.other.failed.because)).toEqual(["places"]);
  });

  test("and if no draw has an answer, neither has anything else", () => {
    const never = { kind: "uniform", low: 0, high: 0 } as const;
    const simulated = simulate(rate, { ...run, distributions: { begun: never } });
    expect(simulated.failed).toEqual({ count: 4000, because: { begun: 4000 } });
    expect([
      simulated.mean,
      simulated.percentile(50),
      simulated.shareBelow(1),
      simulated.standardErrors.mean,
    ]).toEqual([NaN, NaN, NaN, NaN]);
    expect(simulated.histogram({ bins: 3 })).toEqual([]);
    expect(simulated.table()[0]).toEqual({ estimate: "mean", value: "—", standardError: "—" });
  });

  test("a share that follows from others is never drawn below nought: not the rest of a mix, nor a volume of it", () => {
    const wide = { kind: "uniform", low: 0, high: 1 } as const;
    const mix = "services.accommodation.complexityMix";
    const distributions = { [`${mix}.low`]: wide, [`${mix}.medium`]: wide };
    const result = forecast(essexPlan());
    const high = result.total({ year: "2023/24", complexity: "high" }).starts;
    const low = result.total({ year: "2023/24", complexity: "low" }).starts;
    const simulated = simulate({ high, low }, { draws: 2000, seed: 3, distributions });
    within(simulated.high.failed.count / 2000, 0.5, Math.sqrt(0.25 / 2000));
    expect(Object.keys(simulated.high.failed.because)).toEqual([`${mix}.low + ${mix}.medium above all`]);
    expect(simulated.high.percentile(0)).toBeGreaterThanOrEqual(0);
    expect(simulated.high.failed).not.toBe(simulated.low.failed);
  });

  test("what a total leaves absent cannot be simulated, and says why", () => {
    const { eligible } = forecast(essexPlan()).total();
    const refused = () => simulate(eligible as never, { draws: 10, seed: 1 });
    expect(isModelError(thrownBy(refused), "does-not-add")).toBe(true);
  });

  test("a count below zero cannot vary by chance", () => {
    const drawn = { begun: { kind: "uniform", low: 0, high: 1 } } as const;
    const left = begun.minus(given(2, "starts", { name: "closed" }));
    const simulated = simulate(left, { ...run, distributions: drawn, chanceVariation: ["starts"] });
    expect(simulated.failed).toEqual({ count: 4000, because: { "a count below zero": 4000 } });
  });
});

describe("a long run", () => {
  test("says how far it has come, up to its end", () => {
    const seen: Progress[] = [];
    simulate(attended, { ...once, onProgress: (progress) => seen.push(progress) });
    expect(seen.at(-1)).toEqual({ done: 5000, of: 5000 });
    expect(seen.every(({ done }, index) => index === 0 || done > (seen[index - 1]?.done ?? 0))).toBe(true);
  });

  test("stops where its signal is aborted, with the signal's reason", () => {
    const enough = new Error("enough");
    expect(thrownBy(() => simulate(attended, { ...once, signal: AbortSignal.abort(enough) }))).toBe(enough);
    const stopping = new AbortController();
    let calls = 0;
    const onProgress = (): void => {
      calls += 1;
      stopping.abort(enough);
    };
    expect(thrownBy(() => simulate(attended, { ...once, onProgress, signal: stopping.signal }))).toBe(enough);
    expect(calls).toBe(1);
  });

  test("stops where a signal of somebody's own gives no reason, with an error all the same", () => {
    const signal = { aborted: true, reason: undefined };
    const error = thrownBy(() => simulate(attended, { ...once, signal }));
    expect(String(error)).toBe(
      "AbortError: This simulation was stopped by its signal, which gives no reason.",
    );
  });

  test("in slices gives the same answer, and lets a timer stop it", async () => {
    const sliced = await simulateInSlices(attended, once);
    expect(sliced.draws()).toEqual(simulate(attended, once).draws());
    const stopping = new AbortController();
    const run = simulateInSlices(attended, { ...once, draws: 5_000_000, signal: stopping.signal });
    void later(5).then(() => {
      stopping.abort("the page was left");
    });
    await expect(run).rejects.toBe("the page was left");
  });

  test("in slices refuses what makes no sense, as it would at once", async () => {
    const refused = simulateInSlices(attended, { ...once, draws: 0 });
    await expect(refused).rejects.toThrow("draws: expected a whole number");
  });
});

describe("a plan whose assumptions carry their uncertainty", () => {
  const path = "services.accommodation.startRate";
  const plan = essexPlan({
    [path]: {
      value: "0.8",
      source: "illustrative",
      distribution: { kind: "beta", mean: 0.8, deviation: 0.05 },
    },
    "services.accommodation.needShare": { value: "0.4", low: "0.3", high: "0.5" },
  });

  test("is forecast, and its total simulated by what its assumptions say", () => {
    const { starts: volume } = forecast(plan).total({ year: "2023/24" });
    const simulated = simulate(volume, { draws: 2000, seed: 1 });
    within(simulated.mean, Number(String(volume.value)), simulated.standardErrors.mean);
    expect(simulated.contributions().map(({ path: one }) => one)).toEqual([
      "services.accommodation.needShare",
      path,
    ]);
  });
});

test("under a scenario that scales a rate, the volume that is simulated is scaled as the one that is forecast", () => {
  const rate = "services.accommodation.startRate";
  const plan = essexPlan({
    [rate]: { value: "0.5", distribution: { kind: "uniform", low: "0.4", high: "0.6" } },
  });
  const scaled = under([{ scale: rate, by: "1.5" }], plan);
  const [before, after] = [plan, scaled].map((one) => forecast(one).total({ year: "2023/24" }).starts) as [
    Figure,
    Figure,
  ];
  expect(String(after)).toBe(String(before.times(given("1.5", "ratio", { name: "by" }))));
  const [drawn, drawnAfter] = [before, after].map((one) => simulate(one, { draws: 500, seed: 1 }).mean) as [
    number,
    number,
  ];
  expect(drawnAfter / drawn).toBeCloseTo(1.5, 12);
});

describe("every draw is what the figure would be, if its inputs were what they were drawn to be", () => {
  test("for the value of a year, with each of its assumptions uncertain", () => {
    const { indicativeValue: value } = forecast(essexPlan()).total({ year: "2022/23" });
    const assumed = [...inputsOf(value)].filter(([path]) => !path.startsWith("caseload"));
    const distributions = Object.fromEntries(
      assumed.map(([path, { value: base }]) => {
        const middle = Number(String(base));
        return [path, { kind: "uniform", low: middle * 0.9, high: middle } as const];
      }),
    );
    const drawn = simulate({ ...Object.fromEntries(assumed), value }, { draws: 5, seed: 9, distributions });
    const draws = Object.entries(drawn).map(([path, one]) => [path, one.draws()] as const);
    for (let k = 0; k < 5; k++) {
      const changes = Object.fromEntries(
        draws.filter(([path]) => path !== "value").map(([path, one]) => [path, String(one[k])]),
      );
      const exact = Number(String(whatIf(value, changes).value));
      expect(Math.abs((drawn["value"].draws()[k] ?? NaN) / exact - 1)).toBeLessThan(1e-12);
    }
  });
});

describe("figures at the edges of what can be read", () => {
  const even = { kind: "uniform", low: 0, high: 2 } as const;

  test("one with no inputs is always the same", () => {
    const simulated = simulate(starts({ referrals: 1200, startRate: "0.62" }), { draws: 500, seed: 1 });
    expect([simulated.mean, simulated.deviation, simulated.percentile(99)]).toEqual([744, 0, 744]);
    expect(simulated.contributions()).toEqual([]);
    expect(simulated.histogram({ bins: 10 })).toEqual([{ from: 744, to: 744, count: 500 }]);
  });

  test("one input used twice is drawn once", () => {
    const a = input("a", 1, "hours");
    const simulated = simulate(
      { none: a.minus(a), twice: a.plus(a), a },
      { draws: 500, seed: 1, distributions: { a: even } },
    );
    expect(new Set(simulated.none.draws())).toEqual(new Set([0]));
    expect(simulated.twice.draws()).toEqual(simulated.a.draws().map((draw) => 2 * draw));
  });

  test("a nought stays nought, whatever it is multiplied with", () => {
    const nothing = given(0, "referrals", { name: "referrals" });
    const uncertain = { startRate: distributions.startRate };
    const simulated = simulate(starts({ referrals: nothing, startRate }), {
      ...once,
      distributions: uncertain,
    });
    expect([simulated.mean, simulated.deviation]).toEqual([0, 0]);
  });

  test("a sum of 100,000 parts, and a working 100,000 deep", () => {
    const a = input("a", 1, "hours");
    const wide = sum(
      "hours",
      Array.from({ length: 100_000 }, () => a),
    );
    let deep: Figure<"hours"> = a;
    for (let k = 1; k < 100_000; k++) deep = deep.plus(a);
    const simulated = simulate({ wide, deep }, { draws: 50, seed: 1, distributions: { a: even } });
    for (const one of [simulated.wide, simulated.deep])
      expect(one.mean / 100_000).toBeCloseTo(simulated.wide.mean / 100_000, 9);
    expect(simulated.wide.deviation).toBeGreaterThan(0);
  });

  test("bins of draws that differ by less than a float can tell hold them all", () => {
    const close = Float64Array.of(1, 1 + 2 ** -52);
    expect(histogramOf(close, 7).reduce((count, bin) => count + bin.count, 0)).toBe(2);
  });
});
