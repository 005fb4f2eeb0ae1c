import { groupedBy } from "../group.ts";

/** A way from one place to another, past something. */
export interface Way<T> {
  readonly from: number;
  readonly to: number;
  readonly by: T;
}

/** Ways by the place that they set out from. */
export type WaysFrom<T> = ReadonlyMap<number, readonly Way<T>[]>;

export const waysFrom = <T>(ways: readonly Way<T>[]): WaysFrom<T> => groupedBy(ways, ({ from }) => from);

/**
 * What one passes on the cheapest way from a start to an end, and what it costs; nothing where no way leads there. What
 * has no cost cannot be passed.
 */
export function cheapestPath<T>(
  ways: WaysFrom<T>,
  costOf: (by: T) => bigint | undefined,
  start: number,
  end: number,
): { readonly passed: readonly T[]; readonly cost: bigint } | undefined {
  const costs = new Map([[start, 0n]]);
  const arrivals = new Map<number, Way<T>>();
  const waiting = new Set([start]);
  for (let place = cheapest(waiting, costs); place !== undefined; place = cheapest(waiting, costs)) {
    waiting.delete(place);
    if (place === end) break;
    const sofar = costs.get(place) ?? 0n;
    for (const way of ways.get(place) ?? []) {
      const step = costOf(way.by);
      if (step === undefined) continue;
      const known = costs.get(way.to);
      if (known !== undefined && known <= sofar + step) continue;
      costs.set(way.to, sofar + step);
      arrivals.set(way.to, way);
      waiting.add(way.to);
    }
  }
  const cost = costs.get(end);
  if (cost === undefined) return undefined;
  const passed: T[] = [];
  for (let way = arrivals.get(end); way !== undefined; way = arrivals.get(way.from)) passed.push(way.by);
  return { passed, cost };
}

/** Of the places that wait, the one that costs least to come to; the first of several. */
function cheapest(waiting: ReadonlySet<number>, costs: ReadonlyMap<number, bigint>): number | undefined {
  let found: number | undefined;
  let least = 0n;
  for (const place of waiting) {
    const cost = costs.get(place) ?? 0n;
    if (found === undefined || cost < least) [found, least] = [place, cost];
  }
  return found;
}
