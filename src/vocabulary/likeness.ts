import * as z from "zod/mini";
import type { Problem } from "../errors.ts";
import type { FigureBasis } from "./basis.ts";
import { problem } from "./problems.ts";
import type { Path } from "./problems.ts";
import { text } from "./schema.ts";
import type { DeepReadonly } from "./schema.ts";

/** In what the figures of several sources must agree to be like for like, besides what they count. */
const aspects = ["kind", "period", "definition", "scope", "priceBase", "vat"] as const;

type Aspect = (typeof aspects)[number];

/** What only money has. */
const ofMoney: ReadonlySet<Aspect> = new Set(["priceBase", "vat"]);

/** Something in which sources may differ after all, with the reason why that does not matter here. */
export const waiversSchema = z.array(z.strictObject({ difference: z.enum(aspects), reason: text }));

export type SourceWaiver = DeepReadonly<z.infer<typeof waiversSchema>>[number];

/** What a source says that its figures count. */
export interface Counting {
  readonly counts: string;
  readonly basis: FigureBasis;
}

const inOrder = (list: readonly string[]): readonly string[] => [...new Set(list)].sort();

/** What a basis says of an aspect, so that the same said otherwise is the same: a scope is two sets. */
function statedOf({ scope, ...basis }: FigureBasis, aspect: Aspect): string {
  if (aspect === "scope")
    return scope === undefined ? "not stated" : `${listOf(scope.included)} without ${listOf(scope.excluded)}`;
  const stated = basis[aspect];
  if (typeof stated !== "object") return stated ?? "not stated";
  return "each" in stated
    ? `each ${stated.each}`
    : "at" in stated
      ? `at ${stated.at}`
      : `from ${stated.from} to ${stated.to}`;
}

const listOf = (words: readonly string[]): string =>
  words.length === 0 ? "nothing named" : inOrder(words).join(", ");

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
  const differing = aspects
    .filter((aspect) => money || !ofMoney.has(aspect))
    .flatMap((aspect) => {
      const due = statedOf(first.basis, aspect);
      return others.flatMap(({ basis }, index) => {
        const came = statedOf(basis, aspect);
        if (came === due) return [];
        const at = [...path, index + 1, "basis", aspect];
        return [{ aspect, problem: problem(at, asInFirst(due), came, { mend: agree }) }];
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

const convert = "Convert one of them first.";
const agree = "Bring them to the same, or waive the difference with a reason.";
