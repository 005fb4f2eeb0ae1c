import type { Maybe } from "../absent.ts";
import type { Figure } from "../numbers/figure.ts";

/** The dimensions of a forecast, in the order in which they print. */
export const dimensions = ["lot", "contractType", "region", "area", "service", "complexity", "year"] as const;

export type Dimension = (typeof dimensions)[number];

/** Which row this is: the words of the plan. A lot that buys one service by itself has that for its contract type. */
export type RowKey = Readonly<Record<Dimension, string>>;

/** What a forecast says of one lot, area, service, complexity and year, or of many together. */
export interface Volumes {
  /** The referrals made in the year, while the service was open. */
  readonly referralsMade: Figure<"referrals">;
  /** The referrals the service took. */
  readonly referrals: Figure<"referrals">;
  /** The referrals it could not take: lost, or waiting at the end of the year, as the plan says. */
  readonly unmet: Figure<"referrals">;
  readonly starts: Figure<"starts">;
  readonly completions: Figure<"completions">;
  readonly indicativeValue: Figure<"GBP">;
  /** The referrals, if all whose eligibility is unknown were admitted. */
  readonly referralsIfUnknownAdmitted: Figure<"referrals">;
  /** The starts, if all whose eligibility is unknown were admitted. */
  readonly startsIfUnknownAdmitted: Figure<"starts">;
}

/** One row of a forecast. */
export interface Row extends RowKey, Volumes {
  readonly eligible: Figure<"people">;
  readonly unknown: Figure<"people">;
  /** The referrals that waited at the start of the year. */
  readonly carriedForward: Figure<"referrals">;
  readonly unmetBecomes: "lost" | "carried forward";
  /** What a start costs at the plateau. */
  readonly unitCost: Figure<"GBP/starts">;
  /** What the year's value and starts imply, which differs where spend has a profile of its own. */
  readonly impliedUnitCost: Maybe<"GBP/starts">;
}
