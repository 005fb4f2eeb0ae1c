import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ModelError, forecast, isAbsent, present } from "volumes-and-values";
import type { Figure } from "volumes-and-values";
import { smoothRampUp, staffingGaps } from "volumes-and-values/provider";
import type { RampProfile, SmoothConstraint, SmoothedRampUp } from "volumes-and-values/provider";
import { explain, whatIf } from "volumes-and-values/readings";
import { digitsOf } from "../../../src/numbers/decimal.ts";
import { refusal } from "../../numbers/refusal.ts";
import { runs } from "../../support/arbitraries-numbers.ts";
import { essexPlan, problemsOf } from "../../support/plans.ts";

const equalTotal = { leastLargestGap: "at equal total spend" } as const;
const label = (index: number): string => `contract year ${String(index + 1)}`;
const profileOf = (before: number, values: readonly number[], more: object = {}): RampProfile => ({
  before,
  years: values.map((indicativeValue, index) => ({ year: label(index), indicativeValue })),
  ...more,
});
const numbers = (figures: readonly Figure[]): number[] => figures.map(({ value }) => value.toNumber());
const smoothed = ({ rows }: SmoothedRampUp): number[] => numbers(rows.map((row) => row.smoothed.value));

/** Money in thousands of pounds: a year before, one to six years, and a plateau. */
const ramps = fc
  .tuple(
    fc.integer({ min: 0, max: 400 }),
    fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 6 }),
    fc.integer({ min: 0, max: 400 }),
  )
  .map(([before, years, plateau]) => [before, ...years, plateau] as const);

/**
 * By another way than the library's: the lowest and the highest that each year may be, forwards from the year before
 * and backwards from the plateau, at gaps of at most so much and within a departure of the profile.
 */
function bandOf(
  ramp: readonly number[],
  gap: number,
  departure: number,
): readonly (readonly [number, number])[] {
  const last = ramp.length - 1;
  const own = ramp.map((value, index): [number, number] =>
    index === 0 || index === last ? [value, value] : [Math.max(0, value - departure), value + departure],
  );
  const narrowed = (to: [number, number], from: [number, number] | undefined): [number, number] =>
    from === undefined ? to : [Math.max(to[0], from[0] - gap), Math.min(to[1], from[1] + gap)];
  for (let year = 1; year <= last; year++) own[year] = narrowed(own[year] as [number, number], own[year - 1]);
  for (let year = last - 1; year >= 0; year--)
    own[year] = narrowed(own[year] as [number, number], own[year + 1]);
  return own;
}

/** What an act gives, or the error with which it refuses. */
function orRefusal<T>(act: () => T): T | ModelError {
  try {
    return act();
  } catch (error) {
    if (error instanceof ModelError) return error;
    throw error;
  }
}

const nearly = 1e-6;
const isPossible = (band: readonly (readonly [number, number])[]): boolean =>
  band.every(([low, high]) => low <= high);

