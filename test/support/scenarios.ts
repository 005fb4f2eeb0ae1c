import { expect } from "vitest";
import type { Plan, Problem } from "volumes-and-values";
import { applyScenario } from "volumes-and-values/scenarios";
import type { Change, Scenario } from "volumes-and-values/scenarios";
import { essexPlan, problemsOf } from "./plans.ts";

/** A scenario of some changes, as a file would hold it. */
export const scenarioOf = (...changes: readonly unknown[]): Scenario => ({
  name: "As drawn",
  reason: "to see what it does",
  changes: changes as readonly Change[],
});

/** A plan under some changes; that of one lot in Essex, unless another is given. */
export const under = (changes: readonly unknown[], plan: Plan = essexPlan()): Plan =>
  applyScenario(plan, scenarioOf(...changes));

/** The problems for which changes are refused. */
export const problemsUnder = (changes: readonly unknown[], plan: Plan = essexPlan()): readonly Problem[] =>
  problemsOf(() => under(changes, plan));

/** The one problem for which changes are refused. */
export function onlyProblemUnder(changes: readonly unknown[], plan: Plan = essexPlan()): Problem {
  const problems = problemsUnder(changes, plan);
  expect(problems.map(({ message }) => message)).toHaveLength(1);
  return problems[0] as Problem;
}
