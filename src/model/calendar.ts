import { financialYearLabel, yearLabels } from "../vocabulary/calendar.ts";
import type { Calendar } from "../vocabulary/calendar.ts";
import type { Rule } from "../vocabulary/rule.ts";

/** Days from the first to the last, both included, as `2021-06-26`. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** A year of a forecast: its label and its days. */
export interface Year extends Period {
  readonly label: string;
}

/** A calendar month, or the part of one that a period takes. `index` counts months from year 0. */
export interface Month {
  readonly index: number;
  readonly daysOpen: number;
  readonly daysInMonth: number;
}

const msPerDay = 86_400_000;

/** ISO days compare as text; they are counted only to step from one to another. */
const dayNumber = (day: string): number => Date.UTC(yearOf(day), monthOf(day) - 1, dateOf(day)) / msPerDay;
const dayOf = (number: number): string => new Date(number * msPerDay).toISOString().slice(0, 10);

const yearOf = (day: string): number => Number(day.slice(0, 4));
const monthOf = (day: string): number => Number(day.slice(5, 7));
const dateOf = (day: string): number => Number(day.slice(8, 10));

export const dayAfter = (day: string): string => dayOf(dayNumber(day) + 1);
export const dayBefore = (day: string): string => dayOf(dayNumber(day) - 1);

const yearsLater = (day: string, years: number): string =>
  dayOf(Date.UTC(yearOf(day) + years, monthOf(day) - 1, dateOf(day)) / msPerDay);

/** Months counted from year 0, so that they subtract. */
export const monthIndex = (day: string): number => yearOf(day) * 12 + monthOf(day) - 1;

const financialYearFrom = (start: number): Year => ({
  label: financialYearLabel(start),
  from: `${String(start)}-04-01`,
  to: `${String(start + 1)}-03-31`,
});

/** The financial year, April to March, in which a day lies. */
export const financialYearOf = (day: string): Year =>
  financialYearFrom(monthOf(day) >= 4 ? yearOf(day) : yearOf(day) - 1);

const upTo = (count: number): number[] => [...Array(count).keys()];

/** The years of a forecast for a lot that goes live on a day. */
export function yearsFor(calendar: Calendar, goLive: string): readonly Year[] {
  return yearLabels(calendar).map((label, n) =>
    calendar.years === "financial"
      ? financialYearFrom(yearOf(label))
      : { label, from: yearsLater(goLive, n), to: dayBefore(yearsLater(goLive, n + 1)) },
  );
}

/** The days that two periods share, if there are any. An open end is left out. */
export function overlap(
  a: Period,
  b: { readonly from?: string | undefined; readonly to?: string | undefined },
): Period | undefined {
  const from = b.from === undefined || b.from < a.from ? a.from : b.from;
  const to = b.to === undefined || b.to > a.to ? a.to : b.to;
  return from <= to ? { from, to } : undefined;
}

/** The days of the years of a forecast, from the first to the last of any of its lots. */
export function forecastDays(calendar: Calendar, lots: readonly { readonly from: string }[]): Period {
  const years = lots.flatMap(({ from }) => yearsFor(calendar, from));
  const [from = ""] = years.map((year) => year.from).sort();
  return {
    from,
    to:
      years
        .map((year) => year.to)
        .sort()
        .at(-1) ?? "",
  };
}

/**
 * The months of a period, the first and the last by their days. Where the period is a whole year, the parts of the
 * month of its anniversary make one month, whatever the length of February.
 */
export function monthsIn({ from, to }: Period): readonly Month[] {
  const [first, last] = [monthIndex(from), monthIndex(to)];
  const months = upTo(last - first + 1).map((n) => {
    const index = first + n;
    const daysInMonth = new Date(Date.UTC(Math.floor(index / 12), (index % 12) + 1, 0)).getUTCDate();
    const firstDay = n === 0 ? dateOf(from) : 1;
    const lastDay = index === last ? dateOf(to) : daysInMonth;
    return { index, daysOpen: lastDay - firstDay + 1, daysInMonth };
  });
  const [opening] = months;
  const whole = dayAfter(to) === yearsLater(from, 1) && opening !== undefined && last === first + 12;
  return whole ? [...months.slice(0, -1), restOf(opening, last)] : months;
}

/** What the first month of a year left of a month. */
const restOf = ({ daysOpen, daysInMonth }: Month, index: number): Month => ({
  index,
  daysOpen: daysInMonth - daysOpen,
  daysInMonth,
});

/** A period cut wherever a rule begins or ends, so that within each piece the same rules apply. */
export function cutByRules(period: Period, rules: readonly Rule[]): readonly Period[] {
  const starts = rules.flatMap(({ from, to }) => [
    ...(from === undefined ? [] : [from]),
    ...(to === undefined ? [] : [dayAfter(to)]),
  ]);
  const cuts = [...new Set(starts)].filter((day) => day > period.from && day <= period.to).sort();
  return [period.from, ...cuts].map((from, index) => ({
    from,
    to: index < cuts.length ? dayBefore(cuts[index] as string) : period.to,
  }));
}
