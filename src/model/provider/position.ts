import {
  balanceOfYear,
  caseCost,
  casesAtRatio,
  costAtRatio,
  costBorne,
  costBorneByOthers,
  costOfNotAppropriate,
  costOfYear,
  referralsNotAppropriate,
  referralsSent,
  steppedCost,
  stepsTaken,
  subsidyOfYear,
  surplusOfYear,
} from "../../formulas/exposure.ts";
import { digitsOf } from "../../numbers/decimal.ts";
import type { About, Figure } from "../../numbers/figure.ts";
import type { Bidder } from "../../vocabulary/bidder.ts";
import type { CaseMeasure } from "../../vocabulary/mechanism.ts";
import type { Path } from "../../vocabulary/problems.ts";
import { invalidData, problem } from "../../vocabulary/problems.ts";
import { inCommonPrices } from "../../vocabulary/other-prices.ts";
import { assumedFigure } from "../inputs.ts";
import { chosenFigure } from "./assumed.ts";
import { countedAs } from "./case-volumes.ts";
import type { Cases, CaseVolume } from "./case-volumes.ts";
import { pricesOf, pricesSaid } from "./charges.ts";
import type { Contracted } from "./contracted.ts";
import { costIndexIn } from "./cost-index.ts";
import type { CostIndex } from "./cost-index.ts";
import { isOf } from "./dated-years.ts";
import { paymentFor } from "./payment.ts";
import type { Payment } from "./payment.ts";
import { inRunOff } from "./run-off.ts";

/** A line of a year's cost. */
export interface CostLine {
  readonly name: string;
  /** The day it is spent on; spread over the year, if it is left out. */
  readonly on: string | undefined;
  readonly amount: Figure<"GBP">;
  /** Those for whom it is spent, where it grows with them. */
  readonly growsWith?: CaseMeasure;
  /** Of which complexity they are, where the cost differs by it. */
  readonly complexity?: string;
}

/** The referrals of a year that are not appropriate: how many, what they cost, and who bears that. */
export interface NotAppropriate {
  /** Of all that arrive, the share that is not appropriate. */
  readonly share: Figure<"ratio">;
  readonly referrals: Figure<"referrals">;
  readonly cost: Figure<"GBP">;
  /** What the provider bears: a line of its cost. */
  readonly borne: Figure<"GBP">;
  /** What others bear, the probation service say. */
  readonly borneByOthers: Figure<"GBP">;
}

/** What a year comes to for a provider at one volume. */
export interface Position {
  readonly year: string;
  /** How far the volume is from the one contracted: -0.48 is 48% fewer. */
  readonly change: string;
  readonly delivered: Figure<"cases">;
  readonly payment: Payment;
  readonly income: Figure<"GBP">;
  readonly costs: readonly CostLine[];
  readonly cost: Figure<"GBP">;
  /** The referrals that are not appropriate, where the provider says what share is. */
  readonly notAppropriate?: NotAppropriate;
  /** Income less cost. */
  readonly balance: Figure<"GBP">;
  readonly surplus: Figure<"GBP">;
  /** What is put in from reserves. */
  readonly subsidy: Figure<"GBP">;
  /** The cases delivered for which nothing is paid. */
  readonly unpaid: Figure<"cases">;
}

/** What a year comes to at so many times the contracted volume. */
export const positionAt = (bidder: Bidder, contracted: Contracted, volumeRatio: Figure<"ratio">): Position =>
  inRunOff(contracted, () => positionOf(bidder, contracted, volumeRatio));

