import { Decimal } from "decimal.js"; // eslint-disable-line @typescript-eslint/no-restricted-imports -- what a caller brings
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { given, sum } from "volumes-and-values";
import type { NumberLike, RoundingMode } from "volumes-and-values";
import * as decimal from "../../src/numbers/decimal.ts";
import { decimalText, divisorText, runs } from "../support/arbitraries-numbers.ts";
import { add, divide, exactly, multiply, subtract, toDigits, toPlaces } from "./fraction.ts";
import { refused } from "./refusal.ts";

const of = (text: NumberLike): decimal.Decimal => decimal.decimalFrom(text);
const fractionOf = (value: decimal.Decimal) => exactly(decimal.digitsOf(value));

describe("sums keep every digit", () => {
  test("pounds and parts of pounds of any size add, subtract and multiply without losing any", () => {
    fc.assert(
      fc.property(decimalText(300), decimalText(300), (a, b) => {
        expect(fractionOf(decimal.plus(of(a), of(b)))).toEqual(add(exactly(a), exactly(b)));
        expect(fractionOf(decimal.plus(of(a), decimal.negated(of(b))))).toEqual(
          subtract(exactly(a), exactly(b)),
        );
        expect(fractionOf(decimal.times(of(a), of(b)))).toEqual(multiply(exactly(a), exactly(b)));
      }),
      runs,
    );
  });

  test("however much is added, the order in which it is added does not matter", () => {
    fc.assert(
      fc.property(fc.array(decimalText(40), { maxLength: 20 }), (texts) => {
        const forwards = texts.map(of).reduce(decimal.plus, decimal.zero);
        const backwards = texts.map(of).reverse().reduce(decimal.plus, decimal.zero);
        expect(decimal.digitsOf(forwards)).toBe(decimal.digitsOf(backwards));
      }),
      runs,
    );
  });

  test("a penny added to a number of 990 digits is still there", () => {
    const fortune = "9".repeat(990);
    expect(decimal.digitsOf(decimal.plus(of(fortune), of("0.01")))).toBe(`${fortune}.01`);
  });

  test("2,000 digits are kept, and a product that needs more is refused rather than rounded", () => {
    const nines = of("9".repeat(1_000));
    const square = decimal.times(nines, nines);
    // (10ⁿ − 1)² = 10²ⁿ − 2 × 10ⁿ + 1
    expect(decimal.digitsOf(square)).toBe(`${"9".repeat(999)}8${"0".repeat(999)}1`);
    expect(refused(() => decimal.times(square, of(11)))).toEqual({
      code: "too-many-digits",
      message: "A product would need 2002 digits, and 2000 are kept. Round first.",
    });
  });

  test("a sum of something vast and something minute is refused rather than rounded", () => {
    const vast = decimal.times(of(`1${"0".repeat(999)}`), of(`1${"0".repeat(999)}`));
    const minute = of(`0.${"0".repeat(900)}1`);
    expect(refused(() => decimal.plus(vast, minute)).code).toBe("too-many-digits");
    expect(refused(() => decimal.plus(minute, decimal.negated(vast))).message).toMatch(
      /^A sum would need \d+ digits, and 2000 are kept\. Round first\.$/,
    );
    expect(decimal.digitsOf(decimal.plus(vast, decimal.zero))).toBe(`1${"0".repeat(1_998)}`);
  });

  test("a figure that grows without end is refused before it becomes infinite", () => {
    let figure = given(`1${"0".repeat(999)}`, "ratio", { name: "pounds" });
    const grow = (): void => {
      // Squared 60 times, 10⁹⁹⁹ passes any number that has a name.
      for (let i = 0; i < 60; i++) {
        figure = figure.times(figure);
        expect(figure.value.isFinite()).toBe(true);
      }
    };
    expect(refused(grow).code).toBe("too-many-digits");
  });
});

