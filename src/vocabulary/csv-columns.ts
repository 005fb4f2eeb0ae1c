import * as z from "zod/mini";
import type { Problem } from "../errors.ts";
import { twiceProblems } from "./listed-figures.ts";
import { parsedAs } from "./parsed.ts";
import { problem, problemsOf } from "./problems.ts";
import { plainlyWritten } from "./written-numbers.ts";
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

const schema = z.strictObject({
  columns: z.record(identifier, z.enum(kinds)),
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
    const headings = names.map((name) => read.headers?.[name] ?? name);
    return [
      ...twiceProblems(headings, (index) => ["columns", names[index] ?? index]),
      ...(names.length === 0 ? [problem(["columns"], "a column or more", "none")] : []),
      ...strays.map((name) => problem(["headers", name], "the name of a column", JSON.stringify(name))),
    ];
  });
  return { columns, headers, delimiter };
}

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
  const plainly = issues.length === 0 || held === "word" ? undefined : plainlyWritten(cell);
  const mended = plainly !== undefined && issuesOf(plainly).length === 0 ? plainly : undefined;
  return problemsOf(issues, { [at]: cell }, () => []).map((one) =>
    mended === undefined ? one : problem([at], one.expected, one.received, { mend: `Write ${mended}.` }),
  );
}
