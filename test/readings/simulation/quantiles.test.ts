import { describe, expect, test } from "vitest";
import { betaQuantile } from "../../../src/readings/simulation/beta.ts";
import { exp, log, logGamma, logOfOnePlus } from "../../../src/readings/simulation/elementary.ts";
import { normalQuantile, normalShareBelow } from "../../../src/readings/simulation/normal.ts";

/* Known values: mpmath 1.3, 40 digits. */

/** Within so many parts of the known value; of nought, within so much. */
function near(value: number, known: number, parts: number): void {
  expect(Math.abs(value - known)).toBeLessThanOrEqual(parts * (Math.abs(known) || 1));
}

describe("exponential and logarithm are made of arithmetic alone", () => {
  test.for<readonly [number, number]>([
    [-700, 9.8596765437597708567e-305],
    [-20.5, 1.2501528663867426289e-9],
    [-1, 0.3678794411714423216],
    [1e-10, 1.0000000001],
    [0, 1],
    [0.3, 1.349858807576003104],
    [10, 22026.465794806716517],
    [700, 1.0142320547350045095e304],
  ])("e to the power of %d", ([x, known]) => near(exp(x), known, 3e-16));

  test("far below zero there is nothing left, and far above no float is large enough", () => {
    expect([exp(-1000), exp(-Infinity), exp(1000), exp(NaN)]).toEqual([0, 0, Infinity, NaN]);
    near(exp(-740), 4.2e-322, 0.02);
  });

  test.for<readonly [number, number]>([
    [1e-310, -713.80137882815416205],
    [1e-5, -11.51292546497022842],
    [0.7071, -0.34658318037194193069],
    [1, 0],
    [1 + 2 ** -23, 1.1920928244535445e-7],
    [2, 0.69314718055994530942],
    [10, 2.302585092994045684],
    [1e300, 690.77552789821370521],
  ])("the logarithm of %d", ([x, known]) => near(log(x), known, 6e-16));

  test("the logarithm of nought, of less and of no number", () => {
    expect([log(0), log(-1), log(NaN), log(Infinity)]).toEqual([-Infinity, NaN, NaN, Infinity]);
    near(logOfOnePlus(1e-20), 1e-20, 1e-15);
  });

  test.for<readonly [number, number]>([
    [0.1, 2.2527126517342059599],
    [0.5, 0.57236494292470008707],
    [1.5, -0.12078223763524522235],
    [5, 3.1780538303479456196],
    [14.9, 24.924132002217277353],
    [100, 359.13420536957539878],
    [1_000_000, 12815504.56914761166],
  ])("the logarithm of the gamma function of %d", ([x, known]) => near(logGamma(x), known, 2e-14));
});

describe("the normal distribution", () => {
  test.for<readonly [number, number]>([
    [1e-15, -7.941345326170996781],
    [1e-6, -4.7534243088228989482],
    [0.001, -3.0902323061678135415],
    [0.05, -1.6448536269514727149],
    [0.075, -1.4395314709384559153],
    [0.25, -0.6744897501960817432],
    [0.5, 0],
    [0.9, 1.281551565544600467],
    [0.975, 1.9599639845400542355],
    [0.9999, 3.7190164854556805644],
  ])("a share of %d of all lies below its quantile", ([share, known]) => {
    near(normalQuantile(share), known, 1e-12);
    near(normalShareBelow(known), share, 1e-12);
  });
});

describe("a beta distribution's table is as good as the distribution, to 1e-9 of the range", () => {
  const shares = [0.0001, 0.01, 0.1, 0.5, 0.77, 0.9, 0.99, 0.9999];
  test.for<readonly [string, number, number, readonly number[]]>([
    [
      "a PERT with its mode a fifth of the way",
      1.8,
      4.2,
      [
        0.001747740187576135, 0.023134526192264714, 0.089902130459241663, 0.27667225939251884,
        0.42805861263519482, 0.54533405043358179, 0.74855932862963478, 0.91851467819601084,
      ],
    ],
    [
      "a PERT with its mode at its low",
      1,
      5,
      [
        2.000080004800336e-5, 0.0020080483385741995, 0.02085163763902321, 0.12944943670387586,
        0.25467520861214656, 0.36904265551980675, 0.60189282944650275, 0.84151068075388865,
      ],
    ],
    [
      "a PERT with its mode in the middle",
      3,
      3,
      [
        0.021782095342679861, 0.10563984355077435, 0.24663645328846659, 0.5, 0.65334414280258906,
        0.75336354671153341, 0.89436015644922565, 0.97821790465732014,
      ],
    ],
    [
      "62 of 100 who started",
      62,
      38,
      [
        0.43511558396291149, 0.504822791886409, 0.55739756891886606, 0.62080307048380261, 0.65624862090612178,
        0.6815598339854718, 0.7281549717653059, 0.78499581513283883,
      ],
    ],
    [
      "all or nothing, more often than not",
      0.5,
      0.5,
      [
        2.4674010799787791e-8, 0.0002467198171342215, 0.024471741852423214, 0.5, 0.87505553481522977,
        0.97552825814757679, 0.99975328018286578, 0.9999999753259892,
      ],
    ],
  ])("%s", ([, alpha, beta, known]) => {
    const quantile = betaQuantile(alpha, beta);
    for (const [index, share] of shares.entries())
      expect(Math.abs(quantile(share) - (known[index] as number))).toBeLessThan(1e-9);
  });

  test("a larger share never has a smaller quantile, from the smallest share that is drawn to the largest", () => {
    for (const [alpha, beta] of [
      [1, 5],
      [0.05, 0.05],
      [1e6, 2e6],
    ] as const) {
      const quantile = betaQuantile(alpha, beta);
      const drawn = [5.551115123125783e-17, 1e-12, ...Array.from({ length: 4999 }, (_, k) => (k + 1) / 5000)];
      const values = [...drawn, 1 - 1.1102230246251565e-16].map(quantile);
      expect(values.every((value) => value >= 0 && value <= 1)).toBe(true);
      expect(values.every((value, index) => index === 0 || value >= (values[index - 1] as number))).toBe(
        true,
      );
    }
  });
});
