import { cheapestPath, waysFrom } from "./cheapest-path.ts";
import type { Way, WaysFrom } from "./cheapest-path.ts";

/** Volumes by row and column, in whole numbers; the last row and the last column are the totals of the others. */
export type Table = readonly (readonly bigint[])[];

/** Where a volume stands in a table. */
export interface Spot {
  readonly row: number;
  readonly column: number;
}

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
 * What is hidden of a shown total is known as one number, the total less what is shown of it. Where that may not be
 * told, the cheapest further volume of the total is hidden with it, and the total itself where there is none.
 */
export function hiddenIn(
  table: Table,
  mayTell: (together: readonly Spot[]) => boolean,
): (spot: Spot) => boolean {
  const spots = spotsOf(table);
  const lines = linesOf(table, spots);
  const circuits = circuitsIn(table, spots);
  const hidden = new Set<Spot>();
  let due: readonly Spot[] = spots.filter((spot) => !mayTell([spot]));
  while (due.length > 0) {
    for (const spot of due) hidden.add(spot);
    for (const spot of due) for (const other of cheapestCircuit(circuits, spot, hidden)) hidden.add(other);
    due = furtherIn(table, lines, hidden, mayTell);
  }
  const found = new Set([...hidden].map(keyOf));
  return (spot) => found.has(keyOf(spot));
}

/** A total that is not nought, and the volumes that it is the sum of. */
interface Line {
  readonly total: Spot;
  readonly parts: readonly Spot[];
}

/** The totals of a table: of each row and column, and the whole, of its areas, of its services and of all cells. */
function linesOf(table: Table, spots: readonly Spot[]): readonly Line[] {
  const kinds: readonly (readonly [of: 1 | 2, isPart: (part: Spot, total: Spot) => boolean])[] = [
    [1, (part, total) => totalsIn(table, part) === 0 && isInLine(part, total)],
    [2, (part, total) => totalsIn(table, part) === 1 && part.row === total.row],
    [2, (part, total) => totalsIn(table, part) === 1 && part.column === total.column],
    [2, (part) => totalsIn(table, part) === 0],
  ];
  const isInLine = (part: Spot, total: Spot): boolean =>
    part.row === total.row || part.column === total.column;
  return kinds.flatMap(([of, isPart]) =>
    spots
      .filter((total) => totalsIn(table, total) === of)
      .map((total) => ({ total, parts: spots.filter((part) => isPart(part, total)) })),
  );
}

/** What else to hide, the first that there is, so that what is hidden of a shown total may be told as one number. */
function furtherIn(
  table: Table,
  lines: readonly Line[],
  hidden: ReadonlySet<Spot>,
  mayTell: (together: readonly Spot[]) => boolean,
): readonly Spot[] {
  const isHidden = (spot: Spot): boolean => hidden.has(spot);
  const line = lines.find(({ total, parts }) => {
    const unseen = parts.filter(isHidden);
    return !isHidden(total) && unseen.length > 0 && !mayTell(unseen);
  });
  if (line === undefined) return [];
  const [first, ...others] = line.parts.filter((part) => !isHidden(part));
  if (first === undefined) return [line.total];
  return [
    others.reduce((least, part) => (volumeAt(table, part) < volumeAt(table, least) ? part : least), first),
  ];
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

const rowOf = ({ row }: Spot): string => `row ${String(row)}`;
const columnOf = ({ column }: Spot): string => `column ${String(column)}`;

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
