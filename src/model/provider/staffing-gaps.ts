import { absent, isAbsent } from "../../absent.ts";
import type { Maybe } from "../../absent.ts";
import { payOfPosts } from "../../formulas/staff.ts";
import {
  costOfBeginningPosts,
  costOfEndingPosts,
  endedShare,
  hiredAgainShare,
  idlePosts,
  mostPosts,
  postsBegun,
  postsCarried,
  postsEnded,
  postsHiredAgain,
  postsLetGo,
} from "../../formulas/staffing-gaps.ts";
import { isZero } from "../../numbers/exact.ts";
import { sum } from "../../numbers/figure.ts";
import type { About, Figure } from "../../numbers/figure.ts";
import { grouped } from "../../numbers/print.ts";
import { invalidData, problem } from "../../vocabulary/problems.ts";
import { unknownWordError } from "../filter.ts";
import { GivenAmounts, received } from "./given-amounts.ts";
import type { Amount } from "./given-amounts.ts";
import { moneyTogether } from "./money-together.ts";
import { isStaff } from "./staff.ts";
import type { Staff, StaffRow } from "./staff.ts";

/** What it costs to end and to begin a full-time post. */
export interface CostsOfChange {
  /** Notice that is paid and not worked. */
  readonly noticePerPost: Amount<"GBP/fte">;
  readonly redundancyPerPost: Amount<"GBP/fte">;
  readonly recruitmentPerPost: Amount<"GBP/fte">;
  readonly trainingPerPost: Amount<"GBP/fte">;
  /** What a vacancy costs, agency staff say, over what its pay saves. */
  readonly vacancyPerPost: Amount<"GBP/fte">;
}

/** What gaps follow from, besides the posts. */
export interface StaffingGapsOptions {
  /** The posts of each role before the first period: those who transfer in. Left out, nobody was there to let go. */
  readonly opening?: Readonly<Record<string, Amount<"fte">>>;
  readonly costs: CostsOfChange;
}

/** The step of one role into one period. */
export interface StaffingGap {
  readonly role: string;
  readonly period: string;
  /** The posts before, which are those of the opening in the first period. */
  readonly before: Figure<"fte">;
  readonly posts: Figure<"fte">;
  /** Posts after less posts before. */
  readonly change: Figure<"fte">;
  readonly ended: Figure<"fte">;
  readonly begun: Figure<"fte">;
  /** Of the posts begun, those that had been let go before. */
  readonly hiredAgain: Figure<"fte">;
  /** The posts that had been let go before and not been hired again. */
  readonly letGo: Figure<"fte">;
  /** The share of the posts before that end; absent where there were none. */
  readonly endedShare: Maybe<"ratio">;
  /** Of the posts let go before, the share that is hired again; absent where none were. */
  readonly hiredAgainShare: Maybe<"ratio">;
  /** Notice and redundancy of the posts that end. */
  readonly costOfEnding: Figure<"GBP">;
  /** Recruitment, training and vacancy of the posts that begin. */
  readonly costOfBeginning: Figure<"GBP">;
  /** What ending and beginning these posts costs. */
  readonly cost: Figure<"GBP">;
  /** The posts if staff are carried through, and those of them without work. */
  readonly carried: Figure<"fte">;
  readonly idle: Figure<"fte">;
  /** What carrying costs: the pay of those without work, and what still ends and begins; absent without a salary. */
  readonly costOfCarrying: Maybe<"GBP">;
}

/** The steps of all roles together, into one period or into all. */
export interface StaffingGapsTotal {
  readonly ended: Figure<"fte">;
  readonly begun: Figure<"fte">;
  readonly hiredAgain: Figure<"fte">;
  /** Of one period; over several it is absent, since the posts before are others in each. */
  readonly endedShare: Maybe<"ratio">;
  /** Of the posts that end in any period, or that had ended before the one asked for, the share that is hired again. */
  readonly hiredAgainShare: Maybe<"ratio">;
  readonly costOfEnding: Figure<"GBP">;
  readonly costOfBeginning: Figure<"GBP">;
  readonly cost: Figure<"GBP">;
  readonly costOfCarrying: Maybe<"GBP">;
  /** What carrying costs more than letting go and hiring again; below zero, where carrying is cheaper. */
  readonly carryingCostsMore: Maybe<"GBP">;
}

/** The gaps in staff from period to period, and what it would take to carry staff through. */
export interface StaffingGaps {
  readonly rows: readonly StaffingGap[];
  /** All roles and periods together, or all roles in one period. */
  total(period?: string): StaffingGapsTotal;
  /** The rows as text, for `console.table`. */
  table(): readonly Readonly<Record<string, string>>[];
}

const costNames = [
  "noticePerPost",
  "redundancyPerPost",
  "recruitmentPerPost",
  "trainingPerPost",
  "vacancyPerPost",
] as const;

type Costs = Readonly<Record<(typeof costNames)[number], Figure<"GBP/fte">>>;

