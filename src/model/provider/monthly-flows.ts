import type { Problem } from "../../errors.ts";
import { startsInMonth } from "../../formulas/monthly-flows.ts";
import { peopleInQuarter, peopleOnService, peopleWaiting } from "../../formulas/stock.ts";
import { decimalFrom, digitsOf, dividedBy } from "../../numbers/decimal.ts";
import { isZero } from "../../numbers/exact.ts";
import { given, sum } from "../../numbers/figure.ts";
import type { Figure } from "../../numbers/figure.ts";
import { grouped, readable } from "../../numbers/print.ts";
import { centralOf } from "../../vocabulary/checks/assumptions.ts";
import { invalidData, problem } from "../../vocabulary/problems.ts";
import type { Path } from "../../vocabulary/problems.ts";
import { isByMonth, parseTiming, rootOf } from "../../vocabulary/timing.ts";
import type { Lag, Timing } from "../../vocabulary/timing.ts";
import { dayBefore } from "../calendar.ts";
import type { Period } from "../calendar.ts";
import type { Forecast } from "../forecast.ts";
import { groupedBy } from "../group.ts";
import { objectProblems, refuse } from "./checked-options.ts";
import { cohortsOf } from "./cohorts.ts";
import type { Cohort, Leaving } from "./cohorts.ts";
import { arrivingIn, lagSharesOf, oneMonth } from "./lag.ts";
import type { LagShares } from "./lag.ts";
import { horizonOf, monthText } from "./months.ts";
import type { Horizon } from "./months.ts";
import { openingOf } from "./opening.ts";
import type { Opening, UnderWay } from "./opening.ts";
import { lagsInDays } from "./other-units.ts";
import type { PointedOut } from "./overlooked.ts";
import { plannedRampOf } from "./planned-ramp.ts";
import { isForecast, volumesOf } from "./volumes.ts";
import type { VolumesByYear, VolumesOfYear } from "./volumes.ts";

/** What happens in a month, by date: who is referred, starts, finishes and leaves in it, and who is there at its end. */
export interface MonthRow {
  /** The month, as `2021-06`. */
  readonly month: string;
  /** Of which complexity it is, where the timing says so. */
  readonly complexity?: string;
  readonly referrals: Figure<"referrals/month">;
  readonly starts: Figure<"starts/month">;
  /** Referrals closed without a start, in the month in which they would have started. */
  readonly closed: Figure<"referrals/month">;
  readonly completions: Figure<"completions/month">;
  /** Those who leave before they finish. */
  readonly dropOuts: Figure<"starts/month">;
  /** At the month's end. */
  readonly waiting: Figure<"peopleWaiting">;
  /** At the month's end. */
  readonly onService: Figure<"peopleOnService">;
}

/** What happens in several months together. */
export interface MonthsTotal {
  readonly referrals: Figure<"referrals">;
  readonly starts: Figure<"starts">;
  readonly closed: Figure<"referrals">;
  readonly completions: Figure<"completions">;
  readonly dropOuts: Figure<"starts">;
}

/** The flows of a contract by month. */
export interface MonthlyFlows {
  /** What they are called, where their timing says so. */
  readonly name: string | undefined;
  /** Of which complexity they are, where their timing says so. */
  readonly complexity: string | undefined;
  /**
   * What is easily overlooked: referrals of a forecast that wait for capacity, and are in no month until they are taken; and
   * lags of more months than anybody waits or stays, where days are meant.
   */
  readonly pointedOut: readonly PointedOut[];
  /** The complexities of the forecast that they are of, in which anybody is referred; none, where they are of no forecast. */
  readonly complexities: readonly string[] | undefined;
  readonly rows: readonly MonthRow[];
  /** The first day on which people are referred. */
  readonly from: string;
  /** The last day of the contract, or of the months that run off after it. */
  readonly to: string;
  /** Those who are there when the contract begins. */
  readonly opening: UnderWay;
  /** Those still there at the end of the last month: nobody is lost. */
  readonly underWay: UnderWay;
  /**
   * What happens from one month to another, both included; in all of them, if none are given. These are by date: a year's
   * starts here are those who start in it, whenever they were referred, and not those of the year's referrals.
   *
   * @throws ModelError `invalid-data` for months that are not among the rows, or in the wrong order.
   */
  total(months?: { readonly from: string; readonly to: string }): MonthsTotal;
  /**
   * The people supported in the quarter that begins with a month, each once.
   *
   * @throws ModelError `invalid-data` for a month that does not begin a quarter within the rows.
   */
  supportedInQuarter(from: string): Figure<"peopleInQuarter">;
  /** The rows as text, to one place. */
  table(): readonly Readonly<Record<string, string>>[];
}

