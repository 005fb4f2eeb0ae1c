import { Decimal } from "decimal.js"; // eslint-disable-line @typescript-eslint/no-restricted-imports -- what a caller brings
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { apportion } from "volumes-and-values";
import type { NumberLike } from "volumes-and-values";
import { runs } from "../support/arbitraries-numbers.ts";
import { add, divide, exactly, fraction, isBelow, multiply, size, subtract } from "./fraction.ts";
import { refused } from "./refusal.ts";

const shared = (...given: Parameters<typeof apportion>): string[] => apportion(...given).map(String);

describe("published apportionments", () => {
  test.for([
    // Textbook example of the largest remainder method: ten seats, a hundred thousand votes.
    { total: 10, weights: [47000, 16000, 15800, 12000, 6100, 3100], shares: ["5", "2", "1", "1", "1", "0"] },
    // A published allocation of 44 seats by the method of Hamilton.
    { total: 44, weights: [21878, 9713, 4167, 3252, 1065], shares: ["24", "11", "5", "3", "1"] },
    // A published allocation of 1,003 units between two.
    { total: 1003, weights: [49, 51], shares: ["491", "512"] },
    // A published test of ties: five units over four nearly equal weights.
    { total: 5, weights: [100, 101, 100, 100], shares: ["1", "2", "1", "1"] },
  ])("$total among $weights is $shares", ({ total, weights, shares }) => {
    expect(shared(total, weights)).toEqual(shares);
  });
});

describe("edges", () => {
  test.for<readonly [string, Parameters<typeof apportion>, string[]]>([
    ["a tie goes to the first of three areas", [1, [1, 1, 1]], ["1", "0", "0"]],
    ["two ties go to the first two of three areas", [2, [1, 1, 1]], ["1", "1", "0"]],
    ["an area that weighs nothing gets nobody", [7, [0, 3, 0, 4]], ["0", "3", "0", "4"]],
    ["a debt is shared as its mirror image", [-2, [1, 1, 1]], ["-1", "-1", "0"]],
    ["one area takes everybody", [900, ["0.001"]], ["900"]],
    ["nobody is shared among several areas", [0, [3, 4]], ["0", "0"]],
    ["nobody may be shared among areas that weigh nothing", [0, [0, 0]], ["0", "0"]],
    ["nobody may be shared among no areas", [0, []], []],
    ["weights may be fractions", [10, ["0.25", 0.75]], ["3", "7"]],
    ["pounds split into pence", ["100.00", [1, 1, 1], { quantum: "0.01" }], ["33.34", "33.33", "33.33"]],
    ["a penny goes to the first", ["0.01", [1, 1], { quantum: "0.01" }], ["0.01", "0"]],
    ["minus a penny goes to the first", ["-0.01", [1, 1], { quantum: "0.01" }], ["-0.01", "0"]],
    ["beds may come in blocks of five", [25, [1, 1, 1], { quantum: 5 }], ["10", "10", "5"]],
  ])("%s", ([, given, shares]) => {
    expect(shared(...given)).toEqual(shares);
  });

  test("a share of nought has no sign, even of a debt", () => {
    expect(apportion(-1, [0, 1]).map((share) => Object.is(share.toNumber(), -0))).toEqual([false, false]);
  });

  test("a million people go to a thousand areas without losing one", () => {
    const weights = Array.from({ length: 1_000 }, (_, index) => (index * 7_919) % 1_009);
    const shares = shared(1_000_003, weights).map(exactly).reduce(add, fraction(0n));
    expect(shares).toEqual(fraction(1_000_003n));
  });
});

