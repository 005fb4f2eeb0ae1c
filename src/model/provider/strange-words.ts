import type { Problem } from "../../errors.ts";
import type { OneOrBy } from "../../vocabulary/assumption.ts";
import type { Attributes } from "../../vocabulary/attributes.ts";
import { choicesIn } from "../../vocabulary/choices.ts";
import { wordsFor } from "../../vocabulary/known-words.ts";
import { nearestWord } from "../../vocabulary/nearest.ts";
import { unknownWord } from "../../vocabulary/problems.ts";
import type { Path } from "../../vocabulary/problems.ts";
import { referenceWords } from "../../vocabulary/reference/words.ts";

/**
 * Words of a choice that nobody knows, which would leave to an otherwise those whom they were meant for. A word is
 * known if a row states it, or if it is one of the field's own: nobody of medium complexity may start this year. Where
 * rows state words that are not the field's, or there are none, as for lots, a word is refused only if it is near one
 * for which nothing is said: others may be those of another year.
 */
export function strangeWords(
  path: Path,
  value: OneOrBy<unknown>,
  rows: readonly Attributes[],
): readonly Problem[] {
  return choicesIn(path, value).flatMap(({ path: at, by, words }) => {
    const standard = standardWords(by);
    if (standard === undefined) return [];
    const stated = [...new Set(rows.flatMap((row) => row[by] ?? []))];
    const known = [...new Set([...stated, ...standard])];
    const ownWords = standard.length === 0 || stated.some((word) => !standard.includes(word));
    const unsaid = known.filter((word) => !words.includes(word));
    return words
      .filter((word) => !known.includes(word) && (!ownWords || nearestWord(word, unsaid) !== undefined))
      .map((word) => unknownWord([...at, "values", word], word, known, `a word for ${by}`));
  });
}

/** The field's own words for an attribute; undefined for years and months, which have a form instead. */
function standardWords(by: string): readonly string[] | undefined {
  if (by === "year" || by === "month") return undefined;
  const ofServices = by === "contractType" ? (wordsFor("service", referenceWords) ?? []) : [];
  return [...(wordsFor(by, referenceWords) ?? []), ...ofServices];
}

/** The same problem once, whichever rows or assumptions have it. */
export const eachOnce = (problems: readonly Problem[]): readonly Problem[] => [
  ...new Map(problems.map((one) => [one.message, one])).values(),
];
