import { absent, isAbsent } from "../../absent.ts";
import type { Maybe } from "../../absent.ts";
import {
  fteNeeded,
  managersNeeded,
  payPerPost,
  postsInParts,
  productiveHours,
  productiveHoursWhileOpen,
  workedDays,
} from "../../formulas/staff.ts";
import { sum } from "../../numbers/figure.ts";
import type { About, Figure } from "../../numbers/figure.ts";
import type { Path } from "../../vocabulary/problems.ts";
import { hoursOf, isWorkingYear, managedBy } from "../../vocabulary/staffing.ts";
import type { Role, WorkingYear } from "../../vocabulary/staffing.ts";
import { assumedFigure } from "../inputs.ts";
import { ownChooser, roleHours } from "./role-hours.ts";
import type { WorkRow } from "./work.ts";

/** A role whose assumptions are input figures. */
export interface ReadyRole {
  readonly id: string;
  readonly manages: readonly string[];
  hours(rows: readonly WorkRow[], about: About): Maybe<"hours">;
  /** The posts that so many hours, or so many posts to manage, take. */
  needed(hours: Maybe<"hours">, managed: readonly Figure<"fte">[], open: OpenIn): Figure<"fte">;
  readonly held: Role["posts"];
  /** What a full-time post costs in a period. */
  payPerPost(open: OpenIn): Maybe<"GBP/fte">;
}

/** A period in which a service is open, and for how many months. */
export interface OpenIn {
  readonly period: string;
  readonly monthsOpen: Figure<"month">;
  readonly about: About;
}

/** A role made ready: each of its assumptions is one input, whatever the period. */
export function readyRole(id: string, role: Role): ReadyRole {
  const path = ["staffing", "roles", id];
  const of = { role: role.name ?? id };
  const cover = role.minimumCover;
  const minimumCover =
    cover === undefined
      ? undefined
      : assumedFigure([...path, "minimumCover"], { name: "minimumCover", unit: "fte" }, cover, of);
  const hours = hoursOf(role).length === 0 ? undefined : roleHours(path, role, of);
  const yearly = role.productiveHours;
  const productive = yearly === undefined ? undefined : hoursOfYear([...path, "productiveHours"], yearly, of);
  const span = role.postsPerManager;
  const postsPerManager =
    span === undefined
      ? undefined
      : assumedFigure([...path, "postsPerManager"], { name: "postsPerManager", unit: "ratio" }, span, of);

  const workTakes = (
    inPeriod: Maybe<"hours">,
    managed: readonly Figure<"fte">[],
    { monthsOpen, about }: OpenIn,
  ): Figure<"fte"> | undefined => {
    if (postsPerManager !== undefined)
      return managersNeeded({ posts: sum("fte", managed).named("posts", about), postsPerManager }, about);
    if (productive === undefined || isAbsent(inPeriod)) return undefined;
    const whileOpen = productiveHoursWhileOpen({ productiveHours: productive, monthsOpen }, about);
    return fteNeeded({ hours: inPeriod, productiveHours: whileOpen }, about);
  };

  return {
    id,
    manages: managedBy(role),
    held: role.posts,
    hours: (rows, about) => hours?.(rows, about) ?? absent(`no hours of work are given for ${id}`),
    needed: (inPeriod, managed, open) => {
      const takes = workTakes(inPeriod, managed, open);
      if (takes === undefined) return minimumCover as Figure<"fte">;
      return minimumCover === undefined
        ? takes
        : postsInParts({ fteNeeded: takes, minimumCover }, open.about);
    },
    payPerPost: payOf(path, role, of),
  };
}

function hoursOfYear(
  path: Path,
  hours: NonNullable<Role["productiveHours"]>,
  of: About,
): Figure<"hours/fte"> {
  if (!isWorkingYear(hours))
    return assumedFigure(path, { name: "productiveHours", unit: "hours/fte" }, hours, of);
  const days = (name: keyof WorkingYear): Figure<"days/fte"> =>
    assumedFigure([...path, name], { name, unit: "days/fte" }, hours[name], of);
  return productiveHours(
    {
      workedDays: workedDays(
        {
          workingDays: days("workingDays"),
          leaveDays: days("leaveDays"),
          trainingDays: days("trainingDays"),
          sicknessDays: days("sicknessDays"),
        },
        of,
      ),
      hoursPerDay: assumedFigure(
        [...path, "hoursPerDay"],
        { name: "hoursPerDay", unit: "hours/days" },
        hours.hoursPerDay,
        of,
      ),
      travelShare: assumedFigure(
        [...path, "travelShare"],
        { name: "travelShare", unit: "ratio" },
        hours.travelShare,
        of,
      ),
    },
    of,
  );
}

function payOf(path: Path, role: Role, of: About): ReadyRole["payPerPost"] {
  const { salary, onCostPerPound } = role;
  if (salary === undefined || onCostPerPound === undefined) {
    const without = absent(`no salary is given for ${of["role"] ?? ""}`);
    return () => without;
  }
  const salaryIn = ownChooser("GBP/fte", [...path, "salary"], salary, of);
  const onCostIn = ownChooser("ratio", [...path, "onCostPerPound"], onCostPerPound, of);
  return ({ monthsOpen, about }) =>
    payPerPost({ salary: salaryIn(about), onCostPerPound: onCostIn(about), monthsOpen }, about);
}
