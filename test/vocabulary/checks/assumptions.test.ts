import { describe, expect, it } from "vitest";
import { parsePlan } from "volumes-and-values";
import { essexWith, onlyProblemIn, problemsIn } from "../../support/plans.ts";

const startRate = "services.accommodation.startRate";

describe("the assumptions of a plan", () => {
  it("a start rate of 62 is taken for the 62% that it is, and refused", () => {
    expect(onlyProblemIn(essexWith({ [startRate]: 62 }))).toEqual({
      path: startRate,
      expected: "a share from 0 to 1",
      received: "62",
      message: `${startRate}: expected a share from 0 to 1; received 62. If 62% is meant, write 0.62.`,
    });
  });

  it.each(["needShare", "takeUpShare", "startRate", "completionRate"])(
    "a percentage given for %s is refused in every form of writing it",
    (name) => {
      const path = `services.accommodation.${name}`;
      expect(onlyProblemIn(essexWith({ [path]: "39" })).message).toContain("write 0.39");
      expect(onlyProblemIn(essexWith({ [path]: { value: 39 } }))).toMatchObject({ path: `${path}.value` });
      expect(
        onlyProblemIn(essexWith({ [path]: { by: "complexity", values: { low: 39 }, otherwise: 0.5 } })),
      ).toMatchObject({ path: `${path}.values.low` });
      expect(
        onlyProblemIn(essexWith({ [path]: { by: "complexity", values: { low: 0.4 }, otherwise: 50 } })),
      ).toMatchObject({ path: `${path}.otherwise` });
      expect(onlyProblemIn(essexWith({ [path]: { value: 0.39, high: 45 } }))).toMatchObject({
        path: `${path}.high`,
        message: expect.stringContaining("write 0.45"),
      });
    },
  );

  it("a percentage in a ramp's table is refused at its month", () => {
    expect(
      onlyProblemIn(
        essexWith({ "services.accommodation.rampUp.profile": { shape: "table", factors: [0.25, 50, 1] } }),
      ),
    ).toMatchObject({ path: "services.accommodation.rampUp.profile.factors.1", received: "50" });
  });

  it.each([
    ["services.accommodation.startRate", -0.1, "a share from 0 to 1"],
    ["services.accommodation.startRate", 1.0000001, "a share from 0 to 1"],
    ["services.accommodation.referralsPerPerson", -1, "zero or more"],
    ["services.accommodation.rampUp.plateau", 0, "above zero"],
    ["services.accommodation.rampUp.profile.firstMonthShare", 25, "a share from 0 to 1"],
    ["services.accommodation.unitCost.salary", -27500, "zero or more"],
    ["services.accommodation.unitCost.productiveHours", 0, "above zero"],
    ["services.accommodation.unitCost.overheadPerPound", "-0.2", "zero or more"],
    ["turnover", -1, "zero or more"],
    ["lots.0.mobilisation", -50000, "zero or more"],
  ])("%s is not %j", (path, value, expected) => {
    expect(onlyProblemIn(essexWith({ [path]: value }))).toMatchObject({
      path,
      expected,
      received: String(value),
    });
  });

  it.each([
    NaN,
    Infinity,
    -Infinity,
    "1,000",
    "0x10",
    "1_000",
    "1e3",
    "",
    " ",
    "0.8 ",
    ".8",
    "8.",
    "80%",
    "£5",
    "NaN",
    null,
    true,
    [],
    [0.8],
    {},
  ])("%o is no number", (value) => {
    const [problem] = problemsIn({ ...essexWith(), turnover: value });
    expect(problem).toMatchObject({ path: expect.stringMatching(/^turnover/) });
    const [rate] = problemsIn(essexWith({ [startRate]: value }));
    expect(rate).toMatchObject({ path: expect.stringMatching(/^services\.accommodation\.startRate/) });
    if (typeof value === "string") expect(rate?.expected).toContain("a plain decimal number");
  });

  it("a turnover that cannot be read is one problem, and is not called missing besides", () => {
    expect(onlyProblemIn(essexWith({ turnover: "1,5" }))).toMatchObject({
      path: "turnover",
      received: '"1,5"',
    });
  });

  it("a whole number too long for JavaScript to hold exactly is refused at its place", () => {
    for (const long of [1e16, 2 ** 53, 1e21, -1e17]) {
      expect(onlyProblemIn(essexWith({ "services.accommodation.unitCost.salary": long })).path).toBe(
        "services.accommodation.unitCost.salary",
      );
    }
  });

  it("numbers of a thousand digits are read, and longer ones refused", () => {
    const digits = (count: number): string => "9".repeat(count);
    expect(parsePlan(essexWith({ "lots.0.mobilisation": digits(1000) })).lots[0]?.mobilisation).toHaveLength(
      1000,
    );
    expect(onlyProblemIn(essexWith({ "lots.0.mobilisation": digits(1001) }))).toMatchObject({
      path: "lots.0.mobilisation",
      received: "text of 1001 characters",
    });
  });

  it("counts of nothing are refused", () => {
    expect(onlyProblemIn(essexWith({ [startRate]: { count: 1, of: 0 } }))).toMatchObject({
      path: `${startRate}.of`,
      expected: "a whole number above zero",
      received: "0",
    });
  });

  it.each([
    [{ count: -1, of: 3 }, "count", "-1"],
    [{ count: 1.5, of: 3 }, "count", "1.5"],
    [{ count: 1, of: 2.5 }, "of", "2.5"],
    [{ count: 1, of: -3 }, "of", "-3"],
    [{ count: 4, of: 3 }, "count", "4"],
  ])("%j are no counts of a share", (counts, name, received) => {
    expect(onlyProblemIn(essexWith({ [startRate]: counts }))).toMatchObject({
      path: `${startRate}.${name}`,
      received,
    });
  });

  it("counts are held to the range of what they stand for, as numbers are", () => {
    expect(
      onlyProblemIn(essexWith({ "services.accommodation.unitCost.productiveHours": { count: 0, of: 1 } })),
    ).toMatchObject({ path: expect.stringMatching(/productiveHours/) });
    expect(
      onlyProblemIn(essexWith({ "services.accommodation.rampUp.plateau": { count: 0, of: 4 } })),
    ).toMatchObject({ path: expect.stringMatching(/plateau/) });
  });

  it("fewer than one sentence a person is refused, however it is written", () => {
    const supervisions = {
      "caseload.counted": "supervisions",
      "caseload.cells": [{ area: "essex", supervisions: 10 }],
    };
    for (const rate of [0.5, 0, "0.99", { value: 0.5 }, { count: 1, of: 2 }]) {
      expect(
        onlyProblemIn(essexWith({ ...supervisions, "caseload.supervisionsPerPerson": rate })).path,
      ).toMatch(/^caseload\.supervisionsPerPerson/);
    }
  });

  it("a low above the value, or a high below it, is refused", () => {
    expect(onlyProblemIn(essexWith({ [startRate]: { value: 0.5, low: 0.6 } }))).toMatchObject({
      path: `${startRate}.low`,
      expected: "at most the value, 0.5",
      received: "0.6",
    });
    expect(onlyProblemIn(essexWith({ [startRate]: { value: 0.5, high: "0.4" } }))).toMatchObject({
      path: `${startRate}.high`,
      expected: "at least the value, 0.5",
      received: "0.4",
    });
    expect(onlyProblemIn(essexWith({ [startRate]: { count: 1, of: 4, low: 0.3 } }))).toMatchObject({
      path: `${startRate}.low`,
      expected: "at most the value, 0.25",
    });
  });

  it("a quality that is no colour of the book of assumptions is refused", () => {
    expect(onlyProblemIn(essexWith({ [startRate]: { value: 0.5, quality: "ambar" } }))).toMatchObject({
      path: `${startRate}.quality`,
      received: '"ambar"',
      nearest: "amber",
    });
  });

  it("a misspelt name in an assumption's log is named with the one that was meant", () => {
    expect(onlyProblemIn(essexWith({ [startRate]: { value: 0.5, sorce: "a survey" } }))).toMatchObject({
      path: `${startRate}.sorce`,
      received: '"sorce"',
      nearest: "source",
    });
  });

  it("an assumption that differs by an attribute nobody has is refused", () => {
    expect(
      onlyProblemIn(
        essexWith({
          "services.accommodation.needShare": { by: "stge", values: { custody: 0.68 }, otherwise: 0.39 },
        }),
      ),
    ).toMatchObject({ path: "services.accommodation.needShare.by", received: '"stge"', nearest: "stage" });
  });

  it("an assumption for a misspelt word of an attribute is refused", () => {
    expect(
      onlyProblemIn(
        essexWith({
          "services.accommodation.needShare": { by: "stage", values: { custdy: 0.68 }, otherwise: 0.39 },
        }),
      ),
    ).toMatchObject({
      path: "services.accommodation.needShare.values.custdy",
      received: '"custdy"',
      nearest: "custody",
    });
  });

  it("an assumption for a year that the forecast does not have is refused, since nobody would ever use it", () => {
    expect(
      onlyProblemIn(essexWith({ turnover: { by: "year", values: { "2021-22": 1.2 }, otherwise: 1.5 } })),
    ).toMatchObject({ path: "turnover.values.2021-22", nearest: "2021/22" });
  });

  it("an assumption within an assumption is checked as the outer one is", () => {
    const nested = {
      by: "stage",
      values: { custody: { by: "complexity", values: { hgh: 0.5 }, otherwise: 0.4 } },
      otherwise: 0.39,
    };
    expect(onlyProblemIn(essexWith({ "services.accommodation.needShare": nested }))).toMatchObject({
      path: "services.accommodation.needShare.values.custody.values.hgh",
      nearest: "high",
    });
  });
});
