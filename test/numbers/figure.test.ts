import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Figure, given, isFigure, starts, sum } from "volumes-and-values";
import { working } from "volumes-and-values/readings";
import type { RoundingMode, Unit } from "volumes-and-values";
import { constant } from "../../src/numbers/figure.ts";
import { nodesOf } from "../../src/numbers/working.ts";
import { decimalText, divisorText, runs } from "../support/arbitraries-numbers.ts";
import {
  add,
  divide,
  exactly,
  isBelow,
  largerOf,
  multiply,
  smallerOf,
  subtract,
  toDigits,
  toPlaces,
} from "./fraction.ts";
import { refused } from "./refusal.ts";

const of = <const U extends Unit>(value: string | number, unit: U, name = "input") =>
  given(value, unit, { name });
const valueOf = (figure: Figure) => exactly(figure.toJSON().value);

describe("arithmetic", () => {
  test("referrals × the share who start are starts, and know what they were made of", () => {
    const referrals = of(1200, "referrals", "referrals");
    const startRate = of("0.62", "starts/referrals", "startRate");
    const attended = referrals.times(startRate);
    expect(String(attended)).toBe("744 starts");
    expect(attended.operation).toEqual({ kind: "times" });
    expect(attended.operands).toEqual([referrals, startRate]);
    expect(attended.operands[0]).toBe(referrals);
    expect(attended.name).toBeUndefined();
  });

  test.for<readonly [string, () => Figure, string]>([
    ["plus", () => of(5, "starts").plus(of("0.5", "starts")), "5.5 starts"],
    ["minus", () => of(5, "starts").minus(of("7.5", "starts")), "-2.5 starts"],
    ["minus nothing left", () => of(5, "starts").minus(of(5, "starts")), "0 starts"],
    ["times", () => of(5, "starts").times(of(250, "GBP/starts")), "1250 GBP"],
    ["times a whole number", () => of("2.5", "starts/month").times(12), "30 starts/month"],
    ["times minus one", () => of(5, "starts").times(-1), "-5 starts"],
    ["times nought", () => of(5, "starts").times(0), "0 starts"],
    ["dividedBy", () => of(225_000, "GBP").dividedBy(of(900, "starts")), "250 GBP/starts"],
    ["dividedBy itself", () => of(5, "starts").dividedBy(of(4, "starts")), "1.25"],
    ["dividedBy a whole number", () => of(30, "people").dividedBy(12), "2.5 people"],
    ["min", () => of(540, "referrals").min(of(360, "referrals")), "360 referrals"],
    ["max", () => of(540, "referrals").max(of(360, "referrals")), "540 referrals"],
    ["rest", () => of("0.62", "starts/referrals").rest, "0.38 starts/referrals"],
    ["rest of everybody", () => of(1, "ratio").rest, "0"],
    ["rest of nobody", () => of(0, "ratio").rest, "1"],
    ["clampedTo", () => of(7, "starts").clampedTo(of(1, "starts"), of(5, "starts")), "5 starts"],
    ["clampedTo from below", () => of(-7, "starts").clampedTo(of(1, "starts"), of(5, "starts")), "1 starts"],
    ["clampedTo within", () => of(3, "starts").clampedTo(of(1, "starts"), of(5, "starts")), "3 starts"],
    ["clampedTo a point", () => of(3, "starts").clampedTo(of(4, "starts"), of(4, "starts")), "4 starts"],
    [
      "sum of many",
      () =>
        sum(
          "starts",
          [75, 80, 85].map((n) => of(n, "starts")),
        ),
      "240 starts",
    ],
    ["sum of none", () => sum("starts", []), "0 starts"],
  ])("%s", ([, made, text]) => {
    expect(String(made())).toBe(text);
  });

  test("every operation agrees with exact fractions, whatever the figures", () => {
    fc.assert(
      fc.property(decimalText(), divisorText(), decimalText(), (x, y, z) => {
        const [a, b, c] = [of(x, "GBP"), of(y, "GBP"), of(z, "GBP")];
        const [p, q, r] = [exactly(x), exactly(y), exactly(z)];
        expect(valueOf(a.plus(b))).toEqual(add(p, q));
        expect(valueOf(a.minus(b))).toEqual(subtract(p, q));
        expect(valueOf(a.times(of(y, "ratio")))).toEqual(multiply(p, q));
        expect(valueOf(a.dividedBy(b))).toEqual(toDigits(divide(p, q), 40));
        expect(valueOf(a.min(b))).toEqual(smallerOf(p, q));
        expect(valueOf(a.max(b))).toEqual(largerOf(p, q));
        expect(valueOf(a.rest)).toEqual(subtract(exactly(1), p));
        expect(valueOf(sum("GBP", [a, b, c]))).toEqual(add(add(p, q), r));
        const [low, high] = isBelow(q, r) ? [b, c] : [c, b];
        expect(valueOf(a.clampedTo(low, high))).toEqual(largerOf(valueOf(low), smallerOf(p, valueOf(high))));
      }),
      runs,
    );
  });

  test("the smaller of two equal figures, and the larger, is in the working beside the other", () => {
    const [a, b] = [of(5, "starts", "a"), of("5.0", "starts", "b")];
    expect(a.min(b).operands).toEqual([a, b]);
    expect(a.max(b).operands).toEqual([a, b]);
    expect(String(a.min(b))).toBe("5 starts");
  });

  test("a sum of many is one step with many operands, in their order", () => {
    const months = [75, 80, 85].map((n) => of(n, "starts"));
    const year = sum("starts", months);
    expect(year.operation).toEqual({ kind: "sum" });
    expect(year.operands).toEqual(months);
    months.pop();
    expect(year.operands).toHaveLength(3);
  });
});

