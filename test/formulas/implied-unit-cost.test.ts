import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import { given, impliedUnitCost, indicativeValue } from "volumes-and-values";
import {
  costPerPerson,
  interventions,
  unitCostGap,
  volumeMultipleAtEqualValue,
} from "volumes-and-values/provider";
import type { Figure, UnitCostBasis } from "volumes-and-values";
import { agree, divide, exactly, fraction, subtract } from "../numbers/fraction.ts";
import { refused } from "../numbers/refusal.ts";
import { pounds, runs, someone } from "../support/arbitraries-numbers.ts";

const valueOf = (figure: Figure) => exactly(figure.toJSON().value);
const bases: readonly (readonly [UnitCostBasis, string])[] = [
  ["referrals", "impliedCostPerReferral"],
  ["starts", "impliedCostPerStart"],
  ["completions", "impliedCostPerCompletion"],
  ["interventions", "impliedCostPerIntervention"],
  ["peopleInYear", "impliedCostPerPerson"],
];

describe("the unit cost that a value and a volume imply", () => {
  test.for(bases)("per %s it is called %s, and bears its unit", ([basis, name]) => {
    const volume = given(900, basis, { name: "volume" });
    const cost = impliedUnitCost({ indicativeValue: 225_000, volume }, { area: "Essex" });
    expect(cost.toJSON()).toEqual({ value: "250", unit: `GBP/${basis}`, name, about: { area: "Essex" } });
    expect(cost.operands[1]).toBe(volume);
  });

  test("its unit is known to the compiler", () => {
    const volume = given(900, "starts", { name: "volume" });
    const cost = impliedUnitCost({ indicativeValue: 225_000, volume });
    expectTypeOf(cost).toEqualTypeOf<Figure<"GBP/starts">>();
    expect(cost.unit).toBe("GBP/starts");
  });

  test("times the volume it is the value again, to 30 digits", () => {
    fc.assert(
      fc.property(pounds, someone, fc.constantFrom(...bases), (value, count, [basis]) => {
        const volume = given(count, basis, { name: "volume" }) as Figure<"starts">;
        const cost = impliedUnitCost({ indicativeValue: value, volume });
        expect(agree(valueOf(cost.times(volume)), exactly(value))).toBe(true);
      }),
      runs,
    );
  });

  test.for(["people", "GBP", "places", "ratio", "constructor"])("%s are no basis of a unit cost", (unit) => {
    const volume = given(2_700, unit, { name: "volume" }) as never;
    expect(refused(() => impliedUnitCost({ indicativeValue: 225_000, volume }))).toEqual({
      code: "wrong-unit",
      message:
        "impliedUnitCost.volume takes a figure in one of referrals, starts, completions, interventions, peopleInYear, " +
        `and received volume in ${unit}. Convert it with a rate first.`,
    });
  });

  test.for([900, "900", null, undefined, { unit: "starts" }])(
    "%o is no volume, since it counts nothing",
    (volume) => {
      expect(refused(() => impliedUnitCost({ indicativeValue: 1, volume: volume as never })).code).toBe(
        "wrong-unit",
      );
    },
  );

  test("no volume has no unit cost", () => {
    const volume = given(0, "starts", { name: "starts" });
    expect(refused(() => impliedUnitCost({ indicativeValue: 225_000, volume })).code).toBe(
      "division-by-zero",
    );
  });
});

describe("women's services in Sussex", () => {
  // RR3 meeting note, 26 August 2020, section 3b: £1,300 a woman before, about £250 implied after.
  const [before, after] = [1_300, 250];

  test("the unit cost falls by 1,050 of 1,300 pounds, which no saving explains", () => {
    const gap = unitCostGap({ impliedCostPerStart: after, costPerStart: before });
    expect(String(gap)).toBe("-1050 GBP/starts");
    const change = gap.dividedBy(given(before, "GBP/starts", { name: "before" }));
    expect(agree(valueOf(change), fraction(-1_050n, 1_300n))).toBe(true);
  });

  test("5.2 times the volume must be bought for the money to be the same", () => {
    expect(String(volumeMultipleAtEqualValue({ unitCostBefore: before, unitCostAfter: after }))).toBe("5.2");
  });

  test("a woman who has 5.2 interventions costs what she did", () => {
    expect(String(costPerPerson({ costPerIntervention: after, interventionsPerPerson: "5.2" }))).toBe(
      "1300 GBP/peopleInYear",
    );
    expect(String(interventions({ peopleInYear: 100, interventionsPerPerson: "5.2" }))).toBe(
      "520 interventions",
    );
  });
});

describe("price and volume", () => {
  const valueAt = (starts: number, costPerStart: number) =>
    valueOf(indicativeValue({ starts, costPerStart }));

  test("a textbook's fall from 4,000 at £300 to 3,600 at £260 is 120,000 of volume and 144,000 of price", () => {
    // Textbook example of price and volume, a single product: the parts sum to −264,000.
    expect(subtract(valueAt(3_600, 300), valueAt(4_000, 300))).toEqual(exactly("-120000"));
    expect(subtract(valueAt(3_600, 260), valueAt(3_600, 300))).toEqual(exactly("-144000"));
    expect(subtract(valueAt(3_600, 260), valueAt(4_000, 300))).toEqual(exactly("-264000"));
  });

  test("1,000 at £50 and 1,200 at £45 differ by £4,000: 10,000 of volume, −5,000 of price, −1,000 of both", () => {
    // Recomputed from its inputs.
    const [volume, price] = [
      subtract(valueAt(1_200, 50), valueAt(1_000, 50)),
      subtract(valueAt(1_000, 45), valueAt(1_000, 50)),
    ];
    const total = subtract(valueAt(1_200, 45), valueAt(1_000, 50));
    expect([volume, price, total]).toEqual(["10000", "-5000", "4000"].map(exactly));
    expect(subtract(subtract(total, volume), price)).toEqual(exactly("-1000"));
  });
});

test("nothing rounds a pound away: a third of a pound thrice is a pound to 30 digits", () => {
  const third = divide(exactly(1), exactly(3));
  const cost = impliedUnitCost({ indicativeValue: 1, volume: given(3, "starts", { name: "volume" }) });
  expect(agree(valueOf(cost), third)).toBe(true);
});
