import { outOfRange } from "../../errors.ts";
import { describe, digitsOf, isDecimal } from "../../numbers/decimal.ts";
import type { NumberLike } from "../../numbers/decimal.ts";
import { given, isFigure, sum, wrongUnit } from "../../numbers/figure.ts";
import type { Counts, Figure } from "../../numbers/figure.ts";
import type { CaseMeasure } from "../../vocabulary/mechanism.ts";
import type { Problem } from "../../errors.ts";
import { problem } from "../../vocabulary/problems.ts";
import type { Path } from "../../vocabulary/problems.ts";
import { refuse } from "./checked-options.ts";

/** A volume as a caller has it: a figure in what the mechanism counts, or a plain number. */
export type CaseCount = NumberLike | Figure;

/** A volume in all, or by complexity. */
export type CaseVolume = CaseCount | Readonly<Record<string, CaseCount>>;

/** What a year was contracted for, and what was delivered in it. */
export interface PaidVolumes {
  /** The financial year, where prices, amounts or milestones have years. */
  readonly year?: string;
  /** The first year of the contract, in which mobilisation before it is paid. */
  readonly firstYear?: string;
  readonly contracted: CaseVolume;
  readonly delivered: CaseVolume;
  /** What came of the cases, where outcomes are paid: `{ completions: 320 }`. */
  readonly outcomes?: Readonly<Partial<Record<CaseMeasure, CaseCount>>>;
  /** What was achieved of each measure that service credits hang on, as a share. */
  readonly performance?: Readonly<Record<string, NumberLike | Counts | Figure>>;
}

/** Cases of one complexity, or of all where it is not said. */
export interface LevelCases {
  readonly complexity: string | undefined;
  readonly cases: Figure<"cases">;
}

/** Cases in all, and by complexity where that is known. */
export interface Cases {
  readonly levels: readonly LevelCases[];
  readonly total: Figure<"cases">;
}

const isRecord = (volume: CaseVolume): volume is Readonly<Record<string, CaseCount>> =>
  typeof volume === "object" && !isFigure(volume) && !isDecimal(volume);

/** What is wrong with a volume: none, a list, or by complexity without any. */
export function volumeProblems(path: Path, volume: unknown, counts: CaseMeasure): readonly Problem[] {
  const none = volume === undefined || volume === null || Array.isArray(volume);
  const empty = !none && isRecord(volume as CaseVolume) && Object.keys(volume).length === 0;
  return none || empty
    ? [problem(path, `${counts} in all or by complexity`, none ? describe(volume) : "none")]
    : [];
}

/** A volume as cases, each input with its path. */
export function casesOf(volume: CaseVolume, name: string, counts: CaseMeasure, path: string): Cases {
  refuse("volume", volumeProblems([path], volume, counts));
  const levels = isRecord(volume)
    ? Object.entries(volume).map(([complexity, count]) => ({
        complexity,
        cases: casesFrom(count, name, counts, `${path}.${complexity}`, { complexity }),
      }))
    : [{ complexity: undefined, cases: casesFrom(volume, name, counts, path, {}) }];
  const [only, ...others] = levels;
  const total =
    only !== undefined && others.length === 0
      ? only.cases
      : sum(
          "cases",
          levels.map(({ cases }) => cases),
        ).named(name);
  return { levels, total };
}

/** A count as a figure of what is counted, none or more. */
export function countedAs(
  counts: CaseMeasure,
  count: CaseCount,
  path: string,
  about: Readonly<Record<string, string>> = {},
): Figure {
  const figure: Figure = isFigure(count) ? count : given(count, counts, { name: counts, path, about });
  if (figure.value.isNegative()) throw outOfRange(path, `${counts}, none or more`, digitsOf(figure.value));
  if (figure.unit !== counts && figure.unit !== "cases") throw wrongUnit(counts, figure, path);
  return figure;
}

/** A count as cases: one referral is one case where referrals are counted. */
export function casesFrom(
  count: CaseCount,
  name: string,
  counts: CaseMeasure,
  path: string,
  about: Readonly<Record<string, string>>,
): Figure<"cases"> {
  const figure = countedAs(counts, count, path, about);
  if (figure.unit === "cases") return figure.in("cases").named(name, figure.about);
  const oneEach = given(1, `cases/${counts}`, {
    name: "casesEach",
    source: `the mechanism counts ${counts}`,
  });
  return figure.times(oneEach).in("cases").named(name, figure.about);
}
