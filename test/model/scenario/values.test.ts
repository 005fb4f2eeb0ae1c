import * as fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { forecast, parsePlan } from "volumes-and-values";
import { assumptions } from "volumes-and-values/review";
import type { Plan } from "volumes-and-values";
import { plausiblePlan } from "../../support/arbitrary-plans.ts";
import { at, essexPlan, publicHealthWith } from "../../support/plans.ts";
import type { Json } from "../../support/plans.ts";
import { patience, runs } from "../../support/runs.ts";
import { onlyProblemUnder, problemsUnder, under } from "../../support/scenarios.ts";

vi.setConfig({ testTimeout: patience });

const publicHealth = parsePlan(publicHealthWith());

/** What stands at a place of a plan. */
const standing = (plan: Plan, path: string): Json | undefined => at(plan as unknown as Json, path);

/** An assumption without the note that says how it was moved; a bare number has none. */
function withoutNote(value: Json | undefined): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== "note"));
}

describe("a number that is set", () => {
  it("stands as it was written, whatever stood there", () => {
    const logged = { value: "0.7", low: "0.6", high: 0.8, source: "a pilot", quality: "amber" };
    for (const to of [0.7, "0.70", { count: 7, of: 10 }, logged]) {
      const changed = under([{ set: "services.accommodation.startRate", to }]);
      expect(standing(changed, "services.accommodation.startRate")).toEqual(to);
    }
  });

  it("may be set in every service by one pattern, and in one part of some names", () => {
    const all = under([{ set: "services.*.startRate", to: 1 }], publicHealth);
    expect(Object.values(all.services).map(({ startRate }) => startRate)).toEqual([1, 1]);
    const one = under([{ set: "services.stop-*.startRate", to: 1 }], publicHealth);
    expect(Object.values(one.services).map(({ startRate }) => startRate)).toEqual([1, 0.5]);
  });

  it("is a copy in each place, so that a later change to one leaves the others", () => {
    const both = under(
      [
        { set: "services.*.takeUpShare", to: { value: "0.5", note: "set" } },
        { set: "services.weight.takeUpShare.value", to: "0.25" },
      ],
      publicHealth,
    );
    expect(Object.values(both.services).map(({ takeUpShare }) => takeUpShare)).toEqual([
      { value: "0.5", note: "set" },
      { value: "0.25", note: "set" },
    ]);
  });

  it("may be what the plan left out: a last day, a profile of spend, a service", () => {
    const changed = under([
      { set: "lots.essex-accommodation.to", to: "2023-03-31" },
      { set: "services.*.spendProfile", to: { shape: "step", monthsToPlateau: 1 } },
      { set: "services.ete", to: essexPlan().services["accommodation"] },
      { set: "basis", to: { priceBase: "2021/22" } },
    ]);
    expect(changed.lots[0]?.to).toBe("2023-03-31");
    expect(changed.services["accommodation"]?.spendProfile).toEqual({ shape: "step", monthsToPlateau: 1 });
    expect(Object.keys(changed.services)).toEqual(["accommodation", "ete"]);
    expect(changed.basis).toEqual({ priceBase: "2021/22" });
  });

  it("may be structure: the calendar, a shape, a level that is the rest", () => {
    const changed = under([
      { set: "calendar.last", to: "2024/25" },
      { set: "services.accommodation.rampUp.profile.shape", to: "s-curve" },
      { set: "services.accommodation.complexityMix.high", to: 0.3 },
    ]);
    expect(forecast(changed).years).toEqual(["2021/22", "2022/23", "2023/24", "2024/25"]);
    expect(changed.services["accommodation"]?.complexityMix).toEqual({ low: 0.2, medium: 0.5, high: 0.3 });
  });
});

