import { balanceOfYear, costOfYear, surplusOfYear, subsidyOfYear } from "../../formulas/exposure.ts";
import { outOfRange } from "../../errors.ts";
import { decimalFrom, describe, digitsOf } from "../../numbers/decimal.ts";
import type { NumberLike } from "../../numbers/decimal.ts";
import { constant, given, isFigure, sum } from "../../numbers/figure.ts";
import type { About, Figure } from "../../numbers/figure.ts";
import { grouped, readable } from "../../numbers/print.ts";
import { parseBidder } from "../../vocabulary/bidder.ts";
import type { Bidder } from "../../vocabulary/bidder.ts";
import type { Problem } from "../../errors.ts";
import { pricesTogether } from "../../vocabulary/other-prices.ts";
import { problem } from "../../vocabulary/problems.ts";
import type { Filter } from "../filter.ts";
import { unknownWordError } from "../filter.ts";
import type { TableRow } from "../forecast.ts";
import { breakEvensOf, volumesPaying } from "./break-even.ts";
import type { BreakEven, BreakEvens, VolumeFound } from "./break-even.ts";
import { changeFrom, valueIn } from "./changes.ts";
import type { VolumeChange } from "./changes.ts";
import { cashOf } from "./cash.ts";
import type { Cash } from "./cash.ts";
import { listProblems, objectProblems, refuse } from "./checked-options.ts";
import { contractYears } from "./contracted.ts";
import type { Contracted, ContractVolumes } from "./contracted.ts";
import { withFullCost } from "./costed.ts";
import { datedProblems } from "./dated-years.ts";
import type { FullCost } from "./full-cost.ts";
import { givenNumber } from "./given-number.ts";
import type { Fall } from "./falls.ts";
import { positionAt } from "./position.ts";
import type { Position } from "./position.ts";
import { overlookedIn } from "./overlooked.ts";
import type { PointedOut } from "./overlooked.ts";

/** Which rows of a forecast are the contract, and over which volumes it is looked at. */
export interface ExposureOptions {
  /** Which rows of a plan or forecast; all, if left out. */
  readonly of?: Filter;
  /** How far actual volumes are from the contracted ones, each as a share: -0.48 is 48% fewer, 1 is double. */
  readonly changes?: readonly VolumeChange[];
  /**
   * What the contract costs in full, beside the provider's own costs: lines that grow with starts go with the volume, and
   * all else, posts too, stands as it was costed.
   */
  readonly cost?: FullCost;
}

/** A year of a contract: what it comes to at each volume, and where it breaks even. */
export interface YearExposure {
  readonly year: string;
  readonly contracted: Position;
  /** A position for each change of volume, in the order asked. */
  readonly positions: readonly Position[];
  /** Every volume at which income comes to cost, the least first, as far as it was sought. */
  readonly breakEvens: readonly BreakEven[];
  /**
   * Ten times the contracted volume, or the last of the whole steps of a cost that are followed. A reading may move a
   * break-even beyond it, where it balances there.
   */
  readonly breakEvensSoughtTo: Figure<"cases">;
  /** Where one case more brings less money, because the mechanism says so. */
  readonly falls: readonly Fall[];
}

/** All years of a contract together, at one change of volume. */
export interface WholeContract {
  readonly change: string;
  readonly delivered: Figure<"cases">;
  readonly income: Figure<"GBP">;
  /** What of the income is paid for mobilisation. */
  readonly mobilisation: Figure<"GBP">;
  readonly cost: Figure<"GBP">;
  readonly balance: Figure<"GBP">;
  readonly surplus: Figure<"GBP">;
  readonly subsidy: Figure<"GBP">;
  readonly unpaid: Figure<"cases">;
  readonly years: readonly Position[];
}

/** What a contract does to a provider when volumes turn out other than contracted. */
export interface Exposure {
  readonly provider: Bidder;
  readonly years: readonly YearExposure[];
  /**
   * What is easily overlooked: blocks, minimums and fixed costs that a part year or a year of run-off bears in full though
   * they are not stated for it, people still there when the months end, and volumes of which more start than are referred;
   * growth given for an index, what of a full cost stays as it was costed, and costs that are added to it.
   */
  readonly pointedOut: readonly PointedOut[];
  /**
   * All years together at a change of volume. Surplus and subsidy are of the whole: one year may carry another. A change
   * that is a figure given with a path keeps it, so that readings move it there, and changes with paths of their own are
   * read together; any other is moved as `volumeRatio`.
   */
  at(change: VolumeChange): WholeContract;
  /**
   * The volumes of a year at which a case is paid so much, up to a million times the contracted one: where a fixed price
   * becomes a unit price of £250.
   */
  volumesPaying(perCase: NumberLike | Figure<"GBP/cases">, year: string): readonly VolumeFound[];
  /** Money in hand by month at a change of volume, and its trough. */
  cash(change: VolumeChange): Cash;
  /** A row for each year and each change of volume, in whole pounds and cases. */
  table(): readonly TableRow[];
}

