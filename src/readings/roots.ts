import { peakBetween, pointsBetween } from "./response.ts";
import type { Response } from "./response.ts";

const intervals = 64;

/** Where a response is zero between two points, and where it leaps from one side of zero to the other. */
export interface Zeros {
  readonly zeros: readonly number[];
  readonly leaps: readonly number[];
}

/**
 * Where a response is zero between two points: every change of sign that a scan of the range shows, both ends of a
 * stretch on which it is zero throughout, and where it touches zero and turns back. A stretch of answers is looked at up to
 * where it ends, that of the base case too, however short. What is smaller than `noise` is zero. Not a number on either side
 * is no change of sign, and a leap across zero is no zero.
 */
export function zerosBetween(
  [from, to]: readonly [number, number],
  base: number,
  response: Response,
  noise: number,
): Zeros {
  const sign = (value: number): number => (Math.abs(value) <= noise ? 0 : Math.sign(value));
  const signed = (at: number): number => sign(response(at));
  const pointAt = (at: number): Point => {
    const value = response(at);
    return { at, value, sign: sign(value) };
  };
  const scanned = pointsBetween(from, to, intervals + 1);
  if (base > from && base < to && !scanned.includes(base)) scanned.push(base);
  const points = withEdges(scanned.sort((a, b) => a - b).map(pointAt), pointAt);
  const zeros: number[] = [];
  const leaps: number[] = [];
  for (const [index, here] of points.entries()) {
    const [before, next] = [points[index - 1], points[index + 1]];
    if (next !== undefined && here.sign !== next.sign) {
      const found = crossingBetween(here, next, response, signed);
      zeros.push(...found.zeros);
      leaps.push(...found.leaps);
    }
    if (before === undefined || next === undefined || here.sign === 0) continue;
    if (Number.isNaN(here.sign) && before.sign * next.sign < 0) leaps.push(here.at);
    const nearest =
      here.sign * before.value >= here.sign * here.value && here.sign * next.value >= here.sign * here.value;
    const flat = before.value === here.value && next.value === here.value;
    if (nearest && !flat && before.sign === here.sign && next.sign === here.sign) {
      const turn = peakBetween(before.at, next.at, (at) => -here.sign * response(at));
      const there = { at: turn, value: response(turn), sign: signed(turn) };
      if (there.sign === 0 || touches(there, before, next)) zeros.push(turn);
      else if (there.sign === -here.sign)
        zeros.push(rootBetween(before.at, turn, response), rootBetween(turn, next.at, response));
    }
  }
  const apart = 1e-9 * (to - from);
  const each = (found: readonly number[]): readonly number[] =>
    [...found]
      .sort((a, b) => a - b)
      .filter((at, index, all) => index === 0 || at - (all[index - 1] as number) > apart);
  return { zeros: each(zeros), leaps: each(leaps) };
}

/** Points, with the last before a stretch without an answer and the first behind it, where one begins between two. */
const withEdges = (points: readonly Point[], pointAt: (at: number) => Point): readonly Point[] =>
  points.flatMap((here, index) => {
    const next = points[index + 1];
    const isAnswered = ({ sign }: Point): boolean => !Number.isNaN(sign);
    if (next === undefined || isAnswered(here) === isAnswered(next)) return [here];
    const [outside, inside] = isAnswered(here) ? [next, here] : [here, next];
    const edge = edgeBetween(outside.at, inside.at, (at) => isAnswered(pointAt(at)));
    return edge === inside.at ? [here] : [here, pointAt(edge)];
  });

/** How near zero a turning point must be, of the points about it, to be meant to touch it: a search knows it no better. */
const touching = 1e-9;

const touches = (turn: Point, before: Point, next: Point): boolean =>
  Math.abs(turn.value) <= touching * Math.min(Math.abs(before.value), Math.abs(next.value));

interface Point {
  readonly at: number;
  readonly value: number;
  readonly sign: number;
}

