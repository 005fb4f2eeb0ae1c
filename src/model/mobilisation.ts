import { absent } from "../absent.ts";
import type { Maybe } from "../absent.ts";
import { financialYearOf } from "./calendar.ts";
import type { Plan } from "../vocabulary/plan.ts";
import { contractYearLabel } from "../vocabulary/calendar.ts";
import { boughtAs } from "../vocabulary/lot-scope.ts";
import { inputFigure } from "./inputs.ts";

/** The one-off cost of setting up a lot, in the year of its go-live: a line of its own. */
export interface MobilisationRow {
  readonly lot: string;
  readonly contractType: string;
  readonly year: string;
  readonly mobilisation: Maybe<"GBP">;
}

export const mobilisationOf = ({ lots, calendar }: Plan): readonly MobilisationRow[] =>
  lots.map((lot, index) => {
    const { id, name, from, mobilisation } = lot;
    return Object.freeze({
      lot: id,
      contractType: boughtAs(lot),
      year: calendar.years === "contract" ? contractYearLabel(1) : financialYearOf(from).label,
      mobilisation:
        mobilisation === undefined
          ? absent(`lot ${id} states no mobilisation cost`)
          : inputFigure(["lots", index, "mobilisation"], "mobilisation", mobilisation, { lot: name ?? id }),
    });
  });
