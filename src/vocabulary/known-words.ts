import { stages, requirements } from "./words.ts";
import type { Words } from "./words.ts";

const ids = (list: readonly { readonly id: string }[]): readonly string[] => list.map(({ id }) => id);

/** The words that an attribute may have, where they are known: an age or a need may be any. */
const tables: Readonly<Record<string, (words: Words) => readonly string[] | undefined>> = {
  area: ({ areas }) => ids(areas),
  region: ({ regions }) => ids(regions),
  sentenceType: ({ sentenceTypes }) => ids(sentenceTypes),
  stage: () => stages,
  requirement: () => requirements,
  sex: () => ["female", "male"],
  age: () => undefined,
  complexity: ({ complexityLevels }) => ids(complexityLevels),
  need: () => undefined,
  risk: () => undefined,
  readiness: () => undefined,
  service: ({ services }) => ids(services),
  contractType: ({ contractTypes }) => ids(contractTypes),
  lot: () => undefined,
};

/** The attributes that a plan's rules may ask of. */
export const attributesOf = (words: Words): readonly string[] => [
  ...Object.keys(tables),
  ...Object.keys(words.attributes),
];

/** The words an attribute may have; undefined where any will do. */
export const wordsFor = (attribute: string, words: Words): readonly string[] | undefined =>
  Object.hasOwn(words.attributes, attribute) ? words.attributes[attribute] : tables[attribute]?.(words);
