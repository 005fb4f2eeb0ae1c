import { absent, isAbsent } from "../../absent.ts";
import type { Maybe } from "../../absent.ts";
import { subsidyOfYear, surplusOfYear } from "../../formulas/exposure.ts";
import {
  contribution,
  costRecovered,
  incomeOfStarts,
  reservesLeft,
  reservesShort,
} from "../../formulas/full-cost.ts";
import { isZero } from "../../numbers/exact.ts";
import { isFigure, sum } from "../../numbers/figure.ts";
import type { Figure } from "../../numbers/figure.ts";
import { grouped } from "../../numbers/print.ts";
import type { Attributes } from "../../vocabulary/attributes.ts";
import { formProblems } from "../../vocabulary/checks/choices.ts";
import { invalidData, problem, unknownWord } from "../../vocabulary/problems.ts";
import type { Path } from "../../vocabulary/problems.ts";
import { chooserOf, differsBy } from "../inputs.ts";
import { isFullCost } from "./full-cost.ts";
import type { FullCost, FullCostYear } from "./full-cost.ts";
import { GivenAmounts, received } from "./given-amounts.ts";
import type { Amount } from "./given-amounts.ts";
import { lackingChoices } from "./role-hours.ts";
import { eachOnce, strangeWords } from "./strange-words.ts";

/** Prices that differ by complexity or by year: `{ by: "complexity", values: { low: 200 }, otherwise: 300 }`. */
export interface PricesBy {
  readonly by: string;
  readonly values: Readonly<Record<string, Amount<"GBP/starts"> | PricesBy>>;
  readonly otherwise?: Amount<"GBP/starts"> | PricesBy;
}

/** What a contract pays: a price of each start, or the income of each year. */
export interface RecoveryOptions {
  readonly pricePerStart?: Amount<"GBP/starts"> | PricesBy;
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
  /** What the reserves lack by then: nothing, while they last. */
  readonly reservesShort: Maybe<"GBP">;
}

/** How far income recovers full cost, year by year. */
export interface Recovery {
  readonly years: readonly RecoveryYear[];
  /** The first year in which the reserves do not last; none, where they do or are not given. */
  readonly reservesRunOut: string | undefined;
  /** The years as text, for `console.table`. */
  table(): readonly Readonly<Record<string, string>>[];
}

/**
 * How far a price, or an income, recovers full cost: contribution, recovery rate, and the subsidy from reserves or the
 * surplus of each year. Income and subsidy are cost and surplus, and one of subsidy and surplus is nothing. A price may
 * differ by complexity. Where the reserves do not last, it says in which year they run out, and how much they lack.
 *
 * @throws ModelError `invalid-data` with every problem of what is paid; `mixed-prices` for income that says it is in other
 * prices than the cost.
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
  if (!isFullCost(cost))
    throw invalidData("income", [problem(["cost"], "what fullCost() gives", received(cost))]);
  amounts.refuseUnknown([], options, ["pricePerStart", "income", "reserves"]);
  for (const year of cost.years) amounts.addMoney(year.cost, year.year);
  const incomeIn = incomeOf(cost, options, amounts);
  const { reserves } = options;
  const before =
    reserves === undefined
      ? absent("the reserves before the first year are not given")
      : amounts.read(reserves, {
          path: ["recovery", "reserves"],
          name: "reservesBefore",
          unit: "GBP",
          range: "zero or more",
          year: cost.years[0]?.year,
        });
  amounts.done();
  let left: Maybe<"GBP"> = isAbsent(before) ? before : amounts.inCommon(before);
  const years = cost.years.map((year, index): RecoveryYear => {
    const made = yearOf(year, (incomeIn as IncomeIn)(index), left, amounts);
    left = made.reserves;
    return made;
  });
  return Object.freeze({
    years: Object.freeze(years),
    reservesRunOut: years.find(({ reservesShort: short }) => !isAbsent(short) && !isZero(short))?.year,
    table: () => years.map(tableRow),
  } satisfies Recovery);
}

/** The income of a year, by its place among them: it is added up once all of it was read and nothing refused. */
type IncomeIn = (index: number) => Figure<"GBP">;

function incomeOf(
  { years }: FullCost,
  { pricePerStart, income }: RecoveryOptions,
  amounts: GivenAmounts,
): IncomeIn | undefined {
  if ((pricePerStart === undefined) === (income === undefined)) {
    amounts.refuse(
      problem([], "a pricePerStart, or the income of each year", income === undefined ? "neither" : "both"),
    );
    return undefined;
  }
  if (income !== undefined) {
    amounts.refuseUnknown(
      ["income"],
      income,
      years.map(({ year }) => year),
    );
    const read = years.map(({ year }) =>
      amounts.read(income[year], {
        path: ["recovery", "income", year],
        name: "income",
        unit: "GBP",
        range: "zero or more",
        about: { year },
      }),
    );
    return (index) => read[index] as Figure<"GBP">;
  }
  return incomeAtPrices(years, pricePerStart as Price, amounts);
}

