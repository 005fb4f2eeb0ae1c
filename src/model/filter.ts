import { ModelError } from "../errors.ts";
import { describe } from "../numbers/decimal.ts";
import { nearestWord } from "../vocabulary/nearest.ts";
import { listed } from "../vocabulary/problems.ts";
import { dimensions } from "./row.ts";
import type { Dimension, Row } from "./row.ts";

/** Which rows: those whose word in each dimension is the one given, or one of those given. */
export type Filter = Readonly<Partial<Record<Dimension, string | readonly string[]>>>;

/** A filter as a list: a dimension, and the words wanted in it. */
export type Wanted = readonly (readonly [Dimension, readonly string[]])[];

/** The error for a word that is not among the known ones, which it names. */
export function unknownWordError(
  what: string,
  word: unknown,
  known: readonly string[],
): ModelError<"unknown-word"> {
  const told = describe(word);
  const received = typeof word === "string" ? word : told;
  const nearest = nearestWord(received, known);
  const did = nearest === undefined ? "" : ` Did you mean "${nearest}"?`;
  return new ModelError("unknown-word", `${told} is no ${what} here. Known: ${listed(known)}.${did}`, {
    received,
    known: Object.freeze([...known]),
    ...(nearest === undefined ? {} : { nearest }),
  });
}

export function knownDimension(name: unknown): Dimension {
  const dimension = dimensions.find((known) => known === name);
  if (dimension === undefined) {
    throw unknownWordError("dimension", name, dimensions);
  }
  return dimension;
}

/** The words of a filter by dimension, all of them known. */
export function checkedFilter(filter: Filter, words: Readonly<Record<Dimension, readonly string[]>>): Wanted {
  return Object.entries(filter).map(([name, wanted]: readonly [string, unknown]) => {
    const dimension = knownDimension(name);
    const list: readonly unknown[] = Array.isArray(wanted) ? wanted : [wanted];
    return [dimension, list.map((word) => knownWord(dimension, word, words[dimension]))] as const;
  });
}

function knownWord(dimension: Dimension, word: unknown, known: readonly string[]): string {
  if (typeof word === "string" && known.includes(word)) return word;
  throw unknownWordError(dimension, word, known);
}

export const matches = (row: Row, wanted: Wanted): boolean =>
  wanted.every(([dimension, words]) => words.includes(row[dimension]));
