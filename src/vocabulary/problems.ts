import type * as z from "zod/mini";
import { ModelError } from "../errors.ts";
import type { Problem } from "../errors.ts";
import { describe } from "../numbers/decimal.ts";
import { nearestWord } from "./nearest.ts";

/** Steps into data, from the top. */
export type Path = readonly (string | number)[];

export const pathText = (path: Path): string => (path.length === 0 ? "(the whole)" : path.join("."));

/** One problem, in words. `mend` says what to do where the expected form does not say it. */
export function problem(
  path: Path,
  expected: string,
  received: string,
  { nearest, mend }: { nearest?: string | undefined; mend?: string } = {},
): Problem {
  const did = nearest === undefined ? "" : ` Did you mean "${nearest}"?`;
  const message = `${pathText(path)}: expected ${expected}; received ${received}.${did}${mend === undefined ? "" : ` ${mend}`}`;
  return { path: pathText(path), expected, received, ...(nearest === undefined ? {} : { nearest }), message };
}

const shownWords = 8;

/** Words in a list that a person reads: all, or the first few and how many more. */
export function listed(words: readonly string[]): string {
  const shown = words.slice(0, shownWords).join(", ");
  return words.length <= shownWords ? shown : `${shown} and ${String(words.length - shownWords)} more`;
}

/** The problem of a word that is not among the known ones. */
export const unknownWord = (path: Path, word: string, known: readonly string[], what: string): Problem =>
  problem(
    path,
    known.length === 0 ? `${what}, and none is declared` : `${what}: ${listed(known)}`,
    JSON.stringify(word),
    { nearest: nearestWord(word, known) },
  );

export const shownProblems = 20;

/** The error for data with problems: every one in its details, the first of them in its message. */
export function invalidData(subject: string, problems: readonly Problem[]): ModelError<"invalid-data"> {
  const lines = problems.slice(0, shownProblems).map(({ message }) => `  ${message}`);
  const more =
    problems.length > shownProblems
      ? [`  and ${String(problems.length - shownProblems)} more, in error.details.problems`]
      : [];
  const count = problems.length === 1 ? "1 problem" : `${String(problems.length)} problems`;
  return new ModelError("invalid-data", [`This ${subject} has ${count}:`, ...lines, ...more].join("\n"), {
    subject,
    problems: Object.freeze([...problems]),
  });
}

type Issue = z.core.$ZodIssue;

const typeWords: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  array: "a list",
  object: "an object",
  record: "an object",
  boolean: "true or false",
  nonoptional: "a value",
};

function at(data: unknown, path: Path): unknown {
  let value = data;
  for (const step of path)
    value =
      typeof value === "object" && value !== null && Object.hasOwn(value, step)
        ? (value as Record<string, unknown>)[step]
        : undefined;
  return value;
}

/** What an issue says was expected: the schema's own words where it has some. */
function expectedBy(issue: Issue): string {
  if (issue.code === "invalid_type") return typeWords[issue.expected] ?? issue.expected;
  if (issue.message !== "Invalid input") return issue.message;
  if (issue.code === "too_small")
    return issue.origin === "array" ? "a list that is not empty" : `at least ${String(issue.minimum)}`;
  if (issue.code === "too_big") return `at most ${String(issue.maximum)}`;
  return "another form";
}

type Union = Issue & { readonly code: "invalid_union" };

/** The alternatives of a union, those of unions within it among them. */
const alternativesOf = ({ errors }: Union): readonly (readonly Issue[])[] =>
  errors.flatMap((issues) => {
    const [only, ...others] = issues;
    const union = only?.code === "invalid_union" && only.path.length === 0 && others.length === 0;
    return union ? alternativesOf(only) : [issues];
  });

/** Of a union's alternatives, the one that the data come nearest to: it fails deepest, or on the fewest points. */
function closest(issue: Union, data: unknown): readonly Issue[] | undefined {
  const value = at(data, issue.path as Path);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  return alternativesOf(issue)
    .filter(
      (issues) =>
        issues.length > 0 &&
        issues.every(({ path, code }) => path.length > 0 || code === "unrecognized_keys"),
    )
    .map((issues) => [...issues])
    .sort((a, b) => a.length - b.length)[0];
}

/** The words among which a union chooses by one of its names, where it does. */
function choicesOf(issue: Union): readonly string[] {
  const { options } = issue as unknown as { readonly options?: readonly unknown[] };
  return (options ?? []).map(String);
}

/** Problems from what zod found, each with its path, what was expected, what came, and the nearest known word. */
export function problemsOf(
  issues: readonly Issue[],
  data: unknown,
  keysOf: (path: Path) => readonly string[],
): Problem[] {
  return issues.flatMap((issue): Problem[] => {
    const path = issue.path as Path;
    if (issue.code === "unrecognized_keys") {
      const known = keysOf(path);
      return issue.keys.map((key) => unknownWord([...path, key], key, known, "a known name"));
    }
    if (issue.code === "invalid_union") {
      const inner = closest(issue, data);
      if (inner !== undefined)
        return problemsOf(
          inner.map((one) => ({ ...one, path: [...path, ...one.path] })),
          data,
          keysOf,
        );
      const choices = choicesOf(issue);
      if (choices.length > 0) return [oneOf(path, choices, data)];
    }
    if (issue.code === "invalid_key")
      return [problem(path, "a word of letters and digits as a name", JSON.stringify(String(path.at(-1))))];
    if (issue.code === "invalid_value") return [oneOf(path, issue.values.map(String), data)];
    return [problem(path, expectedBy(issue), receivedAt(data, path))];
  });
}

/** The problem of something that is none of a few words. */
function oneOf(path: Path, words: readonly string[], data: unknown): Problem {
  const received = at(data, path);
  // Of two opposites, the one spelt more alike may be the one that was not meant: include is not exclude.
  const most = words.length === 2 ? 1 : Infinity;
  const nearest = typeof received === "string" ? nearestWord(received, words, most) : undefined;
  return problem(path, words.map((word) => JSON.stringify(word)).join(" or "), receivedAt(data, path), {
    nearest,
  });
}

function receivedAt(data: unknown, path: Path): string {
  const value = at(data, path);
  return value === undefined ? "nothing" : describe(value);
}