describe("a profile that stays as it is says why", () => {
  const because = (before: number, values: readonly number[], constraint: SmoothConstraint) =>
    smoothRampUp(profileOf(before, values), constraint).unchangedBecause;

  test("its gaps are within what is allowed already", () => {
    expect(because(100_000, [150_000, 200_000, 200_000], { gapsAtMost: 60_000 })).toBe(
      "its largest gap is 50,000 pounds, and 60,000 are allowed",
    );
  });

  test("its largest gap is the least at equal total spend already", () => {
    // Equal steps of £50,000, and one year alone between two that stay
    expect(because(100_000, [150_000, 200_000, 250_000], equalTotal)).toBe(
      "its largest gap, 50,000 pounds, is the least there can be at equal total spend",
    );
    expect(because(100_000, [40_000, 250_000], equalTotal)).toBe(
      "its largest gap, 210,000 pounds, is the least there can be at equal total spend",
    );
    // £40,000 stands alone before a plateau from the second year: a third year of less would make the gap smaller.
    expect(because(100_000, [40_000, 250_000, 250_000], equalTotal)).toBe(
      "its largest gap, 210,000 pounds, is the least there can be at equal total spend with its plateau from contract year 2, which stays",
    );
  });

  test("it has no year between those that stay", () => {
    const reason = "it has the year before go-live and its plateau, which stay, and no year between them";
    expect(because(100_000, [200_000, 200_000], equalTotal)).toBe(reason);
    expect(because(100_000, [200_000], { gapsAtMost: 100_000 })).toBe(reason);
  });

  test("and one that moves says nothing, whatever the ramp", () => {
    expect(because(250_000, [60_000, 210_000, 270_000], { gapsAtMost: 80_000 })).toBeUndefined();
    expect(because(250_000, [60_000, 210_000, 270_000], equalTotal)).toBeUndefined();
    fc.assert(
      fc.property(ramps, (ramp) => {
        const [before, ...values] = ramp;
        const result = smoothRampUp(profileOf(before, values), equalTotal);
        const moved = result.largestDeparture.value.greaterThan("1e-20");
        expect(result.unchangedBecause === undefined).toBe(moved);
      }),
      runs,
    );
  });
});

describe("the nearest profile with gaps of at most so much", () => {
  test("is the given one where its gaps are no larger", () => {
    const result = smoothRampUp(profileOf(100, [150, 200, 200]), { gapsAtMost: 50 });
    expect(smoothed(result)).toEqual([150, 200, 200]);
    expect(result.largestDeparture.toString()).toBe("0 GBP");
  });

  test("leaves the plateau and the year before as they are", () => {
    const result = smoothRampUp(profileOf(250, [60, 210, 270, 270]), { gapsAtMost: 80 });
    expect(smoothed(result)).toEqual([170, 210, 270, 270]);
    expect(numbers(result.rows.map((row) => row.smoothed.gap))).toEqual([80, 40, 60, 0]);
    expect(result.largestDeparture.toString()).toBe("110 GBP");
  });

  test("has no larger gap than is allowed, and no profile is nearer", () => {
    fc.assert(
      fc.property(ramps, fc.integer({ min: 0, max: 200 }), (ramp, over) => {
        const [before, ...values] = ramp;
        const stepsToPlateau = values.findLastIndex((value) => value !== values.at(-1)) + 2;
        const least = Math.abs(before - (values.at(-1) ?? 0)) / stepsToPlateau;
        const mostGap = Math.ceil(least) + over;
        const {
          original,
          smoothed: smooth,
          largestDeparture,
          rows,
        } = smoothRampUp(profileOf(before, values), { gapsAtMost: mostGap });
        expect(smooth.largestGap.value.lessThanOrEqualTo(mostGap)).toBe(true);
        expect(rows.every((row) => !row.smoothed.value.value.isNegative())).toBe(true);
        const allowed = original.largestGap.value.lessThanOrEqualTo(mostGap);
        expect(largestDeparture.value.isZero()).toBe(allowed);
        // The plateau is longer where years before the last have its money too, and then more years stay.
        const free = values.slice(0, stepsToPlateau);
        const nearer = largestDeparture.value.toNumber() - nearly;
        if (!allowed) expect(isPossible(bandOf([before, ...free], mostGap, nearer))).toBe(false);
      }),
      runs,
    );
  });

  test("is not to be had where the plateau is too far, which is said with the least gap that would do", () => {
    const error = refusal(() => smoothRampUp(profileOf(100, [50, 400]), { gapsAtMost: 100 }));
    expect(error.message).toMatchInlineSnapshot(
      `"gapsAtMost is 150.00 or more, since 100 becomes 400 in 2 steps; received 100. Allow more, or reach the plateau later."`,
    );
  });
});

