import { absent, isAbsent } from "../../absent.ts";
import type { Absent, Maybe } from "../../absent.ts";
import {
  allowedDisparityIn,
  disparityIn,
  ratioOfSourcesIn,
  reconciledTotalIn,
} from "../../formulas/disparity.ts";
import { isZero } from "../../numbers/exact.ts";
import { given, isFigure, sum } from "../../numbers/figure.ts";
import type { About, Figure } from "../../numbers/figure.ts";
import { grouped } from "../../numbers/print.ts";
import type { Unit } from "../../numbers/unit.ts";
import { whyNotAdded } from "../../vocabulary/adding.ts";
import { isMoney } from "../../vocabulary/like-for-like.ts";
import type { Aspect } from "../../vocabulary/like-for-like.ts";
import { unstatedBy } from "../../vocabulary/likeness.ts";
import type { SourceWaiver } from "../../vocabulary/likeness.ts";
import { parseSources } from "../../vocabulary/source-figures.ts";
import type { DisparitiesOptions, FigureSource } from "../../vocabulary/source-figures.ts";
import { assumedFigure } from "../inputs.ts";
import { nearAmong } from "./near-rows.ts";

/** Whether a figure is as near to the first source's as it may be, or is missing on one side. */
export type Verdict = "within" | "beyond" | "missing here" | "missing in the first";

/** One source beside the first, for one area and period, or whatever they are set side by side by. */
export interface Disparity {
  /** What it is of: `{ area: "essex", period: "2019/20" }`. */
  readonly of: About;
  readonly source: string;
  readonly reference: Maybe<Unit>;
  readonly figure: Maybe<Unit>;
  /** What the source says above what the first says. */
  readonly difference: Maybe<Unit>;
  readonly ratio: Maybe<"ratio">;
  /** How far it may be off. */
  readonly allowed: Maybe<Unit>;
  readonly verdict: Verdict;
  /** Where one side lacks the row: what the other side alone has that is spelt nearly so, and may be the same. */
  readonly near: About | undefined;
}

/** How the total of a source comes about from the first's. */
export interface SourceReconciliation {
  readonly source: string;
  readonly reference: Figure;
  /** The differences where both have a figure, together. */
  readonly disparities: Figure;
  readonly onlyHere: Figure;
  readonly onlyInReference: Figure;
  /** The first's total, and these: what the source's own rows come to. */
  readonly total: Figure;
}

/** Sources of one measure side by side. */
export interface Disparities {
  /** The source that the others are held against. */
  readonly against: string;
  readonly rows: readonly Disparity[];
  /** One for each other source; none where the measure does not add, for which `unreconciled` says why. */
  readonly reconciliations: readonly SourceReconciliation[];
  readonly unreconciled: string | undefined;
  readonly waived: readonly SourceWaiver[];
  /** What no source states, so that nobody can say whether they agree in it. */
  readonly unstated: readonly Aspect[];
  /** The rows as text, for `console.table`. */
  table(): readonly Readonly<Record<string, string>>[];
}

/**
 * Two or more sources of the same measure side by side, each held against the first: difference, ratio, whether it is
 * within tolerance, and what is missing on either side. They must be like for like; what differs is refused unless it
 * is waived with a reason. The way from the first's total to each other's sums. A bare number of people, referrals or
 * whatever else is counted one by one is a count, and whole; what was estimated, as a forecast is, says so as an
 * assumption, `{ value: "236.25", note: "our forecast" }`.
 *
 * @param sources - the first is what the others are held against
 * @param options - the names of the words to set them side by side by, and the tolerance as a share of the first
 * @throws ModelError `invalid-data` with every problem at once.
 *
 * @example
 * ```ts
 * import { disparities } from "volumes-and-values/sources";
 *
 * const basis = { period: { each: "year" }, kind: "flow" } as const;
 * const { rows, reconciliations } = disparities(
 *   [
 *     { name: "case system", counts: "referrals", basis, rows: [{ area: "essex", figure: 900 }] },
 *     {
 *       name: "provider",
 *       counts: "referrals",
 *       basis,
 *       rows: [
 *         { area: "essex", figure: 1440 },
 *         { area: "kent", figure: 60 },
 *       ],
 *     },
 *   ],
 *   { by: ["area"], tolerance: "0.05" },
 * );
 * rows.map(({ of, verdict }) => [of["area"], verdict]);
 * // => [ [ 'essex', 'beyond' ], [ 'kent', 'missing in the first' ] ]
 * rows[0]?.ratio; // => Figure 1.6 · ratioOfSources · essex
 * reconciliations[0]?.total; // => Figure 1,500 referrals · reconciledTotal · provider
 * ```
 */
