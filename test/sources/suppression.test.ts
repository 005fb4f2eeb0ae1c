import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { hiddenIn } from "../../src/model/sources/suppression.ts";
import type { Table } from "../../src/model/sources/volume-table.ts";
import { patience, runs } from "../support/runs.ts";

vi.setConfig({ testTimeout: patience });

/** A table with its totals: whoever holds every number. */
function withTotals(cells: readonly (readonly number[])[]): Table {
  const wide = cells.map((row) => [...row, row.reduce((a, b) => a + b, 0)]);
  const totals = (wide[0] ?? []).map((_, column) => wide.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  return [...wide, totals].map((row) => row.map(BigInt));
}

/** Whether volumes are together so many that they may be told. */
const atLeast =
  (table: Table, threshold: number) =>
  (together: readonly { readonly row: number; readonly column: number }[]): boolean =>
    together.reduce((all, { row, column }) => all + (table[row]?.[column] ?? 0n), 0n) >= BigInt(threshold);

/** What a reader sees: text with `x` for what is hidden. */
function published(cells: readonly (readonly number[])[], threshold: number): string[] {
  const table = withTotals(cells);
  const hides = hiddenIn(table, atLeast(table, threshold));
  return table.map((row, r) =>
    row.map((volume, c) => (hides({ row: r, column: c }) ? "x" : String(volume))).join(" "),
  );
}

/** Every table that a reader of another could take for it: hidden volumes at least one, every sum as published. */
function readings(table: Table, hides: (spot: { row: number; column: number }) => boolean): number[][] {
  const [rows, columns] = [table.length - 1, (table[0]?.length ?? 0) - 1];
  const most = Number(table[rows]?.[columns] ?? 0n) + 1;
  const shown = (row: number, column: number): number | undefined =>
    hides({ row, column }) ? undefined : Number(table[row]?.[column]);
  const found: number[][] = [];
  const fill = (cells: number[]): void => {
    const at = cells.length;
    const [row, column] = [Math.floor(at / columns), at % columns];
    const lineOf = (r: number): number =>
      cells.slice(r * columns, (r + 1) * columns).reduce((a, b) => a + b, 0);
    if (at > 0 && column === 0 && !fits(lineOf(row - 1), shown(row - 1, columns))) return;
    if (at === rows * columns) {
      const sums = Array.from({ length: columns }, (_, c) =>
        cells.reduce((sum, value, index) => (index % columns === c ? sum + value : sum), 0),
      );
      const whole = sums.reduce((a, b) => a + b, 0);
      if (sums.every((sum, c) => fits(sum, shown(rows, c))) && fits(whole, shown(rows, columns)))
        found.push([...cells, ...Array.from({ length: rows }, (_, r) => lineOf(r)), ...sums, whole]);
      return;
    }
    const known = shown(row, column);
    const limit = shown(row, columns) ?? most;
    const choices =
      known === undefined ? Array.from({ length: Math.max(0, limit) }, (_, value) => value + 1) : [known];
    for (const value of choices) fill([...cells, value]);
  };
  fill([]);
  return found;
}

interface Limits {
  readonly volumesBelow: number;
  readonly returnsBelow: number;
}

/** Every 0, 1 or −1 for each of so many numbers. */
function* signs(count: number): Generator<readonly number[]> {
  if (count === 0) yield [];
  else for (const others of signs(count - 1)) for (const sign of [0, 1, -1]) yield [sign, ...others];
}

/**
 * The sums of hidden cells that may not be told and yet follow from totals that are shown, each taken once, taken away
 * once or left out: whoever tries every such combination. The last of the combination is the total of all.
 */
function solvedFrom(
  byProvider: readonly (readonly (readonly number[])[])[],
  { volumesBelow, returnsBelow }: Limits,
): string[] {
  const [first = []] = byProvider;
  const [rows, columns] = [first.length, first[0]?.length ?? 0];
  const volumeOf = (provider: number, row: number, column: number): number =>
    byProvider[provider]?.[row]?.[column] ?? 0;
  const providers = [...byProvider.keys()];
  const cells = first.map((line, row) =>
    line.map((_, column) => providers.reduce((all, one) => all + volumeOf(one, row, column), 0)),
  );
  const table = withTotals(cells);
  type Spots = readonly { readonly row: number; readonly column: number }[];
  const cellsOf = (spots: Spots): Spots =>
    spots.flatMap(({ row, column }) =>
      cells.flatMap((line, r) =>
        line.flatMap((_, c) =>
          (row === rows || row === r) && (column === columns || column === c) ? [{ row: r, column: c }] : [],
        ),
      ),
    );
  const mayTell = (spots: Spots): boolean => {
    const parts = cellsOf(spots);
    const volume = parts.reduce((all, { row, column }) => all + (cells[row]?.[column] ?? 0), 0);
    const behind = providers.filter((one) => parts.some(({ row, column }) => volumeOf(one, row, column) > 0));
    return volume >= volumesBelow && behind.length >= returnsBelow;
  };
  const hides = hiddenIn(table, mayTell);
  const hidden = cellsOf([{ row: rows, column: columns }]).filter(hides);
  const shown = [
    ...cells.map((_, row) => ({ row, column: columns })),
    ...Array.from({ length: columns }, (_, column) => ({ row: rows, column })),
    { row: rows, column: columns },
  ].filter((total) => !hides(total));
  const isIn = (total: { row: number; column: number }, cell: { row: number; column: number }): boolean =>
    (total.row === rows || total.row === cell.row) &&
    (total.column === columns || total.column === cell.column);
  const holds = shown.map((total) => hidden.map((cell) => Number(isIn(total, cell))));
  const found: string[] = [];
  for (const combination of signs(shown.length)) {
    const times = hidden.map((_, cell) =>
      combination.reduce((all, sign, total) => all + sign * (holds[total]?.[cell] ?? 0), 0),
    );
    const together = hidden.filter((_, cell) => times[cell] === 1);
    if (together.length === 0 || times.some((one) => one !== 0 && one !== 1)) continue;
    if (!mayTell(together))
      found.push(together.map(({ row, column }) => `${String(row)} ${String(column)}`).join(", "));
  }
  return found;
}

const fits = (sum: number, shown: number | undefined): boolean =>
  shown === undefined ? sum >= 1 : sum === shown;

describe("what is hidden", () => {
  test("is nothing where nothing is small, and never a zero", () => {
    expect(
      published(
        [
          [20, 30],
          [0, 50],
        ],
        10,
      ),
    ).toEqual(["20 30 50", "0 50 50", "20 80 100"]);
  });

  test("takes with it what would show it: another of its row, and of its column, and where they cross", () => {
    expect(
      published(
        [
          [3, 30, 40],
          [20, 50, 60],
          [25, 70, 80],
        ],
        10,
      ),
    ).toEqual(["x x 40 73", "x x 60 130", "25 70 80 175", "48 150 180 378"]);
  });

  test("takes the total with it where a row has nothing else to hide", () => {
    expect(
      published(
        [
          [3, 0],
          [20, 50],
        ],
        10,
      ),
    ).toEqual(["x 0 x", "x 50 x", "23 50 73"]);
  });

  test("hides everything of one cell, since each of its totals is the same number", () => {
    expect(published([[3]], 10)).toEqual(["x x", "x x"]);
  });

  test("is not two ones side by side: a reader who knows that zeros are shown would know both", () => {
    const rows = published(
      [
        [1, 1, 40],
        [1, 1, 60],
        [25, 70, 80],
      ],
      10,
    );
    expect(rows[0]).not.toBe("x x 40 42");
  });

  test("can never be solved by somebody who tries every table that fits what is shown", () => {
    const size = fc.constantFrom([1, 1], [1, 2], [2, 1], [2, 2], [2, 3], [3, 2] as const);
    const someTable = size.chain(([rows = 1, columns = 1]) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );
    fc.assert(
      fc.property(someTable, fc.integer({ min: 1, max: 4 }), (cells, threshold) => {
        const table = withTotals(cells);
        const hides = hiddenIn(table, atLeast(table, threshold));
        const all = readings(table, hides);
        const [rows, columns] = [cells.length, cells[0]?.length ?? 0];
        const places = [
          ...cells.flatMap((line, row) => line.map((_, column) => ({ row, column }))),
          ...cells.map((_, row) => ({ row, column: columns })),
          ...Array.from({ length: columns }, (_, column) => ({ row: rows, column })),
          { row: rows, column: columns },
        ];
        for (const [index, spot] of places.entries()) {
          const volume = table[spot.row]?.[spot.column] ?? 0n;
          if (volume > 0n && volume < BigInt(threshold)) expect(hides(spot)).toBe(true);
          const told = new Set(all.map((one) => one[index]));
          expect(told.has(Number(volume))).toBe(true);
          expect(told.size > 1).toBe(hides(spot));
        }
      }),
      { numRuns: runs },
    );
  });

  test("is no single provider's, whichever rows and columns somebody takes from one another", () => {
    // Rows 0 and 1 come to 90 each, column 2 to 210, of which 70 is in row 2: 90 + 90 − (210 − 70) = 40 is A's 10 + 30.
    const byProvider = [
      [
        [0, 10, 0],
        [0, 30, 20],
        [0, 20, 10],
      ],
      [
        [0, 0, 40],
        [0, 0, 20],
        [30, 0, 30],
      ],
      [
        [0, 0, 40],
        [0, 0, 20],
        [30, 0, 30],
      ],
    ];
    expect(solvedFrom(byProvider, { volumesBelow: 1, returnsBelow: 3 })).toEqual([]);
  });

  test("is never few or of few together, however somebody adds and takes away what is published", () => {
    const size = fc.constantFrom([2, 2], [2, 3], [3, 2], [3, 3], [3, 4], [4, 3] as const);
    const someProviders = size.chain(([rows = 2, columns = 2]) => {
      const someVolume = fc.constantFrom(0, 0, 1, 3, 10, 40);
      const someLine = fc.array(someVolume, { minLength: columns, maxLength: columns });
      return fc.array(fc.array(someLine, { minLength: rows, maxLength: rows }), {
        minLength: 3,
        maxLength: 4,
      });
    });
    const someLimits = fc.record({
      volumesBelow: fc.constantFrom(1, 5, 12),
      returnsBelow: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(someProviders, someLimits, (byProvider, limits) => {
        expect(solvedFrom(byProvider, limits)).toEqual([]);
      }),
      { numRuns: runs },
    );
  });
});
