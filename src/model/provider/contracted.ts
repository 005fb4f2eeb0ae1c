import type { Figure } from "../../numbers/figure.ts";
import { describe } from "../../numbers/decimal.ts";
import type { CaseMeasure } from "../../vocabulary/mechanism.ts";
import type { Plan } from "../../vocabulary/plan.ts";
import { invalidData, problem } from "../../vocabulary/problems.ts";
import type { Period } from "../calendar.ts";
import type { Filter } from "../filter.ts";
import { forecast } from "../forecast.ts";
import type { Forecast } from "../forecast.ts";
import { casesOf, countedAs } from "./case-volumes.ts";
import type { CaseCount, Cases, CaseVolume } from "./case-volumes.ts";

/** What a year is contracted for. */
export interface ContractedYear {
  /** What the mechanism counts, in all or by complexity. */
  readonly cases: CaseVolume;
  /** The referrals behind them, where those that are not appropriate have a cost. */
  readonly referrals?: CaseCount;
  /** What comes of the cases, where outcomes are paid. */
  readonly outcomes?: Readonly<Partial<Record<CaseMeasure, CaseCount>>>;
}

/** The volumes of a contract: a plan or what it was forecast to come to, or numbers by financial year. */
export type ContractVolumes = Plan | Forecast | Readonly<Record<string, ContractedYear>>;

/** A year's contracted volume, read. */
export interface Contracted {
  readonly year: string;
  readonly cases: Cases;
  readonly referrals: Figure<"referrals"> | undefined;
  readonly outcomes: Readonly<Partial<Record<CaseMeasure, CaseCount>>>;
}

/** A contract's volumes by year, and the days it is open where they are known. */
export interface ContractYears {
  readonly years: readonly Contracted[];
  readonly open: { readonly from?: string; readonly to?: string };
}

const isForecast = (volumes: ContractVolumes): volumes is Forecast =>
  "total" in volumes && typeof volumes.total === "function";
const isPlan = (volumes: ContractVolumes): volumes is Plan => "schema" in volumes && "caseload" in volumes;

/** Reads the volumes of a contract as what a mechanism counts. */
export function contractYears(volumes: ContractVolumes, counts: CaseMeasure, of: Filter): ContractYears {
  if (typeof (volumes as unknown) !== "object" || (volumes as unknown) === null)
    throw invalidData("volume", [
      problem([], "a plan, a forecast, or volumes by financial year", describe(volumes)),
    ]);
  if (isForecast(volumes)) return yearsOfForecast(volumes, counts, of);
  if (isPlan(volumes)) return yearsOfForecast(forecast(volumes), counts, of);
  return {
    years: Object.entries(volumes).map(([year, one]) => yearGiven(year, one, counts)),
    open: {},
  };
}

function yearGiven(
  year: string,
  { cases, referrals, outcomes = {} }: ContractedYear,
  counts: CaseMeasure,
): Contracted {
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

function yearsOfForecast(made: Forecast, counts: CaseMeasure, of: Filter): ContractYears {
  if (counts === "interventions")
    throw invalidData("volume", [
      problem(
        [],
        "volumes of interventions by financial year",
        "a forecast, which counts referrals, starts and completions",
      ),
    ]);
  const levels = [...new Set(made.rows.map(({ complexity }) => complexity))];
  const lots = made.plan.lots.filter(({ id }) => wantsLot(of, id));
  const years = made.years.map((year): Contracted => {
    const total = made.total({ ...of, year });
    const byLevel = Object.fromEntries(
      levels.flatMap((complexity) => {
        const part = made.total({ ...of, year, complexity });
        return part.rows === 0 ? [] : [[complexity, part[counts]]];
      }),
    );
    return {
      year,
      cases: casesOf(byLevel, "casesContracted", counts, `volumes.${year}`),
      referrals: total.referrals,
      outcomes: { referrals: total.referrals, starts: total.starts, completions: total.completions },
    };
  });
  return { years, open: opening(lots) };
}

const wantsLot = ({ lot }: Filter, id: string): boolean =>
  lot === undefined || (typeof lot === "string" ? lot === id : lot.includes(id));

/** From the first go-live to the last day, if each lot has one. */
function opening(
  lots: readonly { readonly from: string; readonly to?: string | undefined }[],
): Partial<Period> {
  const from = lots.map((lot) => lot.from).sort()[0];
  const ends = lots.map(({ to }) => to);
  const to = ends.every((end) => end !== undefined) ? [...ends].sort().at(-1) : undefined;
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}
