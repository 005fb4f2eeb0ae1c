import { admittedInMonth, keptOutInMonth } from "../../formulas/priority.ts";
import { decimalFrom, dividedBy } from "../../numbers/decimal.ts";
import { given, isFigure, sum, wrongUnit } from "../../numbers/figure.ts";
import type { Figure } from "../../numbers/figure.ts";
import { readable } from "../../numbers/print.ts";
import type { Assumption } from "../../vocabulary/assumption.ts";
import { parseVolumeRule } from "../../vocabulary/volume-rule.ts";
import type { VolumeRule } from "../../vocabulary/volume-rule.ts";
import { assumedFigure } from "../inputs.ts";
import { aboutOf, rootOf } from "./called.ts";

/** The referrals of a month: those whom other rules admit, and those whom the rule on volume decides. */
export interface MonthReferred {
  /** The month, as `2022-04`. */
  readonly month: string;
  readonly alwaysAdmitted: Figure<"referrals/month"> | Assumption;
  readonly conditional: Figure<"referrals/month"> | Assumption;
}

/** What a rule on volume does in a month. */
export interface MonthAdmitted {
  readonly month: string;
  /** Whether the rule admits those whom it decides. */
  readonly open: boolean;
  readonly admitted: Figure<"referrals/month">;
  readonly keptOut: Figure<"referrals/month">;
  /** Why; and that no month comes near the agreed level, where it looks like a year's. */
  readonly reason: string;
}

/**
 * A rule that admits people only "if referral numbers stay within agreed levels", month by month: it looks at the month
 * before, and is open while that is at the agreed level or below. Where it reads those admitted, it may shut in one
 * month because it was open in the month before, and open again.
 *
 * Rules that are read together, those of several services say, have a `name` each, which goes into the paths of their inputs
 * and of their months': `rule.orders.agreedLevel`, `months.orders.0.conditional`.
 *
 * Whether the rule is open is decided before the sum. A what-if moves months as far as every decision stands; where one
 * would be another, it is refused: ask anew.
 *
 * @param months - the referrals of each month, in order
 * @throws ModelError `invalid-data` with every problem of the months and the rule: months that do not follow each other,
 * names nobody knows, numbers below nought; `wrong-unit` for a flow that is not of referrals by month.
 *
 * @example
 * ```ts
 * import { admittedByMonth } from "volumes-and-values/provider";
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
 * admitted.map(({ month, open, admitted: referrals }) => `${month} ${open ? "open" : "shut"}: ${referrals}`);
 * // => [
 * //      '2022-03 shut: 120 referrals/month',
 * //      '2022-04 open: 200 referrals/month',
 * //      '2022-05 shut: 120 referrals/month',
 * //      '2022-06 open: 200 referrals/month'
 * //    ]
 * ```
 */
export function admittedByMonth(
  months: readonly MonthReferred[],
  rule: VolumeRule,
): readonly MonthAdmitted[] {
  const parsed = parseVolumeRule(months, rule);
  const limit = { name: "agreedLevel", unit: "referrals/month" } as const;
  const { name } = parsed;
  const root = rootOf("rule", name);
  const agreed = assumedFigure([...root, "agreedLevel"], limit, parsed.agreedLevel, aboutOf(name));
  const earlier = { name: "monthBefore", unit: "referrals/month" } as const;
  let before: Figure<"referrals/month"> = assumedFigure(
    [...root, "monthBefore"],
    earlier,
    parsed.monthBefore,
    aboutOf(name),
  );
  const flows = months.map((one, index) => ({
    always: flowOf(one, "alwaysAdmitted", index, name),
    conditional: flowOf(one, "conditional", index, name),
  }));
  const doubt = doubtOf(agreed, [
    before,
    ...flows.map(({ always, conditional }) => always.plus(conditional)),
  ]);
  const rows = months.map((one, index): MonthAdmitted => {
    const about = { ...aboutOf(name), month: one.month };
    const { always, conditional } = flows[index] as (typeof flows)[number];
    const begun = one.month >= parsed.from.slice(0, 7);
    const within = !before.value.greaterThan(agreed.value);
    const open = begun && within;
    const reason = begun
      ? `${parsed.reason}: ${inWords(before)} in the month before, ${within ? "within" : "above"} the agreed ${inWords(agreed)}${doubt}`
      : `${parsed.reason}: from ${parsed.from}`;
    const openShare = given(open ? 1 : 0, "ratio", {
      name: "openShare",
      about,
      source: parsed.source,
      note: reason,
    });
    const asked = begun
      ? asDecided(conditional, open ? { before, agreed } : { over: before, agreed })
      : conditional;
    const admitted = admittedInMonth({ alwaysAdmitted: always, conditional: asked, openShare }, about);
    const keptOut = keptOutInMonth({ conditional: asked, openShare }, about);
    before = parsed.reads === "admitted" ? admitted : always.plus(conditional);
    return Object.freeze({ month: one.month, open, admitted, keptOut, reason });
  });
  return Object.freeze(rows);
}

/** A month before that kept to the agreed level, or went over it. */
type Decided = { readonly agreed: Flow } & ({ readonly before: Flow } | { readonly over: Flow });
type Flow = Figure<"referrals/month">;

/**
 * Those for whom was decided, and what is nothing as long as it would be decided so again: a reading sees where it would not.
 */
function asDecided(conditional: Flow, decided: Decided): Flow {
  const room =
    "over" in decided
      ? decided.over.minus(decided.agreed).named("aboveAgreedLevel")
      : decided.agreed.minus(decided.before).named("withinAgreedLevel");
  const none = sum("referrals/month", []).named("nothing");
  return conditional.plus(room.min(none)).named(conditional.name ?? "conditional", conditional.about);
}

/** How many times the busiest month a level may be before it is taken for a year's: a year's is about twelve times. */
const farAbove = 6;

/** What to ask of an agreed level that no month comes near, of those that are read. */
function doubtOf(agreed: Figure<"referrals/month">, months: readonly Figure<"referrals/month">[]): string {
  const near = months.some(({ value }) => value.times(farAbove).greaterThan(agreed.value));
  if (near || agreed.value.isZero()) return "";
  return `, which no month comes near: if it is a year's, give a twelfth of it, ${readable(dividedBy(agreed.value, decimalFrom(12)))}`;
}

const inWords = ({ value, unit }: Figure): string => `${readable(value)} ${unit}`;

function flowOf(
  referred: MonthReferred,
  name: "alwaysAdmitted" | "conditional",
  index: number,
  ofRule: string | undefined,
): Figure<"referrals/month"> {
  const value = referred[name];
  if (!isFigure(value)) {
    const path = [...rootOf("months", ofRule), index, name];
    const about = { ...aboutOf(ofRule), month: referred.month };
    return assumedFigure(path, { name, unit: "referrals/month" }, value, about);
  }
  if ((value.unit as string) !== "referrals/month")
    throw wrongUnit("referrals/month", value, `months.${String(index)}.${name}`);
  return value;
}
