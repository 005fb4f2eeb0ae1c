import * as fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { forecast, isModelError, parsePlan } from "volumes-and-values";
import { explain } from "volumes-and-values/readings";
import { applyScenario, parseScenario } from "volumes-and-values/scenarios";
import type { Plan } from "volumes-and-values";
import { plausiblePlan } from "../../support/arbitrary-plans.ts";
import { essexPlan, essexWith, thrownBy } from "../../support/plans.ts";
import { patience, runs } from "../../support/runs.ts";
import { onlyProblemUnder, problemsUnder, scenarioOf, under } from "../../support/scenarios.ts";

vi.setConfig({ testTimeout: patience });

const twice = { scale: "turnover", by: 2 } as const;
const more = { add: 1, to: "turnover" } as const;

describe("a plan under a scenario", () => {
  it("of no changes is the same plan, with the scenario's name after its own", () => {
    fc.assert(
      fc.property(plausiblePlan(), (data) => {
        const plan = parsePlan(data);
        expect(under([], plan)).toEqual({ ...plan, name: `${plan.name}: As drawn` });
      }),
      { numRuns: runs },
    );
  });

  it("is another: the plan given is as it was, and so is the scenario", () => {
    const plan = essexPlan();
    const [before, scenario] = [JSON.stringify(plan), scenarioOf(twice, { remove: "services.*.rules.rar" })];
    expect(applyScenario(plan, scenario)).not.toEqual(plan);
    expect(JSON.stringify(plan)).toBe(before);
    expect(scenario).toEqual(scenarioOf(twice, { remove: "services.*.rules.rar" }));
    expect(Object.isFrozen(scenario)).toBe(false);
  });

  it("is read-only, and reads again from its JSON as it is", () => {
    const plan = under([twice]);
    expect([plan, plan.lots, plan.lots[0]].map(Object.isFrozen)).toEqual([true, true, true]);
    expect(parsePlan(JSON.parse(JSON.stringify(plan)))).toEqual(plan);
  });

  it("has its changes made in the order in which they are listed", () => {
    expect(under([twice, more]).turnover).toBe(4);
    expect(under([more, twice]).turnover).toBe(5);
  });

  it("may be under another in turn", () => {
    const both = under([more], under([twice]));
    expect(both.turnover).toBe(4);
    expect(both.name).toBe("Accommodation in Essex, illustrative: As drawn: As drawn");
  });

  it("is the same from a plan and a scenario that nobody has read yet", () => {
    const unread = JSON.parse(JSON.stringify(essexWith())) as Plan;
    expect(applyScenario(unread, scenarioOf(twice))).toEqual(
      applyScenario(essexPlan(), parseScenario(scenarioOf(twice))),
    );
    expect(() => applyScenario({ ...unread, turnover: -1 }, scenarioOf(twice))).toThrow(
      "This plan has 1 problem",
    );
  });

  it("says in its working where a number was moved", () => {
    const logged = { set: "turnover", to: { value: 1.5, source: "a source" } };
    const { starts } = forecast(under([logged, twice])).total();
    expect(String(explain(starts))).toContain("scaled by 2 in the scenario As drawn");
  });
});

describe("a scenario that cannot be applied", () => {
  it("says every change that cannot be made, at once", () => {
    const problems = problemsUnder([
      { set: "turnovr", to: 1 },
      { scale: "services.*.complexityMix.high", by: 2 },
      { moveService: "ete", outOf: { lot: "essex-accommodation" } },
    ]);
    expect(problems.map(({ path }) => path)).toEqual([
      "changes.0.set",
      "changes.1.scale",
      "changes.2.moveService",
    ]);
  });

  it("says which change made what the plan is refused for, and not one before or after it", () => {
    const problems = problemsUnder([
      { scale: "caseload.cells.*.people", by: 2 },
      { set: "services.accommodation.startRate", to: 62 },
      twice,
      { set: "lots.0.from", to: "2022-02-30" },
      more,
    ]);
    expect(problems.map(({ path }) => path)).toEqual(["changes.3", "changes.1"]);
    expect(problems[1]?.message).toContain("received 62. If 62% is meant, write 0.62.");
  });

  it("says nothing of what a later change mends", () => {
    const low = { set: "services.accommodation.complexityMix.low", to: 0.6 };
    const medium = { set: "services.accommodation.complexityMix.medium", to: 0.4 };
    expect(onlyProblemUnder([low])).toMatchObject({ path: "changes.0", received: "1.1" });
    expect(under([low, medium]).services["accommodation"]?.complexityMix).toEqual({
      low: 0.6,
      medium: 0.4,
      high: "rest",
    });
  });

  it.each([
    [{ set: "lots", to: 5 }, "lots"],
    [{ set: "lots.0", to: null }, "lots.0"],
    [{ set: "services", to: [] }, "services"],
    [{ set: "services.accommodation.rules", to: "none" }, "services.accommodation.rules"],
    [{ set: "caseload", to: {} }, "caseload"],
    [{ set: "words", to: { areas: 5 } }, "words.areas"],
    [{ remove: "calendar" }, "calendar"],
    [{ set: "schema", to: "volumes-and-values/plan/2" }, "schema"],
  ])("is refused, and nothing breaks, where %j leaves no plan for the changes after it", (change, place) => {
    const problems = problemsUnder([
      change,
      { changeRule: "rar", of: "*", from: "2022-04-01", with: { decision: "exclude" } },
      { moveService: "accommodation", outOf: { contractType: "accommodation" } },
      { addArea: "kent", into: { lot: "essex-accommodation" }, cells: [{ people: 5 }] },
      { removeArea: "essex", outOf: { lot: "essex-accommodation" } },
      { scale: "turnover", by: 2 },
    ]);
    expect(problems[0]).toMatchObject({
      path: "changes.0",
      expected: expect.stringContaining(`at ${place}`),
    });
  });

  it("is named in the error, with the problems for a program to read", () => {
    const error = thrownBy(() => under([{ set: "turnovr", to: 1 }]));
    expect(isModelError(error, "invalid-data") && error.details).toEqual({
      subject: 'scenario, "As drawn",',
      problems: [
        {
          path: "changes.0.set",
          expected: expect.stringContaining("a place in the plan: one of schema, name"),
          received: '"turnovr"',
          nearest: "turnover",
          message: expect.stringContaining('Did you mean "turnover"?'),
        },
      ],
    });
  });
});
