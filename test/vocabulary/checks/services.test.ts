import { describe, expect, it } from "vitest";
import { parsePlan } from "volumes-and-values";
import { essexWith, onlyProblemIn, problemsIn } from "../../support/plans.ts";

describe("the services of a plan", () => {
  it("a misspelt service is named with the one that was meant", () => {
    const { services, ...rest } = essexWith();
    const accommodation = (services as { accommodation: object }).accommodation;
    const problems = problemsIn({ ...rest, services: { acommodation: accommodation } });
    expect(problems).toContainEqual(
      expect.objectContaining({
        path: "services.acommodation",
        received: '"acommodation"',
        nearest: "accommodation",
      }),
    );
    expect(problems).toContainEqual(
      expect.objectContaining({
        path: "services.accommodation",
        expected: "the service, which lot essex-accommodation buys",
        received: "nothing",
      }),
    );
  });

  it("a misspelt attribute in a rule is named with the one that was meant", () => {
    expect(
      onlyProblemIn(essexWith({ "services.accommodation.rules.0.when": { sentencetype: "licence" } })),
    ).toMatchObject({
      path: "services.accommodation.rules.0.when.sentencetype",
      received: '"sentencetype"',
      nearest: "sentenceType",
    });
  });

  it("a misspelt sentence type in a rule is named with the one that was meant", () => {
    expect(
      onlyProblemIn(
        essexWith({ "services.accommodation.rules.2.when": { sentenceType: ["licence", "comunity-order"] } }),
      ),
    ).toMatchObject({
      path: "services.accommodation.rules.2.when.sentenceType",
      received: '"comunity-order"',
      nearest: "community-order",
    });
  });

  it.each([
    ["stage", "custdy", "custody"],
    ["requirement", "RAR", "rar"],
    ["sex", "femal", "female"],
    ["complexity", "hihg", "high"],
    ["area", "esex", "essex"],
    ["region", "north east", "north-east"],
    ["service", "acommodation", "accommodation"],
    ["contractType", "womens-service", "womens-services"],
  ])("a rule on %s does not pass over the misspelt word %s", (attribute, word, nearest) => {
    expect(
      onlyProblemIn(essexWith({ "services.accommodation.rules.2.when": { [attribute]: word } })),
    ).toMatchObject({
      path: `services.accommodation.rules.2.when.${attribute}`,
      expected: expect.stringContaining(`a word for ${attribute}`),
      received: `"${word}"`,
      nearest,
    });
  });

  it("a rule on a lot that the plan does not have is refused, since it would never match", () => {
    expect(
      onlyProblemIn(essexWith({ "services.accommodation.rules.2.when": { lot: "essex-acommodation" } })),
    ).toMatchObject({
      path: "services.accommodation.rules.2.when.lot",
      received: '"essex-acommodation"',
      nearest: "essex-accommodation",
    });
  });

  it.each(["18-25", "26+", "40"])("a rule may ask for the age band %s, as a cohort may", (age) => {
    const plan = essexWith({ "services.accommodation.rules.2.when": { age } });
    expect(parsePlan(plan).services["accommodation"]?.rules[2]?.when).toEqual({ age });
  });

  it("an age band that runs backwards is refused in a rule, as it is in a lot", () => {
    expect(
      onlyProblemIn(essexWith({ "services.accommodation.rules.2.when": { age: "25-18" } })),
    ).toMatchObject({ path: "services.accommodation.rules.2.when.age", received: '"25-18"' });
  });

  it("an age that is no band is refused in a rule", () => {
    expect(
      onlyProblemIn(essexWith({ "services.accommodation.rules.2.when": { age: "young" } })),
    ).toMatchObject({
      path: "services.accommodation.rules.2.when.age",
      expected: "an age band, as 18-25, 26+ or 40",
      received: '"young"',
    });
  });

  it("a decision other than admit or exclude is refused", () => {
    expect(onlyProblemIn(essexWith({ "services.accommodation.rules.0.decision": "admitt" }))).toMatchObject({
      path: "services.accommodation.rules.0.decision",
      expected: '"admit" or "exclude"',
      received: '"admitt"',
      nearest: "admit",
    });
  });

  it("a rule without a reason, or with a blank one, is refused", () => {
    expect(onlyProblemIn(essexWith({ "services.accommodation.rules.1.reason": undefined }))).toMatchObject({
      path: "services.accommodation.rules.1.reason",
      expected: "text",
      received: "nothing",
    });
    expect(onlyProblemIn(essexWith({ "services.accommodation.rules.1.reason": "  " }))).toMatchObject({
      path: "services.accommodation.rules.1.reason",
      expected: "text that is not blank",
      received: '"  "',
    });
  });

  it("a rule that ends before it begins is refused", () => {
    expect(
      onlyProblemIn(
        essexWith({
          "services.accommodation.rules.0.from": "2022-04-01",
          "services.accommodation.rules.0.to": "2022-03-31",
        }),
      ),
    ).toMatchObject({
      path: "services.accommodation.rules.0.to",
      expected: "a day from 2022-04-01 on, when the rule begins",
      received: "2022-03-31",
    });
  });

  it("a rule from 30 February is refused, since the calendar has no such day", () => {
    expect(onlyProblemIn(essexWith({ "services.accommodation.rules.0.from": "2021-02-30" }))).toMatchObject({
      path: "services.accommodation.rules.0.from",
      expected: "a day, as 2021-06-26",
      received: '"2021-02-30"',
    });
  });

  it("two rules of one name are refused, since nobody could tell which decided", () => {
    expect(onlyProblemIn(essexWith({ "services.accommodation.rules.2.id": "rar" }))).toMatchObject({
      path: "services.accommodation.rules.2.id",
      expected: "a word that stands once",
      received: '"rar", which stands at services.accommodation.rules.0.id already',
    });
  });

  it("need is refused where it is applied twice, by a share and by a rule", () => {
    expect(
      onlyProblemIn(essexWith({ "services.accommodation.rules.2.when": { need: "housing" } })),
    ).toMatchObject({
      path: "services.accommodation.needShare",
      expected: "nothing, since rules.2 asks for the need already",
      received: "a share",
      message: expect.stringContaining("Need is applied once"),
    });
  });

  it("need is refused where it is never applied", () => {
    expect(onlyProblemIn(essexWith({ "services.accommodation.needShare": undefined }))).toMatchObject({
      path: "services.accommodation.needShare",
      expected: "the share of eligible people who have the need",
      received: "nothing",
    });
  });

  it("a start rate of 0 is refused under a bottom-up unit cost, which nobody's start could carry", () => {
    for (const nobody of [0, "0.00", { value: 0 }, { count: 0, of: 12 }]) {
      expect(onlyProblemIn(essexWith({ "services.accommodation.startRate": nobody }))).toMatchObject({
        path: "services.accommodation.startRate",
        expected: expect.stringContaining("above zero"),
        received: "0",
      });
    }
  });

  it("a start rate of 0 for one level is refused there", () => {
    expect(
      onlyProblemIn(
        essexWith({
          "services.accommodation.startRate": {
            by: "complexity",
            values: { low: 0.5, high: 0 },
            otherwise: 0.8,
          },
        }),
      ),
    ).toMatchObject({ path: "services.accommodation.startRate.values.high", received: "0" });
  });

  it("a start rate of 0 stands where the cost of a start is stated", () => {
    expect(() =>
      problemsIn(
        essexWith({
          "services.accommodation.startRate": 0,
          "services.accommodation.unitCost": { costPerStart: 300 },
        }),
      ),
    ).toThrow(/nothing was thrown/);
  });

  it("a unit cost that is half stated and half built up is refused, name by name", () => {
    const problems = problemsIn(
      essexWith({ "services.accommodation.unitCost": { costPerStart: 300, salary: 27500 } }),
    );
    expect(problems.every(({ path }) => path.startsWith("services.accommodation.unitCost"))).toBe(true);
  });

  it("a bottom-up unit cost that lacks a part is refused, and says which", () => {
    expect(
      onlyProblemIn(essexWith({ "services.accommodation.unitCost.productiveHours": undefined })),
    ).toMatchObject({
      path: "services.accommodation.unitCost.productiveHours",
      received: "nothing",
    });
  });

  it("a misspelt ramp shape is named with the one that was meant", () => {
    expect(
      onlyProblemIn(essexWith({ "services.accommodation.rampUp.profile.shape": "liner" })),
    ).toMatchObject({
      path: "services.accommodation.rampUp.profile.shape",
      received: '"liner"',
      nearest: "linear",
    });
  });

  it.each([0, -3, 2.5, 601, "12", null])("a ramp of %o months is refused", (months) => {
    expect(
      onlyProblemIn(essexWith({ "services.accommodation.rampUp.profile.monthsToPlateau": months })).path,
    ).toBe("services.accommodation.rampUp.profile.monthsToPlateau");
  });

  it("a ramp by table is refused without a factor", () => {
    expect(
      onlyProblemIn(essexWith({ "services.accommodation.rampUp.profile": { shape: "table", factors: [] } })),
    ).toMatchObject({
      path: "services.accommodation.rampUp.profile.factors",
      expected: "a list that is not empty",
    });
  });

  it("what becomes of the unmet must be said in a known word", () => {
    expect(
      onlyProblemIn(essexWith({ "services.accommodation.rampUp.unmet": "caried forward" })),
    ).toMatchObject({ path: "services.accommodation.rampUp.unmet", nearest: "carried forward" });
  });

  it("a start rate that differs by what rows do not know is refused, and never passed over for its otherwise", () => {
    const bySex = { by: "sex", values: { female: 0.4, male: 0.9 }, otherwise: 0.6 };
    expect(onlyProblemIn(essexWith({ "services.accommodation.startRate": bySex }))).toMatchObject({
      path: "services.accommodation.startRate.by",
      received: '"sex"',
    });
  });
});
