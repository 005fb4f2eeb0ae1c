import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { given } from "volumes-and-values";
import { isUnit, unitOfProduct, unitOfQuotient } from "../../src/numbers/unit.ts";
import { measureLists, runs } from "../support/arbitraries-numbers.ts";
import { refused } from "./refusal.ts";

interface Lists {
  readonly above: readonly string[];
  readonly below: readonly string[];
}

/** A unit written from its measures, as the library writes one that has been reduced. */
function written({ above, below }: Lists): string {
  const count = (list: readonly string[], word: string): number => list.filter((one) => one === word).length;
  const words = [...new Set([...above, ...below])].sort();
  const powers = words.map((word) => [word, count(above, word) - count(below, word)] as const);
  const side = (sign: 1 | -1): string =>
    powers
      .flatMap(([word, power]) => (power * sign > 0 ? Array<string>(power * sign).fill(word) : []))
      .join(" × ");
  const [numerator, denominator] = [side(1) || "ratio", side(-1)];
  return denominator === "" ? numerator : `${numerator}/${denominator}`;
}

describe("measures cancel as they do on paper", () => {
  test.for([
    ["referrals", "starts/referrals", "starts"],
    ["starts/referrals", "referrals", "starts"],
    ["starts", "GBP/starts", "GBP"],
    ["ratio", "starts", "starts"],
    ["ratio", "ratio", "ratio"],
    ["GBP/hours", "hours/starts", "GBP/starts"],
    ["people", "peopleInYear/people", "peopleInYear"],
    ["starts", "starts", "starts × starts"],
    ["people", "hours", "hours × people"],
  ] as const)("%s × %s is %s", ([a, b, product]) => {
    expect(unitOfProduct(a, b)).toBe(product);
  });

  test.for([
    ["GBP", "starts", "GBP/starts"],
    ["starts", "starts", "ratio"],
    ["completions", "completions/starts", "starts"],
    ["ratio", "starts", "ratio/starts"],
    ["starts", "ratio", "starts"],
    ["GBP/starts", "GBP/completions", "completions/starts"],
    ["starts × starts", "starts", "starts"],
  ] as const)("%s ÷ %s is %s", ([a, b, quotient]) => {
    expect(unitOfQuotient(a, b)).toBe(quotient);
  });

  test("any product or quotient holds the measures of both, less those that stand above and below the line", () => {
    fc.assert(
      fc.property(measureLists, measureLists, (a, b) => {
        expect(unitOfProduct(written(a), written(b))).toBe(
          written({ above: [...a.above, ...b.above], below: [...a.below, ...b.below] }),
        );
        expect(unitOfQuotient(written(a), written(b))).toBe(
          written({ above: [...a.above, ...b.below], below: [...a.below, ...b.above] }),
        );
      }),
      runs,
    );
  });

  test("it does not matter in which order units multiply, or in which groups", () => {
    fc.assert(
      fc.property(measureLists, measureLists, measureLists, (x, y, z) => {
        const [a, b, c] = [written(x), written(y), written(z)];
        expect(unitOfProduct(a, b)).toBe(unitOfProduct(b, a));
        expect(unitOfProduct(unitOfProduct(a, b), c)).toBe(unitOfProduct(a, unitOfProduct(b, c)));
        expect(unitOfQuotient(unitOfProduct(a, b), b)).toBe(a);
        expect(unitOfQuotient(a, a)).toBe("ratio");
      }),
      runs,
    );
  });

  test("words that every object has are measures like any other", () => {
    expect(unitOfProduct("constructor", "toString/constructor")).toBe("toString");
    expect(unitOfQuotient("__proto__", "hasOwnProperty")).toBe("__proto__/hasOwnProperty");
  });
});

describe("what can be stated as a unit", () => {
  test.for([
    "people",
    "GBP",
    "ratio",
    "GBP/starts",
    "starts/month",
    "peopleInYear/people",
    "full-time",
    "x_1",
  ])("%s can", (unit) => {
    expect(isUnit(unit)).toBe(true);
  });

  test.for([
    "",
    " ",
    "£",
    "GBP/",
    "/starts",
    "GBP / starts",
    "GBP/starts/month",
    "starts/starts",
    "starts/ratio",
    "hours × people",
    "2starts",
    "%",
    null,
    undefined,
    5,
    ["people"],
  ])("%o cannot, and no input is given in it", (unit) => {
    expect(isUnit(unit)).toBe(false);
    expect(refused(() => given(1, unit as string, { name: "caseload" })).code).toBe("wrong-unit");
  });

  test("who gives a unit that is none is told what one is", () => {
    const { code, message } = refused(() => given(1, "£ per start", { name: "costPerStart" }));
    expect(code).toBe("wrong-unit");
    expect(message).toMatch(/^costPerStart takes a unit, as starts, GBP\/starts or ratio/);
    expect(message).toContain('"£ per start"');
  });
});