/** Where a response comes to zero between a point on one side of it and one that is not, or where it leaps over it. */
function crossingBetween(here: Point, next: Point, response: Response, signed: Response): Zeros {
  if (Number.isNaN(here.sign) || Number.isNaN(next.sign)) return { zeros: [], leaps: [] };
  if (here.sign === 0) return { zeros: [beginningOf(here, next, signed)], leaps: [] };
  if (next.sign === 0) return { zeros: [beginningOf(next, here, signed)], leaps: [] };
  const root = rootBetween(here.at, next.at, response);
  const size = Math.max(Math.abs(here.value), Math.abs(next.value));
  return Math.abs(response(root)) <= 1e-6 * size
    ? { zeros: [root], leaps: [] }
    : { zeros: [], leaps: [root] };
}

const halvings = 100;

/** From the widest range of floats to within 1e-30 of nought. */
const mostHalvings = 200;

/** How near where zero begins may be to a point where it is zero, of the way to the next, to be that point. */
const nearby = 1e-4;

function beginningOf(inside: Point, outside: Point, signed: Response): number {
  const edge = edgeBetween(outside.at, inside.at, (at) => signed(at) === 0);
  return Math.abs(edge - inside.at) <= nearby * Math.abs(outside.at - inside.at) ? inside.at : edge;
}

/** Where something begins, between a point where it is not so and one where it is: the first where it is. */
function edgeBetween(outside: number, inside: number, isSo: (at: number) => boolean): number {
  let [a, b] = [outside, inside];
  for (let step = 0; step < halvings && a !== b; step++) {
    const middle = (a + b) / 2;
    if (middle === a || middle === b) break;
    if (isSo(middle)) b = middle;
    else a = middle;
  }
  return b;
}

/**
 * Where a response changes its sign between two points, to the last digits of a float: interpolate, truncate, project
 * (Oliveira and Takahashi, ACM Transactions on Mathematical Software 47(1), 2020), which is never slower than halving.
 */
export function rootBetween(from: number, to: number, response: Response): number {
  let [a, b] = [from, to];
  let [atA, atB] = [response(a), response(b)];
  const rising = atA < atB ? 1 : -1;
  const tolerance = 4 * Number.EPSILON * Math.max(Math.abs(a), Math.abs(b), Number.MIN_VALUE);
  const most = Math.ceil(Math.log2(Math.max(1, (b - a) / (2 * tolerance)))) + 1;
  const truncation = 0.2 / (b - a);
  for (let step = 0; b - a > 2 * tolerance && step < halvings; step++) {
    const middle = (a + b) / 2;
    const reach = tolerance * 2 ** (most - step) - (b - a) / 2;
    const straight = (atB * a - atA * b) / (atB - atA);
    const towards = Math.sign(middle - straight);
    const shift = truncation * (b - a) ** 2;
    const truncated = shift <= Math.abs(middle - straight) ? straight + towards * shift : middle;
    const at = Math.abs(truncated - middle) <= reach ? truncated : middle - towards * reach;
    const value = response(at);
    if (value * rising > 0) [b, atB] = [at, value];
    else if (value * rising < 0) [a, atA] = [at, value];
    else return at;
  }
  return halved([a, b], rising, response);
}

/**
 * The rest of the way by halving. How near the first steps come hangs on the ends from which they began, and a root at 5
 * lies far from a bracket of a million million.
 */
function halved([low, high]: readonly [number, number], rising: number, response: Response): number {
  let [a, b] = [low, high];
  for (let step = 0; step < mostHalvings; step++) {
    const middle = (a + b) / 2;
    if (b - a <= 4 * Number.EPSILON * Math.max(Math.abs(a), Math.abs(b))) break;
    const value = response(middle) * rising;
    if (value > 0) b = middle;
    else if (value < 0) a = middle;
    else return middle;
  }
  return (a + b) / 2;
}
