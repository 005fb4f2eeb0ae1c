import { groupedBy } from "../group.ts";
import type { Balance, Volume } from "./volume-network.ts";

/** A step from one balance to another that is counted with it: past a volume with it, or against it. */
interface Step {
  readonly from: Balance;
  readonly to: Balance;
  readonly past: Volume;
  readonly onward: boolean;
  /** Whether it leaves a sum, which it may only do past a cell: then what the cell has is in the sum. */
  readonly isLeaving: boolean;
}

/** Steps past hidden volumes, by the balance that they set out from. */
export type Steps = ReadonlyMap<Balance, readonly Step[]>;

export const stepsPast = (hidden: Iterable<Volume>): Steps =>
  groupedBy(
    [...hidden].flatMap((past): Step[] => [
      { from: past.from, to: past.to, past, onward: true, isLeaving: past.totals === 0 },
      { from: past.to, to: past.from, past, onward: false, isLeaving: false },
    ]),
    ({ from }) => from,
  );

/** What must be counted with a balance, and the shortest way from it to one that must not be, if there is one. */
interface Counted {
  readonly balances: ReadonlySet<Balance>;
  readonly way: readonly Step[] | undefined;
}

/**
 * Every balance that is counted with the one that a volume comes from, up to the one that it goes to. Of a hidden cell
 * both are, or the first, which leaves the cell in the sum; of a hidden total both or neither, since nobody knows it.
 * `mayLeave` says which cells may be left in.
 */
export function countedFrom(
  steps: Steps,
  { from, to }: Volume,
  mayLeave: (cell: Volume) => boolean,
): Counted {
  const arrivals: Arrivals = [];
  const balances = [from];
  for (const here of balances)
    for (const step of steps.get(here) ?? []) {
      if (step.to === from || arrivals[step.to] !== undefined || (step.isLeaving && mayLeave(step.past)))
        continue;
      balances.push(step.to);
      arrivals[step.to] = step;
      if (step.to === to) return { balances: new Set(balances), way: wayTo(to, arrivals) };
    }
  return { balances: new Set(balances), way: undefined };
}

/** By which step one came to a balance, by its number. */
type Arrivals = (Step | undefined)[];

/** The steps by which one came to a balance, the last first. */
function wayTo(to: Balance, arrivals: Arrivals): readonly Step[] {
  const way: Step[] = [];
  for (let step = arrivals[to]; step !== undefined; step = arrivals[step.from]) way.push(step);
  return way;
}