function positionOf(bidder: Bidder, contracted: Contracted, volumeRatio: Figure<"ratio">): Position {
  const { year } = contracted;
  const delivered = scaled(contracted.cases, volumeRatio);
  const payment = paymentFor(
    bidder.mechanism,
    {
      year,
      contracted: volumeOf(contracted.cases),
      delivered: volumeOf(delivered),
      outcomes: outcomesAt(bidder, contracted, volumeRatio),
      performance: Object.fromEntries(
        Object.entries(bidder.performance ?? {}).map(([name, share]) => [
          name,
          assumedFigure(["performance", name], { name: "achievedShare", unit: "ratio" }, share, {
            measure: name,
          }),
        ]),
      ),
    },
    contracted.days,
    { at: ["mechanism"], offered: contracted.offered },
  );
  const index = costIndexIn(bidder, contracted);
  const notAppropriate = notAppropriateOf(bidder, contracted, volumeRatio, index);
  const costs = [
    ...costLines(bidder, year, delivered, index),
    ...costedLines(contracted, volumeRatio, index),
    ...(notAppropriate === undefined ? [] : [borneLine(notAppropriate)]),
    ...mobilisationLines(bidder, contracted),
  ];
  const spent = costOfYear(
    { costs: costs.map(({ amount }) => amount) },
    { year, ...costPricesOf(bidder, contracted) },
  );
  // A price in the prices of its one year is nominal, as costs may be said to be.
  const prices = pricesSaid([spent, payment.total], year);
  const income = inCommonPrices(payment.total, prices["prices"]);
  const cost = inCommonPrices(spent, prices["prices"]);
  const about = { year, ...prices };
  return Object.freeze({
    year,
    change: digitsOf(volumeRatio.value.minus(1)),
    delivered: payment.delivered,
    payment,
    income,
    costs: Object.freeze(costs),
    cost,
    ...(notAppropriate === undefined ? {} : { notAppropriate }),
    balance: balanceOfYear({ income, cost }, about),
    surplus: surplusOfYear({ income, cost }, about),
    subsidy: subsidyOfYear({ income, cost }, about),
    unpaid: payment.unpaid,
  });
}

/** The prices that a year's cost is in: nominal where it is indexed, and else what its full cost says. */
function costPricesOf({ costIndexation }: Bidder, { costed = [], year }: Contracted): About {
  if (costIndexation !== undefined) return pricesOf(costIndexation);
  return pricesSaid(
    costed.map(({ cost }) => cost),
    year,
  );
}

const scaled = ({ levels, total }: Cases, volumeRatio: Figure<"ratio">): Cases => ({
  levels: levels.map(({ complexity, cases }) => ({
    complexity,
    cases: casesAtRatio({ casesContracted: cases, volumeRatio }, cases.about),
  })),
  total: casesAtRatio({ casesContracted: total, volumeRatio }),
});

const volumeOf = ({ levels, total }: Cases): CaseVolume =>
  levels.some(({ complexity }) => complexity === undefined)
    ? total
    : Object.fromEntries(levels.map(({ complexity, cases }) => [complexity ?? "", cases]));

/** What comes of the cases, in step with them. */
const outcomesAt = (
  { mechanism }: Bidder,
  { outcomes, year }: Contracted,
  volumeRatio: Figure<"ratio">,
): Readonly<Record<string, Figure>> =>
  Object.fromEntries(
    mechanism.parts.flatMap((part): [string, Figure][] => {
      const count = part.pay === "outcomes" ? outcomes[part.counts] : undefined;
      if (part.pay !== "outcomes" || count === undefined) return [];
      const path = `volumes.${year}.outcomes.${part.counts}`;
      return [[part.counts, countedAs(part.counts, count, path).times(volumeRatio).named(part.counts)]];
    }),
  );

/**
 * What the contract costs in full, in the prices of the year: what grows with starts in step with them, and the rest as
 * it was costed.
 */
function costedLines(
  { costed = [], year }: Contracted,
  volumeRatio: Figure<"ratio">,
  index: CostIndex,
): readonly CostLine[] {
  return costed.map(({ line, cost: asCosted, growsWith }) => {
    const cost = index.isPutOn ? asCosted : inCommonPrices(asCosted, index.prices["prices"]);
    const grown =
      growsWith === undefined ? cost : costAtRatio({ costContracted: cost, volumeRatio }, { line, year });
    return {
      name: line,
      on: undefined,
      amount: index.amount(grown, { line }),
      ...(growsWith === undefined ? {} : { growsWith }),
    };
  });
}

