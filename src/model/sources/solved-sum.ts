import { groupedBy } from "../group.ts";
import { columnOf, rowOf, totalsIn, volumeAt } from "./volume-table.ts";
import type { Spot, Table } from "./volume-table.ts";

/** Hidden volumes whose sum follows from totals that are shown. */
export interface SolvedSum {
  /** The rows whose totals are taken together, and the columns whose totals are taken away from them. */
  readonly counted: ReadonlySet<string>;
  /** The rows and columns whose totals are hidden: the same is done with each of a kind. */
  readonly hiddenTotals: readonly string[];
}

/** Rows and columns that are counted in a sum and ones that are not; of the others nothing is settled. */
interface Sides {
  readonly counted: ReadonlySet<string>;
  readonly left: ReadonlySet<string>;
}

/**
 * A sum of hidden volumes that a reader can work out and may not be told, if there is one.
 *
 * Whoever takes the totals of some rows together, and those of some columns away from them, is left with the hidden
 * volumes of these rows outside these columns, provided that these columns hide nothing outside these rows. Every other
 * way to a sum of hidden volumes, each counted once or more, is several such. A hidden total can be left out: of the rows
 * whose totals are hidden all are counted or none, since only the total of all has theirs; of the columns likewise, and
 * where the total of all is hidden as well, of both together.
 *
 * The search sets out from each volume that may not be told by itself, and leaves off wherever what it has may be told.
 */
export function solvedSum(
  table: Table,
  hidden: ReadonlySet<Spot>,
  mayTell: (together: readonly Spot[]) => boolean,
): SolvedSum | undefined {
  const cells = [...hidden].filter((spot) => totalsIn(table, spot) === 0);
  const totals = [...hidden].filter((spot) => totalsIn(table, spot) === 1);
  const [rows, columns] = [groupedBy(cells, rowOf), groupedBy(cells, columnOf)];
  const hiddenRows = totals.filter(({ row }) => row < table.length - 1).map(rowOf);
  const hiddenColumns = totals.filter(({ row }) => row === table.length - 1).map(columnOf);
  const hiddenTotals = [...hiddenRows, ...hiddenColumns];
  const wholeIsHidden = [...hidden].some((spot) => totalsIn(table, spot) === 2);
  const tied = wholeIsHidden ? [hiddenTotals] : [hiddenRows, hiddenColumns];
  const tiedTo = new Map(tied.flatMap((lines) => lines.map((line) => [line, lines] as const)));
  /** The cells that are in no sum that may not be told: with the row of such a one, its column is counted. */
  const tellable = new Set(cells.filter((cell) => mayTell([cell])));
  const countedWith = (line: string): readonly string[] => [
    ...(columns.get(line) ?? []).map(rowOf),
    ...(rows.get(line) ?? []).filter((cell) => tellable.has(cell)).map(columnOf),
  ];
  const leftWith = (line: string): readonly string[] => [
    ...(rows.get(line) ?? []).map(columnOf),
    ...(columns.get(line) ?? []).filter((cell) => tellable.has(cell)).map(rowOf),
  ];

  /** A side with a line more, and every line that must be on it as well. */
  const joined = (side: ReadonlySet<string>, line: string, drawn: (line: string) => readonly string[]) => {
    const all = new Set(side);
    const waiting = [line];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (all.has(next)) continue;
      all.add(next);
      waiting.push(...drawn(next), ...(tiedTo.get(next) ?? []));
    }
    return all;
  };
  const counting = ({ counted, left }: Sides, line: string): Sides => ({
    counted: joined(counted, line, countedWith),
    left,
  });
  const leaving = ({ counted, left }: Sides, line: string): Sides => ({
    counted,
    left: joined(left, line, leftWith),
  });

  const search = (sides: Sides): ReadonlySet<string> | undefined => {
    const { counted, left } = sides;
    if ([...counted].some((line) => left.has(line))) return undefined;
    const leading = cells.filter((cell) => counted.has(rowOf(cell)) && !counted.has(columnOf(cell)));
    if (mayTell(leading.filter((cell) => left.has(columnOf(cell))))) return undefined;
    // The largest first: with it left out, what the sum has may soonest be told.
    const [first, ...others] = leading.filter((cell) => !left.has(columnOf(cell)));
    if (first === undefined) return counted;
    const open = columnOf(
      others.reduce((most, cell) => (volumeAt(table, cell) > volumeAt(table, most) ? cell : most), first),
    );
    return search(leaving(sides, open)) ?? search(counting(sides, open));
  };

  const nothing: Sides = { counted: new Set(), left: new Set() };
  for (const cell of cells) {
    if (tellable.has(cell)) continue;
    const counted = search(counting(leaving(nothing, columnOf(cell)), rowOf(cell)));
    if (counted !== undefined) return { counted, hiddenTotals };
    tellable.add(cell);
  }
  return undefined;
}
