import { mayTell } from "./backing.ts";
import type { Limits } from "./backing.ts";
import { cheapestPath, waysFrom } from "./cheapest-path.ts";
import type { WaysFrom } from "./cheapest-path.ts";
import { solvedSums } from "./solved-sum.ts";
import type { Balance, Volume } from "./volume-network.ts";

/**
 * Which volumes of a table to hide, so that no hidden one can be solved from those that are left, nor several of them
 * together where their sum is as small, or of as few, as each that must be hidden.
 *
 * A reader knows every volume that is shown, that volumes are whole and add up to their totals, and that a hidden one
 * is at least 1, since zeros are always shown. A hidden volume is solved where no other number fits all that. Two tables
 * that fit differ by circuits through the balances: one more along the way, one less against it. So a volume is safe on a
 * circuit of hidden volumes none of which would fall to nought; where there is none, the cheapest is hidden: the least
 * volume, and totals last of all. Whatever is hidden lies on such a circuit then, the first of them and the others.
 *
 * What is hidden of shown totals is known as one number, some totals less others and less what is shown of them. Where
 * that may not be told, the cheapest further volume that they count unequally is hidden with it, and one of the totals
 * where there is none.
 */
export function hiddenIn(volumes: readonly Volume[], limits: Limits): ReadonlySet<Volume> {
  const circuits = circuitsIn(volumes);
  const hidden = new Set<Volume>();
  const nextSolved = solvedSums(hidden, limits);
  let due: readonly Volume[] = volumes.filter((one) => !mayTell(one, limits));
  while (due.length > 0) {
    for (const one of due) hidden.add(one);
    for (const one of due) for (const other of cheapestCircuit(circuits, one, hidden)) hidden.add(other);
    due = furtherIn(volumes, hidden, nextSolved());
  }
  return hidden;
}

/** What else to hide, the cheapest that there is, so that a sum of hidden volumes is no longer told by shown totals. */
function furtherIn(
  volumes: readonly Volume[],
  hidden: ReadonlySet<Volume>,
  solved: ReadonlySet<Balance> | undefined,
): readonly Volume[] {
  if (solved === undefined) return [];
  // What is shown and goes into these balances or out of them alone is what tells the sum.
  const telling = volumes.filter((one) => !hidden.has(one) && solved.has(one.from) !== solved.has(one.to));
  const [found = []] = [0, 1, 2]
    .map((totals) => telling.filter((one) => one.totals === totals))
    .filter((some) => some.length > 0);
  const [first, ...others] = found;
  if (first === undefined) return [];
  return [others.reduce((least, one) => (one.volume < least.volume ? one : least), first)];
}

/** What circuits through a table may be made of, and what it costs to pass a volume. */
interface Circuits {
  readonly ways: WaysFrom<Volume>;
  readonly costOf: (volume: Volume) => bigint;
}

/** Whether a hidden volume could as well be one less and still not be nought. */
const canFall = ({ volume }: Volume): boolean => volume > 1n;

function circuitsIn(volumes: readonly Volume[]): Circuits {
  const dear = volumes.reduce((all, { volume }) => all + volume, 1n);
  return {
    ways: waysFrom(
      volumes.flatMap((by) => [
        { from: by.from, to: by.to, by },
        ...(canFall(by) ? [{ from: by.to, to: by.from, by }] : []),
      ]),
    ),
    costOf: ({ volume, totals }) => volume + (totals > 0 ? dear : 0n),
  };
}

/** What else to hide, so that a hidden volume lies on a circuit. A table always has one: the volume and its totals. */
function cheapestCircuit(
  { ways, costOf }: Circuits,
  volume: Volume,
  hidden: ReadonlySet<Volume>,
): readonly Volume[] {
  const costNow = (one: Volume): bigint | undefined =>
    one === volume ? undefined : hidden.has(one) ? 0n : costOf(one);
  const { from, to } = volume;
  const onward = cheapestPath(ways, costNow, to, from);
  const back = canFall(volume) ? cheapestPath(ways, costNow, from, to) : undefined;
  const circuits = [...(onward === undefined ? [] : [onward]), ...(back === undefined ? [] : [back])];
  const [first, ...others] = circuits;
  return first === undefined
    ? []
    : others.reduce((least, one) => (one.cost < least.cost ? one : least), first).passed;
}
