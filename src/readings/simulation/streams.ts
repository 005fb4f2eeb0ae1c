import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plusFromState } from "pure-rand/generator/xoroshiro128plus";

/** Draws between 0 and 1, neither of which is ever drawn. */
export type Stream = () => number;

/** What stands for 0, which has no quantile: half the smallest step. */
const nextToNothing = 5.551115123125783e-17;

/**
 * The random stream of a name: the same for the same seed and name, on every machine, whatever other streams there are.
 */
export function streamOf(seed: number, name: string): Stream {
  const generator = xoroshiro128plusFromState(stateOf(seed, name));
  return () => uniformFloat64(generator) || nextToNothing;
}

/** Draws words of 32 bits, each as a signed number or not. */
export interface Words {
  next(): number;
  /** Where a stream of its own stands: four words. */
  getState?(): readonly number[];
}

/** The words of a name: the same stream, of which each share takes two. */
export const wordsOf = (seed: number, name: string): Words => xoroshiro128plusFromState(stateOf(seed, name));

/** How much one word is of all words. */
export const perWord = 2.3283064365386963e-10;

/** The share of all words that lie below one, and half of itself: never 0, and never 1. */
export const shareOf = (word: number): number => ((word >>> 0) + 0.5) * perWord;

const multipliers = [0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f, 0x9e3779b1] as const;

/** Four words of 32 bits that hang on every bit of the seed and every letter of the name, by integer arithmetic. */
function stateOf(seed: number, name: string): readonly number[] {
  let [a, b, c, d] = [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344];
  const take = (word: number): void => {
    a = Math.imul(a ^ word, multipliers[0]);
    b = Math.imul(b ^ word ^ (a >>> 15), multipliers[1]);
    c = Math.imul(c ^ word ^ (b >>> 13), multipliers[2]);
    d = Math.imul(d ^ word ^ (c >>> 16), multipliers[3]);
    a ^= d >>> 14;
  };
  take(seed >>> 0);
  take(Math.floor(seed / 0x1_0000_0000));
  for (let index = 0; index < name.length; index++) take(name.charCodeAt(index));
  // Each word is stirred on until the last letter has reached every bit of all four.
  for (let round = 0; round < 4; round++) take(name.length);
  return [a, b, c, d].map(stirred);
}

/** Every bit of a word spread over all of it. Source: the finaliser of MurmurHash3, Austin Appleby, public domain. */
function stirred(word: number): number {
  let stirring = word ^ (word >>> 16);
  stirring = Math.imul(stirring, 0x85ebca6b);
  stirring ^= stirring >>> 13;
  stirring = Math.imul(stirring, 0xc2b2ae35);
  return stirring ^ (stirring >>> 16);
}
