import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { given } from "volumes-and-values";
import { explain } from "volumes-and-values/readings";
import { chanceOfAtLeast, placesForChance } from "volumes-and-values/uncertainty";
import type { Counts } from "volumes-and-values";
import type { Wanted } from "volumes-and-values/uncertainty";
import type { Fraction } from "../numbers/fraction.ts";
import { add, agree, exactly, fraction, isBelow, multiply, size, subtract } from "../numbers/fraction.ts";
import { refused } from "../numbers/refusal.ts";
import { runs } from "../support/arbitraries-numbers.ts";

/** The exact chance of at least so many successes in n tries at count / of each, in whole numbers alone. */
function binomial(wanted: number, tries: number, count: number, of: number): Fraction {
  const [p, q] = [BigInt(count), BigInt(of - count)];
  let ways = 1n;
  let enough = 0n;
  for (let k = 0; k <= tries; k++) {
    if (k > 0) ways = (ways * BigInt(tries - k + 1)) / BigInt(k);
    if (k >= wanted) enough += ways * p ** BigInt(k) * q ** BigInt(tries - k);
  }
  return fraction(enough, BigInt(of) ** BigInt(tries));
}

const third: Counts = { count: 1, of: 3 };
const chance = (
  completions: number,
  places: number,
  completionsPerPlace: Wanted["completionsPerPlace"],
): Fraction => exactly(chanceOfAtLeast({ completions, places, completionsPerPlace }).toJSON().value);
const near = (a: Fraction, b: Fraction, places = 30): boolean =>
  isBelow(size(subtract(a, b)), fraction(1n, 10n ** BigInt(places)));

describe("the chance of ten finishers, where one of three finishes", () => {
  // RR3 meeting note, 26 August 2020, section 3b: to get 10 finishers must one provide 30 places; chances recomputed.
  test.for([
    [30, "0.5683"],
    [35, "0.7788"],
    [40, "0.9034"],
  ] as const)("of %i places is %s", ([places, published]) => {
    const figure = chanceOfAtLeast({ completions: 10, places, completionsPerPlace: third });
    expect(String(figure.rounded({ places: 4, mode: "half even" }))).toBe(published);
    expect(near(chance(10, places, third), binomial(10, places, 1, 3))).toBe(true);
  });

  test("thirty places are enough little more than every second time, and forty are wanted for nine of ten", () => {
    expect(
      placesForChance({ completions: 10, completionsPerPlace: third, chance: "0.5" }),
    ).toBeLessThanOrEqual(30);
    expect(placesForChance({ completions: 10, completionsPerPlace: third, chance: "0.9" })).toBe(40);
  });
});

describe("against the exact binomial distribution", () => {
  const cases = fc
    .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 50 }))
    .chain(([completions, places, of]) =>
      fc.integer({ min: 0, max: of }).map((count) => ({ completions, places, count, of })),
    );

  test("the chance is right to 30 places for up to sixty places", () => {
    fc.assert(
      fc.property(cases, ({ completions, places, count, of }) => {
        expect(
          near(chance(completions, places, { count, of }), binomial(completions, places, count, of)),
        ).toBe(true);
      }),
      runs,
    );
  });

  test.for([
    [100, 200],
    [150, 300],
    [200, 400],
    [500, 1_000],
  ] as const)(
    "half of them finishing, the chance of %i of %i places is right to 20 places",
    ([wanted, places]) => {
      expect(near(chance(wanted, places, "0.5"), binomial(wanted, places, 1, 2), 20)).toBe(true);
    },
  );

  test("a chance is never below nought nor above one", () => {
    fc.assert(
      fc.property(cases, ({ completions, places, count, of }) => {
        const found = chance(completions, places, { count, of });
        expect(isBelow(found, exactly(0)) || isBelow(exactly(1), found)).toBe(false);
      }),
      runs,
    );
  });

  test("one more place never makes ten finishers less likely", () => {
    fc.assert(
      fc.property(cases, ({ completions, places, count, of }) => {
        const [fewer, more] = [places, places + 1].map((n) => chance(completions, n, { count, of })) as [
          Fraction,
          Fraction,
        ];
        expect(isBelow(add(more, fraction(1n, 10n ** 40n)), fewer)).toBe(false);
      }),
      runs,
    );
  });
});

