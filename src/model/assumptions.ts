import type { Counts, Quality } from "../numbers/figure.ts";
import { isCounts } from "../numbers/figure.ts";
import { soundParts } from "../vocabulary/checks/sound.ts";
import { placesOf } from "../vocabulary/places.ts";
import type { Plan } from "../vocabulary/plan.ts";
import { slots } from "../vocabulary/slots.ts";

/** A line of the book of assumptions. */
export interface AssumptionRow {
  readonly path: string;
  readonly name: string;
  readonly value: string;
  readonly unit: string;
  readonly low: string | undefined;
  readonly high: string | undefined;
  /** Who says so; "no source" where nobody does. */
  readonly source: string;
  readonly asOf: string | undefined;
  readonly quality: Quality | undefined;
  readonly note: string | undefined;
}

export const noSource = "no source";

const countText = ({ count, of }: Counts): string => `${String(count)} of ${String(of)}`;

const textOf = (value: number | string | undefined): string | undefined =>
  value === undefined ? undefined : String(value);

/**
 * Every assumption of a plan: its path, value, unit, range, source, date and quality. Those without a source say so.
 * Source: the Aqua Book asks for such a log of every model, the Sourcing Playbook of every should-cost model.
 */
export function assumptions(plan: Plan): readonly AssumptionRow[] {
  const rows = [...placesOf(soundParts(plan, []))].map(({ path, slot, value }): AssumptionRow => {
    const log = typeof value === "object" ? value : undefined;
    const number = typeof value !== "object" ? value : isCounts(value) ? countText(value) : value.value;
    return Object.freeze({
      path: path.join("."),
      name: slot,
      value: String(number),
      unit: slots[slot].unit,
      low: textOf(log?.low),
      high: textOf(log?.high),
      source: log?.source ?? noSource,
      asOf: log?.asOf,
      quality: log?.quality,
      note: log?.note,
    });
  });
  return Object.freeze(rows);
}
