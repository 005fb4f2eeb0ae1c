import {
  annuityFactor,
  discountFactor,
  discountedValue,
  equalAnnualValue,
  optimismBias,
} from "../../formulas/discounting.ts";
import { decimalFrom, describe, digitsOf } from "../../numbers/decimal.ts";
import type { Decimal } from "../../numbers/decimal.ts";
import { constant, sum } from "../../numbers/figure.ts";
import type { Figure } from "../../numbers/figure.ts";
import type { Assumption } from "../../vocabulary/assumption.ts";
import { isYearLabel } from "../../vocabulary/calendar.ts";
import { centralOf } from "../../vocabulary/checks/assumptions.ts";
import { parseDiscountSchedule } from "../../vocabulary/money.ts";
import type { DiscountSchedule } from "../../vocabulary/money.ts";
import { nearestWord } from "../../vocabulary/nearest.ts";
import { nominal, pricesText } from "../../vocabulary/prices.ts";
import { percentMeant } from "../../vocabulary/percentage.ts";
import { invalidData, problem } from "../../vocabulary/problems.ts";
import { greenBookSchedule } from "../../vocabulary/reference/green-book.ts";
import { assumedFigure } from "../inputs.ts";
import { aboutOf, nameProblems, rootOf } from "./called.ts";
import { objectProblems, refuse } from "./checked-options.ts";
import { mixedPrices, moneyOf, moneyProblems, numberOfYear, sameCalendar } from "./money.ts";
import type { MoneyByYear } from "./money.ts";
import { formProblems } from "./volumes.ts";

const greenBook = "Green Book";

const undiscounted = /* @__PURE__ */ constant(1);

/**
 * What a pound of each year from year 0 is worth in year 0, by a schedule of real rates: year 0 itself is not
 * discounted, and each later year is the one before over one and its own rate. The name of the schedule goes into the
 * paths of its rates, `discounting.Green Book.bands.0.rate`, so that two schedules are two inputs. A schedule with other rates
 * is given another name.
 *
 * @param years - how many years, year 0 counting as one: from 1 to 1,000
 * @param schedule - real rates by year, such as {@link greenBookSchedule}
 *
 * @example
 * ```ts
 * import { discountFactors, greenBookSchedule } from "volumes-and-values/provider";
 *
 * const factors = discountFactors(32, greenBookSchedule);
 * [1, 30, 31].map((year) => factors[year]?.rounded({ places: 10, mode: "half even" }).toString());
 * // => [ '0.9661835749', '0.3562784106', '0.3459013695' ]
 * ```
 */
export function discountFactors(years: number, schedule: DiscountSchedule): readonly Figure<"ratio">[] {
  const { bands, name, source, asOf } = parseDiscountSchedule(schedule);
  if (!Number.isInteger(years) || years < 1 || years > 1_000)
    throw invalidData("discounting", [problem(["years"], "a whole number from 1 to 1000", String(years))]);
  const rates = bands.map(({ fromYear, toYear, rate }, index) => {
    const about = {
      schedule: name,
      years: toYear === undefined ? `${String(fromYear)} on` : `${String(fromYear)} to ${String(toYear)}`,
    };
    const logged = typeof rate === "object" ? { source, asOf, ...rate } : { value: rate, source, asOf };
    return assumedFigure(
      [...rootOf("discounting", name), "bands", index, "rate"],
      { name: "discountRate", unit: "ratio" },
      logged,
      about,
    );
  });
  const factors: Figure<"ratio">[] = [undiscounted];
  for (let year = 1; year < years; year++) {
    const band = bands.findIndex(({ toYear }) => toYear === undefined || year <= toYear);
    factors.push(
      discountFactor(
        { factorBefore: factors[year - 1] as Figure<"ratio">, discountRate: rates[band] as Figure<"ratio"> },
        { year: `year ${String(year)}` },
      ),
    );
  }
  return Object.freeze(factors);
}

