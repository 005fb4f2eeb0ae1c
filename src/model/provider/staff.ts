import { absent, isAbsent } from "../../absent.ts";
import type { Maybe } from "../../absent.ts";
import { payOfPosts, wholePosts } from "../../formulas/staff.ts";
import { sum } from "../../numbers/figure.ts";
import type { About, Figure } from "../../numbers/figure.ts";
import { grouped } from "../../numbers/print.ts";
import { problem } from "../../vocabulary/problems.ts";
import type { Path } from "../../vocabulary/problems.ts";
import { day } from "../../vocabulary/schema.ts";
import { hoursOf, parseStaffing } from "../../vocabulary/staffing.ts";
import type { Role, Staffing } from "../../vocabulary/staffing.ts";
import { unknownWordError } from "../filter.ts";
import { groupedBy } from "../group.ts";
import { GivenAmounts } from "./given-amounts.ts";
import { inTime, isContractYear, openTimeOf } from "./periods.ts";
import type { Open, OpenTime } from "./periods.ts";
import { weeklyHours } from "./other-units.ts";
import { partYearPoints } from "./part-year-work.ts";
import type { PointedOut } from "./overlooked.ts";
import { moneyTogether } from "./money-together.ts";
import { measureOf } from "./role-hours.ts";
import { readyRole } from "./ready-role.ts";
import type { ReadyRole } from "./ready-role.ts";
import { lackingChoices } from "./role-hours.ts";
import { eachOnce, strangeWords } from "./strange-words.ts";
import { workRows } from "./work.ts";
import type { Work, WorkRow } from "./work.ts";

/** What the posts of a provider follow from, besides the staffing itself. */
export interface StaffOptions {
  /** The work, a row or several for each period: `forecast(plan).by("year", "complexity")`, say. */
  readonly work: readonly Work[];
  /**
   * The day on which the service opens: fewer hours are left in the year in which it does. Years of a contract count
   * from it, and are taken as whole years where it is left out.
   */
  readonly from?: string;
  /** The last day of the service. */
  readonly to?: string;
}

/** The hours that the work of one complexity takes of a role. */
export interface HoursOfLevel {
  readonly complexity: string;
  readonly hours: Figure<"hours">;
}

/** The posts of one role in one year or month. */
export interface StaffRow {
  readonly period: string;
  readonly role: string;
  /** The hours of work; absent for managers, and where there are posts without hours. */
  readonly hours: Maybe<"hours">;
  /** The same by complexity; empty, where the work does not state its own throughout. */
  readonly byComplexity: readonly HoursOfLevel[];
  /** What the work takes, and at least the minimum cover, in parts of a post. */
  readonly inParts: Figure<"fte">;
  /** The same in whole posts. */
  readonly whole: Figure<"fte">;
  /** Whichever of the two the role is held in. */
  readonly posts: Figure<"fte">;
  /** What a full-time post costs in the period; absent where no salary is given. */
  readonly payPerPost: Maybe<"GBP/fte">;
  /** What these posts cost in the period; absent where no salary is given. */
  readonly pay: Maybe<"GBP">;
}

/** The posts of all roles in one period. */
export interface StaffTotal {
  readonly inParts: Figure<"fte">;
  readonly whole: Figure<"fte">;
  readonly posts: Figure<"fte">;
  readonly pay: Maybe<"GBP">;
}

/** The posts that some work takes, by role and period. */
export interface Staff {
  readonly staffing: Staffing;
  /** Years or months, in order. */
  readonly periods: readonly string[];
  readonly roles: readonly string[];
  readonly rows: readonly StaffRow[];
  /**
   * Years whose work a forecast has of a part of them only, and for which posts are taken over more of it: they are too few,
   * and `from` or `to` is to be given. Productive hours of a year that are no more than a week has.
   */
  readonly pointedOut: readonly PointedOut[];
  /** The part of a year for which the service is open in a period. */
  openShare(period: string): Figure<"ratio">;
  /** The starts that the posts of a period are for, all or those of one complexity; absent, if the work states none. */
  starts(period: string, complexity?: string): Maybe<"starts">;
  /** The row of a role in a period. */
  of(role: string, period: string): StaffRow;
  /** All roles together. */
  total(period: string): StaffTotal;
  /** The rows as text, for `console.table`: posts to two places, pay in pounds, half to even. */
  table(): readonly Readonly<Record<string, string>>[];
}

