import { outOfRange } from "../errors.ts";
import { decimalFrom, describe, digitsOf, isShare } from "../numbers/decimal.ts";
import type { NumberLike } from "../numbers/decimal.ts";
import { constant, given, isFigure, sum } from "../numbers/figure.ts";
import type { Counts, Figure } from "../numbers/figure.ts";
import { notAShare } from "../numbers/formula.ts";

const source = "binomial distribution: each place finishes or not, independently of the others";
const mostPlaces = 10_000;

/** What is wanted of so many places. */
export interface Wanted {
  /** Completions wanted: a whole number. */
  readonly completions: number;
  readonly completionsPerPlace: Figure<"completions/places"> | NumberLike | Counts;
}

function wholeNumber(name: string, value: number): void {
  if (Number.isInteger(value) && value >= 0 && value <= mostPlaces) return;
  throw outOfRange(name, `a whole number from 0 to ${String(mostPlaces)}`, describe(value));
}

const oneEach = given(1, "completions/places", { name: "oneEach" });

function shareOf(input: Wanted["completionsPerPlace"]): Figure<"ratio"> {
  const rate = isFigure(input) ? input : given(input, "completions/places", { name: "completionsPerPlace" });
  if (!isShare(rate.value)) throw notAShare("completionsPerPlace", rate.value);
  return rate.dividedBy(oneEach);
}

/**
 * The chance that so many places give at least the completions wanted, each place finishing by itself at the given
 * rate. Places that are enough on average are enough little more than every second time.
 *
 * @throws ModelError `out-of-range` for places or completions that are not whole numbers, and for a rate that is no share.
 * Source: binomial distribution.
 *
 * @example
 * ```ts
 * import { chanceOfAtLeast } from "volumes-and-values/uncertainty";
 *
 * const chance = chanceOfAtLeast({ completions: 10, places: 30, completionsPerPlace: { count: 1, of: 3 } });
 * chance.rounded({ places: 4, mode: "half even" }).toString(); // => 0.5683
 * ```
 */
export function chanceOfAtLeast(asked: Wanted & { readonly places: number }): Figure<"ratio"> {
  const { completions, places, completionsPerPlace } = Object(asked) as typeof asked;
  wholeNumber("completions", completions);
  wholeNumber("places", places);
  const finishing = shareOf(completionsPerPlace);
  const about = { wanted: `${String(completions)} of ${String(places)} places` };
  const answer = (chance: Figure<"ratio">): Figure<"ratio"> => chance.named("chanceOfAtLeast", about, source);
  if (completions === 0 || (completions <= places && finishing.rest.value.isZero())) return answer(certain);
  if (completions > places || finishing.value.isZero()) return answer(impossible);
  // The smaller of the two tails is added up, so that a small chance keeps its digits.
  const enoughOnAverage = finishing.value.times(places).greaterThanOrEqualTo(completions);
  const chance = enoughOnAverage
    ? chanceOfAtMost(completions - 1, places, finishing).rest
    : chanceOfAtMost(places - completions, places, finishing.rest);
  return answer(chance.clampedTo(impossible, certain));
}

const certain = constant(1);
const impossible = constant(0);

/** Chances add up to 100 places: the smallest have thousands of digits that nobody would see. */
const kept = { places: 100, mode: "half even" } as const;

/** The chance of at most so many of an outcome: exactly 0, 1, 2 … of it, each from the one before, to 40 digits. */
function chanceOfAtMost(most: number, places: number, outcome: Figure<"ratio">): Figure<"ratio"> {
  const otherwise = outcome.rest;
  const chances: Figure<"ratio">[] = [];
  let chance = power(otherwise, places);
  for (let k = 0; k <= most; k++) {
    if (k > 0)
      chance = chance
        .times(places - k + 1)
        .times(outcome)
        .dividedBy(otherwise.times(k));
    chance = chance.named("chanceOfExactly", { of: String(k) });
    chances.push(chance.rounded(kept));
  }
  return sum("ratio", chances);
}

/** A figure multiplied by itself so many times. Dividing by one keeps 40 digits of what would have thousands. */
function power(base: Figure<"ratio">, times: number): Figure<"ratio"> {
  if (times === 0) return certain;
  const half = power(base, Math.floor(times / 2));
  const squared = half.times(half);
  return (times % 2 === 0 ? squared : squared.times(base)).dividedBy(1);
}

/** Whether some places finish and some do not. */
const isUncertain = (finishing: Figure<"ratio">): boolean =>
  !finishing.value.isZero() && !finishing.rest.value.isZero();

/**
 * The fewest places that give at least the completions wanted with a chance of choice.
 *
 * @throws ModelError `out-of-range` where no number of places up to 10,000 is enough, and for a chance of 1 where a place
 * may turn out not to finish: that is never certain.
 *
 * @example
 * ```ts
 * import { placesForChance } from "volumes-and-values/uncertainty";
 *
 * placesForChance({ completions: 10, completionsPerPlace: { count: 1, of: 3 }, chance: "0.9" }); // => 40
 * ```
 */
export function placesForChance(asked: Wanted & { readonly chance: NumberLike }): number {
  const { chance, ...wanted } = Object(asked) as typeof asked;
  const due = decimalFrom(chance, "chance");
  if (!isShare(due)) throw notAShare("chance", due);
  if (due.equals(1) && wanted.completions > 0 && isUncertain(shareOf(wanted.completionsPerPlace)))
    throw outOfRange(
      "chance",
      "below 1, since any place may turn out not to finish",
      digitsOf(due),
      "Ask for a chance such as 0.99.",
    );
  const enough = (places: number): boolean =>
    chanceOfAtLeast({ ...wanted, places }).value.greaterThanOrEqualTo(due);
  if (!enough(mostPlaces)) {
    const expected = `one that up to ${String(mostPlaces)} places can reach`;
    const mend = `Lower it, or want fewer than ${String(wanted.completions)} completions.`;
    throw outOfRange("chance", expected, digitsOf(due), mend);
  }
  let [few, many] = [-1, mostPlaces];
  while (many - few > 1) {
    const middle = Math.floor((few + many) / 2);
    if (enough(middle)) many = middle;
    else few = middle;
  }
  return many;
}
