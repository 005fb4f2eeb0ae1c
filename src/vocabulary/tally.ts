import type { Problem } from "../errors.ts";
import { describe } from "../numbers/decimal.ts";
import { cellNumbers } from "./attributes.ts";
import type { Cell } from "./caseload.ts";
import { nearestWord } from "./nearest.ts";
import { invalidData, problem, unknownWord } from "./problems.ts";

/** A cell of a tally: how many records had these words. An attribute that a record lacks is left out. */
export type TallyCell<By extends string> = Readonly<{ people: number } & { [K in By]?: WordOf<K> }>;

/** The words an attribute may have, as far as a type can say: a caseload checks the rest. */
type WordOf<K extends string> = K extends keyof Cell ? Extract<NonNullable<Cell[K]>, string> : string;

/** What to tally by: attributes of a record whose values are words. */
export interface TallyOptions<By extends string> {
  readonly by: readonly By[];
}

/** A record: a person, with words for what is known of them. What is missing or blank is unknown. */
export type PersonRecord<By extends string> = Readonly<Partial<Record<By, string | null | undefined>>>;

/** Cells, and of each the place of the first record in it. */
export interface Tallied<By extends string> {
  readonly cells: readonly TallyCell<By>[];
  readonly firsts: readonly number[];
}

interface Leaf {
  people: number;
  readonly first: number;
}

/** Whether text says anything. Most is seen by its first character. */
const isWord = (text: string): boolean => text.charCodeAt(0) > 32 || /\S/.test(text);

/** Whether what should be a record is a cell, which counts people. */
const isOfMany = (record: object): record is { readonly people: number | string } =>
  "people" in record && /^\d+$/.test(String(record.people)) && String(record.people) !== "1";

/** One level of a tree for each attribute, so that no record is kept and no key is built. */
type Branch = Map<string | undefined, Branch | Leaf>;

interface Tallier<By extends string> {
  readonly add: (record: PersonRecord<By>) => void;
  readonly tallied: () => Tallied<By>;
}

function tallier<By extends string>(by: readonly By[]): Tallier<By> {
  const root: Branch = new Map();
  const inner = by.slice(0, -1);
  const last = by.at(-1);
  let count = 0;
  // What no record has had so far, and what those had instead.
  let unmet: readonly By[] = by;
  const met = new Set<string>();

  const meet = (record: PersonRecord<By>): void => {
    if (isOfMany(record))
      throw invalidData("tally", [
        problem(["records", count, "people"], "a record of one person", `one of ${String(record.people)}`, {
          mend: "What counts people is a cell of a caseload: screen() takes those.",
        }),
      ]);
    unmet = unmet.filter((name) => !(name in record));
    for (const name of Object.keys(record)) met.add(name);
  };

  // What the records have that lack an attribute, and the first of them that has it.
  const insteadOf = new Map<By, Map<string, number>>();

  const miss = (record: PersonRecord<By>, name: By): void => {
    const names = insteadOf.get(name) ?? new Map<string, number>();
    insteadOf.set(name, names);
    for (const other of Object.keys(record)) if (!names.has(other)) names.set(other, count);
  };

  const wordOf = (record: PersonRecord<By>, name: By): string | undefined => {
    const word: unknown = record[name];
    if (typeof word === "string") return isWord(word) ? word : undefined;
    if (word === undefined && !(name in record)) miss(record, name);
    if (word === undefined || word === null) return undefined;
    throw invalidData("tally", [problem(["records", count, name], "a word, or nothing", describe(word))]);
  };

  const add = (record: PersonRecord<By>): void => {
    if (typeof record !== "object" || (record as unknown) === null) {
      throw invalidData("tally", [
        problem(["records", count], "a record, with a word for each attribute", describe(record)),
      ]);
    }
    if (unmet.length > 0) meet(record);
    let branch = root;
    for (const name of inner) {
      const word = wordOf(record, name);
      let next = branch.get(word) as Branch | undefined;
      if (next === undefined) branch.set(word, (next = new Map()));
      branch = next;
    }
    const word = last === undefined ? undefined : wordOf(record, last);
    const leaf = branch.get(word) as Leaf | undefined;
    if (leaf === undefined) branch.set(word, { people: 1, first: count });
    else leaf.people++;
    count++;
  };

  const tallied = (): Tallied<By> => {
    if (count > 0 && unmet.length > 0)
      throw invalidData(
        "tally",
        unmet.map((name) =>
          unknownWord(["by", by.indexOf(name)], name, [...met], "an attribute that a record has"),
        ),
      );
    const misspelt = by.flatMap((name) => misspeltFor(name, insteadOf.get(name) ?? new Map(), by));
    if (misspelt.length > 0) throw invalidData("tally", misspelt);
    const list: TallyCell<By>[] = [];
    const firsts: number[] = [];
    const walk = (branch: Branch, depth: number, words: Readonly<Record<string, string>>): void => {
      for (const [word, next] of branch) {
        const name = by[depth];
        const here = word === undefined || name === undefined ? words : { ...words, [name]: word };
        if (next instanceof Map) walk(next, depth + 1, here);
        else {
          list.push(Object.freeze({ people: next.people, ...here }) as TallyCell<By>);
          firsts.push(next.first);
        }
      }
    };
    walk(root, 0, {});
    return { cells: Object.freeze(list), firsts };
  };

  return { add, tallied };
}

