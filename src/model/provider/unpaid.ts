import type { Cases } from "./case-volumes.ts";
import { chargesAt } from "./charges-at.ts";
import { averagePriceOf, none } from "./charges.ts";
import type { Band, CasePrice, Charge } from "./charges.ts";
import type { CaseMeasure } from "../../vocabulary/mechanism.ts";
import { casePayment, casesBeyond, casesBeyondMaximum, casesInBand } from "../../formulas/payment.ts";
import { excess } from "../../formulas/excess.ts";
import { isZero } from "../../numbers/exact.ts";
import { given, sum } from "../../numbers/figure.ts";
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
  readonly priceOfEach: Figure<"GBP/cases"> | undefined;
}

/**
 * The cases delivered for which nothing is paid: those beyond the contracted volume that bring nothing, and those whose
 * price a maximum keeps back. Cases of a complexity without a price are counted against what is contracted of it. What
 * outcomes pay is paid for the outcome.
 *
 * What decides which cases have a price is in the working, though it adds nothing: a reading under which others have one
 * has no answer here.
 */
export function unpaidCases(from: UnpaidFrom): Figure<"cases"> {
  const prices = pricesOfLevels(from);
  const free = freeLevels(prices);
  const paid = ({ levels }: Cases): Figure<"cases"> =>
    added(levels.filter(({ complexity }) => !free.includes(complexity)));
  const [contracted, delivered] =
    free.length === 0
      ? [from.contracted.total, from.delivered.total]
      : [paid(from.contracted), paid(from.delivered)];
  const priced = from.each.filter(({ complexity }) => !free.includes(complexity));
  const priceOfEach = priceFor(priced, delivered);
  return sum("cases", [
    ...unpaidOfTotal({ ...from, contracted, delivered, priceOfEach }),
    ...free.map((level) =>
      casesBeyond({
        cases: casesOfLevel(from.delivered, level) ?? none,
        bandBegins: casesOfLevel(from.contracted, level) ?? none,
      }),
    ),
    ...prices.map(({ price }) => decidedBy(price)),
    ...(priced.length > 0 && priceOfEach === undefined ? [decidedByNone(delivered)] : []),
  ]).named("casesUnpaid");
}

const casesOfLevel = ({ levels }: Cases, level: string | undefined): Figure<"cases"> | undefined =>
  levels.find(({ complexity }) => complexity === level)?.cases;

const added = (levels: Cases["levels"]): Figure<"cases"> =>
  sum(
    "cases",
    levels.map(({ cases }) => cases),
  );

/** What is paid for a case of a complexity. */
interface PriceOfLevel {
  readonly complexity: string | undefined;
  readonly price: Figure<"GBP/cases">;
}

/** What is paid for a case of each complexity, where there are several, and bands pay for none. */
function pricesOfLevels({ bands, each, contracted }: UnpaidFrom): readonly PriceOfLevel[] {
  const known = contracted.levels.every(({ complexity }) => complexity !== undefined);
  const levels = [...new Set(each.map(({ complexity }) => complexity))];
  if (bands.length > 0 || !known || levels.length < 2) return [];
  return levels.map((complexity) => ({
    complexity,
    price: priceTogether(each.filter((one) => one.complexity === complexity)),
  }));
}

/** The complexities for which nothing is paid case by case, where something is for others. */
function freeLevels(prices: readonly PriceOfLevel[]): readonly (string | undefined)[] {
  const free = prices.filter(({ price }) => isZero(price));
  return free.length === prices.length ? [] : free.map(({ complexity }) => complexity);
}

/** What one more case brings apart from bands: its price, where all have one, and else what they bring on average. */
function priceFor(
  each: readonly (Charge & CasePrice)[],
  delivered: Figure<"cases">,
): Figure<"GBP/cases"> | undefined {
  const [first, ...others] = each;
  if (first === undefined) return undefined;
  return others.every(({ complexity }) => complexity === first.complexity)
    ? priceTogether(each)
    : averagePriceOf(each, delivered);
}

