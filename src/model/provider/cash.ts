import { amountOfMonth, amountOfMonthsCases, cashBalance, leastInHand } from "../../formulas/exposure.ts";
import { partOfMonth } from "../../formulas/ramp-up.ts";
import { isZero } from "../../numbers/exact.ts";
import { constant, given, sum } from "../../numbers/figure.ts";
import type { About, Figure } from "../../numbers/figure.ts";
import { grouped } from "../../numbers/print.ts";
import type { Bidder } from "../../vocabulary/bidder.ts";
import type { CaseMeasure } from "../../vocabulary/mechanism.ts";
import { financialYearLabel } from "../../vocabulary/calendar.ts";
import { invalidData, problem } from "../../vocabulary/problems.ts";
import { monthIndex, monthsIn, overlap } from "../calendar.ts";
import type { TableRow } from "../forecast.ts";
import { assumedFigure } from "../inputs.ts";
import { casesFrom } from "./case-volumes.ts";
import type { Contracted, ContractYears } from "./contracted.ts";
import { monthText } from "./months.ts";
import { positionAt } from "./position.ts";
import type { Position } from "./position.ts";

/** What comes in and goes out in a month, and what is in hand after it. */
export interface CashMonth {
  /** `2021-04`. */
  readonly month: string;
  readonly received: Figure<"GBP">;
  readonly spent: Figure<"GBP">;
  readonly balance: Figure<"GBP">;
}

/** Money in hand, month by month. */
export interface Cash {
  readonly months: readonly CashMonth[];
  /** The first month in which there is least; its balance is the least of all months, whichever that is after a change. */
  readonly trough: CashMonth;
  /** The months as text, for `console.table`. */
  table(): readonly TableRow[];
}

/** Money that moves in a month, counted from year 0. */
interface Movement {
  readonly month: number;
  readonly amount: Figure<"GBP">;
}

/** A month of a year, and the part of it that the service is open. */
interface OpenMonth {
  readonly month: number;
  readonly part: Figure<"ratio">;
}

/** Money in hand by month: what the mechanism's terms bring, when they bring it, and what costs take as they fall due. */
export function cashOf(bidder: Bidder, { years, open }: ContractYears, volumeRatio: Figure<"ratio">): Cash {
  const { terms } = bidder.mechanism;
  if (terms === undefined)
    throw invalidData("provider", [
      problem(["mechanism", "terms"], "when the mechanism pays, since cash is asked for", "nothing"),
    ]);
  const { monthsInArrears, onAccount, reconciledAfter = monthsInArrears } = terms;
  const late = ({ month, amount }: Movement): Movement => ({ month: month + monthsInArrears, amount });
  const received: Movement[] = [];
  const spent: Movement[] = [];
  let [ofIncome, ofCost]: [About, About] = [{}, {}];
  for (const contracted of years) {
    const at = positionAt(bidder, contracted, volumeRatio);
    const months = openMonths(contracted.year, open);
    const byMonth = spreadOver(contracted, months);
    const { charges, serviceCredits } = at.payment;
    const due = charges.minus(serviceCredits).named("due", at.income.about);
    [ofIncome, ofCost] = [pricesOnly(at.income), pricesOnly(at.cost)];
    if (onAccount === "contracted") {
      const paid = positionAt(bidder, contracted, whole).payment.charges;
      received.push(...spread(paid, months).map(late));
      received.push({
        month: lastMonthOf(contracted.year) + reconciledAfter,
        amount: due.minus(paid).named("reconciliation", at.income.about),
      });
    } else received.push(...invoiced(at, due, contracted, byMonth).map(late));
    received.push(...milestones(bidder, at).map(late));
    spent.push(...costMovements(at, byMonth));
  }
  return cashMonths(openingOf(bidder), { received, spent, ofIncome, ofCost });
}

/** What money says of its prices, and of nothing else: months are of no year. */
const pricesOnly = ({ about: { prices } }: Figure): About => (prices === undefined ? {} : { prices });

/** A year's money by month: of what grows with cases in the months in which they come, and else evenly. */
type ByMonth = (
  amount: Figure<"GBP">,
  of: { readonly growsWith?: CaseMeasure; readonly complexity?: string },
) => readonly Movement[];

const spreadOver =
  ({ months: byDate, year }: Contracted, open: readonly OpenMonth[]): ByMonth =>
  (amount, { growsWith, complexity }) => {
    if (growsWith === undefined || byDate === undefined) return spread(amount, open);
    const counted = byDate.flatMap(({ month, count }) => {
      const cases = count(growsWith, complexity);
      const about = { month: monthText(month) };
      return cases === undefined
        ? []
        : [{ month, cases: casesFrom(cases, "casesInMonth", growsWith, "months", about) }];
    });
    const casesInYear = sum(
      "cases",
      counted.map(({ cases }) => cases),
    ).named("casesInYear", { year });
    if (isZero(casesInYear)) return spread(withoutCases(amount, casesInYear), open);
    return counted.map(({ month, cases }) => ({
      month,
      amount: amountOfMonthsCases({ amount, casesInMonth: cases, casesInYear }, { month: monthText(month) }),
    }));
  };

/**
 * Money of a year without cases, which moves evenly. The cases of which there are none add nothing, and are in its working:
 * a reading under which there are some has no answer here, since it moves with them then.
 */
const withoutCases = (amount: Figure<"GBP">, casesInYear: Figure<"cases">): Figure<"GBP"> =>
  amount
    .plus(casesInYear.named("casesWhereNone", casesInYear.about).times(moneyByTheCase))
    .named(amount.name ?? "amount", amount.about);

