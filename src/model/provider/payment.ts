import { absent } from "../../absent.ts";
import type { Maybe } from "../../absent.ts";
import {
  cappedCharges,
  chargesBeforeLimits,
  creditableCharges,
  flooredCharges,
  owedToBuyer,
  paymentPerCase,
  serviceCredit,
  serviceCredits,
  totalPayment,
} from "../../formulas/payment.ts";
import { given, isFigure, sum, wrongUnit } from "../../numbers/figure.ts";
import type { Counts, Figure } from "../../numbers/figure.ts";
import { grouped } from "../../numbers/print.ts";
import type { Problem } from "../../errors.ts";
import { describe, digitsOf, isDecimal } from "../../numbers/decimal.ts";
import type { NumberLike } from "../../numbers/decimal.ts";
import { isYearLabel } from "../../vocabulary/calendar.ts";
import { problemsInRange } from "../../vocabulary/checks/assumptions.ts";
import { caseMeasures, parseMechanism } from "../../vocabulary/mechanism.ts";
import type { CaseMeasure, Mechanism } from "../../vocabulary/mechanism.ts";
import { invalidData, listed, problem } from "../../vocabulary/problems.ts";
import type { Path } from "../../vocabulary/problems.ts";
import { nearestWord } from "../../vocabulary/nearest.ts";
import { financialYearOf } from "../calendar.ts";
import type { TableRow } from "../forecast.ts";
import { assumedFigure } from "../inputs.ts";
import { casesOf } from "./case-volumes.ts";
import type { Cases, PaidVolumes } from "./case-volumes.ts";
import { bandCharges, bandsOf, caseCharges, fixedCharges, outcomeCharges, termsIn } from "./charges.ts";
import type { Charge, Standing, YearTerms } from "./charges.ts";
import { objectProblems, refuse } from "./checked-options.ts";
import { datedProblems, isOf } from "./dated-years.ts";
import type { YearDays } from "./dated-years.ts";
import { fallsIn } from "./falls.ts";
import type { Fall } from "./falls.ts";
import { leapsOf } from "./leaps.ts";
import { levelProblems } from "./levels-given.ts";
import { outcomePoints, outcomeProblems } from "./outcomes-given.ts";
import type { PointedOut } from "./overlooked.ts";
import { strangeWords } from "./strange-words.ts";
import { unpaidCases } from "./unpaid.ts";
import { formProblems } from "./volumes.ts";

/** One step from the volume to the money: what it adds, takes off or holds the charges to, and what they come to then. */
export interface PaymentStep {
  readonly step: string;
  /** Where in the mechanism it stands. */
  readonly path: string;
  readonly does: "adds" | "takes off" | "at most" | "at least";
  readonly amount: Figure<"GBP">;
  readonly comesTo: Figure<"GBP">;
  /** Those for whom it is paid, where it is paid one by one. */
  readonly growsWith?: CaseMeasure;
  /** Of which complexity they are, where the price differs by it. */
  readonly complexity?: string;
}

/** What a mechanism pays for a year's volume, step by step. */
export interface Payment {
  readonly mechanism: string;
  readonly counts: CaseMeasure;
  readonly year: string | undefined;
  readonly contracted: Figure<"cases">;
  readonly delivered: Figure<"cases">;
  readonly steps: readonly PaymentStep[];
  /** What the parts come to before any limit. */
  readonly beforeLimits: Figure<"GBP">;
  /** What the parts come to within their limits, before service credits. */
  readonly charges: Figure<"GBP">;
  /** What the provider owes the buyer, where bands take back more than is paid; nothing otherwise. */
  readonly owedToBuyer: Figure<"GBP">;
  readonly serviceCredits: Figure<"GBP">;
  /** What is paid for mobilisation in the year, apart from the charges. */
  readonly mobilisation: Figure<"GBP">;
  readonly total: Figure<"GBP">;
  /**
   * The cases delivered for which nothing is paid. Which bands and complexities have no price is decided before the sum: a
   * reading under which others have none is refused, and `payment` is to be asked again.
   */
  readonly unpaid: Figure<"cases">;
  /** Charges less credits over the cases delivered: mobilisation is apart. */
  readonly perCase: Maybe<"GBP/cases">;
  /** Where one case more brings less money, because the mechanism says so. */
  readonly falls: readonly Fall[];
  /**
   * Where more came of the cases than there were: some are of an earlier year, or one of two numbers is wrong; and where
   * growth seems to be given for the index of what is paid.
   */
  readonly pointedOut: readonly Omit<PointedOut, "year">[];
  /** The steps as text, for `console.table`. */
  table(): readonly TableRow[];
}