const priceTogether = (each: readonly CasePrice[]): Figure<"GBP/cases"> => {
  const [only, ...others] = each.map(({ price }) => price);
  return only !== undefined && others.length === 0
    ? only
    : sum(
        "GBP/cases",
        each.map(({ price }) => price),
      );
};

function unpaidOfTotal(from: UnpaidOfTotal): readonly Figure<"cases">[] {
  const { delivered, maximumPayment, priceOfEach } = from;
  return stretchesOf(from).flatMap((stretch): Figure<"cases">[] => {
    const { begins, ends, price, beyondContract } = stretch;
    const cases =
      ends === undefined
        ? casesBeyond({ cases: delivered, bandBegins: begins })
        : casesInBand({ cases: delivered, bandBegins: begins, bandEnds: ends });
    if (price === undefined) return beyondContract ? [cases] : [];
    const decided = beyondContract || maximumPayment !== undefined ? [decidedOf(cases, price)] : [];
    if (!isPaid(price)) return beyondContract ? [cases, ...decided] : decided;
    if (maximumPayment === undefined) return decided;
    const before = chargesAt(begins, { ...from, price: priceOfEach });
    return [
      casesBeyondMaximum({
        casesInBand: cases,
        price: price.named("pricePaid"),
        chargesBefore: before,
        maximumPayment,
      }),
    ];
  });
}

const isPaid = ({ value }: Figure<"GBP/cases">): boolean => value.greaterThan(0);

/** No cases, whatever a price is that decides whose complexity is paid for: above nothing as it stands, or not. */
const decidedBy = (price: Figure<"GBP/cases">): Figure<"cases"> =>
  (isPaid(price) ? price.named("pricePaid") : excess(price, noPrice).named("priceWhereNone"))
    .times(casesByThePound)
    .times(none)
    .in("cases");

/** The same of a price that decides only of some cases: where it is not paid, it is nothing that they bring. */
const decidedOf = (cases: Figure<"cases">, price: Figure<"GBP/cases">): Figure<"cases"> =>
  isPaid(price)
    ? decidedBy(price)
    : casePayment({ cases, price: excess(price, noPrice) })
        .named("paymentWhereNone")
        .times(casesByThePound)
        .in("cases");

/** No cases, whatever those delivered are of which there are none: they decide what a case is paid on average. */
const decidedByNone = (delivered: Figure<"cases">): Figure<"cases"> =>
  delivered.named("casesWhereNone").times(noneEach);

const noPrice = /* @__PURE__ */ given(0, "GBP/cases", { name: "noPrice", source: "nothing is paid" });
const casesByThePound = /* @__PURE__ */ given(0, "cases/GBP", {
  name: "casesByThePound",
  source: "a price says which cases are unpaid, and not how many",
});
const noneEach = /* @__PURE__ */ given(0, "ratio", {
  name: "noneEach",
  source: "those delivered are counted where they stand between edges",
});

/**
 * The stretches between all edges, from no volume upwards: those of bands below, the contracted volume, and those of bands
 * above. They stand in this order whatever is contracted; where two meet, nobody is between them.
 */
function stretchesOf({ bands, contracted, priceOfEach }: UnpaidOfTotal): readonly Stretch[] {
  const edgesOf = (side: Band["side"]): readonly Figure<"cases">[] =>
    bands
      .filter((band) => band.side === side)
      .flatMap(({ begins, ends }) => [begins, ...(ends === undefined ? [] : [ends])]);
  const edges = [...new Set([none, ...edgesOf("below"), contracted, ...edgesOf("above")])];
  const placeOf = (edge: Figure<"cases"> | undefined): number =>
    edge === undefined ? edges.length : edges.indexOf(edge);
  return edges.map((begins, place) => {
    const band = bands.find((one) => placeOf(one.begins) <= place && place < placeOf(one.ends));
    const prices = [priceOfEach, band?.price].filter((price) => price !== undefined);
    return {
      begins,
      ends: edges[place + 1],
      price: prices.length === 0 ? undefined : sum("GBP/cases", prices),
      beyondContract: place >= edges.indexOf(contracted),
    };
  });
}
