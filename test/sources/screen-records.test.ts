import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { referenceRules } from "volumes-and-values/reference";
import { isModelError, screen } from "volumes-and-values";
import { sensitivity } from "volumes-and-values/readings";
import { screenRecords } from "volumes-and-values/sources";
import { problemsOf } from "../support/plans.ts";
import { patience, runs } from "../support/runs.ts";

vi.setConfig({ testTimeout: patience });

const accommodation = {
  rules: referenceRules["accommodation"] ?? [],
  complexityMix: { low: "0.2", medium: "0.3", high: "rest" } as const,
};

const options = {
  by: ["sentenceType", "sex"] as const,
  on: "2021-06-26",
  asOf: "2020-08-26",
  source: "illustrative",
  cohort: { sex: "male" } as const,
};
const rates = { referralsPerPerson: "1.25", startRate: "0.8", completionRate: { count: 1, of: 2 } };

const somebody = fc.record(
  {
    sentenceType: fc.constantFrom(
      "licence",
      "community-order-no-rar",
      "community-order",
      "community-order-rar",
      "",
    ),
    sex: fc.constantFrom("female", "male", null),
  },
  { requiredKeys: [] },
);

describe("a provider's own people", () => {
  const records = [
    ...Array.from({ length: 40 }, () => ({ sentenceType: "licence", sex: "male" })),
    ...Array.from({ length: 30 }, () => ({ sentenceType: "community-order-no-rar", sex: "male" })),
    ...Array.from({ length: 20 }, () => ({ sentenceType: "community-order", sex: "male" })),
    ...Array.from({ length: 10 }, () => ({ sentenceType: "licence", sex: "female" })),
  ];

  test("are eligible or fall out at a rule, and leave so many referrals, starts and finishers", () => {
    const { screening, volumes, volumesIfUnknownAdmitted } = screenRecords(records, accommodation, {
      ...options,
      rates,
    });
    expect(screening.waterfall.map(({ by, people }) => `${by}: ${String(people)}`)).toEqual([
      "cohort: 10 people",
      "orders-with-rar: 20 people",
      "orders-without-rar: 30 people",
      "licence-and-post-sentence: 40 people",
    ]);
    expect(Object.values(volumes ?? {}).map(String)).toEqual(["50 referrals", "40 starts", "20 completions"]);
    expect(String(volumesIfUnknownAdmitted?.starts)).toBe("60 starts");
  });

  test("are screened as a caseload of them would be, everybody in one bucket", () => {
    fc.assert(
      fc.property(fc.array(somebody), (others) => {
        // One at least of whom something is known: an attribute that no record has is misspelt.
        const people = [...others, { sentenceType: "licence", sex: "male" }];
        const { cells, screening } = screenRecords(people, accommodation, options);
        const { eligible, excluded, outOfCohort, unknown } = screening;
        const all = eligible.plus(excluded).plus(outOfCohort).plus(unknown);
        expect(all.value.toNumber()).toBe(people.length);
        const caseload = { asOf: options.asOf, source: options.source, counted: "people", cells } as const;
        const same = screen(caseload, accommodation, { on: options.on, cohort: options.cohort });
        expect(screening.table()).toEqual(same.table());
      }),
      { numRuns: runs },
    );
  });

  test("have no volumes without rates, and the same answer read from a stream", async () => {
    async function* stream() {
      await Promise.resolve();
      yield* records;
    }
    const screened = await screenRecords(stream(), accommodation, options);
    expect(screened.volumes).toBeUndefined();
    expect(screened.screening.table()).toEqual(
      screenRecords(records, accommodation, options).screening.table(),
    );
  });

  test("have volumes that every reading reads", () => {
    const { volumes } = screenRecords(records, accommodation, { ...options, rates });
    const { rows } = sensitivity(volumes?.completions as NonNullable<typeof volumes>["completions"]);
    expect(rows.map(({ path }) => path)).toContain("rates.startRate");
  });

  test("are refused with every problem of what is said of them", () => {
    const wrong = {
      ...options,
      asOf: "2020",
      rates: { referralsPerPerson: "-1", startRat: 1 },
      sauce: "ours",
    };
    const messages = (given: unknown) =>
      problemsOf(() => screenRecords(records, accommodation, given as typeof options)).map(
        ({ message }) => message,
      );
    expect(messages(wrong)).toMatchInlineSnapshot(`
      [
        "asOf: expected a day, as 2021-06-26; received "2020".",
        "rates.startRate: expected a plain decimal number, { count, of }, or { value, low, high, source, asOf, quality, note, distribution }; received nothing.",
        "rates.completionRate: expected a plain decimal number, { count, of }, or { value, low, high, source, asOf, quality, note, distribution }; received nothing.",
        "rates.startRat: expected a known name: referralsPerPerson, startRate, completionRate; received "startRat". Did you mean "startRate"?",
        "sauce: expected a known name: by, on, cohort, levels, context, words, asOf, source and 1 more; received "sauce".",
      ]
    `);
    expect(messages({ ...options, rates: { ...rates, startRate: -1 } })).toMatchInlineSnapshot(`
      [
        "rates.startRate: expected a share from 0 to 1; received -1.",
      ]
    `);
    expect(problemsOf(() => screenRecords([], accommodation, options)).map(({ path }) => path)).toEqual([
      "records",
    ]);
    expect(messages({ ...options, on: "26 June" })).toMatchInlineSnapshot(`
      [
        "on: expected a day, as 2021-06-26; received "26 June".",
      ]
    `);
  });

  test("are refused where more start than are referred", () => {
    const problems = (more: object) =>
      problemsOf(() =>
        screenRecords(records, accommodation, { ...options, rates: { ...rates, ...more } }),
      ).map(({ message }) => message);
    expect(problems({ startRate: 62 })).toEqual([
      "rates.startRate: expected a share from 0 to 1; received 62. If 62% is meant, write 0.62.",
    ]);
    expect(problems({ startRate: { count: 5, of: 4 }, completionRate: { value: "0.5", low: "0.6" } }))
      .toMatchInlineSnapshot(`
      [
        "rates.startRate.count: expected at most the 4 it is counted of; received 5.",
        "rates.completionRate.low: expected at most the value, 0.5; received 0.6.",
      ]
    `);
    expect(problems({ completionRate: { count: 1, of: 0 } })).toMatchInlineSnapshot(`
      [
        "rates.completionRate.of: expected a whole number above zero; received 0.",
      ]
    `);
  });

  test("are refused where no record has what they are screened by: everybody would be unknown", () => {
    const misspelt = [{ sentence_type: "licence", sex: "male" }] as never;
    expect(problemsOf(() => screenRecords(misspelt, accommodation, options)).map(({ message }) => message))
      .toMatchInlineSnapshot(`
        [
          "by.0: expected an attribute that a record has: sentence_type, sex; received "sentenceType". Did you mean "sentence_type"?",
        ]
      `);
    const by = ["sentencetype"] as never;
    expect(
      problemsOf(() => screenRecords(records, accommodation, { ...options, by })).map((one) => one.nearest),
    ).toEqual(["sentenceType"]);
  });

  test("are refused where some of them misspell an attribute: these would be unknown", () => {
    const some = [
      ...records,
      { sentenceTyp: "licence", sex: "male" },
      { SentenceType: "licence", sexx: "male" },
      { sentenceTyp: "licence", sex: "female" },
    ] as never;
    expect(problemsOf(() => screenRecords(some, accommodation, options)).map(({ message }) => message))
      .toMatchInlineSnapshot(`
      [
        "records.100.sentenceTyp: expected sentenceType, as in other records; received "sentenceTyp". Name it sentenceType, or give sentenceType as well: null where it is not known.",
        "records.101.SentenceType: expected sentenceType, as in other records; received "SentenceType". Name it sentenceType, or give sentenceType as well: null where it is not known.",
        "records.101.sexx: expected sex, as in other records; received "sexx". Name it sex, or give sex as well: null where it is not known.",
      ]
    `);
  });

  test("are taken where they lack an attribute, or have others of another name", () => {
    const some = [...records, { sex: "male", notes: "x", age: "18-25" }, { notes: "y" }] as typeof records;
    const { screening, cells } = screenRecords(some, accommodation, options);
    // 100 records, and two of which the sentence is not known.
    expect(cells.reduce((all, { people }) => all + people, 0)).toBe(102);
    // Of the 22 unknown, 20 have an order with or without RAR, and one lacks its sentence and is a man; of the other
    // nothing is known.
    expect(String(screening.unknown)).toBe("22 people");
  });

  test("are refused where a word is misspelt, with the nearest that is known", () => {
    const misspelt = [...records, { sentenceType: "licnece", sex: "male" }];
    expect(problemsOf(() => screenRecords(misspelt, accommodation, options)).map(({ message }) => message))
      .toMatchInlineSnapshot(`
      [
        "records.100.sentenceType: expected a word for sentenceType: community-order-rar, community-order-no-rar, community-order, suspended-sentence-rar, suspended-sentence-no-rar, suspended-sentence, custody-supervised-after, custody-unsupervised-after and 3 more; received "licnece". Did you mean "licence"?",
      ]
    `);
  });

  test("are named by the place of the first that has a misspelt word, read from a stream or not", async () => {
    const [first] = records;
    const misspelt = [first, { sex: "femal", sentenceType: "licence" }, { sex: "femal" }, { sex: "femal" }];
    const paths = ["records.1.sex", "records.2.sex"];
    const given = misspelt as typeof records;
    expect(problemsOf(() => screenRecords(given, accommodation, options)).map(({ path }) => path)).toEqual(
      paths,
    );
    async function* stream() {
      for (const one of given) yield await Promise.resolve(one);
    }
    const refusal = await screenRecords(stream(), accommodation, options).catch((error: unknown) => error);
    if (!isModelError(refusal, "invalid-data")) throw refusal;
    expect(refusal.details.problems.map(({ path }) => path)).toEqual(paths);
    expect(refusal.message).toContain('records.2.sex: expected "female" or "male"; received "femal".');
  });

  test("are every one in a cell and in a bucket, or the call is refused", () => {
    const anybody = fc.oneof(
      somebody,
      fc.constantFrom<unknown>({ sentenceTyp: "licence" }, { sentenceType: "licnece" }, null, 7),
    );
    fc.assert(
      fc.property(fc.array(anybody, { minLength: 1, maxLength: 12 }), (some) => {
        const given = [{ sentenceType: "licence", sex: "male" }, ...some];
        const isSound = given.every(
          (one) =>
            typeof one === "object" &&
            one !== null &&
            !("sentenceTyp" in one) &&
            !("sentenceType" in one && one.sentenceType === "licnece"),
        );
        const screened = () => screenRecords(given as typeof records, accommodation, options);
        if (!isSound) {
          expect(problemsOf(screened).length).toBeGreaterThan(0);
          return;
        }
        const { cells, screening } = screened();
        expect(cells.reduce((all, { people }) => all + people, 0)).toBe(given.length);
        const buckets = screening.waterfall.reduce((all, { people }) => all + people.value.toNumber(), 0);
        expect(buckets).toBe(given.length);
      }),
      { numRuns: runs },
    );
  });

  test("are refused where an option is misspelt or missing, with every name that is known", () => {
    const messages = (given: unknown) =>
      problemsOf(() => screenRecords(records, accommodation, given as typeof options)).map(
        ({ message }) => message,
      );
    const { cohort, ...rest } = options;
    expect([...messages({ ...rest, cohrt: cohort }), ...messages({})]).toMatchInlineSnapshot(`
      [
        "cohrt: expected a known name: by, on, cohort, levels, context, words, asOf, source and 1 more; received "cohrt". Did you mean "cohort"?",
        "by: expected a list; received nothing.",
        "on: expected a day, as 2021-06-26; received nothing.",
        "asOf: expected a day, as 2021-06-26; received nothing.",
        "source: expected text; received nothing.",
      ]
    `);
  });

  test("are refused where the service has a name that nobody knows, and screened under all of a plan's service", () => {
    const { complexityMix, ...rest } = accommodation;
    const messages = (service: object) =>
      problemsOf(() => screenRecords(records, service as never, options)).map(({ message }) => message);
    const due =
      "expected a known name: rules, complexityMix, needShare, takeUpShare, referralsPerPerson, startRate, completionRate, rampUp and 2 more";
    const said = `service.complexityMixx: ${due}; received "complexityMixx". Did you mean "complexityMix"?`;
    expect(messages({ ...rest, complexityMixx: complexityMix })).toEqual([said]);
    expect(messages({ ...accommodation, complexityMixx: complexityMix })).toEqual([said]);
    const whole = { ...accommodation, needShare: "0.4", startRate: "0.7" };
    expect(String(screenRecords(records, whole, options).screening.eligible)).toBe("40 people");
  });

  test("are refused without options as with wrong ones", () => {
    for (const odd of [undefined, null, 7] as never[])
      expect(problemsOf(() => screenRecords(records, accommodation, odd)).length).toBeGreaterThan(0);
    expect(
      problemsOf(() => screenRecords(undefined as never, accommodation, options)).length,
    ).toBeGreaterThan(0);
    expect(problemsOf(() => screenRecords(records, undefined as never, options)).length).toBeGreaterThan(0);
  });
});
