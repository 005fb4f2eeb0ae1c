import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forecast, given, isAbsent, parsePlan, present } from "volumes-and-values";
import type { Figure } from "volumes-and-values";
import { monthlyFlows, parseStaffing, staff } from "volumes-and-values/provider";
import type { Staffing, StaffOptions, Work } from "volumes-and-values/provider";
import { explain, sensitivity, whatIf } from "volumes-and-values/readings";
import { refusal } from "../../numbers/refusal.ts";
import { runs, someone } from "../../support/arbitraries-numbers.ts";
import { essexPlan, problemsOf } from "../../support/plans.ts";

const pay = { salary: 27500, onCostPerPound: 0.28 } as const;
const adviser = {
  hoursPerStart: 9,
  hoursPerCompletion: 2,
  productiveHours: 1408,
  posts: "whole",
  ...pay,
} as const;
const manager = { manages: "adviser", postsPerManager: 8, posts: "in parts" } as const;
const year: Work = { year: "2022/23", starts: 1440, completions: 720 };

const text = (figure: Figure): string => String(figure.rounded({ places: 4, mode: "half even" }).value);
const staffOf = (roles: unknown, work: readonly unknown[], more: object = {}) =>
  staff({ roles } as Staffing, { work: work as readonly Work[], ...more });
const problemsIn = (
  roles: unknown,
  work: readonly unknown[] = [year],
  more: object = {},
): readonly string[] => problemsOf(() => staffOf(roles, work, more)).map(({ message }) => message);

