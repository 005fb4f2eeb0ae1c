import {
  costPerStart,
  directCostPerStart,
  hoursPerStart,
  overheadPerStart,
  payPerHour,
} from "../formulas/unit-cost.ts";
import type { About, Figure } from "../numbers/figure.ts";
import type { Attributes } from "../vocabulary/attributes.ts";
import type { Path } from "../vocabulary/problems.ts";
import type { Service } from "../vocabulary/service.ts";
import type { SlotName } from "../vocabulary/slots.ts";
import { identityOf } from "./identity.ts";
import type { InputFigures, SlotUnit } from "./inputs.ts";

/** What a start costs: as the plan states it, or built from hours, pay, overheads and surplus. Made once for the same parts. */
export function unitCostOf(
  path: Path,
  { unitCost }: Service,
  rates: {
    readonly startRate: Figure<"starts/referrals">;
    readonly completionRate: Figure<"completions/starts">;
  },
  attributes: Attributes,
  about: About,
  inputs: InputFigures,
): Figure<"GBP/starts"> {
  if ("costPerStart" in unitCost)
    return inputs.figure([...path, "costPerStart"], "costPerStart", unitCost.costPerStart, attributes, about);
  const part = <S extends SlotName & keyof typeof unitCost>(slot: S): Figure<SlotUnit<S>> =>
    inputs.figure([...path, slot], slot, unitCost[slot], attributes, about);
  const hours = {
    contactHours: part("contactHours"),
    otherHours: part("otherHours"),
    referralHours: part("referralHours"),
    completionHours: part("completionHours"),
    ...rates,
  };
  const pay = {
    salary: part("salary"),
    onCostPerPound: part("onCostPerPound"),
    productiveHours: part("productiveHours"),
  };
  const [otherDirectCost, overheadPerPound, surplusPerPound] = [
    part("otherDirectCost"),
    part("overheadPerPound"),
    part("surplusPerPound"),
  ];
  const parts = identityOf([
    ...Object.values(hours),
    ...Object.values(pay),
    otherDirectCost,
    overheadPerPound,
    surplusPerPound,
  ]);
  return inputs.once(`unit cost of ${parts} for ${Object.values(about).join(", ")}`, () => {
    const direct = directCostPerStart(
      { hoursPerStart: hoursPerStart(hours, about), payPerHour: payPerHour(pay, about), otherDirectCost },
      about,
    );
    const overhead = overheadPerStart({ directCostPerStart: direct, overheadPerPound }, about);
    return costPerStart({ directCostPerStart: direct, overheadPerStart: overhead, surplusPerPound }, about);
  });
}
