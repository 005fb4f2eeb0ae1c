import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  completions,
  costPerCompletion,
  costPerStart,
  deliveredReferrals,
  directCostPerStart,
  fullYearReferrals,
  given,
  hoursPerStart,
  impliedUnitCost,
  indicativeValue,
  overheadPerStart,
  payPerHour,
  peopleInNeed,
  peopleInYear,
  peopleReferred,
  rampFactors,
  rampShapes,
  referralCapacity,
  starts,
  sum,
  unmetReferrals,
  yearFactor,
} from "volumes-and-values";
import { readWorking, working } from "volumes-and-values/readings";
import type { Figure, RampShape } from "volumes-and-values";
import type { Working } from "volumes-and-values/readings";
import { nodesOf } from "../../src/numbers/working.ts";
import { add, agree, exactly, fraction, isBelow } from "../numbers/fraction.ts";
import { disagreements } from "../numbers/recompute.ts";
import {
  amountEach,
  people,
  runs,
  somePounds,
  someRate,
  someShare,
  someone,
} from "../support/arbitraries-numbers.ts";

const valueOf = (figure: Figure) => exactly(figure.toJSON().value);

/** What is assumed of one service in one area and year. */
const assumptions = fc.record({
  caseload: someone,
  turnover: amountEach,
  needShare: someShare,
  takeUpShare: someShare,
  referralsPerPerson: amountEach,
  startRate: someRate,
  completionRate: someRate,
  contactHours: amountEach,
  salary: somePounds,
  productiveHours: amountEach,
  overheadPerPound: someShare,
  surplusPerPound: someShare,
  shape: fc.constantFrom<RampShape>(...rampShapes),
  monthsToPlateau: fc.integer({ min: 1, max: 12 }),
});

/** A year of one service, from its caseload to its money. */
function yearOf(a: typeof assumptions extends fc.Arbitrary<infer T> ? T : never) {
  const inYear = peopleInYear({ people: a.caseload, turnover: a.turnover });
  const inNeed = peopleInNeed({ peopleInYear: inYear, needShare: a.needShare });
  const referred = peopleReferred({ peopleInNeed: inNeed, takeUpShare: a.takeUpShare });
  const made = fullYearReferrals({ peopleReferred: referred, referralsPerPerson: a.referralsPerPerson });
  const ramp = rampFactors({ shape: a.shape, monthsToPlateau: a.monthsToPlateau });
  const rampFactor = yearFactor({ months: [...ramp, ...Array<number>(12 - ramp.length).fill(1)] });
  const capacity = referralCapacity({ fullYearReferrals: made, rampFactor });
  const delivered = deliveredReferrals({ referralsMade: made, referralCapacity: capacity });
  const startRate = given(a.startRate, "starts/referrals", { name: "startRate" });
  const completionRate = given(a.completionRate, "completions/starts", { name: "completionRate" });
  const attended = starts({ referrals: delivered, startRate });
  const finished = completions({ starts: attended, completionRate });
  const hours = hoursPerStart({
    contactHours: a.contactHours,
    otherHours: 3,
    referralHours: 1,
    startRate,
    completionHours: 2,
    completionRate,
  });
  const pay = payPerHour({ salary: a.salary, onCostPerPound: "0.28", productiveHours: a.productiveHours });
  const direct = directCostPerStart({ hoursPerStart: hours, payPerHour: pay, otherDirectCost: "18.75" });
  const overhead = overheadPerStart({ directCostPerStart: direct, overheadPerPound: a.overheadPerPound });
  const cost = costPerStart({
    directCostPerStart: direct,
    overheadPerStart: overhead,
    surplusPerPound: a.surplusPerPound,
  });
  const value = indicativeValue({ starts: attended, costPerStart: cost });
  return {
    made,
    delivered,
    unmet: unmetReferrals({ referralsMade: made, deliveredReferrals: delivered }),
    attended,
    finished,
    cost,
    perCompletion: costPerCompletion({ costPerStart: cost, completionRate }),
    value,
  };
}

