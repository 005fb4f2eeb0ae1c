import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  averagePeople,
  deliveredReferrals,
  partMonthFactor,
  partOfMonth,
  referralCapacity,
  referralsMade,
  referralsWaiting,
  unmetReferrals,
  yearFactor,
} from "volumes-and-values";
import type { Figure } from "volumes-and-values";
import { add, agree, divide, exactly, fraction, isBelow } from "../numbers/fraction.ts";
import { people, runs, share } from "../support/arbitraries-numbers.ts";

const valueOf = (figure: Figure) => exactly(figure.toJSON().value);

describe("the part of a year in which a service is open", () => {
  test("from 26 June 2021, without a ramp, 2021/22 is 55 seventy-seconds of a year, to 30 digits", () => {
    // Recomputed: five days of June's thirty and nine whole months, (1/6 + 9) / 12 = 55/72.
    const june = partOfMonth({ daysOpen: 5, daysInMonth: 30 });
    const year = yearFactor({ months: [june, ...Array<number>(9).fill(1)] });
    expect(agree(valueOf(year), fraction(55n, 72n))).toBe(true);
  });

  test("a year with every month open is one, and with none is nought", () => {
    expect(String(yearFactor({ months: Array<number>(12).fill(1) }))).toBe("1");
    expect(String(yearFactor({ months: [] }))).toBe("0");
  });

  test("a month weighs a twelfth, whatever its factor", () => {
    fc.assert(
      fc.property(fc.array(share, { maxLength: 12 }), (months) => {
        const whole = months.map(exactly).reduce(add, fraction(0n));
        expect(agree(valueOf(yearFactor({ months })), divide(whole, fraction(12n)))).toBe(true);
      }),
      runs,
    );
  });

  test("half a month at a quarter of the plateau is an eighth", () => {
    const partOf = partOfMonth({ daysOpen: 14, daysInMonth: 28 });
    expect(String(partMonthFactor({ monthFactor: "0.25", partOfMonth: partOf }))).toBe("0.125");
  });

  test("a stock of people averages over the parts of a year, between the least of them and the most", () => {
    const parts = fc.array(fc.tuple(people, fc.integer({ min: 1, max: 366 })), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(parts, (pieces) => {
        const weighted = pieces.map(([count, days]) => count * days);
        const average = valueOf(
          averagePeople({
            weightedPeople: weighted,
            openShares: pieces.map(([, days]) => ({ count: days, of: 366 })),
          }),
        );
        const counts = pieces.map(([count]) => count * 366);
        const hair = fraction(1n, 10n ** 25n);
        expect(isBelow(add(average, hair), exactly(Math.min(...counts)))).toBe(false);
        expect(isBelow(add(exactly(Math.max(...counts)), hair), average)).toBe(false);
      }),
      runs,
    );
  });
});

describe("a ramp limits what is delivered, and not what is needed", () => {
  test("delivered and unmet referrals are the referrals made, and never more than the ramp allows is delivered", () => {
    fc.assert(
      fc.property(people, people, share, share, (full, carriedForward, openShare, rampFactor) => {
        const fresh = referralsMade({ fullYearReferrals: full, openShare });
        const made = referralsWaiting({ carriedForward, referralsMade: fresh });
        const capacity = referralCapacity({ fullYearReferrals: full, rampFactor });
        const delivered = deliveredReferrals({ referralsMade: made, referralCapacity: capacity });
        const unmet = unmetReferrals({ referralsMade: made, deliveredReferrals: delivered });
        expect(add(valueOf(delivered), valueOf(unmet))).toEqual(valueOf(made));
        expect(isBelow(valueOf(capacity), valueOf(delivered))).toBe(false);
        expect(isBelow(valueOf(unmet), fraction(0n))).toBe(false);
      }),
      runs,
    );
  });
});
