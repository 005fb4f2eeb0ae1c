/** What may be known of the people in a cell. Anything left out is unknown, never "none". */
export const cellAttributes = [
  "area",
  "region",
  "sentenceType",
  "stage",
  "requirement",
  "sex",
  "age",
  "complexity",
  "need",
  "risk",
  "readiness",
] as const;

/** What a lot adds to what is known of a person. */
export const lotAttributes = ["service", "contractType", "lot"] as const;

/** Words of an attribute by its name; what a source lacks is left out. */
export type Attributes = Readonly<Record<string, string | undefined>>;

/** Ages from one year to another, both included: `18-25`, `26+`, `40`. */
export const ageBand = /^(\d{1,3})(?:-(\d{1,3})|(\+))?$/;

interface Ages {
  readonly from: number;
  readonly to: number;
}

/** An age band read as its first and last year. */
export function agesOf(band: string): Ages | undefined {
  const [, first, last, open] = ageBand.exec(band) ?? [];
  if (first === undefined) return undefined;
  const from = Number(first);
  return { from, to: open === undefined ? Number(last ?? first) : Infinity };
}

/** True, false, or undefined where what is known does not tell. */
export type ThreeValued = boolean | undefined;

/** Whether people of one age band are within another; not known where the two only overlap. */
function ageWithin(band: string, wanted: string): ThreeValued {
  const [is, due] = [agesOf(band), agesOf(wanted)];
  if (is === undefined || due === undefined) return undefined;
  if (is.to < due.from || is.from > due.to) return false;
  return is.from >= due.from && is.to <= due.to ? true : undefined;
}

/** Any one true is true; all false is false; otherwise it is not known. */
function anyOf(answers: readonly ThreeValued[]): ThreeValued {
  if (answers.includes(true)) return true;
  return answers.includes(undefined) ? undefined : false;
}

/** Whether people meet one condition: an attribute that is one of some words. */
export function meets(attributes: Attributes, attribute: string, words: readonly string[]): ThreeValued {
  const word = attributes[attribute];
  if (word === undefined) return undefined;
  return attribute === "age" ? anyOf(words.map((wanted) => ageWithin(word, wanted))) : words.includes(word);
}
