import type { Problem } from "../../errors.ts";
import { isCounts } from "../../numbers/figure.ts";
import { agesOf } from "../attributes.ts";
import type { Assumption } from "../assumption.ts";
import { attributesOf, wordsWithin } from "../known-words.ts";
import { leavesOf } from "../places.ts";
import { problem, unknownWord, unlessKnown } from "../problems.ts";
import type { Path } from "../problems.ts";
import { wordsOf } from "../rule.ts";
import type { Rule } from "../rule.ts";
import type { Service } from "../service.ts";
import type { Words } from "../words.ts";
import { centralOf } from "./assumptions.ts";
import { duplicateProblems } from "./duplicates.ts";
import type { Sound } from "./sound.ts";

/** Services nobody knows, rules that cannot be read, need applied twice or never, and costs that no start can carry. */
export function serviceProblems(plan: Sound): Problem[] {
  const { services, words } = plan;
  return Object.entries(services).flatMap(([id, service]) => {
    const path = ["services", id];
    const known = words?.services.map((word) => word.id);
    return [
      ...unlessKnown(path, id, known, "a service"),
      ...(service === undefined
        ? []
        : [
            ...ruleProblems(path, service, words, plan),
            ...needProblems(path, service),
            ...costProblems(path, service),
          ]),
    ];
  });
}

export function ruleProblems(
  path: Path,
  { rules }: Pick<Service, "rules">,
  words: Words | undefined,
  plan: Pick<Sound, "lots">,
): Problem[] {
  return [
    ...duplicateProblems(rules.map(({ id }, index) => [[...path, "rules", index, "id"], id] as const)),
    ...rules.flatMap((rule, index) => [
      ...(rule.from !== undefined && rule.to !== undefined && rule.to < rule.from
        ? [
            problem(
              [...path, "rules", index, "to"],
              `a day from ${rule.from} on, when the rule begins`,
              rule.to,
            ),
          ]
        : []),
      ...(words === undefined ? [] : conditionProblems([...path, "rules", index, "when"], rule, words, plan)),
    ]),
  ];
}

function conditionProblems(path: Path, { when }: Rule, words: Words, plan: Pick<Sound, "lots">): Problem[] {
  const attributes = attributesOf(words);
  return Object.entries(when).flatMap(([attribute, condition]) => {
    if (!attributes.includes(attribute))
      return [unknownWord([...path, attribute], attribute, attributes, "an attribute")];
    const known = wordsWithin(plan, attribute, words);
    return wordsOf(condition).flatMap((word) => {
      if (attribute === "age" && agesOf(word) === undefined)
        return [problem([...path, attribute], "an age band, as 18-25, 26+ or 40", JSON.stringify(word))];
      return unlessKnown([...path, attribute], word, known, `a word for ${attribute}`);
    });
  });
}

function needProblems(path: Path, { rules, needShare }: Service): Problem[] {
  const asks = rules.findIndex(({ when }) => Object.hasOwn(when, "need"));
  if (asks >= 0 && needShare !== undefined) {
    return [
      problem(
        [...path, "needShare"],
        `nothing, since rules.${String(asks)} asks for the need already`,
        "a share",
        { mend: "Need is applied once: drop one of the two." },
      ),
    ];
  }
  if (asks < 0 && needShare === undefined) {
    return [
      problem([...path, "needShare"], "the share of eligible people who have the need", "nothing", {
        mend: "Give a share, or a rule on need.",
      }),
    ];
  }
  return [];
}

function costProblems(path: Path, { startRate, unitCost }: Service): Problem[] {
  if ("costPerStart" in unitCost) return [];
  return [...leavesOf<Assumption>([...path, "startRate"], startRate)].flatMap((leaf) =>
    centralOf(isCounts(leaf.value) ? leaf.value.count : leaf.value).isZero()
      ? [
          problem(
            leaf.path,
            "above zero, since the hours of all referrals are spread over those who start",
            "0",
          ),
        ]
      : [],
  );
}
