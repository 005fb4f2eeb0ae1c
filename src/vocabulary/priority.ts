import * as z from "zod/mini";
import type { Problem } from "../errors.ts";
import { assumptionBy, assumptionSchema } from "./assumption.ts";
import type { Assumption } from "./assumption.ts";
import { problemsInRange } from "./checks/assumptions.ts";
import { keysAt } from "./keys.ts";
import { leavesOf } from "./places.ts";
import { deeplyFrozen, plainCopy } from "./plain.ts";
import { invalidData, problem, problemsOf, unknownWord } from "./problems.ts";
import { day, identifier, text, wholeNumber } from "./schema.ts";
import type { DeepReadonly } from "./schema.ts";

export const prioritySchema = z.strictObject({
  /** People who were referred, one by one or as groups of like people, in the order in which they came. */
  referrals: z.array(
    z.strictObject({
      id: identifier,
      referrals: wholeNumber,
      /** What is known of them: `{ risk: "high", need: "stability", acuteness: "severe", readiness: "ready" }`. */
      attributes: z.record(identifier, identifier),
    }),
  ),
  /** What decides, first to last, and the words of each in the order in which they come. */
  order: z.array(z.strictObject({ by: identifier, first: z.array(identifier).check(z.minLength(1)) })),
  /** Hours of intervention for each of them, which may differ by any attribute. */
  hoursPerReferral: z.optional(assumptionBy),
});

export type Priority = DeepReadonly<z.infer<typeof prioritySchema>>;
export type ReferralGroup = Priority["referrals"][number];
export type PriorityOrder = Priority["order"];

export const volumeRuleSchema = z.strictObject({
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

/** Checks who was referred and in which order they come, all problems at once. */
export function parsePriority(data: unknown): Priority {
  const read = formOf("priority", prioritySchema, data) as Priority;
  const known = new Map(read.order.map(({ by, first }) => [by, first]));
  const twice = <T>(list: readonly T[], word: T, index: number): boolean => list.indexOf(word) < index;
  const ids = read.referrals.map(({ id }) => id);
  const keys = read.order.map(({ by }) => by);
  const problems = [
    ...ids.flatMap((id, index) =>
      twice(ids, id, index) ? [problem(["referrals", index, "id"], "an id of its own", `${id} again`)] : [],
    ),
    ...keys.flatMap((by, index) =>
      twice(keys, by, index) ? [problem(["order", index, "by"], "each attribute once", `${by} again`)] : [],
    ),
    ...read.order.flatMap(({ first }, index) =>
      first.flatMap((word, at) =>
        twice(first, word, at)
          ? [problem(["order", index, "first", at], "each word once", `${word} again`)]
          : [],
      ),
    ),
    ...read.referrals.flatMap(({ attributes }, index) =>
      Object.entries(attributes).flatMap(([name, word]) => {
        const words = known.get(name);
        return words === undefined || words.includes(word)
          ? []
          : [
              unknownWord(
                ["referrals", index, "attributes", name],
                word,
                words,
                `a word of the order for ${name}`,
              ),
            ];
      }),
    ),
    ...[...leavesOf<Assumption>(["hoursPerReferral"], read.hoursPerReferral)].flatMap(({ path, value }) =>
      problemsInRange(path, "zero or more", value),
    ),
  ];
  if (problems.length > 0) throw invalidData("priority", problems);
  return deeplyFrozen(read);
}

/** Checks a rule that depends on volume, all problems at once. */
export function parseVolumeRule(data: unknown): VolumeRule {
  const rule = formOf("rule", volumeRuleSchema, data) as VolumeRule;
  const problems: readonly Problem[] = [
    ...(["agreedLevel", "monthBefore"] as const).flatMap((name) =>
      problemsInRange([name], "zero or more", rule[name]),
    ),
    ...(rule.from.endsWith("-01") ? [] : [problem(["from"], "the first day of a month", rule.from)]),
  ];
  if (problems.length > 0) throw invalidData("rule", problems);
  return deeplyFrozen(rule);
}

function formOf(subject: string, schema: z.ZodMiniType, data: unknown): unknown {
  const { copy, problems } = plainCopy(data);
  const { error } = z.safeParse(schema, copy);
  const formal = problemsOf(error?.issues ?? [], copy, (path) => keysAt(schema, path));
  if (problems.length + formal.length > 0) throw invalidData(subject, [...problems, ...formal]);
  return copy;
}
