import type { Problem } from "../../errors.ts";
import type { Decimal } from "../../numbers/decimal.ts";
import { sum } from "../../numbers/figure.ts";
import type { Figure } from "../../numbers/figure.ts";
import { readable, withoutNoise } from "../../numbers/print.ts";
import type { CaseMeasure } from "../../vocabulary/mechanism.ts";
import { problem } from "../../vocabulary/problems.ts";
import type { Path } from "../../vocabulary/problems.ts";
import { isLater, stages } from "../../vocabulary/stages.ts";
import { casesFrom, isSameVolume } from "./case-volumes.ts";
import type { Contracted } from "./contracted.ts";
import type { PointedOut } from "./overlooked.ts";

/** A measure as the years of a contract state it, some of them or all. */
interface Stated {
  readonly measure: CaseMeasure;
  /** Where it stands in a year. */
  readonly at: Path;
  readonly byYear: ReadonlyMap<string, Figure<"cases">>;
}

/** Two measures, of which one comes later for one person than the other. */
interface Pair {
  readonly earlier: Stated;
  readonly later: Stated;
}

/** What years state of who is referred, starts and finishes. */
function statedIn(years: readonly Contracted[], counts: CaseMeasure): readonly Stated[] {
  const stated = (measure: CaseMeasure, at: Path, of: (year: Contracted) => Figure<"cases"> | undefined) => ({
    measure,
    at,
    byYear: new Map(
      years.flatMap((year) => {
        const figure = of(year);
        return figure === undefined ? [] : [[year.year, figure] as const];
      }),
    ),
  });
  const outcome = (measure: CaseMeasure) =>
    stated(measure, ["outcomes", measure], ({ year, outcomes }) => {
      const count = outcomes[measure];
      const path = `volumes.${year}.outcomes.${measure}`;
      return count === undefined ? undefined : casesFrom(count, "outcomes", measure, path, {});
    });
  return [
    stated(counts, ["cases"], ({ cases }) => cases.total),
    stated("referrals", ["referrals"], ({ referrals, year }) =>
      referrals === undefined
        ? undefined
        : casesFrom(referrals, "referrals", "referrals", `volumes.${year}.referrals`, {}),
    ),
    ...stages.map(outcome),
  ].filter(({ byYear }) => byYear.size > 0);
}

/** For each measure the last before it that is stated for all of its years. */
const pairsOf = (stated: readonly Stated[]): readonly Pair[] =>
  stated.flatMap((later): readonly Pair[] => {
    const before = stages.findLast((stage) =>
      stated.some((one) => one.measure === stage && isLater(later.measure, stage) && covers(one, later)),
    );
    const earlier = stated.find((one) => one.measure === before && covers(one, later));
    return earlier === undefined ? [] : [{ earlier, later }];
  });

const covers = (one: Stated, other: Stated): boolean =>
  [...other.byYear.keys()].every((year) => one.byYear.has(year));

const together = ({ byYear }: Stated): Figure<"cases"> => sum("cases", [...byYear.values()]);

/** Whether a volume is more than another, by more than the rounding of quotients. */
export const isMore = (part: Decimal, whole: Decimal): boolean =>
  part.greaterThan(whole) && !isSameVolume(part, whole);

/** Numbers of one measure in one year that are not the same. */
const twiceStated = (root: Path, stated: readonly Stated[]): readonly Problem[] =>
  stated.flatMap(({ measure, at, byYear }, index) => {
    const first = stated.slice(0, index).find((one) => one.measure === measure);
    return [...byYear].flatMap(([year, { value }]): readonly Problem[] => {
      const before = first?.byYear.get(year)?.value;
      if (first === undefined || before === undefined || isSameVolume(value, before)) return [];
      const due = `the ${withoutNoise(before)} ${measure} of ${first.at.join(".")}`;
      return [problem([...root, year, ...at], due, withoutNoise(value))];
    });
  });

/**
 * One measure in two numbers; and more who start or finish in all years than were referred or started. In one year there
 * may be: who finishes in it may have started before.
 */
export function stageProblems(
  root: Path,
  years: readonly Contracted[],
  counts: CaseMeasure,
): readonly Problem[] {
  const stated = statedIn(years, counts);
  const twice = twiceStated(root, stated);
  if (twice.length > 0) return twice;
  return pairsOf(stated).flatMap(({ earlier, later }) => {
    const [all, part] = [together(earlier).value, together(later).value];
    if (!isMore(part, all)) return [];
    const last = [...later.byYear.keys()].at(-1) ?? "";
    const due = `at most the ${withoutNoise(all)} ${earlier.measure} of all years`;
    const mend = `Count among the ${earlier.measure} whoever was there when the first year began, too.`;
    return [
      problem([...root, last, ...later.at], due, `${withoutNoise(part)} ${later.measure} in all`, { mend }),
    ];
  });
}

/** Years in which more start or finish than were referred or started in them. */
export const stagePoints = (
  root: Path,
  years: readonly Contracted[],
  counts: CaseMeasure,
): readonly PointedOut[] =>
  pairsOf(statedIn(years, counts)).flatMap(({ earlier, later }) =>
    [...later.byYear].flatMap(([year, part]): readonly PointedOut[] => {
      const whole = earlier.byYear.get(year);
      if (whole === undefined || !isMore(part.value, whole.value)) return [];
      const message = `${readable(part.value)} ${later.measure} in ${year} are more than its ${readable(whole.value)} ${earlier.measure}: some come of ${earlier.measure} of an earlier year, or one of the two is wrong.`;
      return [Object.freeze({ year, path: [...root, year, ...later.at].join("."), message })];
    }),
  );
