import {
  averagePrice,
  bandAboveBegins,
  bandBelowBegins,
  casePayment,
  casesBeyond,
  casesInBand,
  casesShortInBand,
  casesShortOf,
  indexedAmount,
  indexedPrice,
  paymentIndex,
} from "../../formulas/payment.ts";
import { given } from "../../numbers/figure.ts";
import type { About, Figure } from "../../numbers/figure.ts";
import { readable } from "../../numbers/print.ts";
import type { AssumptionBy } from "../../vocabulary/assumption.ts";
import { numberIn } from "../../vocabulary/checks/mechanism.ts";
import type { CaseMeasure, Mechanism, PaymentPart } from "../../vocabulary/mechanism.ts";
import { pricesTogether } from "../../vocabulary/other-prices.ts";
import { nominal, pricesText } from "../../vocabulary/prices.ts";
import { invalidData, listed, problem } from "../../vocabulary/problems.ts";
import type { Path } from "../../vocabulary/problems.ts";
import { assumedFigure } from "../inputs.ts";
import { chosenFigure } from "./assumed.ts";
import { casesFrom } from "./case-volumes.ts";
import type { Cases, PaidVolumes } from "./case-volumes.ts";

export const subject = "payment mechanism";

/** A sum that a part of the mechanism pays, or takes back where the volume falls short. */
export interface Charge {
  readonly step: string;
  /** Where in the mechanism its price or amount stands. */
  readonly path: string;
  readonly amount: Figure<"GBP">;
  readonly takesBack: boolean;
  /** Those for whom it is paid; nobody, where it is paid whatever the volume. */
  readonly growsWith: CaseMeasure | undefined;
  readonly complexity: string | undefined;
}

/** Cases from one edge to the next, upwards, and what one more of them brings under the bands. */
export interface Band {
  readonly begins: Figure<"cases">;
  readonly ends: Figure<"cases"> | undefined;
  readonly price: Figure<"GBP/cases">;
  readonly path: string;
  readonly side: "below" | "above";
  /** How far from the contracted volume it begins, as a person reads it. */
  readonly label: string;
}

/** A mechanism made ready for one year. */
export interface YearTerms {
  readonly mechanism: Mechanism;
  readonly year: string | undefined;
  /** Where the mechanism stands in what holds it. */
  readonly at: Path;
  /** The prices that its payments are in, where they are indexed. */
  readonly prices: About;
  amount(path: Path, name: string, value: AssumptionBy): Figure<"GBP">;
  price(path: Path, value: AssumptionBy, complexity?: string): Figure<"GBP/cases">;
}

/** Where a mechanism stands, and the price that each case is offered at in place of its own. */
export interface Standing {
  readonly at: Path;
  readonly offered?: Figure<"GBP/cases"> | undefined;
}

/** The amounts and prices of a mechanism in a year, with indexation where it has one. */
export function termsIn(
  mechanism: Mechanism,
  year: string | undefined,
  { at, offered }: Standing,
): YearTerms {
  const index = indexIn(mechanism.indexation, subject, () => [...at, "indexation"], year);
  const prices = offered === undefined ? pricesOf(mechanism.indexation) : pricesSaid([offered], year);
  const ofYear = { ...(year === undefined ? {} : { year }), ...prices };
  return {
    mechanism,
    year,
    at,
    prices,
    amount: (path, name, value) => {
      const amount = chosenFigure(subject, path, { name, unit: "GBP" }, value, { year });
      return index === undefined
        ? amount
        : indexedAmount({ amount, paymentIndex: index }, { ...amount.about, ...ofYear });
    },
    price: (path, value, complexity) => {
      if (offered !== undefined) return offered;
      const price = chosenFigure(subject, path, { name: "price", unit: "GBP/cases" }, value, {
        complexity,
        year,
      });
      return index === undefined
        ? price
        : indexedPrice({ price, paymentIndex: index }, { ...price.about, ...ofYear });
    },
  };
}

/** The prices that money of a year says it is in, all of it together. */
export function pricesSaid(money: readonly Figure[], year: string | undefined): About {
  const prices = pricesTogether(money.map((figure) => ({ figure, year })));
  return prices === undefined ? {} : { prices };
}

/** What indexed money says of its prices: it is nominal. */
export const pricesOf = (indexation: Mechanism["indexation"]): About =>
  indexation === undefined ? {} : { prices: pricesText(nominal) };

/** The index of a year over that of its base, each where it stands; none where nothing is indexed. */
export function indexIn(
  indexation: Mechanism["indexation"],
  of: string,
  placeOf: (label: string) => Path,
  year: string | undefined,
): Figure<"ratio"> | undefined {
  if (indexation === undefined || indexation === nominal) return undefined;
  if (year === undefined)
    throw invalidData("volume", [
      problem(["volumes", "year"], "the year, since prices are indexed", "nothing"),
    ]);
  const { base, index } = indexation;
  const figureOf = (label: string): Figure<"ratio"> => {
    const at = [...placeOf(label), "index", "values", label];
    const value = index.values[label];
    if (value === undefined) {
      const mend = `Known: ${listed(Object.keys(index.values))}. Add it.`;
      throw invalidData(of, [problem(at, `the index of ${label}`, "none", { mend })]);
    }
    const logged =
      typeof value === "object" ? { source: index.source, ...value } : { value, source: index.source };
    return assumedFigure(at, { name: "index", unit: "ratio" }, logged, { index: index.name, year: label });
  };
  return paymentIndex({ index: figureOf(year), baseIndex: figureOf(base) }, { year });
}

/** No cases: where a band below begins, if no other does further down. */
export const none = /* @__PURE__ */ given(0, "cases", { name: "none", source: "no volume" });

type BandsPart = Extract<PaymentPart, { readonly pay: "bands" }>;

