import type { Problem } from "../../errors.ts";
import { decimalFrom, digitsOf, dividedBy } from "../../numbers/decimal.ts";
import type { Decimal } from "../../numbers/decimal.ts";
import { isCounts } from "../../numbers/figure.ts";
import type { Assumption, AssumptionBy } from "../assumption.ts";
import { choicesIn, chosenFor } from "../choices.ts";
import type { CaseMeasure, Mechanism, PaymentPart } from "../mechanism.ts";
import { twiceProblems } from "../listed-figures.ts";
import { nominal } from "../prices.ts";
import { percentMeant } from "../percentage.ts";
import { listed, problem } from "../problems.ts";
import type { Path } from "../problems.ts";
import type { Range } from "../slots.ts";
import { isLater } from "../stages.ts";
import { problemsInRange } from "./assumptions.ts";
import { choiceProblems } from "./choices.ts";
import { duplicateProblems } from "./duplicates.ts";

type Bands = Extract<PaymentPart, { readonly pay: "bands" }>;
type Edges = NonNullable<Bands["above"]>;

/** What is wrong with a mechanism of the right form: numbers out of range, and parts that contradict each other. */
export function mechanismProblems(mechanism: Mechanism): readonly Problem[] {
  const { parts, serviceCredits, indexation, mobilisation = [] } = mechanism;
  return [
    ...parts.flatMap((part, index) => partProblems(part, ["parts", index], mechanism)),
    ...secondParts(mechanism),
    ...limitProblems(mechanism),
    ...(serviceCredits === undefined ? [] : creditProblems(serviceCredits)),
    ...indexationProblems(indexation, ["indexation"]),
    ...datedAmountProblems(mobilisation, ["mobilisation"]),
    ...termsProblems(mechanism),
  ];
}

function partProblems(part: PaymentPart, path: Path, { counts }: Mechanism): readonly Problem[] {
  switch (part.pay) {
    case "block":
      return choiceProblems([...path, "amount"], part.amount, "zero or more", ["year"]);
    case "per case":
      return choiceProblems([...path, "price"], part.price, "zero or more", ["complexity", "year"]);
    case "bands":
      return bandsProblems(part, path);
    case "outcomes":
      return [
        ...choiceProblems([...path, "price"], part.price, "zero or more", ["year"]),
        ...outcomeProblems([...path, "counts"], part.counts, counts),
      ];
  }
}

/** Outcomes that are what the mechanism counts, or that come before it. */
function outcomeProblems(path: Path, outcome: CaseMeasure, counts: CaseMeasure): readonly Problem[] {
  if (outcome === counts)
    return [
      problem(path, `another measure than the ${counts} that the mechanism counts`, `"${counts}"`, {
        mend: 'Pay for these "per case".',
      }),
    ];
  if (!isLater(counts, outcome)) return [];
  return [
    problem(path, `what comes of the ${counts} that the mechanism counts`, `"${outcome}"`, {
      mend: `Let the mechanism count the ${outcome}, and pay for ${counts} as outcomes.`,
    }),
  ];
}

function bandsProblems({ amount, below, above }: Bands, path: Path): readonly Problem[] {
  return [
    ...choiceProblems([...path, "amount"], amount, "zero or more", ["year"]),
    ...(below === undefined && above === undefined
      ? [
          problem(path, "bands below, above, or both", "neither", {
            mend: 'A sum that never moves is a "block".',
          }),
        ]
      : []),
    ...edgeProblems(below ?? [], [...path, "below"], "share"),
    ...edgeProblems(above ?? [], [...path, "above"], "zero or more"),
    ...(above ?? []).flatMap(({ beyond }, index) => farProblems([...path, "above", index, "beyond"], beyond)),
  ];
}

/** A tolerance of so many times the contracted volume is one in percent. */
function farProblems(path: Path, beyond: Assumption): readonly Problem[] {
  const share = numberIn(beyond);
  if (share.lessThan(tooFar)) return [];
  const digits = digitsOf(share);
  return [
    problem(path, `less than ${String(tooFar)}, which is six times the contracted volume`, digits, {
      mend: percentMeant(share),
    }),
  ];
}

