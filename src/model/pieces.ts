import { averagePeople, referralCapacity, referralsMade } from "../formulas/ramp-up.ts";
import type { About, Figure } from "../numbers/figure.ts";
import { cutByRules } from "./calendar.ts";
import type { Period, Year } from "./calendar.ts";
import { rulesOn } from "./decide.ts";
import { flowOf, peopleOfParts } from "./flow.ts";
import type { Flow } from "./flow.ts";
import { together } from "./pool.ts";
import { capacityOf, factorOver, steady } from "./ramp.ts";
import type { Purchase, Ready } from "./scope.ts";
import { partsOf } from "./split.ts";
import type { Part } from "./split.ts";

/** The people of a purchase at a level on a day, screened. */
export type Screener = (level: string, on: string) => readonly Part[];

/** Screens the people of a purchase once for each set of rules. */
export function screener(
  { area, screened, gate, context }: Purchase,
  { peopleByArea, words, inputs }: Ready,
): Screener {
  const done = new Map<string, readonly Part[]>();
  return (level, on) => {
    const rules = rulesOn(gate.rules, on);
    const key = rules.map(({ id }) => id).join(" ");
    let parts = done.get(key);
    if (parts === undefined) {
      parts = (peopleByArea.get(area) ?? []).flatMap((people) => [
        ...partsOf(people, screened, { ...gate, rules }, context, words, inputs),
      ]);
      done.set(key, parts);
    }
    return parts.filter((part) => part.level === level);
  };
}

/** A piece of a year in which the same rules apply: its people and their referrals in a full year, and its length. */
export interface Piece {
  readonly period: Period;
  readonly eligible: Flow;
  /** The flow, if the unknown were admitted: the same one, where nobody is unknown. */
  readonly all: Flow;
  readonly unknown: Figure<"people">;
  /** The part of a year that the piece is. */
  readonly openShare: Figure<"ratio">;
  /** The same, less what the ramp-up keeps from being taken. */
  readonly rampFactor: Figure<"ratio">;
}

/** The pieces of a year in which a lot is open. */
export function piecesOf(
  purchase: Purchase,
  ready: Ready,
  screen: Screener,
  level: string,
  year: Year,
  open: Period,
  about: About,
): readonly Piece[] {
  const { lot, service, screened } = purchase;
  const { plan, inputs } = ready;
  const label = { service: screened.name };
  const source = { turnover: plan.turnover, service, path: screened.path, name: screened.name, inputs };
  const ramp = [...screened.path, "rampUp"];
  const capacity = capacityOf(ramp, service.rampUp, label, inputs);
  return cutByRules(open, service.rules).map((period) => {
    const days = `${period.from} to ${period.to}`;
    const parts = screen(level, period.from);
    const admitted = parts.filter(({ decision }) => decision.bucket === "eligible");
    const unknown = parts.filter(({ decision }) => decision.bucket === "unknown");
    const eligible = flowOf(admitted, year.label, about, source);
    return {
      period,
      eligible,
      all: unknown.length === 0 ? eligible : flowOf([...admitted, ...unknown], year.label, about, source),
      unknown: peopleOfParts(unknown, about),
      openShare: inputs.once(`open ${days}`, () => factorOver(period, lot.from, steady, { days })),
      rampFactor: inputs.once(`${ramp.join(".")} from ${lot.from}, ${days}`, () =>
        factorOver(period, lot.from, capacity, { ...label, days }),
      ),
    };
  });
}

/** People over the pieces of a year: those of the one piece, or the mean by the length of several. */
export function peopleOver(
  pieces: readonly Piece[],
  of: (piece: Piece) => Figure<"people">,
  about: About,
): Figure<"people"> {
  const [only, ...others] = pieces;
  if (only !== undefined && others.length === 0) return of(only);
  const openShares = pieces.map(({ openShare }) => openShare);
  return averagePeople(
    { weightedPeople: pieces.map((piece) => of(piece).times(piece.openShare).in("people")), openShares },
    about,
  );
}

export const madeOver = (
  pieces: readonly Piece[],
  of: (piece: Piece) => Flow,
  about: About,
): Figure<"referrals"> =>
  together(
    "referrals",
    pieces.map((piece) =>
      referralsMade({ fullYearReferrals: of(piece).fullYearReferrals, openShare: piece.openShare }, about),
    ),
    about,
  );

export const capacityOver = (
  pieces: readonly Piece[],
  of: (piece: Piece) => Flow,
  about: About,
): Figure<"referrals"> =>
  together(
    "referrals",
    pieces.map((piece) =>
      referralCapacity(
        { fullYearReferrals: of(piece).fullYearReferrals, rampFactor: piece.rampFactor },
        about,
      ),
    ),
    about,
  );
