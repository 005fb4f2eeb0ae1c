import { describe, expect, it } from "vitest";
import { forecast } from "volumes-and-values";
import type { Forecast, ModelError, Plan } from "volumes-and-values";
import { bridge } from "volumes-and-values/readings";
import { scenarios } from "volumes-and-values/scenarios";
import type { Scenario } from "volumes-and-values/scenarios";
import { essexPlan, problemsOf, thrownBy } from "../../support/plans.ts";
import { scenarioOf } from "../../support/scenarios.ts";

const named = (name: string, ...changes: readonly unknown[]): Scenario => ({
  ...scenarioOf(...changes),
  name,
});

const twice = named("twice", { scale: "caseload.cells.*.people", by: 2 });
const women = named("women too", {
  addLot: {
    id: "women",
    service: "accommodation",
    areas: ["essex"],
    cohort: { sex: "female" },
    from: "2021-06-26",
  },
});
const later = named("a year later", { set: "lots.*.from", to: "2022-06-26" });

describe("scenarios side by side", () => {
  const result = scenarios(essexPlan(), [twice, women, later]);

  it("begin with the base case, and are in the order in which they are listed", () => {
    expect(result.cases.map(({ name }) => name)).toEqual(["base case", "twice", "women too", "a year later"]);
    expect(result.cases[0]?.scenario).toBeUndefined();
    expect(result.cases[0]?.forecast.toJSON()).toEqual(forecast(essexPlan()).toJSON());
    expect(result.cases[1]?.scenario).toEqual(twice);
  });

  it("print each under the other, with what it changes in starts and in value", () => {
    const starts = (index: number): string => result.cases[index]?.forecast.table()[0]?.["starts"] ?? "";
    expect(
      result.table().map(({ scenario, starts, changeInStarts, changeInValue }) => ({
        scenario,
        starts,
        changeInStarts,
        changeInValue,
      })),
    ).toMatchInlineSnapshot(`
      [
        {
          "changeInStarts": "—",
          "changeInValue": "—",
          "scenario": "base case",
          "starts": "1,194",
        },
        {
          "changeInStarts": "+1,194",
          "changeInValue": "+481,421",
          "scenario": "twice",
          "starts": "2,388",
        },
        {
          "changeInStarts": "+80",
          "changeInValue": "+32,095",
          "scenario": "women too",
          "starts": "1,274",
        },
        {
          "changeInStarts": "-455",
          "changeInValue": "-183,305",
          "scenario": "a year later",
          "starts": "739",
        },
      ]
    `);
    expect(result.table().map((row) => row["starts"])).toEqual([0, 1, 2, 3].map(starts));
    expect(Object.keys(result.table("year")[0] ?? {})).toEqual([
      "year",
      "scenario",
      "eligible",
      "unknown",
      "referrals",
      "unmet",
      "starts",
      "completions",
      "unitCost",
      "indicativeValue",
      "changeInStarts",
      "changeInValue",
    ]);
  });

  it("print one thing in a column each, new where only the scenario has it and gone where only the base case has", () => {
    expect(result.sideBySide("starts", "lot", "year")).toMatchInlineSnapshot(`
      [
        {
          "a year later": "— (gone)",
          "base case": "203",
          "lot": "essex-accommodation",
          "twice": "406 (+203)",
          "women too": "203 (0)",
          "year": "2021/22",
        },
        {
          "a year later": "203 (-333)",
          "base case": "536",
          "lot": "essex-accommodation",
          "twice": "1,072 (+536)",
          "women too": "536 (0)",
          "year": "2022/23",
        },
        {
          "a year later": "536 (+82)",
          "base case": "455",
          "lot": "essex-accommodation",
          "twice": "909 (+455)",
          "women too": "455 (0)",
          "year": "2023/24",
        },
        {
          "a year later": "—",
          "base case": "—",
          "lot": "women",
          "twice": "—",
          "women too": "14 (new)",
          "year": "2021/22",
        },
        {
          "a year later": "—",
          "base case": "—",
          "lot": "women",
          "twice": "—",
          "women too": "36 (new)",
          "year": "2022/23",
        },
        {
          "a year later": "—",
          "base case": "—",
          "lot": "women",
          "twice": "—",
          "women too": "30 (new)",
          "year": "2023/24",
        },
      ]
    `);
    expect(result.sideBySide("unitCost", "complexity")[0]).toMatchInlineSnapshot(`
      {
        "a year later": "315.00 (0.00)",
        "base case": "315.00",
        "complexity": "Low",
        "twice": "315.00 (0.00)",
        "women too": "315.00 (0.00)",
      }
    `);
  });

  it("print what is absent as a dash, without a change", () => {
    expect(result.sideBySide("eligible")).toEqual([
      { "base case": "—", twice: "—", "women too": "—", "a year later": "—" },
    ]);
  });

  it("name the dimension and the column that are meant where one is misspelt", () => {
    expect(() => result.table("yaer" as "year")).toThrow('Did you mean "year"?');
    expect(() => result.sideBySide("stars" as "starts")).toThrow('Did you mean "starts"?');
    expect(() => result.sideBySide(5 as never)).toThrow('"5" is no column here');
  });

  it("are JSON: the base case, and each scenario with its forecast", () => {
    const json = JSON.parse(JSON.stringify(result)) as ReturnType<typeof result.toJSON>;
    expect(json.schema).toBe("volumes-and-values/scenarios/1");
    expect(json.base.plan).toBe("Accommodation in Essex, illustrative");
    expect(json.scenarios.map(({ scenario, forecast }) => [scenario.name, forecast.plan])).toEqual([
      ["twice", "Accommodation in Essex, illustrative: twice"],
      ["women too", "Accommodation in Essex, illustrative: women too"],
      ["a year later", "Accommodation in Essex, illustrative: a year later"],
    ]);
    expect(
      JSON.stringify(
        scenarios(
          essexPlan(),
          json.scenarios.map(({ scenario }) => scenario),
        ),
      ),
    ).toBe(JSON.stringify(result));
  });

  it("cannot be changed", () => {
    expect([result, result.cases, result.cases[1]].map(Object.isFrozen)).toEqual([true, true, true]);
  });

  it("may be none, and then the base case stands alone", () => {
    expect(scenarios(essexPlan(), []).table("year")).toHaveLength(3);
  });
});

