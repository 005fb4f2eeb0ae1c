import * as fc from "fast-check";
import type { Json, JsonObject } from "./plans.ts";

/** What random plans may hold, where a law needs less than everything. */
export interface Wanted {
  /** Whether cells may count supervisions, so that people are quotients. */
  readonly supervisions: boolean;
  /** Whether a service may take more or less than is referred to it at its plateau. */
  readonly plateau: boolean;
  /** Whether people may have several sentences. */
  readonly severalSentences: boolean;
  /** Whether rules may begin and end on a day. */
  readonly datedRules: boolean;
  /** Whether money may follow a price index. */
  readonly prices: boolean;
}

const everything: Wanted = {
  supervisions: true,
  plateau: true,
  severalSentences: true,
  datedRules: true,
  prices: true,
};

const areas = ["essex", "kent", "gwent"] as const;
const services = ["accommodation", "ete", "social-inclusion"] as const;
const levels = ["low", "medium", "high"] as const;
const sentenceTypes = [
  "community-order-rar",
  "community-order-no-rar",
  "community-order",
  "suspended-sentence-rar",
  "licence",
  "post-sentence-supervision",
  "custody-supervised-after",
  "custody-unsupervised-after",
  "other",
] as const;
const bands = ["18-25", "26+", "18+", "20-30", "40"] as const;

/** Leaves out what was drawn as nothing: a plan writes nothing where it knows nothing. */
const written = (record: Readonly<Record<string, Json | undefined>>): JsonObject =>
  Object.fromEntries(
    Object.entries(record).filter((entry): entry is [string, Json] => entry[1] !== undefined),
  );

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined });

/** A number with so many decimal places, as text without a float in between. */
const decimalText = (units: number, places: number): string => {
  const digits = String(units).padStart(places + 1, "0");
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
};

/** A number in hundredths, as a number or as text. */
const hundredths = (min: number, max: number): fc.Arbitrary<Json> =>
  fc
    .tuple(fc.integer({ min, max }), fc.boolean())
    .map(([n, asText]) => (asText ? decimalText(n, 2) : n / 100));

/** A share from so many hundredths up: bare, with its log, or as the counts behind it. */
const shareFrom = (min: number): fc.Arbitrary<Json> =>
  fc.oneof(
    hundredths(min, 100),
    fc.tuple(fc.integer({ min, max: 100 }), fc.integer({ min: 0, max: 10 })).map(([n, spread]) => ({
      value: decimalText(n, 2),
      low: decimalText(Math.max(0, n - spread), 2),
      high: decimalText(Math.min(100, n + spread), 2),
      source: "illustrative",
      quality: "amber",
    })),
    fc
      .tuple(fc.integer({ min: Math.sign(min), max: 30 }), fc.integer({ min: 0, max: 30 }))
      .map(([count, others]) => ({ count, of: Math.max(1, count + others) })),
  );

/** One assumption for everybody, or one for each word of an attribute, with another for the rest. */
const oneOrBy = (
  one: fc.Arbitrary<Json>,
  choices: Readonly<Record<string, readonly string[]>>,
): fc.Arbitrary<Json> =>
  fc.oneof(
    { arbitrary: one, weight: 3 },
    {
      arbitrary: fc.constantFrom(...Object.keys(choices)).chain((by) =>
        fc.record({
          by: fc.constant(by),
          values: fc
            .uniqueArray(fc.tuple(fc.constantFrom(...(choices[by] ?? [])), one), {
              selector: ([word]) => word,
              maxLength: 3,
            })
            .map((entries) => Object.fromEntries(entries)),
          otherwise: one,
        }),
      ),
      weight: 1,
    },
  );

/** What people are told apart by. */
const ofPeople = {
  sex: ["female", "male"],
  stage: ["community", "custody", "licence"],
  sentenceType: sentenceTypes,
  area: areas,
  complexity: levels,
  year: ["2021/22", "2022/23", "contract year 1"],
};

