import type { Problem } from "../../errors.ts";
import { yearLabels } from "../calendar.ts";
import { listed, problem } from "../problems.ts";
import { calendarProblems } from "./calendar.ts";
import type { Sound } from "./sound.ts";

/** Years without an index, and a price base that is not that of the costs. */
export function priceProblems(plan: Sound): Problem[] {
  const { prices, basis, calendar } = plan;
  if (prices === undefined) return [];
  const { of, index } = prices;
  const known = Object.keys(index.values);
  const years = calendar === undefined || calendarProblems(plan).length > 0 ? [] : yearLabels(calendar);
  const base = basis?.priceBase ?? of;
  return [
    ...(known.includes(of)
      ? []
      : [problem(["prices", "of"], `a year of the index: ${listed(known)}`, JSON.stringify(of))]),
    ...years.flatMap((year) =>
      known.includes(year)
        ? []
        : [problem(["prices", "index", "values", year], "the index of every year of the plan", "nothing")],
    ),
    ...(base === of
      ? []
      : [problem(["basis", "priceBase"], `"${of}", as prices.of has it`, JSON.stringify(base))]),
  ];
}