/**
 * The posts that some work takes, by role and by year or month: hours of work over productive hours, managers by their
 * span, at least the minimum cover, in parts and in whole posts, and what they cost.
 *
 * A month's work is staffed by a twelfth of a year's hours. In the year in which a service opens, its work has only the
 * part of the year since then: `from` says since when, and `pointedOut` where a forecast's work asks for it.
 *
 * @throws ModelError `invalid-data` with every problem of the staffing, or of the work and the days; `wrong-unit` for a
 * figure that counts something else.
 *
 * @example
 * ```ts
 * import { staff } from "volumes-and-values/provider";
 *
 * const staffing = {
 *   roles: {
 *     adviser: { hoursPerStart: 9, hoursPerCompletion: 2, productiveHours: 1408, posts: "whole" },
 *     manager: { manages: "adviser", postsPerManager: 8, posts: "in parts" },
 *   },
 * } as const;
 * const posts = staff(staffing, { work: [{ year: "2023/24", starts: 1440, completions: 720 }] });
 * posts.of("adviser", "2023/24").inParts.rounded({ places: 2, mode: "half even" }).toString(); // => 10.23 fte
 * posts.of("adviser", "2023/24").posts.toString(); // => 11 fte
 * posts.of("manager", "2023/24").posts.toString(); // => 1.375 fte
 * ```
 */
export function staff(draft: Staffing, options: StaffOptions): Staff {
  const staffing = parseStaffing(draft);
  const amounts = new GivenAmounts("work to be staffed");
  amounts.refuseUnknown([], options, ["work", "from", "to"]);
  const rows = workRows(options.work, amounts);
  const periods = readPeriods(rows, options, amounts);
  refuseLacking(staffing, rows, amounts);
  amounts.done();
  readInOrder(staffing, rows);
  amounts.done();

  const byPeriod = groupedBy(rows, ({ period }) => period);
  const roles = Object.keys(staffing.roles);
  const ready = new Map(roles.map((id) => [id, readyRole(id, staffing.roles[id] as Role)]));
  const staffRows = [...periods].flatMap(([period, { months }]) =>
    rowsOf(period, months, byPeriod.get(period) ?? [], ready),
  );
  for (const row of rows) row.stated("starts");
  amounts.done();
  const pointedOut = Object.freeze([
    ...partYearPoints(options.work, { from: options.from, to: options.to }),
    ...weeklyHours(staffing, [...periods.keys()][0] ?? ""),
  ]);
  return answer(staffing, periods, byPeriod, Object.freeze(staffRows), pointedOut);
}

/** Whether something has the form of what `staff` gives. */
export function isStaff(value: unknown): value is Staff {
  const { periods, roles, of, openShare, starts, total } = Object(value) as Partial<Staff>;
  const areWords = (list: unknown): boolean =>
    Array.isArray(list) && list.every((word) => typeof word === "string");
  return (
    areWords(periods) &&
    areWords(roles) &&
    [of, openShare, starts, total].every((answer) => typeof answer === "function")
  );
}

/** Reads the volumes that roles have hours for, in the order in which the work states them. */
function readInOrder({ roles }: Staffing, rows: readonly WorkRow[]): void {
  const names = new Set(Object.values(roles).flatMap(hoursOf));
  for (const row of rows) for (const name of names) row.volume(measureOf[name]);
}

type Periods = ReadonlyMap<string, OpenTime>;

/** The periods in order, each with how long the service is open in it. */
function readPeriods(rows: readonly WorkRow[], { from, to }: StaffOptions, amounts: GivenAmounts): Periods {
  const wrong = Object.entries({ from, to }).filter(
    ([, value]) => value !== undefined && !day.safeParse(value).success,
  );
  for (const [name, value] of wrong)
    amounts.refuse(problem([name], "a day, as 2021-06-26", JSON.stringify(value)));
  const { labels, problems } = inTime(
    ["work"],
    rows.map(({ period }) => period),
  );
  amounts.refuse(...problems);
  if (from === undefined && to !== undefined && labels.some(isContractYear))
    amounts.refuse(problem(["from"], "the first day of the contract, from which its years count", "nothing"));
  if (wrong.length > 0) return new Map();
  return new Map(labels.flatMap((label) => openIn(label, { from, to }, amounts)));
}

function openIn(label: string, open: Open, amounts: GivenAmounts): [string, OpenTime][] {
  const time = openTimeOf(label, open);
  if (time !== undefined) return [[label, time]];
  const days = Object.entries(open).flatMap(([name, day]) => (day === undefined ? [] : [`${name} ${day}`]));
  amounts.refuse(problem(["work"], `periods in which the service is open, ${days.join(" ")}`, label));
  return [];
}

/** Hours or pay that differ by a word that a row does not have, for which there are none, or that nobody knows. */
function refuseLacking({ roles }: Staffing, rows: readonly WorkRow[], amounts: GivenAmounts): void {
  const stated = rows.map(({ words }) => words);
  const strange = Object.entries(roles).flatMap(([id, role]) =>
    hoursOf(role).flatMap((name) => strangeWords([...rolePath(id), name], role[name], stated)),
  );
  const lacking = Object.entries(roles).flatMap(([id, role]) =>
    stated.flatMap((words) => [
      ...hoursOf(role).flatMap((name) => lackingChoices([...rolePath(id), name], role[name], words)),
      ...(["salary", "onCostPerPound"] as const).flatMap((name) =>
        lackingChoices([...rolePath(id), name], role[name], periodOf(words)),
      ),
    ]),
  );
  amounts.refuse(...eachOnce([...strange, ...lacking]));
}

