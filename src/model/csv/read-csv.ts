import Papa from "papaparse";
import { describe } from "../../numbers/decimal.ts";
import type { Problem } from "../../errors.ts";
import { cellProblems, parseCsvOptions } from "../../vocabulary/csv-columns.ts";
import type { Columns, CsvOptions } from "../../vocabulary/csv-columns.ts";
import { nearestWord } from "../../vocabulary/nearest.ts";
import { invalidData, listed, problem } from "../../vocabulary/problems.ts";

/** A row as it was read: the text of each column, and nothing for a blank. */
export type CsvRow<C extends Columns> = {
  readonly [K in keyof C as C[K] extends `${string}?` ? never : K]: string;
} & { readonly [K in keyof C as C[K] extends `${string}?` ? K : never]?: string };

/** Something wrong in a file: where, what was expected, what came. */
export interface CsvProblem extends Problem {
  /** The line of the file on which the row begins; the first is 1. */
  readonly line: number;
  /** What heads the column; undefined where it is the whole row. */
  readonly column: string | undefined;
}

/** A row that could not be read, with all its cells. */
export interface BadRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly problems: readonly CsvProblem[];
}

/** A file as it was read. Every row is among the rows or among the bad ones. */
export interface CheckedCsv<C extends Columns> {
  readonly rows: readonly CsvRow<C>[];
  readonly bad: readonly BadRow[];
  /** What heads the columns that nobody asked for. */
  readonly unread: readonly string[];
}

/** A line of a file in cells. */
interface Line {
  readonly line: number;
  readonly cells: readonly string[];
  /** What the reader of cells says of it, such as a quotation mark that is never closed. */
  readonly faults: readonly string[];
}

/**
 * A CSV file in two heaps: the rows that can be read, and those that cannot, each problem with its line and column. None
 * is dropped. {@link readCsv} refuses a file with any bad row; use this to see them beside the good ones.
 *
 * @throws ModelError `invalid-data` where there is no line of headers, or a column is missing or there twice.
 *
 * @example
 * ```ts
 * import { checkCsv } from "volumes-and-values/csv";
 *
 * const text = 'area,starts,notes\nessex,900,\nkent,"1,200",about\n';
 * const { rows, bad, unread } = checkCsv(text, { columns: { area: "word", starts: "count" } });
 * rows; // => [ { area: 'essex', starts: '900' } ]
 * bad[0]?.problems[0]?.message;
 * // => line 3, column starts: expected a whole number from 0 up; received "1,200".
 * unread; // => [ 'notes' ]
 * ```
 */
export function checkCsv<const C extends Columns>(text: string, options: CsvOptions<C>): CheckedCsv<C> {
  const { columns, headers, delimiter } = parseCsvOptions(options);
  if (typeof (text as unknown) !== "string")
    throw invalidData("CSV file", [problem([], "the text of a file", describe(text))]);
  const [head, ...body] = linesOf(text, delimiter);
  if (head === undefined)
    throw invalidData("CSV file", [problem([], "a line of headers, and rows below it", describe(text))]);
  const asked = Object.entries(columns).map(([name, kind]) => ({
    name,
    kind,
    header: headers[name] ?? name,
  }));
  const wrong = asked.flatMap(({ header }) => headerProblems(header, head));
  if (wrong.length > 0) throw invalidData("CSV file", wrong);
  const places = asked.map((column) => ({ ...column, place: head.cells.indexOf(column.header) }));
  const rows: CsvRow<C>[] = [];
  const bad: BadRow[] = [];
  for (const line of body) {
    const problems = lineProblems(line, head.cells.length, places);
    if (problems.length > 0) bad.push(Object.freeze({ line: line.line, cells: line.cells, problems }));
    else rows.push(rowOf(line, places) as CsvRow<C>);
  }
  const wanted = asked.map(({ header }) => header);
  return Object.freeze({
    rows: Object.freeze(rows),
    bad: Object.freeze(bad),
    unread: Object.freeze(head.cells.filter((header) => !wanted.includes(header))),
  });
}

