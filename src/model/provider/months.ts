import { monthShare, monthWeight, workingDayShare } from "../../formulas/monthly-flows.ts";
import { partMonthFactor, partOfMonth } from "../../formulas/ramp-up.ts";
import { isZero } from "../../numbers/exact.ts";
import { constant, sum } from "../../numbers/figure.ts";
import type { Figure } from "../../numbers/figure.ts";
import { isYearLabel } from "../../vocabulary/calendar.ts";
import { invalidData, problem } from "../../vocabulary/problems.ts";
import type { Problem } from "../../errors.ts";
import { monthNames, rootOf } from "../../vocabulary/timing.ts";
import type { Profile } from "../../vocabulary/service.ts";
import type { Timing } from "../../vocabulary/timing.ts";
import { dayAfter, financialYearOf, monthIndex, monthsIn, overlap, yearsFor } from "../calendar.ts";
import type { Month, Year } from "../calendar.ts";
import { assumedFigure } from "../inputs.ts";
import { refuse } from "./checked-options.ts";
import { growthOf } from "../ramp.ts";
import { steadyFrom } from "./planned-ramp.ts";
import type { PlannedRamp } from "./planned-ramp.ts";

/** Months from the first referral to the last month shown, counted from year 0, and the years that fall in them. */
export interface Horizon {
  readonly first: number;
  readonly months: readonly number[];
  /** Each year with the days of it on which people are referred. */
  readonly years: readonly Year[];
  /** The days of each month on which people are referred, in whichever of the years. */
  readonly openDays: ReadonlyMap<number, number>;
  /** How volume grows, where the timing does not say it. */
  readonly planned: PlannedRamp;
}

/** A month as text: `2021-06`. */
export const monthText = (index: number): string =>
  `${String(Math.floor(index / 12))}-${String((index % 12) + 1).padStart(2, "0")}`;

/** The days of a year by its label; a contract year counts from the first day of the contract. */
export function yearOf(label: string, from: string): Year {
  const [, count] = /^contract year (\d+)$/.exec(label) ?? [];
  if (count === undefined) return financialYearOf(`${label.slice(0, 4)}-04-01`);
  return yearsFor({ years: "contract", count: Number(count) }, from).at(-1) as Year;
}

/** The months of some years, one after the other; what does not follow is refused. */
export function horizonOf(
  labels: readonly string[],
  { from, to, runOffMonths = 0, workingDays }: Timing,
  planned: PlannedRamp = steadyFrom(from),
): Horizon {
  if (labels.length === 0)
    throw invalidData("volumes", [problem([], "the volumes of a year or more", "none")]);
  refuse(
    "volumes",
    labels
      .filter((label) => !isYearLabel(label))
      .map((label) => problem([label], 'a year, as "2021/22" or "contract year 1"', JSON.stringify(label))),
  );
  const years = labels.map((label) => yearOf(label, from)).sort((a, b) => (a.from < b.from ? -1 : 1));
  const last = years.at(-1) as Year;
  const problems = [...gapsIn(years, from), ...endProblems(last, to)];
  if (problems.length > 0) throw invalidData("volumes", problems);
  const [opens, ends] = [monthIndex(from), monthIndex(to ?? last.to) + runOffMonths];
  const open = years.flatMap((year): Year[] => {
    const days = overlap(year, { from, to });
    return days === undefined ? [] : [{ label: year.label, ...days }];
  });
  const openDays = openDaysOf(open);
  refuse("timing", workingDayProblems(workingDays, openDays));
  return {
    first: opens,
    months: upTo(ends - opens + 1).map((after) => opens + after),
    years: open,
    openDays,
    planned,
  };
}

/** Months with referrals of which the working days are not stated, of all years. */
const workingDayProblems = (
  workingDays: Timing["workingDays"],
  openDays: Horizon["openDays"],
): readonly Problem[] =>
  workingDays === undefined
    ? []
    : [...openDays.keys()]
        .map(monthText)
        .filter((month) => workingDays[month] === undefined)
        .map((month) =>
          problem(["workingDays", month], "the working days of every month with referrals", "none"),
        );

/** Two contract years may share the days of a month. */
function openDaysOf(years: readonly Year[]): ReadonlyMap<number, number> {
  const days = new Map<number, number>();
  for (const { index, daysOpen } of years.flatMap(monthsIn))
    days.set(index, (days.get(index) ?? 0) + daysOpen);
  return days;
}

