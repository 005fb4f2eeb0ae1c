import * as z from "zod/mini";
import type { Problem } from "../errors.ts";
import { describe } from "../numbers/decimal.ts";
import { twiceProblems } from "./listed-figures.ts";
import { parsedAs } from "./parsed.ts";
import { problem, problemsOf, unknownWord } from "./problems.ts";
import { visible, writtenNumber } from "./written-numbers.ts";
import { identifier, plainNumber, text, wholeNumber } from "./schema.ts";

/** What a column holds: a word, a whole number from zero up, or any plain number; with `?`, or nothing. */
export type ColumnKind = "word" | "count" | "number" | "word?" | "count?" | "number?";

/** The columns to read, by the name that each has in the rows. */
export type Columns = Readonly<Record<string, ColumnKind>>;

/** What may stand between cells. */
const delimiters = [",", ";", "\t", "|"] as const;

export type Delimiter = (typeof delimiters)[number];

/** How a CSV file is read. */
export interface CsvOptions<C extends Columns> {
  readonly columns: C;
  /** What heads a column in the file, where that is not its name: `{ volume: "Starts in the year" }`. */
  readonly headers?: Readonly<Partial<Record<keyof C & string, string>>>;
  /** What stands between cells; a comma, if left out. */
  readonly delimiter?: Delimiter;
}

const kinds = ["word", "count", "number", "word?", "count?", "number?"] as const;

const kindForm =
  'a kind of column: "word", "count" or "number"; or "word?", "count?" or "number?", of which a cell may be blank';

const schema = z.strictObject({
  columns: z.record(
    identifier,
    z.custom<ColumnKind>((kind) => (kinds as readonly unknown[]).includes(kind), kindForm),
  ),
  headers: z.optional(z.record(identifier, text)),
  delimiter: z.optional(z.enum(delimiters)),
});

/** Checks how a file is to be read. */
export function parseCsvOptions<C extends Columns>(options: CsvOptions<C>): Required<CsvOptions<Columns>> {
  const {
    columns,
    headers = {},
    delimiter = ",",
  } = parsedAs("reading of CSV", schema, options, (read) => {
    const names = Object.keys(read.columns);
    const strays = Object.keys(read.headers ?? {}).filter((name) => !names.includes(name));
    const headings = names.map((name) => headingOf(name, read.headers));
    return [
      ...twiceProblems(headings, (index) => ["columns", names[index] ?? index]),
      ...(names.length === 0 ? [problem(["columns"], "a column or more", "none")] : []),
      ...strays.map((name) => unknownWord(["headers", name], name, names, "the name of a column")),
    ];
  });
  return { columns, headers, delimiter };
}

/** What heads a column: its name, where nothing else is said. */
export const headingOf = (name: string, headers: Readonly<Record<string, string | undefined>> = {}): string =>
  (Object.hasOwn(headers, name) ? headers[name] : undefined) ?? name;

/** What seems to stand between the cells of a line, where that line is but one cell. */
export const delimiterIn = (line: string): Delimiter | undefined =>
  delimiters.find((sign) => line.includes(sign));

const cellSchemas = { word: text, count: wholeNumber, number: plainNumber } as const;

/** What is wrong with a cell, of which only a column that may be blank says nothing where it is. */
export function cellProblems(cell: string, kind: ColumnKind, at: string): readonly Problem[] {
  const mayBeBlank = kind.endsWith("?");
  if (cell === "" && mayBeBlank) return [];
  const held = kind.replace("?", "") as keyof typeof cellSchemas;
  const issuesOf = (text: string) => z.safeParse(cellSchemas[held], text).error?.issues ?? [];
  const issues = issuesOf(cell).map((issue) => ({ ...issue, path: [at] }));
  const found = problemsOf(issues, { [at]: cell }, () => []);
  if (cell === "") return found.map((one) => mended(one, at, one.received, mayBeBlankAs(kind)));
  if (held === "word") return found;
  const { met, plainly, unless } = writtenNumber(cell);
  const received = met === undefined ? describe(cell) : `${describe(visible(cell))}, ${met}`;
  const isOne = plainly !== undefined && issuesOf(plainly).length === 0;
  const mend = isOne ? `Write ${plainly}${unless === undefined ? "" : `, ${unless}`}.` : undefined;
  return found.map((one) => mended(one, at, received, mend));
}

const mended = ({ expected }: Problem, at: string, received: string, mend: string | undefined): Problem =>
  problem([at], expected, received, mend === undefined ? {} : { mend });

const mayBeBlankAs = (kind: ColumnKind): string => `Read the column as "${kind}?" if it may be blank.`;
