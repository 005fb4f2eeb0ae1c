import type { Mix } from "./service.ts";
import { statesRange } from "./states-range.ts";

/**
 * The level of a mix that is what the others leave of everybody: the one that is called the rest. Where every level has
 * its share, and they so sum to one, it is the last that states no range of its own, so that every range can be tried.
 */
export function levelOfRest(mix: Mix): string {
  const levels = Object.keys(mix);
  const last = (test: (share: Mix[string]) => boolean): string | undefined =>
    levels.findLast((level) => test(mix[level] as Mix[string]));
  return (
    last((share) => share === "rest") ?? last((share) => !statesRange(share)) ?? (levels.at(-1) as string)
  );
}
