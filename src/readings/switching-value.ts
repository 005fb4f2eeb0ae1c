import { ModelError, isModelError, outOfRange } from "../errors.ts";
import { decimalFrom, digitsOf } from "../numbers/decimal.ts";
import type { Decimal, NumberLike } from "../numbers/decimal.ts";
import { given, isFigure, wrongUnit } from "../numbers/figure.ts";
import type { Figure } from "../numbers/figure.ts";
import { readable } from "../numbers/print.ts";
import type { Unit } from "../numbers/unit.ts";
import { nodesOf } from "../numbers/working.ts";
import { refuseAllButOne } from "./absences.ts";
import { inputAt, inputsAmong } from "./inputs.ts";
import { checkOptions } from "./options.ts";
import { quotientOf, zeroOf } from "./quotient.ts";
import type { Zero } from "./quotient.ts";
import { isInRange, isWholeCount, rangeOf, refuseOutside, refusePercentage } from "./ranges.ts";
import { printed } from "./printed.ts";
import { answered, ofFloat, responsesOf, unheldResponse } from "./response.ts";
import type { Response } from "./response.ts";
import { zerosBetween } from "./roots.ts";
import { roundingTapeOf, tapeOf } from "./tape.ts";
import { whatIf } from "./what-if.ts";

/** Of which input, and what the figure is to come to. */
export interface SwitchingValueOptions<U extends Unit = Unit> {
  /** The path of the input that moves. */
  readonly input: string;
  /** What the figure is to come to: a number in its unit, or another figure, which may rest on the same input. */
  readonly target: NumberLike | Figure<NoInfer<U>>;
  /** From where, and up to where, the input is moved. Left out, wherever it makes sense. */
  readonly from?: NumberLike;
  readonly to?: NumberLike;
}

/** A value of the input at which the figure comes to its target. */
export interface Crossing<U extends Unit = Unit> {
  /** The value of the input. */
  readonly input: string;
  /** Whether the figure comes to its target there exactly, or to 30 digits where the value has no end. */
  readonly exact: boolean;
  /** Whether the figure passes its target upwards or downwards there as the input grows, or meets it without passing. */
  readonly passes: "upwards" | "downwards" | "not";
  /** The figure there, with its working. */
  readonly figure: Figure<U>;
}

/** The values of an input at which a figure comes to a target. */
export interface SwitchingValue<U extends Unit = Unit> {
  /** The figure in the base case. */
  readonly figure: Figure<U>;
  readonly input: string;
  readonly unit: Unit;
  /** What the input is in the base case. */
  readonly value: string;
  /** The least first. */
  readonly crossings: readonly Crossing<U>[];
  /** Why there is none, if there is none. */
  readonly none?: string;
}

/**
 * The value that an input would need for a figure to come to a target, all others as they are: where a decision flips.
 * Break-even is one: the volume at which income comes to cost.
 *
 * Where the figure answers to the input in a straight line or as a simple ratio, which its working shows, the value is
 * solved for; beyond a limit, in the part that holds there. Otherwise it is sought between `from` and `to`, in floats,
 * at 65 points and between them, and up to the edges of what has an answer: a figure that comes to its target twice within
 * a sixty-fourth of the range may be missed. Every value found is put into the figure again. That there is none is an answer, with its reason: where what-if
 * refuses the value that it would take, in its words.
 *
 * @param figure - the figure
 * @param options - the input, the target, and the range if the input's own is not meant
 * @throws ModelError `unknown-word`, `structural-input` for what is no input; `out-of-range` for a range that the input
 * cannot be in, or that ends before it begins; `wrong-unit` for a target in another unit; `wrong-inputs` where the value
 * must be sought and no range says where.
 *
 * @example
 * ```ts
 * import { given, indicativeValue } from "volumes-and-values";
 * import { switchingValue } from "volumes-and-values/readings";
 *
 * const volume = given(1000, "starts", { name: "starts", path: "volume" });
 * const value = indicativeValue({ starts: volume, costPerStart: 250 });
 * // How many women must start at £250 for the money that 1,000 starts at £1,300 had?
 * const { crossings } = switchingValue(value, { input: "volume", target: 1_300_000 });
 * crossings.map(({ input }) => input); // => [ '5200' ]
 * ```
 */