describe("the least largest gap at equal total spend", () => {
  test("raises and lowers years together", () => {
    const result = smoothRampUp(profileOf(250, [60, 210, 270]), equalTotal);
    expect(smoothed(result)).toEqual([125, 145, 270]);
    expect(result.smoothed.value.toString()).toBe(result.original.value.toString());
  });

  test("is the straight line where that has the given total, and lies below it where less is spent", () => {
    expect(smoothed(smoothRampUp(profileOf(100, [100, 300, 350, 400]), equalTotal))).toEqual([
      175, 250, 325, 400,
    ]);
    expect(smoothed(smoothRampUp(profileOf(100, [100, 250, 325, 400]), equalTotal))).toEqual([
      137.5, 225, 312.5, 400,
    ]);
  });

  test("never takes a year below nothing", () => {
    expect(smoothed(smoothRampUp(profileOf(300, [0, 0, 0, 300]), equalTotal))).toEqual([0, 0, 0, 300]);
  });

  test("spends the same to the last digit, has no larger gap than before, and none could be less", () => {
    fc.assert(
      fc.property(ramps, (ramp) => {
        const [before, ...values] = ramp;
        const { original, smoothed: smooth, rows } = smoothRampUp(profileOf(before, values), equalTotal);
        expect(smooth.value.value.equals(original.value.value)).toBe(true);
        const gap = smooth.largestGap.value.toNumber();
        expect(gap).toBeLessThanOrEqual(original.largestGap.value.toNumber() + nearly);
        expect(rows.every((row) => row.smoothed.value.value.greaterThanOrEqualTo("-1e-30"))).toBe(true);
        const end = values.findLastIndex((value) => value !== values.at(-1)) + 1;
        const free = [before, ...values.slice(0, end + 1)];
        const line = Math.abs(before - (values.at(-1) ?? 0)) / (end + 1);
        if (gap <= line + nearly) return;
        const band = bandOf(free, gap - nearly, 1e9).slice(1, -1);
        const total = values.slice(0, end).reduce((sum, value) => sum + value, 0);
        const [low, high] = [0, 1].map((side) => band.reduce((sum, limits) => sum + (limits[side] ?? 0), 0));
        expect(total < (low ?? 0) || total > (high ?? 0)).toBe(true);
      }),
      runs,
    );
  });
});

