import type { Forecast } from "../../model/forecast.ts";
import type { Row } from "../../model/row.ts";
import type { Figure } from "../../numbers/figure.ts";
import type { Cause } from "./causes.ts";
import type { Settings } from "./options.ts";
import { isMatched, ratioReader } from "./ratios.ts";
import { pairsOf } from "./pairs.ts";
import { splitBy } from "./split.ts";

/** A row of either forecast, or of both, and what each cause does to its figure, as floats. */
export interface RowParts {
  /** The words of the row. */
  readonly row: Row;
  /** Where it stands in the forecasts. */
  readonly rank: number;
  readonly before: Figure | undefined;
  readonly after: Figure | undefined;
  /** A part for each cause, in the order of the causes. */
  readonly parts: readonly number[];
}

/** The causes of a bridge: those of its figure, scope, and the interaction where causes are taken alone. */
export const causesOf = ({ causes, method }: Settings): readonly Cause[] => [
  ...causes,
  "scope",
  ...(method === "isolated" ? (["interaction"] as const) : []),
];

/** Every row of two forecasts with its parts, in an order that does not depend on which comes first. */
export function rowPartsOf(before: Forecast, after: Forecast, settings: Settings): readonly RowParts[] {
  const { of, method, causes, order } = settings;
  const pairs = pairsOf(before, after);
  const ratiosOf = ratioReader(before, after, pairs.filter(isMatched), of, causes);
  const all = causesOf(settings);
  const nothing = causes.map(() => 0);
  return pairs.map((pair): RowParts => {
    const sides = {
      row: (pair.after ?? pair.before) as Row,
      rank: pair.rank,
      before: pair.before?.[of],
      after: pair.after?.[of],
    };
    if (!isMatched(pair)) {
      const scope = (sides.after?.value.toNumber() ?? 0) - (sides.before?.value.toNumber() ?? 0);
      return { ...sides, parts: [...nothing, scope, 0].slice(0, all.length) };
    }
    const splits = ratiosOf(pair).map((ratios) => splitBy(method, ratios, order));
    const parts = causes.map((_, place) => total(splits.map((split) => split.parts[place] as number)));
    const interaction = total(splits.map((split) => split.interaction));
    return { ...sides, parts: [...parts, 0, interaction].slice(0, all.length) };
  });
}

const total = (parts: readonly number[]): number => parts.reduce((a, b) => a + b, 0);
