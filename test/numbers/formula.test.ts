import { describe, expect, test } from "vitest";
import {
  averageCaseload,
  formula,
  given,
  isFormula,
  placesNeeded,
  restShare,
  starts,
  yearFactor,
} from "volumes-and-values";
import type { Definition, Figure } from "volumes-and-values";
import { refusal, refused } from "./refusal.ts";

const unchecked = starts as unknown as (inputs: unknown, about?: unknown) => Figure;
const averageOf = averageCaseload as unknown as (inputs: unknown) => Figure;

describe("a formula, called", () => {
  test("gives a figure with its name, its unit, its source and what it is about", () => {
    const attended = starts({ referrals: 1200, startRate: "0.62" }, { area: "Essex" });
    expect(attended.toJSON()).toEqual({
      value: "744",
      unit: "starts",
      name: "starts",
      about: { area: "Essex" },
    });
    expect(attended.source).toBe(starts.source);
    expect(attended.operation.kind).toBe("times");
    expect(attended.operands.map(({ name, unit }) => [name, unit])).toEqual([
      ["referrals", "referrals"],
      ["startRate", "starts/referrals"],
    ]);
  });

  test("keeps the figures it was given, so that a chain is one working", () => {
    const referrals = given(1200, "referrals", { name: "my referrals", path: "a.b" });
    expect(starts({ referrals, startRate: "0.62" }).operands[0]).toBe(referrals);
  });

  test("does not mind the order in which its inputs are named, and changes none of them", () => {
    const inputs = Object.freeze({ startRate: Object.freeze({ count: 31, of: 50 }), referrals: 1200 });
    expect(String(starts(inputs))).toBe("744 starts");
    expect(inputs).toEqual({ startRate: { count: 31, of: 50 }, referrals: 1200 });
  });

  test("takes a list where its sum is over many", () => {
    const stocks = [13842, given(13845, "people", { name: "August" }), "13789"];
    // (13842 + 13845 + 13789) / 3 = 41476 / 3
    expect(String(averageCaseload({ stocks }))).toBe("13825.33333333333333333333333333333333333 people");
    expect(stocks).toHaveLength(3);
  });
});

describe("what is missing is never nought", () => {
  test("one input that is missing is named, and those that were given are not called missing", () => {
    const error = refusal(() => unchecked({ referrals: 1200 }));
    expect(error.details).toEqual({ figure: "starts", missing: ["startRate"], unknown: [] });
    expect(error.message).toBe(
      "starts takes { referrals, startRate }: startRate is missing, and missing is not zero.",
    );
  });

  test.for([null, undefined])("an input that is %o is missing", (nothing) => {
    const error = refusal(() => unchecked({ referrals: nothing, startRate: "0.62" }));
    expect(error.code).toBe("wrong-inputs");
    expect(error.details).toEqual({ figure: "starts", missing: ["referrals"], unknown: [] });
  });

  test("a misspelt input is both an unknown one and a missing one, and is told as both", () => {
    const error = refusal(() => unchecked({ referals: 1200, startRate: "0.62" }));
    expect(error.details).toEqual({ figure: "starts", missing: ["referrals"], unknown: ["referals"] });
    expect(error.message).toBe(
      "starts takes { referrals, startRate }: referrals is missing, and missing is not zero; referals is not one of its inputs.",
    );
  });

  test("an input nobody knows is refused, even where all others are there", () => {
    expect(refused(() => unchecked({ referrals: 1200, startRate: "0.62", area: "Essex" }))).toEqual({
      code: "wrong-inputs",
      message: "starts takes { referrals, startRate }: area is not one of its inputs.",
    });
  });

  test.for([undefined, null, 1200, "1200", []])("%o for all inputs is refused", (inputs) => {
    const error = refusal(() => unchecked(inputs));
    expect(error.code).toBe("wrong-inputs");
    expect(error.details).toMatchObject({ figure: "starts", missing: ["referrals", "startRate"] });
  });

  test("inputs that were inherited were not given", () => {
    const inherited: unknown = Object.create({ referrals: 1200, startRate: "0.62" });
    expect(refusal(() => unchecked(inherited)).code).toBe("wrong-inputs");
    expect(refusal(() => unchecked({ startRate: "0.62", toString: 5 })).code).toBe("wrong-inputs");
  });

  test.for<readonly [string, unknown]>([
    ["null", [13842, null]],
    ["undefined", [13842, undefined]],
    ["a gap", [13842, , 13789]],
    ["only gaps", [, ,]],
  ])("%s in a list of months is refused, and the month is named", ([, stocks]) => {
    const error = refusal(() => averageOf({ stocks }));
    expect(error.code).toBe("not-a-number");
    expect(error.message).toMatch(/stocks\[[01]\] must be a plain decimal number/);
  });

  test("the average of no months is refused, and no months are open for none of a year", () => {
    expect(refused(() => averageCaseload({ stocks: [] })).code).toBe("division-by-zero");
    expect(String(yearFactor({ months: [] }))).toBe("0");
  });
});

