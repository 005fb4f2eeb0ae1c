import type { Cases } from "./case-volumes.ts";
import { chargesAt } from "./charges-at.ts";
import { averagePriceOf, none } from "./charges.ts";
import type { Band, CasePrice, Charge } from "./charges.ts";
import type { CaseMeasure } from "../../vocabulary/mechanism.ts";
import { casesBeyond, casesBeyondMaximum, casesInBand } from "../../formulas/payment.ts";
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
  readonly counts: CaseMeasure;
  readonly contracted: Cases;
  readonly delivered: Cases;
  readonly bands: readonly Band[];
  /** What is paid for each case apart from bands. */
  readonly each: readonly (Charge & CasePrice)[];
  /** What is charged whatever the number of cases: blocks, contracted volume, outcomes. */
  readonly fixed: readonly Charge[];
  readonly maximumPayment: Figure<"GBP"> | undefined;
}

/** The same of cases that are alike. */
interface UnpaidOfTotal extends Omit<UnpaidFrom, "contracted" | "delivered" | "each"> {
  readonly contracted: Figure<"cases">;
  readonly delivered: Figure<"cases">;
  readonly averagePrice: Figure<"GBP/cases"> | undefined;
}

/**
 * The cases delivered for which nothing is paid: those beyond the contracted volume that bring nothing, and those whose
 * price a maximum keeps back. Cases of a complexity without a price are counted against what is contracted of it. What
 * outcomes pay is paid for the outcome.
 */
export function unpaidCases(from: UnpaidFrom): Figure<"cases"> {
  const free = freeLevels(from);
  const paid = ({ levels }: Cases): Figure<"cases"> =>
    added(levels.filter(({ complexity }) => !free.includes(complexity)));
  const [contracted, delivered] =
    free.length === 0
      ? [from.contracted.total, from.delivered.total]
      : [paid(from.contracted), paid(from.delivered)];
  const priced = from.each.filter(({ complexity }) => !free.includes(complexity));
  return sum("cases", [
    ...unpaidOfTotal({ ...from, contracted, delivered, averagePrice: averagePriceOf(priced, delivered) }),
    ...free.map((level) =>
      casesBeyond({
        cases: casesOfLevel(from.delivered, level) ?? none,
        bandBegins: casesOfLevel(from.contracted, level) ?? none,
      }),
    ),
  ]).named("casesUnpaid");
}

const casesOfLevel = ({ levels }: Cases, level: string | undefined): Figure<"cases"> | undefined =>
  levels.find(({ complexity }) => complexity === level)?.cases;

const added = (levels: Cases["levels"]): Figure<"cases"> =>
  sum(
    "cases",
    levels.map(({ cases }) => cases),
  );

/** The complexities for which nothing is paid case by case, where something is for others, and bands pay for none. */
function freeLevels({ bands, each, contracted }: UnpaidFrom): readonly (string | undefined)[] {
  const known = contracted.levels.every(({ complexity }) => complexity !== undefined);
  if (bands.length > 0 || !known) return [];
  const levels = [...new Set(each.map(({ complexity }) => complexity))];
  const free = levels.filter((level) =>
    each.every(({ complexity, price }) => complexity !== level || price.value.isZero()),
  );
  return free.length === levels.length ? [] : free;
}

function unpaidOfTotal(from: UnpaidOfTotal): readonly Figure<"cases">[] {
  const { delivered, maximumPayment, averagePrice } = from;
  return stretchesOf(from).flatMap((stretch): Figure<"cases">[] => {
    const { begins, ends, price, beyondContract } = stretch;
    const cases =
      ends === undefined
        ? casesBeyond({ cases: delivered, bandBegins: begins })
        : casesInBand({ cases: delivered, bandBegins: begins, bandEnds: ends });
    if (price === undefined || !price.value.greaterThan(0)) return beyondContract ? [cases] : [];
    if (maximumPayment === undefined) return [];
    const before = chargesAt(begins, { ...from, price: averagePrice });
    return [casesBeyondMaximum({ casesInBand: cases, price, chargesBefore: before, maximumPayment })];
  });
}

/** The stretches between all edges, from no volume upwards: those of the bands, and the contracted volume. */
function stretchesOf({ bands, contracted, averagePrice }: UnpaidOfTotal): readonly Stretch[] {
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
