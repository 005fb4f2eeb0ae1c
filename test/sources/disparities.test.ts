import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { isAbsent, present } from "volumes-and-values";
import { explain, whatIf } from "volumes-and-values/readings";
import { disparities } from "volumes-and-values/sources";
import type { DisparitiesOptions, FigureSource, SourceRow } from "volumes-and-values/sources";
import { problemsOf } from "../support/plans.ts";
import { patience, runs } from "../support/runs.ts";

vi.setConfig({ testTimeout: patience });

const basis: FigureSource["basis"] = { period: { each: "quarter" }, kind: "flow" };

const sourceOf = (
  name: string,
  rows: FigureSource["rows"],
  otherwise: Partial<FigureSource> = {},
): FigureSource => ({
  name,
  counts: "referrals",
  basis,
  rows,
  ...otherwise,
});

const byArea: DisparitiesOptions = { by: ["area"], tolerance: "0.05" };

const row = (area: string, figure: SourceRow["figure"]) => ({ area, figure });

const someSource = (name: string): fc.Arbitrary<FigureSource> =>
  fc
    .uniqueArray(
      fc.record({
        area: fc.constantFrom("essex", "kent", "sussex", "surrey"),
        figure: fc.integer({ min: 0, max: 3_000 }),
      }),
      { selector: ({ area }) => area, minLength: 1 },
    )
    .map((rows) => sourceOf(name, rows));

