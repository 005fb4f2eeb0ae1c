import { restShare } from "../formulas/screening.ts";
import { given } from "../numbers/figure.ts";
import type { About, Figure } from "../numbers/figure.ts";
import { levelOfRest } from "../vocabulary/mix.ts";
import type { Assumption } from "../vocabulary/assumption.ts";
import type { Path } from "../vocabulary/problems.ts";
import type { Mix, Service } from "../vocabulary/service.ts";
import { chooserOf, inputFigure } from "./inputs.ts";
import type { Chooser } from "./inputs.ts";

/** The share of people at each complexity level. */
export type Shares = ReadonlyMap<string, Figure<"ratio">>;

/**
 * A service's complexity mix as figures: the shares stated, and one that is what the others leave of everybody. So nobody
 * is lost or counted twice, whatever share somebody moves.
 */
export const mixChooser = (path: Path, mix: Service["complexityMix"], about: About): Chooser<Shares> =>
  chooserOf<Mix, Shares>(path, mix, about, sharesOf);

/** The share of the one level that there is. */
const everybody = (about: About): Figure<"ratio"> =>
  given(1, "ratio", { name: "complexityShare", about, source: "everybody is at the one level" });

function sharesOf(path: Path, mix: Mix, about: About): Shares {
  const rest = levelOfRest(mix);
  const of = (level: string): About => ({ ...about, complexity: level });
  const stated = new Map(
    Object.entries(mix)
      .filter((entry): entry is [string, Assumption] => entry[0] !== rest)
      .map(([level, share]) => [level, inputFigure([...path, level], "complexityShare", share, of(level))]),
  );
  const left =
    stated.size === 0 ? everybody(of(rest)) : restShare({ shares: [...stated.values()] }, of(rest));
  return new Map(Object.keys(mix).map((level) => [level, stated.get(level) ?? left]));
}
