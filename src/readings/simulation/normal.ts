import { exp, log } from "./elementary.ts";

const rootOfTwoPi = 2.5066282746310005;

/** How dense the standard normal distribution is at z. */
export const normalDensity = (z: number): number => exp(-0.5 * z * z) / rootOfTwoPi;

/** Where the series of the middle gives way to the continued fraction of the tail. */
const tailFrom = 3;

/**
 * The chance that a standard normal number lies at or below z.
 * By Marsaglia's series in the middle and Laplace's continued fraction in the tails, where it keeps its digits.
 * Source: Marsaglia, Evaluating the Normal Distribution, Journal of Statistical Software 11(4), 2004.
 */
export function normalShareBelow(z: number): number {
  if (z < -tailFrom) return upperTail(-z);
  if (z > tailFrom) return 1 - upperTail(z);
  let [sum, term, before] = [z, z, 0];
  for (let k = 3; sum !== before; k += 2) {
    before = sum;
    term *= (z * z) / k;
    sum += term;
  }
  return 0.5 + sum * normalDensity(z);
}

/** Enough steps for 16 digits from 3 up. */
const tailSteps = 120;

function upperTail(z: number): number {
  let fraction = z;
  for (let k = tailSteps; k >= 1; k--) fraction = z + k / fraction;
  return normalDensity(z) / fraction;
}

/** The polynomials above and below the line of a fraction, by their coefficients, the highest first. */
type Fraction = readonly [above: readonly number[], below: readonly number[]];

/* The three fractions of AS 241: of the middle, of the tails, and of what lies beyond 1 in 10¹¹. */

const inMiddle: Fraction = [
  [
    2.5090809287301226727e3, 3.3430575583588128105e4, 6.726577092700870085e4, 4.5921953931549871457e4,
    1.3731693765509461125e4, 1.9715909503065514427e3, 1.3314166789178437745e2, 3.387132872796366608,
  ],
  [
    5.226495278852854561e3, 2.8729085735721942674e4, 3.930789580009271061e4, 2.1213794301586595867e4,
    5.3941960214247511077e3, 6.871870074920579083e2, 4.2313330701600911252e1, 1,
  ],
];

const inTail: Fraction = [
  [
    7.7454501427834140764e-4, 2.27238449892691845833e-2, 2.4178072517745061177e-1, 1.27045825245236838258,
    3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734,
  ],
  [
    1.05075007164441684324e-9, 5.475938084995344946e-4, 1.51986665636164571966e-2, 1.4810397642748007459e-1,
    6.8976733498510000455e-1, 1.6763848301838038494, 2.05319162663775882187, 1,
  ],
];

const inFarTail: Fraction = [
  [
    2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.2426609473880784386e-3, 2.6532189526576123093e-2,
    2.9656057182850489123e-1, 1.7848265399172913358, 5.4637849111641143699, 6.6579046435011037772,
  ],
  [
    2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5, 7.868691311456132591e-4,
    1.48753612908506148525e-2, 1.3692988092273580531e-1, 5.9983220655588793769e-1, 1,
  ],
];

const polynomial = (coefficients: readonly number[], r: number): number =>
  coefficients.reduce((so, coefficient) => so * r + coefficient);

/** So many times what a fraction comes to. */
const fractionOf = ([above, below]: Fraction, r: number, times = 1): number =>
  (times * polynomial(above, r)) / polynomial(below, r);

/**
 * The standard normal number with a share of all others below it: 0 for one half, 1.2816 for nine tenths.
 * Source: Wichura, Algorithm AS 241 (PPND16), Applied Statistics 37(3), 1988; good to 1 part in 10¹⁵.
 */
export function normalQuantile(share: number): number {
  const off = share - 0.5;
  if (Math.abs(off) <= 0.425) return fractionOf(inMiddle, 0.180625 - off * off, off);
  const r = Math.sqrt(-log(off < 0 ? share : 1 - share));
  const z = r <= 5 ? fractionOf(inTail, r - 1.6) : fractionOf(inFarTail, r - 5);
  return off < 0 ? -z : z;
}