describe("by the law of largest remainders", () => {
  const quanta = fc.integer({ min: -100_000, max: 100_000 });
  const weightLists = fc
    .array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 12 })
    .filter((weights) => weights.some((weight) => weight > 0));
  const quantumText = fc.constantFrom("1", "0.01", "5", "0.25");
  const cases = fc.tuple(quanta, weightLists, quantumText);
  const totalOf = (count: number, quantum: string): NumberLike => new Decimal(quantum).times(count);

  test("the shares sum to the total, nobody lost and nobody made up", () => {
    fc.assert(
      fc.property(cases, ([count, weights, quantum]) => {
        const shares = shared(totalOf(count, quantum), weights, { quantum }).map(exactly);
        expect(shares.reduce(add, fraction(0n))).toEqual(multiply(fraction(BigInt(count)), exactly(quantum)));
      }),
      runs,
    );
  });

  test("each share is a whole number of quanta, less than one from its exact quota", () => {
    fc.assert(
      fc.property(cases, ([count, weights, quantum]) => {
        const whole = weights.reduce((sum, weight) => sum + weight, 0);
        const shares = shared(totalOf(count, quantum), weights, { quantum });
        for (const [index, share] of shares.entries()) {
          const inQuanta = divide(exactly(share), exactly(quantum));
          const quota = fraction(BigInt(count) * BigInt(weights[index] as number), BigInt(whole));
          expect(inQuanta.below).toBe(1n);
          expect(isBelow(size(subtract(inQuanta, quota)), fraction(1n))).toBe(true);
        }
      }),
      runs,
    );
  });

  test("who has the larger weight never gets the smaller share, and of equals the first gets no less", () => {
    fc.assert(
      fc.property(cases, ([count, weights, quantum]) => {
        const shares = shared(totalOf(Math.abs(count), quantum), weights, { quantum }).map(exactly);
        for (const [a, weight] of weights.entries()) {
          for (const [b, other] of weights.entries()) {
            if (weight < other || (weight === other && a > b)) continue;
            expect(isBelow(shares[a] as never, shares[b] as never)).toBe(false);
          }
        }
      }),
      runs,
    );
  });

  test("a debt is shared exactly as the same sum owed", () => {
    fc.assert(
      fc.property(cases, ([count, weights, quantum]) => {
        const owed = apportion(totalOf(count, quantum), weights, { quantum });
        const owing = apportion(totalOf(-count, quantum), weights, { quantum });
        expect(owing.map((share) => share.toFixed())).toEqual(
          owed.map((share) => (share.isZero() ? "0" : share.negated().toFixed())),
        );
      }),
      runs,
    );
  });

  test("weights of any common scale share alike", () => {
    fc.assert(
      fc.property(cases, ([count, weights, quantum]) => {
        const scaled = weights.map((weight) => new Decimal(weight).times("0.000007"));
        expect(shared(totalOf(count, quantum), scaled, { quantum })).toEqual(
          shared(totalOf(count, quantum), weights, { quantum }),
        );
      }),
      runs,
    );
  });
});

describe("what cannot be shared out", () => {
  test.for<readonly [Parameters<typeof apportion>, string]>([
    [["10.5", [1, 1]], "10.5 cannot be shared out: it is not a whole number of 1. Round it first."],
    [
      ["0.005", [1], { quantum: "0.01" }],
      "0.005 cannot be shared out: it is not a whole number of 0.01. Round it first.",
    ],
    [[10, [3, -1]], "10 cannot be shared out: a weight is negative. Give weights from zero up."],
    [[10, [0, 0]], "10 cannot be shared out: no weight is above zero, so nobody would take it."],
    [[10, []], "10 cannot be shared out: no weight is above zero, so nobody would take it."],
    [
      [10, [1], { quantum: 0 }],
      "10 cannot be shared out: the quantum must be above zero, such as 1 or 0.01.",
    ],
    [
      [10, [1], { quantum: "-1" }],
      "10 cannot be shared out: the quantum must be above zero, such as 1 or 0.01.",
    ],
    [["0.0000001", [1]], "0.0000001 cannot be shared out: it is not a whole number of 1. Round it first."],
  ])("%j is refused with its reason", ([given, message]) => {
    expect(refused(() => apportion(...given))).toEqual({ code: "cannot-apportion", message });
  });

  test("a total, a weight or a quantum that is no number is refused by its name", () => {
    const refusals = [
      () => apportion("ten", [1]),
      () => apportion(10, [1, null as never]),
      () => apportion(10, [1], { quantum: "penny" }),
    ].map((act) => refused(act).message.slice(0, 46));
    expect(refusals).toEqual([
      'total must be a plain decimal number, and "ten',
      "weights[1] must be a plain decimal number, and",
      'quantum must be a plain decimal number, and "p',
    ]);
  });
});

test("the weights given are not changed, and the shares answered cannot be", () => {
  const weights = Object.freeze([3, 1, 2]);
  const shares = apportion(6, weights);
  expect(weights).toEqual([3, 1, 2]);
  expect([shares, ...shares, ...shares.map(({ d }) => d)].every(Object.isFrozen)).toBe(true);
});
