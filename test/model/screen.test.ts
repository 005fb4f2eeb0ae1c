import * as fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { isAbsent, screen } from "volumes-and-values";
import { referenceRules } from "volumes-and-values/reference";
import type { Caseload, Figure, Screening, ScreenOptions, Service, Words } from "volumes-and-values";
import { plausibleCaseload, plausibleScreening } from "../support/arbitrary-plans.ts";
import type { Json } from "../support/plans.ts";
import { problemsOf } from "../support/plans.ts";
import { isExactly, plus, rational, rationalOf, equals } from "../support/rational.ts";
import { patience, runs } from "../support/runs.ts";

vi.setConfig({ testTimeout: patience });

type Cells = readonly Readonly<Record<string, unknown>>[];

const caseloadOf = (cells: Cells, more: object = {}): Caseload => ({
  asOf: "2020-06-30",
  source: "illustrative",
  counted: "people",
  cells,
  ...more,
});

type ScreenedService = Pick<Service, "rules" | "complexityMix">;
const rule = (
  id: string,
  decision: "admit" | "exclude",
  when: object,
  dates: object = {},
): Service["rules"][number] => ({
  id,
  decision,
  when: when as Service["rules"][number]["when"],
  reason: `because of ${id}`,
  source: "illustrative",
  ...dates,
});
const thirds = { low: 0.2, medium: 0.3, high: "rest" } as const;
const everybody = [rule("everybody", "admit", {})];

const screened = (
  cells: Cells,
  service: Partial<ScreenedService> = {},
  options: Partial<ScreenOptions> = {},
): Screening =>
  screen(
    caseloadOf(cells),
    { rules: everybody, complexityMix: thirds, ...service },
    { on: "2021-06-26", ...options },
  );

const buckets = ({ eligible, excluded, outOfCohort, unknown }: Screening): readonly string[] =>
  [eligible, excluded, outOfCohort, unknown].map((figure) => figure.toJSON().value);

const total = (figures: readonly Figure[]): ReturnType<typeof rational> =>
  figures.map(rationalOf).reduce(plus, rational(0));