describe("units are kept apart when it runs, whatever the compiler was told", () => {
  const referrals = of(1200, "referrals", "referrals") as unknown as Figure<"starts">;
  const attended = of(744, "starts", "starts");

  test.for<readonly [string, () => unknown]>([
    ["plus", () => attended.plus(referrals)],
    ["minus", () => attended.minus(referrals)],
    ["min", () => attended.min(referrals)],
    ["max", () => attended.max(referrals)],
    ["clampedTo", () => attended.clampedTo(referrals, attended)],
    ["clampedTo", () => attended.clampedTo(attended, referrals)],
    ["sum", () => sum("starts", [attended, referrals])],
    ["in", () => referrals.in("starts")],
  ])("%s takes starts and refuses referrals", ([where, act]) => {
    expect(refused(act)).toEqual({
      code: "wrong-unit",
      message: `${where} takes starts, and received referrals in referrals. Convert it with a rate first.`,
    });
  });

  test("an unnamed figure in the wrong unit is shown by its value", () => {
    expect(refused(() => attended.plus(referrals.times(2))).message).toBe(
      "plus takes starts, and received 2400 referrals in referrals. Convert it with a rate first.",
    );
  });

  test("what is no figure is not told to be converted", () => {
    expect(refused(() => attended.plus(5 as never)).message).toBe("plus takes starts, and received 5.");
  });

  test.for([
    () => (given as (...some: unknown[]) => unknown)(5, "starts"),
    () => (given as (...some: unknown[]) => unknown)(),
    () => given(5, "starts", {} as never),
    () => given(5, "starts", { name: undefined as never }),
  ])("an input without a name is refused, and shown how to name it", (act) => {
    expect(refused(act)).toEqual({
      code: "wrong-unit",
      message: 'given takes a name, as { name: "starts" }, and received undefined.',
    });
  });

  test.for([5, "5", null, undefined, {}, "starts"])("%o is no figure and is not added to one", (what) => {
    expect(refused(() => attended.plus(what as never)).code).toBe("wrong-unit");
    expect(refused(() => attended.min(what as never)).code).toBe("wrong-unit");
    expect(refused(() => attended.clampedTo(attended, what as never)).code).toBe("wrong-unit");
  });

  test("a list with something in it that is no figure is not summed", () => {
    expect(refused(() => sum("starts", [attended, 5 as never])).code).toBe("wrong-unit");
    expect(refused(() => sum("starts", [attended, undefined as never])).code).toBe("wrong-unit");
  });

  test("a compound that the compiler cannot reduce is stated with in, and checked", () => {
    const weighted = of(4, "people").times(of(25, "hours")).dividedBy(of(2, "hours"));
    expect(weighted.unit).toBe("people");
    expect(String(weighted.in("people"))).toBe("50 people");
    expect(weighted.in("people")).toBe(weighted);
    expect(refused(() => weighted.in("hours"))).toEqual({
      code: "wrong-unit",
      message: "in takes hours, and received 50 people in people. Convert it with a rate first.",
    });
  });
});

