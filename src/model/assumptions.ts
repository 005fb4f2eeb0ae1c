import type { Counts, Quality } from "../numbers/figure.ts";
import { isCounts } from "../numbers/figure.ts";
import { soundParts } from "../vocabulary/checks/sound.ts";
import { distributionText } from "../vocabulary/distribution-kinds.ts";
import { placesOf } from "../vocabulary/places.ts";
import { checkedPlan } from "../vocabulary/plan.ts";
import type { Plan } from "../vocabulary/plan.ts";
import { slots } from "../vocabulary/slots.ts";
import type { SlotName } from "../vocabulary/slots.ts";

/** A line of the book of assumptions. */
export interface AssumptionRow {
  readonly path: string;
  readonly name: string;
  readonly value: string;
  readonly unit: string;
  readonly low: string | undefined;
  readonly high: string | undefined;
  /** How uncertain it is, where the plan says so: `triangular, low 0.5, mode 0.62, high 0.7`. */
  readonly distribution: string | undefined;
  /** Who says so; "no source" where nobody does. */
  readonly source: string;
  readonly asOf: string | undefined;
  readonly quality: Quality | undefined;
  readonly note: string | undefined;
}

export const noSource = "no source";

const countText = ({ count, of }: Counts): string => `${String(count)} of ${String(of)}`;

const textOf = (value: number | string | undefined): string | undefined =>
  value === undefined ? undefined : String(value);

/**
 * Every assumption of a plan: its path, value, unit, range, source, date and quality. Those without a source say so.
 * Source: the Aqua Book asks for such a log of every model, the Sourcing Playbook of every should-cost model.
 *
 * @example
 * ```ts
 * import { parsePlan } from "volumes-and-values";
 * import { referenceRules } from "volumes-and-values/reference";
 * import { assumptions } from "volumes-and-values/review";
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
 * assumptions(plan)
 *   .filter(({ source }) => source !== "no source")
 *   .map(({ path, value, unit }) => `${path}: ${value} ${unit}`);
 * // => [
 * //      'turnover: 1.6 peopleInYear/people',
 * //      'services.accommodation.startRate: 3 of 4 starts/referrals'
 * //    ]
 * ```
 */
export function assumptions(plan: Plan): readonly AssumptionRow[] {
  const checked = checkedPlan(plan);
  const sourceOf: Partial<Record<SlotName, string | undefined>> = {
    priceIndex: checked.prices?.index.source,
  };
  const rows = [...placesOf(soundParts(checked, []))].map(({ path, slot, value }): AssumptionRow => {
    const log = typeof value === "object" ? value : undefined;
    const number = typeof value !== "object" ? value : isCounts(value) ? countText(value) : value.value;
    return Object.freeze({
      path: path.join("."),
      name: slot,
      value: String(number),
      unit: slots[slot].unit,
      low: textOf(log?.low),
      high: textOf(log?.high),
      distribution: log?.distribution === undefined ? undefined : distributionText(log.distribution),
      source: log?.source ?? sourceOf[slot] ?? noSource,
      asOf: log?.asOf,
      quality: log?.quality,
      note: log?.note,
    });
  });
  return Object.freeze(rows);
}
