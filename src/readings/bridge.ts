import { ModelError } from "../errors.ts";
import { describe, digitsOf } from "../numbers/decimal.ts";
import { grouped } from "../numbers/print.ts";
import type { Forecast, TableRow } from "../model/forecast.ts";
import type { Dimension } from "../model/row.ts";
import type { Basis } from "../vocabulary/basis.ts";
import { invalidData, problem } from "../vocabulary/problems.ts";
import { namesOfWords } from "../vocabulary/word-names.ts";
import type { Naming } from "../vocabulary/word-names.ts";
import { bridged, labels } from "./bridge/causes.ts";
import type { BridgedFigure, Cause } from "./bridge/causes.ts";
import { linesOf } from "./bridge/lines.ts";
import type { BridgeLine, BridgeTotal, Lines } from "./bridge/lines.ts";
import { settingsOf } from "./bridge/options.ts";
import type { BridgeOptions, Settings } from "./bridge/options.ts";
import { isOneSided, oneSidedIn, scopeInWords } from "./bridge/one-sided.ts";
import type { OneSided } from "./bridge/one-sided.ts";
import { dimensions } from "./bridge/pairs.ts";
import { causesOf, rowPartsOf } from "./bridge/parts.ts";
import type { RowParts } from "./bridge/parts.ts";
import { moved, tableOf, waterfallOf } from "./bridge/print.ts";
import type { WaterfallStep } from "./bridge/print.ts";
import type { Method } from "./bridge/split.ts";
import { differencesBetween, statementOf } from "../vocabulary/like-for-like.ts";
import type { Difference } from "../vocabulary/like-for-like.ts";
import { standing, waivedOf } from "./waivers.ts";
import type { Waived } from "./waivers.ts";

export const bridgeVersion = "volumes-and-values/bridge/1";

/** The difference of two forecasts, split by cause, line by line. */
export interface Bridge {
  readonly of: BridgedFigure;
  readonly method: Method;
  /** The causes, in the order in which they print, and in which a sequential split changes them. */
  readonly causes: readonly Cause[];
  /** What is not divided further. */
  readonly quantum: string;
  /** The dimensions by which lines are told apart. */
  readonly dimensions: readonly Dimension[];
  /** How many rows both forecasts have, and how many only one of them: those are scope. */
  readonly rows: { readonly both: number; readonly onlyBefore: number; readonly onlyAfter: number };
  /** The words that only one of them has: a lot that was renamed is out of scope by one name, and in by the other. */
  readonly oneSided: readonly OneSided[];
  readonly lines: readonly BridgeLine[];
  readonly total: BridgeTotal;
  /** In what the two forecasts are not like for like, and why that was let pass. */
  readonly waived: readonly Waived[];
  /** The same bridge with lines told apart by other dimensions. */
  by(...of: readonly Dimension[]): Bridge;
  /** Lines and their total as text, as `console.table` prints them. Causes that did nothing anywhere are left out; scope is one
   * that did, where it took out as much as it brought in. */
  table(): readonly TableRow[];
  /** The steps of a waterfall chart from the total before to the total after. */
  waterfall(): readonly WaterfallStep[];
  toString(): string;
  toJSON(): BridgeJson;
}

/** What a bridge says of some rows, in JSON: amounts as text. */
export interface BridgeTotalJson {
  readonly before: string;
  readonly after: string;
  readonly change: string;
  readonly parts: Readonly<Partial<Record<Cause, string>>>;
}

/** A bridge as plain data. */
export interface BridgeJson {
  readonly schema: typeof bridgeVersion;
  readonly of: BridgedFigure;
  readonly unit: string;
  readonly method: Method;
  readonly causes: readonly Cause[];
  readonly quantum: string;
  readonly dimensions: readonly Dimension[];
  readonly plans: { readonly before: string; readonly after: string };
  readonly bases: { readonly before?: Basis; readonly after?: Basis };
  readonly rows: Bridge["rows"];
  readonly oneSided: readonly OneSided[];
  readonly waived: readonly Waived[];
  readonly lines: readonly (BridgeTotalJson & Readonly<Partial<Record<Dimension, string>>>)[];
  readonly total: BridgeTotalJson;
}

const inspect = Symbol.for("nodejs.util.inspect.custom");

