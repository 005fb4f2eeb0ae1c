import { describe, expect, test } from "vitest";
import { countByChance } from "../../../src/readings/simulation/poisson.ts";
import { allSharesOf } from "../../../src/readings/simulation/shares.ts";
import type { Sampling } from "../../../src/readings/simulation/shares.ts";
import { streamOf } from "../../../src/readings/simulation/streams.ts";

const sharesOf = (name: string, seed: number, draws = 20_000, sampling: Sampling = "plain"): Float64Array =>
  allSharesOf(name, { draws, seed, sampling });

/** How far two lists of shares rise together; for independent ones, nought within about 1 / √draws. */
function correlation(one: Float64Array, other: Float64Array): number {
  const products = one.map((share, k) => (share - 0.5) * ((other[k] as number) - 0.5));
  return (12 * products.reduce((sum, product) => sum + product, 0)) / one.length;
}

describe("the stream of an input", () => {
  test("is the same for the same seed and path, and another for any other", () => {
    const path = "services.accommodation.startRate";
    expect(sharesOf(path, 1)).toEqual(sharesOf(path, 1));
    const others = [
      sharesOf(path, 2),
      sharesOf(path, 2 ** 32 + 1),
      sharesOf(`${path}s`, 1),
      sharesOf("services.accommodation.completionRate", 1),
      sharesOf("", 1),
      sharesOf("étape", 1),
    ];
    for (const other of others) expect(Math.abs(correlation(sharesOf(path, 1), other))).toBeLessThan(0.03);
  });

  test("of a thousand paths alike but for a number: no two begin alike, and none leans to one side", () => {
    const firsts = Array.from({ length: 1000 }, (_, lot) =>
      sharesOf(`lots.${String(lot)}.mobilisation`, 1, 100),
    );
    expect(new Set(firsts.map(([first]) => first)).size).toBe(1000);
    for (const place of [0, 1, 99]) {
      const mean = firsts.reduce((sum, shares) => sum + (shares[place] as number), 0) / firsts.length;
      expect(Math.abs(mean - 0.5)).toBeLessThan(4 / Math.sqrt(12 * 1000));
    }
  });

  test("spreads evenly: a hundred bins hold as many draws as chance allows", () => {
    const counts = Array.from({ length: 100 }, () => 0);
    for (const share of sharesOf("turnover", 7, 100_000)) {
      const bin = Math.floor(share * 100);
      counts[bin] = (counts[bin] as number) + 1;
    }
    const chiSquare = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    // 99 degrees of freedom: 1 in 1,000 lies above 148.2, and 1 in 1,000 below 61.1.
    expect(chiSquare).toBeGreaterThan(61.1);
    expect(chiSquare).toBeLessThan(148.2);
  });

  test("of plain draws, a longer run begins with the shorter one", () => {
    expect(sharesOf("turnover", 7, 1000).slice(0, 10)).toEqual(sharesOf("turnover", 7, 10));
  });

  test("by Latin hypercube has one draw in each step, in an order that tells nothing", () => {
    const shares = sharesOf("turnover", 7, 5000, "latin hypercube");
    expect([...shares.map((share) => Math.floor(share * 5000))].sort((a, b) => a - b)).toEqual([
      ...Array(5000).keys(),
    ]);
    const other = sharesOf("startRate", 7, 5000, "latin hypercube");
    expect(Math.abs(correlation(shares, other))).toBeLessThan(0.06);
  });
});

describe("a count that varies by chance has its mean for variance too", () => {
  test.for([0.3, 4, 9.9, 10, 35, 900, 2_000_000])("about %d", (mean) => {
    const stream = streamOf(1, "chance");
    const counts = Array.from({ length: 40_000 }, () => countByChance(mean, stream));
    const average = counts.reduce((sum, count) => sum + count, 0) / counts.length;
    const variance = counts.reduce((sum, count) => sum + (count - average) ** 2, 0) / (counts.length - 1);
    expect(Math.abs(average - mean)).toBeLessThan(4 * Math.sqrt(mean / counts.length));
    const errorOfVariance = Math.sqrt((2 * mean * mean + mean) / counts.length);
    expect(Math.abs(variance - mean)).toBeLessThan(4 * errorOfVariance);
    expect(counts.every((count) => Number.isInteger(count) && count >= 0)).toBe(true);
  });

  test("about nothing is nothing", () => {
    expect(countByChance(0, streamOf(1, "chance"))).toBe(0);
  });
});
