import type { Figure } from "../../numbers/figure.ts";
import { faultAt } from "../replay.ts";
import { roundingTapeOf } from "../tape.ts";
import type { Tape } from "../tape.ts";

/** Draws without an answer, and why. */
export interface Failed {
  readonly count: number;
  /** How many for each divisor that was zero, by its name; or for another reason, in words. */
  readonly because: Readonly<Record<string, number>>;
}

/** Counts the draws of one figure that have no answer. */
export interface FailureCount {
  /** Counts one more, with what the inputs were. */
  add(inputs: ReadonlyMap<string, number>): void;
  addBecause(reason: string): void;
  readonly failed: Failed;
}

const tooLarge = "a number too large for a float";

/** Counts the draws of a block that have no answer, and leaves no number in their places. */
export function countFailures(
  block: Float64Array,
  failures: FailureCount,
  inputsAt: (draw: number) => ReadonlyMap<string, number>,
): void {
  for (let draw = 0; draw < block.length; draw++) {
    if (Number.isFinite(block[draw])) continue;
    block[draw] = NaN;
    failures.add(inputsAt(draw));
  }
}

/** None yet. */
export function failureCountOf(figure: Figure): FailureCount {
  const counts = new Map<string, number>();
  let tape: Tape | undefined;
  const addBecause = (reason: string): void => {
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  };
  return {
    add: (inputs) => {
      // A tape of this figure alone, so that no other figure's divisor is blamed.
      tape ??= roundingTapeOf(figure);
      const values = Float64Array.from(tape.base);
      for (const [path, place] of tape.places) values[place] = inputs.get(path) ?? (values[place] as number);
      addBecause(faultAt(tape, values) ?? tooLarge);
    },
    addBecause,
    get failed() {
      const because = Object.fromEntries([...counts].sort(([, a], [, b]) => b - a));
      const count = [...counts.values()].reduce((sum, one) => sum + one, 0);
      return Object.freeze({ count, because: Object.freeze(because) });
    },
  };
}
