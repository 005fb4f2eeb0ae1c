import { isModelError } from "../../errors.ts";
import type { Problem } from "../../errors.ts";
import { describe, minus } from "../../numbers/decimal.ts";
import { isFigure } from "../../numbers/figure.ts";
import { grouped } from "../../numbers/print.ts";
import { duplicateProblems } from "../../vocabulary/checks/duplicates.ts";
import { differencesBetween, inShort, statementOf } from "../../vocabulary/like-for-like.ts";
import type { Plan } from "../../vocabulary/plan.ts";
import { invalidData, problem } from "../../vocabulary/problems.ts";
import { checkedScenario } from "../../vocabulary/scenario.ts";
import type { Scenario } from "../../vocabulary/scenario.ts";
import { unknownWordError } from "../filter.ts";
import { columns, forecast } from "../forecast.ts";
import type { Forecast, ForecastJson, TableRow, TotalBy } from "../forecast.ts";
import type { Notice } from "../review.ts";
import { dimensions } from "../row.ts";
import type { Dimension } from "../row.ts";
import { applyScenario, calledIn } from "./apply.ts";

const baseCase = "base case";

/** What a table of scenarios may set side by side. */
export type Compared = (typeof columns)[number][0];

/** A plan under one scenario, or under none. */
export interface Case {
  /** The scenario's name, or "base case". */
  readonly name: string;
  /** What was changed and why; undefined in the base case. */
  readonly scenario: Scenario | undefined;
  readonly forecast: Forecast;
  /** What a careful reader would ask: why a scenario changes nothing. */
  readonly notices: readonly Notice[];
}

/** What a plan comes to under several scenarios, the base case first. */
export interface Scenarios {
  readonly cases: readonly Case[];
  /**
   * Each case under the other: a row of text for each combination of words in some dimensions and each case, with what
   * it changes in starts and in value.
   */
  table(...of: readonly Dimension[]): readonly TableRow[];
  /** One thing side by side: a row for each combination of words, a column for each case, with the change from the base. */
  sideBySide(compared: Compared, ...of: readonly Dimension[]): readonly TableRow[];
  toJSON(): ScenariosJson;
}

/** Scenarios in JSON: the forecast of the base case, and each scenario with its own. */
export interface ScenariosJson {
  readonly schema: "volumes-and-values/scenarios/1";
  readonly base: ForecastJson;
  readonly scenarios: readonly {
    readonly scenario: Scenario;
    readonly forecast: ForecastJson;
    readonly notices: readonly Notice[];
  }[];
}

/**
 * What a plan comes to as it is, and under each of several scenarios. A scenario that changes no figure has a notice that
 * says so. Where a scenario brings other prices, money is not
 * like for like with that of the base case: its tables say so in place of the change.
 *
 * @param plan - the plan; one that `parsePlan` has not read yet is read first
 * @param list - the scenarios, each of a name of its own
 * @throws ModelError `invalid-data` for scenarios of one name, and as {@link applyScenario} does, naming the scenario.
 *
 * @example
 * ```ts
 * import { parsePlan } from "volumes-and-values";
 * import { referenceRules } from "volumes-and-values/reference";
 * import { scenarios } from "volumes-and-values/scenarios";
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
 *       takeUpShare: "0.8",
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
 * const result = scenarios(plan, [
 *   {
 *     name: "more take-up",
 *     reason: "officers refer one in ten more",
 *     changes: [{ scale: "services.*.takeUpShare", by: "1.1" }],
 *   },
 *   {
 *     name: "costs up",
 *     reason: "the pay award",
 *     changes: [{ add: 10, to: "services.*.unitCost.costPerStart" }],
 *   },
 * ]);
 * result.cases[1]?.forecast.total().starts.toString(); // => 633.6 starts
 * result.sideBySide("indicativeValue", "year")[0];
 * // => {
 * //      year: '2021/22',
 * //      'base case': '72,000',
 * //      'more take-up': '79,200 (+7,200)',
 * //      'costs up': '74,880 (+2,880)'
 * //    }
 * ```
 */
export function scenarios(plan: Plan, list: readonly Scenario[]): Scenarios {
  if (!Array.isArray(list)) throw noList(list);
  const read = (list as readonly Scenario[]).map(checkedScenario);
  const problems = nameProblems(read);
  if (problems.length > 0) throw invalidData("list of scenarios", problems);
  const base: Case = {
    name: baseCase,
    scenario: undefined,
    forecast: forecast(plan),
    notices: Object.freeze([]),
  };
  const under = read.map((scenario, index): Case & { readonly scenario: Scenario } => {
    const made = forecastUnder(plan, scenario);
    const notices = areAlike(base.forecast, made) ? [idleNotice(scenario, index)] : [];
    return { name: scenario.name, scenario, forecast: made, notices: Object.freeze(notices) };
  });
  const cases = Object.freeze([base, ...under].map((one) => Object.freeze(one)));
  return Object.freeze({
    cases,
    table: (...of: readonly Dimension[]) =>
      gridOf(cases, of).flatMap((line) =>
        cases.map(({ name }, index) => ({
          ...line.words,
          scenario: name,
          ...(line.cells[index]?.row ?? line.blank),
          changeInStarts: changeIn("starts", line, index, cases),
          changeInValue: changeIn("indicativeValue", line, index, cases),
        })),
      ),
    sideBySide: (compared: Compared, ...of: readonly Dimension[]) => {
      const column = knownColumn(compared);
      return gridOf(cases, of).map((line) => ({
        ...line.words,
        ...Object.fromEntries(cases.map(({ name }, index) => [name, besideBase(column, line, index, cases)])),
      }));
    },
    toJSON: () => ({
      schema: "volumes-and-values/scenarios/1",
      base: base.forecast.toJSON(),
      scenarios: under.map(({ scenario, forecast, notices }) => ({
        scenario,
        forecast: forecast.toJSON(),
        notices,
      })),
    }),
  } satisfies Scenarios);
}

