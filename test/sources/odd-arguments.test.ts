import { describe, expect, test } from "vitest";
import { isModelError } from "volumes-and-values";
import * as csv from "volumes-and-values/csv";
import * as sources from "volumes-and-values/sources";
import { basis, options, returnOf } from "./returns.ts";

/** What each exported function takes: arguments with which it has an answer. */
const sound: Readonly<Record<string, readonly unknown[]>> = {
  collate: [
    ["a", "b", "c"].map((name) =>
      returnOf(name, [{ area: "essex", service: "accommodation", volume: 10, unitCost: 5 }]),
    ),
    options,
  ],
  disparities: [
    ["a", "b"].map((name) => ({
      name,
      counts: "referrals",
      basis,
      rows: [{ area: "essex", figure: 5 }],
    })),
    { by: ["area"], tolerance: 0 },
  ],
  screenRecords: [
    [{ area: "essex", sentenceType: "licence" }],
    {
      rules: [{ id: "a", decision: "admit", when: { stage: "licence" }, reason: "r", source: "s" }],
      complexityMix: { low: 0, medium: 0.5, high: 0.5 },
    },
    {
      by: ["area", "sentenceType"],
      on: "2021-06-26",
      asOf: "2020-08-26",
      source: "illustrative",
      cohort: { sex: "male" },
      levels: ["medium", "high"],
      rates: { referralsPerPerson: 1, startRate: "0.8", completionRate: "0.5" },
    },
  ],
  tally: [[{ area: "essex" }], { by: ["area"] }],
  referralsOfRecords: [{ eligible: 5, referralsPerPerson: 1 }],
  allowedDisparity: [{ reference: 900, tolerance: "0.05" }],
  disparity: [{ figure: 5, reference: 4 }],
  ratioOfSources: [{ figure: 5, reference: 4 }],
  reconciledTotal: [{ reference: 1, disparities: 1, onlyHere: 1, onlyInReference: 1 }],
  collatedVolume: [{ shown: [1], suppressed: 1 }],
  lowerFence: [{ lowerQuartile: 1, median: 2, upperQuartile: 3, outliersBeyond: 1, unmarkedShare: 0 }],
  upperFence: [{ lowerQuartile: 1, median: 2, upperQuartile: 3, outliersBeyond: 1, unmarkedShare: 0 }],
  weightedMean: [{ values: [1], volumes: [1] }],
  checkCsv: ["area\nessex\n", { columns: { area: "word" }, headers: { area: "area" }, delimiter: "," }],
  readCsv: ["area\nessex\n", { columns: { area: "word" }, headers: { area: "area" }, delimiter: "," }],
};

/** What may be left out, by the names on the way to it. */
const optional: readonly string[] = [
  "source",
  "definition",
  "priceBase",
  "vat",
  "unitCost",
  "stage",
  "cohort",
  "sex",
  "levels",
  "rates",
  "headers",
  "headers.area",
  "delimiter",
];

const exported = Object.entries<unknown>({ ...sources, ...csv }).filter(
  (entry): entry is [string, (...given: readonly unknown[]) => unknown] => typeof entry[1] === "function",
);

/** The error of a call, or what it gave. */
function outcome(act: (...given: readonly unknown[]) => unknown, given: readonly unknown[]): unknown {
  try {
    return act(...given);
  } catch (error) {
    return error;
  }
}

/** Data without one of their names, or with it misspelt: each with the name, as a path. */
function* spoilt(data: unknown, spoil: "missing" | "misspelt"): Generator<readonly [string, unknown]> {
  if (typeof data !== "object" || data === null) return;
  const list = Array.isArray(data);
  for (const [name, value] of Object.entries(data)) {
    const others = Object.entries(data).filter(([other]) => other !== name);
    if (!list)
      yield [
        name,
        Object.fromEntries(spoil === "missing" ? others : [...others, [`${name}zz`, value] as const]),
      ];
    for (const [path, inner] of spoilt(value, spoil)) {
      const whole: unknown = list
        ? data.map((one: unknown, index) => (String(index) === name ? inner : one))
        : { ...data, [name]: inner };
      yield [`${name}.${path}`, whole];
    }
  }
}

const isOptional = (path: string): boolean =>
  optional.some((name) => path === name || path.endsWith(`.${name}`));

describe.each(exported)("%s", (name, act) => {
  const given = sound[name] ?? [];

  test("has an answer to what it takes", () => {
    expect(given.length).toBeGreaterThan(0);
    expect(isModelError(outcome(act, given))).toBe(false);
  });

  test("refuses nothing, a number, a word and an empty object with an error of this library", () => {
    for (const odd of [[], [undefined], [null], [5], ["x"], [{}]])
      expect([odd, isModelError(outcome(act, odd))]).toEqual([odd, true]);
    for (const [index] of given.entries())
      for (const odd of [undefined, null, 5, "x", {}]) {
        const spoiltArguments = given.with(index, odd);
        expect([index, odd, isModelError(outcome(act, spoiltArguments))]).toEqual([index, odd, true]);
      }
  });

  test("refuses what lacks a name that it needs, and any name that is misspelt", () => {
    for (const spoil of ["missing", "misspelt"] as const)
      for (const [index, whole] of given.entries())
        for (const [path, data] of spoilt(whole, spoil)) {
          if (spoil === "missing" && isOptional(path)) continue;
          const found = outcome(act, given.with(index, data));
          expect([spoil, index, path, isModelError(found)]).toEqual([spoil, index, path, true]);
        }
  });
});

test("an error of data says where it is", () => {
  const found = outcome(sources.tally as never, [[{ area: "essex" }], { bi: ["area"] }]);
  expect(isModelError(found, "invalid-data") && found.details.problems.map(({ message }) => message))
    .toMatchInlineSnapshot(`
    [
      "by: expected a list of attributes; received undefined.",
      "bi: expected a known name: by; received "bi". Did you mean "by"?",
    ]
  `);
  const stray = outcome(csv.readCsv as never, [
    "area\nessex\n",
    { columns: { area: "word" }, headers: { aera: "area" } },
  ]);
  expect(isModelError(stray, "invalid-data") && stray.details.problems.map(({ message }) => message))
    .toMatchInlineSnapshot(`
    [
      "headers.aera: expected the name of a column: area; received "aera". Did you mean "area"?",
    ]
  `);
});
