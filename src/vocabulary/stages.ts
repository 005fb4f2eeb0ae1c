import type { CaseMeasure } from "./mechanism.ts";

/** What comes one after another for one person. */
export const stages: readonly CaseMeasure[] = ["referrals", "starts", "completions"];

/** Whether a measure comes later for one person than another. */
export const isLater = (measure: CaseMeasure, than: CaseMeasure): boolean =>
  stages.includes(than) && stages.indexOf(measure) > stages.indexOf(than);
