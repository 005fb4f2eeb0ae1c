import { given, sum } from "volumes-and-values";
import type { Distribution, Simulated } from "volumes-and-values/simulation";
import { simulate } from "volumes-and-values/simulation";

/** One of each kind of distribution. */
const kinds: Readonly<Record<string, Distribution>> = {
  uniform: { kind: "uniform", low: 10, high: 60 },
  triangular: { kind: "triangular", low: 10, mode: 20, high: 60 },
  pert: { kind: "pert", low: 10, mode: 20, high: 60 },
  normal: { kind: "normal", percentiles: { 10: 17, 90: 23 }, from: 0 },
  lognormal: { kind: "lognormal", mean: 20, deviation: 5 },
  beta: { kind: "beta", mean: 0.62, deviation: 0.1 },
  discrete: {
    kind: "discrete",
    values: [
      { value: 1, weight: 1 },
      { value: 2, weight: 2 },
    ],
  },
  stated: { kind: "stated", as: { low: 10, high: 90 } },
};

/** A float as its 64 bits, in hexadecimal. */
function bitsOf(value: number): string {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  return bits.getBigUint64(0).toString(16).padStart(16, "0");
}

/** The last of a thousand draws of each kind, and of a volume that varies by chance, bit by bit. */
export function goldenDraws(): Readonly<Record<string, string>> {
  const inputs = Object.fromEntries(
    Object.keys(kinds).map((path) => [path, given(20, "starts", { name: path, path, low: 15, high: 30 })]),
  );
  const figures = { ...inputs, total: sum("starts", Object.values(inputs)) };
  const run = { draws: 1000, seed: 2020, distributions: kinds };
  const correlations = [{ between: ["pert", "lognormal"], rank: 0.7 }] as const;
  const last = (one: Simulated): string => bitsOf(one.draws()[999] ?? NaN);
  const plain = simulate(figures, run);
  const spread = simulate(figures, { ...run, sampling: "latin hypercube", correlations });
  const byChance = simulate(figures.total, { ...run, chanceVariation: ["starts"] });
  return {
    ...Object.fromEntries(Object.entries(plain).map(([name, one]) => [`${name}, plain`, last(one)])),
    ...Object.fromEntries(Object.entries(spread).map(([name, one]) => [`${name}, spread evenly`, last(one)])),
    "total, by chance": last(byChance),
  };
}
