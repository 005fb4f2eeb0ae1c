/** The library beside what a user would pick instead. Exits 1 where their answers disagree. */
import { compareForecasts } from "./national.ts";
import { compareTallies } from "./tallies.ts";

const disagreements = [...compareForecasts(), ...compareTallies()];

for (const disagreement of disagreements) console.error(`Disagree: ${disagreement}`);
if (disagreements.length > 0) process.exitCode = 1;
