import { isAbsent } from "../../absent.ts";
import type { Absent, Maybe } from "../../absent.ts";
import type { Spread } from "../../formulas/ranks.ts";
import { grouped } from "../../numbers/print.ts";
import type { Collated, CollatedTotal, CollatedUnitCosts } from "./collated.ts";

type Line = Readonly<Record<string, string>>;

/** What a table is made of. */
interface Tabled {
  readonly cells: readonly Collated[];
  readonly areas: readonly CollatedTotal[];
  readonly services: readonly CollatedTotal[];
  readonly whole: CollatedTotal;
}

/** The cells of a collation and its totals, in text: what is suppressed says so, what else is not there is blank. */
export const collationTable = ({ cells, areas, services, whole }: Tabled): readonly Line[] =>
  Object.freeze([...cells, ...areas, ...services, whole].map(lineOf));

function lineOf({ area, service, returns, volume, unitCosts }: Collated): Line {
  const { from, weightedMean, spread } = costsIn(unitCosts);
  return Object.freeze({
    area: area ?? "all areas",
    service: service ?? "all services",
    returns: typeof returns === "number" ? String(returns) : "",
    volume: isAbsent(volume) ? volume.absent : grouped(volume.value, 0),
    "unit costs from": typeof returns !== "number" ? "" : `${String(from ?? 0)} of ${String(returns)}`,
    mean: money(weightedMean),
    lowest: money(spread?.lowest),
    "lower quartile": money(spread?.lowerQuartile),
    median: money(spread?.median),
    "upper quartile": money(spread?.upperQuartile),
    highest: money(spread?.highest),
  });
}

/** What there is of unit costs. */
function costsIn(costs: CollatedUnitCosts | Absent): {
  readonly from?: number;
  readonly weightedMean?: Maybe<string>;
  readonly spread?: Spread;
} {
  if ("absent" in costs) return {};
  const { returns, weightedMean, spread } = costs;
  return { from: returns, weightedMean, ...("absent" in spread ? {} : { spread }) };
}

const money = (figure: Maybe<string> | undefined): string =>
  figure === undefined || isAbsent(figure) ? "" : grouped(figure.value, 2);
