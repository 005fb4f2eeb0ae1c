import * as z from "zod/mini";
import type { Problem } from "../errors.ts";
import { assumptionSchema } from "./assumption.ts";
import { figureBasisSchema } from "./basis.ts";
import { unlikeProblems, waiversSchema } from "./likeness.ts";
import type { SourceWaiver } from "./likeness.ts";
import { problemsInRange } from "./checks/assumptions.ts";
import { flowAtDateProblems, scopeProblems } from "./kind-problems.ts";
import { emptyProblems, negativeProblems, shareProblems, twiceProblems } from "./listed-figures.ts";
import { formOf, parsedAs } from "./parsed.ts";
import { invalidData, pathText, problem } from "./problems.ts";
import type { Path } from "./problems.ts";
import { ungroupedProblems } from "./rows-of-returns.ts";
import { day, identifier, plainNumber, text, wholeFrom, wholeNumber } from "./schema.ts";
import type { DeepReadonly } from "./schema.ts";

/** The volumes that add over areas and services alike: a person may be counted under several services, these are not. */
const collatedMeasures = ["referrals", "starts", "completions", "interventions", "places"] as const;

const rowSchema = z.strictObject({
  area: identifier,
  service: identifier,
  /** Where a provider tells complexities apart: each stands in a group of its own. */
  complexity: z.optional(identifier),
  volume: wholeNumber,
  /** Pounds for each of what the volume counts. */
  unitCost: z.optional(assumptionSchema),
});

const returnSchema = z.strictObject({
  /** Who made it: each provider makes one. */
  provider: text,
  counts: z.enum(collatedMeasures),
  basis: figureBasisSchema,
  source: z.optional(text),
  asOf: z.optional(day),
  rows: z.array(rowSchema),
});

const optionsSchema = z.strictObject({
  suppress: z.strictObject({ volumesBelow: wholeFrom(1), returnsBelow: wholeFrom(1) }),
  outliersBeyond: plainNumber,
  unmarkedShare: plainNumber,
  waive: z.optional(waiversSchema),
});

const collationSchema = z.strictObject({
  returns: z.array(returnSchema).check(z.minLength(1)),
  options: optionsSchema,
});

/** One provider's return: its volumes and unit costs by area and service, and on what basis they stand. */
export type ProviderReturn = DeepReadonly<z.infer<typeof returnSchema>>;

/** How returns are collated. Nothing here has a default: whoever publishes the figures answers for each. */
export interface CollateOptions {
  /** What is too small to publish. */
  readonly suppress: {
    /** A volume above zero and below this is hidden; 1 hides none. */
    readonly volumesBelow: number;
    /** What fewer providers than this stand behind is hidden; 1 hides none. */
    readonly returnsBelow: number;
  };
  /** How many times the distance between the quartiles a figure lies beyond them to be marked: "1.5" is usual. */
  readonly outliersBeyond: number | string;
  /** What lies within this share of the median is never marked, however near the quartiles are: "0.1", or 0 for none. */
  readonly unmarkedShare: number | string;
  /** In what the returns may differ after all, each with the reason why it does not matter here. */
  readonly waive?: readonly SourceWaiver[] | undefined;
}

/** Checks returns and options whole: their form first, then what they mean, and whether they are like for like. */
export function parseCollation(
  returns: readonly ProviderReturn[],
  options: CollateOptions,
): { readonly returns: readonly ProviderReturn[]; readonly options: CollateOptions } {
  const ungrouped = ungroupedProblems(returns);
  if (ungrouped.length > 0)
    throw invalidData("collation", [
      ...ungrouped,
      ...formOf(z.strictObject({ options: optionsSchema }), { options }).problems,
    ]);
  return parsedAs("collation", collationSchema, { returns, options }, (read) => [
    ...negativeProblems(["options", "outliersBeyond"], read.options.outliersBeyond),
    ...shareProblems(["options", "unmarkedShare"], read.options.unmarkedShare),
    ...twiceProblems(
      read.returns.map(({ provider }) => provider),
      (index) => ["returns", index, "provider"],
    ),
    ...read.returns.flatMap(({ rows, basis }, index) => [
      ...stockProblems(basis.kind, ["returns", index, "basis", "kind"]),
      ...flowAtDateProblems(basis, ["returns", index, "basis"]),
      ...scopeProblems(basis, ["returns", index, "basis"]),
      ...emptyProblems(["returns", index, "rows"], rows),
      ...rowProblems(rows, ["returns", index, "rows"]),
    ]),
    ...mixtureProblems(read.returns),
    ...unlikeProblems(["returns"], read.returns, {
      money: read.returns.some(({ rows }) => rows.some(({ unitCost }) => unitCost !== undefined)),
      waive: read.options.waive,
    }),
  ]);
}