/**
 * The posts that end and begin from one year or month to the next, the share of them let go and hired again, and what
 * that costs, beside the cost of carrying the staff through.
 *
 * Staff are carried through at the least number with which nobody is let go only to be hired again. A post that ends
 * is taken for a redundancy: those who leave of themselves belong into no gap, and into the opening not at all.
 *
 * @throws ModelError `invalid-data` with every problem of the opening and the costs.
 *
 * @example
 * ```ts
 * import { staff, staffingGaps } from "volumes-and-values/provider";
 *
 * const work = [400, 1100, 1100].map((starts, n) => ({ year: `contract year ${n + 1}`, starts }));
 * const roles = {
 *   adviser: { hoursPerStart: 14, productiveHours: 1400, posts: "whole", salary: 28_000, onCostPerPound: "0.25" },
 * } as const;
 * const gaps = staffingGaps(staff({ roles }, { work }), {
 *   opening: { adviser: 10 },
 *   costs: {
 *     noticePerPost: 2_500,
 *     redundancyPerPost: 6_000,
 *     recruitmentPerPost: 3_000,
 *     trainingPerPost: 4_000,
 *     vacancyPerPost: 2_000,
 *   },
 * });
 * const { hiredAgain, hiredAgainShare, cost, costOfCarrying } = gaps.total();
 * gaps.rows[0]?.endedShare; // => Figure 0.6 · endedShare · adviser, contract year 1
 * hiredAgain.toString(); // => 6 fte
 * hiredAgainShare; // => Figure 1 · hiredAgainShare
 * [cost, costOfCarrying].map(String); // => [ '114000 GBP', '219000 GBP' ]
 * ```
 */
export function staffingGaps(posts: Staff, options: StaffingGapsOptions): StaffingGaps {
  const amounts = new GivenAmounts("change of staff");
  if (!isStaff(posts))
    throw invalidData("change of staff", [
      problem(["staff"], "the posts that staff() gives", received(posts)),
    ]);
  amounts.refuseUnknown(["staffingGaps"], options, ["opening", "costs"]);
  const costs = readCosts(options.costs, amounts);
  const opening = readOpening(posts, options.opening, amounts);
  amounts.done();
  const rows = Object.freeze(
    posts.roles.flatMap((role) =>
      stepsOf(
        posts.periods.map((period) => posts.of(role, period)),
        opening?.get(role),
        costs,
      ),
    ),
  );
  return Object.freeze({
    rows,
    total: (period) => {
      if (period === undefined)
        return totalOf(rows, {}, absent(overSeveral), together(rows, "ended", {}).named("postsLetGo"));
      const into = rows.filter((row) => row.period === period);
      if (into.length === 0) throw unknownWordError("period", period, periodsOf(rows));
      return totalOf(into, { period }, shareInPeriod(into, { period }), together(into, "letGo", { period }));
    },
    table: () => rows.map(tableRow),
  } satisfies StaffingGaps);
}

const overSeveral = "the posts before are others in each period; ask for one";

const periodsOf = (rows: readonly StaffingGap[]): readonly string[] => [
  ...new Set(rows.map(({ period }) => period)),
];

function readCosts(costs: CostsOfChange, amounts: GivenAmounts): Costs {
  const given = Object(costs) as Partial<CostsOfChange>;
  amounts.refuseUnknown(["staffingGaps", "costs"], given, costNames);
  return Object.fromEntries(
    costNames.map((name) => [
      name,
      amounts.read(given[name], {
        path: ["staffingGaps", "costs", name],
        name,
        unit: "GBP/fte",
        range: "zero or more",
      }),
    ]),
  ) as unknown as Costs;
}

function readOpening(
  { roles }: Staff,
  opening: StaffingGapsOptions["opening"],
  amounts: GivenAmounts,
): ReadonlyMap<string, Figure<"fte">> | undefined {
  if (opening === undefined) return undefined;
  amounts.refuseUnknown(["staffingGaps", "opening"], opening, roles);
  return new Map(
    roles.map((role) => [
      role,
      amounts.read(opening[role], {
        path: ["staffingGaps", "opening", role],
        name: "openingPosts",
        unit: "fte",
        range: "zero or more",
        about: { role },
      }),
    ]),
  );
}

/** The steps of one role, in order: into the first period only from an opening. */
function stepsOf(
  rows: readonly StaffRow[],
  opening: Figure<"fte"> | undefined,
  costs: Costs,
): readonly StaffingGap[] {
  const levels = [...(opening === undefined ? [] : [opening]), ...rows.map(({ posts }) => posts)];
  const into = opening === undefined ? rows.slice(1) : rows;
  const carried = levels.map((posts, index) => carriedAt(levels, posts, index));
  let letGo = sum("fte", []).named("postsLetGo");
  return into.map((row, index) => {
    const { role, period, posts, payPerPost } = row;
    const about = { role, period };
    const before = levels[index] as Figure<"fte">;
    const step = changeOf(before, posts, costs, about);
    const letGoBefore = letGo;
    const hiredAgain = postsHiredAgain({ postsBegun: step.begun, postsLetGo: letGo }, about);
    letGo = postsLetGo(
      { postsLetGoBefore: letGo, postsEnded: step.ended, postsHiredAgain: hiredAgain },
      about,
    );
    const [heldBefore, held] = [carried[index], carried[index + 1]] as [Figure<"fte">, Figure<"fte">];
    const idle = idlePosts({ postsCarried: held, posts }, about);
    const still = changeOf(heldBefore, held, costs, about);
    return Object.freeze({
      role,
      period,
      before,
      posts,
      change: posts.minus(before).named("change", about),
      ...step,
      hiredAgain,
      letGo: letGoBefore,
      endedShare: shareOf(step.ended, before, about),
      hiredAgainShare: shareHiredAgain(hiredAgain, letGoBefore, about),
      carried: held,
      idle,
      costOfCarrying: isAbsent(payPerPost)
        ? payPerPost
        : sum("GBP", [payOfPosts({ posts: idle, payPerPost }, about), still.cost]).named(
            "costOfCarrying",
            about,
          ),
    });
  });
}

