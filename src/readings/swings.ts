import { outOfRange } from "../errors.ts";
import { decimalFrom, describe, digitsOf } from "../numbers/decimal.ts";
import type { Decimal } from "../numbers/decimal.ts";
import type { About, Figure } from "../numbers/figure.ts";
import type { Unit } from "../numbers/unit.ts";
import { refuseAllButOne } from "./absences.ts";
import { checkOptions } from "./options.ts";
import { printed } from "./printed.ts";
import { divisorZerosOf, growsTowards } from "./poles.ts";
import { answered, isRoundedOnTheWay, ofFloat, peakBetween, pointsBetween, responsesOf } from "./response.ts";
import type { Response } from "./response.ts";
import { tapeOf } from "./tape.ts";
import { whatIf } from "./what-if.ts";

/** How closely each range is looked at. */
export interface SwingsOptions {
  /** At how many points within its range each input is tried, besides its ends and its value: 9, if left out. */
  readonly points?: number;
}

/** One value of an input, and what becomes of the figure. */
export interface SwingPoint<U extends Unit = Unit> {
  /** The value of the input. */
  readonly input: string;
  /** How much the figure is more than in the base case, as a float; no number where it has no answer. */
  readonly change: number;
  /** The figure, exact and with its working: made when it is first asked for. */
  readonly figure: Figure<U>;
}

/** How far a figure swings over the range of one assumption, all others as they are. */
export interface Swing<U extends Unit = Unit> {
  readonly path: string;
  readonly name: string;
  readonly about: About;
  readonly unit: Unit;
  /** What the input is in the base case. */
  readonly value: string;
  /** At the low end of the range, and at the high end. */
  readonly atLow: SwingPoint<U>;
  readonly atHigh: SwingPoint<U>;
  /** Where the figure is least, and where it is most, of all points tried: not at an end, if it turns in between. */
  readonly least: SwingPoint<U>;
  readonly most: SwingPoint<U>;
  /** From the least to the most; infinite, where the figure grows without bound. */
  readonly swing: number;
  /** Whether the figure passes beyond what it is at both ends somewhere in between. */
  readonly turns: boolean;
  /**
   * The value of the input towards which the figure grows without bound, where the range reaches one: a divisor comes to
   * zero there. The least and the most are then those of the ends and the base case.
   */
  readonly unboundedNear?: string;
}

/** A line of swings as it prints. */
export interface SwingLine {
  readonly input: string;
  readonly range: string;
  readonly low: string;
  readonly high: string;
  readonly swing: string;
  readonly turns: string;
}

/** The swings of a figure: what a tornado chart draws. */
export interface Swings<U extends Unit = Unit> {
  /** The figure in the base case, on which the swings are centred. */
  readonly figure: Figure<U>;
  readonly rows: readonly Swing<U>[];
  /** The inputs that state no range, which say nothing here. */
  readonly withoutRange: readonly string[];
  /** For `console.table`. */
  table(): SwingLine[];
}

/**
 * How far a figure swings as each assumption moves over its own range, one at a time: the largest swing first. Changes
 * are counted from the base case and not from the middle of a range. An assumption that states only one end moves
 * between that end and its value.
 *
 * Each range is tried at points within it too, so that a figure that turns in between is not taken for one that hardly
 * moves; and where it turns, the turning point is sought. Where a divisor comes to zero within the range, the figure has no
 * most, and the row says so. Where an input would contradict another, as a minimum above the maximum, there is no answer.
 * Inputs without a range are listed and not guessed at.
 *
 * @param figure - the figure
 * @param options - how closely the ranges are looked at
 * @throws ModelError `out-of-range` for points that are no whole number from 0 to 1,000, and for a low above its high;
 * `unknown-word` for an option
 * that nobody knows; `ambiguous-input` where figures are of two plans.
 *
 * @example
 * ```ts
 * import { given, starts } from "volumes-and-values";
 * import { swings } from "volumes-and-values/readings";
 *
 * const referrals = given(1200, "referrals", { name: "referrals", path: "referrals", low: 1100, high: 1500 });
 * const startRate = given("0.62", "starts/referrals", { name: "startRate", path: "startRate", low: "0.5" });
 * const { rows } = swings(starts({ referrals, startRate }));
 * rows.map(({ path, atLow, atHigh }) => `${path}: ${String(atLow.figure)} to ${String(atHigh.figure)}`);
 * // => [ 'referrals: 682 starts to 930 starts', 'startRate: 600 starts to 744 starts' ]
 * ```
 */
export function swings<U extends Unit>(figure: Figure<U>, options: SwingsOptions = {}): Swings<U> {
  refuseAllButOne(figure, "swing", "swings");
  checkOptions("swings", options, { known: ["points"] });
  const { points = 9 } = options;
  if (!Number.isInteger(points) || points < 0 || points > 1_000)
    throw outOfRange("points", "a whole number from 0 to 1000", describe(points));
  const tape = tapeOf(figure);
  const responseTo = responsesOf(tape);
  const divisorZeros = divisorZerosOf(tape);
  const exact = isRoundedOnTheWay(figure);
  const rows: Swing<U>[] = [];
  const withoutRange: string[] = [];
  for (const [path, place] of tape.places) {
    const input = tape.inputs[place] as Figure;
    const range = rangeStated(input, path);
    if (range === undefined) withoutRange.push(path);
    else
      rows.push(
        swingOf({ figure, path, input, range, points, exact, response: responseTo(path), divisorZeros }),
      );
  }
  rows.sort((a, b) => b.swing - a.swing || (a.path < b.path ? -1 : 1));
  return Object.freeze({
    figure,
    rows: Object.freeze(rows),
    withoutRange: Object.freeze(withoutRange),
    table: () => rows.map((row) => lineOf(row, figure.unit)),
  });
}

