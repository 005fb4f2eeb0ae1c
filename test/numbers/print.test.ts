import fc from "fast-check";
import { expect, test } from "vitest";
import { decimalFrom, digitsOf } from "../../src/numbers/decimal.ts";
import { grouped, readable } from "../../src/numbers/print.ts";
import { decimalText, runs } from "../support/arbitraries-numbers.ts";
import { exactly, toPlaces } from "./fraction.ts";

test.for([
  ["900", "900"],
  ["-900", "-900"],
  ["1000", "1,000"],
  ["225000", "225,000"],
  ["-1234567.5", "-1,234,567.5"],
  ["0.62", "0.62"],
  ["0.123456", "0.123456"],
  ["0.1234567", "0.123456…"],
  ["1684.1234567", "1,684.123456…"],
  ["0.0000001234567", "0.000000123…"],
  ["-0.0000001", "-0.0000001"],
] as const)("%s is read by a person as %s", ([digits, text]) => {
  expect(readable(decimalFrom(digits))).toBe(text);
});

test("what a person reads is never above the number in size, and marked whenever it is less", () => {
  fc.assert(
    fc.property(decimalText(20), (text) => {
      const value = decimalFrom(text);
      const read = readable(value).replaceAll(",", "");
      const cut = read.endsWith("…");
      const digits = digitsOf(value);
      expect(
        cut ? digits.startsWith(read.slice(0, -1)) && digits.length >= read.length : read === digits,
      ).toBe(true);
    }),
    runs,
  );
});

test.for([
  ["1234.5", 2, "1,234.50"],
  ["1234.5", 0, "1,234"],
  ["1235.5", 0, "1,236"],
  ["0.005", 2, "0.00"],
  ["0.015", 2, "0.02"],
  ["-1234567.891", 1, "-1,234,567.9"],
  ["-0.004", 2, "0.00"],
] as const)("%s is printed to %i places as %s, half to even", ([digits, places, text]) => {
  expect(grouped(decimalFrom(digits), places)).toBe(text);
});

test("what is printed to so many places is the number rounded half to even", () => {
  fc.assert(
    fc.property(decimalText(15), fc.integer({ min: 0, max: 6 }), (text, places) => {
      const printed = grouped(decimalFrom(text), places).replaceAll(",", "");
      expect(exactly(printed)).toEqual(toPlaces(exactly(text), places, "half even"));
    }),
    runs,
  );
});
