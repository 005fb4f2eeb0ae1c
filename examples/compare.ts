/** Two comparisons of the RR3 note that cannot be made as they stand, and what it takes to make them. */
import { given } from "volumes-and-values";
import { compare, explain, onBasis, published, startsInYear } from "volumes-and-values/readings";
import type { FigureBasis } from "volumes-and-values/readings";

const source = "RR3 meeting note, 26 August 2020, section 3b";
const scope = { included: ["accommodation in Essex, all complexities"], excluded: [] };
const aYear: FigureBasis = { period: { each: "year" }, kind: "flow", scope };

const volume = published(900, "starts", { name: "indicativeVolume", source, basis: aYear });

/** People supported by one provider, the fewest and the most that the note gives. */
const supported = [300, 450].map((count) =>
  published(count, "peopleInQuarter", {
    name: "peopleSupported",
    source,
    basis: { ...aYear, period: { each: "quarter" } },
  }),
);

console.log("Essex: 300 to 450 people supported a quarter, against a volume of 900 starts a year\n");
for (const one of supported) console.log(`${String(compare(one, volume))}\n`);

for (const [stay, words] of [
  [0, "If nobody is carried over from one quarter to the next"],
  [1, "If people stay three months"],
] as const) {
  console.log(`${words}:`);
  for (const { figure } of supported) {
    const stayInQuarters = given(stay, "quarters/starts", { name: "stayInQuarters", source: "to be asked" });
    const starts = startsInYear({ supportedPerQuarter: figure, stayInQuarters });
    const { share } = compare(onBasis(starts, aYear), volume);
    console.log(`  ${String(figure)} are ${String(starts)}, and 900 is ${shareInWords(share)}`);
  }
}

/** A share of what there was before, in words. */
function shareInWords(share: ReturnType<typeof compare>["share"]): string {
  if ("absent" in share) return share.absent;
  if (share.value.isZero()) return "as much";
  return `${String(share.value.abs().times(100))}% ${share.value.isNegative() ? "less" : "more"}`;
}

console.log("\nThe working of the last:");
const [fewest] = supported;
if (fewest !== undefined) {
  const stayInQuarters = given(1, "quarters/starts", { name: "stayInQuarters", source: "to be asked" });
  console.log(explain(startsInYear({ supportedPerQuarter: fewest.figure, stayInQuarters })));
}

console.log("\n£60m spent now, against £120m planned for years three and four\n");
const money = "RR3 meeting note, 26 August 2020";
const spent = published(60_000_000, "GBP", {
  name: "spentNow",
  source: money,
  basis: { ...aYear, scope: { included: ["services as now, with all ETE spend"], excluded: [] } },
});
const planned = published(120_000_000, "GBP", {
  name: "plannedSpend",
  source: money,
  basis: { ...aYear, scope: { included: ["the dynamic framework"], excluded: ["spend kept in house"] } },
});
console.log(String(compare(spent, planned)));

console.log("\nWaived, with the reason:\n");
const reason = "to show what was said at the meeting, where officials called it not like for like";
console.log(String(compare(spent, planned, { waive: [{ difference: "scope", reason }] })));
