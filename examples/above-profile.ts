/**
 * Delivery above profile: 170 referrals a month contracted, as Greater Manchester's accommodation contract was tendered,
 * and 30% more delivered. What each payment mechanism pays for them, and who bears the rest. All prices, shares and costs
 * are illustrative: each mechanism is worth £510,000 at the contracted volume, before service credits.
 */
import { exposure, offersSideBySide } from "volumes-and-values/provider";
import type { Figure } from "volumes-and-values";
import type { Bidder, Mechanism } from "volumes-and-values/provider";

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
const perCase = { pay: "per case", price: 250 } as const;
const seen = "seen within ten days";

/** The mechanisms: parts that add up, and what holds them, takes off them or says when they are paid. */
const terms: Readonly<Record<string, Omit<Mechanism, "name" | "counts">>> = {
  block: { parts: [{ pay: "block", amount: 510_000 }] },
  "price per case": { parts: [perCase] },
  "price by complexity": {
    parts: [{ pay: "per case", price: { by: "complexity", values: { low: 150, medium: 250, high: 400 } } }],
  },
  "fixed and variable": {
    parts: [
      { pay: "block", amount: 306_000 },
      { pay: "per case", price: 100 },
    ],
  },
  "bands, 10% either side": { parts: [bands] },
  "price, at most 10% more": { parts: [perCase], atMost: 561_000 },
  "price, at least 90%": { parts: [perCase], atLeast: 459_000 },
  "block and outcomes": {
    parts: [
      { pay: "block", amount: 408_000 },
      { pay: "outcomes", counts: "completions", price: 100 },
    ],
  },
  "outcomes alone": { parts: [{ pay: "outcomes", counts: "completions", price: 500 }] },
  "price less service credits": {
    parts: [perCase],
    serviceCredits: {
      atMostShare: "0.1",
      measures: [{ name: seen, targetShare: "0.9", creditPerShortfall: "0.5" }],
    },
  },
  "block, indexed by 2%": {
    parts: [{ pay: "block", amount: 500_000 }],
    indexation: {
      base: "2021/22",
      index: { name: "2% a year", source: "illustrative", values: { "2021/22": 100, "2022/23": 102 } },
    },
  },
  "block and mobilisation": {
    parts: [{ pay: "block", amount: 480_000 }],
    mobilisation: [
      { name: "staff in post", amount: 20_000, on: "2022-04-01" },
      { name: "all sites open", amount: 10_000, on: "2022-06-30" },
    ],
  },
  "monthly, settled at year end": {
    parts: [perCase],
    terms: { monthsInArrears: 1, onAccount: "contracted", reconciledAfter: 2 },
  },
  "more is taken back": { parts: [{ ...bands, above: [{ beyond: "0.1", price: -50 }] }] },
};

const costs: Bidder["costs"] = [
  { name: "premises and management", fixed: 120_000 },
  { name: "other costs of a referral", perCase: 35 },
  // One caseworker for each 170 referrals begun: whole posts.
  { name: "caseworkers", steps: { each: 170, amount: 24_000 } },
];
const contracted = 170 * 12;
// 30%, 50% and 20% of them.
const cases = { low: 612, medium: 1020, high: 408 };
const volumes = { "2022/23": { cases, outcomes: { completions: 1020 } } };

const offers = Object.entries(terms).map(([name, one]) => ({
  name,
  volumes,
  provider: {
    name: "a provider (illustrative)",
    mechanism: { name, counts: "referrals", ...one },
    costs,
    // Four in five are seen in time, where nine in ten are asked for.
    // The costs below are in the prices of the year itself.
    ...(one.indexation === undefined ? {} : { costIndexation: "of each year" }),
    ...(one.serviceCredits === undefined ? {} : { performance: { [seen]: "0.8" } }),
  } satisfies Bidder,
}));

const pounds = (figure: Figure): string => {
  const digits = String(figure.rounded({ places: 0, mode: "half even" }).value);
  return digits.replace(/\B(?=(\d{3})+$)/g, ",");
};
const { rows } = offersSideBySide(offers, { changes: ["-0.48", 0, "0.3", 1] });
const delivered = rows.filter(({ change }) => change === "0.3");

console.log(
  `${String(contracted)} referrals contracted, 30% more delivered: what each pays, and who bears the rest`,
);
console.table(
  delivered.map((row) => ({
    mechanism: row.offer,
    contracted: String(contracted),
    delivered: String(row.delivered.value),
    paid: pounds(row.income),
    "unpaid cases": String(row.unpaid.value),
    cost: pounds(row.cost),
    surplus: pounds(row.surplus),
    subsidy: pounds(row.subsidy),
  })),
);
for (const { offer, years } of delivered)
  for (const { message } of years.flatMap(({ payment }) => payment.falls))
    console.log(`${offer}: ${message}.`);
console.log("An outcome payment pays for the outcome: a case that brings one counts as unpaid all the same.");

const banded = delivered.find(({ offer }) => offer.startsWith("bands"));
console.log("\nIn bands, 10% either side: each step");
console.table(banded?.years[0]?.payment.table());

console.log("\nSurplus, or subsidy below nought, from 48% fewer to double");
console.table(
  offers.map(({ name }) => {
    const [fewer, same, more, double] = rows
      .filter(({ offer }) => offer === name)
      .map(({ balance }) => pounds(balance));
    return { mechanism: name, "48% fewer": fewer, "as contracted": same, "30% more": more, double };
  }),
);

console.log("\nWhere income comes to cost, under each (to the nearest referral)");
console.table(
  offers.map(({ name, provider }) => {
    const simple = { ...provider, costs: [{ name: "costs", fixed: 120_000, perCase: 180 }] };
    const [year] = exposure(volumes, simple, { changes: [] }).years;
    return {
      mechanism: name,
      "break-even, and what one more leads to":
        (year?.breakEvens ?? []).map(({ volume, leadsTo }) => `${pounds(volume)}: ${leadsTo}`).join(", ") ||
        "none: a surplus at any volume",
    };
  }),
);

console.log(
  "\nPaid monthly in arrears on the contracted volume and settled in May: money in hand at 30% more",
);
const settled = offers.find(({ name }) => name.startsWith("monthly"));
if (settled === undefined) throw new Error("there is a mechanism with terms");
const cash = exposure(volumes, settled.provider).cash("0.3");
console.table(cash.table());
console.log(`Least in hand: ${String(cash.trough.balance)}, in ${cash.trough.month}.`);
