import { describe, expect, it } from "vitest";
import { forecast, parsePlan, present } from "volumes-and-values";
import { referenceRules } from "volumes-and-values/reference";
import type { Plan, Rule } from "volumes-and-values";
import { essexPlan, publicHealthWith } from "../../support/plans.ts";
import { onlyProblemUnder, under } from "../../support/scenarios.ts";

const rulesOf = (plan: Plan, service = "accommodation"): readonly Rule[] =>
  plan.services[service]?.rules ?? [];
const eligible = (plan: Plan, year: string): string =>
  present(forecast(plan).total({ year }).eligible).toString();

const fromApril = {
  changeRule: "no-rar",
  of: "accommodation",
  from: "2022-04-01",
  with: { decision: "admit", reason: "orders without RAR are admitted too", source: "illustrative" },
} as const;

describe("a rule that is changed from a date", () => {
  it("ends the day before, and another stands in its place with what it does not say anew", () => {
    expect(rulesOf(under([fromApril]))).toEqual([
      rulesOf(essexPlan())[0],
      { ...rulesOf(essexPlan())[1], to: "2022-03-31" },
      {
        id: "no-rar-from-2022-04-01",
        decision: "admit",
        when: { stage: "community", requirement: "none" },
        reason: "orders without RAR are admitted too",
        source: "illustrative",
        from: "2022-04-01",
      },
      rulesOf(essexPlan())[2],
    ]);
  });

  it("decides from that day: 1,200 men on orders without RAR are eligible from the second year on", () => {
    const changed = under([fromApril]);
    expect(["2021/22", "2022/23"].map((year) => eligible(essexPlan(), year))).toEqual([
      "1500 people",
      "1500 people",
    ]);
    expect(["2021/22", "2022/23"].map((year) => eligible(changed, year))).toEqual([
      "1500 people",
      "2700 people",
    ]);
    const before = forecast(essexPlan()).total({ year: "2021/22" });
    expect(forecast(changed).total({ year: "2021/22" }).starts.value.equals(before.starts.value)).toBe(true);
  });

  it("has the scenario's reason and name where it states none, and keeps its last day", () => {
    const plan = essexPlan({ "services.accommodation.rules.0.to": "2023-03-31" });
    const [, later] = rulesOf(
      under(
        [{ changeRule: "rar", of: "*", from: "2022-10-01", with: { id: "men", when: { sex: "male" } } }],
        plan,
      ),
    );
    expect(later).toEqual({
      id: "men",
      decision: "admit",
      when: { sex: "male" },
      reason: "to see what it does",
      source: "scenario: As drawn",
      from: "2022-10-01",
      to: "2023-03-31",
    });
  });

  it("may be changed twice, the second time by its new name", () => {
    const again = { ...fromApril, changeRule: "no-rar-from-2022-04-01", from: "2023-04-01" };
    const ids = rulesOf(under([fromApril, { ...again, with: { decision: "exclude" } }])).map(({ id }) => id);
    expect(ids).toEqual([
      "rar",
      "no-rar",
      "no-rar-from-2022-04-01",
      "no-rar-from-2022-04-01-from-2023-04-01",
      "licence",
    ]);
  });

  it("is changed in every service that has it, where every one is meant", () => {
    const service = essexPlan().services["accommodation"];
    const plan = essexPlan({
      services: {
        accommodation: service,
        ete: { ...service, rules: service?.rules.slice(1) },
        "social-inclusion": { ...service, rules: referenceRules["social-inclusion"] },
      },
    });
    const changed = under([{ ...fromApril, of: "*" }], plan);
    expect(Object.values(changed.services).map(({ rules }) => rules.length)).toEqual([4, 3, 5]);
    expect(onlyProblemUnder([{ ...fromApril, of: ["ete", "social-inclusion"] }], plan)).toMatchObject({
      path: "changes.0.changeRule",
      expected: expect.stringContaining("a rule of the service: orders-with-rar"),
    });
  });

  it.each([
    [{ of: "acommodation" }, "changes.0.of", "accommodation"],
    [{ changeRule: "norar" }, "changes.0.changeRule", "no-rar"],
    [{ changeRule: "norar", of: "*" }, "changes.0.changeRule", "no-rar"],
  ])("is told which was meant where it is called otherwise, as %j", (change, path, nearest) => {
    expect(onlyProblemUnder([{ ...fromApril, ...change }])).toMatchObject({ path, nearest });
  });

  it("is refused from a day on which it has not begun, or has ended", () => {
    const dated = (change: object): Plan =>
      essexPlan({ "services.accommodation.rules.1": { ...rulesOf(essexPlan())[1], ...change } });
    for (const from of ["2022-04-01", "2022-04-02"])
      expect(onlyProblemUnder([fromApril], dated({ from }))).toMatchObject({
        path: "changes.0.from",
        expected: `a day after ${from}, when rule no-rar begins`,
      });
    expect(onlyProblemUnder([fromApril], dated({ to: "2022-03-31" }))).toMatchObject({
      path: "changes.0.from",
      expected: "a day up to 2022-03-31, when rule no-rar ends",
    });
    expect(rulesOf(under([fromApril], dated({ to: "2022-04-01" })))).toHaveLength(4);
  });

  it("is refused from a day after the last of the forecast, when it would change nothing", () => {
    // The forecast of the plan ends with 2023/24.
    expect(onlyProblemUnder([{ ...fromApril, from: "2024-04-01" }])).toMatchObject({
      path: "changes.0.from",
      expected: "a day up to 2024-03-31, when the last year of the forecast ends",
      received: "2024-04-01",
    });
    expect(rulesOf(under([{ ...fromApril, from: "2024-03-31" }]))).toHaveLength(4);
    const longer = { set: "calendar.last", to: "2024/25" };
    expect(rulesOf(under([longer, { ...fromApril, from: "2024-04-01" }]))).toHaveLength(4);
    const byContract = essexPlan({ calendar: { years: "contract", count: 3 } });
    // The lot goes live on 26 June 2021.
    expect(onlyProblemUnder([{ ...fromApril, from: "2024-06-26" }], byContract)).toMatchObject({
      expected: "a day up to 2024-06-25, when the last year of the forecast ends",
    });
  });

  it("is refused with conditions that nobody knows, at the change that made them", () => {
    const change = { ...fromApril, with: { when: { sentencetype: "licence" } } };
    expect(onlyProblemUnder([{ scale: "turnover", by: 1 }, change])).toMatchObject({
      path: "changes.1",
      nearest: "sentenceType",
    });
  });
});

