import type { About } from "../../numbers/figure.ts";
import { nearestWord } from "../../vocabulary/nearest.ts";
import { marksIn } from "./near-words.ts";

/**
 * For what a row of one side only is of, what a row of the other side only is of that is spelt nearly so: in other
 * capitals, with another space, or with a slip.
 */
export function nearAmong(others: readonly About[]): (of: About) => About | undefined {
  const keyOf = (about: About): string => JSON.stringify(Object.values(about));
  const byKey = new Map(others.map((about) => [keyOf(about), about]));
  const nearest = new Map<string, string>();
  const nearestOf = (name: string, word: string): string => {
    const key = JSON.stringify([name, word]);
    let found = nearest.get(key);
    if (found === undefined) {
      const words = new Set(others.map((about) => about[name] ?? ""));
      const alike = [...words].filter((other) => marksIn(other) === marksIn(word));
      found = words.has(word) ? word : (nearestWord(word, alike) ?? word);
      nearest.set(key, found);
    }
    return found;
  };
  return (of) =>
    byKey.get(
      keyOf(Object.fromEntries(Object.entries(of).map(([name, word]) => [name, nearestOf(name, word)]))),
    );
}