describe("numbers that someone could dispute need a name and a source", () => {
  test.for([0.5, "12", NaN, Infinity, 2 ** 53, null, undefined, true, 12n])(
    "times and dividedBy refuse %o",
    (n) => {
      expect(refused(() => of(5, "starts").times(n as never)).code).toBe("not-a-number");
      expect(refused(() => of(5, "starts").dividedBy(n as never)).code).toBe("not-a-number");
    },
  );

  test("a share typed into a sum is sent to given", () => {
    expect(refused(() => of(5, "starts").times(0.62)).message).toBe(
      "times() takes a figure or a whole number, and received 0.62. Name others with given().",
    );
  });

  test("nothing is divided by nobody", () => {
    const value = of(225_000, "GBP", "indicativeValue");
    const { code, message } = refused(() => value.dividedBy(of(0, "starts", "starts")));
    expect(code).toBe("division-by-zero");
    expect(message).toContain("indicativeValue cannot be divided by starts, which is 0");
    expect(refused(() => value.times(2).dividedBy(0)).message).toContain(
      "450000 GBP cannot be divided by the divisor, which is 0",
    );
  });

  test("a lower limit above the upper one is refused", () => {
    const [low, high] = [of(5, "starts", "floor"), of(1, "starts", "ceiling")];
    expect(refused(() => of(3, "starts").clampedTo(low, high))).toEqual({
      code: "out-of-range",
      message: "The lower limit is at most 1 starts; received 5 starts. Swap them.",
    });
  });
});

describe("rounding is a step of the working", () => {
  test("ten finishers, one of three finishing, need thirty places and not thirty-one", () => {
    // RR3 meeting note, 26 August 2020, section 3b: to get 10 finishers must one provide 30 places.
    const third = given({ count: 1, of: 3 }, "completions/places", { name: "completionsPerPlace" });
    const needed = of(10, "completions").dividedBy(third);
    expect(String(needed.rounded({ places: 0, mode: "up" }))).toBe("30 places");
    expect(String(needed.rounded({ places: 0, mode: "down" }))).toBe("30 places");
  });

  test("one divided by any whole number and multiplied again never needs one more, or one less", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), fc.integer({ min: 1, max: 5_000 }), (places, each) => {
        const share = given({ count: 1, of: each }, "completions/places", { name: "share" });
        const found = of(places, "completions").dividedBy(share);
        expect(String(found.rounded({ places: 0, mode: "up" }))).toBe(`${String(places * each)} places`);
        expect(String(found.rounded({ places: 0, mode: "down" }))).toBe(`${String(places * each)} places`);
      }),
      runs,
    );
  });

  test.for<readonly [string, number, RoundingMode, string]>([
    ["4.45", 1, "half even", "4.4"],
    ["4.45", 1, "half up", "4.5"],
    ["4.41", 1, "up", "4.5"],
    ["4.49", 1, "down", "4.4"],
    ["-4.45", 1, "half even", "-4.4"],
    ["-4.45", 1, "half up", "-4.5"],
    ["-4.41", 1, "up", "-4.5"],
    ["-4.49", 1, "down", "-4.4"],
    ["4", 2, "up", "4"],
  ])("£%s to %i place, %s, is £%s", ([value, places, mode, rounded]) => {
    const figure = of(value, "GBP").rounded({ places, mode });
    expect(String(figure)).toBe(`${rounded} GBP`);
    expect(figure.operation).toEqual({ kind: "rounded", places, mode });
  });

  test("a figure rounded twice in the same way is the same", () => {
    const modes = fc.constantFrom<RoundingMode>("half even", "half up", "up", "down");
    fc.assert(
      fc.property(decimalText(20), fc.nat(20), modes, (text, places, mode) => {
        const once = of(text, "GBP").rounded({ places, mode });
        expect(String(once.rounded({ places, mode }))).toBe(String(once));
        expect(valueOf(once)).toEqual(toPlaces(exactly(text), places, mode));
      }),
      runs,
    );
  });

  test.for([
    [-1, "up"],
    [101, "up"],
    [0.5, "up"],
    [NaN, "up"],
    ["2", "up"],
    [2, "ceiling"],
    [2, "toString"],
    [2, undefined],
    [2, 4],
  ])("%o places, %o, is no way of rounding", ([places, mode]) => {
    const message = refused(() => of(1, "GBP").rounded({ places, mode } as never));
    expect(message.code).toBe("out-of-range");
    expect(message.message).toMatch(/0 to 100 places.*half even.*half up.*up.*down.*received/);
  });
});

