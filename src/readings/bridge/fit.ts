/** Whole quanta by line and cause, and what they were before they were rounded. */
export interface Cells {
  readonly whole: number[][];
  readonly exact: readonly (readonly number[])[];
}

const at = (table: readonly (readonly number[])[], line: number, column: number): number =>
  (table[line] as readonly number[])[column] as number;

/** How much a cell is above what it was before it was rounded. */
const above = ({ whole, exact }: Cells, line: number, column: number): number =>
  at(whole, line, column) - at(exact, line, column);

/**
 * The line in which a quantum is best moved from one column to another: where the one is most above, the other below.
 */
function bestLine(cells: Cells, from: number, to: number): number | undefined {
  let best: number | undefined;
  let gain = -Infinity;
  for (const line of cells.whole.keys()) {
    if (at(cells.exact, line, from) === 0 || at(cells.exact, line, to) === 0) continue;
    const here = above(cells, line, from) - above(cells, line, to);
    if (here > gain) [best, gain] = [line, here];
  }
  return best;
}

/** A step of a way: a quantum goes from one column to another in a line. */
interface Move {
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

/**
 * The shortest way from a column that has too much to one that has too little, through lines in which both did
 * something.
 */
function wayBetween(cells: Cells, excess: readonly number[], start: number): readonly Move[] | undefined {
  const ways = new Map<number, readonly Move[]>([[start, []]]);
  for (const [column, way] of ways) {
    if ((excess[column] as number) < 0) return way;
    for (const to of excess.keys()) {
      const line = ways.has(to) ? undefined : bestLine(cells, column, to);
      if (line !== undefined) ways.set(to, [...way, { line, from: column, to }]);
    }
  }
  return undefined;
}

function move({ whole }: Cells, { line, from, to }: Move): void {
  const cells = whole[line] as number[];
  cells[from] = (cells[from] as number) - 1;
  cells[to] = (cells[to] as number) + 1;
}

/**
 * Moves single quanta within lines until every column sums to its target, so that a cause comes to the same total
 * however lines are told apart. Lines keep their sums, and a cell of nought stays nought; where that leaves no way, a
 * column is left a quantum or so from its target.
 */
export function fitColumns(cells: Cells, targets: readonly number[]): void {
  const excess = targets.map(
    (target, column) => cells.whole.reduce((sum, line) => sum + (line[column] as number), 0) - target,
  );
  for (const start of targets.keys()) {
    while ((excess[start] as number) > 0) {
      const way = wayBetween(cells, excess, start);
      if (way === undefined) break;
      for (const step of way) move(cells, step);
      const end = (way.at(-1) as Move).to;
      excess[start] = (excess[start] as number) - 1;
      excess[end] = (excess[end] as number) + 1;
    }
  }
}
