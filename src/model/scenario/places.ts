import type { Problem } from "../../errors.ts";
import { isByAttribute } from "../../vocabulary/assumption.ts";
import { cellNumbers } from "../../vocabulary/attributes.ts";
import { keysAt } from "../../vocabulary/keys.ts";
import { nearestWord } from "../../vocabulary/nearest.ts";
import { planSchema } from "../../vocabulary/plan.ts";
import { listed, problem } from "../../vocabulary/problems.ts";
import type { Path } from "../../vocabulary/problems.ts";

type Data = Record<string | number, unknown>;

/** A place found in a draft: what holds it and under which key. */
export interface Place {
  readonly holder: Data;
  readonly key: string | number;
  readonly path: Path;
}

/** What lies under one thing: each by its key, and by the name that a person gives it. */
interface Child {
  readonly key: string | number;
  readonly name: string | undefined;
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

/** What an item of a list is called: by its id, or by its area, as cells are. */
function nameOf(item: unknown): string | undefined {
  if (!isData(item)) return undefined;
  return [item["id"], item["area"]].find((name) => typeof name === "string");
}

const childrenOf = (node: unknown): readonly Child[] => {
  if (Array.isArray(node)) return node.map((item: unknown, key) => ({ key, name: nameOf(item) }));
  return isData(node) ? Object.keys(node).map((key) => ({ key, name: key })) : [];
};

/** Whether a name is what a step of a pattern stands for, in which `*` is any text. */
function isLike(name: string, step: string): boolean {
  if (!step.includes("*")) return name === step;
  const parts = step.split("*").map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "su").test(name);
}

/** How many steps of a pattern a name takes up: a name with dots in it takes several. None, if it is not meant. */
function stepsTaken(name: string, steps: readonly string[]): number {
  const dots = name.split(".").length;
  const taken = [dots, 1].find(
    (count) => count <= steps.length && isLike(name, steps.slice(0, count).join(".")),
  );
  return taken ?? 0;
}

/** What lies under something where a pattern goes on: by name; in a list, by its place where nothing has that name. */
function meant(node: unknown, steps: readonly string[]): { key: string | number; taken: number }[] {
  const [step] = steps;
  const children = childrenOf(node);
  const named = children.flatMap(({ key, name }) => {
    const taken = step === "*" ? 1 : name === undefined ? 0 : stepsTaken(name, steps);
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

/** Whether a path is that of a cell, which may have attributes of the plan's own. */
const isCell = ([first, second]: Path, depth: number): boolean =>
  depth === 3 && first === "caseload" && second === "cells";

/** Whether a place counts people: a number of a cell. */
export const isCount = ({ path, key }: Place): boolean =>
  isCell(path, path.length - 1) && (cellNumbers as readonly unknown[]).includes(key);

/** The words by which something may be gone on from: those that are there, and those that a plan knows there. */
const wordsUnder = (node: unknown, path: Path): readonly string[] => [
  ...childrenOf(node).flatMap(({ name }) => name ?? []),
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
    const next = meant(node, steps);
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
  const came = steps.slice(0, furthest).join(".");
  const step = steps[furthest] ?? "";
  const near = nearestWord(step, [...words]);
  const under = came === "" ? "in the plan" : `under ${came}`;
  const expected =
    words.size === 0
      ? `a place in the plan, and nothing lies ${under}`
      : `a place in the plan: ${under}, one of ${listed([...words])}`;
  const nearest =
    near === undefined
      ? undefined
      : [...steps.slice(0, furthest), near, ...steps.slice(furthest + 1)].join(".");
  return problem(at, expected, JSON.stringify(pattern), { nearest });
}
