import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  averageCaseload,
  distinctPeople,
  eligibleShareOfCaseload,
  formula,
  given,
  people,
  peopleAtLevel,
  peopleInYear,
  peopleInYearFromEntrants,
  restShare,
} from "volumes-and-values";
import type { Figure } from "volumes-and-values";
import { add, agree, divide, exactly, fraction } from "../numbers/fraction.ts";
import { refused } from "../numbers/refusal.ts";
import { people as somePeople, runs } from "../support/arbitraries-numbers.ts";

const valueOf = (figure: Figure) => exactly(figure.toJSON().value);

describe("the caseload of Essex", () => {
  // RR3 meeting note, 26 August 2020, section 3b: 900 a year in year three, 1,800 ineligible.
  test("if the 900 are people, two thirds of them are ineligible", () => {
    const eligible = eligibleShareOfCaseload({ eligible: 900, caseload: 2_700 });
    expect(agree(valueOf(eligible.rest), fraction(2n, 3n))).toBe(true);
  });

  /** Starts of a year = 4 × people supported in a quarter ÷ (1 + their stay in quarters); inferred. */
  const startsOfYear = formula({
    figure: "startsOfYear",
    unit: "starts",
    inputs: { supportedPerQuarter: "starts", stayInQuarters: "ratio" },
    calculate: ({ supportedPerQuarter, stayInQuarters }) =>
      supportedPerQuarter.times(4).dividedBy(stayInQuarters.plus(given(1, "ratio", { name: "one" }))),
    source: "RR3 meeting note, 26 August 2020, section 3b; rule inferred",
    worked: { given: { supportedPerQuarter: 300, stayInQuarters: 1 }, gives: "600" },
  });

  test.for([
    { supported: 300, stay: 0, starts: "1200", change: "-0.25" },
    { supported: 450, stay: 0, starts: "1800", change: "-0.5" },
    { supported: 300, stay: 1, starts: "600", change: "0.5" },
    { supported: 450, stay: 1, starts: "900", change: "0" },
  ])(
    "$supported supported a quarter, staying $stay quarters more, are $starts starts a year, from which 900 are a change of $change",
    ({ supported, stay, starts, change }) => {
      const year = startsOfYear({ supportedPerQuarter: supported, stayInQuarters: stay });
      expect(String(year)).toBe(`${starts} starts`);
      const after = given(900, "starts", { name: "volume" });
      expect(after.minus(year).dividedBy(year).toJSON().value).toBe(change);
    },
  );
});

describe("people", () => {
  test("a caseload of twelve months averages, and never sums", () => {
    // Post-sentence supervision, July 2022 to June 2023: parliamentary question 2402, 27 November 2023.
    const stocks = [13842, 13845, 13789, 13851, 13842, 13785, 13760, 13679, 13592, 13612, 13648, 13699];
    const whole = stocks.reduce((sum, stock) => sum + stock, 0);
    expect(agree(valueOf(averageCaseload({ stocks })), fraction(BigInt(whole), 12n))).toBe(true);
  });

  test("nobody is lost in a split by complexity, where one level is the rest", () => {
    const mixes = fc
      .tuple(fc.integer({ min: 0, max: 5_000 }), fc.integer({ min: 0, max: 5_000 }))
      .map((mix) => mix.map((part) => `0.${String(part).padStart(4, "0")}`));
    fc.assert(
      fc.property(somePeople, mixes, (count, shares) => {
        const levels = [...shares, restShare({ shares })].map((complexityShare) =>
          valueOf(peopleAtLevel({ people: count, complexityShare })),
        );
        expect(levels.reduce(add, fraction(0n))).toEqual(exactly(count));
      }),
      runs,
    );
  });

  test("turnover of one brings nobody new, and neither do no entrants", () => {
    fc.assert(
      fc.property(somePeople, (count) => {
        expect(valueOf(peopleInYear({ people: count, turnover: 1 }))).toEqual(exactly(count));
        expect(valueOf(peopleInYearFromEntrants({ opening: count, entrants: 0 }))).toEqual(exactly(count));
        expect(valueOf(people({ supervisions: count, supervisionsPerPerson: 1 }))).toEqual(exactly(count));
        expect(valueOf(distinctPeople({ peopleOverServices: count, servicesPerPerson: 1 }))).toEqual(
          exactly(count),
        );
      }),
      runs,
    );
  });

  test("a caseload is counted in people, and the people of a year are another thing", () => {
    const stock = given(2_700, "people", { name: "caseload" });
    expect(refused(() => peopleInYearFromEntrants({ opening: stock, entrants: stock as never })).code).toBe(
      "wrong-unit",
    );
    expect(
      agree(valueOf(peopleInYear({ people: stock, turnover: "1.6" })), divide(exactly(43_200), exactly(10))),
    ).toBe(true);
  });
});
