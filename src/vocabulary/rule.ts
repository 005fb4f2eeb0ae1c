import * as z from "zod/mini";
import { day, identifier, text, wordOrWords } from "./schema.ts";
import type { DeepReadonly } from "./schema.ts";

/** Conditions on attributes, all of which must hold: `{ sentenceType: ["licence"], sex: "male" }`. None is everybody. */
export const conditionsSchema = z.record(identifier, wordOrWords);

export const ruleSchema = z.strictObject({
  id: identifier,
  decision: z.enum(["admit", "exclude"]),
  when: conditionsSchema,
  reason: text,
  source: text,
  /** The first day on which the rule applies; always, if left out. */
  from: z.optional(day),
  /** The last day on which it applies; for good, if left out. */
  to: z.optional(day),
});

/** One rule of eligibility: whom it decides, how, why, who says so, and between which days. */
export type Rule = DeepReadonly<z.infer<typeof ruleSchema>>;
export type Conditions = DeepReadonly<z.infer<typeof conditionsSchema>>;

/** The words of a condition as a list. */
export const wordsOf = (words: string | readonly string[]): readonly string[] =>
  typeof words === "string" ? [words] : words;

/** Whether a rule applies on a day. */
export const appliesOn = (rule: Pick<Rule, "from" | "to">, on: string): boolean =>
  (rule.from === undefined || rule.from <= on) && (rule.to === undefined || on <= rule.to);
