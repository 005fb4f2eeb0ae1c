import type { Forecast } from "../../model/forecast.ts";
import type { Dimension, Row } from "../../model/row.ts";

/** The dimensions of a row; the compiler holds that none is left out. */
export const dimensions = Object.keys({
  lot: true,
  contractType: true,
  region: true,
  area: true,
  service: true,
  complexity: true,
  year: true,
} satisfies Readonly<Record<Dimension, true>>) as readonly Dimension[];

/** Two rows of the same words, or one that the other forecast does not have. */
export interface Pair {
  /** Where the row stands in the forecasts: those of the first, then those that only the second has. */
  readonly rank: number;
  readonly before: Row | undefined;
  readonly after: Row | undefined;
}

/** Text that rows share when they have the same words in some dimensions. */
export const keyOf = (row: Row, of: readonly Dimension[]): string =>
  JSON.stringify(of.map((one) => row[one]));

/** The rows of two forecasts by their words, in an order that does not depend on which comes first. */
export function pairsOf(before: Forecast, after: Forecast): readonly Pair[] {
  const byKey = (rows: readonly Row[]): ReadonlyMap<string, Row> =>
    new Map(rows.map((row) => [keyOf(row, dimensions), row]));
  const [was, is] = [byKey(before.rows), byKey(after.rows)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((key, rank) => ({ key, rank }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ key, rank }) => ({ rank, before: was.get(key), after: is.get(key) }));
}
