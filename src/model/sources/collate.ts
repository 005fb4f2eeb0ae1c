import { quartileMethod } from "../../formulas/ranks.ts";
import type { Aspect } from "../../vocabulary/like-for-like.ts";
import { unstatedBy } from "../../vocabulary/likeness.ts";
import type { SourceWaiver } from "../../vocabulary/likeness.ts";
import { parseCollation } from "../../vocabulary/provider-return.ts";
import type { CollateOptions, ProviderReturn } from "../../vocabulary/provider-return.ts";
import { groupedBy } from "../group.ts";
import { collatedCell, collatedTotal, suppressed } from "./collated.ts";
import type { Collated, CollatedTotal } from "./collated.ts";
import { collationTable } from "./collation-table.ts";
import { hidingOf } from "./hiding.ts";
import { nearWordsIn } from "./near-words.ts";
import type { NearWords } from "./near-words.ts";
import { outliersIn } from "./outliers.ts";
import type { Outlier } from "./outliers.ts";
import { isWithin, placeKey, placeOf } from "./place.ts";
import type { Place } from "./place.ts";
import { isPriced, returnedIn } from "./returned.ts";
import type { Returned } from "./returned.ts";
import type { Cell } from "./telling.ts";

/** Many providers' returns as one set of figures that may be published. */
export interface Collation {
  /** What the volumes count. */
  readonly counts: string;
  /** How medians and quartiles are read off. */
  readonly method: string;
  readonly waived: readonly SourceWaiver[];
  /** What no return states, so that nobody can say whether they agree in it. */
  readonly unstated: readonly Aspect[];
  /** Each area and service that anybody has, and each complexity of it where returns tell them apart. */
  readonly cells: readonly Collated[];
  /** Each area and service over its complexities, where returns state some. */
  readonly areaServices: readonly CollatedTotal[];
  /** Each area over its services. */
  readonly areas: readonly CollatedTotal[];
  /** Each complexity of a service over its areas, where returns state some. */
  readonly complexities: readonly CollatedTotal[];
  /** Each service over its areas and complexities. */
  readonly services: readonly CollatedTotal[];
  readonly whole: CollatedTotal;
  /** For whoever collates, who has the returns: not in the JSON, nor in the table. */
  readonly outliers: readonly Outlier[];
  /** Words that are spelt nearly alike and stand apart, such as Norfolk and norfolk: for whoever collates too. */
  readonly near: readonly NearWords[];
  /** The cells and totals as text, for `console.table`. */
  table(): readonly Readonly<Record<string, string>>[];
  toJSON(): CollationJson;
}

/** What of a collation may be published: figures without the returns behind them. */
export type CollationJson = Pick<
  Collation,
  | "counts"
  | "method"
  | "waived"
  | "unstated"
  | "cells"
  | "areaServices"
  | "areas"
  | "complexities"
  | "services"
  | "whole"
>;

/**
 * Many providers' volumes and unit costs as medians, quartiles, ranges and weighted means by area and service. The
 * returns must be like for like. Outliers are marked and stay in; words that are spelt nearly alike stand apart and are
 * listed. Small numbers are suppressed, and as many others as
 * it takes that none of them can be solved from the totals; of what is left, every total is what is shown and what is
 * suppressed. Every published figure is a number by itself: it says of how many returns it is and leads to none.
 *
 * A spread is of enough returns that its five numbers give none of them away; of fewer there is a median. Over several
 * areas, what is told is of the cells that tell theirs: one with a hidden return in it could give that away. What each
 * return's unit cost counts in a mean is its own volume.
 *
 * @param returns - one for each provider, each row a volume and, where the provider gives one, a unit cost
 * @param options - what is too small to show, how far off an outlier is, and what may differ after all
 * @throws ModelError `invalid-data` with every problem at once: of form, of a provider or row that comes twice, and of
 * each return that is not like for like with the first.
 *
 * @example
 * ```ts
 * import { collate } from "volumes-and-values/sources";
 *
 * const returnOf = (provider: string, volume: number, unitCost: number) => ({
 *   provider,
 *   counts: "starts" as const,
 *   basis: { period: { each: "year" as const }, kind: "flow" as const, vat: "excluded" as const },
 *   rows: [{ area: "essex", service: "accommodation", volume, unitCost }],
 * });
 * const { whole, outliers } = collate(
 *   [returnOf("A", 120, 240), returnOf("B", 300, 260), returnOf("C", 180, 280), returnOf("D", 200, 700)],
 *   { suppress: { volumesBelow: 10, returnsBelow: 3 }, outliersBeyond: "1.5", unmarkedShare: "0.1" },
 * );
 * whole.volume; // => Figure 800 starts · collatedVolume
 * if ("median" in whole.unitCosts) whole.unitCosts.median; // => Figure 270 GBP/starts · median
 * outliers.map(({ provider, side }) => `${provider} is ${side}`); // => [ 'D is above' ]
 * ```
 */
export function collate(returns: readonly ProviderReturn[], options: CollateOptions): Collation {
  const read = parseCollation(returns, options);
  const unit = read.returns[0]?.counts ?? "";
  const limits = read.options.suppress;
  const rows = returnedIn(read.returns);
  const areas = [...new Set(rows.map(({ area }) => area))];
  const deliveries = [
    ...groupedBy(rows, ({ service, complexity }) => JSON.stringify([service, complexity])).values(),
  ].map(([first]) => first);
  const inPlace = groupedBy(rows, placeKey);
  const places = areas.flatMap((area) =>
    deliveries.flatMap((delivered) => {
      const here = inPlace.get(placeKey(placeOf(area, delivered)));
      return here === undefined ? [] : [here];
    }),
  );
  const isHidden = hidingOf(places, limits);
  const cells = places.map((here): Cell => {
    const place = placeOf(here[0].area, here[0]);
    return { ...place, rows: here, hidden: isHidden(place) };
  });
  const collated = new Map(cells.map((cell) => [cell, collatedCell(cell, unit, limits)]));
  const totalOf = (place: Place): CollatedTotal =>
    collatedTotal(
      { ...place, hidden: isHidden(place) },
      cells.filter((cell) => isWithin(cell, place)),
      unit,
      limits,
      (cell) => collated.get(cell)?.volume ?? suppressed,
    );
  /** A total of each place that some rows are of. */
  const totalsOf = (some: readonly Returned[], placeIn: (row: Returned) => Place): readonly CollatedTotal[] =>
    Object.freeze([...groupedBy(some.map(placeIn), placeKey).values()].map(([place]) => totalOf(place)));
  const staged = rows.filter(({ complexity }) => complexity !== undefined);
  const published: CollationJson = Object.freeze({
    counts: unit,
    method: quartileMethod,
    waived: read.options.waive ?? Object.freeze([]),
    unstated: unstatedBy(read.returns, rows.some(isPriced)),
    cells: Object.freeze([...collated.values()]),
    areaServices: totalsOf(staged, ({ area, service }) => ({ area, service })),
    areas: totalsOf(rows, ({ area }) => ({ area })),
    complexities: totalsOf(staged, (row) => placeOf(undefined, row)),
    services: totalsOf(rows, ({ service }) => ({ service })),
    whole: totalOf({}),
  });
  return Object.freeze({
    ...published,
    outliers: Object.freeze(outliersIn(rows, read.options)),
    near: Object.freeze(nearWordsIn(rows)),
    table: () => collationTable(published),
    toJSON: () => published,
  });
}