describe("two sources of one measure", () => {
  const caseSystem = sourceOf("case system", [row("essex", 900), row("kent", 400), row("wales", 50)]);
  const provider = sourceOf("provider", [row("kent", 420), row("essex", 1440), row("sussex", 30)]);

  test("stand side by side by area, within tolerance or beyond, or on one side only", () => {
    expect(disparities([caseSystem, provider], byArea).table()).toMatchInlineSnapshot(`
      [
        {
          "area": "essex",
          "difference": "540",
          "first": "900",
          "here": "1,440",
          "ratio": "1.60",
          "source": "provider",
          "verdict": "beyond",
        },
        {
          "area": "kent",
          "difference": "20",
          "first": "400",
          "here": "420",
          "ratio": "1.05",
          "source": "provider",
          "verdict": "within",
        },
        {
          "area": "wales",
          "difference": "",
          "first": "50",
          "here": "",
          "ratio": "",
          "source": "provider",
          "verdict": "missing here",
        },
        {
          "area": "sussex",
          "difference": "",
          "first": "",
          "here": "30",
          "ratio": "",
          "source": "provider",
          "verdict": "missing in the first",
        },
      ]
    `);
  });

  test("reconcile: the first's total, the differences, and what only one of them has", () => {
    const [found] = disparities([caseSystem, provider], byArea).reconciliations;
    expect(
      [found?.reference, found?.disparities, found?.onlyHere, found?.onlyInReference, found?.total].map(
        String,
      ),
    ).toEqual(["1350 referrals", "560 referrals", "30 referrals", "50 referrals", "1890 referrals"]);
  });

  test("reconcile to the total of each other source, whatever they say", () => {
    fc.assert(
      fc.property(someSource("one"), someSource("two"), someSource("three"), (one, two, three) => {
        fc.pre([one, two, three].some(({ rows }) => rows.length > 0));
        const { reconciliations } = disparities([one, two, three], byArea);
        const totals = [two, three].map(({ rows }) =>
          rows.reduce((sum, { figure }) => sum + Number(figure), 0),
        );
        expect(reconciliations.map(({ total }) => total.value.toNumber())).toEqual(totals);
      }),
      { numRuns: runs },
    );
  });

  test("differ the other way about when they change places, and neither has a row that is not shown", () => {
    fc.assert(
      fc.property(someSource("one"), someSource("two"), (one, two) => {
        const [there, back] = [disparities([one, two], byArea).rows, disparities([two, one], byArea).rows];
        expect(there.length).toBe(new Set([...one.rows, ...two.rows].map(({ area }) => area)).size);
        for (const { of, difference } of there) {
          const other = back.find((line) => line.of["area"] === of["area"])?.difference ?? difference;
          expect(isAbsent(other)).toBe(isAbsent(difference));
          if (!isAbsent(difference) && !isAbsent(other))
            expect(difference.value.plus(other.value).isZero()).toBe(true);
        }
      }),
      { numRuns: runs },
    );
  });

  test("count whole referrals: what is not whole is an estimate, and said to be one", () => {
    const problems = (...figures: readonly SourceRow["figure"][]) =>
      problemsOf(() =>
        disparities(
          [
            caseSystem,
            sourceOf(
              "provider",
              figures.map((figure, index) => row(`area-${String(index)}`, figure)),
            ),
          ],
          byArea,
        ),
      ).map(({ message }) => message);
    expect(problems(236.25, "0.5", { count: 1, of: 3 })).toMatchInlineSnapshot(`
      [
        "sources.1.rows.0.figure: expected a whole number of referrals; received 236.25. Where it is no count but an estimate, say so: { value: "236.25", note: "…" }.",
        "sources.1.rows.1.figure: expected a whole number of referrals; received 0.5. Where it is no count but an estimate, say so: { value: "0.5", note: "…" }.",
        "sources.1.rows.2.figure: expected a whole number of referrals; received a share of others. Give the count itself.",
      ]
    `);
    const estimated = [row("kent", { value: "236.25", note: "from our forecast" })];
    const found = disparities([caseSystem, sourceOf("provider", estimated)], byArea).rows;
    expect(found.map(({ figure }) => String(figure))).toContain("236.25 referrals");
  });

  test("may be hours, full-time equivalents or money in parts", () => {
    const inParts = (counts: FigureSource["counts"], kind: "flow" | "stock") =>
      ["one", "two"].map((name) => ({
        ...sourceOf(name, [row("kent", "2.5")]),
        counts,
        basis: { ...caseSystem.basis, kind },
      }));
    expect(disparities(inParts("hours", "flow"), byArea).rows[0]?.verdict).toBe("within");
    expect(disparities(inParts("GBP/starts", "flow"), byArea).rows[0]?.verdict).toBe("within");
    expect(disparities(inParts("fte", "stock"), byArea).rows[0]?.verdict).toBe("within");
  });

  test("are refused outside the limits that their own figures state, and where a source has no row", () => {
    const figure = { value: 9, low: 10, high: 12 };
    expect(
      problemsOf(() => disparities([caseSystem, sourceOf("provider", [row("kent", figure)])], byArea)),
    ).toMatchObject([{ path: "sources.1.rows.0.figure.low", expected: "at most the value, 9" }]);
    const empty = ["one", "two"].map((name) => sourceOf(name, []));
    expect(problemsOf(() => disparities(empty, byArea)).map(({ message }) => message)).toEqual([
      "sources.0.rows: expected a row or more; received none. Missing is not zero.",
      "sources.1.rows: expected a row or more; received none. Missing is not zero.",
    ]);
    expect(problemsOf(() => disparities([caseSystem, sourceOf("provider", [])], byArea))).toMatchObject([
      { path: "sources.1.rows", expected: "a row or more" },
    ]);
  });

  test("are refused where one of them includes and excludes the same", () => {
    const scope = { included: ["rent", "travel"], excluded: ["travel"] };
    const both = [caseSystem, provider].map((source) => ({ ...source, basis: { ...basis, scope } }));
    expect(problemsOf(() => disparities(both, byArea)).map(({ message }) => message)).toEqual(
      [0, 1].map(
        (at) =>
          `sources.${String(at)}.basis.scope.excluded.0: expected nothing that is included; received "travel", which sources.${String(at)}.basis.scope.included.1 has.`,
      ),
    );
  });

  test("are within tolerance at exactly so much, and beyond it by one more", () => {
    const verdicts = (figure: number) =>
      disparities([caseSystem, sourceOf("provider", [row("kent", figure)])], byArea).rows.map(
        ({ verdict }) => verdict,
      )[1];
    expect([379, 380, 420, 421].map(verdicts)).toEqual(["beyond", "within", "within", "beyond"]);
  });

  test("have no ratio where the first says nought, and agree where both do", () => {
    const of = (figure: number) =>
      disparities([sourceOf("a", [row("essex", 0)]), sourceOf("b", [row("essex", figure)])], byArea).rows[0];
    expect(of(0)?.verdict).toBe("within");
    expect(of(1)?.verdict).toBe("beyond");
    expect(of(1)?.ratio).toEqual({ absent: "nothing to divide by: the first says 0" });
  });

  test("are told and asked what if like any other figures", () => {
    const difference = present(
      disparities([caseSystem, provider], byArea).rows[0]?.difference ?? { absent: "" },
    );
    expect(explain(difference).toString()).toContain("at sources.1.rows.1.figure, source: provider");
    expect(whatIf(difference, { "sources.1.rows.1.figure": 1000 }).toString()).toBe("100 referrals");
  });
});

