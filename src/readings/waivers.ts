import * as z from "zod/mini";
import { invalidData, problem } from "../vocabulary/problems.ts";
import { text } from "../vocabulary/schema.ts";
import { aspects } from "../vocabulary/like-for-like.ts";
import type { Aspect, Difference } from "../vocabulary/like-for-like.ts";

export const waiversSchema = z.optional(
  z.array(z.strictObject({ difference: z.enum(aspects), reason: text })),
);

/** A difference that somebody lets pass, and why. */
export interface Waiver {
  readonly difference: Aspect;
  readonly reason: string;
}

/** A difference that was let pass, with the reason, which stays in whatever is made of it. */
export interface Waived extends Difference {
  readonly reason: string;
}

/**
 * The differences that are waived. What the two count is converted and never waived; a waiver of what does not differ
 * is a mistake, and so are two of one difference.
 */
export function waivedOf(
  subject: string,
  differences: readonly Difference[],
  waivers: readonly Waiver[] = [],
): readonly Waived[] {
  const found = differences.map(({ of }) => of);
  const listed = found.length === 0 ? "nothing differs" : found.join(", ");
  const problems = waivers.flatMap(({ difference }, index) => {
    const path = ["waive", index, "difference"];
    if (difference === "counts")
      return [
        problem(path, "a difference that can be waived", `"counts"`, { mend: "Convert one of them first." }),
      ];
    if (!found.includes(difference))
      return [
        problem(path, `a difference of the two: ${listed}`, JSON.stringify(difference), {
          mend: "Leave it out.",
        }),
      ];
    const earlier = waivers.findIndex((other) => other.difference === difference);
    return earlier < index
      ? [problem(path, "each difference once", JSON.stringify(difference), { mend: "Give one reason." })]
      : [];
  });
  if (problems.length > 0) throw invalidData(subject, problems);
  return Object.freeze(
    differences.flatMap((difference): Waived[] => {
      const waiver = waivers.find((one) => one.difference === difference.of);
      return waiver === undefined ? [] : [Object.freeze({ ...difference, reason: waiver.reason })];
    }),
  );
}

/** The differences that nobody has waived. */
export const standing = (
  differences: readonly Difference[],
  waived: readonly Waived[],
): readonly Difference[] => differences.filter(({ of }) => !waived.some((one) => one.of === of));
