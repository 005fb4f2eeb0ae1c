import { groupedBy } from "../group.ts";
import { together } from "./backing.ts";
import type { Backing } from "./backing.ts";
import { placeKey, placeOf } from "./place.ts";
import type { Delivered, Place } from "./place.ts";

/** What is delivered in one area: a volume of a table that is no total. */
export interface CellVolume extends Backing, Delivered {
  readonly area: string;
}

/**
 * A volume that is not nought, as it goes from one balance to another. At every balance a total equals its parts: what
 * comes in goes out. Each volume is in two: a cell in that of its area and that of its service, a total in its own and in
 * that of which it is a part.
 */
export interface Volume extends Backing {
  readonly place: Place;
  readonly from: Balance;
  readonly to: Balance;
  /** In how many ways it is a total: over areas, over what is delivered, over both, or neither. */
  readonly totals: number;
}

/** The number of a balance. */
export type Balance = number;

/** The balances of the total of all: against the areas, and against the services. */
const ofAreas = "all areas";
const ofServices = "all services";

/** Numbers for keys, the same for the same, in the order in which they first come. */
function numbering(): (key: string) => Balance {
  const numbers = new Map<string, Balance>();
  return (key) => {
    const found = numbers.get(key) ?? numbers.size;
    numbers.set(key, found);
    return found;
  };
}

/** Everything that is published of some cells: they and their totals, which go round from all areas to all services. */
export function networkOf(cells: readonly CellVolume[]): readonly Volume[] {
  const all = cells.filter(({ volume }) => volume > 0n);
  if (all.length === 0) return [];
  const stated = all.filter(({ complexity }) => complexity !== undefined);
  const staged = new Set(stated.map(({ service }) => service));
  const numberOf = numbering();
  const inArea = ({ area }: CellVolume): Place => ({ area });
  const ofService = ({ service }: CellVolume): Place => ({ service });
  const overComplexities = ({ area, service }: CellVolume): Place => ({ area, service });
  const ofComplexity = (cell: CellVolume): Place => placeOf(undefined, cell);
  /** The totals of some cells by their place, each from one balance to another. */
  const totalsOf = (
    some: readonly CellVolume[],
    totalOf: (cell: CellVolume) => Place,
    between: (total: string, cell: CellVolume) => readonly [from: string, to: string],
    ways: (cell: CellVolume) => number,
  ): readonly Volume[] =>
    [...groupedBy(some, (cell) => placeKey(totalOf(cell)))].map(([key, parts]): Volume => {
      const [from, to] = between(key, parts[0]);
      return {
        ...together(parts),
        place: totalOf(parts[0]),
        from: numberOf(from),
        to: numberOf(to),
        totals: ways(parts[0]),
      };
    });
  return [
    ...all.map((cell): Volume => {
      const { volume, providers, area, complexity } = cell;
      const bare = complexity === undefined;
      return {
        ...{ volume, providers, place: placeOf(area, cell), totals: 0 },
        from: numberOf(placeKey(bare ? inArea(cell) : overComplexities(cell))),
        to: numberOf(placeKey(bare ? ofService(cell) : ofComplexity(cell))),
      };
    }),
    ...totalsOf(
      stated,
      overComplexities,
      (own, cell) => [placeKey(inArea(cell)), own],
      () => 1,
    ),
    ...totalsOf(
      stated,
      ofComplexity,
      (own, cell) => [own, placeKey(ofService(cell))],
      () => 1,
    ),
    ...totalsOf(
      all,
      inArea,
      (own) => [ofAreas, own],
      () => 1,
    ),
    ...totalsOf(
      all,
      ofService,
      (own) => [own, ofServices],
      ({ service }) => (staged.has(service) ? 2 : 1),
    ),
    ...totalsOf(
      all,
      () => ({}),
      () => [ofServices, ofAreas],
      () => 2,
    ),
  ];
}
