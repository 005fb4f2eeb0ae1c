import { describe, expect, it } from "vitest";
import { planJsonSchema, scenarioJsonSchema } from "volumes-and-values/json-schema";
import { parseScenario } from "volumes-and-values/scenarios";
import type { Problem } from "volumes-and-values";
import { problemsOf } from "../support/plans.ts";
import { scenarioOf } from "../support/scenarios.ts";

const rule = { id: "all", decision: "admit", when: {}, reason: "open to all", source: "illustrative" };
const lot = { id: "kent", service: "ete", areas: ["kent"], cohort: {}, from: "2021-06-26" };

/** One of each change, as somebody would type it. */
const typed = [
  { set: "services.accommodation.startRate", to: 0.7 },
  { set: "lots.*.to", to: "2024-03-31" },
  { set: "services.*.rampUp", to: { profile: { shape: "step", monthsToPlateau: 1 }, unmet: "lost" } },
  { scale: "services.*.takeUpShare", by: "1.1" },
  { scale: "services.*.takeUpShare", by: 0 },
  { add: -0.05, to: "services.*.startRate" },
  { remove: "lots.essex.to" },
  { changeRule: "rar", of: "accommodation", from: "2022-04-01", with: { decision: "exclude" } },
  { changeRule: "rar", of: "*", from: "2022-04-01", with: { when: { sex: "male" }, reason: "men only" } },
  { addRule: rule, to: ["accommodation", "ete"] },
  { addRule: rule, to: "*", before: "rar" },
  { moveService: "ete", outOf: { contractType: "womens-services" } },
  { moveService: "ete", into: { lot: ["essex", "kent"] } },
  { moveService: "ete", outOf: { lot: "essex" }, into: "lots of its own" },
  { addArea: "kent", into: { lot: "essex" }, cells: [{ people: 10, sentenceType: "licence" }] },
  { removeArea: "kent", outOf: { contractType: "accommodation" } },
  { addLot: lot },
] as const;

const problemsIn = (...changes: readonly unknown[]): readonly Problem[] =>
  problemsOf(() => parseScenario(scenarioOf(...changes)));

describe("a scenario", () => {
  it("takes every change as somebody would type it, and is the same after a journey through JSON", () => {
    const scenario = parseScenario(scenarioOf(...typed));
    expect(scenario).toEqual(scenarioOf(...typed));
    expect(parseScenario(JSON.parse(JSON.stringify(scenario)))).toEqual(scenario);
  });

  it("is read-only all the way down, and leaves what was given as it was", () => {
    const given = JSON.parse(JSON.stringify(scenarioOf(...typed))) as object;
    const scenario = parseScenario(given);
    expect([scenario, scenario.changes, scenario.changes[0]].map(Object.isFrozen)).toEqual([
      true,
      true,
      true,
    ]);
    expect(Object.isFrozen(given)).toBe(false);
    expect(given).toEqual(scenarioOf(...typed));
  });

  it("may change nothing", () => {
    expect(parseScenario(scenarioOf()).changes).toEqual([]);
  });

  it("has a JSON Schema, which knows every change", () => {
    const schema = JSON.stringify(scenarioJsonSchema());
    for (const change of typed) expect(schema).toContain(`"${Object.keys(change)[0] ?? ""}"`);
    expect(scenarioJsonSchema()["required"]).toEqual(["name", "reason", "changes"]);
    expect(scenarioJsonSchema()).not.toEqual(planJsonSchema());
  });
});

