import type { Problem } from "../../errors.ts";
import { isByAttribute } from "../../vocabulary/assumption.ts";
import { cellNumbers } from "../../vocabulary/attributes.ts";
import { keysAt } from "../../vocabulary/keys.ts";
import { nearestWord } from "../../vocabulary/nearest.ts";
import { planSchema } from "../../vocabulary/plan.ts";
import { listed, problem } from "../../vocabulary/problems.ts";
import type { Path } from "../../vocabulary/problems.ts";
import { stepsTaken } from "./pattern.ts";

type Data = Record<string | number, unknown>;

/** A place found in a draft: what holds it and under which key. */
export interface Place {
  readonly holder: Data;
  readonly key: string | number;
  readonly path: Path;
}

/** What lies under one thing: each by its key, and by the names that a person gives it. */
interface Child {
  readonly key: string | number;
  readonly names: readonly string[];
}

/** What a pattern means in a draft. */
interface Search {
  /** The places that are there. */
  readonly places: Place[];
  /** The places that are not, in what is there: names that an object may still be given. */
  readonly vacancies: Place[];
  /** How many steps it came, and the words with which it could have gone on. */
  furthest: number;
  readonly words: Set<string>;
}

const isData = (value: unknown): value is Data => typeof value === "object" && value !== null;

/** Whether a path is that of a cell, which may have attributes of the plan's own. */
const isCell = ([first, second]: Path, depth: number): boolean =>
  depth === 3 && first === "caseload" && second === "cells";

const isText = (value: unknown): value is string => typeof value === "string";

/** What an item of a list is called: by its id or its area; a cell of the caseload, by any word it has. */
function namesOf(item: unknown, path: Path): readonly string[] {
  if (!isData(item)) return [];
  if (isCell(path, path.length))
    return Object.entries(item)
      .flatMap(([name, value]) => (isCellNumber(name) ? [] : value))
      .filter(isText);
  return [item["id"], item["area"]].filter(isText).slice(0, 1);
}

const isCellNumber = (key: unknown): boolean => (cellNumbers as readonly unknown[]).includes(key);

function childrenOf(node: unknown, path: Path): readonly Child[] {
  if (Array.isArray(node))
    return node.map((item: unknown, key) => ({ key, names: namesOf(item, [...path, key]) }));
  return isData(node) ? Object.keys(node).map((key) => ({ key, names: [key] })) : [];
}

/** What lies under something where a pattern goes on: by name; in a list, by its place where nothing has that name. */
function meant(
  node: unknown,
  path: Path,
  steps: readonly string[],
): readonly { readonly key: string | number; readonly taken: number }[] {
  const [step] = steps;
  const children = childrenOf(node, path);
  const named = children.flatMap(({ key, names }) => {
    const taken = step === "*" ? 1 : Math.max(0, ...names.map((name) => stepsTaken(name, steps)));
    return taken === 0 ? [] : [{ key, taken }];
  });
  if (named.length > 0 || !Array.isArray(node)) return named;
  return children.filter(({ key }) => String(key) === step).map(({ key }) => ({ key, taken: 1 }));
}

/** The places in one: itself, or those of each branch where it differs by an attribute. */
export function branchesOf(place: Place): readonly Place[] {
  const value = place.holder[place.key];
  if (!isByAttribute<unknown>(value)) return [place];
  const path = [...place.path, "values"];
  const branches = Object.keys(value.values).map((key) => ({
    holder: value.values,
    key,
    path: [...path, key],
  }));
  const rest =
    value.otherwise === undefined
      ? []
      : [{ holder: value as unknown as Data, key: "otherwise", path: [...place.path, "otherwise"] }];
  return [...branches, ...rest].flatMap(branchesOf);
}

/** Whether a place counts people: a number of a cell. */
export const isCount = ({ path, key }: Place): boolean => isCell(path, path.length - 1) && isCellNumber(key);

/** The words by which something may be gone on from: those that are there, and those that a plan knows there. */
const wordsUnder = (node: unknown, path: Path): readonly string[] => [
  ...childrenOf(node, path).flatMap(({ names }) => names),
  ...(Array.isArray(node) || !isData(node) ? [] : keysAt(planSchema, path)),
];

/** Whether an object that lacks a name may be given it: a record may have any. */
function mayHave(node: unknown, path: Path, name: string): node is Data {
  if (!isData(node) || Array.isArray(node) || name.includes("*") || name in Object.prototype) return false;
  const known = keysAt(planSchema, path);
  return known.length === 0 || known.includes(name) || isCell(path, path.length);
}

function search(draft: unknown, pattern: string): Search {
  const found: Search = { places: [], vacancies: [], furthest: -1, words: new Set() };
  const visit = (node: unknown, steps: readonly string[], path: Path, taken: number): void => {
    if (taken > found.furthest) found.words.clear();
    found.furthest = Math.max(found.furthest, taken);
    if (taken === found.furthest) for (const word of wordsUnder(node, path)) found.words.add(word);
    const next = meant(node, path, steps);
    const [step = ""] = steps;
    if (next.length === 0 && steps.length === 1 && mayHave(node, path, step))
      found.vacancies.push({ holder: node, key: step, path: [...path, step] });
    for (const { key, taken: more } of next) {
      const at = [...path, key];
      if (more === steps.length) found.places.push({ holder: node as Data, key, path: at });
      else visit((node as Data)[key], steps.slice(more), at, taken + more);
    }
  };
  visit(draft, pattern.split("."), [], 0);
  return found;
}

/** The places that a pattern means, or the problem that it means none. */
export type Found = { readonly places: readonly Place[] } | { readonly problem: Problem };

const orMissing = (places: readonly Place[], at: Path, pattern: string, found: Search): Found =>
  places.length > 0 ? { places } : { problem: missing(at, pattern, found) };

/** The places that are there. */
export function placesLike(draft: unknown, pattern: string, at: Path): Found {
  const found = search(draft, pattern);
  return orMissing(found.places, at, pattern, found);
}

/** The same, and those that something can be put in. */
export function placesToSet(draft: unknown, pattern: string, at: Path): Found {
  const found = search(draft, pattern);
  return orMissing([...found.places, ...found.vacancies], at, pattern, found);
}

/** The problem of a pattern that means nothing in the plan: how far it came, and what it may have been meant for. */
function missing(at: Path, pattern: string, { furthest, words }: Search): Problem {
  const steps = pattern.split(".");
  const [before, step = "", after] = [steps.slice(0, furthest), steps[furthest], steps.slice(furthest + 1)];
  const there = before.length === 0 ? "" : ` under ${before.join(".")}`;
  const refused = (expected: string, more: Parameters<typeof problem>[3] = {}): Problem =>
    problem(at, `a place in the plan${expected}`, JSON.stringify(pattern), more);
  if (words.size === 0) return refused(`, and nothing lies${there}`);
  if (words.has(step))
    return refused(`, which has no ${step}${there}`, { mend: `Set the whole ${step} instead.` });
  const near = nearestWord(step, [...words]);
  return refused(`:${there} one of ${listed([...words])}`, {
    nearest: near === undefined ? undefined : [...before, near, ...after].join("."),
  });
}