describe("edges", () => {
  test.for<readonly [string, number, number, Wanted["completionsPerPlace"], string]>([
    ["nobody is wanted of no places", 0, 0, third, "1"],
    ["nobody is wanted of thirty places", 0, 30, third, "1"],
    ["nobody finishes, and somebody is wanted", 1, 30, 0, "0"],
    ["nobody finishes, and nobody is wanted", 0, 30, 0, "1"],
    ["everybody finishes, and all are wanted", 30, 30, 1, "1"],
    ["everybody finishes, and one more is wanted", 31, 30, 1, "0"],
    ["more are wanted than there are places", 31, 30, third, "0"],
    ["one is wanted of one place", 1, 1, "0.25", "0.25"],
    ["one is wanted of two places", 1, 2, "0.25", "0.4375"],
    ["two are wanted of two places", 2, 2, "0.25", "0.0625"],
  ])("%s", ([, completions, places, completionsPerPlace, text]) => {
    expect(String(chanceOfAtLeast({ completions, places, completionsPerPlace }))).toBe(text);
  });

  test("the rate may be a figure, whose source is then in the working", () => {
    const rate = given(third, "completions/places", { name: "completionsPerPlace", source: "the note" });
    const figure = chanceOfAtLeast({ completions: 10, places: 30, completionsPerPlace: rate });
    expect([figure.name, figure.unit, figure.about]).toEqual([
      "chanceOfAtLeast",
      "ratio",
      { wanted: "10 of 30 places" },
    ]);
    expect(
      explain(figure).steps.some(({ name, source }) => name === rate.name && source === "the note"),
    ).toBe(true);
  });

  test.for<readonly [Record<string, unknown>, string]>([
    [{ completions: 10.5 }, "completions is a whole number from 0 to 10000; received 10.5."],
    [{ completions: -1 }, "completions is a whole number from 0 to 10000; received -1."],
    [{ completions: "10" }, 'completions is a whole number from 0 to 10000; received "10".'],
    [{ places: NaN }, "places is a whole number from 0 to 10000; received NaN."],
    [{ places: 10_001 }, "places is a whole number from 0 to 10000; received 10001."],
    [{ places: undefined }, "places is a whole number from 0 to 10000; received undefined."],
    [
      { completionsPerPlace: 33 },
      "completionsPerPlace is a share and lies between 0 and 1; received 33. If 33% is meant, give 0.33.",
    ],
    [
      { completionsPerPlace: "-0.1" },
      "completionsPerPlace is a share and lies between 0 and 1; received -0.1. Give a share, as 0.62.",
    ],
  ])("%j is refused", ([change, message]) => {
    const wanted = { completions: 10, places: 30, completionsPerPlace: third, ...change };
    expect(refused(() => chanceOfAtLeast(wanted))).toEqual({ code: "out-of-range", message });
  });

  test("a rate of starts is no rate of places", () => {
    const rate = given("0.5", "completions/starts", { name: "completionRate" });
    const act = () => chanceOfAtLeast({ completions: 1, places: 2, completionsPerPlace: rate as never });
    expect(refused(act).code).toBe("wrong-unit");
  });

  test("the working of a chance of ten thousand places is told without running out of room", () => {
    const figure = chanceOfAtLeast({ completions: 10, places: 10_000, completionsPerPlace: "0.001" });
    expect(explain(figure, { depth: 1 }).steps[0]?.name).toBe("chanceOfAtLeast");
  });
});

describe("the fewest places that are enough", () => {
  test("one fewer is not enough, and that many are", () => {
    const rates = fc.integer({ min: 1, max: 10 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        rates,
        fc.integer({ min: 1, max: 99 }),
        (completions, tenths, percent) => {
          const due = fraction(BigInt(percent), 100n);
          const completionsPerPlace = { count: tenths, of: 10 };
          const text = `0.${String(percent).padStart(2, "0")}`;
          const places = placesForChance({ completions, completionsPerPlace, chance: text });
          expect(isBelow(binomial(completions, places, tenths, 10), due)).toBe(false);
          expect(isBelow(binomial(completions, places - 1, tenths, 10), due)).toBe(true);
        },
      ),
      { numRuns: Math.ceil(runs.numRuns / 4) },
    );
  });

  test("nobody wanted needs no places, and everybody finishing needs as many places as people", () => {
    expect(placesForChance({ completions: 0, completionsPerPlace: third, chance: "0.9" })).toBe(0);
    expect(placesForChance({ completions: 17, completionsPerPlace: 1, chance: 1 })).toBe(17);
  });

  test("any number of places up to ten thousand is found, however near to ten thousand", () => {
    // One success of n tries at 3 in 10,000: the chance is 1 − 0.9997ⁿ, which first reaches 0.93 between 8,192 and 10,000.
    const reaches = (n: number): boolean => 100n * 9_997n ** BigInt(n) <= 7n * 10_000n ** BigInt(n);
    const fewest = Math.ceil(Math.log(0.07) / Math.log(0.9997));
    expect([reaches(fewest - 1), reaches(fewest)]).toEqual([false, true]);
    expect(placesForChance({ completions: 1, completionsPerPlace: "0.0003", chance: "0.93" })).toBe(fewest);
  });

  test("a chance that no places can give is refused", () => {
    expect(refused(() => placesForChance({ completions: 1, completionsPerPlace: 0, chance: "0.5" }))).toEqual(
      {
        code: "out-of-range",
        message:
          "chance is one that up to 10000 places can reach; received 0.5. Lower it, or want fewer than 1 completions.",
      },
    );
  });

  test("nothing is certain of places that may not finish, however many there are", () => {
    const certainOf = (completions: number, completionsPerPlace: Wanted["completionsPerPlace"]) =>
      refused(() => placesForChance({ completions, completionsPerPlace, chance: 1 }));
    const refusal = {
      code: "out-of-range",
      message:
        "chance is below 1, since any place may turn out not to finish; received 1. Ask for a chance such as 0.99.",
    };
    // Of 10,000 places at a half each, ten or more finish but for a chance that has no digit within a hundred places.
    expect(certainOf(10, "0.5")).toEqual(refusal);
    expect(certainOf(1, "0.999999")).toEqual(refusal);
    expect(placesForChance({ completions: 0, completionsPerPlace: "0.5", chance: 1 })).toBe(0);
    expect(placesForChance({ completions: 10, completionsPerPlace: "0.5", chance: "0.999999" })).toBeLessThan(
      60,
    );
  });

  test("a chance of 90 is refused as no chance, and 0.9 offered for it", () => {
    const { code, message } = refused(() =>
      placesForChance({ completions: 10, completionsPerPlace: third, chance: 90 }),
    );
    expect(code).toBe("out-of-range");
    expect(message).toMatch(/between 0 and 1.*0\.9/);
  });
});

test("the exact distribution that these tests compare with sums to one", () => {
  expect(binomial(0, 30, 1, 3)).toEqual(fraction(1n));
  expect(agree(multiply(binomial(2, 2, 1, 4), fraction(16n)), fraction(1n))).toBe(true);
});
