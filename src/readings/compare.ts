import * as z from "zod/mini";
import { absent, isAbsent } from "../absent.ts";
import type { Absent, Maybe } from "../absent.ts";
import { describe } from "../numbers/decimal.ts";
import { isFigure } from "../numbers/figure.ts";
import type { Figure, FigureJson } from "../numbers/figure.ts";
import { readable } from "../numbers/print.ts";
import type { FigureBasis } from "../vocabulary/basis.ts";
import { invalidData, problem } from "../vocabulary/problems.ts";
import { checked } from "./checked.ts";
import { differencesBetween, inShort, statementOf, unstatedIn } from "../vocabulary/like-for-like.ts";
import type { Aspect, Difference } from "../vocabulary/like-for-like.ts";
import { onBasis } from "./published.ts";
import type { OnBasis } from "./published.ts";
import { standing, waivedOf, waiversSchema } from "./waivers.ts";
import type { Waived, Waiver } from "./waivers.ts";

const optionsSchema = z.strictObject({ waive: waiversSchema });

/** What is let pass in a comparison. */
export interface CompareOptions {
  /** Differences that do not matter here, each with the reason, which stays in the result. */
  readonly waive?: readonly Waiver[];
}

/** Two figures side by side: whether they are like for like, in what they differ, and, if so, by how much. */
export interface Comparison {
  readonly before: OnBasis;
  readonly after: OnBasis;
  /** Whether they agree in everything. A difference that is waived is still a difference. */
  readonly likeForLike: boolean;
  /** Everything in which they differ, waived or not. */
  readonly differences: readonly Difference[];
  readonly waived: readonly Waived[];
  /** What neither states, so that nobody can say whether they agree in it. */
  readonly unstated: readonly Aspect[];
  /** The second less the first; absent, with the reasons, where they are not like for like and it is not waived. */
  readonly change: Maybe<string>;
  /** The second over the first. */
  readonly ratio: Maybe<"ratio">;
  /** The change as a share of the first: −0.25 is a quarter less. */
  readonly share: Maybe<"ratio">;
  toString(): string;
  toJSON(): ComparisonJson;
}

export const comparisonVersion = "volumes-and-values/comparison/1";

/** A comparison as plain data. */
export interface ComparisonJson {
  readonly schema: typeof comparisonVersion;
  readonly before: { readonly figure: FigureJson; readonly basis: FigureBasis };
  readonly after: { readonly figure: FigureJson; readonly basis: FigureBasis };
  readonly likeForLike: boolean;
  readonly differences: readonly Difference[];
  readonly waived: readonly Waived[];
  readonly unstated: readonly Aspect[];
  readonly change: FigureJson | Absent;
  readonly ratio: FigureJson | Absent;
  readonly share: FigureJson | Absent;
}

const inspect = Symbol.for("nodejs.util.inspect.custom");

/**
 * Whether two figures are like for like, in what they differ, and by how much, if they may be compared. Figures that
 * count different things, or over different lengths of time, or of different scope, are not taken from one another:
 * the change is absent, and says why.
 *
 * A difference may be waived, with a reason, which stays in the result, in its JSON and in the working of the change.
 * What the two count is never waived: people become starts by a conversion, which says what it assumes. The
 * publications (vintages) of the two may differ: that is what is compared.
 *
 * @throws ModelError `invalid-data` for what is no figure on a basis, and for a waiver of what does not differ.
 *
 * @example
 * ```ts
 * import { compare, published } from "volumes-and-values/readings";
 *
 * const source = "RR3 meeting note, 26 August 2020";
 * const spend = published(60_000_000, "GBP", {
 *   name: "spendNow",
 *   source,
 *   basis: { period: { each: "year" }, kind: "flow", scope: { included: ["all ETE"], excluded: [] } },
 * });
 * const planned = published(120_000_000, "GBP", {
 *   name: "plannedSpend",
 *   source,
 *   basis: { period: { each: "year" }, kind: "flow", scope: { included: ["the framework"], excluded: [] } },
 * });
 * compare(spend, planned).change;
 * // => Absent · not like for like: the scope differs: all ETE before, the framework after
 *
 * const reason = "to show what the sum would be";
 * compare(spend, planned, { waive: [{ difference: "scope", reason }] }).change; // => Figure 60,000,000 GBP · change
 * ```
 */
