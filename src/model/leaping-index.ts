import { digitsOf } from "../numbers/decimal.ts";
import type { Decimal } from "../numbers/decimal.ts";
import { centralOf } from "../vocabulary/checks/assumptions.ts";
import type { PriceIndex } from "../vocabulary/prices.ts";

/** A year of a price index that gives away growth which was given for the index, and why. */
export interface Leap {
  readonly year: string;
  readonly message: string;
}

interface IndexOfYear {
  readonly year: string;
  readonly number: number;
  readonly index: Decimal;
}

/** Whether an index moves by more than half from one year to the next, or is next to nothing in every year. */
export function leapIn({ name, values }: PriceIndex): Leap | undefined {
  const years = Object.entries(values)
    .map(([year, value]) => ({ year, number: Number(/\d+/.exec(year)), index: centralOf(value) }))
    .sort((a, b) => a.number - b.number);
  return growthAlone(name, years) ?? firstLeap(name, years);
}

const meant = "give the index of each year, and not its growth";

function growthAlone(name: string, years: readonly IndexOfYear[]): Leap | undefined {
  const [first, ...others] = years;
  if (first === undefined || others.length === 0 || !years.every(({ index }) => index.lessThan("0.5")))
    return undefined;
  const { year, index } = first;
  return { year, message: `${name} is below 0.5 in every year, as ${digitsOf(index)} in ${year}: ${meant}` };
}

function firstLeap(name: string, years: readonly IndexOfYear[]): Leap | undefined {
  for (const [at, { year, number, index }] of years.entries()) {
    const before = years[at - 1];
    if (before?.number !== number - 1 || !movesByMoreThanHalf(before.index, index)) continue;
    const from = `from ${digitsOf(before.index)} in ${before.year} to ${digitsOf(index)} in ${year}`;
    return { year, message: `${name} goes ${from}, by more than half in a year: ${meant}` };
  }
  return undefined;
}

const movesByMoreThanHalf = (before: Decimal, after: Decimal): boolean =>
  after.minus(before).abs().times(2).greaterThan(before);