describe("scenarios that cannot stand side by side", () => {
  it.each(["base case", "year", "lot"])("are one called %s, which is taken", (name) => {
    expect(problemsOf(() => scenarios(essexPlan(), [named(name)]))).toMatchObject([
      { path: "0.name", expected: "a name that is not taken", received: JSON.stringify(name) },
    ]);
  });

  it("are two of one name", () => {
    expect(problemsOf(() => scenarios(essexPlan(), [twice, women, twice]))).toMatchObject([
      { path: "2.name", received: '"twice", which stands at 0.name already' },
    ]);
  });

  it("are one that cannot be applied, which is named", () => {
    expect(() => scenarios(essexPlan(), [twice, named("odd", { set: "turnovr", to: 1 })])).toThrow(
      'This scenario, "odd", has 1 problem',
    );
  });

  it("are one that cannot be forecast, which is named", () => {
    const turnover = { by: "sentenceType", values: { licence: 1.5 } };
    const error = thrownBy(() =>
      scenarios(essexPlan(), [named("by sentence", { set: "turnover", to: turnover })]),
    );
    expect(String(error)).toMatch(
      /This scenario, "by sentence", has 1 problem:\n {2}turnover\.values: expected a value/,
    );
  });
});

describe("a scenario that changes nothing", () => {
  const startRate = (to: unknown): unknown => ({ set: "services.accommodation.startRate", to });
  const noticesOf = (...changes: readonly unknown[]): readonly string[] =>
    scenarios(essexPlan(), [named("idle", ...changes)]).cases.flatMap(({ notices }) =>
      notices.map(({ kind, path, message }) => `${kind} at ${path}: ${message}`),
    );
  const nothing = [expect.stringContaining("changes no figure of the forecast")];

  it("is noted, whether it makes no change or one of what is not forecast", () => {
    expect(noticesOf()).toEqual([
      'scenario that changes nothing at 0.changes: the scenario "idle" makes no change',
    ]);
    expect(noticesOf({ scale: "turnover", by: 1 })).toEqual(nothing);
    const { startRate: was } = essexPlan().services["accommodation"] as Plan["services"][string];
    expect(noticesOf(startRate({ by: "year", values: { "2030/31": 0.1 }, otherwise: was }))).toEqual(nothing);
  });

  it("is told from one that changes some years alone, or money alone, or a lot's name", () => {
    const { startRate: was } = essexPlan().services["accommodation"] as Plan["services"][string];
    expect(noticesOf(startRate({ by: "year", values: { "2023/24": 0.1 }, otherwise: was }))).toEqual([]);
    expect(noticesOf({ set: "lots.0.mobilisation", to: 1 })).toEqual([]);
    expect(scenarios(essexPlan(), [twice]).cases.map(({ notices }) => notices)).toEqual([[], []]);
  });

  it("is noted in the JSON beside its forecast", () => {
    const result = scenarios(essexPlan(), [named("idle"), twice]);
    const said = result.toJSON().scenarios.map(({ notices }) => notices);
    expect(said).toEqual(result.cases.slice(1).map(({ notices }) => notices));
    expect(said.map(({ length }) => length)).toEqual([1, 0]);
  });
});

