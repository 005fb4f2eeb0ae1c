import * as z from "zod/mini";
import { day, text } from "./schema.ts";
import type { DeepReadonly } from "./schema.ts";

/** What a plan states of its volumes and values besides their units. */
const stated = {
  priceBase: z.optional(text),
  vat: z.optional(z.enum(["included", "excluded"])),
  scope: z.optional(z.strictObject({ included: z.array(text), excluded: z.array(text) })),
  /** What a volume counts, in the words of whoever published it. */
  definition: z.optional(text),
  /** The publication. */
  vintage: z.optional(text),
};

/** What a volume or value of a plan counts besides its unit: its price base, VAT, scope, definition and vintage. */
export const basisSchema = z.strictObject(stated);

const periodForm = '{ from, to }, { at } or { each }, as { each: "year" }';

const periodSchema = z.union(
  [
    z.strictObject({ from: day, to: day }).check(({ value: { from, to }, issues }) => {
      if (to < from)
        issues.push({ code: "custom", path: ["to"], input: to, message: `a day from ${from} on` });
    }),
    z.strictObject({ at: day }),
    z.strictObject({ each: z.enum(["year", "quarter", "month"]) }),
  ],
  periodForm,
);

/** The basis of one figure: its period, and whether it is a stock or a flow, besides what a plan states of its own. */
export const figureBasisSchema = z.strictObject({
  /** The days it covers, the date it holds at, or how long each of the periods is for which it holds. */
  period: periodSchema,
  /** A stock is there at a date, a flow happens in a period. */
  kind: z.enum(["stock", "flow"]),
  ...stated,
});

export type Basis = DeepReadonly<z.infer<typeof basisSchema>>;
export type FigureBasis = DeepReadonly<z.infer<typeof figureBasisSchema>>;
