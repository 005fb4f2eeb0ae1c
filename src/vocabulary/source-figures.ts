import * as z from "zod/mini";
import type { Problem } from "../errors.ts";
import { decimalFrom, describe } from "../numbers/decimal.ts";
import { isCounts } from "../numbers/figure.ts";
import { assumptionForm, assumptionSchema } from "./assumption.ts";
import { figureBasisSchema } from "./basis.ts";
import { flowAtDateProblems, otherKindProblems, scopeProblems } from "./kind-problems.ts";
import { isMoney } from "./like-for-like.ts";
import { unlikeProblems, waiversSchema } from "./likeness.ts";
import type { SourceWaiver } from "./likeness.ts";
import { measures } from "./measures.ts";
import { problemsInRange } from "./checks/assumptions.ts";
import { emptyProblems, partProblems, twiceProblems } from "./listed-figures.ts";
import { nearestWord } from "./nearest.ts";
import { parsedAs } from "./parsed.ts";
import { listed, problem, unknownWord } from "./problems.ts";
import type { Path } from "./problems.ts";
import { day, identifier, plainNumber, text } from "./schema.ts";
import type { DeepReadonly } from "./schema.ts";

/** A row of a source: its figure, of which the words for what it is of may tell where it is, and these. */
const rowSchema = z.catchall(z.object({ figure: z.optional(assumptionSchema) }), z.unknown());

const sourceSchema = z.strictObject({
  name: text,
  counts: text,
  basis: figureBasisSchema,
  source: z.optional(text),
  asOf: z.optional(day),
  rows: z.array(rowSchema),
});

const disparitiesSchema = z.strictObject({
  sources: z.array(sourceSchema),
  options: z.strictObject({
    by: z.array(identifier).check(z.minLength(1)),
    tolerance: plainNumber,
    waive: z.optional(waiversSchema),
  }),
});

/**
 * Where figures come from: the case system, a contractor, a sub-contractor, a provider's own return. Each row has its
 * `figure` and a word for each thing that sources are set side by side by, as `{ area: "essex", figure: 900 }`.
 */
export type FigureSource = Omit<DeepReadonly<z.infer<typeof sourceSchema>>, "rows" | "counts"> & {
  /** A measure, as `"referrals"`, or one for each of another, as `"GBP/starts"`. */
  readonly counts: CountedMeasure | `${CountedMeasure}/${CountedMeasure}`;
  readonly rows: readonly SourceRow[];
};

/** A measure of this field. */
export type CountedMeasure = (typeof measures)[number]["unit"];

/**
 * A row of a source, whose words have whatever names they are set side by side by. Where the source counts people or
 * cases, a bare number is a count and whole; an estimate, as of a forecast, is an assumption, `{ value: "236.25" }`.
 */
export type SourceRow = Readonly<Record<string, unknown>> & {
  readonly figure: DeepReadonly<z.infer<typeof assumptionSchema>>;
};

/** How sources are set side by side. */
export interface DisparitiesOptions {
  /** The names of the words that say which rows belong together: `["area", "period"]`. */
  readonly by: readonly string[];
  /** How far a figure may be off, as a share of the first source's, below 1: "0.05". */
  readonly tolerance: number | string;
  /** In what the sources may differ after all, each with the reason why it does not matter here. */
  readonly waive?: readonly SourceWaiver[] | undefined;
}

/** Checks sources whole: their form, the words of their rows, and whether they are like for like. */
export function parseSources(
  sources: readonly FigureSource[],
  options: DisparitiesOptions,
): { readonly sources: readonly FigureSource[]; readonly options: DisparitiesOptions } {
  const parsed = parsedAs("comparison of sources", disparitiesSchema, { sources, options }, (read) => {
    const rows = (read.sources as readonly FigureSource[]).flatMap((source) => source.rows);
    const { by, problems } = meantBy(read.options.by, rows);
    return [
      ...(read.sources.length < 2
        ? [problem(["sources"], "two sources or more", String(read.sources.length))]
        : []),
      ...problems,
      ...partProblems(["options", "tolerance"], read.options.tolerance),
      ...twiceProblems(read.options.by, (index) => ["options", "by", index]),
      ...read.options.by.flatMap((name, index) =>
        tabled.includes(name) ? [problem(["options", "by", index], otherWord, JSON.stringify(name))] : [],
      ),
      ...twiceProblems(
        read.sources.map(({ name }) => name),
        (index) => ["sources", index, "name"],
      ),
      ...(read.sources as readonly FigureSource[]).flatMap((source, index) => [
        ...countsProblems(source.counts, ["sources", index, "counts"]),
        ...otherKindProblems(source.counts, source.basis, ["sources", index, "basis"]),
        ...flowAtDateProblems(source.basis, ["sources", index, "basis"]),
        ...scopeProblems(source.basis, ["sources", index, "basis"]),
        ...emptyProblems(["sources", index, "rows"], source.rows),
        ...rowProblems(source, by, ["sources", index, "rows"]),
      ]),
      ...unlikeProblems(["sources"], read.sources, {
        money: read.sources.some(({ counts }) => isMoney(counts)),
        waive: read.options.waive,
      }),
    ];
  });
  return parsed as { readonly sources: readonly FigureSource[]; readonly options: DisparitiesOptions };
}

/** The names that words have in rows, where those asked for are misspelt: what no row has, near what rows have instead. */
function meantBy(
  asked: readonly string[],
  rows: readonly SourceRow[],
): { readonly by: readonly string[]; readonly problems: readonly Problem[] } {
  const had = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((name) => name !== "figure");
  const others = had.filter((name) => !asked.includes(name));
  const meant = asked.map((name) =>
    rows.some((row) => Object.hasOwn(row, name)) ? name : (nearestWord(name, others) ?? name),
  );
  return {
    by: meant,
    problems: asked.flatMap((name, index) => {
      const nearest = meant[index];
      if (nearest === name) return [];
      return [
        problem(["options", "by", index], `a word that rows have: ${listed(had)}`, JSON.stringify(name), {
          nearest,
        }),
      ];
    }),
  };
}

