import { absent, isAbsent } from "../../absent.ts";
import type { Maybe } from "../../absent.ts";
import { completions, referralsNeeded } from "../../formulas/conversion.ts";
import {
  excessOfGap,
  largestOf,
  spendGap,
  startsAfforded,
  startsDelivered,
  unmetStarts,
} from "../../formulas/smooth-ramp-up.ts";
import { ModelError, outOfRange } from "../../errors.ts";
import type { Problem } from "../../errors.ts";
import { describe } from "../../numbers/decimal.ts";
import { isLess, isZero } from "../../numbers/exact.ts";
import { sum } from "../../numbers/figure.ts";
import type { Figure } from "../../numbers/figure.ts";
import type { Unit } from "../../numbers/unit.ts";
import { grouped, readable, withoutNoise } from "../../numbers/print.ts";
import { nearestWord } from "../../vocabulary/nearest.ts";
import { nominal, pricesText } from "../../vocabulary/prices.ts";
import { invalidData, problem } from "../../vocabulary/problems.ts";
import { parseStaffing } from "../../vocabulary/staffing.ts";
import type { Staffing } from "../../vocabulary/staffing.ts";
import { GivenAmounts, received } from "./given-amounts.ts";
import type { Amount } from "./given-amounts.ts";
import { inTime, isPeriodLabel, periodForm, yearBefore } from "./periods.ts";
import { evenAtEqualTotal, leastPossibleGap, nearestWithin } from "./smooth-profile.ts";
import type { Spend } from "./smooth-profile.ts";
import { staff } from "./staff.ts";
import type { Staff, StaffOptions } from "./staff.ts";
import { isForecast } from "./volumes.ts";

/** A year of a ramp-up: its money, and the starts that there is need of. A row of a forecast by year is one. */
export interface RampYear {
  readonly year?: string | undefined;
  readonly indicativeValue: Amount<"GBP">;
  /** The starts there would be, if the ramp-up held nobody back. */
  readonly startsNeeded?: Amount<"starts"> | undefined;
}

/** The ramp-up of a contract in pounds, and what its money pays for. */
export interface RampProfile {
  /** The money of the year before go-live. */
  readonly before: Amount<"GBP">;
  /** From go-live to the plateau. The years at the end that have the last one's money are the plateau, and stay. */
  readonly years: readonly RampYear[];
  /** What a start costs, for the starts that the money pays for. */
  readonly costPerStart?: Amount<"GBP/starts">;
  readonly startRate?: Amount<"starts/referrals">;
  readonly completionRate?: Amount<"completions/starts">;
  /** Who does the work, for the posts that these starts take. */
  readonly staffing?: Staffing;
  /** The day on which the service opens, for those posts. */
  readonly from?: string;
}

/**
 * What is asked of the smoother profile: gaps of at most so much, and otherwise as near as may be to the given one; or
 * the least largest gap at equal total spend.
 */
export type SmoothConstraint =
  { readonly gapsAtMost: Amount<"GBP"> } | { readonly leastLargestGap: "at equal total spend" };

/** What a profile comes to in one year. */
export interface RampSide {
  readonly value: Figure<"GBP">;
  /** The absolute change from the year before. */
  readonly gap: Figure<"GBP">;
  /** The starts it pays for, as far as there is need of them. */
  readonly starts: Maybe<"starts">;
  readonly unmet: Maybe<"starts">;
  readonly posts: Maybe<"fte">;
}

/** A year of the given profile and of the smoother one, side by side. */
export interface SmoothedYear {
  readonly year: string;
  readonly original: RampSide;
  readonly smoothed: RampSide;
  /** How far the smoother one is from the given one, whichever is more. */
  readonly departure: Figure<"GBP">;
}

/** What a profile comes to in all. */
export interface RampTotal {
  readonly value: Figure<"GBP">;
  readonly largestGap: Figure<"GBP">;
  readonly starts: Maybe<"starts">;
  readonly unmet: Maybe<"starts">;
  /** The posts by role, for `staffingGaps`; absent without a staffing. */
  readonly staff: Staff | undefined;
}

/** A ramp-up and a smoother one. */
export interface SmoothedRampUp {
  readonly rows: readonly SmoothedYear[];
  readonly original: RampTotal;
  readonly smoothed: RampTotal;
  readonly largestDeparture: Figure<"GBP">;
  /** Why the profile stays as it is; not said, where it moves. */
  readonly unchangedBecause: string | undefined;
  /** The rows as text, for `console.table`. */
  table(): readonly Readonly<Record<string, string>>[];
}

