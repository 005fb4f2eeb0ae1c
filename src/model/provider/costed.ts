import type { Problem } from "../../errors.ts";
import { digitsOf } from "../../numbers/decimal.ts";
import type { Decimal } from "../../numbers/decimal.ts";
import type { Bidder } from "../../vocabulary/bidder.ts";
import { listed, problem } from "../../vocabulary/problems.ts";
import { listProblems, objectProblems, refuse } from "./checked-options.ts";
import type { ContractYears } from "./contracted.ts";
import type { FullCost } from "./full-cost.ts";

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
  const byYear = new Map(cost.years.map((one) => [one.year, one]));
  const labels = contract.years.map(({ year }) => year);
  refuse("full cost", [
    ...countProblems(bidder),
    ...contract.years.flatMap(({ year, cases: { total } }): readonly Problem[] => {
      const { starts } = byYear.get(year) ?? {};
      if (starts === undefined)
        return [problem(["cost", year], "what every year of the contract costs in full", "none")];
      if (areOne(starts.value, total.value)) return [];
      const contracted = `the ${digitsOf(total.value)} starts contracted`;
      return [problem(["cost", year, "starts"], contracted, digitsOf(starts.value))];
    }),
    ...cost.years
      .filter(({ year }) => !labels.includes(year))
      .map(({ year }) => problem(["cost", year], `a year of the contract: ${listed(labels)}`, year)),
  ]);
  const years = contract.years.map((one) => ({ ...one, costed: byYear.get(one.year)?.lines ?? [] }));
  return { ...contract, years };
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
