import type { Problem } from "../../errors.ts";
import { problem } from "../problems.ts";
import type { Path } from "../problems.ts";

/** A problem for each word that stands twice where each may stand once. */
export function duplicateProblems(words: Iterable<readonly [path: Path, word: string]>): Problem[] {
  const first = new Map<string, Path>();
  const problems: Problem[] = [];
  for (const [path, word] of words) {
    const before = first.get(word);
    if (before === undefined) first.set(word, path);
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
