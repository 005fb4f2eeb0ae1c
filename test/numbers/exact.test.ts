import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { given, starts } from "volumes-and-values";
import * as decimal from "../../src/numbers/decimal.ts";
import * as exact from "../../src/numbers/exact.ts";
import { decimalText, runs } from "../support/arbitraries-numbers.ts";

const of = (text: string): exact.Exact => decimal.exactOf(decimal.decimalFrom(text));

describe("a number is its digits and the place of its point", () => {
  test("pounds and pence come out as they went in", () => {
    fc.assert(
      fc.property(decimalText(300), (text) => {
        const value = decimal.decimalFrom(text);
        expect(decimal.digitsOf(decimal.decimalOf(decimal.exactOf(value)))).toBe(decimal.digitsOf(value));
      }),
      runs,
    );
  });

  test("of two numbers the one that decimal.js calls less is less", () => {
    fc.assert(
      fc.property(decimalText(60), decimalText(60), (a, b) => {
        const less = decimal.decimalFrom(a).lessThan(decimal.decimalFrom(b));
        expect(exact.isLess(of(a), of(b))).toBe(less);
      }),
      runs,
    );
  });

  test("zeros at the end of a number change nothing that is said of it", () => {
    fc.assert(
      fc.property(decimalText(40), fc.integer({ min: 0, max: 120 }), (text, zeros) => {
        const number = of(text);
        const longer = { digits: number.digits * 10n ** BigInt(zeros), places: number.places + zeros };
        expect(exact.isLess(number, longer) || exact.isLess(longer, number)).toBe(false);
        expect(exact.isShare(longer)).toBe(exact.isShare(number));
        expect(exact.isZero(longer)).toBe(exact.isZero(number));
        expect(decimal.digitsOf(decimal.decimalOf(longer))).toBe(decimal.digitsOf(decimal.decimalOf(number)));
      }),
      runs,
    );
  });

  test.for([
    ["0", true],
    ["0.00", true],
    ["1", true],
    ["1.000", true],
    ["0.62", true],
    [`0.${"9".repeat(500)}`, true],
    [`1.${"0".repeat(500)}1`, false],
    ["-0.1", false],
    ["62", false],
    [`1${"0".repeat(999)}`, false],
  ] as const)("whether %s is a share: %s", ([text, isShare]) => {
    expect(exact.isShare(of(text))).toBe(isShare);
  });
});

describe("only digits that say something count towards those that are kept", () => {
  test("a half of a half may be taken ten thousand times where two follows", () => {
    let figure = given("0.50", "ratio", { name: "half" });
    const [half, two] = [figure, given("2.0", "ratio", { name: "two" })];
    for (let times = 0; times < 10_000; times++) figure = figure.times(two).times(half);
    expect(String(figure)).toBe("0.5");
  });

  test("nothing of something minute is nothing, however minute", () => {
    let minute = given(`0.${"0".repeat(900)}1`, "ratio", { name: "minute" });
    for (let times = 0; times < 6; times++) minute = minute.times(minute);
    const none = given(0, "ratio", { name: "none" });
    expect(String(minute.times(none).times(minute).plus(none))).toBe("0");
  });
});

describe("the value of a figure", () => {
  test("is one and the same Decimal however often it is asked for, and nobody can change it", () => {
    const { value } = starts({ referrals: 1200, startRate: "0.62" });
    const figure = starts({ referrals: 1200, startRate: "0.62" });
    expect(figure.value).toBe(figure.value);
    expect(String(value)).toBe("744");
    expect(Object.isFrozen(value) && Object.isFrozen(value.d)).toBe(true);
  });
});
