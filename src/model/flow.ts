import { fullYearReferrals, peopleInNeed, peopleReferred } from "../formulas/need.ts";
import { peopleAtLevel, peopleInYearAtLevel } from "../formulas/screening.ts";
import { peopleInYear } from "../formulas/turnover.ts";
import type { About, Figure } from "../numbers/figure.ts";
import type { Attributes } from "../vocabulary/attributes.ts";
import type { Chooser } from "./inputs.ts";
import { pooled, together } from "./pool.ts";
import type { Pool } from "./pool.ts";
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

const nobodyElse: readonly Figure[] = [];

/** The people of each part, at its level; those who are alike in what follows added up first. */
function peopleByRates(
  parts: readonly Part[],
  ratesOf: (attributes: Attributes) => readonly Figure[],
  about: About,
): Pool<"people">[] {
  const unsplit: Pool<"people">[] = [];
  const split: Pool<"people">[] = [];
  for (const { people, share, attributes } of parts) {
    const rates = ratesOf(attributes);
    if (share === undefined) unsplit.push({ figure: people.people, rates });
    else split.push({ figure: people.people, rates: [share, ...rates] });
  }
  const atLevel = pooled("people", split, about).map(({ figure, rates: [share, ...rates] }) => ({
    figure: peopleAtLevel({ people: figure, complexityShare: share as Figure<"ratio"> }, about),
    rates,
  }));
  return [...unsplit, ...atLevel];
}

/** People who are eligible at a date, turned into the people of a year, those in need, those referred, and referrals. */
export function flowOf(
  parts: readonly Part[],
  year: string | undefined,
  about: About,
  { turnover, need }: FlowRates,
): Flow {
  const needOf = (attributes: Attributes): readonly Figure[] => [
    need.needShare(attributes),
    need.takeUpShare(attributes),
    need.referralsPerPerson(attributes),
  ];
  const inYear = (attributes: Attributes): Attributes =>
    year === undefined ? attributes : { ...attributes, year };
  const own = parts.filter(({ people }) => people.inYear !== undefined);
  const turned = parts.filter(({ people }) => people.inYear === undefined);

  const stock = peopleByRates(turned, (known) => [turnover(inYear(known)), ...needOf(inYear(known))], about);
  const counted = own.map((part) => ({
    figure: inYearAtLevel(part, about),
    rates: needOf(inYear(part.attributes)),
  }));
  const turning = stock.map(({ figure, rates: [rate, ...rates] }) => ({
    figure: peopleInYear({ people: figure, turnover: rate as Figure<"peopleInYear/people"> }, about),
    rates,
  }));

  const yearly = pooled("peopleInYear", [...turning, ...counted], about);
  const inNeed = yearly.map(({ figure, rates: [rate, ...rates] }) => ({
    figure: peopleInNeed({ peopleInYear: figure, needShare: rate as Figure<"ratio"> }, about),
    rates,
  }));
  const referred = pooled("peopleInYear", inNeed, about).map(({ figure, rates: [rate, ...rates] }) => ({
    figure: peopleReferred({ peopleInNeed: figure, takeUpShare: rate as Figure<"ratio"> }, about),
    rates,
  }));
  const referrals = pooled("peopleInYear", referred, about).map(({ figure, rates: [rate] }) =>
    fullYearReferrals(
      { peopleReferred: figure, referralsPerPerson: rate as Figure<"referrals/peopleInYear"> },
      about,
    ),
  );

  const people = [...stock, ...peopleByRates(own, () => nobodyElse, about)].map(({ figure }) => figure);
  return {
    people: together("people", people, about),
    fullYearReferrals: together("referrals", referrals, about),
  };
}

const inYearAtLevel = ({ people: { inYear }, share }: Part, about: About): Figure<"peopleInYear"> =>
  share === undefined
    ? (inYear as Figure<"peopleInYear">)
    : peopleInYearAtLevel({ peopleInYear: inYear as Figure<"peopleInYear">, complexityShare: share }, about);

/** The people of some parts, without what becomes of them. */
export const peopleOfParts = (parts: readonly Part[], about: About): Figure<"people"> =>
  together(
    "people",
    peopleByRates(parts, () => nobodyElse, about).map(({ figure }) => figure),
    about,
  );
