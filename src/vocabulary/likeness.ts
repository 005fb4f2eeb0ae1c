import * as z from "zod/mini";
import type { Problem } from "../errors.ts";
import type { FigureBasis } from "./basis.ts";
import { notStated, statementOf, unstatedIn } from "./like-for-like.ts";
import type { Aspect, Statement } from "./like-for-like.ts";
import { problem } from "./problems.ts";
import type { Path } from "./problems.ts";
import { text } from "./schema.ts";
import type { DeepReadonly } from "./schema.ts";

/** In what the figures of several sources must agree to be like for like, besides what they count. */
const aspects = ["kind", "period", "definition", "scope", "priceBase", "vat"] as const;

/** Something in which sources may differ after all, with the reason why that does not matter here. */
export const waiversSchema = z.array(z.strictObject({ difference: z.enum(aspects), reason: text }));

export type SourceWaiver = DeepReadonly<z.infer<typeof waiversSchema>>[number];

/** What a source says that its figures count. */
export interface Counting {
  readonly counts: string;
  readonly basis: FigureBasis;
}

/** When a period is: sources are of the same one, not of one of the same length. */
const whenOf = (period: FigureBasis["period"]): string =>
  "each" in period
    ? `each ${period.each}`
    : "at" in period
      ? `at ${period.at}`
      : `from ${period.from} to ${period.to}`;

function statedBy({ basis }: Counting, money: boolean): Statement {
  const when = whenOf(basis.period);
  return { ...statementOf(money ? "GBP" : "ratio", basis), period: { same: when, text: when } };
}

/**
 * In what sources are not like for like with the first of them, and not waived. What one states and another does not is
 * a difference too; price base and VAT count where there is money. A waiver of what does not differ is a mistake.
 */
export function unlikeProblems(
  path: Path,
  sources: readonly Counting[],
  { money, waive = [] }: { readonly money: boolean; readonly waive?: readonly SourceWaiver[] | undefined },
): readonly Problem[] {
  const [first, ...others] = sources;
  if (first === undefined) return [];
  const asInFirst = (stated: string): string => `${stated}, as in ${[...path, 0].join(".")}`;
  const counting = others.flatMap(({ counts }, index) =>
    counts === first.counts
      ? []
      : [problem([...path, index + 1, "counts"], asInFirst(first.counts), counts, { mend: convert })],
  );
  const stated = sources.map((source) => statedBy(source, money));
  const differing = aspects.flatMap((aspect) => {
    const due = stated[0]?.[aspect];
    return stated.flatMap((statement, index) => {
      const came = statement[aspect];
      if (came?.same === due?.same) return [];
      const at = [...path, index, "basis", aspect];
      const text = came?.text ?? notStated;
      return [{ aspect, problem: problem(at, asInFirst(due?.text ?? notStated), text, { mend: agree }) }];
    });
  });
  const waived = waive.map(({ difference }) => difference);
  const idle = waived.flatMap((aspect, index) => {
    const at = ["options", "waive", index, "difference"];
    if (waived.indexOf(aspect) < index) return [problem(at, "each difference once", aspect)];
    if (differing.some((one) => one.aspect === aspect)) return [];
    return [problem(at, "something in which the sources differ", aspect, { mend: "Leave it out." })];
  });
  return [
    ...counting,
    ...differing.filter(({ aspect }) => !waived.includes(aspect)).map((one) => one.problem),
    ...idle,
  ];
}

/** What none of some sources states, so that nobody can say whether they agree in it. */
export const unstatedBy = (sources: readonly Counting[], money: boolean): readonly Aspect[] =>
  Object.freeze(unstatedIn(money ? "GBP" : "", ...sources.map((source) => statedBy(source, money))));

const convert = "Convert one of them first.";
const agree = "Bring them to the same, or waive the difference with a reason.";
