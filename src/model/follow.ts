import type { About, Figure } from "../numbers/figure.ts";
import { isOutOfCohort } from "./decide.ts";
import type { Gate } from "./decide.ts";
import { flowOf, peopleOfParts } from "./flow.ts";
import type { Flow } from "./flow.ts";
import { memory } from "./memory.ts";
import type { Memory } from "./memory.ts";
import type { People } from "./people.ts";
import { together } from "./pool.ts";
import type { Purchase, Ready } from "./scope.ts";
import { partsOf } from "./split.ts";
import type { Part } from "./split.ts";

/** The people of a purchase at a level, followed through a full year. */
export interface FollowedPeople {
  readonly eligible: Flow;
  /** The flow, if the unknown were admitted: the same one, where nobody is unknown. */
  readonly all: Flow;
  readonly unknown: Figure<"people">;
}

/** People as they are screened while some rules apply, and what becomes of those of a level in a year. */
interface Screened {
  readonly parts: readonly Part[];
  readonly once: Memory;
}

/** Follows people at a level through a year, screened on a day: once where neither rules nor rates differ. */
export type Follower = (level: string, year: string, day: string) => FollowedPeople;

export function followerOf(
  { lot, area, service, splitOn }: Purchase,
  { peopleByArea, names, turnover, turnoverByYear }: Ready,
): Follower {
  const [byDay, byRules] = [memory(), memory()];
  const people = peopleByArea.get(area) ?? [];
  const byYear = service.needByYear || turnoverByYear;
  const rates = { turnover, need: service.need };

  const screened = (day: string): Screened =>
    byDay(day, () => {
      const split = splitOn(day);
      const rules = JSON.stringify(split.gate.rules.map(({ rule }) => rule.id));
      return byRules(rules, () => ({
        parts: inCohort(people, split.gate).flatMap((one) => partsOf(one, split)),
        once: memory(),
      }));
    });

  return (level, year, day) => {
    const { parts, once } = screened(day);
    return once(byYear ? `${level} ${year}` : level, () => {
      const label: About = Object.freeze({
        service: service.name,
        area: names.area(area),
        complexity: names.level(level),
        ...(byYear ? { year } : {}),
        ...(lot.name === undefined ? {} : { lot: lot.name }),
      });
      const here = parts.filter((part) => part.level === level);
      const admitted = here.filter(({ decision }) => decision.bucket === "eligible");
      const unknown = here.filter(({ decision }) => decision.bucket === "unknown");
      const flow = (some: typeof here): Flow => flowOf(some, byYear ? year : undefined, label, rates);
      const eligible = flow(admitted);
      const uncertain = unknown.length === 0 ? undefined : flow(unknown);
      return {
        eligible,
        all: uncertain === undefined ? eligible : both(eligible, uncertain, label),
        unknown: uncertain?.people ?? peopleOfParts(unknown, label),
      };
    });
  };
}

/** Those who are not another lot's for certain: nobody else reaches a flow. */
export const inCohort = (people: readonly People[], gate: Gate): readonly People[] =>
  people.filter(({ sentences }) => sentences.some((known) => !isOutOfCohort(known, gate)));

/** Two flows of different people together. */
const both = (a: Flow, b: Flow, about: About): Flow => ({
  people: together("people", [a.people, b.people], about),
  fullYearReferrals: together("referrals", [a.fullYearReferrals, b.fullYearReferrals], about),
});
