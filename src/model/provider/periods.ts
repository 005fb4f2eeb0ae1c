import type { Problem } from "../../errors.ts";
import { partOfMonth } from "../../formulas/ramp-up.ts";
import { monthsOpen } from "../../formulas/staff.ts";
import { constant, given } from "../../numbers/figure.ts";
import type { Figure } from "../../numbers/figure.ts";
import { contractYearLabel, financialYearLabel, isYearLabel } from "../../vocabulary/calendar.ts";
import { listed, problem } from "../../vocabulary/problems.ts";
import type { Path } from "../../vocabulary/problems.ts";
import { financialYearOf, monthsIn, overlap, yearsFor } from "../calendar.ts";
import type { Month, Period } from "../calendar.ts";
import { factorOver, steady } from "../ramp.ts";

/** The kinds of period that work is stated for. */
type Kind = "financial year" | "contract year" | "month";

/** A year or a month, by its label, and its place among those of its kind. */
interface Place {
  readonly label: string;
  readonly kind: Kind;
  readonly number: number;
}

/** The days for which a service is open, where these are known. */
export interface Open {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const monthLabel = /^(\d{4})-(0[1-9]|1[0-2])$/;

function placeOf(label: string): Place | undefined {
  const [, year, month] = monthLabel.exec(label) ?? [];
  if (year !== undefined) return { label, kind: "month", number: Number(year) * 12 + Number(month) - 1 };
  if (!isYearLabel(label)) return undefined;
  const contract = label.startsWith("contract");
  return {
    label,
    kind: contract ? "contract year" : "financial year",
    number: Number(contract ? label.slice(contractYearLabel(0).length - 1) : label.slice(0, 4)),
  };
}

/** Whether a word is the label of a period of work. */
export const isPeriodLabel = (label: string): boolean => placeOf(label) !== undefined;

export const periodForm = "a year, as 2021/22 or contract year 1, or a month, as 2021-06";

/** The labels in the order of time. Their problems are of mixed kinds, and of periods that are left out between. */
export function inTime(
  path: Path,
  labels: Iterable<string>,
): { readonly labels: readonly string[]; readonly problems: readonly Problem[] } {
  const places = [...new Set(labels)].flatMap((label) => placeOf(label) ?? []);
  places.sort((a, b) => a.number - b.number);
  const kinds = [...new Set(places.map(({ kind }) => kind))];
  const ordered = places.map(({ label }) => label);
  if (kinds.length > 1)
    return { labels: ordered, problems: [problem(path, "periods of one kind", listed(kinds))] };
  const problems = places.flatMap(({ number, label }, index) => {
    const before = places[index - 1];
    return before === undefined || number === before.number + 1
      ? []
      : [problem(path, `every period from ${before.label} to ${label}`, "some left out between")];
  });
  return { labels: ordered, problems };
}

/** The days of a period; those of a contract year follow from the day on which the contract begins, if it is known. */
function daysOf({ kind, number }: Place, from: string | undefined): Period | undefined {
  if (kind === "contract year")
    return from === undefined ? undefined : yearsFor({ years: "contract", count: number }, from).at(-1);
  if (kind === "financial year") return financialYearOf(`${financialYearLabel(number).slice(0, 4)}-04-01`);
  const month = `${String(Math.floor(number / 12))}-${String((number % 12) + 1).padStart(2, "0")}`;
  const [first] = monthsIn({ from: `${month}-01`, to: `${month}-01` });
  return { from: `${month}-01`, to: `${month}-${String(first?.daysInMonth ?? 28)}` };
}

/** Whether a period is a year of a contract, whose days are known only from the first of them. */
export const isContractYear = (label: string): boolean => placeOf(label)?.kind === "contract year";

/** The year before another; none before a contract's first, or before a month. */
export function yearBefore(label: string): string | undefined {
  const { kind, number } = placeOf(label) ?? { kind: "month", number: 0 };
  if (kind === "financial year") return financialYearLabel(number - 1);
  return kind === "contract year" && number > 1 ? contractYearLabel(number - 1) : undefined;
}

/** How long a service is open in a period. */
export interface OpenTime {
  readonly months: Figure<"month">;
  /** The same as a part of a year. */
  readonly shareOfYear: Figure<"ratio">;
}

const whole = /* @__PURE__ */ constant(1);
const wholeYear = /* @__PURE__ */ given(12, "month", { name: "monthsOpen", source: "a whole year" });

/** How long a service is open in a period; none, where it is not open in it at all. */
export function openTimeOf(label: string, open: Open): OpenTime | undefined {
  const place = placeOf(label);
  const days = place === undefined ? undefined : daysOf(place, open.from);
  if (days === undefined) {
    const about = { year: label };
    return {
      months: wholeYear.named("monthsOpen", about),
      shareOfYear: whole.named("openShare", about),
    };
  }
  const shared = overlap(days, open);
  if (shared === undefined) return undefined;
  const about = { [place?.kind === "month" ? "month" : "year"]: label };
  return {
    months: monthsOpen({ partsOfMonths: monthsIn(shared).map(partOf) }, about),
    shareOfYear: factorOver(shared, shared.from, steady, about),
  };
}

const partOf = ({ daysOpen, daysInMonth }: Month): Figure<"ratio"> =>
  daysOpen === daysInMonth ? whole : partOfMonth({ daysOpen, daysInMonth });