describe("figures that do not add", () => {
  const kindOf = { people: "stock", fte: "stock", supervisions: "stock" } as Readonly<
    Record<string, "stock">
  >;
  const of = (counts: FigureSource["counts"], name: string, words: readonly string[]) =>
    disparities(
      ["a", "b"].map((source, index) =>
        sourceOf(
          source,
          words.map((word) => ({ [name]: word, figure: 300 + 10 * index })),
          { counts, basis: { ...basis, kind: kindOf[counts] ?? "flow" } },
        ),
      ),
      { by: [name], tolerance: 0 },
    );
  const why = (...given: Parameters<typeof of>): string | undefined => of(...given).unreconciled;

  test("are set side by side all the same, and not reconciled", () => {
    const overTime = of("people", "period", ["2019/20", "2020/21"]);
    expect(overTime.rows).toHaveLength(2);
    expect(overTime.reconciliations).toEqual([]);
    expect(overTime.unreconciled).toBe(
      "people do not add over period: the same people are there at the next",
    );
    expect(why("people", "service", ["accommodation", "womens-services"])).toBe(
      "people do not add over service: one person may be in several",
    );
    expect(why("people", "area", ["essex", "kent"])).toBeUndefined();
    expect(why("people", "period", ["2019/20"])).toBeUndefined();
  });

  test("are people supported in one quarter and the next: who stays on is counted in both", () => {
    expect(why("peopleInQuarter", "quarter", ["2019-Q3", "2019-Q4"])).toBe(
      "peopleInQuarter do not add over quarter: the same people are there at the next",
    );
    expect(why("peopleInQuarter", "service", ["accommodation", "womens-services"])).toBe(
      "peopleInQuarter do not add over service: one person may be in several",
    );
  });

  test.each([
    ["people", "week"],
    ["people", "asOf"],
    ["people", "Month"],
    ["people", "contractType"],
    ["supervisions", "service"],
    ["peopleInYear", "fy"],
    ["fte", "months"],
  ] as const)("are %s over any word that they are not known to add over, as %s", (counts, name) => {
    expect(of(counts, name, ["one", "two"]).reconciliations).toEqual([]);
    expect(why(counts, name, ["one", "two"])).toContain(`${counts} do not add over ${name}: `);
  });

  test.each([
    ["people", "region"],
    ["peopleInYear", "sex"],
    ["peopleInQuarter", "age band"],
    ["people", "sentenceType"],
    ["people", "Complexity"],
    ["fte", "service"],
    ["referrals", "fy"],
    ["GBP", "contractType"],
  ] as const)("are not %s over %s, of which the total is the sum", (counts, name) => {
    // 300 and 300 in the one, 310 and 310 in the other.
    expect(of(counts, name, ["one", "two"]).reconciliations[0]?.total.value.toNumber()).toBe(620);
  });

  test("are unit costs, which stand side by side by their own basis", () => {
    const costs = of("GBP/starts", "area", ["essex", "kent"]);
    expect(costs.rows.map(({ difference }) => String(present(difference)))).toEqual([
      "10 GBP/starts",
      "10 GBP/starts",
    ]);
    expect(costs.reconciliations).toEqual([]);
    expect(costs.unreconciled).toBe("GBP/starts do not add: over several, it is one total over another");
  });
});

