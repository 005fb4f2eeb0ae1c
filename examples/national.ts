/** The 110 lots of the first day: volumes, unit costs and values, and where everybody in the caseload is. */
import { forecast, given, impliedUnitCost } from "volumes-and-values";
import { explain } from "volumes-and-values/readings";
import { assumptions, reconcile, review } from "volumes-and-values/review";
import { isIllustrative } from "./national/illustrative.ts";
import { nationalPlan } from "./national/plan.ts";

const heading = (text: string): void => {
  console.log(`\n${text}\n`);
};
const count = (value: number): string => value.toLocaleString("en-GB");

const result = forecast(nationalPlan);

console.log(nationalPlan.name);
console.log(`${String(nationalPlan.lots.length)} lots, ${count(result.rows.length)} rows.`);
console.log("Figures that nobody has published are illustrative: read the method here, and not the money.");

heading("Volumes, unit costs and values by contract type and year");
console.table(result.table("contractType", "year"));
console.table(result.table("year"));
console.log("People do not add over services or years, and show as —; unit costs are value over starts.");

heading("Everybody in the caseload, as men's accommodation sees them, on the day of go-live");
const accommodation = reconcile(nationalPlan, {
  service: "accommodation",
  contractType: "accommodation",
  on: "2021-06-26",
});
console.table(accommodation.table());
const placed = accommodation.rows.map(({ people }) => people).reduce((sum, people) => sum.plus(people));
console.log(`Rows ${String(placed)}, caseload ${String(accommodation.caseload)}: nobody is lost.`);

heading("And as social inclusion in women's services sees them");
const women = reconcile(nationalPlan, {
  service: "social-inclusion",
  contractType: "womens-services",
  on: "2021-06-26",
});
console.table(women.table());

heading("The unit cost implied if £120m a year bought the volume of 2024/25");
const { starts } = result.total({ year: "2024/25" });
const framework = given("120000000", "GBP", {
  name: "frameworkValue",
  source: "RR3 meeting note, 26 August 2020: years three and four",
});
const implied = impliedUnitCost({ indicativeValue: framework, volume: starts });
console.log(
  `${String(implied.rounded({ places: 2, mode: "half even" }))} for ${String(starts.rounded({ places: 0, mode: "half even" }))}`,
);
console.log(
  "With caution: the £120m covers the whole framework, services bought later among them, and not these lots only.",
);

heading("The working of one value: accommodation in Essex, medium complexity, 2023/24");
const essex = result.total({
  contractType: "accommodation",
  area: "essex",
  complexity: "medium",
  year: "2023/24",
});
console.log(String(explain(essex.indicativeValue, { depth: 5 })));

heading("What it all rests on");
const book = assumptions(nationalPlan);
const madeUp = book.filter(({ source }) => isIllustrative(source)).length;
console.log(
  `${String(book.length)} assumptions: ${String(book.length - madeUp)} sourced, ${String(madeUp)} illustrative.`,
);
for (const { kind, message } of review(nationalPlan)) console.log(`${kind}: ${message}`);
