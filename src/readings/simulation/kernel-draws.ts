import { instanceOf } from "../engine.ts";
import { coefficients, drawLacking } from "./curves.ts";
import type { Placed } from "./curves.ts";
import { drawsBytes } from "./draws-bytes.ts";

interface Exports {
  /** Where the first input stands that lacks a draw, whose words are there then; or the end. */
  readonly draw: (input: number, end: number, words: number, bytes: number) => number;
}

/** A distribution with the state of its stream, four words of 32 bits as the generator gives them. */
export interface Streamed {
  readonly placed: Placed;
  readonly state: readonly number[];
}

/** Draws of several distributions, and the columns that hold them until the next ones are drawn. */
export interface KernelDraws {
  readonly columns: readonly Float64Array[];
  /** Draws the next ones of each, so many, to the front of its column. */
  readonly draw: (count: number) => void;
}

const [wordBytes, floatBytes, inputBytes] = [4, 8, 40];

/** Draws of WebAssembly, so many at a time at most, if there can be any here. */
export function kernelDraws(streamed: readonly Streamed[], size: number): KernelDraws | undefined {
  const curves = [...new Set(streamed.map(({ placed }) => placed.curve))];
  const even = size + (size % 2);
  const end = streamed.length * inputBytes;
  const wordsAt = end + (end % 16);
  const columnAt = (index: number): number => wordsAt + even * (wordBytes + index * floatBytes);
  const piecesAt = (index: number): number => columnAt(streamed.length) + index * coefficients * floatBytes;
  const instance = instanceOf<Exports>(drawsBytes, piecesAt(curves.length));
  if (instance === undefined) return undefined;
  const { buffer, exports } = instance;
  const piecesOf = new Map(
    curves.map((curve, index) => {
      const pieces = new Float64Array(buffer, piecesAt(index), coefficients);
      pieces.set(curve.pieces);
      return [curve, pieces];
    }),
  );
  for (const [index, { placed, state }] of streamed.entries()) {
    const at = index * inputBytes;
    new Int32Array(buffer, at, 4).set(lowWordFirst(state));
    new Float64Array(buffer, at + 16, 2).set([placed.offset, placed.scale]);
    new Int32Array(buffer, at + 32, 2).set([piecesAt(curves.indexOf(placed.curve)), columnAt(index)]);
  }
  const words = new Int32Array(buffer, wordsAt, size);
  const columns = streamed.map((_, index) => new Float64Array(buffer, columnAt(index), size));

  const fillIn = (index: number, count: number): void => {
    const { placed } = streamed[index] as Streamed;
    const known = placed.curve.pieces;
    const tell = (at: number): void => piecesOf.get(placed.curve)?.set(known.subarray(at, at + 4), at);
    const values = columns[index] as Float64Array;
    for (let k = 0; k < count; k++)
      if (Number.isNaN(values[k])) values[k] = drawLacking(placed, words[k] as number, tell);
  };
  return {
    columns,
    draw: (count) => {
      for (let next = 0; next < end; next += inputBytes) {
        next = exports.draw(next, end, wordsAt, count * floatBytes);
        if (next < end) fillIn(next / inputBytes, count);
      }
    },
  };
}

/** The state of a stream as two whole numbers of 64 bits stand in memory. */
const lowWordFirst = (state: readonly number[]): number[] => [1, 0, 3, 2].map((at) => state[at] as number);
