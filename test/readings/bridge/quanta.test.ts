import { describe, expect, test } from "vitest";
import { decimalFrom } from "../../../src/numbers/decimal.ts";
import { wholeQuantaIn } from "../../../src/readings/bridge/quanta.ts";

const penny = decimalFrom("0.01");

describe("how many whole pence an amount is", () => {
  test.for<readonly [string, number]>([
    // A half penny is rounded to the even penny.
    ["2.275", 228],
    ["2.265", 226],
    ["-2.275", -228],
    // Sixty digits just below and above a half penny, of which a quotient keeps forty.
    [`2.274${"9".repeat(60)}`, 227],
    [`2.265${"0".repeat(60)}1`, 227],
    [`-2.274${"9".repeat(60)}`, -227],
    ["0", 0],
  ])("%s", ([amount, pence]) => {
    expect(wholeQuantaIn(decimalFrom(amount), penny)).toBe(pence);
  });
});
