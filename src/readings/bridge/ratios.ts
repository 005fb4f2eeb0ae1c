import { indicativeValue } from "../../formulas/indicative-value.ts";
import type { Forecast } from "../../model/forecast.ts";
import type { Dimension, Row } from "../../model/row.ts";
import type { Figure } from "../../numbers/figure.ts";
import type { BridgedFigure, Factor } from "./causes.ts";
import { keyOf } from "./pairs.ts";
import type { Pair } from "./pairs.ts";
import { nobody, pooledBy, poolReader } from "./pools.ts";
import type { Pool } from "./pools.ts";
import { poolKeys } from "./structure-of-rates.ts";

/** One number for each factor of a figure: their product is the figure. NaN is a factor that nothing is known of. */
export type Ratios = readonly number[];

/** What the figure of a row is a product of, on both sides. */
export interface RatioPair {
  readonly before: Ratios;
  readonly after: Ratios;
}

/** Two rows that both forecasts have. */
export interface Matched extends Pair {
  readonly before: Row;
  readonly after: Row;
}

export const isMatched = (pair: Pair): pair is Matched =>
  pair.before !== undefined && pair.after !== undefined;

const number = ({ value }: Figure): number => value.toNumber();

/** The rate by which a figure was made of the stage before it. */
const rateOf = ({ operation, operands }: Figure): number =>
  operation.kind === "times" ? number(operands[1] as Figure) : NaN;

/**
 * The stages of people, in order, each with the cause that it differs by. Who the eligible are, by the rates they come
 * under, is a matter of eligibility as well.
 */
const stages = [
  "caseload",
  "eligibility",
  "complexityMix",
  "eligibility",
  "turnover",
  "need",
  "takeUp",
] as const satisfies readonly Factor[];

type Stages = readonly number[];

/**
 * The ratios of stages to the stages before them. A stage that is not known, or that is nought on the way to one that
 * is not (nobody is there at the date, and some are released in the year), is left out for both, and what it would
 * tell counts with the next stage.
 */
function chained(before: Stages, after: Stages): RatioPair {
  const skipped = (side: Stages, stage: number): boolean =>
    Number.isNaN(side[stage]) || (side[stage] === 0 && (side.at(-1) as number) > 0);
  const left = stages.map((_, stage) => skipped(before, stage) || skipped(after, stage));
  const ratios = (side: Stages): Ratios => {
    let last = 1;
    return side.map((people, stage) => {
      if (left[stage] === true) return 1;
      const ratio = last === 0 ? NaN : people / last;
      last = people;
      return ratio;
    });
  };
  return { before: ratios(before), after: ratios(after) };
}

/** Ratios so near that they differ by the rounding of floats only are the same. */
const noise = 1e-12;

/** Two ratios made comparable: what one side does not know is as on the other, so that it explains nothing. */
function settled(before: number, after: number): readonly [number, number] {
  if (Number.isNaN(before)) return Number.isNaN(after) ? [1, 1] : [after, after];
  if (Number.isNaN(after)) return [before, before];
  const least = Math.min(before, after);
  return Math.max(before, after) - least <= noise * least ? [least, least] : [before, after];
}

/** The rates that follow the people of a row: what of a full year was delivered, who started, what it cost. */
type RatesOf = (row: Row, fullYear: number) => Readonly<Partial<Record<Factor, number>>>;

const over = (a: number, b: number): number => (b === 0 ? NaN : a / b);

const rampUpOf = (row: Row, fullYear: number): number => over(number(row.referrals), fullYear);

const ratesOf: Readonly<Record<BridgedFigure, RatesOf>> = {
  referralsMade: (row, fullYear) => ({ rampUp: over(number(row.referralsMade), fullYear) }),
  referrals: (row, fullYear) => ({ rampUp: rampUpOf(row, fullYear) }),
  starts: (row, fullYear) => ({ rampUp: rampUpOf(row, fullYear), startRate: rateOf(row.starts) }),
  completions: (row, fullYear) => ({
    rampUp: rampUpOf(row, fullYear),
    startRate: rateOf(row.starts),
    completionRate: rateOf(row.completions),
  }),
  indicativeValue: (row, fullYear) => {
    const [startRate, unitCost] = [rateOf(row.starts), number(row.unitCost)];
    // Spend may have a profile of its own, and then grows otherwise than the referrals.
    const followsVolume = row.indicativeValue.name === indicativeValue.figure;
    const rampUp = followsVolume
      ? rampUpOf(row, fullYear)
      : over(number(row.indicativeValue), fullYear * startRate * unitCost);
    return { rampUp, startRate, unitCost };
  },
};

/** The rows of one service in one place and year, over all levels that both forecasts have. */
const overLevels: readonly Dimension[] = ["lot", "contractType", "region", "area", "service", "year"];

