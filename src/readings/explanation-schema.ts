import * as z from "zod/mini";

export const explanationVersion = "volumes-and-values/explanation/1";

const decimalText = z.string().check(z.regex(/^-?\d+(\.\d+)?$/));
const number = z.union([z.number(), z.string()]);

const inputSchema = z.looseObject({
  path: z.optional(z.string()),
  source: z.optional(z.string()),
  asOf: z.optional(z.string()),
  quality: z.optional(z.enum(["red", "amber", "green"])),
  note: z.optional(z.string()),
  low: z.optional(number),
  high: z.optional(number),
  counts: z.optional(z.object({ count: number, of: number })),
});

const stepSchema = z.strictObject({
  id: z.int(),
  name: z.string(),
  value: decimalText,
  unit: z.string(),
  about: z.record(z.string(), z.string()),
  sum: z.optional(z.string()),
  of: z.array(z.int()),
  source: z.optional(z.string()),
  input: z.optional(inputSchema),
});

export const explanationSchema = z.strictObject({
  schema: z.literal(explanationVersion),
  steps: z.array(stepSchema).check(z.minLength(1)),
});

/** The JSON Schema of an explanation's plain data. */
export function explanationJsonSchema(): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(explanationSchema, { io: "input" });
}