/**
 * What a payment mechanism pays for a year's volume, each step a figure: the parts one by one, the limits, service
 * credits and mobilisation; and how many of the cases delivered nothing is paid for.
 *
 * Payment never falls as the volume rises, unless the mechanism has a price below zero: `falls` then says where, as far
 * as `atMost` and `atLeast` let it. Bands may
 * take back more than is paid: `owedToBuyer` is then what the provider owes. Mobilisation is paid in the year of its day,
 * and before the first year in the first, where `firstYear` says which that is.
 *
 * @param mechanism - how the contract pays; every number in it is the caller's
 * @param volumes - what was contracted and what was delivered, in what the mechanism counts
 * @throws ModelError `invalid-data` with every problem of the mechanism, for volumes with a name or a year that nobody
 * knows, where it asks for what the volumes do not say: a year, a complexity, an outcome, a performance; and for an
 * outcome of what the mechanism counts that is another number than was delivered;
 * `wrong-unit` for a volume of another measure.
 *
 * @example
 * ```ts
 * import { payment } from "volumes-and-values/provider";
 *
 * const bands = {
 *   name: "Bands (illustrative)",
 *   counts: "referrals",
 *   parts: [
 *     {
 *       pay: "bands",
 *       amount: 510_000,
 *       below: [{ beyond: "0.1", price: 150 }],
 *       above: [
 *         { beyond: "0.1", price: 150 },
 *         { beyond: "0.2", price: 0 },
 *       ],
 *     },
 *   ],
 * } as const;
 * const paid = payment(bands, { contracted: 2040, delivered: 2652 });
 * paid.total; // => Figure 540,600 GBP · totalPayment
 * paid.unpaid; // => Figure 408 cases · casesUnpaid
 * ```
 */
export function payment(mechanism: Mechanism, volumes: PaidVolumes): Payment {
  const parsed = parseMechanism(mechanism);
  refuse("volume", paidProblems(volumes));
  refuse("volume", levelProblems(volumes, parsed.counts));
  return paymentFor(parsed, volumes, daysOf(volumes));
}

/** The keys of the volumes that are paid for. */
export const paidNames = ["year", "firstYear", "contracted", "delivered", "outcomes", "performance"] as const;

/** What is wrong with the volumes that a payment is asked for. */
function paidProblems(volumes: PaidVolumes): readonly Problem[] {
  const formal = objectProblems(["volumes"], volumes, { known: paidNames });
  if (formal.length > 0) return formal;
  const { outcomes = {}, performance = {} } = volumes;
  return [
    ...(["year", "firstYear"] as const).flatMap((name) => {
      const year: unknown = volumes[name];
      return year === undefined || (typeof year === "string" && isYearLabel(year))
        ? []
        : [problem(["volumes", name], 'a year, as "2021/22" or "contract year 1"', describe(year))];
    }),
    ...objectProblems(["volumes", "outcomes"], outcomes, { known: caseMeasures }),
    ...(typeof (performance as unknown) === "object" && (performance as unknown) !== null
      ? Object.entries(performance).flatMap(([name, share]) =>
          (share as unknown) === undefined ? [] : shareProblems(["volumes", "performance", name], share),
        )
      : [problem(["volumes", "performance"], "an object", describe(performance))]),
  ];
}

/** What is wrong with a share that was achieved: it is none, or no number at all. */
function shareProblems(path: readonly string[], share: NumberLike | Counts | Figure): readonly Problem[] {
  if (!isFigure(share)) return formProblems(path, isDecimal(share) ? digitsOf(share) : share, "share");
  return share.unit === "ratio" ? problemsInRange(path, "share", digitsOf(share.value)) : [];
}

/** The days of one year, where it has any; from the first on, all before it too. */
function daysOf({ year, firstYear }: PaidVolumes): YearDays | undefined {
  if (year === undefined || year.startsWith("contract")) return undefined;
  const { from, to } = financialYearOf(`${year.slice(0, 4)}-04-01`);
  return year === firstYear ? { to } : { from, to };
}

/** The same, of a mechanism that was read, in a year of some days, and where it stands. */
export function paymentFor(
  mechanism: Mechanism,
  volumes: PaidVolumes,
  days: YearDays | undefined,
  standing: Standing = { at: [] },
): Payment {
  const { counts } = mechanism;
  const { year } = volumes;
  const path = year === undefined ? "volumes" : `volumes.${year}`;
  const contracted = casesOf(volumes.contracted, "casesContracted", counts, `${path}.contracted`);
  const delivered = casesOf(volumes.delivered, "casesDelivered", counts, `${path}.delivered`);
  refuse("volume", [
    ...strangePrices(mechanism, [contracted, delivered], standing.at),
    ...outcomeProblems({ counts, cases: delivered.total, outcomes: volumes.outcomes, path }),
  ]);
  return paid(termsIn(mechanism, year, standing), { ...volumes, contracted, delivered }, days, path);
}

