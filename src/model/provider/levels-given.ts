import type { Problem } from "../../errors.ts";
import { wordsFor } from "../../vocabulary/known-words.ts";
import type { CaseMeasure } from "../../vocabulary/mechanism.ts";
import { nearestWord } from "../../vocabulary/nearest.ts";
import { problem, unknownWord } from "../../vocabulary/problems.ts";
import { referenceWords } from "../../vocabulary/reference/words.ts";
import { isByLevel } from "./case-volumes.ts";
import type { CaseCount, PaidVolumes } from "./case-volumes.ts";

type Name = "contracted" | "delivered";

/** The complexities that a volume states, and which of the two it is. */
interface Levels {
  readonly name: Name;
  readonly stated: readonly string[];
}

/** A complexity of one volume, and the one of the other that it is spelt like. */
interface Alike {
  readonly word: string;
  readonly like: string;
}

/**
 * Complexities that one of two volumes by complexity states and the other does not: misspelt, where one that only the other
 * has is near, and else missing.
 */
export function levelProblems(volumes: PaidVolumes, counts: CaseMeasure): readonly Problem[] {
  const { contracted, delivered } = volumes;
  if (!isByLevel(contracted) || !isByLevel(delivered)) return [];
  const [due, came] = [levelsOf("contracted", contracted), levelsOf("delivered", delivered)];
  const own = only(due, came);
  const alike = only(came, due).flatMap((word): readonly Alike[] => {
    const like = nearestWord(word, own);
    return like === undefined ? [] : [{ word, like }];
  });
  const told = alike.flatMap(({ word, like }) => [word, like]);
  const missing = (volume: Levels, beside: Levels): readonly Problem[] =>
    only(beside, volume)
      .filter((level) => !told.includes(level))
      .map((level) =>
        problem(
          ["volumes", volume.name, level],
          `the ${counts} of ${level}, which ${beside.name} has: missing is not zero`,
          "nothing",
          { mend: "Write 0 if there are none." },
        ),
      );
  return [...alike.map((one) => misspelt(one, due, came)), ...missing(due, came), ...missing(came, due)];
}

const levelsOf = (name: Name, volume: Readonly<Record<string, CaseCount>>): Levels => ({
  name,
  stated: Object.keys(volume),
});

const only = (one: Levels, other: Levels): readonly string[] =>
  one.stated.filter((level) => !other.stated.includes(level));

const isOfTheField = (level: string): boolean =>
  wordsFor("complexity", referenceWords)?.includes(level) === true;

/** A complexity that is spelt in two ways: the one meant is the field's own, or else the contract's. */
function misspelt({ word, like }: Alike, contracted: Levels, delivered: Levels): Problem {
  const [wrong, volume, other] = isOfTheField(word)
    ? [like, contracted, delivered]
    : [word, delivered, contracted];
  return unknownWord(
    ["volumes", volume.name, wrong],
    wrong,
    other.stated,
    `a complexity that ${other.name} has`,
  );
}
