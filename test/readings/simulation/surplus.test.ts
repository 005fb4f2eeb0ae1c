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

test("where income is cost whatever the volume, there is no chance of either, and none that a unit cost is not what it is", () => {
  // 300.1 + 0.2 = 300.3, but in floats times so many cases: a price that is all that a case costs.
  const atCost: Bidder = {
    name: "at cost",
    mechanism: { name: "Price", counts: "starts", parts: [{ pay: "per case", price: "300.3" }] },
    costs: [
      { name: "staff", perCase: "300.1" },
      { name: "rooms", perCase: "0.2" },
    ],
  };
  const { income, cost, surplus, subsidy } = exposure(volumes, atCost).at(0);
  const ofPound = cost.dividedBy(income).named("ofPound");
  const drawn = simulate(
    { surplus, subsidy, ofPound },
    { draws: 2_000, seed: 2, distributions: { volumeRatio: between } },
  );
  const shares = [
    [drawn.surplus, 0],
    [drawn.subsidy, 0],
    [drawn.ofPound, 1],
  ] as const;
  for (const [figure, at] of shares) expect([figure.shareAbove(at), figure.shareBelow(at)]).toEqual([0, 0]);
  // A draw that is more by what anybody could mean is told from it, however near.
  expect(drawn.ofPound.shareAbove(1 - 1e-6)).toBe(1);
});