/** Prices of a complexity that nobody knows. */
function strangePrices({ parts }: Mechanism, volumes: readonly Cases[], at: Path): readonly Problem[] {
  const stated = volumes.flatMap(({ levels }) => levels);
  return parts.flatMap((part, index) =>
    part.pay === "per case"
      ? strangeWords(
          [...at, "parts", index, "price"],
          part.price,
          stated.map(({ complexity }) => ({ complexity })),
        )
      : [],
  );
}

/** Volumes that were read as cases. */
type Read = Omit<PaidVolumes, "contracted" | "delivered"> & {
  readonly contracted: Cases;
  readonly delivered: Cases;
};

function paid(terms: YearTerms, volumes: Read, days: YearDays | undefined, path: string): Payment {
  const { mechanism, at } = terms;
  const { year, contracted, delivered, outcomes, performance } = volumes;
  const about = { ...(year === undefined ? {} : { year }), ...terms.prices };
  const bands = bandsOf(terms, contracted.total);
  const fixed = fixedCharges(terms);
  const each = caseCharges(terms, delivered);
  const others = outcomeCharges(terms, outcomes, path);
  const steps = chargeSteps([
    ...fixed,
    ...each,
    ...bandCharges(bands, delivered.total, mechanism.counts),
    ...others,
  ]);

  const limit = (name: "atMost" | "atLeast", called: string): Figure<"GBP"> | undefined => {
    const value = mechanism[name];
    return value === undefined ? undefined : terms.amount([...at, name], called, value);
  };
  const maximumPayment = limit("atMost", "maximumPayment");
  const minimumPayment = limit("atLeast", "minimumPayment");
  const unlimited = chargesOf(steps);
  const capped =
    maximumPayment === undefined ? unlimited : cappedCharges({ charges: unlimited, maximumPayment }, about);
  const charges =
    minimumPayment === undefined ? capped : flooredCharges({ charges: capped, minimumPayment }, about);
  const limits: PaymentStep[] = [
    ...stepOf("annual maximum", [...at, "atMost"].join("."), "at most", maximumPayment, capped),
    ...stepOf("annual minimum", [...at, "atLeast"].join("."), "at least", minimumPayment, charges),
  ];

  const credits = creditsOf(terms, charges, performance, path);
  const milestones = milestonesOf(terms, days);
  const paidWith = (reached: typeof milestones): Figure<"GBP"> =>
    totalPayment(
      { charges, serviceCredits: credits, mobilisationPayments: reached.map(({ amount }) => amount) },
      about,
    );
  const total = paidWith(milestones);
  const nothing = delivered.total.value.isZero();
  const all = [
    ...steps,
    ...limits,
    ...(mechanism.serviceCredits === undefined
      ? []
      : stepOf(
          "service credits",
          [...at, "serviceCredits"].join("."),
          "takes off",
          credits,
          charges.minus(credits),
        )),
    ...milestones.flatMap(({ name, amount, path: on }, index) =>
      stepOf(name, on, "adds", amount, paidWith(milestones.slice(0, index + 1))),
    ),
  ];
  return Object.freeze({
    mechanism: mechanism.name,
    counts: mechanism.counts,
    year,
    contracted: contracted.total,
    delivered: delivered.total,
    steps: Object.freeze(all),
    beforeLimits: unlimited,
    charges,
    owedToBuyer: owedToBuyer({ charges }, about),
    serviceCredits: credits,
    mobilisation: sum(
      "GBP",
      milestones.map(({ amount }) => amount),
    ).named("mobilisationPayments", about),
    total,
    unpaid: unpaidCases({
      counts: mechanism.counts,
      contracted,
      delivered,
      bands,
      each,
      fixed: [...fixed, ...others],
      maximumPayment,
    }),
    perCase: nothing
      ? absent(`no ${mechanism.counts} were delivered, so there is no payment for one`)
      : paymentPerCase({ charges, serviceCredits: credits, casesDelivered: delivered.total }, about),
    falls: fallsIn({
      counts: mechanism.counts,
      fixed,
      bands,
      each,
      outcomes: others.length > 0,
      maximumPayment,
      minimumPayment,
    }),
    pointedOut: Object.freeze([
      ...outcomePoints({ counts: mechanism.counts, cases: delivered.total, outcomes, path }),
      ...leapsOf(mechanism.indexation, [...at, "indexation"]).map(({ path: where, message }) =>
        Object.freeze({ path: where, message }),
      ),
    ]),
    table: () =>
      all.map(({ step, does, amount, comesTo }) => ({
        step,
        does,
        amount: grouped(amount.value, 0),
        "comes to": grouped(comesTo.value, 0),
      })),
  });
}

