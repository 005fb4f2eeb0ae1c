import { referenceWords } from "volumes-and-values/reference";
import type { AssumptionBy, Lot, Plan } from "volumes-and-values";
import { peopleByArea } from "./people.ts";
import type { People } from "./people.ts";
import { plainNumbers } from "./plain-numbers.ts";
import { screenerOf } from "./screening.ts";
import { areasOf, servicesOf } from "./sums.ts";
import { yearFactor } from "./year-factor.ts";

/** How many people there are of each stage, a group to each need share. */
type Groups = readonly Readonly<Record<string, number>>[];

/** A year of ramp-up: the months before the plateau that are open, wholly or in part, and how many come after. */
interface Year {
  readonly openShare: number;
  readonly months: readonly { readonly month: number; readonly part: number }[];
  readonly monthsAtPlateau: number;
}

/**
 * What of a plan is no rate: who is admitted where, and which months fall in which year. A program in another language
 * begins with it, so that its sums alone are timed.
 */
export interface Structure {
  readonly inputs: readonly string[];
  readonly levels: readonly string[];
  readonly years: readonly Year[];
  /** The people of each service, over all lots and areas. */
  readonly services: Readonly<Record<string, Groups>>;
  /** The people of each lot, area and service. */
  readonly rows: readonly { readonly service: string; readonly groups: Groups }[];
}

export function structureOf(plan: Plan, inputs: readonly string[]): Structure {
  const people = peopleByArea(plan, plainNumbers);
  const rows = plan.lots.flatMap((lot) =>
    areasOf(lot).flatMap((area) =>
      servicesOf(lot).map((service) => ({
        service,
        admitted: admittedTo(plan, lot, service, people.get(area) ?? []),
      })),
    ),
  );
  const groupsFor = (service: string, admitted: readonly People<number>[]): Groups =>
    groupsOf(admitted, plan.services[service]?.needShare ?? 1);
  const names = [...new Set(rows.map(({ service }) => service))];
  const admittedAnywhere = (name: string): readonly People<number>[] =>
    rows.filter(({ service }) => service === name).flatMap(({ admitted }) => admitted);
  return {
    inputs,
    levels: referenceWords.complexityLevels.map(({ id }) => id),
    years: yearsOf(plan),
    services: Object.fromEntries(names.map((name) => [name, groupsFor(name, admittedAnywhere(name))])),
    rows: rows.map(({ service, admitted }) => ({ service, groups: groupsFor(service, admitted) })),
  };
}

function admittedTo(
  { services }: Plan,
  { id, cohort, contractType }: Lot,
  service: string,
  people: readonly People<number>[],
): readonly People<number>[] {
  const screened = screenerOf(cohort, services[service]?.rules ?? []);
  const context = { service, lot: id, contractType };
  return people.filter(({ known }) => screened(known, context) === "admitted");
}

/** People by stage; the stages for which a need share is stated by itself are groups of their own. */
function groupsOf(people: readonly People<number>[], needShare: AssumptionBy): Groups {
  const stated = typeof needShare === "object" && "values" in needShare ? Object.keys(needShare.values) : [];
  const groups = new Map<string, Record<string, number>>();
  for (const { number, known } of people) {
    const stage = known["stage"] as string;
    const key = stated.includes(stage) ? stage : "otherwise";
    const group = groups.get(key) ?? {};
    groups.set(key, group);
    group[stage] = (group[stage] ?? 0) + number;
  }
  return [...groups.values()];
}

function yearsOf({ calendar, lots, services }: Plan): readonly Year[] {
  if (calendar.years !== "financial") throw new Error("this program knows financial years only");
  const goLive = onlyOne(lots.map(({ from }) => from));
  const plateau = onlyOne(
    Object.values(services).map(({ rampUp: { profile } }) =>
      "monthsToPlateau" in profile ? profile.monthsToPlateau : 0,
    ),
  );
  const first = Number(calendar.first.slice(0, 4));
  const last = Number(calendar.last.slice(0, 4));
  return [...Array(last - first + 1).keys()].map((n) => {
    /** How many months of the year there are among those from go-live that are asked for. */
    const monthsAmong = (asked: (month: number) => boolean): number =>
      12 * yearFactor(first + n, goLive, (month) => (asked(month) ? 1 : 0), plainNumbers);
    const growing = [...Array(plateau).keys()].map((index) => index + 1);
    return {
      openShare: monthsAmong(() => true) / 12,
      months: growing
        .map((month) => ({ month, part: monthsAmong((one) => one === month) }))
        .filter(({ part }) => part > 0),
      monthsAtPlateau: monthsAmong((month) => month > plateau),
    };
  });
}

function onlyOne<T>(values: readonly T[]): T {
  const [one, ...others] = new Set(values);
  if (one === undefined || others.length > 0)
    throw new Error("this program knows plans of one go-live and one plateau only");
  return one;
}