describe("screening a caseload", () => {
  it("puts every person in one of four buckets, in every cell", () => {
    fc.assert(
      fc.property(
        plausibleCaseload,
        plausibleScreening,
        fc.record({
          cohort: fc.record(
            { sex: fc.constantFrom("female", "male"), age: fc.constantFrom("18-25", "26+") },
            { requiredKeys: [] },
          ),
          levels: fc.option(fc.subarray(["low", "medium", "high"]), { nil: undefined }),
        }),
        (data, service, { cohort, levels }) => {
          const caseload = data as unknown as Caseload;
          const screening = screen(caseload, service as unknown as ScreenedService, {
            on: "2022-01-01",
            cohort: cohort,
            ...(levels === undefined ? {} : { levels }),
          });
          for (const [index, cell] of caseload.cells.entries()) {
            const parts = screening.cells.filter((part) => part.cell === index).map(({ people }) => people);
            expect(equals(total(parts), rational(cell.people ?? "")), `cell ${String(index)}`).toBe(true);
          }
          const { eligible, excluded, outOfCohort, unknown, waterfall } = screening;
          const whole = rationalOf(screening.caseload);
          expect(equals(total([eligible, excluded, outOfCohort, unknown]), whole)).toBe(true);
          expect(equals(total(waterfall.map(({ people }) => people)), whole)).toBe(true);
          for (const bucket of ["eligible", "excluded", "outOfCohort", "unknown"] as const) {
            const rows = waterfall.filter((row) => row.bucket === bucket).map(({ people }) => people);
            expect(equals(total(rows), rationalOf(screening[bucket])), bucket).toBe(true);
          }
          expect(waterfall.at(-1)?.remaining.toJSON().value).toBe("0");
        },
      ),
      { numRuns: runs },
    );
  });

  it("splits people whose level is not recorded by the mix, and leaves the others whole", () => {
    const { cells } = screened([
      { area: "essex", people: 100 },
      { area: "essex", people: 7, complexity: "high" },
    ]);
    expect(cells.map(({ cell, complexity, people }) => [cell, complexity, people.toJSON().value])).toEqual([
      [0, "low", "20"],
      [0, "medium", "30"],
      [0, "high", "50"],
      [1, "high", "7"],
    ]);
  });

  it("keeps the level that is recorded for the service", () => {
    const { cells } = screened(
      [{ area: "essex", people: 7, complexity: { accommodation: "high", ete: "low" } }],
      {},
      { context: { service: "accommodation" } },
    );
    expect(cells.map(({ complexity, people }) => [complexity, people.toJSON().value])).toEqual([
      ["high", "7"],
    ]);
  });

  it("lets the first rule that matches decide", () => {
    const men = rule("men", "exclude", { sex: "male" });
    const licence = rule("licence", "admit", { stage: "licence" });
    const cells = [{ sex: "male", sentenceType: "licence", people: 10 }];
    expect(buckets(screened(cells, { rules: [men, licence] }))).toEqual(["0", "10", "0", "0"]);
    expect(buckets(screened(cells, { rules: [licence, men] }))).toEqual(["10", "0", "0", "0"]);
  });

  it("excludes those whom no rule admits, under a name of its own", () => {
    const { waterfall } = screened([{ sex: "male", people: 10 }], {
      rules: [rule("women", "admit", { sex: "female" })],
    });
    expect(waterfall.map(({ by, bucket, reason }) => [by, bucket, reason])).toEqual([
      ["no-rule", "excluded", "no rule admits them"],
    ]);
  });

  it("cannot tell where what a rule asks is not recorded, whatever later rules say", () => {
    const rules = [rule("women", "exclude", { sex: "female" }), rule("everybody", "admit", {})];
    const screening = screened([{ people: 10 }], { rules });
    expect(buckets(screening)).toEqual(["0", "0", "0", "10"]);
    expect(screening.waterfall).toMatchObject([
      { by: "women", bucket: "unknown", reason: "sex not known, on which women depends" },
    ]);
  });

  it("can tell where one condition fails, whatever else is not recorded", () => {
    const rules = [rule("women-on-licence", "admit", { sex: "female", stage: "licence" })];
    expect(buckets(screened([{ sex: "male", people: 10 }], { rules }))).toEqual(["0", "10", "0", "0"]);
    expect(buckets(screened([{ sex: "female", people: 10 }], { rules }))).toEqual(["0", "0", "0", "10"]);
  });

  it.each([
    ["20-25", ["5", "0", "0", "0"]],
    ["26+", ["0", "0", "5", "0"]],
    ["20-30", ["0", "0", "0", "5"]],
    [undefined, ["0", "0", "0", "5"]],
  ])("of people aged %s, a lot for 18 to 25 has %j", (age, due) => {
    const cells = [age === undefined ? { people: 5 } : { age, people: 5 }];
    expect(buckets(screened(cells, {}, { cohort: { age: "18-25" } }))).toEqual(due);
  });

  it("cannot tell whose lot people are for whom the cohort is not known", () => {
    const screening = screened([{ people: 5 }], {}, { cohort: { sex: "female" } });
    expect(screening.waterfall).toMatchObject([
      { by: "cohort", bucket: "unknown", reason: "sex not known, on which cohort depends" },
    ]);
  });

  it("excludes by name those whose level is not offered", () => {
    const screening = screened([{ people: 100 }], {}, { levels: ["medium", "high"] });
    expect(buckets(screening)).toEqual(["80", "20", "0", "0"]);
    expect(screening.waterfall.map(({ by, people }) => [by, people.toJSON().value])).toEqual([
      ["everybody", "80"],
      ["level-not-offered", "20"],
    ]);
  });

  it("may decide by complexity, since people are split by it first", () => {
    const rules = [rule("high", "admit", { complexity: "high" })];
    expect(buckets(screened([{ people: 100 }], { rules }))).toEqual(["50", "50", "0", "0"]);
  });

  it("admits people of whose several sentences one is eligible", () => {
    const rules = [
      rule("no-rar", "exclude", { stage: "community", requirement: "none" }),
      rule("licence", "admit", { stage: "licence" }),
    ];
    const both = { sentenceType: ["community-order-no-rar", "licence"], people: 30 };
    expect(buckets(screened([both], { rules }))).toEqual(["30", "0", "0", "0"]);
    // One sentence excludes, of the other nobody can tell: so nobody can tell of the person.
    const perhaps = { sentenceType: ["community-order-no-rar", "other"], people: 30 };
    expect(buckets(screened([perhaps], { rules }))).toEqual(["0", "0", "0", "30"]);
  });

  it("counts people of several sentences once, even where the mix differs by sentence and rules by level", () => {
    const rules = [
      rule("light", "admit", { sentenceType: "community-order-rar", complexity: "low" }),
      rule("heavy", "admit", { sentenceType: "licence", complexity: "high" }),
    ];
    const complexityMix = {
      by: "sentenceType",
      values: {
        "community-order-rar": { low: 0.5, medium: 0, high: 0.5 },
        licence: { low: 0.2, medium: 0, high: 0.8 },
      },
    };
    const screening = screened([{ sentenceType: ["community-order-rar", "licence"], people: 100 }], {
      rules,
      complexityMix,
    });
    expect(total(screening.cells.map(({ people }) => people))).toEqual(rational(100));
    expect(screening.waterfall.at(-1)?.remaining.toJSON().value).toBe("0");
  });

  it("goes by the rules of the day", () => {
    const rules = [rule("orders", "admit", { stage: "community" }, { from: "2022-04-01", to: "2023-03-31" })];
    const on = (day: string): readonly string[] =>
      buckets(screened([{ sentenceType: "community-order-rar", people: 8 }], { rules }, { on: day }));
    expect(on("2022-03-31")).toEqual(["0", "8", "0", "0"]);
    expect(on("2022-04-01")).toEqual(["8", "0", "0", "0"]);
    expect(on("2023-03-31")).toEqual(["8", "0", "0", "0"]);
    expect(on("2023-04-01")).toEqual(["0", "8", "0", "0"]);
  });

  it("turns supervisions into people first", () => {
    const screening = screen(
      caseloadOf([{ sentenceType: "licence", supervisions: 1250 }], {
        counted: "supervisions",
        supervisionsPerPerson: 1.25,
      }),
      { rules: everybody, complexityMix: thirds },
      { on: "2021-06-26" },
    );
    expect(String(screening.caseload)).toBe("1000 people");
    expect(buckets(screening)).toEqual(["1000", "0", "0", "0"]);
  });

  it("knows the region of an area, and the stage and requirement of a sentence type", () => {
    const rules = [
      rule("east", "admit", { region: "east-of-england", stage: "community", requirement: "rar" }),
    ];
    const cells = [
      { area: "essex", sentenceType: "suspended-sentence-rar", people: 3 },
      { area: "kent", sentenceType: "suspended-sentence-rar", people: 4 },
    ];
    expect(buckets(screened(cells, { rules }))).toEqual(["3", "4", "0", "0"]);
  });

  it("states both shares: of everybody, and of those in cohort", () => {
    // 900 of 2,700 is a third. Source: RR3 meeting note, 26 August 2020, section 3b, if the 900 are people.
    const cells = [
      { sex: "male", sentenceType: "licence", people: 900 },
      { sex: "male", sentenceType: "community-order-no-rar", people: 1350 },
      { sex: "female", sentenceType: "licence", people: 450 },
    ];
    const { shares } = screened(
      cells,
      { rules: referenceRules["accommodation"] ?? [] },
      { cohort: { sex: "male" } },
    );
    if (isAbsent(shares.ofCaseload) || isAbsent(shares.ofCohort)) throw new Error("no shares");
    expect(shares.ofCaseload.toJSON().value).toBe(`0.${"3".repeat(40)}`);
    expect(isExactly(shares.ofCohort, "0.4")).toBe(true);
  });

  it("has no share of nobody", () => {
    const { shares } = screened([{ sex: "male", people: 10 }], {}, { cohort: { sex: "female" } });
    expect(isAbsent(shares.ofCohort)).toBe(true);
    expect(isAbsent(shares.ofCaseload)).toBe(false);
    expect(isAbsent(screened([{ people: 0 }]).shares.ofCaseload)).toBe(true);
  });

  it("shows the waterfall in the order of the rules, down to nobody", () => {
    const screening = screened(
      [
        { sex: "female", sentenceType: "licence", people: 100 },
        { sex: "male", sentenceType: "licence", people: 1000 },
        { sex: "male", sentenceType: "community-order-no-rar", people: 500 },
        { sex: "male", sentenceType: "custody-supervised-after", people: 50 },
      ],
      {
        rules: [
          rule("licence", "admit", { stage: "licence" }),
          rule("no-rar", "exclude", { requirement: "none" }),
        ],
      },
      { cohort: { sex: "male" } },
    );
    // A requirement does not apply to custody, so "no-rar" does not match, and no rule admits these 50.
    expect(
      screening.table().map(({ by, bucket, people, remaining }) => [by, bucket, people, remaining]),
    ).toEqual([
      ["cohort", "outOfCohort", "100", "1,550"],
      ["licence", "eligible", "1,000", "550"],
      ["no-rar", "excluded", "500", "50"],
      ["no-rule", "excluded", "50", "0"],
    ]);
  });

  it("changes nothing that is given, and nothing it returns can be changed", () => {
    const cells = [{ area: "essex", people: 10 }];
    const before = JSON.stringify(cells);
    const screening = screened(cells);
    expect(JSON.stringify(cells)).toBe(before);
    for (const part of [
      screening,
      screening.cells,
      screening.cells[0],
      screening.waterfall,
      screening.waterfall[0],
      screening.shares,
    ])
      expect(Object.isFrozen(part)).toBe(true);
    expect(Object.isFrozen(cells)).toBe(false);
  });
});

