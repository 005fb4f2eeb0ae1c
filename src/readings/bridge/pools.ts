import type { Figure } from "../../numbers/figure.ts";
import type { Row } from "../../model/row.ts";

/** People of a row who come under the same rates, through a full year. */
export interface Pool {
  /** The paths of their rates: of turnover, need share, take-up share and referrals per person. */
  readonly paths: readonly [turnover: string, needShare: string, takeUpShare: string, perPerson: string];
  /** How many they are at a date; NaN where the source counts the people of a year itself. */
  readonly people: number;
  readonly inYear: number;
  readonly inNeed: number;
  readonly referrals: number;
}

/**
 * The figures that were put together into one, or the one that it is: sums that no formula made are told apart, since
 * people were only added up in them.
 */
function apart(figure: Figure): readonly Figure[] {
  const found: Figure[] = [];
  const waiting = [figure];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { operation, operands, source } = next;
    if ((operation.kind === "sum" || operation.kind === "same") && source === undefined)
      waiting.push(...[...operands].reverse());
    else found.push(next);
  }
  return found;
}

/** A stage of a figure: what was multiplied, and the rate by which. */
interface Stage {
  readonly of: Figure;
  readonly rate: number;
  readonly path: string;
}

const stagesIn = (figure: Figure): readonly Stage[] =>
  apart(figure).flatMap(({ operation, operands: [of, rate] }) =>
    operation.kind === "times" && of !== undefined && rate !== undefined
      ? [{ of, rate: rate.value.toNumber(), path: pathOf(rate) }]
      : [],
  );

const pathOf = ({ operation }: Figure): string =>
  operation.kind === "given" ? (operation.provenance.path ?? "") : "";

/** The people of a year that a turnover made of people at a date, or that were counted. */
function inYearOf(figure: Figure): Pick<Pool, "people" | "inYear"> & { readonly path: string } {
  const inYear = figure.value.toNumber();
  const [people, turnover] = figure.operands;
  return people?.unit === "people" && turnover !== undefined
    ? { people: people.value.toNumber(), inYear, path: pathOf(turnover) }
    : { people: NaN, inYear, path: "" };
}

/** The pools behind the referrals of a full year: each stage is the one before it times a rate. */
function poolsBehind(fullYearReferrals: Figure): readonly Pool[] {
  return stagesIn(fullYearReferrals).flatMap((perPerson) =>
    stagesIn(perPerson.of).flatMap((takeUp) =>
      stagesIn(takeUp.of).flatMap((need) =>
        apart(need.of).map((figure): Pool => {
          const { people, inYear, path } = inYearOf(figure);
          const inNeed = inYear * need.rate;
          return {
            paths: [path, need.path, takeUp.path, perPerson.path],
            people,
            inYear,
            inNeed,
            referrals: inNeed * takeUp.rate * perPerson.rate,
          };
        }),
      ),
    ),
  );
}

/** Reads the pools of a row. */
export type PoolReader = (row: Pick<Row, "referralsMade">) => readonly Pool[];

/**
 * A reader of the pools of rows, which reads a working that several rows share once. Where rules change within a year,
 * each pool counts by the length of the piece it is followed in, as the row's eligible people do.
 */
export function poolReader(): PoolReader {
  const known = new Map<Figure, readonly Pool[]>();
  const once = (fullYearReferrals: Figure): readonly Pool[] => {
    let pools = known.get(fullYearReferrals);
    if (pools === undefined) known.set(fullYearReferrals, (pools = poolsBehind(fullYearReferrals)));
    return pools;
  };
  return ({ referralsMade }) => {
    const pieces = apart(referralsMade).map(({ operands: [fullYear, openShare] }) => ({
      pools: once(fullYear as Figure),
      open: (openShare as Figure).value.toNumber(),
    }));
    const [only, ...others] = pieces;
    if (only !== undefined && others.length === 0) return only.pools;
    const whole = pieces.reduce((sum, { open }) => sum + open, 0);
    return pieces.flatMap(({ pools, open }) => pools.map((pool) => weighed(pool, open / whole)));
  };
}

const weighed = ({ paths, people, inYear, inNeed, referrals }: Pool, weight: number): Pool => ({
  paths,
  people: people * weight,
  inYear: inYear * weight,
  inNeed: inNeed * weight,
  referrals: referrals * weight,
});

/** A pool that one of the forecasts does not have. */
export const nobody = { people: 0, inYear: 0, inNeed: 0, referrals: 0 };

/** Pools by a key, those of one key added up. */
export function pooledBy(
  pools: readonly Pool[],
  keyOf: (pool: Pool) => string,
): ReadonlyMap<string, Omit<Pool, "paths">> {
  const sums = new Map<string, Omit<Pool, "paths">>();
  for (const pool of pools) {
    const key = keyOf(pool);
    const { people, inYear, inNeed, referrals } = sums.get(key) ?? nobody;
    sums.set(key, {
      people: people + pool.people,
      inYear: inYear + pool.inYear,
      inNeed: inNeed + pool.inNeed,
      referrals: referrals + pool.referrals,
    });
  }
  return sums;
}
