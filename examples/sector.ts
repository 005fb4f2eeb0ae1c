/** A sector body collates twelve providers' returns, all made up, and holds them against the published lot. */
import { isAbsent } from "volumes-and-values";
import { readCsv } from "volumes-and-values/csv";
import { explain } from "volumes-and-values/readings";
import { collate, disparities } from "volumes-and-values/sources";
import type { ProviderReturn } from "volumes-and-values/sources";

/** Twelve made-up returns: no provider, volume or unit cost here is anybody's. */
const text = `provider,area,service,starts,pounds a start
Alder,essex,accommodation,310,262.50
Birch,essex,accommodation,420,240
Cedar,essex,accommodation,280,281
Cedar,kent,accommodation,160,275
Dogwood,essex,accommodation,190,1310
Elder,kent,accommodation,240,255
Fir,kent,accommodation,205,
Gorse,kent,accommodation,130,298.20
Hazel,sussex,accommodation,150,270
Hazel,sussex,womens-services,85,1290
Ivy,sussex,accommodation,210,244
Ivy,sussex,womens-services,60,1180
Juniper,sussex,accommodation,95,310
Juniper,essex,womens-services,48,1250
Kerria,sussex,womens-services,120,1300
Kerria,essex,womens-services,64,1325
Larch,kent,womens-services,6,1400
Larch,essex,womens-services,55,1275
`;

const rows = readCsv(text, {
  columns: { provider: "word", area: "word", service: "word", volume: "count", unitCost: "number?" },
  headers: { volume: "starts", unitCost: "pounds a start" },
});
const returns: readonly ProviderReturn[] = [...new Set(rows.map((row) => row.provider))].map((provider) => ({
  provider,
  counts: "starts",
  basis: {
    period: { from: "2019-04-01", to: "2020-03-31" },
    kind: "flow",
    priceBase: "2019/20",
    vat: "excluded",
  },
  source: `return of ${provider} (made up)`,
  rows: rows
    .filter((row) => row.provider === provider)
    .map(({ area, service, volume, unitCost }) => ({
      area,
      service,
      volume,
      ...(unitCost === undefined ? {} : { unitCost }),
    })),
}));

const collation = collate(returns, {
  suppress: { volumesBelow: 10, returnsBelow: 3 },
  outliersBeyond: "1.5",
  unmarkedShare: "0.1",
});
console.log(
  `${String(returns.length)} made-up returns: starts in 2019/20 and pounds a start, for publication`,
);
console.table(collation.table(), [
  "area",
  "service",
  "returns",
  "volume",
  "unit costs from",
  "mean",
  "median",
]);
console.log(`Method: ${collation.method}.`);
console.log(
  "No area has six returns of a service, so that no quartiles are told: five numbers would be theirs.",
);

console.log("\nOne volume is small. With it go others, so that nobody can take the totals apart:");
for (const total of [...collation.areas, ...collation.services, collation.whole]) {
  const { volume, shown, suppressed } = total;
  const name = total.area ?? total.service ?? "in all";
  console.log(
    isAbsent(volume) || isAbsent(suppressed)
      ? `  ${name}: suppressed`
      : `  ${name}: ${String(shown.value)} shown + ${String(suppressed.value)} suppressed = ${String(volume.value)}`,
  );
}

console.log("\nFor whoever collates, and not for publication: whom to ask about a figure");
for (const { provider, measure, figure, side, fence, among } of collation.outliers)
  console.log(
    `  ${provider}, ${measure}: ${String(figure)} is ${side} ${String(fence)}, among ${String(among.figures)} in ${among.area ?? "all areas"}; it stays in`,
  );

const essex = collation.cells.find(({ area, service }) => area === "essex" && service === "accommodation");
if (essex === undefined || isAbsent(essex.volume)) throw new Error("Essex accommodation is suppressed");

const held = disparities(
  [
    {
      name: "the published lot",
      counts: "starts",
      basis: { period: { each: "year" }, kind: "flow" },
      source: "RR3 meeting note, 26 August 2020: 900 a year by year three",
      rows: [{ area: "essex", figure: 900 }],
    },
    {
      name: "the returns",
      counts: "starts",
      basis: { period: { from: "2019-04-01", to: "2020-03-31" }, kind: "flow" },
      source: "twelve made-up returns",
      rows: [{ area: "essex", figure: String(essex.volume.value) }],
    },
  ],
  {
    by: ["area"],
    tolerance: "0.1",
    waive: [{ difference: "period", reason: "each is one full year, the lot's at its plateau" }],
  },
);
console.log("\nEssex accommodation: the published lot beside the made-up returns");
console.table(held.table());

const { unitCosts } = essex;
if (!("absent" in unitCosts) && !isAbsent(unitCosts.median)) {
  console.log("\nThe median in Essex leads to no return:");
  console.log(explain(unitCosts.median, { depth: 1 }).toString());
}
