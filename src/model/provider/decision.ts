import { absent, isAbsent } from "../../absent.ts";
import type { Maybe } from "../../absent.ts";
import { outOfRange } from "../../errors.ts";
import type { Problem } from "../../errors.ts";
import { placesForChance } from "../../formulas/chance.ts";
import type { Wanted } from "../../formulas/chance.ts";
import { fullRecoveryPrice, priceAtChance, pricesAmiss, recoveryMultiple } from "../../formulas/exposure.ts";
import { decimalFrom, describe, digitsOf, dividedBy, isShare, zero } from "../../numbers/decimal.ts";
import type { Decimal, NumberLike } from "../../numbers/decimal.ts";
import { given, isFigure } from "../../numbers/figure.ts";
import type { Figure } from "../../numbers/figure.ts";
import { notAShare } from "../../numbers/formula.ts";
import { grouped, readable } from "../../numbers/print.ts";
import { parseBidder } from "../../vocabulary/bidder.ts";
import type { Bidder } from "../../vocabulary/bidder.ts";
import { pricesTogether } from "../../vocabulary/other-prices.ts";
import { duplicateProblems } from "../../vocabulary/checks/duplicates.ts";
import { problem } from "../../vocabulary/problems.ts";
import type { Path } from "../../vocabulary/problems.ts";
import type { Filter } from "../filter.ts";
import type { TableRow } from "../forecast.ts";
import { changeFrom, valueIn } from "./changes.ts";
import type { VolumeChange } from "./changes.ts";
import type { ContractVolumes } from "./contracted.ts";
import { exposure, exposureFor, filterProblems, percent } from "./exposure.ts";
import type { PriceOffered, WholeContract } from "./exposure.ts";
import { listProblems, objectProblems, refuse } from "./checked-options.ts";
import type { FullCost } from "./full-cost.ts";
import { givenNumber } from "./given-number.ts";
import type { PointedOut } from "./overlooked.ts";

/** A volume that may come about, and how likely it is beside the others. */
export interface LikelyChange {
  /** How far from the contracted volume: -0.16 is 16% fewer. */
  readonly change: VolumeChange;
  /** Its weight among all: one in four is 1 where the others weigh 3. */
  readonly weight: NumberLike;
}

/** What a decision to bid goes by. */
export interface BidOptions {
  /** Which rows of a plan or forecast; all, if left out. */
  readonly of?: Filter;
  /** The volumes that may come about, with their weights. */
  readonly changes: readonly LikelyChange[];
  /** How likely full recovery must be: 0.8 is four times in five. */
  readonly chance: NumberLike;
  /**
   * A price for each case, the same in every year, instead of what the mechanism's parts pay: their limits, service
   * credits and indexation go with them. Mobilisation and terms stay. A figure stays the one it is, with its path, its source
   * and its prices: one that was made of costs moves with them, and its `value` stands still.
   */
  readonly price?: NumberLike | Figure<"GBP/cases">;
  /** What the contract costs in full, beside the provider's own costs, as in {@link exposure}. */
  readonly cost?: FullCost;
  /** Finishers wanted: the places they take at the same chance. */
  readonly finishers?: Wanted;
}

/** What the contract comes to at one of the volumes. */
export interface BidOutcome extends WholeContract {
  /** The chance of this volume. */
  readonly likelihood: string;
  /** What a case must bring there for all costs to be recovered; absent where there are no cases. */
  readonly priceNeeded: Maybe<"GBP/cases">;
}

/** Whether to bid, and what it would take. */
export interface BidDecision {
  /** Whether full recovery is as likely as was asked for. */
  readonly bid: boolean;
  readonly because: string;
  /** The chance that income comes to cost or more. */
  readonly chanceOfRecovery: string;
  /** The least price of a case at which all costs are recovered with the chance asked for; absent without cases. */
  readonly priceForFullRecovery: Maybe<"GBP/cases">;
  /** How many times all the mechanism pays must be, at the contracted volume. */
  readonly multipleForFullRecovery: Maybe<"ratio">;
  /** The fewest places that give the finishers wanted with the chance asked for. */
  readonly places: number | undefined;
  readonly outcomes: readonly BidOutcome[];
  /** What is easily overlooked, as in {@link exposure}. */
  readonly pointedOut: readonly PointedOut[];
  /** A row for each volume, in whole pounds. */
  table(): readonly TableRow[];
}

