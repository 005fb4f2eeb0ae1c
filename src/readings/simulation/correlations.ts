import type { Problem } from "../../errors.ts";
import { describe } from "../../numbers/decimal.ts";
import { nearestPath } from "../near-paths.ts";
import { problem } from "../../vocabulary/problems.ts";
import { normalCorrelation, triangleOf } from "./rank-correlation.ts";
import type { Matrix } from "./rank-correlation.ts";

/** How far two inputs rise together, from −1 to 1, by their ranks (Spearman's coefficient). */
export interface Correlation {
  readonly between: readonly [string, string];
  readonly rank: number;
}

/** Inputs whose draws hang together, and the correlations of normal scores that bring about those asked for. */
export interface Group {
  readonly paths: readonly string[];
  readonly matrix: Matrix;
}

/** How many draws there must be for each input of a group, so that they can be put in the order asked for. */
const drawsForEach = 10;

/** The groups of inputs that correlations tie together, and every problem of them. */
export function groupsOf(
  correlations: readonly Correlation[],
  uncertain: ReadonlySet<string>,
  draws: number,
): { readonly groups: readonly Group[]; readonly problems: readonly Problem[] } {
  const problems = correlations.flatMap((one, index) =>
    correlationProblems(one, index, correlations, uncertain),
  );
  if (problems.length > 0) return { groups: [], problems };
  const groups = tiedTogether(correlations, [...uncertain]).map((paths) => ({
    paths,
    matrix: matrixOf(paths, correlations, normalCorrelation),
  }));
  return { groups, problems: groups.flatMap((group) => groupProblems(group, correlations, draws)) };
}

function groupProblems(
  { paths, matrix }: Group,
  correlations: readonly Correlation[],
  draws: number,
): Problem[] {
  const enough = paths.length * drawsForEach;
  const few = `at least ${String(enough)}, ${String(drawsForEach)} for each of ${String(paths.length)} correlated inputs`;
  const asRanks = matrixOf(paths, correlations, (rank) => rank);
  const contradict = triangleOf(asRanks) === undefined;
  const mend = `Bring those between ${paths.join(", ")} nearer to 0.`;
  return [
    ...(draws < enough ? [problem(["draws"], few, String(draws))] : []),
    ...(triangleOf(matrix) === undefined
      ? [
          problem(
            ["correlations"],
            contradict
              ? "correlations that can all hold at once"
              : "correlations that normal scores can bring about, by which draws are put in order",
            contradict
              ? "some that contradict each other"
              : "some that may hold together, but not in this way",
            {
              mend,
            },
          ),
        ]
      : []),
  ];
}

function correlationProblems(
  { between }: Correlation,
  index: number,
  all: readonly Correlation[],
  uncertain: ReadonlySet<string>,
): Problem[] {
  const at = ["correlations", index];
  const unknown = between.flatMap((path, place) =>
    uncertain.has(path)
      ? []
      : [
          problem([...at, "between", place], "the path of an uncertain input", describe(path), {
            nearest: nearestPath(path, [...uncertain]).nearest,
          }),
        ],
  );
  const [one, other] = between;
  return [
    ...unknown,
    ...(one === other ? [problem([...at, "between"], "two inputs", "the same twice")] : []),
    ...(all.slice(0, index).some((earlier) => isPair(earlier, one, other))
      ? [problem([...at, "between"], "a pair that was not given before", "one that was")]
      : []),
  ];
}

const isPair = ({ between }: Correlation, one: string, other: string): boolean =>
  between.includes(one) && between.includes(other);

/** Paths in groups, each tied to another of its group, directly or through others; in the order of the inputs. */
function tiedTogether(correlations: readonly Correlation[], order: readonly string[]): string[][] {
  const groupOf = new Map<string, Set<string>>();
  for (const { between } of correlations) {
    const merged = new Set(between.flatMap((path) => [path, ...(groupOf.get(path) ?? [])]));
    for (const path of merged) groupOf.set(path, merged);
  }
  return [...new Set(groupOf.values())].map((group) => order.filter((path) => group.has(path)));
}

/** The correlations of a group in a table: of ranks as they were asked for, or of the scores that bring them about. */
const matrixOf = (
  paths: readonly string[],
  correlations: readonly Correlation[],
  made: (rank: number) => number,
): Matrix =>
  paths.map((one) =>
    paths.map((other) =>
      one === other ? 1 : made(correlations.find((pair) => isPair(pair, one, other))?.rank ?? 0),
    ),
  );
