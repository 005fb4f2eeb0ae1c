import { expect } from "vitest";
import { isModelError, parsePlan } from "volumes-and-values";
import type { Plan, Problem } from "volumes-and-values";

/** Plain JSON, as a plan is before it has been read. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

/**
 * One lot with round numbers, made up so that every row can be worked out by hand: 1,500 of 2,800 people are eligible,
 * and at the plateau 540 referrals a year are made for them.
 */
const essex = {
  schema: "volumes-and-values/plan/1",
  name: "Accommodation in Essex, illustrative",
  caseload: {
    asOf: "2020-06-30",
    source: "illustrative",
    counted: "people",
    cells: [
      { area: "essex", sentenceType: "licence", sex: "male", people: 900 },
      { area: "essex", sentenceType: "community-order-rar", sex: "male", people: 600 },
      { area: "essex", sentenceType: "community-order-no-rar", sex: "male", people: 1200 },
      { area: "essex", sentenceType: "licence", sex: "female", people: 100 },
    ],
  },
  turnover: 1.5,
  services: {
    accommodation: {
      rules: [
        {
          id: "rar",
          decision: "admit",
          when: { stage: "community", requirement: "rar" },
          reason: "orders with RAR are eligible",
          source: "illustrative",
        },
        {
          id: "no-rar",
          decision: "exclude",
          when: { stage: "community", requirement: "none" },
          reason: "orders without RAR are not",
          source: "illustrative",
        },
        {
          id: "licence",
          decision: "admit",
          when: { stage: ["licence", "post-sentence"] },
          reason: "people on licence are eligible",
          source: "illustrative",
        },
      ],
      complexityMix: { low: 0.2, medium: 0.5, high: "rest" },
      needShare: 0.4,
      takeUpShare: 0.5,
      referralsPerPerson: 1.2,
      startRate: 0.8,
      completionRate: 0.5,
      rampUp: {
        profile: { shape: "linear", monthsToPlateau: 12 },
        unmet: "carried forward",
        plateau: 1.25,
      },
      unitCost: {
        contactHours: { by: "complexity", values: { low: 4, medium: 6, high: 10 } },
        otherHours: 3,
        referralHours: 1,
        completionHours: 2,
        salary: 27500,
        onCostPerPound: 0.28,
        productiveHours: 1408,
        otherDirectCost: 18.75,
        overheadPerPound: 0.2,
        surplusPerPound: 0.05,
      },
    },
  },
  lots: [
    {
      id: "essex-accommodation",
      contractType: "accommodation",
      areas: ["essex"],
      cohort: { sex: "male" },
      from: "2021-06-26",
      mobilisation: 50000,
    },
  ],
  calendar: { years: "financial", first: "2021/22", last: "2023/24" },
} satisfies JsonObject;

