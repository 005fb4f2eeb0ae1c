import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  completions,
  costPerCompletion,
  costPerReferral,
  given,
  placesNeeded,
  referralsNeeded,
  starts,
  startsNeeded,
} from "volumes-and-values";
import type { Figure } from "volumes-and-values";
import { agree, divide, exactly, isBelow, multiply } from "../numbers/fraction.ts";
import { people, runs, someRate, somePounds } from "../support/arbitraries-numbers.ts";

const valueOf = (figure: Figure) => exactly(figure.toJSON().value);

describe("a cohort of referrals", () => {
  test("never more people start than were referred, nor finish than started", () => {
    fc.assert(
      fc.property(people, someRate, someRate, (referrals, startRate, completionRate) => {
        const attended = starts({ referrals, startRate });
        const finished = completions({ starts: attended, completionRate });
        expect(isBelow(exactly(referrals), valueOf(attended))).toBe(false);
        expect(isBelow(valueOf(attended), valueOf(finished))).toBe(false);
        expect(isBelow(valueOf(finished), exactly(0))).toBe(false);
      }),
      runs,
    );
  });

  test("the referrals needed for the starts of so many referrals are those referrals, to 30 digits", () => {
    fc.assert(
      fc.property(people, someRate, someRate, (referrals, startRate, completionRate) => {
        const attended = starts({ referrals, startRate });
        const finished = completions({ starts: attended, completionRate });
        const startsAgain = startsNeeded({ completions: finished, completionRate });
        const referralsAgain = referralsNeeded({ starts: startsAgain, startRate });
        expect(agree(valueOf(startsAgain), valueOf(attended))).toBe(true);
        expect(agree(valueOf(referralsAgain), exactly(referrals))).toBe(true);
      }),
      runs,
    );
  });

  test("the same money is spent whether it is counted by referral, by start or by completion", () => {
    fc.assert(
      fc.property(
        people,
        someRate,
        someRate,
        somePounds,
        (referrals, startRate, completionRate, costPerStart) => {
          const attended = starts({ referrals, startRate });
          const finished = completions({ starts: attended, completionRate });
          const cost = given(costPerStart, "GBP/starts", { name: "costPerStart" });
          const spent = valueOf(attended.times(cost));
          const byReferral = given(referrals, "referrals", { name: "referrals" }).times(
            costPerReferral({ costPerStart: cost, startRate }),
          );
          const byCompletion = finished.times(costPerCompletion({ costPerStart: cost, completionRate }));
          expect(agree(valueOf(byReferral), spent)).toBe(true);
          expect(agree(valueOf(byCompletion), spent)).toBe(true);
        },
      ),
      runs,
    );
  });

  test("the places needed are the fewest whole places that give the completions on average", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5_000 }), someRate, (wanted, completionsPerPlace) => {
        const needed = valueOf(placesNeeded({ completions: wanted, completionsPerPlace }));
        const share =
          typeof completionsPerPlace === "string"
            ? exactly(completionsPerPlace)
            : divide(exactly(String(completionsPerPlace.count)), exactly(String(completionsPerPlace.of)));
        const fewer = { ...needed, above: needed.above - 1n };
        expect(needed.below).toBe(1n);
        expect(isBelow(multiply(needed, share), exactly(wanted))).toBe(false);
        expect(wanted === 0 || isBelow(multiply(fewer, share), exactly(wanted))).toBe(true);
      }),
      runs,
    );
  });
});

/** A rate as it was printed: to three places, half to even. */
const printed = (rate: Figure): string => rate.rounded({ places: 3, mode: "half even" }).toJSON().value;

describe("psychological therapies in England: a funnel of referrals, starts and completions", () => {
  // NHS Digital, annual reports on psychological therapies, 25 November 2021 and 30 September 2022. Referrals and starts
  // were published rounded to 10,000; starts and completions of one year are not one cohort. Rates recomputed.
  test.for([
    {
      year: "2019-20",
      referrals: 1_690_000,
      started: 1_170_000,
      completed: 606_192,
      startRate: "0.692",
      perStart: "0.518",
      perReferral: "0.359",
    },
    {
      year: "2020-21",
      referrals: 1_460_000,
      started: 1_020_000,
      completed: 634_649,
      startRate: "0.699",
      perStart: "0.622",
      perReferral: "0.435",
    },
    {
      year: "2021-22",
      referrals: 1_810_000,
      started: 1_240_000,
      completed: 664_087,
      startRate: "0.685",
      perStart: "0.536",
      perReferral: "0.367",
    },
  ])("of $referrals referred in $year, $startRate started and $perReferral finished", (year) => {
    const startRate = given({ count: year.started, of: year.referrals }, "starts/referrals", {
      name: "startRate",
    });
    const completionRate = given({ count: year.completed, of: year.started }, "completions/starts", {
      name: "completionRate",
    });
    expect(printed(startRate)).toBe(year.startRate);
    expect(printed(completionRate)).toBe(year.perStart);
    expect(printed(startRate.times(completionRate))).toBe(year.perReferral);
    const finished = completions({
      starts: starts({ referrals: year.referrals, startRate }),
      completionRate,
    });
    expect(agree(valueOf(finished), exactly(year.completed))).toBe(true);
  });
});