const profileNames = ["before", "years", "costPerStart", "startRate", "completionRate", "staffing", "from"];

/**
 * A smoother ramp-up beside the given one. A gap is the absolute change in pounds from one year to the next, the first
 * from the year before go-live; that year and the plateau stay. It is exact and without a search: the same profile and
 * constraint give the same answer, down to the last digit, and each year of it is a figure with its working.
 *
 * Where several profiles are as near to the given one at their furthest, it is the one in which each year, in order,
 * moves no further than the years before it and the plateau ask for. The years of a ramp-up weigh alike here, though the
 * first may be a part of a year. Where the given one stays as it is, \`unchangedBecause\` says why. A what-if answers as if
 * the profile were smoothed anew, and is refused where the plateau would begin in another year or not be reached.
 *
 * @throws ModelError `invalid-data` with every problem of the profile; `out-of-range` where the plateau cannot be
 * reached with gaps of at most so much, saying the least that would do.
 *
 * @example
 * ```ts
 * import { smoothRampUp } from "volumes-and-values/provider";
 *
 * const profile = {
 *   before: 250_000,
 *   years: [
 *     { year: "2021/22", indicativeValue: 60_000 },
 *     { year: "2022/23", indicativeValue: 210_000 },
 *     { year: "2023/24", indicativeValue: 270_000 },
 *   ],
 * };
 * const near = smoothRampUp(profile, { gapsAtMost: 80_000 });
 * near.rows.map(({ smoothed }) => String(smoothed.value)); // => [ '170000 GBP', '210000 GBP', '270000 GBP' ]
 * const even = smoothRampUp(profile, { leastLargestGap: "at equal total spend" });
 * even.rows.map(({ smoothed }) => String(smoothed.value)); // => [ '125000 GBP', '145000 GBP', '270000 GBP' ]
 * smoothRampUp(profile, { gapsAtMost: 190_000 }).unchangedBecause;
 * // => its largest gap is 190,000 pounds, and 190,000 are allowed
 * ```
 */
export function smoothRampUp(profile: RampProfile, constraint: SmoothConstraint): SmoothedRampUp {
  const amounts = new GivenAmounts("ramp-up");
  if (isForecast(Object(profile) as object))
    throw invalidData("ramp-up", [
      problem([], "the ramp-up of a contract", "a forecast", {
        mend: 'Give { before, years: forecast.by("year") }.',
      }),
    ]);
  amounts.refuseUnknown([], profile, profileNames);
  const read = readProfile(profile, amounts);
  const most = readConstraint(constraint, amounts);
  amounts.done();
  if (profile.costPerStart !== undefined && amounts.prices.prices === pricesText(nominal))
    throw new ModelError(
      "mixed-prices",
      "A profile in prices of each year goes with no one cost of a start for all of them. Bring it to the prices of one year first, with inPrices.",
      { prices: [nominal] },
    );

  const inCommon = <U extends Unit>(money: Figure<U> | undefined): Figure<U> | undefined =>
    money === undefined ? undefined : amounts.inCommon(money);
  const ready = { ...read, costPerStart: inCommon(read.costPerStart) };
  const mostGap = inCommon(most);
  const given: Spend = [ready.before, ...ready.values].map((money) => amounts.inCommon(money));
  const end = plateauOf(ready.values) + 1;
  const ramp = given.slice(0, end + 1);
  if (mostGap !== undefined) refuseImpossible(ramp, mostGap);
  const smooth = mostGap === undefined ? evenAtEqualTotal(ramp) : nearestWithin(ramp, mostGap);
  const asked = whatWasAsked(given, end, mostGap);
  const moved = [...smooth, ...given.slice(end + 1)].map((value, index) =>
    index === 0 || asked.length === 0
      ? value
      : sum("GBP", [value, ...asked]).named("smoothedValue", { year: ready.years[index - 1] ?? "" }),
  );
  const original = sideOf(given, ready, profile);
  const smoothed = sideOf(moved, ready, profile);
  const rows = ready.years.map((year, index) =>
    Object.freeze({
      year,
      original: original.years[index] as RampSide,
      smoothed: smoothed.years[index] as RampSide,
      departure: spendGap(
        { spendBefore: given[index + 1] as Figure<"GBP">, spendAfter: moved[index + 1] as Figure<"GBP"> },
        { year },
      ).named("departure", { year }),
    }),
  );
  const largestDeparture = largestOf({ amounts: rows.map(({ departure }) => departure) }).named(
    "largestDeparture",
  );
  return Object.freeze({
    rows: Object.freeze(rows),
    original: original.total,
    smoothed: smoothed.total,
    largestDeparture,
    unchangedBecause: largestDeparture.value.greaterThan(asGoodAsNone)
      ? undefined
      : whyUnchanged(
          ramp,
          original.total,
          mostGap,
          end < ready.years.length ? ready.years[end - 1] : undefined,
        ),
    table: () => rows.map(tableRow),
  } satisfies SmoothedRampUp);
}

