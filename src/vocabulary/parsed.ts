import * as z from "zod/mini";
import type { Problem } from "../errors.ts";
import { branchesAt } from "./keys.ts";
import { deeplyFrozen, plainCopy } from "./plain.ts";
import { invalidData, problemsOf } from "./problems.ts";
import { rewritten } from "./rewritten.ts";

/** A copy of data from outside, and what is wrong with their form. */
export function formOf(
  schema: z.ZodMiniType,
  data: unknown,
): { readonly copy: unknown; readonly problems: readonly Problem[] } {
  const { copy, problems } = plainCopy(data);
  const { error } = z.safeParse(schema, copy);
  const formal = problemsOf(error?.issues ?? [], copy, (path) => branchesAt(schema, path));
  // What is no plain data is left out of the copy, and is missed there only for that.
  const left = new Set(problems.map(({ path }) => path));
  return { copy, problems: [...problems, ...formal.filter(({ path }) => !left.has(path))] };
}

/**
 * Data from outside that have the form of a schema, as a read-only copy; or one error with every problem of their
 * form, and then with every problem of what they mean.
 */
export function parsedAs<S extends z.ZodMiniType>(
  subject: string,
  schema: S,
  data: unknown,
  meaning: (read: z.infer<S>) => readonly Problem[],
): z.infer<S> {
  const { copy, problems } = formOf(schema, data);
  if (problems.length > 0) throw invalidData(subject, rewritten(problems));
  const read = copy as z.infer<S>;
  const meant = meaning(read);
  if (meant.length > 0) throw invalidData(subject, rewritten(meant));
  return deeplyFrozen(read);
}