/** From 48% fewer, as in one quarter under the previous contracts, to double. */
const usualChanges = ["-0.48", "-0.16", 0, "0.1", "0.3", 1] as const;

/**
 * What a contract does to a provider: income, cost, surplus or subsidy by year, at the contracted volume and over a
 * range of others; every volume that breaks even; cash by month. The mix of complexity, and what comes of a case, stay
 * as contracted while the volume changes.
 *
 * Mobilisation before the first year is paid and spent in it; in cash it keeps its day. Where the volumes are months by
 * date, a year's cases are those who come in it, and cash follows their months.
 *
 * @param volumes - a plan, a forecast, months by date (also by complexity), or volumes by year
 * @param provider - how the provider is paid and what it costs
 * @param options - which rows of a plan or forecast; which changes of volume: by default -48%, as 2017 saw under the
 * previous contracts, -16%, none, +10%, +30% and double; and what the contract costs in full
 * @throws ModelError `invalid-data` with every problem of the provider and of the volumes, where volumes lack what it asks
 * for, for mobilisation after the last year, and for a full cost of other years or other starts; `mixed-prices` for a
 * line of it that says it is in other prices than costs are; `out-of-range` for a change below -1, and for one of 5 or
 * more, which is a percentage.
 *
 * @example
 * ```ts
 * import { exposure } from "volumes-and-values/provider";
 *
 * const centre = {
 *   name: "A women's centre (illustrative)",
 *   mechanism: { name: "Block", counts: "starts", parts: [{ pay: "block", amount: 130_000 }] },
 *   costs: [
 *     { name: "premises", fixed: 50_000 },
 *     { name: "staff", perCase: 800 },
 *   ],
 * } as const;
 * const [year] = exposure({ "2021/22": { cases: 100 } }, centre, { changes: ["0.3"] }).years;
 * year?.contracted.balance; // => Figure 0 GBP · balanceOfYear · 2021/22
 * year?.positions[0]?.subsidy; // => Figure 24,000 GBP · subsidyOfYear · 2021/22
 * year?.breakEvens.map(({ volume, leadsTo }) => `${volume}: then ${leadsTo}`); // => [ '100 cases: then subsidy' ]
 * ```
 */
export function exposure(
  volumes: ContractVolumes,
  provider: Bidder,
  options: ExposureOptions = {},
): Exposure {
  refuse("exposure", optionProblems(options));
  return exposureFor(volumes, parseBidder(provider), options);
}

function optionProblems(options: ExposureOptions): readonly Problem[] {
  const formal = objectProblems([], options, { known: ["of", "changes", "cost"] });
  if (formal.length > 0) return formal;
  const { of, changes } = options;
  return [
    ...filterProblems(of),
    ...(changes === undefined ? [] : listProblems(["changes"], changes, "a list of changes of volume")),
  ];
}

/** What is wrong with a filter that is no filter; its words are known to the forecast. */
export const filterProblems = (of: unknown): readonly Problem[] =>
  of === undefined || (typeof of === "object" && of !== null && !Array.isArray(of))
    ? []
    : [problem(["of"], 'a filter, as { lot: "essex" }', describe(of))];

/** A price that each case is offered at in place of the mechanism's, and the index that goes with those. */
export type PriceOffered = Pick<Contracted, "offered" | "indexation">;

/** The same, of a provider that was read, and with a price that is offered in place of the mechanism's. */
export function exposureFor(
  volumes: ContractVolumes,
  bidder: Bidder,
  options: ExposureOptions,
  offer: PriceOffered = {},
): Exposure {
  const { of = {}, changes = usualChanges, cost } = options;
  const { mechanism, mobilisationCosts = [] } = bidder;
  const costed = withFullCost(contractYears(volumes, mechanism.counts, of), cost, bidder);
  const contract = { ...costed, years: costed.years.map((year) => ({ ...year, ...offer })) };
  refuse("provider", [
    ...datedProblems(["mechanism", "mobilisation"], mechanism.mobilisation ?? [], contract.days),
    ...datedProblems(["mobilisationCosts"], mobilisationCosts, contract.days),
  ]);
  const years = contract.years.map((year) => exposureOf(year, bidder, changes));
  const knownYear = (label: string): Contracted => {
    const found = contract.years.find(({ year }) => year === label);
    if (found !== undefined) return found;
    throw unknownWordError(
      "year",
      label,
      contract.years.map(({ year }) => year),
    );
  };
  return Object.freeze({
    provider: bidder,
    years: Object.freeze(years),
    pointedOut: overlookedIn(bidder, contract),
    at: (change: VolumeChange) => wholeAt(contract.years, bidder, change),
    volumesPaying: (perCase: NumberLike | Figure<"GBP/cases">, year: string) =>
      volumesPaying(bidder, knownYear(year), paidPerCase(perCase)),
    cash: (change: VolumeChange) => cashOf(bidder, contract, ratioFor(change)),
    table: () => years.flatMap(({ positions }) => positions.map(positionRow)),
  });
}

