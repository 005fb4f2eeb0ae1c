import { perWord, shareOf } from "./streams.ts";
import type { Words } from "./streams.ts";

/**
 * A quantile function made ready to be asked millions of times, about nought and of the size that is handiest: a
 * distribution moves and stretches it.
 */
export interface Curve {
  /** The value with a share of all draws below it. */
  readonly quantile: (share: number) => number;
  /** Nothing lies below this, */
  readonly least: number;
  /** nor above this. */
  readonly most: number;
  /** Four coefficients of a cubic for each piece; not numbers for one that has none, or that nobody asked for yet. */
  readonly pieces: Float64Array;
  /** A one for each piece that no cubic gives well enough. */
  readonly exact: Uint8Array;
  /** The value in the middle of all draws, and how far a cubic may be off there. */
  readonly middle: number;
  readonly near: number;
}

/**
 * The words of 32 bits are cut by their distance from the nearer end: each halving of that distance has as many pieces as
 * the one before, so that tails are told as finely as the middle.
 */
const [piecesOfHalving, pieceBits] = [32, 5];
const halvings = 32;
const pieces = 2 * halvings * piecesOfHalving;
/** Pieces nearer to an end than so many bits of words are hardly ever met: by one word in 16 million. */
const nearest = 8;

export const coefficients = 4 * pieces;

/** How far a cubic may be off, against the middle half of all draws, or against how far out it is. */
const precision = 1e-8;

export const curveOf = (
  quantile: (share: number) => number,
  { least = -Infinity, most = Infinity }: { readonly least?: number; readonly most?: number } = {},
): Curve => ({
  quantile,
  least,
  most,
  pieces: new Float64Array(coefficients).fill(NaN),
  exact: new Uint8Array(pieces),
  middle: quantile(0.5),
  near: precision * (quantile(0.75) - quantile(0.25)),
});

/** How many curves are kept for the next input of the same shape. */
const mostKept = 64;
const kept = new Map<string, Curve>();

/** The curve of a shape, made once for all inputs that have it. */
export function keptCurve(shape: string, make: () => Curve): Curve {
  const before = kept.get(shape);
  if (before !== undefined) return before;
  const [oldest] = kept.keys();
  if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
  const made = make();
  kept.set(shape, made);
  return made;
}

/** A curve moved and stretched. */
export interface Placed {
  readonly curve: Curve;
  readonly offset: number;
  readonly scale: number;
}

/**
 * Writes the next draws of a distribution to the front of a list. A cubic gives what it gives to a hundred-millionth of the
 * distribution's width; everything else is asked of the quantile function itself.
 */
export function drawFrom(placed: Placed, words: Words, into: Float64Array, count: number): void {
  const { curve, offset, scale } = placed;
  for (let k = 0; k < count; k++) {
    const word = words.next() | 0;
    const value = offset + scale * alongPiece(curve.pieces, word);
    into[k] = Number.isNaN(value) ? drawLacking(placed, word) : value;
  }
}

/**
 * The draw of a word whose piece had no cubic where it was looked for: it is made now, if it is to be had. `tell` is told
 * where it stands among the coefficients.
 */
export function drawLacking(
  { curve, offset, scale }: Placed,
  word: number,
  tell?: (at: number) => void,
): number {
  if (!hasCubic(curve, pieceOf(word))) return offset + scale * curve.quantile(shareOf(word));
  tell?.(4 * pieceOf(word));
  return offset + scale * alongPiece(curve.pieces, word);
}

/** Whether a piece has a cubic, which is made when it is first asked for. */
function hasCubic(curve: Curve, piece: number): boolean {
  if (curve.exact[piece] === 1) return false;
  if (!Number.isNaN(curve.pieces[4 * piece])) return true;
  const cubic = cubicOf(curve, piece);
  if (cubic === undefined) curve.exact[piece] = 1;
  else curve.pieces.set(cubic, 4 * piece);
  return cubic !== undefined;
}

/** How many words lie between a word and the nearer end. */
const between = (word: number): number => word ^ (word >> 31);

/** The piece that a word lies in: told by the bits of its distance from the nearer end, and by the five after the first. */
function pieceOf(word: number): number {
  const away = between(word);
  const bits = 32 - Math.clz32(away);
  const next = ((away << (32 - bits)) << 1) >>> (32 - pieceBits);
  return ((word >>> 31) << (2 * pieceBits)) | (bits << pieceBits) | next;
}

/** What the cubic of its piece makes of a word. */
function alongPiece(pieces: Float64Array, word: number): number {
  const at = 4 * pieceOf(word);
  const away = between(word) + 0.5;
  return (
    (pieces[at] as number) +
    away *
      ((pieces[at + 1] as number) + away * ((pieces[at + 2] as number) + away * (pieces[at + 3] as number)))
  );
}

/** The coefficients of a cubic, the constant first. */
type Cubic = readonly [number, number, number, number];

const thirds = [0, 1 / 3, 2 / 3, 1] as const;
const inBetween = [1 / 6, 1 / 2, 5 / 6] as const;

/** The cubic through four points of a piece, if it is near enough between them and nowhere near an end of the curve. */
function cubicOf(curve: Curve, piece: number): Cubic | undefined {
  const bits = (piece >>> pieceBits) % halvings;
  if (bits < nearest) return undefined;
  const width = 2 ** (bits - 1) / piecesOfHalving;
  const start = 2 ** (bits - 1) + (piece % piecesOfHalving) * width;
  const isUpper = piece >= pieces / 2;
  const exact = (t: number): number => {
    const share = (start + t * width) * perWord;
    return curve.quantile(isUpper ? 1 - share : share);
  };
  const points = thirds.map(exact) as [number, number, number, number];
  const cubic = movedTo(start, width, through(points));
  const off = (t: number): number => Math.abs(valueAt(cubic, start + t * width) - exact(t));
  const allowed = Math.max(curve.near, precision * Math.abs(points[0] - curve.middle));
  const inside = points.every((point) => point > curve.least + allowed && point < curve.most - allowed);
  return inside && inBetween.every((t) => off(t) <= allowed) ? cubic : undefined;
}

const valueAt = ([a, b, c, d]: Cubic, x: number): number => a + x * (b + x * (c + x * d));

/** The cubic through four points at nought, a third, two thirds and one. */
const through = ([p, q, r, s]: Cubic): Cubic => [
  p,
  (-11 * p + 18 * q - 9 * r + 2 * s) / 2,
  (9 * (2 * p - 5 * q + 4 * r - s)) / 2,
  (9 * (-p + 3 * q - 3 * r + s)) / 2,
];

/** A cubic over nought to one as one over a start and so much more. */
function movedTo(start: number, width: number, [a, b, c, d]: Cubic): Cubic {
  const [p, q, r] = [b / width, c / (width * width), d / (width * width * width)];
  return [valueAt([a, p, q, r], -start), p - start * (2 * q - 3 * start * r), q - 3 * start * r, r];
}
