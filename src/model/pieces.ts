import { averagePeople, referralCapacity, referralsMade } from "../formulas/ramp-up.ts";
import type { About, Figure } from "../numbers/figure.ts";
import { cutByRules } from "./calendar.ts";
import type { Period } from "./calendar.ts";
import type { Flow } from "./flow.ts";
import type { FollowedPeople } from "./follow.ts";
import { together } from "./pool.ts";
import { factorOver, steady } from "./ramp.ts";
import type { Purchase, Ready } from "./scope.ts";

/** A piece of a year in which the same rules apply: its people and their referrals in a full year, and its length. */
export interface Piece extends FollowedPeople {
  readonly period: Period;
  /** The part of a year that the piece is. */
  readonly openShare: Figure<"ratio">;
  /** The same, less what the ramp-up keeps from being taken. */
  readonly rampFactor: Figure<"ratio">;
}

/** The pieces of a period in which a lot is open. */
export function piecesOf(
  { lot, service }: Purchase,
  { once }: Ready,
  open: Period,
  follow: (day: string) => FollowedPeople,
): readonly Piece[] {
  return cutByRules(open, service.rules).map((period) => {
    const days = `${period.from} to ${period.to}`;
    const label = { service: service.name, days };
    return {
      ...follow(period.from),
      period,
      openShare: once(`open ${days}`, () => factorOver(period, lot.from, steady, { days })),
      rampFactor: once(`${service.id} from ${lot.from}, ${days}`, () =>
        factorOver(period, lot.from, service.capacity, label),
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