/**
 * The rows of a CSV file, exactly as they were written: a number stays the text of its digits, which every function of
 * this library takes and reads to the last of them. A blank where one is allowed is left out: missing is not zero.
 *
 * @param text - the file's text
 * @param options - the columns and what they hold; `?` after a kind allows a blank
 * @throws ModelError `invalid-data` with every problem at once, each with its line and column; {@link checkCsv} gives
 * them beside the rows that can be read.
 *
 * @example
 * ```ts
 * import { readCsv } from "volumes-and-values/csv";
 *
 * readCsv("area,volume,unitCost\nessex,900,250.10\nkent,400,\n", {
 *   columns: { area: "word", volume: "count", unitCost: "number?" },
 * });
 * // => [
 * //      { area: 'essex', volume: '900', unitCost: '250.10' },
 * //      { area: 'kent', volume: '400' }
 * //    ]
 * ```
 */
export function readCsv<const C extends Columns>(text: string, options: CsvOptions<C>): readonly CsvRow<C>[] {
  const { rows, bad } = checkCsv(text, options);
  if (bad.length > 0)
    throw invalidData(
      "CSV file",
      bad.flatMap(({ problems }) => problems),
    );
  return rows;
}

/** The lines of a file in trimmed cells, each with where it begins; blank lines are none. */
function linesOf(text: string, delimiter: string): readonly Line[] {
  const plain = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const lines: Line[] = [];
  let line = 1;
  let read = 0;
  Papa.parse<string[]>(plain, {
    delimiter,
    newline: "\n",
    header: false,
    step: ({ data, errors, meta }) => {
      const cells = Object.freeze(data.map((cell) => cell.trim()));
      const faults = errors.map(({ message }) => message);
      if (data.length > 1 || data[0]?.trim() !== "") lines.push({ line, cells, faults });
      line += plain.slice(read, meta.cursor).split("\n").length - 1;
      read = meta.cursor;
    },
  });
  return lines;
}

function headerProblems(header: string, { cells, line }: Line): readonly Problem[] {
  const times = cells.filter((cell) => cell === header).length;
  if (times === 1) return [];
  const received = times === 0 ? listed(cells) : `${String(times)} of that name`;
  const nearest = times === 0 ? nearestWord(header, cells) : undefined;
  return [
    problem([`line ${String(line)}`], `one column headed ${JSON.stringify(header)}`, received, { nearest }),
  ];
}

/** A column asked for, and where it stands. */
interface Column {
  readonly name: string;
  readonly kind: Columns[string];
  readonly header: string;
  readonly place: number;
}

/** Everything that is wrong with a line: its quotation marks, its length, or its cells one by one. */
function lineProblems(
  { line, cells, faults }: Line,
  width: number,
  columns: readonly Column[],
): readonly CsvProblem[] {
  const at = `line ${String(line)}`;
  const ofLine = (one: Problem): CsvProblem => Object.freeze({ ...one, line, column: undefined });
  if (faults.length > 0)
    return faults.map((fault) => ofLine(problem([at], "cells whose quotation marks match", fault)));
  if (cells.length !== width)
    return [ofLine(problem([at], `${String(width)} cells, as in the headers`, String(cells.length)))];
  return columns.flatMap(({ kind, header, place }) =>
    cellProblems(cells[place] ?? "", kind, `${at}, column ${header}`).map((one) =>
      Object.freeze({ ...one, line, column: header }),
    ),
  );
}

const rowOf = ({ cells }: Line, columns: readonly Column[]): Readonly<Record<string, string>> =>
  Object.freeze(
    Object.fromEntries(
      columns.flatMap(({ name, place }) => {
        const cell = cells[place] ?? "";
        return cell === "" ? [] : [[name, cell]];
      }),
    ),
  );
