import type { CollateOptions } from "../../vocabulary/provider-return.ts";
import { placeOf } from "./place.ts";
import type { Delivered, Place } from "./place.ts";
import { isDelivered } from "./returned.ts";
import type { Returned } from "./returned.ts";
import { hiddenIn } from "./suppression.ts";
import type { Spot } from "./volume-table.ts";

type Limits = CollateOptions["suppress"];

/** What stands behind a volume: how much there is of it, and who delivers it. */
interface Backing {
  readonly volume: bigint;
  readonly providers: ReadonlySet<string>;
}

const backingOf = (rows: readonly Returned[]): Backing => ({
  volume: rows.reduce((all, { whole }) => all + whole, 0n),
  providers: new Set(rows.filter(isDelivered).map(({ provider }) => provider)),
});

const together = (backings: readonly Backing[]): Backing => ({
  volume: backings.reduce((all, { volume }) => all + volume, 0n),
  providers: new Set(backings.flatMap(({ providers }) => [...providers])),
});

/** Which places are hidden: what is small, what few providers stand behind, and what would show another. */
export function hidingOf(
  rowsIn: (place: Place) => readonly Returned[],
  areas: readonly string[],
  deliveries: readonly Delivered[],
  { volumesBelow, returnsBelow }: Limits,
): (place: Place) => boolean {
  const cells = areas.map((area) => deliveries.map((one) => backingOf(rowsIn(placeOf(area, one)))));
  const wide = cells.map((line) => [...line, together(line)]);
  const columns = [...deliveries.keys(), deliveries.length];
  const totals = columns.map((column) => together(wide.flatMap((line) => line.slice(column, column + 1))));
  // The last row and the last column, which name no area and no service, are the totals.
  const table = [...wide, totals];
  const mayTell = ({ volume, providers }: Backing): boolean =>
    volume >= BigInt(volumesBelow) && providers.size >= returnsBelow;
  const backingAt = ({ row, column }: Spot): readonly Backing[] =>
    table[row]?.slice(column, column + 1) ?? [];
  const hides = hiddenIn(
    table.map((line) => line.map(({ volume }) => volume)),
    (spots) => mayTell(together(spots.flatMap(backingAt))),
  );
  const rowOf = new Map(areas.map((area, index) => [area, index]));
  const keyOf = ({ service, complexity }: Partial<Delivered>): string =>
    JSON.stringify([service, complexity]);
  const columnOf = new Map(deliveries.map((one, index) => [keyOf(one), index]));
  return (place) =>
    hides({
      row: (place.area === undefined ? undefined : rowOf.get(place.area)) ?? areas.length,
      column: (place.service === undefined ? undefined : columnOf.get(keyOf(place))) ?? deliveries.length,
    });
}
