import { chargesBeforeLimits } from "../../formulas/payment.ts";
import type { Figure } from "../../numbers/figure.ts";
import type { CaseMeasure } from "../../vocabulary/mechanism.ts";
import { bandCharges } from "./charges.ts";
import type { Band, Charge } from "./charges.ts";

/** What charges follow from besides the number of cases. */
export interface ChargesFrom {
  readonly counts: CaseMeasure;
  /** What is charged whatever the number of cases. */
  readonly fixed: readonly Charge[];
  readonly bands: readonly Band[];
  /** What each case brings apart from bands. */
  readonly price: Figure<"GBP/cases"> | undefined;
}

/** The charges at a volume, before any limit. */
export function chargesAt(
  cases: Figure<"cases">,
  { counts, fixed, bands, price }: ChargesFrom,
): Figure<"GBP"> {
  const all = [...fixed, ...bandCharges(bands, cases, counts)];
  const each = price === undefined ? [] : [cases.times(price).in("GBP")];
  return chargesBeforeLimits({
    payments: [...each, ...all.filter(({ takesBack }) => !takesBack).map(({ amount }) => amount)],
    takenBack: all.filter(({ takesBack }) => takesBack).map(({ amount }) => amount),
  });
}
