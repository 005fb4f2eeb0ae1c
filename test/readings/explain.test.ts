import { inspect } from "node:util";
import { Decimal } from "decimal.js"; // eslint-disable-line @typescript-eslint/no-restricted-imports -- what a caller brings
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  completions,
  costPerCompletion,
  costPerStart,
  directCostPerStart,
  given,
  hoursPerStart,
  impliedUnitCost,
  indicativeValue,
  overheadPerStart,
  payPerHour,
  placesNeeded,
  rampFactors,
  referralCapacity,
  starts,
  sum,
  yearFactor,
} from "volumes-and-values";
import { explain } from "volumes-and-values/readings";
import { chanceOfAtLeast } from "volumes-and-values/uncertainty";
import type { Figure } from "volumes-and-values";
import type { Explanation } from "volumes-and-values/readings";
import { constant } from "../../src/numbers/figure.ts";
import { explanationSchema } from "../../src/readings/explanation-schema.ts";
import { agree, exactly, fraction } from "../numbers/fraction.ts";
import { refused } from "../numbers/refusal.ts";
import { amountEach, people, runs, someRate } from "../support/arbitraries-numbers.ts";
import { evaluated, recomputed } from "./evaluate.ts";

const startRate = given("0.62", "starts/referrals", {
  name: "startRate",
  path: "services.accommodation.startRate",
  source: "illustrative",
  asOf: "2023-06-30",
  quality: "amber",
  note: "one quarter only",
  low: "0.5",
  high: 0.7,
});
const attended = starts({ referrals: 1200, startRate }, { area: "Essex", year: "2023/24" });
const value = indicativeValue({ starts: attended, costPerStart: 250 });
const begun = (n: number, name = "month"): Figure<"starts"> => given(n, "starts", { name });

describe("the money of a year, told", () => {
  test("as text: each sum in words and in figures, down to its inputs", () => {
    expect(String(explain(value))).toMatchInlineSnapshot(`
      "[1] indicativeValue = 186000 GBP
          = starts [2] × costPerStart [3]
          = 744 × 250
          source: RR3 meeting note, 26 August 2020: indicative volumes and indicative annual values of lots
      [2] starts = 744 starts · Essex, 2023/24
          = referrals [4] × startRate [5]
          = 1200 × 0.62
          source: RR3 meeting note, 26 August 2020, section 3b
      [3] costPerStart = 250 GBP/starts, given
      [4] referrals = 1200 referrals, given
      [5] startRate = 0.62 starts/referrals, given, at services.accommodation.startRate, from 0.5 to 0.7, source: illustrative, as of 2023-06-30, quality: amber, one quarter only"
    `);
    expect(inspect(explain(value))).toBe(String(explain(value)));
  });

  test("as Markdown: a numbered list", () => {
    expect(explain(attended).markdown()).toMatchInlineSnapshot(`
      "1. **starts** = 744 starts · Essex, 2023/24
         - = referrals [2] × startRate [3]
         - = 1200 × 0.62
         - source: RR3 meeting note, 26 August 2020, section 3b
      2. **referrals** = 1200 referrals, given
      3. **startRate** = 0.62 starts/referrals, given, at services.accommodation.startRate, from 0.5 to 0.7, source: illustrative, as of 2023-06-30, quality: amber, one quarter only"
    `);
  });

  test("as JSON: plain data that says what its sums are made of", () => {
    expect(
      JSON.parse(JSON.stringify(explain(starts({ referrals: 1200, startRate: { count: 31, of: 50 } })))),
    ).toEqual({
      schema: "volumes-and-values/explanation/1",
      steps: [
        {
          id: 1,
          name: "starts",
          value: "744",
          unit: "starts",
          about: {},
          sum: "[2] × [3]",
          of: [2, 3],
          source: "RR3 meeting note, 26 August 2020, section 3b",
        },
        { id: 2, name: "referrals", value: "1200", unit: "referrals", about: {}, of: [], input: {} },
        {
          id: 3,
          name: "startRate",
          value: "0.62",
          unit: "starts/referrals",
          about: {},
          of: [],
          input: { counts: { count: 31, of: 50 } },
        },
      ],
    });
  });

  test("a rate given as counts is told as counts, and a long number is cut with a mark", () => {
    const third = given({ count: 1, of: 3 }, "completions/places", { name: "completionsPerPlace" });
    expect(String(explain(third))).toBe(
      `[1] completionsPerPlace = 0.${"3".repeat(19)}… completions/places, given, as 1 of 3`,
    );
  });
});

