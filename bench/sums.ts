import { referenceWords } from "volumes-and-values/reference";
import type { Lot, Plan } from "volumes-and-values";
import type { Arithmetic } from "./arithmetic.ts";
import { chosen, rateOf } from "./assumptions.ts";
import type { Known, Rate } from "./assumptions.ts";
import { peopleByArea } from "./people.ts";
import type { People } from "./people.ts";
import { applied, pour } from "./pools.ts";
import type { Pool } from "./pools.ts";
import { screenerOf } from "./screening.ts";
import { serviceSums } from "./service-sums.ts";
import type { ServiceSums } from "./service-sums.ts";
import { yearFactor } from "./year-factor.ts";

/** What a hand-written program says of a lot, area, service, complexity and year: numbers, and nothing behind them. */
export interface SumRow<N> {
  readonly lot: string;
  readonly area: string;
  readonly service: string;
  readonly complexity: string;
  readonly year: string;
  readonly eligible: N;
  readonly unknown: N;
  readonly made: N;
  readonly capacity: N;
  readonly delivered: N;
  readonly unmet: N;
  readonly starts: N;
  readonly completions: N;
  readonly unitCost: N;
  readonly value: N;
  readonly deliveredIfUnknownAdmitted: N;
  readonly startsIfUnknownAdmitted: N;
}

interface YearFactors<N> {
  readonly year: string;
  readonly openShare: N;
  readonly rampFactor: N;
}

/** The national forecast as somebody would write it by hand for this plan, over numbers of any kind. */
export function forecastByHand<N>(plan: Plan, numbers: Arithmetic<N>): readonly SumRow<N>[] {
  const { times, minus, smaller } = numbers;
  const levels = referenceWords.complexityLevels.map(({ id }) => id);
  const people = peopleByArea(plan, numbers);
  const turnover = rateOf(plan.turnover ?? 1, numbers);
  const services = new Map(
    Object.entries(plan.services).map(([id, service]) => [id, serviceSums(id, service, levels, numbers)]),
  );
  const factors = new Map<string, readonly YearFactors<N>[]>();
  const factorsOf = (service: ServiceSums<N>, goLive: string): readonly YearFactors<N>[] => {
    const key = `${service.id} ${goLive}`;
    let known = factors.get(key);
    if (known === undefined) factors.set(key, (known = yearFactors(plan, service, goLive, numbers)));
    return known;
  };

  const rows: SumRow<N>[] = [];
  for (const lot of plan.lots) {
    for (const area of areasOf(lot)) {
      for (const id of servicesOf(lot)) {
        const service = services.get(id) as ServiceSums<N>;
        const years = factorsOf(service, lot.from);
        for (const complexity of levels) {
          const flow = followed(lot, people.get(area) ?? [], service, complexity, turnover, numbers);
          const known = { complexity, area, service: id };
          const startRate = chosen(service.startRate, known);
          const completionRate = chosen(service.completionRate, known);
          const unitCost = service.unitCost.get(complexity) as N;
          for (const { year, openShare, rampFactor } of years) {
            const made = times(flow.referrals, openShare);
            const capacity = times(flow.referrals, rampFactor);
            const delivered = smaller(made, capacity);
            const starts = times(delivered, startRate);
            const ifAdmitted = flow.nobodyUnknown
              ? delivered
              : smaller(
                  times(flow.referralsIfAdmitted, openShare),
                  times(flow.referralsIfAdmitted, rampFactor),
                );
            rows.push({
              lot: lot.id,
              area,
              service: id,
              complexity,
              year,
              eligible: flow.eligible,
              unknown: flow.unknown,
              made,
              capacity,
              delivered,
              unmet: minus(made, delivered),
              starts,
              completions: times(starts, completionRate),
              unitCost,
              value: times(starts, unitCost),
              deliveredIfUnknownAdmitted: ifAdmitted,
              startsIfUnknownAdmitted: flow.nobodyUnknown ? starts : times(ifAdmitted, startRate),
            });
          }
        }
      }
    }
  }
  return rows;
}

interface Followed<N> {
  readonly eligible: N;
  readonly unknown: N;
  readonly nobodyUnknown: boolean;
  readonly referrals: N;
  readonly referralsIfAdmitted: N;
}

/** The people of an area at a level of a service, screened for a lot and followed to the referrals of a full year. */
function followed<N>(
  lot: Lot,
  people: readonly People<N>[],
  service: ServiceSums<N>,
  complexity: string,
  turnover: Rate<N>,
  numbers: Arithmetic<N>,
): Followed<N> {
  const { plus, from } = numbers;
  const share = service.mix.get(complexity) as N;
  const screened = screenerOf(lot.cohort, service.rules);
  const context: Known = { service: service.id, lot: lot.id, contractType: lot.contractType, complexity };
  const admitted: Pool<N>[] = [];
  const all: Pool<N>[] = [];
  const unknown: Pool<N>[] = [];
  for (const { number, known } of people) {
    const verdict = screened(known, context);
    if (verdict === "refused") continue;
    const rates = [
      share,
      chosen(turnover, known),
      chosen(service.needShare, known),
      chosen(service.takeUpShare, known),
      chosen(service.referralsPerPerson, known),
    ];
    if (verdict === "admitted") pour(admitted, number, rates, 0, plus);
    else pour(unknown, number, [share], 0, plus);
    pour(all, number, rates, 0, plus);
  }
  const referralsOf = (atLevel: readonly Pool<N>[]): N => {
    const inYear = applied(atLevel, 1, numbers);
    const inNeed = applied(inYear, 2, numbers);
    const referred = applied(inNeed, 3, numbers);
    return added(applied(referred, 4, numbers), numbers);
  };
  const nobodyUnknown = unknown.length === 0;
  const eligible = applied(admitted, 0, numbers);
  const referrals = referralsOf(eligible);
  return {
    eligible: added(eligible, numbers),
    unknown: nobodyUnknown ? from(0) : added(applied(unknown, 0, numbers), numbers),
    nobodyUnknown,
    referrals,
    referralsIfAdmitted: nobodyUnknown ? referrals : referralsOf(applied(all, 0, numbers)),
  };
}

function added<N>(pools: readonly Pool<N>[], { plus, from }: Arithmetic<N>): N {
  let sum = from(0);
  for (const { number } of pools) sum = plus(sum, number);
  return sum;
}

function yearFactors<N>(
  { calendar }: Plan,
  { growth }: ServiceSums<N>,
  goLive: string,
  numbers: Arithmetic<N>,
): readonly YearFactors<N>[] {
  if (calendar.years !== "financial") throw new Error("this program knows financial years only");
  const whole = numbers.from(1);
  const first = Number(calendar.first.slice(0, 4));
  const count = Number(calendar.last.slice(0, 4)) - first + 1;
  return [...Array(count).keys()].map((n) => ({
    year: `${String(first + n)}/${String((first + n + 1) % 100).padStart(2, "0")}`,
    openShare: yearFactor(first + n, goLive, () => whole, numbers),
    rampFactor: yearFactor(first + n, goLive, (month) => growth[month - 1] ?? whole, numbers),
  }));
}

export const areasOf = ({ areas = [], regions = [] }: Lot): readonly string[] => [
  ...areas,
  ...referenceWords.areas.filter(({ region }) => regions.includes(region)).map(({ id }) => id),
];

export const servicesOf = ({ contractType }: Lot): readonly string[] =>
  referenceWords.contractTypes.find(({ id }) => id === contractType)?.services ?? [];
