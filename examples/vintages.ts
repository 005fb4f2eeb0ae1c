/** Two invented vintages of the national plan: refused as not like for like, then bridged with the reason on record. */
import { forecast, isModelError } from "volumes-and-values";
import { bridge } from "volumes-and-values/readings";
import { june2020, november2019, ratios } from "./national/vintages.ts";

const [before, after] = [forecast(november2019), forecast(june2020)];
const year = { year: "2023/24" };

console.log(`${november2019.name} and ${june2020.name}`);
console.log(
  "Both are invented, to the published directions: accommodation and ETE down, personal wellbeing and",
);
console.log("women's services up, 5% down in all. Read the method here, and not the money.\n");

try {
  bridge(before, after);
} catch (error) {
  if (!isModelError(error, "not-like-for-like")) throw error;
  console.log(error.message);
}

const reason = "the definition changed with the specification; its effect is part of what is shown";
const made = bridge(before, after, {
  by: ["contractType", "year"],
  waive: [{ difference: "definition", reason }],
});

console.log("\nWaived, the difference by contract type, over all years:\n");
console.table(made.by("contractType").table());
const { value } = made.total.change;
const share = value.dividedBy(made.total.before.value).times(100);
console.log(`In all ${String(share.toDecimalPlaces(1))}%.`);

console.log("\nBy year:\n");
console.table(made.by("year").table());

console.log("\nAs steps from one vintage to the other, for a waterfall chart:\n");
console.table(
  made.waterfall().map(({ label, from, to, change }) => ({
    label,
    from: String(from),
    to: String(to),
    change: String(change),
  })),
);

console.log("\nBy hand, for 2023/24. Two things changed in each: one of volume (a), and the unit cost (c).");
console.log("Half of what each does, it does at the old level of the other, and half at the new:");
console.log("volume (a − 1) × (1 + c) ÷ 2, unit cost (c − 1) × (1 + a) ÷ 2, of the value before.\n");
const pounds = (amount: number): string =>
  amount.toLocaleString("en-GB", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const c = ratios.unitCost;
console.table(
  before.by("contractType", "year").flatMap(({ contractType, year: label, indicativeValue }) => {
    if (label !== year.year) return [];
    const line = made.lines.find((one) => one.contractType === contractType && one.year === label);
    const { takeUp, need } = ratios[contractType as Exclude<keyof typeof ratios, "unitCost">];
    const [was, a] = [indicativeValue.value.toNumber(), takeUp * need];
    return [
      {
        contractType,
        "volume, by hand": pounds((was * (a - 1) * (1 + c)) / 2),
        need: String(line?.parts.need),
        takeUp: String(line?.parts.takeUp),
        "unit cost, by hand": pounds((was * (c - 1) * (1 + a)) / 2),
        unitCost: String(line?.parts.unitCost),
      },
    ];
  }),
);

console.log(`\nOn record with the figures: ${made.waived.map((one) => one.reason).join("; ")}.`);
