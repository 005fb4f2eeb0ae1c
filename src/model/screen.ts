import { absent } from "../absent.ts";
import type { Maybe } from "../absent.ts";
import { eligibleShareOfCaseload, eligibleShareOfCohort } from "../formulas/screening.ts";
import { isZero } from "../numbers/exact.ts";
import { sum } from "../numbers/figure.ts";
import type { Figure } from "../numbers/figure.ts";
import { grouped } from "../numbers/print.ts";
import type { Attributes } from "../vocabulary/attributes.ts";
import type { Caseload } from "../vocabulary/caseload.ts";
import type { Cohort } from "../vocabulary/lot.ts";
import { parseScreening } from "../vocabulary/screening.ts";
import type { Service } from "../vocabulary/service.ts";
import type { Words } from "../vocabulary/words.ts";
import { gateOn } from "./decide.ts";
import type { Bucket } from "./decide.ts";
import { peopleOfParts } from "./flow.ts";
import { groupedBy } from "./group.ts";
import { mixChooser } from "./mix.ts";
import { peopleOf } from "./people.ts";
import { partsOf } from "./split.ts";
import type { Part, Split } from "./split.ts";

/** What screening needs to know besides the caseload and the service. */
export interface ScreenOptions {
  /** The day on which people are screened: rules have dates. */
  readonly on: string;
  /** Who the lot is for; everybody, if left out. */
  readonly cohort?: Cohort;
  /** The complexity levels the lot offers; all, if left out. */
  readonly levels?: readonly string[];
  /** What else is known of the lot, for rules that ask: `{ contractType: "womens-services" }`. */
  readonly context?: Attributes;
  /** Words other than the field's own. */
  readonly words?: Partial<Words>;
}

/** Some people who were decided alike. */
export interface ScreenedCell {
  /** The cell's place in the caseload. */
  readonly cell: number;
  readonly complexity: string;
  readonly attributes: Attributes;
  readonly people: Figure<"people">;
  readonly bucket: Bucket;
  readonly by: string;
  readonly reason: string;
}

/** One step of the way from the caseload to the eligible: what decided, how many, why, and how many are left. */
export interface WaterfallRow {
  readonly by: string;
  readonly bucket: Bucket;
  readonly people: Figure<"people">;
  /** Those not decided yet after this step. */
  readonly remaining: Figure<"people">;
  readonly reason: string;
  readonly source: string | undefined;
}

/** A caseload in four buckets that sum to it, person for person, and how each came there. */
export interface Screening {
  readonly caseload: Figure<"people">;
  readonly eligible: Figure<"people">;
  readonly excluded: Figure<"people">;
  readonly outOfCohort: Figure<"people">;
  readonly unknown: Figure<"people">;
  /** The share of everybody who is eligible, and the share of those in cohort. */
  readonly shares: { readonly ofCaseload: Maybe<"ratio">; readonly ofCohort: Maybe<"ratio"> };
  readonly cells: readonly ScreenedCell[];
  readonly waterfall: readonly WaterfallRow[];
  /** The waterfall as text, for `console.table`. */
  table(): readonly Readonly<Record<string, string>>[];
}

/**
 * A caseload screened for a service: every person is eligible, excluded with a reason, out of the lot's cohort, or
 * unknown because what a rule asks is not recorded. The first rule that matches decides; where none does, that is an
 * exclusion of its own.
 *
 * @param caseload - people or supervisions at a date, in cells
 * @param service - the rules, in order, and the complexity mix that splits each cell
 * @returns the four buckets, a waterfall with a row for each rule that decided, and shares with both denominators
 * @throws ModelError `invalid-data` with every problem of the caseload, the service or the options.
 *
 * @example
 * ```ts
 * import { screen } from "volumes-and-values";
 * import { referenceRules } from "volumes-and-values/reference";
 *
 * const caseload = {
 *   asOf: "2020-06-30",
 *   source: "illustrative",
 *   counted: "people",
 *   cells: [
 *     { people: 500, sentenceType: "licence" },
 *     { people: 300, sentenceType: "community-order-no-rar" },
 *     { people: 100, sentenceType: "community-order" },
 *   ],
 * } as const;
 * const accommodation = { rules: referenceRules["accommodation"] ?? [], complexityMix: { low: 0, medium: 0.5, high: 0.5 } };
 * const screening = screen(caseload, accommodation, { on: "2021-06-26" });
 * screening.eligible; // => Figure 500 people · eligible
 * screening.unknown; // => Figure 100 people · unknown
 * screening.waterfall.map(({ by, people }) => `${by}: ${people}`);
 * // => [ 'orders-with-rar: 100 people', 'orders-without-rar: 300 people', 'licence-and-post-sentence: 500 people' ]
 * ```
 */
