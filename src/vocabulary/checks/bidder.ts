import type { Problem } from "../../errors.ts";
import type { Bidder } from "../bidder.ts";
import { nominal } from "../prices.ts";
import { nearestWord } from "../nearest.ts";
import { listed, problem } from "../problems.ts";
import type { Path } from "../problems.ts";
import { problemsInRange } from "./assumptions.ts";
import { choiceProblems } from "./choices.ts";
import { duplicateProblems } from "./duplicates.ts";
import { datedAmountProblems, indexationProblems, mechanismProblems } from "./mechanism.ts";

/** What is wrong with a provider's side of the right form. */
export function bidderProblems(bidder: Bidder): readonly Problem[] {
  const { mechanism, costs, costIndexation, referrals, mobilisationCosts = [] } = bidder;
  return [
    ...mechanismProblems(mechanism).map(ofMechanism),
    ...costs.flatMap((cost, index) => costProblems(cost, ["costs", index])),
    ...duplicateProblems(costs.map(({ name }, index) => [["costs", index, "name"], name])),
    ...indexationProblems(costIndexation, ["costIndexation"]),
    ...pricesProblems(bidder),
    ...(referrals === undefined
      ? []
      : [
          ...problemsInRange(["referrals", "appropriateShare"], "share", referrals.appropriateShare),
          ...problemsInRange(["referrals", "appropriateShare"], "above zero", referrals.appropriateShare),
          ...problemsInRange(["referrals", "costPerReferral"], "zero or more", referrals.costPerReferral),
          ...problemsInRange(["referrals", "borneShare"], "share", referrals.borneShare),
        ]),
    ...performanceProblems(bidder),
    ...datedAmountProblems(mobilisationCosts, ["mobilisationCosts"]),
  ];
}

/** A problem of the mechanism, where the mechanism stands. */
const ofMechanism = ({ path, message, ...rest }: Problem): Problem => ({
  ...rest,
  path: `mechanism.${path}`,
  message: `mechanism.${message}`,
});

function costProblems({ fixed, perCase, steps }: Bidder["costs"][number], path: Path): readonly Problem[] {
  if (fixed === undefined && perCase === undefined && steps === undefined)
    return [problem(path, "a cost that is fixed, perCase or in steps", "none of these")];
  return [
    ...(fixed === undefined ? [] : choiceProblems([...path, "fixed"], fixed, "zero or more", ["year"])),
    ...(perCase === undefined
      ? []
      : choiceProblems([...path, "perCase"], perCase, "zero or more", ["complexity", "year"])),
    ...(steps === undefined
      ? []
      : [
          ...problemsInRange([...path, "steps", "each"], "above zero", steps.each),
          ...choiceProblems([...path, "steps", "amount"], steps.amount, "zero or more", ["year"]),
        ]),
  ];
}

/** Income in other prices than costs, as far as anybody says. */
function pricesProblems({ mechanism: { indexation }, costIndexation }: Bidder): readonly Problem[] {
  if ((indexation === undefined) === (costIndexation === undefined)) return [];
  return indexation === undefined
    ? [
        problem(
          ["mechanism", "indexation"],
          `an index of what is paid, or "${nominal}" for amounts in the prices of each year, since costIndexation is given`,
          "nothing",
        ),
      ]
    : [
        problem(
          ["costIndexation"],
          `an index of costs, or "${nominal}" for costs in the prices of each year, since mechanism.indexation is given`,
          "nothing",
        ),
      ];
}

/** Performance that no credit hangs on, and credits that hang on what is not said. */
function performanceProblems({ mechanism, performance = {} }: Bidder): readonly Problem[] {
  const due = (mechanism.serviceCredits?.measures ?? []).map(({ name }) => name);
  const unknown = Object.keys(performance).filter((name) => !due.includes(name));
  const known = due.length === 0 ? "no performance: the mechanism has no service credits" : listed(due);
  return [
    ...due
      .filter((name) => !(name in performance))
      .map((name) =>
        problem(["performance", name], "the share achieved, on which a credit hangs", "nothing"),
      ),
    ...unknown.map((name) =>
      problem(["performance", name], known, JSON.stringify(name), { nearest: nearestWord(name, due) }),
    ),
    ...Object.entries(performance).flatMap(([name, share]) =>
      problemsInRange(["performance", name], "share", share),
    ),
  ];
}
