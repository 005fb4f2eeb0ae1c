import type { Problem } from "../../errors.ts";
import { describe, zero } from "../../numbers/decimal.ts";
import type { Decimal } from "../../numbers/decimal.ts";
import { withoutNoise } from "../../numbers/print.ts";
import type { Bidder } from "../../vocabulary/bidder.ts";
import { refuseOtherPrices } from "../../vocabulary/other-prices.ts";
import { nominal } from "../../vocabulary/prices.ts";
import { listed, problem } from "../../vocabulary/problems.ts";
import type { Path } from "../../vocabulary/problems.ts";
import { isSameVolume } from "./case-volumes.ts";
import { listProblems, objectProblems, refuse } from "./checked-options.ts";
import type { Contracted, ContractYears } from "./contracted.ts";
import { isFullCostYear } from "./full-cost.ts";
import type { FullCost, FullCostYear } from "./full-cost.ts";

/** A contract with what it costs in full in each of its years, where that is known. */
export function withFullCost(
  contract: ContractYears,
  cost: FullCost | undefined,
  bidder: Bidder,
): ContractYears {
  if (cost === undefined) {
    refuse("provider", costProblems(bidder));
    return contract;
  }
  const formal = objectProblems(["cost"], cost, { known: ["model", "years", "table"] });
  refuse(
    "full cost",
    formal.length > 0 ? formal : listProblems(["cost", "years"], cost.years, "the cost of each year"),
  );
  refuse("full cost", cost.years.flatMap(formProblems));
  const byYear = new Map(cost.years.map((one) => [one.year, one]));
  const labels = contract.years.map(({ year }) => year);
  refuse("full cost", [
    ...countProblems(bidder),
    ...contract.years.flatMap((one): readonly Problem[] => {
      const { year } = one;
      const costed = byYear.get(year);
      if (costed === undefined)
        return [
          problem(["cost", year], "what every year of the contract costs in full", "none", mendOf(one)),
        ];
      const inAll = startsProblems(["cost", year, "starts"], costed.starts.value, one.cases.total.value, one);
      return inAll.length > 0 ? inAll : levelProblems(one, costed);
    }),
    ...cost.years
      .filter(({ year }) => !labels.includes(year))
      .map(({ year }) => problem(["cost", year], `a year of the contract: ${listed(labels)}`, year)),
  ]);
  refuseOtherIndexed(cost, bidder);
  const years = contract.years.map((one) => ({ ...one, costed: byYear.get(one.year)?.lines ?? [] }));
  return { ...contract, years };
}

/** A year that is not in figures: it was brought through JSON, say. */
function formProblems(year: unknown, index: number): readonly Problem[] {
  return isFullCostYear(year)
    ? []
    : [
        problem(["cost", "years", index], "a year as fullCost gives it, in figures", describe(year), {
          mend: "JSON keeps the cost model: make the full cost again from it.",
        }),
      ];
}

/** Starts of a complexity that are not those contracted, where the contract and its cost both know them. */
function levelProblems(of: Contracted, { byComplexity }: FullCostYear): readonly Problem[] {
  const { year, cases } = of;
  const contracted = new Map(cases.levels.map((level) => [level.complexity, level.cases.value]));
  const costed = new Map(byComplexity.map(({ complexity, starts }) => [complexity, starts.value]));
  if (contracted.has(undefined) || costed.has("all")) return [];
  const known = new Set([...contracted.keys(), ...costed.keys()] as readonly string[]);
  return [...known].flatMap((complexity) =>
    startsProblems(
      ["cost", year, "byComplexity", complexity],
      costed.get(complexity) ?? zero,
      contracted.get(complexity) ?? zero,
      of,
    ),
  );
}

function startsProblems(
  path: Path,
  costed: Decimal,
  contracted: Decimal,
  of: Contracted,
): readonly Problem[] {
  return isSameVolume(costed, contracted)
    ? []
    : [problem(path, `the ${withoutNoise(contracted)} starts contracted`, withoutNoise(costed), mendOf(of))];
}

/** What to do where a year's starts are those that come in its months, and not those of its referrals. */
const mendOf = ({ months }: Contracted): { readonly mend?: string } =>
  months === undefined
    ? {}
    : {
        mend: "Months count starts by date: make the full cost of those, as flows.total({ from, to }).starts has them for each financial year.",
      };

/** Full cost that says it is in other prices than costs are in: the index of costs would be put on it twice, or not at all. */
function refuseOtherIndexed({ years }: FullCost, { costIndexation }: Bidder): void {
  if (costIndexation === undefined) return;
  const prices = costIndexation === nominal ? nominal : costIndexation.base;
  for (const { year, cost } of years) refuseOtherPrices(cost, prices, year);
}

const costProblems = ({ costs }: Bidder): readonly Problem[] =>
  costs.length > 0 ? [] : [problem(["costs"], "a cost or more, or the full cost among the options", "none")];

const countProblems = ({ mechanism: { counts } }: Bidder): readonly Problem[] =>
  counts === "starts"
    ? []
    : [problem(["mechanism", "counts"], "starts, since full cost grows with them", JSON.stringify(counts))];