/** What rows are told apart by. */
const ofRows = { complexity: levels, area: areas, year: ["2021/22", "2022/23", "contract year 1"] };

const peopleShare = oneOrBy(shareFrom(0), ofPeople);
const rowShare = oneOrBy(shareFrom(1), ofRows);

/** A complexity mix: shares in tenths that sum to one, one of which may be the rest. */
const oneMix: fc.Arbitrary<Json> = fc
  .tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 10 }), fc.boolean())
  .map(([a, b, rest]) => {
    const [low, medium] = [Math.min(a, b), Math.abs(a - b)];
    const high = 10 - low - medium;
    const text = (tenths: number): string => decimalText(tenths, 1);
    return { low: text(low), medium: text(medium), high: rest ? "rest" : text(high) };
  });
const mix = oneOrBy(oneMix, { sex: ["female", "male"], area: areas, stage: ["custody", "licence"] });

const whenArbitrary: fc.Arbitrary<Json> = fc
  .record({
    stage: maybe(fc.constantFrom<Json>("community", "custody", ["licence", "post-sentence"])),
    requirement: maybe(fc.constantFrom("rar", "none")),
    sentenceType: maybe(fc.subarray([...sentenceTypes], { minLength: 1 })),
    sex: maybe(fc.constantFrom("female", "male")),
    age: maybe(fc.constantFrom<Json>("18-25", ["18-25", "26-99"], "26-99")),
    complexity: maybe(fc.subarray([...levels], { minLength: 1 })),
    area: maybe(fc.constantFrom(...areas)),
  })
  .chain((all) =>
    fc.subarray(Object.entries(all), { maxLength: 2 }).map((some) => written(Object.fromEntries(some))),
  );

/** A day on which something may begin or end, the last of a leap February among them. */
const day = (firstYear: number, lastYear: number): fc.Arbitrary<string> =>
  fc.oneof(
    {
      arbitrary: fc
        .tuple(
          fc.integer({ min: firstYear, max: lastYear }),
          fc.integer({ min: 1, max: 12 }),
          fc.integer({ min: 1, max: 28 }),
        )
        .map(([y, m, d]) => `${String(y)}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`),
      weight: 6,
    },
    { arbitrary: fc.constantFrom(`${String(firstYear)}-12-31`, `${String(lastYear)}-04-01`), weight: 1 },
  );

const rule = (id: string, dated: boolean): fc.Arbitrary<JsonObject> =>
  fc
    .record({
      decision: fc.constantFrom("admit", "admit", "exclude"),
      when: whenArbitrary,
      from: dated ? maybe(day(2021, 2022)) : fc.constant(undefined),
      to: dated ? maybe(day(2023, 2024)) : fc.constant(undefined),
    })
    .map((one) => written({ id, ...one, reason: "as drawn", source: "illustrative" }));

const rules = (dated: boolean): fc.Arbitrary<JsonObject[]> =>
  fc
    .integer({ min: 1, max: 5 })
    .chain((count) => fc.tuple(...[...Array(count).keys()].map((n) => rule(`rule-${String(n)}`, dated))));

const profile: fc.Arbitrary<Json> = fc.oneof(
  fc
    .record({
      shape: fc.constantFrom("linear", "front-loaded", "back-loaded", "step", "s-curve"),
      monthsToPlateau: fc.integer({ min: 1, max: 36 }),
      firstMonthShare: maybe(shareFrom(0)),
    })
    .map(written),
  fc.record({
    shape: fc.constant("table"),
    factors: fc.array(shareFrom(0), { minLength: 1, maxLength: 14 }),
  }),
);

const amount = (max: number): fc.Arbitrary<Json> => oneOrBy(hundredths(0, max * 100), ofRows);

const unitCost: fc.Arbitrary<Json> = fc.oneof(
  fc.record({ costPerStart: amount(2000) }),
  fc.record({
    contactHours: amount(20),
    otherHours: amount(10),
    referralHours: amount(3),
    completionHours: amount(5),
    salary: amount(40000),
    onCostPerPound: hundredths(0, 50),
    productiveHours: hundredths(100000, 180000),
    otherDirectCost: amount(200),
    overheadPerPound: hundredths(0, 50),
    surplusPerPound: hundredths(0, 20),
  }),
);

