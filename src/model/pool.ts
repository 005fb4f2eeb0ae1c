import { sum } from "../numbers/figure.ts";
import type { About, Figure } from "../numbers/figure.ts";
import type { Unit } from "../numbers/unit.ts";
import { identityOf } from "./identity.ts";

/** People who are alike in all rates that are still to come, in order. */
export interface Pool<U extends Unit> {
  readonly figure: Figure<U>;
  readonly rates: readonly Figure[];
}

/** Pools with the same rates to come, added up: so a rate that all share is applied once, and reads so. */
export function pooled<U extends Unit>(unit: U, pools: readonly Pool<U>[], about: About): Pool<U>[] {
  const groups = new Map<string, { readonly figures: Figure<U>[]; readonly rates: readonly Figure[] }>();
  for (const { figure, rates } of pools) {
    const key = identityOf(rates);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { figures: [figure], rates });
    else group.figures.push(figure);
  }
  return [...groups.values()].map(({ figures, rates }) => ({
    figure: together(unit, figures, about),
    rates,
  }));
}

/** Figures of one kind added up, under the name they share; one alone is itself. */
export function together<U extends Unit>(unit: U, figures: readonly Figure<U>[], about: About): Figure<U> {
  const [only, ...others] = figures;
  return only !== undefined && others.length === 0
    ? only
    : sum(unit, figures).named(only?.name ?? unit, about);
}
