import * as z from "zod/mini";
import type { Problem } from "../errors.ts";
import { describe } from "../numbers/decimal.ts";
import { changeSchema, changeSchemas, changeWords } from "./change.ts";
import type { ChangeWord } from "./change.ts";
import { branchesAt } from "./keys.ts";
import { nearestWord } from "./nearest.ts";
import { deeplyFrozen, plainCopy } from "./plain.ts";
import { invalidData, problem, problemsOf } from "./problems.ts";
import type { Path } from "./problems.ts";
import { text } from "./schema.ts";
import type { DeepReadonly } from "./schema.ts";

export const scenarioSchema = z.strictObject({
  name: text,
  reason: text,
  changes: z.array(changeSchema),
});

/** The same with its changes unread: each is read by the word it begins with, so that its problems are its own. */
const outline = z.strictObject({ name: text, reason: text, changes: z.array(z.unknown()) });

/** A named change to a plan, with the reason for it: what is set, scaled, moved or added, in order. */
export type Scenario = DeepReadonly<z.infer<typeof scenarioSchema>>;

/** One change of a scenario. */
export type Change = Scenario["changes"][number];

/**
 * A scenario read from data, its form checked whole. What it does to a plan is checked when it is applied to one.
 *
 * @param data - what `JSON.parse` gave, or an object written in code; it is not changed
 * @returns the scenario, read-only all the way down
 * @throws ModelError `invalid-data` with every problem at once: its path, what was expected, what came, and the
 * nearest known word for a misspelt one.
 *
 * @example
 * ```ts
 * import { parseScenario } from "volumes-and-values/scenarios";
 *
 * parseScenario({
 *   name: "More take-up",
 *   reason: "officers refer one in ten more",
 *   changes: [{ scal: "services.*.takeUpShare", by: "1.1" }],
 * });
 * // throws: changes.0: expected a change that begins with one of set, scale, add, remove, changeRule, addRule,
 * //      moveService, addArea and 2 more; received "scal" and "by". Did you mean "scale"?
 * ```
 */
export function parseScenario(data: unknown): Scenario {
  const { copy, problems } = plainCopy(data);
  const all = [...problems, ...(copy === undefined && problems.length > 0 ? [] : formProblems(copy))];
  if (all.length > 0) throw invalidData("scenario", all);
  const scenario = deeplyFrozen(copy as Scenario);
  parsed.add(scenario);
  return scenario;
}

/** The scenarios that were read: a memory that changes no answer. */
const parsed = new WeakSet<Scenario>();

/** A scenario as it is, if it was read before; what was not is read first. */
export const checkedScenario = (scenario: Scenario): Scenario =>
  parsed.has(scenario) ? scenario : parseScenario(scenario);

function formProblems(data: unknown): readonly Problem[] {
  const { error } = z.safeParse(outline, data);
  const changes = (data as { readonly changes?: unknown } | null | undefined)?.changes;
  return [
    ...problemsOf(error?.issues ?? [], data, (path) => branchesAt(outline, path)),
    ...(Array.isArray(changes)
      ? changes.flatMap((change, index) => changeProblems(change, ["changes", index]))
      : []),
  ];
}

function changeProblems(change: unknown, path: Path): readonly Problem[] {
  if (typeof change !== "object" || change === null || Array.isArray(change))
    return [problem(path, 'a change, as { "set": "services.*.startRate", "to": 0.7 }', describe(change))];
  const keys = Object.keys(change);
  const [word, ...others] = changeWords.filter((known) => keys.includes(known));
  if (word === undefined) return [wordlessProblem(keys, path)];
  if (others.length > 0)
    return [
      problem(path, "one change", [word, ...others].join(" and "), {
        mend: "Make them one after the other.",
      }),
    ];
  const schema = changeSchemas[word];
  const { error } = z.safeParse(schema, change);
  const prefixed = (error?.issues ?? []).map((issue) => ({ ...issue, path: [...path, ...issue.path] }));
  return [
    ...problemsOf(prefixed, nested(path, change), (at) => branchesAt(schema, at.slice(path.length))),
    ...(error === undefined ? meaningProblems(word, change, path) : []),
  ];
}

function wordlessProblem(keys: readonly string[], path: Path): Problem {
  const shown = changeWords.slice(0, 8).join(", ");
  const near = keys.flatMap((key) => nearestWord(key, changeWords) ?? [])[0];
  const received =
    keys.length === 0 ? "an empty object" : keys.map((key) => JSON.stringify(key)).join(" and ");
  return problem(
    path,
    `a change that begins with one of ${shown} and ${String(changeWords.length - 8)} more`,
    received,
    { nearest: near },
  );
}

/** Something where it stands, so that a problem finds what came. */
const nested = (path: Path, value: unknown): unknown =>
  path.reduceRight<unknown>((inner, step) => ({ [step]: inner }), value);

/** What is wrong with a change of the right form. */
function meaningProblems(word: ChangeWord, change: object, path: Path): readonly Problem[] {
  const { outOf, into, by, with: anew } = change as Readonly<Record<string, unknown>>;
  if (word === "scale" && String(by).startsWith("-"))
    return [problem([...path, "by"], "zero or more", String(by))];
  if (word === "changeRule" && Object.keys(anew as object).length === 0)
    return [problem([...path, "with"], "what the rule says from then on", "nothing", { mend: endRule })];
  if (word !== "moveService") return [];
  if (outOf === undefined && into === undefined)
    return [problem(path, "where the service moves outOf, into, or both", "neither")];
  if (into === "lots of its own" && outOf === undefined)
    return [problem([...path, "outOf"], "the lots beside which it gets lots of its own", "nothing")];
  return [];
}

const endRule = "To end a rule, set its last day, its to.";
