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

/** What a cell counts. */
export const cellNumbers = [
  "people",
  "supervisions",
  "entrantsInYear",
  "releasesInYear",
  "peopleInYear",
] as const;

/** What a lot adds to what is known of a person. */
export const lotAttributes = ["service", "contractType", "lot"] as const;

/** Words of an attribute by its name; what a source lacks is left out. */
export type Attributes = Readonly<Record<string, string | undefined>>;

/** The word of an attribute, where it is known: what every object has, as a toString, is none. */
export const wordOf = (attributes: Attributes, name: string): string | undefined =>
  Object.hasOwn(attributes, name) ? attributes[name] : undefined;

/** Ages from one year to another, both included: `18-25`, `26+`, `40`. */
export const ageBand = /^(\d{1,3})(?:-(\d{1,3})|(\+))?$/;

interface Ages {
  readonly from: number;
  readonly to: number;
}

/** An age band read as its first and last year; nothing where they are not in order. */
export function agesOf(band: string): Ages | undefined {
  const [, first, last, open] = ageBand.exec(band) ?? [];
  const from = Number(first);
  const to = open === undefined ? Number(last ?? first) : Infinity;
  return first === undefined || to < from ? undefined : { from, to };
}

/** True, false, or undefined where what is known does not tell. */
export type ThreeValued = boolean | undefined;

/** Bands that meet or overlap, as one: 18-25 and 26+ are 18+. */
function merged(bands: readonly Ages[]): readonly Ages[] {
  const inOrder = [...bands].sort((a, b) => a.from - b.from);
  return inOrder.reduce<readonly Ages[]>((whole, band) => {
    const last = whole.at(-1);
    if (last === undefined || band.from > last.to + 1) return [...whole, band];
    return [...whole.slice(0, -1), { from: last.from, to: Math.max(last.to, band.to) }];
  }, []);
}

/** Whether people of one age band are within others; not known where they only overlap. */
function ageWithin(band: string, wanted: readonly string[]): ThreeValued {
  const is = agesOf(band);
  const due = merged(wanted.flatMap((one) => agesOf(one) ?? []));
  if (is === undefined) return undefined;
  if (due.some(({ from, to }) => is.from >= from && is.to <= to)) return true;
  return due.some(({ from, to }) => is.to >= from && is.from <= to) ? undefined : false;
}

/** Whether people meet one condition: an attribute that is one of some words. */
export function meets(attributes: Attributes, attribute: string, words: readonly string[]): ThreeValued {
  const word = attributes[attribute];
  // What every object has, as a toString, is no word.
  if (typeof word !== "string") return undefined;
  return attribute === "age" ? ageWithin(word, words) : words.includes(word);
}