/** People eligible at all levels that both forecasts have, by lot, area, service and year. */
function eligibleOverLevels(rows: readonly Row[]): (row: Row) => number {
  const sums = new Map<string, number>();
  for (const row of rows) {
    const key = keyOf(row, overLevels);
    sums.set(key, (sums.get(key) ?? 0) + number(row.eligible));
  }
  return (row) => sums.get(keyOf(row, overLevels)) ?? 0;
}

/**
 * The people among whom a lot finds those who are eligible: those of its cohort in an area. Where the cohort itself was
 * changed it is everybody in the area, so that the change counts as one of eligibility.
 */
function caseloadIn({ caseload }: Forecast, sameCohort: ReadonlySet<string>): (row: Row) => number {
  const people = new Map(
    caseload.map(({ lot, area, people, inCohort }) => [
      JSON.stringify([lot, area]),
      number(sameCohort.has(lot) ? inCohort : people),
    ]),
  );
  return ({ lot, area }) => people.get(JSON.stringify([lot, area])) ?? 0;
}

function lotsOfOneCohort({ plan: before }: Forecast, { plan: after }: Forecast): ReadonlySet<string> {
  const cohorts = new Map(before.lots.map(({ id, cohort }) => [id, cohort]));
  return new Set(
    after.lots.flatMap(({ id, cohort: { sex, age } }) => {
      const was = cohorts.get(id);
      return was?.sex === sex && was?.age === age ? [id] : [];
    }),
  );
}

/** What is read of one side of a row. */
interface Side {
  /** The people of the caseload, those eligible at all levels, and those of the row. */
  readonly people: Stages;
  readonly pools: readonly Pool[];
  readonly rates: ReturnType<RatesOf>;
}

/**
 * Reads what the figure of a row is a product of, on both sides, for each of some causes: once for each pool of people
 * who come under the same rates, so that a rate that is the same in both explains nothing.
 */
export function ratioReader(
  before: Forecast,
  after: Forecast,
  matched: readonly Matched[],
  of: BridgedFigure,
  causes: readonly Factor[],
): (pair: Matched) => readonly RatioPair[] {
  const poolsOf = poolReader();
  const poolKeyOf = poolKeys(before, after);
  const sameCohort = lotsOfOneCohort(before, after);
  const reader = (made: Forecast, rows: readonly Row[]) => {
    const [caseload, eligible] = [caseloadIn(made, sameCohort), eligibleOverLevels(rows)];
    return (row: Row): Side => {
      const pools = poolsOf(row);
      const fullYear = pools.reduce((sum, { referrals }) => sum + referrals, 0);
      return {
        people: [caseload(row), eligible(row), number(row.eligible)],
        pools,
        rates: ratesOf[of](row, fullYear),
      };
    };
  };
  const was = reader(
    before,
    matched.map((pair) => pair.before),
  );
  const is = reader(
    after,
    matched.map((pair) => pair.after),
  );

  return (pair) => {
    const sides = [was(pair.before), is(pair.after)] as const;
    const counted = sides.some(({ pools }) => pools.some(({ people }) => Number.isNaN(people)));
    const keyOf = poolKeyOf(pair.after.service, counted);
    const [a, b] = sides.map(({ pools }) => pooledBy(pools, keyOf)) as [Pools, Pools];
    const rates = causes.map((cause) => settled(sides[0].rates[cause] ?? NaN, sides[1].rates[cause] ?? NaN));
    const stagesOf = ({ people }: Side, pools: Pools, key: string): Stages => {
      const { people: here, inYear, inNeed, referrals } = pools.get(key) ?? nobody;
      return [...people, counted ? NaN : here, inYear, inNeed, referrals];
    };
    return [...new Set([...a.keys(), ...b.keys()])]
      .sort()
      .map((key) => ratiosOf(causes, chained(stagesOf(sides[0], a, key), stagesOf(sides[1], b, key)), rates));
  };
}

type Pools = ReturnType<typeof pooledBy>;

/** One ratio for each cause: that of its rate, or the product of those of its stages. */
function ratiosOf(
  causes: readonly Factor[],
  people: RatioPair,
  rates: readonly (readonly [number, number])[],
): RatioPair {
  const known = new Map<Factor, readonly [number, number]>();
  for (const [stage, cause] of stages.entries()) {
    const [before, after] = settled(people.before[stage] as number, people.after[stage] as number);
    const [a, b] = known.get(cause) ?? [1, 1];
    known.set(cause, settled(a * before, b * after));
  }
  const pairs = causes.map((cause, place) => known.get(cause) ?? (rates[place] as readonly [number, number]));
  return { before: pairs.map(([one]) => one), after: pairs.map(([, one]) => one) };
}
