import type { Limits } from "./backing.ts";
import { placeKey } from "./place.ts";
import type { Place } from "./place.ts";
import { isDelivered } from "./returned.ts";
import type { Returned } from "./returned.ts";
import { hiddenIn } from "./suppression.ts";
import { networkOf } from "./volume-network.ts";
import type { CellVolume } from "./volume-network.ts";

/** What the rows of one cell come to, and who stands behind it. */
const cellOf = (rows: readonly [Returned, ...Returned[]]): CellVolume => {
  const [{ area, service, complexity }] = rows;
  return {
    ...{ area, service, complexity },
    volume: rows.reduce((all, { whole }) => all + whole, 0n),
    providers: new Set(rows.filter(isDelivered).map(({ provider }) => provider)),
  };
};

/** Which places are hidden, of the rows of each cell: what is small, what is of few, and what would show another. */
export function hidingOf(
  cells: readonly (readonly [Returned, ...Returned[]])[],
  limits: Limits,
): (place: Place) => boolean {
  const hidden = hiddenIn(networkOf(cells.map(cellOf)), limits);
  const keys = new Set([...hidden].map(({ place }) => placeKey(place)));
  return (place) => keys.has(placeKey(place));
}