describe("a place in a plan", () => {
  it.each([
    ["lots.essex-accommodation.mobilisation", "a lot by its id"],
    ["lots.0.mobilisation", "or by its place, as an explanation names it"],
    ["lots.*.mobilisation", "or whichever it is"],
    ["lots.essex-*.mobilisation", "or by a part of its id"],
  ])("%s is %s", (set) => {
    expect(under([{ set, to: 7 }]).lots[0]?.mobilisation).toBe(7);
  });

  it("a rule goes by its id, and a cell by its area", () => {
    const changed = under([
      { set: "services.accommodation.rules.no-rar.decision", to: "admit" },
      { set: "caseload.cells.essex.need", to: "housing" },
    ]);
    expect(changed.services["accommodation"]?.rules.map(({ decision }) => decision)).toEqual(
      Array(3).fill("admit"),
    );
    expect(changed.caseload.cells.map(({ need }) => need)).toEqual(Array(4).fill("housing"));
  });

  it("a cell goes by any word it has: its sentence type, or one of several", () => {
    const plan = essexPlan({ "caseload.cells.1.sentenceType": ["licence", "community-order-rar"] });
    const people = (scale: string): readonly unknown[] =>
      under([{ scale, by: 2 }], plan).caseload.cells.map((cell) => cell.people);
    expect(people("caseload.cells.licence.people")).toEqual([1800, 1200, 1200, 200]);
    expect(people("caseload.cells.community-*.people")).toEqual([900, 1200, 2400, 100]);
    expect(people("caseload.cells.female.people")).toEqual([900, 600, 1200, 200]);
    expect(people("caseload.cells.3.people")).toEqual([900, 600, 1200, 200]);
  });

  it("a lot whose id is a number goes by it, and not by its place", () => {
    const { lots } = essexPlan();
    const plan = essexPlan({
      lots: [
        { ...lots[0], id: "1" },
        { ...lots[0], id: "0" },
      ],
    });
    const changed = under([{ set: "lots.0.mobilisation", to: 7 }], plan);
    expect(changed.lots.map(({ id, mobilisation }) => [id, mobilisation])).toEqual([
      ["1", 50000],
      ["0", 7],
    ]);
  });

  it("a name with dots in it is a step like another", () => {
    const services = { ...essexPlan().services, "version-2.1": essexPlan().services["accommodation"] };
    const plan = essexPlan({
      services,
      words: {
        services: [
          { id: "accommodation", name: "A" },
          { id: "version-2.1", name: "B" },
        ],
        contractTypes: [{ id: "accommodation", name: "A", services: ["accommodation", "version-2.1"] }],
      },
    });
    for (const set of ["services.version-2.1.startRate", "services.version*.startRate"]) {
      const changed = under([{ set, to: 1 }], plan);
      expect(Object.values(changed.services).map(({ startRate }) => startRate)).toEqual([0.8, 1]);
    }
  });

  it.each([
    ["services.acommodation.startRate", "services.accommodation.startRate"],
    ["services.accommodation.startrate", "services.accommodation.startRate"],
    ["services.*.startrate", "services.*.startRate"],
    ["lots.essex-acommodation.from", "lots.essex-accommodation.from"],
    ["services.accommodation.rules.norar.decision", "services.accommodation.rules.no-rar.decision"],
    ["caseload.cells.esex.people", "caseload.cells.essex.people"],
    ["turnovr", "turnover"],
    ["services.accommodation.unitCost.contactHours.values.hihg", undefined],
  ])("%s is in no plan, and the near one is named where there is one", (set, nearest) => {
    const problem = problemsUnder([{ set, to: 1 }])[0];
    expect(problem?.path).toMatch(/^changes\.0/);
    if (nearest !== undefined) expect(problem).toMatchObject({ path: "changes.0.set", nearest });
  });

  it.each([
    "services.accommodation.startRate.value",
    "services.accommodation.spendProfile",
    "basis.vat",
    "lots.7",
    "lots.none-*",
    "caseload.cells.kent.people",
    "*.*.*.*.*.*.*.*.*.*.*.*",
  ])("%s is not there to be scaled or removed", (pattern) => {
    for (const change of [{ scale: pattern, by: 2 }, { remove: pattern }, { add: 1, to: pattern }])
      expect(onlyProblemUnder([change])).toMatchObject({ received: JSON.stringify(pattern) });
  });

  it.each([
    ["words.areas.essex.name", "which has no words", "Set the whole words instead."],
    ["services.accommodation.spendProfile.shape", "which has no spendProfile", "Set the whole spendProfile"],
    ["turnover.value", "and nothing lies under turnover", ""],
  ])("%s lies in what the plan does not say", (set, expected, mend) => {
    expect(onlyProblemUnder([{ set, to: "step" }])).toMatchObject({
      expected: expect.stringContaining(expected),
      message: expect.stringContaining(mend),
    });
  });

  it.each([
    ["essex-*", ["essex-north", "essex-south"]],
    ["*-north", ["essex-north", "kent-north"]],
    ["*e*-*th", ["essex-north", "essex-south", "kent-north"]],
    ["*n*n*", ["kent-north"]],
    ["e*x-*x*", []],
    ["essex-north*", ["essex-north"]],
    ["essex-nor*rth", []],
    ["**", ["essex-north", "essex-south", "kent-north"]],
    [".*", []],
  ])("a lot like %s is one whose name has these parts in this order", (like, expected) => {
    const [lot] = essexPlan().lots;
    const names = ["essex-north", "essex-south", "kent-north"];
    const plan = essexPlan({ lots: names.map((id) => ({ ...lot, id })) });
    const change = { set: `lots.${like}.mobilisation`, to: 7 };
    const changed = expected.length > 0 ? under([change], plan).lots : [];
    expect(changed.filter(({ mobilisation }) => mobilisation === 7).map(({ id }) => id)).toEqual(expected);
    if (expected.length === 0) expect(onlyProblemUnder([change], plan).path).toBe("changes.0.set");
  });

  it.each(["__proto__", "services.__proto__", "constructor.prototype.x", "services.constructor"])(
    "%s is none, and nothing is polluted",
    (set) => {
      expect(onlyProblemUnder([{ set, to: { polluted: true } }]).path).toBe("changes.0.set");
      expect("polluted" in {}).toBe(false);
    },
  );
});