export function compare(before: OnBasis, after: OnBasis, options: CompareOptions = {}): Comparison {
  const { waive } = checked("comparison", optionsSchema, options);
  const [was, is] = [soundly("before", before), soundly("after", after)];
  const [stated, statedAfter] = [
    statementOf(was.figure.unit, was.basis),
    statementOf(is.figure.unit, is.basis),
  ];
  const differences = Object.freeze(differencesBetween(stated, statedAfter));
  const waived = waivedOf("comparison", differences, waive);
  const made: Compared = {
    before: was,
    after: is,
    likeForLike: differences.length === 0,
    differences,
    waived,
    unstated: Object.freeze(unstatedIn(is.figure.unit, stated, statedAfter)),
    ...changeOf(was.figure, is.figure, differences, waived),
  };
  const text = (): string => linesOf(made).join("\n");
  const comparison: Comparison & { readonly [inspect]: () => string } = {
    ...made,
    toString: text,
    toJSON: () => jsonOf(made),
    [inspect]: text,
  };
  return Object.freeze(comparison);
}

type Compared = Omit<Comparison, "toString" | "toJSON">;
type Change = Pick<Comparison, "change" | "ratio" | "share">;

/** What came in as a figure on a basis, looked at again: it may have been written by hand. */
function soundly(where: string, given: unknown): OnBasis {
  const { figure, basis } = (given ?? {}) as Partial<OnBasis>;
  if (isFigure(figure) && basis !== undefined) return onBasis(figure, basis);
  throw invalidData("comparison", [
    problem([where], "a figure on a basis", describe(given), { mend: "Make it with published or onBasis." }),
  ]);
}

function changeOf(
  before: Figure,
  after: Figure,
  differences: readonly Difference[],
  waived: readonly Waived[],
): Change {
  const left = standing(differences, waived);
  if (left.length > 0) {
    const none = absent(`not like for like: ${left.map(inShort).join("; ")}`);
    return { change: none, ratio: none, share: none };
  }
  const source =
    waived.length === 0
      ? undefined
      : `not like for like, and waived: ${waived.map((one) => `${inShort(one)} (${one.reason})`).join("; ")}`;
  const change = after.minus(before).named("change", {}, source);
  if (before.value.isZero()) {
    const none = absent("there was nothing before, so there is no share of it");
    return { change, ratio: none, share: none };
  }
  return {
    change,
    ratio: after.dividedBy(before).in("ratio").named("ratio", {}, source),
    share: change.dividedBy(before).in("ratio").named("share", {}, source),
  };
}

const nameOf = ({ figure }: OnBasis): string =>
  [figure.name ?? "a figure", ...Object.values(figure.about)].join(", ");

const amount = ({ value, unit }: Figure): string =>
  unit === "ratio" ? readable(value) : `${readable(value)} ${unit}`;

const orAbsent = (figure: Maybe<string>): string => (isAbsent(figure) ? "absent" : amount(figure));

function linesOf({ before, after, ...made }: Compared): readonly string[] {
  const { likeForLike, differences, waived, unstated, change, ratio, share } = made;
  const left = standing(differences, waived);
  return [
    `before: ${nameOf(before)}: ${amount(before.figure)}`,
    `after: ${nameOf(after)}: ${amount(after.figure)}`,
    ...(likeForLike ? ["like for like"] : ["not like for like"]),
    ...left.map(({ message }) => `  ${message}`),
    ...waived.map((one) => `  ${inShort(one)}. Waived: ${one.reason}`),
    ...(unstated.length === 0 ? [] : [`neither states: ${unstated.join(", ")}`]),
    ...(isAbsent(change)
      ? ["change: absent"]
      : [`change: ${amount(change)}; ratio: ${orAbsent(ratio)}; share: ${orAbsent(share)}`]),
  ];
}

const onBasisJson = ({ figure, basis }: OnBasis): ComparisonJson["before"] => ({
  figure: figure.toJSON(),
  basis,
});

const maybeJson = (figure: Maybe<string>): FigureJson | Absent =>
  isAbsent(figure) ? figure : figure.toJSON();

const jsonOf = (made: Compared): ComparisonJson => ({
  schema: comparisonVersion,
  before: onBasisJson(made.before),
  after: onBasisJson(made.after),
  likeForLike: made.likeForLike,
  differences: made.differences,
  waived: made.waived,
  unstated: made.unstated,
  change: maybeJson(made.change),
  ratio: maybeJson(made.ratio),
  share: maybeJson(made.share),
});
