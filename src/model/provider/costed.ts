import type { Problem } from "../../errors.ts";
import { describe, digitsOf, zero } from "../../numbers/decimal.ts";
import type { Decimal } from "../../numbers/decimal.ts";
import { isFigure } from "../../numbers/figure.ts";
import type { Bidder } from "../../vocabulary/bidder.ts";
import { refuseOtherPrices } from "../../vocabulary/other-prices.ts";
import { nominal } from "../../vocabulary/prices.ts";
import { listed, problem } from "../../vocabulary/problems.ts";
import type { Path } from "../../vocabulary/problems.ts";
import { listProblems, objectProblems, refuse } from "./checked-options.ts";
import type { Contracted, ContractYears } from "./contracted.ts";
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
        return [problem(["cost", year], "what every year of the contract costs in full", "none")];
      const inAll = startsProblems(["cost", year, "starts"], costed.starts.value, one.cases.total.value);
      return inAll.length > 0 ? inAll : levelProblems(one, costed);
    }),
    ...cost.years
      .filter(({ year }) => !labels.includes(year))
      .map(({ year }) => problem(["cost", year], `a year of the contract: ${listed(labels)}`, year)),
  ]);
  refuseCostInOtherPrices(cost, bidder);
  const years = contract.years.map((one) => ({ ...one, costed: byYear.get(one.year)?.lines ?? [] }));
  return { ...contract, years };
}

/** Full cost that says it is in other prices than those from which costs are brought to the prices of each year. */
function refuseCostInOtherPrices({ years }: FullCost, { costIndexation }: Bidder): void {
  if (costIndexation === undefined) return;
  const prices = costIndexation === nominal ? nominal : costIndexation.base;
  for (const { year, cost } of years) refuseOtherPrices(cost, prices, year);
}

/** A year that is not in figures: it was brought through JSON, say. */
function formProblems(year: unknown, index: number): readonly Problem[] {
  const { starts, cost, lines, byComplexity } = Object(year) as Partial<FullCostYear>;
  const figures: readonly unknown[] = [
    starts,
    cost,
    ...(Array.isArray(lines) ? (lines as FullCostYear["lines"]).map(({ cost }) => cost) : [lines]),
    ...(Array.isArray(byComplexity)
      ? (byComplexity as FullCostYear["byComplexity"]).map((level) => level.starts)
      : [byComplexity]),
  ];
  return figures.every(isFigure)
    ? []
    : [
        problem(["cost", "years", index], "a year as fullCost gives it, in figures", describe(year), {
          mend: "JSON keeps the cost model: make the full cost again from it.",
        }),
      ];
}

/** Starts of a complexity that are not those contracted, where the contract and its cost both know them. */
function levelProblems(
  { year, cases: { levels } }: Contracted,
  { byComplexity }: FullCostYear,
): readonly Problem[] {
  const contracted = new Map(levels.map(({ complexity, cases }) => [complexity, cases.value]));
  const costed = new Map(byComplexity.map(({ complexity, starts }) => [complexity, starts.value]));
  if (contracted.has(undefined) || costed.has("all")) return [];
  const known = new Set([...contracted.keys(), ...costed.keys()] as readonly string[]);
  return [...known].flatMap((complexity) =>
    startsProblems(
      ["cost", year, "byComplexity", complexity],
      costed.get(complexity) ?? zero,
      contracted.get(complexity) ?? zero,
    ),
  );
}

function startsProblems(path: Path, costed: Decimal, contracted: Decimal): readonly Problem[] {
  return areOne(costed, contracted)
    ? []
    : [problem(path, `the ${digitsOf(contracted)} starts contracted`, digitsOf(costed))];
}

const costProblems = ({ costs }: Bidder): readonly Problem[] =>
  costs.length > 0 ? [] : [problem(["costs"], "a cost or more, or the full cost among the options", "none")];

const countProblems = ({ mechanism: { counts } }: Bidder): readonly Problem[] =>
  counts === "starts"
    ? []
    : [problem(["mechanism", "counts"], "starts, since full cost grows with them", JSON.stringify(counts))];

/** Whether two volumes are one, but for the rounding of quotients. */
const areOne = (a: Decimal, b: Decimal): boolean =>
  a.minus(b).abs().lessThanOrEqualTo(b.abs().plus(1).times("1e-20"));