const service = (wanted: Wanted): fc.Arbitrary<JsonObject> =>
  fc
    .record({
      rules: rules(wanted.datedRules),
      complexityMix: mix,
      needShare: peopleShare,
      takeUpShare: peopleShare,
      referralsPerPerson: oneOrBy(hundredths(0, 300), ofPeople),
      startRate: rowShare,
      completionRate: rowShare,
      rampUp: fc
        .record({
          profile,
          unmet: fc.constantFrom("lost", "carried forward"),
          plateau: wanted.plateau ? maybe(hundredths(50, 200)) : fc.constant(undefined),
        })
        .map(written),
      spendProfile: maybe(profile),
      unitCost,
    })
    .map(written);

const flow = (people: number): fc.Arbitrary<JsonObject> =>
  fc.oneof(
    { arbitrary: fc.constant({}), weight: 4 },
    {
      arbitrary: fc
        .nat(3000)
        .chain((more) =>
          fc.constantFrom<JsonObject>(
            { entrantsInYear: more },
            { releasesInYear: more },
            { peopleInYear: people + more },
          ),
        ),
      weight: 1,
    },
  );

/** A cell: some people of whom this or that is not known. */
const cell = (
  area: string | undefined,
  bought: readonly string[],
  counted: "people" | "supervisions",
  { severalSentences }: Wanted,
): fc.Arbitrary<JsonObject> =>
  fc
    .record({
      count: fc.nat(2000),
      sentenceType: maybe(
        severalSentences
          ? fc.oneof(
              { arbitrary: fc.constantFrom<Json>(...sentenceTypes), weight: 4 },
              { arbitrary: fc.subarray([...sentenceTypes], { minLength: 2, maxLength: 3 }), weight: 1 },
            )
          : fc.constantFrom<Json>(...sentenceTypes),
      ),
      sex: maybe(fc.constantFrom("female", "male")),
      age: maybe(fc.constantFrom(...bands)),
      complexity: fc.oneof(
        { arbitrary: fc.constant(undefined), weight: 3 },
        {
          arbitrary: fc.constantFrom(...levels).map((level) => ({ [bought[0] ?? ""]: level })),
          weight: 1,
        },
      ),
    })
    .chain(({ count, ...known }) =>
      flow(count).map((own) => written({ area, ...known, [counted]: count, ...own })),
    );

/** A lot: one service or the bundle of all, in some areas, for a cohort, from a day and perhaps to one. */
const lot = (id: string, where: readonly string[], bought: readonly string[]): fc.Arbitrary<JsonObject> =>
  fc
    .record({
      service: maybe(fc.constantFrom(...bought)),
      areas: fc.subarray([...where], { minLength: 1 }),
      sex: maybe(fc.constantFrom("female", "male")),
      age: maybe(fc.constantFrom("18-25", "26+")),
      from: day(2021, 2022),
      to: maybe(day(2023, 2025)),
      mobilisation: maybe(hundredths(0, 10_000_000)),
      offered: maybe(fc.subarray([...levels], { minLength: 1 })),
    })
    .map(({ service: one, sex, age, offered, ...rest }) =>
      written({
        id,
        ...(one === undefined ? { contractType: "bundle" } : { service: one }),
        cohort: written({ sex, age }),
        levels: offered === undefined ? undefined : { [one ?? bought[0] ?? ""]: offered },
        ...rest,
      }),
    );

const calendar: fc.Arbitrary<JsonObject> = fc.oneof(
  fc.integer({ min: 0, max: 3 }).map((more) => ({
    years: "financial",
    first: "2021/22",
    last: `${String(2021 + more)}/${String(22 + more)}`,
  })),
  fc.integer({ min: 1, max: 3 }).map((count) => ({ years: "contract", count })),
);

