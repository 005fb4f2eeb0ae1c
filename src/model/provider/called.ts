import type { Problem } from "../../errors.ts";
import { describe } from "../../numbers/decimal.ts";
import type { About } from "../../numbers/figure.ts";
import { problem } from "../../vocabulary/problems.ts";
import type { Path } from "../../vocabulary/problems.ts";

/** Where the inputs of something stand: under its name, where it has one. */
export const rootOf = (root: string, name: string | undefined): Path =>
  name === undefined ? [root] : [root, name];

/** What is wrong with what something is called. */
export const nameProblems = (path: Path, name: unknown, expected: string): readonly Problem[] =>
  name === undefined || (typeof name === "string" && /\S/.test(name))
    ? []
    : [problem(path, expected, describe(name))];

/** What figures say of the thing that they are of, where it has a name. */
export const aboutOf = (name: string | undefined): About => (name === undefined ? {} : { of: name });
