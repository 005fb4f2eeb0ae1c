import { decimalFrom, dividedBy } from "../../numbers/decimal.ts";
import { readable } from "../../numbers/print.ts";
import { centralOf } from "../../vocabulary/checks/assumptions.ts";
import type { Path } from "../../vocabulary/problems.ts";
import { isWorkingYear } from "../../vocabulary/staffing.ts";
import type { Staffing } from "../../vocabulary/staffing.ts";
import { isByMonth, rootOf } from "../../vocabulary/timing.ts";
import type { Lag, Timing } from "../../vocabulary/timing.ts";
import type { PointedOut } from "./overlooked.ts";

/** All the hours of a week, of which no post works the most. */
const hoursOfWeek = 168;
/** From how many months on nobody waits for a service or stays on one. */
const longest = 60;
const daysOfMonth = decimalFrom(30);

/** Productive hours of a year that are no more than a week has, where those of a week are meant. */
export const weeklyHours = ({ roles }: Staffing, year: string): readonly PointedOut[] =>
  Object.entries(roles).flatMap(([id, { name = id, productiveHours: hours }]) => {
    if (hours === undefined || isWorkingYear(hours)) return [];
    const ofYear = centralOf(hours);
    if (ofYear.greaterThan(hoursOfWeek)) return [];
    const path = ["staffing", "roles", id, "productiveHours"].join(".");
    const message = `a full-time ${name} has ${readable(ofYear)} hours of a year for the work, which are no more than those of a week: give the hours of a year.`;
    return [Object.freeze({ year, path, message })];
  });

/** Lags of more months than anybody waits or stays, where days are meant. */
export function lagsInDays(timing: Timing, year: string): readonly PointedOut[] {
  const { lagToStart, lagToCompletion, lagToDropOut, opening: { waiting, onService } = {} } = timing;
  const lags: readonly (readonly [Path, Lag | undefined])[] = [
    [["lagToStart"], lagToStart],
    [["lagToCompletion"], lagToCompletion],
    [["lagToDropOut"], lagToDropOut],
    [["opening", "waiting", "lagToStart"], waiting?.lagToStart],
    [["opening", "onService", "lagToCompletion"], onService?.lagToCompletion],
    [["opening", "onService", "lagToDropOut"], onService?.lagToDropOut],
  ];
  return lags.flatMap(([at, lag]) => {
    if (lag === undefined || isByMonth(lag)) return [];
    const months = centralOf(lag);
    if (months.lessThanOrEqualTo(longest)) return [];
    const path = [...rootOf("timing", timing), ...at].join(".");
    const said = readable(months);
    const meant = readable(dividedBy(months, daysOfMonth).toDecimalPlaces(1));
    const message = `${said} months are longer than anybody waits or stays: if ${said} days are meant, give about ${meant}.`;
    return [Object.freeze({ year, path, message })];
  });
}