describe("every way a figure can be made has its words", () => {
  const [a, b, c] = [begun(5, "a"), begun(-3, "b"), begun(7, "c")];
  const ratio = given("0.25", "ratio", { name: "share" });
  test.for<readonly [string, Figure, string]>([
    ["a sum", a.plus(b), "[2] + [3]"],
    ["a difference", a.minus(b), "[2] − [3]"],
    ["a difference of a sum", a.minus(b.plus(c)), "[2] − ([3] + [4])"],
    ["a product of a sum", a.plus(b).times(ratio), "([2] + [3]) × [4]"],
    ["a quotient of a quotient", a.dividedBy(ratio.dividedBy(2)), "[2] ÷ ([3] ÷ 2)"],
    ["a quotient of a product", a.times(ratio).dividedBy(3), "[2] × [3] ÷ 3"],
    ["what is left of one", ratio.rest, "1 − [2]"],
    ["what is left of what is left", ratio.rest.rest, "1 − (1 − [2])"],
    ["a product of what is left", a.times(ratio.rest), "[2] × (1 − [3])"],
    ["the smaller", a.min(b), "the smaller of [2] and [3]"],
    ["the larger of a sum", a.plus(b).max(c), "the larger of [2] + [3] and [4]"],
    ["the smaller of a smaller", a.min(b.min(c)), "the smaller of [2] and (the smaller of [3] and [4])"],
    ["a smaller, doubled", a.min(b).times(2), "(the smaller of [2] and [3]) × 2"],
    ["limits", a.clampedTo(b, c), "[2], at least [3] and at most [4]"],
    ["limits, less one", a.clampedTo(b, c).minus(a), "([2], at least [3] and at most [4]) − [2]"],
    ["whole numbers", a.rounded({ places: 0, mode: "up" }), "[2], rounded up to whole numbers"],
    ["pence", a.rounded({ places: 2, mode: "half even" }), "[2], rounded half even to 2 places"],
    ["one place", a.rounded({ places: 1, mode: "half up" }), "[2], rounded half up to 1 place"],
    ["a name of its own", a.named("mine"), "[2]"],
    ["a number with a name", constant(12).named("months"), "12"],
    ["nothing", sum("starts", []), "the sum of nothing"],
    ["one thing", sum("starts", [a]), "[2]"],
    ["the same twice", a.plus(a), "[2] + [2]"],
  ])("%s", ([, figure, text]) => {
    const { steps } = explain(figure);
    expect(steps[0]?.sum).toBe(text);
    expect(agree(recomputed(steps)[0] as never, exactly(steps[0]?.value ?? ""))).toBe(true);
  });

  test("a figure with no name is called one, and what has a name is told by itself", () => {
    const { steps } = explain(a.plus(b).named("both").times(2));
    expect(steps.map(({ name, sum: text }) => [name, text])).toEqual([
      ["figure", "[2] × 2"],
      ["both", "[3] + [4]"],
      ["a", undefined],
      ["b", undefined],
    ]);
  });
});

/** A chain of formulas from people to pounds. */
function chains(): Readonly<Record<string, Figure>> {
  const completionRate = given({ count: 664_087, of: 1_240_000 }, "completions/starts", {
    name: "completionRate",
  });
  const hours = hoursPerStart({
    contactHours: 6,
    otherHours: "3.5",
    referralHours: 1,
    startRate,
    completionHours: 2,
    completionRate,
  });
  const pay = payPerHour({ salary: 27_501, onCostPerPound: "0.28", productiveHours: 1_411 });
  const direct = directCostPerStart({ hoursPerStart: hours, payPerHour: pay, otherDirectCost: "18.75" });
  const overhead = overheadPerStart({ directCostPerStart: direct, overheadPerPound: "0.2" });
  const cost = costPerStart({
    directCostPerStart: direct,
    overheadPerStart: overhead,
    surplusPerPound: "0.05",
  });
  const finished = completions({ starts: attended, completionRate });
  const money = indicativeValue({ starts: attended, costPerStart: cost });
  const months = rampFactors({
    shape: "s-curve",
    monthsToPlateau: 7,
    firstMonthShare: given("0.1", "ratio", { name: "firstMonthShare" }),
  });
  return {
    finished,
    cost,
    money,
    perCompletion: costPerCompletion({ costPerStart: cost, completionRate }),
    implied: impliedUnitCost({ indicativeValue: money, volume: finished }),
    capacity: referralCapacity({
      fullYearReferrals: 1_201,
      rampFactor: yearFactor({ months: [...months, 1, 1, 1, 1, 1] }),
    }),
    places: placesNeeded({ completions: 10, completionsPerPlace: { count: 1, of: 3 } }),
    chance: chanceOfAtLeast({ completions: 10, places: 30, completionsPerPlace: { count: 1, of: 3 } }),
    total: sum("GBP", [
      money,
      money.times(2),
      ...Array.from({ length: 40 }, (_, i) => given(i, "GBP", { name: "lot" })),
    ]),
  };
}

