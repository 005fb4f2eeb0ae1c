import { droppedOutByThen, finishedByThen, stillOnService } from "../../formulas/lag.ts";
import { isFigure } from "../../numbers/figure.ts";
import type { Figure } from "../../numbers/figure.ts";
import type { Assumption } from "../../vocabulary/assumption.ts";
import { invalidData, problem } from "../../vocabulary/problems.ts";
import type { Lag } from "../../vocabulary/timing.ts";
import { assumedFigure } from "../inputs.ts";
import { aboutOf, nameProblems, rootOf } from "./called.ts";
import { objectProblems, refuse } from "./checked-options.ts";
import { lagSharesOf, parseLag } from "./lag.ts";
import { formProblems } from "./volumes.ts";

/** What has become of those who started in a month by the end of a later one: shares of them that sum to one. */
export interface AttritionRow {
  /** 0 is the month of the start. */
  readonly monthsAfterStart: number;
  readonly finished: Figure<"ratio">;
  readonly droppedOut: Figure<"ratio">;
  readonly stillOnService: Figure<"ratio">;
}

/** How people leave a service. */
export interface Attrition {
  /** What it is the attrition of, where others are read together with it: its inputs are then named for it. */
  readonly name?: string;
  readonly completionRate: Figure<"completions/starts"> | Assumption;
  readonly lagToCompletion: Lag;
  readonly lagToDropOut: Lag;
  /** How many months are shown after that of the start, up to 600. */
  readonly months: number;
}

/**
 * Attrition from start to completion: of those who start in a month, how many have finished, have left before they
 * finished, and are still on service, month by month. That of several services is told apart by a name, which goes into the
 * paths of its inputs: `attrition.accommodation.completionRate`.
 *
 * @throws ModelError `invalid-data` for lags that make no sense and months that are no whole number; `out-of-range` for
 * a completion rate that is no share.
 *
 * @example
 * ```ts
 * import { attrition } from "volumes-and-values/provider";
 *
 * const rows = attrition({ completionRate: "0.6", lagToCompletion: 3, lagToDropOut: { sharesByMonth: ["0.5", "rest"] }, months: 3 });
 * rows.map((row) => `${row.monthsAfterStart}: ${row.stillOnService}`); // => [ '0: 0.8', '1: 0.6', '2: 0.6', '3: 0' ]
 * ```
 */
export function attrition(leaving: Attrition): readonly AttritionRow[] {
  refuse(
    "attrition",
    objectProblems([], leaving, {
      known: ["name", "completionRate", "lagToCompletion", "lagToDropOut", "months"],
    }),
  );
  const { name, completionRate, lagToCompletion, lagToDropOut, months } = leaving;
  const root = rootOf("attrition", name);
  const problems = [
    ...nameProblems(["name"], name, "what it is the attrition of"),
    ...(Number.isInteger(months) && months >= 0 && months <= 600
      ? []
      : [problem(["months"], "a whole number from 0 to 600", String(months))]),
    ...(isFigure(completionRate) ? [] : formProblems(["completionRate"], completionRate, "zero or more")),
  ];
  if (problems.length > 0) throw invalidData("attrition", problems);
  const rate = isFigure(completionRate)
    ? completionRate
    : assumedFigure(
        [...root, "completionRate"],
        { name: "completionRate", unit: "completions/starts" },
        completionRate,
        aboutOf(name),
      );
  const toCompletion = lagSharesOf([...root, "lagToCompletion"], parseLag(lagToCompletion), months + 1);
  const toDropOut = lagSharesOf([...root, "lagToDropOut"], parseLag(lagToDropOut), months + 1);
  return Object.freeze(
    [...Array(months + 1).keys()].map((later) => {
      const about = { ...aboutOf(name), month: `month ${String(later)} after the start` };
      const finished = finishedByThen(
        { completionRate: rate, lagShares: toCompletion.slice(0, later + 1) },
        about,
      );
      const droppedOut = droppedOutByThen(
        { completionRate: rate, lagShares: toDropOut.slice(0, later + 1) },
        about,
      );
      return Object.freeze({
        monthsAfterStart: later,
        finished,
        droppedOut,
        stillOnService: stillOnService({ finishedByThen: finished, droppedOutByThen: droppedOut }, about),
      });
    }),
  );
}
