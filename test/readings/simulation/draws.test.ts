import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawFrom } from "../../../src/readings/simulation/curves.ts";
import type { Placed } from "../../../src/readings/simulation/curves.ts";
import * as draw from "../../../src/readings/simulation/drawn.ts";
import type { Drawn } from "../../../src/readings/simulation/drawn.ts";
import { kernelDraws } from "../../../src/readings/simulation/kernel-draws.ts";
import { shareOf, wordsOf } from "../../../src/readings/simulation/streams.ts";
import { runs } from "../../support/arbitraries-numbers.ts";

const number = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });

/** Low, mode and high, the first below the last. */
const threePoints = fc
  .tuple(number(-1e3, 1e3), number(1e-3, 1e3), number(0, 1))
  .map(([low, range, at]) => [low, low + at * range, low + range] as const);

/** Distributions of every kind that is drawn along a curve. */
const along: fc.Arbitrary<Drawn> = fc.oneof(
  threePoints.map(([low, , high]) => draw.uniform(low, high)),
  threePoints.map((points) => draw.triangular(...points)),
  fc.tuple(number(-1e3, 1e3), number(1e-3, 1e3)).map(([mean, deviation]) => draw.normal(mean, deviation)),
  fc.tuple(number(-3, 8), number(0.01, 2)).map(([mean, deviation]) => draw.lognormal(mean, deviation)),
  fc.tuple(number(0.5, 50), number(0.5, 50)).map(([alpha, beta]) => draw.beta(alpha, beta)),
  fc
    .tuple(number(0.2, 0.8), number(0.05, 0.5))
    .map(([mean, deviation]) => draw.cutTo(draw.normal(mean, deviation), 0, 1)),
);

/** Words of 32 bits, those at both ends and about the middle among them. */
const word = fc.oneof(
  fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
  fc.constantFrom(0, 1, 255, 256, 2 ** 31 - 1, -(2 ** 31), -1, -2, -256, -257),
  fc.nat({ max: 30 }).map((bits) => 2 ** bits),
);

const drawnOf = (drawn: Drawn, one: number): number => {
  const into = new Float64Array(1);
  drawn.draw({ next: () => one }, into, 1);
  return into[0] as number;
};

describe("a draw", () => {
  test("is the quantile of its word's share, to a hundred-millionth of the width of the distribution", () => {
    fc.assert(
      fc.property(along, word, (drawn, one) => {
        const exact = drawn.quantile(shareOf(one));
        const width = drawn.quantile(0.75) - drawn.quantile(0.25);
        // Beyond the middle half, against how far out it is.
        const allowed = 1.01e-8 * Math.max(width, Math.abs(exact - drawn.quantile(0.5)));
        expect(Math.abs(drawnOf(drawn, one) - exact)).toBeLessThanOrEqual(allowed + 1e-13 * Math.abs(exact));
      }),
      runs,
    );
  });

  test("is never less than the least, nor more than the most", () => {
    fc.assert(
      fc.property(along, word, (drawn, one) => {
        const value = drawnOf(drawn, one);
        expect(value).toBeGreaterThanOrEqual(drawn.least);
        expect(value).toBeLessThanOrEqual(drawn.most);
      }),
      runs,
    );
  });

  test("is hardly ever asked of the quantile function itself, once its pieces are made", () => {
    let asked = 0;
    const { quantile, ...curve } = (draw.normal(0, 1).placed as Placed).curve;
    const counting = { ...curve, quantile: (share: number) => (asked++, quantile(share)) };
    const [words, into] = [wordsOf(1, "pieces"), new Float64Array(20_000)];
    const placed = { curve: counting, offset: 0, scale: 1 };
    drawFrom(placed, words, into, into.length);
    asked = 0;
    drawFrom(placed, words, into, into.length);
    expect(asked).toBeLessThan(into.length / 20);
  });
});

describe("draws of the kernel", () => {
  test("are those of the loops, to the last bit, from the same streams", () => {
    fc.assert(
      fc.property(
        fc.array(along, { minLength: 1, maxLength: 5 }),
        fc.array(fc.integer({ min: 1, max: 32 }), { minLength: 1, maxLength: 6 }),
        fc.nat(),
        (distributions, counts, seed) => {
          const placed = distributions.map((one) => one.placed as Placed);
          const streams = placed.map((_, index) => wordsOf(seed, String(index)));
          const kernel = kernelDraws(
            placed.map((one, index) => ({ placed: one, state: streams[index]?.getState?.() ?? [] })),
            32,
          );
          for (const count of counts) {
            kernel?.draw(count);
            for (const [index, one] of placed.entries()) {
              const due = new Float64Array(count);
              drawFrom(one, streams[index] as (typeof streams)[0], due, count);
              expect([...(kernel?.columns[index] ?? [])].slice(0, count)).toEqual([...due]);
            }
          }
        },
      ),
      runs,
    );
  });

  test("are not to be had where there is no WebAssembly", () => {
    const here = globalThis as { WebAssembly?: unknown };
    const { WebAssembly: engine } = here;
    here.WebAssembly = undefined;
    try {
      expect(kernelDraws([], 32)).toBeUndefined();
    } finally {
      here.WebAssembly = engine;
    }
  });
});