/** Names that stand twice, or for a column of the tables already. */
function nameProblems(list: readonly Scenario[]): readonly Problem[] {
  const names = list.map(({ name }, index) => [[index, "name"], name] as const);
  const taken: readonly string[] = [baseCase, ...dimensions];
  return [
    ...duplicateProblems(names),
    ...names.flatMap(([path, name]) =>
      taken.includes(name) ? [problem(path, "a name that is not taken", JSON.stringify(name))] : [],
    ),
  ];
}

/** A forecast under a scenario, which is named where it cannot be made. */
function forecastUnder(plan: Plan, scenario: Scenario): Forecast {
  const changed = applyScenario(plan, scenario);
  try {
    return forecast(changed);
  } catch (error) {
    if (isModelError(error, "invalid-data")) throw invalidData(calledIn(scenario), error.details.problems);
    throw error;
  }
}

/** Whether two forecasts say the same of everything. */
const areAlike = (one: Forecast, other: Forecast): boolean =>
  (["rows", "mobilisation"] as const).every(
    (part) =>
      one[part].length === other[part].length &&
      one[part].every((row, index) => JSON.stringify(row) === JSON.stringify(other[part][index])),
  ) && JSON.stringify(one.basis) === JSON.stringify(other.basis);

/** What is asked of a scenario under which the forecast is as it was. */
const idleNotice = ({ name, changes }: Scenario, index: number): Notice =>
  Object.freeze({
    kind: "scenario that changes nothing",
    path: `${String(index)}.changes`,
    message:
      changes.length === 0
        ? `the scenario ${JSON.stringify(name)} makes no change`
        : `the scenario ${JSON.stringify(name)} changes no figure of the forecast: look at the days and years of its changes, and at the numbers that were there`,
  });

/** What a case has for one combination of words: its totals, and the same as text. */
interface GridCell {
  readonly total: TotalBy;
  readonly row: TableRow;
}

/** One combination of words, in whichever case it first is, and what each case has for it, if anything. */
interface Line {
  readonly words: TableRow;
  readonly cells: readonly (GridCell | undefined)[];
  readonly blank: TableRow;
}

const nothing = "—";

/** The totals of several cases by the same dimensions, in the order in which their words first come. */
function gridOf(cases: readonly Case[], of: readonly Dimension[]): readonly Line[] {
  const lines = new Map<string, { words: TableRow; cells: (GridCell | undefined)[] }>();
  for (const [index, { forecast }] of cases.entries()) {
    const rows = forecast.table(...of);
    for (const [at, total] of forecast.by(...of).entries()) {
      const key = JSON.stringify(of.map((dimension) => total[dimension]));
      const row = rows[at] as TableRow;
      const words = Object.fromEntries(of.map((dimension) => [dimension, row[dimension] ?? ""]));
      const line = lines.get(key) ?? { words, cells: [] };
      line.cells[index] = { total, row };
      lines.set(key, line);
    }
  }
  const blank = Object.fromEntries(columns.map(([column]) => [column, nothing]));
  return [...lines.values()].map((line) => ({ ...line, blank }));
}

function knownColumn(name: unknown): Compared {
  const known = columns.map(([column]) => column);
  const column = known.find((one) => one === name);
  if (column === undefined)
    throw unknownWordError("column", typeof name === "string" ? name : describe(name), known);
  return column;
}

/**
 * By how much a case differs from the base, with its sign; "new" or "gone" where only one of the two has it, and the
 * reason where the two are not like for like, real and nominal money say.
 */
function changeIn(column: Compared, { cells }: Line, index: number, cases: readonly Case[]): string {
  const [before, after] = [cells[0], cells[index]];
  if (index === 0 || (before === undefined && after === undefined)) return nothing;
  if (before === undefined) return "new";
  if (after === undefined) return "gone";
  const [a, b] = [before.total[column], after.total[column]];
  if (!isFigure(a) || !isFigure(b)) return nothing;
  const [was, is] = [cases[0], cases[index]].map((one) => statementOf(a.unit, one?.forecast.basis));
  // A scenario may well change the scope. Money in other prices is another thing.
  const differences = differencesBetween(was ?? {}, is ?? {}).filter(({ of }) => of === "priceBase");
  if (differences.length > 0) return `not like for like: ${differences.map(inShort).join("; ")}`;
  const [, places] = columns.find(([name]) => name === column) as (typeof columns)[number];
  const text = grouped(minus(b.value, a.value), places);
  return /[1-9]/.test(text) && !text.startsWith("-") ? `+${text}` : text;
}

function besideBase(column: Compared, line: Line, index: number, cases: readonly Case[]): string {
  const value = line.cells[index]?.row[column] ?? nothing;
  const change = changeIn(column, line, index, cases);
  return change === nothing ? value : `${value} (${change})`;
}

const noList = (received: unknown): Error =>
  invalidData("list of scenarios", [
    problem([], "a list of scenarios", describe(received), {
      mend: "Put one alone into a list: [scenario].",
    }),
  ]);
