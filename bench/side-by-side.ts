/**
 * The library beside what a user would pick instead. Exits 1 where their answers disagree. Words on the command line pick
 * comparisons: `npm run bench -- draws squiggle`.
 */
import { compareDerivatives } from "./derivatives.ts";
import { compareDraws } from "./draws-of-the-total.ts";
import { compareForecasts } from "./national.ts";
import { compareSizes } from "./proportion.ts";
import { compareSpreadsheet } from "./spreadsheet.ts";
import { compareSimulations } from "./squiggle.ts";
import { compareTallies } from "./tallies.ts";

const comparisons = {
  forecast: compareForecasts,
  tally: compareTallies,
  draws: compareDraws,
  spreadsheet: compareSpreadsheet,
  derivatives: compareDerivatives,
  squiggle: compareSimulations,
  sizes: compareSizes,
};

const words = process.argv.slice(2);
const unknown = words.filter((word) => !(word in comparisons));
if (unknown.length > 0)
  throw new Error(`${unknown.join(", ")}: not among ${Object.keys(comparisons).join(", ")}.`);

const disagreements: string[] = [];
for (const [word, compare] of Object.entries(comparisons))
  if (words.length === 0 || words.includes(word)) disagreements.push(...(await compare()));

if (disagreements.length > 0) {
  console.error(`${disagreements.length} disagreements, of which the first:`);
  for (const disagreement of disagreements.slice(0, 10)) console.error(disagreement);
  process.exitCode = 1;
}
