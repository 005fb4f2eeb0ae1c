import { referenceWords } from "volumes-and-values/reference";

/** A person as a case management system would export them. */
export interface PersonOnRecord {
  readonly area: string;
  readonly sentenceType: string;
  readonly sex: string;
  readonly age: string;
}

const areas = referenceWords.areas.map(({ id }) => id);
const sentenceTypes = referenceWords.sentenceTypes.map(({ id }) => id);
const ages = ["18-25", "26-35", "36-49", "50+"];

/** The same people on every machine: a linear congruential generator, after Numerical Recipes. */
export function recordsOf(people: number): readonly PersonOnRecord[] {
  let state = 1;
  const one = (words: readonly string[]): string => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return words[Math.floor((state / 2 ** 32) * words.length)] as string;
  };
  return Array.from({ length: people }, () => ({
    area: one(areas),
    sentenceType: one(sentenceTypes),
    sex: one(["female", "male", "male", "male"]),
    age: one(ages),
  }));
}
