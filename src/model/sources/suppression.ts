import { cheapestPath, waysFrom } from "./cheapest-path.ts";
import type { Way, WaysFrom } from "./cheapest-path.ts";
import { solvedSum } from "./solved-sum.ts";
import type { SolvedSum } from "./solved-sum.ts";
import { columnOf, rowOf, spotsOf, totalsIn, volumeAt } from "./volume-table.ts";
import type { Spot, Table } from "./volume-table.ts";

/**
 * Which volumes of a table to hide, so that no hidden one can be solved from those that are left, nor several of them
 * together where `mayTell` refuses their sum as it refuses each that must be hidden.
 *
 * A reader knows every volume that is shown, that volumes are whole and add up to their totals, and that a hidden one
 * is at least 1, since zeros are always shown. A hidden volume is solved where no other number fits all that. Two tables
 * that fit differ by circuits: one more here, one less there, along rows and columns in turn. So a volume is safe on a
 * circuit of hidden volumes none of which would fall to nought; where there is none, the cheapest is hidden: the least
 * volume, and totals last of all. Whatever is hidden lies on such a circuit then, the first of them and the others.
 *
 * What is hidden of shown totals is known as one number, some totals less others and less what is shown of them. Where
 * that may not be told, the cheapest further volume that they count unequally is hidden with it, and one of the totals
 * where there is none.
 */
export function hiddenIn(
  table: Table,
  mayTell: (together: readonly Spot[]) => boolean,
): (spot: Spot) => boolean {
  const spots = spotsOf(table);
  const circuits = circuitsIn(table, spots);
  const hidden = new Set<Spot>();
  let due: readonly Spot[] = spots.filter((spot) => !mayTell([spot]));
  while (due.length > 0) {
    for (const spot of due) hidden.add(spot);
    for (const spot of due) for (const other of cheapestCircuit(circuits, spot, hidden)) hidden.add(other);
    due = furtherIn(table, spots, hidden, mayTell);
  }
  const found = new Set([...hidden].map(keyOf));
  return (spot) => found.has(keyOf(spot));
}

/** What else to hide, the cheapest that there is, so that a sum of hidden volumes is no longer told by shown totals. */
function furtherIn(
  table: Table,
  spots: readonly Spot[],
  hidden: ReadonlySet<Spot>,
  mayTell: (together: readonly Spot[]) => boolean,
): readonly Spot[] {
  const solved = solvedSum(table, hidden, mayTell);
  if (solved === undefined) return [];
  const shown = spots.filter((spot) => !hidden.has(spot));
  const kinds = [0, 1, 2].map((totals) => shown.filter((spot) => totalsIn(table, spot) === totals));
  const [found = []] = kinds
    .map((some) => some.filter((spot) => bearsOn(table, spot, solved)))
    .filter(isSome);
  const [first, ...others] = found;
  if (first === undefined) return [];
  return [
    others.reduce((least, one) => (volumeAt(table, one) < volumeAt(table, least) ? one : least), first),
  ];
}

const isSome = (spots: readonly Spot[]): boolean => spots.length > 0;

/** Whether a sum is told no more, or is larger, once a shown volume is hidden: totals count it unequally, or it is one. */
function bearsOn(table: Table, spot: Spot, { counted, hiddenTotals }: SolvedSum): boolean {
  const totals = totalsIn(table, spot);
  const [row, column] = [rowOf(spot), columnOf(spot)];
  if (totals === 0) return counted.has(row) !== counted.has(column);
  if (totals === 2) return true;
  const line = spot.row === table.length - 1 ? column : row;
  const like = hiddenTotals.find((one) => one.split(" ")[0] === line.split(" ")[0]);
  return counted.has(line) !== (like !== undefined && counted.has(like));
}

const keyOf = ({ row, column }: Spot): string => `${String(row)} ${String(column)}`;

/** Which way a volume moves along a circuit: one more, or one less. */
type Motion = 1 | -1;

const opposite = (motion: Motion): Motion => (motion === 1 ? -1 : 1);

/** Whether a hidden volume could as well be one more, or be one less and still not be nought. */
const canMove = (table: Table, spot: Spot, motion: Motion): boolean =>
  motion === 1 || volumeAt(table, spot) > 1n;

/** A row's or column's total moves against the parts that it balances. */
const motionOf = (table: Table, spot: Spot, balance: Motion): Motion =>
  totalsIn(table, spot) === 1 ? opposite(balance) : balance;

/** What circuits through a table may be made of: the steps either way about, and what it costs to pass one. */
interface Circuits {
  readonly table: Table;
  readonly steps: readonly (readonly [balance: Motion, ways: WaysFrom<Spot>])[];
  readonly costOf: (spot: Spot) => bigint;
}

function circuitsIn(table: Table, spots: readonly Spot[]): Circuits {
  const dear = spots.reduce((all, one) => all + volumeAt(table, one), 1n);
  const balances: readonly Motion[] = [1, -1];
  return {
    table,
    steps: balances.map((balance) => [balance, waysFrom(waysIn(table, spots, balance))]),
    costOf: (one) => volumeAt(table, one) + (totalsIn(table, one) > 0 ? dear : 0n),
  };
}

/** What else to hide, so that a hidden volume lies on a circuit. A table always has one: the volume and its totals. */
function cheapestCircuit(
  { table, steps, costOf }: Circuits,
  spot: Spot,
  hidden: ReadonlySet<Spot>,
): readonly Spot[] {
  const costNow = (one: Spot): bigint | undefined =>
    one === spot ? undefined : hidden.has(one) ? 0n : costOf(one);
  const circuits = steps
    .filter(([balance]) => canMove(table, spot, motionOf(table, spot, balance)))
    .flatMap(([, ways]) => cheapestPath(ways, costNow, columnOf(spot), rowOf(spot)) ?? [])
    .sort((a, b) => (a.cost < b.cost ? -1 : Number(a.cost > b.cost)));
  return circuits[0]?.passed ?? [];
}

/** Every step that a circuit may take: what it passes from row to column moves one way, what from column to row the other. */
const waysIn = (table: Table, spots: readonly Spot[], balance: Motion): readonly Way<Spot>[] =>
  spots.flatMap((by) => {
    const motion = motionOf(table, by, balance);
    const [row, column] = [rowOf(by), columnOf(by)];
    return [
      ...(canMove(table, by, motion) ? [{ from: row, to: column, by }] : []),
      ...(canMove(table, by, opposite(motion)) ? [{ from: column, to: row, by }] : []),
    ];
  });
