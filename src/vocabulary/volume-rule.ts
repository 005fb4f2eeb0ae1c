import * as z from "zod/mini";
import type { Problem } from "../errors.ts";
import { digitsOf } from "../numbers/decimal.ts";
import { isFigure } from "../numbers/figure.ts";
import { assumptionSchema } from "./assumption.ts";
import { problemsInRange } from "./checks/assumptions.ts";
import { parsedAs } from "./parsed.ts";
import { problem } from "./problems.ts";
import { day, identifier, text } from "./schema.ts";
import type { DeepReadonly } from "./schema.ts";
import { month } from "./timing.ts";

export const volumeRuleSchema = z.strictObject({
  /** What the rule is called, where others are read together with it: its inputs are then named for it. */
  name: z.optional(identifier),
  /** The level within which referrals must stay, in a month. */
  agreedLevel: assumptionSchema,
  /** The first day on which the rule admits anybody. */
  from: day,
  /** What is held against the level: those admitted in the month before, or all who were referred in it. */
  reads: z.enum(["admitted", "referred"]),
  /** What the first month reads: the number of the month before it. */
  monthBefore: assumptionSchema,
  reason: text,
  source: text,
});

/** A rule that admits people only while volumes stay within an agreed level. */
export type VolumeRule = DeepReadonly<z.infer<typeof volumeRuleSchema>>;

const flows = ["alwaysAdmitted", "conditional"] as const;

const admissionSchema = z.strictObject({
  months: z.array(z.strictObject({ month, alwaysAdmitted: assumptionSchema, conditional: assumptionSchema })),
  rule: volumeRuleSchema,
});

type Admission = DeepReadonly<z.infer<typeof admissionSchema>>;

/** Checks months and the rule that reads them, all problems at once. */
export const parseVolumeRule = (months: unknown, rule: unknown): VolumeRule =>
  parsedAs("admission by month", admissionSchema, { months: withoutFigures(months), rule }, (read) => [
    ...read.months.flatMap((one, at) => monthProblems(one, read.months[at - 1], at)),
    ...(["agreedLevel", "monthBefore"] as const).flatMap((name) =>
      problemsInRange(["rule", name], "zero or more", read.rule[name]),
    ),
    ...(read.rule.from.endsWith("-01")
      ? []
      : [problem(["rule", "from"], "the first day of a month", read.rule.from)]),
  ]).rule;

/** Months as plain data: a flow that is a figure is a number already, for which 0 stands in the check of forms, or itself below it. */
const withoutFigures = (months: unknown): unknown =>
  Array.isArray(months) ? months.map(withoutFigure) : months;

function withoutFigure(one: unknown): unknown {
  if (typeof one !== "object" || one === null) return one;
  const numbers = flows.flatMap((name) => {
    const flow = (one as Record<string, unknown>)[name];
    return isFigure(flow) ? [[name, flow.value.isNegative() ? digitsOf(flow.value) : 0]] : [];
  });
  return { ...one, ...(Object.fromEntries(numbers) as object) };
}

type Month = Admission["months"][number];

const monthProblems = (one: Month, before: Month | undefined, at: number): readonly Problem[] => [
  ...orderProblems(one, before, at),
  ...flows.flatMap((name) => problemsInRange(["months", at, name], "zero or more", one[name])),
];

/** A month that is not the one after the month before it. */
export function orderProblems(
  { month: came }: { readonly month: string },
  before: { readonly month: string } | undefined,
  at: number,
): readonly Problem[] {
  const due = before === undefined ? came : monthAfter(before.month);
  return came === due
    ? []
    : [problem(["months", at, "month"], `the month after the one before, ${due}`, came)];
}

const monthAfter = (before: string): string => {
  const [year, of] = [Number(before.slice(0, 4)), Number(before.slice(5))];
  return of === 12 ? `${String(year + 1)}-01` : `${String(year)}-${String(of + 1).padStart(2, "0")}`;
};
