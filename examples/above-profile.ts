/**
 * Delivery above profile: 170 referrals a month contracted, as Greater Manchester's accommodation contract was tendered,
 * and 30% more delivered. What each payment mechanism pays for them. All prices and costs are illustrative: each
 * mechanism is worth £510,000 at the contracted volume.
 */
import { exposure, offersSideBySide, payment } from "volumes-and-values/provider";
import type { Bidder, Mechanism } from "volumes-and-values/provider";

const contracted = 170 * 12;
const delivered = 2652;

const bands = {
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
} as const;

const mechanisms: readonly Mechanism[] = [
  { name: "block", counts: "referrals", parts: [{ pay: "block", amount: 510_000 }] },
  { name: "price per case", counts: "referrals", parts: [{ pay: "per case", price: 250 }] },
  {
    name: "fixed and variable",
    counts: "referrals",
    parts: [
      { pay: "block", amount: 306_000 },
      { pay: "per case", price: 100 },
    ],
  },
  { name: "bands, 10% either side", counts: "referrals", parts: [bands] },
  {
    name: "price, at most 10% more",
    counts: "referrals",
    parts: [{ pay: "per case", price: 250 }],
    atMost: 561_000,
  },
  {
    name: "block and outcomes",
    counts: "referrals",
    parts: [
      { pay: "block", amount: 408_000 },
      { pay: "outcomes", counts: "completions", price: 100 },
    ],
  },
  {
    name: "more is taken back",
    counts: "referrals",
    parts: [{ ...bands, above: [{ beyond: "0.1", price: -50 }] }],
  },
];

console.log(
  `${String(contracted)} referrals a year contracted, ${String(delivered)} delivered: what each pays`,
);
console.table(
  mechanisms.map((mechanism) => {
    const paid = payment(mechanism, { contracted, delivered, outcomes: { completions: 1326 } });
    return {
      mechanism: mechanism.name,
      paid: String(paid.total),
      "unpaid referrals": String(paid.unpaid.value),
      falls: paid.falls.map(({ message }) => message).join("; "),
    };
  }),
);

const banded = mechanisms.filter(({ name }) => name.startsWith("bands"));
for (const mechanism of banded) {
  console.log(`\n${mechanism.name}: each step`);
  console.table(payment(mechanism, { contracted, delivered }).table());
}

const costs: Bidder["costs"] = [
  { name: "premises and management", fixed: 120_000 },
  { name: "other costs of a referral", perCase: 35 },
  // One caseworker for each 170 referrals begun: whole posts.
  { name: "caseworkers", steps: { each: 170, amount: 24_000 } },
];
const volumes = { "2022/23": { cases: contracted, outcomes: { completions: 1020 } } };
const offers = mechanisms.map((mechanism) => ({
  name: mechanism.name,
  volumes,
  provider: { name: "a provider (illustrative)", mechanism, costs },
}));

console.log("\nThe same provider under each, from 48% fewer to double");
console.table(offersSideBySide(offers, { changes: ["-0.48", 0, "0.3", 1] }).table());

console.log("\nWhere income comes to cost, under each (to the nearest referral)");
console.table(
  offers.map(({ name, provider }) => {
    const simple = { ...provider, costs: [{ name: "costs", fixed: 120_000, perCase: 180 }] };
    const [year] = exposure(volumes, simple, { changes: [] }).years;
    return {
      mechanism: name,
      "break-even, and what one more leads to": (year?.breakEvens ?? [])
        .map(
          ({ volume, leadsTo }) =>
            `${String(volume.rounded({ places: 0, mode: "half even" }).value)}: ${leadsTo}`,
        )
        .join(", "),
    };
  }),
);