/** Attributes that records have where they lack another which is spelt nearly so: by it, these people would be unknown. */
function misspeltFor(
  name: string,
  others: ReadonlyMap<string, number>,
  by: readonly string[],
): readonly Problem[] {
  return [...others].flatMap(([other, first]) =>
    by.includes(other) || nearestWord(other, [name], 1) === undefined
      ? []
      : [
          problem(["records", first, other], `${name}, as in other records`, JSON.stringify(other), {
            mend: `Name it ${name}, or give ${name} as well: null where it is not known.`,
          }),
        ],
  );
}

/**
 * Counts people into cells, one pass over the records and none of them held: an array, a generator, or a stream that
 * is read as it comes. What a record lacks is left out of its cell, and so stays unknown.
 *
 * @param records - any iterable of records, or an async one, for which a promise is returned
 * @returns cells for a caseload, in the order in which their words first came; their people sum to the records
 * @throws ModelError `invalid-data` for a record that is none, or that counts people, with its place; for an attribute that no record has, blank
 * or not, by which everybody would be unknown; and for one that some records have in another spelling.
 *
 * @example
 * ```ts
 * import { tally } from "volumes-and-values/sources";
 *
 * const records = [
 *   { area: "essex", sentenceType: "licence" },
 *   { area: "essex", sentenceType: "licence" },
 *   { area: "essex" },
 * ];
 * tally(records, { by: ["area", "sentenceType"] });
 * // => [ { people: 2, area: 'essex', sentenceType: 'licence' }, { people: 1, area: 'essex' } ]
 * ```
 */
export function tally<By extends string>(
  records: Iterable<PersonRecord<By>>,
  options: TallyOptions<By>,
): readonly TallyCell<By>[];
export function tally<By extends string>(
  records: AsyncIterable<PersonRecord<By>>,
  options: TallyOptions<By>,
): Promise<readonly TallyCell<By>[]>;
export function tally<By extends string>(
  records: Iterable<PersonRecord<By>> | AsyncIterable<PersonRecord<By>>,
  options: TallyOptions<By>,
): readonly TallyCell<By>[] | Promise<readonly TallyCell<By>[]> {
  const found = talliedOf(records, options);
  return found instanceof Promise ? found.then(({ cells }) => cells) : found.cells;
}

/** The same, with where the records of each cell begin. */
export function talliedOf<By extends string>(
  records: Iterable<PersonRecord<By>> | AsyncIterable<PersonRecord<By>>,
  options: TallyOptions<By>,
): Tallied<By> | Promise<Tallied<By>> {
  const names = checkedNames(options);
  const { add, tallied } = tallier(names);
  const source = records as
    Partial<Iterable<PersonRecord<By>> & AsyncIterable<PersonRecord<By>>> | null | undefined;
  if (typeof source === "object" && source?.[Symbol.asyncIterator] !== undefined) {
    return readAll(records as AsyncIterable<PersonRecord<By>>, add).then(tallied);
  }
  if (typeof source !== "object" || source?.[Symbol.iterator] === undefined) {
    throw invalidData("tally", [
      problem(["records"], "a list, a generator or a stream of records", describe(records)),
    ]);
  }
  for (const record of records as Iterable<PersonRecord<By>>) add(record);
  return tallied();
}

/** The attributes to tally by, each a word that a cell does not use for a number. */
function checkedNames<By extends string>(options: TallyOptions<By> | null | undefined): readonly By[] {
  const by = options?.by;
  const names: unknown = by;
  const strays =
    typeof options === "object" ? Object.keys(options ?? {}).filter((name) => name !== "by") : [];
  const stray = strays.map((name) => unknownWord([name], name, ["by"], "a known name"));
  if (by === undefined || !Array.isArray(names)) {
    throw invalidData("tally", [problem(["by"], "a list of attributes", describe(by)), ...stray]);
  }
  if (stray.length > 0) throw invalidData("tally", stray);
  const taken: readonly unknown[] = cellNumbers;
  const wrong = names.flatMap((name: unknown, index) =>
    typeof name === "string" && !taken.includes(name)
      ? []
      : [problem(["by", index], "the name of an attribute", describe(name))],
  );
  if (wrong.length > 0) throw invalidData("tally", wrong);
  return by;
}

async function readAll<R>(records: AsyncIterable<R>, add: (record: R) => void): Promise<void> {
  for await (const record of records) add(record);
}
