import { bandCharges, none } from "./charges.ts";
import type { Band, Charge } from "./charges.ts";
import { casesBeyond, casesBeyondMaximum, casesInBand, chargesBeforeLimits } from "../../formulas/payment.ts";
import { sum } from "../../numbers/figure.ts";
import type { Figure } from "../../numbers/figure.ts";

/** Cases from one edge to the next, and what one more brings: nothing, where it has no price. */
interface Stretch {
  readonly begins: Figure<"cases">;
  readonly ends: Figure<"cases"> | undefined;
  readonly price: Figure<"GBP/cases"> | undefined;
  readonly beyondContract: boolean;
}

/** What decides which cases go unpaid. */
export interface UnpaidFrom {
  readonly contracted: Figure<"cases">;
  readonly delivered: Figure<"cases">;
  readonly bands: readonly Band[];
  /** What a case brings apart from bands. */
  readonly averagePrice: Figure<"GBP/cases"> | undefined;
  /** What is charged whatever the number of cases: blocks, contracted volume, outcomes. */
  readonly fixed: readonly Charge[];
  readonly maximumPayment: Figure<"GBP"> | undefined;
}

/**
 * The cases delivered for which nothing is paid: those beyond the contracted volume that bring nothing, and those whose
 * price a maximum keeps back. What outcomes pay is paid for the outcome.
 */
export function unpaidCases(from: UnpaidFrom): Figure<"cases"> {
  const { delivered, fixed, maximumPayment, averagePrice, bands } = from;
  const parts = stretchesOf(from).flatMap((stretch): Figure<"cases">[] => {
    const { begins, ends, price, beyondContract } = stretch;
    const cases =
      ends === undefined
        ? casesBeyond({ cases: delivered, bandBegins: begins })
        : casesInBand({ cases: delivered, bandBegins: begins, bandEnds: ends });
    if (price === undefined || !price.value.greaterThan(0)) return beyondContract ? [cases] : [];
    if (maximumPayment === undefined) return [];
    const before = chargesAt(begins, fixed, bands, averagePrice);
    return [casesBeyondMaximum({ casesInBand: cases, price, chargesBefore: before, maximumPayment })];
  });
  return sum("cases", parts).named("casesUnpaid");
}

/** The charges at a volume, at the average price of what was delivered. */
function chargesAt(
  cases: Figure<"cases">,
  fixed: readonly Charge[],
  bands: readonly Band[],
  averagePrice: Figure<"GBP/cases"> | undefined,
): Figure<"GBP"> {
  const all = [...fixed, ...bandCharges(bands, cases)];
  const each = averagePrice === undefined ? [] : [cases.times(averagePrice).in("GBP")];
  return chargesBeforeLimits({
    payments: [...each, ...all.filter(({ takesBack }) => !takesBack).map(({ amount }) => amount)],
    takenBack: all.filter(({ takesBack }) => takesBack).map(({ amount }) => amount),
  });
}

/** The stretches between all edges, from no volume upwards: those of the bands, and the contracted volume. */
function stretchesOf({ bands, contracted, averagePrice }: UnpaidFrom): readonly Stretch[] {
  const inner = [
    ...bands.flatMap(({ begins, ends }) => [begins, ...(ends === undefined ? [] : [ends])]),
    contracted,
  ];
  const edges = [none, ...inner.filter(({ value }) => value.greaterThan(0))]
    .sort((a, b) => a.value.comparedTo(b.value))
    .filter((edge, index, all) => index === 0 || !edge.value.equals((all[index - 1] as Figure).value));
  return edges.map((begins, index) => {
    const band = bands.find(
      (one) =>
        one.begins.value.lessThanOrEqualTo(begins.value) &&
        one.ends?.value.lessThanOrEqualTo(begins.value) !== true,
    );
    const prices = [averagePrice, band?.price].filter((price) => price !== undefined);
    return {
      begins,
      ends: edges[index + 1],
      price: prices.length === 0 ? undefined : sum("GBP/cases", prices),
      beyondContract: begins.value.greaterThanOrEqualTo(contracted.value),
    };
  });
}
