import { absent } from "../absent.ts";
import type { Maybe } from "../absent.ts";
import { financialYearOf } from "./calendar.ts";
import type { Assumption } from "../vocabulary/assumption.ts";
import { contractYearLabel } from "../vocabulary/calendar.ts";
import { boughtAs } from "../vocabulary/lot-scope.ts";
import { inputFigure } from "./inputs.ts";
import type { Ready } from "./scope.ts";

/** The one-off cost of setting up a lot, in the year of its go-live: a line of its own. */
export interface MobilisationRow {
  readonly lot: string;
  readonly contractType: string;
  readonly year: string;
  readonly mobilisation: Maybe<"GBP">;
}

export function mobilisationOf({ plan, pricing }: Ready): readonly MobilisationRow[] {
  const { calendar, lots, prices } = plan;
  return lots.map((lot, index) => {
    const { id, name, from, mobilisation } = lot;
    const year = calendar.years === "contract" ? contractYearLabel(1) : financialYearOf(from).label;
    const moneyIn = (cost: Assumption): Maybe<"GBP"> =>
      prices === undefined || Object.hasOwn(prices.index.values, year)
        ? pricing.inPricesOf(
            inputFigure(["lots", index, "mobilisation"], "mobilisation", cost, { lot: name ?? id }),
            year,
          )
        : absent(`the price index has no value for ${year}`);
    return Object.freeze({
      lot: id,
      contractType: boughtAs(lot),
      year,
      mobilisation:
        mobilisation === undefined ? absent(`lot ${id} states no mobilisation cost`) : moneyIn(mobilisation),
    });
  });
}