const upTo = (count: number): number[] => [...Array(count).keys()];

function gapsIn(years: readonly Year[], from: string): readonly Problem[] {
  const [first] = years as readonly [Year];
  const early = first.from <= from && from <= first.to;
  return [
    ...(early
      ? []
      : [problem([first.label], `the year of the first day, ${from}, first of all`, first.label)]),
    ...years.slice(1).flatMap((year, index) => {
      const before = years[index] as Year;
      const due = dayAfter(before.to);
      return year.from === due
        ? []
        : [problem([year.label], `a year that begins on ${due}`, `one that begins on ${year.from}`)];
    }),
  ];
}

const endProblems = (last: Year, to: string | undefined): readonly Problem[] =>
  to === undefined || (last.from <= to && to <= last.to)
    ? []
    : [problem([last.label], `the year of the last day, ${to}, last of all`, last.label)];

/** A month of a year, and the share of the year's volume that falls in it. */
export interface MonthOfYear {
  readonly index: number;
  readonly share: Figure<"ratio">;
}

/** How a year's volume falls into its months; none where no month of it has any weight. */
export function sharesOf(year: Year, timing: Timing, horizon: Horizon): readonly MonthOfYear[] {
  const months = monthsIn(year);
  const weights = weightsOf(months, timing, horizon);
  if (isZero(sum("ratio", weights))) return [];
  return months.map(({ index }, at) => ({
    index,
    share: monthShare(
      { monthWeight: weights[at] as Figure<"ratio">, monthWeights: weights },
      { month: monthText(index) },
    ),
  }));
}

const whole = /* @__PURE__ */ constant(1);

function weightsOf(
  months: readonly Month[],
  timing: Timing,
  { openDays, planned }: Pick<Horizon, "openDays" | "planned">,
): readonly Figure<"ratio">[] {
  const { goLive, growth } = timing.ramp === undefined ? planned : statedRamp(timing, timing.ramp);
  const before = monthIndex(goLive) - 1;
  const lengths = lengthsOf(months, timing, openDays);
  return months.map(({ index }, at) =>
    monthWeight(
      {
        monthLength: lengths[at] as Figure<"ratio">,
        rampFactor: growth(index - before),
        seasonalWeight: seasonOf(index, timing),
      },
      { month: monthText(index) },
    ),
  );
}

const statedRamp = (timing: Timing, ramp: Profile): PlannedRamp => ({
  goLive: timing.from,
  growth: growthOf([...rootOf("timing", timing), "ramp"], ramp, {}),
});

/**
 * How long each month is: a part month by its days; or by working days where they are given, which are those on which
 * the service is open, so that they are parted only between two years of a contract.
 */
function lengthsOf(
  months: readonly Month[],
  timing: Timing,
  openDays: Horizon["openDays"],
): readonly Figure<"ratio">[] {
  const { workingDays } = timing;
  const partly = (daysOpen: number, daysInMonth: number, monthFactor: Figure<"ratio">): Figure<"ratio"> =>
    daysOpen === daysInMonth
      ? monthFactor
      : partMonthFactor({ monthFactor, partOfMonth: partOfMonth({ daysOpen, daysInMonth }) });
  if (workingDays === undefined)
    return months.map(({ daysOpen, daysInMonth }) => partly(daysOpen, daysInMonth, whole));
  const days = months.map(({ index }) => {
    const month = monthText(index);
    const name = { name: "workingDays", unit: "days" } as const;
    return assumedFigure([...rootOf("timing", timing), "workingDays", month], name, workingDays[month] ?? 0, {
      month,
    });
  });
  if (isZero(sum("days", days))) return months.map(() => sum("ratio", []));
  return months.map(({ index, daysOpen }, at) => {
    const share = workingDayShare({ workingDays: days[at] as Figure<"days">, workingDaysOfYear: days });
    return partly(daysOpen, openDays.get(index) ?? daysOpen, share);
  });
}

function seasonOf(index: number, timing: Timing): Figure<"ratio"> {
  const { seasonality } = timing;
  if (seasonality === undefined) return whole;
  const month = monthNames[(index + 9) % 12] ?? "april";
  const name = { name: "seasonalWeight", unit: "ratio" } as const;
  return assumedFigure([...rootOf("timing", timing), "seasonality", month], name, seasonality[month], {
    month,
  });
}
