import { expect, test } from "vitest";
import { forecast } from "volumes-and-values";
import { exposure } from "volumes-and-values/provider";
import type { Bidder } from "volumes-and-values/provider";
import { simulate } from "volumes-and-values/simulation";
import { essexPlan } from "../../support/plans.ts";

const volumes = forecast(essexPlan());
/** Illustrative, so that a surplus and a subsidy are about as likely. */
const us: Bidder = {
  name: "us",
  mechanism: { name: "Price", counts: "starts", parts: [{ pay: "per case", price: 320 }] },
  costs: [
    { name: "premises", fixed: 45_000 },
    { name: "staff", perCase: 200 },
    { name: "rooms", steps: { each: 150, amount: 4_000 } },
  ],
};
const between = { kind: "triangular", low: "0.5", mode: 1, high: "1.3" } as const;

test("a surplus is as likely as a balance above nought, a subsidy as one below, and neither is ever less than nothing", () => {
  for (const year of [undefined, ...volumes.years]) {
    const { balance, surplus, subsidy } =
      year === undefined
        ? exposure(volumes, us).at(0)
        : (exposure(volumes, us).years.find((one) => one.year === year)?.contracted ?? expect.fail());
    const drawn = simulate(
      { balance, surplus, subsidy },
      { draws: 2_000, seed: 2, distributions: { volumeRatio: between } },
    );
    expect(drawn.surplus.shareBelow(0)).toBe(0);
    expect(drawn.subsidy.shareBelow(0)).toBe(0);
    expect(drawn.surplus.shareAbove(0)).toBe(drawn.balance.shareAbove(0));
    expect(drawn.subsidy.shareAbove(0)).toBe(drawn.balance.shareBelow(0));
    if (year === undefined) expect(drawn.balance.shareAbove(0)).toBeGreaterThan(0);
  }
});
