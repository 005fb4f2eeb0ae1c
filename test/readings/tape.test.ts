import * as fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { forecast, given, isFigure, parsePlan, sum } from "volumes-and-values";
import type { Figure } from "volumes-and-values";
import { sensitivity, swings, whatIf } from "volumes-and-values/readings";
import { nodesOf } from "../../src/numbers/working.ts";
import { runnerOf } from "../../src/readings/blocks.ts";
import { gradientOf } from "../../src/readings/backwards.ts";
import { faultAt, replay, valuesOf } from "../../src/readings/replay.ts";
import { tapeOf } from "../../src/readings/tape.ts";
import type { Tape } from "../../src/readings/tape.ts";
import { plausiblePlan } from "../support/arbitrary-plans.ts";
import { madeFigure } from "../support/arbitrary-figures.ts";
import { patience, runs } from "../support/runs.ts";

vi.setConfig({ testTimeout: patience });

const input = (value: number | string, path: string): Figure<"ratio"> =>
  given(value, "ratio", { name: path, path });

/** The largest number on the way to some figures. */
const largest = (figures: readonly Figure[]): number =>
  Math.max(...nodesOf(figures).map(({ value }) => Math.abs(value.toNumber())));

const plainly = ({ plain }: Tape, inputs: Float64Array): number[] => {
  const values = valuesOf(plain, inputs);
  return [...plain.outputs].map((output) => values[output] as number);
};

const lengths = (tape: Tape): readonly [number, number] => [
  tape.plain.code.length / 3,
  tape.short.code.length / 3,
];

test("what cancels once its terms are gathered is nothing, and no fault", () => {
  const [a, b, x, y] = [input(2, "a"), input(3, "b"), input(5, "x"), input(7, "y")] as const;
  const both = x.plus(y);
  const twice = (by: Figure<"ratio">): Figure<"ratio"> => by.times(x).plus(by.times(y)).minus(by.times(both));
  // a and b, each times x + y − (x + y).
  const figure = twice(a).plus(twice(b));
  expect([...replay(tapeOf({ figure, both }), Float64Array.from([2, 5, 7, 3]))]).toEqual([0, 12]);
  expect(sensitivity(figure).rows.map(({ derivative }) => derivative)).toEqual([0, 0, 0, 0]);
  expect(swings(figure).rows).toEqual([]);
});

describe("a tape agrees with the exact figures to 1e-12 of the largest number on the way", () => {
  const agrees = (figures: readonly Figure[]): void => {
    const tape = tapeOf(figures);
    const within = 1e-12 * largest(figures);
    const [short, plain] = [replay(tape, tape.base), plainly(tape, tape.base)];
    for (const [index, figure] of figures.entries()) {
      const exact = figure.value.toNumber();
      expect.soft(Math.abs((short[index] as number) - exact)).toBeLessThanOrEqual(within);
      expect.soft(Math.abs((plain[index] as number) - exact)).toBeLessThanOrEqual(within);
    }
  };

  test("over figures made in any steps", () => {
    fc.assert(
      fc.property(madeFigure, ({ figure, steps }) => {
        agrees([figure]);
        agrees(steps);
      }),
      { numRuns: runs },
    );
  });

  test("over every total and every row of any plan", () => {
    fc.assert(
      fc.property(plausiblePlan(), (data) => {
        const made = forecast(parsePlan(data));
        const figures = [made.total(), ...made.rows].flatMap((one) => Object.values(one)).filter(isFigure);
        agrees(figures);
      }),
      { numRuns: runs },
    );
  });
});

