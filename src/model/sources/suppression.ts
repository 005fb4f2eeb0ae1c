import { cheapestPath } from "./cheapest-path.ts";
import type { Way } from "./cheapest-path.ts";

/** Volumes by row and column, in whole numbers; the last row and the last column are the totals of the others. */
export type Table = readonly (readonly bigint[])[];

/** Where a volume stands in a table. */
export interface Spot {
  readonly row: number;
  readonly column: number;
}

/**
 * Which volumes of a table to hide, so that no hidden one can be solved from those that are left.
 *
 * A reader knows every volume that is shown, that volumes are whole and add up to their totals, and that a hidden one
 * is at least 1, since zeros are always shown. A hidden volume is solved where no other number fits all that. Two tables
 * that fit differ by circuits: one more here, one less there, along rows and columns in turn. So a volume is safe on a
 * circuit of hidden volumes none of which would fall to nought; where there is none, the cheapest is hidden: the least
 * volume, and totals last of all. Whatever is hidden lies on such a circuit then, the first of them and the others.
 */
export function hiddenIn(table: Table, mustHide: (spot: Spot) => boolean): (spot: Spot) => boolean {
  const spots = spotsOf(table);
  const hidden = new Set(spots.filter(mustHide));
  for (const spot of [...hidden])
    for (const other of cheapestCircuit(table, spots, spot, hidden)) hidden.add(other);
  const found = new Set([...hidden].map(keyOf));
  return (spot) => found.has(keyOf(spot));
}

const keyOf = ({ row, column }: Spot): string => `${String(row)} ${String(column)}`;

/** Every volume of a table that is not nought. */
const spotsOf = (table: Table): readonly Spot[] =>
  table.flatMap((volumes, row) =>
    volumes.flatMap((volume, column) => (volume === 0n ? [] : [{ row, column }])),
  );

const volumeAt = (table: Table, { row, column }: Spot): bigint => table[row]?.[column] ?? 0n;

/** In how many ways a volume is a total: of its row, of its column, of both, or of neither. */
const totalsIn = (table: Table, { row, column }: Spot): number =>
  Number(row === table.length - 1) + Number(column === (table[row]?.length ?? 0) - 1);

/** Which way a volume moves along a circuit: one more, or one less. */
type Motion = 1 | -1;

const opposite = (motion: Motion): Motion => (motion === 1 ? -1 : 1);

/** Whether a hidden volume could as well be one more, or be one less and still not be nought. */
const canMove = (table: Table, spot: Spot, motion: Motion): boolean =>
  motion === 1 || volumeAt(table, spot) > 1n;

/** A row's or column's total moves against the parts that it balances. */
const motionOf = (table: Table, spot: Spot, balance: Motion): Motion =>
  totalsIn(table, spot) === 1 ? opposite(balance) : balance;

/** What else to hide, so that a hidden volume lies on a circuit. A table always has one: the volume and its totals. */
function cheapestCircuit(
  table: Table,
  spots: readonly Spot[],
  spot: Spot,
  hidden: ReadonlySet<Spot>,
): readonly Spot[] {
  const dear = spots.reduce((all, one) => all + volumeAt(table, one), 1n);
  const costOf = (one: Spot): bigint =>
    hidden.has(one) ? 0n : volumeAt(table, one) + (totalsIn(table, one) > 0 ? dear : 0n);
  const others = spots.filter((one) => one !== spot);
  const circuits = ([1, -1] as const)
    .filter((balance) => canMove(table, spot, motionOf(table, spot, balance)))
    .flatMap(
      (balance) => cheapestPath(waysIn(table, others, balance, costOf), columnOf(spot), rowOf(spot)) ?? [],
    )
    .sort((a, b) => (a.cost < b.cost ? -1 : Number(a.cost > b.cost)));
  return circuits[0]?.passed ?? [];
}

const rowOf = ({ row }: Spot): string => `row ${String(row)}`;
const columnOf = ({ column }: Spot): string => `column ${String(column)}`;

/** Every step that a circuit may take: what it passes from row to column moves one way, what from column to row the other. */
const waysIn = (
  table: Table,
  spots: readonly Spot[],
  balance: Motion,
  costOf: (spot: Spot) => bigint,
): readonly Way<Spot>[] =>
  spots.flatMap((by) => {
    const motion = motionOf(table, by, balance);
    const [row, column, cost] = [rowOf(by), columnOf(by), costOf(by)];
    return [
      ...(canMove(table, by, motion) ? [{ from: row, to: column, cost, by }] : []),
      ...(canMove(table, by, opposite(motion)) ? [{ from: column, to: row, cost, by }] : []),
    ];
  });