const tooFar = 5;

/** Bands that overlap, or that begin where none can. A price may be below zero: then a case more takes money back. */
function edgeProblems(edges: Edges, path: Path, range: Range): readonly Problem[] {
  const outside = edges.flatMap(({ beyond }, index) =>
    problemsInRange([...path, index, "beyond"], range, beyond),
  );
  if (outside.length > 0) return outside;
  return edges.flatMap(({ beyond }, index) => {
    const before = edges[index - 1];
    if (before === undefined || numberIn(beyond).greaterThan(numberIn(before.beyond))) return [];
    const least = digitsOf(numberIn(before.beyond));
    return [
      problem(
        [...path, index, "beyond"],
        `more than the ${least} of the band before`,
        digitsOf(numberIn(beyond)),
      ),
    ];
  });
}

/** Of what a mechanism has one, and what to do with two; it may have several blocks. */
interface Single {
  readonly expected: string;
  readonly mend: string;
}

const priceOf = (counts: CaseMeasure): Single => ({
  expected: `one price for each of the ${counts}`,
  mend: "Give one part for both prices together.",
});

/** What there is one of, for each way to pay. */
function singleOf(part: PaymentPart, counts: CaseMeasure): Single | undefined {
  switch (part.pay) {
    case "block":
      return undefined;
    case "per case":
      return priceOf(counts);
    case "bands":
      return { expected: "one part that pays in bands", mend: "Put all bands into one part." };
    case "outcomes":
      return priceOf(part.counts);
  }
}

/** Parts that pay a second time for the same. */
function secondParts({ parts, counts }: Mechanism): readonly Problem[] {
  const first = new Map<string, number>();
  return parts.flatMap((part, index) => {
    const single = singleOf(part, counts);
    if (single === undefined) return [];
    const { expected, mend } = single;
    const before = first.get(expected);
    if (before !== undefined)
      return [problem(["parts", index], expected, `another, beside parts.${String(before)}`, { mend })];
    first.set(expected, index);
    return [];
  });
}

function limitProblems({ parts, atMost, atLeast }: Mechanism): readonly Problem[] {
  const limits = [["atMost", atMost] as const, ["atLeast", atLeast] as const];
  const outside = limits.flatMap(([name, limit]) =>
    limit === undefined ? [] : choiceProblems([name], limit, "zero or more", ["year"]),
  );
  if (outside.length > 0 || atMost === undefined) return outside;
  const fixed = parts.flatMap((part, index) =>
    "amount" in part ? [{ path: ["parts", index, "amount"], amount: part.amount }] : [],
  );
  const lower = [...(atLeast === undefined ? [] : [{ path: ["atLeast"], amount: atLeast }]), ...fixed];
  const alone = lower.flatMap(({ path, amount }) =>
    yearsIn([atMost, amount])
      .flatMap((year) => aboveLimit(path, amount, atMost, year))
      .slice(0, 1),
  );
  if (alone.length > 0) return alone;
  const amounts = fixed.map(({ amount }) => amount);
  return yearsIn([atMost, ...amounts])
    .flatMap((year) => togetherAboveLimit(amounts, atMost, year))
    .slice(0, 1);
}

/** Every year that amounts name, and one that they do not. */
const yearsIn = (amounts: readonly AssumptionBy[]): readonly string[] => [
  "any",
  ...new Set(amounts.flatMap((one) => choicesIn([], one).flatMap(({ words }) => words))),
];