const moneyByTheCase = /* @__PURE__ */ given(0, "GBP/cases", {
  name: "moneyByTheCase",
  source: "it is counted in the amount of the year: cases only say when it moves",
});

/** What is due for what was delivered, by month: each part as it comes, and limits and credits as cases do. */
function invoiced(
  { payment }: Position,
  due: Figure<"GBP">,
  { months }: Contracted,
  byMonth: ByMonth,
): readonly Movement[] {
  if (months === undefined) return byMonth(due, {});
  const parts = payment.steps.filter(({ path }) => path.startsWith("mechanism.parts."));
  const adjusted = due.minus(payment.beforeLimits).named("limitsAndCredits", due.about);
  return [
    ...parts.flatMap(({ amount, does, ...of }) =>
      byMonth(does === "takes off" ? nothing.minus(amount).named("takenBack", amount.about) : amount, of),
    ),
    ...byMonth(adjusted, { growsWith: payment.counts }),
  ];
}

const nothing = /* @__PURE__ */ given(0, "GBP", { name: "nothing", source: "no money" });

const whole = /* @__PURE__ */ constant(1);

/** What is in hand before the first month: nothing, if nothing is said. */
const openingOf = ({ openingCash }: Bidder): Figure<"GBP"> =>
  openingCash === undefined
    ? given(0, "GBP", { name: "openingCash", source: "no opening balance is stated" })
    : assumedFigure(["openingCash"], { name: "openingCash", unit: "GBP" }, openingCash, {});

/** What comes and goes, and what it says of its prices. */
interface Movements {
  readonly received: readonly Movement[];
  readonly spent: readonly Movement[];
  readonly ofIncome: About;
  readonly ofCost: About;
}

function cashMonths(opening: Figure<"GBP">, { received, spent, ofIncome, ofCost }: Movements): Cash {
  const all = [...received, ...spent].map(({ month }) => month);
  const [first, last] = [Math.min(...all), Math.max(...all)];
  let inHand = opening;
  const months = Array.from({ length: last - first + 1 }, (_, index): CashMonth => {
    const month = monthText(first + index);
    const within = (movements: readonly Movement[]): readonly Figure<"GBP">[] =>
      movements.filter((one) => one.month === first + index).map(({ amount }) => amount);
    const [came, went] = [within(received), within(spent)];
    inHand = cashBalance(
      { balanceBefore: inHand, received: came, spent: went },
      { month, ...ofIncome, ...ofCost },
    );
    return Object.freeze({
      month,
      received: sum("GBP", came).named("received", { month, ...ofIncome }),
      spent: sum("GBP", went).named("spent", { month, ...ofCost }),
      balance: inHand,
    });
  });
  const lowest = months.reduce((least, one) =>
    one.balance.value.lessThan(least.balance.value) ? one : least,
  );
  const balance = leastInHand({ balances: months.map((one) => one.balance) }, { ...ofIncome, ...ofCost });
  return Object.freeze({
    months: Object.freeze(months),
    trough: Object.freeze({ ...lowest, balance }),
    table: () =>
      months.map((one) => ({
        month: one.month,
        received: grouped(one.received.value, 0),
        spent: grouped(one.spent.value, 0),
        balance: grouped(one.balance.value, 0),
      })),
  });
}

/** The months of a financial year in which the service is open; all, if it is not said when it is. */
function openMonths(year: string, open: ContractYears["open"]): readonly OpenMonth[] {
  const start = startOf(year);
  const period = { from: `${String(start)}-04-01`, to: `${String(start + 1)}-03-31` };
  const within = overlap(period, open) ?? period;
  return monthsIn(within).map(({ index, daysOpen, daysInMonth }) => ({
    month: index,
    part: daysOpen === daysInMonth ? whole : partOfMonth({ daysOpen, daysInMonth }),
  }));
}

/** The calendar year in which a financial year begins. */
function startOf(year: string): number {
  const start = Number(year.slice(0, 4));
  if (year !== financialYearLabel(start))
    throw invalidData("volume", [
      problem(
        ["volumes", year],
        "a financial year, as 2021/22, since cash is by month",
        JSON.stringify(year),
      ),
    ]);
  return start;
}

const lastMonthOf = (year: string): number => monthIndex(`${String(startOf(year) + 1)}-03-31`);

/** A year's money over its open months. */
function spread(amount: Figure<"GBP">, months: readonly OpenMonth[]): readonly Movement[] {
  const monthsOpen = sum(
    "ratio",
    months.map(({ part }) => part),
  ).named("monthsOpen");
  return months.map(({ month, part }) => ({
    month,
    amount: amountOfMonth({ amount, partOfMonth: part, monthsOpen }, { month: monthText(month) }),
  }));
}

const milestones = ({ mechanism: { mobilisation = [] } }: Bidder, at: Position): readonly Movement[] =>
  at.payment.steps.flatMap(({ path, amount }) => {
    const index = mobilisation.findIndex(
      (_, place) => path === `mechanism.mobilisation.${String(place)}.amount`,
    );
    const milestone = mobilisation[index];
    return milestone === undefined ? [] : [{ month: monthIndex(milestone.on), amount }];
  });

const costMovements = ({ costs }: Position, byMonth: ByMonth): readonly Movement[] =>
  costs.flatMap(({ on, amount, ...of }) =>
    on === undefined ? byMonth(amount, of) : [{ month: monthIndex(on), amount }],
  );
