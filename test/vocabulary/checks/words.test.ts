import { describe, expect, it } from "vitest";
import { forecast, isModelError, parsePlan } from "volumes-and-values";
import { essexWith, onlyProblemIn, problemsIn, publicHealthWith, thrownBy } from "../../support/plans.ts";

describe("words of a plan's own", () => {
  it("an area in a region nobody declared is refused", () => {
    expect(onlyProblemIn(publicHealthWith({ "words.areas.1.region": "inlnd" }))).toMatchObject({
      path: "words.areas.1.region",
      expected: "a region: coast, inland",
      received: '"inlnd"',
      nearest: "inland",
    });
  });

  it("an area in no region is refused", () => {
    expect(onlyProblemIn(publicHealthWith({ "words.areas.0.region": undefined }))).toMatchObject({
      path: "words.areas.0.region",
      received: "nothing",
    });
  });

  it.each(["regions", "areas", "complexityLevels", "services", "contractTypes"])(
    "a word that stands twice in %s is refused",
    (list) => {
      const words = (publicHealthWith()["words"] as Record<string, object[]>)[list] ?? [];
      const twice = [...words, words[0]];
      expect(onlyProblemIn(publicHealthWith({ [`words.${list}`]: twice }))).toMatchObject({
        path: `words.${list}.${String(words.length)}.id`,
        expected: "a word that stands once",
      });
    },
  );

  it("a contract type that bundles a service nobody knows is refused", () => {
    expect(
      problemsIn(publicHealthWith({ "words.contractTypes.0.services": ["stop-smoking", "wieght"] })),
    ).toContainEqual(
      expect.objectContaining({ path: "words.contractTypes.0.services.1", nearest: "weight" }),
    );
  });

  it("a contract type that bundles a service twice is refused, since its people would count twice", () => {
    expect(
      onlyProblemIn(
        publicHealthWith({ "words.contractTypes.0.services": ["stop-smoking", "weight", "weight"] }),
      ),
    ).toMatchObject({ path: "words.contractTypes.0.services.2", expected: "a word that stands once" });
  });

  it.each(["area", "sex", "lot", "people", "year", "supervisions", "peopleInYear", "entrantsInYear"])(
    "an attribute of one's own cannot be called %s, which every plan has",
    (name) => {
      expect(problemsIn(publicHealthWith({ [`words.attributes.${name}`]: ["a"] }))).toContainEqual(
        expect.objectContaining({ path: `words.attributes.${name}`, expected: "a name that is not taken" }),
      );
    },
  );

  it("a misspelt word of an attribute of one's own is named with the one that was meant", () => {
    expect(onlyProblemIn(publicHealthWith({ "caseload.cells.0.referredBy": "slef" }))).toMatchObject({
      path: "caseload.cells.0.referredBy",
      expected: "a word for referredBy: gp, self",
      nearest: "self",
    });
    expect(
      onlyProblemIn(publicHealthWith({ "services.stop-smoking.rules.0.when": { refferedBy: "gp" } })),
    ).toMatchObject({ path: "services.stop-smoking.rules.0.when.refferedBy", nearest: "referredBy" });
  });

  it("where no sentence type is declared, none is known", () => {
    expect(onlyProblemIn(publicHealthWith({ "caseload.cells.0.sentenceType": "licence" }))).toMatchObject({
      path: "caseload.cells.0.sentenceType",
      expected: expect.stringContaining("none is declared"),
    });
  });

  it("a misspelt list of words is named with the one that was meant", () => {
    expect(onlyProblemIn(essexWith({ words: { sentenceType: [] } }))).toMatchObject({
      path: "words.sentenceType",
      nearest: "sentenceTypes",
    });
  });

  it("a word with odd letters is refused, and so is a blank one", () => {
    for (const id of ["", " north", "<b>", "a\nb", "-a"]) {
      const [problem] = problemsIn(publicHealthWith({ "words.regions.0.id": id }));
      expect(problem).toMatchObject({ path: "words.regions.0.id" });
    }
  });

  it("a service may be called what every JavaScript object has", () => {
    for (const name of ["toString", "valueOf", "hasOwnProperty"]) {
      const plan = publicHealthWith({
        "words.services.1.id": name,
        "words.contractTypes.0.services.1": name,
        "services.weight": undefined,
        "lots.0.levels": { "stop-smoking": ["brief"] },
        "caseload.cells.0.complexity": { "stop-smoking": "brief" },
      });
      (plan["services"] as Record<string, unknown>)[name] = (
        publicHealthWith()["services"] as Record<string, unknown>
      )["weight"];
      expect(
        forecast(parsePlan(plan))
          .by("service")
          .map((row) => row.service),
      ).toEqual(["stop-smoking", name]);
    }
  });

  it("a forecast in other words than probation's comes to what its sums say", () => {
    const made = forecast(parsePlan(publicHealthWith()));
    // Stop smoking, GPs' patients only: 400 and 200 people, twice a year, half in need, half of them referred, half start.
    // 600 × 2 × ½ × ½ × ½ = 150 starts; 112.5 brief at £100 and 37.5 intensive at £400.
    // Weight, everybody: 750 × 2 × ¼ × ½ × ½ = 93.75 starts at £60.
    expect(
      made
        .by("service")
        .map(({ service, starts, indicativeValue }) => [service, String(starts), String(indicativeValue)]),
    ).toEqual([
      ["stop-smoking", "150 starts", "26250 GBP"],
      ["weight", "93.75 starts", "5625 GBP"],
    ]);
    // The 50 in the hill ward of whom nobody knows who referred them: 50 × 2 × ½ × ½ × ½ starts, if all were admitted.
    expect(String(made.total({ service: "stop-smoking" }).startsIfUnknownAdmitted)).toBe("162.5 starts");
    expect(made.by("region").map(({ region, starts }) => [region, String(starts)])).toEqual([
      ["coast", "162.5 starts"],
      ["inland", "81.25 starts"],
    ]);
  });

  it("without words of its own a plan has the field's", () => {
    expect(
      isModelError(
        thrownBy(() => parsePlan(publicHealthWith({ words: undefined }))),
        "invalid-data",
      ),
    ).toBe(true);
    expect(parsePlan(essexWith()).words).toBeUndefined();
  });
});
