import { isFigure, sum, wrongUnit } from "../../numbers/figure.ts";
import type { Figure } from "../../numbers/figure.ts";
import { grouped } from "../../numbers/print.ts";
import { ModelError } from "../../errors.ts";
import type { Problem } from "../../errors.ts";
import { describe } from "../../numbers/decimal.ts";
import type { Assumption } from "../../vocabulary/assumption.ts";
import { isYearLabel, yearForm } from "../../vocabulary/calendar.ts";
import { inCommonPrices, refuseOtherPrices } from "../../vocabulary/other-prices.ts";
import { nominal, pricesText } from "../../vocabulary/prices.ts";
import { invalidData, problem } from "../../vocabulary/problems.ts";
import type { Path } from "../../vocabulary/problems.ts";
import { assumedFigure } from "../inputs.ts";
import { nameProblems, rootOf } from "./called.ts";
import { listProblems, objectProblems, refuse } from "./checked-options.ts";
import { formProblems } from "./volumes.ts";

/** Money by year in stated prices. Made by {@link moneyByYear}. */
export interface MoneyByYear {
  /** The year in whose prices it is (real), or `of each year` (nominal). */
  readonly prices: string;
  /** In order. */
  readonly years: readonly string[];
  readonly values: Readonly<Record<string, Figure<"GBP">>>;
  /** The years together, in their prices. */
  total(): Figure<"GBP">;
  /** The years as text, in pounds. */
  table(): readonly Readonly<Record<string, string>>[];
}

/**
 * Money by year with the prices it is in, so that prices never mix in silence: those of one year (real), or
 * `of each year` (nominal). The values may be those of a forecast's totals. Streams that are read together say their
 * names, which go into the paths of their inputs: `money.grant.2021/22`.
 *
 * @throws ModelError `invalid-data` for years that nobody knows, are of two calendars or leave one out, and for money that
 * is discounted already; `mixed-prices` for a figure that says it is in other prices.
 *
 * @example
 * ```ts
 * import { moneyByYear } from "volumes-and-values/provider";
 *
 * const value = moneyByYear({ prices: "2021/22", values: { "2021/22": 60_000, "2022/23": 120_000 } });
 * value.total(); // => Figure 180,000 GBP · value · in prices of 2021/22
 * ```
 */
export function moneyByYear(money: {
  readonly name?: string;
  readonly prices: string;
  readonly values: Readonly<Record<string, Figure<"GBP"> | Assumption>>;
}): MoneyByYear {
  const { name, prices, values } = Object(money) as typeof money;
  const labels = Object.keys(Object(values) as object);
  const known = ["name", "prices", "values"];
  const problems = [
    ...(typeof money === "object" ? objectProblems([], Object(money), { known }) : []),
    ...nameProblems(["name"], name, "what the money is called"),
    ...priceProblems(prices, labels),
    ...(labels.length === 0 ? [problem(["values"], "the money of a year or more", "none")] : []),
    ...labels.flatMap((label) =>
      isYearLabel(label)
        ? isFigure(values[label])
          ? discountedProblems(["values", label], values[label])
          : formProblems(["values", label], values[label], mayBeOwed)
        : [problem(["values", label], yearForm, JSON.stringify(label))],
    ),
  ];
  if (problems.length > 0) throw invalidData(subject, problems);
  const years = [...labels].sort((a, b) => numberOfYear(a) - numberOfYear(b));
  const gap = years.find(
    (label, at) => at > 0 && numberOfYear(label) !== numberOfYear(years[at - 1] ?? label) + 1,
  );
  if (gap !== undefined)
    throw invalidData(subject, [problem(["values", gap], "years that follow each other", years.join(", "))]);
  const figures = years.map((label): readonly [string, Figure<"GBP">] => {
    const value = values[label] as Figure<"GBP"> | Assumption;
    const figure = isFigure(value)
      ? value
      : assumedFigure([...rootOf("money", name), label], { name: "value", unit: "GBP" }, value, {
          year: label,
          prices: pricesText(prices),
        });
    if ((figure.unit as string) !== "GBP") throw wrongUnit("GBP", figure, `money.${label}`);
    refuseOtherPrices(figure, prices, label);
    return [label, sayingPrices(figure, prices)];
  });
  return moneyOf(prices, figures);
}

const subject = "money by year";

/** Money by year may be a saving or a balance: a number has no more of a range than a figure has. */
const mayBeOwed = undefined;

/** Money that is worth so much in year 0, or was made of such, which would be discounted again. */
function discountedProblems(path: Path, money: Figure): readonly Problem[] {
  const made = new Set([money]);
  for (const { name = "", about, operands } of made) {
    if (equalAmounts.has(name)) continue;
    const worth = about["yearZero"];
    if (worth !== undefined)
      return [problem(path, "money as it is spent", `money ${worth}, which is discounted already`)];
    for (const one of operands) if (one.unit.startsWith("GBP")) made.add(one);
  }
  return [];
}

