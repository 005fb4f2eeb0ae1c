import { sum } from "../../numbers/figure.ts";
import type { Figure } from "../../numbers/figure.ts";
import { readable } from "../../numbers/print.ts";
import type { Band } from "./charges.ts";

/** A stretch of volume in which one case more brings less money. */
export interface Fall {
  readonly from: Figure<"cases">;
  /** Where it ends; not at all, if it is left out. */
  readonly to: Figure<"cases"> | undefined;
  /** What one case more brings: below zero. */
  readonly perCase: Figure<"GBP/cases">;
  /** Where the mechanism says so. */
  readonly path: string;
  readonly message: string;
}

/** Where a mechanism takes money back for a case more: in a band whose price is below zero by more than a case is paid. */
export function fallsIn(
  bands: readonly Band[],
  each: readonly {
    readonly price: Figure<"GBP/cases">;
    readonly complexity: string | undefined;
    readonly path: string;
  }[],
): readonly Fall[] {
  return Object.freeze(
    bands.flatMap(({ begins, ends, price, path }): Fall[] => {
      const least = leastPaid(each);
      const perCase = least === undefined ? price : sum("GBP/cases", [price, least]);
      if (!perCase.value.isNegative()) return [];
      const from = `from ${readable(begins.value)}`;
      const stretch = ends === undefined ? `${from} cases up` : `${from} to ${readable(ends.value)} cases`;
      const message = `${stretch}, one case more takes off ${readable(perCase.value.abs())} pounds: ${path} says so`;
      return [Object.freeze({ from: begins, to: ends, perCase, path, message })];
    }),
  );
}

/** The least that a case brings by itself: for each complexity all that is paid for it, and of these the smallest. */
function leastPaid(
  each: readonly { readonly price: Figure<"GBP/cases">; readonly complexity: string | undefined }[],
): Figure<"GBP/cases"> | undefined {
  const levels = [...new Set(each.map(({ complexity }) => complexity))];
  const paid = levels.map((level) =>
    sum(
      "GBP/cases",
      each.filter(({ complexity }) => complexity === level).map(({ price }) => price),
    ),
  );
  return paid.reduce<Figure<"GBP/cases"> | undefined>(
    (least, one) => (least === undefined || one.value.lessThan(least.value) ? one : least),
    undefined,
  );
}
