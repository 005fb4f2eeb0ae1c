import { digitsOf } from "../../numbers/decimal.ts";
import { isZero } from "../../numbers/exact.ts";
import type { Figure } from "../../numbers/figure.ts";
import type { ProviderReturn } from "../../vocabulary/provider-return.ts";
import { assumedFigure } from "../inputs.ts";
import { placeOf } from "./place.ts";
import type { Delivered } from "./place.ts";

/** One row of a provider's return as figures. */
export interface Returned extends Delivered {
  readonly provider: string;
  readonly area: string;
  readonly volume: Figure;
  /** The volume as a whole number. */
  readonly whole: bigint;
  readonly unitCost: Figure | undefined;
}

/** A row of a return with the cost of each of what it counts. */
export type PricedReturn = Returned & { readonly unitCost: Figure };

export const isPriced = (row: Returned): row is PricedReturn => row.unitCost !== undefined;

/** Whether anything is delivered: who delivers nothing stands behind no figure. */
export const isDelivered = ({ volume }: Returned): boolean => !isZero(volume);

/** How many providers deliver what some rows count. */
export const providersOf = (rows: readonly Returned[]): number =>
  new Set(rows.filter(isDelivered).map(({ provider }) => provider)).size;

/** Every row of some returns, each number an input with its place in them for its path. */
export const returnedIn = (returns: readonly ProviderReturn[]): readonly Returned[] =>
  returns.flatMap(({ provider, counts, rows, source, asOf }, index) =>
    rows.map(({ area, service, complexity, volume: stated, unitCost }, place): Returned => {
      const path = ["returns", index, "rows", place];
      const about = { provider, ...placeOf(area, { service, complexity }) };
      const log = { source: source ?? `return of ${provider}`, ...(asOf === undefined ? {} : { asOf }) };
      const volume = assumedFigure(
        [...path, "volume"],
        { name: "volume", unit: counts },
        { value: stated, ...log },
        about,
      );
      return {
        provider,
        area,
        service,
        complexity,
        volume,
        whole: BigInt(digitsOf(volume.value)),
        unitCost:
          unitCost === undefined
            ? undefined
            : assumedFigure(
                [...path, "unitCost"],
                { name: "unitCost", unit: `GBP/${counts}` },
                { ...log, ...(typeof unitCost === "object" ? unitCost : { value: unitCost }) },
                about,
              ),
      };
    }),
  );