/**
 * The difference of two forecasts, split by cause: caseload, eligibility, turnover, need, take-up, start and
 * completion rates, complexity mix, ramp-up, unit cost, and scope. What the causes do sums to the difference, to the
 * penny, in every line and in the total, by whatever dimensions lines are told apart.
 *
 * Rows of the same words are set side by side, and each is a product: of the people of the lot's cohort in the area,
 * the share of them who are eligible, the share of these at the row's complexity, and so on to what a start costs.
 * Rows, lots, services, levels and years that only one forecast has are scope, and `oneSided` names them: what was
 * renamed between the two is among both, and nothing of it is split. By default a difference is shared by
 * Shapley value: what a cause changes, on average over every order in which the causes may be changed, so that no
 * order has to be defended, and the reverse is its mirror image.
 *
 * - caseload: the people under supervision in the lot's area and cohort. Where the cohort was changed, that is
 *   eligibility.
 * - take-up: those who take up the service of those in need, and how often each is referred.
 * - ramp-up: what of a full year was delivered: the days open, the growth, what waited from the year before, and a
 *   profile of spend.
 * - unit cost: what a start costs at the plateau, whatever moved it, the hours of those who never start and the
 *   price index of the year among it.
 *
 * Mobilisation is a line of its own, and is not bridged.
 *
 * @throws ModelError `not-like-for-like` for forecasts that state another definition, scope, price base or VAT, unless
 * that is waived with a reason; `invalid-data` for options that are not in form; `out-of-range` for a quantum that is
 * too fine.
 *
 * @example
 * ```ts
 * import { forecast, parsePlan } from "volumes-and-values";
 * import { referenceRules } from "volumes-and-values/reference";
 * import { bridge } from "volumes-and-values/readings";
 *
 * const planOf = (people: number, costPerStart: number) =>
 *   parsePlan({
 *     schema: "volumes-and-values/plan/1",
 *     name: "One lot in Essex (illustrative)",
 *     caseload: {
 *       asOf: "2020-06-30",
 *       source: "illustrative",
 *       counted: "people",
 *       cells: [{ area: "essex", sentenceType: "licence", people }],
 *     },
 *     turnover: 1,
 *     services: {
 *       accommodation: {
 *         rules: referenceRules["accommodation"],
 *         complexityMix: { low: 0, medium: 1, high: 0 },
 *         needShare: 1,
 *         takeUpShare: 1,
 *         referralsPerPerson: 1,
 *         startRate: 1,
 *         completionRate: "0.5",
 *         rampUp: { profile: { shape: "step", monthsToPlateau: 1 }, unmet: "lost" },
 *         unitCost: { costPerStart },
 *       },
 *     },
 *     lots: [{ id: "essex", service: "accommodation", areas: ["essex"], cohort: {}, from: "2021-04-01" }],
 *     calendar: { years: "financial", first: "2021/22", last: "2021/22" },
 *   });
 * bridge(forecast(planOf(1000, 50)), forecast(planOf(1200, 45)));
 * // => indicativeValue, by Shapley value: 50,000.00 GBP before, 54,000.00 GBP after, change 4,000.00 GBP
 * //      caseload: 9,500.00
 * //      unit cost: -5,500.00
 * ```
 */
export function bridge(before: Forecast, after: Forecast, options: BridgeOptions = {}): Bridge {
  for (const [where, made] of Object.entries({ before, after })) refuseOther(where, made);
  const settings = settingsOf(options);
  const waived = waivedFor(before, after, settings);
  const rows = rowPartsOf(before, after, settings);
  const [was, is] = [namesOfWords(before.plan), namesOfWords(after.plan)];
  const nameOf: Naming = (dimension, word) => {
    const name = is(dimension, word);
    return name === word ? was(dimension, word) : name;
  };
  const about: About = { before, after, settings, waived, rows, nameOf };
  return bridgeBy(settings.by, about);
}

/** Two forecasts and the parts of their rows, before any are put together. */
interface About {
  readonly before: Forecast;
  readonly after: Forecast;
  readonly settings: Settings;
  readonly waived: readonly Waived[];
  readonly rows: readonly RowParts[];
  readonly nameOf: Naming;
}

function refuseOther(where: string, made: unknown): void {
  const { rows, plan, caseload } = (made ?? {}) as Partial<Forecast>;
  if (Array.isArray(rows) && plan !== undefined && Array.isArray(caseload)) return;
  const mend = "Make it with forecast(plan).";
  throw invalidData("bridge", [problem([where], "a forecast", describe(made), { mend })]);
}

function waivedFor(before: Forecast, after: Forecast, { of, waive }: Settings): readonly Waived[] {
  const { unit } = bridged[of];
  const differences = differencesBetween(statementOf(unit, before.basis), statementOf(unit, after.basis));
  const waived = waivedOf("bridge", differences, waive);
  const left: readonly Difference[] = Object.freeze(standing(differences, waived));
  if (left.length === 0) return waived;
  const reasons = left.map(({ message }) => `  ${message}`);
  const message = ["These forecasts are not like for like, and their difference is not split:", ...reasons];
  throw new ModelError("not-like-for-like", message.join("\n"), { differences: left });
}

