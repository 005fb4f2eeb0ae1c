import { instanceOf } from "../engine.ts";
import { coefficients, drawLacking } from "./curves.ts";
import type { Curve, Placed } from "./curves.ts";
import { drawsBytes } from "./draws-bytes.ts";

interface Exports {
  readonly draw: (
    stream: number,
    pieces: number,
    words: number,
    values: number,
    end: number,
    offset: number,
    scale: number,
  ) => number;
}

/** A distribution with the state of its stream, four words of 32 bits as the generator gives them. */
export interface Streamed {
  readonly placed: Placed;
  readonly state: readonly number[];
}

/** The next draws of one of several distributions, so many: they stand there until the next ones are drawn. */
export type Draws = (index: number, count: number) => Float64Array;

const [floatBytes, streamBytes] = [8, 16];

/** Draws of WebAssembly, so many at a time at most, if there can be any here. */
export function kernelDraws(streamed: readonly Streamed[], size: number): Draws | undefined {
  const curves = [...new Set(streamed.map(({ placed }) => placed.curve))];
  const wordsAt = streamed.length * streamBytes;
  const valuesAt = wordsAt + size * floatBytes;
  const piecesAt = (index: number): number => valuesAt + (size + index * coefficients) * floatBytes;
  const instance = instanceOf<Exports>(drawsBytes, piecesAt(curves.length));
  if (instance === undefined) return undefined;
  const { buffer, exports } = instance;
  const streams = new Int32Array(buffer, 0, 4 * streamed.length);
  for (const [index, { state }] of streamed.entries()) streams.set(lowWordFirst(state), 4 * index);
  const piecesOf = new Map<Curve, Float64Array>();
  for (const [index, curve] of curves.entries()) {
    const pieces = new Float64Array(buffer, piecesAt(index), coefficients);
    pieces.set(curve.pieces);
    piecesOf.set(curve, pieces);
  }
  const words = new Int32Array(buffer, wordsAt, size);
  const values = new Float64Array(buffer, valuesAt, size);

  const fillIn = (placed: Placed, pieces: Float64Array, count: number): void => {
    const known = placed.curve.pieces;
    const tell = (at: number): void => pieces.set(known.subarray(at, at + 4), at);
    for (let k = 0; k < count; k++)
      if (Number.isNaN(values[k])) values[k] = drawLacking(placed, words[k] as number, tell);
  };
  return (index, count) => {
    const { placed } = streamed[index] as Streamed;
    const { curve, offset, scale } = placed;
    const pieces = piecesOf.get(curve) as Float64Array;
    const end = valuesAt + count * floatBytes;
    if (exports.draw(index * streamBytes, pieces.byteOffset, wordsAt, valuesAt, end, offset, scale) !== 0)
      fillIn(placed, pieces, count);
    return count === size ? values : values.subarray(0, count);
  };
}

/** The state of a stream as two whole numbers of 64 bits stand in memory. */
const lowWordFirst = (state: readonly number[]): number[] => [1, 0, 3, 2].map((at) => state[at] as number);