describe("a tape is shorter than the steps it came from", () => {
  test.for<readonly [string, (of: Record<"a" | "b" | "x" | "y" | "z", Figure<"ratio">>) => Figure, number]>([
    // a × (x + y): one sum and one product
    ["a × x + a × y", ({ a, x, y }) => a.times(x).plus(a.times(y)), 2],
    // (x + y) ÷ a
    ["x ÷ a + y ÷ a", ({ a, x, y }) => x.dividedBy(a).plus(y.dividedBy(a)), 2],
    // a × (x + b × (y + z))
    [
      "a × x + a × b × y + a × b × z",
      ({ a, b, x, y, z }) => sum("ratio", [a.times(x), a.times(b).times(y), a.times(b).times(z)] as never),
      4,
    ],
    // a × x × (b + y), where the two sums are one
    [
      "a × (x × b + x × y), made twice and added up",
      ({ a, b, x, y }) => {
        const once = (): Figure<"ratio"> => a.times(x.times(b).plus(x.times(y))).in("ratio");
        return once().plus(once());
      },
      4,
    ],
    // a × the smaller of x and y
    ["the smaller of a × x and a × y", ({ a, x, y }) => a.times(x).min(a.times(y)), 2],
    // a × (1 + b), and x is nowhere
    ["a + a × b + x − x", ({ a, b, x }) => a.plus(a.times(b)).plus(x).minus(x), 2],
    // (2 + 3) × a
    ["a × 2 + a × 3", ({ a }) => a.times(2).plus(a.times(3)), 1],
    ["an input by itself", ({ a }) => a, 0],
    ["the same under another name", ({ a }) => a.named("again").rounded({ places: 2, mode: "half up" }), 0],
  ])("%s", ([, make, length]) => {
    const figure = make({
      a: input(2, "a"),
      b: input(3, "b"),
      x: input(4, "x"),
      y: input(5, "y"),
      z: input(6, "z"),
    });
    const tape = tapeOf(figure);
    expect(lengths(tape)[1]).toBe(length);
    expect(replay(tape, tape.base)[0]).toBeCloseTo(figure.value.toNumber(), 12);
  });

  test("a sum of 100,000 parts that share two rates takes one step for each part and two more", () => {
    const [rate, cost] = [input("0.62", "startRate"), input(250, "costPerStart")];
    const parts = [...Array(100_000).keys()].map((n) =>
      input(n, `people.${String(n)}`)
        .times(rate)
        .times(cost)
        .in("ratio"),
    );
    const tape = tapeOf(sum("ratio", parts));
    expect(lengths(tape)).toEqual([299_999, 100_001]);
    // 0 + 1 + … + 99,999 = 4,999,950,000; × 0.62 × 250
    expect(replay(tape, tape.base)[0]).toBeCloseTo(4_999_950_000 * 155, 0);
  });

  test.for<readonly [string, (so: Figure<"ratio">, n: number) => Figure<"ratio">, number]>([
    ["sums", (so, n) => so.plus(input(1, `x.${String(n)}`)), 100_001],
    ["differences", (so, n) => input(1, `x.${String(n)}`).minus(so), 1],
    ["products", (so, n) => so.times(input(1, `x.${String(n)}`)).in("ratio"), 1],
    [
      "sums and products",
      (so, n) =>
        so
          .times(input(1, "x"))
          .in("ratio")
          .plus(input(n % 2, `y.${String(n % 2)}`)),
      50_001,
    ],
    ["limits", (so, n) => so.min(input(n, `x.${String(n)}`)), 0],
    ["quotients", (so, n) => so.dividedBy(input(1, `x.${String(n % 7)}`)).in("ratio"), 1],
    ["complements", (so) => so.rest, 1],
  ])("a working 100,000 %s deep is flattened", ([, next, answer]) => {
    let figure = input(1, "start");
    for (let n = 0; n < 100_000; n++) figure = next(figure, n);
    const tape = tapeOf(figure);
    expect(replay(tape, tape.base)).toEqual(Float64Array.of(answer));
    expect(gradientOf(tape, 0, tape.base)).toHaveLength(tape.inputs.length);
  });

  test("a figure doubled sixteen times is one step, and as large", () => {
    let figure = input(1, "one");
    for (let i = 0; i < 16; i++) figure = figure.plus(figure);
    const tape = tapeOf(figure);
    expect(lengths(tape)).toEqual([16, 1]);
    expect(replay(tape, tape.base)[0]).toBe(2 ** 16);
  });
});

