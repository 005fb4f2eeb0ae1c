import type { Problem } from "../../errors.ts";
import {
  hoursOfWork,
  hoursOnCompletions,
  hoursOnReferrals,
  hoursOnService,
  hoursOnStarts,
} from "../../formulas/staff.ts";
import type { About, Figure } from "../../numbers/figure.ts";
import type { Unit } from "../../numbers/unit.ts";
import { isByAttribute } from "../../vocabulary/assumption.ts";
import type { Assumption, AssumptionBy, OneOrBy } from "../../vocabulary/assumption.ts";
import type { Attributes } from "../../vocabulary/attributes.ts";
import { problem } from "../../vocabulary/problems.ts";
import type { Path } from "../../vocabulary/problems.ts";
import { hoursOf } from "../../vocabulary/staffing.ts";
import type { HoursPer, Role } from "../../vocabulary/staffing.ts";
import { chooserOf, assumedFigure } from "../inputs.ts";
import type { Chooser } from "../inputs.ts";
import type { Measure, WorkRow } from "./work.ts";

/** An assumption of a provider's own, or several by an attribute, as input figures. */
export const ownChooser = <U extends Unit>(
  unit: U,
  path: Path,
  value: AssumptionBy,
  about: About,
): Chooser<Figure<U>> => {
  const name = String(path.at(-1));
  return chooserOf<Assumption, Figure<U>>(path, value, about, (at, one, of) =>
    assumedFigure(at, { name, unit }, one, of),
  );
};

/** Where a choice by an attribute has nothing for some words. */
export function lackingChoices(path: Path, value: OneOrBy<unknown>, words: Attributes): readonly Problem[] {
  if (!isByAttribute(value)) return [];
  const { by, values, otherwise } = value;
  const word = words[by];
  const own = word !== undefined && Object.hasOwn(values, word);
  if (own) return lackingChoices([...path, "values", word], values[word], words);
  if (otherwise !== undefined) return lackingChoices([...path, "otherwise"], otherwise, words);
  const lacking = word === undefined ? `rows that do not say their ${by}` : `the ${by} ${word}`;
  return [
    problem([...path, "values"], `a value for ${lacking}`, "none", { mend: "Add one, or an otherwise." }),
  ];
}

/** The hours of work of a role, by the rows of a period; none, for a role to which no work gives hours. */
export type RoleHours = (rows: readonly WorkRow[], about: About) => Figure<"hours">;

/** What each kind of hours is for. */
export const measureOf = {
  hoursPerReferral: "referrals",
  hoursPerStart: "starts",
  hoursPerCompletion: "completions",
  hoursPerMonthOnService: "monthsOnService",
} as const satisfies Record<HoursPer, Measure>;

/** What each kind of work takes of a role, row by row. */
const hoursOn = {
  hoursPerReferral: (path: Path, each: AssumptionBy, of: About) => {
    const chooser = ownChooser("hours/referrals", path, each, of);
    return (row: WorkRow, about: About) =>
      hoursOnReferrals({ referrals: row.volume("referrals"), hoursPerReferral: chooser(row.words) }, about);
  },
  hoursPerStart: (path: Path, each: AssumptionBy, of: About) => {
    const chooser = ownChooser("hours/starts", path, each, of);
    return (row: WorkRow, about: About) =>
      hoursOnStarts({ starts: row.volume("starts"), hoursPerStart: chooser(row.words) }, about);
  },
  hoursPerCompletion: (path: Path, each: AssumptionBy, of: About) => {
    const chooser = ownChooser("hours/completions", path, each, of);
    return (row: WorkRow, about: About) =>
      hoursOnCompletions(
        { completions: row.volume("completions"), hoursPerCompletion: chooser(row.words) },
        about,
      );
  },
  hoursPerMonthOnService: (path: Path, each: AssumptionBy, of: About) => {
    const chooser = ownChooser("hours/monthsOnService", path, each, of);
    return (row: WorkRow, about: About) =>
      hoursOnService(
        { monthsOnService: row.volume("monthsOnService"), hoursPerMonthOnService: chooser(row.words) },
        about,
      );
  },
} as const satisfies Record<
  HoursPer,
  (path: Path, each: AssumptionBy, of: About) => (row: WorkRow, about: About) => Figure<"hours">
>;

/** How the hours of a role follow from work, with each of its assumptions an input of its own. */
export function roleHours(path: Path, role: Role, of: About): RoleHours {
  const kinds = hoursOf(role).map((name) => hoursOn[name]([...path, name], role[name] as AssumptionBy, of));
  return (rows, about) =>
    hoursOfWork(
      { hours: rows.flatMap((row) => kinds.map((kind) => kind(row, { ...row.words, ...about }))) },
      about,
    );
}
