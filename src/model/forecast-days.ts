import type { Plan } from "../vocabulary/plan.ts";
import { yearsFor } from "./calendar.ts";
import type { Period } from "./calendar.ts";

/** The days of the years of a forecast, from the first to the last of any of its lots. */
export function forecastDays({ calendar, lots }: Pick<Plan, "calendar" | "lots">): Period {
  const years = lots.flatMap((lot) => yearsFor(calendar, lot.from));
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
