import type { AssumptionBy, Mix, Profile, Rule, Service } from "volumes-and-values";
import type { Arithmetic } from "./arithmetic.ts";
import { chosen, rateOf } from "./assumptions.ts";
import type { Rate } from "./assumptions.ts";

/** A service with its assumptions as numbers, and what a start costs at each level. */
export interface ServiceSums<N> {
  readonly id: string;
  readonly rules: readonly Rule[];
  readonly mix: ReadonlyMap<string, N>;
  readonly needShare: Rate<N>;
  readonly takeUpShare: Rate<N>;
  readonly referralsPerPerson: Rate<N>;
  readonly startRate: Rate<N>;
  readonly completionRate: Rate<N>;
  /** What part of its plateau the service reaches in each month from go-live. */
  readonly growth: readonly N[];
  readonly unitCost: ReadonlyMap<string, N>;
}

export function serviceSums<N>(
  id: string,
  service: Service,
  levels: readonly string[],
  numbers: Arithmetic<N>,
): ServiceSums<N> {
  const rate = (assumption: AssumptionBy): Rate<N> => rateOf(assumption, numbers);
  return {
    id,
    rules: service.rules,
    mix: mixOf(service.complexityMix as Mix, numbers),
    needShare: rate(service.needShare ?? 1),
    takeUpShare: rate(service.takeUpShare),
    referralsPerPerson: rate(service.referralsPerPerson),
    startRate: rate(service.startRate),
    completionRate: rate(service.completionRate),
    growth: growthOf(service.rampUp.profile, numbers),
    unitCost: new Map(levels.map((level) => [level, unitCostOf(service, level, numbers)])),
  };
}

function mixOf<N>(mix: Mix, numbers: Arithmetic<N>): ReadonlyMap<string, N> {
  const shares = new Map<string, N>();
  let stated = numbers.from(0);
  for (const [level, share] of Object.entries(mix)) {
    if (share === "rest") continue;
    const number = chosen(rateOf(share, numbers), {});
    shares.set(level, number);
    stated = numbers.plus(stated, number);
  }
  for (const [level, share] of Object.entries(mix))
    if (share === "rest") shares.set(level, numbers.minus(numbers.from(1), stated));
  return shares;
}

function growthOf<N>(profile: Profile, numbers: Arithmetic<N>): readonly N[] {
  if (profile.shape !== "linear" || profile.firstMonthShare === undefined)
    throw new Error("this program knows linear ramps from a first month's share only");
  const { from, plus, minus, times, dividedBy } = numbers;
  const first = chosen(rateOf(profile.firstMonthShare, numbers), {});
  const rest = minus(from(1), first);
  const steps = profile.monthsToPlateau - 1;
  return [...Array(steps + 1).keys()].map((step) =>
    plus(first, times(rest, dividedBy(from(step), from(steps)))),
  );
}

/** A start's hours at what they cost, what else is spent on it, overhead, and a surplus on it all. */
function unitCostOf<N>({ unitCost, ...service }: Service, level: string, numbers: Arithmetic<N>): N {
  const { plus, times, dividedBy } = numbers;
  const one = (assumption: AssumptionBy): N => chosen(rateOf(assumption, numbers), { complexity: level });
  if ("costPerStart" in unitCost) return one(unitCost.costPerStart);
  const onReferrals = dividedBy(one(unitCost.referralHours), one(service.startRate));
  const onCompletions = times(one(unitCost.completionHours), one(service.completionRate));
  const onStart = plus(one(unitCost.contactHours), one(unitCost.otherHours));
  const hours = plus(plus(onStart, onReferrals), onCompletions);
  const salary = one(unitCost.salary);
  const pay = plus(salary, times(salary, one(unitCost.onCostPerPound)));
  const payPerHour = dividedBy(pay, one(unitCost.productiveHours));
  const direct = plus(times(hours, payPerHour), one(unitCost.otherDirectCost));
  const cost = plus(direct, times(direct, one(unitCost.overheadPerPound)));
  return plus(cost, times(cost, one(unitCost.surplusPerPound)));
}
