import type * as z from "zod/mini";
import type { Path } from "./problems.ts";

/** What is read of a schema's definition: only how it holds others. */
interface Definition {
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly element?: z.core.$ZodType;
  readonly valueType?: z.core.$ZodType;
  readonly innerType?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
}

/** A schema, and what it may stand for: what is optional, or an alternative. */
function alternatives(schema: z.core.$ZodType): readonly Definition[] {
  const definition = schema._zod.def as Definition;
  const { innerType, options = [] } = definition;
  const within = [...(innerType === undefined ? [] : [innerType]), ...options];
  return [definition, ...within.flatMap(alternatives)];
}

/** The names that a schema knows at a path. */
export function keysAt(schema: z.core.$ZodType, path: Path): readonly string[] {
  let levels = alternatives(schema);
  for (const step of path) {
    levels = levels.flatMap(({ shape, element, valueType }) => {
      const next = typeof step === "number" ? element : (shape?.[step] ?? valueType);
      return next === undefined ? [] : alternatives(next);
    });
  }
  return [...new Set(levels.flatMap(({ shape = {} }) => Object.keys(shape)))];
}