describe.for(Object.entries(chains()))("the plain data of %s", ([, figure]) => {
  const explanation = explain(figure);
  const { steps } = explanation;

  test("give every step's value again, with nothing but a calculator", () => {
    const values = recomputed(steps);
    for (const step of steps) {
      expect.soft(agree(values[step.id - 1] as never, exactly(step.value)), step.name).toBe(true);
    }
    expect(steps[0]?.value).toBe(figure.toJSON().value);
  });

  test("are what their schema says", () => {
    const data: unknown = JSON.parse(JSON.stringify(explanation));
    expect(explanationSchema.parse(data)).toEqual(data);
  });

  test("number the steps in order, and lead from the figure to every one of them", () => {
    expect(steps.map(({ id }) => id)).toEqual(steps.map((_, index) => index + 1));
    const reached = new Set([1]);
    for (const id of reached) for (const next of steps[id - 1]?.of ?? []) reached.add(next);
    expect(reached.size).toBe(steps.length);
    for (const { sum: text = "", of } of steps) {
      const pointers = [...text.matchAll(/\[(\d+)\]/g)].map((match) => Number(match[1]));
      expect([...new Set(pointers)].sort()).toEqual([...of].sort());
    }
  });

  test("end in inputs, each told once", () => {
    const leaves = steps.filter(({ sum: text }) => text === undefined);
    expect(leaves.every(({ input }) => input !== undefined)).toBe(true);
    const texts = steps.map((step) => JSON.stringify({ ...step, id: 0 }));
    const inputs = texts.filter((_, index) => steps[index]?.input?.path !== undefined);
    expect(new Set(inputs).size).toBe(inputs.length);
  });

  test("print every step, in text and in Markdown", () => {
    for (const { id, name } of steps) {
      expect(String(explanation)).toContain(`[${String(id)}] ${name} = `);
      expect(explanation.markdown()).toContain(`${String(id)}. **${name}** = `);
    }
  });
});

describe("what is shared is told once", () => {
  test("a rate used twice is one step, at which both sums point", () => {
    const total = attended.plus(given(100, "referrals", { name: "others" }).times(startRate));
    const { steps } = explain(total);
    expect(steps.filter(({ name }) => name === "startRate")).toHaveLength(1);
    expect(
      steps.filter(({ of }) => of.includes(steps.find(({ name }) => name === "startRate")?.id ?? 0)),
    ).toHaveLength(2);
  });

  test("a figure doubled sixteen times is told in fewer lines than there are of it", () => {
    let figure = begun(1, "one");
    for (let i = 0; i < 16; i++) figure = figure.plus(figure);
    // 2¹⁶ of one figure: written out in full, nobody could read it.
    expect(String(explain(figure)).length).toBeLessThan(10_000);
  });

  test("the same with names is seventeen steps", () => {
    let figure = begun(1, "one");
    for (let i = 0; i < 16; i++) figure = figure.plus(figure).named(`twice ${String(i)}`);
    expect(explain(figure).steps).toHaveLength(17);
  });
});

describe("long sums are shortened, and lose nobody", () => {
  const months = (count: number): Figure<"starts">[] => Array.from({ length: count }, (_, i) => begun(i + 1));

  test.for([
    [12, 12, ""],
    [13, 13, ""],
    // 13 + 14
    [14, 12, " + 2 more that come to 27"],
    // 13 + … + 100 = 5050 − 78
    [100, 12, " + 88 more that come to 4972"],
  ] as const)("of %i months, %i are written out", ([count, shown, more]) => {
    const { steps } = explain(sum("starts", months(count)));
    const pointers = Array.from({ length: shown }, (_, i) => `[${String(i + 2)}]`).join(" + ");
    expect(steps[0]?.sum).toBe(pointers + more);
    expect(steps).toHaveLength(shown + 1);
  });

  test("what is shown and what the rest come to are the whole sum, to the last digit", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(people, someRate), { maxLength: 40 }), (rows) => {
        const total = sum(
          "starts",
          rows.map(([referrals, rate]) => starts({ referrals, startRate: rate })),
        );
        const { steps } = explain(total, { depth: 1 });
        const value_ = evaluated(steps[0]?.sum ?? "", (id) => exactly(steps[id - 1]?.value ?? ""));
        expect(value_).toEqual(exactly(total.toJSON().value));
      }),
      runs,
    );
  });

  test("a long sum within a product is bracketed", () => {
    const { steps } = explain(sum("starts", months(14)).times(2));
    expect(steps[0]?.sum).toMatch(/^\(\[2\] \+ .* \+ 2 more that come to 27\) × 2$/);
    expect(evaluated(steps[0]?.sum ?? "", (id) => exactly(steps[id - 1]?.value ?? ""))).toEqual(exactly(210));
  });

  test("losses are left out of no sum", () => {
    const rows = Array.from({ length: 20 }, (_, i) => given(-i, "GBP", { name: "loss" }));
    // −(12 + … + 19) = −124
    expect(explain(sum("GBP", rows)).steps[0]?.sum).toMatch(/ \+ 8 more that come to -124$/);
  });
});