/**
 * A contract month by month: a year's referrals fall into months by the ramp-up, the season and the working days, and
 * become starts and completions after lags that need not be whole. Those at work when the contract begins are entered
 * once, and whoever has not left at the end is still under way.
 *
 * A month of a year weighs by the ramp-up reached in it, by the part of it that is open, by its season and by its working
 * days. The ramp-up is that of the timing, counted from its first day; of a forecast whose timing has none, it is what its
 * services can take, counted from the day on which its lots go live. These must all open on the timing's first day, and
 * close on its last: a forecast of lots with days of their own is in question a lot at a time, with that lot's totals.
 *
 * A year's volumes are those of its referrals, as a forecast has them; a month's are by date. Months of one complexity
 * among several say which in their timing, `complexity: "low"`: their inputs are then `volumes.low.2021/22.starts` and
 * `timing.low.lagToStart`, and move by themselves.
 *
 * @param volumes - referrals, starts and completions by year, `2021/22` or `contract year 1`; or a forecast: its totals by
 * year, of the complexity that the timing says
 * @param timing - when people are referred, and how long they wait and stay; plain data
 * @throws ModelError `invalid-data` for years that do not follow each other from the first day, volumes in which more
 * start than are referred, lags below nought, shares that do not sum to one, a forecast whose lots have other days than the
 * timing or ramp-ups of several kinds; every problem with its path.
 *
 * @example
 * ```ts
 * import { monthlyFlows } from "volumes-and-values/provider";
 *
 * const flows = monthlyFlows(
 *   { "2021/22": { referrals: 1200, starts: 900, completions: 600 } },
 *   { from: "2021-04-01", runOffMonths: 6, lagToStart: "0.5", lagToCompletion: "3.2", lagToDropOut: 2 },
 * );
 * const [april, may] = flows.rows;
 * april?.starts; // => Figure 37.5 starts/month · startsInMonth · 2021-04
 * may?.onService.toString(); // => 112.5 peopleOnService
 * flows.supportedInQuarter("2021-10").toString(); // => 435 peopleInQuarter
 * flows.underWay.onService.toString(); // => 0 peopleOnService
 * ```
 */
export function monthlyFlows(volumes: VolumesByYear | Forecast, timing: Timing): MonthlyFlows {
  const parsed = parseTiming(timing);
  const made = isForecast(Object(volumes) as object) ? (volumes as Forecast) : undefined;
  const planned = made === undefined ? undefined : plannedRampOf(made, parsed);
  const ofYears = volumesOf(volumes, parsed);
  const horizon = horizonOf([...ofYears.keys()], parsed, planned);
  const already = openingOf(parsed);
  const rows = rowsOf(cohortsOf(ofYears, horizon, parsed), already, horizon, parsed);
  refuse("timing", waitProblems(parsed, ofYears, rows));
  const days = { from: parsed.from, to: lastDayOf(horizon, parsed) };
  const { name, complexity } = parsed;
  const levels = {
    name,
    complexity,
    complexities: made && complexitiesOf(made),
    pointedOut: Object.freeze([
      ...(made === undefined ? [] : queuesOf(made, complexity)),
      ...lagsInDays(parsed, [...ofYears.keys()][0] ?? ""),
    ]),
  };
  return monthlyFlowsOf(rows, already.underWay, days, levels);
}

const complexitiesOf = ({ rows }: Forecast): readonly string[] =>
  Object.freeze([
    ...new Set(rows.filter(({ referrals }) => !isZero(referrals)).map(({ complexity }) => complexity)),
  ]);

/** Referrals that a forecast carries from one year into the next: they wait for capacity, and in no month. */
const queuesOf = (made: Forecast, complexity: string | undefined): readonly PointedOut[] =>
  [...groupedBy(made.rows, ({ year, service }) => `${year} ${service}`).values()].flatMap((rows) => {
    const [{ year, service }] = rows;
    const carried = rows.filter(
      (row) => row.unmetBecomes === "carried forward" && [undefined, row.complexity].includes(complexity),
    );
    const waiting = sum(
      "referrals",
      carried.map(({ unmet }) => unmet),
    );
    if (waiting.value.lessThan("1e-20")) return [];
    const message = `${readable(waiting.value)} referrals wait for capacity when ${year} ends: they are in no month before those of the year that takes them.`;
    return [Object.freeze({ year, path: `services.${service}.rampUp.unmet`, message })];
  });