describe("a list and a value are not mixed up", () => {
  test("a value where a list is due", () => {
    expect(refused(() => averageOf({ stocks: 13842 }))).toEqual({
      code: "wrong-inputs",
      message: "averageCaseload takes { stocks }: a list and a value are mixed up.",
    });
  });

  test("a list where a value is due", () => {
    const { code, message } = refused(() => unchecked({ referrals: [1200], startRate: "0.62" }));
    expect(code).toBe("wrong-inputs");
    expect(message).toContain("a list and a value are mixed up");
  });

  test("one bad entry of a list is named by its place", () => {
    expect(refused(() => averageOf({ stocks: [13842, "13,845"] })).message).toMatch(
      /^stocks\[1\] must be a plain decimal number, and "13,845" is not\./,
    );
    expect(refused(() => restShare({ shares: ["0.3", 30] })).message).toBe(
      "shares[1] is a share and lies between 0 and 1; received 30. If 30% is meant, give 0.3.",
    );
  });
});

describe("shares lie between nought and one", () => {
  test.for<readonly [unknown, string]>([
    [62, "received 62. If 62% is meant, give 0.62."],
    ["1.5", "received 1.5. If 1.5% is meant, give 0.015."],
    [100, "received 100. If 100% is meant, give 1."],
    ["100.5", "received 100.5. Give a share, as 0.62."],
    [620, "received 620. Give a share, as 0.62."],
    [-0.1, "received -0.1. Give a share, as 0.62."],
    ["1.0000000001", "received 1.0000000001. If 1.0000000001% is meant, give 0.010000000001."],
    [{ count: 3, of: 2 }, "received 1.5. If 1.5% is meant, give 0.015."],
    ["-0.0000001", "received -0.0000001. Give a share, as 0.62."],
  ])("%j is refused as a start rate", ([startRate, what]) => {
    expect(refused(() => unchecked({ referrals: 1200, startRate }))).toEqual({
      code: "out-of-range",
      message: `startRate is a share and lies between 0 and 1; ${what}`,
    });
  });

  test.for([0, 1, "0.0", "1.000", { count: 0, of: 3 }, { count: 3, of: 3 }])("%j is a share", (startRate) => {
    expect(() => unchecked({ referrals: 1200, startRate })).not.toThrow();
  });

  test("a figure that is no share is refused as a plain number is", () => {
    const startRate = given(62, "starts/referrals", { name: "theirs" });
    expect(refused(() => unchecked({ referrals: 1200, startRate })).message).toBe(
      "startRate is a share and lies between 0 and 1; received 62. If 62% is meant, give 0.62.",
    );
  });

  test("one of nought is refused", () => {
    expect(refused(() => unchecked({ referrals: 1200, startRate: { count: 1, of: 0 } }))).toEqual({
      code: "division-by-zero",
      message: "startRate cannot be divided by startRate.of, which is 0. Leave it out.",
    });
  });
});

