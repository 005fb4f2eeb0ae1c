import { hiddenIn } from "../../src/model/sources/suppression.ts";
import { networkOf } from "../../src/model/sources/volume-network.ts";
import type { Volume } from "../../src/model/sources/volume-network.ts";

/** What is delivered in one area: so much by each provider. */
export interface Delivery {
  readonly area: string;
  readonly service: string;
  readonly complexity?: string | undefined;
  readonly by: readonly number[];
}

/** A place that a reader sees a volume of, or sees that it is hidden. */
export type Seen = Partial<Record<"area" | "service" | "complexity", string | undefined>>;

export interface Limits {
  readonly volumesBelow: number;
  readonly returnsBelow: number;
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

export const volumeOf = ({ by }: Delivery): number => sumOf(by);

export const isIn = (cell: Delivery, { area, service, complexity }: Seen): boolean =>
  [
    [area, cell.area],
    [service, cell.service],
    [complexity, cell.complexity],
  ].every(([due, own]) => due === undefined || due === own);

/** Every total that is published of some cells, in no order: whoever lists them by hand. */
export function totalsOf(cells: readonly Delivery[]): readonly Seen[] {
  const staged = cells.filter(({ complexity }) => complexity !== undefined);
  const all: readonly Seen[] = [
    {},
    ...cells.flatMap(({ area, service }) => [{ area }, { service }]),
    ...staged.flatMap(({ area, service, complexity }) => [
      { area, service },
      { service, complexity },
    ]),
  ];
  return [...new Map(all.map((one) => [keyOf(one), one])).values()];
}

export const keyOf = ({ area, service, complexity }: Seen): string =>
  JSON.stringify([area, service, complexity]);

/** Whether some cells together are neither small nor of few. */
export function mayTell(cells: readonly Delivery[], { volumesBelow, returnsBelow }: Limits): boolean {
  const behind = new Set(cells.flatMap(({ by }) => [...by.keys()].filter((one) => (by[one] ?? 0) > 0)));
  return sumOf(cells.map(volumeOf)) >= volumesBelow && behind.size >= returnsBelow;
}

/** What a reader of published volumes has before them. */
export interface Published {
  readonly cells: readonly Delivery[];
  readonly hides: (place: Seen) => boolean;
  /** The cells of which no volume is shown. */
  readonly unknown: readonly Delivery[];
  readonly totals: readonly Seen[];
}

/** Cells as the library has them, with their totals. */
export const volumesOf = (cells: readonly Delivery[]): readonly Volume[] =>
  networkOf(
    cells.map(({ by, ...place }) => ({
      ...place,
      volume: BigInt(sumOf(by)),
      providers: new Set([...by.keys()].filter((one) => (by[one] ?? 0) > 0).map(String)),
    })),
  );

export const publishedOf = (cells: readonly Delivery[], limits: Limits): Published =>
  publishedWithout(cells, hiddenIn(volumesOf(cells), limits));

/** What a reader sees where some volumes are hidden, whichever they are. */
export function publishedWithout(cells: readonly Delivery[], hidden: Iterable<Volume>): Published {
  const keys = new Set([...hidden].map(({ place }) => keyOf(place)));
  const hides = (place: Seen): boolean => keys.has(keyOf(place));
  return { cells, hides, unknown: cells.filter(hides), totals: totalsOf(cells) };
}

/** How often a place counts each unknown cell. */
const countsIn = (unknown: readonly Delivery[], place: Seen): readonly bigint[] =>
  unknown.map((cell) => (isIn(cell, place) ? 1n : 0n));

/** A row with another taken away, so that it has nothing left in that one's first column. */
function without(row: readonly bigint[], other: readonly bigint[]): readonly bigint[] {
  const at = other.findIndex((one) => one !== 0n);
  const [mine, its] = [row[at] ?? 0n, other[at] ?? 1n];
  return mine === 0n ? row : row.map((one, index) => one * its - (other[index] ?? 0n) * mine);
}

const reduced = (row: readonly bigint[], basis: readonly (readonly bigint[])[]): readonly bigint[] =>
  basis.reduce(without, row);

const isNothing = (row: readonly bigint[]): boolean => row.every((one) => one === 0n);

/**
 * Whether a reader who solves the linear equations of all shown totals is left with one number for the sum of some
 * unknown cells: whether it is a combination of shown totals, in fractions whatever they are.
 */
function solverOf({ unknown, totals, hides }: Published): (sum: readonly bigint[]) => boolean {
  const basis: (readonly bigint[])[] = [];
  for (const total of totals) {
    if (hides(total)) continue;
    const row = reduced(countsIn(unknown, total), basis);
    if (!isNothing(row)) basis.push(row);
  }
  return (sum) => isNothing(reduced(sum, basis));
}

/** What a reader can solve, in words: hidden cells and totals, and sums of cells that may not be told. */
export function solvedIn(published: Published, limits: Limits): readonly string[] {
  const { unknown, totals, hides } = published;
  const isSolved = solverOf(published);
  const hidden: readonly Seen[] = [...unknown, ...totals.filter(hides)];
  const alone = hidden.filter((place) => isSolved(countsIn(unknown, place)));
  const together = solvedTogether(published, limits);
  return [...alone.map(keyOf), ...together.map((cells) => cells.map(keyOf).join(" and "))];
}

/** The sums of unknown cells that a reader can solve and may not be told, by trying every one. */
export function solvedTogether(published: Published, limits: Limits): readonly (readonly Delivery[])[] {
  const { unknown } = published;
  const isSolved = solverOf(published);
  return Array.from({ length: 2 ** unknown.length - 1 }, (_, index) => index + 1)
    .map((bits) => unknown.map((_, index) => BigInt((bits >> index) & 1)))
    .filter(
      (sum) =>
        !mayTell(
          unknown.filter((_, index) => sum[index] === 1n),
          limits,
        ),
    )
    .filter(isSolved)
    .map((sum) => unknown.filter((_, index) => sum[index] === 1n));
}

/** Every volume that a reader could take a hidden place for: hidden cells are one at least, and totals as shown. */
export function readingsOf({
  cells,
  unknown,
  totals,
  hides,
}: Published): ReadonlyMap<string, ReadonlySet<number>> {
  const most = sumOf(cells.map(volumeOf)) + 1;
  const shown = totals
    .filter((total) => !hides(total))
    .map((total) => ({
      left: sumOf(unknown.filter((cell) => isIn(cell, total)).map(volumeOf)),
      has: unknown.map((cell) => isIn(cell, total)),
    }));
  const hidden: readonly Seen[] = [...unknown, ...totals.filter(hides)];
  const shownIn = (place: Seen): number =>
    sumOf(cells.filter((cell) => isIn(cell, place) && !unknown.includes(cell)).map(volumeOf));
  const found = new Map(hidden.map((place) => [keyOf(place), new Set<number>()]));
  const fill = (volumes: readonly number[]): void => {
    const of = (has: readonly boolean[]): number => sumOf(volumes.filter((_, index) => has[index]));
    const fits = shown.every(({ left, has }) => {
      const waiting = has.slice(volumes.length).filter(Boolean).length;
      return waiting === 0 ? of(has) === left : of(has) + waiting <= left;
    });
    if (!fits) return;
    if (volumes.length === unknown.length) {
      for (const place of hidden)
        found.get(keyOf(place))?.add(shownIn(place) + of(unknown.map((cell) => isIn(cell, place))));
      return;
    }
    for (let volume = 1; volume <= most; volume++) fill([...volumes, volume]);
  };
  fill([]);
  return found;
}
