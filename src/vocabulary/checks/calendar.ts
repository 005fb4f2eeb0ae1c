import type { Problem } from "../../errors.ts";
import { problem } from "../problems.ts";
import type { Sound } from "./sound.ts";

const mostYears = 50;

const firstYear = (label: string): number => Number(label.slice(0, 4));

const inOrder = (label: string): boolean => (firstYear(label) + 1) % 100 === Number(label.slice(5));

/** Financial years that are none, or out of order. */
export function calendarProblems({ calendar }: Sound): Problem[] {
  if (calendar?.years !== "financial") return [];
  const odd = (["first", "last"] as const).flatMap((end) =>
    inOrder(calendar[end])
      ? []
      : [problem(["calendar", end], "a financial year, as 2021/22", JSON.stringify(calendar[end]))],
  );
  const span = firstYear(calendar.last) - firstYear(calendar.first);
  if (odd.length > 0 || (span >= 0 && span < mostYears)) return odd;
  return [
    problem(
      ["calendar", "last"],
      `a year from ${calendar.first} on, at most ${String(mostYears)} years in all`,
      calendar.last,
    ),
  ];
}