describe("a scenario that cannot be read", () => {
  it.each([
    ["text", "{}", "(the whole)", '"{}"'],
    ["nothing", undefined, "(the whole)", "nothing"],
    ["null", null, "(the whole)", "null"],
    ["a list", [], "(the whole)", "a list"],
  ])("is %s", (_, data, path, received) => {
    expect(problemsOf(() => parseScenario(data))).toMatchObject([{ path, received }]);
  });

  it("says all that is wrong at once", () => {
    const data = { nam: "a", reason: " ", changes: [{ set: "a", to: 1 }, { scale: "b" }, 5] };
    expect(problemsOf(() => parseScenario(data)).map(({ path }) => path)).toEqual([
      "name",
      "reason",
      "nam",
      "changes.1.by",
      "changes.2",
    ]);
  });

  it("has changes that are no list", () => {
    expect(problemsOf(() => parseScenario({ ...scenarioOf(), changes: { set: "a", to: 1 } }))).toMatchObject([
      { path: "changes", expected: "a list", received: "an object" },
    ]);
  });

  it.each([
    [{ scal: "services.*.takeUpShare", by: 2 }, "changes.0", "scale"],
    [{ moveservice: "ete" }, "changes.0", "moveService"],
    [{ scale: "a", bye: 2, by: 1 }, "changes.0.bye", "by"],
    [{ set: "a", too: 2, to: 1 }, "changes.0.too", "to"],
    [{ addArea: "kent", into: { lots: "essex" } }, "changes.0.into.lots", "lot"],
    [{ addArea: "kent", into: { contracttype: "x" } }, "changes.0.into.contracttype", "contractType"],
    [
      { changeRule: "rar", of: "*", from: "2022-04-01", with: { decison: "admit" } },
      "changes.0.with.decison",
      "decision",
    ],
    [
      { changeRule: "rar", of: "*", from: "2022-04-01", with: { decision: "admitt" } },
      "changes.0.with.decision",
      "admit",
    ],
    [{ addLot: { ...lot, contractype: "x" } }, "changes.0.addLot.contractype", "contractType"],
  ])("has a word misspelt, as %j, and is told which was meant", (change, path, nearest) => {
    expect(problemsIn(change)).toContainEqual(expect.objectContaining({ path, nearest }));
  });

  it.each([
    [{}, "changes.0", "an empty object"],
    ["set", "changes.0", '"set"'],
    [null, "changes.0", "null"],
    [{ set: "a" }, "changes.0.to", "nothing"],
    [{ set: "", to: 1 }, "changes.0.set", '""'],
    [{ set: "a..b", to: 1 }, "changes.0.set", '"a..b"'],
    [{ set: ".a", to: 1 }, "changes.0.set", '".a"'],
    [{ set: "a.", to: 1 }, "changes.0.set", '"a."'],
    [{ set: ["a"], to: 1 }, "changes.0.set", "a list"],
    [{ scale: "a", by: "ten" }, "changes.0.by", '"ten"'],
    [{ scale: "a", by: "110%" }, "changes.0.by", '"110%"'],
    [{ scale: "a", by: Infinity }, "changes.0.by", "Infinity"],
    [{ scale: "a", by: -1 }, "changes.0.by", "-1"],
    [{ add: "services.*.startRate", to: 0.05 }, "changes.0.add", '"services.*.startRate"'],
    [{ set: "a", to: 1, scale: "a" }, "changes.0", "set and scale"],
    [{ set: "a", to: { from: undefined, with: () => 1 } }, "changes.0.to.with", "a function"],
    [
      { changeRule: "rar", of: "x", from: "2022-02-30", with: { reason: "y" } },
      "changes.0.from",
      '"2022-02-30"',
    ],
    [{ changeRule: "rar", of: "x", from: "2022-04-01", with: {} }, "changes.0.with", "nothing"],
    [{ addRule: { id: "a" }, to: "*" }, "changes.0.addRule.decision", "nothing"],
    [{ moveService: "ete" }, "changes.0", "neither"],
    [{ moveService: "ete", into: "lots of its own" }, "changes.0.outOf", "nothing"],
    [{ moveService: "ete", into: "lots of their own" }, "changes.0.into", '"lots of their own"'],
    [{ addArea: "kent", into: "essex" }, "changes.0.into", '"essex"'],
    [{ removeArea: "kent" }, "changes.0.outOf", "nothing"],
    [{ addLot: "essex" }, "changes.0.addLot", '"essex"'],
  ])("has a change like %j", (change, path, received) => {
    expect(problemsIn(change)).toContainEqual(expect.objectContaining({ path, received }));
  });
});