describe("a smoother profile beside the given one", () => {
  const staffing = {
    roles: {
      adviser: {
        hoursPerStart: 14,
        hoursPerReferral: 1,
        hoursPerCompletion: 2,
        productiveHours: 1400,
        posts: "whole",
        salary: 28_000,
        onCostPerPound: "0.25",
      },
    },
  } as const;
  const rates = { costPerStart: 300, startRate: "0.7", completionRate: "0.5", staffing };
  const whole = {
    before: 250_000,
    years: [60_000, 210_000, 270_000].map((indicativeValue, index) => ({
      year: label(index),
      indicativeValue,
      startsNeeded: 800,
    })),
    ...rates,
  };

  test("says its starts, what stays unmet, and the posts it takes", () => {
    const result = smoothRampUp(whole, { gapsAtMost: 80_000 });
    const [first, , third] = result.rows;
    expect(String(present(first?.original.starts ?? { absent: "" }))).toBe("200 starts");
    expect(String(present(first?.original.unmet ?? { absent: "" }))).toBe("600 starts");
    expect(String(present(third?.original.starts ?? { absent: "" }))).toBe("800 starts");
    expect(present(result.smoothed.unmet).value.lessThan(present(result.original.unmet).value)).toBe(true);
    const costs = {
      noticePerPost: 0,
      redundancyPerPost: 1,
      recruitmentPerPost: 1,
      trainingPerPost: 0,
      vacancyPerPost: 0,
    };
    const [before, after] = [result.original, result.smoothed].map(({ staff }) =>
      staff === undefined ? undefined : staffingGaps(staff, { opening: { adviser: 9 }, costs }).total(),
    );
    expect([String(before?.ended), String(after?.ended)]).toEqual(["6 fte", "2 fte"]);
    expect(result.table()[0]).toMatchInlineSnapshot(`
      {
        "departure": "110,000",
        "gap": "190,000",
        "posts": "3.00",
        "smoothedGap": "80,000",
        "smoothedPosts": "7.00",
        "smoothedUnmet": "233",
        "smoothedValue": "170,000",
        "unmet": "600",
        "value": "60,000",
        "year": "contract year 1",
      }
    `);
  });

  test("takes the years of a forecast as they are, and says what is absent", () => {
    const result = forecast(essexPlan());
    const smooth = smoothRampUp({ before: 100_000, years: result.by("year") }, equalTotal);
    expect(String(smooth.original.value)).toBe(String(result.total().indicativeValue));
    expect(isAbsent(smooth.original.starts) && isAbsent(smooth.smoothed.unmet)).toBe(true);
    expect(explain(smooth.smoothed.largestGap).toString()).toContain("profile.before");
  });

  test("is a figure in each year, that other money can be asked of", () => {
    const { rows } = smoothRampUp(profileOf(250, [60, 210, 270]), { gapsAtMost: 80 });
    const value = rows[0]?.smoothed.value as Figure;
    expect(String(whatIf(value, { "constraint.gapsAtMost": 100 }))).toBe("150 GBP");
    expect(smoothed(smoothRampUp(profileOf(250, [60, 210, 270]), { gapsAtMost: 100 }))[0]).toBe(150);
  });

  describe("asked what if, answers as if it were smoothed anew, or refuses", () => {
    const before = profileOf(250, [60, 210, 270, 270]);
    const near = { gapsAtMost: 80 } as const;
    const asked = (changes: Readonly<Record<string, number>>, constraint: SmoothConstraint = near) => {
      const { rows } = smoothRampUp(before, constraint);
      return whatIf(rows[0]?.smoothed.value as Figure, changes);
    };
    const yearPath = (index: number): string =>
      `profile.years.${before.years[index]?.year ?? ""}.indicativeValue`;

    test("another year before the plateau, even beyond it", () => {
      const changes = { [yearPath(1)]: 300 };
      expect(String(asked(changes))).toBe(
        `${String(smoothed(smoothRampUp(profileOf(250, [60, 300, 270, 270]), near))[0])} GBP`,
      );
    });

    test("all years of the plateau together", () => {
      const changes = { [yearPath(2)]: 280, [yearPath(3)]: 280 };
      expect(String(asked(changes))).toBe(
        `${String(smoothed(smoothRampUp(profileOf(250, [60, 210, 280, 280]), near))[0])} GBP`,
      );
    });

    test.for<readonly [string, Readonly<Record<string, number>>, string]>([
      [
        // From 250 to 270 in three steps is 6.67 a step.
        "gaps with which the plateau is not reached",
        { "constraint.gapsAtMost": 5 },
        "excessToPlateau is nothing, where the plateau can be reached with such gaps; received 5. Allow larger gaps, or reach the plateau later.",
      ],
      [
        "one year of the plateau alone",
        { [yearPath(3)]: 290 },
        "plateauApart is nothing, as long as the years of the plateau have the same money; received 20. Smooth the ramp-up anew with the value, or change all of these years.",
      ],
      [
        "a year that comes to the plateau",
        { [yearPath(1)]: 270 },
        "stepToPlateau is above zero; received 0. The plateau would begin a year earlier: smooth the ramp-up anew with the value.",
      ],
    ])("%s is refused", ([, changes, message]) => {
      expect(refusal(() => asked(changes)).message).toBe(message);
      if ("constraint.gapsAtMost" in changes) return;
      expect(refusal(() => asked(changes, equalTotal)).message).toBe(message);
    });

    /** The figures of a smoother ramp-up by name, those that are absent left out. */
    const figuresOf = ({ rows, original, smoothed: after, largestDeparture }: SmoothedRampUp) => {
      const sides = rows.flatMap((row) =>
        (["original", "smoothed"] as const).flatMap((side) =>
          Object.entries(row[side]).map(([name, figure]) => [`${row.year} ${side} ${name}`, figure] as const),
        ),
      );
      const totals = [original, after].flatMap(({ staff, ...total }, side) => [
        ...Object.entries(total).map(([name, figure]) => [`${String(side)} ${name}`, figure] as const),
        ...(staff?.rows ?? []).map(
          (row) => [`${String(side)} ${row.role} ${row.period}`, row.posts] as const,
        ),
      ]);
      const departures = rows.map(({ year, departure }) => [`${year} departure`, departure] as const);
      const all = [...sides, ...totals, ...departures, ["largest departure", largestDeparture] as const];
      return new Map<string, Figure>(all.flatMap(([name, one]) => (isAbsent(one) ? [] : [[name, one]])));
    };

    test("every later year of the plateau, with its starts and posts", () => {
      // From 249 of the year before; at most 100 a year; a last year of 400 would be the plateau by itself.
      const longer = {
        ...profileOf(249_000, [57_900, 211_200, 270_000, 270_000]),
        ...rates,
      };
      const last = "profile.years.contract year 4.indicativeValue";
      for (const constraint of [{ gapsAtMost: 100_000 }, equalTotal]) {
        const { rows } = smoothRampUp(longer, constraint);
        const { value, gap, starts, posts } = rows[3]?.smoothed as SmoothedRampUp["rows"][number]["smoothed"];
        const { departure } = rows[3] as SmoothedRampUp["rows"][number];
        const plateau = rows[2]?.smoothed.value as Figure;
        for (const figure of [value, gap, present(starts), present(posts), departure, plateau])
          expect(refusal(() => whatIf(figure, { [last]: 400_000 })).message).toContain(
            "plateauApart is nothing",
          );
      }
    });

    /** Money in steps that often meet, so that plateaus of several years come up, and are left. */
    const meeting = fc.tuple(
      fc.integer({ min: 0, max: 4 }),
      fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 0, max: 2 }),
    );

    test("every input and every figure, whatever the ramp", () => {
      fc.assert(
        fc.property(meeting, fc.integer({ min: 0, max: 5 }), fc.boolean(), (ramp, to, even) => {
          const [first, steps, longerBy] = ramp;
          const values = [...steps, ...Array<number>(longerBy).fill(steps.at(-1) ?? 0)];
          const pounds = (step: number): number => step * 60_000;
          const made = (money: readonly number[], gap: number): Map<string, Figure> => {
            const [year0 = 0, ...years] = money.map(pounds);
            const profile = { ...profileOf(year0, years), ...rates };
            profile.years = profile.years.map((year) => ({ ...year, startsNeeded: 800 }));
            return figuresOf(smoothRampUp(profile, even ? equalTotal : { gapsAtMost: pounds(gap) }));
          };
          const money = [first, ...values];
          const before = made(money, 4);
          const paths = [
            "profile.before",
            ...values.map((_, index) => `profile.years.${label(index)}.indicativeValue`),
            ...(even ? [] : ["constraint.gapsAtMost"]),
          ];
          for (const [place, path] of paths.entries()) {
            const isGap = place === money.length;
            const anew = orRefusal(() =>
              made(
                money.map((step, index) => (index === place ? to : step)),
                isGap ? to : 4,
              ),
            );
            for (const [name, figure] of before) {
              const moved = orRefusal(() => whatIf(figure, { [path]: pounds(to) }));
              if (moved instanceof ModelError && moved.code === "out-of-range") continue;
              // Refused anew, it is refused of the figures that move with it; what does not rest on the input stays.
              const value = moved instanceof ModelError ? figure.value : moved.value;
              const isOwn = name.includes("original") || name.startsWith("0 ");
              if (anew instanceof ModelError) expect(isOwn, `${name} ${path}`).toBe(true);
              else
                expect(`${name} ${path} ${digitsOf(value)}`).toBe(
                  `${name} ${path} ${digitsOf(anew.get(name)?.value as Figure["value"])}`,
                );
            }
          }
        }),
        { numRuns: Math.ceil(runs.numRuns / 4) },
      );
    });

    test("and its largest gap and its departure are refused with it", () => {
      const { smoothed: after, largestDeparture } = smoothRampUp(before, near);
      for (const figure of [after.largestGap, largestDeparture])
        expect(refusal(() => whatIf(figure, { "constraint.gapsAtMost": 5 })).code).toBe("out-of-range");
    });
  });

  test("is refused with every problem of the profile and of what is asked", () => {
    const wrong = {
      before: -1,
      years: [{ year: "2022/23" }, { year: "2021/22", indicativeValue: 5 }, { indicativeValue: 3 }],
      staffing,
      unit: 3,
    };
    const asked = { gapsAtLeast: 3 } as unknown as SmoothConstraint;
    expect(
      problemsOf(() => smoothRampUp(wrong as unknown as RampProfile, asked)).map(({ message }) => message),
    ).toMatchInlineSnapshot(`
      [
        "unit: expected a known name: before, years, costPerStart, startRate, completionRate, staffing, from; received "unit".",
        "years.2.year: expected a year, as 2021/22 or contract year 1, or a month, as 2021-06; received nothing.",
        "years: expected each year once and in order: 2021/22, 2022/23; received 2022/23, 2021/22, .",
        "costPerStart: expected what a start costs, for the posts that the starts take; received nothing.",
        "startRate: expected the share of referrals that start, since the adviser of the staffing has hoursPerReferral; received nothing.",
        "completionRate: expected the share of starts that are completed, since the adviser of the staffing has hoursPerCompletion; received nothing.",
        "profile.before: expected zero or more; received -1.",
        "profile.years.2022/23.indicativeValue: expected a figure in GBP, or a plain decimal number, { count, of }, or { value, low, high, source, asOf, quality, note, distribution }; received nothing.",
        "constraint: expected { gapsAtMost } in pounds, or { leastLargestGap: "at equal total spend" }; received an object. Did you mean "gapsAtMost"?",
      ]
    `);
    expect(problemsOf(() => smoothRampUp(profileOf(1, []), equalTotal))[0]?.message).toContain(
      "a year or more",
    );
    const saidOf = (profile: unknown): readonly string[] =>
      problemsOf(() => smoothRampUp(profile as RampProfile, equalTotal)).map(({ message }) => message);
    expect(saidOf(null)[0]).toContain("expected an object with before, years");
    expect(saidOf({ before: 1 })).toEqual([
      "years: expected a year or more, to the plateau; received nothing.",
    ]);
    expect(saidOf({ before: 1, years: [null] })).toEqual([
      "years.0: expected a year of money, as { year, indicativeValue }; received null.",
    ]);
    expect(refusal(() => smoothRampUp(profileOf(100, [50, 50]), { gapsAtMost: 40 })).message).toContain(
      "since 100 becomes 50 in 1 step;",
    );
  });
});