/** How money is discounted. */
export interface Discounting {
  /** Year 0, which is not discounted: as the money's years are called. */
  readonly yearZero: string;
  /** Real rates by year; the Green Book's, where it is left to it by name. */
  readonly schedule: DiscountSchedule | "Green Book";
}

/** Money of several years as it is worth in year 0. */
export interface PresentValue {
  readonly presentValue: Figure<"GBP">;
  /** The same amount in each of the years that is worth as much. */
  readonly equivalentAnnualCost: Figure<"GBP">;
  /** Each year's part of it. */
  readonly years: Readonly<Record<string, Figure<"GBP">>>;
}

/**
 * What money of several years is worth in year 0, and the equivalent annual cost: the same amount in each of its years
 * that is worth as much. The rates are real, so that the money must be in prices of one year. They are inputs under the
 * name of their schedule, as in {@link discountFactors}: health at 1.5% beside the Green Book's 3.5% is moved by itself.
 *
 * @throws ModelError `mixed-prices` for nominal money; `invalid-data` for a year 0 after the money's first year, or of
 * another calendar, and for a schedule with problems.
 *
 * @example
 * ```ts
 * import { moneyByYear, presentValue } from "volumes-and-values/provider";
 * import { whatIf } from "volumes-and-values/readings";
 *
 * const cost = moneyByYear({ prices: "2021/22", values: { "2021/22": 1000, "2022/23": 1035 } });
 * const worth = presentValue(cost, { yearZero: "2021/22", schedule: "Green Book" });
 * worth.presentValue.rounded({ places: 2, mode: "half even" }).toString(); // => 2000 GBP
 * worth.equivalentAnnualCost.rounded({ places: 2, mode: "half even" }).toString(); // => 1017.2 GBP
 *
 * const health = {
 *   name: "health",
 *   source: "illustrative",
 *   asOf: "2026-11-22",
 *   bands: [{ fromYear: 0, rate: "0.015" }],
 * };
 * const saved = moneyByYear({ name: "saved", prices: "2021/22", values: { "2021/22": 0, "2022/23": 1015 } });
 * const benefit = presentValue(saved, { yearZero: "2021/22", schedule: health });
 * const net = benefit.presentValue.minus(worth.presentValue).named("net");
 * const undiscounted = whatIf(net, { "discounting.health.bands.0.rate": 0 });
 * undiscounted.minus(net).rounded({ places: 2, mode: "half even" }).toString(); // => 15 GBP
 * ```
 */
export function presentValue(money: MoneyByYear, discounting: Discounting): PresentValue {
  refuse("money by year", moneyProblems([], money));
  const needed = { yearZero: "the year that is not discounted", schedule: `"${greenBook}", or a schedule` };
  refuse("discounting", objectProblems([], discounting, { needed }));
  const { yearZero, schedule } = discounting;
  if (money.prices === nominal)
    throw mixedPrices(
      [nominal, "one year"],
      "Discount rates are real: bring the money to the prices of one year first, with inPrices.",
    );
  const [first] = money.years as readonly [string];
  const known = typeof (yearZero as unknown) === "string" && isYearLabel(yearZero);
  const before = known && sameCalendar(first, yearZero) ? numberOfYear(first) - numberOfYear(yearZero) : -1;
  const problems = [
    ...(before >= 0
      ? []
      : [problem(["yearZero"], `a year that is no later than ${first}`, describe(yearZero))]),
    ...(typeof schedule === "string" && (schedule as string) !== greenBook
      ? [
          problem(["schedule"], `"${greenBook}", or a schedule`, describe(schedule), {
            nearest: nearestWord(schedule, [greenBook]),
          }),
        ]
      : []),
  ];
  if (problems.length > 0) throw invalidData("discounting", problems);
  const rates = schedule === greenBook ? greenBookSchedule : schedule;
  const factors = discountFactors(before + money.years.length, rates).slice(before);
  const about = { prices: pricesText(money.prices), yearZero: `worth in ${yearZero}` };
  const parts = money.years.map((year, at): readonly [string, Figure<"GBP">] => [
    year,
    discountedValue(
      { value: money.values[year] as Figure<"GBP">, discountFactor: factors[at] as Figure<"ratio"> },
      { year, ...about },
    ),
  ]);
  const whole = sum(
    "GBP",
    parts.map(([, part]) => part),
  ).named("presentValue", about);
  return Object.freeze({
    presentValue: whole,
    equivalentAnnualCost: equalAnnualValue(
      { presentValue: whole, annuityFactor: annuityFactor({ discountFactors: factors }) },
      about,
    ).named("equivalentAnnualCost", about),
    years: Object.freeze(Object.fromEntries(parts)),
  });
}

