import { outOfRange } from "../errors.ts";
import type { NumberLike } from "../numbers/decimal.ts";
import { given, isFigure } from "../numbers/figure.ts";
import type { About, FigureJson } from "../numbers/figure.ts";
import { grouped } from "../numbers/print.ts";
import type { Basis } from "../vocabulary/basis.ts";
import type { Plan } from "../vocabulary/plan.ts";
import { nominal } from "../vocabulary/prices.ts";
import { namesOfWords } from "../vocabulary/word-names.ts";
import { caseloadRowsOf } from "./caseload-rows.ts";
import type { CaseloadRow } from "./caseload-rows.ts";
import { checkedFilter, knownDimension, matches } from "./filter.ts";
import type { Filter, Wanted } from "./filter.ts";
import { groupedBy } from "./group.ts";
import { mobilisationOf } from "./mobilisation.ts";
import type { MobilisationRow } from "./mobilisation.ts";
import { dimensions } from "./row.ts";
import type { Dimension, Row, RowKey } from "./row.ts";
import { rowsOf } from "./rows.ts";
import { purchasesOf, ready } from "./scope.ts";
import { totalOf } from "./total.ts";
import type { Overlap, Total } from "./total.ts";

/** A total with the words of the dimensions it was asked by. */
export type TotalBy = Total & Readonly<Partial<RowKey>>;

/** What lets people be added over services. */
export interface TotalOptions {
  /** How many services one person is in, on average. */
  readonly servicesPerPerson?: NumberLike;
}

/** A row of text, as `console.table` prints it. */
export type TableRow = Readonly<Record<string, string>>;

/** What a plan comes to: a row for each lot, area, service, complexity and year, and totals over these. */
export interface Forecast {
  readonly plan: Plan;
  /** What the plan states of its figures; where it has a price index, money is in the prices of each year. */
  readonly basis: Basis | undefined;
  /** The years, in order. */
  readonly years: readonly string[];
  readonly rows: readonly Row[];
  readonly mobilisation: readonly MobilisationRow[];
  /** The people under supervision in each area of each lot, from whom its rows come. */
  readonly caseload: readonly CaseloadRow[];
  /**
   * The total of the rows that a filter picks; of all, without one. Referrals, starts, completions and money add over
   * every dimension; people do not add over services or years, and are absent there with the reason.
   *
   * @throws ModelError `unknown-word` for a dimension or a word that is not in the forecast, naming those that are.
   */
  total(filter?: Filter, options?: TotalOptions): Total;
  /** A total for each combination of words in some dimensions, in the order of the rows. */
  by(...of: readonly Dimension[]): readonly TotalBy[];
  /** The same as text: people and volumes in whole numbers, unit costs in pence, values in pounds, half to even. */
  table(...of: readonly Dimension[]): readonly TableRow[];
  toJSON(): ForecastJson;
}

