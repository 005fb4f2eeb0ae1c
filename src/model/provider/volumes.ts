import * as z from "zod/mini";
import { isFigure, wrongUnit } from "../../numbers/figure.ts";
import type { Figure } from "../../numbers/figure.ts";
import { assumptionSchema } from "../../vocabulary/assumption.ts";
import type { Assumption } from "../../vocabulary/assumption.ts";
import { problemsInRange } from "../../vocabulary/checks/assumptions.ts";
import type { Plan } from "../../vocabulary/plan.ts";
import { plainCopy } from "../../vocabulary/plain.ts";
import { invalidData, problem, problemsOf } from "../../vocabulary/problems.ts";
import { rewritten } from "../../vocabulary/rewritten.ts";
import type { Range } from "../../vocabulary/slots.ts";
import { rootOf } from "../../vocabulary/timing.ts";
import type { FlowsCalled, Timing } from "../../vocabulary/timing.ts";
import type { Problem } from "../../errors.ts";
import { overlap } from "../calendar.ts";
import type { Forecast } from "../forecast.ts";
import { assumedFigure } from "../inputs.ts";
import { yearOf } from "./months.ts";

/** A year's referrals, and how many of them start and finish: figures, as a forecast's total has them, or numbers. */
export interface YearVolumes {
  readonly referrals: Figure<"referrals"> | Assumption;
  readonly starts: Figure<"starts"> | Assumption;
  readonly completions: Figure<"completions"> | Assumption;
}

/** Volumes by year: `2021/22`, or `contract year 1`. */
export type VolumesByYear = Readonly<Record<string, YearVolumes>>;

/** The volumes of a year as figures. */
export interface VolumesOfYear {
  readonly referrals: Figure<"referrals">;
  readonly starts: Figure<"starts">;
  readonly completions: Figure<"completions">;
}

/** What volumes are called, and of which complexity they are, or of all where it is not said. */
type OfLevel = FlowsCalled;

/** The same, and the days on which people are referred. */
type OfDays = FlowsCalled & Pick<Timing, "from" | "to">;

const measures = ["referrals", "starts", "completions"] as const;
type VolumeName = (typeof measures)[number];

/**
 * The volumes of each year as figures; a number becomes an input of the path `volumes.2021/22.referrals`, or
 * `volumes.low.2021/22.referrals` where they are of one complexity.
 */
export function volumesOf(volumes: VolumesByYear | Forecast, of: OfDays): ReadonlyMap<string, VolumesOfYear> {
  const given = Object(volumes) as typeof volumes;
  if (isPlan(given))
    throw invalidData("volumes", [
      problem([], "a forecast, or volumes by year", "a plan", { mend: "Give forecast(plan)." }),
    ]);
  const years = Object.entries(byYear(given, of));
  const problems = years.flatMap(([label, year]) => numberProblems(label, year));
  if (problems.length > 0) throw invalidData("volumes", rewritten(problems));
  const figures = new Map(
    years.map(([label, year]) => [
      label,
      {
        referrals: volumeOf(label, "referrals", year.referrals, of),
        starts: volumeOf(label, "starts", year.starts, of),
        completions: volumeOf(label, "completions", year.completions, of),
      },
    ]),
  );
  const wrong = [...figures].flatMap(([label, year]) => orderProblems([label], year));
  if (wrong.length > 0) throw invalidData("volumes", wrong);
  return figures;
}

/** Whether something is what a plan was forecast to come to. */
export const isForecast = (volumes: object): volumes is Forecast =>
  "total" in volumes && typeof volumes.total === "function" && "by" in volumes;

/** Whether something is a plan, which nobody has forecast yet. */
export const isPlan = (volumes: object): volumes is Plan => "schema" in volumes && "caseload" in volumes;

/**
 * The totals of a forecast by year, of one complexity where it is said, without the years in which nobody is referred yet
 * or any more; volumes by year stay as they are.
 */
const byYear = (volumes: VolumesByYear | Forecast, of: OfDays): VolumesByYear =>
  isForecast(volumes)
    ? Object.fromEntries(
        volumes.years
          .filter((year) => overlap(yearOf(year, of.from), of) !== undefined)
          .map((year) => [year, volumes.total({ ...wordsOf(of), year })]),
      )
    : volumes;

const wordsOf = ({ complexity }: OfLevel): { readonly complexity?: string } =>
  complexity === undefined ? {} : { complexity };

const numberProblems = (label: string, year: Partial<YearVolumes> | undefined): readonly Problem[] =>
  measures.flatMap((name) => {
    const value: unknown = (Object(year) as Partial<YearVolumes>)[name];
    return isFigure(value) ? [] : formProblems([label, name], value, "zero or more");
  });

/** What is wrong with an assumption that stands by itself: its form, or a number outside its range, where it has one. */
export function formProblems(
  path: readonly string[],
  value: unknown,
  range: Range | undefined,
): readonly Problem[] {
  const { copy, problems } = plainCopy(value);
  const { error } = z.safeParse(assumptionSchema, copy);
  const issues = (error?.issues ?? []).map((issue) => ({ ...issue, path: [...path, ...issue.path] }));
  const nested = path.reduceRight<unknown>((inner, step) => ({ [step]: inner }), copy);
  const formal = problemsOf(issues, nested, () => []);
  if (problems.length + formal.length > 0) return [...problems, ...formal];
  return problemsInRange(path, range, copy as Assumption);
}

function volumeOf<K extends VolumeName>(
  label: string,
  name: K,
  value: Figure<K> | Assumption,
  of: OfLevel,
): Figure<K> {
  const about = { ...wordsOf(of), year: label };
  const figure = isFigure(value)
    ? value
    : assumedFigure([...rootOf("volumes", of), label, name], { name, unit: name }, value, about);
  if (figure.unit !== name) throw wrongUnit(name, figure, `volumes.${label}.${name}`);
  return figure;
}

/** Of a cohort of referrals, no more start than are referred, and no more finish than start. */
function orderProblems(path: readonly string[], year: VolumesOfYear): readonly Problem[] {
  const atMost = (name: VolumeName, part: Figure, whole: Figure): readonly Problem[] =>
    part.value.greaterThan(whole.value)
      ? [problem([...path, name], `at most the ${String(whole)}`, String(part))]
      : [];
  return [
    ...atMost("starts", year.starts, year.referrals),
    ...atMost("completions", year.completions, year.starts),
  ];
}
