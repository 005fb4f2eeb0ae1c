import type { Problem } from "../../errors.ts";
import { isZero } from "../../numbers/exact.ts";
import { sum } from "../../numbers/figure.ts";
import type { Figure } from "../../numbers/figure.ts";
import type { CaseMeasure } from "../../vocabulary/mechanism.ts";
import { invalidData, problem } from "../../vocabulary/problems.ts";
import { financialYearOf, monthIndex } from "../calendar.ts";
import { casesOf } from "./case-volumes.ts";
import type { CaseVolume } from "./case-volumes.ts";
import { refuse } from "./checked-options.ts";
import type { Contracted, ContractYears } from "./contracted.ts";
import { daysOfYears } from "./dated-years.ts";
import { inputsApart } from "./inputs-apart.ts";
import type { MonthsOfLevel } from "./inputs-apart.ts";
import type { MonthlyFlows } from "./monthly-flows.ts";

/** What months count by date. */
const measures = ["referrals", "starts", "completions"] as const;
type FlowMeasure = (typeof measures)[number];

const isCounted = (counts: CaseMeasure): counts is FlowMeasure =>
  (measures as readonly string[]).includes(counts);

/** The months of a contract: of all that come, or of those of each complexity. */
export type FlowsOfContract = MonthlyFlows | Readonly<Record<string, MonthlyFlows>>;

/** A month of a contract's year: those who are referred, start or finish in it, of one complexity or of all. */
export interface MonthByDate {
  /** Counted from year 0. */
  readonly month: number;
  readonly count: (counts: CaseMeasure, complexity: string | undefined) => Figure | undefined;
}

/** The flows of one complexity, or of all. */
interface Level {
  readonly complexity: string | undefined;
  readonly flows: MonthlyFlows;
}

/** Whether something is the flows of a contract by month. */
export const isFlows = (volumes: object): volumes is MonthlyFlows =>
  "supportedInQuarter" in volumes && typeof volumes.supportedInQuarter === "function";

/** Whether something is the flows of each complexity. */
export function isFlowsByLevel(volumes: object): volumes is Readonly<Record<string, MonthlyFlows>> {
  const all: readonly unknown[] = Object.values(volumes);
  return all.length > 0 && all.every((one) => typeof one === "object" && one !== null && isFlows(one));
}

/** A contract by date: the cases of a financial year are those who come in it, whenever they were referred. */
export function yearsOfFlows(volumes: FlowsOfContract, counts: CaseMeasure): ContractYears {
  if (!isCounted(counts))
    throw invalidData("volume", [
      problem(
        [],
        `volumes of ${counts} by financial year`,
        "months, which count referrals, starts and completions",
      ),
    ]);
  const levels: readonly Level[] = isFlows(volumes)
    ? [{ complexity: volumes.complexity, flows: volumes }]
    : levelsTogether(volumes);
  const months = monthsOf(levels[0] as Level);
  const labels = [...new Set(months.map((month) => financialYearOf(`${month}-01`).label))];
  const days = daysOfYears(labels);
  const lastReferral = months.findLast((month) => levels.some(({ flows }) => isReferredIn(month, flows)));
  const years = labels.map((year, index): Contracted => {
    const own = months.filter((month) => financialYearOf(`${month}-01`).label === year);
    const [from, to] = [own[0] as string, own.at(-1) as string];
    const inYear = <M extends FlowMeasure>(measure: M, { flows }: Level): Figure<M> =>
      flows.total({ from, to })[measure] as Figure<M>;
    const all = <M extends FlowMeasure>(measure: M): Figure<M> =>
      added(
        measure,
        levels.map((one) => inYear(measure, one)),
        { year },
      );
    const [only] = levels as readonly [Level];
    const cases: CaseVolume =
      only.complexity === undefined
        ? inYear(counts, only)
        : Object.fromEntries(levels.map((one) => [one.complexity ?? "", inYear(counts, one)]));
    return {
      year,
      cases: casesOf(cases, "casesContracted", counts, `volumes.${year}`),
      referrals: all("referrals"),
      outcomes: { referrals: all("referrals"), starts: all("starts"), completions: all("completions") },
      days: days?.[index],
      months: own.map((month) => monthOf(month, levels)),
      runsOff: lastReferral !== undefined && from > lastReferral,
    };
  });
  const [from] = levels.map(({ flows }) => flows.from).sort();
  const to = levels
    .map(({ flows }) => flows.to)
    .sort()
    .at(-1);
  const stillUnderWay = levels.map(({ complexity, flows }) => ({
    name: flows.name,
    complexity,
    ...flows.underWay,
  }));
  const strange = levels.flatMap(({ flows }) => flows.pointedOut);
  return { years, days, open: { from: from as string, to: to as string }, stillUnderWay, strange };
}

/** The months of each complexity: the same months, whose inputs move one complexity at a time. */
function levelsTogether(volumes: Readonly<Record<string, MonthlyFlows>>): readonly MonthsOfLevel[] {
  const levels = Object.entries(volumes).map(([complexity, flows]) => ({ complexity, flows }));
  refuse("volume", [...monthProblems(levels), ...inputsApart(levels), ...missingLevels(levels)]);
  return levels;
}

const isReferredIn = (month: string, { rows }: MonthlyFlows): boolean =>
  rows.some((row) => row.month === month && !isZero(row.referrals));

const added = <M extends FlowMeasure>(
  measure: M,
  figures: readonly Figure<M>[],
  about: Readonly<Record<string, string>>,
): Figure<M> => {
  const [only, ...others] = figures;
  return only !== undefined && others.length === 0 ? only : sum(measure, figures).named(measure, about);
};

const monthOf = (month: string, levels: readonly Level[]): MonthByDate => ({
  month: monthIndex(`${month}-01`),
  count: (counts, complexity) => {
    if (!isCounted(counts)) return undefined;
    const own = levels.filter((one) => complexity === undefined || one.complexity === complexity);
    return added(
      counts,
      own.map(({ flows }) => flows.total({ from: month, to: month })[counts]) as readonly Figure<
        typeof counts
      >[],
      { month },
    );
  },
});

const monthsOf = ({ flows }: Level): readonly string[] => flows.rows.map(({ month }) => month);

/** Complexities of a forecast of which some have months here, and these none. */
function missingLevels(levels: readonly MonthsOfLevel[]): readonly Problem[] {
  const stated = levels.map(({ complexity }) => complexity);
  const known = new Set(levels.flatMap(({ flows }) => flows.complexities ?? []));
  return [...known]
    .filter((complexity) => !stated.includes(complexity))
    .map((complexity) =>
      problem([complexity], "its months too, since the forecast has it: missing is not zero", "nothing", {
        mend: "Give them, or make those of the others of volumes by year.",
      }),
    );
}

/** Complexities whose months are not those of the first. */
function monthProblems(levels: readonly MonthsOfLevel[]): readonly Problem[] {
  const spoken = (months: readonly string[]): string => `${months[0] ?? ""} to ${months.at(-1) ?? ""}`;
  const [first, ...others] = levels as readonly [MonthsOfLevel, ...MonthsOfLevel[]];
  const due = spoken(monthsOf(first));
  return others.flatMap((one) => {
    const months = spoken(monthsOf(one));
    return months === due
      ? []
      : [problem([one.complexity], `the months of ${first.complexity}, ${due}`, months)];
  });
}
