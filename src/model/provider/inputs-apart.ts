import type { Problem } from "../../errors.ts";
import type { Figure } from "../../numbers/figure.ts";
import { nodesOf } from "../../numbers/working.ts";
import { problem } from "../../vocabulary/problems.ts";
import type { MonthlyFlows } from "./monthly-flows.ts";

/** The months of one complexity, under its word. */
export interface MonthsOfLevel {
  readonly complexity: string;
  readonly flows: MonthlyFlows;
}

/**
 * What keeps the months of several complexities from being moved one by one: months that stand under another word than
 * their own, and inputs of one path that are not one input.
 */
export function inputsApart(levels: readonly MonthsOfLevel[]): readonly Problem[] {
  const strange = levels.flatMap(({ complexity, flows }) =>
    flows.complexity === undefined || flows.complexity === complexity
      ? []
      : [problem([complexity], `months of complexity ${complexity}`, `those of ${flows.complexity}`)],
  );
  return strange.length > 0 ? strange : sharedProblems(levels);
}

function sharedProblems(levels: readonly MonthsOfLevel[]): readonly Problem[] {
  const known = new Map<string, { readonly complexity: string; readonly input: Figure }>();
  return levels.flatMap(({ complexity, flows }): readonly Problem[] => {
    const own = inputsOf(flows);
    const shared = [...own].find(([path, input]) => {
      const other = known.get(path)?.input;
      return other !== undefined && !isSameInput(path, input, other);
    });
    for (const [path, input] of own) if (!known.has(path)) known.set(path, { complexity, input });
    if (shared === undefined) return [];
    const [path] = shared;
    const received = `${path}, which is an input of ${known.get(path)?.complexity ?? ""} too`;
    const mend = isOfMonths(path)
      ? `Give each its complexity in the timing of its monthlyFlows: complexity: ${JSON.stringify(complexity)}.`
      : "Make both of one forecast.";
    return [problem([complexity], "inputs of its own", received, { mend })];
  });
}

/** Whether a path is one that `monthlyFlows` gives to a number. */
const isOfMonths = (path: string): boolean => /^(volumes|timing)\./.test(path);

/** One input: the same figure, or one that a plan makes each time it is forecast. */
const isSameInput = (path: string, input: Figure, other: Figure): boolean =>
  input === other || (!isOfMonths(path) && input.value.equals(other.value));

/** The inputs that stand somewhere, by where they stand. All lead to those under way when the months end. */
function inputsOf({ underWay }: MonthlyFlows): ReadonlyMap<string, Figure> {
  return new Map(
    nodesOf([underWay.waiting, underWay.onService]).flatMap((figure): [string, Figure][] => {
      const path = figure.operation.kind === "given" ? figure.operation.provenance.path : undefined;
      return path === undefined ? [] : [[path, figure]];
    }),
  );
}
