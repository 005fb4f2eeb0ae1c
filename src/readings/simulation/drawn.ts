import { betaQuantile } from "./beta.ts";
import { curveOf, drawFrom, keptCurve } from "./curves.ts";
import type { Curve, Placed } from "./curves.ts";
import { exp, log } from "./elementary.ts";
import { normalQuantile, normalShareBelow } from "./normal.ts";
import { shareOf } from "./streams.ts";
import type { Words } from "./streams.ts";

/** Writes the next draws to the front of a list, one for each word. */
type Draw = (words: Words, into: Float64Array, count: number) => void;

/** A distribution made ready for drawing. */
export interface Drawn {
  /** The value with a share of all draws below it; a share is never 0 or 1. */
  readonly quantile: (share: number) => number;
  /** The same for the shares of words, many at once. */
  readonly draw: Draw;
  /** The curve that it is, moved and stretched, if it is one. */
  readonly placed?: Placed;
  /** Nothing is drawn below this, */
  readonly least: number;
  /** nor above this. */
  readonly most: number;
  /** Whether it draws single values, again and again, and not any value of a range. */
  readonly inSteps: boolean;
}

/** One that can be cut off. */
export interface Measured extends Drawn {
  /** The share of all draws at or below a value. */
  readonly shareBelow: (value: number) => number;
}

/** Each draw by the quantile function itself. */
const oneByOne =
  (quantile: (share: number) => number): Draw =>
  (words, into, count) => {
    for (let k = 0; k < count; k++) into[k] = quantile(shareOf(words.next()));
  };

/** A distribution of some curve, moved and stretched. */
const ofCurve = (placed: Placed): Omit<Drawn, "least" | "most"> => ({
  placed,
  quantile: (share) => placed.offset + placed.scale * placed.curve.quantile(share),
  draw: (words, into, count) => drawFrom(placed, words, into, count),
  inSteps: false,
});

/** Always the same. */
export const always = (value: number): Measured => ({
  quantile: () => value,
  draw: (_, into, count) => into.fill(value, 0, count),
  shareBelow: (at) => (at < value ? 0 : 1),
  least: value,
  most: value,
  inSteps: true,
});

const straight = (): Curve => keptCurve("uniform", () => curveOf((share) => share, { least: 0, most: 1 }));

/** Any value of a range, one as likely as another. */
export const uniform = (low: number, high: number): Drawn => ({
  ...ofCurve({ curve: straight(), offset: low, scale: high - low }),
  least: low,
  most: high,
});

/** A triangle: as likely as its height. */
export function triangular(low: number, mode: number, high: number): Measured {
  const range = high - low;
  const [below, above] = [mode - low, high - mode];
  const atMode = below / range;
  const curve = keptCurve(`triangle ${String(atMode)}`, () =>
    curveOf(
      (share) => (share < atMode ? Math.sqrt(share * atMode) : 1 - Math.sqrt((1 - share) * (1 - atMode))),
      { least: 0, most: 1 },
    ),
  );
  return {
    ...ofCurve({ curve, offset: low, scale: range }),
    shareBelow: (value) => {
      if (value <= low) return 0;
      if (value >= high) return 1;
      return value < mode
        ? ((value - low) * (value - low)) / (range * below)
        : 1 - ((high - value) * (high - value)) / (range * above);
    },
    least: low,
    most: high,
  };
}

/** Two percentiles of a triangle on either side of its mode, as values and as shares. */
export interface TrianglePercentiles {
  readonly low: number;
  readonly high: number;
  readonly shareBelowLow: number;
  readonly shareAboveHigh: number;
}

const mostRounds = 1_000;

/**
 * The triangle with this mode that has these shares below `low` and above `high`. The distance of either end follows
 * from that of the other by a quadratic equation; solving the two in turn settles on both.
 */