/** What is held if nobody is let go only to be hired again. */
function carriedAt(levels: readonly Figure<"fte">[], posts: Figure<"fte">, index: number): Figure<"fte"> {
  const [before, after] = [levels.slice(0, index), levels.slice(index + 1)];
  if (before.length === 0 || after.length === 0) return posts;
  return postsCarried(
    { posts, mostBefore: mostPosts({ posts: before }), mostAfter: mostPosts({ posts: after }) },
    posts.about,
  );
}

function changeOf(postsBefore: Figure<"fte">, postsAfter: Figure<"fte">, costs: Costs, about: About) {
  const { noticePerPost, redundancyPerPost, recruitmentPerPost, trainingPerPost, vacancyPerPost } = costs;
  const ended = postsEnded({ postsBefore, postsAfter }, about);
  const begun = postsBegun({ postsBefore, postsAfter }, about);
  const ending = costOfEndingPosts({ postsEnded: ended, noticePerPost, redundancyPerPost }, about);
  const beginning = costOfBeginningPosts(
    { postsBegun: begun, recruitmentPerPost, trainingPerPost, vacancyPerPost },
    about,
  );
  return {
    ended,
    begun,
    costOfEnding: ending,
    costOfBeginning: beginning,
    cost: ending.plus(beginning).named("costOfChange", about),
  };
}

const shareHiredAgain = (again: Figure<"fte">, letGo: Figure<"fte">, about: About): Maybe<"ratio"> =>
  isZero(letGo)
    ? absent("no posts were let go")
    : hiredAgainShare({ postsHiredAgain: again, postsLetGo: letGo }, about);

const shareOf = (ended: Figure<"fte">, before: Figure<"fte">, about: About): Maybe<"ratio"> =>
  isZero(before)
    ? absent("there were no posts to end")
    : endedShare({ postsEnded: ended, postsBefore: before }, about);

function together(
  rows: readonly StaffingGap[],
  name: "before" | "ended" | "begun" | "hiredAgain" | "letGo",
  about: About,
): Figure<"fte"> {
  const figures = rows.map((row) => row[name]);
  return sum("fte", figures).named(name, about);
}

const shareInPeriod = (rows: readonly StaffingGap[], about: About): Maybe<"ratio"> =>
  shareOf(together(rows, "ended", about), together(rows, "before", about), about);

function totalOf(
  rows: readonly StaffingGap[],
  about: About,
  share: StaffingGapsTotal["endedShare"],
  letGo: Figure<"fte">,
): StaffingGapsTotal {
  const money = (of: "cost" | "costOfEnding" | "costOfBeginning", name: string): Figure<"GBP"> =>
    sum(
      "GBP",
      rows.map((row) => row[of]),
    ).named(name, about);
  const cost = money("cost", "costOfChange");
  const hiredAgain = together(rows, "hiredAgain", about);
  const costOfCarrying = moneyTogether(
    rows.map((row) => row.costOfCarrying),
    "costOfCarrying",
    about,
  );
  return Object.freeze({
    ended: together(rows, "ended", about),
    begun: together(rows, "begun", about),
    hiredAgain,
    endedShare: share,
    hiredAgainShare: shareHiredAgain(hiredAgain, letGo, about),
    costOfEnding: money("costOfEnding", "costOfEndingPosts"),
    costOfBeginning: money("costOfBeginning", "costOfBeginningPosts"),
    cost,
    costOfCarrying,
    carryingCostsMore: isAbsent(costOfCarrying)
      ? costOfCarrying
      : costOfCarrying.minus(cost).named("carryingCostsMore", about),
  });
}

const shown = (figure: Maybe<string>, places: number): string =>
  isAbsent(figure) ? "—" : grouped(figure.value, places);

const tableRow = (row: StaffingGap): Readonly<Record<string, string>> => ({
  role: row.role,
  period: row.period,
  before: shown(row.before, 2),
  posts: shown(row.posts, 2),
  ended: shown(row.ended, 2),
  endedShare: shown(row.endedShare, 2),
  begun: shown(row.begun, 2),
  hiredAgain: shown(row.hiredAgain, 2),
  cost: shown(row.cost, 0),
  carried: shown(row.carried, 2),
  costOfCarrying: shown(row.costOfCarrying, 0),
});