/**
 * Whether to bid: how likely it is that income comes to cost over the whole contract, the price that would recover it
 * with a chance of choice, and the places that so many finishers take.
 *
 * @throws ModelError `out-of-range` for a chance that is no share or is nothing, weights that are negative or come to
 * nothing, and a change to a volume of nothing, at which no price recovers a cost; and as {@link exposure} does.
 *
 * @example
 * ```ts
 * import { shouldWeBid } from "volumes-and-values/provider";
 *
 * const centre = {
 *   name: "A centre (illustrative)",
 *   mechanism: { name: "Price", counts: "starts", parts: [{ pay: "per case", price: 250 }] },
 *   costs: [{ name: "staff", fixed: 60_000, perCase: 100 }],
 * } as const;
 * const decision = shouldWeBid({ "2021/22": { cases: 400 } }, centre, {
 *   changes: [
 *     { change: "-0.2", weight: 1 },
 *     { change: 0, weight: 3 },
 *   ],
 *   chance: "0.8",
 * });
 * decision.because; // => income comes to cost with a chance of 0.75, and 0.8 is asked for: that takes £287.50 for each case
 * decision.priceForFullRecovery; // => Figure 287.5 GBP/cases · priceAtChance
 * ```
 */
export function shouldWeBid(volumes: ContractVolumes, provider: Bidder, options: BidOptions): BidDecision {
  refuse("bid", bidProblems(options));
  const { of = {}, changes, price, finishers, cost } = options;
  const chance = givenNumber(options.chance, "chance");
  if (!isShare(chance)) throw notAShare("chance", chance);
  if (chance.lessThanOrEqualTo(slack))
    throw outOfRange(
      "chance",
      "above zero",
      digitsOf(chance),
      "Any price is enough for a chance of nothing.",
    );
  const { weights, all } = weightsOf(changes);
  const bidder = parseBidder(provider);
  const asked = { of, changes: [], ...(cost === undefined ? {} : { cost }) };
  const exposed =
    price === undefined
      ? exposureFor(volumes, bidder, asked)
      : exposureFor(volumes, pricedAt(bidder, price), asked, offerOf(bidder, price));
  const outcomes = changes.map(({ change }, index) =>
    outcomeAt(exposed.at(changeAsked(change, index)), dividedBy(weights[index] as Decimal, all)),
  );
  const recovered = dividedBy(
    weights.reduce((sum, weight, index) => (isRecovered(outcomes[index]) ? sum.plus(weight) : sum), zero),
    all,
  );
  const needed = priceNeededAt(outcomes, chance);
  const contracted = exposed.at(0);
  const bid = recovered.greaterThanOrEqualTo(chance.minus(slack));
  const found = `income comes to cost with a chance of ${readable(recovered)}, and ${readable(chance)} is asked for`;
  const due = isAbsent(needed)
    ? "no price is enough, since there are no cases"
    : `that takes ${inPence(needed)} for each case`;
  return Object.freeze({
    bid,
    because: bid ? found : `${found}: ${due}`,
    chanceOfRecovery: digitsOf(recovered),
    priceForFullRecovery: needed,
    multipleForFullRecovery: contracted.income.value.isZero()
      ? absent("the mechanism pays nothing at the contracted volume, and no multiple of nothing is enough")
      : recoveryMultiple({ cost: contracted.cost, income: contracted.income }),
    places: finishers === undefined ? undefined : placesForChance({ ...finishers, chance }),
    outcomes: Object.freeze(outcomes),
    pointedOut: exposed.pointedOut,
    table: () =>
      outcomes.map((one) => ({
        ...wholeRow(one),
        chance: readable(decimalFrom(one.likelihood)),
        "price needed": isAbsent(one.priceNeeded) ? "—" : grouped(one.priceNeeded.value, 2),
      })),
  });
}

