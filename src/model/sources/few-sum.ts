import { countedFrom } from "./balances.ts";
import type { Steps } from "./balances.ts";
import type { Balance, Volume } from "./volume-network.ts";

type Providers = ReadonlySet<string>;

const isAmong = (known: Providers, { providers }: Volume): boolean => {
  for (const one of providers) if (!known.has(one)) return false;
  return true;
};

const hasSome = (spent: Providers, { providers }: Volume): boolean => {
  for (const one of providers) if (spent.has(one)) return true;
  return false;
};

const moreThan = (known: Providers, { providers }: Volume): readonly string[] =>
  [...providers].filter((one) => !known.has(one));

/**
 * The balances that leave a sum with a hidden cell in it which so many providers or fewer stand behind, if there are.
 *
 * Where the cells of some providers alone may be left in a sum and there is none, every way between the two balances of
 * the cell that leads past others has one at least that must be left in as well: the search tries each on the shortest.
 * It is no deeper than there are providers to add, and gives up where ways without a provider in common need more.
 */
export function fewSum(steps: Steps, cell: Volume, most: number): ReadonlySet<Balance> | undefined {
  const tried = new Set<string>();
  const search = (providers: Providers): ReadonlySet<Balance> | undefined => {
    if (providers.size > most) return undefined;
    const key = JSON.stringify([...providers].sort());
    if (tried.has(key)) return undefined;
    tried.add(key);
    const { balances, way } = countedFrom(steps, cell, (one) => isAmong(providers, one));
    if (way === undefined) return balances;
    if (providers.size + leastMore(steps, cell, providers, most) > most) return undefined;
    for (const { past } of way.filter(({ isLeaving }) => isLeaving)) {
      const found = search(new Set([...providers, ...past.providers]));
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return search(cell.providers);
}

/** How many providers at least must be added to some: those of ways that have none of them in common. */
function leastMore(steps: Steps, cell: Volume, providers: Providers, most: number): number {
  const spent = new Set<string>();
  let least = 0;
  while (providers.size + least <= most) {
    const { way } = countedFrom(steps, cell, (one) => isAmong(providers, one) || hasSome(spent, one));
    if (way === undefined) return least;
    const passed = way.filter(({ isLeaving }) => isLeaving).map(({ past }) => moreThan(providers, past));
    for (const provider of passed.flat()) spent.add(provider);
    least += Math.min(...passed.map(({ length }) => length));
  }
  return least;
}
