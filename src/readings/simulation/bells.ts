import { decimalFrom, digitsOf } from "../../numbers/decimal.ts";
import type { NumberLike } from "../../numbers/decimal.ts";
import * as draw from "./drawn.ts";
import type { Measured } from "./drawn.ts";
import { log } from "./elementary.ts";
import { fault, isFaulty } from "./faults.ts";
import type { Faults } from "./faults.ts";
import { normalQuantile } from "./normal.ts";
import { number } from "./parameters.ts";
import type { Of } from "./parameters.ts";

/** Where a bell stands and how wide it is. */
interface Bell {
  readonly mean: number;
  readonly deviation: number;
}

/** A point of a bell: its distance from the mean in deviations, and its value. */
interface Percentile {
  readonly z: number;
  readonly value: number;
}

/** Two points of a bell, the lower first. */
interface Percentiles {
  readonly first: Percentile;
  readonly second: Percentile;
}

export function normalOf(distribution: Of<"normal">): Measured | Faults {
  const found = statedOf(distribution);
  if (isFaulty(found)) return found;
  const { mean, deviation } = "first" in found ? bellThrough(found) : found;
  return deviation === 0 ? draw.always(mean) : draw.normal(mean, deviation);
}

export function lognormalOf(distribution: Of<"lognormal">): Measured | Faults {
  const found = statedOf(distribution);
  if (isFaulty(found)) return found;
  const least = "first" in found ? found.first.value : found.mean;
  if (least <= 0) return fault(["first" in found ? "percentiles" : "mean"], "above zero", String(least));
  const { mean, deviation } = "first" in found ? logsThrough(found) : logsOf(found);
  return deviation === 0 ? draw.always(least) : draw.lognormal(mean, deviation);
}

const forms = "mean and deviation, or two percentiles, as { 10: 0.5, 90: 0.7 }";

/** What is said of a bell: a mean and a deviation, or two percentiles. */
function statedOf({ mean, deviation, percentiles }: Of<"normal" | "lognormal">): Bell | Percentiles | Faults {
  if (percentiles !== undefined) {
    return mean === undefined && deviation === undefined
      ? percentilesOf(percentiles)
      : fault([], forms, "both");
  }
  if (mean === undefined || deviation === undefined)
    return fault([], forms, mean === undefined ? "no mean" : "no deviation");
  return number(deviation) < 0
    ? fault(["deviation"], "zero or more", String(deviation))
    : { mean: number(mean), deviation: number(deviation) };
}

const percentForm = /^\d+(\.\d+)?$/;
const isPercent = (text: string): boolean => percentForm.test(text) && Number(text) > 0 && Number(text) < 100;

/** What to give where shares were given for percentiles. */
function asPercents(shares: readonly string[]): string {
  const percents = shares.map((share) => digitsOf(decimalFrom(share).times(100)));
  const ordinals = percents.map((percent) => `${percent}th`).join(" and ");
  return `If the ${ordinals} are meant, give ${percents.join(" and ")}.`;
}

function percentilesOf(percentiles: Readonly<Record<string, NumberLike>>): Percentiles | Faults {
  const entries = Object.entries(percentiles);
  const faults = entries
    .filter(([percent]) => !isPercent(percent))
    .map(([percent]) => ({
      at: ["percentiles", percent],
      expected: "a percentile above 0 and below 100",
      received: JSON.stringify(percent),
    }));
  if (faults.length > 0) return { faults };
  if (entries.length > 1 && entries.every(([percent]) => Number(percent) <= 1)) {
    const given = entries.map(([percent]) => percent).sort((a, b) => Number(a) - Number(b));
    return fault(["percentiles"], "percentiles, as 10 and 90", given.join(" and "), asPercents(given));
  }
  const [first, second, ...more] = entries
    .map(([percent, value]) => ({ z: normalQuantile(Number(percent) / 100), value: number(value) }))
    .sort((a, b) => a.z - b.z);
  if (first === undefined || second === undefined || more.length > 0 || first.z === second.z)
    return fault(["percentiles"], "two of them", String(entries.length));
  return first.value > second.value
    ? fault(["percentiles"], "values that rise with the percentiles", "values that fall")
    : { first, second };
}

function bellThrough({ first, second }: Percentiles): Bell {
  const deviation = (second.value - first.value) / (second.z - first.z);
  return { mean: first.value - first.z * deviation, deviation };
}

/** The bell of the logarithms through two percentiles. */
const logsThrough = ({ first, second }: Percentiles): Bell =>
  bellThrough({
    first: { ...first, value: log(first.value) },
    second: { ...second, value: log(second.value) },
  });

/** The bell of the logarithms of what has a mean and a deviation. */
function logsOf({ mean, deviation }: Bell): Bell {
  const spread = deviation / mean;
  const variance = log(1 + spread * spread);
  return { mean: log(mean) - variance / 2, deviation: Math.sqrt(variance) };
}
