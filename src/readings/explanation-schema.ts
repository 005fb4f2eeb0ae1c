import * as z from "zod/mini";

import { explanationVersion } from "./explain.ts";

const decimalText = z.string().check(z.regex(/^-?\d+(\.\d+)?$/));
const whole = z.number().check(z.multipleOf(1));
const number = z.union([z.number(), z.string()]);

const inputSchema = z.looseObject({
  path: z.optional(z.string()),
  source: z.optional(z.string()),
  asOf: z.optional(z.string()),
  quality: z.optional(z.enum(["red", "amber", "green"])),
  note: z.optional(z.string()),
  low: z.optional(number),
  high: z.optional(number),
  distribution: z.optional(z.looseObject({ kind: z.string() })),
  counts: z.optional(z.object({ count: number, of: number })),
});

const stepSchema = z.strictObject({
  id: whole,
  name: z.string(),
  value: decimalText,
  unit: z.string(),
  about: z.record(z.string(), z.string()),
  sum: z.optional(z.string()),
  of: z.array(whole),
  source: z.optional(z.string()),
  input: z.optional(inputSchema),
});

export const explanationSchema = z.strictObject({
  schema: z.literal(explanationVersion),
  steps: z.array(stepSchema).check(z.minLength(1)),
});