describe("a number that is scaled or added to", () => {
  it.each([
    [0.8, { scale: 1.1 }, 0.88],
    [0.8, { add: 0.05 }, 0.85],
    ["0.80", { scale: "1.1" }, "0.88"],
    [{ count: 3, of: 4 }, { scale: "1.1" }, { count: 33, of: 40 }],
    [{ count: 3, of: 4 }, { add: "0.05" }, { count: 320, of: 400 }],
    [{ count: 3, of: 4 }, { add: "-0.25" }, { count: 200, of: 400 }],
    [{ count: 1, of: 3 }, { scale: 2 }, { count: 2, of: 3 }],
    [{ value: 0.5, low: "0.4", high: 0.6 }, { scale: 1.5 }, { value: 0.75, low: "0.6", high: 0.9 }],
    [{ value: 0.5, low: "0.4", high: 0.6 }, { add: 0.1 }, { value: 0.6, low: "0.5", high: 0.7 }],
  ])("%j, by %j, is %j, exactly and as it was written", (to, by, expected) => {
    const place = "services.accommodation.startRate";
    const change = "scale" in by ? { scale: place, by: by.scale } : { add: by.add, to: place };
    expect(withoutNote(standing(under([{ set: place, to }, change]), place))).toEqual(expected);
  });

  const startRate = "services.accommodation.startRate";
  const carrying = (distribution: object) => ({ set: startRate, to: { value: "0.5", distribution } });
  const scaledBy = { scale: startRate, by: 1.5 };
  const added = { add: 0.1, to: startRate };

  it.each([
    [
      { kind: "uniform", low: 0.4, high: 0.6 },
      { low: 0.6, high: 0.9 },
      { low: 0.5, high: 0.7 },
    ],
    [
      { kind: "pert", low: 0.4, mode: "0.50", high: 0.6 },
      { low: 0.6, mode: "0.75", high: 0.9 },
      { low: 0.5, mode: "0.6", high: 0.7 },
    ],
    [
      { kind: "triangular", low: 0.4, mode: 0.5, high: 0.6 },
      { low: 0.6, mode: 0.75, high: 0.9 },
      { low: 0.5, mode: 0.6, high: 0.7 },
    ],
    // How far values lie apart grows where they are multiplied, and not where they are added to. A share is cut off at 1.
    [
      { kind: "normal", mean: 0.5, deviation: 0.1, from: 0.2, to: 1 },
      { mean: 0.75, deviation: 0.15, from: 0.3, to: 1 },
      { mean: 0.6, deviation: 0.1, from: 0.3, to: 1 },
    ],
    [
      { kind: "lognormal", percentiles: { 10: 0.4, 90: 0.6 } },
      { percentiles: { 10: 0.6, 90: 0.9 } },
      { percentiles: { 10: 0.5, 90: 0.7 } },
    ],
    [
      { kind: "beta", mean: 0.5, deviation: 0.1 },
      { mean: 0.75, deviation: 0.15 },
      { mean: 0.6, deviation: 0.1 },
    ],
    [
      {
        kind: "discrete",
        values: [
          { value: 0.4, weight: 2 },
          { value: 0.6, weight: 3 },
        ],
      },
      {
        values: [
          { value: 0.6, weight: 2 },
          { value: 0.9, weight: 3 },
        ],
      },
      {
        values: [
          { value: 0.5, weight: 2 },
          { value: 0.7, weight: 3 },
        ],
      },
    ],
    [
      { kind: "stated", as: { low: 10, high: 90 }, from: 0.2, to: 0.8 },
      { as: { low: 10, high: 90 }, from: 0.3, to: 1 },
      { as: { low: 10, high: 90 }, from: 0.3, to: 0.9 },
    ],
  ])("moves with its distribution, %j", (distribution, byScaling, byAdding) => {
    const { kind } = distribution;
    for (const [change, expected] of [
      [scaledBy, byScaling],
      [added, byAdding],
    ])
      expect(standing(under([carrying(distribution), change]), `${startRate}.distribution`)).toEqual({
        kind,
        ...expected,
      });
  });

  it("moves with its distribution too where it is the counts of a pilot", () => {
    const distribution = { kind: "beta", mean: 0.5, deviation: 0.1 };
    const changed = under([{ set: startRate, to: { count: 3, of: 6, distribution } }, scaledBy]);
    // 3 of 6 by 15 of 10
    expect(withoutNote(standing(changed, startRate))).toEqual({
      count: 45,
      of: 60,
      distribution: { kind: "beta", mean: 0.75, deviation: 0.15 },
    });
  });

  it("is refused where its distribution states a shape and not where it lies", () => {
    for (const change of [scaledBy, added])
      expect(onlyProblemUnder([carrying({ kind: "beta", alpha: 5, beta: 5 }), change]).message).toBe(
        `changes.1.${change === scaledBy ? "scale" : "to"}: expected a distribution that moves with its value at ` +
          `${startRate}.distribution; received a beta by alpha and beta. ` +
          "State its mean and deviation, or set its distribution.",
      );
  });

  it("has a note of what was done after the one it had, and keeps its source", () => {
    const logged = { value: "0.5", source: "a pilot", note: "small" };
    const place = "services.accommodation.startRate";
    const changed = under([
      { set: place, to: logged },
      { scale: place, by: "1.2" },
      { add: "0.1", to: place },
    ]);
    expect(standing(changed, place)).toEqual({
      value: "0.7",
      source: "a pilot",
      note: "small; scaled by 1.2 in the scenario As drawn; 0.1 added in the scenario As drawn",
    });
  });

  it("moves in every branch where it differs by an attribute", () => {
    const place = "services.accommodation.unitCost.contactHours";
    expect(standing(under([{ scale: place, by: 2 }]), place)).toEqual({
      by: "complexity",
      values: { low: 8, medium: 12, high: 20 },
    });
    const nested = {
      by: "area",
      values: { essex: { by: "complexity", values: { low: 1 }, otherwise: { count: 1, of: 2 } } },
      otherwise: 3,
    };
    expect(
      standing(
        under([
          { set: place, to: nested },
          { scale: place, by: 3 },
        ]),
        place,
      ),
    ).toMatchObject({
      values: { essex: { values: { low: 3 }, otherwise: { count: 3, of: 2 } } },
      otherwise: 9,
    });
  });

  it("may be structure: a ramp-up that takes six months longer", () => {
    const place = "services.*.rampUp.profile.monthsToPlateau";
    const profile = under([{ add: 6, to: place }]).services["accommodation"]?.rampUp.profile;
    expect(profile).toEqual({ shape: "linear", monthsToPlateau: 18 });
    expect(onlyProblemUnder([{ scale: place, by: "1.2" }])).toMatchObject({
      path: "changes.0",
      expected: "at services.accommodation.rampUp.profile.monthsToPlateau: a whole number from 1 to 600",
      received: "14.4",
    });
  });

  it.each([
    ["services.accommodation.complexityMix.high", '"rest"', "The rest follows from the other shares"],
    ["services.accommodation", "an object", "as services.accommodation.*"],
    ["lots.0.from", '"2021-06-26"', "Set it instead."],
    ["lots.0.areas", "a list", "Set it instead."],
  ])("%s is no number", (place, received, mend) => {
    for (const change of [
      { scale: place, by: 2 },
      { add: 1, to: place },
    ])
      expect(onlyProblemUnder([change])).toMatchObject({ received, message: expect.stringContaining(mend) });
  });

  it("is refused where a share comes to more than one, with the scenario and the change", () => {
    expect(() =>
      under([
        { scale: "turnover", by: 1 },
        { scale: "services.*.startRate", by: 2 },
      ]),
    ).toThrow(
      /^This scenario, "As drawn", has 1 problem:\n {2}changes\.1: expected at services\.accommodation\.startRate: a share from 0 to 1; received 1\.6\.$/,
    );
    expect(
      onlyProblemUnder([
        { set: "services.*.startRate", to: { count: 3, of: 4 } },
        { scale: "services.*.startRate", by: 2 },
      ]),
    ).toMatchObject({ path: "changes.1", received: "6" });
  });

  it("is refused where it becomes negative", () => {
    expect(onlyProblemUnder([{ add: -2, to: "turnover" }])).toMatchObject({
      path: "changes.0",
      expected: "at turnover: zero or more",
      received: "-0.5",
    });
  });

  it("scaled by one is the same plan's forecast, wherever an assumption stands", () => {
    fc.assert(
      fc.property(plausiblePlan(), (data) => {
        const plan = parsePlan(data);
        const changes = assumptions(plan).map(({ path }) => ({ scale: path, by: 1 }));
        expect(forecast(under(changes, plan)).toJSON().rows).toEqual(forecast(plan).toJSON().rows);
      }),
      { numRuns: Math.ceil(runs / 4) },
    );
  });

  it("set otherwise and then back is the same plan, wherever an assumption stands", () => {
    fc.assert(
      fc.property(plausiblePlan(), fc.nat(), (data, pick) => {
        const plan = parsePlan(data);
        const book = assumptions(plan);
        const { path } = book[pick % book.length] as (typeof book)[number];
        const changes = [
          { set: path, to: "0.123" },
          { set: path, to: standing(plan, path) },
        ];
        expect({ ...under(changes, plan), name: plan.name }).toEqual(plan);
      }),
      { numRuns: runs },
    );
  });
});

