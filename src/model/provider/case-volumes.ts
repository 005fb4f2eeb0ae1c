import { outOfRange } from "../../errors.ts";
import { describe, digitsOf, isDecimal } from "../../numbers/decimal.ts";
import type { Decimal, NumberLike } from "../../numbers/decimal.ts";
import { given, isCounts, isFigure, sum, wrongUnit } from "../../numbers/figure.ts";
import type { Counts, Figure } from "../../numbers/figure.ts";
import type { Assumption } from "../../vocabulary/assumption.ts";
import type { CaseMeasure } from "../../vocabulary/mechanism.ts";
import type { Problem } from "../../errors.ts";
import { problem } from "../../vocabulary/problems.ts";
import type { Path } from "../../vocabulary/problems.ts";
import { assumedFigure } from "../inputs.ts";
import { refuse } from "./checked-options.ts";
import { givenNumber } from "./given-number.ts";
import { formProblems } from "./volumes.ts";

/** A volume as a caller has it: a figure in what the mechanism counts, a plain number, or one with its range. */
export type CaseCount = NumberLike | Figure | Assumption;

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

/** A number with its range, source and date, or the counts behind it: one number, and no volume by complexity. */
type Logged = Extract<Assumption, object>;

const isLogged = (count: unknown): count is Logged =>
  isCounts(count) ||
  (typeof count === "object" &&
    count !== null &&
    !isFigure(count) &&
    !isDecimal(count) &&
    Object.hasOwn(count, "value"));

/** Whether a volume is stated by complexity. */
export const isByLevel = (volume: CaseVolume): volume is Readonly<Record<string, CaseCount>> =>
  typeof volume === "object" &&
  (volume as unknown) !== null &&
  !Array.isArray(volume) &&
  !isFigure(volume) &&
  !isDecimal(volume) &&
  !isLogged(volume);

/** What is wrong with a volume: none, a list, by complexity without any, or a number that is logged in no known form. */
export function volumeProblems(path: Path, volume: unknown, counts: CaseMeasure): readonly Problem[] {
  const none = volume === undefined || volume === null || Array.isArray(volume);
  if (none) return [problem(path, `${counts} in all or by complexity`, describe(volume))];
  if (!isByLevel(volume as CaseVolume)) return countProblems(path, volume);
  const levels = Object.entries(volume);
  return levels.length === 0
    ? [problem(path, `${counts} in all or by complexity`, "none")]
    : levels.flatMap(([complexity, count]) => countProblems([...path, complexity], count));
}

/** What is wrong with a count that is logged: a name nobody knows, a range that does not hold it. */
export const countProblems = (path: Path, count: unknown): readonly Problem[] =>
  isLogged(count) ? formProblems(path.map(String), count, "zero or more") : [];

/** A volume as cases, each input with its path. */
export function casesOf(volume: CaseVolume, name: string, counts: CaseMeasure, path: string): Cases {
  refuse("volume", volumeProblems([path], volume, counts));
  const levels = isByLevel(volume)
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
  const figure = countFigure(counts, count, path, about);
  if (figure.value.isNegative()) throw outOfRange(path, `${counts}, none or more`, digitsOf(figure.value));
  if (figure.unit !== counts && figure.unit !== "cases") throw wrongUnit(counts, figure, path);
  return figure;
}

function countFigure(
  counts: CaseMeasure,
  count: CaseCount,
  path: string,
  about: Readonly<Record<string, string>>,
): Figure {
  if (isFigure(count)) return count;
  if (!isLogged(count)) return given(givenNumber(count, path), counts, { name: counts, path, about });
  refuse("volume", countProblems([path], count));
  return assumedFigure([path], { name: counts, unit: counts }, count, about);
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

/** Whether two volumes are one, but for the rounding of quotients. */
export const isSameVolume = (a: Decimal, b: Decimal): boolean =>
  a.minus(b).abs().lessThanOrEqualTo(b.abs().plus(1).times("1e-20"));