/** The bands of a mechanism, from no volume upwards. */
export function bandsOf(terms: YearTerms, contracted: Figure<"cases">): readonly Band[] {
  return terms.mechanism.parts.flatMap((part, index) =>
    part.pay === "bands" ? bandsIn(part, [...terms.at, "parts", index], terms, contracted) : [],
  );
}

function bandsIn(
  part: BandsPart,
  path: Path,
  terms: YearTerms,
  contracted: Figure<"cases">,
): readonly Band[] {
  const side = (name: "below" | "above"): readonly Band[] => {
    const edges = (part[name] ?? []).map(({ beyond, price }, index) => {
      const at = [...path, name, index];
      const edge = assumedFigure([...at, "beyond"], { name: "beyond", unit: "ratio" }, beyond, {});
      const begins =
        name === "above"
          ? bandAboveBegins({ casesContracted: contracted, beyond: edge })
          : bandBelowBegins({ casesContracted: contracted, shortShare: edge });
      const share = numberIn(beyond).times(100);
      return {
        begins,
        price: terms.price([...at, "price"], price),
        path: [...at, "price"].join("."),
        side: name,
        label: `more than ${readable(share)}% ${name} the contracted volume`,
      };
    });
    if (name === "above") return edges.map((edge, index) => ({ ...edge, ends: edges[index + 1]?.begins }));
    // Below, a band goes down from where it begins: turned round, so that every band goes upwards.
    return edges
      .map((edge, index) => ({ ...edge, begins: edges[index + 1]?.begins ?? none, ends: edge.begins }))
      .reverse();
  };
  return [...side("below"), ...side("above")];
}

/** What bands pay for a volume, and what they take back. */
export const bandCharges = (
  bands: readonly Band[],
  cases: Figure<"cases">,
  counts: CaseMeasure,
): readonly Charge[] =>
  bands.map((band) => {
    const { price, path, side, label } = band;
    return {
      step: label,
      path,
      amount: casePayment({ cases: movedIn(band, cases), price }, { band: label }),
      takesBack: side === "below",
      growsWith: counts,
      complexity: undefined,
    };
  });

/** The cases that a band counts: those delivered in it, above; those missing in it, below. */
function movedIn({ begins, ends, side }: Band, cases: Figure<"cases">): Figure<"cases"> {
  if (side === "above")
    return ends === undefined
      ? casesBeyond({ cases, bandBegins: begins })
      : casesInBand({ cases, bandBegins: begins, bandEnds: ends });
  const from = ends as Figure<"cases">;
  return begins === none
    ? casesShortOf({ cases, bandBegins: from })
    : casesShortInBand({ cases, bandBegins: from, bandEnds: begins });
}

/** What is paid whatever the volume: blocks, and the contracted volume of bands. */
export const fixedCharges = (terms: YearTerms): readonly Charge[] =>
  terms.mechanism.parts.flatMap((part, index) => {
    if (part.pay !== "block" && part.pay !== "bands") return [];
    const path = [...terms.at, "parts", index, "amount"];
    const step = part.pay === "block" ? "block" : "contracted volume";
    const amount = terms.amount(path, "amount", part.amount);
    return [{ step, path: path.join("."), amount, takesBack: false, ...whateverTheVolume }];
  });

const whateverTheVolume = { growsWith: undefined, complexity: undefined } as const;

/** What is paid for each case, a line for each complexity. */
export const caseCharges = (terms: YearTerms, { levels }: Cases): readonly (Charge & CasePrice)[] =>
  terms.mechanism.parts.flatMap((part, index) => {
    if (part.pay !== "per case") return [];
    const path = [...terms.at, "parts", index, "price"];
    return levels.map(({ complexity, cases }) => {
      const price = terms.price(path, part.price, complexity);
      const about = complexity === undefined ? {} : { complexity };
      return {
        step: complexity === undefined ? "each case" : `each case, ${complexity}`,
        path: path.join("."),
        amount: casePayment({ cases, price }, about),
        takesBack: false,
        growsWith: terms.mechanism.counts,
        price,
        complexity,
      };
    });
  });

/** The price at which cases are paid for one by one. */
export interface CasePrice {
  readonly price: Figure<"GBP/cases">;
}

/** What is paid for what comes of the cases. */
export const outcomeCharges = (
  terms: YearTerms,
  outcomes: PaidVolumes["outcomes"],
  volumesPath: string,
): readonly Charge[] =>
  terms.mechanism.parts.flatMap((part, index) => {
    if (part.pay !== "outcomes") return [];
    const { counts } = part;
    const count = outcomes?.[counts];
    if (count === undefined) throw missingOutcome(counts, volumesPath);
    const path = [...terms.at, "parts", index, "price"];
    const about = { outcome: counts };
    const cases = casesFrom(count, "outcomes", counts, `${volumesPath}.outcomes.${counts}`, about);
    return [
      {
        step: `outcomes: ${counts}`,
        path: path.join("."),
        amount: casePayment({ cases, price: terms.price(path, part.price) }, about),
        takesBack: false,
        growsWith: counts,
        complexity: undefined,
      },
    ];
  });

const missingOutcome = (counts: string, path: string) =>
  invalidData("volume", [
    problem([path, "outcomes", counts], `the ${counts} that the mechanism pays for`, "nothing"),
  ]);

/** What one more case brings on average, apart from bands; none where cases are not paid for one by one. */
export const averagePriceOf = (
  charges: readonly Charge[],
  delivered: Figure<"cases">,
): Figure<"GBP/cases"> | undefined =>
  charges.length === 0 || delivered.value.isZero()
    ? undefined
    : averagePrice({
        casePayments: charges.map(({ amount }) => amount),
        casesDelivered: delivered.named("casesAtAveragePrice", delivered.about),
      });
