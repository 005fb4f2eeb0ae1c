import { meets } from "../vocabulary/attributes.ts";
import type { Attributes, ThreeValued } from "../vocabulary/attributes.ts";
import type { Cohort } from "../vocabulary/lot.ts";
import { appliesOn, wordsOf } from "../vocabulary/rule.ts";
import type { Conditions, Rule } from "../vocabulary/rule.ts";

/** Where screening puts people. Out of cohort is another lot's; unknown lacks the data to decide. */
export type Bucket = "eligible" | "excluded" | "outOfCohort" | "unknown";

/** What decided about some people, and why. */
export interface Decision {
  readonly bucket: Bucket;
  /** The rule, or what stands in for one: `cohort`, `level-not-offered`, `no-rule`. */
  readonly by: string;
  readonly reason: string;
  readonly source: string | undefined;
}

/** Whom a lot is for, and on which rules and levels it admits. */
export interface Gate {
  readonly cohort: Cohort;
  readonly rules: readonly Rule[];
  /** The levels offered; every one, if left out. */
  readonly levels: readonly string[] | undefined;
}

interface Answer {
  readonly holds: ThreeValued;
  readonly lacking: readonly string[];
}

/** Whether people meet all conditions: one false is false, and what is lacking then does not matter. */
function all(conditions: Conditions | Cohort, attributes: Attributes): Answer {
  const lacking: string[] = [];
  for (const [attribute, words] of Object.entries(conditions)) {
    const answer = meets(attributes, attribute, wordsOf(words as string | readonly string[]));
    if (answer === false) return { holds: false, lacking: [] };
    if (answer === undefined) lacking.push(attribute);
  }
  return { holds: lacking.length === 0 ? true : undefined, lacking };
}

const unknown = (by: string, lacking: readonly string[], source?: string): Decision => ({
  bucket: "unknown",
  by,
  reason: `${lacking.join(" and ")} not known, on which ${by} depends`,
  source,
});

const noRule: Decision = {
  bucket: "excluded",
  by: "no-rule",
  reason: "no rule admits them",
  source: undefined,
};
const notOffered: Decision = {
  bucket: "excluded",
  by: "level-not-offered",
  reason: "their complexity level is not offered by this lot",
  source: undefined,
};
const otherCohort: Decision = {
  bucket: "outOfCohort",
  by: "cohort",
  reason: "the lot is for others",
  source: undefined,
};

const buckets = { admit: "eligible", exclude: "excluded" } as const;

/**
 * What becomes of people of these attributes: first the lot's cohort, then the first rule that matches, then the
 * levels the lot offers. A rule that might match, for all that is known, leaves them unknown.
 */
export function decided(attributes: Attributes, { cohort, rules, levels }: Gate): Decision {
  const mine = all(cohort, attributes);
  if (mine.holds === false) return otherCohort;
  if (mine.holds === undefined) return unknown("cohort", mine.lacking);
  for (const rule of rules) {
    const { holds, lacking } = all(rule.when, attributes);
    if (holds === undefined) return unknown(rule.id, lacking, rule.source);
    if (holds)
      return rule.decision === "admit" ? offered(attributes, levels, admitted(rule)) : admitted(rule);
  }
  return noRule;
}

const admitted = ({ id, decision, reason, source }: Rule): Decision => ({
  bucket: buckets[decision],
  by: id,
  reason,
  source,
});

function offered(
  attributes: Attributes,
  levels: readonly string[] | undefined,
  otherwise: Decision,
): Decision {
  const level = attributes["complexity"];
  if (levels === undefined) return otherwise;
  if (level === undefined) return unknown("level-not-offered", ["complexity"]);
  return levels.includes(level) ? otherwise : notOffered;
}

const best: readonly Bucket[] = ["eligible", "unknown", "excluded", "outOfCohort"];

/** The decision that counts of several: someone is eligible if any of their sentences is. */
export const bestOf = <D extends { readonly decision: Decision }>(decisions: readonly D[]): D =>
  [...decisions].sort((a, b) => best.indexOf(a.decision.bucket) - best.indexOf(b.decision.bucket))[0] as D;

export const rulesOn = (rules: readonly Rule[], on: string): readonly Rule[] =>
  rules.filter((rule) => appliesOn(rule, on));
