import type { Problem } from "../../errors.ts";
import { describe } from "../../numbers/decimal.ts";
import { invalidData, problem, unknownWord } from "../../vocabulary/problems.ts";
import type { Path } from "../../vocabulary/problems.ts";
import { rewritten } from "../../vocabulary/rewritten.ts";

/** The names that an object may have, and what those are that it must have. */
export interface Names {
  readonly known?: readonly string[];
  readonly needed?: Readonly<Record<string, string>>;
}

/** What is wrong with something that is to be an object: another form, a name nobody knows, one that is missing. */
export function objectProblems(
  path: Path,
  value: unknown,
  { known = [], needed = {} }: Names,
): readonly Problem[] {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return [problem(path, "an object", describe(value))];
  const names = [...Object.keys(needed), ...known];
  const given = value as Readonly<Record<string, unknown>>;
  return [
    ...Object.keys(given)
      .filter((name) => !names.includes(name))
      .map((name) => unknownWord([...path, name], name, names, "a known name")),
    ...Object.entries(needed)
      .filter(([name]) => given[name] === undefined || given[name] === null)
      .map(([name, expected]) => problem([...path, name], expected, describe(given[name]))),
  ];
}

/** What is wrong with something that is to be a list. */
export const listProblems = (path: Path, value: unknown, expected: string): readonly Problem[] =>
  Array.isArray(value) ? [] : [problem(path, expected, describe(value))];

/** Throws, if there are problems. */
export function refuse(subject: string, problems: readonly Problem[]): void {
  if (problems.length > 0) throw invalidData(subject, rewritten(problems));
}
