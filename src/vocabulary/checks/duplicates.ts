import type { Problem } from "../../errors.ts";
import { problem } from "../problems.ts";
import type { Path } from "../problems.ts";

/** A problem for each word that stands twice where each may stand once, or once among those of a kind. */
export function duplicateProblems(
  words: Iterable<readonly [path: Path, word: string, among?: string]>,
): Problem[] {
  const first = new Map<string, Path>();
  const problems: Problem[] = [];
  for (const [path, word, among = ""] of words) {
    const key = JSON.stringify([among, word]);
    const before = first.get(key);
    if (before === undefined) first.set(key, path);
    else
      problems.push(
        problem(
          path,
          "a word that stands once",
          `${JSON.stringify(word)}, which stands at ${before.join(".")} already`,
        ),
      );
  }
  return problems;
}
