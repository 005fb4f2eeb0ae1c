import type { Figure } from "../../numbers/figure.ts";
import type { ProviderReturn } from "../../vocabulary/provider-return.ts";
import { assumedFigure } from "../inputs.ts";

/** One row of a provider's return as figures. */
export interface Returned {
  readonly provider: string;
  readonly area: string;
  readonly service: string;
  readonly volume: Figure;
  readonly unitCost: Figure | undefined;
}

/** A row of a return with the cost of each of what it counts. */
export type PricedReturn = Returned & { readonly unitCost: Figure };

export const isPriced = (row: Returned): row is PricedReturn => row.unitCost !== undefined;

/** Every row of some returns, each number an input with its place in them for its path. */
export const returnedIn = (returns: readonly ProviderReturn[]): readonly Returned[] =>
  returns.flatMap(({ provider, counts, rows, source, asOf }, index) =>
    rows.map(({ area, service, volume, unitCost }, place): Returned => {
      const path = ["returns", index, "rows", place];
      const about = { provider, area, service };
      const log = { source: source ?? `return of ${provider}`, ...(asOf === undefined ? {} : { asOf }) };
      return {
        provider,
        area,
        service,
        volume: assumedFigure(
          [...path, "volume"],
          { name: "volume", unit: counts },
          { value: volume, ...log },
          about,
        ),
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