describe("a tape holds for other inputs than the ones it was made with", () => {
  /** Inputs moved by so many hundredths of themselves, and so much. */
  const moved = (tape: Tape, by: readonly number[]): Float64Array =>
    tape.base.map((value, index) => value * (1 + (by[index % by.length] as number) / 100));
  const shifts = fc.array(fc.integer({ min: -99, max: 200 }), { minLength: 1, maxLength: 8 });

  test("short and plain steps agree, wherever the inputs keep their signs", () => {
    fc.assert(
      fc.property(plausiblePlan(), shifts, (data, by) => {
        const { indicativeValue, starts, unmet } = forecast(parsePlan(data)).total();
        const tape = tapeOf({ indicativeValue, starts, unmet });
        const inputs = moved(tape, by);
        const plain = plainly(tape, inputs);
        const size = Math.max(...valuesOf(tape.plain, inputs).map(Math.abs));
        for (const [index, value] of replay(tape, inputs).entries())
          expect(Math.abs(value - (plain[index] as number))).toBeLessThanOrEqual(1e-12 * size);
      }),
      { numRuns: runs },
    );
  });

  test("where a volume turns negative, the smaller of two is still the smaller", () => {
    const [people, open, ramp] = [input(100, "people"), input(1, "open"), input("0.5", "ramp")];
    const tape = tapeOf(people.times(open).min(people.times(ramp)));
    expect([...tape.taken].map((index) => tape.inputs[index]?.name)).toEqual(["people"]);
    expect(replay(tape, Float64Array.of(100, 1, 0.5))).toEqual(Float64Array.of(50));
    expect(replay(tape, Float64Array.of(-100, 1, 0.5))).toEqual(Float64Array.of(-100));
    expect(replay(tape, Float64Array.of(100, -1, 0.5))).toEqual(Float64Array.of(-100));
  });

  test("what is negative in the base case is never taken out of a limit", () => {
    const [owed, x, y] = [input(-100, "owed"), input(1, "x"), input(2, "y")];
    const tape = tapeOf(owed.times(x).max(owed.times(y)));
    expect([...tape.taken]).toEqual([]);
    expect(replay(tape, tape.base)).toEqual(Float64Array.of(-100));
  });
});

describe("what has no answer is no number, and says by what", () => {
  const [a, b, c] = [input(6, "a"), input(3, "b"), input(9, "c")] as const;

  test("a division by zero, which a limit does not hide", () => {
    const tape = tapeOf(a.dividedBy(b.named("stay")).min(c).plus(a));
    expect(replay(tape, Float64Array.of(6, 0, 9))).toEqual(Float64Array.of(NaN));
    expect(faultAt(tape, Float64Array.of(6, 0, 9))).toBe("stay");
    expect(faultAt(tape, tape.base)).toBeUndefined();
  });

  test("of several, the first", () => {
    const tape = tapeOf(a.dividedBy(b).plus(a.dividedBy(c)));
    expect(faultAt(tape, Float64Array.of(6, 3, 0))).toBe("c");
    expect(faultAt(tape, Float64Array.of(6, 0, 0))).toBe("b");
  });

  test("nothing over nothing is not one, and nothing times a fault is not nothing", () => {
    const tape = tapeOf([a.dividedBy(a), a.minus(a).times(a.dividedBy(b)), a.times(0).dividedBy(b)] as never);
    expect(replay(tape, Float64Array.of(0, 0))).toEqual(Float64Array.of(NaN, NaN, NaN));
    expect(replay(tape, tape.base)).toEqual(Float64Array.of(1, 0, 0));
  });

  test("a divisor that is itself over zero", () => {
    const tape = tapeOf(a.dividedBy(b.dividedBy(c)));
    expect(replay(tape, tape.base)).toEqual(Float64Array.of(18));
    expect(replay(tape, Float64Array.of(6, 3, 0))).toEqual(Float64Array.of(NaN));
    expect(faultAt(tape, Float64Array.of(6, 3, 0))).toBe("c");
  });

  test("a lower limit that has passed the upper one", () => {
    const tape = tapeOf(a.clampedTo(b, c));
    expect(replay(tape, tape.base)).toEqual(Float64Array.of(6));
    expect(replay(tape, Float64Array.of(1, 3, 9))).toEqual(Float64Array.of(3));
    expect(replay(tape, Float64Array.of(6, 10, 9))).toEqual(Float64Array.of(NaN));
    expect(faultAt(tape, Float64Array.of(6, 10, 9))).toBe("b, above c");
  });
});

