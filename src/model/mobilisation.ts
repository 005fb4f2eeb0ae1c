import type { Figure } from "../numbers/figure.ts";
import { absent } from "./absent.ts";
import type { Maybe } from "./absent.ts";
import { financialYearOf } from "./calendar.ts";
import type { Ready } from "./scope.ts";

/** The one-off cost of setting up a lot, in the year of its go-live: a line of its own. */
export interface MobilisationRow {
  readonly lot: string;
  readonly contractType: string;
  readonly year: string;
  readonly mobilisation: Maybe<"GBP">;
}

export function mobilisationOf({ plan, inputs }: Ready): readonly MobilisationRow[] {
  return plan.lots.map(({ id, name, contractType, service, from, mobilisation }, index) =>
    Object.freeze({
      lot: id,
      contractType: contractType ?? service ?? "",
      year: plan.calendar.years === "contract" ? "contract year 1" : financialYearOf(from).label,
      mobilisation:
        mobilisation === undefined
          ? absent(`lot ${id} states no mobilisation cost`)
          : cost(index, mobilisation, name ?? id, inputs),
    }),
  );
}

type Inputs = Ready["inputs"];

const cost = (
  index: number,
  mobilisation: Parameters<Inputs["figure"]>[2],
  lot: string,
  inputs: Inputs,
): Figure<"GBP"> => inputs.figure(["lots", index, "mobilisation"], "mobilisation", mobilisation, {}, { lot });
