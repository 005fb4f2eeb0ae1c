import {
  capacityLeft,
  interventionHours,
  referralsNotServed,
  servedReferrals,
} from "../../formulas/priority.ts";
import { digitsOf } from "../../numbers/decimal.ts";
import { isZero } from "../../numbers/exact.ts";
import { given, isFigure, sum } from "../../numbers/figure.ts";
import type { Figure } from "../../numbers/figure.ts";
import { grouped } from "../../numbers/print.ts";
import type { Assumption, AssumptionBy } from "../../vocabulary/assumption.ts";
import { wordOf } from "../../vocabulary/attributes.ts";
import type { Attributes } from "../../vocabulary/attributes.ts";
import { parsePriority } from "../../vocabulary/priority.ts";
import type { PriorityOrder, ReferralGroup } from "../../vocabulary/priority.ts";
import { invalidData, problem } from "../../vocabulary/problems.ts";
import { assumedFigure, chooserOf } from "../inputs.ts";
import { aboutOf, nameProblems, rootOf } from "./called.ts";
import { objectProblems, refuse } from "./checked-options.ts";
import { formProblems } from "./volumes.ts";

/** What becomes of some people who were referred: how many are served, how many wait, and why. */
export interface PrioritisedRow {
  readonly id: string;
  readonly attributes: Attributes;
  /** 1 comes first; those alike in everything that decides share a rank, and are taken in the order they came. */
  readonly rank: number;
  readonly referrals: Figure<"referrals">;
  readonly served: Figure<"referrals">;
  readonly waiting: Figure<"referrals">;
  /** Hours of intervention for those served, where they are stated. */
  readonly hours: Figure<"hours"> | undefined;
  readonly reason: string;
}

/** Who is served first, in order. */
export interface Prioritised {
  readonly rows: readonly PrioritisedRow[];
  readonly served: Figure<"referrals">;
  readonly waiting: Figure<"referrals">;
  readonly capacityLeft: Figure<"referrals">;
  readonly hours: Figure<"hours"> | undefined;
  /** The rows as text. */
  table(): readonly Readonly<Record<string, string>>[];
}

/**
 * Who is served first where not everybody can be: people are ranked by what the user states first, then by what comes
 * next, and served until the capacity is used up. Whoever lacks what decides comes after those of whom it is known. Several
 * months or services that are read together say their names, which go into the paths of their inputs:
 * `capacity.april`, `referrals.april.0.referrals`.
 *
 * @param referrals - people, or groups of like people, in the order in which they came
 * @param capacity - how many can be served
 * @param order - attributes in the order in which they decide, each with its words from first to last
 * @param options - hours of intervention for each person served, which may follow one attribute apart from the others; and
 * what all this is called, where others are read together with it
 * @throws ModelError `invalid-data` with every problem and its path: attributes of the order or the hours that nobody
 * has, words that the order does not know, ids or attributes that come twice, somebody for whom hours are left out, a
 * capacity below nought, a name that is none.
 *
 * @example
 * ```ts
 * import { sum } from "volumes-and-values";
 * import { prioritise } from "volumes-and-values/provider";
 * import { whatIf } from "volumes-and-values/readings";
 *
 * const referrals = [
 *   { id: "a", referrals: 60, attributes: { risk: "medium", need: "stability", acuteness: "severe" } },
 *   { id: "b", referrals: 50, attributes: { risk: "high", need: "linked", acuteness: "moderate" } },
 *   { id: "c", referrals: 40, attributes: { risk: "medium", need: "linked", acuteness: "moderate" } },
 * ];
 * const { rows, hours } = prioritise(
 *   referrals,
 *   100,
 *   [
 *     { by: "risk", first: ["high", "medium", "low"] },
 *     { by: "need", first: ["linked", "stability"] },
 *   ],
 *   { hoursPerReferral: { by: "acuteness", values: { severe: 12, moderate: 6 } } },
 * );
 * rows.map(({ id, served, waiting }) => `${id}: ${served}, ${waiting} wait`);
 * // => [ 'b: 50 referrals, 0 referrals wait', 'c: 40 referrals, 0 referrals wait', 'a: 10 referrals, 50 referrals wait' ]
 * hours?.toString(); // => 660 hours
 *
 * const months = ["april", "may"].map((name) => prioritise(referrals, 100, [], { name }));
 * const waiting = sum("referrals", months.map((month) => month.waiting));
 * waiting.toString(); // => 100 referrals
 * whatIf(waiting, { "capacity.may": 120 }).toString(); // => 80 referrals
 * ```
 */
