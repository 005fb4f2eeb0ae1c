import { describe, expect, it } from "vitest";
import { forecast, present } from "volumes-and-values";
import type { Forecast } from "volumes-and-values";
import { cutByRules, financialYearOf, monthsIn, overlap, yearsFor } from "../../src/model/calendar.ts";
import { essexPlan } from "../support/plans.ts";
import type { Changes } from "../support/plans.ts";
import { isNearly, rationalOf, equals } from "../support/rational.ts";

/** The plan of Essex with no ramp-up: every month is a whole one. 540 referrals are made in a full year. */
const noRamp = {
  "services.accommodation.rampUp": { profile: { shape: "table", factors: [1] }, unmet: "lost" },
};
const forecastOf = (changes: Changes): Forecast => forecast(essexPlan({ ...noRamp, ...changes }));
const referrals = (of: Forecast): readonly (readonly [string, string])[] =>
  of.by("year").map(({ year, referrals: made }) => [year ?? "", made.toJSON().value]);

const contract = (count: number): Changes => ({ calendar: { years: "contract", count } });

describe("the years of a forecast", () => {
  it("2021/22 from 26 June with no ramp is 55/72 of a year", () => {
    // Recomputed: 5 of June's 30 days and nine months are 55/6 months, of twelve.
    const inYear = forecastOf({}).total({ year: "2021/22" }).referralsMade;
    expect(isNearly(inYear, "29700/72")).toBe(true);
  });

  it("a financial year runs from 1 April to 31 March", () => {
    expect([financialYearOf("2021-03-31"), financialYearOf("2021-04-01")]).toEqual([
      { label: "2020/21", from: "2020-04-01", to: "2021-03-31" },
      { label: "2021/22", from: "2021-04-01", to: "2022-03-31" },
    ]);
    expect(financialYearOf("2099-12-31").label).toBe("2099/00");
  });

  it("a contract year runs from go-live to the day before its anniversary, and is a whole year", () => {
    expect(yearsFor({ years: "contract", count: 2 }, "2021-06-26")).toEqual([
      { label: "contract year 1", from: "2021-06-26", to: "2022-06-25" },
      { label: "contract year 2", from: "2022-06-26", to: "2023-06-25" },
    ]);
    expect(referrals(forecastOf(contract(2)))).toEqual([
      ["contract year 1", "540"],
      ["contract year 2", "540"],
    ]);
  });

  it.each(["2021-07-31", "2021-01-31", "2020-02-29", "2023-03-01", "2021-12-02", "2024-02-15"])(
    "a contract year from %s is a whole year, whatever its months",
    (from) => {
      for (const [, made] of referrals(forecastOf({ "lots.0.from": from, ...contract(3) }))) {
        expect(Math.abs(Number(made) - 540)).toBeLessThan(540 / 12);
        if (from !== "2020-02-29" && from !== "2024-02-15") expect(made).toBe("540");
      }
    },
  );

  it("years of a contract that began on 29 February follow each other without a gap", () => {
    const years = yearsFor({ years: "contract", count: 5 }, "2020-02-29");
    expect(years.map(({ from, to }) => [from, to])).toEqual([
      ["2020-02-29", "2021-02-28"],
      ["2021-03-01", "2022-02-28"],
      ["2022-03-01", "2023-02-28"],
      ["2023-03-01", "2024-02-28"],
      ["2024-02-29", "2025-02-28"],
    ]);
  });

  it("February has 29 days in a leap year, in 2000 too, and 28 in 2100", () => {
    const days = (year: string): unknown => monthsIn({ from: `${year}-02-01`, to: `${year}-02-28` })[0];
    expect(["2024", "2023", "2000", "2100"].map(days)).toMatchObject([
      { daysOpen: 28, daysInMonth: 29 },
      { daysOpen: 28, daysInMonth: 28 },
      { daysOpen: 28, daysInMonth: 29 },
      { daysOpen: 28, daysInMonth: 28 },
    ]);
  });

  it("a lot from 15 February of a leap year is open for 15 of its 29 days", () => {
    const made = forecastOf({
      "lots.0.from": "2024-02-15",
      calendar: { years: "financial", first: "2023/24", last: "2023/24" },
    }).total().referralsMade;
    // 15/29 of February and March: 540 × (15/29 + 1) / 12 = 540 × 44/348.
    expect(isNearly(made, "23760/348")).toBe(true);
  });

  it("a lot that ends within a year counts to its last day, and has no rows after it", () => {
    const made = forecastOf({ "lots.0.from": "2021-04-01", "lots.0.to": "2022-06-10" });
    // 2022/23: April and May, and 10 of June's 30 days: 7/3 months of twelve, of 540.
    expect(made.years).toEqual(["2021/22", "2022/23"]);
    expect(String(made.total({ year: "2021/22" }).referralsMade)).toBe("540 referrals");
    expect(isNearly(made.total({ year: "2022/23" }).referralsMade, 105)).toBe(true);
  });

  it("a lot open for one day counts for one day", () => {
    const made = forecastOf({ "lots.0.from": "2021-06-30", "lots.0.to": "2021-06-30" });
    // A thirtieth of a month is 1/360 of a year: 540/360 = 1.5.
    expect(isNearly(made.total().referralsMade, "1.5")).toBe(true);
    expect(made.years).toEqual(["2021/22"]);
  });

  it("periods share the days they have in common, and an open end is no end", () => {
    const year = { from: "2021-04-01", to: "2022-03-31" };
    expect(overlap(year, { from: "2021-06-26" })).toEqual({ from: "2021-06-26", to: "2022-03-31" });
    expect(overlap(year, {})).toEqual(year);
    expect(overlap(year, { from: "2022-03-31", to: "2022-03-31" })).toEqual({
      from: "2022-03-31",
      to: "2022-03-31",
    });
    expect(overlap(year, { from: "2022-04-01" })).toBeUndefined();
  });

  it("a year is cut on the day a rule begins, and on the day after one ends", () => {
    const of = (dates: object): never =>
      ({ id: "a", decision: "admit", when: {}, reason: "-", source: "-", ...dates }) as never;
    expect(
      cutByRules({ from: "2021-04-01", to: "2022-03-31" }, [
        of({ from: "2021-10-01" }),
        of({ to: "2021-12-31" }),
        of({ from: "2021-10-01" }),
        of({ from: "2021-04-01" }),
        of({ to: "2022-03-31" }),
      ]),
    ).toEqual([
      { from: "2021-04-01", to: "2021-09-30" },
      { from: "2021-10-01", to: "2021-12-31" },
      { from: "2022-01-01", to: "2022-03-31" },
    ]);
  });
});