/** A forecast in JSON: every row with its words and its figures. */
export interface ForecastJson {
  readonly schema: "volumes-and-values/forecast/1";
  readonly plan: string;
  readonly basis?: Basis;
  readonly years: readonly string[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly mobilisation: readonly MobilisationRow[];
}

/**
 * What a plan comes to: volumes, unit costs and values by lot, area, service, complexity and year, each with its
 * working down to the plan's assumptions.
 *
 * @param draft - a plan; one that {@link parsePlan} has not read yet is read first
 * @throws ModelError `invalid-data` for a plan with problems, and where an assumption differs by an attribute and has no value for some people.
 *
 * @example
 * ```ts
 * import { forecast, parsePlan } from "volumes-and-values";
 * import { referenceRules } from "volumes-and-values/reference";
 *
 * const plan = parsePlan({
 *   schema: "volumes-and-values/plan/1",
 *   name: "One lot in Essex (illustrative)",
 *   caseload: {
 *     asOf: "2020-06-30",
 *     source: "illustrative",
 *     counted: "people",
 *     cells: [
 *       { area: "essex", sentenceType: "licence", people: 600 },
 *     ],
 *   },
 *   turnover: { value: "1.6", source: "illustrative" },
 *   services: {
 *     accommodation: {
 *       rules: referenceRules["accommodation"],
 *       complexityMix: { low: "0.2", medium: "0.3", high: "rest" },
 *       needShare: "0.5",
 *       takeUpShare: 1,
 *       referralsPerPerson: 1,
 *       startRate: { count: 3, of: 4, source: "illustrative" },
 *       completionRate: "0.5",
 *       rampUp: { profile: { shape: "step", monthsToPlateau: 1 }, unmet: "lost" },
 *       unitCost: { costPerStart: 250 },
 *     },
 *   },
 *   lots: [{ id: "essex", service: "accommodation", areas: ["essex"], cohort: {}, from: "2021-04-01" }],
 *   calendar: { years: "financial", first: "2021/22", last: "2022/23" },
 * });
 * const year = forecast(plan).total({ year: "2021/22" });
 * year.starts.toString(); // => 360 starts
 * year.indicativeValue.toString(); // => 90000 GBP
 * ```
 */
export function forecast(draft: Plan): Forecast {
  const prepared = ready(draft);
  const { plan, pricing } = prepared;
  const basis = plan.prices === undefined ? plan.basis : { ...plan.basis, priceBase: nominal };
  const rows = Object.freeze(purchasesOf(prepared).flatMap((purchase) => rowsOf(purchase, prepared)));
  const mobilisation = Object.freeze(mobilisationOf(prepared));
  const words = wordsIn(rows);
  const nameOf = namesOfWords(plan);
  const memory = new Map<string, Total>();

  const about = (wanted: Wanted): About =>
    Object.fromEntries(
      wanted.map(([dimension, list]) => [
        dimension,
        list.map((word) => nameOf(dimension, word)).join(" and "),
      ]),
    );

  const inYears = mobilisation.filter(({ year }) => words.year.includes(year));

  const once = (wanted: Wanted, options: TotalOptions, picked: () => readonly Row[]): Total => {
    const { servicesPerPerson } = options;
    const key = JSON.stringify([wanted, String(servicesPerPerson)]);
    const known = memory.get(key);
    if (known !== undefined) return known;
    const overlap = servicesPerPerson === undefined ? undefined : overlapOf(servicesPerPerson);
    const made = totalOf(picked(), mobilisationFor(inYears, wanted), about(wanted), pricing.about, overlap);
    memory.set(key, made);
    return made;
  };

  const total = (filter: Filter = {}, options: TotalOptions = {}): Total => {
    const wanted = checkedFilter(filter, words);
    return once(wanted, options, () => rows.filter((row) => matches(row, wanted)));
  };

  const by = (...of: readonly Dimension[]): readonly TotalBy[] => {
    const asked = of.map(knownDimension);
    return [
      ...groupedBy(rows, (row) => JSON.stringify(asked.map((dimension) => row[dimension]))).values(),
    ].map((group) => {
      const first = group[0];
      const key = Object.fromEntries(
        asked.map((dimension) => [dimension, first[dimension]]),
      ) as Partial<RowKey>;
      return Object.freeze({
        ...key,
        ...once(
          asked.map((dimension) => [dimension, [first[dimension]]]),
          {},
          () => group,
        ),
      });
    });
  };

  return Object.freeze({
    plan,
    basis,
    years: Object.freeze([...words.year]),
    rows,
    mobilisation,
    caseload: caseloadRowsOf(prepared),
    total,
    by,
    table: (...of: readonly Dimension[]) => by(...of).map((one) => tableRow(one, of, nameOf)),
    toJSON: () => ({
      schema: "volumes-and-values/forecast/1",
      plan: plan.name,
      ...(basis === undefined ? {} : { basis }),
      years: [...words.year],
      rows: rows.map(rowJson),
      mobilisation,
    }),
  } satisfies Forecast);
}

/** How many services one person is in: at least one. */
function overlapOf(servicesPerPerson: NumberLike): Overlap {
  const figure = given(servicesPerPerson, "ratio", { name: "servicesPerPerson" });
  if (figure.value.lessThan(1))
    throw outOfRange("servicesPerPerson", "at least 1", String(figure), "Everybody counted is in one.");
  return { servicesPerPerson: figure };
}

const wordsIn = (rows: readonly Row[]): Readonly<Record<Dimension, readonly string[]>> =>
  Object.fromEntries(
    dimensions.map((dimension) => [dimension, [...new Set(rows.map((row) => row[dimension]))]]),
  ) as unknown as Record<Dimension, readonly string[]>;

const ofWholeLots: ReadonlySet<Dimension> = new Set(["lot", "contractType", "year"]);

function mobilisationFor(
  mobilisation: readonly MobilisationRow[],
  wanted: Wanted,
): readonly MobilisationRow[] | string {
  const part = wanted.find(([dimension]) => !ofWholeLots.has(dimension));
  if (part !== undefined) return `mobilisation is a line of whole lots, and is not divided by ${part[0]}`;
  return mobilisation.filter((row) =>
    wanted.every(([dimension, words]) => words.includes(row[dimension as "lot" | "contractType" | "year"])),
  );
}

/** What a table shows of a total, and to how many places. */
export const columns = [
  ["eligible", 0],
  ["unknown", 0],
  ["referrals", 0],
  ["unmet", 0],
  ["starts", 0],
  ["completions", 0],
  ["unitCost", 2],
  ["indicativeValue", 0],
] as const;

const tableRow = (
  total: TotalBy,
  of: readonly Dimension[],
  name: (dimension: Dimension, word: string) => string,
): TableRow => ({
  ...Object.fromEntries(of.map((dimension) => [dimension, name(dimension, total[dimension] ?? "")])),
  ...Object.fromEntries(
    columns.map(([column, places]) => {
      const figure = total[column];
      return [column, isFigure(figure) ? grouped(figure.value, places) : "—"];
    }),
  ),
});

const rowJson = (row: Row): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]: readonly [string, unknown]) => [
      name,
      isFigure(value) ? bare(value.toJSON()) : value,
    ]),
  );

/** A figure in a row, whose words are the row's. */
const bare = ({ value, unit }: FigureJson): FigureJson => ({ value, unit });
