/** Sussex women's services: £1,300 now and about £250 implied, and what each reading of the two makes of it. */
import { given, impliedUnitCost } from "volumes-and-values";
import {
  costPerPerson,
  interventions,
  unitCostGap,
  volumeMultipleAtEqualValue,
} from "volumes-and-values/provider";
import { explain } from "volumes-and-values/readings";

const source = "RR3 meeting note, 26 August 2020, section 3b";
const before = given(1300, "GBP/starts", { name: "unitCostBefore", source });
const after = given(250, "GBP/starts", { name: "unitCostAfter", source });

console.log("If both count women who start:");
const gap = unitCostGap({ impliedCostPerStart: after, costPerStart: before });
console.log(`  the gap is ${String(gap)}`);
const multiple = volumeMultipleAtEqualValue({ unitCostBefore: before, unitCostAfter: after });
console.log(`  and the same money must buy ${String(multiple)} times the volume.`);
console.log(explain(multiple));

// A hundred women, to have a whole number of them: illustrative.
console.log("\nIf the first counts women, and the second interventions, of which a woman has several:");
const interventionsPerPerson = given("5.2", "interventions/peopleInYear", {
  name: "interventionsPerPerson",
  source: "recomputed: 1,300 over 250",
});
const volume = interventions({ peopleInYear: 100, interventionsPerPerson });
const implied = impliedUnitCost({ indicativeValue: 130_000, volume });
console.log(`  £130,000 for ${String(volume)} is ${String(implied)}`);
const perWoman = costPerPerson({ costPerIntervention: implied, interventionsPerPerson });
console.log(`  and ${String(perWoman)}: no cut at all.`);
console.log(explain(perWoman));
