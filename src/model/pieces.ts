import { averagePeople, referralCapacity, referralsMade } from "../formulas/ramp-up.ts";
import type { About, Figure } from "../numbers/figure.ts";
import { cutByRules } from "./calendar.ts";
import type { Period } from "./calendar.ts";
import type { Flow } from "./flow.ts";
import type { FollowedPeople } from "./follow.ts";
import { together } from "./pool.ts";
import { factorOver, steady } from "./ramp.ts";
import type { Growth } from "./ramp.ts";
import type { Purchase, Ready } from "./scope.ts";

/** A part of a year in which the same rules apply. */
export interface OpenPart {
  readonly period: Period;
  /** The part of a year that it is. */
  readonly openShare: Figure<"ratio">;
  /** The same, less what the ramp-up keeps from being taken. */
  readonly rampFactor: Figure<"ratio">;
}

/** A part of a year, and the people of a level followed from its first day. */
export interface Piece extends OpenPart, FollowedPeople {}

/** The pieces of a period in which a lot is open, with the people of a level in each. */
export const piecesOf = (
  parts: readonly OpenPart[],
  follow: (day: string) => FollowedPeople,
): readonly Piece[] =>
  parts.map(({ period, openShare, rampFactor }) => {
    const { eligible, all, unknown } = follow(period.from);
    return { period, openShare, rampFactor, eligible, all, unknown };
  });

/** The parts of a period, made once for all lots of a service that go live on one day. */
export function partsIn({ lot, service }: Purchase, { once }: Ready, open: Period): readonly OpenPart[] {
  const factor = (growth: Growth, period: Period, about: About): Figure<"ratio"> =>
    factorOver(period, lot.from, growth, about);
  return once(`${service.id} from ${lot.from}: ${open.from} to ${open.to}`, () =>
    cutByRules(open, service.rules).map((period) => {
      const days = `${period.from} to ${period.to}`;
      return {
        period,
        openShare: once(`open ${days}`, () => factor(steady, period, { days })),
        rampFactor: factor(service.capacity, period, { service: service.name, days }),
      };
    }),
  );
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
