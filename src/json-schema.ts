import * as z from "zod/mini";
import { explanationSchema } from "./readings/explanation-schema.ts";
import { planSchema } from "./vocabulary/plan.ts";
import { scenarioSchema } from "./vocabulary/scenario.ts";

/** A JSON Schema, draft 2020-12. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Whether a schema takes whole numbers only, which it checks by a function, and a JSON Schema has a word for. */
const isOfWholeNumbers = ({ _zod }: z.core.$ZodType): boolean =>
  (_zod.def.checks ?? []).some(({ _zod: { def } }) => "fn" in def && def.fn === Number.isInteger);

const schemaOf = (schema: z.core.$ZodType): JsonSchema =>
  z.toJSONSchema(schema, {
    io: "input",
    override: ({ zodSchema, jsonSchema }) => {
      if (isOfWholeNumbers(zodSchema)) jsonSchema.type = "integer";
    },
  });

/**
 * The JSON Schema of a plan, for editors and other languages. What a JSON Schema cannot say, `parsePlan` checks.
 *
 * @example
 * ```ts
 * import { planJsonSchema } from "volumes-and-values/json-schema";
 *
 * planJsonSchema()["required"];
 * // => [ 'schema', 'name', 'caseload', 'services', 'lots', 'calendar' ]
 * ```
 */
export const planJsonSchema = (): JsonSchema => schemaOf(planSchema);

/** The JSON Schema of an explanation's plain data, which `explain(figure).toJSON()` gives. */
export const explanationJsonSchema = (): JsonSchema => schemaOf(explanationSchema);

/** The JSON Schema of a scenario, for editors and other languages. What it cannot say, `parseScenario` checks. */
export const scenarioJsonSchema = (): JsonSchema => schemaOf(scenarioSchema);