function costLines(
  { costs, mechanism }: Bidder,
  year: string,
  { levels, total }: Cases,
  index: CostIndex,
): readonly CostLine[] {
  const amount = (path: Path, value: Choice): Figure<"GBP"> => {
    const figure = chosenFigure("provider", path, { name: "amount", unit: "GBP" }, value, { year });
    return index.amount(figure, figure.about);
  };
  const each = (path: Path, value: Choice, complexity: string | undefined): Figure<"GBP/cases"> => {
    const asked = { name: "costPerCase", unit: "GBP/cases" } as const;
    const figure = chosenFigure("provider", path, asked, value, { year, complexity });
    return index.price(figure, figure.about);
  };
  return costs.flatMap(({ name, fixed, perCase, steps }, place): readonly CostLine[] => {
    const line = (figure: Figure<"GBP">): CostLine => ({ name, on: undefined, amount: figure });
    const path = ["costs", place];
    const about = { cost: name, year };
    return [
      ...(fixed === undefined ? [] : [line(amount([...path, "fixed"], fixed))]),
      ...(perCase === undefined
        ? []
        : levels.map(({ complexity, cases }) => ({
            ...line(caseCost({ cases, costPerCase: each([...path, "perCase"], perCase, complexity) }, about)),
            growsWith: mechanism.counts,
            ...(complexity === undefined ? {} : { complexity }),
          }))),
      ...(steps === undefined
        ? []
        : [
            line(
              steppedCost(
                {
                  stepsTaken: stepsTaken({
                    cases: total,
                    casesPerStep: assumedFigure(
                      [...path, "steps", "each"],
                      { name: "casesPerStep", unit: "cases" },
                      steps.each,
                      about,
                    ),
                  }),
                  amount: amount([...path, "steps", "amount"], steps.amount),
                },
                about,
              ),
            ),
          ]),
    ];
  });
}

type Choice = NonNullable<Bidder["costs"][number]["fixed"]>;

/** The referrals that are not appropriate: they come on top of those that are. */
function notAppropriateOf(
  { referrals }: Bidder,
  { year, referrals: due }: Contracted,
  volumeRatio: Figure<"ratio">,
  index: CostIndex,
): NotAppropriate | undefined {
  if (referrals === undefined) return undefined;
  if (due === undefined)
    throw invalidData("volume", [
      problem(
        ["volumes", year, "referrals"],
        "the referrals behind the cases, since some are not appropriate",
        "nothing",
      ),
    ]);
  const share = assumedFigure(
    ["referrals", "appropriateShare"],
    { name: "appropriateShare", unit: "ratio" },
    referrals.appropriateShare,
    {},
  );
  const borneShare = assumedFigure(
    ["referrals", "borneShare"],
    { name: "borneShare", unit: "ratio" },
    referrals.borneShare,
    {},
  );
  const costPerReferral = assumedFigure(
    ["referrals", "costPerReferral"],
    { name: "costPerReferral", unit: "GBP/referrals" },
    referrals.costPerReferral,
    {},
  );
  const sent = referralsSent({
    referrals: due.times(volumeRatio).named("referrals"),
    appropriateShare: share,
  });
  const returned = referralsNotAppropriate({ referralsSent: sent, appropriateShare: share });
  const about = { year, ...index.prices };
  const stated = costOfNotAppropriate(
    { referralsNotAppropriate: returned, costPerReferral },
    index.isPutOn ? { year } : about,
  );
  const cost = index.amount(stated, {});
  return Object.freeze({
    share: share.rest.named("notAppropriateShare", { year }),
    referrals: returned,
    cost,
    borne: costBorne({ cost, borneShare }, about),
    borneByOthers: costBorneByOthers({ cost, borneShare }, about),
  });
}

const borneLine = ({ borne }: NotAppropriate): CostLine => ({
  name: "referrals that are not appropriate",
  on: undefined,
  amount: borne,
  growsWith: "referrals",
});

const mobilisationLines = ({ mobilisationCosts = [] }: Bidder, { days }: Contracted): readonly CostLine[] =>
  mobilisationCosts.flatMap(({ name, amount, on }, index) =>
    days !== undefined && isOf(days, on)
      ? [
          {
            name,
            on,
            amount: assumedFigure(
              ["mobilisationCosts", index, "amount"],
              { name: "mobilisationCost", unit: "GBP" },
              amount,
              { cost: name },
            ),
          },
        ]
      : [],
  );