const pricedYears = ["2020/21", "2021/22", "2022/23", "2023/24", "2024/25"];
const contractYears = ["contract year 1", "contract year 2", "contract year 3"];

/** A price index of every year that a plan may have, and the year in whose prices its costs are. */
const prices: fc.Arbitrary<JsonObject> = fc
  .tuple(
    fc.constantFrom(...pricedYears, ...contractYears),
    fc.tuple(...[...pricedYears, ...contractYears].map(() => hundredths(5000, 15_000))),
  )
  .map(([of, points]) => ({
    of,
    index: {
      name: "An index as drawn",
      source: "illustrative",
      values: Object.fromEntries(
        [...pricedYears, ...contractYears].map((year, at) => [year, points[at] ?? 100]),
      ),
    },
  }));

/**
 * Plans that a commissioner could plausibly type: one to three areas, services and lots; people of whom this or that
 * is not known; rates plain, logged, as counts or by attribute; every shape of ramp-up, either fate of the unmet, a
 * plateau and a profile of spend now and then, unit costs stated or built up, with or without a price index, years of
 * either kind.
 */
export function plausiblePlan(less: Partial<Wanted> = {}): fc.Arbitrary<JsonObject> {
  const wanted = { ...everything, ...less };
  return fc
    .record({
      where: fc.subarray([...areas], { minLength: 1 }),
      bought: fc.subarray([...services], { minLength: 1 }),
      counted: wanted.supervisions
        ? fc.constantFrom("people", "people", "supervisions" as const)
        : fc.constant("people" as const),
      lots: fc.integer({ min: 1, max: 3 }),
    })
    .chain(({ where, bought, counted, lots }) => {
      const count = counted;
      const cells = (area: string | undefined, minLength: number): fc.Arbitrary<JsonObject[]> =>
        fc.array(cell(area, bought, count, wanted), { minLength, maxLength: 3 });
      return fc
        .record({
          cells: fc.tuple(...where.map((area) => cells(area, 1)), cells(undefined, 0)),
          supervisionsPerPerson:
            count === "people" ? fc.constant(undefined) : oneOrBy(hundredths(100, 200), { area: areas }),
          turnover: oneOrBy(hundredths(0, 300), ofPeople),
          services: fc.tuple(...bought.map(() => service(wanted))),
          lots: fc.tuple(...[...Array(lots).keys()].map((n) => lot(`lot-${String(n)}`, where, bought))),
          calendar,
          prices: wanted.prices ? maybe(prices) : fc.constant(undefined),
        })
        .map((drawn) => ({
          schema: "volumes-and-values/plan/1",
          name: "A plan as drawn",
          words: { contractTypes: [{ id: "bundle", name: "All services", services: [...bought] }] },
          caseload: written({
            asOf: "2020-06-30",
            source: "illustrative",
            counted: count,
            supervisionsPerPerson: drawn.supervisionsPerPerson,
            cells: drawn.cells.flat(),
          }),
          turnover: drawn.turnover,
          services: Object.fromEntries(bought.map((id, index) => [id, drawn.services[index] as JsonObject])),
          lots: drawn.lots,
          calendar: drawn.calendar,
          ...(drawn.prices === undefined ? {} : { prices: drawn.prices }),
        }));
    });
}

/** A caseload alone, with any attribute missing here and there. */
export const plausibleCaseload: fc.Arbitrary<JsonObject> = fc
  .array(
    fc.constantFrom(...areas).chain((area) =>
      cell(area, ["accommodation"], "people", everything).map(({ complexity, ...known }) =>
        written({
          ...known,
          complexity: (complexity as JsonObject | undefined)?.["accommodation"],
        }),
      ),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((cells) => ({ asOf: "2020-06-30", source: "illustrative", counted: "people", cells }));

/** Rules and a complexity mix of a service. */
export const plausibleScreening: fc.Arbitrary<{
  readonly rules: JsonObject[];
  readonly complexityMix: Json;
}> = fc.record({ rules: rules(true), complexityMix: mix });