function chargeSteps(charges: readonly Charge[]): readonly PaymentStep[] {
  const payments: Figure<"GBP">[] = [];
  const takenBack: Figure<"GBP">[] = [];
  return charges.map(({ step, path, amount, takesBack, growsWith, complexity }) => {
    (takesBack ? takenBack : payments).push(amount);
    const comesTo = chargesBeforeLimits({ payments: [...payments], takenBack: [...takenBack] });
    return Object.freeze({
      step,
      path,
      does: takesBack ? "takes off" : "adds",
      amount,
      comesTo,
      ...(growsWith === undefined ? {} : { growsWith }),
      ...(complexity === undefined ? {} : { complexity }),
    });
  });
}

/** What the parts come to. A mechanism has one part at least, and it may be for cases of which there are none. */
const chargesOf = (steps: readonly PaymentStep[]): Figure<"GBP"> =>
  steps.at(-1)?.comesTo ?? chargesBeforeLimits({ payments: [], takenBack: [] });

const stepOf = (
  step: string,
  path: string,
  does: PaymentStep["does"],
  amount: Figure<"GBP"> | undefined,
  comesTo: Figure<"GBP">,
): PaymentStep[] => (amount === undefined ? [] : [Object.freeze({ step, path, does, amount, comesTo })]);

const noCredits = /* @__PURE__ */ given(0, "GBP", {
  name: "serviceCredits",
  source: "the mechanism has no service credits",
});

function creditsOf(
  { mechanism: { serviceCredits: due }, at: place }: YearTerms,
  charges: Figure<"GBP">,
  performance: PaidVolumes["performance"],
  path: string,
): Figure<"GBP"> {
  if (due === undefined) {
    refuseUnknown(performance, [], path);
    return noCredits;
  }
  const { atMostShare, measures } = due;
  refuseUnknown(
    performance,
    measures.map(({ name }) => name),
    path,
  );
  const creditable = creditableCharges({ charges });
  const credits = measures.map(({ name, targetShare, creditPerShortfall }, index) => {
    const at = [...place, "serviceCredits", "measures", index];
    const about = { measure: name };
    return serviceCredit(
      {
        charges: creditable,
        targetShare: assumedFigure(
          [...at, "targetShare"],
          { name: "targetShare", unit: "ratio" },
          targetShare,
          about,
        ),
        achievedShare: achieved(performance, name, path),
        creditPerShortfall: assumedFigure(
          [...at, "creditPerShortfall"],
          { name: "creditPerShortfall", unit: "ratio" },
          creditPerShortfall,
          about,
        ),
      },
      about,
    );
  });
  const most = assumedFigure(
    [...place, "serviceCredits", "atMostShare"],
    { name: "atMostShare", unit: "ratio" },
    atMostShare,
    {},
  );
  return serviceCredits({ credits, charges: creditable, atMostShare: most });
}

/** What was achieved of a measure. Not measured is not achieved, and not missed either: it must be said. */
function achieved(performance: PaidVolumes["performance"], name: string, path: string): Figure<"ratio"> {
  const value = performance !== undefined && Object.hasOwn(performance, name) ? performance[name] : undefined;
  const at = `${path}.performance.${name}`;
  if (value === undefined)
    throw invalidData("volume", [
      problem([at], "the share achieved, on which a service credit hangs", "nothing"),
    ]);
  if (!isFigure(value))
    return given(value, "ratio", { name: "achievedShare", path: at, about: { measure: name } });
  if (value.unit !== "ratio") throw wrongUnit("ratio", value, at);
  return value.in("ratio");
}

function refuseUnknown(
  performance: PaidVolumes["performance"],
  known: readonly string[],
  path: string,
): void {
  const unknown = Object.keys(performance ?? {}).filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  const due =
    known.length === 0 ? "no performance: the mechanism has no service credits" : `one of ${listed(known)}`;
  throw invalidData(
    "volume",
    unknown.map((name) =>
      problem([path, "performance", name], due, JSON.stringify(name), { nearest: nearestWord(name, known) }),
    ),
  );
}

/** The milestones that are paid in a year. */
function milestonesOf(
  { mechanism: { mobilisation = [] }, year, at }: YearTerms,
  days: YearDays | undefined,
): readonly { readonly name: string; readonly path: string; readonly amount: Figure<"GBP"> }[] {
  if (mobilisation.length > 0 && year === undefined)
    throw invalidData("volume", [
      problem(["volumes", "year"], "the financial year, since mobilisation is paid on days", "nothing"),
    ]);
  if (days === undefined) {
    refuse("volume", datedProblems([...at, "mobilisation"], mobilisation, undefined));
    return [];
  }
  return mobilisation.flatMap(({ name, amount, on }, index) => {
    if (!isOf(days, on)) return [];
    const path = [...at, "mobilisation", index, "amount"];
    const figure = assumedFigure(path, { name: "mobilisationPayment", unit: "GBP" }, amount, {
      milestone: name,
    });
    return [{ name, path: path.join("."), amount: figure }];
  });
}