describe("a tape knows its inputs", () => {
  test("those with a path, each once; what has none is the number it is", () => {
    const third = given({ count: 1, of: 3 }, "ratio", { name: "third" });
    const a = input(6, "a");
    const tape = tapeOf([a.times(third).in("ratio"), a.plus(input(6, "a")), third]);
    expect([...tape.places]).toEqual([["a", 0]]);
    expect([...tape.base]).toEqual([6]);
    expect([...replay(tape, Float64Array.of(9))]).toEqual([3, 18, 1 / 3]);
  });

  test("none, where there is none", () => {
    const tape = tapeOf(sum("ratio", []));
    expect([...replay(tape, tape.base)]).toEqual([0]);
    expect([...replay(tapeOf([]), new Float64Array())]).toEqual([]);
  });

  test("a number that was rounded before any input came to it stays rounded", () => {
    const rounded = given("2.5", "ratio", { name: "fixed" }).rounded({ places: 0, mode: "half up" });
    const tape = tapeOf(rounded.times(input(2, "a")));
    expect([...replay(tape, tape.base)]).toEqual([6]);
  });
});

describe("blocks of draws equal one draw at a time, by Object.is", () => {
  const equal = (tape: Tape, draws: readonly (readonly number[])[], moving?: readonly number[]): void => {
    const size = 5;
    const runner = runnerOf(tape, size, moving);
    const inputs = moving ?? [...tape.inputs.keys()];
    for (let from = 0; from < draws.length; from += size) {
      const block = draws.slice(from, from + size);
      for (const place of inputs)
        for (const [row, draw] of block.entries()) runner.input(place)[row] = draw[place] as number;
      runner.run(block.length);
      const plain = block.some((draw) =>
        inputs.some((place) => tape.taken.includes(place) && (draw[place] as number) < 0),
      );
      for (const [row, draw] of block.entries()) {
        const values = valuesOf(
          plain ? tape.plain : tape.short,
          tape.base.map((value, place) => (inputs.includes(place) ? (draw[place] as number) : value)),
        );
        const { outputs } = plain ? tape.plain : tape.short;
        for (const [index, output] of outputs.entries())
          expect(runner.output(index)[row]).toBe(values[output]);
      }
    }
  };
  const numbers = fc.oneof(
    fc.integer({ min: -300, max: 3000 }).map((n) => n / 100),
    fc.constantFrom(0, -0, NaN, Infinity, 1e-310),
  );
  const draws = fc.array(fc.array(numbers, { minLength: 6, maxLength: 6 }), { minLength: 1, maxLength: 12 });

  test("with signed zeros and what is no number among the draws, over figures made in any steps", () => {
    fc.assert(
      fc.property(
        madeFigure,
        draws,
        fc.array(fc.nat(5), { maxLength: 5 }),
        ({ figure, steps }, many, some) => {
          for (const figures of [[figure], steps.slice(-6), steps]) {
            const tape = tapeOf(figures);
            equal(tape, many);
            equal(
              tape,
              many,
              [...new Set(some)].filter((place) => place < tape.inputs.length),
            );
          }
        },
      ),
      { numRuns: runs },
    );
  });

  test("inputs that are not written keep their value, and the room is no larger than said", () => {
    const tape = tapeOf(input(2, "a").times(input(3, "b")));
    const runner = runnerOf(tape, 4, [1]);
    runner.input(1).set([10, 20]);
    runner.run(2);
    expect([...runner.output(0)]).toEqual([20, 40, 0, 0]);
    expect(() => runner.input(0)).toThrow("This runner has no input 0 that moves.");
    expect(() => runner.output(1)).toThrow("This runner has no output 1.");
    expect(() => runner.run(5)).toThrow("There is room for 4 draws.");
  });
});

