import {
  aboveTotal,
  evenSpend,
  evenTimesYears,
  excessOfGap,
  gapPerStep,
  highestWithin,
  largestOf,
  leastDeparture,
  lowestWithin,
  restOfTotal,
  shortOfTotal,
  smoothSpend,
  spendGap,
  straightGap,
  straightTimesYears,
  timesYears,
} from "../../formulas/smooth-ramp-up.ts";
import { sum } from "../../numbers/figure.ts";
import type { Figure } from "../../numbers/figure.ts";

/**
 * Money by year: first that of the year before go-live, last that of the year in which the plateau begins. Both stay
 * as they are; the years between may move.
 */
export type Spend = readonly Figure<"GBP">[];

const nothing = (): Figure<"GBP"> => sum("GBP", []).named("nothing");

const upTo = (count: number): number[] => [...Array(count).keys()];

/** The gap of the straight line between the two ends: less is not possible. */
export function leastPossibleGap(spend: Spend): Figure<"GBP"> {
  const steps = spend.length - 1;
  const ends = { spendBefore: spend[0] as Figure<"GBP">, spendAfter: spend[steps] as Figure<"GBP"> };
  return straightGap({ spendGap: spendGap(ends), yearsApart: steps });
}

/**
 * The profile nearest to a given one whose gaps are at most so much. A profile with such gaps within a departure of the
 * given one exists exactly where no two years are further apart than gaps and departures together allow; the least
 * such departure follows from the pairs of years. Of the profiles that are as near, it is the one in which each year, in
 * order, moves no further than the years before it and the plateau ask for.
 */
export function nearestWithin(spend: Spend, mostGap: Figure<"GBP">): Spend {
  const last = spend.length - 1;
  const isFixed = (year: number): boolean => year === 0 || year === last;
  const pairs = upTo(spend.length).flatMap((year) =>
    upTo(year)
      .filter((earlier) => !(isFixed(earlier) && isFixed(year)))
      .map((earlier) => ({
        free: !isFixed(earlier) && !isFixed(year),
        excess: excessOfGap({
          spendGap: spendGap({
            spendBefore: spend[earlier] as Figure<"GBP">,
            spendAfter: spend[year] as Figure<"GBP">,
          }),
          mostGap,
          yearsApart: year - earlier,
        }),
      })),
  );
  if (pairs.length === 0) return spend;
  const departure = leastDeparture({
    excessToFixed: pairs.filter(({ free }) => !free).map(({ excess }) => excess),
    excessBetween: pairs.filter(({ free }) => free).map(({ excess }) => excess),
  });
  const smooth: Figure<"GBP">[] = [];
  for (const [year, own] of spend.entries()) {
    const reach = spend.map((other, index) => ({
      spend: smooth[index] ?? other,
      departure: index < year || isFixed(index) ? nothing() : departure,
      mostGap,
      yearsApart: Math.abs(year - index),
    }));
    const within = {
      spend: own,
      highest: reach.map((from) => highestWithin(from)),
      lowest: reach.map((from) => lowestWithin(from)),
    };
    smooth.push(isFixed(year) ? own : smoothSpend(within, own.about));
  }
  return smooth;
}

/**
 * The profile with the least largest gap at an equal total. With gaps of at most so much, the years between the ends
 * may have any total from that of the lowest line to that of the highest; the gap is the least with which theirs lies
 * between. It follows from every way in which the years may hang on one end, on the other, or lie at nothing. All but the
 * answer is times the years of the ramp-up, so that nothing is divided that need not be.
 */
export function evenAtEqualTotal(spend: Spend): Spend {
  const last = spend.length - 1;
  const between = spend.slice(1, last);
  if (between.length === 0) return spend;
  const [first, plateau] = [spend[0] as Figure<"GBP">, spend[last] as Figure<"GBP">];
  const total = sum("GBP", between).named("spendBetween");
  const straight = spendGap({ spendBefore: first, spendAfter: plateau });
  const free = between.length;
  const inYears = (amount: Figure<"GBP">): Figure<"GBP"> => timesYears({ amount, years: last });
  const steps = (count: number): number => (count * (count + 1)) / 2;
  const hanging = (before: number, after: number) => ({
    total,
    without: [...upTo(before).map(() => first), ...upTo(after).map(() => plateau)],
  });
  const per = (difference: Figure<"GBP">, before: number, after: number): Figure<"GBP"> =>
    inYears(gapPerStep({ difference, steps: steps(before) + steps(after) }));
  const reached = upTo(free + 1).map((before) =>
    per(shortOfTotal(hanging(before, free - before)), before, free - before),
  );
  const fallen = upTo(free + 1)
    .flatMap((before) => upTo(free - before + 1).map((after) => [before, after] as const))
    .filter(([before, after]) => before + after > 0)
    .map(([before, after]) => per(aboveTotal(hanging(before, after)), before, after));
  const upward = largestOf({ amounts: [straight, ...reached] });
  const downward = largestOf({ amounts: [straight, ...fallen] });
  const bounds = (year: number, mostGap: Figure<"GBP">) =>
    [
      [first, year],
      [plateau, last - year],
    ].map(([from, yearsApart]) => ({
      spend: inYears(from as Figure<"GBP">),
      departure: nothing(),
      mostGap,
      yearsApart: yearsApart as number,
    }));
  const moved = between.map((own, index) => {
    const year = index + 1;
    const line = { spendBefore: first, plateau, yearsBefore: year, yearsToPlateau: last - year };
    const together = evenTimesYears({
      highest: bounds(year, upward).map((one) => highestWithin(one)),
      lowest: [...bounds(year, downward).map((one) => lowestWithin(one)), nothing()],
      straight: straightTimesYears(line),
    });
    return evenSpend({ evenTimesYears: together, years: last }, own.about);
  });
  const others = moved.slice(0, -1);
  const rest = restOfTotal({ total, others }, between.at(-1)?.about);
  return [first, ...others, rest, plateau];
}