describe("a rule that is added", () => {
  it("is refused where it begins after the last day of the forecast", () => {
    const rule = { ...women, from: "2024-04-01" };
    expect(onlyProblemUnder([{ addRule: rule, to: "accommodation" }])).toMatchObject({
      path: "changes.0.addRule.from",
      received: "2024-04-01",
    });
  });

  const women = {
    id: "women",
    decision: "exclude",
    when: { sex: "female" },
    reason: "women have services of their own",
    source: "illustrative",
  } as const;
  const ids = (...changes: readonly unknown[]): readonly string[] =>
    rulesOf(under(changes)).map(({ id }) => id);

  it("stands after all, or before the one that is named", () => {
    expect(ids({ addRule: women, to: "accommodation" })).toEqual(["rar", "no-rar", "licence", "women"]);
    expect(ids({ addRule: women, to: "accommodation", before: "rar" })).toEqual([
      "women",
      "rar",
      "no-rar",
      "licence",
    ]);
  });

  it("is a copy in each service", () => {
    const changed = under(
      [
        { addRule: { ...women, when: { referredBy: "self" } }, to: "*" },
        { set: "services.weight.rules.women.decision", to: "admit" },
      ],
      parsePlan(publicHealthWith()),
    );
    expect(["stop-smoking", "weight"].map((id) => rulesOf(changed, id).at(-1)?.decision)).toEqual([
      "exclude",
      "admit",
    ]);
  });

  it.each([
    [{ to: "ete" }, { path: "changes.0.to", received: '"ete"' }],
    [{ to: ["accommodation", "ete"] }, { path: "changes.0.to", received: '"ete"' }],
    [{ before: "lisence" }, { path: "changes.0.before", nearest: "licence" }],
  ])("is refused where %j is not there", (change, problem) => {
    expect(onlyProblemUnder([{ addRule: women, to: "accommodation", ...change }])).toMatchObject(problem);
  });

  it("is refused under a name that another has", () => {
    expect(onlyProblemUnder([{ addRule: { ...women, id: "rar" }, to: "*" }])).toMatchObject({
      path: "changes.0",
      expected: "at services.accommodation.rules.3.id: a word that stands once",
    });
  });
});