/**
 * What is nothing as long as the profile is of the shape that was smoothed, so that a reading sees where it is not: by how
 * much the least possible gap is over the most, and how far the years of the plateau are apart. The last year before it is
 * not of the plateau, and has no part in the sum. The years of the plateau hang on it too: otherwise they might move.
 */
function whatWasAsked(given: Spend, end: number, mostGap: Figure<"GBP"> | undefined): Spend {
  const gap = (from: number, to: number): Figure<"GBP"> =>
    spendGap({ spendBefore: given[from] as Figure<"GBP">, spendAfter: given[to] as Figure<"GBP"> });
  const later = given.slice(end + 1).map((_, index) => gap(end + index, end + index + 1));
  const apart = [
    ...(mostGap === undefined
      ? []
      : [excessOfGap({ spendGap: gap(0, end), mostGap, yearsApart: end }).named("excessToPlateau")]),
    ...(later.length === 0 ? [] : [sum("GBP", later).named("plateauApart")]),
  ];
  const step = gap(end - 1, end)
    .named("stepToPlateau")
    .min(sum("GBP", []).named("nothing"));
  return [...apart.filter(isZero), ...(end === 1 ? [] : [step])];
}

/** A part of a pound that only quotients leave. */
const asGoodAsNone = "1e-20";

/**
 * Why a ramp-up has nothing to smooth: no year that may move, or no gap that would be smaller; with the year from which
 * its plateau stays, where that is before the last.
 */
function whyUnchanged(
  ramp: Spend,
  { largestGap }: RampTotal,
  mostGap: Figure<"GBP"> | undefined,
  plateauFrom: string | undefined,
): string {
  const plateau = plateauFrom === undefined ? "" : ` with its plateau from ${plateauFrom}, which stays`;
  const gap = readable(largestGap.value);
  if (ramp.length <= 2)
    return "it has the year before go-live and its plateau, which stay, and no year between them";
  return mostGap === undefined
    ? `its largest gap, ${gap} pounds, is the least there can be at equal total spend${plateau}`
    : `its largest gap is ${gap} pounds, and ${readable(mostGap.value)} are allowed`;
}

/** A profile whose amounts are figures, its years in order. */
interface ReadyProfile {
  readonly before: Figure<"GBP">;
  readonly years: readonly string[];
  readonly values: readonly Figure<"GBP">[];
  readonly needed: readonly (Figure<"starts"> | undefined)[];
  readonly costPerStart: Figure<"GBP/starts"> | undefined;
  readonly startRate: Figure<"starts/referrals"> | undefined;
  readonly completionRate: Figure<"completions/starts"> | undefined;
}

function readProfile(profile: RampProfile, amounts: GivenAmounts): ReadyProfile {
  const { costPerStart, startRate, completionRate, staffing } = profile;
  const years = readYears(profile.years, amounts);
  const labels = years.map(({ year }, index) => {
    if (year === undefined || !isPeriodLabel(year))
      amounts.refuse(
        problem(["years", index, "year"], periodForm, year === undefined ? "nothing" : JSON.stringify(year)),
      );
    return year ?? "";
  });
  const { labels: ordered, problems } = inTime(["years"], labels);
  amounts.refuse(...problems);
  if (problems.length === 0 && ordered.join() !== labels.join())
    amounts.refuse(
      problem(["years"], `each year once and in order: ${ordered.join(", ")}`, labels.join(", ")),
    );
  if (staffing !== undefined && costPerStart === undefined)
    amounts.refuse(
      problem(["costPerStart"], "what a start costs, for the posts that the starts take", "nothing"),
    );
  const money = { unit: "GBP", range: "zero or more" } as const;
  amounts.refuse(...ratesMissing(profile));
  const path = ["profile"];
  return {
    before: amounts.read(profile.before, {
      ...money,
      path: [...path, "before"],
      name: "spendBefore",
      year: yearBefore(labels[0] ?? ""),
    }),
    years: labels,
    values: years.map(({ indicativeValue, year = "" }) =>
      amounts.read(indicativeValue, {
        ...money,
        path: [...path, "years", year, "indicativeValue"],
        name: "indicativeValue",
        about: { year },
      }),
    ),
    needed: years.map(({ startsNeeded, year = "" }) =>
      startsNeeded === undefined
        ? undefined
        : amounts.read(startsNeeded, {
            path: [...path, "years", year, "startsNeeded"],
            name: "startsNeeded",
            unit: "starts",
            range: "zero or more",
            about: { year },
          }),
    ),
    costPerStart:
      costPerStart === undefined
        ? undefined
        : amounts.read(costPerStart, {
            path: [...path, "costPerStart"],
            name: "costPerStart",
            unit: "GBP/starts",
            range: "above zero",
          }),
    startRate:
      startRate === undefined
        ? undefined
        : amounts.read(startRate, {
            path: [...path, "startRate"],
            name: "startRate",
            unit: "starts/referrals",
            range: "share",
          }),
    completionRate:
      completionRate === undefined
        ? undefined
        : amounts.read(completionRate, {
            path: [...path, "completionRate"],
            name: "completionRate",
            unit: "completions/starts",
            range: "share",
          }),
  };
}

