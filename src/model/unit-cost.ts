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
import { attributesIn, figureChooser } from "./inputs.ts";
import type { FigureChooser } from "./inputs.ts";
import { memoryOfLists } from "./memory.ts";

/** The rates that a unit cost carries: those who never start and those who finish take hours too. */
export interface Rates {
  readonly startRate: Figure<"starts/referrals">;
  readonly completionRate: Figure<"completions/starts">;
}

/** What a start costs in a row of some attributes. */
export type UnitCost = (attributes: Attributes, rates: Rates, about: About) => Figure<"GBP/starts">;

type BottomUp = Exclude<Service["unitCost"], { readonly costPerStart: unknown }>;

/** What a start costs: as the plan states it, or built from hours, pay, overheads and surplus. */
export function unitCostOf(path: Path, unitCost: Service["unitCost"], about: About): UnitCost {
  if (!("costPerStart" in unitCost)) return bottomUpOf(path, unitCost, about);
  return figureChooser([...path, "costPerStart"], "costPerStart", unitCost.costPerStart, about);
}

function bottomUpOf(path: Path, unitCost: BottomUp, label: About): UnitCost {
  const part = <S extends SlotName & keyof BottomUp>(slot: S): FigureChooser<S> =>
    figureChooser([...path, slot], slot, unitCost[slot], label);
  const [contactHours, otherHours] = [part("contactHours"), part("otherHours")];
  const [referralHours, completionHours] = [part("referralHours"), part("completionHours")];
  const [salary, onCostPerPound, productiveHours] = [
    part("salary"),
    part("onCostPerPound"),
    part("productiveHours"),
  ];
  const [otherDirectCost, overheadPerPound, surplusPerPound] = [
    part("otherDirectCost"),
    part("overheadPerPound"),
    part("surplusPerPound"),
  ];
  const once = memoryOfLists();
  const differing = [...new Set(Object.values(unitCost).flatMap(attributesIn))];
  return (of, rates, about) => {
    const { startRate, completionRate } = rates;
    const known = differing.map((attribute) => of[attribute]);
    return once([startRate, completionRate, about["complexity"], ...known], () => {
      const hours = {
        contactHours: contactHours(of),
        otherHours: otherHours(of),
        referralHours: referralHours(of),
        completionHours: completionHours(of),
        ...rates,
      };
      const pay = {
        salary: salary(of),
        onCostPerPound: onCostPerPound(of),
        productiveHours: productiveHours(of),
      };
      const direct = directCostPerStart(
        {
          hoursPerStart: hoursPerStart(hours, about),
          payPerHour: payPerHour(pay, about),
          otherDirectCost: otherDirectCost(of),
        },
        about,
      );
      const overhead = overheadPerStart(
        { directCostPerStart: direct, overheadPerPound: overheadPerPound(of) },
        about,
      );
      return costPerStart(
        { directCostPerStart: direct, overheadPerStart: overhead, surplusPerPound: surplusPerPound(of) },
        about,
      );
    });
  };
}
