import { working } from "volumes-and-values/readings";
import type { Figure } from "volumes-and-values";

/** A cell's content: a number, or a formula as a spreadsheet writes it. */
export type Content = number | string;

/** A figure's working as a spreadsheet, a cell to each figure of it. */
export interface Sheet {
  readonly columns: readonly (readonly Content[])[];
  /** Where the total stands. */
  readonly total: Place;
  /** Where each input stands, by its path. */
  readonly inputs: ReadonlyMap<string, Place>;
}

export interface Place {
  readonly row: number;
  readonly column: number;
}

const rows = 10_000;
/** A sum lists so many cells at most; one of more is a sum of sums. */
const mostListed = 200;

const letters = (column: number): string =>
  (column < 26 ? "" : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));
const placeOf = (cell: number): Place => ({ row: cell % rows, column: Math.floor(cell / rows) });
const nameOf = (cell: number): string => {
  const { row, column } = placeOf(cell);
  return `${letters(column)}${row + 1}`;
};

/** The working of a figure, in cells. What was rounded on its way is not, as on a tape. */
export function sheetOf(figure: Figure): Sheet {
  const contents: Content[] = [];
  const cells: number[] = [];
  const inputs = new Map<string, Place>();
  const put = (content: Content): number => contents.push(content) - 1;
  const sumOf = (of: readonly string[]): string => {
    if (of.length <= mostListed) return `SUM(${of.join(",")})`;
    const parts: string[] = [];
    for (let at = 0; at < of.length; at += mostListed)
      parts.push(nameOf(put(`=${sumOf(of.slice(at, at + mostListed))}`)));
    return sumOf(parts);
  };
  for (const { operation, value, of, provenance } of working(figure).nodes) {
    const operands = of.map((node) => nameOf(cells[node] as number));
    const [a = "", b = "", c = ""] = operands;
    const formulas: Readonly<Record<typeof operation, () => Content>> = {
      given: () => Number(value),
      constant: () => Number(value),
      same: () => `=${a}`,
      rounded: () => `=${a}`,
      rest: () => `=1-${a}`,
      sum: () => `=${sumOf(operands)}`,
      minus: () => `=${a}-${b}`,
      times: () => `=${a}*${b}`,
      dividedBy: () => `=${a}/${b}`,
      min: () => `=MIN(${a},${b})`,
      max: () => `=MAX(${a},${b})`,
      clampedTo: () => `=MAX(${b},MIN(${a},${c}))`,
    };
    const content = formulas[operation]();
    const cell = put(content);
    cells.push(cell);
    if (provenance?.path !== undefined) inputs.set(provenance.path, placeOf(cell));
  }
  const columns: Content[][] = [];
  for (let at = 0; at < contents.length; at += rows) columns.push(contents.slice(at, at + rows));
  return { columns, total: placeOf(cells.at(-1) as number), inputs };
}