describe("the posts that work takes", () => {
  test("are its hours over the productive hours of a post, and whole posts are rounded up", () => {
    const row = staffOf({ adviser }, [year]).of("adviser", "2022/23");
    expect(String(present(row.hours))).toBe("14400 hours");
    expect(text(row.inParts)).toBe("10.2273");
    expect(String(row.posts)).toBe("11 fte");
    expect(String(present(row.pay))).toBe("387200 GBP");
  });

  test("may be held in parts, and then are paid in parts", () => {
    const row = staffOf({ adviser: { ...adviser, posts: "in parts" } }, [
      { year: "2022/23", starts: 1408, completions: 704 },
    ]).of("adviser", "2022/23");
    expect([String(row.posts), String(row.whole), String(present(row.pay))]).toEqual([
      "10 fte",
      "10 fte",
      "352000 GBP",
    ]);
  });

  test("are never fewer than the minimum cover, however little work there is", () => {
    const roles = { adviser: { ...adviser, minimumCover: 2 }, desk: { minimumCover: 1, posts: "whole" } };
    const some = staffOf(roles, [{ year: "2022/23", starts: 1, completions: 0 }]);
    expect(some.rows.map(({ posts }) => String(posts))).toEqual(["2 fte", "1 fte"]);
  });

  test("take managers by their span, and managers take managers", () => {
    const director = { manages: ["manager"], postsPerManager: 4, minimumCover: "0.2", posts: "in parts" };
    const some = staffOf({ director, adviser, manager }, [year]);
    expect(some.rows.map(({ role, posts }) => `${role} ${String(posts)}`)).toEqual([
      "director 0.34375 fte",
      "adviser 11 fte",
      "manager 1.375 fte",
    ]);
    expect(isAbsent(some.of("manager", "2022/23").hours)).toBe(true);
    expect(isAbsent(some.total("2022/23").pay)).toBe(true);
  });

  test("are more in a year that opens late, since fewer hours are left for the same work", () => {
    const opening: Work = { year: "2021/22", starts: 110, completions: 0 };
    const whole = staffOf({ adviser }, [opening]).of("adviser", "2021/22").inParts;
    const some = staffOf({ adviser }, [opening, year], { from: "2021-06-26" });
    // From 26 June to 31 March is 55/72 of a year.
    expect(text(some.of("adviser", "2021/22").inParts.times(55))).toBe(text(whole.times(72)));
    expect(text(some.openShare("2021/22").times(72))).toBe("55");
    expect(text(some.openShare("2022/23"))).toBe("1");
  });

  test("are too few for a forecast's part year without its first day, and it is said what to give", () => {
    const work = forecast(essexPlan()).by("year", "complexity");
    const simple = { adviser: { ...adviser, posts: "in parts" } };
    // The lot goes live on 26 June 2021.
    expect(staffOf(simple, work).pointedOut).toEqual([
      {
        year: "2021/22",
        path: "from",
        message:
          'the work of 2021/22 is that of 2021-06-26 to 2022-03-31, and posts are taken for 2021-04-01 to 2022-03-31: give from: "2021-06-26".',
      },
    ]);
    expect(staffOf(simple, work, { from: "2021-06-26" }).pointedOut).toEqual([]);
    expect(staffOf(simple, [year]).pointedOut).toEqual([]);
    const plan = essexPlan();
    const ending = forecast(parsePlan({ ...plan, lots: [{ ...plan.lots[0], to: "2023-01-31" }] }));
    const ended = staffOf(simple, ending.by("year"), { from: "2021-06-26" });
    expect(ended.pointedOut.map(({ message }) => message)).toEqual([
      'the work of 2022/23 is that of 2022-04-01 to 2023-01-31, and posts are taken for 2022-04-01 to 2023-03-31: give to: "2023-01-31".',
    ]);
    expect(staffOf(simple, ending.by("year"), { from: "2021-06-26", to: "2023-01-31" }).pointedOut).toEqual(
      [],
    );
  });

  test("for which a year has no more hours than a week are pointed out: 37.5 hours are those of a week", () => {
    const weekly = { adviser: { ...adviser, productiveHours: "37.5" }, manager };
    expect(staffOf(weekly, [year]).pointedOut).toEqual([
      {
        year: "2022/23",
        path: "staffing.roles.adviser.productiveHours",
        message:
          "a full-time adviser has 37.5 hours of a year for the work, which are no more than those of a week: give the hours of a year.",
      },
    ]);
    // A week has 7 × 24 hours.
    const pointsAt = (productiveHours: number) =>
      staffOf({ adviser: { ...adviser, productiveHours } }, [year]).pointedOut.length;
    expect([pointsAt(168), pointsAt(169)]).toEqual([1, 0]);
  });

  test("are the same for a month's flow as for a year of twelve such months", () => {
    const month = {
      month: "2022-05",
      starts: given(120, "starts/month", { name: "starts" }),
      completions: 60,
    };
    const row = staffOf({ adviser }, [month]).of("adviser", "2022-05");
    const inYear = staffOf({ adviser }, [year]).of("adviser", "2022/23");
    expect([text(row.inParts), String(row.posts)]).toEqual([text(inYear.inParts), String(inYear.posts)]);
    expect(text(present(row.pay).times(12))).toBe(text(present(inYear.pay)));
  });

  test("cost a twelfth of a year's pay in a month, to the last digit", () => {
    const role = { ...adviser, salary: 27_000, onCostPerPound: "0.27" };
    const inApril = staffOf({ adviser: role }, [{ month: "2023-04", starts: 144, completions: 0 }]);
    // £27,000 and 27% of it come to £34,290 a year, and a twelfth of that to £2,857.50.
    expect(String(present(inApril.of("adviser", "2023-04").payPerPost))).toBe("2857.5 GBP/fte");
    // From 26 June to 31 March are 55/6 months: £36,000 a year is £27,500 in them.
    const late = { ...adviser, salary: 36_000, onCostPerPound: 0 };
    const some = staffOf({ adviser: late }, [{ year: "2021/22", starts: 1, completions: 0 }], {
      from: "2021-06-26",
    });
    expect(String(present(some.of("adviser", "2021/22").payPerPost))).toBe("27500 GBP/fte");
  });

  test("take the rows of monthly flows as they are: whoever is on service at a month's end is so for a month", () => {
    const flows = monthlyFlows(
      { "2021/22": { referrals: 1200, starts: 900, completions: 600 } },
      { from: "2021-04-01", lagToStart: "0.5", lagToCompletion: "3.2", lagToDropOut: 2 },
    );
    const roles = { link: { hoursPerMonthOnService: 2, productiveHours: 1200, posts: "in parts" } };
    // 112.5 people at the end of May take 225 of the 100 hours that a post has in a month.
    expect(text(staffOf(roles, flows.rows).of("link", "2021-05").inParts)).toBe("2.25");
  });

  test("follow from the working year: leave, training, sickness and travel", () => {
    const productiveHours = {
      workingDays: 260,
      leaveDays: 35,
      trainingDays: 5,
      sicknessDays: 10,
      hoursPerDay: "7.5",
      travelShare: "0.1",
    };
    const hours = {
      hoursPerReferral: "1.4175",
      hoursPerMonthOnService: 1,
      productiveHours,
      posts: "in parts",
    };
    const row = staffOf({ link: hours }, [{ year: "2022/23", referrals: 1000, monthsOnService: 1417.5 }]);
    expect(String(row.of("link", "2022/23").posts)).toBe("2 fte");
  });

  test("may take other hours by complexity, from the rows of a forecast as they are", () => {
    const hoursPerStart = { by: "complexity", values: { high: 14 }, otherwise: 7 };
    const result = forecast(essexPlan());
    const some = staffOf({ adviser: { ...adviser, hoursPerStart } }, result.by("year", "complexity"));
    expect(some.periods).toEqual(result.years);
    const first = some.rows[0];
    const started = (complexity: string) =>
      result.total({ complexity, year: first?.period ?? "" }).starts.value;
    const byHand = started("low").plus(started("medium")).times(7).plus(started("high").times(14));
    const finished = result.total({ year: first?.period ?? "" }).completions.value.times(2);
    expect(present(first?.hours ?? { absent: "" }).value.equals(byHand.plus(finished))).toBe(true);
  });

  test("are figures with their working: they can be explained, moved and weighed", () => {
    const { inParts } = staffOf({ adviser }, [year]).of("adviser", "2022/23");
    expect(explain(inParts).toString()).toContain("staffing.roles.adviser.hoursPerStart");
    const more = whatIf(inParts, { "staffing.roles.adviser.productiveHours": 1200 });
    expect(String(more)).toBe("12 fte");
    expect(sensitivity(inParts).rows[0]?.path).toBe("staffing.roles.adviser.productiveHours");
  });

  test("whole posts never fall short of the work, and never exceed it by a post", () => {
    const hours = fc.integer({ min: 1, max: 400 }).map((tenths) => String(tenths / 10));
    fc.assert(
      fc.property(
        someone,
        hours,
        fc.integer({ min: 1, max: 1800 }),
        (starts, hoursPerStart, productiveHours) => {
          const roles = { adviser: { hoursPerStart, productiveHours, posts: "whole" } };
          const { inParts, whole } = staffOf(roles, [{ year: "2022/23", starts }]).of("adviser", "2022/23");
          const over = whole.minus(inParts).value;
          expect(over.greaterThanOrEqualTo("-1e-30") && over.lessThan(1)).toBe(true);
        },
      ),
      runs,
    );
  });

  test("of a contract year that opens in part are those of the same days of a financial year", () => {
    const days = { from: "2021-04-01", to: "2021-09-30" };
    const roles = { adviser: { hoursPerStart: 9, productiveHours: 1400, posts: "whole", ...pay } };
    const [byContract, byYear] = ["contract year 1", "2021/22"].map(
      (label) => staffOf(roles, [{ year: label, starts: 300 }], days).rows[0],
    );
    // 2,700 hours in half a year of 1,400: 3.86 posts.
    expect([byContract, byYear].map((row) => String(row?.posts))).toEqual(["4 fte", "4 fte"]);
    expect(text(present(byContract?.pay ?? { absent: "" }))).toBe(
      text(present(byYear?.pay ?? { absent: "" })),
    );
    const second = staffOf(
      roles,
      [1, 2].map((count) => ({ year: `contract year ${String(count)}`, starts: 300 })),
      { from: "2021-06-26", to: "2023-03-31" },
    );
    // From 26 June to 31 March: 5 of 30 days, and nine months.
    expect(second.periods.map((label) => text(second.openShare(label)))).toEqual(["1", "0.7639"]);
    expect(
      text(staffOf(roles, [{ year: "contract year 1", starts: 300 }]).openShare("contract year 1")),
    ).toBe("1");
  });

  test("never fall short of the work in the days there are, whichever years it is stated by", () => {
    const day = fc.integer({ min: 0, max: 1_000 }).map((after) => {
      const date = new Date(Date.UTC(2021, 3, 1 + after));
      return date.toISOString().slice(0, 10);
    });
    /** The twelfths of a year in some days, counted day by day: each weighs one over the days of its month. */
    const months = (from: string, to: string): number => {
      let counted = 0;
      for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000) {
        const date = new Date(at);
        counted += 1 / new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
      }
      return counted;
    };
    fc.assert(
      fc.property(day, day, fc.integer({ min: 1, max: 3_000 }), (one, other, starts) => {
        const [from, to] = [one, other].sort() as [string, string];
        const anniversary = (after: number): string =>
          `${String(Number(from.slice(0, 4)) + after)}${from.slice(4)}`;
        // The months of a year that begins in February may be a day longer or shorter.
        fc.pre(from.slice(5, 7) !== "02");
        const roles = { adviser: { hoursPerStart: 9, productiveHours: 1400, posts: "whole" } };
        const count = [0, 1, 2].filter((after) => anniversary(after) <= to).length;
        const labels = [...Array(count).keys()].map((after) => `contract year ${String(after + 1)}`);
        const some = staffOf(
          roles,
          labels.map((label) => ({ year: label, starts })),
          { from, to },
        );
        for (const [after, label] of labels.entries()) {
          const dayBefore = new Date(Date.parse(anniversary(after + 1)) - 86_400_000)
            .toISOString()
            .slice(0, 10);
          const open = months(anniversary(after), to < dayBefore ? to : dayBefore);
          const hours = some.of("adviser", label).posts.value.times(1400).times(open).dividedBy(12);
          expect(hours.toNumber()).toBeGreaterThan(starts * 9 - 1e-6);
        }
      }),
      runs,
    );
  });

  test("know for which starts they are, and the hours that each complexity takes", () => {
    const rows = [
      { year: "2022/23", complexity: "low", starts: 100 },
      { year: "2022/23", complexity: "high", starts: 40 },
    ];
    const hoursPerStart = { by: "complexity", values: { low: 4, high: 20 } };
    const some = staffOf(
      { adviser: { hoursPerStart, productiveHours: 1400, posts: "whole" }, manager },
      rows,
    );
    const levels = some.of("adviser", "2022/23").byComplexity;
    expect(levels.map(({ complexity, hours }) => `${complexity} ${String(hours)}`)).toEqual([
      "low 400 hours",
      "high 800 hours",
    ]);
    expect(some.of("manager", "2022/23").byComplexity).toEqual([]);
    expect(String(present(some.starts("2022/23")))).toBe("140 starts");
    expect(String(present(some.starts("2022/23", "high")))).toBe("40 starts");
    expect(some.starts("2022/23", "medium")).toEqual({ absent: "no work of complexity medium is given" });
    const desk = { hoursPerReferral: 1, productiveHours: 1400, posts: "whole" };
    expect(staffOf({ desk }, [{ year: "2022/23", referrals: 9 }]).starts("2022/23")).toEqual({
      absent: "the work does not state its starts",
    });
  });

  test("print as a table", () => {
    expect(staffOf({ adviser, manager }, [year]).table()[0]).toEqual({
      period: "2022/23",
      role: "adviser",
      hours: "14,400",
      inParts: "10.23",
      whole: "11",
      posts: "11.00",
      pay: "387,200",
    });
  });
});

