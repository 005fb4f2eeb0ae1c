import type { Problem } from "../../errors.ts";
import { problem } from "../problems.ts";
import type { Sound } from "./sound.ts";

const mostYears = 50;

/** Financial years out of order, or too many. */
export function calendarProblems({ calendar }: Pick<Sound, "calendar">): Problem[] {
  if (calendar?.years !== "financial") return [];
  const { first, last } = calendar;
  const span = Number(last.slice(0, 4)) - Number(first.slice(0, 4));
  if (span >= 0 && span < mostYears) return [];
  return [
    problem(["calendar", "last"], `a year from ${first} on, at most ${String(mostYears)} years in all`, last),
  ];
}
