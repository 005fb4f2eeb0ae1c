import { describe, expect, it } from "vitest";
import { essexWith, onlyProblemIn, problemsIn } from "../../support/plans.ts";

const cell = (changes: Record<string, unknown>): unknown =>
  essexWith(
    Object.fromEntries(Object.entries(changes).map(([name, value]) => [`caseload.cells.1.${name}`, value])),
  );

describe("the caseload of a plan", () => {
  it.each([600.5, "600.5", "-600", "1,200", "0x10", "", null, NaN, Infinity, true, [600], "+600"])(
    "%o is no number of people",
    (people) => {
      expect(onlyProblemIn(cell({ people }))).toMatchObject({
        path: "caseload.cells.1.people",
        expected: expect.stringContaining("a whole number"),
      });
    },
  );

  it("fewer people than none, or more than JavaScript can count exactly, are refused", () => {
    expect(onlyProblemIn(cell({ people: -1 }))).toMatchObject({
      path: "caseload.cells.1.people",
      received: "-1",
    });
    expect(onlyProblemIn(cell({ people: 2 ** 53 }))).toMatchObject({ path: "caseload.cells.1.people" });
  });

  it("a cell without people is refused, since missing is not zero", () => {
    expect(onlyProblemIn(cell({ people: undefined }))).toMatchObject({
      path: "caseload.cells.1.people",
      expected: "how many people",
      received: "nothing",
      message: expect.stringContaining("Missing is not zero."),
    });
  });

  it.each([
    ["area", "esex", "essex"],
    ["sentenceType", "license", "licence"],
    ["region", "east of england", "east-of-england"],
  ])("the misspelt %s %s is named with the one that was meant", (name, word, nearest) => {
    const found = problemsIn(cell({ [name]: word }));
    expect(found[0]).toMatchObject({ path: `caseload.cells.1.${name}`, received: `"${word}"`, nearest });
  });

  it.each([
    ["sex", "Female", "female"],
    ["stage", "licens", "licence"],
    ["requirement", "non", "none"],
  ])("the misspelt %s %s is named with the one that was meant", (name, word, nearest) => {
    expect(onlyProblemIn(cell({ [name]: word }))).toMatchObject({
      path: `caseload.cells.1.${name}`,
      received: `"${word}"`,
      nearest,
    });
  });

  it("one misspelt sentence among several is refused", () => {
    expect(onlyProblemIn(cell({ sentenceType: ["licence", "community-oder"] }))).toMatchObject({
      path: "caseload.cells.1.sentenceType",
      received: '"community-oder"',
      nearest: "community-order",
    });
  });

  it("a misspelt attribute is named with the one that was meant, and not taken for a new one", () => {
    expect(onlyProblemIn(cell({ sentance: "licence" }))).toMatchObject({
      path: "caseload.cells.1.sentance",
      received: '"sentance"',
    });
    expect(onlyProblemIn(cell({ agee: "18-25" }))).toMatchObject({
      path: "caseload.cells.1.agee",
      nearest: "age",
    });
  });

  it.each(["18 to 25", "18–25", "under 26", "-25", "18-", "+26"])("%o is no age band", (age) => {
    expect(onlyProblemIn(cell({ age }))).toMatchObject({
      path: "caseload.cells.1.age",
      expected: "an age band, as 18-25, 26+ or 40",
    });
  });

  it("an age band that runs backwards is refused in a cell, as it is in a lot", () => {
    expect(onlyProblemIn(cell({ age: "25-18" }))).toMatchObject({
      path: "caseload.cells.1.age",
      received: '"25-18"',
    });
  });

  it("a complexity level nobody knows is refused, for one service as for all", () => {
    expect(onlyProblemIn(cell({ complexity: "hi" })).path).toBe("caseload.cells.1.complexity");
    expect(onlyProblemIn(cell({ complexity: { accommodation: "hgih" } }))).toMatchObject({
      path: "caseload.cells.1.complexity.accommodation",
      nearest: "high",
    });
  });

  it("a complexity recorded for a misspelt service is refused, and not passed over", () => {
    expect(onlyProblemIn(cell({ complexity: { acommodation: "high" } }))).toMatchObject({
      path: "caseload.cells.1.complexity.acommodation",
      nearest: "accommodation",
    });
  });

  it("an area in one region and a cell in another is refused", () => {
    expect(onlyProblemIn(cell({ region: "wales" }))).toMatchObject({
      path: "caseload.cells.1.region",
      expected: "east-of-england, which follows from essex",
      received: '"wales"',
    });
  });

  it("fewer people in a year than on one day of it are refused", () => {
    expect(onlyProblemIn(cell({ peopleInYear: 599 }))).toMatchObject({
      path: "caseload.cells.1.peopleInYear",
      expected: "at least the 600 people at the date",
      received: "599",
    });
  });

  it("two flows for one cell are refused", () => {
    expect(onlyProblemIn(cell({ peopleInYear: 900, entrantsInYear: 300 }))).toMatchObject({
      path: "caseload.cells.1",
      expected: "one flow at most",
      received: "entrantsInYear and peopleInYear",
    });
  });

  it("people who have no flow and no turnover are refused: a caseload is not the people of a year", () => {
    const found = problemsIn(essexWith({ turnover: undefined }));
    expect(found[0]).toMatchObject({
      path: "turnover",
      expected: expect.stringContaining("people in a year for each person at the date"),
      received: "nothing",
    });
    expect(found.every(({ path }) => path === "turnover")).toBe(true);
  });

  it("supervisions are refused until it is said how many a person has", () => {
    const supervisions = essexWith({
      "caseload.counted": "supervisions",
      "caseload.cells": [{ area: "essex", supervisions: 1200 }],
    });
    expect(onlyProblemIn(supervisions)).toMatchObject({
      path: "caseload.supervisionsPerPerson",
      received: "nothing",
    });
  });

  it("supervisions per person are refused where people are counted", () => {
    expect(onlyProblemIn(essexWith({ "caseload.supervisionsPerPerson": 1.25 }))).toMatchObject({
      path: "caseload.supervisionsPerPerson",
      expected: "nothing, since the cells count people",
    });
  });

  it("a cell that counts otherwise than its caseload is refused", () => {
    expect(problemsIn(cell({ people: undefined, supervisions: 600 }))).toMatchObject([
      { path: "caseload.cells.1.people", received: "nothing" },
      { path: "caseload.cells.1.supervisions", received: "supervisions" },
    ]);
  });

  it("what is counted must be people or supervisions", () => {
    expect(onlyProblemIn(essexWith({ "caseload.counted": "peopel" }))).toMatchObject({
      path: "caseload.counted",
      expected: '"people" or "supervisions"',
      nearest: "people",
    });
  });

  it("an empty caseload is refused", () => {
    expect(problemsIn(essexWith({ "caseload.cells": [] }))).toContainEqual(
      expect.objectContaining({ path: "caseload.cells", received: "an empty list" }),
    );
  });

  it("a caseload of no date, or of one in no calendar, is refused", () => {
    for (const asOf of [undefined, "2021-02-29", "2021-13-01", "30/06/2020", "2020-6-30", "June 2020"]) {
      expect(onlyProblemIn(essexWith({ "caseload.asOf": asOf }))).toMatchObject({
        path: "caseload.asOf",
      });
    }
  });

  it("29 February of a leap year is a day", () => {
    expect(() => problemsIn(essexWith({ "caseload.asOf": "2020-02-29" }))).toThrow(/nothing was thrown/);
  });

  it("an area set aside twice, or one nobody knows, is refused", () => {
    const setAside = [
      { area: "greater-manchester", reason: "bought by its own contracts" },
      { area: "greater-manchester", reason: "again" },
      { area: "greater-manchestr", reason: "misspelt" },
    ];
    expect(problemsIn(essexWith({ setAside }))).toMatchObject([
      { path: "setAside.1.area", received: expect.stringContaining("stands at setAside.0.area already") },
      { path: "setAside.2.area", nearest: "greater-manchester" },
    ]);
  });

  it("a list is not a cell, and text is not a list of cells", () => {
    expect(problemsIn(essexWith({ "caseload.cells": "essex: 900" }))).toContainEqual(
      expect.objectContaining({ path: "caseload.cells", expected: "a list", received: '"essex: 900"' }),
    );
    expect(problemsIn(essexWith({ "caseload.cells.1": ["essex", 600] }))).toContainEqual(
      expect.objectContaining({ path: "caseload.cells.1", expected: "an object", received: "a list" }),
    );
  });
});