export function triangularThrough(mode: number, percentiles: TrianglePercentiles): Measured {
  const { low, high, shareBelowLow, shareAboveHigh } = percentiles;
  let [below, above] = [mode - low, high - mode];
  for (let round = 0; round < mostRounds; round++) {
    const [belowBefore, aboveBefore] = [below, above];
    below = distanceOfEnd(mode - low, above, shareBelowLow);
    above = distanceOfEnd(high - mode, below, shareAboveHigh);
    if (below === belowBefore && above === aboveBefore) break;
  }
  return triangular(mode - below, mode, mode + above);
}

/** How far an end lies from the mode: the larger root of (d − inner)² = share × d × (d + other). */
function distanceOfEnd(inner: number, other: number, share: number): number {
  const half = inner + (share * other) / 2;
  return (half + Math.sqrt(half * half - (1 - share) * inner * inner)) / (1 - share);
}

const normalCurve = (): Curve => keptCurve("normal", () => curveOf(normalQuantile));

/** A bell about its mean. */
export const normal = (mean: number, deviation: number): Measured => ({
  ...ofCurve({ curve: normalCurve(), offset: mean, scale: deviation }),
  shareBelow: (value) => normalShareBelow((value - mean) / deviation),
  least: -Infinity,
  most: Infinity,
});

/** What has a normal logarithm: above nought, with a long tail upwards. */
export const lognormal = (logMean: number, logDeviation: number): Measured => ({
  ...ofCurve({ curve: lognormalCurve(logDeviation), offset: 0, scale: exp(logMean) }),
  shareBelow: (value) => (value <= 0 ? 0 : normalShareBelow((log(value) - logMean) / logDeviation)),
  least: 0,
  most: Infinity,
});

const lognormalCurve = (deviation: number): Curve =>
  keptCurve(`lognormal ${String(deviation)}`, () =>
    curveOf((share) => exp(deviation * normalQuantile(share)), { least: 0 }),
  );

/** A beta distribution between two ends. */
export function beta(alpha: number, beta: number, low = 0, high = 1): Drawn {
  const curve = keptCurve(`beta ${String(alpha)} ${String(beta)}`, () =>
    curveOf(betaQuantile(alpha, beta), { least: 0, most: 1 }),
  );
  return { ...ofCurve({ curve, offset: low, scale: high - low }), least: low, most: high };
}

/** A value and how often it comes, against the others. */
export interface Weighted {
  readonly value: number;
  readonly weight: number;
}

/** One of several values, in order of size, so that a larger share never gives a smaller value. */
export function discrete(values: readonly Weighted[]): Drawn {
  const inOrder = values.filter(({ weight }) => weight > 0).sort((a, b) => a.value - b.value);
  const total = inOrder.reduce((sum, { weight }) => sum + weight, 0);
  let reached = 0;
  const steps = inOrder.map(({ value, weight }) => ({ value, upTo: (reached += weight) / total }));
  const last = steps.at(-1)?.value ?? NaN;
  const quantile = (share: number): number => steps.find(({ upTo }) => share < upTo)?.value ?? last;
  return {
    quantile,
    draw: oneByOne(quantile),
    least: steps[0]?.value ?? NaN,
    most: last,
    inSteps: true,
  };
}

/** The least share of all draws that a cut may keep. */
export const leastKept = 1e-6;

/** How much of a distribution lies between two limits. */
export const keptBetween = ({ shareBelow }: Measured, from: number, to: number): number =>
  shareBelow(to) - shareBelow(from);

/** A distribution cut off at two limits: what lies beyond is not drawn. */
export function cutTo(drawn: Measured, from: number, to: number): Drawn {
  const below = drawn.shareBelow(from);
  const kept = keptBetween(drawn, from, to);
  const [least, most] = [Math.max(from, drawn.least), Math.min(to, drawn.most)];
  const quantile = (share: number): number =>
    Math.min(Math.max(drawn.quantile(below + share * kept), from), to);
  return { ...ofCurve({ curve: curveOf(quantile, { least, most }), offset: 0, scale: 1 }), least, most };
}