export function switchingValue<U extends Unit>(
  figure: Figure<U>,
  options: SwitchingValueOptions<U>,
): SwitchingValue<U> {
  refuseAllButOne(figure, "switch", "switchingValue");
  checkOptions("switchingValue", options, { needed: ["input", "target"], known: ["from", "to"] });
  const { input: path } = options;
  const gap = gapTo(figure, options.target);
  const nodes = nodesOf(gap);
  const input = inputAt(inputsAmong(nodes), path);
  const search: Search<U> = { figure, gap, nodes, path, input, range: rangeAsked(input, path, options) };

  const { crossings, none } = found(search);
  return Object.freeze({
    figure,
    input: path,
    unit: input.unit,
    value: digitsOf(input.value),
    crossings: Object.freeze(crossings),
    ...(none === undefined ? {} : { none }),
  });
}

/** How far a figure is above its target. */
function gapTo<U extends Unit>(figure: Figure<U>, target: NumberLike | Figure): Figure<U> {
  if (!isFigure(target)) return figure.minus(given(target, figure.unit, { name: "target" }));
  if (target.unit !== (figure.unit as Unit)) throw wrongUnit(figure.unit, target, "switchingValue");
  return figure.minus(target as Figure<U>);
}

interface Search<U extends Unit> {
  readonly figure: Figure<U>;
  readonly gap: Figure<U>;
  readonly nodes: readonly Figure[];
  readonly path: string;
  readonly input: Figure;
  readonly range: Asked;
}

/** A range that is asked for, open where nothing is said. */
interface Asked {
  readonly from: Decimal | undefined;
  readonly to: Decimal | undefined;
}

function rangeAsked(input: Figure, path: string, { from, to }: Omit<SwitchingValueOptions, "target">): Asked {
  const read = (value: NumberLike | undefined, name: string): Decimal | undefined => {
    if (value === undefined) return undefined;
    const number = decimalFrom(value, name);
    // A volume may be sought further away than one may be asked for.
    if (path !== "volumeRatio") refusePercentage(input, path, number);
    refuseOutside(input, path, number);
    return number;
  };
  const asked = { from: read(from, "from"), to: read(to, "to") };
  if (asked.from !== undefined && asked.to?.lessThan(asked.from) === true)
    throw outOfRange("to", `at least from, ${digitsOf(asked.from)}`, digitsOf(asked.to), "Swap them.");
  if (rangeOf(input) !== "share") return asked;
  return { from: asked.from ?? decimalFrom(0), to: asked.to ?? decimalFrom(1) };
}

interface Found<U extends Unit> {
  readonly crossings: readonly Crossing<U>[];
  readonly none?: string;
}

function found<U extends Unit>(search: Search<U>): Found<U> {
  const { path, range, input } = search;
  const response = responseOfGap(search);
  const zero = solved(search);
  if (zero.kind === "never")
    return { crossings: [], none: `the figure does not come to its target at any ${path}` };
  if (zero.kind === "everywhere")
    return { crossings: [], none: `the figure is its target, whatever ${path} is` };
  if (zero.kind === "once") {
    if (!isAsked(zero.at, range) || !isInRange(input, zero.at))
      return { crossings: [], none: `it would take ${readable(zero.at)}, which is out of range` };
    if (isWholeCount(input) && !zero.at.isInteger())
      return { crossings: [], none: `it would take ${readable(zero.at)}, which is no whole number` };
    const refused = refusalAt(search, zero.at);
    if (refused !== undefined) return { crossings: [], none: refused };
    const tried = triedAt(search, response, zero.at);
    if (tried?.crossing.exact === true) return { crossings: [tried.crossing] };
  }
  return sought(search, response);
}

const isAsked = (value: Decimal, { from, to }: Asked): boolean =>
  from?.greaterThan(value) !== true && to?.lessThan(value) !== true;

/** Where the gap closes, as its working shows, about one value of the input if limits bear on it. */
function solved<U extends Unit>({ nodes, path }: Search<U>, near?: Decimal): Zero {
  try {
    const quotient = quotientOf(nodes, path, near);
    return quotient === undefined ? { kind: "unknown" } : zeroOf(quotient);
  } catch (error) {
    if (isModelError(error, "too-many-digits")) return { kind: "unknown" };
    throw error;
  }
}

function responseOfGap<U extends Unit>({ gap, path }: Search<U>): Response {
  return responsesOf(tapeOf(gap))(path);
}

/**
 * The crossings between two points, in floats first. About each, what a straight line or a ratio gives is tried, and the
 * number of few digits that is nearest: 3, and not 2.99999999999999.
 */