describe("people who are scaled", () => {
  const people = (plan: Plan): readonly unknown[] => plan.caseload.cells.map((cell) => cell.people);

  it("stay whole, and their total is the scaled one, shared out by largest remainder", () => {
    expect(people(under([{ scale: "caseload.cells.*.people", by: "1.05" }]))).toEqual([945, 630, 1260, 105]);
    // 2,800 people by 1.0015 are 2,804.2: 4 more, to the largest of 1.35, 0.9, 1.8 and 0.15.
    expect(people(under([{ scale: "caseload.cells.*.people", by: "1.0015" }]))).toEqual([
      901, 601, 1202, 100,
    ]);
  });

  it("come to the scaled total to within half a person, and nobody to less than nobody", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(5000), { minLength: 4, maxLength: 4 }),
        fc.integer({ min: 0, max: 300 }),
        (counts, percent) => {
          const plan = essexPlan(
            Object.fromEntries(
              counts.map((count, index) => [`caseload.cells.${String(index)}.people`, count]),
            ),
          );
          const scaled = people(
            under([{ scale: "caseload.cells.*.people", by: percent / 100 }], plan),
          ) as number[];
          const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
          expect(Math.abs(sum(scaled) - (sum(counts) * percent) / 100)).toBeLessThanOrEqual(0.5 + 1e-9);
          for (const [index, count] of counts.entries())
            expect(Math.abs((scaled[index] ?? NaN) - (count * percent) / 100)).toBeLessThan(1.5);
        },
      ),
      { numRuns: runs },
    );
  });

  it("twice as many are twice the volume and the value", () => {
    const [before, after] = [essexPlan(), under([{ scale: "caseload.cells.*.people", by: 2 }])].map((plan) =>
      forecast(plan).total(),
    );
    expect(after?.starts.value.equals(before?.starts.value.times(2) ?? 0)).toBe(true);
    expect(after?.indicativeValue.value.equals(before?.indicativeValue.value.times(2) ?? 0)).toBe(true);
  });

  it("who are added are whole, or refused", () => {
    expect(people(under([{ add: 50, to: "caseload.cells.0.people" }]))[0]).toBe(950);
    expect(onlyProblemUnder([{ add: "0.5", to: "caseload.cells.0.people" }])).toMatchObject({
      path: "changes.0",
      expected: "at caseload.cells.0.people: a whole number from 0 up",
    });
  });
});

describe("what is removed", () => {
  it("is left out: an optional part, a rule, a lot, several of a list", () => {
    expect(under([{ remove: "lots.essex-accommodation.mobilisation" }]).lots[0]).not.toHaveProperty(
      "mobilisation",
    );
    const rules = (remove: string): readonly string[] =>
      under([{ remove }]).services["accommodation"]?.rules.map(({ id }) => id) ?? [];
    expect(rules("services.accommodation.rules.rar")).toEqual(["no-rar", "licence"]);
    expect(rules("services.accommodation.rules.*rar")).toEqual(["licence"]);
    expect(rules("services.accommodation.rules.1")).toEqual(["rar", "licence"]);
    expect(rules("services.accommodation.rules.*")).toEqual([]);
  });

  it("is refused where the plan needs it", () => {
    expect(problemsUnder([{ remove: "services.*.startRate" }])).toMatchObject([
      { path: "changes.0", expected: expect.stringContaining("at services.accommodation.startRate") },
    ]);
    expect(problemsUnder([{ remove: "turnover" }])[0]?.path).toBe("changes.0");
    expect(problemsUnder([{ remove: "lots.*" }])[0]).toMatchObject({
      expected: "at lots: a list that is not empty",
    });
  });
});
