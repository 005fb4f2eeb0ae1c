import fc from "fast-check";
import type { Mechanism, PaymentPart } from "volumes-and-values/provider";

/** Greater Manchester's accommodation contract was tendered at 170 referrals a month, and received significantly more. */
export const contractedInYear = 170 * 12;
/** The same and 30% more, the overrun of the examples. */
export const deliveredInYear = 2652;

/** Illustrative mechanisms by name, each worth £510,000 at the contracted volume: £250 a referral. */
export const mechanisms = {
  block: { name: "Block", counts: "referrals", parts: [{ pay: "block", amount: 510_000 }] },
  unitPrice: { name: "Price per case", counts: "referrals", parts: [{ pay: "per case", price: 250 }] },
  fixedAndVariable: {
    name: "Fixed and variable",
    counts: "referrals",
    parts: [
      { pay: "block", amount: 306_000 },
      { pay: "per case", price: 100 },
    ],
  },
  bands: {
    name: "Bands",
    counts: "referrals",
    parts: [
      {
        pay: "bands",
        amount: 510_000,
        below: [
          { beyond: "0.1", price: 150 },
          { beyond: "0.5", price: 0 },
        ],
        above: [
          { beyond: "0.1", price: 150 },
          { beyond: "0.2", price: 0 },
        ],
      },
    ],
  },
  capped: {
    name: "Price per case, at most £561,000",
    counts: "referrals",
    parts: [{ pay: "per case", price: 250 }],
    atMost: 561_000,
  },
} as const satisfies Record<string, Mechanism>;

const money = fc.integer({ min: 0, max: 2_000_000 });
const price = fc.integer({ min: 0, max: 1_000 });
const anyPrice = fc.integer({ min: -300, max: 1_000 });
const ascending = (most: number) =>
  fc
    .uniqueArray(fc.integer({ min: 0, max: most }), { minLength: 1, maxLength: 3 })
    .map((percents) => percents.sort((a, b) => a - b).map((percent) => String(percent / 100)));

const edges = (most: number, priceOf: fc.Arbitrary<number>) =>
  ascending(most).chain((beyonds) =>
    fc
      .tuple(...beyonds.map(() => priceOf))
      .map((prices) => beyonds.map((beyond, index) => ({ beyond, price: prices[index] as number }))),
  );

const bandsPart = (priceOf: fc.Arbitrary<number>): fc.Arbitrary<PaymentPart> =>
  fc
    .record({
      amount: money,
      below: fc.option(edges(100, priceOf), { nil: undefined }),
      above: edges(150, priceOf),
    })
    .map(({ amount, below, above }) => ({
      pay: "bands",
      amount,
      above,
      ...(below === undefined ? {} : { below }),
    }));

const casePart: fc.Arbitrary<PaymentPart> = fc.oneof(
  price.map((each) => ({ pay: "per case" as const, price: each })),
  fc.tuple(price, price).map(([low, high]) => ({
    pay: "per case" as const,
    price: { by: "complexity", values: { low, high } },
  })),
);

/** Any combination of parts that a buyer could write down; with prices below zero in bands, if they are asked for. */
export const someMechanism = (priceOf: fc.Arbitrary<number> = price): fc.Arbitrary<Mechanism> =>
  fc
    .record({
      blocks: fc.array(money, { maxLength: 2 }),
      each: fc.option(casePart, { nil: undefined }),
      bands: fc.option(bandsPart(priceOf), { nil: undefined }),
      outcomes: fc.boolean(),
      atMost: fc.option(fc.integer({ min: 6_000_000, max: 9_000_000 }), { nil: undefined }),
      atLeast: fc.option(money, { nil: undefined }),
      credits: fc.boolean(),
    })
    .filter(({ blocks, each, bands }) => blocks.length > 0 || each !== undefined || bands !== undefined)
    .map(({ blocks, each, bands, outcomes, atMost, atLeast, credits }) => ({
      name: "any",
      counts: "starts" as const,
      parts: [
        ...blocks.map((amount) => ({ pay: "block" as const, amount })),
        ...(each === undefined ? [] : [each]),
        ...(bands === undefined ? [] : [bands]),
        ...(outcomes ? [{ pay: "outcomes" as const, counts: "completions" as const, price: 40 }] : []),
      ],
      ...(atMost === undefined ? {} : { atMost }),
      ...(atLeast === undefined ? {} : { atLeast }),
      ...(credits
        ? {
            serviceCredits: {
              atMostShare: "0.1",
              measures: [{ name: "seen in five days", targetShare: "0.9", creditPerShortfall: "0.5" }],
            },
          }
        : {}),
    }));

/** The same, where a case more may take money back. */
export const someFallingMechanism: fc.Arbitrary<Mechanism> = someMechanism(anyPrice);

/** What is achieved of what the mechanism hangs credits on, if it does. */
export const performanceFor = ({ serviceCredits }: Mechanism) =>
  serviceCredits === undefined ? {} : { performance: { "seen in five days": "0.84" } };
