import { folded, nearestWord } from "../../vocabulary/nearest.ts";
import type { Returned } from "./returned.ts";

/** Two words of one kind that are spelt nearly alike, and may be meant for the same. */
export interface NearWords {
  readonly word: "provider" | "area" | "service" | "complexity";
  readonly spelt: readonly [string, string];
}

/** What tells words apart that are otherwise spelt alike: digits, as of quarters, and letters that stand alone. */
export const marksIn = (word: string): string =>
  (word.toLowerCase().match(/\d|(?<![\p{L}\d])\p{L}(?![\p{L}\d])/gu) ?? []).join("");

/** In a shorter word, one other letter makes another word. */
const leastLetters = 4;

/** Whether two words are one in other capitals, with another space, or with a single slip. */
function areNear(one: string, other: string): boolean {
  const [short, long] = [folded(one), folded(other)];
  if (short === long) return true;
  return (
    Math.min(short.length, long.length) >= leastLetters &&
    Math.abs(short.length - long.length) <= 1 &&
    nearestWord(one, [other], 1) !== undefined
  );
}

/** Every two words of returns that are spelt nearly alike: nothing is taken for the other. */
export const nearWordsIn = (rows: readonly Returned[]): readonly NearWords[] =>
  (["provider", "area", "service", "complexity"] as const).flatMap((word) => {
    const words = [...new Set(rows.flatMap((row) => row[word] ?? []))];
    const marks = new Map(words.map((one) => [one, marksIn(one)]));
    return words.flatMap((one, index) =>
      words
        .slice(index + 1)
        .filter((other) => marks.get(one) === marks.get(other) && areNear(one, other))
        .map((other): NearWords => Object.freeze({ word, spelt: Object.freeze([one, other] as const) })),
    );
  });
