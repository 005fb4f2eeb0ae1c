import * as z from "zod/mini";
import { branchesAt } from "../vocabulary/keys.ts";
import { deeplyFrozen, plainCopy } from "../vocabulary/plain.ts";
import { invalidData, problemsOf } from "../vocabulary/problems.ts";
import type { DeepReadonly } from "../vocabulary/schema.ts";

/**
 * A read-only copy of what a caller says, if it has the form that is due; an error that lists every problem, if not.
 */
export function checked<S extends z.ZodMiniType>(
  subject: string,
  schema: S,
  data: unknown,
): DeepReadonly<z.infer<S>> {
  const { copy, problems } = plainCopy(data);
  const { error } = z.safeParse(schema, copy);
  const formal = problemsOf(error?.issues ?? [], copy, (path) => branchesAt(schema, path));
  if (problems.length + formal.length > 0) throw invalidData(subject, [...problems, ...formal]);
  return deeplyFrozen(copy) as DeepReadonly<z.infer<S>>;
}
