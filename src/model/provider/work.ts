import type { Problem } from "../../errors.ts";
import { given, isFigure } from "../../numbers/figure.ts";
import type { About, Figure } from "../../numbers/figure.ts";
import { nearestWord } from "../../vocabulary/nearest.ts";
import { problem } from "../../vocabulary/problems.ts";
import type { Path } from "../../vocabulary/problems.ts";
import { workWords } from "../../vocabulary/work-words.ts";
import { isFlows } from "./by-date.ts";
import { received } from "./given-amounts.ts";
import type { Amount, GivenAmounts } from "./given-amounts.ts";
import { isPeriodLabel, periodForm } from "./periods.ts";
import { isForecast, isPlan } from "./volumes.ts";

/**
 * The work of a year or of a month, as a row of a forecast has it, or as somebody states it. The words of a row, its
 * complexity or its area, say for whom the work is, where hours differ by them.
 */
export interface Work extends WorkWords {
  readonly year?: string | undefined;
  /** A month, as 2021-06: its volumes are those of the month. */
  readonly month?: string | undefined;
  readonly referrals?: Amount<"referrals"> | Figure<"referrals/month"> | undefined;
  readonly starts?: Amount<"starts"> | Figure<"starts/month"> | undefined;
  readonly completions?: Amount<"completions"> | Figure<"completions/month"> | undefined;
  /** For each who is on service, the months of the period for which they are. */
  readonly monthsOnService?: Amount<"monthsOnService"> | undefined;
  /** The people on service at a month's end, as `monthlyFlows` has them: they stand for that month on service. */
  readonly onService?: Figure<"peopleOnService"> | undefined;
}

/** What else a row may say of itself. */
interface WorkWords {
  readonly lot?: string | undefined;
  readonly contractType?: string | undefined;
  readonly region?: string | undefined;
  readonly area?: string | undefined;
  readonly service?: string | undefined;
  readonly complexity?: string | undefined;
}

/** The measures of work. */
export type Measure = "referrals" | "starts" | "completions" | "monthsOnService";

/** A row of work, read. */
export interface WorkRow {
  readonly period: string;
  readonly words: About;
  /** How much of a measure: those of a month are what happens in that month. */
  volume<M extends Measure>(measure: M): Figure<M>;
  /** The same, where the row says how much. */
  stated<M extends Measure>(measure: M): Figure<M> | undefined;
}

const measures = ["referrals", "starts", "completions", "monthsOnService", "onService"] as const;

/** Names of a row that are near one which is read: other names, those of a forecast's rows say, are let be. */
function nearNames(row: Work, path: Path): readonly Problem[] {
  const known: readonly string[] = [...workWords, ...measures];
  const own = Object.keys(row);
  const left = known.filter((name) => !own.includes(name));
  return own
    .filter((name) => !known.includes(name) && nearestWord(name, left) !== undefined)
    .map((name) =>
      problem([...path, name], "a known name", JSON.stringify(name), { nearest: nearestWord(name, left) }),
    );
}

const aMonthEach = /* @__PURE__ */ given(1, "monthsOnService/peopleOnService", { name: "aMonthEach" });

const oneMonth = /* @__PURE__ */ given(1, "month", { name: "oneMonth" });

/** Reads rows of work; their volumes are read as they are asked for, since a role may have no use for some. */
export function workRows(work: readonly Work[], amounts: GivenAmounts, name = "work"): readonly WorkRow[] {
  const form = "a row of work for each period";
  if (!Array.isArray(work)) {
    amounts.refuse(otherThanRows(work, [name]) ?? problem([name], form, received(work)));
    return [];
  }
  if (work.length === 0) amounts.refuse(problem([name], form, "none"));
  return work.flatMap((row: Work | undefined, index) => {
    if (typeof row === "object" && (row as Work | null) !== null)
      return [workRow(row, [name, index], amounts)];
    amounts.refuse(problem([name, index], "a row of work, as { year, starts }", received(row)));
    return [];
  });
}

/** Something that has rows of work, given in their place: what to give of it. */
function otherThanRows(work: unknown, path: Path): Problem | undefined {
  const given = Object(work) as object;
  const found = havingRows.find(({ is }) => is(given));
  return found === undefined
    ? undefined
    : problem(path, "a row of work for each period", found.called, { mend: `Give ${found.give}.` });
}

const havingRows = [
  { is: isForecast, called: "a forecast", give: 'forecast.by("year")' },
  { is: isPlan, called: "a plan", give: 'forecast(plan).by("year")' },
  { is: isFlows, called: "months by date", give: "flows.rows" },
] as const;

/** The problem of a row that does not say how long people are on service, which a year's volumes do not know. */
const withoutMonths = (path: Path): Problem =>
  problem(path, "for all who are on service, the months of the period for which they are", "nothing", {
    mend: "The rows of monthlyFlows have it.",
  });

function workRow(row: Work, path: Path, amounts: GivenAmounts): WorkRow {
  const { year, month } = row;
  const period = year ?? month ?? "";
  if ((year === undefined) === (month === undefined))
    amounts.refuse(problem(path, "a year or a month", year === undefined ? "neither" : "both"));
  else if (!isPeriodLabel(period) || (month !== undefined) !== /^\d{4}-/.test(period))
    amounts.refuse(problem(path, periodForm, JSON.stringify(period)));
  amounts.refuse(...nearNames(row, path));
  const own = workWords.flatMap((word) => (row[word] === undefined ? [] : [[word, row[word]] as const]));
  const about: About = Object.fromEntries(own);
  const read = <M extends Measure>(measure: M): Figure<M> => {
    const amount: unknown = row[measure];
    if (isFigure(amount) && month !== undefined && amount.unit === `${measure}/month`)
      return amount.times(oneMonth).named(measure, about) as unknown as Figure<M>;
    if (
      amount === undefined &&
      measure === "monthsOnService" &&
      isFigure(row.onService) &&
      month !== undefined
    )
      return row.onService.times(aMonthEach).named(measure, about) as unknown as Figure<M>;
    const due = {
      path: [...path, measure],
      name: measure,
      unit: measure,
      range: "zero or more",
      about,
    } as const;
    if (amount === undefined && measure === "monthsOnService") {
      amounts.refuse(withoutMonths(due.path));
      return amounts.read<M>(0, due);
    }
    return amounts.read(amount as Amount<M> | undefined, due);
  };
  const once = new Map<Measure, Figure>();
  const volume = <M extends Measure>(measure: M): Figure<M> => {
    const known = once.get(measure) ?? read(measure);
    once.set(measure, known);
    return known as Figure<M>;
  };
  const stated = <M extends Measure>(measure: M): Figure<M> | undefined =>
    row[measure] === undefined ? undefined : volume(measure);
  return { period, words: about, volume, stated };
}