export function screen(
  caseload: Caseload,
  service: Pick<Service, "rules" | "complexityMix">,
  options: ScreenOptions,
): Screening {
  const read = parseScreening({ caseload, service, options });
  const { on, cohort, levels, context, words } = read;
  const { rules, complexityMix } = read.service;
  const people = peopleOf(read.caseload, words);
  const split: Split = {
    service: context["service"] ?? "service",
    levels: words.complexityLevels.map(({ id }) => id),
    mix: mixChooser(["service", "complexityMix"], complexityMix, {}),
    gate: gateOn({ cohort, rules, levels }, on),
    context,
  };
  const parts = people.flatMap((one) => partsOf(one, split));

  const bucket = (name: Bucket): Figure<"people"> =>
    peopleOfParts(
      parts.filter(({ decision }) => decision.bucket === name),
      {},
    ).named(name);
  const whole = sum(
    "people",
    people.map((one) => one.people),
  ).named("caseload");
  const [eligible, excluded, outOfCohort, unknown] = [
    bucket("eligible"),
    bucket("excluded"),
    bucket("outOfCohort"),
    bucket("unknown"),
  ];
  const inCohort = whole.minus(outOfCohort).named("inCohort");
  const nobody = absent("nobody is there to take a share of");
  const waterfall = waterfallOf(
    parts,
    whole,
    split.gate.rules.map(({ rule }) => rule.id),
  );
  return Object.freeze({
    caseload: whole,
    eligible,
    excluded,
    outOfCohort,
    unknown,
    shares: Object.freeze({
      ofCaseload: isZero(whole) ? nobody : eligibleShareOfCaseload({ eligible, caseload: whole }),
      ofCohort: isZero(inCohort) ? nobody : eligibleShareOfCohort({ eligible, inCohort }),
    }),
    cells: Object.freeze(parts.map(screenedCell)),
    waterfall,
    table: () =>
      waterfall.map(({ by, bucket: where, people: decidedHere, remaining, reason }) => ({
        by,
        bucket: where,
        people: grouped(decidedHere.value, 0),
        remaining: grouped(remaining.value, 0),
        reason,
      })),
  });
}

const screenedCell = (part: Part): ScreenedCell =>
  Object.freeze({
    cell: part.people.index,
    complexity: part.level,
    attributes: Object.freeze(part.attributes),
    people: peopleOfParts([part], part.people.about),
    bucket: part.decision.bucket,
    by: part.decision.by,
    reason: part.decision.reason,
  });

/** The order in which things decide: the cohort, the rules as they stand, the levels offered, and no rule at all. */
function waterfallOf(
  parts: readonly Part[],
  whole: Figure<"people">,
  rules: readonly string[],
): readonly WaterfallRow[] {
  const order = ["cohort", ...rules, "level-not-offered", "no-rule"];
  const placeOf = ({ decision: { by } }: Part): number => order.indexOf(by);
  const steps = groupedBy(parts, (part) =>
    JSON.stringify([placeOf(part), part.decision.bucket, part.decision.reason]),
  );
  let remaining = whole;
  const inOrder = [...steps.values()].sort(([a], [b]) => placeOf(a) - placeOf(b));
  return Object.freeze(
    inOrder.map((here) => {
      const [{ decision }] = here;
      const people = peopleOfParts(here, {}).named(decision.by);
      remaining = remaining.minus(people).named("remaining");
      return Object.freeze({
        by: decision.by,
        bucket: decision.bucket,
        people,
        remaining,
        reason: decision.reason,
        source: decision.source,
      });
    }),
  );
}
