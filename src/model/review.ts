import { agesOf, cellNumbers, meets } from "../vocabulary/attributes.ts";
import type { Attributes } from "../vocabulary/attributes.ts";
import { yearLabels } from "../vocabulary/calendar.ts";
import { choicesIn } from "../vocabulary/choices.ts";
import { areasOfLot, boughtAs, servicesOfLot } from "../vocabulary/lot-scope.ts";
import type { Lot } from "../vocabulary/lot.ts";
import { choicesOf } from "../vocabulary/places.ts";
import { checkedPlan } from "../vocabulary/plan.ts";
import type { Plan } from "../vocabulary/plan.ts";
import { listed, pathText } from "../vocabulary/problems.ts";
import { wordsOf } from "../vocabulary/rule.ts";
import type { Rule } from "../vocabulary/rule.ts";
import { soundParts, wordsOfPlan } from "../vocabulary/checks/sound.ts";
import type { SentenceType, Words } from "../vocabulary/words.ts";
import { forecastDays, overlap, yearsFor } from "./calendar.ts";
import { inputFigure } from "./inputs.ts";
import { oddNumbers } from "./odd-numbers.ts";
import { one } from "../numbers/decimal.ts";

/** Something a careful reader would ask about, which is no error. */
export interface Notice {
  readonly kind:
    | "uncovered area"
    | "doubly covered area"
    | "area set aside"
    | "rule that never decides"
    | "lot outside the years"
    | "value outside the years"
    | "scenario that changes nothing"
    | "lot for nobody"
    | "queue that never clears"
    | "cohort that no cell states"
    | "cells that are alike"
    | "number out of proportion"
    | "price index that leaps"
    | "distribution that makes no sense";
  readonly path: string;
  readonly message: string;
}

/**
 * What a careful reader of a plan would ask about: areas with people and no lot, areas covered twice, areas set aside,
 * rules that can never decide, lots that are not open in any year of the forecast, values of other years, cohorts that no cell states, cells
 * that are alike, percentages and growth where a ratio and an index are due, distributions whose ends make no sense.
 *
 * @example
 * ```ts
 * import { parsePlan } from "volumes-and-values";
 * import { referenceRules } from "volumes-and-values/reference";
 * import { review } from "volumes-and-values/review";
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
 * review(plan).map(({ message }) => message);
 * // => [ 'no lot of accommodation covers kent, where people are supervised' ]
 * ```
 */
export function review(draft: Plan): readonly Notice[] {
  const plan = checkedPlan(draft);
  const words = wordsOfPlan(plan);
  return Object.freeze(
    [
      ...coverage(plan, words),
      ...deadRules(plan, words),
      ...lotsOutside(plan),
      ...valuesOutside(plan),
      ...lotsForNobody(plan, words),
      ...lastingQueues(plan),
      ...unstatedCohorts(plan),
      ...alikeCells(plan),
      ...oddNumbers(plan),
    ].map((notice) => Object.freeze(notice)),
  );
}

function* coverage(plan: Plan, words: Words): Generator<Notice> {
  const aside = new Map((plan.setAside ?? []).map(({ area, reason }, index) => [area, { reason, index }]));
  const areas = [...new Set(plan.caseload.cells.flatMap(({ area }) => area ?? []))];
  for (const [area, { reason, index }] of aside) {
    yield {
      kind: "area set aside",
      path: `setAside.${String(index)}`,
      message: `${area} is set aside: ${reason}`,
    };
  }
  for (const kind of new Set(plan.lots.map(boughtAs))) {
    const lots = plan.lots.filter((lot) => boughtAs(lot) === kind);
    const uncovered = areas.filter(
      (area) => !aside.has(area) && !lots.some((lot) => areasOfLot(lot, words).includes(area)),
    );
    for (const area of uncovered)
      yield {
        kind: "uncovered area",
        path: "lots",
        message: `no lot of ${kind} covers ${area}, where people are supervised`,
      };
  }
  for (const [index, lot] of plan.lots.entries()) {
    for (const other of plan.lots.slice(0, index)) yield* doublyCovered(lot, index, other, words);
  }
}

