import type { Figure } from "../../numbers/figure.ts";
import { describe } from "../../numbers/decimal.ts";
import type { Problem } from "../../errors.ts";
import { isYearLabel } from "../../vocabulary/calendar.ts";
import type { CaseMeasure, Mechanism } from "../../vocabulary/mechanism.ts";
import type { Plan } from "../../vocabulary/plan.ts";
import { invalidData, problem } from "../../vocabulary/problems.ts";
import type { Period } from "../calendar.ts";
import { matches } from "../filter.ts";
import type { Filter } from "../filter.ts";
import { forecast } from "../forecast.ts";
import type { Forecast } from "../forecast.ts";
import type { Dimension } from "../row.ts";
import { isFlows, isFlowsByLevel, yearsOfFlows } from "./by-date.ts";
import type { FlowsOfContract, MonthByDate } from "./by-date.ts";
import { casesOf } from "./case-volumes.ts";
import type { CaseCount, Cases, CaseVolume } from "./case-volumes.ts";
import { daysOfYears } from "./dated-years.ts";
import type { YearDays } from "./dated-years.ts";
import type { FullCostLine } from "./full-cost.ts";
import type { PointedOut, StillUnderWay } from "./overlooked.ts";
import { isForecast, isPlan } from "./volumes.ts";
import { yearsGiven } from "./years-given.ts";

/** What a year is contracted for. */
export interface ContractedYear {
  /** What the mechanism counts, in all or by complexity. */
  readonly cases: CaseVolume;
  /**
   * The referrals behind them, where those that are not appropriate have a cost. Of all years together no more start than are
   * referred; in one year more may, who were referred before it, and that is pointed out.
   */
  readonly referrals?: CaseCount;
  /** What comes of the cases, where outcomes are paid; the same holds of them. */
  readonly outcomes?: Readonly<Partial<Record<CaseMeasure, CaseCount>>>;
}

/** The volumes of a contract: a plan or what it was forecast to come to, its months by date, or numbers by year. */
export type ContractVolumes = Plan | Forecast | FlowsOfContract | Readonly<Record<string, ContractedYear>>;

/** A year's contracted volume, read. */
export interface Contracted {
  readonly year: string;
  readonly cases: Cases;
  readonly referrals: Figure<"referrals"> | undefined;
  readonly outcomes: Readonly<Partial<Record<CaseMeasure, CaseCount>>>;
  /** The days whose dated sums are of this year; none, where its years have no days. */
  readonly days: YearDays | undefined;
  /** Its months, where it is known who comes in each. */
  readonly months?: readonly MonthByDate[];
  /** Whether nobody is referred in it any more, nor later: those referred before start and leave. */
  readonly runsOff?: boolean;
  /** What it costs in full, where that is known beside the provider's own costs. */
  readonly costed?: readonly FullCostLine[];
  /** What each of its cases is paid, where somebody offers a price of their own. */
  readonly offered?: Figure<"GBP/cases">;
  /**
   * The index of what the mechanism pays, where a price of somebody's own is paid instead: costs that share it stay on the
   * same input.
   */
  readonly indexation?: Mechanism["indexation"];
}

/** A contract's volumes by year, and the days it is open where they are known. */
export interface ContractYears {
  readonly years: readonly Contracted[];
  /** The days of all its years, asked for or not; none, where its years have no days. */
  readonly days: readonly YearDays[] | undefined;
  readonly open: { readonly from?: string; readonly to?: string };
  /** Those still there when its months end, where it has months. */
  readonly stillUnderWay?: readonly StillUnderWay[];
  /** What is strange in its volumes, where somebody states them year by year. */
  readonly strange?: readonly PointedOut[];
}

/** Reads the volumes of a contract as what a mechanism counts. */
export function contractYears(volumes: ContractVolumes, counts: CaseMeasure, of: Filter): ContractYears {
  if (typeof (volumes as unknown) !== "object" || (volumes as unknown) === null)
    throw invalidData("volume", [
      problem([], "a plan, a forecast, months by date, or volumes by year", describe(volumes)),
    ]);
  if (Array.isArray(volumes)) throw invalidData("volume", [listProblem(volumes)]);
  if (isForecast(volumes)) return yearsOfForecast(volumes, counts, of);
  if (isPlan(volumes)) return yearsOfForecast(forecast(volumes), counts, of);
  if (Object.keys(of).length > 0)
    throw invalidData("volume", [
      problem(
        ["of"],
        "no filter, since volumes by year have no rows",
        `one by ${Object.keys(of).join(", ")}`,
      ),
    ]);
  if (isFlows(volumes) || isFlowsByLevel(volumes)) return yearsOfFlows(volumes, counts);
  return yearsGiven(volumes, counts);
}

/** The problem of years in a list: each is named by its label instead. */
function listProblem([first]: readonly unknown[]): Problem {
  const { year } = Object(first) as { readonly year?: unknown };
  const label = typeof year === "string" && isYearLabel(year) ? year : "2021/22";
  return problem([], `volumes by year, as { ${JSON.stringify(label)}: { cases } }`, "a list");
}

function yearsOfForecast(made: Forecast, counts: CaseMeasure, of: Filter): ContractYears {
  if (counts === "interventions")
    throw invalidData("volume", [
      problem(
        [],
        "volumes of interventions by financial year",
        "a forecast, which counts referrals, starts and completions",
      ),
    ]);
  made.total(of);
  const wanted = Object.entries(of).map(
    ([dimension, words]) => [dimension as Dimension, [words].flat()] as const,
  );
  const rows = made.rows.filter((row) => matches(row, wanted));
  if (rows.length === 0)
    throw invalidData("volume", [
      problem(["of"], "a filter that picks a row or more", "one that picks none"),
    ]);
  const wordsOf = (dimension: Dimension): readonly string[] => [
    ...new Set(rows.map((row) => row[dimension])),
  ];
  const [levels, ids, picked] = [wordsOf("complexity"), wordsOf("lot"), wordsOf("year")];
  const lots = made.plan.lots.filter(({ id }) => ids.includes(id));
  const goLives = [...new Set(lots.map(({ from }) => from))];
  const days = daysOfYears(made.years, goLives.length === 1 ? goLives[0] : undefined);
  const years = made.years.flatMap((year, index): readonly Contracted[] => {
    if (!picked.includes(year)) return [];
    const total = made.total({ ...of, year });
    const byLevel = Object.fromEntries(
      levels.flatMap((complexity) => {
        const part = made.total({ ...of, year, complexity });
        return part.rows === 0 ? [] : [[complexity, part[counts]]];
      }),
    );
    return [
      {
        year,
        cases: casesOf(byLevel, "casesContracted", counts, `volumes.${year}`),
        referrals: total.referrals,
        outcomes: { referrals: total.referrals, starts: total.starts, completions: total.completions },
        days: days?.[index],
      },
    ];
  });
  return { years, days, open: opening(lots) };
}

/** From the first go-live to the last day, if each lot has one. */
function opening(
  lots: readonly { readonly from: string; readonly to?: string | undefined }[],
): Partial<Period> {
  const from = lots.map((lot) => lot.from).sort()[0];
  const ends = lots.map(({ to }) => to);
  const to = ends.every((end) => end !== undefined) ? [...ends].sort().at(-1) : undefined;
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}
