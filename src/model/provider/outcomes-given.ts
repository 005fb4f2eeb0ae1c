import type { Problem } from "../../errors.ts";
import type { Figure } from "../../numbers/figure.ts";
import { readable, withoutNoise } from "../../numbers/print.ts";
import { caseMeasures } from "../../vocabulary/mechanism.ts";
import type { CaseMeasure } from "../../vocabulary/mechanism.ts";
import { problem } from "../../vocabulary/problems.ts";
import { isLater } from "../../vocabulary/stages.ts";
import { casesFrom, isSameVolume } from "./case-volumes.ts";
import type { PaidVolumes } from "./case-volumes.ts";
import type { PointedOut } from "./overlooked.ts";
import { isMore } from "./stages-given.ts";

/** What was delivered, and what came of it. */
interface Delivered {
  readonly counts: CaseMeasure;
  readonly cases: Figure<"cases">;
  readonly outcomes: PaidVolumes["outcomes"];
  /** Where the volumes stand. */
  readonly path: string;
}

interface Outcome {
  readonly measure: CaseMeasure;
  readonly path: string;
  readonly figure: Figure<"cases">;
}

const outcomesIn = ({ outcomes = {}, path }: Delivered): readonly Outcome[] =>
  caseMeasures.flatMap((measure) => {
    const count = outcomes[measure];
    const at = `${path}.outcomes.${measure}`;
    return count === undefined
      ? []
      : [{ measure, path: at, figure: casesFrom(count, "outcomes", measure, at, {}) }];
  });

/** An outcome of what the mechanism counts itself, in another number than was delivered. */
export const outcomeProblems = (of: Delivered): readonly Problem[] =>
  outcomesIn(of)
    .filter(({ measure, figure }) => measure === of.counts && !isSameVolume(figure.value, of.cases.value))
    .map(({ measure, path, figure }) =>
      problem(
        [path],
        `the ${withoutNoise(of.cases.value)} ${measure} that were delivered`,
        withoutNoise(figure.value),
      ),
    );

/** Outcomes of more people than were there for them in the year: they came before it, or a number is wrong. */
export const outcomePoints = (of: Delivered): readonly Omit<PointedOut, "year">[] =>
  Object.freeze(
    outcomesIn(of).flatMap(({ measure, path, figure }) => {
      const delivered = { measure: of.counts, cases: of.cases };
      const outcome = { measure, cases: figure };
      const [earlier, later] = isLater(measure, of.counts) ? [delivered, outcome] : [outcome, delivered];
      if (!isLater(later.measure, earlier.measure)) return [];
      if (!isMore(later.cases.value, earlier.cases.value)) return [];
      const spoken = ({ measure: name, cases }: typeof outcome) => `${readable(cases.value)} ${name}`;
      const message = `${spoken(later)} are more than the ${spoken(earlier)}: some come of ${earlier.measure} of an earlier year, or one of the two is wrong.`;
      return [Object.freeze({ path, message })];
    }),
  );
