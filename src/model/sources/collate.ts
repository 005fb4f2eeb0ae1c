import { fencesOf } from "../../formulas/collation.ts";
import { quartileMethod, spreadOf } from "../../formulas/ranks.ts";
import { isLess } from "../../numbers/exact.ts";
import { digitsOf } from "../../numbers/decimal.ts";
import { given, sum } from "../../numbers/figure.ts";
import type { Figure } from "../../numbers/figure.ts";
import type { Unit } from "../../numbers/unit.ts";
import type { SourceWaiver } from "../../vocabulary/likeness.ts";
import { parseCollation } from "../../vocabulary/provider-return.ts";
import type { CollateOptions, ProviderReturn } from "../../vocabulary/provider-return.ts";
import { groupedBy } from "../group.ts";
import { collatedCell, collatedTotal, providersOf } from "./collated.ts";
import type { Cell, Collated, CollatedTotal, Place } from "./collated.ts";
import { collationTable } from "./collation-table.ts";
import { isPriced, returnedIn } from "./returned.ts";
import type { Returned } from "./returned.ts";
import { hiddenIn } from "./suppression.ts";

/** A unit cost far from the others of its service: marked, so that somebody asks, and counted like any other. */
export interface Outlier {
  readonly provider: string;
  readonly area: string;
  readonly service: string;
  readonly unitCost: Figure;
  readonly side: "below" | "above";
  /** The limit that it lies beyond. */
  readonly fence: Figure;
}

/** Many providers' returns as one set of figures that may be published. */
export interface Collation {
  /** What the volumes count. */
  readonly counts: string;
  /** How medians and quartiles are read off. */
  readonly method: string;
  readonly waived: readonly SourceWaiver[];
  /** Each area and service that anybody has. */
  readonly cells: readonly Collated[];
  /** Each area over its services. */
  readonly areas: readonly CollatedTotal[];
  /** Each service over its areas. */
  readonly services: readonly CollatedTotal[];
  readonly whole: CollatedTotal;
  /** For whoever collates, who has the returns: not in the JSON, nor in the table. */
  readonly outliers: readonly Outlier[];
  /** The cells and totals as text, for `console.table`. */
  table(): readonly Readonly<Record<string, string>>[];
  toJSON(): CollationJson;
}

/** What of a collation may be published: figures without the returns behind them. */
export type CollationJson = Pick<
  Collation,
  "counts" | "method" | "waived" | "cells" | "areas" | "services" | "whole"
>;

/**
 * Many providers' volumes and unit costs as medians, quartiles, ranges and weighted means by area and service. The
 * returns must be like for like. Outliers are marked and stay in. Small numbers are suppressed, and as many others as
 * it takes that none of them can be solved from the totals; of what is left, every total is what is shown and what is
 * suppressed.
 *
 * A spread over several areas is of the returns in cells that show theirs: one with a hidden return in it could give
 * that away. What each return's unit cost counts in a mean is its own volume.
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
 *   { suppress: { volumesBelow: 10, returnsBelow: 3 }, outliersBeyond: "1.5" },
 * );
 * whole.volume; // => Figure 800 starts · volume
 * if ("spread" in whole.unitCosts && "median" in whole.unitCosts.spread) {
 *   whole.unitCosts.spread.median; // => Figure 270 GBP/starts · median
 * }
 * outliers.map(({ provider, side }) => `${provider} is ${side}`); // => [ 'D is above' ]
 * ```
 */
