import * as z from "zod/mini";
import { distributionKinds } from "./distribution-kinds.ts";
import { day, identifier, plainNumber, text } from "./schema.ts";
import type { DeepReadonly } from "./schema.ts";

/** How uncertain it is; what the numbers of each kind must be, `simulate` checks, which draws from them. */
const distribution = z.looseObject({ kind: z.enum(distributionKinds) });

const log = {
  low: z.optional(plainNumber),
  high: z.optional(plainNumber),
  source: z.optional(text),
  asOf: z.optional(day),
  quality: z.optional(z.enum(["red", "amber", "green"])),
  note: z.optional(text),
  distribution: z.optional(distribution),
};

const counted = z.strictObject({ count: plainNumber, of: plainNumber, ...log });
const logged = z.strictObject({ value: plainNumber, ...log });

export const assumptionForm =
  "a plain decimal number, { count, of }, or { value, low, high, source, asOf, quality, note, distribution }";

/** A number that someone assumed: bare, as the counts behind it, or with its range, source, date and quality. */
export const assumptionSchema = z.union([plainNumber, counted, logged], assumptionForm);

/** An assumption that differs by an attribute: `{ by: "stage", values: { custody: 0.68 }, otherwise: 0.39 }`. */
export interface ByAttribute<A> {
  by: string;
  values: Record<string, A | ByAttribute<A>>;
  otherwise?: A | ByAttribute<A> | undefined;
}

const byAttributeOf = <A extends z.ZodMiniType>(one: A): z.ZodMiniType<ByAttribute<z.infer<A>>> => {
  const by: z.ZodMiniType = z.strictObject({
    by: identifier,
    get values() {
      return z.record(z.string(), z.union([one, by]));
    },
    get otherwise() {
      return z.optional(z.union([one, by]));
    },
  });
  return by as z.ZodMiniType<ByAttribute<z.infer<A>>>;
};

/** One thing for everybody, or one for each word of an attribute. */
export const oneOrBy = <A extends z.ZodMiniType>(one: A, expected: string) =>
  z.union([one, byAttributeOf(one)], `${expected}, or { by, values, otherwise }`);

export const assumptionBy = oneOrBy(assumptionSchema, assumptionForm);

export type Assumption = DeepReadonly<z.infer<typeof assumptionSchema>>;
export type AssumptionBy = DeepReadonly<z.infer<typeof assumptionBy>>;

/** One thing, or one for each word of an attribute, as a plan holds it. */
export type OneOrBy<A> = A | Choice<A>;

/** The words of an attribute, and what holds for each. */
export interface Choice<A> {
  readonly by: string;
  readonly values: Readonly<Record<string, OneOrBy<A>>>;
  readonly otherwise?: OneOrBy<A> | undefined;
}

/** Whether something differs by an attribute. */
export const isByAttribute = <A>(value: OneOrBy<A>): value is Choice<A> =>
  typeof value === "object" &&
  value !== null &&
  "by" in value &&
  "values" in value &&
  typeof value.values === "object";
