/** The library beside what a user would pick instead. Exits 1 where their answers disagree. */
import { compareForecasts } from "./national.ts";
import { compareTallies } from "./tallies.ts";

const disagreements = [...compareForecasts(), ...compareTallies()];

if (disagreements.length > 0) {
  console.error(`${disagreements.length} disagreements, of which the first:`);
  for (const disagreement of disagreements.slice(0, 10)) console.error(disagreement);
  process.exitCode = 1;
}
