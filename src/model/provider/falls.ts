import { casesAtLimit } from "../../formulas/payment.ts";
import { sum } from "../../numbers/figure.ts";
import type { Figure } from "../../numbers/figure.ts";
import { readable } from "../../numbers/print.ts";
import { chargesAt } from "./charges-at.ts";
import type { ChargesFrom } from "./charges-at.ts";
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

/** What decides where payment falls. */
export interface FallsFrom extends Omit<ChargesFrom, "price"> {
  readonly each: readonly {
    readonly price: Figure<"GBP/cases">;
    readonly complexity: string | undefined;
  }[];
  /** Whether anything is paid for what comes of the cases: how much, no number of cases says. */
  readonly outcomes: boolean;
  readonly maximumPayment: Figure<"GBP"> | undefined;
  readonly minimumPayment: Figure<"GBP"> | undefined;
}

/**
 * Where a mechanism takes money back for a case more: in a band whose price is below zero by more than a case is paid, as
 * far as its limits let it be seen. Above the maximum nothing falls yet, and under the minimum nothing falls any more,
 * whatever the mix of complexity and whatever comes of the cases.
 */
export function fallsIn(from: FallsFrom): readonly Fall[] {
  const { bands, each } = from;
  const paid = paidPerLevel(each);
  const [least, most] = [paid[0], paid.at(-1)];
  return Object.freeze(
    bands.flatMap((band): Fall[] => {
      const perCase = least === undefined ? band.price : sum("GBP/cases", [band.price, least]);
      if (!perCase.value.isNegative()) return [];
      const begins = belowMaximum(from, band, least, perCase);
      const ends = aboveMinimum(from, band, most);
      if (ends?.value.lessThanOrEqualTo(begins.value) === true) return [];
      const start = `from ${readable(begins.value)}`;
      const stretch = ends === undefined ? `${start} cases up` : `${start} to ${readable(ends.value)} cases`;
      const message = `${stretch}, one case more takes off ${readable(perCase.value.abs())} pounds: ${band.path} says so`;
      return [Object.freeze({ from: begins, to: ends, perCase, path: band.path, message })];
    }),
  );
}

/** Where charges come down to the maximum in a band; its beginning, where they are below it there. */
function belowMaximum(
  { maximumPayment, ...from }: FallsFrom,
  { begins }: Band,
  least: Figure<"GBP/cases"> | undefined,
  perCase: Figure<"GBP/cases">,
): Figure<"cases"> {
  if (maximumPayment === undefined) return begins;
  const charges = chargesAt(begins, { ...from, price: least });
  return charges.value.lessThanOrEqualTo(maximumPayment.value)
    ? begins
    : casesAtLimit({ bandBegins: begins, chargesBefore: charges, limit: maximumPayment, price: perCase });
}

/**
 * Where charges come down to the minimum in a band, the beginning if they are there already; its end, where they stay
 * above, or rise with cases of the dearest complexity.
 */
function aboveMinimum(
  { minimumPayment, outcomes, ...from }: FallsFrom,
  { begins, ends, price }: Band,
  most: Figure<"GBP/cases"> | undefined,
): Figure<"cases"> | undefined {
  const perCase = most === undefined ? price : sum("GBP/cases", [price, most]);
  if (minimumPayment === undefined || outcomes || !perCase.value.isNegative()) return ends;
  const charges = chargesAt(begins, { ...from, price: most });
  if (charges.value.lessThanOrEqualTo(minimumPayment.value)) return begins;
  const down = casesAtLimit({
    bandBegins: begins,
    chargesBefore: charges,
    limit: minimumPayment,
    price: perCase,
  });
  return ends?.value.lessThan(down.value) === true ? ends : down;
}

/** What a case brings by itself, for each complexity all that is paid for it: the least first. */
function paidPerLevel(each: FallsFrom["each"]): readonly Figure<"GBP/cases">[] {
  const levels = [...new Set(each.map(({ complexity }) => complexity))];
  return levels
    .map((level) =>
      sum(
        "GBP/cases",
        each.filter(({ complexity }) => complexity === level).map(({ price }) => price),
      ),
    )
    .sort((a, b) => a.value.comparedTo(b.value));
}
