/**
 * A women's centre in Sussex, at £1,300 a woman, is offered a lot whose value and volume imply about £250. The two prices
 * are of the RR3 meeting note of 26 August 2020, section 3b; volumes and costs are illustrative.
 */
import { forecast, parsePlan, present } from "volumes-and-values";
import { exposure, shouldWeBid } from "volumes-and-values/provider";
import { referenceRules } from "volumes-and-values/reference";
import type { Bidder, Mechanism } from "volumes-and-values/provider";

const goLive = "2021-06-26";
const block: Mechanism = {
  name: "a block of £130,000",
  counts: "starts",
  parts: [{ pay: "block", amount: 130_000 }],
  terms: { monthsInArrears: 1, onAccount: "contracted", reconciledAfter: 2 },
};
const centre: Bidder = {
  name: "a women's centre",
  mechanism: block,
  costs: [
    { name: "premises and management", fixed: 50_000 },
    { name: "support", perCase: 800 },
  ],
  referrals: { appropriateShare: "0.8", costPerReferral: 60, borneShare: 1 },
  openingCash: 30_000,
};
// A full year: setting up is in the first year, below.
const women = (cases: number, referrals: number) => ({ "2022/23": { cases, referrals } });
const pence = { places: 2, mode: "half even" } as const;

const today: Bidder = { name: "today", mechanism: block, costs: centre.costs };
const now = exposure(women(100, 125), today);
const [year] = now.years;
console.log("Today: 100 women for £130,000, £1,300 each, and the books balance.");
console.table(now.table());
console.log(`Break-even: ${(year?.breakEvens ?? []).map(({ volume }) => String(volume)).join(", ")}.`);
const [at250] = now.volumesPaying(250, "2022/23");
console.log(
  `The block becomes £250 a woman at ${String(at250?.volume)}: 5.2 times the volume for the same money.`,
);

console.log("\nIf the volume counts women: 520 women for £130,000.");
const offer = exposure(women(520, 520), centre, { changes: ["-0.48", "-0.16", 0, "0.3"] });
console.table(offer.table());
const needed = offer.at(0);
console.log(`A full year takes ${String(needed.subsidy)} from reserves, ${String(needed.cost)} of cost.`);

console.log("\nIf it counts interventions, 5.2 to a woman, it is the same 100 women, and no cut at all:");
const perIntervention: Bidder = {
  ...today,
  mechanism: { ...today.mechanism, counts: "interventions" },
  costs: [
    { name: "premises and management", fixed: 50_000 },
    { name: "support", perCase: { count: 800 * 10, of: 52, note: "£800 a woman, 5.2 interventions each" } },
  ],
};
const interventions = exposure({ "2022/23": { cases: 520 } }, perIntervention, { changes: [0] });
console.table(interventions.table());

console.log("\nShould it bid at £250 a woman? Volumes as likely as the weights say (illustrative).");
const changes = [
  { change: "-0.48", weight: 1 },
  { change: "-0.16", weight: 3 },
  { change: 0, weight: 4 },
  { change: "0.3", weight: 2 },
];
const decision = shouldWeBid(women(520, 520), centre, {
  changes,
  chance: "0.8",
  price: 250,
  finishers: { completions: 10, completionsPerPlace: { count: 1, of: 3 } },
});
console.table(decision.table());
console.log(`${decision.bid ? "Yes" : "No"}: ${decision.because}.`);
console.log(`Ten finishers with the same chance take ${String(decision.places)} places.`);

const asked = present(decision.priceForFullRecovery).rounded({ ...pence, mode: "up" });
const then = shouldWeBid(women(520, 520), centre, { changes, chance: "0.8", price: asked.value });
console.log(`At ${String(asked)}: ${then.bid ? "yes" : "no"}, ${then.because}.`);

console.log("\nThe first year, from 26 June 2021 to March 2022: 55/72 of a year's women, block and premises");
const plan = parsePlan({
  schema: "volumes-and-values/plan/1",
  name: "Sussex women's services, 520 a year, every conversion one (illustrative)",
  caseload: {
    asOf: "2021-03-31",
    source: "illustrative",
    counted: "people",
    cells: [{ area: "sussex", sentenceType: "licence", sex: "female", people: 520 }],
  },
  turnover: 1,
  services: {
    "social-inclusion": {
      rules: referenceRules["social-inclusion"],
      complexityMix: { low: "0.3", medium: "0.5", high: "0.2" },
      needShare: 1,
      takeUpShare: 1,
      referralsPerPerson: 1,
      startRate: 1,
      completionRate: "0.5",
      rampUp: { profile: { shape: "step", monthsToPlateau: 1 }, unmet: "lost" },
      unitCost: { costPerStart: 250 },
    },
  },
  lots: [
    { id: "sussex", service: "social-inclusion", areas: ["sussex"], cohort: { sex: "female" }, from: goLive },
  ],
  calendar: { years: "financial", first: "2021/22", last: "2021/22" },
});
const partOfYear = (amount: number) => ({ count: amount * 55, of: 72, note: "open from 26 June 2021" });
const firstYear: Bidder = {
  ...centre,
  mechanism: {
    ...block,
    parts: [{ pay: "block", amount: partOfYear(130_000) }],
    mobilisation: [{ name: "go-live", amount: 15_000, on: goLive }],
  },
  mobilisationCosts: [{ name: "setting up", amount: 25_000, on: "2021-05-01" }],
  costs: [
    { name: "premises and management", fixed: partOfYear(50_000) },
    { name: "support", perCase: 800 },
  ],
};
const first = exposure(forecast(plan), firstYear, { changes: [0] });
console.table(first.table());
console.log("Cash, paid a month in arrears; setting up is spent in May, before the first woman is seen.");
const cash = first.cash(0);
console.table(cash.table());
console.log(`Least in hand: ${String(cash.trough.balance.rounded(pence))}, in ${cash.trough.month}.`);