/** The highest upper bound of the Green Book's supplementary guidance on optimism bias: 200%, of equipment. */
const mostBias = 2;

const highOf = (bias: Assumption): readonly Decimal[] =>
  typeof bias === "object" && bias.high !== undefined ? [decimalFrom(bias.high)] : [];

/** An estimate with what is added to it because such estimates have been too low. */
export interface WithOptimismBias {
  readonly estimate: MoneyByYear;
  readonly optimismBias: MoneyByYear;
}

/**
 * Optimism bias on an estimate by year: a line of its own beside it. `moneyTogether` adds the two. Biases of several
 * estimates that are read together say their names, which go into their paths: `biasPerPound.buildings`.
 *
 * @param biasPerPound - what is added to each pound: 0.1 for a tenth
 * @param options - what the bias is called, where others are read together with it
 * @throws ModelError `invalid-data` for a bias that is below nought, above 2 or no number, and for a name that is none.
 *
 * @example
 * ```ts
 * import { moneyByYear, moneyTogether, withOptimismBias } from "volumes-and-values/provider";
 * import { whatIf } from "volumes-and-values/readings";
 *
 * const cost = moneyByYear({ prices: "2021/22", values: { "2021/22": 50_000 } });
 * withOptimismBias(cost, "0.1").optimismBias.total().toString(); // => 5000 GBP
 *
 * const buildings = withOptimismBias(cost, "0.24", { name: "buildings" });
 * const equipment = withOptimismBias(cost, "0.1", { name: "equipment" });
 * const added = moneyTogether([buildings.optimismBias, equipment.optimismBias]).total();
 * added.toString(); // => 17000 GBP
 * whatIf(added, { "biasPerPound.buildings": "0.04" }).toString(); // => 7000 GBP
 * ```
 */
export function withOptimismBias(
  money: MoneyByYear,
  biasPerPound: Assumption,
  options: { readonly name?: string } = {},
): WithOptimismBias {
  refuse("money by year", moneyProblems([], money));
  const { name } = Object(options) as typeof options;
  const problems = [
    ...formProblems(["biasPerPound"], biasPerPound, "zero or more"),
    ...objectProblems(["options"], options, { known: ["name"] }),
    ...nameProblems(["options", "name"], name, "what the bias is called"),
  ];
  if (problems.length > 0) throw invalidData("optimism bias", problems);
  const most = [centralOf(biasPerPound), ...highOf(biasPerPound)].find((bias) => bias.greaterThan(mostBias));
  if (most !== undefined) {
    const due = `at most ${String(mostBias)}, which is twice the estimate more`;
    const mend = percentMeant(most, "give");
    throw invalidData("optimism bias", [problem(["biasPerPound"], due, digitsOf(most), { mend })]);
  }
  const path = rootOf("biasPerPound", name);
  const bias = assumedFigure(path, { name: "biasPerPound", unit: "ratio" }, biasPerPound, aboutOf(name));
  const lines = money.years.map((year): readonly [string, Figure<"GBP">] => [
    year,
    optimismBias(
      { estimate: money.values[year] as Figure<"GBP">, biasPerPound: bias },
      { ...aboutOf(name), year, prices: pricesText(money.prices) },
    ),
  ]);
  return Object.freeze({ estimate: money, optimismBias: moneyOf(money.prices, lines) });
}
