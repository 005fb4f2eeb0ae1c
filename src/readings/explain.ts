import { outOfRange } from "../errors.ts";
import { decimalFrom, describe } from "../numbers/decimal.ts";
import type { Figure, Provenance } from "../numbers/figure.ts";
import { withoutNoise } from "../numbers/print.ts";
import { inShape } from "../numbers/working.ts";
import { refuseAbsent, refuseMixed } from "./absences.ts";
import { stepsOf } from "./steps.ts";
import type { Step } from "./steps.ts";
import { distributionText } from "../vocabulary/distribution-kinds.ts";

export type { Step } from "./steps.ts";

export const explanationVersion = "volumes-and-values/explanation/1";

/** How an explanation is cut. Left out, it goes down to the inputs. */
export interface ExplainOptions {
  /** How many levels of named figures are told: 1 is the figure's own sum. */
  readonly depth?: number;
}

/** The plain data of an explanation. */
export interface ExplanationJson {
  readonly schema: typeof explanationVersion;
  readonly steps: readonly Step[];
}

/** The working of a figure in words and figures. It prints as text. */
export interface Explanation {
  readonly steps: readonly Step[];
  toString(): string;
  markdown(): string;
  toJSON(): ExplanationJson;
}

const inspect = Symbol.for("nodejs.util.inspect.custom");

/**
 * The working of a figure: every sum behind it in words and in figures, down to sourced inputs, so that a reader with
 * no code can compute it again. Each figure is told once, and pointed at by its number; long sums are shortened, with
 * their count and their total.
 *
 * @returns an explanation, or several in the shape in which the figures came
 *
 * @example
 * ```ts
 * import { starts } from "volumes-and-values";
 * import { explain } from "volumes-and-values/readings";
 *
 * explain(starts({ referrals: 1200, startRate: "0.62" }));
 * // => [1] starts = 744 starts
 * //        = referrals [2] × startRate [3]
 * //        = 1200 × 0.62
 * //        source: RR3 meeting note, 26 August 2020, section 3b
 * //    [2] referrals = 1200 referrals, given
 * //    [3] startRate = 0.62 starts/referrals, given
 * ```
 */
export function explain(figure: Figure, options?: ExplainOptions): Explanation;
export function explain(figures: readonly Figure[], options?: ExplainOptions): Explanation[];
export function explain<K extends string>(
  figures: Readonly<Record<K, Figure>>,
  options?: ExplainOptions,
): Record<K, Explanation>;
export function explain(
  figures: Figure | readonly Figure[] | Readonly<Record<string, Figure>>,
  { depth = Infinity }: ExplainOptions = {},
): Explanation | Explanation[] | Record<string, Explanation> {
  if (!(depth === Infinity || Number.isInteger(depth)) || depth < 1) {
    throw outOfRange("depth", "a whole number from 1 up", describe(depth));
  }
  refuseAbsent(figures, "explain");
  refuseMixed(figures);
  return inShape("explain", figures, (figure) => explanationOf(figure, depth));
}

function explanationOf(figure: Figure, depth: number): Explanation {
  const steps = Object.freeze(stepsOf(figure, depth).map((step) => Object.freeze(step)));
  const text = (): string => steps.map((step) => linesOf(step, steps).join("\n")).join("\n");
  const explanation: Explanation & { readonly [inspect]: () => string } = {
    steps,
    toString: text,
    markdown: () => steps.map((step) => markdownOf(step, steps)).join("\n"),
    toJSON: () => ({ schema: explanationVersion, steps }),
    [inspect]: text,
  };
  return Object.freeze(explanation);
}

const longest = 24;

/** A value as it prints: in full while it is short, otherwise to twenty digits with a mark. */
function shown(value: string): string {
  const digits = withoutNoise(decimalFrom(value));
  return digits.length <= longest ? digits : `${digits.slice(0, longest - 3)}…`;
}

const measured = ({ value, unit }: Pick<Step, "value" | "unit">): string =>
  unit === "ratio" ? shown(value) : `${shown(value)} ${unit}`;

/** A sum with each pointer replaced by what stands at it. */
const filled = (sum: string, steps: readonly Step[], text: (step: Step) => string): string =>
  sum.replace(/\[(\d+)\]/g, (_, id: string) => text(steps[Number(id) - 1] as Step));

function headOf({ name, about, ...step }: Step): string {
  const of = Object.values(about).join(", ");
  return `${name} = ${measured(step)}${of === "" ? "" : ` · ${of}`}`;
}

/** An assumption of a plan that nobody vouches for says so; a number typed in passing has nothing to say. */
const unsourced = (path: string | undefined): readonly string[] => (path === undefined ? [] : ["no source"]);

/** What is known of an input, in words. */
function inputWords(provenance: Provenance): string {
  const { path, source, asOf, quality, note, low, high, counts, distribution } = provenance;
  return [
    "given",
    ...(path === undefined ? [] : [`at ${path}`]),
    ...(counts === undefined ? [] : [`as ${String(counts.count)} of ${String(counts.of)}`]),
    ...(low === undefined && high === undefined
      ? []
      : [`from ${String(low ?? "…")} to ${String(high ?? "…")}`]),
    ...(distribution === undefined ? [] : [`drawn as ${distributionText(distribution)}`]),
    ...(source === undefined ? unsourced(path) : [`source: ${source}`]),
    ...(asOf === undefined ? [] : [`as of ${asOf}`]),
    ...(quality === undefined ? [] : [`quality: ${quality}`]),
    ...(note === undefined ? [] : [note]),
  ].join(", ");
}

/** The lines below a step's head: its sum in words and in figures, or a mark where the depth ends, and its source. */
function detailsOf({ sum, source, input }: Step, steps: readonly Step[]): readonly string[] {
  if (input !== undefined) return [];
  return [
    ...(sum === undefined
      ? ["= …"]
      : [
          `= ${filled(sum, steps, ({ id, name }) => `${name} [${String(id)}]`)}`,
          `= ${filled(sum, steps, ({ value }) => shown(value))}`,
        ]),
    ...(source === undefined ? [] : [`source: ${source}`]),
  ];
}

function linesOf(step: Step, steps: readonly Step[]): readonly string[] {
  const given = step.input === undefined ? "" : `, ${inputWords(step.input)}`;
  return [
    `[${String(step.id)}] ${headOf(step)}${given}`,
    ...detailsOf(step, steps).map((line) => `    ${line}`),
  ];
}

function markdownOf(step: Step, steps: readonly Step[]): string {
  const given = step.input === undefined ? "" : `, ${inputWords(step.input)}`;
  return [
    `${String(step.id)}. **${step.name}**${headOf(step).slice(step.name.length)}${given}`,
    ...detailsOf(step, steps).map((line) => `   - ${line}`),
  ].join("\n");
}