/** What the rounding of quotients may come to, of a chance or of a pound. */
const slack = "1e-30";

/** Whether income comes to cost, but for the rounding of a price that is a quotient. */
const isRecovered = (outcome: BidOutcome | undefined): boolean =>
  outcome?.balance.value.greaterThanOrEqualTo(outcome.cost.value.times(slack).negated()) === true;

function bidProblems(options: BidOptions): readonly Problem[] {
  const formal = objectProblems([], options, {
    needed: { changes: "the volumes that may come about", chance: "how likely full recovery must be" },
    known: ["of", "price", "finishers", "cost"],
  });
  if (formal.length > 0) return formal;
  const { changes, of } = options;
  const list = listProblems(["changes"], changes, "a list of changes of volume");
  if (list.length > 0) return list;
  return [...filterProblems(of), ...changes.flatMap((one, index) => changeProblems(["changes", index], one))];
}

/** What is wrong with a volume that may come about: a bare number does not say how likely it is. */
const changeProblems = (path: Path, one: unknown): readonly Problem[] =>
  typeof one === "object" && one !== null && !isFigure(one) && !Array.isArray(one)
    ? objectProblems(path, one, {
        needed: { change: "how far from the contracted volume", weight: "its weight among all" },
      })
    : [
        problem(
          path,
          `a volume and its weight, as { change: ${typeof one === "number" ? String(one) : "-0.48"}, weight: 1 }`,
          describe(one),
        ),
      ];

/** A price as money, not a penny short. */
const inPence = (price: Figure): string => `£${grouped(price.rounded({ places: 2, mode: "up" }).value, 2)}`;

/** A provider paid one price for each case in place of the mechanism's parts, and of all that hangs on these. */
function pricedAt(bidder: Bidder, price: NumberLike | Figure): Bidder {
  const { name, counts, mobilisation, terms } = bidder.mechanism;
  const each = isFigure(price) ? valueIn("GBP/cases", price, "price") : givenNumber(price, "price");
  if (each.isNegative()) throw outOfRange("price", "zero or more", digitsOf(each));
  return {
    ...bidder,
    performance: undefined,
    mechanism: {
      name,
      counts,
      parts: [{ pay: "per case", price: digitsOf(each) }],
      ...(mobilisation === undefined ? {} : { mobilisation }),
      ...(terms === undefined ? {} : { terms }),
    },
  };
}

/**
 * A price that is a figure, as what is offered: it is zero or more wherever it moves. What costs share of the
 * mechanism's index stays the mechanism's, though nothing is paid by it.
 */
const offerOf = (
  { mechanism: { indexation } }: Bidder,
  price: NumberLike | Figure<"GBP/cases">,
): PriceOffered => ({
  ...(isFigure(price) ? { offered: price.named("priceOffered", price.about) } : {}),
  ...(indexation === undefined ? {} : { indexation }),
});

/** A change of volume as an input of its own, apart from the others; a figure is one already. */
const changeAsked = (change: VolumeChange, index: number): VolumeChange =>
  isFigure(change)
    ? change
    : given(change, "ratio", { name: "change", path: `changes.${String(index)}.change` });

/** The weights of the volumes, and what they come to. */
function weightsOf(changes: readonly LikelyChange[]): {
  readonly weights: readonly Decimal[];
  readonly all: Decimal;
} {
  const weights = changes.map(({ change, weight }, index) => {
    const name = `changes.${String(index)}`;
    const value = givenNumber(weight, `${name}.weight`);
    if (value.isNegative()) throw outOfRange(`${name}.weight`, "zero or more", digitsOf(value));
    const from = changeFrom(change, `${name}.change`);
    if (from.lessThanOrEqualTo(-1))
      throw outOfRange(`${name}.change`, "above -1", digitsOf(from), "No price recovers a cost from nobody.");
    return value;
  });
  const all = weights.reduce((sum, weight) => sum.plus(weight), zero);
  if (all.isZero()) throw outOfRange("changes", "volumes whose weights come to more than nothing", "0");
  return { weights, all };
}