/** Sums that are paid in any case, and come to more together than is paid at all. */
function togetherAboveLimit(
  amounts: readonly AssumptionBy[],
  atMost: AssumptionBy,
  year: string,
): readonly Problem[] {
  const most = chosenFor(["atMost"], atMost, { year });
  const sums = amounts.map((amount) => chosenFor([], amount, { year }));
  if (!("value" in most) || !sums.every((one) => "value" in one)) return [];
  const together = sums.reduce((all, { value }) => all.plus(numberIn(value)), decimalFrom(0));
  const high = numberIn(most.value);
  if (together.lessThanOrEqualTo(high)) return [];
  const expected = `amounts that come to at most the ${digitsOf(high)} of ${most.path.join(".")}`;
  return [problem(["parts"], expected, `${digitsOf(together)} together`)];
}

/** A sum that is paid in any case, above the most that is paid at all. */
function aboveLimit(
  path: Path,
  amount: AssumptionBy,
  atMost: AssumptionBy,
  year: string,
): readonly Problem[] {
  const [most, least] = [chosenFor(["atMost"], atMost, { year }), chosenFor(path, amount, { year })];
  if (!("value" in most) || !("value" in least)) return [];
  const [high, low] = [numberIn(most.value), numberIn(least.value)];
  if (low.lessThanOrEqualTo(high)) return [];
  return [problem(least.path, `at most the ${digitsOf(high)} of ${most.path.join(".")}`, digitsOf(low))];
}

const creditProblems = ({
  atMostShare,
  measures,
}: NonNullable<Mechanism["serviceCredits"]>): readonly Problem[] => [
  ...problemsInRange(["serviceCredits", "atMostShare"], "share", atMostShare),
  ...measures.flatMap(({ targetShare, creditPerShortfall }, index) => {
    const path = ["serviceCredits", "measures", index];
    return [
      ...problemsInRange([...path, "targetShare"], "share", targetShare),
      ...choiceProblems([...path, "creditPerShortfall"], creditPerShortfall, "zero or more", []),
    ];
  }),
  ...duplicateProblems(
    measures.map(({ name }, index) => [["serviceCredits", "measures", index, "name"], name]),
  ),
];

/** An index of nothing, or without the year against which it is read. */
export function indexationProblems(indexation: Mechanism["indexation"], path: Path): readonly Problem[] {
  if (indexation === undefined || indexation === nominal) return [];
  const { base, index } = indexation;
  const years = Object.keys(index.values);
  return [
    ...Object.entries(index.values).flatMap(([year, value]) =>
      problemsInRange([...path, "index", "values", year], "above zero", value),
    ),
    ...(years.includes(base)
      ? []
      : [problem([...path, "base"], `a year of the index: ${listed(years)}`, JSON.stringify(base))]),
  ];
}

/** Sums below nought, or that stand twice on a day. */
export const datedAmountProblems = (
  amounts: NonNullable<Mechanism["mobilisation"]>,
  path: Path,
): readonly Problem[] => [
  ...amounts.flatMap(({ amount }, index) =>
    problemsInRange([...path, index, "amount"], "zero or more", amount),
  ),
  ...twiceProblems(
    amounts.map(({ name, on }) => `${name} on ${on}`),
    (index) => [...path, index],
  ),
];

function termsProblems({ terms }: Mechanism): readonly Problem[] {
  if (terms === undefined) return [];
  const { monthsInArrears, onAccount, reconciledAfter } = terms;
  const path = ["terms", "reconciledAfter"];
  if (onAccount === "delivered")
    return reconciledAfter === undefined
      ? []
      : [problem(path, "nothing, since what is delivered is what is due", String(reconciledAfter))];
  if (reconciledAfter === undefined)
    return [
      problem(path, "the months after a year's end in which accounts are settled", "nothing", {
        mend: "What is paid on account of the contracted volume is not yet what is due.",
      }),
    ];
  return reconciledAfter < monthsInArrears
    ? [problem(path, `at least the ${String(monthsInArrears)} of monthsInArrears`, String(reconciledAfter))]
    : [];
}

/** The number of an assumption. */
export function numberIn(assumption: Assumption): Decimal {
  if (typeof assumption !== "object") return decimalFrom(assumption);
  return isCounts(assumption)
    ? dividedBy(decimalFrom(assumption.count), decimalFrom(assumption.of))
    : decimalFrom(assumption.value);
}
