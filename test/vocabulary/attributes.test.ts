import { describe, expect, it } from "vitest";
import { agesOf, meets } from "../../src/vocabulary/attributes.ts";

describe("what is known of people", () => {
  it.each([
    ["18-25", 18, 25],
    ["26+", 26, Infinity],
    ["40", 40, 40],
  ])("the age band %s runs from %d to %d", (band, from, to) => {
    expect(agesOf(band)).toEqual({ from, to });
  });

  it.each([
    ["20-25", "18-25", true],
    ["18-25", "18-25", true],
    ["30-40", "26+", true],
    ["26+", "26-40", undefined],
    ["20-30", "18-25", undefined],
    ["18+", "26+", undefined],
    ["30-40", "18-25", false],
    ["25", "26+", false],
    ["26", "26+", true],
  ])("people of %s are within %s: %o", (is, wanted, answer) => {
    expect(meets({ age: is }, "age", [wanted])).toBe(answer);
  });

  it("people of an age that straddles two bands are within one of the two, where they meet", () => {
    expect(meets({ age: "18-40" }, "age", ["18-25", "26+"])).toBe(true);
    expect(meets({ age: "18-40" }, "age", ["18-25", "30+"])).toBeUndefined();
  });

  it("what is not known is neither met nor missed", () => {
    expect(meets({}, "sex", ["female"])).toBeUndefined();
    expect(meets({ sex: "male" }, "sex", ["female"])).toBe(false);
    expect(meets({ sex: "female" }, "sex", ["female", "male"])).toBe(true);
  });
});
