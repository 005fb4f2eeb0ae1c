import { nearestWord } from "../vocabulary/nearest.ts";

/** What a path may have been meant to be: the one that is near, or else those that begin as it does. */
export interface NearPaths {
  readonly nearest: string | undefined;
  readonly known: readonly string[];
}

/**
 * The path nearest to one that nobody knows. Paths are followed step by step, each misspelt step read as the known one
 * nearest to it, since two long paths are alike in most letters whatever they lead to.
 */
export function nearestPath(path: string, paths: readonly string[]): NearPaths {
  let known = paths.map((one) => ({ path: one, steps: one.split(".") }));
  for (const [depth, step] of path.split(".").entries()) {
    const words = [...new Set(known.flatMap(({ steps }) => steps.slice(depth, depth + 1)))];
    const word = words.includes(step) ? step : nearestWord(step, words);
    if (word === undefined) return { nearest: undefined, known: known.map((one) => one.path) };
    known = known.filter(({ steps }) => steps[depth] === word);
  }
  return {
    nearest: known.length === 1 ? known[0]?.path : undefined,
    known: known.map((one) => one.path),
  };
}
