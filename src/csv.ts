/** Rows of a CSV file, read exactly and none dropped. Wants the optional peer dependency `papaparse`. */
export { checkCsv, readCsv } from "./model/csv/read-csv.ts";
export type { BadRow, CheckedCsv, CsvProblem, CsvRow } from "./model/csv/read-csv.ts";
export type { ColumnKind, Columns, CsvOptions, Delimiter } from "./vocabulary/csv-columns.ts";
