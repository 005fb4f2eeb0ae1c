/** A way from one place to another, and what it costs to take it. */
export interface Way<T> {
  readonly from: string;
  readonly to: string;
  readonly cost: bigint;
  readonly by: T;
}

/** What one passes on the cheapest way from a start to an end, and what it costs; nothing where no way leads there. */
export function cheapestPath<T>(
  ways: readonly Way<T>[],
  start: string,
  end: string,
): { readonly passed: readonly T[]; readonly cost: bigint } | undefined {
  const costs = new Map([[start, 0n]]);
  const arrivals = new Map<string, Way<T>>();
  const waiting = new Set([start]);
  for (let place = cheapest(waiting, costs); place !== undefined; place = cheapest(waiting, costs)) {
    waiting.delete(place);
    const sofar = costs.get(place) ?? 0n;
    for (const way of ways) {
      if (way.from !== place) continue;
      const cost = sofar + way.cost;
      const known = costs.get(way.to);
      if (known !== undefined && known <= cost) continue;
      costs.set(way.to, cost);
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
function cheapest(waiting: ReadonlySet<string>, costs: ReadonlyMap<string, bigint>): string | undefined {
  let found: string | undefined;
  let least = 0n;
  for (const place of waiting) {
    const cost = costs.get(place) ?? 0n;
    if (found === undefined || cost < least) [found, least] = [place, cost];
  }
  return found;
}
