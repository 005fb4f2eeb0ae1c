import * as z from "zod/mini";
import type { Problem } from "../errors.ts";
import { decimalFrom, describe, digitsOf, plus } from "../numbers/decimal.ts";
import { assumptionBy, assumptionSchema } from "./assumption.ts";
import type { Assumption } from "./assumption.ts";
import { centralOf } from "./checks/assumptions.ts";
import { readOwnData } from "./own-data.ts";
import type { Amount } from "./own-data.ts";
import { problem, unknownWord } from "./problems.ts";
import type { Path } from "./problems.ts";
import { identifier, text, wordOrWords } from "./schema.ts";
import type { DeepReadonly } from "./schema.ts";
import type { Range } from "./slots.ts";
import { payWords, workWords } from "./work-words.ts";

/** What a productive hour is made of: the days of a year, less those that are not worked, and the time on the road. */
const workingYear = z.strictObject({
  /** Weekdays of a year, for one full-time post. */
  workingDays: assumptionSchema,
  /** Annual leave and public holidays. */
  leaveDays: assumptionSchema,
  trainingDays: assumptionSchema,
  sicknessDays: assumptionSchema,
  hoursPerDay: assumptionSchema,
  /** The share of the hours at work that are spent travelling. */
  travelShare: assumptionSchema,
});

const roleSchema = z.strictObject({
  name: z.optional(text),
  hoursPerReferral: z.optional(assumptionBy),
  hoursPerStart: z.optional(assumptionBy),
  hoursPerCompletion: z.optional(assumptionBy),
  hoursPerMonthOnService: z.optional(assumptionBy),
  /** The hours of a year that one full-time post has for this work. */
  productiveHours: z.optional(
    z.union(
      [assumptionSchema, workingYear],
      "hours a year, or { workingDays, leaveDays, trainingDays, sicknessDays, hoursPerDay, travelShare }",
    ),
  ),
  /** The roles whose posts it manages. */
  manages: z.optional(wordOrWords),
  postsPerManager: z.optional(assumptionSchema),
  /** The posts there must be, however little work there is. */
  minimumCover: z.optional(assumptionSchema),
  /** Whether a post may be held in part, or only whole. */
  posts: z.enum(["whole", "in parts"]),
  salary: z.optional(assumptionBy),
  onCostPerPound: z.optional(assumptionBy),
});

const staffingSchema = z.strictObject({ roles: z.record(identifier, roleSchema) });

/** Who does the work: roles by what one start or completion takes of them, their working year and their pay. */
export type Staffing = DeepReadonly<z.infer<typeof staffingSchema>>;
export type Role = Staffing["roles"][string];

/** The work that hours are given for: the assumption, the volume it is for, and its unit. */
export const workOfRole = {
  hoursPerReferral: "referrals",
  hoursPerStart: "starts",
  hoursPerCompletion: "completions",
  hoursPerMonthOnService: "monthsOnService",
} as const;

export type HoursPer = keyof typeof workOfRole;

/** The assumptions on the work that a role has hours for. */
export const hoursOf = (role: Role): readonly HoursPer[] =>
  (Object.keys(workOfRole) as HoursPer[]).filter((name) => role[name] !== undefined);

/** The roles whose posts a role manages. */
export const managedBy = ({ manages = [] }: Role): readonly string[] =>
  typeof manages === "string" ? [manages] : manages;

const ranges = {
  hoursPerReferral: "zero or more",
  hoursPerStart: "zero or more",
  hoursPerCompletion: "zero or more",
  hoursPerMonthOnService: "zero or more",
  postsPerManager: "above zero",
  minimumCover: "zero or more",
  salary: "zero or more",
  onCostPerPound: "zero or more",
} as const satisfies Partial<Record<keyof Role, Range>>;

const yearRanges = {
  workingDays: "above zero",
  leaveDays: "zero or more",
  trainingDays: "zero or more",
  sicknessDays: "zero or more",
  hoursPerDay: "above zero",
  travelShare: "share",
} as const satisfies Record<keyof z.infer<typeof workingYear>, Range>;

export type WorkingYear = DeepReadonly<z.infer<typeof workingYear>>;

/** Whether productive hours are given by what they are made of. */
export const isWorkingYear = (hours: Role["productiveHours"]): hours is WorkingYear =>
  typeof hours === "object" && "workingDays" in hours;

function* amounts({ roles }: Staffing): Generator<Amount> {
  for (const [id, role] of Object.entries(roles)) {
    const path = ["roles", id];
    for (const [name, range] of Object.entries(ranges))
      yield {
        path: [...path, name],
        value: role[name as keyof typeof ranges],
        range,
        by: name in workOfRole ? workWords : payWords,
      };
    const hours = role.productiveHours;
    if (!isWorkingYear(hours))
      yield { path: [...path, "productiveHours"], value: hours, range: "above zero", by: [] };
    else
      for (const [name, range] of Object.entries(yearRanges))
        yield {
          path: [...path, "productiveHours", name],
          value: hours[name as keyof WorkingYear],
          range,
          by: [],
        };
  }
}

