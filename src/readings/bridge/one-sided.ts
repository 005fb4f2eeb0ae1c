import type { Dimension } from "../../model/row.ts";
import { listed } from "../../vocabulary/problems.ts";
import { dimensions } from "./pairs.ts";
import type { RowParts } from "./parts.ts";

/** Words of one dimension that only one of two forecasts has: what was renamed is among both. */
export interface OneSided {
  readonly dimension: Dimension;
  readonly onlyBefore: readonly string[];
  readonly onlyAfter: readonly string[];
}

/** Whether a row of one forecast has none beside it in the other. */
export const isOneSided = ({ before, after }: RowParts): boolean =>
  before === undefined || after === undefined;

/** What only one of two forecasts has, dimension by dimension. */
export const oneSidedIn = (rows: readonly RowParts[]): readonly OneSided[] =>
  Object.freeze(
    dimensions.flatMap((dimension): readonly OneSided[] => {
      const wordsOn = (side: "before" | "after"): ReadonlySet<string> =>
        new Set(rows.flatMap(({ row, [side]: figure }) => (figure === undefined ? [] : [row[dimension]])));
      const [was, is] = [wordsOn("before"), wordsOn("after")];
      const onlyBefore = Object.freeze([...was].filter((word) => !is.has(word)));
      const onlyAfter = Object.freeze([...is].filter((word) => !was.has(word)));
      return onlyBefore.length + onlyAfter.length === 0
        ? []
        : [Object.freeze({ dimension, onlyBefore, onlyAfter })];
    }),
  );

const saidOf = ({ dimension, onlyBefore, onlyAfter }: OneSided): string =>
  [
    ...(onlyBefore.length === 0 ? [] : [`${dimension} ${listed(onlyBefore)} only before`]),
    ...(onlyAfter.length === 0 ? [] : [`${dimension} ${listed(onlyAfter)} only after`]),
  ].join(", ");

/** What is taken for scope, in words, where anything is: something renamed goes out of it and comes in again. */
export function scopeInWords(
  { onlyBefore, onlyAfter }: { readonly onlyBefore: number; readonly onlyAfter: number },
  oneSided: readonly OneSided[],
): readonly string[] {
  if (onlyBefore + onlyAfter === 0) return [];
  const rows = `rows taken for scope: ${String(onlyBefore)} only before, ${String(onlyAfter)} only after`;
  return [[rows, ...oneSided.map(saidOf)].join("; ")];
}
