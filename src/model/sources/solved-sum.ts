import { mayTell } from "./backing.ts";
import type { Limits } from "./backing.ts";
import { stepsPast } from "./balances.ts";
import type { Steps } from "./balances.ts";
import { fewSum } from "./few-sum.ts";
import { smallSum } from "./small-sum.ts";
import type { Balance, Volume } from "./volume-network.ts";

/**
 * One after another, as more is hidden, the sums of hidden volumes that a reader can work out and may not be told: the
 * balances that are taken together for each, and nothing once there is none.
 *
 * Whoever takes balances together is left with what goes into them alone or out of them alone. If nothing hidden goes in,
 * and no hidden total out, what is hidden of what goes out is known as one number. Every other way to a sum of hidden
 * volumes, each counted once or more, is several such: what is in one balance with one sign and in one with the other
 * makes a network, whose potentials are whole.
 *
 * A sum that may not be told has a cell in it that may not be told by itself. One such of which no sum is left stays so,
 * whatever else is hidden: that joins balances or makes a sum larger.
 */
export function solvedSums(
  hidden: ReadonlySet<Volume>,
  limits: Limits,
): () => ReadonlySet<Balance> | undefined {
  const safe = new Set<Volume>();
  return () => {
    const steps = stepsPast(hidden);
    for (const cell of hidden) {
      if (cell.totals > 0 || safe.has(cell)) continue;
      const balances = mayTell(cell, limits) ? undefined : solvedWith(steps, cell, limits);
      if (balances !== undefined) return balances;
      safe.add(cell);
    }
    return undefined;
  };
}

const solvedWith = (steps: Steps, cell: Volume, { volumesBelow, returnsBelow }: Limits) =>
  smallSum(steps, cell, BigInt(volumesBelow)) ?? fewSum(steps, cell, returnsBelow - 1);
