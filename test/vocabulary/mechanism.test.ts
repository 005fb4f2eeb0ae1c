import { describe, expect, test } from "vitest";
import { parseMechanism } from "volumes-and-values/provider";
import { refusal } from "../numbers/refusal.ts";
import { mechanisms } from "../support/mechanisms.ts";

const bands = (sides: object): unknown => ({
  name: "Bands",
  counts: "referrals",
  parts: [{ pay: "bands", amount: 500_000, ...sides }],
});
const block = { pay: "block", amount: 500_000 };
const withTerms = (rest: object): unknown => ({
  name: "Block",
  counts: "referrals",
  parts: [block],
  ...rest,
});

const index = (values: object): object => ({ name: "an index", source: "illustrative", values });

describe("a payment mechanism", () => {
  test.for(Object.entries(mechanisms))("is read and cannot be changed: %s", ([, mechanism]) => {
    const read = parseMechanism(JSON.parse(JSON.stringify(mechanism)));
    expect(read).toEqual(mechanism);
    expect(Object.isFrozen(read.parts[0])).toBe(true);
    expect(parseMechanism(read)).toEqual(read);
  });

  test.for<readonly [string, unknown, string]>([
    ["nothing at all", undefined, "(the whole): expected an object; received nothing"],
    ["a list", [], "(the whole): expected an object; received a list"],
    ["no parts", withTerms({ parts: [] }), "parts: expected a list that is not empty"],
    ["a measure nobody counts", withTerms({ counts: "refferals" }), 'Did you mean "referrals"?'],
    [
      "a part that pays by no known way",
      withTerms({ parts: [{ pay: "blok", amount: 1 }] }),
      'parts.0.pay: expected "block"',
    ],
    ["a block without its amount", withTerms({ parts: [{ pay: "block" }] }), "parts.0.amount"],
    ["a misspelt name", withTerms({ atMots: 600_000 }), 'Did you mean "atMost"?'],
    [
      "a price below zero",
      withTerms({ parts: [{ pay: "per case", price: -1 }] }),
      "parts.0.price: expected zero or more; received -1",
    ],
    [
      "a price that is no number",
      withTerms({ parts: [{ pay: "per case", price: "1,000" }] }),
      "parts.0.price",
    ],
    [
      "a price by area",
      withTerms({ parts: [{ pay: "per case", price: { by: "area", values: { essex: 1 } } }] }),
      "parts.0.price.by: expected an attribute it may differ by: complexity, year",
    ],
    [
      "an amount by complexity",
      withTerms({ parts: [{ pay: "block", amount: { by: "complexity", values: { low: 1 } } }] }),
      "parts.0.amount.by",
    ],
    [
      "an amount for what is no year",
      withTerms({ parts: [{ pay: "block", amount: { by: "year", values: { "2021": 1 } } }] }),
      "parts.0.amount.values.2021: expected a year",
    ],
    ["bands on neither side", bands({}), "parts.0: expected bands below, above, or both; received neither"],
    ["no bands on a side", bands({ above: [] }), "parts.0.above"],
    [
      "bands that overlap",
      bands({
        above: [
          { beyond: "0.2", price: 1 },
          { beyond: "0.2", price: 2 },
        ],
      }),
      "parts.0.above.1.beyond: expected more than the 0.2 of the band before; received 0.2",
    ],
    [
      "a band further below than nothing",
      bands({ below: [{ beyond: "1.1", price: 1 }] }),
      "parts.0.below.0.beyond: expected a share from 0 to 1; received 1.1",
    ],
    ["a tolerance in percent", bands({ below: [{ beyond: 10, price: 1 }] }), "If 10% is meant, write 0.1."],
    [
      "a band above that begins below",
      bands({ above: [{ beyond: "-0.1", price: 1 }] }),
      "parts.0.above.0.beyond: expected zero or more",
    ],
    [
      "two parts in bands",
      withTerms({ parts: [1, 2].map(() => ({ pay: "bands", amount: 1, above: [{ beyond: 0, price: 1 }] })) }),
      "parts.1: expected one part that pays in bands; received another, beside parts.0",
    ],
    [
      "outcomes that are what is counted",
      withTerms({ parts: [{ pay: "outcomes", counts: "referrals", price: 1 }] }),
      'parts.0.counts: expected another measure than the referrals that the mechanism counts; received "referrals"',
    ],
    [
      "outcomes that come before what is counted",
      {
        name: "Results",
        counts: "completions",
        parts: [block, { pay: "outcomes", counts: "referrals", price: 1 }],
      },
      'parts.1.counts: expected what comes of the completions that the mechanism counts; received "referrals". Let the mechanism count the referrals, and pay for completions as outcomes.',
    ],
    [
      "two prices of one outcome",
      withTerms({ parts: [300, 200].map((price) => ({ pay: "outcomes", counts: "completions", price })) }),
      "parts.1: expected one price for each of the completions; received another, beside parts.0. Give one part for both prices together.",
    ],
    [
      "two prices of a case",
      withTerms({
        parts: [
          { pay: "per case", price: 1 },
          block,
          { pay: "per case", price: { by: "complexity", values: { low: 1 } } },
        ],
      }),
      "parts.2: expected one price for each of the referrals; received another, beside parts.0. Give one part for both prices together.",
    ],
    [
      "a milestone twice",
      withTerms({
        mobilisation: [
          { name: "live", amount: 1, on: "2021-06-26" },
          { name: "staff", amount: 1, on: "2021-06-26" },
          { name: "live", amount: 2, on: "2021-09-26" },
          { name: "live", amount: 1, on: "2021-06-26" },
        ],
      }),
      "This payment mechanism has 1 problem:\n  mobilisation.3: expected each once; received live on 2021-06-26, which mobilisation.0 has.",
    ],
    [
      "a minimum above the maximum",
      withTerms({ parts: [{ pay: "per case", price: 1 }], atMost: 1, atLeast: 2 }),
      "atLeast: expected at most the 1 of atMost; received 2",
    ],
    [
      "the same in one year of several",
      withTerms({
        parts: [{ pay: "per case", price: 1 }],
        atMost: { by: "year", values: { "2021/22": 5, "2022/23": 1 } },
        atLeast: 2,
      }),
      "atLeast: expected at most the 1 of atMost.values.2022/23; received 2",
    ],
    [
      "a block above the maximum",
      withTerms({ atMost: 1 }),
      "parts.0.amount: expected at most the 1 of atMost; received 500000",
    ],
    [
      "a credit for one measure twice",
      withTerms({
        serviceCredits: {
          atMostShare: "0.1",
          measures: [1, 2].map(() => ({ name: "in time", targetShare: "0.9", creditPerShortfall: 1 })),
        },
      }),
      "serviceCredits.measures.1.name",
    ],
    [
      "a target in percent",
      withTerms({
        serviceCredits: {
          atMostShare: "0.1",
          measures: [{ name: "in time", targetShare: 90, creditPerShortfall: 1 }],
        },
      }),
      "serviceCredits.measures.0.targetShare: expected a share from 0 to 1; received 90. If 90% is meant, write 0.9.",
    ],
    [
      "credits without their most",
      withTerms({ serviceCredits: { measures: [] } }),
      "serviceCredits.atMostShare",
    ],
    [
      "an index without its base",
      withTerms({ indexation: { base: "2020/21", index: index({ "2021/22": 100 }) } }),
      "indexation.base: expected a year of the index: 2021/22",
    ],
    [
      "an index of nought",
      withTerms({ indexation: { base: "2021/22", index: index({ "2021/22": 0 }) } }),
      "indexation.index.values.2021/22: expected above zero",
    ],
    [
      "an index that nobody can look up",
      withTerms({ indexation: { base: "2021/22", index: { values: { "2021/22": 100 } } } }),
      "indexation.index.source",
    ],
    [
      "an index of what is no year",
      withTerms({ indexation: { base: "2021/22", index: index({ "2021/99": 100 }) } }),
      "indexation.index.values.2021/99",
    ],
    [
      "indexation by a word nobody knows",
      withTerms({ indexation: "none" }),
      'indexation: expected "of each year"',
    ],
    [
      "blocks that come to more than the maximum together",
      withTerms({ parts: [300_000, 300_000].map((amount) => ({ pay: "block", amount })), atMost: 400_000 }),
      "parts: expected amounts that come to at most the 400000 of atMost; received 600000 together",
    ],
    [
      "the same in one year of several",
      withTerms({
        parts: [
          { pay: "block", amount: { by: "year", values: { "2021/22": 100, "2022/23": 300 } } },
          { pay: "block", amount: 150 },
        ],
        atMost: 400,
      }),
      "parts: expected amounts that come to at most the 400 of atMost; received 450 together",
    ],
    [
      "accounts settled before they are paid",
      withTerms({ terms: { monthsInArrears: 6, onAccount: "contracted", reconciledAfter: 5 } }),
      "terms.reconciledAfter: expected at least the 6 of monthsInArrears; received 5",
    ],
    [
      "accounts settled of what was delivered",
      withTerms({ terms: { monthsInArrears: 1, onAccount: "delivered", reconciledAfter: 3 } }),
      "terms.reconciledAfter: expected nothing, since what is delivered is what is due; received 3",
    ],
    [
      "a tolerance above in percent",
      bands({ above: [{ beyond: 10, price: 1 }] }),
      "parts.0.above.0.beyond: expected less than 5, which is six times the contracted volume; received 10. If 10% is meant, write 0.1.",
    ],
    [
      "a milestone on no day",
      withTerms({ mobilisation: [{ name: "live", amount: 1, on: "2021-02-30" }] }),
      "mobilisation.0.on: expected a day",
    ],
    [
      "payment on account that nobody settles",
      withTerms({ terms: { monthsInArrears: 1, onAccount: "contracted" } }),
      "terms.reconciledAfter: expected the months after a year's end in which accounts are settled; received nothing",
    ],
    [
      "months that are not whole",
      withTerms({ terms: { monthsInArrears: 1.5, onAccount: "delivered" } }),
      "terms.monthsInArrears",
    ],
    ["an object of a class", withTerms({ atMost: new Date(0) }), "atMost: expected a plain object"],
  ])("is refused with the place of what is wrong: %s", ([, data, message]) => {
    const error = refusal(() => parseMechanism(data));
    expect(error.code).toBe("invalid-data");
    expect(error.message).toContain("This payment mechanism has");
    expect(error.message).toContain(message);
  });

  test("every problem is said at once", () => {
    const error = refusal(() =>
      parseMechanism({
        ...(withTerms({ indexation: { base: "2020/21", index: index({ "2021/22": 100 }) } }) as object),
        parts: [block, { pay: "per case", price: -1 }],
        atMost: 1,
      }),
    );
    expect(
      (error.details as { readonly problems: readonly { readonly path: string }[] }).problems.map(
        ({ path }) => path,
      ),
    ).toEqual(["parts.1.price", "parts.0.amount", "indexation.base"]);
  });
});
