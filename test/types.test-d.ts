import { describe, expectTypeOf, test } from "vitest";
import {
  averageCaseload,
  completions,
  costPerCompletion,
  costPerStart,
  formula,
  given,
  impliedUnitCost,
  indicativeValue,
  starts,
  sum,
} from "volumes-and-values";
import { explain } from "volumes-and-values/readings";
import type { DividedBy, Figure, Times } from "volumes-and-values";
import type { Explanation } from "volumes-and-values/readings";

// What follows `@ts-expect-error` is the message that a person sees, or the last line of it.

const referrals = given(1200, "referrals", { name: "referrals" });
const startRate = given("0.62", "starts/referrals", { name: "startRate" });
const attended = starts({ referrals, startRate });
const perStart = costPerStart({ directCostPerStart: 300, overheadPerStart: 60, surplusPerPound: "0.05" });
const perCompletion = costPerCompletion({ costPerStart: perStart, completionRate: "0.5" });
const worked = { given: { referrals: 1, startRate: 1 }, gives: "1" } as const;

describe("units multiply and cancel", () => {
  test("in products", () => {
    expectTypeOf<Times<"referrals", "starts/referrals">>().toEqualTypeOf<"starts">();
    expectTypeOf<Times<"starts/referrals", "referrals">>().toEqualTypeOf<"starts">();
    expectTypeOf<Times<"GBP/hours", "hours/starts">>().toEqualTypeOf<"GBP/starts">();
    expectTypeOf<Times<"starts", "ratio">>().toEqualTypeOf<"starts">();
    expectTypeOf<Times<"ratio", "ratio">>().toEqualTypeOf<"ratio">();
    expectTypeOf<Times<"starts/referrals", "referrals/starts">>().toEqualTypeOf<"ratio">();
    expectTypeOf<Times<"people", "hours">>().toEqualTypeOf<"people × hours">();
    expectTypeOf<Times<string, "starts">>().toEqualTypeOf<string>();
  });

  test("in quotients", () => {
    expectTypeOf<DividedBy<"GBP", "starts">>().toEqualTypeOf<"GBP/starts">();
    expectTypeOf<DividedBy<"starts", "starts">>().toEqualTypeOf<"ratio">();
    expectTypeOf<DividedBy<"completions", "completions/starts">>().toEqualTypeOf<"starts">();
    expectTypeOf<DividedBy<"GBP/starts", "GBP/completions">>().toEqualTypeOf<"completions/starts">();
    expectTypeOf<DividedBy<"starts", "ratio">>().toEqualTypeOf<"starts">();
    expectTypeOf<DividedBy<"ratio", "starts">>().toEqualTypeOf<"ratio/starts">();
  });

  test("in sums as people write them", () => {
    expectTypeOf(referrals.times(startRate)).toEqualTypeOf<Figure<"starts">>();
    expectTypeOf(attended.times(12)).toEqualTypeOf<Figure<"starts">>();
    expectTypeOf(attended.dividedBy(attended)).toEqualTypeOf<Figure<"ratio">>();
    expectTypeOf(attended.rest.rounded({ places: 0, mode: "up" }).named("n")).toEqualTypeOf<
      Figure<"starts">
    >();
    expectTypeOf(sum("GBP", [])).toEqualTypeOf<Figure<"GBP">>();
    expectTypeOf(given({ count: 1, of: 3 }, "completions/places", { name: "n" })).toEqualTypeOf<
      Figure<"completions/places">
    >();
  });
});