function* doublyCovered(lot: Lot, index: number, other: Lot, words: Words): Generator<Notice> {
  const services = servicesOfLot(lot, words).filter((service) =>
    servicesOfLot(other, words).includes(service),
  );
  const areas = areasOfLot(lot, words).filter((area) => areasOfLot(other, words).includes(area));
  if (services.length === 0 || areas.length === 0 || !cohortsMeet(lot, other)) return;
  if (
    overlap({ from: lot.from, to: lot.to ?? "9999-12-31" }, { from: other.from, to: other.to }) === undefined
  )
    return;
  const what = `${services.join(", ")} in ${areas.join(", ")}`;
  yield {
    kind: "doubly covered area",
    path: `lots.${String(index)}`,
    message: `lots ${other.id} and ${lot.id} both buy ${what}, for people who may be the same`,
  };
}

function cohortsMeet({ cohort: a }: Lot, { cohort: b }: Lot): boolean {
  if (a.sex !== undefined && b.sex !== undefined && a.sex !== b.sex) return false;
  const [ages, others] = [agesOf(a.age ?? "0+"), agesOf(b.age ?? "0+")];
  return ages === undefined || others === undefined || (ages.from <= others.to && others.from <= ages.to);
}

function* deadRules(plan: Plan, words: Words): Generator<Notice> {
  const days = forecastDays(plan.calendar, plan.lots);
  for (const [id, { rules }] of Object.entries(plan.services)) {
    for (const [index, rule] of rules.entries()) {
      const outside = overlap(days, rule) === undefined;
      if (!outside && mayDecide(rule, rules.slice(0, index), words)) continue;
      const why = outside
        ? `its days lie outside those of the forecast, ${days.from} to ${days.to}`
        : sentencesOf(rule, words).length === 0
          ? "no sentence type meets its conditions"
          : "the rules before it decide everybody it could";
      yield {
        kind: "rule that never decides",
        path: `services.${id}.rules.${String(index)}`,
        message: `rule ${rule.id} of ${id} never decides: ${why}`,
      };
    }
  }
}

const ofSentence = ["sentenceType", "stage", "requirement"] as const;

/** What a sentence type is called, and what follows from it. Someone of an unnamed type may be of any. */
const wordOf = (type: SentenceType, attribute: (typeof ofSentence)[number]): string | undefined =>
  attribute === "sentenceType" ? type.id : type[attribute];

/** The sentence types of which a rule may match people. What a type leaves open, a cell may state. */
function sentencesOf({ when }: Rule, words: Words): readonly string[] {
  return words.sentenceTypes
    .filter((type) =>
      ofSentence.every((attribute) => {
        const wanted = when[attribute];
        const word = wordOf(type, attribute);
        return wanted === undefined || word === undefined || wordsOf(wanted).includes(word);
      }),
    )
    .map(({ id }) => id);
}

/** The sentence types of which a rule decides everybody, so far as sentences go. */
const surelyOf = ({ when }: Rule, words: Words): readonly string[] =>
  words.sentenceTypes
    .filter((type) =>
      ofSentence.every(
        (attribute) =>
          when[attribute] === undefined || wordsOf(when[attribute]).includes(wordOf(type, attribute) ?? ""),
      ),
    )
    .map(({ id }) => id);

/** Whether anybody may be left to a rule by those before it: of some sentence type, where the words know any. */
function mayDecide(rule: Rule, before: readonly Rule[], words: Words): boolean {
  if (before.some((earlier) => takesAllOf(earlier, rule, () => true))) return false;
  if (words.sentenceTypes.length === 0) return true;
  const wider = before.filter((earlier) => takesAllOf(earlier, rule, notOfSentence));
  const taken = new Set(wider.flatMap((earlier) => surelyOf(earlier, words)));
  return sentencesOf(rule, words).some((type) => !taken.has(type));
}

const notOfSentence = (attribute: string): boolean => !(ofSentence as readonly string[]).includes(attribute);

/** Whether an earlier rule applies whenever a later one does, and its conditions of some kind hold whenever the later one's do. */
function takesAllOf(earlier: Rule, later: Rule, ofKind: (attribute: string) => boolean): boolean {
  const days =
    (earlier.from ?? "") <= (later.from ?? "") && (earlier.to ?? "9999-12-31") >= (later.to ?? "9999-12-31");
  return (
    days &&
    Object.entries(earlier.when)
      .filter(([attribute]) => ofKind(attribute))
      .every(([attribute, wanted]) => {
        const asked = later.when[attribute];
        return asked !== undefined && wordsOf(asked).every((word) => wordsOf(wanted).includes(word));
      })
  );
}