const outcomeAt = (whole: WholeContract, likelihood: Decimal): BidOutcome =>
  Object.freeze({
    ...whole,
    likelihood: digitsOf(likelihood),
    priceNeeded: whole.delivered.value.isZero()
      ? absent("there are no cases, so no price of a case recovers a cost")
      : fullRecoveryPrice(
          {
            cost: whole.cost,
            mobilisationPayments: whole.mobilisation,
            casesDelivered: whole.delivered,
          },
          whole.cost.about,
        ),
  });

/**
 * The least price that is enough at volumes whose chances come to the one asked for: the dearest of the cheapest of them. A
 * reading under which others are cheaper has no answer here.
 */
function priceNeededAt(outcomes: readonly BidOutcome[], chance: Decimal): Maybe<"GBP/cases"> {
  const priced = outcomes.flatMap(({ priceNeeded, likelihood }) =>
    isAbsent(priceNeeded) ? [] : [{ priceNeeded, likelihood: decimalFrom(likelihood) }],
  );
  if (priced.length === 0) return (outcomes[0] as BidOutcome).priceNeeded;
  const { needed, spare, dearer } = cheapestOf(priced, chance.minus(slack));
  const pricesEnough = pricesOf(needed);
  const amiss = pricesAmiss({ pricesSpare: pricesOf(spare), pricesEnough, pricesDearer: pricesOf(dearer) });
  return priceAtChance({ pricesEnough, pricesAmiss: amiss }, pricesEnough[0]?.about);
}

/** What a case must bring at a volume, and how likely that is. */
interface Priced {
  readonly priceNeeded: Figure<"GBP/cases">;
  readonly likelihood: Decimal;
}

const pricesOf = (some: readonly Priced[]): readonly Figure<"GBP/cases">[] =>
  some.map(({ priceNeeded }) => priceNeeded);

/**
 * The cheapest of some volumes whose chances come to the one that is due, or all of them: those that are needed for it, by
 * which the price is decided, and those that could be spared, at which it may be enough or not; and the volumes that are
 * dearer.
 */
function cheapestOf(
  priced: readonly Priced[],
  due: Decimal,
): Readonly<Record<"needed" | "spare" | "dearer", readonly Priced[]>> {
  const cheapestFirst = [...priced].sort((a, b) => a.priceNeeded.value.comparedTo(b.priceNeeded.value));
  let covered = zero;
  const [within, dearer]: [Priced[], Priced[]] = [[], []];
  for (const one of cheapestFirst) {
    if (covered.greaterThanOrEqualTo(due)) dearer.push(one);
    else {
      within.push(one);
      covered = covered.plus(one.likelihood);
    }
  }
  const isSpare = ({ likelihood }: Priced): boolean => covered.minus(likelihood).greaterThanOrEqualTo(due);
  return { needed: within.filter((one) => !isSpare(one)), spare: within.filter(isSpare), dearer };
}

/** A contract that is on offer, under a name: volumes, and a provider's side of it. */
export interface Offer {
  readonly name: string;
  readonly volumes: ContractVolumes;
  readonly provider: Bidder;
  /** What it costs in full, beside the provider's own costs, as in {@link exposure}. */
  readonly cost?: FullCost;
}

/** Contracts side by side: what each comes to in all, at each change of volume. */
export interface SideBySide {
  readonly rows: readonly (WholeContract & { readonly offer: string })[];
  /** What the exposure of each offer points out. */
  readonly pointedOut: readonly (PointedOut & { readonly offer: string })[];
  table(): readonly TableRow[];
}