type Price = NonNullable<RecoveryOptions["pricePerStart"]>;

/** The income of starts at their price, which may be another for each complexity or year. */
function incomeAtPrices(
  years: readonly FullCostYear[],
  price: Price,
  amounts: GivenAmounts,
): IncomeIn | undefined {
  const path = ["recovery", "pricePerStart"];
  if (!isSound(path, price, amounts)) return undefined;
  const priceOf = chooserOf<Amount<"GBP/starts">, Figure<"GBP/starts">>(path, price, {}, (at, one, about) =>
    amounts.read(one, { path: at, name: "pricePerStart", unit: "GBP/starts", range: "zero or more", about }),
  );
  const byLevel = differsBy("complexity", price);
  const parts = years.map(({ year, starts, byComplexity }) =>
    byLevel
      ? byComplexity.map((level) => ({ starts: level.starts, words: wordsOf(year, level) }))
      : [{ starts, words: { year } }],
  );
  const lacking = parts.flat().flatMap(({ words }) => lackingChoices(path, price, words));
  const strange = strangeWords(path, price, years.flatMap(levelWords));
  amounts.refuse(...eachOnce([...strange, ...lacking]));
  return (index) => {
    const [first, ...others] = (parts[index] ?? []).map(({ starts, words }) =>
      incomeOfStarts({ starts, pricePerStart: amounts.inCommon(priceOf(words)) }, words),
    );
    return first !== undefined && others.length === 0
      ? first
      : sum("GBP", first === undefined ? [] : [first, ...others]).named("income", {
          year: (years[index] as FullCostYear).year,
        });
  };
}

/** The words of a level; volumes that do not state their complexity have none. */
const wordsOf = (year: string, { complexity }: { readonly complexity: string }) =>
  complexity === "all" ? { year } : { year, complexity };

/** The words of all levels of a year, whatever prices differ by. */
const levelWords = ({ year, byComplexity }: FullCostYear): readonly Attributes[] =>
  byComplexity.map((level) => wordsOf(year, level));

/** Whether prices that differ have the form of such; a price by itself is judged where it is read. */
function isSound(path: Path, price: Price | undefined, amounts: GivenAmounts): boolean {
  if (typeof price !== "object" || (price as Price | null) === null || isFigure(price) || !("by" in price))
    return true;
  amounts.refuseUnknown(path, price, ["by", "values", "otherwise"]);
  const { by, values, otherwise } = price;
  if (!words.includes(by))
    amounts.refuse(unknownWord([...path, "by"], by, words, "what prices may differ by"));
  const has = typeof values === "object" && (values as unknown) !== null;
  if (has) amounts.refuse(...formProblems(path, by, Object.keys(values)));
  else amounts.refuse(problem([...path, "values"], "a price for each word", received(values)));
  const within = has ? Object.entries(values) : [];
  return (
    within.every(([word, one]) => isSound([...path, "values", word], one, amounts)) &&
    isSound([...path, "otherwise"], otherwise, amounts) &&
    has &&
    words.includes(by)
  );
}

const words: readonly string[] = ["complexity", "year"];

function yearOf(
  full: FullCostYear,
  paid: Figure<"GBP">,
  before: Maybe<"GBP">,
  amounts: GivenAmounts,
): RecoveryYear {
  const { year } = full;
  const about = { year, ...amounts.prices };
  const [income, cost, directCost] = [paid, full.cost, full.of("direct")].map((money) =>
    amounts.inCommon(money),
  ) as [Figure<"GBP">, Figure<"GBP">, Figure<"GBP">];
  const subsidy = subsidyOfYear({ income, cost }, about);
  const surplus = surplusOfYear({ income, cost }, about);
  const flows = { subsidyOfYear: subsidy, surplusOfYear: surplus };
  return Object.freeze({
    year,
    income,
    cost,
    contribution: contribution({ income, directCost }, about),
    recoveryRate: isZero(cost)
      ? absent("there is no cost to recover")
      : costRecovered({ income, fullCostOfYear: cost }, { year }),
    subsidy,
    surplus,
    reserves: isAbsent(before) ? before : reservesLeft({ reservesBefore: before, ...flows }, about),
    reservesShort: isAbsent(before) ? before : reservesShort({ reservesBefore: before, ...flows }, about),
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
  reservesShort: shown(row.reservesShort, 0),
});