/** The years that are years at all. */
function readYears(years: RampProfile["years"], amounts: GivenAmounts): readonly RampYear[] {
  const count = Array.isArray(years) ? years.length : 0;
  if (count === 0)
    amounts.refuse(
      problem(["years"], "a year or more, to the plateau", Array.isArray(years) ? "none" : received(years)),
    );
  return (Array.isArray(years) ? years : []).flatMap((year: RampYear | null, index) => {
    if (typeof year === "object" && year !== null) return [year];
    amounts.refuse(
      problem(["years", index], "a year of money, as { year, indicativeValue }", received(year)),
    );
    return [];
  });
}

/** The rates from which the work of roles that have hours for referrals or completions follows. */
const ratesOf = [
  ["hoursPerReferral", "startRate", "the share of referrals that start"],
  ["hoursPerCompletion", "completionRate", "the share of starts that are completed"],
] as const;

/** A rate that is not given, though a role has hours for those who follow from it. */
function ratesMissing(profile: RampProfile): readonly Problem[] {
  if (profile.staffing === undefined) return [];
  const roles = Object.entries(parseStaffing(profile.staffing).roles);
  return ratesOf.flatMap(([hours, rate, what]) => {
    const [id] = roles.find(([, role]) => role[hours] !== undefined) ?? [];
    return id === undefined || profile[rate] !== undefined
      ? []
      : [problem([rate], `${what}, since the ${id} of the staffing has ${hours}`, "nothing")];
  });
}

const constraintForm = '{ gapsAtMost } in pounds, or { leastLargestGap: "at equal total spend" }';

/** The most that a gap may be, if that is what is asked. */
function readConstraint(constraint: SmoothConstraint, amounts: GivenAmounts): Figure<"GBP"> | undefined {
  const asked = Object(constraint) as Readonly<Record<string, unknown>>;
  const [name, ...others] = Object.keys(asked);
  if (name === "gapsAtMost" && others.length === 0)
    return amounts.read(asked["gapsAtMost"] as Amount<"GBP">, {
      path: ["constraint", "gapsAtMost"],
      name: "mostGap",
      unit: "GBP",
      range: "zero or more",
    });
  if (Object.hasOwn(asked, "gapsAtMost") && Object.hasOwn(asked, "leastLargestGap")) {
    amounts.refuse(problem(["constraint"], constraintForm, "both", { mend: "Leave one of them out." }));
    return undefined;
  }
  if (asked["leastLargestGap"] !== "at equal total spend" || others.length > 0) {
    const nearest = nearestWord(name, ["gapsAtMost", "leastLargestGap"]);
    const did = nearest === name ? undefined : nearest;
    amounts.refuse(problem(["constraint"], constraintForm, describe(constraint), { nearest: did }));
  }
  return undefined;
}

/** The place of the first of the years at the end that have the same money as the last. */
function plateauOf(values: readonly Figure<"GBP">[]): number {
  const last = values.at(-1)?.value;
  const before = values.findLastIndex(({ value }) => last !== undefined && !value.equals(last));
  return before + 1;
}