describe("staffing that makes no sense is refused, all of it at once", () => {
  test("in its roles", () => {
    const working = { workingDays: 200, leaveDays: 200, trainingDays: 0, sicknessDays: 0 };
    expect(
      problemsIn({
        a: { hoursPerStart: -1, posts: "whole", salary: 1 },
        b: { manages: ["c", "adviser"], postsPerManager: 0, posts: "in parts", productiveHours: 1 },
        c: { manages: "b", postsPerManager: 8, posts: "whole" },
        d: { posts: "whole", postsPerManager: 2 },
        e: {
          hoursPerStart: 1,
          posts: "whole",
          productiveHours: { ...working, hoursPerDay: 7, travelShare: 62 },
        },
      }),
    ).toMatchInlineSnapshot(`
      [
        "roles.a.hoursPerStart: expected zero or more; received -1.",
        "roles.b.postsPerManager: expected above zero; received 0.",
        "roles.e.productiveHours.travelShare: expected a share from 0 to 1; received 62. If 62% is meant, write 0.62.",
        "roles.a.productiveHours: expected the hours of a year that a full-time post has for the work; received nothing.",
        "roles.a.onCostPerPound: expected the employer's on-costs of a pound of salary; 0, if there are none; received nothing.",
        "roles.b.productiveHours: expected nothing, since no hours of work are given; received 1.",
        "roles.b.manages: expected roles that do not manage b themselves; received c.",
        "roles.b.manages: expected a role: a, b, c, d, e; received "adviser".",
        "roles.c.manages: expected roles that do not manage c themselves; received b.",
        "roles.d.postsPerManager: expected nothing, since it manages no role; received 2.",
        "roles.d.minimumCover: expected hours of work, roles that it manages, or posts that there always are; received nothing.",
        "roles.e.productiveHours: expected fewer days of leave, training and sickness than the 200 working days; received 200.",
      ]
    `);
    const twice = { ...manager, manages: ["adviser", "adviser"] };
    expect(problemsIn({ adviser, manager: twice })).toEqual([
      "roles.manager.manages: expected each role once; received adviser twice.",
    ]);
    const strange = { ...working, workingDays: 500, hoursPerDay: 30, travelShare: 0 };
    expect(problemsIn({ adviser: { ...adviser, productiveHours: strange } })).toEqual([
      "roles.adviser.productiveHours.workingDays: expected at most the 366 days of a year; received 500.",
      "roles.adviser.productiveHours.hoursPerDay: expected at most the 24 hours of a day; received 30.",
    ]);
    expect(problemsIn({ adviser: { ...adviser, productiveHours: { value: 1400, high: 9_000 } } })).toEqual([
      "roles.adviser.productiveHours.high: expected at most the 8784 hours of a year; received 9000.",
    ]);
    const { leaveDays, ...others } = { ...working, hoursPerDay: 7, travelShare: 0 };
    expect(problemsIn({ adviser: { ...adviser, productiveHours: { ...others, leaveDay: leaveDays } } }))
      .toMatchInlineSnapshot(`
        [
          "roles.adviser.productiveHours.leaveDays: expected a plain decimal number, { count, of }, or { value, low, high, source, asOf, quality, note, distribution }; received nothing.",
          "roles.adviser.productiveHours.leaveDay: expected a known name: workingDays, leaveDays, trainingDays, sicknessDays, hoursPerDay, travelShare; received "leaveDay". Did you mean "leaveDays"?",
        ]
      `);
    expect(problemsIn({})).toEqual(["roles: expected one role or more; received none."]);
    expect(problemsIn({ a: { post: "whole" } }).join("\n")).toContain('Did you mean "posts"?');
  });

  test("in its work", () => {
    const bad = [
      { year: "2021/22", starts: -4 },
      { year: "2023/24", starts: 4, completions: "many" },
      { month: "2021-13" },
      { year: "2021/22", month: "2021-04" },
    ];
    expect(problemsIn({ adviser }, bad, { form: "2021-06-26", to: "31 March" })).toMatchInlineSnapshot(`
      [
        "form: expected a known name: work, from, to; received "form". Did you mean "from"?",
        "work.2: expected a year, as 2021/22 or contract year 1, or a month, as 2021-06; received "2021-13".",
        "work.3: expected a year or a month; received both.",
        "to: expected a day, as 2021-06-26; received "31 March".",
        "work: expected every period from 2021/22 to 2023/24; received some left out between.",
      ]
    `);
    expect(problemsIn({ adviser }, bad.slice(0, 1))).toMatchInlineSnapshot(`
      [
        "work.0.starts: expected zero or more; received -4.",
        "work.0.completions: expected a figure in completions, or a plain decimal number, { count, of }, or { value, low, high, source, asOf, quality, note, distribution }; received nothing.",
      ]
    `);
    expect(problemsIn({ adviser }, [])).toMatchInlineSnapshot(`
      [
        "work: expected a row of work for each period; received none.",
      ]
    `);
    const contract = [{ year: "contract year 1", starts: 1, completions: 1 }];
    expect(problemsIn({ adviser }, contract, { to: "2021-09-30" })).toEqual([
      "from: expected the first day of the contract, from which its years count; received nothing.",
    ]);
    expect(problemsIn({ adviser }, contract, { from: "1 April" })).toEqual([
      'from: expected a day, as 2021-06-26; received "1 April".',
    ]);
    for (const options of [null, undefined, "work"])
      expect(
        problemsOf(() => staff({ roles: { adviser } }, options as unknown as StaffOptions)),
      ).toHaveLength(1);
    expect(problemsOf(() => staff({ roles: { adviser } }, {} as StaffOptions))[0]?.message).toBe(
      "work: expected a row of work for each period; received nothing.",
    );
    expect(problemsIn({ adviser }, [null])).toEqual([
      "work.0: expected a row of work, as { year, starts }; received null.",
    ]);
    expect(problemsIn({ adviser }, [year], { from: "2023-04-01" })).toMatchInlineSnapshot(`
      [
        "work: expected periods in which the service is open, from 2023-04-01; received 2022/23.",
      ]
    `);
  });

  test("in what it counts, and in what is asked of it", () => {
    const people = given(900, "people", { name: "eligible" });
    expect(refusal(() => staffOf({ adviser }, [{ ...year, starts: people }])).code).toBe("wrong-unit");
    expect(refusal(() => staffOf({ adviser }, [year]).of("advisor", "2022/23")).message).toContain(
      'Did you mean "adviser"?',
    );
    expect(refusal(() => staffOf({ adviser }, [year]).total("2022/32")).message).toContain("2022/23");
  });

  test("where hours differ by a word for which there are none", () => {
    const hoursPerStart = { by: "complexity", values: { low: 5 } };
    const rows = [
      { ...year, complexity: "high" },
      { ...year, complexity: "low" },
    ];
    expect(problemsIn({ adviser: { ...adviser, hoursPerStart } }, rows)).toMatchInlineSnapshot(`
      [
        "staffing.roles.adviser.hoursPerStart.values: expected a value for the complexity high; received none. Add one, or an otherwise.",
      ]
    `);
  });

  test("and what is read is read-only, and the same after a journey through JSON", () => {
    const read = parseStaffing({ roles: { adviser } });
    expect(parseStaffing(JSON.parse(JSON.stringify(read)))).toEqual(read);
    expect([read, read.roles, read.roles["adviser"]].map(Object.isFrozen)).toEqual([true, true, true]);
    expect(parseStaffing(read)).toBe(read);
  });
});
