/** The national plan when nobody is sure of its rates, mixes and prices. Shows its progress in a terminal. */
import { forecast } from "volumes-and-values";
import { assumptions } from "volumes-and-values/review";
import { simulate } from "volumes-and-values/simulation";
import type { Distribution, Progress } from "volumes-and-values/simulation";
import { isIllustrative } from "./national/illustrative.ts";
import { nationalPlan } from "./national/plan.ts";

const heading = (text: string): void => {
  console.log(`\n${text}\n`);
};

/** A line of how far the run has come, rewritten as it goes; nothing where the output is not a terminal. */
function showProgress({ done, of }: Progress): void {
  if (!process.stderr.isTTY) return;
  const width = 30;
  const bar = "█".repeat(Math.round((done / of) * width)).padEnd(width, "░");
  process.stderr.write(`\r${bar} ${String(done)} of ${String(of)} draws${done === of ? "\n" : ""}`);
}

/** Four fifths to six fifths of what is assumed, most often near it; a share ends at one. */
function aFifthEitherWay(value: number, unit: string): Distribution {
  const share = value <= 1 && !unit.startsWith("GBP") && !unit.startsWith("hours");
  return {
    kind: "pert",
    low: value * 0.8,
    mode: value,
    high: share ? Math.min(value * 1.2, 1) : value * 1.2,
  };
}

// Whatever is illustrative is uncertain here. What is published stays as it is, and so does what a mix is made of, since
// levels that are drawn apart may come to more than everybody.
const uncertain = assumptions(nationalPlan).filter(
  ({ source, name, value }) => isIllustrative(source) && name !== "complexityShare" && Number(value) > 0,
);
const byPath = new Map(
  uncertain.map(({ path, value, unit }) => [path, aFifthEitherWay(Number(value), unit)]),
);

const result = forecast(nationalPlan);
const accommodation = { contractType: "accommodation", area: "essex" };
const figures = {
  "Value in 2021/22, as services grow": result.total({ year: "2021/22" }).indicativeValue,
  "Value in 2024/25": result.total({ year: "2024/25" }).indicativeValue,
  "Starts in accommodation in Essex, 2024/25": result.total({ ...accommodation, year: "2024/25" }).starts,
};
const simulated = simulate(figures, {
  draws: 10_000,
  seed: 2020,
  distributions: Object.fromEntries(byPath),
  onProgress: showProgress,
});

console.log(`${nationalPlan.name}: ${String(byPath.size)} assumptions drawn 10,000 times.`);
console.log("Figures that nobody has published are illustrative: read the method here, and not the money.");
for (const [name, one] of Object.entries(simulated)) {
  heading(name);
  console.log(String(one));
  console.table(one.table());
}

const value = simulated["Value in 2024/25"];
heading("How many draws come to what, in millions of pounds");
const millions = (amount: number): string => (amount / 1_000_000).toFixed(1);
for (const { from, to, count } of value.histogram({ bins: 12 }))
  console.log(
    `${millions(from).padStart(6)} to ${millions(to).padStart(6)} ${"▇".repeat(Math.ceil(count / 50))}`,
  );

heading("Which assumptions are behind the spread of the value of 2024/25");
console.table(
  value
    .contributions()
    .slice(0, 8)
    .map(({ path, share }) => ({ path, share: `${String(Math.round(share * 100))}%` })),
);