/** Stop-smoking and weight services of a county's public health team: none of its words are probation's. */
const publicHealth = {
  schema: "volumes-and-values/plan/1",
  name: "Public health services, illustrative",
  words: {
    regions: [
      { id: "coast", name: "Coast" },
      { id: "inland", name: "Inland" },
    ],
    areas: [
      { id: "harbour-ward", name: "Harbour ward", region: "coast" },
      { id: "hill-ward", name: "Hill ward", region: "inland" },
    ],
    sentenceTypes: [],
    complexityLevels: [
      { id: "brief", name: "Brief advice" },
      { id: "intensive", name: "Intensive support" },
    ],
    services: [
      { id: "stop-smoking", name: "Stop smoking" },
      { id: "weight", name: "Weight management" },
    ],
    contractTypes: [{ id: "healthy-lives", name: "Healthy lives", services: ["stop-smoking", "weight"] }],
    attributes: { referredBy: ["gp", "self"] },
  },
  caseload: {
    asOf: "2024-04-01",
    source: "illustrative",
    counted: "people",
    cells: [
      { area: "harbour-ward", referredBy: "gp", people: 400 },
      { area: "harbour-ward", referredBy: "self", people: 100 },
      { area: "hill-ward", referredBy: "gp", people: 200 },
      { area: "hill-ward", people: 50 },
    ],
  },
  turnover: 2,
  services: {
    "stop-smoking": {
      rules: [
        {
          id: "by-gp",
          decision: "admit",
          when: { referredBy: "gp" },
          reason: "a GP may refer",
          source: "illustrative",
        },
      ],
      complexityMix: { brief: 0.75, intensive: 0.25 },
      needShare: 0.5,
      takeUpShare: 0.5,
      referralsPerPerson: 1,
      startRate: 0.5,
      completionRate: 0.5,
      rampUp: { profile: { shape: "step", monthsToPlateau: 1 }, unmet: "lost" },
      unitCost: { costPerStart: { by: "complexity", values: { brief: 100, intensive: 400 } } },
    },
    weight: {
      rules: [{ id: "anybody", decision: "admit", when: {}, reason: "open to all", source: "illustrative" }],
      complexityMix: { brief: 0.5, intensive: 0.5 },
      needShare: 0.25,
      takeUpShare: 0.5,
      referralsPerPerson: 1,
      startRate: 0.5,
      completionRate: 0.5,
      rampUp: { profile: { shape: "step", monthsToPlateau: 1 }, unmet: "lost" },
      unitCost: { costPerStart: 60 },
    },
  },
  lots: [
    {
      id: "county",
      contractType: "healthy-lives",
      regions: ["coast", "inland"],
      cohort: {},
      from: "2024-04-01",
    },
  ],
  calendar: { years: "financial", first: "2024/25", last: "2024/25" },
} satisfies JsonObject;

const copyOf = (json: Json): JsonObject => JSON.parse(JSON.stringify(json)) as JsonObject;

/** The value at a path of dots, so that steps may stand for themselves: `caseload.cells.0.people`. */
export function at(json: Json, path: string): Json | undefined {
  let value: Json | undefined = json;
  for (const step of path.split("."))
    value = typeof value === "object" && value !== null ? (value as JsonObject)[step] : undefined;
  return value;
}

/** Puts a value at a path; undefined takes away what is there. */
function put(json: JsonObject, path: string, value: unknown): void {
  const steps = path.split(".");
  const last = steps.pop() as string;
  let there = json as Record<string, unknown>;
  for (const step of steps) there = there[step] as Record<string, unknown>;
  if (value === undefined) Reflect.deleteProperty(there, last);
  else there[last] = value;
}

/** What differs from a plan, by path; undefined takes away what is there. */
export type Changes = Readonly<Record<string, unknown>>;

/** A copy of some plan with changes. */
export function changed(plan: Json, changes: Changes): JsonObject {
  const copy = copyOf(plan);
  for (const [path, value] of Object.entries(changes)) put(copy, path, value);
  return copy;
}

/** The plan of one lot in Essex, with changes. */
export const essexWith = (changes: Changes = {}): JsonObject => changed(essex, changes);

/** The plan of a public health team, with changes. */
export const publicHealthWith = (changes: Changes = {}): JsonObject => changed(publicHealth, changes);

/** The same, read. */
export const essexPlan = (changes: Changes = {}): Plan => parsePlan(essexWith(changes));

/** What something throws; a failed test, if it throws nothing. */
export function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return expect.unreachable("nothing was thrown");
}

/** The problems for which something is refused, all of them. */
export function problemsOf(act: () => unknown): readonly Problem[] {
  const error = thrownBy(act);
  if (!isModelError(error, "invalid-data")) throw error;
  expect(error.details.problems.length).toBeGreaterThan(0);
  return error.details.problems;
}

/** The problems for which a plan is refused. */
export const problemsIn = (data: unknown): readonly Problem[] => problemsOf(() => parsePlan(data));

/** The one problem for which a plan is refused: its only one. */
export function onlyProblemIn(data: unknown): Problem {
  const problems = problemsIn(data);
  expect(
    problems.map(({ message }) => message),
    "the one problem of this plan",
  ).toHaveLength(1);
  return problems[0] as Problem;
}
