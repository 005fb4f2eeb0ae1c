import type { Figure, Forecast } from "volumes-and-values";
import { bareDecimal } from "./bare-decimal.ts";
import type { SumRow } from "./sums.ts";

/** The measures that both forecasts give for a row. */
const measures = [
  "eligible",
  "unknown",
  "made",
  "capacity",
  "delivered",
  "unmet",
  "starts",
  "completions",
  "unitCost",
  "value",
  "deliveredIfUnknownAdmitted",
  "startsIfUnknownAdmitted",
] as const;

/** A row's numbers as text, under the words that say which row it is. */
interface AnswerRow {
  readonly words: string;
  readonly numbers: Readonly<Record<(typeof measures)[number], string>>;
}

export type Answer = readonly AnswerRow[];

const wordsOf = (row: Pick<SumRow<unknown>, "lot" | "area" | "service" | "complexity" | "year">): string =>
  [row.lot, row.area, row.service, row.complexity, row.year].join(", ");

const digits = (figure: Figure | undefined): string => figure?.toJSON().value ?? "none";

export const answerOf = ({ rows }: Forecast): Answer =>
  rows.map((row) => ({
    words: wordsOf(row),
    numbers: {
      eligible: digits(row.eligible),
      unknown: digits(row.unknown),
      made: digits(row.referralsMade),
      capacity: digits(row.referrals.operands[1]),
      delivered: digits(row.referrals),
      unmet: digits(row.unmet),
      starts: digits(row.starts),
      completions: digits(row.completions),
      unitCost: digits(row.unitCost),
      value: digits(row.indicativeValue),
      deliveredIfUnknownAdmitted: digits(row.referralsIfUnknownAdmitted),
      startsIfUnknownAdmitted: digits(row.startsIfUnknownAdmitted),
    },
  }));

export const answerByHand = <N extends { readonly toString: () => string }>(
  rows: readonly SumRow<N>[],
): Answer =>
  rows.map((row) => ({
    words: wordsOf(row),
    numbers: Object.fromEntries(
      measures.map((measure) => [measure, row[measure].toString()]),
    ) as AnswerRow["numbers"],
  }));

/** The total of one measure, to the last digit. */
export const totalOf = (answer: Answer, measure: (typeof measures)[number]): string =>
  answer
    .map(({ numbers }) => bareDecimal.from(numbers[measure]))
    .reduce(bareDecimal.plus, bareDecimal.from(0))
    .toFixed(4);

/** The places at which two answers differ by more than so much of the larger number, or of one. */
export function differences(ours: Answer, theirs: Answer, tolerance: string): readonly string[] {
  if (ours.length !== theirs.length) return [`${ours.length} rows and ${theirs.length}`];
  const allowed = bareDecimal.from(tolerance);
  const one = bareDecimal.from(1);
  return ours.flatMap(({ words, numbers }, index) => {
    const other = theirs[index] as AnswerRow;
    if (other.words !== words) return [`${words} stands beside ${other.words}`];
    return measures.flatMap((measure) => {
      const [a, b] = [numbers[measure], other.numbers[measure]];
      if (a === b) return [];
      const [x, y] = [bareDecimal.from(a), bareDecimal.from(b)];
      const size = [x.abs(), y.abs(), one].reduce((m, n) => (n.greaterThan(m) ? n : m));
      const near = x.minus(y).abs().lessThanOrEqualTo(size.times(allowed));
      return near ? [] : [`${measure} of ${words}: ${a} and ${b}`];
    });
  });
}