describe("outside a formula", () => {
  test("a formula gives a figure in its unit", () => {
    expectTypeOf(attended).toEqualTypeOf<Figure<"starts">>();
    expectTypeOf(perCompletion).toEqualTypeOf<Figure<"GBP/completions">>();
    expectTypeOf(completions({ starts: attended, completionRate: { count: 1, of: 2 } })).toEqualTypeOf<
      Figure<"completions">
    >();
  });

  test("referrals are not starts", () => {
    // @ts-expect-error Type '"referrals"' is not assignable to type '"starts"'.
    indicativeValue({ starts: referrals, costPerStart: 250 });
    // @ts-expect-error Type '"referrals"' is not assignable to type '"starts"'.
    attended.plus(referrals);
    // @ts-expect-error Type '"referrals"' is not assignable to type '"starts"'.
    sum("starts", [attended, referrals]);
    // @ts-expect-error Type '"starts"' is not assignable to type '"referrals"'.
    starts({ referrals: attended, startRate });
  });

  test("a cost per completion is not a cost per start", () => {
    // @ts-expect-error Type '"GBP/completions"' is not assignable to type '"GBP/starts"'.
    indicativeValue({ starts: attended, costPerStart: perCompletion });
    // @ts-expect-error Type '"GBP/completions"' is not assignable to type '"GBP/starts"'.
    perStart.minus(perCompletion);
  });

  test("inputs are all there, and no others", () => {
    // @ts-expect-error Property 'startRate' is missing in type '{ referrals: number; }'
    starts({ referrals: 1200 });
    // @ts-expect-error Object literal may only specify known properties, but 'referals' does not exist in type … Did you mean to write 'referrals'?
    starts({ referals: 1200, startRate: "0.62" });
    // @ts-expect-error Object literal may only specify known properties, and 'area' does not exist in type
    starts({ referrals: 1200, startRate: "0.62", area: "Essex" });
    // @ts-expect-error Type 'null' is not assignable to type 'Input<"referrals">'.
    starts({ referrals: null, startRate: "0.62" });
    // @ts-expect-error Type 'undefined' is not assignable to type 'Input<"referrals">'.
    starts({ referrals: undefined, startRate: "0.62" });
    // @ts-expect-error Expected 1-2 arguments, but got 0.
    starts();
  });

  test("a list is not a value, nor a value a list", () => {
    // @ts-expect-error Type 'number' is not assignable to type 'readonly Input<"people">[]'.
    averageCaseload({ stocks: 13842 });
    // @ts-expect-error Type 'number[]' is not assignable to type 'Input<"referrals">'.
    starts({ referrals: [1200], startRate });
    expectTypeOf(averageCaseload({ stocks: [13842, "13845"] })).toEqualTypeOf<Figure<"people">>();
  });

  test("a stock of people is no basis of a unit cost", () => {
    const people = given(2700, "people", { name: "caseload" });
    // @ts-expect-error Type '"people"' is not assignable to type
    impliedUnitCost({ indicativeValue: 225_000, volume: people });
    expectTypeOf(impliedUnitCost({ indicativeValue: 1, volume: attended })).toEqualTypeOf<
      Figure<"GBP/starts">
    >();
  });

  test("a figure is no bare number", () => {
    const sums = (): readonly unknown[] => [
      // @ts-expect-error Operator '+' cannot be applied to types 'Figure<"starts">' and 'number'.
      attended + 1, // eslint-disable-line @typescript-eslint/restrict-plus-operands -- a mistake on purpose
      // @ts-expect-error The left-hand side of an arithmetic operation must be of type 'any', 'number', 'bigint' or an enum type.
      attended * 2,
      // @ts-expect-error Cannot assign to 'unit' because it is a read-only property.
      (attended.unit = "starts"),
    ];
    expectTypeOf(sums).toBeFunction();
  });

  test("an explanation has the shape of what was asked", () => {
    expectTypeOf(explain(attended)).toEqualTypeOf<Explanation>();
    expectTypeOf(explain([attended, perStart])).toEqualTypeOf<Explanation[]>();
    expectTypeOf(explain({ volume: attended, cost: perStart })).toEqualTypeOf<
      Record<"volume" | "cost", Explanation>
    >();
  });
});

describe("inside a formula", () => {
  const inputs = { referrals: "referrals", startRate: "starts/referrals" } as const;

  test("a sum in another unit than the one it states does not compile", () => {
    formula({
      figure: "starts",
      unit: "starts",
      inputs,
      // @ts-expect-error Type '"referrals"' is not assignable to type '"starts"'.
      calculate: ({ referrals: made }) => made.times(2),
      source: "illustrative",
      worked,
    });
    formula({
      figure: "starts",
      unit: "starts",
      inputs,
      // @ts-expect-error Argument of type 'Figure<"starts/referrals">' is not assignable to parameter of type 'Figure<"referrals">'.
      calculate: ({ referrals: made, startRate: rate }) => made.plus(rate).times(rate),
      source: "illustrative",
      worked,
    });
    formula({
      figure: "starts",
      unit: "starts",
      inputs,
      // @ts-expect-error Property 'startsRate' does not exist on type
      calculate: ({ referrals: made, startsRate }) => made.times(startsRate),
      source: "illustrative",
      worked,
    });
  });

  test("shares, counts and the worked answer name inputs that exist", () => {
    const calculate = ({
      referrals: made,
      startRate: rate,
    }: {
      readonly referrals: Figure<"referrals">;
      readonly startRate: Figure<"starts/referrals">;
    }): Figure<"starts"> => made.times(rate);
    const shared = { figure: "starts", unit: "starts", inputs, calculate, source: "illustrative" } as const;
    // @ts-expect-error Type '"rate"' is not assignable to type '"referrals" | "startRate"'.
    formula({ ...shared, shares: ["rate"], worked });
    // @ts-expect-error Type '"people"' is not assignable to type '"referrals" | "startRate"'.
    formula({ ...shared, counts: ["people"], worked });
    // @ts-expect-error Property 'startRate' is missing in type '{ referrals: number; }'
    formula({ ...shared, worked: { given: { referrals: 1 }, gives: "1" } });
    expectTypeOf(
      formula({ ...shared, shares: ["startRate"], counts: ["referrals"], worked })({
        referrals: 1,
        startRate: 1,
      }),
    ).toEqualTypeOf<Figure<"starts">>();
  });

  test("a compound that the compiler cannot reduce is stated with in", () => {
    const definition = {
      figure: "weighted",
      unit: "people",
      inputs: { people: "people", hours: "hours" },
      source: "illustrative",
      worked: { given: { people: 1, hours: 1 }, gives: "1" },
    } as const;
    formula({
      ...definition,
      // @ts-expect-error Type '"people × hours/hours"' is not assignable to type '"people"'.
      calculate: ({ people, hours }) => people.times(hours).dividedBy(hours),
    });
    expectTypeOf(
      formula({
        ...definition,
        calculate: ({ people, hours }) => people.times(hours).dividedBy(hours).in("people"),
      }),
    ).toBeFunction();
  });
});