export function disparities(sources: readonly FigureSource[], options: DisparitiesOptions): Disparities {
  const read = parseSources(sources, options);
  const { by, tolerance, waive } = read.options;
  const [first, ...others] = read.sources.map((source, index) => readSource(source, by, index));
  if (first === undefined) throw new Error("sources without a first pass no check");
  const allowed = given(tolerance, "ratio", { name: "tolerance", path: "options.tolerance" });
  const rows = others.flatMap((other) => comparedWith(first, other, allowed));
  const unreconciled = whyItDoesNotAdd(read.sources, by);
  return Object.freeze({
    against: first.name,
    rows: Object.freeze(rows),
    reconciliations: Object.freeze(
      unreconciled === undefined ? others.map((other) => reconciled(first, other)) : [],
    ),
    unreconciled,
    waived: waive ?? Object.freeze([]),
    unstated: unstatedBy(read.sources, isMoney(first.unit)),
    table: () => Object.freeze(linesOf(rows)),
  });
}

/** A source's figures by what they are of. */
interface ReadSource {
  readonly name: string;
  readonly unit: Unit;
  readonly figures: ReadonlyMap<string, Figure>;
}

function readSource(
  { name, counts, rows, source, asOf }: FigureSource,
  by: readonly string[],
  index: number,
): ReadSource {
  const log = { source: source ?? name, ...(asOf === undefined ? {} : { asOf }) };
  const figures = rows.map((row, place): [string, Figure] => {
    const about = Object.fromEntries(by.map((word) => [word, String(row[word])]));
    const { figure } = row;
    const assumption = { ...log, ...(typeof figure === "object" ? figure : { value: figure }) };
    const path = ["sources", index, "rows", place, "figure"];
    return [
      JSON.stringify(Object.values(about)),
      assumedFigure(path, { name, unit: counts }, assumption, about),
    ];
  });
  return { name, unit: counts, figures: new Map(figures) };
}

/** Another source's figures beside the first's: those of the first in its order, and then what only the other has. */
function comparedWith(
  first: ReadSource,
  other: ReadSource,
  tolerance: Figure<"ratio">,
): readonly Disparity[] {
  const sums = sumsIn(first.unit);
  const keys = [...new Set([...first.figures.keys(), ...other.figures.keys()])];
  const found = keys.map((key) => {
    const reference = first.figures.get(key) ?? absent(`not in ${first.name}`);
    const figure = other.figures.get(key) ?? absent(`not in ${other.name}`);
    return { source: other.name, ...beside(figure, reference, tolerance, sums) };
  });
  const aloneIn = (verdict: Verdict): readonly About[] =>
    found.filter((one) => one.verdict === verdict).map(({ of }) => of);
  const nearTo: Readonly<Partial<Record<Verdict, (of: About) => About | undefined>>> = {
    "missing here": nearAmong(aloneIn("missing in the first")),
    "missing in the first": nearAmong(aloneIn("missing here")),
  };
  return found.map((one) => Object.freeze({ ...one, near: nearTo[one.verdict]?.(one.of) }));
}

type Beside = Omit<Disparity, "source" | "near">;