describe("sources that cannot be set side by side", () => {
  const good = sourceOf("a", [row("essex", 1)]);
  const problems = (sources: unknown, given: unknown = byArea) =>
    problemsOf(() => disparities(sources as FigureSource[], given as DisparitiesOptions)).map(
      ({ message }) => message,
    );

  test("are refused where a basis calls a stock what happens, or a flow what is there", () => {
    const asFlow = sourceOf("a", good.rows, { counts: "people" });
    expect(problems([asFlow, { ...asFlow, name: "b" }])).toMatchInlineSnapshot(`
      [
        "sources.0.basis.kind: expected "stock": people are people under supervision at a date; received "flow".",
        "sources.1.basis.kind: expected "stock": people are people under supervision at a date; received "flow".",
      ]
    `);
    expect(problems([good, sourceOf("b", good.rows, { basis: { ...basis, period: { at: "2020-03-31" } } })]))
      .toMatchInlineSnapshot(`
        [
          "sources.1.basis.period: expected a period in which a flow happens; received a date. Give { from, to } or { each }.",
          "sources.1.basis.period: expected each quarter, as in sources.0; received at 2020-03-31. Bring them to the same, or waive the difference with a reason.",
        ]
      `);
    const overWeeks = sourceOf("c", [{ week: "1", figure: 5 }], { counts: "fte" });
    expect(problems([overWeeks, { ...overWeeks, name: "d" }], { by: ["week"], tolerance: 0 }))
      .toMatchInlineSnapshot(`
        [
          "sources.0.basis.kind: expected "stock": fte are full-time equivalents of staff; received "flow".",
          "sources.1.basis.kind: expected "stock": fte are full-time equivalents of staff; received "flow".",
        ]
      `);
  });

  test("are refused where they count nothing that is known, with the nearest that is", () => {
    const misspelt = (counts: string) => ({ ...good, counts });
    expect(
      problems([
        misspelt("refferals"),
        { ...misspelt("GBP/stats"), name: "b" },
        { ...misspelt("GBP/GBP"), name: "c" },
      ]),
    ).toMatchInlineSnapshot(`
      [
        "sources.0.counts: expected a measure, or a quotient of two: people, peopleInYear, peopleInQuarter, supervisions, referrals, starts, completions, interventions and 11 more; received "refferals". Did you mean "referrals"?",
        "sources.1.counts: expected a measure, or a quotient of two: people, peopleInYear, peopleInQuarter, supervisions, referrals, starts, completions, interventions and 11 more; received "stats". Did you mean "starts"?",
        "sources.2.counts: expected a measure, or a quotient of two; received "GBP/GBP".",
        "sources.1.counts: expected refferals, as in sources.0; received GBP/stats. Convert one of them first.",
        "sources.2.counts: expected refferals, as in sources.0; received GBP/GBP. Convert one of them first.",
      ]
    `);
  });

  test("are refused for what they do not have in common, unless it is waived with a reason", () => {
    const yearly = sourceOf("b", good.rows, {
      basis: { period: { each: "year" }, kind: "flow", definition: "as in 2020" },
    });
    expect(problems([good, yearly])).toMatchInlineSnapshot(`
      [
        "sources.1.basis.period: expected each quarter, as in sources.0; received each year. Bring them to the same, or waive the difference with a reason.",
        "sources.1.basis.definition: expected not stated, as in sources.0; received as in 2020. Bring them to the same, or waive the difference with a reason.",
      ]
    `);
    const waive = ["period", "definition"].map((difference) => ({
      difference,
      reason: "to see how far apart they are",
    }));
    expect(problems([good, { ...yearly, counts: "starts" }], { ...byArea, waive })).toMatchInlineSnapshot(`
      [
        "sources.1.counts: expected referrals, as in sources.0; received starts. Convert one of them first.",
      ]
    `);
    const waived = disparities([good, yearly], { ...byArea, waive } as DisparitiesOptions);
    expect(waived.waived).toEqual(waive);
  });

  test("are refused whole, each problem with its path", () => {
    expect(problems([good])).toMatchInlineSnapshot(`
      [
        "sources: expected two sources or more; received 1.",
      ]
    `);
    expect(problems("x")).toEqual(['sources: expected a list; received "x".']);
    expect(
      problems([
        good,
        sourceOf("a", [{ figure: 1 }, { area: " ", figure: 1 }, { area: "essex", aera: "kent", figure: 1 }]),
      ]),
    ).toMatchInlineSnapshot(`
      [
        "sources.1.name: expected each once; received a, which sources.0.name has.",
        "sources.1.rows.0.area: expected a word; received nothing.",
        "sources.1.rows.1.area: expected a word; received " ".",
        "sources.1.rows.2.aera: expected a known name: figure, area; received "aera". Did you mean "area"?",
      ]
    `);
    expect(problems([good, sourceOf("b", [row("kent", -1), row("essex", 1), row("essex", 2)])]))
      .toMatchInlineSnapshot(`
      [
        "sources.1.rows.0.figure: expected zero or more; received -1.",
        "sources.1.rows.2: expected each once; received essex, which sources.1.rows.1 has.",
      ]
    `);
    expect(problems([good, sourceOf("b", [row("kent", "1e3")])], { by: [], tolerence: 1 }))
      .toMatchInlineSnapshot(`
        [
          "sources.1.rows.0.figure: expected a plain decimal number, { count, of }, or { value, low, high, source, asOf, quality, note, distribution }; received "1e3". Write 1000, if the program that wrote it dropped no digit.",
          "options.by: expected a list that is not empty; received an empty list.",
          "options.tolerance: expected a plain decimal number, such as 0.62 or "0.62"; received nothing.",
          "options.tolerence: expected a known name: by, tolerance, waive; received "tolerence". Did you mean "tolerance"?",
        ]
      `);
    expect(problems([good, sourceOf("b", [])], { by: ["figure", "figure"], tolerance: -1 }))
      .toMatchInlineSnapshot(`
        [
          "options.tolerance: expected a share from 0 up and below 1; received -1.",
          "options.by.1: expected each once; received figure, which options.by.0 has.",
          "options.by.0: expected the name of a word, which nothing else in a line is called; received "figure".",
          "options.by.1: expected the name of a word, which nothing else in a line is called; received "figure".",
          "sources.0.rows.0.figure: expected a word; received 1. Write "1".",
          "sources.0.rows.0.figure: expected a word; received 1. Write "1".",
          "sources.0.rows.0.area: expected a known name: figure, figure, figure; received "area". Add "area" to by, or leave it out.",
          "sources.1.rows: expected a row or more; received none. Missing is not zero.",
        ]
      `);
  });

  test("are refused for one misspelt name to set them side by side by, and no row of theirs is blamed", () => {
    const quarters = ["2019-Q3", "2019-Q4", "2020-Q1"];
    const rows = quarters.map((quarter) => ({ area: "essex", quarter, figure: 5 }));
    const sources = [sourceOf("case system", rows), sourceOf("provider", rows)];
    expect(problems(sources, { by: ["area", "quarters"], tolerance: 0 })).toEqual([
      'options.by.1: expected a word that rows have: area, quarter; received "quarters". Did you mean "quarter"?',
    ]);
    // What a row lacks of the word that was meant is wrong with the row all the same.
    const lacking = sourceOf("provider", [{ area: "essex", figure: 5 }]);
    expect(
      problems([sources[0] as FigureSource, lacking], { by: ["area", "quarters"], tolerance: 0 }),
    ).toEqual([
      'options.by.1: expected a word that rows have: area, quarter; received "quarters". Did you mean "quarter"?',
      "sources.1.rows.0.quarter: expected a word; received nothing.",
    ]);
  });

  test("are refused where the tolerance is no share below the whole, with the share that a percentage is", () => {
    const at = (tolerance: unknown) => problems([good, { ...good, name: "b" }], { ...byArea, tolerance });
    expect(["5", 1, "62.5", 100, 150, "-0.05"].flatMap(at)).toMatchInlineSnapshot(`
      [
        "options.tolerance: expected a share from 0 up and below 1; received 5. If 5% is meant, give 0.05.",
        "options.tolerance: expected a share from 0 up and below 1; received 1. If 1% is meant, give 0.01.",
        "options.tolerance: expected a share from 0 up and below 1; received 62.5. If 62.5% is meant, give 0.625.",
        "options.tolerance: expected a share from 0 up and below 1; received 100.",
        "options.tolerance: expected a share from 0 up and below 1; received 150.",
        "options.tolerance: expected a share from 0 up and below 1; received -0.05.",
      ]
    `);
    const nearlyAll = { ...byArea, tolerance: "0.999" };
    expect(disparities([good, { ...good, name: "b" }], nearlyAll).rows).toHaveLength(1);
  });

  test("are refused where a row gives its figure under another name, with the name that it needs", () => {
    expect(
      problems([
        sourceOf("a", [{ area: "essex", value: 900 }] as never),
        sourceOf("b", [{ area: "essex", referrals: { count: 1, of: 2 } }] as never),
        sourceOf("c", [{ area: "essex", note: "none" }] as never),
        sourceOf("d", [{ area: "essex", figrue: "12" }] as never),
      ]),
    ).toMatchInlineSnapshot(`
      [
        "sources.0.rows.0.figure: expected a plain decimal number, { count, of }, or { value, low, high, source, asOf, quality, note, distribution }; received nothing. Name it figure, not value.",
        "sources.1.rows.0.figure: expected a plain decimal number, { count, of }, or { value, low, high, source, asOf, quality, note, distribution }; received nothing. Name it figure, not referrals.",
        "sources.2.rows.0.figure: expected a plain decimal number, { count, of }, or { value, low, high, source, asOf, quality, note, distribution }; received nothing.",
        "sources.2.rows.0.note: expected a known name: figure, area; received "note". Add "note" to by, or leave it out.",
        "sources.3.rows.0.figure: expected a plain decimal number, { count, of }, or { value, low, high, source, asOf, quality, note, distribution }; received nothing. Name it figure, not figrue.",
      ]
    `);
  });

  test("are refused where rows have a word that nobody asks for, once for each source, with what to do", () => {
    const byQuarter = (name: string) =>
      sourceOf(
        name,
        ["2021 Q1", "2021 Q2", "2021 Q3"].map((quarter) => ({ area: "essex", quarter, figure: 1 })),
      );
    expect(problems([byQuarter("a"), byQuarter("b")])).toEqual(
      [0, 1].map(
        (source) =>
          `sources.${String(source)}.rows.0.quarter: expected a known name: figure, area; received "quarter", in 3 rows. Add "quarter" to by, or leave it out.`,
      ),
    );
  });

  test("are told apart where a word has a comma, and say how a year is written", () => {
    const rows = [
      { area: "a, b", period: "c", figure: 1 },
      { area: "a", period: "b, c", figure: 2 },
    ];
    const by = { by: ["area", "period"], tolerance: 0 };
    expect(disparities([sourceOf("a", rows), sourceOf("b", rows)], by).rows).toHaveLength(2);
    const numbered = sourceOf("b", [{ year: 2019, figure: 1 }] as never);
    expect(problems([sourceOf("a", [{ year: "2019", figure: 1 }]), numbered], { by: ["year"], tolerance: 0 }))
      .toMatchInlineSnapshot(`
        [
          "sources.1.rows.0.year: expected a word; received 2019. Write "2019".",
        ]
      `);
  });

  test("are refused where a word has the name of something else in the table", () => {
    const of = (name: string) => sourceOf(name, [{ source: "x", verdict: "y", figure: 1 }]);
    expect(problems([of("a"), of("b")], { by: ["source", "verdict"], tolerance: 0 })).toMatchInlineSnapshot(`
      [
        "options.by.0: expected the name of a word, which nothing else in a line is called; received "source".",
        "options.by.1: expected the name of a word, which nothing else in a line is called; received "verdict".",
      ]
    `);
  });
});

