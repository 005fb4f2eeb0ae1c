import { sum } from "../numbers/figure.ts";
import type { About, Figure } from "../numbers/figure.ts";
import type { Unit } from "../numbers/unit.ts";
import { groupedBy } from "./group.ts";
import { identityOf } from "./identity.ts";

/** People who are alike in all rates that are still to come, in order. */
export interface Pool<U extends Unit> {
  readonly figure: Figure<U>;
  readonly rates: readonly Figure[];
}

/** Pools with the same rates to come, added up: so a rate that all share is applied once, and reads so. */
export const pooled = <U extends Unit>(unit: U, pools: readonly Pool<U>[], about: About): Pool<U>[] =>
  [...groupedBy(pools, ({ rates }) => identityOf(rates)).values()].map((group) => ({
    figure: together(
      unit,
      group.map(({ figure }) => figure),
      about,
    ),
    rates: group[0].rates,
  }));

/** Figures of one kind added up, under the name they share; one alone is itself. */
export function together<U extends Unit>(unit: U, figures: readonly Figure<U>[], about: About): Figure<U> {
  const [first] = figures;
  return first !== undefined && figures.length === 1
    ? first
    : sum(unit, figures).named(first?.name ?? unit, about);
}
