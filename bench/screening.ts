import type { Cohort, Conditions, Rule } from "volumes-and-values";
import type { Known } from "./assumptions.ts";

/** Where a hand-written program puts people: admitted, refused, or not known. */
export type Verdict = "admitted" | "refused" | "unknown";

interface Ages {
  readonly from: number;
  readonly to: number;
}

const bands = new Map<string, Ages>();

function agesOf(band: string): Ages {
  let ages = bands.get(band);
  if (ages === undefined) {
    const [from = "", to = from] = band.split(/[-+]/);
    ages = { from: Number(from), to: to === "" ? Infinity : Number(to) };
    bands.set(band, ages);
  }
  return ages;
}

function ageWithin(band: string, wanted: string): boolean | undefined {
  const [is, due] = [agesOf(band), agesOf(wanted)];
  if (is.to < due.from || is.from > due.to) return false;
  return is.from >= due.from && is.to <= due.to ? true : undefined;
}

function meets(
  word: string | undefined,
  attribute: string,
  wanted: string | readonly string[],
): boolean | undefined {
  if (word === undefined) return undefined;
  if (typeof wanted === "string") return attribute === "age" ? ageWithin(word, wanted) : word === wanted;
  if (attribute !== "age") return wanted.includes(word);
  const answers = wanted.map((band) => ageWithin(word, band));
  return answers.includes(true) ? true : answers.includes(undefined) ? undefined : false;
}

type When = readonly (readonly [attribute: string, wanted: string | readonly string[]])[];

/** All conditions: false if one is false, else unknown if one is. */
function meetsAll(when: When, people: Known, lot: Known): boolean | undefined {
  let answer: boolean | undefined = true;
  for (const [attribute, wanted] of when) {
    const one = meets(lot[attribute] ?? people[attribute], attribute, wanted);
    if (one === false) return false;
    if (one === undefined) answer = undefined;
  }
  return answer;
}

/** The verdict on people of whom so much is known, in a lot of which so much is known. */
export type Screener = (people: Known, lot: Known) => Verdict;

/** A lot's cohort and a service's rules, the first that matches deciding. */
export function screenerOf(cohort: Cohort, rules: readonly Rule[]): Screener {
  const whenOf = (conditions: Conditions | Cohort): When => Object.entries(conditions as Conditions);
  const mine = whenOf(cohort);
  const steps = rules.map(({ when, decision }) => ({ when: whenOf(when), decision }));
  return (people, lot) => {
    const inCohort = meetsAll(mine, people, lot);
    if (inCohort !== true) return inCohort === false ? "refused" : "unknown";
    for (const { when, decision } of steps) {
      const matches = meetsAll(when, people, lot);
      if (matches === undefined) return "unknown";
      if (matches) return decision === "admit" ? "admitted" : "refused";
    }
    return "refused";
  };
}
