import { fullYearReferrals, peopleInNeed, peopleReferred } from "../formulas/need.ts";
import { peopleAtLevel, peopleInYearAtLevel } from "../formulas/screening.ts";
import { peopleInYear } from "../formulas/turnover.ts";
import type { About, Figure } from "../numbers/figure.ts";
import type { Chooser } from "./inputs.ts";
import { pooled, together } from "./pool.ts";
import type { Pool, Rates } from "./pool.ts";
import type { NeedRates } from "./service-model.ts";
import type { Part } from "./split.ts";

/** The rates that a flow goes through, in order: turnover, and those of the need. */
export interface FlowRates {
  readonly turnover: Chooser<Figure<"peopleInYear/people">>;
  readonly need: NeedRates;
}

/** What becomes of some people in a full year. */
export interface Flow {
  readonly people: Figure<"people">;
  readonly fullYearReferrals: Figure<"referrals">;
}

/** The places of the rates of a flow, in the order in which people go through them. */
const steps = { share: 0, turnover: 1, needShare: 2, takeUpShare: 3, referralsPerPerson: 4 } as const;

/** The people of each part, at its level; those who are alike in what follows added up first. */
function peopleByRates(
  parts: readonly Part[],
  ratesOf: (part: Part) => Rates,
  about: About,
): readonly Pool<"people">[] {
  const pools = parts.map((part) => ({ figure: part.people.people, rates: ratesOf(part) }));
  const unsplit = pools.filter(({ rates }) => rates[steps.share] === undefined);
  const split = pools.filter(({ rates }) => rates[steps.share] !== undefined);
  const atLevel = pooled("people", split, steps.share, about).map(({ figure, rates }) => ({
    figure: peopleAtLevel({ people: figure, complexityShare: rates[steps.share] as Figure<"ratio"> }, about),
    rates,
  }));
  return unsplit.length === 0 ? atLevel : [...unsplit, ...atLevel];
}

/** People who are eligible at a date, turned into the people of a year, those in need, those referred, and referrals. */
export function flowOf(
  parts: readonly Part[],
  year: string | undefined,
  about: About,
  { turnover, need }: FlowRates,
): Flow {
  const ratesOf = ({ people, share, attributes }: Part): Rates => {
    const known = year === undefined ? attributes : { ...attributes, year };
    return [
      share,
      people.inYear === undefined ? turnover(known) : undefined,
      need.needShare(known),
      need.takeUpShare(known),
      need.referralsPerPerson(known),
    ];
  };
  const own = parts.filter(({ people }) => people.inYear !== undefined);
  const turned = own.length === 0 ? parts : parts.filter(({ people }) => people.inYear === undefined);

  const stock = peopleByRates(turned, ratesOf, about);
  const counted = own.map((part) => ({ figure: inYearAtLevel(part, about), rates: ratesOf(part) }));
  const turning = stock.map(({ figure, rates }) => ({
    figure: peopleInYear(
      { people: figure, turnover: rates[steps.turnover] as Figure<"peopleInYear/people"> },
      about,
    ),
    rates,
  }));

  const yearly = pooled("peopleInYear", [...turning, ...counted], steps.needShare, about);
  const inNeed = yearly.map(({ figure, rates }) => ({
    figure: peopleInNeed(
      { peopleInYear: figure, needShare: rates[steps.needShare] as Figure<"ratio"> },
      about,
    ),
    rates,
  }));
  const referred = pooled("peopleInYear", inNeed, steps.takeUpShare, about).map(({ figure, rates }) => ({
    figure: peopleReferred(
      { peopleInNeed: figure, takeUpShare: rates[steps.takeUpShare] as Figure<"ratio"> },
      about,
    ),
    rates,
  }));
  const referrals = pooled("peopleInYear", referred, steps.referralsPerPerson, about).map(
    ({ figure, rates }) =>
      fullYearReferrals(
        {
          peopleReferred: figure,
          referralsPerPerson: rates[steps.referralsPerPerson] as Figure<"referrals/peopleInYear">,
        },
        about,
      ),
  );

  const people = [...stock, ...peopleByRates(own, shareOnly, about)].map(({ figure }) => figure);
  return {
    people: together("people", people, about),
    fullYearReferrals: together("referrals", referrals, about),
  };
}

const shareOnly = ({ share }: Part): Rates => [share];

const inYearAtLevel = ({ people: { inYear }, share }: Part, about: About): Figure<"peopleInYear"> =>
  share === undefined
    ? (inYear as Figure<"peopleInYear">)
    : peopleInYearAtLevel({ peopleInYear: inYear as Figure<"peopleInYear">, complexityShare: share }, about);

/** The people of some parts, without what becomes of them. */
export const peopleOfParts = (parts: readonly Part[], about: About): Figure<"people"> =>
  together(
    "people",
    peopleByRates(parts, shareOnly, about).map(({ figure }) => figure),
    about,
  );