describe("depth", () => {
  const names = (depth?: number): string[] =>
    explain(value, depth === undefined ? {} : { depth }).steps.map(({ name }) => name);

  test("one level is the figure's own sum, and two are the sums of what it is made of", () => {
    expect(names(1)).toEqual(["indicativeValue", "starts", "costPerStart"]);
    expect(names(2)).toEqual(["indicativeValue", "starts", "costPerStart", "referrals", "startRate"]);
    expect(names(3)).toEqual(names());
    expect(explain(value, { depth: 1 }).steps[1]).toEqual({
      id: 2,
      name: "starts",
      value: "744",
      unit: "starts",
      about: { area: "Essex", year: "2023/24" },
      of: [],
      source: "RR3 meeting note, 26 August 2020, section 3b",
    });
  });

  test("the steps of a shallow explanation are the first of a deep one", () => {
    for (const figure of Object.values(chains())) {
      const deep = explain(figure).steps;
      for (const depth of [1, 2, 3]) {
        const shallow = explain(figure, { depth }).steps;
        expect(shallow.map(({ name, value: text }) => [name, text])).toEqual(
          deep.slice(0, shallow.length).map(({ name, value: text }) => [name, text]),
        );
      }
    }
  });

  test.for([0, -1, 1.5, NaN, "2", null])("%o is no depth", (depth) => {
    expect(refused(() => explain(value, { depth: depth as number })).code).toBe("out-of-range");
    expect(refused(() => explain(value, { depth: depth as number })).message).toMatch(
      /^depth is a whole number from 1 up; received /,
    );
  });
});

describe("one figure or several", () => {
  test("a list is answered by a list, and a record by a record", () => {
    const list: Explanation[] = explain([attended, value]);
    expect(list.map(String)).toEqual([String(explain(attended)), String(explain(value))]);
    const record: Record<"starts" | "value", Explanation> = explain({ starts: attended, value });
    expect(Object.keys(record)).toEqual(["starts", "value"]);
    expect(String(record.value)).toBe(String(explain(value)));
  });

  test.for([undefined, null, 5, true, "starts", { starts: 5 }, [5]])(
    "%o is refused, since it has no working",
    (nothing) => {
      expect(refused(() => explain(nothing as never)).message).toMatch(/^explain takes a figure/);
    },
  );
});

describe("an explanation, once made, stays what it is", () => {
  test("it cannot be changed, and changes nothing", () => {
    const before = JSON.stringify(value);
    const explanation = explain(value);
    expect([explanation, explanation.steps, ...explanation.steps].every(Object.isFrozen)).toBe(true);
    expect(explanation.steps.flatMap(({ of }) => [of]).every(Object.isFrozen)).toBe(true);
    expect(JSON.stringify(value)).toBe(before);
  });

  test("its data are plain, even where a caller gave limits as Decimals", () => {
    const rate = given("0.6", "starts/referrals", {
      name: "rate",
      low: new Decimal("0.0000001"),
      high: new Decimal(1),
    });
    const data = explain(rate).toJSON();
    expect(explanationSchema.parse(structuredClone(data))).toEqual(data);
    expect(String(explain(rate))).toContain("from 0.0000001 to 1");
  });

  test("random costs are told so that they can be computed again", () => {
    fc.assert(
      fc.property(amountEach, amountEach, someRate, (contactHours, referralHours, rate) => {
        const hours = hoursPerStart({
          contactHours,
          otherHours: 0,
          referralHours,
          startRate: rate,
          completionHours: "0.1",
          completionRate: rate,
        });
        const { steps } = explain(hours);
        const [first = fraction(0n)] = recomputed(steps);
        expect(agree(first, exactly(hours.toJSON().value))).toBe(true);
      }),
      runs,
    );
  });
});

describe("an input that is uncertain", () => {
  test("says how it is drawn", () => {
    const startRate = given("0.62", "starts/referrals", {
      name: "startRate",
      path: "startRate",
      source: "illustrative",
      distribution: { kind: "triangular", low: 0.5, mode: "0.62", high: 0.7 },
    });
    expect(String(explain(starts({ referrals: 1200, startRate })))).toContain(
      "given, at startRate, drawn as triangular, low 0.5, mode 0.62, high 0.7, source: illustrative",
    );
  });
});
