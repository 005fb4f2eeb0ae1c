import { exp, log, logGamma, logOfOnePlus } from "./elementary.ts";
import { normalDensity, normalQuantile } from "./normal.ts";

/**
 * The quantile function of a beta distribution, between 0 and 1.
 *
 * A share of all draws is first turned into the standard normal number with that share below it, `z`. The logarithm of
 * the odds of the quantile is a smooth function of `z`, nearly a straight line in the middle and a parabola in the
 * tails, so that a table of some 300 exact points and slopes gives it between them by cubics: to 1e-9 of the range, which
 * a test holds for the shapes that anybody types.
 */
export function betaQuantile(alpha: number, beta: number): (share: number) => number {
  const { z, logOdds, slope } = tableOf(alpha, beta);
  const placeOf = finderIn(z);
  return (share) => {
    const at = normalQuantile(share);
    const left = placeOf(at);
    const from = z[left] as number;
    const width = (z[left + 1] as number) - from;
    const t = (at - from) / width;
    const rest = 1 - t;
    const start = (1 + 2 * t) * (logOdds[left] as number) + t * width * (slope[left] as number);
    const end = (1 + 2 * rest) * (logOdds[left + 1] as number) - rest * width * (slope[left + 1] as number);
    return 1 / (1 + exp(-(rest * rest * start + t * t * end)));
  };
}

/** What finds the place of the last of some rising points that is not above a value; of the first, where none is. */
function finderIn(points: Float64Array): (value: number) => number {
  const [least, last] = [points[0] as number, points.length - 2];
  const cells = 2 * points.length;
  const perUnit = cells / ((points.at(-1) as number) - least);
  // The points lie nearly evenly, so that a cell leads to within a step or two of the place.
  const places = new Uint16Array(cells + 1);
  for (let [cell, place] = [0, 0]; cell <= cells; cell++) {
    while (place < last && (points[place + 1] as number) <= least + cell / perUnit) place++;
    places[cell] = place;
  }
  return (value) => {
    const cell = Math.floor((value - least) * perUnit);
    let place = places[Math.min(Math.max(cell, 0), cells)] as number;
    while (place < last && (points[place + 1] as number) <= value) place++;
    return place;
  };
}

/** A point of the table: the logarithm of the odds of a quantile, its `z`, and how fast it rises there. */
interface Point {
  readonly z: number;
  readonly logOdds: number;
  readonly slope: number;
}

/** Shares that are drawn lie within this many deviations: the smallest is 2⁻⁵⁴. */
const furthest = 8.4;
const step = 1 / 16;

function tableOf(alpha: number, beta: number) {
  const pointAt = pointsOf(alpha, beta);
  const start = pointAt(log(alpha / beta));
  const points = [...pointsFrom(start, -step, pointAt).reverse(), start, ...pointsFrom(start, step, pointAt)];
  return {
    z: Float64Array.from(points, ({ z }) => z),
    logOdds: Float64Array.from(points, ({ logOdds }) => logOdds),
    slope: Float64Array.from(points, ({ slope }) => slope),
  };
}

/** Points one step of `z` apart, roughly, as far as shares are drawn: each lies where the slope of the last one leads. */
function pointsFrom(start: Point, by: number, pointAt: (logOdds: number) => Point): Point[] {
  const points: Point[] = [];
  for (let last = start; by > 0 ? last.z < furthest : last.z > -furthest;) {
    last = pointAt(last.logOdds + by * last.slope);
    points.push(last);
  }
  return points;
}

/** The logarithm of 1 + eʸ, without overflow. */
const logOfOnePlusExp = (y: number): number => (y > 0 ? y + logOfOnePlus(exp(-y)) : logOfOnePlus(exp(y)));

function pointsOf(alpha: number, beta: number): (logOdds: number) => Point {
  const logBeta = logGamma(alpha) + logGamma(beta) - logGamma(alpha + beta);
  return (logOdds) => {
    const [logShare, logRest] = [-logOfOnePlusExp(-logOdds), -logOfOnePlusExp(logOdds)];
    const weight = exp(alpha * logShare + beta * logRest - logBeta);
    const x = exp(logShare);
    // The smaller of the two tails, so that it keeps its digits.
    const z =
      x * (alpha + beta + 2) < alpha + 1
        ? normalQuantile((weight * continuedFraction(x, alpha, beta)) / alpha)
        : -normalQuantile((weight * continuedFraction(exp(logRest), beta, alpha)) / beta);
    return { z, logOdds, slope: normalDensity(z) / weight };
  };
}

const mostTerms = 10_000;
const smallest = 1e-300;
const precise = 1e-16;

/**
 * The continued fraction of the incomplete beta function, by Lentz's method.
 * Source: NIST Digital Library of Mathematical Functions, 8.17.22.
 */
function continuedFraction(x: number, a: number, b: number): number {
  const notNought = (value: number): number => (Math.abs(value) < smallest ? smallest : value);
  let c = 1;
  let d = 1 / notNought(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= mostTerms; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / notNought(1 + even * d);
    c = notNought(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / notNought(1 + odd * d);
    c = notNought(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) <= precise) break;
  }
  return fraction;
}
