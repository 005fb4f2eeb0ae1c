import { countedFrom } from "./balances.ts";
import type { Steps } from "./balances.ts";
import type { Balance, Volume } from "./volume-network.ts";

/**
 * The balances that leave the smallest sum with a hidden cell in it, where it is below a limit.
 *
 * The smallest sum is the narrowest cut between the two balances of the cell, and as much can flow from the one to the
 * other as that is (Ford and Fulkerson, 1956): along the shortest way that is left, until there is none or it is enough.
 */
export function smallSum(steps: Steps, cell: Volume, below: bigint): ReadonlySet<Balance> | undefined {
  const flows = new Map<Volume, bigint>();
  const full = new Set<Volume>();
  const leftIn = (one: Volume): bigint => one.volume - (flows.get(one) ?? 0n);
  for (let flow = 0n; flow < below;) {
    const { balances, way } = countedFrom(steps, cell, (one) => full.has(one));
    if (way === undefined) return balances;
    const [first, ...others] = way.filter(({ isLeaving }) => isLeaving).map(({ past }) => leftIn(past));
    if (first === undefined) return undefined;
    const more = others.reduce((least, one) => (one < least ? one : least), first);
    for (const { past, onward } of way) {
      flows.set(past, (flows.get(past) ?? 0n) + (onward ? more : -more));
      if (leftIn(past) > 0n) full.delete(past);
      else full.add(past);
    }
    flow += more;
  }
  return undefined;
}