describe("a year of a service, whatever is assumed of it", () => {
  test("never more people finish than start, nor start than were referred, nor are referred than the need made", () => {
    fc.assert(
      fc.property(assumptions, (assumed) => {
        const { made, delivered, unmet, attended, finished } = yearOf(assumed);
        expect(isBelow(valueOf(attended), valueOf(finished))).toBe(false);
        expect(isBelow(valueOf(delivered), valueOf(attended))).toBe(false);
        expect(isBelow(valueOf(made), valueOf(delivered))).toBe(false);
        expect(add(valueOf(delivered), valueOf(unmet))).toEqual(valueOf(made));
      }),
      runs,
    );
  });

  test("the unit cost that its value implies is the one it was built from, on every basis", () => {
    fc.assert(
      fc.property(assumptions, (assumed) => {
        const { attended, finished, cost, perCompletion, value } = yearOf(assumed);
        fc.pre(valueOf(attended).above > 0n);
        const perStart = impliedUnitCost({ indicativeValue: value, volume: attended });
        const perFinish = impliedUnitCost({ indicativeValue: value, volume: finished });
        expect(agree(valueOf(perStart), valueOf(cost))).toBe(true);
        expect(agree(valueOf(perFinish), valueOf(perCompletion))).toBe(true);
        expect(agree(valueOf(perStart.times(attended)), valueOf(value))).toBe(true);
      }),
      runs,
    );
  });

  test("twice the caseload is twice the people, the referrals and the money", () => {
    fc.assert(
      fc.property(assumptions, (assumed) => {
        const [once, twice] = [yearOf(assumed), yearOf({ ...assumed, caseload: assumed.caseload * 2 })];
        for (const name of ["made", "delivered", "unmet", "attended", "finished", "value"] as const) {
          expect(agree(valueOf(twice[name]), add(valueOf(once[name]), valueOf(once[name])))).toBe(true);
        }
        expect(String(twice.cost)).toBe(String(once.cost));
      }),
      runs,
    );
  });

  test("its working reaches inputs only, follows from them in exact fractions, and comes back from JSON the same", () => {
    fc.assert(
      fc.property(assumptions, (assumed) => {
        const year = yearOf(assumed);
        const data = JSON.parse(JSON.stringify(working(year))) as Working;
        const leaves = data.nodes.filter(({ of }) => of.length === 0);
        expect(leaves.every(({ operation }) => operation === "given" || operation === "constant")).toBe(true);
        expect(disagreements(data)).toEqual([]);
        expect(JSON.parse(JSON.stringify(working(readWorking(data))))).toEqual(data);
      }),
      runs,
    );
  });
});

describe("totals", () => {
  const rows = fc.array(fc.tuple(people, someShare), { minLength: 1, maxLength: 20 });
  const volumes = (given_: readonly (readonly [number, string])[]): Figure<"starts">[] =>
    given_.map(([referrals, startRate]) => starts({ referrals, startRate }));

  test("in whatever groups and order rows are added, the total is the same to the last digit", () => {
    fc.assert(
      fc.property(rows, fc.nat(20), (rows_, cut) => {
        const figures = volumes(rows_);
        const total = sum("starts", figures);
        const groups = [figures.slice(0, cut), figures.slice(cut)].map((group) => sum("starts", group));
        expect(String(sum("starts", groups))).toBe(String(total));
        expect(String(sum("starts", [...figures].reverse()))).toBe(String(total));
        expect(String(figures.reduce((a, b) => a.plus(b), sum("starts", [])))).toBe(String(total));
      }),
      runs,
    );
  });

  test("an area split in two loses nobody", () => {
    fc.assert(
      fc.property(someone, fc.nat(2_000_000), someShare, (caseload, part, startRate) => {
        const here = Math.min(part, caseload);
        const [a, b] = volumes([
          [here, startRate],
          [caseload - here, startRate],
        ]) as [Figure<"starts">, Figure<"starts">];
        expect(String(a.plus(b))).toBe(String(starts({ referrals: caseload, startRate })));
      }),
      runs,
    );
  });

  test("what two totals share stands in their working once", () => {
    fc.assert(
      fc.property(rows, (rows_) => {
        const figures = volumes(rows_);
        const [one, other] = [sum("starts", figures), sum("starts", [...figures].reverse())];
        expect(nodesOf([one, other])).toHaveLength(nodesOf(one).length + 1);
      }),
      runs,
    );
  });

  test("nought of anything is nought of it", () => {
    expect(valueOf(sum("GBP", []))).toEqual(fraction(0n));
    expect(sum("GBP", []).unit).toBe("GBP");
  });
});