/** The equal amount of each year is money as it is spent, though it is made of what it is worth. */
const equalAmounts: ReadonlySet<string> = new Set(["equivalentAnnualCost", "equalAnnualValue"]);

/** Prices that nobody knows, or that are those of a contract's year where the money is of financial years. */
function priceProblems(prices: unknown, labels: readonly string[]): readonly Problem[] {
  const form = (expected: string): readonly Problem[] => [
    problem(["prices"], `${expected}, or "${nominal}"`, prices === undefined ? "nothing" : describe(prices)),
  ];
  if (prices === nominal) return [];
  if (typeof prices !== "string" || !isYearLabel(prices)) return form("the year of the prices");
  const financial = labels.find((label) => isYearLabel(label) && !label.startsWith("contract"));
  return financial === undefined || sameCalendar(prices, financial)
    ? []
    : form("a financial year, as the money is of");
}

/** What is wrong with something that is to be money by year: it was not made so. */
export function moneyProblems(path: Path, money: unknown): readonly Problem[] {
  const { prices, years, values } = Object(money) as Partial<MoneyByYear>;
  const made =
    typeof prices === "string" &&
    Array.isArray(years) &&
    (years as MoneyByYear["years"]).every((year) => isFigure(values?.[year]));
  return made ? [] : [problem(path, "money by year, as moneyByYear gives it", describe(money))];
}

/** Money that is known to be sound. */
export function moneyOf(prices: string, figures: readonly (readonly [string, Figure<"GBP">])[]): MoneyByYear {
  return Object.freeze({
    prices,
    years: Object.freeze(figures.map(([label]) => label)),
    values: Object.freeze(Object.fromEntries(figures)),
    total: () =>
      sum(
        "GBP",
        figures.map(([, figure]) => figure),
      ).named("value", { prices: pricesText(prices) }),
    table: () =>
      figures.map(([year, figure]) => ({
        year,
        prices: pricesText(prices),
        value: grouped(figure.value, 0),
      })),
  });
}

/** Years counted, so that they follow each other: 2021 for 2021/22; contract years are a calendar of their own. */
export const numberOfYear = (label: string): number =>
  label.startsWith("contract year ")
    ? Number(label.slice("contract year ".length))
    : Number(label.slice(0, 4));

/** Whether two years are of one calendar. */
export const sameCalendar = (a: string, b: string): boolean =>
  a.startsWith("contract") === b.startsWith("contract");

/** Money that says in which prices it is, as it is given out. */
const sayingPrices = (figure: Figure<"GBP">, prices: string): Figure<"GBP"> =>
  figure.about["prices"] === undefined
    ? figure.named(figure.name ?? "value", { ...figure.about, prices: pricesText(prices) })
    : inCommonPrices(figure, pricesText(prices));

/** The error for money in several prices where it must be in one. */
export function mixedPrices(bases: readonly string[], mend: string): ModelError<"mixed-prices"> {
  const said = bases.map(pricesText).join(" and ");
  return new ModelError("mixed-prices", `Money ${said} does not go together. ${mend}`, {
    prices: Object.freeze([...bases]),
  });
}

/**
 * Several streams of money added up year by year.
 *
 * @throws ModelError `invalid-data` for what is no money by year; `mixed-prices` where they are not in the same prices;
 * `does-not-add` where a year of one is not a year of another: missing is not zero.
 *
 * @example
 * ```ts
 * import { moneyByYear, moneyTogether } from "volumes-and-values/provider";
 *
 * const value = moneyByYear({ prices: "2021/22", values: { "2021/22": 60_000 } });
 * const paid = moneyByYear({ prices: "of each year", values: { "2021/22": 5000 } });
 * moneyTogether([value, value]).total().toString(); // => 120000 GBP
 * moneyTogether([value, paid]);
 * // throws: Money in prices of 2021/22 and in prices of each year does not go together. Bring it to the same prices first, with inPrices.
 * ```
 */
export function moneyTogether(streams: readonly MoneyByYear[]): MoneyByYear {
  refuse(subject, listProblems([], streams, "a list of streams of money"));
  refuse(
    subject,
    streams.flatMap((stream, index) => moneyProblems([index], stream)),
  );
  const [first] = streams;
  if (first === undefined) throw invalidData(subject, [problem([], "a stream of money or more", "none")]);
  const bases = [...new Set(streams.map(({ prices }) => prices))];
  if (bases.length > 1) throw mixedPrices(bases, "Bring it to the same prices first, with inPrices.");
  const lacking = streams.find(({ years }) => years.join() !== first.years.join());
  if (lacking !== undefined)
    throw new ModelError(
      "does-not-add",
      `Money of ${first.years.join(", ")} and of ${lacking.years.join(", ")} does not add by year. State every year, zero too.`,
      { figure: "value", reason: "the years differ" },
    );
  return moneyOf(
    first.prices,
    first.years.map((year) => [
      year,
      sum(
        "GBP",
        streams.map(({ values }) => values[year] as Figure<"GBP">),
      ).named("value", { year, prices: pricesText(first.prices) }),
    ]),
  );
}
