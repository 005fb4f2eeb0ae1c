import type { FigureBasis } from "./basis.ts";

type Period = FigureBasis["period"];

const msPerDay = 86_400_000;
const months: Readonly<Record<"year" | "quarter" | "month", number>> = { year: 12, quarter: 3, month: 1 };

/** The months and days from a day to the one after another: a year is twelve months, whatever its February. */
function lengthInMonths(from: string, to: string): { readonly months: number; readonly days: number } {
  const start = new Date(`${from}T00:00:00Z`);
  const end = new Date(Date.parse(`${to}T00:00:00Z`) + msPerDay);
  const whole =
    (end.getUTCFullYear() - start.getUTCFullYear()) * 12 + end.getUTCMonth() - start.getUTCMonth();
  return start.getUTCDate() === end.getUTCDate()
    ? { months: whole, days: 0 }
    : { months: 0, days: (end.getTime() - start.getTime()) / msPerDay };
}

const lengthText = (count: number): string => {
  const [word] = Object.entries(months).find(([, length]) => length === count) ?? [];
  return word === undefined ? `${String(count)} months` : `a ${word}`;
};

/**
 * How long a period is, as text that two periods of one length share, and as a reader sees it. When it was does not
 * matter: a year may be compared with an earlier one, and not with a quarter.
 */
export function lengthOf(period: Period): { readonly same: string; readonly text: string } {
  if ("at" in period) return { same: "a date", text: `at ${period.at}` };
  if ("each" in period) return { same: lengthText(months[period.each]), text: `a ${period.each}` };
  const { months: whole, days } = lengthInMonths(period.from, period.to);
  const length = days === 0 ? lengthText(whole) : `${String(days)} days`;
  return { same: length, text: `${length}, ${period.from} to ${period.to}` };
}