const rolePath = (id: string): Path => ["staffing", "roles", id];

/** The year or month of a row, without whatever else it says of itself: pay may differ by these only. */
const periodOf = ({ year, month }: About): About => ({
  ...(year !== undefined && { year }),
  ...(month !== undefined && { month }),
});

function rowsOf(
  period: string,
  monthsOpen: Figure<"month">,
  work: readonly WorkRow[],
  ready: ReadonlyMap<string, ReadyRole>,
): readonly StaffRow[] {
  const made = new Map<string, StaffRow>();
  const when = periodOf(work[0]?.words ?? {});
  const rowOf = (role: ReadyRole): StaffRow => {
    const known = made.get(role.id);
    if (known !== undefined) return known;
    const about = { role: role.id, ...when };
    const open = { period, monthsOpen, about };
    const managed = role.manages.map((id) => rowOf(ready.get(id) as ReadyRole).posts);
    const hours = role.hours(work, about);
    const byComplexity = levelsOf(role, work, about);
    const inParts = role.needed(hours, managed, open);
    const whole = wholePosts({ postsInParts: inParts }, about);
    const posts = role.held === "whole" ? whole : inParts;
    const payPerPost = role.payPerPost(open);
    const row = Object.freeze({
      period,
      role: role.id,
      hours,
      byComplexity,
      inParts,
      whole,
      posts,
      payPerPost,
      pay: isAbsent(payPerPost) ? payPerPost : payOfPosts({ posts, payPerPost }, about),
    });
    made.set(role.id, row);
    return row;
  };
  return [...ready.values()].map(rowOf);
}

/** The hours of a role by complexity, where every row of a period says its own. */
function levelsOf(role: ReadyRole, work: readonly WorkRow[], about: About): readonly HoursOfLevel[] {
  if (work.some(({ words }) => words["complexity"] === undefined)) return Object.freeze([]);
  const levels = groupedBy(work, ({ words }) => words["complexity"] ?? "");
  return Object.freeze(
    [...levels].flatMap(([complexity, own]) => {
      const hours = role.hours(own, { ...about, complexity });
      return isAbsent(hours) ? [] : [Object.freeze({ complexity, hours })];
    }),
  );
}

/** The starts of some work, where all of it states them. */
function startsOf(work: readonly WorkRow[], period: string, complexity?: string): Maybe<"starts"> {
  const own = work.filter(({ words }) => complexity === undefined || words["complexity"] === complexity);
  if (own.length === 0) return absent(`no work of complexity ${complexity ?? ""} is given`);
  const stated = own.flatMap((row) => row.stated("starts") ?? []);
  return stated.length < own.length
    ? absent("the work does not state its starts")
    : sum("starts", stated).named("starts", { period, ...(complexity !== undefined && { complexity }) });
}

function answer(
  staffing: Staffing,
  periods: Periods,
  work: ReadonlyMap<string, readonly WorkRow[]>,
  rows: readonly StaffRow[],
  pointedOut: Staff["pointedOut"],
): Staff {
  const labels = Object.freeze([...periods.keys()]);
  const roles = Object.freeze(Object.keys(staffing.roles));
  const inPeriod = (period: string): readonly StaffRow[] => {
    if (!periods.has(period)) throw unknownWordError("period", period, labels);
    return rows.filter((row) => row.period === period);
  };
  const of = (role: string, period: string): StaffRow => {
    const row = inPeriod(period).find((one) => one.role === role);
    if (row === undefined) throw unknownWordError("role", role, roles);
    return row;
  };
  return Object.freeze({
    staffing,
    periods: labels,
    roles,
    rows,
    pointedOut,
    openShare: (period) => (inPeriod(period), (periods.get(period) as OpenTime).shareOfYear),
    starts: (period, complexity) => (inPeriod(period), startsOf(work.get(period) ?? [], period, complexity)),
    of,
    total: (period) => totalOf(period, inPeriod(period)),
    table: () => rows.map(tableRow),
  } satisfies Staff);
}

function totalOf(period: string, rows: readonly StaffRow[]): StaffTotal {
  const about = { period };
  const all = (name: "inParts" | "whole" | "posts"): Figure<"fte"> =>
    sum(
      "fte",
      rows.map((row) => row[name]),
    ).named(name, about);
  return Object.freeze({
    inParts: all("inParts"),
    whole: all("whole"),
    posts: all("posts"),
    pay: moneyTogether(
      rows.map(({ pay }) => pay),
      "pay",
      about,
    ),
  });
}

const shown = (figure: Maybe<string>, places: number): string =>
  isAbsent(figure) ? "—" : grouped(figure.value, places);

const tableRow = (row: StaffRow): Readonly<Record<string, string>> => ({
  period: row.period,
  role: row.role,
  hours: shown(row.hours, 0),
  inParts: shown(row.inParts, 2),
  whole: shown(row.whole, 0),
  posts: shown(row.posts, 2),
  pay: shown(row.pay, 0),
});
