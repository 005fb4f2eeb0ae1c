import { absent } from "../../absent.ts";
import type { Absent, Maybe } from "../../absent.ts";
import { collatedVolume, weightedMean } from "../../formulas/collation.ts";
import { spreadOf } from "../../formulas/ranks.ts";
import type { Spread } from "../../formulas/ranks.ts";
import { digitsOf } from "../../numbers/decimal.ts";
import { isLess, isZero } from "../../numbers/exact.ts";
import { given, sum } from "../../numbers/figure.ts";
import type { About, Figure } from "../../numbers/figure.ts";
import type { Unit } from "../../numbers/unit.ts";
import type { CollateOptions } from "../../vocabulary/provider-return.ts";
import { isPriced } from "./returned.ts";
import type { Returned } from "./returned.ts";

/** The unit costs of many: how many there are, their mean weighted by volume, and where they lie. */
export interface CollatedUnitCosts {
  /** How many providers state one of those that may be told: a total leaves out those of cells that do not tell theirs. */
  readonly returns: number;
  readonly weightedMean: Maybe<Unit>;
  readonly spread: Spread | Absent;
}

/** What many returns say of one area and service, or of many together. What is suppressed is absent. */
export interface Collated {
  /** The area; every area, if left out. */
  readonly area?: string;
  /** The service; every service, if left out. */
  readonly service?: string;
  /** How many providers stand behind it. */
  readonly returns: number | Absent;
  readonly volume: Maybe<Unit>;
  /** Where the volumes of the returns lie. */
  readonly volumes: Spread | Absent;
  readonly unitCosts: CollatedUnitCosts | Absent;
}

/** A total of many: its volume is what is shown of it and what is suppressed. */
export interface CollatedTotal extends Collated {
  /** The volumes shown, together. */
  readonly shown: Figure;
  /** The volumes that are suppressed, together; absent where the total is suppressed as well. */
  readonly suppressed: Maybe<Unit>;
}

/** A volume's place among the areas and services. */
export type Place = Pick<Collated, "area" | "service">;

/** One area and service before anything is worked out: its rows, and whether it is hidden. */
export interface Cell extends Place {
  readonly rows: readonly Returned[];
  readonly hidden: boolean;
}

type Limits = CollateOptions["suppress"];

/** Why a volume is not there. It is the same for all, since a reader who knew which are small would know more. */
export const suppressed = absent("suppressed");

/** What remains of a volume that is suppressed. */
const nothingSeen = {
  returns: suppressed,
  volume: suppressed,
  volumes: suppressed,
  unitCosts: suppressed,
} as const;

/** What the returns of some cells come to besides their volume, as far as it may be shown. */
interface Described {
  readonly volumes: Spread | Absent;
  readonly unitCosts: CollatedUnitCosts | Absent;
}

const aboutOf = ({ area, service }: Place): About => ({
  ...(area === undefined ? {} : { area }),
  ...(service === undefined ? {} : { service }),
});

/** How many providers made some rows. */
export const providersOf = (rows: readonly Returned[]): number =>
  new Set(rows.map(({ provider }) => provider)).size;

/** What is shown of one area and service. */
export function collatedCell(cell: Cell, unit: Unit, limits: Limits): Collated {
  const { rows, hidden } = cell;
  const about = aboutOf(cell);
  if (hidden) return Object.freeze({ ...about, ...nothingSeen });
  return Object.freeze({
    ...about,
    returns: providersOf(rows),
    volume: sum(
      unit,
      rows.map(({ volume }) => volume),
    ).named("volume", about),
    ...described([cell], unit, limits, about),
  });
}

/** Whether a cell's volumes may be told apart: none of them is small, as a cell of many may hold one that is. */
const mayTellVolumes = ({ rows, hidden }: Cell, { volumesBelow, returnsBelow }: Limits): boolean =>
  !hidden &&
  providersOf(rows) >= returnsBelow &&
  rows.every(({ volume }) => isZero(volume) || !isLess(volume, { digits: BigInt(volumesBelow), places: 0 }));

/** Whether a cell's unit costs may be told: enough providers state one. */
const mayTellUnitCosts = ({ rows, hidden }: Cell, { returnsBelow }: Limits): boolean =>
  !hidden && providersOf(rows.filter(isPriced)) >= returnsBelow;

/** The spread of volumes and unit costs over those cells of some in which each may be told. */
function described(cells: readonly Cell[], unit: Unit, limits: Limits, about: About): Described {
  const services = new Set(cells.map(({ service }) => service));
  const several =
    services.size > 1 ? absent("a spread over several services describes none of them") : undefined;
  const told = cells.filter((cell) => mayTellVolumes(cell, limits)).flatMap(({ rows }) => rows);
  const priced = cells
    .filter((cell) => mayTellUnitCosts(cell, limits))
    .flatMap(({ rows }) => rows.filter(isPriced));
  const volumes = spreadOf(
    told.map(({ volume }) => volume),
    about,
  );
  const costs = spreadOf(
    priced.map(({ unitCost }) => unitCost),
    about,
  );
  return {
    volumes: several ?? volumes ?? absent("too few volumes, or one of them too small, to tell them apart"),
    unitCosts:
      costs === undefined
        ? absent("too few unit costs to show")
        : Object.freeze({
            returns: providersOf(priced),
            weightedMean: priced.every(({ volume }) => isZero(volume))
              ? absent("no volume to weight unit costs by")
              : weightedMean(unit, priced, about),
            spread: several ?? costs,
          }),
  };
}

/** A total of some cells: what is shown of them one by one, and the hidden ones as one number, as a reader knows them. */
export function collatedTotal(
  { hidden, ...place }: Place & { readonly hidden: boolean },
  cells: readonly Cell[],
  unit: Unit,
  limits: Limits,
): CollatedTotal {
  const about = aboutOf(place);
  const volumesOf = (some: readonly Cell[]): Figure =>
    sum(
      unit,
      some.flatMap(({ rows }) => rows.map(({ volume }) => volume)),
    );
  const [unseen, seen] = [cells.filter((cell) => cell.hidden), cells.filter((cell) => !cell.hidden)];
  const shown = volumesOf(seen).named("shown", about);
  if (hidden)
    return Object.freeze({
      ...about,
      ...nothingSeen,
      shown,
      suppressed,
    });
  const together = given(digitsOf(volumesOf(unseen).value), unit, {
    name: "suppressed",
    about,
    source: `${String(unseen.length)} volumes that are suppressed, together`,
  });
  return Object.freeze({
    ...about,
    returns: providersOf(cells.flatMap(({ rows }) => rows)),
    volume: collatedVolume(shown, together, about),
    ...described(cells, unit, limits, about),
    shown,
    suppressed: together,
  });
}
