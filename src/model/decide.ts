import { meets } from "../vocabulary/attributes.ts";
import type { Attributes } from "../vocabulary/attributes.ts";
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

/** Whom a lot is for, on which rules and levels it admits. */
export interface Admission {
  readonly cohort: Cohort;
  readonly rules: readonly Rule[];
  /** The levels offered; every one, if left out. */
  readonly levels: readonly string[] | undefined;
}

type Condition = readonly [attribute: string, words: readonly string[]];

/** An admission on a day, its conditions made ready to be asked of many people. */
export interface Gate {
  readonly cohort: readonly Condition[];
  readonly rules: readonly {
    readonly conditions: readonly Condition[];
    readonly rule: Rule;
    readonly decision: Decision;
  }[];
  readonly levels: readonly string[] | undefined;
  /** Whether people of one cell may fare differently by their complexity level. */
  readonly asksLevel: boolean;
}

const conditionsOf = (when: Conditions | Cohort): readonly Condition[] =>
  Object.entries(when as Conditions).map(([attribute, words]) => [attribute, wordsOf(words)]);

/** The gate at which people stand on a day: rules have dates. */
export function gateOn({ cohort, rules, levels }: Admission, on: string): Gate {
  const applying = rules
    .filter((rule) => appliesOn(rule, on))
    .map((rule) => ({ rule, conditions: conditionsOf(rule.when), decision: decisionOf(rule) }));
  const asksLevel =
    levels !== undefined ||
    applying.some(({ conditions }) => conditions.some(([attribute]) => attribute === "complexity"));
  return { cohort: conditionsOf(cohort), rules: applying, levels, asksLevel };
}

/** The attributes that are lacking to say whether people meet all conditions; false where one of them is not met. */
function lackingFor(conditions: readonly Condition[], attributes: Attributes): readonly string[] | false {
  let lacking: readonly string[] = met;
  for (const [attribute, words] of conditions) {
    const answer = meets(attributes, attribute, words);
    if (answer === false) return false;
    if (answer === undefined) lacking = [...lacking, attribute];
  }
  return lacking;
}

const met: readonly string[] = [];

/** Whether people are another lot's for certain, whatever else is known of them. */
export const isOutOfCohort = (attributes: Attributes, { cohort }: Gate): boolean =>
  lackingFor(cohort, attributes) === false;

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
  const mine = lackingFor(cohort, attributes);
  if (mine === false) return otherCohort;
  if (mine.length > 0) return unknown("cohort", mine);
  for (const { rule, conditions, decision } of rules) {
    const lacking = lackingFor(conditions, attributes);
    if (lacking === false) continue;
    if (lacking.length > 0) return unknown(rule.id, lacking, rule.source);
    return rule.decision === "admit" ? offered(attributes, levels, decision) : decision;
  }
  return noRule;
}

const decisionOf = ({ id, decision, reason, source }: Rule): Decision => ({
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
export const bestOf = (decisions: readonly Decision[]): Decision =>
  decisions.reduce((a, b) => (best.indexOf(b.bucket) < best.indexOf(a.bucket) ? b : a));
