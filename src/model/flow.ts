import { fullYearReferrals, peopleInNeed, peopleReferred } from "../formulas/need.ts";
import { peopleAtLevel, peopleInYearAtLevel } from "../formulas/screening.ts";
import { peopleInYear } from "../formulas/turnover.ts";
import { given } from "../numbers/figure.ts";
import type { About, Figure } from "../numbers/figure.ts";
import type { Path } from "../vocabulary/problems.ts";
import type { Plan } from "../vocabulary/plan.ts";
import type { Service } from "../vocabulary/service.ts";
import type { InputFigures } from "./inputs.ts";
import { pooled, together } from "./pool.ts";
import type { Pool } from "./pool.ts";
import type { Part } from "./split.ts";

/** Where a flow finds its assumptions. */
export interface FlowSource {
  readonly turnover: Plan["turnover"];
  readonly service: Service;
  readonly path: Path;
  readonly name: string;
  readonly inputs: InputFigures;
}

/** What becomes of some people in a full year. */
export interface Flow {
  readonly people: Figure<"people">;
  readonly fullYearReferrals: Figure<"referrals">;
}

const needByRule = given(1, "ratio", {
  name: "needShare",
  source: "the eligibility rules ask for the need themselves",
});

type NeedRates = readonly [
  needShare: Figure<"ratio">,
  takeUpShare: Figure<"ratio">,
  referralsPerPerson: Figure<"referrals/peopleInYear">,
];

function needRates(
  { attributes }: Part,
  year: string,
  { service, path, name, inputs }: FlowSource,
): NeedRates {
  const of = { ...attributes, year };
  const about = { service: name };
  const { needShare, takeUpShare, referralsPerPerson } = service;
  return [
    needShare === undefined
      ? needByRule
      : inputs.figure([...path, "needShare"], "needShare", needShare, of, about),
    inputs.figure([...path, "takeUpShare"], "takeUpShare", takeUpShare, of, about),
    inputs.figure([...path, "referralsPerPerson"], "referralsPerPerson", referralsPerPerson, of, about),
  ];
}

/** The people of each part, at its level; those who are alike in what follows added up first. */
function peopleByRates(
  parts: readonly Part[],
  ratesOf: (part: Part) => readonly Figure[],
  about: About,
): Pool<"people">[] {
  const unsplit = parts
    .filter(({ share }) => share === undefined)
    .map((part) => ({ figure: part.people.people, rates: ratesOf(part) }));
  const split = parts.flatMap((part) =>
    part.share === undefined ? [] : [{ figure: part.people.people, rates: [part.share, ...ratesOf(part)] }],
  );
  const atLevel = pooled("people", split, about).map(({ figure, rates: [share, ...rates] }) => ({
    figure: peopleAtLevel({ people: figure, complexityShare: share as Figure<"ratio"> }, about),
    rates,
  }));
  return [...unsplit, ...atLevel];
}

/** People who are eligible at a date, turned into the people of a year, those in need, those referred, and referrals. */
export function flowOf(parts: readonly Part[], year: string, about: About, source: FlowSource): Flow {
  const { turnover, inputs } = source;
  const own = parts.filter(({ people }) => people.inYear !== undefined);
  const turned = parts.filter(({ people }) => people.inYear === undefined);

  const turnoverOf = ({ attributes }: Part): Figure =>
    inputs.figure(["turnover"], "turnover", turnover ?? "", { ...attributes, year }, {});
  const stock = peopleByRates(turned, (part) => [turnoverOf(part), ...needRates(part, year, source)], about);
  const counted = own.map((part) => ({
    figure: inYearAtLevel(part, about),
    rates: needRates(part, year, source),
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

  const people = [...stock, ...peopleByRates(own, () => [], about)].map(({ figure }) => figure);
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
    peopleByRates(parts, () => [], about).map(({ figure }) => figure),
    about,
  );
