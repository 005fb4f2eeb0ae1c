import type { Path } from "../../vocabulary/problems.ts";

/** One thing for which a distribution makes no sense: where in it, what was expected, what came, what to do. */
export interface Fault {
  readonly at: Path;
  readonly expected: string;
  readonly received: string;
  readonly mend?: string;
}

/** What comes instead of a distribution that makes no sense. */
export interface Faults {
  readonly faults: readonly Fault[];
}

export const fault = (at: Path, expected: string, received: string, mend?: string): Faults => ({
  faults: [{ at, expected, received, ...(mend === undefined ? {} : { mend }) }],
});

export const isFaulty = (found: object): found is Faults => "faults" in found;
