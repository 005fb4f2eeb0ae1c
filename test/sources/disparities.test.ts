import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { isAbsent, present } from "volumes-and-values";
import { explain, whatIf } from "volumes-and-values/readings";
import { disparities } from "volumes-and-values/sources";
import type { DisparitiesOptions, FigureSource } from "volumes-and-values/sources";
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

const row = (area: string, figure: number | string) => ({ area, figure });

const someSource = (name: string): fc.Arbitrary<FigureSource> =>
  fc
    .uniqueArray(
      fc.record({
        area: fc.constantFrom("essex", "kent", "sussex", "surrey"),
        figure: fc.integer({ min: 0, max: 3_000 }),
      }),
      { selector: ({ area }) => area },
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
  const stock = { ...basis, kind: "stock" as const };
  const of = (counts: FigureSource["counts"], name: string, words: readonly string[]) =>
    disparities(
      ["a", "b"].map((source) =>
        sourceOf(
          source,
          words.map((word) => ({ [name]: word, figure: 5 })),
          { counts, basis: stock },
        ),
      ),
      { by: [name], tolerance: 0 },
    );

  test("are set side by side all the same, and not reconciled", () => {
    const overTime = of("people", "period", ["2019/20", "2020/21"]);
    expect(overTime.rows).toHaveLength(2);
    expect(overTime.reconciliations).toEqual([]);
    expect(overTime.unreconciled).toBe(
      "people do not add over each period: the same people are there at the next",
    );
    expect(of("people", "service", ["accommodation", "womens-services"]).unreconciled).toBe(
      "people do not add over services: one person may be in several",
    );
    expect(of("people", "area", ["essex", "kent"]).unreconciled).toBeUndefined();
    expect(of("people", "period", ["2019/20"]).unreconciled).toBeUndefined();
  });
});

describe("sources that cannot be set side by side", () => {
  const good = sourceOf("a", [row("essex", 1)]);
  const problems = (sources: unknown, given: unknown = byArea) =>
    problemsOf(() => disparities(sources as FigureSource[], given as DisparitiesOptions)).map(
      ({ message }) => message,
    );

  test("are refused for what they do not have in common, unless it is waived with a reason", () => {
    const supported = sourceOf("b", good.rows, { basis: { period: { each: "year" }, kind: "stock" } });
    expect(problems([good, supported])).toMatchInlineSnapshot(`
      [
        "sources.1.basis.kind: expected flow, as in sources.0; received stock. Bring them to the same, or waive the difference with a reason.",
        "sources.1.basis.period: expected each quarter, as in sources.0; received each year. Bring them to the same, or waive the difference with a reason.",
      ]
    `);
    const waive = ["kind", "period"].map((difference) => ({
      difference,
      reason: "to see how far apart they are",
    }));
    expect(problems([good, { ...supported, counts: "starts" }], { ...byArea, waive })).toMatchInlineSnapshot(`
      [
        "sources.1.counts: expected referrals, as in sources.0; received starts. Convert one of them first.",
      ]
    `);
    const waived = disparities([good, supported], { ...byArea, waive } as DisparitiesOptions);
    expect(waived.waived).toEqual(waive);
  });

  test("are refused whole, each problem with its path", () => {
    expect(problems([good])).toMatchInlineSnapshot(`
      [
        "sources: expected two sources or more; received a list.",
      ]
    `);
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
        "sources.1.rows.0.figure: expected a plain decimal number, { count, of }, or { value, low, high, source, asOf, quality, note, distribution }; received "1e3".",
        "options.by: expected a list that is not empty; received a list.",
        "options.tolerance: expected a plain decimal number, such as 0.62 or "0.62"; received nothing.",
        "options.tolerence: expected a known name: by, tolerance, waive; received "tolerence". Did you mean "tolerance"?",
      ]
    `);
    expect(problems([good, sourceOf("b", [])], { by: ["figure", "figure"], tolerance: -1 }))
      .toMatchInlineSnapshot(`
      [
        "options.tolerance: expected zero or more; received -1.",
        "options.by.1: expected each once; received figure, which options.by.0 has.",
        "options.by: expected names of words; received "figure". That is the figure itself.",
        "sources.0.rows.0.figure: expected a word; received 1.",
        "sources.0.rows.0.figure: expected a word; received 1.",
        "sources.0.rows.0.area: expected a known name: figure, figure, figure; received "area".",
      ]
    `);
  });
});
