import { deliveredReferrals, referralsWaiting, unmetReferrals } from "../formulas/ramp-up.ts";
import { given } from "../numbers/figure.ts";
import type { About, Figure } from "../numbers/figure.ts";
import type { Flow } from "./flow.ts";
import { capacityOver, madeOver } from "./pieces.ts";
import type { Piece } from "./pieces.ts";

/** What a service takes in a year of the referrals made, and what it cannot take. */
export interface Delivery {
  readonly made: Figure<"referrals">;
  readonly delivered: Figure<"referrals">;
  readonly unmet: Figure<"referrals">;
}

export const nobodyWaits = given(0, "referrals", {
  name: "carriedForward",
  source: "nobody waits at go-live",
});

/** The delivery of a year. Where the unmet are carried forward, those who waited at its start come first. */
export function deliveryOf(
  pieces: readonly Piece[],
  of: (piece: Piece) => Flow,
  carriedForward: Figure<"referrals"> | undefined,
  about: About,
): Delivery {
  const made = madeOver(pieces, of, about);
  const due =
    carriedForward === undefined || carriedForward === nobodyWaits
      ? made
      : referralsWaiting({ carriedForward, referralsMade: made }, about);
  const delivered = deliveredReferrals(
    { referralsMade: due, referralCapacity: capacityOver(pieces, of, about) },
    about,
  );
  return {
    made,
    delivered,
    unmet: unmetReferrals({ referralsMade: due, deliveredReferrals: delivered }, about),
  };
}