/** A range, from low to high. */
interface Stated {
  readonly low: Decimal;
  readonly high: Decimal;
}

/** The range that an input states of itself, if it states one. */
function rangeStated({ operation, value }: Figure, path: string): Stated | undefined {
  if (operation.kind !== "given") return undefined;
  const { low, high } = operation.provenance;
  if (low === undefined && high === undefined) return undefined;
  const [from, to] = [low ?? value, high ?? value].map((end) => decimalFrom(end)) as [Decimal, Decimal];
  if (from.greaterThan(to))
    throw outOfRange(`The low of ${path}`, `at most its high, ${digitsOf(to)}`, digitsOf(from), "Swap them.");
  return { low: from, high: to };
}

interface Swung<U extends Unit> {
  readonly figure: Figure<U>;
  readonly path: string;
  readonly input: Figure;
  readonly range: Stated;
  readonly points: number;
  /** Whether the figure is rounded on the way, so that only exact figures tell how it changes. */
  readonly exact: boolean;
  readonly response: Response;
  readonly divisorZeros: (path: string, points: readonly number[]) => readonly number[];
}

function swingOf<U extends Unit>(swung: Swung<U>): Swing<U> {
  const { figure, path, input, range, points, exact, response } = swung;
  const { name = path, about, unit, value } = input;
  const base = response(value.toNumber());
  const point = (at: Decimal): SwingPoint<U> => {
    const make = (): Figure<U> => whatIf(figure, { [path]: at });
    const change = exact
      ? (answered(make)?.value.minus(figure.value).toNumber() ?? NaN)
      : response(at.toNumber()) - base;
    return pointOf(digitsOf(at), change, make);
  };
  const ends = [point(range.low), point(value), point(range.high)] as const;
  const [low, high] = [range.low.toNumber(), range.high.toNumber()];
  const tried = pointsBetween(low, high, points + 2);
  const grows = (at: number): boolean => growsTowards(at, high - low, within(low, high, response));
  let pole = swung.divisorZeros(path, tried).find(grows);
  const extreme = (sign: 1 | -1): SwingPoint<U> => {
    const end = ends.reduce((so, one) => (sign * one.change > sign * so.change ? one : so), ends[1]);
    if (pole !== undefined) return end;
    const turn = turningPoint(tried, (at) => sign * (response(at) - base));
    if (turn === undefined || !(turn.most > sign * end.change + noise(base))) return end;
    if (grows(turn.at)) {
      pole = turn.at;
      return end;
    }
    // Where a figure leaps, it is most on one side of the place and not on the other.
    const beside = 1e-9 * (high - low);
    return [turn.at, turn.at - beside, turn.at + beside]
      .filter((at) => at >= low && at <= high)
      .map((at) => point(ofFloat(at)))
      .reduce((so, one) => (sign * one.change > sign * so.change ? one : so), end);
  };
  const [least, most] = [extreme(-1), extreme(1)];
  return Object.freeze({
    path,
    name,
    about,
    unit,
    value: digitsOf(value),
    atLow: ends[0],
    atHigh: ends[2],
    least,
    most,
    swing: pole === undefined ? most.change - least.change : Infinity,
    turns: ![least, most].every((one) => (ends as readonly unknown[]).includes(one)),
    ...(pole === undefined ? {} : { unboundedNear: digitsOf(ofFloat(pole, 9)) }),
  });
}

/** What floats leave of a figure of some size: a response is flat as far as this. */
const noise = (base: number): number => 1e-12 * Math.abs(base);

/** A response that has no answer outside a range. */
const within =
  (low: number, high: number, response: Response): Response =>
  (at) =>
    at >= low && at <= high ? response(at) : NaN;

/** Where a response is most, between the points where it is tried; none, if it has no answer there. */
function turningPoint(
  tried: readonly number[],
  response: Response,
): { readonly at: number; readonly most: number } | undefined {
  const answers = tried.map(response);
  let best = -1;
  for (const [index, answer] of answers.entries()) if (answer > (answers[best] ?? -Infinity)) best = index;
  const [before, after] = [tried[best - 1], tried[best + 1]];
  if (before === undefined || after === undefined) return undefined;
  const peak = peakBetween(before, after, response);
  // To nine digits, where they lead to an answer: a peak at the end of what is possible is found from either side of it.
  const short = Number(peak.toPrecision(9));
  const at = short > before && short < after && !Number.isNaN(response(short)) ? short : peak;
  return { at, most: response(at) };
}

/** A point whose figure is made when it is first asked for, and then kept. */
function pointOf<U extends Unit>(input: string, change: number, make: () => Figure<U>): SwingPoint<U> {
  let made: Figure<U> | undefined;
  return Object.freeze({
    input,
    change,
    get figure() {
      return (made ??= make());
    },
  });
}

function lineOf(row: Swing, unit: Unit): SwingLine {
  const { path, atLow, atHigh, swing, least, most, turns, unboundedNear } = row;
  const measured = (change: number): string =>
    unit === "ratio" || !Number.isFinite(change) ? printed(change) : `${printed(change)} ${unit}`;
  return {
    input: path,
    range: `${atLow.input} to ${atHigh.input}`,
    low: measured(atLow.change),
    high: measured(atHigh.change),
    swing: measured(swing),
    turns:
      unboundedNear !== undefined
        ? `without bound near ${unboundedNear}`
        : turns
          ? `between ${least.input} and ${most.input}`
          : "",
  };
}
