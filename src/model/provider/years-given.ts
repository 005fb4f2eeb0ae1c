import type { Problem } from "../../errors.ts";
import { contractYearLabel, financialYearLabel, isYearLabel } from "../../vocabulary/calendar.ts";
import { caseMeasures } from "../../vocabulary/mechanism.ts";
import type { CaseMeasure } from "../../vocabulary/mechanism.ts";
import { problem } from "../../vocabulary/problems.ts";
import { casesOf, countedAs, volumeProblems } from "./case-volumes.ts";
import { objectProblems, refuse } from "./checked-options.ts";
import type { Contracted, ContractedYear, ContractYears } from "./contracted.ts";
import { daysOfYears } from "./dated-years.ts";
import { numberOfYear, sameCalendar } from "./money.ts";
import { stagePoints, stageProblems } from "./stages-given.ts";

/** Where volumes stand, as inputs too. */
const root = ["volumes"] as const;

/** The keys of a year's volumes. */
export const yearNames = ["cases", "referrals", "outcomes"] as const;

type YearsGiven = Readonly<Record<string, ContractedYear>>;

/** The volumes of a contract that somebody states year by year, checked whole and in order of time. */
export function yearsGiven(volumes: YearsGiven, counts: CaseMeasure): ContractYears {
  const labels = Object.keys(volumes);
  refuse("contract", [
    ...labelProblems(labels),
    ...labels.flatMap((label) => yearProblems(label, volumes[label], counts)),
  ]);
  const inOrder = [...labels].sort((a, b) => numberOfYear(a) - numberOfYear(b));
  refuse("contract", gapProblems(inOrder));
  const days = daysOfYears(inOrder);
  const years = inOrder.map((year, index) => ({
    ...yearGiven(year, volumes[year] as ContractedYear, counts),
    days: days?.[index],
  }));
  refuse("contract", stageProblems(root, years, counts));
  return { years, days, open: {}, strange: stagePoints(root, years, counts) };
}

function labelProblems(labels: readonly string[]): readonly Problem[] {
  if (labels.length === 0) return [problem(root, "the volumes of a year or more", "none")];
  const strange = labels.filter((label) => !isYearLabel(label));
  if (strange.length > 0)
    return strange.map((label) =>
      problem([...root, label], 'a year, as "2021/22" or "contract year 1"', JSON.stringify(label)),
    );
  const [first] = labels as readonly [string];
  const due = first.startsWith("contract")
    ? "contract years, as contract year 1"
    : "financial years, as 2021/22";
  return labels
    .filter((label) => !sameCalendar(label, first))
    .map((label) => problem([...root, label], due, label));
}

const gapProblems = (labels: readonly string[]): readonly Problem[] =>
  labels.slice(1).flatMap((label, index) => {
    const before = labels[index] as string;
    const due = yearAfter(before);
    return label === due ? [] : [problem([...root, label], `${due}, so that years follow each other`, label)];
  });

const yearAfter = (label: string): string =>
  label.startsWith("contract")
    ? contractYearLabel(numberOfYear(label) + 1)
    : financialYearLabel(numberOfYear(label) + 1);

function yearProblems(label: string, year: unknown, counts: CaseMeasure): readonly Problem[] {
  const formal = objectProblems([...root, label], year, { known: yearNames });
  if (typeof year !== "object" || year === null || Array.isArray(year)) return formal;
  const { cases, outcomes } = year as Partial<ContractedYear>;
  return [
    ...formal,
    ...volumeProblems([...root, label, "cases"], cases, counts),
    ...(outcomes === undefined
      ? []
      : objectProblems([...root, label, "outcomes"], outcomes, { known: caseMeasures })),
  ];
}

function yearGiven(
  year: string,
  { cases, referrals, outcomes = {} }: ContractedYear,
  counts: CaseMeasure,
): Omit<Contracted, "days"> {
  const path = `volumes.${year}`;
  return {
    year,
    cases: casesOf(cases, "casesContracted", counts, `${path}.cases`),
    referrals:
      referrals === undefined
        ? undefined
        : countedAs("referrals", referrals, `${path}.referrals`).in("referrals"),
    outcomes,
  };
}
