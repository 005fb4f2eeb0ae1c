import * as fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { isModelError, parsePlan } from "volumes-and-values";
import { reconcile } from "volumes-and-values/review";
import type { ReconcileOptions, Reconciliation } from "volumes-and-values/review";
import { plausiblePlan } from "../support/arbitrary-plans.ts";
import { essexPlan, thrownBy } from "../support/plans.ts";
import type { Changes, JsonObject } from "../support/plans.ts";
import { equals, plus, rational, rationalOf } from "../support/rational.ts";
import { patience, runs } from "../support/runs.ts";

vi.setConfig({ testTimeout: patience });

const on = "2021-12-31";
const reconciled = (changes: Changes = {}, options: Partial<ReconcileOptions> = {}): Reconciliation =>
  reconcile(essexPlan(changes), { service: "accommodation", on, ...options });
const places = ({ rows }: Reconciliation): readonly (readonly [string, string])[] =>
  rows.map(({ place, people }) => [place, people.toJSON().value]);

describe("the whole caseload, as one service sees it", () => {
  it("loses nobody and counts nobody twice", () => {
    fc.assert(
      fc.property(plausiblePlan(), (data) => {
        const plan = parsePlan(data);
        const services = Object.keys(data["services"] as JsonObject);
        const bought = (data["lots"] as JsonObject[]).flatMap(({ service }) =>
          typeof service === "string" ? [service] : services,
        );
        const { caseload, rows } = reconcile(plan, { service: bought[0] ?? "", on });
        const all = rows.map(({ people }) => rationalOf(people)).reduce(plus, rational(0));
        expect(equals(all, rationalOf(caseload))).toBe(true);
      }),
      { numRuns: runs },
    );
  });

  it("puts each person of a plan where a reader would", () => {
    expect(places(reconciled())).toEqual([
      ["eligible", "900"],
      ["eligible", "600"],
      ["excluded", "1200"],
      ["outOfCohort", "100"],
    ]);
    expect(String(reconciled().caseload)).toBe("2800 people");
    expect(String(reconciled().in("eligible"))).toBe("1500 people");
    expect(String(reconciled().in("setAside"))).toBe("0 people");
  });

  it("names the areas that are set aside, those without a lot, and those nobody knows", () => {
    const cells = [
      { area: "essex", sentenceType: "licence", sex: "male", people: 10 },
      { area: "greater-manchester", people: 20 },
      { area: "kent", people: 40 },
      { people: 80 },
    ];
    const setAside = [{ area: "greater-manchester", reason: "bought by its own contracts" }];
    const all = reconciled({ "caseload.cells": cells, setAside });
    expect(all.rows.map(({ place, reason, people }) => [place, reason, people.toJSON().value])).toEqual([
      ["eligible", "people on licence are eligible", "10"],
      ["unknown", "their area is not known", "80"],
      ["noLot", "no lot of this service is open in their area", "40"],
      ["setAside", "bought by its own contracts", "20"],
    ]);
  });

  it("counts only the lots that are open on the day", () => {
    expect(places(reconciled({}, { on: "2021-06-25" }))).toEqual([["noLot", "2800"]]);
    expect(places(reconciled({}, { on: "2021-06-26" }))[0]).toEqual(["eligible", "900"]);
    expect(places(reconciled({ "lots.0.to": "2021-12-30" }))).toEqual([["noLot", "2800"]]);
  });

  it("takes the best that any of an area's lots makes of a person", () => {
    const lot = { contractType: "accommodation", areas: ["essex"], from: "2021-06-26" };
    const all = reconciled({
      "caseload.cells": [
        { area: "essex", sentenceType: "licence", sex: "male", age: "18-25", people: 10 },
        { area: "essex", sentenceType: "licence", sex: "male", age: "26+", people: 20 },
        { area: "essex", sentenceType: "licence", sex: "male", age: "20-30", people: 40 },
        { area: "essex", sentenceType: "licence", sex: "female", age: "26+", people: 80 },
      ],
      lots: [
        { ...lot, id: "younger", cohort: { sex: "male", age: "18-25" } },
        { ...lot, id: "older", cohort: { sex: "male", age: "26+" } },
      ],
    });
    expect(places(all)).toEqual([
      ["eligible", "30"],
      ["unknown", "40"],
      ["outOfCohort", "80"],
    ]);
  });

  it("is not confused by a mix that differs by lot, which no plan may have", () => {
    const byLot = { by: "lot", values: {}, otherwise: { low: 1, medium: 0, high: 0 } };
    expect(() => reconciled({ "services.accommodation.complexityMix": byLot })).toThrow(
      /complexityMix\.by: expected an attribute it may differ by/,
    );
  });

  it("may be asked of one contract type", () => {
    expect(places(reconciled({}, { contractType: "accommodation" }))[0]).toEqual(["eligible", "900"]);
  });

  it("prints as text", () => {
    expect(reconciled().table()[2]).toEqual({
      place: "excluded",
      reason: "orders without RAR are not",
      people: "1,200",
    });
  });

  it("names the services and contract types that it knows, for one that it does not", () => {
    const error = thrownBy(() => reconciled({}, { service: "acommodation" }));
    if (!isModelError(error, "unknown-word")) throw error;
    expect(error.details).toEqual({
      received: "acommodation",
      known: ["accommodation"],
      nearest: "accommodation",
    });
    const other = thrownBy(() => reconciled({}, { contractType: "ete" }));
    if (!isModelError(other, "unknown-word")) throw other;
    expect(other.details).toMatchObject({ received: "ete", known: ["accommodation"] });
  });

  it("refuses a day that is in no calendar, as a screening does", () => {
    for (const day of ["2021-02-30", "soon", ""])
      expect(isModelError(thrownBy(() => reconciled({}, { on: day }))), day).toBe(true);
  });

  it("cannot be changed", () => {
    const all = reconciled();
    expect([all, all.rows, all.rows[0]].map(Object.isFrozen)).toEqual([true, true, true]);
  });
});
