import * as z from "zod/mini";
import type { Problem } from "../errors.ts";
import { problemsOf } from "./problems.ts";
import type { Path } from "./problems.ts";
import { day } from "./schema.ts";

/** What is wrong with something that is to be a day. */
export function dayProblems(path: Path, value: unknown): readonly Problem[] {
  const { error } = z.safeParse(day, value);
  const issues = (error?.issues ?? []).map((issue) => ({ ...issue, path: [...path] }));
  return problemsOf(issues, Object.fromEntries(path.map((step) => [step, value])), () => []);
}