describe("what is missing or misspelt says what to give", () => {
  const adviser = { hoursPerReferral: 1, hoursPerCompletion: 2, productiveHours: 1400, posts: "whole" };
  const staffing = { roles: { adviser } };
  const messages = (act: () => unknown): readonly string[] => problemsOf(act).map(({ message }) => message);

  test("the rates from which the work of a role follows", () => {
    const profile = profileOf(0, [100_000, 200_000], { costPerStart: 300, staffing });
    expect(messages(() => smoothRampUp(profile, { gapsAtMost: 150_000 }))).toEqual([
      "startRate: expected the share of referrals that start, since the adviser of the staffing has hoursPerReferral; received nothing.",
      "completionRate: expected the share of starts that are completed, since the adviser of the staffing has hoursPerCompletion; received nothing.",
    ]);
    const rates = { startRate: "0.5", completionRate: "0.5" };
    const given = profileOf(0, [100_000, 200_000], { costPerStart: 300, staffing, ...rates });
    expect(smoothRampUp(given, { gapsAtMost: 150_000 }).rows).toHaveLength(2);
  });

  test("the constraint that was meant", () => {
    expect(
      messages(() => smoothRampUp(profileOf(0, [100_000, 200_000]), { gapAtMost: 1 } as never))[0],
    ).toContain('Did you mean "gapsAtMost"?');
  });
});