export function collate(returns: readonly ProviderReturn[], options: CollateOptions): Collation {
  const read = parseCollation(returns, options);
  const unit = read.returns[0]?.counts ?? "";
  const limits = read.options.suppress;
  const rows = returnedIn(read.returns);
  const areas = wordsOf(rows, "area");
  const services = wordsOf(rows, "service");
  const isHidden = hidingOf(rows, areas, services, unit, limits);
  const inPlace = groupedBy(rows, ({ area, service }) => JSON.stringify([area, service]));
  const cells = areas.flatMap((area) =>
    services.flatMap((service): Cell[] => {
      const here = inPlace.get(JSON.stringify([area, service]));
      return here === undefined ? [] : [{ area, service, rows: here, hidden: isHidden({ area, service }) }];
    }),
  );
  const totalOf = (place: Place): CollatedTotal =>
    collatedTotal(
      { ...place, hidden: isHidden(place) },
      cells.filter((cell) => isWithin(cell, place)),
      unit,
      limits,
    );
  const published: CollationJson = Object.freeze({
    counts: unit,
    method: quartileMethod,
    waived: read.options.waive ?? Object.freeze([]),
    cells: Object.freeze(cells.map((cell) => collatedCell(cell, unit, limits))),
    areas: Object.freeze(areas.map((area) => totalOf({ area }))),
    services: Object.freeze(services.map((service) => totalOf({ service }))),
    whole: totalOf({}),
  });
  return Object.freeze({
    ...published,
    outliers: Object.freeze(outliersIn(rows, services, read.options.outliersBeyond)),
    table: () => collationTable(published),
    toJSON: () => published,
  });
}

const wordsOf = (rows: readonly Returned[], name: "area" | "service"): readonly string[] => [
  ...new Set(rows.map((row) => row[name])),
];

/** Whether something is of a place, where a place that names no area or service is of every one. */
const isWithin = (one: Place, { area, service }: Place): boolean =>
  (area === undefined || one.area === area) && (service === undefined || one.service === service);

/** Which places are hidden: what is small, what few providers stand behind, and what would show another. */
function hidingOf(
  rows: readonly Returned[],
  areas: readonly string[],
  services: readonly string[],
  unit: Unit,
  { volumesBelow, returnsBelow }: CollateOptions["suppress"],
): (place: Place) => boolean {
  // The last row and the last column, which name no area and no service, are the totals.
  const lines: readonly (readonly Place[])[] = [...areas, undefined].map((area) =>
    [...services, undefined].map((service) => ({
      ...(area === undefined ? {} : { area }),
      ...(service === undefined ? {} : { service }),
    })),
  );
  const table = lines.map((line) => line.map((place) => rows.filter((row) => isWithin(row, place))));
  const volumes = table.map((line) =>
    line.map((here) =>
      wholeOf(
        sum(
          unit,
          here.map((row) => row.volume),
        ),
      ),
    ),
  );
  const hides = hiddenIn(volumes, ({ row, column }) => {
    const [volume, here] = [volumes[row]?.[column] ?? 0n, table[row]?.[column] ?? []];
    return volume < BigInt(volumesBelow) || providersOf(here) < returnsBelow;
  });
  return ({ area, service }) =>
    hides({
      row: area === undefined ? areas.length : areas.indexOf(area),
      column: service === undefined ? services.length : services.indexOf(service),
    });
}

/** A volume of whole things as a whole number. */
const wholeOf = ({ value }: Figure): bigint => BigInt(digitsOf(value));

/** The unit costs that lie beyond the fences of their service, in all areas. */
function outliersIn(
  rows: readonly Returned[],
  services: readonly string[],
  outliersBeyond: CollateOptions["outliersBeyond"],
): readonly Outlier[] {
  const beyond = given(outliersBeyond, "ratio", { name: "outliersBeyond", path: "options.outliersBeyond" });
  return services.flatMap((service) => {
    const priced = rows.filter((row) => row.service === service).filter(isPriced);
    const spread = spreadOf(
      priced.map(({ unitCost }) => unitCost),
      { service },
    );
    if (spread === undefined) return [];
    const { lower, upper } = fencesOf(spread, beyond);
    return priced.flatMap(({ provider, area, unitCost }): Outlier[] => {
      const of = { provider, area, service, unitCost };
      if (isLess(unitCost, lower)) return [Object.freeze({ ...of, side: "below", fence: lower })];
      return isLess(upper, unitCost) ? [Object.freeze({ ...of, side: "above", fence: upper })] : [];
    });
  });
}
