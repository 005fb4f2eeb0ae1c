import { isAbsent } from "../../absent.ts";
import type { Absent, Maybe } from "../../absent.ts";
import type { Spread } from "../../formulas/ranks.ts";
import { grouped } from "../../numbers/print.ts";
import type { Collated, CollatedTotal, CollatedUnitCosts } from "./collated.ts";

type Line = Readonly<Record<string, string>>;

/** What a table is made of. */
interface Tabled {
  readonly cells: readonly Collated[];
  readonly areaServices: readonly CollatedTotal[];
  readonly areas: readonly CollatedTotal[];
  readonly complexities: readonly CollatedTotal[];
  readonly services: readonly CollatedTotal[];
  readonly whole: CollatedTotal;
}

/** How many areas there are, of which services returns tell complexities apart, and whether a mean is of fewer cells. */
interface Shape {
  readonly areas: number;
  readonly staged: ReadonlySet<string>;
  readonly meansDiffer: boolean;
}

/** The cells of a collation and its totals, in text: what is suppressed says so, what else is not there is blank. */
export function collationTable(tabled: Tabled): readonly Line[] {
  const { cells, areaServices, areas, complexities, services, whole } = tabled;
  const shape: Shape = {
    areas: areas.length,
    staged: new Set(complexities.map(({ service = "" }) => service)),
    meansDiffer: [...cells, ...areaServices, ...areas, ...complexities, ...services, whole].some(
      isMeanOfFewer,
    ),
  };
  return Object.freeze([
    ...cells.map((one) => lineOf(one, "", shape)),
    ...[...areaServices, ...areas, ...complexities, ...services, whole].map((one) =>
      lineOf(one, shape.staged.has(one.service ?? "") ? "all complexities" : "", shape),
    ),
  ]);
}

/** Whether a mean is told of fewer cells than the median beside it. */
const isMeanOfFewer = ({ unitCosts }: Collated): boolean =>
  "meanFrom" in unitCosts && !isAbsent(unitCosts.weightedMean) && unitCosts.meanFrom.cells < unitCosts.cells;

/** On how many of its returns and cells a mean rests. */
const meanFromIn = ({ unitCosts }: Collated): string =>
  "absent" in unitCosts || isAbsent(unitCosts.weightedMean)
    ? ""
    : `${String(unitCosts.meanFrom.returns)} of ${String(unitCosts.returns)}, in ${String(unitCosts.meanFrom.cells)} of ${String(unitCosts.meanFrom.ofCells)} cells`;

/** In how many of its areas, and in how many of its cells, the unit costs of a total are told. */
function whereIn({ area, service, unitCosts }: Collated, { areas: all }: Shape): string {
  if ("absent" in unitCosts) return "";
  const { areas, cells, ofCells } = unitCosts;
  const isOneEach = ofCells === (area === undefined ? all : 1);
  const over = area === undefined || service === undefined ? "cells" : "complexities";
  const parts = [
    ...(area === undefined && all > 1 ? [`${String(areas)} of ${String(all)} areas`] : []),
    ...(isOneEach ? [] : [`${String(cells)} of ${String(ofCells)} ${over}`]),
  ];
  return parts.length === 0 ? "" : `, in ${parts.join(", ")}`;
}

function lineOf(one: Collated, unstated: string, shape: Shape): Line {
  const { area, service, complexity, returns, volume, unitCosts } = one;
  const { from, weightedMean, median, spread } = costsIn(unitCosts);
  return Object.freeze({
    area: area ?? "all areas",
    service: service ?? "all services",
    ...(shape.staged.size > 0 ? { complexity: complexity ?? unstated } : {}),
    returns: typeof returns === "number" ? String(returns) : "",
    volume: isAbsent(volume) ? volume.absent : grouped(volume.value, 0),
    "unit costs from":
      typeof returns !== "number" ? "" : `${String(from ?? 0)} of ${String(returns)}${whereIn(one, shape)}`,
    ...(shape.meansDiffer ? { "mean from": meanFromIn(one) } : {}),
    mean: money(weightedMean),
    lowest: money(spread?.lowest),
    "lower quartile": money(spread?.lowerQuartile),
    median: money(median),
    "upper quartile": money(spread?.upperQuartile),
    highest: money(spread?.highest),
  });
}

/** What there is of unit costs. */
function costsIn(costs: CollatedUnitCosts | Absent): {
  readonly from?: number;
  readonly weightedMean?: Maybe<string>;
  readonly median?: Maybe<string>;
  readonly spread?: Spread;
} {
  if ("absent" in costs) return {};
  const { returns, weightedMean, median, spread } = costs;
  return { from: returns, weightedMean, median, ...("absent" in spread ? {} : { spread }) };
}

const money = (figure: Maybe<string> | undefined): string =>
  figure === undefined || isAbsent(figure) ? "" : grouped(figure.value, 2);