describe("people, referrals and starts are counted in whole numbers", () => {
  test.for<readonly [unknown, string]>([
    [-1, "-1"],
    ["1200.5", "1200.5"],
    [{ count: 3, of: 2 }, "1.5"],
    [{ count: -4, of: 2 }, "-2"],
    ["-0.0000001", "-0.0000001"],
  ])("%j is no number of referrals", ([referrals, received]) => {
    expect(refused(() => unchecked({ referrals, startRate: "0.62" }))).toEqual({
      code: "out-of-range",
      message:
        `referrals is a count of referrals, a whole number from 0 up; received ${received}. ` +
        "Give an average as a figure.",
    });
  });

  test("an average number of referrals is taken as a figure", () => {
    const referrals = given("1200.5", "referrals", { name: "average" });
    expect(String(starts({ referrals, startRate: "0.5" }))).toBe("600.25 starts");
  });

  test.for([0, "0", "1200.0", "9007199254740993"])("%o is a number of referrals", (referrals) => {
    expect(() => unchecked({ referrals, startRate: "0.62" })).not.toThrow();
  });
});

describe("units are checked when it runs", () => {
  test("referrals are not starts, and a cost per completion is not a cost per start", () => {
    const attended = given(744, "starts", { name: "starts" });
    expect(refused(() => unchecked({ referrals: attended, startRate: "0.62" }))).toEqual({
      code: "wrong-unit",
      message:
        "starts.referrals takes referrals, and received starts in starts. Convert it with a rate first.",
    });
    const wrong = { count: 1, of: given(3, "ratio", { name: "three" }) };
    expect(refused(() => placesNeeded({ completions: 10, completionsPerPlace: wrong as never })).code).toBe(
      "not-a-number",
    );
  });

  test("a sum that comes out in another unit than was said is refused when it is first used", () => {
    const wrong = formula({
      figure: "visits",
      unit: "visits",
      inputs: { starts: "starts" },
      calculate: (({ starts: begun }: { starts: Figure<"starts"> }) => begun.times(2)) as never,
      source: "illustrative",
      worked: { given: { starts: 1 }, gives: "2" },
    });
    expect(refused(() => wrong({ starts: 5 }))).toEqual({
      code: "wrong-unit",
      message: "visits takes visits, and received 10 starts in starts. Convert it with a rate first.",
    });
  });
});

describe("a formula, once written, stays what it is", () => {
  const definition = (): Definition<"visits", { starts: "starts"; keptShare: "visits/starts" }> => ({
    figure: "visits",
    unit: "visits",
    inputs: { starts: "starts", keptShare: "visits/starts" },
    shares: ["keptShare"],
    counts: ["starts"],
    calculate: ({ starts: begun, keptShare }) => begun.times(keptShare),
    source: "illustrative",
    worked: { given: { starts: 10, keptShare: "0.5" }, gives: "5" },
  });

  test("it carries its definition, to be read", () => {
    const mine = definition();
    const visits = formula(mine);
    expect({ ...visits }).toEqual(mine);
    expect(isFormula(visits)).toBe(true);
    expect([null, undefined, {}, mine, () => 5, "starts"].some(isFormula)).toBe(false);
  });

  test("its definition is not changed by it, and changing that afterwards changes no answer", () => {
    const mine = definition();
    const before = JSON.stringify(mine);
    const visits = formula(mine);
    expect(String(visits({ starts: 10, keptShare: "0.5" }))).toBe("5 visits");
    expect(JSON.stringify(mine)).toBe(before);
    expect(() => ((mine.inputs as { starts: string }).starts = "referrals")).not.toThrow();
    expect(String(visits({ starts: 10, keptShare: "0.5" }))).toBe("5 visits");
  });

  test("nobody can change a formula for everybody else", () => {
    expect(() => ((starts as { unit: string }).unit = "referrals")).toThrow(TypeError);
    expect(() => ((starts.inputs as { referrals: string }).referrals = "starts")).toThrow(TypeError);
    expect(() => (starts.shares as string[]).pop()).toThrow(TypeError);
    expect(() => ((starts.worked as { gives: string }).gives = "0")).toThrow(TypeError);
  });
});