function* lotsOutside({ lots, calendar }: Plan): Generator<Notice> {
  for (const [index, lot] of lots.entries()) {
    if (yearsFor(calendar, lot.from).some((year) => overlap(year, lot) !== undefined)) continue;
    yield {
      kind: "lot outside the years",
      path: `lots.${String(index)}`,
      message: `lot ${lot.id} is not open in any year of the forecast, and has no rows`,
    };
  }
}

/** Values by year of which some are of years that are not forecast, and hold for nothing. */
function* valuesOutside(plan: Plan): Generator<Notice> {
  const years = yearLabels(plan.calendar);
  for (const { path: top, value } of choicesOf(soundParts(plan, [])))
    for (const { path, by, words } of choicesIn(top, value)) {
      const others = by === "year" ? words.filter((word) => !years.includes(word)) : [];
      // A plan may hold values by financial year and by year of a contract, and be forecast by either.
      const alike = others.filter((word) => isOfContract(word) === (plan.calendar.years === "contract"));
      const idle = others.length === words.length ? others : alike;
      if (idle.length === 0) continue;
      const at = pathText(path);
      yield {
        kind: "value outside the years",
        path: at,
        message: `${at} has a value for ${listed(idle)}, and the forecast is of ${listed(years)}`,
      };
    }
}

const isOfContract = (year: string): boolean => year.startsWith("contract");

/** Lots in whose areas people are supervised, and none of them of the lot's cohort. */
function* lotsForNobody({ lots, caseload }: Plan, words: Words): Generator<Notice> {
  for (const [index, lot] of lots.entries()) {
    const areas = areasOfLot(lot, words);
    const here = caseload.cells.filter(({ area }) => area !== undefined && areas.includes(area));
    if (here.some((cell) => mayBeOf(lot, cell as Attributes))) continue;
    yield {
      kind: "lot for nobody",
      path: `lots.${String(index)}`,
      message: `lot ${lot.id} is for a cohort of which nobody is supervised in its areas: its volumes are zero`,
    };
  }
}

const mayBeOf = ({ cohort }: Lot, known: Attributes): boolean =>
  Object.entries(cohort).every(
    ([attribute, word]) => word === undefined || meets(known, attribute, [word]) !== false,
  );

/** Referrals carried forward wait for good where the plateau takes no more than is referred. */
function* lastingQueues({ services }: Plan): Generator<Notice> {
  for (const [id, { rampUp }] of Object.entries(services)) {
    const { plateau, unmet } = rampUp;
    const height = plateau === undefined ? one : inputFigure([], "plateau", plateau, {}).value;
    if (unmet === "lost" || height.greaterThan(one)) continue;
    yield {
      kind: "queue that never clears",
      path: `services.${id}.rampUp`,
      message: `${id} carries unmet referrals forward, and at its plateau takes no more than are made: give a plateau above 1, or they wait for good`,
    };
  }
}

/** Lots for a sex or an age that nobody in the caseload is stated to have: all of their people are unknown. */
function* unstatedCohorts({ lots, caseload }: Plan): Generator<Notice> {
  for (const [index, { id, cohort }] of lots.entries()) {
    for (const [attribute, word] of Object.entries(cohort)) {
      if (word === undefined || caseload.cells.some((cell) => cell[attribute] !== undefined)) continue;
      yield {
        kind: "cohort that no cell states",
        path: `lots.${String(index)}.cohort.${attribute}`,
        message: `lot ${id} is for people of ${attribute} ${word}, and no cell of the caseload states ${attribute === "age" ? "an age" : `a ${attribute}`}: whether anybody is of its cohort is unknown`,
      };
    }
  }
}

/** Cells of people who are alike in every attribute: the same people, perhaps, from two sources. */
function* alikeCells({ caseload }: Plan): Generator<Notice> {
  const first = new Map<string, string>();
  for (const [index, cell] of caseload.cells.entries()) {
    const path = `caseload.cells.${String(index)}`;
    const attributes = Object.entries(cell).filter(([name]) => !numbersOfCells.includes(name));
    const key = JSON.stringify(attributes.sort(([a], [b]) => (a < b ? -1 : 1)));
    const before = first.get(key);
    if (before === undefined) first.set(key, path);
    else
      yield {
        kind: "cells that are alike",
        path,
        message: `${path} is of people who are alike in all with those of ${before}: if they are the same people, they are counted twice`,
      };
  }
}

const numbersOfCells: readonly string[] = cellNumbers;