export function prioritise(
  referrals: readonly ReferralGroup[],
  capacity: Figure<"referrals"> | Assumption,
  order: PriorityOrder,
  options: { readonly hoursPerReferral?: AssumptionBy; readonly name?: string } = {},
): Prioritised {
  refuse("priority", objectProblems(["options"], options, { known: ["hoursPerReferral", "name"] }));
  const { name, ...hoursStated } = options;
  refuse("priority", nameProblems(["options", "name"], name, "what this is called"));
  const parsed = parsePriority({ referrals, order, ...hoursStated });
  const hoursOf = hoursChooser(parsed.hoursPerReferral, name);
  const ranked = rankedBy(parsed.referrals, parsed.order);
  let left = capacityOf(capacity, name);
  const rows = ranked.map(({ group, place, rank }, index): PrioritisedRow => {
    const about = { ...aboutOf(name), group: group.id };
    const path = [...rootOf("referrals", name), place, "referrals"].join(".");
    const made = given(group.referrals, "referrals", { name: "referrals", path, about });
    const served = servedReferrals({ referrals: made, capacityBefore: left }, about);
    const waiting = referralsNotServed({ referrals: made, servedReferrals: served }, about);
    left = capacityLeft({ capacityBefore: left, servedReferrals: served }, about);
    return Object.freeze({
      id: group.id,
      attributes: group.attributes,
      rank,
      referrals: made,
      served,
      waiting,
      hours: hoursOf?.(group, served),
      reason: reasonOf(group, parsed.order, { waiting, before: ranked[index - 1], rank }),
    });
  });
  const added = (which: "served" | "waiting"): Figure<"referrals"> =>
    sum(
      "referrals",
      rows.map((row) => row[which]),
    ).named(which, aboutOf(name));
  const hours = rows.flatMap((row) => (row.hours === undefined ? [] : [row.hours]));
  return Object.freeze({
    rows: Object.freeze(rows),
    served: added("served"),
    waiting: added("waiting"),
    capacityLeft: left,
    hours: hoursOf === undefined ? undefined : sum("hours", hours).named("interventionHours", aboutOf(name)),
    table: () =>
      rows.map(({ id, rank, referrals: made, served, waiting, hours: used, reason }) => ({
        id,
        rank: String(rank),
        referrals: grouped(made.value, 0),
        served: grouped(served.value, 0),
        waiting: grouped(waiting.value, 0),
        ...(used === undefined ? {} : { hours: grouped(used.value, 1) }),
        reason,
      })),
  });
}

function capacityOf(
  capacity: Figure<"referrals"> | Assumption,
  name: string | undefined,
): Figure<"referrals"> {
  if (isFigure(capacity)) {
    if (capacity.value.isNegative())
      throw invalidData("priority", [problem(["capacity"], "zero or more", digitsOf(capacity.value))]);
    return capacity;
  }
  const problems = formProblems(["capacity"], capacity, "zero or more");
  if (problems.length > 0) throw invalidData("priority", problems);
  const referralCapacity = { name: "referralCapacity", unit: "referrals" } as const;
  return assumedFigure(rootOf("capacity", name), referralCapacity, capacity, aboutOf(name));
}

type HoursOf = (group: ReferralGroup, served: Figure<"referrals">) => Figure<"hours">;

function hoursChooser(hours: AssumptionBy | undefined, name: string | undefined): HoursOf | undefined {
  if (hours === undefined) return undefined;
  const hoursPerReferral = { name: "hoursPerReferral", unit: "hours/referrals" } as const;
  const choose = chooserOf<Assumption, Figure<"hours/referrals">>(
    rootOf("hoursPerReferral", name),
    hours,
    aboutOf(name),
    (path, one, about) => assumedFigure(path, hoursPerReferral, one, about),
  );
  return ({ id, attributes }, served) =>
    interventionHours(
      { servedReferrals: served, hoursPerReferral: choose(attributes) },
      { ...aboutOf(name), group: id },
    );
}

/** A group with its place in the list and its rank. */
interface Ranked {
  readonly group: ReferralGroup;
  readonly place: number;
  readonly rank: number;
}

function rankedBy(groups: readonly ReferralGroup[], order: PriorityOrder): readonly Ranked[] {
  /** Where a group stands in what decides first, second and so on; unknown stands last. */
  const placesOf = ({ attributes }: ReferralGroup): readonly number[] =>
    order.map(({ by, first }) => {
      const word = wordOf(attributes, by);
      return word === undefined ? first.length : first.indexOf(word);
    });
  const compared = (a: readonly number[], b: readonly number[]): number =>
    a.map((one, at) => one - (b[at] ?? 0)).find((difference) => difference !== 0) ?? 0;
  const sorted = groups
    .map((group, place) => ({ group, place, places: placesOf(group) }))
    .sort((a, b) => compared(a.places, b.places) || a.place - b.place);
  const tiers = [...new Set(sorted.map(({ places }) => places.join()))];
  return sorted.map(({ group, place, places }) => ({ group, place, rank: tiers.indexOf(places.join()) + 1 }));
}

/** What is left of a capacity for some people, and who came before them. */
interface Turn {
  readonly waiting: Figure<"referrals">;
  readonly before: Ranked | undefined;
  readonly rank: number;
}

/** Why some people are where they are: what decided, who of the same rank came first, and what is left to them. */
function reasonOf(
  { attributes }: ReferralGroup,
  order: PriorityOrder,
  { waiting, before, rank }: Turn,
): string {
  const by = order.map(({ by: name }) => `${name} ${wordOf(attributes, name) ?? "not known"}`).join(", ");
  const alike = by !== "" && before?.rank === rank ? [`same rank as ${before.group.id}, listed later`] : [];
  const full = isZero(waiting) ? [] : ["the capacity is used up by those who come first"];
  return [by === "" ? "in the order they came" : by, ...alike, ...full].join("; ");
}
