import Papa from "papaparse";
import { describe } from "../../numbers/decimal.ts";
import type { Problem } from "../../errors.ts";
import { cellProblems, delimiterIn, headingOf, parseCsvOptions } from "../../vocabulary/csv-columns.ts";
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
  /** The last line that it takes in: where a quotation mark is wrong, that may be many good ones. */
  readonly lastLine: number;
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
  readonly lastLine: number;
  readonly cells: readonly string[];
  /** What is wrong with its quotation marks, such as one that is never closed. */
  readonly fault: string | undefined;
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
 * // => line 3, column starts: expected a whole number from 0 up; received "1,200". Write 1200.
 * unread; // => [ 'notes' ]
 * ```
 */
export function checkCsv<const C extends Columns>(text: string, options: CsvOptions<C>): CheckedCsv<C> {
  const { columns, headers, delimiter } = parseCsvOptions(options);
  if (typeof (text as unknown) !== "string") throw invalidData("CSV file", [noTextProblem(text)]);
  const all = linesOf(text, delimiter);
  const [head, ...lines] = all.slice(all.findIndex((line) => !isBlank(line)));
  if (head === undefined || isBlank(head))
    throw invalidData("CSV file", [problem([], "a line of headers, and rows below it", describe(text))]);
  const asked = Object.entries(columns).map(([name, kind]) => ({
    name,
    kind,
    header: headingOf(name, headers),
  }));
  const wrong =
    head.fault === undefined
      ? asked.flatMap(({ header }) => headerProblems(header, head))
      : [faultProblem(head, head.fault)];
  if (wrong.length > 0)
    throw invalidData("CSV file", isFileName(text) ? [noTextProblem(text, "its name, ")] : wrong);
  const mayBeBlank = head.cells.length === 1 && asked.every(({ kind }) => kind.endsWith("?"));
  const body = lines.filter((line) => mayBeBlank || !isBlank(line));
  const places = asked.map((column) => ({ ...column, place: head.cells.indexOf(column.header) }));
  const rows: CsvRow<C>[] = [];
  const bad: BadRow[] = [];
  for (const line of body) {
    const problems = lineProblems(line, head.cells.length, places);
    if (problems.length > 0) bad.push(badRow(line, problems));
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

/** Whether text of one line is what a file is called, and not what is in it. */
const isFileName = (text: string): boolean => /^.+\.(csv|tsv|txt)$/i.test(text);

const isBytes = (given: unknown): boolean => ArrayBuffer.isView(given) || given instanceof ArrayBuffer;

/** The problem of what is no text of a file: its name or its bytes may be given for it. */
function noTextProblem(given: unknown, name?: string): Problem {
  const known = name !== undefined || isBytes(given);
  const received = isBytes(given) ? "its bytes" : `${name ?? ""}${describe(given)}`;
  return problem([], "the text of a file", received, known ? { mend: readAsText } : {});
}

const readAsText =
  'Read it with utf8: readFileSync("returns.csv", "utf8") in Node, await file.text() on a page.';

const badRow = ({ line, lastLine, cells }: Line, problems: readonly CsvProblem[]): BadRow =>
  Object.freeze({ line, lastLine, cells, problems });

/** Whether nothing stands on a line: a file ends with some, and in one of several columns they are no rows. */
const isBlank = ({ cells }: Line): boolean => cells.length === 1 && cells[0] === "";

/** A cell without the spaces around it, those that take no room among them. */
const trimmed = (cell: string): string =>
  /^[\s\u200B-\u200F\u2060]*$/.test(cell)
    ? ""
    : cell.replace(/^[\s\u200B\u200E\u200F\u2060]+|[\s\u200B\u200E\u200F\u2060]+$/g, "");

/** What is wrong with quotation marks, by the reader's code for it. */
const faults: Readonly<Record<string, string>> = {
  MissingQuotes: "a quotation mark that is never closed",
  InvalidQuotes: "a quotation mark within a cell, or something after its last",
};

/** The lines of a file in trimmed cells, each with where it begins and ends; nothing after the last line end is none. */
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
      if (read === plain.length) return;
      const ends = plain.slice(read, meta.cursor).split("\n").length - 1;
      const endsWithOne = plain[meta.cursor - 1] === "\n";
      const lastLine = line + ends - Number(endsWithOne);
      const fault = errors[0] === undefined ? undefined : (faults[errors[0].code] ?? errors[0].message);
      lines.push({ line, lastLine, cells: Object.freeze(data.map(trimmed)), fault });
      line += ends;
      read = meta.cursor;
    },
  });
  return lines;
}

/** The problem of a line whose quotation marks do not match: until they do, what follows is read as part of it. */
function faultProblem({ line, lastLine }: Line, fault: string): Problem {
  const took = lastLine === line ? "" : `Lines ${String(line)} to ${String(lastLine)} are read as this row. `;
  return problem([`line ${String(line)}`], "cells whose quotation marks match", fault, {
    mend: `${took}Write one within a cell twice.`,
  });
}

function headerProblems(header: string, { cells, line }: Line): readonly Problem[] {
  const times = cells.filter((cell) => cell === header).length;
  if (times === 1) return [];
  const received = times === 0 ? listed(cells) : `${String(times)} of that name`;
  const expected = `one column headed ${JSON.stringify(header)}`;
  const sign = times === 0 && cells.length === 1 ? delimiterIn(cells[0] ?? "") : undefined;
  if (sign !== undefined)
    return [
      problem([`line ${String(line)}`], expected, JSON.stringify(cells[0]), {
        mend: `Read it with delimiter: ${JSON.stringify(sign)}.`,
      }),
    ];
  const nearest = times === 0 ? nearestWord(header, cells) : undefined;
  return [problem([`line ${String(line)}`], expected, received, { nearest })];
}

/** A column asked for, and where it stands. */
interface Column {
  readonly name: string;
  readonly kind: Columns[string];
  readonly header: string;
  readonly place: number;
}

/** Everything that is wrong with a line: its quotation marks, its length, or its cells one by one. */
function lineProblems(one: Line, width: number, columns: readonly Column[]): readonly CsvProblem[] {
  const { line, cells, fault } = one;
  const at = `line ${String(line)}`;
  const ofLine = (found: Problem): CsvProblem => Object.freeze({ ...found, line, column: undefined });
  if (fault !== undefined) return [ofLine(faultProblem(one, fault))];
  if (cells.length !== width)
    return [ofLine(problem([at], `${String(width)} cells, as in the headers`, String(cells.length)))];
  return columns.flatMap(({ kind, header, place }) =>
    cellProblems(cells[place] ?? "", kind, `${at}, column ${header}`).map((found) =>
      Object.freeze({ ...found, line, column: header }),
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
