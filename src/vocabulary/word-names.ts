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

const nameIn = (list: Words, word: string): string | undefined => list.find(({ id }) => id === word)?.name;

/** What the words of a plan are called: a lot that buys one service is called as the service is; a year is its own name. */
export function namesOfWords(plan: Plan): Naming {
  const words = wordsOfPlan(plan);
  return (dimension, word) => {
    if (dimension === "year") return word;
    if (dimension === "lot") return nameIn(plan.lots, word) ?? word;
    const own = nameIn(words[namedIn[dimension]], word);
    return own ?? (dimension === "contractType" ? nameIn(words.services, word) : undefined) ?? word;
  };
}
