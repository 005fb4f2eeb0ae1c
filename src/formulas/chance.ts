import { ModelError } from "../errors.ts";
import { describe } from "../numbers/decimal.ts";
import type { NumberLike } from "../numbers/decimal.ts";
import { constant, given, isFigure, sum } from "../numbers/figure.ts";
import type { Counts, Figure } from "../numbers/figure.ts";

const source = "binomial distribution: each place finishes or not, independently of the others";
const mostPlaces = 10_000;

/** Steps of a chance are kept to 60 places: the exact product of many rates would have thousands of digits. */
const kept = { places: 60, mode: "half even" } as const;

/** The powers of a figure from 0 to n. */
function powers(base: Figure<"ratio">, n: number): Figure<"ratio">[] {
  const list = [constant(1)];
  for (let i = 1; i <= n; i++) list.push((list[i - 1] as Figure<"ratio">).times(base).rounded(kept));
  return list;
}

/** What is wanted of so many places. */
export interface Wanted {
  /** Completions wanted: a whole number. */
  readonly completions: number;
  readonly completionsPerPlace: Figure<"completions/places"> | NumberLike | Counts;
}

function wholeNumber(name: string, value: number, most: number): void {
  if (Number.isInteger(value) && value >= 0 && value <= most) return;
  throw new ModelError(
    "out-of-range",
    `${name} is a whole number from 0 to ${String(most)}; received ${describe(value)}.`,
    {
      name,
      received: describe(value),
      expected: `a whole number from 0 to ${String(most)}`,
    },
  );
}

function shareOf(input: Wanted["completionsPerPlace"]): Figure<"ratio"> {
  const rate = isFigure(input) ? input : given(input, "completions/places", { name: "completionsPerPlace" });
  if (!rate.value.isNegative() && rate.value.lessThanOrEqualTo(1))
    return rate.dividedBy(given(1, "completions/places", { name: "oneEach" }));
  throw new ModelError(
    "out-of-range",
    `completionsPerPlace is a share and lies between 0 and 1; received ${String(rate.value)}.`,
    {
      name: "completionsPerPlace",
      received: String(rate.value),
      expected: "a share from 0 to 1",
    },
  );
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
 * import { chanceOfAtLeast } from "volumes-and-values";
 *
 * const chance = chanceOfAtLeast({ completions: 10, places: 30, completionsPerPlace: { count: 1, of: 3 } });
 * chance.rounded({ places: 4, mode: "half even" }).toString(); // => 0.5683
 * ```
 */
export function chanceOfAtLeast({
  completions,
  places,
  completionsPerPlace,
}: Wanted & { readonly places: number }): Figure<"ratio"> {
  wholeNumber("completions", completions, mostPlaces);
  wholeNumber("places", places, mostPlaces);
  const share = shareOf(completionsPerPlace);
  const finishing = powers(share, Math.min(completions, places));
  const stopping = powers(share.rest, places);
  let ways = constant(1);
  const tooFew: Figure<"ratio">[] = [];
  for (let k = 0; k < completions && k <= places; k++) {
    if (k > 0) ways = ways.times(places - k + 1).dividedBy(k);
    tooFew.push(ways.times(finishing[k] as Figure<"ratio">).times(stopping[places - k] as Figure<"ratio">));
  }
  return sum("ratio", tooFew)
    .rest.rounded(kept)
    .named("chanceOfAtLeast", { wanted: `${String(completions)} of ${String(places)} places` }, source);
}

/**
 * The fewest places that give at least the completions wanted with a chance of choice.
 *
 * @throws ModelError `out-of-range` where no number of places up to 10,000 is enough.
 *
 * @example
 * ```ts
 * import { placesForChance } from "volumes-and-values";
 *
 * placesForChance({ completions: 10, completionsPerPlace: { count: 1, of: 3 }, chance: "0.9" }); // => 40
 * ```
 */
export function placesForChance({ chance, ...wanted }: Wanted & { readonly chance: NumberLike }): number {
  const due = given(chance, "ratio", { name: "chance" }).value;
  const enough = (places: number): boolean =>
    chanceOfAtLeast({ ...wanted, places }).value.greaterThanOrEqualTo(due);
  let [few, many] = [wanted.completions - 1, Math.max(1, wanted.completions)];
  while (!enough(many)) {
    [few, many] = [many, many * 2];
    if (many > mostPlaces) {
      throw new ModelError(
        "out-of-range",
        `No number of places up to ${String(mostPlaces)} gives ${String(wanted.completions)} completions with a chance of ${String(due)}. Lower the chance.`,
        {
          name: "chance",
          received: String(due),
          expected: "a chance that can be reached",
        },
      );
    }
  }
  while (many - few > 1) {
    const middle = Math.floor((few + many) / 2);
    if (enough(middle)) many = middle;
    else few = middle;
  }
  return many;
}