/**
 * Contracts side by side: the same volumes under several mechanisms, one mechanism under several forecasts, or several
 * costs, each in all its years.
 *
 * @throws ModelError `invalid-data` for offers that are none, and for two of one name, which nobody could tell apart.
 *
 * @example
 * ```ts
 * import { offersSideBySide } from "volumes-and-values/provider";
 *
 * const volumes = { "2021/22": { cases: 1000 } };
 * const costs = [{ name: "staff", perCase: 200 }] as const;
 * const block = { name: "Block", counts: "starts", parts: [{ pay: "block", amount: 210_000 }] } as const;
 * const price = { name: "Price", counts: "starts", parts: [{ pay: "per case", price: 210 }] } as const;
 * offersSideBySide(
 *   [block, price].map((mechanism) => ({
 *     name: mechanism.name,
 *     volumes,
 *     provider: { name: "Us", mechanism, costs },
 *   })),
 *   { changes: ["0.3"] },
 * ).rows.map(({ offer, balance }) => `${offer}: ${balance}`);
 * // => [ 'Block: -50000 GBP', 'Price: 13000 GBP' ]
 * ```
 */
export function offersSideBySide(
  offers: readonly Offer[],
  options: { readonly of?: Filter; readonly changes: readonly VolumeChange[] },
): SideBySide {
  refuse("offers", offerProblems(offers, options));
  const { of = {}, changes } = options;
  for (const [index, change] of changes.entries()) changeFrom(change, `changes.${String(index)}`);
  const exposed = offers.map(({ name, volumes, provider, cost }) => ({
    offer: name,
    of: exposure(volumes, provider, { of, changes: [], ...(cost === undefined ? {} : { cost }) }),
  }));
  const rows = exposed.flatMap((one) =>
    changes.map((change) => Object.freeze({ offer: one.offer, ...one.of.at(change) })),
  );
  pricesTogether(rows.map(({ balance, years }) => ({ figure: balance, year: onlyYearOf(years) })));
  const pointedOut = exposed.flatMap(({ offer, of: { pointedOut: points } }) =>
    points.map((point) => Object.freeze({ offer, ...point })),
  );
  return Object.freeze({
    rows: Object.freeze(rows),
    pointedOut: Object.freeze(pointedOut),
    table: () => rows.map((row) => ({ offer: row.offer, ...wholeRow(row) })),
  });
}

/** The years that money is of: one, or several together, whose prices are those of none. */
const onlyYearOf = (years: readonly { readonly year: string }[]): string =>
  years.map(({ year }) => year).join(" and ");

function offerProblems(
  offers: readonly Offer[],
  options: { readonly of?: Filter; readonly changes: readonly VolumeChange[] },
): readonly Problem[] {
  const formal = [
    ...listProblems(["offers"], offers, "a list of offers"),
    ...objectProblems([], options, { needed: { changes: "a list of changes of volume" }, known: ["of"] }),
  ];
  if (formal.length > 0) return formal;
  const names = offers.map(
    (offer, index) => [["offers", index, "name"], (Object(offer) as Offer).name] as const,
  );
  return [
    ...duplicateProblems(names.filter(([, name]) => typeof name === "string")),
    ...listProblems(["changes"], options.changes, "a list of changes of volume"),
    ...filterProblems(options.of),
    ...offers.flatMap((offer, index) =>
      objectProblems(["offers", index], offer, {
        needed: {
          name: "the name of the offer",
          volumes: "its volumes",
          provider: "the provider's side of it",
        },
        known: ["cost"],
      }),
    ),
  ];
}

const wholeRow = (whole: WholeContract): TableRow => ({
  volume: percent(whole.change),
  cases: grouped(whole.delivered.value, 0),
  income: grouped(whole.income.value, 0),
  cost: grouped(whole.cost.value, 0),
  surplus: grouped(whole.surplus.value, 0),
  subsidy: grouped(whole.subsidy.value, 0),
  unpaid: grouped(whole.unpaid.value, 0),
});
