import * as z from "zod/mini";
import { isFigure, wrongUnit } from "../../numbers/figure.ts";
import type { Figure } from "../../numbers/figure.ts";
import { assumptionSchema } from "../../vocabulary/assumption.ts";
import type { Assumption } from "../../vocabulary/assumption.ts";
import { problemsInRange } from "../../vocabulary/checks/assumptions.ts";
import { plainCopy } from "../../vocabulary/plain.ts";
import { invalidData, problem, problemsOf } from "../../vocabulary/problems.ts";
import type { Problem } from "../../errors.ts";
import { assumedFigure } from "../inputs.ts";

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

const measures = ["referrals", "starts", "completions"] as const;
type VolumeName = (typeof measures)[number];

/** The volumes of each year as figures; a number becomes an input of the path `volumes.2021/22.referrals`. */
export function volumesOf(volumes: VolumesByYear): ReadonlyMap<string, VolumesOfYear> {
  const years = Object.entries(Object(volumes) as VolumesByYear);
  const problems = years.flatMap(([label, year]) => numberProblems(label, year));
  if (problems.length > 0) throw invalidData("volumes", problems);
  const figures = new Map(
    years.map(([label, year]) => [
      label,
      {
        referrals: volumeOf(label, "referrals", year.referrals),
        starts: volumeOf(label, "starts", year.starts),
        completions: volumeOf(label, "completions", year.completions),
      },
    ]),
  );
  const wrong = [...figures].flatMap(([label, year]) => orderProblems([label], year));
  if (wrong.length > 0) throw invalidData("volumes", wrong);
  return figures;
}

const numberProblems = (label: string, year: Partial<YearVolumes> | undefined): readonly Problem[] =>
  measures.flatMap((name) => {
    const value: unknown = (Object(year) as Partial<YearVolumes>)[name];
    return isFigure(value) ? [] : formProblems([label, name], value);
  });

/** What is wrong with an assumption that stands by itself and is not below nought. */
export function formProblems(path: readonly string[], value: unknown): readonly Problem[] {
  const { copy, problems } = plainCopy(value);
  const { error } = z.safeParse(assumptionSchema, copy);
  const issues = (error?.issues ?? []).map((issue) => ({ ...issue, path: [...path, ...issue.path] }));
  const nested = path.reduceRight<unknown>((inner, step) => ({ [step]: inner }), copy);
  const formal = problemsOf(issues, nested, () => []);
  if (problems.length + formal.length > 0) return [...problems, ...formal];
  return problemsInRange(path, "zero or more", copy as Assumption);
}

function volumeOf<K extends VolumeName>(label: string, name: K, value: Figure<K> | Assumption): Figure<K> {
  const figure = isFigure(value)
    ? value
    : assumedFigure(["volumes", label, name], { name, unit: name }, value, { year: label });
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
