/** Accommodation with finance in it, as first planned, and what would have come of other plans: scenarios.json. */
import { readFileSync } from "node:fs";
import { parsePlan } from "volumes-and-values";
import { explain } from "volumes-and-values/readings";
import { review } from "volumes-and-values/review";
import { parseScenario, scenarios } from "volumes-and-values/scenarios";
import { nationalPlan } from "./national/plan.ts";

const heading = (text: string): void => {
  console.log(`\n${text}\n`);
};

// The lots are published. That they would have helped with finance in just this way is illustrative, as are the rates.
const plan = parsePlan({
  ...nationalPlan,
  name: "Accommodation with finance, benefit and debt, as first planned (illustrative)",
  basis: {
    ...nationalPlan.basis,
    scope: {
      included: ["accommodation", "finance, benefit and debt"],
      excluded: ["Greater Manchester", "mobilisation"],
    },
  },
  lots: nationalPlan.lots
    .filter(({ contractType }) => contractType === "accommodation")
    .map((lot) => ({ ...lot, services: ["accommodation", "finance-benefit-and-debt"] })),
});

const file = readFileSync(new URL("scenarios.json", import.meta.url), "utf8");
const list = (JSON.parse(file) as unknown[]).map(parseScenario);
const result = scenarios(plan, list);

console.log(plan.name);
console.log(`${String(plan.lots.length)} lots, ${String(list.length)} scenarios.`);
for (const { name, reason } of list) console.log(`- ${name}: ${reason}`);

heading("What each comes to, over all years");
console.table(result.table(), [
  "scenario",
  "referrals",
  "starts",
  "changeInStarts",
  "unitCost",
  "indicativeValue",
  "changeInValue",
]);

heading("The value of each year, with the change from the base case");
console.table(result.sideBySide("indicativeValue", "year"));

heading("Where the starts are bought");
console.table(result.sideBySide("starts", "contractType", "service"));

heading("Finance apart loses nobody: the same starts, under other lots");
for (const { name, forecast } of result.cases.slice(0, 2)) {
  const { starts } = forecast.total({ service: "finance-benefit-and-debt", year: "2023/24" });
  console.log(`${name}: ${String(starts)} of finance in 2023/24`);
}

heading("What a careful reader would ask of each plan");
for (const { name, forecast } of result.cases) {
  const notices = review(forecast.plan).map(({ kind, message }) => `${kind}: ${message}`);
  console.log(`${name}: ${notices.join("; ") || "nothing"}`);
}

heading("What the working of a scaled figure says of its take-up");
const more = result.cases
  .at(-1)
  ?.forecast.total({ service: "accommodation", area: "essex", year: "2023/24" });
const working = more === undefined ? "" : String(explain(more.starts));
for (const line of working.split("\n")) if (line.includes("takeUpShare =")) console.log(line);