/** A wait of a year or more, after which nobody has started when the months end: days that are meant for months. */
function waitProblems(
  { lagToStart }: Timing,
  volumes: ReadonlyMap<string, VolumesOfYear>,
  rows: readonly MonthRow[],
): readonly Problem[] {
  if (isByMonth(lagToStart)) return [];
  const months = centralOf(lagToStart);
  const due = sum(
    "starts",
    [...volumes.values()].map(({ starts }) => starts),
  );
  const someStart = rows.some(({ starts }) => !isZero(starts));
  if (months.lessThan(12) || isZero(due) || someStart) return [];
  const days = digitsOf(months);
  const form = `months, after which some of the ${digitsOf(due.value)} starts are within the months given`;
  const mend = `If ${days} days are meant, give about ${digitsOf(dividedBy(months, decimalFrom(30)).toDecimalPlaces(1))}; else more runOffMonths.`;
  return [problem(["lagToStart"], form, days, { mend })];
}

function lastDayOf({ months, years }: Horizon, { runOffMonths = 0 }: Timing): string {
  const [lastMonth, lastYear] = [months.at(-1) as number, years.at(-1) as Period];
  return runOffMonths === 0 ? lastYear.to : dayBefore(`${monthText(lastMonth + 1)}-01`);
}

const nobodyReferred = /* @__PURE__ */ given(0, "referrals/month", {
  name: "referralsInMonth",
  source: "nobody is referred after the last day",
});

/** The lags of a contract as shares by month. */
interface Lags {
  readonly toStart: LagShares;
  readonly toCompletion: LagShares;
  readonly toDropOut: LagShares;
  /** Those of people who are there at the opening. */
  readonly opening: {
    readonly toStart: LagShares;
    readonly toCompletion: LagShares;
    readonly toDropOut: LagShares;
  };
}

function lagsOf(timing: Timing, months: number): Lags {
  const shares = (lag: Lag | undefined, ...path: Path): LagShares =>
    lag === undefined ? [] : lagSharesOf([...rootOf("timing", timing), ...path], lag, months);
  const { waiting, onService } = timing.opening ?? {};
  return {
    toStart: shares(timing.lagToStart, "lagToStart"),
    toCompletion: shares(timing.lagToCompletion, "lagToCompletion"),
    toDropOut: shares(timing.lagToDropOut, "lagToDropOut"),
    opening: {
      toStart: shares(waiting?.lagToStart, "opening", "waiting", "lagToStart"),
      toCompletion: shares(onService?.lagToCompletion, "opening", "onService", "lagToCompletion"),
      toDropOut: shares(onService?.lagToDropOut, "opening", "onService", "lagToDropOut"),
    },
  };
}

/** Each month of a contract: who starts and leaves of those referred before, and of those there at the opening. */
function rowsOf(
  cohorts: readonly (Cohort | undefined)[],
  { waiting, onService, underWay }: Opening,
  { months }: Horizon,
  timing: Timing,
): readonly MonthRow[] {
  const lags = lagsOf(timing, months.length);
  const ofLevel = timing.complexity === undefined ? {} : { complexity: timing.complexity };
  /** By the month in which they start, how those who start will leave. */
  const started: Leaving[] = [];
  let before = underWay;
  const rows = months.map((index, at): MonthRow => {
    const about = { month: monthText(index) };
    const starting = <K extends "completions" | "dropOuts" | "closed">(of: K, unit: Cohort[K]["unit"]) =>
      arrivingIn<string>(at, unit, [
        { flow: cohorts.map((one) => one?.[of]), shares: lags.toStart },
        { flow: [waiting?.[of]], shares: lags.opening.toStart },
      ]);
    const finishing = starting("completions", "completions/month")
      .in("completions/month")
      .named("finishing", about);
    const leavingBefore = starting("dropOuts", "starts/month")
      .in("starts/month")
      .named("leavingBefore", about);
    started.push({ completions: finishing, dropOuts: leavingBefore });
    const completions = arrivingIn(at, "completions/month", [
      { flow: started.map((one) => one.completions), shares: lags.toCompletion },
      { flow: [onService?.completions], shares: lags.opening.toCompletion },
    ]).named("completionsInMonth", about);
    const dropOuts = arrivingIn(at, "starts/month", [
      { flow: started.map((one) => one.dropOuts), shares: lags.toDropOut },
      { flow: [onService?.dropOuts], shares: lags.opening.toDropOut },
    ]).named("dropOutsInMonth", about);
    const referrals = cohorts[at]?.referrals ?? nobodyReferred;
    const starts = startsInMonth({ finishing, leavingBefore }, about);
    const closed = starting("closed", "referrals/month").in("referrals/month").named("closedInMonth", about);
    before = {
      waiting: peopleWaiting(
        {
          waitingBefore: before.waiting,
          referralsInMonth: referrals,
          startsInMonth: starts,
          closedInMonth: closed,
        },
        about,
      ),
      onService: peopleOnService(
        {
          onServiceBefore: before.onService,
          startsInMonth: starts,
          completionsInMonth: completions,
          dropOutsInMonth: dropOuts,
        },
        about,
      ),
    };
    return Object.freeze({
      month: monthText(index),
      ...ofLevel,
      referrals,
      starts,
      closed,
      completions,
      dropOuts,
      ...before,
    });
  });
  return Object.freeze(rows);
}