describe("a quotient is rounded once, to 40 digits, half to even", () => {
  test("whatever is divided by whatever agrees with exact fractions in all 40 digits", () => {
    fc.assert(
      fc.property(decimalText(60), divisorText(60), (a, b) => {
        const exact = divide(exactly(a), exactly(b));
        expect(fractionOf(decimal.dividedBy(of(a), of(b)))).toEqual(toDigits(exact, 40));
      }),
      runs,
    );
  });

  test.for([
    // A dividend of 41 digits that ends in 5 lies half-way between two quotients of 40.
    { dividend: `1${"0".repeat(39)}5`, quotient: `1${"0".repeat(40)}` },
    { dividend: `1${"0".repeat(38)}15`, quotient: `1${"0".repeat(38)}20` },
    { dividend: `${"9".repeat(40)}5`, quotient: `1${"0".repeat(41)}` },
  ])("a dividend of 41 digits over one is rounded to its even neighbour of 40", ({ dividend, quotient }) => {
    expect(decimal.digitsOf(decimal.dividedBy(of(dividend), decimal.one))).toBe(quotient);
  });

  test("one of three people is a third to forty digits", () => {
    expect(decimal.digitsOf(decimal.dividedBy(of(1), of(3)))).toBe(`0.${"3".repeat(40)}`);
    expect(decimal.digitsOf(decimal.dividedBy(of(2), of(3)))).toBe(`0.${"6".repeat(39)}7`);
  });

  test("the square of a root is within a hair of what the root was taken of", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (n) => {
        const root = fractionOf(decimal.squareRoot(of(n)));
        expect(toPlaces(multiply(root, root), 30, "half even")).toEqual(exactly(n));
      }),
      runs,
    );
  });
});

describe("published checks of precision", () => {
  // Checks of precision from spreadsheets and calculators: 10,000,000 × 2 / 37, and 0.1 + 0.2.
  test("ten million times two over 37 is 540,540.540540…", () => {
    const value = given(10_000_000, "GBP", { name: "pounds" }).times(2).dividedBy(37);
    // 2/37 = 0.054054…: 40 digits are 6 before the point and 34 after it, the last of them 4|0.
    expect(String(value)).toBe("540540.5405405405405405405405405405405405 GBP");
  });

  test("ten pence and twenty pence are thirty pence", () => {
    const [ten, twenty] = ["0.1", 0.2].map((value) => given(value, "GBP", { name: "pence" })) as [
      never,
      never,
    ];
    expect(String(sum("GBP", [ten, twenty]))).toBe("0.3 GBP");
  });

  test.for([
    { value: "4.55", halfUp: "4.6", halfEven: "4.6" },
    { value: "4.45", halfUp: "4.5", halfEven: "4.4" },
  ])("$value to one place is $halfUp half up and $halfEven half even", ({ value, halfUp, halfEven }) => {
    expect(decimal.digitsOf(decimal.rounded(of(value), 1, "half up"))).toBe(halfUp);
    expect(decimal.digitsOf(decimal.rounded(of(value), 1, "half even"))).toBe(halfEven);
  });
});

describe("rounding", () => {
  test("each of the four ways of rounding agrees with exact fractions, above zero and below it", () => {
    const modes = fc.constantFrom<RoundingMode>("half even", "half up", "up", "down");
    fc.assert(
      fc.property(decimalText(20), fc.integer({ min: 0, max: 22 }), modes, (text, places, mode) => {
        const rounded = decimal.rounded(of(text), places, mode);
        expect(fractionOf(rounded)).toEqual(toPlaces(exactly(text), places, mode));
      }),
      runs,
    );
  });

  test.for([
    { value: `29.${"9".repeat(30)}`, up: "30", down: "30" },
    { value: `29.${"9".repeat(29)}`, up: "30", down: "29" },
    { value: `30.${"0".repeat(29)}1`, up: "30", down: "30" },
    { value: `30.${"0".repeat(28)}1`, up: "31", down: "30" },
    { value: `-30.${"0".repeat(29)}1`, up: "-30", down: "-30" },
    { value: `-30.${"0".repeat(28)}1`, up: "-31", down: "-30" },
  ])("$value people need $up posts, since only what lies within 1e-30 is snapped", ({ value, up, down }) => {
    expect(decimal.digitsOf(decimal.rounded(of(value), 0, "up"))).toBe(up);
    expect(decimal.digitsOf(decimal.rounded(of(value), 0, "down"))).toBe(down);
  });

  test("what rounds to nought has no sign", () => {
    expect(decimal.digitsOf(decimal.rounded(of("-0.4"), 0, "half up"))).toBe("0");
    expect(decimal.digitsOf(decimal.rounded(of("-0.4"), 0, "down"))).toBe("0");
  });
});

