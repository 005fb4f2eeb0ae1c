import { describe, expect, test } from "vitest";
import { parseBidder } from "volumes-and-values/provider";
import { refusal } from "../numbers/refusal.ts";
import { mechanisms } from "../support/mechanisms.ts";

const sound = {
  name: "A centre",
  mechanism: mechanisms.bands,
  costs: [
    { name: "staff", fixed: 100_000, perCase: { by: "complexity", values: { low: 100 }, otherwise: 200 } },
  ],
};
const but = (changes: object): unknown => ({ ...sound, ...changes });
const referrals = { appropriateShare: "0.8", costPerReferral: 45, borneShare: 1 };
const index = (values: object): object => ({ name: "an index", source: "illustrative", values });
const indexation = { base: "2021/22", index: index({ "2021/22": 100, "2022/23": 103 }) };
const credits = {
  atMostShare: "0.1",
  measures: [{ name: "in time", targetShare: "0.9", creditPerShortfall: 1 }],
};

describe("a provider's side of a contract", () => {
  test("is read and cannot be changed", () => {
    const read = parseBidder(JSON.parse(JSON.stringify(sound)));
    expect(read).toEqual(sound);
    expect(Object.isFrozen(read.costs[0])).toBe(true);
    expect(parseBidder(read)).toEqual(read);
  });

  test.for<readonly [string, unknown, unknown]>([
    ["neither is indexed", undefined, undefined],
    ["both are", indexation, indexation],
    ["costs are in the prices of each year", indexation, "of each year"],
    ["what is paid is in the prices of each year", "of each year", indexation],
  ])("says in which prices its costs and its income are: %s", ([, paid, costed]) => {
    const read = parseBidder(
      but({ mechanism: { ...mechanisms.bands, indexation: paid }, costIndexation: costed }),
    );
    expect([read.mechanism.indexation, read.costIndexation]).toEqual([paid, costed]);
  });

  test.for<readonly [string, unknown, string]>([
    ["nothing", undefined, "(the whole)"],
    ["costs left out", but({ costs: undefined }), "costs: expected a list; received nothing"],
    [
      "a cost of mobilisation twice",
      but({ mobilisationCosts: [0, 1].map(() => ({ name: "IT", amount: 5_000, on: "2021-05-01" })) }),
      "mobilisationCosts.1: expected each once; received IT on 2021-05-01, which mobilisationCosts.0 has.",
    ],
    [
      "a cost of nothing",
      but({ costs: [{ name: "staff" }] }),
      "costs.0: expected a cost that is fixed, perCase or in steps",
    ],
    [
      "a cost below zero",
      but({ costs: [{ name: "staff", fixed: -1 }] }),
      "costs.0.fixed: expected zero or more",
    ],
    [
      "a fixed cost by complexity",
      but({ costs: [{ name: "staff", fixed: { by: "complexity", values: { low: 1 } } }] }),
      "costs.0.fixed.by",
    ],
    [
      "two costs of one name",
      but({ costs: [1, 2].map((fixed) => ({ name: "staff", fixed })) }),
      "costs.1.name",
    ],
    [
      "a step of no cases",
      but({ costs: [{ name: "posts", steps: { each: 0, amount: 1 } }] }),
      "costs.0.steps.each: expected above zero",
    ],
    ["no mechanism", but({ mechanism: undefined }), "mechanism"],
    [
      "a mechanism that contradicts itself",
      but({ mechanism: { ...mechanisms.block, atMost: 1 } }),
      "mechanism.parts.0.amount: expected at most the 1 of atMost; received 510000",
    ],
    [
      "no referral that is appropriate",
      but({ referrals: { ...referrals, appropriateShare: 0 } }),
      "referrals.appropriateShare: expected above zero",
    ],
    [
      "a share of referrals in percent",
      but({ referrals: { ...referrals, appropriateShare: 80 } }),
      "If 80% is meant, write 0.8.",
    ],
    [
      "referrals that nobody bears",
      but({ referrals: { appropriateShare: 1, costPerReferral: 1 } }),
      "referrals.borneShare",
    ],
    [
      "performance on which nothing hangs",
      but({ performance: { "in time": "0.9" } }),
      "performance.in time: expected no performance",
    ],
    [
      "credits for what nobody states",
      but({ mechanism: { ...mechanisms.block, serviceCredits: credits } }),
      "performance.in time: expected the share achieved",
    ],
    [
      "a misspelt performance",
      but({ mechanism: { ...mechanisms.block, serviceCredits: credits }, performance: { "in tyme": 1 } }),
      'Did you mean "in time"?',
    ],
    [
      "an index without its base",
      but({
        mechanism: { ...mechanisms.bands, indexation: "of each year" },
        costIndexation: { base: "2021/22", index: index({ "2022/23": 1 }) },
      }),
      "costIndexation.base",
    ],
    [
      "an index of income, and nothing said of costs",
      but({ mechanism: { ...mechanisms.bands, indexation } }),
      'costIndexation: expected an index of costs, or "of each year" for costs in the prices of each year, since mechanism.indexation is given; received nothing',
    ],
    [
      "an index of costs, and nothing said of income",
      but({ costIndexation: indexation }),
      'mechanism.indexation: expected an index of what is paid, or "of each year" for amounts in the prices of each year, since costIndexation is given; received nothing',
    ],
    ["a misspelt name", but({ openingCsh: 1 }), 'Did you mean "openingCash"?'],
  ])("is refused with the place of what is wrong: %s", ([, data, message]) => {
    const error = refusal(() => parseBidder(data));
    expect(error.code).toBe("invalid-data");
    expect(error.message).toContain(message);
  });
});