describe("rules that change within a year", () => {
  /** Orders with RAR are admitted from 1 January 2022 only, so that 2021/22 has three months of them. */
  const orders = { "lots.0.from": "2021-04-01", "services.accommodation.rules.0.from": "2022-01-01" };

  it("make referrals for each part of the year, which add up", () => {
    // In a full year 324 referrals are made for the 900 on licence and 216 for the 600 on orders:
    // 324 + 216 × 3/12 = 378.
    expect(referrals(forecastOf(orders)).slice(0, 2)).toEqual([
      ["2021/22", "378"],
      ["2022/23", "540"],
    ]);
  });

  it("make the eligible of the year an average by the length of its parts", () => {
    const { eligible } = forecastOf(orders).total({ year: "2021/22" });
    // 900 for nine months and 1,500 for three: 900 × 9/12 + 1,500 × 3/12 = 1,050.
    expect(String(present(eligible))).toBe("1050 people");
  });

  it("weigh part months by their days", () => {
    const made = forecastOf({ ...orders, "services.accommodation.rules.0.from": "2022-03-11" });
    // 21 of March's 31 days: 324 + 216 × 21/31 / 12.
    // 324 + 4536/372 = (324 × 372 + 4536) / 372 = 125064/372.
    expect(isNearly(made.total({ year: "2021/22" }).referralsMade, "125064/372")).toBe(true);
  });

  it("change nothing where they change outside the year", () => {
    const plain = forecastOf({ "lots.0.from": "2021-04-01" });
    const dated = forecastOf({
      "lots.0.from": "2021-04-01",
      "services.accommodation.rules.0.from": "2021-04-01",
      "services.accommodation.rules.0.to": "2024-03-31",
    });
    expect(JSON.stringify(dated)).toBe(JSON.stringify(plain));
  });

  it("are told apart by which apply, even where names hold spaces", () => {
    const source = { reason: "as drawn", source: "illustrative" };
    const rules = [
      { id: "a b", decision: "admit", when: { stage: "licence" }, to: "2022-03-31", ...source },
      { id: "a", decision: "exclude", when: { stage: "licence" }, from: "2022-04-01", ...source },
      { id: "b", decision: "exclude", when: {}, from: "2022-04-01", ...source },
    ];
    const made = forecastOf({ "lots.0.from": "2021-04-01", "services.accommodation.rules": rules });
    expect(referrals(made)).toEqual([
      ["2021/22", "324"],
      ["2022/23", "0"],
      ["2023/24", "0"],
    ]);
  });

  it("keep a year's parts to the year's whole, to the last digits that quotients leave", () => {
    const whole = forecastOf({ "lots.0.from": "2021-04-01" }).total({ year: "2021/22" }).referralsMade;
    const cut = forecastOf({
      "lots.0.from": "2021-04-01",
      "services.accommodation.rules.1.from": "2021-08-11",
      "services.accommodation.rules.1.to": "2021-12-24",
    }).total({ year: "2021/22" }).referralsMade;
    expect(isNearly(cut, whole)).toBe(true);
    expect(equals(rationalOf(whole), { top: 540n, bottom: 1n })).toBe(true);
  });
});