describe("names", () => {
  test("a figure that has no name is given one, in the same step", () => {
    const total = of(5, "starts", "a").plus(of(6, "starts", "b"));
    const named = total.named("starts", { area: "Essex" }, "illustrative");
    expect(named.operation).toEqual({ kind: "sum" });
    expect(named.operands).toBe(total.operands);
    expect([named.name, named.about, named.source]).toEqual(["starts", { area: "Essex" }, "illustrative"]);
    expect(total.name).toBeUndefined();
  });

  test("a figure that has a name keeps it, and is pointed at from its second one", () => {
    const first = of(5, "starts", "first");
    const second = first.named("second");
    expect([second.name, second.operation.kind, second.operands]).toEqual(["second", "same", [first]]);
    expect(String(second)).toBe("5 starts");
  });

  test("a whole number in a sum, once named, is the same number under that name", () => {
    const twelve = constant(12).named("months");
    expect([twelve.name, twelve.operation.kind, String(twelve)]).toEqual(["months", "same", "12"]);
  });

  test("what a figure is about is copied, so that changing it afterwards changes nothing", () => {
    const about = { area: "Essex" };
    const named = of(5, "starts").plus(of(6, "starts")).named("starts", about);
    const input = given(5, "starts", { name: "starts", about });
    about.area = "Kent";
    expect(named.about).toEqual({ area: "Essex" });
    expect(input.about).toEqual({ area: "Essex" });
  });
});

describe("inputs", () => {
  test("an input keeps all that is known of it", () => {
    const rate = given("0.62", "starts/referrals", {
      name: "startRate",
      about: { service: "Accommodation" },
      path: "services.accommodation.startRate",
      source: "illustrative",
      asOf: "2023-06-30",
      quality: "amber",
      note: "one quarter only",
      low: "0.5",
      high: "0.7",
    });
    expect(rate.operation).toEqual({
      kind: "given",
      provenance: {
        path: "services.accommodation.startRate",
        source: "illustrative",
        asOf: "2023-06-30",
        quality: "amber",
        note: "one quarter only",
        low: "0.5",
        high: "0.7",
      },
    });
    expect([rate.name, rate.source, rate.about]).toEqual([
      "startRate",
      "illustrative",
      { service: "Accommodation" },
    ]);
    expect(rate.operands).toEqual([]);
  });

  test("one of three is a third, and remembers that it was one of three", () => {
    const third = given({ count: 1, of: 3 }, "completions/places", { name: "completionsPerPlace" });
    expect(String(third)).toBe(`0.${"3".repeat(40)} completions/places`);
    expect(third.operation).toEqual({ kind: "given", provenance: { counts: { count: 1, of: 3 } } });
  });

  test.for([0, "0", "0.00", -0])("one of %o is refused", (none) => {
    expect(refused(() => given({ count: 1, of: none }, "ratio", { name: "startRate" }))).toEqual({
      code: "division-by-zero",
      message: "startRate cannot be divided by startRate.of, which is 0. Leave it out.",
    });
  });

  test("counts that are no numbers are refused by name", () => {
    const of_ = (count: unknown, whole: unknown) => () =>
      given({ count, of: whole } as never, "ratio", { name: "startRate" });
    expect(refused(of_("one", 3)).message).toMatch(
      /^startRate\.count must be a plain decimal number, and "one"/,
    );
    expect(refused(of_(1, null)).message).toMatch(/^startRate\.of must be a plain decimal number, and null/);
  });
});

