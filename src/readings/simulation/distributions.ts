import { endsFault } from "../../vocabulary/checks/distributions.ts";
import type { Distribution } from "../../vocabulary/distribution.ts";
import { lognormalOf, normalOf } from "./bells.ts";
import * as draw from "./drawn.ts";
import type { Drawn, Measured } from "./drawn.ts";
import { fault, isFaulty } from "./faults.ts";
import type { Faults } from "./faults.ts";
import { eitherSide, isEitherSide, number } from "./parameters.ts";
import type { Of } from "./parameters.ts";

/** What is known of an assumption whose distribution is read: `low` and `high` where it states them. */
export interface Stated {
  readonly value: number;
  readonly low: number | undefined;
  readonly high: number | undefined;
}

/** A distribution made ready for drawing, or what is wrong with it. */
export function drawnOf(distribution: Distribution, stated: Stated): Drawn | Faults {
  switch (distribution.kind) {
    case "uniform":
      return uniformOf(distribution);
    case "triangular":
      return peakedOf(distribution, draw.triangular);
    case "pert":
      return peakedOf(distribution, pert);
    case "normal":
      return cut(normalOf(distribution), distribution);
    case "lognormal":
      return cut(lognormalOf(distribution), distribution);
    case "beta":
      return betaOf(distribution);
    case "discrete":
      return discreteOf(distribution);
    case "stated":
      return cut(statedOf(distribution, stated), distribution);
  }
}

function uniformOf({ low, high }: Of<"uniform">): Drawn | Faults {
  const wrong = endsFault({ low, high });
  if (wrong !== undefined) return { faults: [wrong] };
  const [from, to] = [number(low), number(high)];
  return from === to ? draw.always(from) : draw.uniform(from, to);
}

/** What has a low, a mode and a high. */
function peakedOf(
  { low, mode, high }: Of<"triangular" | "pert">,
  make: (low: number, mode: number, high: number) => Drawn,
): Drawn | Faults {
  const wrong = endsFault({ low, mode, high });
  if (wrong !== undefined) return { faults: [wrong] };
  const [from, top, to] = [number(low), number(mode), number(high)];
  return from === to ? draw.always(from) : make(from, top, to);
}

/** How often the mode counts in the mean of a PERT distribution, against once for either end. */
const modeWeight = 4;

function pert(low: number, mode: number, high: number): Drawn {
  const alpha = 1 + (modeWeight * (mode - low)) / (high - low);
  const beta = 1 + (modeWeight * (high - mode)) / (high - low);
  return draw.beta(alpha, beta, low, high);
}

/** The shapes for which the quantiles have been tested. */
const [smallestShape, largestShape] = [0.05, 1e6];

function betaOf({ alpha, beta, mean, deviation }: Of<"beta">): Drawn | Faults {
  const forms = "alpha and beta, or mean and deviation";
  const stated = [alpha, beta, mean, deviation].filter((one) => one !== undefined);
  if (stated.length !== 2) return fault([], forms, `${String(stated.length)} of the four`);
  if (alpha !== undefined && beta !== undefined) return betaByShape(number(alpha), number(beta));
  if (mean !== undefined && deviation !== undefined) return betaByMean(number(mean), number(deviation));
  return fault([], forms, "one of each");
}

function betaByShape(alpha: number, beta: number): Drawn | Faults {
  const faults = Object.entries({ alpha, beta })
    .filter(([, shape]) => shape < smallestShape || shape > largestShape)
    .map(([name, shape]) => ({
      at: [name],
      expected: `from ${String(smallestShape)} to ${String(largestShape)}`,
      received: String(shape),
    }));
  return faults.length > 0 ? { faults } : draw.beta(alpha, beta);
}

function betaByMean(mean: number, deviation: number): Drawn | Faults {
  if (mean <= 0 || mean >= 1) return fault(["mean"], "a share above 0 and below 1", String(mean));
  if (deviation < 0) return fault(["deviation"], "zero or more", String(deviation));
  if (deviation === 0) return draw.always(mean);
  const size = (mean * (1 - mean)) / (deviation * deviation) - 1;
  const [alpha, beta] = [mean * size, (1 - mean) * size];
  if (Math.min(alpha, beta) < smallestShape)
    return fault(["deviation"], "one that leaves more than all or nothing", String(deviation), "Lower it.");
  if (Math.max(alpha, beta) > largestShape)
    return fault(["deviation"], "zero, or a larger one", String(deviation), "Or take a normal from 0 to 1.");
  return draw.beta(alpha, beta);
}

function discreteOf({ values }: Of<"discrete">): Drawn | Faults {
  const weighted = values.map(({ value, weight }) => ({ value: number(value), weight: number(weight) }));
  const faults = weighted.flatMap(({ weight }, index) =>
    weight < 0
      ? [{ at: ["values", index, "weight"], expected: "zero or more", received: String(weight) }]
      : [],
  );
  if (faults.length > 0) return { faults };
  return weighted.some(({ weight }) => weight > 0)
    ? draw.discrete(weighted)
    : fault(["values"], "a weight above zero among them", "none");
}

/** The least and the most that an assumption can be. */
const ends = { low: 0, high: 100 };

function statedOf({ as = ends }: Of<"stated">, stated: Stated): Measured | Faults {
  const { value } = stated;
  if (stated.low === undefined && stated.high === undefined)
    return fault([], "an assumption that states its low or high", "one that states neither");
  const [low, high] = [stated.low ?? value, stated.high ?? value];
  if (low > value || high < value)
    return fault([], `a value from its low, ${String(low)}, to its high, ${String(high)}`, String(value));
  if (!isEitherSide(as)) return fault(["as"], eitherSide, `${String(as.low)} and ${String(as.high)}`);
  const [below, upTo] = [number(as.low) / 100, number(as.high) / 100];
  if (low === high) return draw.always(value);
  return below === 0 && upTo === 1
    ? draw.triangular(low, value, high)
    : draw.triangularThrough(value, {
        low,
        high,
        // An end that is not stated is the end itself: nothing lies beyond the value.
        shareBelowLow: stated.low === undefined ? 0 : below,
        shareAboveHigh: stated.high === undefined ? 0 : 1 - upTo,
      });
}

/** What may be cut off at two limits, so cut. */
function cut(drawn: Measured | Faults, { from, to }: Of<"normal" | "lognormal" | "stated">): Drawn | Faults {
  if (isFaulty(drawn) || (from === undefined && to === undefined)) return drawn;
  const least = from === undefined ? -Infinity : number(from);
  const most = to === undefined ? Infinity : number(to);
  if (least >= most) return fault(["from"], `below ${String(to)}, where it is cut off above`, String(from));
  return draw.keptBetween(drawn, least, most) < draw.leastKept
    ? fault([], "limits that keep more than a millionth of the draws", "limits that keep less")
    : draw.cutTo(drawn, least, most);
}
