import type { Figure } from "../../numbers/figure.ts";
import type { FailureCount } from "./failures.ts";
import { countByChance } from "./poisson.ts";
import { streamOf } from "./streams.ts";

/** Turns the next draws of a figure, each a mean, into counts about it. */
export type ChanceVariation = (draws: Float64Array, failures: FailureCount | undefined) => void;

/** For each figure whose unit is among those that vary by chance, how it does: each with a stream of its own. */
export function chanceOf(
  figures: readonly Figure[],
  units: readonly string[],
  seed: number,
): readonly (ChanceVariation | undefined)[] {
  const named = new Map<string, number>();
  return figures.map((figure) => {
    if (!units.includes(figure.unit)) return undefined;
    const name = `chance variation: ${figure.name ?? ""} ${figure.unit} ${JSON.stringify(figure.about)}`;
    const before = named.get(name) ?? 0;
    named.set(name, before + 1);
    return variationBy(streamOf(seed, before === 0 ? name : `${name} ${String(before + 1)}`));
  });
}

const variationBy =
  (stream: () => number): ChanceVariation =>
  (draws, failures) => {
    for (const [place, mean] of draws.entries()) {
      if (mean >= 0) draws[place] = countByChance(mean, stream);
      else if (mean < 0) {
        draws[place] = NaN;
        failures?.addBecause("a count below zero");
      }
    }
  };