function sought<U extends Unit>(search: Search<U>, response: Response): Found<U> {
  const { range, path, figure, gap, input } = search;
  const { from, to } = range;
  if (from === undefined || to === undefined) throw noRange(path, { from, to });
  const ends = [from.toNumber(), to.toNumber()] as const;
  const base = input.value.toNumber();
  const size = [figure, gap].map(({ value }) => Math.abs(value.toNumber()));
  const atEnds = ends.map((end) => Math.abs(response(end))).filter(Number.isFinite);
  const largest = Math.max(...size, ...atEnds);
  const noise = 1e-13 * (Math.max(...size) || largest);
  const { zeros, leaps } = zerosBetween(ends, base, response, noise);
  const closes = ({ gap: left }: Tried<U>): boolean => Math.abs(left) <= closed * largest;
  const found = zeros.map((at) => ({ at, crossing: nearestOf(search, response, at).find(closes)?.crossing }));
  const crossings = found.flatMap(({ crossing }) => crossing ?? []);
  if (crossings.length > 0) return { crossings };
  const throughout = zeros.length === 0 && ends.every((end) => Math.abs(response(end)) <= noise);
  const between = `from ${readable(from)} to ${readable(to)}`;
  if (throughout) return { crossings, none: `the figure is its target all the way ${between}` };
  const [refused] = zerosBetween(ends, base, unheldResponse(roundingTapeOf(gap), path), noise).zeros.flatMap(
    (at) => refusalAt(search, ofFloat(at, 9)) ?? [],
  );
  if (refused !== undefined) return { crossings, none: refused };
  const [leap] = [...leaps, ...found.map(({ at }) => at)];
  return {
    crossings,
    none:
      leap === undefined
        ? `the figure does not come to its target ${between}`
        : `the figure leaps over its target near ${printed(leap)}`,
  };
}

/** Why the value that it would take cannot be, in the words in which what-if refuses it. */
function refusalAt<U extends Unit>({ gap, path }: Search<U>, at: Decimal): string | undefined {
  try {
    whatIf(gap, { [path]: at });
  } catch (error) {
    if (isModelError(error, "out-of-range")) return `it would take ${readable(at)}: ${error.message}`;
    if (!isModelError(error, "division-by-zero")) throw error;
  }
  return undefined;
}

/** The part of the largest gap that a crossing may leave open, since floats find it: a leap leaves far more. */
const closed = 1e-9;

/** A value that is put into the figure again, and how far the figure is from its target there. */
interface Tried<U extends Unit> {
  readonly crossing: Crossing<U>;
  readonly gap: number;
}

/** The crossings that may be meant by a zero in floats, the best first. */
function nearestOf<U extends Unit>(search: Search<U>, response: Response, at: number): readonly Tried<U>[] {
  const [about, short] = [ofFloat(at, 15), ofFloat(at, 9)];
  const zero = solved(search, about);
  const solution = zero.kind === "once" && isNear(zero.at, about) ? [zero.at] : [];
  const tried = [...solution, short, about, ofFloat(at)].flatMap(
    (value) => triedAt(search, response, value) ?? [],
  );
  return [...tried.filter(({ crossing }) => crossing.exact), ...tried.slice(-2)];
}

/** Whether a value solved for is the one that was found in floats. */
const isNear = (value: Decimal, found: Decimal): boolean =>
  value.minus(found).abs().lessThanOrEqualTo(found.abs().times("1e-6").plus("1e-9"));

/** The figure with a value put into it again; none, where it has no answer there. */
function triedAt<U extends Unit>(
  { figure, gap, path }: Search<U>,
  response: Response,
  at: Decimal,
): Tried<U> | undefined {
  const there = answered(() => whatIf({ figure, gap }, { [path]: at }));
  if (there === undefined) return undefined;
  const size = figure.value.abs().plus(there.figure.value.abs());
  const crossing = Object.freeze({
    input: digitsOf(at),
    exact: there.gap.value.abs().lessThanOrEqualTo(size.times("1e-30")),
    passes: passing(response, at.toNumber()),
    figure: there.figure,
  });
  return { crossing, gap: there.gap.value.toNumber() };
}

function passing(response: Response, at: number): Crossing["passes"] {
  const step = 1e-6 * Math.max(Math.abs(at), 1e-3);
  const [before, after] = [Math.sign(response(at - step)), Math.sign(response(at + step))];
  if (before < 0 && after > 0) return "upwards";
  return before > 0 && after < 0 ? "downwards" : "not";
}

function noRange(path: string, { from, to }: Asked): ModelError<"wrong-inputs"> {
  const missing = [...(from === undefined ? ["from"] : []), ...(to === undefined ? ["to"] : [])];
  return new ModelError(
    "wrong-inputs",
    `The figure answers to ${path} neither in a straight line nor as a simple ratio, and must be sought: ` +
      `say ${missing.join(" and ")} where.`,
    { figure: "switchingValue", missing, unknown: [] },
  );
}
