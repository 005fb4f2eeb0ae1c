import { describe, expect, it } from "vitest";
import { forecast, isModelError, parsePlan } from "volumes-and-values";
import { swings } from "volumes-and-values/readings";
import type { Json } from "../../support/plans.ts";
import { essexWith, onlyProblemIn, problemsIn, thrownBy } from "../../support/plans.ts";

const path = "services.accommodation.complexityMix";

describe("the complexity mix of a service", () => {
  it("shares in tenths sum to one, though floats of them do not", () => {
    // In 64-bit floats 0.1 + 0.2 + 0.7 is 0.9999999999999999.
    const mix = { low: 0.1, medium: 0.2, high: 0.7 };
    expect(parsePlan(essexWith({ [path]: mix })).services["accommodation"]?.complexityMix).toEqual(mix);
  });

  it("shares that leave people over are refused", () => {
    expect(onlyProblemIn(essexWith({ [path]: { low: 0.2, medium: 0.5, high: 0.2 } }))).toMatchObject({
      path,
      expected: "shares that sum to exactly 1",
      received: "0.9",
    });
  });

  it("shares of more than everybody are refused, with a rest and without", () => {
    expect(onlyProblemIn(essexWith({ [path]: { low: 0.6, medium: 0.5, high: 0 } }))).toMatchObject({
      path,
      received: "1.1",
    });
    expect(onlyProblemIn(essexWith({ [path]: { low: 0.6, medium: 0.5, high: "rest" } }))).toMatchObject({
      path,
      expected: "shares of at most 1 beside the rest",
      received: "1.1",
    });
  });

  it("percentages are refused, each with the share that is meant", () => {
    const messages = problemsIn(essexWith({ [path]: { low: 20, medium: 50, high: 30 } })).map(
      (one) => one.message,
    );
    expect(messages).toContainEqual(expect.stringContaining("If 20% is meant, write 0.2."));
    expect(messages).toContainEqual(expect.stringContaining("If 50% is meant, write 0.5."));
  });

  it("a range for every share is refused, since one follows from the others", () => {
    const ranged = (value: number): Json => ({ value, low: value - 0.1, high: value + 0.1 });
    const every = { low: ranged(0.25), medium: ranged(0.5), high: ranged(0.25) };
    expect(onlyProblemIn(essexWith({ [path]: every }))).toMatchObject({
      path,
      expected: "one level without a range, which follows from the others",
      received: "a range for each",
      message: expect.stringContaining('Make one of them the "rest".'),
    });
    expect(() => parsePlan(essexWith({ [path]: { ...every, low: 0.25 } }))).not.toThrow();
  });

  it("the share without a range is the one that follows, and the others can be tried", () => {
    const mix = { low: 0.25, medium: { value: 0.5, low: 0.4 }, high: { value: 0.25, high: 0.3 } };
    const { indicativeValue } = forecast(parsePlan(essexWith({ [path]: mix }))).total();
    expect(swings(indicativeValue).rows.map((row) => row.path)).toEqual([`${path}.high`, `${path}.medium`]);
  });

  it("two rests are refused", () => {
    expect(onlyProblemIn(essexWith({ [path]: { low: 0.6, medium: "rest", high: "rest" } }))).toMatchObject({
      path,
      expected: 'one level at most that is the "rest"',
      received: "2 of them",
    });
  });

  it("a level that is left out is refused, since missing is not zero", () => {
    expect(onlyProblemIn(essexWith({ [path]: { low: 0.5, medium: 0.5 } }))).toMatchObject({
      path: `${path}.high`,
      expected: "the share of high complexity",
      received: "nothing",
      message: expect.stringContaining("Missing is not zero"),
    });
  });

  it("a misspelt level is named with the one that was meant", () => {
    expect(problemsIn(essexWith({ [path]: { low: 0.2, medum: 0.5, high: 0.3 } }))).toContainEqual(
      expect.objectContaining({ path: `${path}.medum`, received: '"medum"', nearest: "medium" }),
    );
  });

  it("a mix for one sex is checked as the mix for all is", () => {
    expect(
      onlyProblemIn(
        essexWith({
          [path]: {
            by: "sex",
            values: { female: { low: 0.5, medium: 0.5, high: 0.5 } },
            otherwise: { low: 1, medium: 0, high: 0 },
          },
        }),
      ),
    ).toMatchObject({ path: `${path}.values.female`, received: "1.5" });
  });

  it("thirds as counts do not sum to one in decimals, and the message says how to mend that", () => {
    const third = { count: 1, of: 3 };
    expect(onlyProblemIn(essexWith({ [path]: { low: third, medium: third, high: third } }))).toMatchObject({
      path,
      received: `0.${"9".repeat(40)}`,
      message: expect.stringContaining('One level may be the "rest".'),
    });
    expect(parsePlan(essexWith({ [path]: { low: third, medium: third, high: "rest" } })).name).toBe(
      "Accommodation in Essex, illustrative",
    );
  });

  it("a mix that differs by complexity is refused, since it would count people once at every level", () => {
    const all = (level: string): object => ({ low: 0, medium: 0, high: 0, [level]: 1 });
    expect(
      onlyProblemIn(
        essexWith({
          [path]: {
            by: "complexity",
            values: { low: all("low"), medium: all("medium"), high: all("high") },
          },
        }),
      ),
    ).toMatchObject({ path: `${path}.by`, received: '"complexity"' });
  });

  it("a level called by is taken for a misspelt one, and nothing breaks", () => {
    const error = thrownBy(() =>
      parsePlan(essexWith({ [path]: { by: 0.5, low: 0.2, medium: 0.3, high: 0 } })),
    );
    expect(isModelError(error, "invalid-data")).toBe(true);
  });
});
