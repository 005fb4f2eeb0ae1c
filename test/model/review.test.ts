import { describe, expect, it } from "vitest";
import { parsePlan } from "volumes-and-values";
import { review } from "volumes-and-values/review";
import type { Notice } from "volumes-and-values/review";
import { essexPlan, publicHealthWith } from "../support/plans.ts";
import type { Changes } from "../support/plans.ts";

const noticesOf = (changes: Changes = {}): readonly Notice[] => review(essexPlan(changes));
const lot = { contractType: "accommodation", areas: ["essex"], cohort: { sex: "male" }, from: "2021-06-26" };
const numberForm = 'a plain decimal number, such as 0.62 or "0.62"';
const source = { reason: "as drawn", source: "illustrative" };

/** Notices on rules alone. */
const deadRules = (rules: object[]): readonly string[] =>
  noticesOf({ "services.accommodation.rules": rules.map((rule) => ({ ...source, ...rule })) })
    .filter(({ kind }) => kind === "rule that never decides")
    .map(({ path, message }) => `${path}: ${message.split(": ")[1] ?? ""}`);

describe("what a careful reader of a plan would ask", () => {
  it("is nothing of a plan that leaves nothing open", () => {
    expect(noticesOf()).toEqual([]);
  });

  it("is why a lot is for women where only men are supervised, or may be", () => {
    const men = { area: "kent", people: 5, sex: "male" };
    const women = { ...lot, id: "women", areas: ["kent"], cohort: { sex: "female" } };
    const ask = (cell: object): readonly string[] =>
      noticesOf({ "caseload.cells.4": cell, "lots.1": women }).map(({ kind, path }) => `${kind} at ${path}`);
    expect(ask(men)).toEqual(["lot for nobody at lots.1"]);
    expect(ask({ ...men, sex: "female" })).toEqual([]);
    expect(ask({ area: "kent", people: 5 })).toEqual([]);
  });

  it("is why referrals are carried forward to a plateau that never takes them", () => {
    const asked = (rampUp: object): readonly string[] =>
      noticesOf({
        "services.accommodation.rampUp": { profile: { shape: "linear", monthsToPlateau: 12 }, ...rampUp },
      }).map(({ kind }) => kind);
    expect(asked({ unmet: "carried forward" })).toEqual(["queue that never clears"]);
    expect(asked({ unmet: "carried forward", plateau: 1 })).toEqual(["queue that never clears"]);
    expect(asked({ unmet: "carried forward", plateau: "1.25" })).toEqual([]);
    expect(asked({ unmet: "lost" })).toEqual([]);
  });

  it("is why an area with people has no lot", () => {
    expect(
      noticesOf({
        "caseload.cells.4": { area: "kent", people: 5 },
        "caseload.cells.5": { area: "kent", people: 6, sex: "male" },
      }),
    ).toEqual([
      {
        kind: "uncovered area",
        path: "lots",
        message: "no lot of accommodation covers kent, where people are supervised",
      },
    ]);
  });

  it("is why an area is set aside, and then no longer why it has no lot", () => {
    expect(
      noticesOf({
        "caseload.cells.4": { area: "greater-manchester", people: 5 },
        setAside: [{ area: "greater-manchester", reason: "bought by its own contracts" }],
      }),
    ).toEqual([
      {
        kind: "area set aside",
        path: "setAside.0",
        message: "greater-manchester is set aside: bought by its own contracts",
      },
    ]);
  });

  it("is why two lots buy the same for people who may be the same", () => {
    expect(noticesOf({ "lots.1": { ...lot, id: "second" } })).toEqual([
      {
        kind: "doubly covered area",
        path: "lots.1",
        message:
          "lots essex-accommodation and second both buy accommodation in essex, for people who may be the same",
      },
    ]);
  });

  it.each([[{ cohort: { sex: "female" } }], [{ from: "2023-04-01", "first ends": "2023-03-31" }]])(
    "is not asked of two lots that cannot meet, as %j",
    (changes) => {
      const { "first ends": to, ...rest } = changes as Record<string, unknown>;
      const notices = noticesOf({
        "lots.1": { ...lot, id: "second", ...rest },
        ...(to === undefined ? {} : { "lots.0.to": to }),
      });
      expect(notices).toEqual([]);
    },
  );

  it("is not asked of two lots for different ages", () => {
    // Nobody's age is stated here, which is asked about too.
    const doubly = (changes: Changes) =>
      noticesOf(changes).filter(({ kind }) => kind === "doubly covered area");
    expect(
      doubly({
        "lots.0.cohort": { sex: "male", age: "18-25" },
        "lots.1": { ...lot, id: "older", cohort: { sex: "male", age: "26+" } },
      }),
    ).toEqual([]);
    expect(
      doubly({
        "lots.0.cohort": { sex: "male", age: "18-26" },
        "lots.1": { ...lot, id: "older", cohort: { sex: "male", age: "26+" } },
      }),
    ).toMatchObject([{ kind: "doubly covered area" }]);
  });

  it("is what a rule is for that those before it leave nobody", () => {
    expect(
      deadRules([
        { id: "all-licence", decision: "admit", when: { stage: "licence" } },
        { id: "men-on-licence", decision: "exclude", when: { sentenceType: "licence", sex: "male" } },
      ]),
    ).toEqual(["services.accommodation.rules.1: the rules before it decide everybody it could"]);
    expect(
      deadRules([
        { id: "everybody", decision: "admit", when: {} },
        { id: "women", decision: "exclude", when: { sex: "female" } },
      ]),
    ).toHaveLength(1);
  });

  it("is what a rule is for whose conditions nobody can meet", () => {
    expect(
      deadRules([
        { id: "odd", decision: "admit", when: { sentenceType: "licence", stage: "custody" } },
        { id: "licence", decision: "admit", when: { stage: "licence" } },
      ]),
    ).toEqual(["services.accommodation.rules.0: no sentence type meets its conditions"]);
  });

  it("is not asked of a rule that applies on days when the earlier one does not", () => {
    const early = { id: "until-march", decision: "exclude", when: { stage: "licence" }, to: "2022-03-31" };
    const late = { id: "from-april", decision: "admit", when: { stage: "licence" } };
    expect(deadRules([early, late])).toEqual([]);
    expect(deadRules([late, early])).toHaveLength(1);
    expect(
      deadRules(
        [
          { ...early, to: undefined, from: "2022-01-01" },
          { ...late, from: "2022-02-01" },
        ].map((rule) => JSON.parse(JSON.stringify(rule))),
      ),
    ).toHaveLength(1);
  });

  it("is not asked of a rule that the earlier one leaves some people", () => {
    expect(
      deadRules([
        { id: "men", decision: "exclude", when: { stage: "licence", sex: "male" } },
        { id: "licence", decision: "admit", when: { stage: "licence" } },
        { id: "orders", decision: "admit", when: { sentenceType: ["licence", "community-order-rar"] } },
      ]),
    ).toEqual([]);
  });

  it("is not asked of rules in a plan that has no sentence types, where everybody may meet them", () => {
    expect(review(parsePlan(publicHealthWith()))).toEqual([]);
  });

  it("is what a lot is for that is open in none of the years", () => {
    expect(noticesOf({ "lots.0.from": "2019-04-01", "lots.0.to": "2021-03-31" })).toMatchObject([
      { kind: "lot outside the years", path: "lots.0" },
    ]);
    expect(noticesOf({ "lots.0.from": "2024-04-01" })).toMatchObject([{ kind: "lot outside the years" }]);
    expect(noticesOf({ "lots.0.from": "2024-03-31" })).toEqual([]);
  });

  it("is what a value is for that is of none of the years", () => {
    const startRate = (words: readonly string[]): readonly string[] =>
      noticesOf({
        "services.accommodation.startRate": {
          by: "year",
          values: Object.fromEntries(words.map((word) => [word, 0.8])),
          otherwise: 0.7,
        },
      }).map(({ kind, message }) => `${kind}: ${message}`);
    const there = "services.accommodation.startRate";
    const years = "the forecast is of 2021/22, 2022/23, 2023/24";
    expect(startRate(["2022/23", "2023/24"])).toEqual([]);
    expect(startRate(["2022/23", "2030/31", "2031/32"])).toEqual([
      `value outside the years: ${there} has a value for 2030/31, 2031/32, and ${years}`,
    ]);
    // Values by year of the contract stand beside those of financial years, and are asked about where they stand alone.
    expect(startRate(["2022/23", "contract year 2"])).toEqual([]);
    expect(startRate(["contract year 2"])).toEqual([
      `value outside the years: ${there} has a value for contract year 2, and ${years}`,
    ]);
  });

  it("is why a rule applies on no day of the forecast", () => {
    const dated = (dates: object): readonly string[] =>
      deadRules([{ id: "all", decision: "admit", when: {}, ...dates }]);
    const outside = [
      "services.accommodation.rules.0: its days lie outside those of the forecast, 2021-04-01 to 2024-03-31",
    ];
    expect(dated({ from: "2024-04-01" })).toEqual(outside);
    expect(dated({ to: "2021-03-31" })).toEqual(outside);
    expect(dated({ from: "2024-03-31" })).toEqual([]);
  });

  it("cannot be changed", () => {
    const notices = noticesOf({ "lots.1": { ...lot, id: "second" } });
    expect([notices, notices[0]].map(Object.isFrozen)).toEqual([true, true]);
  });

  describe("of its numbers", () => {
    const asked = (changes: Changes): readonly string[] =>
      noticesOf(changes).map(({ kind, path, message }) => `${kind} at ${path}: ${message}`);
    const unitCost = "services.accommodation.unitCost";

    it("is whether 27 on-costs of a pound are 27 per cent", () => {
      expect(asked({ [`${unitCost}.onCostPerPound`]: 27 })).toEqual([
        `number out of proportion at ${unitCost}.onCostPerPound: onCostPerPound is 27, which is £27 of on-costs on each pound of salary; if 27% is meant, write 0.27`,
      ]);
      expect(
        asked({
          [`${unitCost}.overheadPerPound`]: { by: "year", values: { "2021/22": 20 }, otherwise: 0.2 },
        }),
      ).toEqual([
        `number out of proportion at ${unitCost}.overheadPerPound.values.2021/22: overheadPerPound is 20, which is £20 of overheads on each pound of direct cost; if 20% is meant, write 0.2`,
      ]);
      expect(asked({ [`${unitCost}.surplusPerPound`]: { value: "1.5", note: "as said" } })).toEqual([
        `number out of proportion at ${unitCost}.surplusPerPound: surplusPerPound is 1.5, which is £1.5 of surplus on each pound of cost; if 1.5% is meant, write 0.015`,
      ]);
      expect(asked({ [`${unitCost}.onCostPerPound`]: 1 })).toEqual([]);
    });

    it("is why more than ten people come in a year for each who is there", () => {
      expect(asked({ turnover: 15 })).toEqual([
        "number out of proportion at turnover: turnover is 15, which is 15 people in a year for each on the caseload; say people in a year for each person, not per cent",
      ]);
      expect(asked({ turnover: 10 })).toEqual([]);
    });

    it("is why prices leap, as they do where growth is given for an index", () => {
      const prices = (values: object) => ({
        prices: { of: "2021/22", index: { name: "an index", source: "illustrative", values } },
      });
      expect(asked(prices({ "2021/22": 2.1, "2022/23": 9.8, "2023/24": 6.4 }))).toEqual([
        "price index that leaps at prices.index.values.2022/23: an index goes from 2.1 in 2021/22 to 9.8 in 2022/23, by more than half in a year: give the index of each year, and not its growth",
      ]);
      expect(asked(prices({ "2023/24": 170, "2021/22": 100, "2022/23": 150 }))).toEqual([]);
      // Growth of 2.1% and 2.5%, which moves by less than half from one to the other.
      expect(asked(prices({ "2021/22": "0.021", "2022/23": "0.025", "2023/24": "0.02" }))).toEqual([
        "price index that leaps at prices.index.values.2021/22: an index is below 0.5 in every year, as 0.021 in 2021/22: give the index of each year, and not its growth",
      ]);
      expect(asked(prices({ "2021/22": "0.5", "2022/23": "0.51", "2023/24": "0.52" }))).toEqual([]);
      // Ten years at 5% are 63% in all, and no leap.
      expect(asked(prices({ "2011/12": 61, "2021/22": 100, "2022/23": 105, "2023/24": 110 }))).toEqual([]);
    });

    it("is what a distribution means that no draw could be made of", () => {
      const startRate = (distribution: object) => ({
        "services.accommodation.startRate": { value: 0.8, distribution },
      });
      const at = "distribution that makes no sense at services.accommodation.startRate.distribution";
      expect(asked(startRate({ kind: "uniform", low: 0.9, high: 0.7 }))).toEqual([
        `${at}.low: expected at most the high, 0.7; received 0.9`,
      ]);
      expect(asked(startRate({ kind: "pert", low: 0.6, mode: 0.95, high: 0.9 }))).toEqual([
        `${at}.mode: expected from the low, 0.6, to the high, 0.9; received 0.95`,
      ]);
      expect(asked(startRate({ kind: "triangular", low: 0.6, high: 0.9 }))).toEqual([
        `${at}.mode: expected ${numberForm}; received nothing`,
      ]);
      expect(asked(startRate({ kind: "pert", low: 0.6, moed: 0.8, mode: 0.8, high: 0.9 }))).toEqual([
        `${at}.moed: expected a known name: kind, low, mode, high; received "moed". Did you mean "mode"?`,
      ]);
      expect(asked(startRate({ kind: "uniform", low: 0.6, max: 0.9, high: 0.9 }))).toEqual([
        `${at}.max: expected a known name: kind, low, high; received "max". Did you mean "high"?`,
      ]);
      expect(asked(startRate({ kind: "normal", mean: 0.6, sd: 0.1, deviation: 0.1 }))).toEqual([
        `${at}.sd: expected a known name: kind, mean, deviation, percentiles, from, to; received "sd". Did you mean "deviation"?`,
      ]);
      expect(asked(startRate({ kind: "pert", low: 0.6, mode: 0.8, high: 0.9 }))).toEqual([]);
    });
  });

  describe("of its caseload", () => {
    it("is whether cells that are alike are the same people twice", () => {
      const again = { people: 7, sex: "male", sentenceType: "licence", area: "essex" };
      expect(noticesOf({ "caseload.cells.4": again })).toEqual([
        {
          kind: "cells that are alike",
          path: "caseload.cells.4",
          message:
            "caseload.cells.4 is of people who are alike in all with those of caseload.cells.0: if they are the same people, they are counted twice",
        },
      ]);
      expect(noticesOf({ "caseload.cells.4": { ...again, age: "18-25" } })).toEqual([]);
    });

    it("is who a lot is for, where nobody's sex or age is stated", () => {
      const cells = [{ area: "essex", sentenceType: "licence", people: 900 }];
      expect(noticesOf({ "caseload.cells": cells })).toEqual([
        {
          kind: "cohort that no cell states",
          path: "lots.0.cohort.sex",
          message:
            "lot essex-accommodation is for people of sex male, and no cell of the caseload states a sex: whether anybody is of its cohort is unknown",
        },
      ]);
      expect(noticesOf({ "caseload.cells": cells, "lots.0.cohort": {} })).toEqual([]);
    });
  });
});
