/**
 * Exponential and logarithm of + − × ÷ alone, so that the same draws come out on every machine: `Math.exp` and
 * `Math.log` may differ in their last digit between one JavaScript engine and the next.
 * Source: the reductions and coefficients of FreeBSD's msun (e_exp.c, e_log.c; Sun Microsystems 1993), within one unit
 * of the last place.
 */

const log2High = 6.9314718036912381649e-1;
const log2Low = 1.90821492927058770002e-10;
const least = -745.13;
const most = 709.78;

/** 2 to a whole power from −1074 to 1023, each by doubling or halving, which are exact. */
const powersOfTwo = ((): Float64Array => {
  const powers = new Float64Array(1074 + 1024);
  powers[1074] = 1;
  for (let k = 1; k <= 1023; k++) powers[1074 + k] = 2 * (powers[1073 + k] as number);
  for (let k = 1; k <= 1074; k++) powers[1074 - k] = (powers[1075 - k] as number) / 2;
  return powers;
})();

/** e to the power of x: nought far below zero, and infinite far above. */
export function exp(x: number): number {
  if (Number.isNaN(x)) return NaN;
  if (x < least) return 0;
  if (x > most) return Infinity;
  const k = Math.round(x / (log2High + log2Low));
  const high = x - k * log2High;
  const low = k * log2Low;
  const r = high - low;
  const t = r * r;
  const c =
    r -
    t *
      (1.66666666666666019037e-1 +
        t *
          (-2.77777777770155933842e-3 +
            t *
              (6.61375632143793436117e-5 + t * (-1.6533902205465251539e-6 + t * 4.13813679705723846039e-8))));
  const mantissa = 1 - (low - (r * c) / (2 - c) - high);
  // In two steps, since 2 to the power of k may be smaller or larger than any number that is kept in full.
  const half = Math.trunc(k / 2);
  return mantissa * (powersOfTwo[1074 + half] as number) * (powersOfTwo[1074 + k - half] as number);
}

const bits = new DataView(new ArrayBuffer(8));
const largestMantissa = 1.4142135623730951;

/** The natural logarithm; of nought, minus infinity. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return Infinity;
  const small = x < 2.2250738585072014e-308;
  bits.setFloat64(0, small ? x * 18014398509481984 : x);
  const head = bits.getUint32(0);
  let k = (head >>> 20) - 1023 - (small ? 54 : 0);
  bits.setUint32(0, (head & 0xfffff) | 0x3ff00000);
  let mantissa = bits.getFloat64(0);
  if (mantissa > largestMantissa) {
    mantissa /= 2;
    k += 1;
  }
  const f = mantissa - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1));
  const odd =
    z *
    (6.66666666666673513e-1 +
      w * (2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1)));
  const halfSquare = 0.5 * f * f;
  return k * log2High - (halfSquare - (s * (halfSquare + even + odd) + k * log2Low) - f);
}

/** The logarithm of 1 + x, where x is so small that 1 + x would lose it. */
export function logOfOnePlus(x: number): number {
  const sum = 1 + x;
  return sum === 1 ? x : (log(sum) * x) / (sum - 1);
}

const halfLogOfTwoPi = 0.9189385332046727418;

/**
 * The logarithm of the gamma function of a number above nought: of 5, that of 4 × 3 × 2 × 1.
 * By Stirling's series from 15 up, and by stepping up to 15 below that.
 * Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 6.1.40.
 */
export function logGamma(x: number): number {
  let product = 1;
  let y = x;
  for (; y < 15; y++) product *= y;
  return (y - 0.5) * log(y) - y + halfLogOfTwoPi + stirlingRest(y) - log(product);
}

/** What Stirling's formula leaves out: below 1e-16 beyond its last term from 15 up. */
export function stirlingRest(y: number): number {
  const t = 1 / (y * y);
  return (1 / 12 - t * (1 / 360 - t * (1 / 1260 - t * (1 / 1680 - t * (1 / 1188 - (t * 691) / 360360))))) / y;
}
