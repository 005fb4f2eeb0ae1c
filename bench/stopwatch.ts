/** Something to time. It answers with a way to read its answer afterwards, which is not timed. */
export interface Candidate<A> {
  readonly name: string;
  readonly run: () => () => A;
}

/** Something that times itself: in a process of its own, say, of whose time only the sums count. */
export interface SelfTimed<A> {
  readonly name: string;
  readonly runTimed: () => Timed<A> | Promise<Timed<A>>;
}

interface Timed<A> {
  readonly took: number;
  readonly read: () => A;
}

/** How long a candidate took, in milliseconds, and its answer. */
export interface Timing<A> {
  readonly name: string;
  /** Before the engine has compiled anything. */
  readonly first: number;
  readonly median: number;
  readonly least: number;
  readonly answer: A;
}

async function timed<A>(candidate: Candidate<A> | SelfTimed<A>): Promise<Timed<A>> {
  if ("runTimed" in candidate) return candidate.runTimed();
  const start = performance.now();
  const read = candidate.run();
  return { took: performance.now() - start, read };
}

const medianOf = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;

/** Each candidate is warmed up for as long as any other, in milliseconds, and so many times at least. */
const warmUp = { milliseconds: 1_000, times: 3 };

async function warmedUp<A>(candidate: Candidate<A> | SelfTimed<A>): Promise<void> {
  let spent = 0;
  for (let times = 0; times < warmUp.times || spent < warmUp.milliseconds; times++)
    spent += (await timed(candidate)).took;
}

/**
 * Candidates timed turn by turn, each round from another one on, so that a busy machine is busy for all of them. All have
 * run for equally long before: one that takes a tenth of the time needs ten times the runs until it is compiled as well.
 * Each one's first result is kept until the end, as an application keeps its own: the engine throws compiled code away
 * with the last object of the shape that it was compiled for.
 */
export async function sideBySide<A>(
  candidates: readonly (Candidate<A> | SelfTimed<A>)[],
  rounds: number,
): Promise<readonly Timing<A>[]> {
  const timings = [];
  for (const candidate of candidates) {
    const { took, read } = await timed(candidate);
    timings.push({ candidate, first: took, read, times: [] as number[] });
  }
  for (const { candidate } of timings) await warmedUp(candidate);
  for (let round = 0; round < rounds; round++) {
    const from = round % timings.length;
    for (const { candidate, times } of [...timings.slice(from), ...timings.slice(0, from)]) {
      times.push((await timed(candidate)).took);
    }
  }
  return timings.map(({ candidate: { name }, first, read, times }) => ({
    name,
    first,
    median: medianOf(times),
    least: Math.min(...times),
    answer: read(),
  }));
}

/** Milliseconds to a tenth, and shorter times to two digits. */
const printed = (milliseconds: number): string =>
  milliseconds < 1 ? milliseconds.toPrecision(2) : milliseconds.toFixed(1);

/** A timing as a table shows it, beside how many times as long another takes. */
export const timeColumns = (
  { first, median, least }: Timing<unknown>,
  other: Timing<unknown>,
): Readonly<Record<string, string>> => ({
  "first, ms": printed(first),
  "median, ms": printed(median),
  "least, ms": printed(least),
  "× median": (median / other.median).toFixed(2),
  "× least": (least / other.least).toFixed(2),
});