const columns = ["referrals", "starts", "closed", "completions", "dropOuts", "waiting", "onService"] as const;

function monthlyFlowsOf(
  rows: readonly MonthRow[],
  opening: UnderWay,
  days: Period,
  levels: Pick<MonthlyFlows, "name" | "complexity" | "complexities" | "pointedOut">,
): MonthlyFlows {
  const whole = { from: rows[0]?.month ?? "", to: rows.at(-1)?.month ?? "" };
  const placeOf = (month: string, path: string): number => {
    const at = rows.findIndex((row) => row.month === month);
    if (at >= 0) return at;
    const due = `a month from ${whole.from} to ${whole.to}`;
    throw invalidData("period", [problem([path], due, JSON.stringify(month))]);
  };
  const total: MonthlyFlows["total"] = (asked = whole) => {
    refuse(
      "period",
      objectProblems([], asked, { needed: { from: "its first month", to: "its last month" } }),
    );
    const { from, to } = asked;
    const [first, last] = [placeOf(from, "from"), placeOf(to, "to")];
    if (last < first) throw invalidData("period", [problem(["to"], `a month from ${from} on`, to)]);
    const picked = rows.slice(first, last + 1);
    const about = { months: from === to ? from : `${from} to ${to}` };
    const added = <K extends keyof MonthsTotal>(
      name: K,
      unit: MonthRow[K]["unit"],
      of: MonthsTotal[K]["unit"],
    ) =>
      sum<string>(
        unit,
        picked.map((row): Figure => row[name]),
      )
        .times(oneMonth)
        .in(of)
        .named(name, about);
    return Object.freeze({
      referrals: added("referrals", "referrals/month", "referrals"),
      starts: added("starts", "starts/month", "starts"),
      closed: added("closed", "referrals/month", "referrals"),
      completions: added("completions", "completions/month", "completions"),
      dropOuts: added("dropOuts", "starts/month", "starts"),
    });
  };
  return Object.freeze({
    ...levels,
    rows,
    from: days.from,
    to: days.to,
    opening: Object.freeze(opening),
    underWay: stockAt(rows, rows.length, opening),
    total,
    supportedInQuarter: (from: string) => {
      const first = placeOf(from, "from");
      const last = rows[first + 2];
      if (last === undefined)
        throw invalidData("period", [problem(["from"], "a month with two after it", JSON.stringify(from))]);
      const { starts } = total({ from, to: last.month });
      const { onService } = stockAt(rows, first, opening);
      return peopleInQuarter(
        { onServiceBefore: onService, startsInQuarter: starts },
        { quarter: `${from} to ${last.month}` },
      );
    },
    table: () =>
      rows.map((row) => ({
        month: row.month,
        ...Object.fromEntries(columns.map((name) => [name, grouped(row[name].value, 1)])),
      })),
  });
}

/** Who is there before a month begins. */
function stockAt(rows: readonly MonthRow[], month: number, opening: UnderWay): UnderWay {
  const { waiting, onService } = rows[month - 1] ?? opening;
  return Object.freeze({ waiting, onService });
}