describe("rows of one source only", () => {
  test("are set beside what is spelt nearly so on the other side, and never taken for it", () => {
    const found = disparities(
      [
        sourceOf("case system", [row("essex", 900), row("West Mercia", 40), row("kent", 70)]),
        sourceOf("provider", [row("Essex ", 1440), row("west-mercia", 44), row("devon", 3), row("knet", 71)]),
      ],
      byArea,
    );
    expect(found.rows.map(({ of, verdict, near }) => [of["area"], verdict, near?.["area"]])).toEqual([
      ["essex", "missing here", "Essex "],
      ["West Mercia", "missing here", "west-mercia"],
      ["kent", "missing here", "knet"],
      ["Essex ", "missing in the first", "essex"],
      ["west-mercia", "missing in the first", "West Mercia"],
      ["devon", "missing in the first", undefined],
      ["knet", "missing in the first", "kent"],
    ]);
    expect(found.table().map((line) => line["near"])).toEqual([
      "Essex ",
      "west-mercia",
      "knet",
      "essex",
      "West Mercia",
      "",
      "kent",
    ]);
  });

  test("are not set beside another quarter, which is spelt nearly so too", () => {
    const of = (name: string, quarter: string) => sourceOf(name, [{ quarter, figure: 5 }]);
    const found = disparities([of("a", "2019-Q3"), of("b", "2019-Q4")], {
      by: ["quarter"],
      tolerance: 0,
    });
    expect(found.rows.map(({ near }) => near)).toEqual([undefined, undefined]);
    expect(found.table()[0]).not.toHaveProperty("near");
  });
});

describe("what no source states", () => {
  const of = (counts: FigureSource["counts"], otherwise: Partial<FigureSource["basis"]> = {}) =>
    disparities(
      ["a", "b"].map((name) =>
        sourceOf(name, [row("essex", 1)], { counts, basis: { ...basis, ...otherwise } }),
      ),
      byArea,
    ).unstated;

  test("is said, since nobody can say whether they agree in it: of money its price base and VAT too", () => {
    expect(of("GBP")).toEqual(["scope", "priceBase", "vat"]);
    expect(of("GBP/starts", { vat: "excluded" })).toEqual(["scope", "priceBase"]);
    expect(of("referrals", { scope: { included: ["rent"], excluded: [] } })).toEqual([]);
  });
});
