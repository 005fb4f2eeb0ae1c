import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitBy } from "../../../src/readings/bridge/split.ts";
import { inQuanta } from "../../../src/readings/bridge/quanta.ts";
import { runs } from "../../support/runs.ts";

const product = (ratios: readonly number[]): number => ratios.reduce((a, b) => a * b, 1);
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** Every order of so many places. */
function orders(places: readonly number[]): readonly (readonly number[])[] {
  if (places.length === 0) return [[]];
  return places.flatMap((first) =>
    orders(places.filter((place) => place !== first)).map((rest) => [first, ...rest]),
  );
}

const ratio = fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0.001, max: 1000, noNaN: true }));
const pairOf = (length: number) =>
  fc.record({
    before: fc.array(ratio, { minLength: length, maxLength: length }),
    after: fc.array(ratio, { minLength: length, maxLength: length }),
  });
const somePair = fc.integer({ min: 1, max: 6 }).chain(pairOf);
const largestPair = fc.integer({ min: 7, max: 12 }).chain(pairOf);

describe("the difference of two products", () => {
  it("is shared as it is on average over every order in which the factors are changed", () => {
    fc.assert(
      fc.property(somePair, (pair) => {
        const all = orders([...pair.before.keys()]);
        const sequential = all.map((order) => splitBy("sequential", pair, order).parts);
        const { parts } = splitBy("shapley", pair, []);
        const largest = Math.max(...sequential.flat().map(Math.abs));
        for (const [place, part] of parts.entries()) {
          const mean = sum(sequential.map((one) => one[place] as number)) / all.length;
          expect(Math.abs(part - mean)).toBeLessThanOrEqual(1e-12 * largest);
        }
      }),
      { numRuns: runs },
    );
  });

  it("is the sum of its parts, for as many as twelve factors, and each part has the sign of its change", () => {
    fc.assert(
      fc.property(largestPair, (pair) => {
        const { before, after } = pair;
        const { parts } = splitBy("shapley", pair, []);
        const largest = Math.max(product(before), product(after), ...parts.map(Math.abs));
        expect(Math.abs(sum(parts) - (product(after) - product(before)))).toBeLessThanOrEqual(
          1e-12 * largest,
        );
        for (const [place, part] of parts.entries())
          expect([0, Math.sign((after[place] as number) - (before[place] as number))]).toContain(
            Math.sign(part),
          );
      }),
      { numRuns: runs },
    );
  });

  it("is mirrored to the last bit when it is reversed", () => {
    fc.assert(
      fc.property(largestPair, ({ before, after }) => {
        const there = splitBy("shapley", { before, after }, []).parts;
        const back = splitBy("shapley", { before: after, after: before }, []).parts;
        expect(back.map((part) => (part === 0 ? 0 : -part))).toEqual(
          there.map((part) => (part === 0 ? 0 : part)),
        );
      }),
      { numRuns: runs },
    );
  });

  it("leaves an interaction only where two factors change", () => {
    const before = [1000, 50, 1];
    expect(splitBy("isolated", { before, after: [1200, 50, 1] }, [])).toEqual({
      parts: [10000, 0, 0],
      interaction: 0,
    });
    expect(splitBy("isolated", { before, after: [1200, 45, 1] }, [])).toEqual({
      parts: [10000, -5000, 0],
      interaction: -1000,
    });
  });
});

describe("each factor alone", () => {
  it("does nothing where two were nought, and all is interaction", () => {
    expect(splitBy("isolated", { before: [0, 0, 5], after: [2, 3, 5] }, [])).toEqual({
      parts: [0, 0, 0],
      interaction: 30,
    });
  });
});

describe("parts brought to whole quanta", () => {
  it.for<[number, number[], number[]]>([
    [1, [0.5, 0.5], [1, 0]],
    [-1, [-0.5, -0.5], [-1, 0]],
    [0, [0.6, -0.6], [1, -1]],
    [0, [-0.6, 0.6], [-1, 1]],
    [3, [2.4, 0, 0.6], [2, 0, 1]],
    [2, [0, 2.0000001], [0, 2]],
    [0, [], []],
    [0, [0, 0], [0, 0]],
  ])("%i of %j are %j", ([total, parts, whole]) => {
    expect(inQuanta(total, parts)).toEqual(whole);
  });

  it("sum to the total, are less than two from what they were, and are mirrored with their sign", () => {
    const part = fc.oneof(fc.constant(0), fc.double({ min: -1e6, max: 1e6, noNaN: true }));
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 12 }), (parts) => {
        const total = Math.round(sum(parts)) + 0;
        fc.pre(parts.some((one) => one !== 0));
        const whole = inQuanta(total, parts);
        expect(sum(whole)).toBe(total);
        for (const [place, one] of parts.entries()) {
          expect(Math.abs((whole[place] as number) - one)).toBeLessThan(2);
          if (one === 0) expect(whole[place]).toBe(0);
        }
        const mirrored = inQuanta(
          -total,
          parts.map((one) => -one),
        );
        expect(mirrored.map((one) => (one === 0 ? 0 : -one))).toEqual(whole);
      }),
      { numRuns: runs },
    );
  });
});