/** What else stands in a line of the table: no word that tells rows apart has such a name. */
const tabled: readonly string[] = [
  "figure",
  "source",
  "first",
  "here",
  "difference",
  "ratio",
  "verdict",
  "near",
];
const otherWord = "the name of a word, which nothing else in a line is called";

/** What is wrong with what figures count: one measure, or two with a stroke between. */
function countsProblems(counts: string, path: Path): readonly Problem[] {
  const known: readonly string[] = measures.map(({ unit }) => unit);
  const [above = "", below, ...others] = counts.split("/");
  const stray = [above, ...(below === undefined ? [] : [below])].find((word) => !known.includes(word));
  if (stray !== undefined) return [unknownWord(path, stray, known, "a measure, or a quotient of two")];
  return above === below || others.length > 0
    ? [problem(path, "a measure, or a quotient of two", JSON.stringify(counts))]
    : [];
}

/** What is wrong with rows: a word that is missing or none, one that nobody asks for, two rows of the same words. */
function rowProblems({ rows, counts }: FigureSource, by: readonly string[], path: Path): readonly Problem[] {
  const words = [
    ...rows.flatMap((row, index) => wordProblems(row, by, [...path, index])),
    ...strayProblems(rows, by, path),
  ];
  if (words.length > 0) return words;
  return [
    ...rows.flatMap(({ figure }, index) => amountProblems([...path, index, "figure"], figure, counts)),
    ...twiceProblems(
      rows.map((row) => JSON.stringify(by.map((name) => row[name]))),
      (index) => [...path, index],
      rows.map((row) => by.map((name) => String(row[name])).join(", ")),
    ),
  ];
}

/** What is counted one by one: all that is there at a date or happens in a year, except full-time equivalents. */
const countedInWholes: readonly string[] = measures
  .filter(({ kind, unit }) => (kind === "stock" || kind === "flow") && unit !== "fte")
  .map(({ unit }) => unit);

/** What is wrong with a figure: it is below zero or outside its own limits; or a count, and not whole. */
function amountProblems(path: Path, figure: SourceRow["figure"], counts: string): readonly Problem[] {
  const outside = problemsInRange(path, "zero or more", figure);
  if (outside.length > 0 || !countedInWholes.includes(counts)) return outside;
  const due = `a whole number of ${counts}`;
  if (typeof figure === "object")
    return isCounts(figure)
      ? [problem(path, due, "a share of others", { mend: "Give the count itself." })]
      : [];
  return decimalFrom(figure).isInteger()
    ? []
    : [problem(path, due, String(figure), { mend: estimate(String(figure)) })];
}

/** What to write where something was estimated and not counted. */
const estimate = (number: string): string =>
  `Where it is no count but an estimate, say so: { value: "${number}", note: "…" }.`;

function wordProblems(row: SourceRow, by: readonly string[], path: Path): readonly Problem[] {
  const missing = by.flatMap((name) => {
    const word = row[name];
    if (typeof word === "string" && /\S/.test(word)) return [];
    const mend = typeof word === "number" ? { mend: `Write "${String(word)}".` } : {};
    return [problem([...path, name], "a word", word === undefined ? "nothing" : describe(word), mend)];
  });
  return [...missing, ...figureProblems(row, figureMeant(row, by), path)];
}

/** The names of a row that nobody asks for. */
const othersIn = (row: SourceRow, by: readonly string[]): readonly string[] =>
  Object.keys(row).filter((name) => name !== "figure" && !by.includes(name));

/** The name under which a row without a figure may have it. */
const figureMeant = (row: SourceRow, by: readonly string[]): string | undefined =>
  (row as Partial<SourceRow>).figure === undefined
    ? othersIn(row, by).find((name) => z.safeParse(assumptionSchema, row[name]).success)
    : undefined;

/** Names that nobody asks for, each once for all rows of a source that have it. */
function strayProblems(rows: readonly SourceRow[], by: readonly string[], path: Path): readonly Problem[] {
  const strays = rows.flatMap((row, index) =>
    othersIn(row, by)
      .filter((name) => name !== figureMeant(row, by))
      .map((name) => ({ name, index })),
  );
  return [...groupedByName(strays)].map(([name, at]) => {
    const nearest = nearestWord(name, ["figure", ...by]);
    const rowsHaving =
      at.length === 1 ? JSON.stringify(name) : `${JSON.stringify(name)}, in ${String(at.length)} rows`;
    const mend =
      nearest === undefined && !tabled.includes(name)
        ? { mend: `Add ${JSON.stringify(name)} to by, or leave it out.` }
        : {};
    return problem([...path, at[0] ?? 0, name], `a known name: ${listed(["figure", ...by])}`, rowsHaving, {
      nearest,
      ...mend,
    });
  });
}

function groupedByName(
  strays: readonly { readonly name: string; readonly index: number }[],
): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const { name, index } of strays) places.set(name, [...(places.get(name) ?? []), index]);
  return places;
}

/** What is wrong with a row that has no figure: it may have one under another name. */
function figureProblems(
  { figure }: Partial<SourceRow>,
  meant: string | undefined,
  path: Path,
): readonly Problem[] {
  if (figure !== undefined) return [];
  const mend = meant === undefined ? {} : { mend: `Name it figure, not ${meant}.` };
  return [problem([...path, "figure"], assumptionForm, "nothing", mend)];
}
