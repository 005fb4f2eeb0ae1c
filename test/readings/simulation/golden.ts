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

/** The 64 bits of some floats, one after the other. */
function bytesOf(draws: Float64Array): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(8 * draws.length));
  for (const [index, draw] of draws.entries()) bytes.setFloat64(8 * index, draw);
  return new Uint8Array(bytes.buffer);
}

/** A digest of all draws, so that a bit that differs in any of them shows: FNV-1a, of 64 bits, in hexadecimal. */
function digestOf(draws: Float64Array): string {
  let digest = 0xcbf29ce484222325n;
  for (const byte of bytesOf(draws)) digest = BigInt.asUintN(64, (digest ^ BigInt(byte)) * 0x100000001b3n);
  return digest.toString(16).padStart(16, "0");
}

/**
 * A digest of a thousand draws of each kind, and of a volume that varies by chance, bit by bit. Where draws are meant to
 * change, `npx vitest run test/readings/simulation/determinism.test.ts -u` writes them again.
 */
export function goldenDraws(): Readonly<Record<string, string>> {
  const inputs = Object.fromEntries(
    Object.keys(kinds).map((path) => [path, given(20, "starts", { name: path, path, low: 15, high: 30 })]),
  );
  const figures = { ...inputs, total: sum("starts", Object.values(inputs)) };
  const run = { draws: 1000, seed: 2020, distributions: kinds };
  const correlations = [{ between: ["pert", "lognormal"], rank: 0.7 }] as const;
  const digest = (one: Simulated): string => digestOf(one.draws());
  const plain = simulate(figures, run);
  const spread = simulate(figures, { ...run, sampling: "latin hypercube", correlations });
  const byChance = simulate(figures.total, { ...run, chanceVariation: ["starts"] });
  return {
    ...Object.fromEntries(Object.entries(plain).map(([name, one]) => [`${name}, plain`, digest(one)])),
    ...Object.fromEntries(
      Object.entries(spread).map(([name, one]) => [`${name}, spread evenly`, digest(one)]),
    ),
    "total, by chance": digest(byChance),
  };
}
