import { reordered } from "./rank-correlation.ts";
import { ranksOf } from "./ranks.ts";
import type { Group } from "./correlations.ts";
import { allSharesOf, sharesFrom, wordsFor } from "./shares.ts";
import type { Sample } from "./shares.ts";
import { perWord } from "./streams.ts";
import type { Words } from "./streams.ts";
import type { Uncertain } from "./uncertain.ts";

/** The draws of the uncertain inputs: in order for the run, and of one input by itself afterwards. */
export interface DrawnInputs {
  /** The words of each uncertain input, in their order. */
  readonly words: readonly Words[];
  /**
   * Where each draw of one of them stands in its distribution, from 0 to 1; of single values, drawn again and again,
   * where they stand among all draws.
   */
  placesOf(index: number): Float64Array;
}

/** Each input has its own stream, by its path; only those tied together are drawn beforehand and held. */
export function drawnInputs(
  uncertain: readonly Uncertain[],
  groups: readonly Group[],
  sample: Sample,
): DrawnInputs {
  const held = new Map<string, Float64Array>();
  for (const { paths, matrix } of groups) {
    const columns = reordered(
      paths.map((path) => allSharesOf(path, sample)),
      matrix,
    );
    for (const [index, path] of paths.entries()) held.set(path, columns[index] as Float64Array);
  }
  const read = (path: string): Words => {
    const column = held.get(path);
    return column === undefined ? wordsFor(path, sample) : readingFrom(column);
  };
  return {
    words: uncertain.map(({ path }) => read(path)),
    placesOf: (index) => {
      const { path, drawn } = uncertain[index] as Uncertain;
      const shares = sharesFrom(read(path), sample.draws);
      return drawn.inSteps ? ranksOf(shares.map(drawn.quantile)) : shares;
    },
  };
}

/** The words whose shares a column holds, in its order. */
function readingFrom(column: Float64Array): Words {
  let next = 0;
  return { next: () => Math.floor((column[next++] as number) / perWord) };
}
