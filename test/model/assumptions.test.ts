import * as fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { parsePlan } from "volumes-and-values";
import { assumptions } from "volumes-and-values/review";
import { plausiblePlan } from "../support/arbitrary-plans.ts";
import { at, essexPlan } from "../support/plans.ts";
import { patience, runs } from "../support/runs.ts";

vi.setConfig({ testTimeout: patience });

describe("the book of assumptions", () => {
  it("has a line for every assumption of a plan, with its path, value and unit", () => {
    const lines = assumptions(essexPlan()).map(({ path, value, unit }) => `${path} = ${value} ${unit}`);
    expect(lines).toEqual([
      "turnover = 1.5 peopleInYear/people",
      "services.accommodation.complexityMix.low = 0.2 ratio",
      "services.accommodation.complexityMix.medium = 0.5 ratio",
      "services.accommodation.needShare = 0.4 ratio",
      "services.accommodation.takeUpShare = 0.5 ratio",
      "services.accommodation.referralsPerPerson = 1.2 referrals/peopleInYear",
      "services.accommodation.startRate = 0.8 starts/referrals",
      "services.accommodation.completionRate = 0.5 completions/starts",
      "services.accommodation.rampUp.plateau = 1.25 ratio",
      "services.accommodation.unitCost.contactHours.values.low = 4 hours/starts",
      "services.accommodation.unitCost.contactHours.values.medium = 6 hours/starts",
      "services.accommodation.unitCost.contactHours.values.high = 10 hours/starts",
      "services.accommodation.unitCost.otherHours = 3 hours/starts",
      "services.accommodation.unitCost.referralHours = 1 hours/referrals",
      "services.accommodation.unitCost.completionHours = 2 hours/completions",
      "services.accommodation.unitCost.salary = 27500 GBP/fte",
      "services.accommodation.unitCost.onCostPerPound = 0.28 ratio",
      "services.accommodation.unitCost.productiveHours = 1408 hours/fte",
      "services.accommodation.unitCost.otherDirectCost = 18.75 GBP/starts",
      "services.accommodation.unitCost.overheadPerPound = 0.2 ratio",
      "services.accommodation.unitCost.surplusPerPound = 0.05 ratio",
      "lots.0.mobilisation = 50000 GBP",
    ]);
  });

  it("says who says so, and where nobody does that there is no source", () => {
    const startRate = {
      value: "0.62",
      low: 0.5,
      high: "0.70",
      source: "a survey of providers",
      asOf: "2020-06-30",
      quality: "amber",
      note: "of 12 providers",
      distribution: { kind: "normal", percentiles: { 10: 0.5, 90: "0.7" }, to: 1 },
    };
    const lines = assumptions(essexPlan({ "services.accommodation.startRate": startRate }));
    const { value, low, high, source, asOf, quality, note } = startRate;
    expect(lines.find(({ path }) => path === "services.accommodation.startRate")).toEqual({
      path: "services.accommodation.startRate",
      name: "startRate",
      value,
      unit: "starts/referrals",
      low: String(low),
      high,
      source,
      asOf,
      quality,
      note,
      distribution: 'normal, percentiles {"10":0.5,"90":"0.7"}, to 1',
    });
    expect(lines.find(({ name }) => name === "turnover")).toMatchObject({
      source: "no source",
      asOf: undefined,
      quality: undefined,
    });
  });

  it("shows counts as they were counted", () => {
    const lines = assumptions(
      essexPlan({
        "services.accommodation.completionRate": { count: 1, of: 3, source: "a service's records" },
      }),
    );
    expect(lines.find(({ name }) => name === "completionRate")).toMatchObject({
      value: "1 of 3",
      source: "a service's records",
    });
  });

  it("has each path once, and each leads to a number in the plan", () => {
    fc.assert(
      fc.property(plausiblePlan(), (data) => {
        const lines = assumptions(parsePlan(data));
        expect(new Set(lines.map(({ path }) => path)).size).toBe(lines.length);
        for (const { path, value } of lines) {
          // "2021/22" and the words of attributes hold no dots, so that steps of a path are those of the plan.
          const there = at(data, path);
          const counted = there as {
            readonly count?: unknown;
            readonly of?: unknown;
            readonly value?: unknown;
          };
          const due =
            typeof there !== "object"
              ? there
              : "count" in counted
                ? `${String(counted.count)} of ${String(counted.of)}`
                : counted.value;
          expect(value).toBe(String(due));
        }
      }),
      { numRuns: runs },
    );
  });

  it("cannot be changed", () => {
    const lines = assumptions(essexPlan());
    expect([lines, lines[0]].map(Object.isFrozen)).toEqual([true, true]);
  });
});