function bridgeBy(by: readonly Dimension[], about: About): Bridge {
  const { settings, waived, rows, nameOf } = about;
  const { of, method, quantum } = settings;
  const made = linesOf(rows, by, settings, nameOf);
  const causes = Object.freeze(inOrderOfChange(settings));
  const shown = (): readonly Cause[] => moved(causes, made, rows.some(isOneSided));
  const text = (): string => textOf(made, shown(), about).join("\n");
  const result: Bridge & { readonly [inspect]: () => string } = {
    of,
    method,
    causes,
    quantum: digitsOf(quantum),
    dimensions: by,
    rows: countsOf(rows),
    oneSided: oneSidedIn(rows),
    ...made,
    waived,
    by: (...others) => bridgeBy(knownDimensions(others), about),
    table: () => tableOf(made, by, shown(), quantum),
    waterfall: () => waterfallOf(made.total, shown(), quantum),
    toString: text,
    toJSON: () => jsonOf(result, about),
    [inspect]: text,
  };
  return Object.freeze(result);
}

/** The causes as they print: a sequential split in its own order. */
const inOrderOfChange = (settings: Settings): readonly Cause[] => {
  const causes = causesOf(settings);
  return [...settings.order.map((place) => causes[place] as Cause), ...causes.slice(settings.causes.length)];
};

function knownDimensions(of: readonly unknown[]): readonly Dimension[] {
  const problems = of.flatMap((one, index) =>
    dimensions.some((known) => known === one)
      ? []
      : [problem(["by", index], `a dimension: ${dimensions.join(", ")}`, describe(one))],
  );
  if (problems.length > 0) throw invalidData("bridge", problems);
  return Object.freeze([...new Set(of as readonly Dimension[])]);
}

function countsOf(rows: readonly RowParts[]): Bridge["rows"] {
  const onlyBefore = rows.filter(({ after }) => after === undefined).length;
  const onlyAfter = rows.filter(({ before }) => before === undefined).length;
  return Object.freeze({ both: rows.length - onlyBefore - onlyAfter, onlyBefore, onlyAfter });
}

const methodNames: Readonly<Record<Method, string>> = {
  shapley: "by Shapley value",
  sequential: "one cause after another",
  isolated: "each cause alone",
};

function textOf(made: Lines, shown: readonly Cause[], { settings, waived, rows }: About): readonly string[] {
  const { of, method, quantum } = settings;
  const { before, after, change, parts } = made.total;
  const amount = ({ value }: BridgeTotal["change"]): string => grouped(value, quantum.decimalPlaces());
  const [was, is, by] = [before, after, change].map((figure) => `${amount(figure)} ${figure.unit}`);
  return [
    `${of}, ${methodNames[method]}: ${String(was)} before, ${String(is)} after, change ${String(by)}`,
    ...shown.map((cause) => `  ${labels[cause]}: ${amount(parts[cause])}`),
    ...scopeInWords(countsOf(rows), oneSidedIn(rows)).map((line) => `  ${line}`),
    ...waived.map(({ message, reason }) => `  ${message} Waived: ${reason}`),
  ];
}

function jsonOf(made: Bridge, { before, after }: About): BridgeJson {
  const total = (one: BridgeTotal): BridgeTotalJson => ({
    before: digitsOf(one.before.value),
    after: digitsOf(one.after.value),
    change: digitsOf(one.change.value),
    parts: Object.fromEntries(made.causes.map((cause) => [cause, digitsOf(one.parts[cause].value)])),
  });
  const words = (line: BridgeLine) =>
    Object.fromEntries(made.dimensions.map((one) => [one, line[one] ?? ""]));
  return {
    schema: bridgeVersion,
    of: made.of,
    unit: made.total.change.unit,
    method: made.method,
    causes: made.causes,
    quantum: made.quantum,
    dimensions: made.dimensions,
    plans: { before: before.plan.name, after: after.plan.name },
    bases: {
      ...(before.basis === undefined ? {} : { before: before.basis }),
      ...(after.basis === undefined ? {} : { after: after.basis }),
    },
    rows: made.rows,
    oneSided: made.oneSided,
    waived: made.waived,
    lines: made.lines.map((line) => ({ ...words(line), ...total(line) })),
    total: total(made.total),
  };
}
