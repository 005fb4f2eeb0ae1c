import { absent, isAbsent } from "../../absent.ts";
import type { Maybe } from "../../absent.ts";
import { subsidyOfYear, surplusOfYear } from "../../formulas/exposure.ts";
import { contribution, costRecovered, incomeOfStarts, reservesLeft } from "../../formulas/full-cost.ts";
import { isZero } from "../../numbers/exact.ts";
import type { Figure } from "../../numbers/figure.ts";
import { grouped } from "../../numbers/print.ts";
import { problem } from "../../vocabulary/problems.ts";
import type { FullCost, FullCostYear } from "./full-cost.ts";
import { GivenAmounts } from "./given-amounts.ts";
import type { Amount } from "./given-amounts.ts";

/** What a contract pays: a price of each start, or the income of each year. */
export interface RecoveryOptions {
  readonly pricePerStart?: Amount<"GBP/starts">;
  readonly income?: Readonly<Record<string, Amount<"GBP">>>;
  /** The reserves before the first year, from which a subsidy is paid. */
  readonly reserves?: Amount<"GBP">;
}

/** How far income recovers full cost in one year. */
export interface RecoveryYear {
  readonly year: string;
  readonly income: Figure<"GBP">;
  /** Full cost, before any surplus on it. */
  readonly cost: Figure<"GBP">;
  /** Income less direct cost: what it leaves for all else. */
  readonly contribution: Figure<"GBP">;
  /** Income over full cost; absent where there is no cost. */
  readonly recoveryRate: Maybe<"ratio">;
  readonly subsidy: Figure<"GBP">;
  readonly surplus: Figure<"GBP">;
  /** The reserves at the year's end; absent, where those before are not given. */
  readonly reserves: Maybe<"GBP">;
}

/** How far income recovers full cost, year by year. */
export interface Recovery {
  readonly years: readonly RecoveryYear[];
  /** The years as text, for `console.table`. */
  table(): readonly Readonly<Record<string, string>>[];
}

/**
 * How far a price, or an income, recovers full cost: contribution, recovery rate, and the subsidy from reserves or the
 * surplus of each year. Income and subsidy are cost and surplus, and one of subsidy and surplus is nothing.
 *
 * @throws ModelError `invalid-data` with every problem of what is paid.
 *
 * @example
 * ```ts
 * import { fullCost, recovery } from "volumes-and-values/provider";
 *
 * const none = { nonCash: [], management: [], tupe: [], redundancy: [] } as const;
 * const cost = fullCost(
 *   {
 *     ...none,
 *     direct: [{ line: "women's centre", costPerStart: 1_000 }],
 *     drivers: { spend: { ours: 3, ofAll: 10 } },
 *     overheads: [{ line: "head office", cost: 100_000, driver: "spend" }],
 *     vat: "all recovered",
 *     surplusPerPound: 0,
 *     sharedBy: "starts",
 *   },
 *   { volumes: [{ year: "2021/22", starts: 100 }] },
 * );
 * const [year] = recovery(cost, { pricePerStart: 250, reserves: 200_000 }).years;
 * year?.subsidy.toString(); // => 105000 GBP
 * year?.contribution.toString(); // => -75000 GBP
 * year?.reserves.toString(); // => 95000 GBP
 * ```
 */
export function recovery(cost: FullCost, options: RecoveryOptions): Recovery {
  const amounts = new GivenAmounts("income");
  amounts.refuseUnknown([], options, ["pricePerStart", "income", "reserves"]);
  const income = incomeOf(cost, options, amounts);
  const { reserves } = options;
  let left: Maybe<"GBP"> =
    reserves === undefined
      ? absent("the reserves before the first year are not given")
      : amounts.read(reserves, {
          path: ["recovery", "reserves"],
          name: "reservesBefore",
          unit: "GBP",
          range: "zero or more",
        });
  amounts.done();
  const years = cost.years.map((year, index): RecoveryYear => {
    const made = yearOf(year, income[index] as Figure<"GBP">, left);
    left = made.reserves;
    return made;
  });
  return Object.freeze({
    years: Object.freeze(years),
    table: () => years.map(tableRow),
  } satisfies Recovery);
}

function incomeOf(
  { years }: FullCost,
  { pricePerStart, income }: RecoveryOptions,
  amounts: GivenAmounts,
): readonly Figure<"GBP">[] {
  if ((pricePerStart === undefined) === (income === undefined)) {
    amounts.refuse(
      problem([], "a pricePerStart, or the income of each year", income === undefined ? "neither" : "both"),
    );
    return [];
  }
  if (income !== undefined) {
    amounts.refuseUnknown(
      ["income"],
      income,
      years.map(({ year }) => year),
    );
    return years.map(({ year }) =>
      amounts.read(income[year], {
        path: ["recovery", "income", year],
        name: "income",
        unit: "GBP",
        range: "zero or more",
        about: { year },
      }),
    );
  }
  const price = amounts.read(pricePerStart, {
    path: ["recovery", "pricePerStart"],
    name: "pricePerStart",
    unit: "GBP/starts",
    range: "zero or more",
  });
  return years.map(({ year, starts }) => incomeOfStarts({ starts, pricePerStart: price }, { year }));
}

function yearOf(full: FullCostYear, income: Figure<"GBP">, before: Maybe<"GBP">): RecoveryYear {
  const { year, cost } = full;
  const about = { year };
  const subsidy = subsidyOfYear({ income, cost }, about);
  const surplus = surplusOfYear({ income, cost }, about);
  return Object.freeze({
    year,
    income,
    cost,
    contribution: contribution({ income, directCost: full.of("direct") }, about),
    recoveryRate: isZero(cost)
      ? absent("there is no cost to recover")
      : costRecovered({ income, fullCostOfYear: cost }, about),
    subsidy,
    surplus,
    reserves: isAbsent(before)
      ? before
      : reservesLeft({ reservesBefore: before, subsidyOfYear: subsidy, surplusOfYear: surplus }, about),
  });
}

const shown = (figure: Maybe<string>, places: number): string =>
  isAbsent(figure) ? "—" : grouped(figure.value, places);

const tableRow = (row: RecoveryYear): Readonly<Record<string, string>> => ({
  year: row.year,
  income: shown(row.income, 0),
  cost: shown(row.cost, 0),
  contribution: shown(row.contribution, 0),
  recoveryRate: shown(row.recoveryRate, 3),
  subsidy: shown(row.subsidy, 0),
  surplus: shown(row.surplus, 0),
  reserves: shown(row.reserves, 0),
});