function meaning({ roles }: Staffing): readonly Problem[] {
  const ids = Object.keys(roles);
  if (ids.length === 0) return [problem(["roles"], "one role or more", "none")];
  return Object.entries(roles).flatMap(([id, role]) => roleProblems(["roles", id], id, role, roles));
}

function roleProblems(path: Path, id: string, role: Role, roles: Staffing["roles"]): readonly Problem[] {
  const hours = hoursOf(role);
  const managed = managedBy(role);
  const has = (name: keyof Role): boolean => role[name] !== undefined;
  const missing = (name: keyof Role, why: string): Problem[] =>
    has(name) ? [] : [problem([...path, name], why, "nothing")];
  const needless = (name: keyof Role, why: string): Problem[] =>
    has(name) ? [problem([...path, name], why, describe(role[name]))] : [];
  return [
    ...(hours.length > 0
      ? [
          ...missing("productiveHours", "the hours of a year that a full-time post has for the work"),
          ...needless(
            "manages",
            `nothing, since ${id} has hours of its own; make managers a role of their own`,
          ),
        ]
      : needless("productiveHours", "nothing, since no hours of work are given")),
    ...(managed.length > 0
      ? missing("postsPerManager", "how many posts one manager manages")
      : needless("postsPerManager", "nothing, since it manages no role")),
    ...(hours.length === 0 && managed.length === 0
      ? missing("minimumCover", "hours of work, roles that it manages, or posts that there always are")
      : []),
    ...managed
      .filter((other, index) => managed.indexOf(other) !== index)
      .map((other) => problem([...path, "manages"], "each role once", `${other} twice`)),
    ...managed.flatMap((other) => managedProblems([...path, "manages"], id, other, roles)),
    ...(isWorkingYear(role.productiveHours)
      ? yearProblems([...path, "productiveHours"], role.productiveHours)
      : mostProblems([...path, "productiveHours"], role.productiveHours, 8_784, "hours of a year")),
    ...(has("onCostPerPound") ? missing("salary", "the salary that on-costs come on top of") : []),
    ...(has("salary")
      ? missing("onCostPerPound", "the employer's on-costs of a pound of salary; 0, if there are none")
      : []),
  ];
}

/** A number, or the high end of its range, that is more than there can be. */
function mostProblems(path: Path, value: Assumption | undefined, most: number, what: string): Problem[] {
  if (value === undefined) return [];
  const form = `at most the ${String(most)} ${what}`;
  const central = centralOf(value);
  if (central.greaterThan(most)) return [problem(path, form, digitsOf(central))];
  const high = typeof value === "object" && value.high !== undefined ? decimalFrom(value.high) : central;
  return high.greaterThan(most) ? [problem([...path, "high"], form, digitsOf(high))] : [];
}

/** A year that is longer than one, or in which nothing is left to work. */
function yearProblems(at: Path, year: WorkingYear): Problem[] {
  const away = (["leaveDays", "trainingDays", "sicknessDays"] as const)
    .map((name) => centralOf(year[name]))
    .reduce(plus);
  const days = centralOf(year.workingDays);
  const form = `fewer days of leave, training and sickness than the ${digitsOf(days)} working days`;
  return [
    ...mostProblems([...at, "workingDays"], year.workingDays, 366, "days of a year"),
    ...mostProblems([...at, "hoursPerDay"], year.hoursPerDay, 24, "hours of a day"),
    ...(away.lessThan(days) ? [] : [problem(at, form, digitsOf(away))]),
    ...(centralOf(year.travelShare).equals(1)
      ? [problem([...at, "travelShare"], "less than all of the time", "1")]
      : []),
  ];
}

function managedProblems(path: Path, id: string, other: string, roles: Staffing["roles"]): Problem[] {
  if (!Object.hasOwn(roles, other)) return [unknownWord(path, other, Object.keys(roles), "a role")];
  return isAbove(other, id, roles, new Set())
    ? [problem(path, `roles that do not manage ${id} themselves`, other)]
    : [];
}

/** Whether a role manages another, itself or through those whom it manages. */
function isAbove(id: string, other: string, roles: Staffing["roles"], met: Set<string>): boolean {
  if (id === other) return true;
  if (met.has(id)) return false;
  met.add(id);
  const role = roles[id];
  return role !== undefined && managedBy(role).some((below) => isAbove(below, other, roles, met));
}

/**
 * The staffing of a provider read from data: its form, its ranges and who manages whom checked, all problems at once.
 *
 * @param data - what `JSON.parse` gave, or an object written in code; it is not changed
 * @throws ModelError `invalid-data` with every problem: its path, what was expected, what came, and the nearest known
 * word for a misspelt one.
 *
 * @example
 * ```ts
 * import { parseStaffing } from "volumes-and-values/provider";
 *
 * parseStaffing({ roles: { adviser: { hoursPerStart: 9, productiveHours: 1400, post: "whole" } } });
 * // throws: roles.adviser.post: expected a known name
 * ```
 */
export const parseStaffing = (data: unknown): Staffing =>
  readOwnData<Staffing>(data, { subject: "staffing", schema: staffingSchema, amounts, meaning });
