import { peakBetween, pointsBetween } from "./response.ts";
import type { Response } from "./response.ts";

const intervals = 64;

/**
 * Where a response is zero between two points: every change of sign that a scan of the range shows, both ends of a
 * stretch on which it is zero throughout, and where it touches zero and turns back. What is smaller than `noise` is
 * zero. Not a number on either side is no change of sign, and a leap across zero is no zero.
 */
export function zerosBetween(from: number, to: number, response: Response, noise: number): readonly number[] {
  const sign = (value: number): number => (Math.abs(value) <= noise ? 0 : Math.sign(value));
  const signed = (at: number): number => sign(response(at));
  const points = pointsBetween(from, to, intervals + 1).map((at) => {
    const value = response(at);
    return { at, value, sign: sign(value) };
  });
  const found: number[] = [];
  for (const [index, here] of points.entries()) {
    const [before, next] = [points[index - 1], points[index + 1]];
    if (next !== undefined && here.sign !== next.sign)
      found.push(...crossingBetween(here, next, response, signed));
    if (before === undefined || next === undefined || here.sign === 0) continue;
    const nearest =
      here.sign * before.value >= here.sign * here.value && here.sign * next.value >= here.sign * here.value;
    if (nearest && before.sign === here.sign && next.sign === here.sign) {
      const turn = peakBetween(before.at, next.at, (at) => -here.sign * response(at));
      const there = { at: turn, value: response(turn), sign: signed(turn) };
      if (there.sign === 0) found.push(turn);
      else if (there.sign === -here.sign)
        found.push(rootBetween(before.at, turn, response), rootBetween(turn, next.at, response));
    }
  }
  const apart = 1e-9 * (to - from);
  return found
    .sort((a, b) => a - b)
    .filter((at, index, all) => index === 0 || at - (all[index - 1] as number) > apart);
}

interface Point {
  readonly at: number;
  readonly value: number;
  readonly sign: number;
}

/** Where a response comes to zero between a point on one side of it and one that is not. */
function crossingBetween(here: Point, next: Point, response: Response, signed: Response): readonly number[] {
  if (Number.isNaN(here.sign) || Number.isNaN(next.sign)) return [];
  if (here.sign === 0) return [edgeBetween(next.at, here.at, signed)];
  if (next.sign === 0) return [edgeBetween(here.at, next.at, signed)];
  const root = rootBetween(here.at, next.at, response);
  const size = Math.max(Math.abs(here.value), Math.abs(next.value));
  return Math.abs(response(root)) <= 1e-6 * size ? [root] : [];
}

const halvings = 100;

/** Where zero begins, between a point where a response is something else and one where it is zero. */
function edgeBetween(outside: number, inside: number, signed: Response): number {
  let [a, b] = [outside, inside];
  for (let step = 0; step < halvings && a !== b; step++) {
    const middle = (a + b) / 2;
    if (middle === a || middle === b) break;
    if (signed(middle) === 0) b = middle;
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
  return (a + b) / 2;
}
