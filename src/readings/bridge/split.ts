import type { RatioPair, Ratios } from "./ratios.ts";

/** How the difference of two products is split: a part for each factor, and what is left over. */
export interface Split {
  readonly parts: readonly number[];
  readonly interaction: number;
}

/**
 * The points and weights of Gauss and Legendre on the way from 0 to 1: with six, the integral of a polynomial up to the
 * eleventh degree is exact, which is the degree of the slope of a product of twelve factors.
 * Source: Abramowitz and Stegun, Handbook of Mathematical Functions, table 25.4, from −1 to 1.
 */
const points = [
  { at: 0.2386191860831969, weight: 0.467913934572691 },
  { at: 0.6612093864662645, weight: 0.3607615730481386 },
  { at: 0.932469514203152, weight: 0.1713244923791703 },
].flatMap(({ at, weight }) => [
  { at: (1 - at) / 2, weight: weight / 2 },
  { at: (1 + at) / 2, weight: weight / 2 },
]);

const product = (ratios: Ratios): number => ratios.reduce((a, b) => a * b, 1);

/** For each factor, the product of all the others. */
function productsOfOthers(ratios: Ratios): readonly number[] {
  const others: number[] = [];
  let left = 1;
  for (const ratio of ratios) {
    others.push(left);
    left *= ratio;
  }
  let right = 1;
  for (let place = ratios.length - 1; place >= 0; place--) {
    others[place] = (others[place] as number) * right;
    right *= ratios[place] as number;
  }
  return others;
}

/**
 * The Shapley value of each factor: what it changes, on average over every order in which the factors may be changed.
 * For a product it is the integral of the factor's slope on the straight way from before to after. Source: Owen,
 * Multilinear extensions of games, Management Science 18, 1972.
 */
function shapley({ before, after }: RatioPair): Split {
  const parts = before.map(() => 0);
  for (const { at, weight } of points) {
    const here = before.map((ratio, place) => ratio + at * ((after[place] as number) - ratio));
    for (const [place, others] of productsOfOthers(here).entries())
      parts[place] =
        (parts[place] as number) + weight * others * ((after[place] as number) - (before[place] as number));
  }
  return { parts, interaction: 0 };
}

/** The same in one direction, and mirrored for the other, so that the two cancel to the last bit. */
function shapleyEitherWay({ before, after }: RatioPair): Split {
  const first = before.findIndex((ratio, place) => ratio !== after[place]);
  const falling = first >= 0 && (after[first] as number) < (before[first] as number);
  if (!falling) return shapley({ before, after });
  const { parts } = shapley({ before: after, after: before });
  return { parts: parts.map((part) => (part === 0 ? 0 : -part)), interaction: 0 };
}

/** What each factor changes when they are changed one after another, in an order of places. */
function sequential({ before, after }: RatioPair, order: readonly number[]): Split {
  const now = [...before];
  const parts = before.map(() => 0);
  for (const place of order) {
    const was = product(now);
    now[place] = after[place] as number;
    parts[place] = after[place] === before[place] ? 0 : product(now) - was;
  }
  return { parts, interaction: 0 };
}

/** What each factor changes alone; the interaction is what they change together beyond that. */
function isolated({ before, after }: RatioPair): Split {
  const others = productsOfOthers(before);
  const parts = before.map((ratio, place) => ((after[place] as number) - ratio) * (others[place] as number));
  const changed = before.filter((ratio, place) => ratio !== after[place]).length;
  const together = product(after) - product(before) - parts.reduce((a, b) => a + b, 0);
  return { parts, interaction: changed > 1 ? together : 0 };
}

export type Method = "shapley" | "sequential" | "isolated";

/** Splits the difference of two products by a method; `order` is that of the places in a sequential split. */
export function splitBy(method: Method, pair: RatioPair, order: readonly number[]): Split {
  if (method === "shapley") return shapleyEitherWay(pair);
  return method === "sequential" ? sequential(pair, order) : isolated(pair);
}