const stockProblems = (kind: "stock" | "flow", path: Path): readonly Problem[] =>
  kind === "flow" ? [] : [problem(path, "flow, since volumes happen in a period", kind)];

/** What totals are called in the table: no row may look like one. */
const ofTotals: readonly string[] = ["all areas", "all services", "all complexities"];

const rowProblems = (rows: ProviderReturn["rows"], path: Path): readonly Problem[] => [
  ...twiceProblems(
    rows.map(({ area, service, complexity }) => JSON.stringify([area, service, complexity])),
    (index) => [...path, index],
    rows.map(
      ({ area, service, complexity }) =>
        `${service}${complexity === undefined ? "" : ` of ${complexity} complexity`} in ${area}`,
    ),
  ),
  ...rows.flatMap(({ unitCost }, index) =>
    unitCost === undefined ? [] : problemsInRange([...path, index, "unitCost"], "zero or more", unitCost),
  ),
  ...rows.flatMap((row, index) =>
    (["area", "service", "complexity"] as const).flatMap((name) =>
      ofTotals.includes(row[name] ?? "")
        ? [problem([...path, index, name], `one ${name}, as totals are made here`, JSON.stringify(row[name]))]
        : [],
    ),
  ),
];

/** A row of a return, where it stands. */
interface Placed {
  readonly at: number;
  readonly path: Path;
  readonly row: ProviderReturn["rows"][number];
}

/**
 * What is wrong with rows of one area and service of which some state a complexity and others do not: nobody can say
 * whether the others count the same people again. The fewer returns are blamed, or the fewer rows of as many returns;
 * of as many rows, both.
 */
function mixtureProblems(returns: readonly ProviderReturn[]): readonly Problem[] {
  const places = new Map<string, Placed[]>();
  for (const [at, { rows }] of returns.entries())
    for (const [place, row] of rows.entries()) {
      const key = JSON.stringify([row.area, row.service]);
      const here = places.get(key) ?? [];
      places.set(key, here);
      here.push({ at, path: ["returns", at, "rows", place], row });
    }
  return [...places.values()].flatMap((here) => {
    const stated = here.filter(({ row }) => row.complexity !== undefined);
    const bare = here.filter(({ row }) => row.complexity === undefined);
    return [...blamedBeside(bare, stated), ...blamedBeside(stated, bare)];
  });
}

/** A problem for each of some rows, unless there are more of them than of the others. */
function blamedBeside(some: readonly Placed[], others: readonly Placed[]): readonly Problem[] {
  const [first] = others;
  if (first === undefined || outnumber(some, others)) return [];
  const due = first.row.complexity === undefined ? "no" : "a";
  return some.map(({ path, row: { area, service, complexity } }) =>
    problem(
      [...path, "complexity"],
      `${due} complexity of ${service} in ${area}, as in ${pathText(first.path)}`,
      complexity === undefined ? "nothing" : JSON.stringify(complexity),
      { mend: stateAllOrNone },
    ),
  );
}

function outnumber(some: readonly Placed[], others: readonly Placed[]): boolean {
  const more = returnsOf(some) - returnsOf(others);
  return more === 0 ? some.length > others.length : more > 0;
}

const returnsOf = (rows: readonly Placed[]): number => new Set(rows.map(({ at }) => at)).size;

const stateAllOrNone =
  "State it in every row of that area and service, or in none: what has none may count the same people again.";