describe("a screening that cannot be done", () => {
  const problems = (
    cells: Json,
    service: object = {},
    options: object = {},
    more: object = {},
  ): ReturnType<typeof problemsOf> =>
    problemsOf(() =>
      screen(
        caseloadOf(cells as unknown as Cells, more),
        { rules: everybody, complexityMix: thirds, ...service },
        { on: "2021-06-26", ...options },
      ),
    );
  const ten = [{ people: 10 }];

  it.each([
    [{ on: "2021-02-30" }, "options.on", undefined],
    [{ on: undefined }, "options.on", undefined],
    [{ cohort: { sex: "men" } }, "options.cohort.sex", undefined],
    [{ cohort: { age: "young" } }, "options.cohort.age", undefined],
    [{ cohort: { age: "25-18" } }, "options.cohort.age", undefined],
    [{ levels: ["hihg"] }, "options.levels.0", "high"],
    [{ levels: "high" }, "options.levels", undefined],
    [{ cohrt: {} }, "options.cohrt", "cohort"],
    [{ context: { contractTyp: "womens-services" } }, "options.context.contractTyp", "contractType"],
    [{ context: { contractType: "womens-service" } }, "options.context.contractType", "womens-services"],
  ])("says what is wrong with the options %j", (options, path, nearest) => {
    expect(problems(ten, {}, options)).toContainEqual(
      expect.objectContaining(nearest === undefined ? { path } : { path, nearest }),
    );
  });

  it("takes what is undefined for what is left out", () => {
    const undefinedHere = (
      cells: Cells,
      service: Partial<ScreenedService> = {},
      options: Partial<ScreenOptions> = {},
    ): readonly string[] => buckets(screened(cells, service, options));
    const licence = [{ people: 5, sentenceType: "licence", sex: undefined }];
    const optional = {
      cohort: { sex: undefined },
      context: { contractType: undefined },
      words: { areas: undefined },
    };
    // Five people, all of whom the only rule admits: in the first bucket.
    const all = ["5", "0", "0", "0"];
    expect(undefinedHere(licence, {}, optional as unknown as Partial<ScreenOptions>)).toEqual(all);
    expect(undefinedHere(licence, { rules: [rule("a", "admit", { stage: undefined })] })).toEqual(all);
    const complexityMix = { by: "sentenceType", values: { licence: undefined }, otherwise: thirds };
    expect(
      undefinedHere(licence, { complexityMix: complexityMix as unknown as ScreenedService["complexityMix"] }),
    ).toEqual(all);
    expect(problems(ten, { complexityMix: { low: undefined, medium: 0, high: 1 } })).toMatchObject([
      { path: "service.complexityMix.low", received: "nothing" },
    ]);
  });

  it.each([
    [{ by: "sentencType", values: { licence: thirds }, otherwise: thirds }, "by", "sentenceType"],
    [{ by: "constructor", values: {}, otherwise: thirds }, "by", undefined],
    [{ by: "sentenceType", values: { licens: thirds }, otherwise: thirds }, "values.licens", "licence"],
  ])("says what is wrong with a mix that differs by what nobody knows, %j", (complexityMix, at, nearest) => {
    expect(problems(ten, { complexityMix })).toMatchObject([
      nearest === undefined
        ? { path: `service.complexityMix.${at}` }
        : { path: `service.complexityMix.${at}`, nearest },
    ]);
  });

  it("knows nothing of people by an attribute called what every object has, unless their cell says", () => {
    const words = { attributes: { toString: ["yes", "no"] } } as unknown as Partial<Words>;
    const rules = [rule("asked", "admit", { toString: "yes" }), rule("others", "exclude", {})];
    const cells: readonly object[] = [
      { people: 5 },
      { people: 7, toString: "yes" },
      { people: 11, toString: "no" },
    ];
    // Five of whom it is not said, seven who are admitted, eleven who are not.
    expect(buckets(screened(cells as Cells, { rules }, { words }))).toEqual(["7", "11", "0", "5"]);
  });

  it("says what is wrong with the caseload", () => {
    expect(problems([{ people: -1 }])).toContainEqual(
      expect.objectContaining({ path: "caseload.cells.0.people" }),
    );
    expect(problems([{ area: "esex", people: 1 }])).toContainEqual(
      expect.objectContaining({ path: "caseload.cells.0.area", nearest: "essex" }),
    );
    expect(problems(null)).toContainEqual(expect.objectContaining({ path: "caseload.cells" }));
  });

  it("says what is wrong with the rules", () => {
    expect(problems(ten, { rules: [rule("a", "admit", { sexx: "male" })] })).toMatchObject([
      { path: "service.rules.0.when.sexx", nearest: "sex" },
    ]);
    expect(problems(ten, { rules: [rule("a", "admit", {}), rule("a", "admit", {})] })).toMatchObject([
      { path: "service.rules.1.id" },
    ]);
  });

  it("says what is wrong with the mix, at the place where it stands", () => {
    expect(problems(ten, { complexityMix: { low: 0.5, medium: 0.5, high: 0.5 } })).toMatchObject([
      { path: "service.complexityMix", received: "1.5" },
    ]);
  });

  it("refuses a share below nothing, though the shares sum to one", () => {
    expect(problems(ten, { complexityMix: { low: -0.5, medium: 0.5, high: 1 } })).toMatchObject([
      { path: "service.complexityMix.low", expected: "a share from 0 to 1", received: "-0.5" },
    ]);
  });

  it("refuses fewer than one sentence a person, which would make more people than sentences or fewer than none", () => {
    for (const supervisionsPerPerson of [0.5, 0, -1]) {
      const paths = problems(
        [{ supervisions: 10 }],
        {},
        {},
        {
          counted: "supervisions",
          supervisionsPerPerson,
        },
      ).map(({ path }) => path);
      expect(paths).toEqual(["caseload.supervisionsPerPerson"]);
    }
  });
});