function paidPerCase(perCase: NumberLike | Figure<"GBP/cases">): Figure<"GBP/cases"> {
  const figure = isFigure(perCase)
    ? perCase
    : given(givenNumber(perCase, "perCase"), "GBP/cases", {
        name: "perCase",
        source: "what a case is to be paid",
      });
  const value = valueIn("GBP/cases", figure, "perCase");
  if (value.isNegative()) throw outOfRange("perCase", "zero or more", digitsOf(value));
  return figure;
}

const inspect = Symbol.for("nodejs.util.inspect.custom");
type Print = (value: unknown, options: object) => string;

/** A year whose break-evens are sought when they are asked for, once: a decision at stated volumes does without. */
function exposureOf(year: Contracted, bidder: Bidder, changes: readonly VolumeChange[]): YearExposure {
  const contracted = positionAt(bidder, year, ratioFor(0));
  let sought: BreakEvens | undefined;
  const breakEvens = (): BreakEvens => (sought ??= breakEvensOf(bidder, year));
  const exposed: YearExposure = {
    year: year.year,
    contracted,
    positions: Object.freeze(
      changes.map((change, index) => positionAt(bidder, year, ratioFor(change, `changes.${String(index)}`))),
    ),
    get breakEvens() {
      return breakEvens().found;
    },
    get breakEvensSoughtTo() {
      return breakEvens().soughtTo;
    },
    falls: contracted.payment.falls,
  };
  // Printed, a year shows them.
  const printed = (depth: number, options: object, print: Print): string =>
    depth < 0 ? "[Object]" : print({ ...exposed }, options);
  return Object.freeze(Object.defineProperty(exposed, inspect, { value: printed }));
}

/**
 * The volume as so many times the contracted one: an input that readings move, `volumeRatio`; or one more than an input of
 * the caller's own, which has its own path and range.
 */
function ratioFor(change: VolumeChange, name = "change"): Figure<"ratio"> {
  const read = changeFrom(change, name);
  const isOwn = isFigure(change) && isInput(change) && read.equals(change.value);
  return isOwn
    ? change.plus(constant(1)).named("volumeRatio")
    : given(read.plus(1), "ratio", { name: "volumeRatio", path: "volumeRatio" });
}

/** Whether a figure is an input with a path, which readings move. */
const isInput = ({ operation }: Figure): boolean =>
  operation.kind === "given" && operation.provenance.path !== undefined;

function wholeAt(years: readonly Contracted[], bidder: Bidder, change: VolumeChange): WholeContract {
  const ratio = ratioFor(change);
  const positions = years.map((year) => positionAt(bidder, year, ratio));
  const [ofIncome, ofCost] = [pricesIn(positions, "income"), pricesIn(positions, "cost")];
  const about = { ...ofIncome, ...ofCost };
  const income = sum(
    "GBP",
    positions.map((one) => one.income),
  ).named("income", ofIncome);
  const cost = costOfYear({ costs: positions.map((one) => one.cost) }, ofCost);
  return Object.freeze({
    change: digitsOf(ratio.value.minus(1)),
    delivered: sum(
      "cases",
      positions.map((one) => one.delivered),
    ).named("casesDelivered"),
    income,
    mobilisation: sum(
      "GBP",
      positions.map(({ payment }) => payment.mobilisation),
    ).named("mobilisationPayments", ofIncome),
    cost,
    balance: balanceOfYear({ income, cost }, about),
    surplus: surplusOfYear({ income, cost }, about),
    subsidy: subsidyOfYear({ income, cost }, about),
    unpaid: sum(
      "cases",
      positions.map((one) => one.unpaid),
    ).named("casesUnpaid"),
    years: Object.freeze(positions),
  });
}

/** The prices that the money of several years is in, as it says. */
function pricesIn(positions: readonly Position[], money: "income" | "cost"): About {
  const prices = pricesTogether(positions.map(({ year, [money]: figure }) => ({ figure, year })));
  return prices === undefined ? {} : { prices };
}

/** A change of volume as a person reads it: +30%. */
export const percent = (change: string): string => {
  const points = decimalFrom(change).times(100);
  return `${points.greaterThan(0) ? "+" : ""}${readable(points)}%`;
};

const positionRow = ({
  year,
  change,
  delivered,
  income,
  cost,
  surplus,
  subsidy,
  unpaid,
}: Position): TableRow => ({
  year,
  volume: percent(change),
  cases: grouped(delivered.value, 0),
  income: grouped(income.value, 0),
  cost: grouped(cost.value, 0),
  surplus: grouped(surplus.value, 0),
  subsidy: grouped(subsidy.value, 0),
  unpaid: grouped(unpaid.value, 0),
});
