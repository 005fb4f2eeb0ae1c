import { one, zero } from "../../numbers/decimal.ts";
import type { Decimal } from "../../numbers/decimal.ts";
import { soundParts } from "../../vocabulary/checks/sound.ts";
import { placesOf } from "../../vocabulary/places.ts";
import type { Plan } from "../../vocabulary/plan.ts";
import { pathText } from "../../vocabulary/problems.ts";
import type { Path } from "../../vocabulary/problems.ts";
import { slots } from "../../vocabulary/slots.ts";
import type { Range } from "../../vocabulary/slots.ts";
import type { Draft } from "./draft.ts";

/** The least and the most that a number of a range can be. */
const edges: Readonly<Record<Range, { readonly least: Decimal; readonly most?: Decimal }>> = {
  share: { least: zero, most: one },
  "zero or more": { least: zero },
  "above zero": { least: zero },
  "one or more": { least: one },
};

/** Keeps a number within what the assumption at a path of a draft can be. */
export function keptAt(draft: Draft, path: Path): (limit: Decimal) => Decimal {
  const text = pathText(path);
  return (limit) => {
    const place = [...placesOf(soundParts(draft as Plan, []))].find((found) => pathText(found.path) === text);
    if (place === undefined) return limit;
    const { least, most } = edges[slots[place.slot].range];
    if (limit.lessThan(least)) return least;
    return most?.lessThan(limit) === true ? most : limit;
  };
}
