import { wordsOfPlan } from "./checks/sound.ts";
import type { Plan } from "./plan.ts";

/** Where a plan's words have their names: areas in its words for areas, and so on. */
const namedIn = {
  region: "regions",
  area: "areas",
  service: "services",
  contractType: "contractTypes",
  complexity: "complexityLevels",
} as const;

type Named = keyof typeof namedIn;
export type Naming = (dimension: Named | "lot" | "year", word: string) => string;

type Words = readonly { readonly id: string; readonly name?: string | undefined }[];

/** What a word in a list is called; itself, where the list has no name for it. */
export const nameOf = (list: Words, word: string): string => list.find(({ id }) => id === word)?.name ?? word;

/** What the words of a plan are called: a lot that buys one service is called as it is; a year is its own name. */
export function namesOfWords(plan: Plan): Naming {
  const words = wordsOfPlan(plan);
  return (dimension, word) => {
    if (dimension === "year") return word;
    const name = nameOf(dimension === "lot" ? plan.lots : words[namedIn[dimension]], word);
    return dimension === "contractType" && name === word ? nameOf(words.services, word) : name;
  };
}