/** The sums of a comparison in its unit. */
const sumsIn = (unit: Unit) => ({
  disparity: disparityIn(unit),
  ratio: ratioOfSourcesIn(unit),
  allowed: allowedDisparityIn(unit),
});

function beside(
  figure: Maybe<Unit>,
  reference: Maybe<Unit>,
  tolerance: Figure<"ratio">,
  sums: ReturnType<typeof sumsIn>,
): Beside {
  if (isAbsent(figure)) return lacking(figure, { figure, reference }, "missing here");
  if (isAbsent(reference)) return lacking(reference, { figure, reference }, "missing in the first");
  const { about } = reference;
  const difference = sums.disparity({ figure, reference }, about);
  const allowed = sums.allowed({ reference, tolerance }, about);
  return {
    of: about,
    reference,
    figure,
    difference,
    ratio: isZero(reference)
      ? absent("nothing to divide by: the first says 0")
      : sums.ratio({ figure, reference }, about),
    allowed,
    verdict: difference.value.abs().greaterThan(allowed.value) ? "beyond" : "within",
  };
}

/** What remains to say where one side has no figure. */
const lacking = (reason: Absent, sides: Pick<Beside, "figure" | "reference">, verdict: Verdict): Beside => ({
  of: Object.values(sides).find(isFigure)?.about ?? {},
  ...sides,
  difference: reason,
  ratio: reason,
  allowed: reason,
  verdict,
});

/** Why the figures of these sources have no total, if they have none. */
function whyItDoesNotAdd(sources: readonly FigureSource[], by: readonly string[]): string | undefined {
  const severalOf = (name: string): boolean =>
    new Set(sources.flatMap(({ rows }) => rows.map((row) => row[name]))).size > 1;
  return whyNotAdded(sources[0]?.counts ?? "", by.filter(severalOf));
}

/** The way from the first's total to another's. */
function reconciled(first: ReadSource, other: ReadSource): SourceReconciliation {
  const about = { source: other.name };
  const { unit } = first;
  const all = [...first.figures];
  const disparity = disparityIn(unit);
  const both = all.flatMap(([key, reference]) => {
    const figure = other.figures.get(key);
    return figure === undefined ? [] : [disparity({ figure, reference }, reference.about)];
  });
  const without = (one: ReadSource, [key]: readonly [string, Figure]): boolean => !one.figures.has(key);
  const totalOf = (entries: readonly (readonly [string, Figure])[], name: string): Figure =>
    sum(
      unit,
      entries.map(([, figure]) => figure),
    ).named(name, about);
  const parts = {
    reference: totalOf(all, "reference"),
    disparities: sum(unit, both).named("disparities", about),
    onlyHere: totalOf(
      [...other.figures].filter((entry) => without(first, entry)),
      "onlyHere",
    ),
    onlyInReference: totalOf(
      all.filter((entry) => without(other, entry)),
      "onlyInReference",
    ),
  };
  return Object.freeze({ source: other.name, ...parts, total: reconciledTotalIn(unit)(parts, about) });
}

/** Rows as text, with what is spelt nearly so where there is any. */
function linesOf(rows: readonly Disparity[]): readonly Readonly<Record<string, string>>[] {
  const someNear = rows.some(({ near }) => near !== undefined);
  return rows.map((row) =>
    Object.freeze({
      ...lineOf(row),
      ...(someNear ? { near: Object.values(row.near ?? {}).join(", ") } : {}),
    }),
  );
}

function lineOf({ of, source, reference, figure, difference, ratio, verdict }: Disparity) {
  const printed = (one: Maybe<Unit>, places = 0): string =>
    isAbsent(one)
      ? ""
      : one.value.isInteger() && places === 0
        ? grouped(one.value, 0)
        : grouped(one.value, 2);
  return {
    ...of,
    source,
    first: printed(reference),
    here: printed(figure),
    difference: printed(difference),
    ratio: printed(ratio, 2),
    verdict,
  };
}