function refuseImpossible(ramp: Spend, mostGap: Figure<"GBP">): void {
  const least = leastPossibleGap(ramp);
  if (!isLess(mostGap, least)) return;
  const [first, last] = [ramp[0], ramp.at(-1)].map((one) =>
    one === undefined ? "" : withoutNoise(one.value),
  );
  const steps = ramp.length === 2 ? "1 step" : `${String(ramp.length - 1)} steps`;
  throw outOfRange(
    "gapsAtMost",
    `${grouped(least.value, 2)} or more, since ${first ?? ""} becomes ${last ?? ""} in ${steps}`,
    withoutNoise(mostGap.value),
    "Allow more, or reach the plateau later.",
  );
}

/** What money by year comes to: its gaps, the starts it pays for, those unmet, and the posts they take. */
function sideOf(
  spend: Spend,
  profile: ReadyProfile,
  { staffing, from }: RampProfile,
): { readonly years: readonly RampSide[]; readonly total: RampTotal } {
  const values = spend.slice(1);
  const starts = profile.years.map((year, index) =>
    startsIn(values[index] as Figure<"GBP">, year, index, profile),
  );
  const posts = staffing === undefined ? undefined : staff(staffing, workOf(starts, profile, from));
  const noStaffing = absent("no staffing is given");
  const years = profile.years.map((year, index) => {
    const delivered = starts[index] as Maybe<"starts">;
    return Object.freeze({
      value: values[index] as Figure<"GBP">,
      gap: spendGap(
        { spendBefore: spend[index] as Figure<"GBP">, spendAfter: values[index] as Figure<"GBP"> },
        { year },
      ),
      starts: delivered,
      unmet: unmetIn(delivered, profile.needed[index], year),
      posts: posts === undefined ? noStaffing : posts.total(year).posts,
    });
  });
  return {
    years,
    total: Object.freeze({
      value: sum("GBP", values).named("value"),
      largestGap: largestOf({ amounts: years.map(({ gap }) => gap) }).named("largestGap"),
      starts: startsTogether(starts, "starts"),
      unmet: startsTogether(
        years.map(({ unmet }) => unmet),
        "unmetStarts",
      ),
      staff: posts,
    }),
  };
}

function startsIn(spend: Figure<"GBP">, year: string, index: number, profile: ReadyProfile): Maybe<"starts"> {
  const { costPerStart, needed } = profile;
  if (costPerStart === undefined) return absent("what a start costs is not given");
  const afforded = startsAfforded({ spend, costPerStart }, { year });
  const need = needed[index];
  return need === undefined
    ? afforded
    : startsDelivered({ startsAfforded: afforded, startsNeeded: need }, { year });
}

function unmetIn(
  delivered: Maybe<"starts">,
  needed: Figure<"starts"> | undefined,
  year: string,
): Maybe<"starts"> {
  if (isAbsent(delivered)) return delivered;
  if (needed === undefined) return absent("how many starts there is need of is not given");
  return unmetStarts({ startsNeeded: needed, startsDelivered: delivered }, { year });
}

function startsTogether(starts: readonly Maybe<"starts">[], name: string): Maybe<"starts"> {
  const missing = starts.find(isAbsent);
  return missing ?? sum("starts", starts as readonly Figure<"starts">[]).named(name);
}

/** The work behind starts: their referrals and completions, where the rates are given. */
function workOf(
  starts: readonly Maybe<"starts">[],
  { years, startRate, completionRate }: ReadyProfile,
  from: string | undefined,
): StaffOptions {
  const work = years.flatMap((year, index) => {
    const own = starts[index];
    if (own === undefined || isAbsent(own)) return [];
    return [
      {
        year,
        starts: own,
        ...(startRate !== undefined && { referrals: referralsNeeded({ starts: own, startRate }, { year }) }),
        ...(completionRate !== undefined && {
          completions: completions({ starts: own, completionRate }, { year }),
        }),
      },
    ];
  });
  return { work, ...(from !== undefined && { from }) };
}

const shown = (figure: Maybe<string>, places: number): string =>
  isAbsent(figure) ? "—" : grouped(figure.value, places);

const tableRow = ({
  year,
  original,
  smoothed,
  departure,
}: SmoothedYear): Readonly<Record<string, string>> => ({
  year,
  value: shown(original.value, 0),
  gap: shown(original.gap, 0),
  posts: shown(original.posts, 2),
  unmet: shown(original.unmet, 0),
  smoothedValue: shown(smoothed.value, 0),
  smoothedGap: shown(smoothed.gap, 0),
  smoothedPosts: shown(smoothed.posts, 2),
  smoothedUnmet: shown(smoothed.unmet, 0),
  departure: shown(departure, 0),
});
