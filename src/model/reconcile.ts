import { sum } from "../numbers/figure.ts";
import type { Figure } from "../numbers/figure.ts";
import { grouped } from "../numbers/print.ts";
import { dayProblems } from "../vocabulary/day.ts";
import type { Plan } from "../vocabulary/plan.ts";
import { invalidData } from "../vocabulary/problems.ts";
import { bestOf } from "./decide.ts";
import type { Bucket, Decision } from "./decide.ts";
import { unknownWordError } from "./filter.ts";
import { peopleOfParts } from "./flow.ts";
import { groupedBy } from "./group.ts";
import { purchasesOf, ready } from "./scope.ts";
import type { Purchase, Ready } from "./scope.ts";
import { partsOf } from "./split.ts";
import type { Part } from "./split.ts";

/** Where a person of the caseload is, seen from one service: in one of its lots' buckets, or in none of its lots. */
export type Place = Bucket | "setAside" | "noLot";

/** Some people of the caseload who are in the same place for the same reason. */
export interface ReconciliationRow {
  readonly place: Place;
  readonly reason: string;
  readonly people: Figure<"people">;
}

/** The whole caseload, person for person, as one service sees it. The rows sum to the caseload. */
export interface Reconciliation {
  readonly caseload: Figure<"people">;
  readonly rows: readonly ReconciliationRow[];
  /** The people of all rows that are in a place. */
  in(place: Place): Figure<"people">;
  /** The rows as text, for `console.table`. */
  table(): readonly Readonly<Record<string, string>>[];
}

/** Which lots to reconcile with: those that buy a service, of one contract type if it is named, on a day. */
export interface ReconcileOptions {
  readonly service: string;
  readonly contractType?: string;
  readonly on: string;
}

const places: readonly Place[] = ["eligible", "unknown", "excluded", "outOfCohort", "noLot", "setAside"];

/**
 * Where everybody in a plan's caseload is, as one service sees them: eligible for a lot, excluded from it, unknown,
 * in no lot's cohort, in an area without a lot, or set aside by name. Nobody is lost, and nobody counts twice: where
 * several lots cover an area, the best that any of them makes of a person counts.
 *
 * @throws ModelError `unknown-word` for a service or contract type that no lot of the plan buys.
 *
 * @example
 * ```ts
 * import { parsePlan } from "volumes-and-values";
 * import { referenceRules } from "volumes-and-values/reference";
 * import { reconcile } from "volumes-and-values/review";
 *
 * const plan = parsePlan({
 *   schema: "volumes-and-values/plan/1",
 *   name: "One lot in Essex (illustrative)",
 *   caseload: {
 *     asOf: "2020-06-30",
 *     source: "illustrative",
 *     counted: "people",
 *     cells: [
 *       { area: "essex", sentenceType: "licence", people: 600 },
 *       { area: "kent", sentenceType: "licence", people: 500 },
 *     ],
 *   },
 *   turnover: { value: "1.6", source: "illustrative" },
 *   services: {
 *     accommodation: {
 *       rules: referenceRules["accommodation"],
 *       complexityMix: { low: "0.2", medium: "0.3", high: "rest" },
 *       needShare: "0.5",
 *       takeUpShare: 1,
 *       referralsPerPerson: 1,
 *       startRate: { count: 3, of: 4, source: "illustrative" },
 *       completionRate: "0.5",
 *       rampUp: { profile: { shape: "step", monthsToPlateau: 1 }, unmet: "lost" },
 *       unitCost: { costPerStart: 250 },
 *     },
 *   },
 *   lots: [{ id: "essex", service: "accommodation", areas: ["essex"], cohort: {}, from: "2021-04-01" }],
 *   calendar: { years: "financial", first: "2021/22", last: "2022/23" },
 * });
 * const where = reconcile(plan, { service: "accommodation", on: "2021-04-01" });
 * where.rows.map(({ place, people }) => `${place}: ${people}`); // => [ 'eligible: 600 people', 'noLot: 500 people' ]
 * where.caseload; // => Figure 1,100 people · caseload
 * ```
 */
export function reconcile(plan: Plan, options: ReconcileOptions): Reconciliation {
  const { service, contractType, on } = Object(options) as ReconcileOptions;
  const wrong = dayProblems(["on"], on);
  if (wrong.length > 0) throw invalidData("reconciliation", wrong);
  const prepared = ready(plan);
  const bought = purchasesOf(prepared);
  check(
    "service",
    service,
    bought.map((one) => one.service.id),
  );
  if (contractType !== undefined)
    check(
      "contract type",
      contractType,
      bought.flatMap(({ lot }) => lot.contractType ?? []),
    );
  const lots = bought.filter(
    (one) =>
      one.service.id === service &&
      (contractType === undefined || one.lot.contractType === contractType) &&
      one.lot.from <= on &&
      (one.lot.to === undefined || on <= one.lot.to),
  );
  const placed = prepared.people.flatMap((people) => [...placesOfPeople(people, lots, prepared, on)]);
  const groups = groupedBy(placed, ({ place, reason }) => JSON.stringify([place, reason]));
  const rows = [...groups.values()]
    .map((group) =>
      rowOf(
        group[0],
        group.map(({ part }) => part),
      ),
    )
    .sort((a, b) => places.indexOf(a.place) - places.indexOf(b.place));
  return Object.freeze({
    caseload: sum(
      "people",
      prepared.people.map(({ people }) => people),
    ).named("caseload"),
    rows: Object.freeze(rows),
    in: (place: Place) =>
      sum(
        "people",
        rows.filter((row) => row.place === place).map(({ people }) => people),
      ).named(place),
    table: () =>
      rows.map(({ place, reason, people }) => ({ place, reason, people: grouped(people.value, 0) })),
  });
}

const rowOf = ({ place, reason }: Placed, parts: readonly Part[]): ReconciliationRow =>
  Object.freeze({ place, reason, people: peopleOfParts(parts, {}).named("people", { place: reason }) });

function check(what: string, word: string, known: readonly string[]): void {
  if (!known.includes(word)) throw unknownWordError(what, word, [...new Set(known)]);
}

interface Placed {
  readonly place: Place;
  readonly reason: string;
  readonly part: Part;
}

type People = Ready["people"][number];

function* placesOfPeople(
  people: People,
  lots: readonly Purchase[],
  { plan }: Ready,
  on: string,
): Generator<Placed> {
  const area = people.sentences[0]?.["area"];
  const here = lots.filter((lot) => lot.area === area);
  if (here.length > 0) {
    const byLot = here.map(({ splitOn }) => partsOf(people, splitOn(on)));
    for (const part of byLot[0] ?? []) {
      const same = byLot.flatMap((parts) => parts.filter(({ level }) => level === part.level));
      const decision = bestOf(same.map((one) => one.decision));
      yield { place: decision.bucket, reason: decision.reason, part };
    }
    return;
  }
  const aside = plan.setAside?.find((one) => one.area === area);
  const reason =
    aside?.reason ??
    (area === undefined ? "their area is not known" : "no lot of this service is open in their area");
  const place: Place = aside !== undefined ? "setAside" : area === undefined ? "unknown" : "noLot";
  yield { place, reason, part: wholeOf(people, place, reason) };
}

/** People who are not split by complexity, since no lot sees them. */
function wholeOf(people: People, by: string, reason: string): Part {
  const decision: Decision = { bucket: "outOfCohort", by, reason, source: undefined };
  return { people, level: "", share: undefined, attributes: people.sentences[0] ?? {}, decision };
}
