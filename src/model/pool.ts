import { sum } from "../numbers/figure.ts";
import type { About, Figure } from "../numbers/figure.ts";
import type { Unit } from "../numbers/unit.ts";

/** The rates that people go through, in order; nothing where they skip a step. */
export type Rates = readonly (Figure | undefined)[];

/** People who go through the same rates. */
export interface Pool<U extends Unit> {
  readonly figure: Figure<U>;
  readonly rates: Rates;
}

/** Whether two lists hold the same figures from a place on: a plan makes one figure for each assumption. */
const alikeFrom = (step: number, a: Rates, b: Rates): boolean => {
  for (let place = step; place < a.length; place++) if (a[place] !== b[place]) return false;
  return true;
};

/** Pools with the same rates to come from a step on, added up: so a rate that all share is applied once, and reads so. */
export function pooled<U extends Unit>(
  unit: U,
  pools: readonly Pool<U>[],
  step: number,
  about: About,
): Pool<U>[] {
  const groups: { readonly rates: Rates; readonly figures: Figure<U>[] }[] = [];
  for (const { figure, rates } of pools) {
    const group = groups.find((one) => alikeFrom(step, rates, one.rates));
    if (group === undefined) groups.push({ rates, figures: [figure] });
    else group.figures.push(figure);
  }
  return groups.map(({ rates, figures }) => ({ figure: together(unit, figures, about), rates }));
}

/** Figures of one kind added up, under the name they share; one alone is itself. */
export function together<U extends Unit>(unit: U, figures: readonly Figure<U>[], about: About): Figure<U> {
  const [first] = figures;
  return first !== undefined && figures.length === 1
    ? first
    : sum(unit, figures).named(first?.name ?? unit, about);
}