describe("derivatives, by one pass back", () => {
  /** A step away from an input, exactly: one more or one fewer where it counts people, and next to nothing elsewhere. */
  const stepOf = (path: string): string => (path.startsWith("caseload.cells.") ? "1" : "0.000000001");

  test("lie between small differences of the exact figures to either side, to one part in a million", () => {
    fc.assert(
      fc.property(plausiblePlan(), fc.nat(1000), (data, pick) => {
        const figure = forecast(parsePlan(data)).total().indicativeValue;
        const tape = tapeOf(figure);
        if (tape.inputs.length === 0) return;
        const place = pick % tape.inputs.length;
        const moved = tape.inputs[place] as Figure;
        const path = [...tape.places.keys()][place] as string;
        const step = stepOf(path);
        const side = (sign: 1 | -1): number | undefined => {
          try {
            const there = whatIf(figure, {
              [path]: moved.value.plus(moved.value.times(0).plus(step).times(sign)),
            });
            return there.value.minus(figure.value).dividedBy(step).times(sign).toNumber();
          } catch {
            return undefined; // a share past one, a count below none, a divisor of zero
          }
        };
        const sides = [side(1), side(-1)].filter((one) => one !== undefined);
        if (sides.length < 2) return;
        const slope = gradientOf(tape, 0, tape.base)[place] as number;
        const size = Math.max(...sides.map(Math.abs));
        // What cancels in floats leaves so much of the figure, for each one of the input.
        const noise = (1e-12 * figure.value.toNumber()) / Math.max(Math.abs(moved.value.toNumber()), 1e-3);
        const off = 1e-6 * size + noise;
        expect(slope).toBeGreaterThanOrEqual(Math.min(...sides) - off);
        expect(slope).toBeLessThanOrEqual(Math.max(...sides) + off);
      }),
      { numRuns: runs },
    );
  });

  test("of every operation", () => {
    const [a, b, c] = [input(6, "a"), input(3, "b"), input(9, "c")] as const;
    const slopes = (figure: Figure): readonly number[] => {
      const tape = tapeOf({ figure, all: sum("ratio", [a, b, c]) });
      const found = gradientOf(tape, 0, tape.base);
      return ["a", "b", "c"].map((name) => found[tape.places.get(name) as number] as number);
    };
    expect(slopes(a.plus(b).minus(c))).toEqual([1, 1, -1]);
    expect(slopes(a.times(b))).toEqual([3, 6, 0]);
    // 1 ÷ 3, and −6 ÷ 9
    expect(slopes(a.dividedBy(b)).map((slope) => slope.toFixed(12))).toEqual([
      "0.333333333333",
      "-0.666666666667",
      "0.000000000000",
    ]);
    expect(slopes(a.min(b))).toEqual([0, 1, 0]);
    expect(slopes(a.max(b))).toEqual([1, 0, 0]);
    expect(slopes(a.clampedTo(b, c))).toEqual([1, 0, 0]);
    expect(slopes(c.clampedTo(b, a))).toEqual([1, 0, 0]);
    expect(slopes(b.clampedTo(a, c))).toEqual([1, 0, 0]);
    expect(slopes(a.rest.times(2))).toEqual([-2, 0, 0]);
    expect(slopes(a.times(a).times(a))).toEqual([108, 0, 0]);
    expect(slopes(a.rounded({ places: 0, mode: "up" }))).toEqual([1, 0, 0]);
  });
});