describe("what may be typed for a number", () => {
  test.for<readonly [NumberLike, string]>([
    [0, "0"],
    [-0, "0"],
    ["-0", "0"],
    ["-0.00", "0"],
    ["+5", "5"],
    ["007", "7"],
    ["1000.50", "1000.5"],
    [1e-7, "0.0000001"],
    [5e-21, "0.000000000000000000005"],
    [0.1, "0.1"],
    [2 ** 53 - 1, "9007199254740991"],
    [-(2 ** 53 - 1), "-9007199254740991"],
    ["9007199254740993", "9007199254740993"],
    [new Decimal("1e21"), "1000000000000000000000"],
    [new Decimal("-0"), "0"],
  ])("%s is read as %s, exactly as written", ([typed, read]) => {
    expect(decimal.digitsOf(of(typed))).toBe(read);
    expect(of(typed).s).toBe(read.startsWith("-") ? -1 : 1);
  });

  test.for<readonly [unknown, string]>([
    ["1,000", '"1,000"'],
    ["0x10", '"0x10"'],
    ["1_000", '"1_000"'],
    ["NaN", '"NaN"'],
    ["Infinity", '"Infinity"'],
    ["", '""'],
    [" ", '" "'],
    [" 5", '" 5"'],
    ["5\n", '"5\\n"'],
    ["1e5", '"1e5"'],
    [".5", '".5"'],
    ["5.", '"5."'],
    ["1.2.3", '"1.2.3"'],
    ["--5", '"--5"'],
    ["−5", '"−5"'],
    ["£5", '"£5"'],
    ["62%", '"62%"'],
    ["٣", '"٣"'],
    [Infinity, "Infinity"],
    [-Infinity, "-Infinity"],
    [NaN, "NaN"],
    [2 ** 53, "9007199254740992"],
    [-(2 ** 53), "-9007199254740992"],
    [1e21, "1e+21"],
    [null, "null"],
    [undefined, "undefined"],
    [true, "true"],
    [{}, "an object"],
    [{ count: 1 }, "an object"],
    [[], "a list"],
    [["5"], "a list"],
    [10n, "a bigint"],
    [() => 5, "a function"],
    [Symbol("5"), "a symbol"],
    [new Number(5), "an object"],
    [new Date(0), "an object"],
    [{ valueOf: () => 5, toString: () => "5" }, "an object"],
    [new Decimal(NaN), "NaN"],
    [new Decimal(Infinity), "Infinity"],
  ])("%o is refused, and called %s", ([typed, called]) => {
    const { code, message } = refused(() => given(typed as never, "people", { name: "caseload" }));
    expect(code).toBe("not-a-number");
    expect(message).toContain(
      `caseload must be a plain decimal number, and ${called} is not. Write it as 1000.50.`,
    );
    expect(refused(() => of(typed as never)).message).toMatch(
      /^A value must be a plain decimal number, and /,
    );
  });

  test("who types a comma is told what to type instead", () => {
    expect(refused(() => given("1,000", "people", { name: "caseload" })).message).toMatchInlineSnapshot(
      `"caseload must be a plain decimal number, and "1,000" is not. Write it as 1000.50."`,
    );
  });

  test("text of a thousand digits is read, and longer text is refused without being repeated", () => {
    expect(decimal.digitsOf(of("1".repeat(1_000)))).toBe("1".repeat(1_000));
    expect(refused(() => of("1".repeat(1_001))).message).toMatch(
      /^A value must be a plain decimal number, and text of 1001 characters is not\./,
    );
  });

  test("text of a number comes back as the same number", () => {
    fc.assert(
      fc.property(decimalText(400), (text) => {
        expect(fractionOf(of(text))).toEqual(exactly(text));
      }),
      runs,
    );
  });
});

describe("a number, once made, stays what it is", () => {
  test("no digit of a frozen number can be changed", () => {
    const value = decimal.frozen(of("1234.5"));
    expect(() => (value.d[0] = 9)).toThrow(TypeError);
    expect(() => ((value as { s: number }).s = -1)).toThrow(TypeError);
    expect(decimal.digitsOf(value)).toBe("1234.5");
  });

  test("a caller's own Decimal is neither frozen nor changed, and changing it afterwards moves nothing", () => {
    const mine = new Decimal("1234.5");
    const caseload = given(mine, "people", { name: "caseload" });
    expect(Object.isFrozen(mine) || Object.isFrozen(mine.d)).toBe(false);
    mine.d[0] = 9;
    expect(String(caseload)).toBe("1234.5 people");
  });
});
