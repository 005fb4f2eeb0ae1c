import type { Problem } from "../../errors.ts";
import { problem } from "../../vocabulary/problems.ts";
import type { Path } from "../../vocabulary/problems.ts";
import { financialYearOf, yearsFor } from "../calendar.ts";
import type { Period } from "../calendar.ts";

/** The days of a year by which dated sums fall into it: in the first year, all before it too. */
export type YearDays = Partial<Period> & Pick<Period, "to">;

/** The days of years in order; none for contract years, where it is not known on which day the first begins. */
export function daysOfYears(labels: readonly string[], goLive?: string): readonly YearDays[] | undefined {
  const contract = labels.some((label) => label.startsWith("contract"));
  if (contract && goLive === undefined) return undefined;
  return labels.map((label, index) => {
    const { from, to } = periodOf(label, goLive ?? "");
    return index === 0 ? { to } : { from, to };
  });
}

/** The days of a year by its label; a contract year counts from the first day of the contract. */
function periodOf(label: string, goLive: string): Period {
  const [, count] = /^contract year (\d+)$/.exec(label) ?? [];
  if (count === undefined) return financialYearOf(`${label.slice(0, 4)}-04-01`);
  return yearsFor({ years: "contract", count: Number(count) }, goLive).at(-1) as Period;
}

/** Whether a sum of a day is one of a year. */
export const isOf = ({ from, to }: YearDays, on: string): boolean =>
  (from === undefined || from <= on) && on <= to;

/** Sums on days that are of none of the years. What comes before the first is of the first. */
export function datedProblems(
  path: Path,
  amounts: readonly { readonly on: string }[],
  years: readonly YearDays[] | undefined,
): readonly Problem[] {
  return amounts.flatMap(({ on }, index) => {
    const at = [...path, index, "on"];
    if (years === undefined)
      return [
        problem(
          at,
          "years with days, since this is of a day",
          "contract years whose first day is not known",
          {
            mend: "Give financial years, as 2021/22.",
          },
        ),
      ];
    if (years.some((year) => isOf(year, on))) return [];
    const last = years.at(-1)?.to ?? "";
    const expected =
      on > last ? `a day up to ${last}, the end of the last year` : "a day of one of the years";
    return [problem(at, expected, on)];
  });
}
