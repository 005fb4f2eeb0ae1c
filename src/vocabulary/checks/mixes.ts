import type { Problem } from "../../errors.ts";
import { digitsOf, plus, zero } from "../../numbers/decimal.ts";
import { leavesOf } from "../places.ts";
import { problem, unlessKnown } from "../problems.ts";
import type { Path } from "../problems.ts";
import type { Mix, Service } from "../service.ts";
import type { Words } from "../words.ts";
import { centralOf } from "./assumptions.ts";
import type { Sound } from "./sound.ts";
import { statesRange } from "../states-range.ts";

/** Complexity mixes that name unknown levels, leave one out, or do not sum to one, or whose every share may be off. */
export const planMixProblems = ({ services, words }: Sound): Problem[] =>
  Object.entries(services).flatMap(([id, service]) =>
    service === undefined ? [] : mixProblems(["services", id, "complexityMix"], service.complexityMix, words),
  );

/** The same of one mix, where it stands. */
export const mixProblems = (path: Path, mix: Service["complexityMix"], words: Words | undefined): Problem[] =>
  [...leavesOf<Mix>(path, mix)].flatMap((leaf) => [
    ...(words === undefined ? [] : levelProblems(leaf.path, leaf.value, words)),
    ...sumProblems(leaf.path, leaf.value),
  ]);

function levelProblems(path: Path, mix: Mix, { complexityLevels }: Words): Problem[] {
  const levels = complexityLevels.map(({ id }) => id);
  return [
    ...Object.keys(mix).flatMap((level) =>
      unlessKnown([...path, level], level, levels, "a complexity level"),
    ),
    ...levels.flatMap((level) =>
      Object.hasOwn(mix, level)
        ? []
        : [
            problem([...path, level], `the share of ${level} complexity`, "nothing", {
              mend: "Missing is not zero: give 0 if there is nobody.",
            }),
          ],
    ),
  ];
}

function sumProblems(path: Path, mix: Mix): Problem[] {
  const shares = Object.values(mix).filter((share) => share !== "rest");
  const rests = Object.values(mix).length - shares.length;
  const total = shares.map(centralOf).reduce(plus, zero);
  if (rests > 1) return [problem(path, 'one level at most that is the "rest"', `${String(rests)} of them`)];
  if (rests === 1)
    return total.greaterThan(1)
      ? [problem(path, "shares of at most 1 beside the rest", digitsOf(total))]
      : [];
  if (!total.equals(1))
    return [
      problem(path, "shares that sum to exactly 1", digitsOf(total), {
        mend: 'One level may be the "rest".',
      }),
    ];
  return shares.every(statesRange)
    ? [
        problem(path, "one level without a range, which follows from the others", "a range for each", {
          mend: 'Make one of them the "rest".',
        }),
      ]
    : [];
}