describe("what is no list of scenarios, and no plan", () => {
  const plan = essexPlan();
  const one = { name: "as it is", reason: "to compare with", changes: [] };

  it.for<readonly [string, () => unknown, string]>([
    ["one scenario by itself", () => scenarios(plan, one as never), "Put one alone into a list"],
    [
      "nothing",
      () => scenarios(plan, undefined as never),
      "expected a list of scenarios; received undefined",
    ],
    ["no plan", () => scenarios(null as never, []), "expected a plan, as an object; received null"],
    ["a forecast for a plan", () => scenarios(forecast(plan) as never, []), "volumes-and-values/plan/1"],
    [
      "no plan at all",
      () => forecast(undefined as never),
      "expected a plan, as an object; received undefined",
    ],
    [
      "a plan frozen but never read",
      () => forecast(Object.freeze({ schema: "volumes-and-values/plan/1" }) as never),
      "caseload",
    ],
  ])("%s is refused, and what to do is said", ([, ask, words]) => {
    const { code, message } = thrownBy(ask) as ModelError;
    expect(code).toBe("invalid-data");
    expect(message).toContain(words);
  });
});

describe("a scenario in other prices than the base case", () => {
  const index = { name: "illustrative index", source: "illustrative" };
  // Illustrative: prices grow by 4 in 100, then by 3.
  const values = { "2021/22": 100, "2022/23": 104, "2023/24": 107 };
  const nominal = named("with inflation", {
    set: "prices",
    to: { of: "2021/22", index: { ...index, values } },
  });
  const reason = "not like for like: the price base differs: not stated before, of each year after";

  it("changes no money, and says what the bridge of the two would refuse", () => {
    const found = scenarios(essexPlan(), [nominal]);
    const [before, after] = found.cases.map((one) => one.forecast) as [Forecast, Forecast];
    expect(() => bridge(before, after)).toThrow(reason.replace("not like for like: ", ""));
    expect(found.table()[1]).toMatchObject({ changeInStarts: "0", changeInValue: reason });
    expect(found.sideBySide("indicativeValue")[0]?.["with inflation"]).toContain(`(${reason})`);
    expect(found.sideBySide("unitCost")[0]?.["with inflation"]).toContain(`(${reason})`);
    expect(found.sideBySide("starts")[0]?.["with inflation"]).toMatch(/\(0\)$/);
  });

  it("changes money as any other does where the base case is in the same prices", () => {
    const inflated = scenarios(essexPlan(), [nominal]).cases[1]?.forecast.plan as Plan;
    expect(scenarios(inflated, [twice]).table()[1]?.["changeInValue"]).toMatch(/^\+[\d,]+$/);
  });
});
