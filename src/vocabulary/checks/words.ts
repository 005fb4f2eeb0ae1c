import type { Problem } from "../../errors.ts";
import { cellAttributes, cellNumbers, lotAttributes } from "../attributes.ts";
import { problem, unlessKnown } from "../problems.ts";
import { duplicateProblems } from "./duplicates.ts";
import type { Sound } from "./sound.ts";

const lists = ["regions", "areas", "sentenceTypes", "complexityLevels", "services", "contractTypes"] as const;

/** Words that stand twice, areas in no region, contracts that bundle what nobody knows. */
export function wordProblems({ words }: Pick<Sound, "words">): Problem[] {
  if (words === undefined) return [];
  const regions = words.regions.map(({ id }) => id);
  const services = words.services.map(({ id }) => id);
  const builtIn: readonly string[] = [...cellAttributes, ...lotAttributes, ...cellNumbers, "year"];
  return [
    ...lists.flatMap((list) =>
      duplicateProblems(words[list].map(({ id }, index) => [["words", list, index, "id"], id] as const)),
    ),
    ...words.areas.flatMap(({ region }, index) =>
      unlessKnown(["words", "areas", index, "region"], region, regions, "a region"),
    ),
    ...words.contractTypes.flatMap((type, index) =>
      duplicateProblems(
        type.services.map(
          (service, at) => [["words", "contractTypes", index, "services", at], service] as const,
        ),
      ),
    ),
    ...words.contractTypes.flatMap((type, index) =>
      type.services.flatMap((service, at) =>
        unlessKnown(["words", "contractTypes", index, "services", at], service, services, "a service"),
      ),
    ),
    ...Object.keys(words.attributes).flatMap((name) =>
      builtIn.includes(name)
        ? [
            problem(
              ["words", "attributes", name],
              "a name that is not taken",
              `${JSON.stringify(name)}, which every plan has`,
            ),
          ]
        : [],
    ),
  ];
}
