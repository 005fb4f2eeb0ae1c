import { lotAttributes } from "./attributes.ts";
import type { Sound } from "./checks/sound.ts";
import type { Subject } from "./slots.ts";
import { requirements, stages } from "./words.ts";
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

/** The same within a plan, whose lots are known too. */
export function wordsWithin(
  { lots }: Pick<Sound, "lots">,
  attribute: string,
  words: Words,
): readonly string[] | undefined {
  if (attribute === "lot") return lots.includes(undefined) ? undefined : lots.flatMap((lot) => lot?.id ?? []);
  return wordsFor(attribute, words);
}

const ofLots: readonly string[] = lotAttributes;

/** The attributes by which an assumption may differ: a row knows nothing of sentence types, a cell nothing of lots. */
export function attributesBySubject(subject: Subject, words: Words): readonly string[] {
  const table: Record<Subject, readonly string[]> = {
    cell: attributesOf(words).filter((name) => !ofLots.includes(name) && name !== "complexity"),
    people: [...attributesOf(words), "year"],
    row: ["area", "region", "complexity", ...ofLots, "year"],
    one: [],
  };
  return table[subject];
}
