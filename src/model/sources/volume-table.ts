/** Volumes by row and column, in whole numbers; the last row and the last column are the totals of the others. */
export type Table = readonly (readonly bigint[])[];

/** Where a volume stands in a table. */
export interface Spot {
  readonly row: number;
  readonly column: number;
}

/** Every volume of a table that is not nought. */
export const spotsOf = (table: Table): readonly Spot[] =>
  table.flatMap((volumes, row) =>
    volumes.flatMap((volume, column) => (volume === 0n ? [] : [{ row, column }])),
  );

export const volumeAt = (table: Table, { row, column }: Spot): bigint => table[row]?.[column] ?? 0n;

/** In how many ways a volume is a total: of its row, of its column, of both, or of neither. */
export const totalsIn = (table: Table, { row, column }: Spot): number =>
  Number(row === table.length - 1) + Number(column === (table[row]?.length ?? 0) - 1);

/** The row and the column of a volume, in words of their own. */
export const rowOf = ({ row }: Spot): string => `row ${String(row)}`;
export const columnOf = ({ column }: Spot): string => `column ${String(column)}`;
