import { restShare } from "../formulas/screening.ts";
import type { About, Figure } from "../numbers/figure.ts";
import type { Assumption } from "../vocabulary/assumption.ts";
import type { Path } from "../vocabulary/problems.ts";
import type { Mix, Service } from "../vocabulary/service.ts";
import { chooserOf, inputFigure } from "./inputs.ts";
import type { Chooser } from "./inputs.ts";

/** The share of people at each complexity level. */
export type Shares = ReadonlyMap<string, Figure<"ratio">>;

/** A service's complexity mix as figures: the shares stated, and the rest where one level is the rest. */
export const mixChooser = (path: Path, mix: Service["complexityMix"], about: About): Chooser<Shares> =>
  chooserOf<Mix, Shares>(path, mix, about, sharesOf);

function sharesOf(path: Path, mix: Mix, about: About): Shares {
  const stated = Object.entries(mix).filter((entry): entry is [string, Assumption] => entry[1] !== "rest");
  const shares = new Map(
    stated.map(([level, share]) => [
      level,
      inputFigure([...path, level], "complexityShare", share, { ...about, complexity: level }),
    ]),
  );
  const others = [...shares.values()];
  for (const [level, share] of Object.entries(mix)) {
    if (share === "rest") shares.set(level, restShare({ shares: others }, { ...about, complexity: level }));
  }
  return shares;
}
