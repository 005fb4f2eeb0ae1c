import { isModelError } from "../../errors.ts";
import type { Problem } from "../../errors.ts";
import { changeWords } from "../../vocabulary/change.ts";
import type { ChangeWord } from "../../vocabulary/change.ts";
import { checkedPlan, parsePlan } from "../../vocabulary/plan.ts";
import type { Plan } from "../../vocabulary/plan.ts";
import { invalidData, problem } from "../../vocabulary/problems.ts";
import { checkedScenario } from "../../vocabulary/scenario.ts";
import type { Change, Scenario } from "../../vocabulary/scenario.ts";
import type { ApplierOf } from "./applier.ts";
import { addArea, removeArea } from "./areas.ts";
import { draftOf, isFormed } from "./draft.ts";
import type { Draft } from "./draft.ts";
import { addLot } from "./lots.ts";
import { moveService } from "./move-service.ts";
import { addRule, changeRule } from "./rules.ts";
import { add, remove, scale, set } from "./values.ts";

const appliers: { readonly [W in ChangeWord]: ApplierOf<W> } = {
  set,
  scale,
  add,
  remove,
  changeRule,
  addRule,
  moveService,
  addArea,
  removeArea,
  addLot,
};

/** The changes that take any draft; the others read its rules and lots, which must be there. */
const ofAnyForm: ReadonlySet<ChangeWord> = new Set(["set", "scale", "add", "remove"]);

/**
 * A plan as it would be under a scenario: its changes made one after the other, in the order in which they are listed.
 * The plan given stays as it was. The new one is read whole, as any plan is, and bears the scenario's name after its own.
 *
 * @param plan - the plan; one that `parsePlan` has not read yet is read first
 * @param scenario - the scenario; one that {@link parseScenario} has not read yet is read first
 * @throws ModelError `invalid-data` with every problem at once, each at its change: a place that is not in the plan,
 * with the nearest that is; what cannot be scaled or added to; and whatever the changed plan is refused for.
 *
 * @example
 * ```ts
 * import { forecast, parsePlan } from "volumes-and-values";
 * import { referenceRules } from "volumes-and-values/reference";
 * import { applyScenario } from "volumes-and-values/scenarios";
 *
 * const plan = parsePlan({
 *   schema: "volumes-and-values/plan/1",
 *   name: "One lot in Essex (illustrative)",
 *   caseload: {
 *     asOf: "2020-06-30",
 *     source: "illustrative",
 *     counted: "people",
 *     cells: [
 *       { area: "essex", sentenceType: "licence", people: 600 },
 *     ],
 *   },
 *   turnover: { value: "1.6", source: "illustrative" },
 *   services: {
 *     accommodation: {
 *       rules: referenceRules["accommodation"],
 *       complexityMix: { low: "0.2", medium: "0.3", high: "rest" },
 *       needShare: "0.5",
 *       takeUpShare: "0.8",
 *       referralsPerPerson: 1,
 *       startRate: { count: 3, of: 4, source: "illustrative" },
 *       completionRate: "0.5",
 *       rampUp: { profile: { shape: "step", monthsToPlateau: 1 }, unmet: "lost" },
 *       unitCost: { costPerStart: 250 },
 *     },
 *   },
 *   lots: [{ id: "essex", service: "accommodation", areas: ["essex"], cohort: {}, from: "2021-04-01" }],
 *   calendar: { years: "financial", first: "2021/22", last: "2022/23" },
 * });
 * const moreTakeUp = applyScenario(plan, {
 *   name: "More take-up",
 *   reason: "officers refer one in ten more",
 *   changes: [{ scale: "services.*.takeUpShare", by: "1.1" }],
 * });
 * [plan, moreTakeUp].map((one) => forecast(one).total({ year: "2021/22" }).starts.toString());
 * // => [ '288 starts', '316.8 starts' ]
 * ```
 */
export function applyScenario(plan: Plan, scenario: Scenario): Plan {
  const base = checkedPlan(plan);
  const read = checkedScenario(scenario);
  const { draft, problems } = drafted(base, read, read.changes.length);
  if (problems.length > 0) throw invalidData(calledIn(read), problems);
  const outcome = readDraft(draft);
  if ("plan" in outcome) return outcome.plan;
  throw invalidData(calledIn(read), blamed(outcome.problems, base, read));
}

/** What an error calls a scenario. */
export const calledIn = ({ name }: Scenario): string => `scenario, ${JSON.stringify(name)},`;

const wordOf = (change: Change): ChangeWord => changeWords.find((word) => word in change) as ChangeWord;

/** A plan with the first so many changes of a scenario made, and what could not be made. */
function drafted(plan: Plan, { name, reason, changes }: Scenario, count: number) {
  const draft = draftOf(plan);
  draft.name = `${plan.name}: ${name}`;
  const problems: Problem[] = [];
  for (const [index, change] of changes.slice(0, count).entries()) {
    const word = wordOf(change);
    // What an earlier change has misformed is said when the plan is read.
    if (!ofAnyForm.has(word) && !isFormed(draft)) break;
    const apply = appliers[word] as ApplierOf<ChangeWord>;
    problems.push(...apply(draft, change as never, { at: ["changes", index], name, reason }));
  }
  return { draft, problems };
}

function readDraft(draft: Draft): { readonly plan: Plan } | { readonly problems: readonly Problem[] } {
  try {
    return { plan: parsePlan(draft) };
  } catch (error) {
    if (isModelError(error, "invalid-data")) return { problems: error.details.problems };
    throw error;
  }
}

/** Problems of a plan with a scenario's changes made, each at the change with which it came to stay. */
function blamed(problems: readonly Problem[], plan: Plan, scenario: Scenario): readonly Problem[] {
  const after = scenario.changes.map((_, index) => {
    const outcome = readDraft(drafted(plan, scenario, index).draft);
    return new Set("problems" in outcome ? outcome.problems.map(({ message }) => message) : []);
  });
  return problems.map((one) => {
    const index = after.findLastIndex((before) => !before.has(one.message));
    return atChange(one, index, scenario.changes[index] as Change);
  });
}

/** A problem of the plan as one of a change. What a number may have been meant for is said of one that was written. */
function atChange(
  { path, expected, received, nearest, message }: Problem,
  index: number,
  change: Change,
): Problem {
  const here = problem(["changes", index], `at ${path}: ${expected}`, received, { nearest });
  const wasWritten = wordOf(change) !== "scale" && wordOf(change) !== "add";
  return wasWritten ? { ...here, message: `${here.path}: ${message}` } : here;
}
