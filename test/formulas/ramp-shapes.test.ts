import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { given, rampFactors, rampShapes } from "volumes-and-values";
import type { Ramp, RampShape } from "volumes-and-values";
import type { Fraction } from "../numbers/fraction.ts";
import { agree, exactly, fraction, isBelow, multiply, subtract } from "../numbers/fraction.ts";
import { refused } from "../numbers/refusal.ts";
import { runs, share } from "../support/arbitraries-numbers.ts";

const texts = (ramp: Ramp): string[] => rampFactors(ramp).map((factor) => factor.toJSON().value);
const shapes = fc.constantFrom(...rampShapes);
const months = fc.integer({ min: 1, max: 60 });
const first = (value: string) => given(value, "ratio", { name: "firstMonthShare" });

describe("the published time profiles, five years to plateau", () => {
  // The Strategy Unit's demand model, time profiles, horizon 5: points at the ends of years 1 to 5.
  test.for<readonly [RampShape, string[]]>([
    ["linear", ["0.2", "0.4", "0.6", "0.8", "1"]],
    ["front-loaded", ["0.6", "0.8", "0.9165151390", "0.9797958971", "1"]],
    ["back-loaded", ["0.0202041029", "0.0834848610", "0.2", "0.4", "1"]],
  ])("%s growth is %j", ([shape, published]) => {
    const found = rampFactors({ shape, monthsToPlateau: 5 }).map((factor) =>
      exactly(factor.rounded({ places: 10, mode: "half even" }).toJSON().value),
    );
    expect(found).toEqual(published.map(exactly));
  });

  test("quarter circles are quarter circles: x² + y² is one", () => {
    fc.assert(
      fc.property(months, (monthsToPlateau) => {
        const one = fraction(1n);
        const square = (a: Fraction): Fraction => multiply(a, a);
        for (const [index, factor] of texts({ shape: "front-loaded", monthsToPlateau }).entries()) {
          const left = fraction(BigInt(monthsToPlateau - index - 1), BigInt(monthsToPlateau));
          expect(agree(square(exactly(factor)), subtract(one, square(left)))).toBe(true);
        }
        for (const [index, factor] of texts({ shape: "back-loaded", monthsToPlateau }).entries()) {
          const passed = fraction(BigInt(index + 1), BigInt(monthsToPlateau));
          const height = subtract(one, exactly(factor));
          expect(agree(square(height), subtract(one, square(passed)), 28)).toBe(true);
        }
      }),
      runs,
    );
  });

  test("an S-curve of four months is 5/32, 1/2, 27/32 and one", () => {
    // 3x² − 2x³ at 1/4, 2/4, 3/4 and 1
    expect(texts({ shape: "s-curve", monthsToPlateau: 4 })).toEqual(["0.15625", "0.5", "0.84375", "1"]);
  });

  test("a step is nothing until the plateau", () => {
    expect(texts({ shape: "step", monthsToPlateau: 3 })).toEqual(["0", "0", "1"]);
  });
});

describe("whatever its shape", () => {
  test("a service never passes its plateau, never shrinks on the way, and reaches it in the last month", () => {
    fc.assert(
      fc.property(shapes, months, fc.option(share, { nil: undefined }), (shape, monthsToPlateau, start) => {
        const firstMonthShare = start === undefined ? undefined : first(start);
        const found = texts({ shape, monthsToPlateau, firstMonthShare }).map(exactly);
        expect(found).toHaveLength(monthsToPlateau);
        expect(found.at(-1)).toEqual(fraction(1n));
        for (const [index, factor] of found.entries()) {
          expect(isBelow(fraction(1n), factor)).toBe(false);
          expect(isBelow(factor, found[index - 1] ?? fraction(0n))).toBe(false);
        }
      }),
      runs,
    );
  });

  test("the first month has the share it was said to have, and the last is the plateau", () => {
    fc.assert(
      fc.property(shapes, fc.integer({ min: 2, max: 60 }), share, (shape, monthsToPlateau, start) => {
        const found = texts({ shape, monthsToPlateau, firstMonthShare: first(start) });
        expect(exactly(found[0] as string)).toEqual(exactly(start));
        expect(found.at(-1)).toBe("1");
      }),
      runs,
    );
  });

  test("a plateau in the first month is a plateau at once, whatever the first month's share", () => {
    for (const shape of rampShapes) {
      expect(texts({ shape, monthsToPlateau: 1 })).toEqual(["1"]);
      expect(texts({ shape, monthsToPlateau: 1, firstMonthShare: first("0.25") })).toEqual(["1"]);
    }
  });

  test("from a quarter, three months of linear growth are a quarter, five eighths and one", () => {
    const factors = rampFactors(
      { shape: "linear", monthsToPlateau: 3, firstMonthShare: first("0.25") },
      "ramp",
    );
    expect(factors.map(String)).toEqual(["0.25", "0.625", "1"]);
    expect(factors.map(({ about }) => about["month"])).toEqual(["month 1", "month 2", "month 3"]);
  });

  test("a month of a ramp without a first share is an input with a path, so that it can be moved", () => {
    const paths = rampFactors({ shape: "linear", monthsToPlateau: 2 }, "lots.essex.rampUp").map(
      ({ operation }) => operation.kind === "given" && operation.provenance.path,
    );
    expect(paths).toEqual(["lots.essex.rampUp.months.1", "lots.essex.rampUp.months.2"]);
  });
});

describe("what is no ramp", () => {
  test("a first month above the plateau is refused", () => {
    const act = () => rampFactors({ shape: "linear", monthsToPlateau: 3, firstMonthShare: first("25") });
    expect(refused(act).message).toBe(
      "firstMonthShare is a share and lies between 0 and 1; received 25. If 25% is meant, give 0.25.",
    );
  });

  test.for([0, -1, 2.5, NaN, Infinity, "6", null])(
    "a plateau after %s months is refused",
    (monthsToPlateau) => {
      const act = () => rampFactors({ shape: "linear", monthsToPlateau: monthsToPlateau as number });
      expect(refused(act).code).toMatch(/^(out-of-range|not-a-number)$/);
    },
  );

  test.for(["zigzag", "toString", undefined])("growth in the shape of %s is refused", (shape) => {
    expect(refused(() => rampFactors({ shape: shape as RampShape, monthsToPlateau: 3 })).code).toBe(
      "unknown-word",
    );
  });

  test("nobody can change a ramp", () => {
    expect(Object.isFrozen(rampFactors({ shape: "linear", monthsToPlateau: 3 }))).toBe(true);
    const from = rampFactors({ shape: "linear", monthsToPlateau: 3, firstMonthShare: first("0.25") });
    expect(Object.isFrozen(from)).toBe(true);
  });

  test("nobody can change the list of shapes for everybody else", () => {
    expect(Object.isFrozen(rampShapes)).toBe(true);
  });
});
