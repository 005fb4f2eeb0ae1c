import type { Problem } from "../../errors.ts";
import { describe } from "../../numbers/decimal.ts";
import { isFigure } from "../../numbers/figure.ts";
import { invalidData, problem } from "../../vocabulary/problems.ts";
import { objectProblems, refuse } from "./checked-options.ts";
import type { MonthlyFlows } from "./monthly-flows.ts";
import type { MonthReferred } from "./volume-rule.ts";

/** The flows of those whom other rules admit, and of those whom a rule on volume decides. */
export interface FlowsReferred {
  readonly alwaysAdmitted: Pick<MonthlyFlows, "rows">;
  readonly conditional: Pick<MonthlyFlows, "rows">;
}

/**
 * Two contracts' flows, month beside month, as {@link admittedByMonth} reads them: of a plan's forecast for those whom
 * other rules admit, and of one for those whom the rule on volume decides.
 *
 * @param flows - both over the same months
 * @throws ModelError `invalid-data` for every month that only one of them has: nobody referred is not nobody known.
 *
 * @example
 * ```ts
 * import { admittedByMonth, monthlyFlows, monthsReferred } from "volumes-and-values/provider";
 *
 * const timing = { from: "2022-04-01", lagToStart: 1, lagToCompletion: 3, lagToDropOut: 1 };
 * const licence = monthlyFlows({ "2022/23": { referrals: 1440, starts: 1000, completions: 600 } }, timing);
 * const orders = monthlyFlows({ "2022/23": { referrals: 960, starts: 700, completions: 400 } }, timing);
 * const [april, may] = admittedByMonth(monthsReferred({ alwaysAdmitted: licence, conditional: orders }), {
 *   agreedLevel: 170,
 *   from: "2022-04-01",
 *   reads: "admitted",
 *   monthBefore: 120,
 *   reason: "orders, if referral numbers stay within agreed levels",
 *   source: "Greater Manchester's accommodation contract; volumes illustrative",
 * });
 * april?.admitted; // => Figure 200 referrals/month · admittedInMonth · 2022-04
 * may?.keptOut; // => Figure 80 referrals/month · keptOutInMonth · 2022-05
 * ```
 */
export function monthsReferred(flows: FlowsReferred): readonly MonthReferred[] {
  refuse("pair of flows", flowsProblems(flows));
  const { alwaysAdmitted, conditional } = flows;
  const others = new Map(conditional.rows.map((row) => [row.month, row.referrals]));
  const months = new Set(alwaysAdmitted.rows.map(({ month }) => month));
  const problems: Problem[] = [];
  const missing = (path: keyof FlowsReferred, month: string, other: keyof FlowsReferred): void => {
    problems.push(problem([path], `the referrals of ${month}, which ${other} has`, "none"));
  };
  for (const month of others.keys()) if (!months.has(month)) missing("alwaysAdmitted", month, "conditional");
  const referred = alwaysAdmitted.rows.flatMap(({ month, referrals }): readonly MonthReferred[] => {
    const other = others.get(month);
    if (other !== undefined) return [Object.freeze({ month, alwaysAdmitted: referrals, conditional: other })];
    missing("conditional", month, "alwaysAdmitted");
    return [];
  });
  if (problems.length > 0) throw invalidData("pair of flows", problems);
  return Object.freeze(referred);
}

/** What is wrong with a pair of flows: one that is missing, or that is not months as monthlyFlows gives them. */
function flowsProblems(flows: unknown): readonly Problem[] {
  const months = "the months that monthlyFlows gives";
  const formal = objectProblems([], flows, { needed: { alwaysAdmitted: months, conditional: months } });
  return formal.length > 0
    ? formal
    : Object.entries(flows as FlowsReferred).flatMap(([name, one]) => {
        const { rows } = Object(one) as { readonly rows?: unknown };
        return Array.isArray(rows) && rows.every(isMonth) ? [] : [problem([name], months, describe(one))];
      });
}

/** Whether something is a month of which it is known how many are referred. */
function isMonth(row: unknown): boolean {
  const { month, referrals } = Object(row) as Readonly<Record<string, unknown>>;
  return typeof month === "string" && isFigure(referrals);
}