describe("a figure turns into text, never into a number", () => {
  const nineHundred = given(900, "starts", {
    name: "starts",
    about: { service: "accommodation", area: "Essex", year: "2023/24" },
  });

  test("Node prints it with what it counts and what it is about", () => {
    expect(inspect(nineHundred)).toBe("Figure 900 starts · accommodation, Essex, 2023/24");
    expect(inspect(of("1234567.5", "GBP", "indicativeValue"))).toBe(
      "Figure 1,234,567.5 GBP · indicativeValue",
    );
    expect(inspect(of("0.25", "ratio", "rampFactor"))).toBe("Figure 0.25 · rampFactor");
    expect(inspect(of(5, "starts").plus(of(5, "starts")))).toBe("Figure 10 starts");
    expect(inspect([nineHundred])).toContain("Figure 900 starts");
  });

  test("text holds every digit and the unit; a ratio stands alone", () => {
    expect(`${nineHundred as unknown as string} were expected`).toBe("900 starts were expected");
    expect(String(of(1, "ratio").dividedBy(3))).toBe(`0.${"3".repeat(40)}`);
    expect(String(of("0.0000001", "GBP"))).toBe("0.0000001 GBP");
    expect(String(of("1000000000000000000000000", "GBP"))).toBe("1000000000000000000000000 GBP");
    expect([nineHundred, of(1, "GBP")].join(" and ")).toBe("900 starts and 1 GBP");
  });

  test("JSON holds the value, the unit, the name and what it is about", () => {
    expect(JSON.parse(JSON.stringify(nineHundred))).toEqual({
      value: "900",
      unit: "starts",
      name: "starts",
      about: { service: "accommodation", area: "Essex", year: "2023/24" },
    });
    expect(JSON.stringify(of(5, "starts").plus(of(5, "starts")))).toBe('{"value":"10","unit":"starts"}');
  });

  const [a, b] = [nineHundred, of(5, "starts")] as readonly unknown[] as [number, number];
  test.for<readonly [string, () => unknown]>([
    ["a < b", () => a < b],
    ["a >= b", () => a >= b],
    ["a + b", () => a + b],
    ["a - b", () => a - b],
    ["a * 2", () => a * 2],
    ["-a", () => -a],
    ["Math.max(a, b)", () => Math.max(a, b)],
    ["a + text", () => (a as unknown as string) + " expected"],
    ["a == 900", () => (a as unknown) == 900], // eslint-disable-line eqeqeq -- what a caller may write by mistake
  ])("%s throws, since it would drop the unit", ([, act]) => {
    expect(refused(act)).toEqual({
      code: "not-a-bare-number",
      message: "900 starts is a figure and not a bare number. Use .plus() or .value.lessThan().",
    });
  });

  test("isFigure tells figures from everything else", () => {
    expect([nineHundred, starts({ referrals: 1, startRate: 1 })].every(isFigure)).toBe(true);
    expect(
      [null, undefined, 900, "900 starts", {}, [], nineHundred.value, nineHundred.toJSON()].some(isFigure),
    ).toBe(false);
    expect(nineHundred).toBeInstanceOf(Figure);
  });
});

describe("a figure, once made, cannot be changed", () => {
  /** Everything that can be reached from something, through properties of any kind. */
  function reachable(root: unknown): object[] {
    const found = new Set<object>();
    const waiting = [root];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (typeof next !== "object" || next === null || found.has(next)) continue;
      found.add(next);
      waiting.push(...Object.values(next).filter((value) => value !== undefined));
    }
    return [...found];
  }

  const everything = (): Figure => {
    const rate = given({ count: 1, of: 3 }, "completions/starts", { name: "rate", about: { area: "Essex" } });
    const begun = of(900, "starts", "starts");
    const low = of(1, "completions", "low");
    const made = begun.times(rate).plus(low).minus(low).min(of(400, "completions")).max(low);
    return sum("completions", [
      made.clampedTo(low, of(500, "completions")),
      low.times(rate.rest.dividedBy(rate)),
    ])
      .rounded({ places: 2, mode: "half up" })
      .named("completions", { year: "2023/24" }, "illustrative")
      .named("finishers");
  };

  test("every object behind a figure of every operation is frozen, down to its digits", () => {
    const figure = everything();
    const kinds = new Set(nodesOf(figure).map(({ operation }) => operation.kind));
    expect([...kinds].sort()).toEqual(
      [
        "clampedTo",
        "dividedBy",
        "given",
        "max",
        "min",
        "minus",
        "rest",
        "rounded",
        "same",
        "sum",
        "times",
      ].sort(),
    );
    expect(reachable(figure).filter((object) => !Object.isFrozen(object))).toEqual([]);
    expect(reachable(figure.times(2)).filter((object) => !Object.isFrozen(object))).toEqual([]);
  });

  test("writing to it throws, and nothing moves", () => {
    const figure = everything();
    const before = JSON.stringify(working(figure));
    expect(() => ((figure as { value: unknown }).value = 5)).toThrow(TypeError);
    expect(() => (figure.operands as Figure[]).push(figure)).toThrow(TypeError);
    expect(() => ((figure.about as Record<string, string>)["year"] = "2024/25")).toThrow(TypeError);
    expect(JSON.stringify(working(figure))).toBe(before);
  });

  test("arithmetic leaves the figures it is done on as they were", () => {
    const [a, b] = [of(5, "starts", "a"), of(7, "starts", "b")];
    const before = JSON.stringify([a, b]);
    [a.plus(b), a.minus(b), a.min(b), a.max(b), a.rest, a.named("c"), a.times(2), sum("starts", [a, b])].map(
      String,
    );
    a.rounded({ places: 0, mode: "up" }).clampedTo(a, b);
    expect(JSON.stringify([a, b])).toBe(before);
  });
});
