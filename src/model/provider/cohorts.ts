import {
  completionsOfMonthsReferrals,
  dropOutsOfMonthsReferrals,
  neverStarting,
  referralsInMonth,
  startsOfMonthsReferrals,
} from "../../formulas/monthly-flows.ts";
import { isZero } from "../../numbers/exact.ts";
import { sum } from "../../numbers/figure.ts";
import type { About, Figure } from "../../numbers/figure.ts";
import type { Unit } from "../../numbers/unit.ts";
import { invalidData, problem } from "../../vocabulary/problems.ts";
import type { Timing } from "../../vocabulary/timing.ts";
import { monthText, sharesOf } from "./months.ts";
import type { Horizon } from "./months.ts";
import type { VolumesOfYear } from "./volumes.ts";

/** People who start, by how they leave. */
export interface Leaving {
  readonly completions: Figure<"completions/month">;
  /** Those who leave before they finish. */
  readonly dropOuts: Figure<"starts/month">;
}

/** The people of one month of referral, by what becomes of them: they finish, leave before, or never start. */
export interface Cohort extends Leaving {
  readonly referrals: Figure<"referrals/month">;
  /** Those who never start. */
  readonly closed: Figure<"referrals/month">;
}

/** What the referrals of each month come to; nothing for a month in which nobody is referred. */
export function cohortsOf(
  volumes: ReadonlyMap<string, VolumesOfYear>,
  horizon: Horizon,
  timing: Timing,
): readonly (Cohort | undefined)[] {
  const byMonth = new Map<number, Cohort[]>();
  for (const year of horizon.years) {
    const ofYear = volumes.get(year.label) as VolumesOfYear;
    const shares = sharesOf(year, timing, horizon);
    if (shares.length === 0 && !isZero(ofYear.referrals)) {
      const blamed = weighing.find((name) => sharesOf(year, without(name, timing), horizon).length > 0);
      throw weightless(blamed ?? "ramp", year.label, ofYear);
    }
    for (const { index, share } of shares) {
      const cohort = cohortOf(ofYear, share, { month: monthText(index) });
      byMonth.set(index, [...(byMonth.get(index) ?? []), cohort]);
    }
  }
  return horizon.months.map((index) => together(byMonth.get(index) ?? []));
}

/** What may leave the months of a year without weight. */
const weighing = ["seasonality", "workingDays", "ramp"] as const;

const without = (name: (typeof weighing)[number], timing: Timing): Timing =>
  Object.fromEntries(Object.entries(timing).filter(([other]) => other !== name)) as Timing;

const weightless = (name: string, label: string, { referrals }: VolumesOfYear): Error =>
  invalidData("timing", [
    problem([name], `a month of ${label} that has some weight`, "none", {
      mend: `The volumes have ${String(referrals)} in that year.`,
    }),
  ]);

/** A month's part of a year's volumes. */
export function cohortOf(year: VolumesOfYear, share: Figure<"ratio">, about: About): Cohort {
  const referred = referralsInMonth({ referrals: year.referrals, monthShare: share }, about);
  const starting = startsOfMonthsReferrals({ starts: year.starts, monthShare: share }, about);
  return {
    referrals: referred,
    ...leavingOf(year, share, about, starting),
    closed: neverStarting({ referralsInMonth: referred, startsOfMonthsReferrals: starting }, about),
  };
}

/** How a month's part of some starts leaves. */
export function leavingOf(
  { starts, completions }: Pick<VolumesOfYear, "starts" | "completions">,
  share: Figure<"ratio">,
  about: About,
  starting = startsOfMonthsReferrals({ starts, monthShare: share }, about),
): Leaving {
  const finishing = completionsOfMonthsReferrals({ completions, monthShare: share }, about);
  const dropOuts = dropOutsOfMonthsReferrals(
    { startsOfMonthsReferrals: starting, completionsOfMonthsReferrals: finishing },
    about,
  );
  return { completions: finishing, dropOuts };
}

/** Two contract years may meet in a month. */
function together(cohorts: readonly Cohort[]): Cohort | undefined {
  const [only, ...others] = cohorts;
  if (only === undefined || others.length === 0) return only;
  const added = <U extends Unit>(of: (cohort: Cohort) => Figure<U>): Figure<U> => {
    const { unit, name, about } = of(only);
    return sum(unit, cohorts.map(of)).named(name ?? unit, about);
  };
  return {
    referrals: added((one) => one.referrals),
    completions: added((one) => one.completions),
    dropOuts: added((one) => one.dropOuts),
    closed: added((one) => one.closed),
  };
}
