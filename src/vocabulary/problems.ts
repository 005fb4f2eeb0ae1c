import type * as z from "zod/mini";
import { ModelError } from "../errors.ts";
import type { Problem } from "../errors.ts";
import { describe } from "../numbers/decimal.ts";
import type { Branch } from "./keys.ts";
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
  const what = `${pathText(path)}: expected ${expected}; received ${received}.`;
  const message = [what, nearest && `Did you mean "${nearest}"?`, mend].filter(Boolean).join(" ");
  return { path: pathText(path), expected, received, ...(nearest && { nearest }), message };
}

const shownWords = 8;

/** Words in a list that a person reads: all, or the first few and how many more. */
export function listed(words: readonly string[]): string {
  const shown = words.slice(0, shownWords).join(", ");
  return words.length <= shownWords ? shown : `${shown} and ${String(words.length - shownWords)} more`;
}

/** The problem of a word that is not among the known ones. */
export const unknownWord = (path: Path, word: unknown, known: readonly string[], what: string): Problem =>
  problem(
    path,
    known.length === 0 ? `${what}, and none is declared` : `${what}: ${listed(known)}`,
    received(word),
    { nearest: nearestWord(word, known) },
  );

/** The same, unless it is one of them, or any word will do. */
export const unlessKnown = (
  path: Path,
  word: string,
  known: readonly string[] | undefined,
  what: string,
): Problem[] => (known === undefined || known.includes(word) ? [] : [unknownWord(path, word, known, what)]);

export const shownProblems = 20;

/** Whether there are several of what has problems: volumes, or offers. */
const isPlural = (subject: string): boolean => /^(volumes|months|offers)\b/.test(subject);

/** The error for data with problems: every one in its details, the first of them in its message. */
export function invalidData(subject: string, problems: readonly Problem[]): ModelError<"invalid-data"> {
  const lines = problems.slice(0, shownProblems).map(({ message }) => `  ${message}`);
  const more =
    problems.length > shownProblems
      ? [`  and ${String(problems.length - shownProblems)} more, in error.details.problems`]
      : [];
  const count = problems.length === 1 ? "1 problem" : `${String(problems.length)} problems`;
  const [these, have] = isPlural(subject) ? ["These", "have"] : ["This", "has"];
  return new ModelError(
    "invalid-data",
    [`${these} ${subject} ${have} ${count}:`, ...lines, ...more].join("\n"),
    {
      subject,
      problems: Object.freeze([...problems]),
    },
  );
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
  if (issue.message !== "Invalid input") return issue.message;
  if (issue.code === "invalid_type") return typeWords[issue.expected] ?? issue.expected;
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
    .sort((a, b) => pointsOf(a) - pointsOf(b))[0];
}

/** On how many points data fail: each name that nobody knows is one. */
const pointsOf = (issues: readonly Issue[]): number =>
  issues.reduce((points, issue) => points + (issue.code === "unrecognized_keys" ? issue.keys.length : 1), 0);

/** The words among which a union chooses by one of its names, where it does. */
function choicesOf(issue: Union): readonly string[] {
  const { options } = issue as unknown as { readonly options?: readonly unknown[] };
  return (options ?? []).map(String);
}

type Data = Readonly<Record<string, unknown>>;

/** Names that the form which the data have does not know: misspelt, or those of another form. */
function unknownKeys(
  path: Path,
  unknown: readonly string[],
  data: Data,
  branches: readonly Branch[],
): Problem[] {
  const own = Object.keys(data);
  const chosen = branches.find(
    ({ keys, by, words = [] }) =>
      unknown.join() === own.filter((key) => !keys.includes(key)).join() &&
      (by === undefined || words.includes(String(data[by]))),
  );
  const all = [...new Set(branches.flatMap(({ keys }) => keys))];
  const known = chosen?.keys ?? all;
  // Data without a name of any form may be meant for each of them.
  const meant = own.some((key) => known.includes(key)) ? known : all;
  return unknown.map((key) => {
    const others = branches.filter(({ keys }) => keys.includes(key));
    return others.length === 0
      ? unknownWord([...path, key], key, meant, "a known name")
      : problem([...path, key], `a known name: ${listed(known)}`, JSON.stringify(key), {
          mend: placeOf(known, others),
        });
  });
}

/** Where a name goes that this form does not know: with a word by which another is told, or in place of some names. */
function placeOf(known: readonly string[], others: readonly Branch[]): string {
  const { by, keys } = others[0] as Branch;
  return by === undefined
    ? `It goes in place of ${listed(known.filter((name) => !keys.includes(name)))}.`
    : `It goes with ${by} ${quoted(others.flatMap(({ words = [] }) => words))}.`;
}

/** Words of which one is meant: `"contracted" or "delivered"`. */
const quoted = (words: readonly string[]): string => words.map((word) => JSON.stringify(word)).join(" or ");

/** Problems from what zod found, each with its path, what was expected, what came, and the nearest known word. */
export function problemsOf(
  issues: readonly Issue[],
  data: unknown,
  branchesOf: (path: Path) => readonly Branch[],
): Problem[] {
  return issues.flatMap((issue): Problem[] => {
    const path = issue.path as Path;
    if (issue.code === "unrecognized_keys")
      return unknownKeys(path, issue.keys, Object(at(data, path)) as Data, branchesOf(path));
    if (issue.code === "invalid_union") {
      const inner = closest(issue, data);
      if (inner !== undefined)
        return problemsOf(
          inner.map((one) => ({ ...one, path: [...path, ...one.path] })),
          data,
          branchesOf,
        );
      const choices = choicesOf(issue);
      if (choices.length > 0) return [oneOf(path, choices, data)];
    }
    if (issue.code === "invalid_key")
      return [problem(path, issue.issues.map(expectedBy).join(), JSON.stringify(path.at(-1)))];
    if (issue.code === "invalid_value") return [oneOf(path, issue.values.map(String), data)];
    const ofList = issue.code === "too_small" && issue.origin === "array";
    return [problem(path, expectedBy(issue), ofList ? lengthAt(data, path) : receivedAt(data, path))];
  });
}

/** The problem of something that is none of a few words. */
function oneOf(path: Path, words: readonly string[], data: unknown): Problem {
  const received = at(data, path);
  // Of two opposites, the one spelt more alike may be the one that was not meant: include is not exclude.
  const most = words.length === 2 ? 1 : Infinity;
  const nearest = typeof received === "string" ? nearestWord(received, words, most) : undefined;
  return problem(path, quoted(words), receivedAt(data, path), { nearest });
}

/** How much there is of a list that is too short. */
function lengthAt(data: unknown, path: Path): string {
  const { length } = at(data, path) as readonly unknown[];
  return length === 0 ? "an empty list" : String(length);
}

const receivedAt = (data: unknown, path: Path): string => received(at(data, path));

/** What came, in words. */
const received = (value: unknown): string => (value === undefined ? "nothing" : describe(value));
