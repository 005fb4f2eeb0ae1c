import type { Problem } from "../../errors.ts";
import { describe } from "../../numbers/decimal.ts";
import { isFigure, sum } from "../../numbers/figure.ts";
import type { Figure } from "../../numbers/figure.ts";
import { invalidData, problem } from "../../vocabulary/problems.ts";
import { orderProblems } from "../../vocabulary/volume-rule.ts";
import { objectProblems, refuse } from "./checked-options.ts";
import { oneMonth } from "./lag.ts";
import type { MonthAdmitted } from "./volume-rule.ts";

/** What a rule on volume does in several months together. */
export interface AdmittedTogether {
  readonly admitted: Figure<"referrals">;
  readonly keptOut: Figure<"referrals">;
}

/**
 * Those whom a rule on volume admits and keeps out from one month to another, both included; in all of them, if none are
 * given. They are referrals and no longer referrals by month, so that a year's lead on to starts and to what they cost.
 *
 * @param months - as {@link admittedByMonth} gives them
 * @throws ModelError `invalid-data` for months that do not follow each other, and for a period that is not among them or
 * in the wrong order.
 *
 * @example
 * ```ts
 * import { admittedByMonth, admittedTogether } from "volumes-and-values/provider";
 *
 * const months = ["2022-03", "2022-04", "2022-05", "2022-06"].map((month) => ({
 *   month,
 *   alwaysAdmitted: 120,
 *   conditional: 80,
 * }));
 * const admitted = admittedByMonth(months, {
 *   agreedLevel: 170,
 *   from: "2022-04-01",
 *   reads: "admitted",
 *   monthBefore: 120,
 *   reason: "orders, if referral numbers stay within agreed levels",
 *   source: "Greater Manchester's accommodation contract; volumes illustrative",
 * });
 * const quarter = admittedTogether(admitted, { from: "2022-04", to: "2022-06" });
 * quarter.admitted; // => Figure 520 referrals · admitted · 2022-04 to 2022-06
 * quarter.keptOut.toString(); // => 80 referrals
 * ```
 */
export function admittedTogether(
  months: readonly MonthAdmitted[],
  period?: { readonly from: string; readonly to: string },
): AdmittedTogether {
  refuse("admission by month", monthsProblems(months));
  const [first, last] = [months[0]?.month ?? "", months.at(-1)?.month ?? ""];
  const asked = period ?? { from: first, to: last };
  refuse("period", objectProblems([], asked, { needed: { from: "its first month", to: "its last month" } }));
  const { from, to } = asked;
  const known = months.map(({ month }) => month);
  const strange = (["from", "to"] as const).filter((name) => !known.includes(asked[name]));
  refuse(
    "period",
    strange.map((name) => problem([name], `a month from ${first} to ${last}`, describe(asked[name]))),
  );
  if (to < from) throw invalidData("period", [problem(["to"], `a month from ${from} on`, to)]);
  const picked = months.slice(known.indexOf(from), known.indexOf(to) + 1);
  const about = { months: from === to ? from : `${from} to ${to}` };
  const together = (name: "admitted" | "keptOut"): Figure<"referrals"> =>
    sum(
      "referrals/month",
      picked.map((month) => month[name]),
    )
      .times(oneMonth)
      .in("referrals")
      .named(name, about);
  return Object.freeze({ admitted: together("admitted"), keptOut: together("keptOut") });
}

/** What is wrong with months that are to be added up: none, of another form, or with one left out between. */
function monthsProblems(months: unknown): readonly Problem[] {
  if (!Array.isArray(months))
    return [problem(["months"], "months, as admittedByMonth gives them", describe(months))];
  if (months.length === 0)
    return [problem(["months"], "a month or more, as admittedByMonth gives them", "none")];
  const formal = months.flatMap((month: unknown, at) =>
    isMonthAdmitted(month)
      ? []
      : [problem(["months", at], "a month as admittedByMonth gives it", describe(month))],
  );
  return formal.length > 0
    ? formal
    : (months as readonly MonthAdmitted[]).flatMap((one, at, all) => orderProblems(one, all[at - 1], at));
}

function isMonthAdmitted(one: unknown): boolean {
  const { month, admitted, keptOut } = Object(one) as Readonly<Record<string, unknown>>;
  return typeof month === "string" && isFigure(admitted) && isFigure(keptOut);
}
