import type { Arithmetic } from "./arithmetic.ts";

/** People who are alike in the rates that are still to come, of which the next is at `next`. */
export interface Pool<N> {
  number: N;
  readonly rates: readonly N[];
}

/** Adds to the pool that has the same rates from `next` on, or begins one. */
export function pour<N>(
  pools: Pool<N>[],
  number: N,
  rates: readonly N[],
  next: number,
  plus: Arithmetic<N>["plus"],
): void {
  for (const pool of pools) {
    if (alike(pool.rates, rates, next)) {
      pool.number = plus(pool.number, number);
      return;
    }
  }
  pools.push({ number, rates });
}

function alike<N>(some: readonly N[], others: readonly N[], next: number): boolean {
  for (let at = next; at < some.length; at++) if (some[at] !== others[at]) return false;
  return true;
}

/** Every pool at its next rate, those that are alike in the rest added up: a rate that all share is applied once. */
export function applied<N>(
  pools: readonly Pool<N>[],
  next: number,
  { plus, times }: Arithmetic<N>,
): Pool<N>[] {
  const after: Pool<N>[] = [];
  for (const { number, rates } of pools) pour(after, times(number, rates[next] as N), rates, next + 1, plus);
  return after;
}
