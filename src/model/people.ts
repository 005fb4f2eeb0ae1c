import { people as peopleOfSupervisions } from "../formulas/caseload.ts";
import { peopleInYearFromEntrants } from "../formulas/turnover.ts";
import { given } from "../numbers/figure.ts";
import type { About, Figure } from "../numbers/figure.ts";
import type { Unit } from "../numbers/unit.ts";
import type { Attributes } from "../vocabulary/attributes.ts";
import type { Caseload, Cell } from "../vocabulary/caseload.ts";
import { wordsOf } from "../vocabulary/rule.ts";
import type { Words } from "../vocabulary/words.ts";
import { figureChooser } from "./inputs.ts";

/** A cell of a caseload, with what follows from its words, and its people as figures. */
export interface People {
  /** Its place in the caseload. */
  readonly index: number;
  /** What is known of these people: for each of their sentence types, with region, stage and requirement filled in. */
  readonly sentences: readonly Attributes[];
  /** The level for each service, or one level, where the source records it. */
  readonly complexity: Cell["complexity"];
  readonly about: About;
  readonly people: Figure<"people">;
  /** The distinct people of a year, where the cell says so itself. */
  readonly inYear: Figure<"peopleInYear"> | undefined;
}

const numbers: ReadonlySet<string> = new Set([
  "people",
  "supervisions",
  "entrantsInYear",
  "releasesInYear",
  "peopleInYear",
  "complexity",
  "sentenceType",
]);

const named = (
  list: readonly { readonly id: string; readonly name: string }[],
  id: string | undefined,
): string | undefined => list.find((word) => word.id === id)?.name ?? id;

/** The words of a record that are known, without those that `leaveOut` names. */
function present(
  record: Readonly<Record<string, unknown>>,
  leaveOut?: ReadonlySet<string>,
): Readonly<Record<string, string>> {
  const known: Record<string, string> = {};
  for (const name of Object.keys(record)) {
    const word = record[name];
    if (typeof word === "string" && leaveOut?.has(name) !== true) known[name] = word;
  }
  return known;
}

/** The cells of a caseload as people: what is known of each, and how many they are. */
export function peopleOf(caseload: Caseload, words: Words): readonly People[] {
  const count = counterOf(caseload);
  const regions = new Map(words.areas.map(({ id, region }) => [id, region]));
  const sentenceTypes = new Map(words.sentenceTypes.map((type) => [type.id, type]));
  return caseload.cells.map((cell, index) => {
    const own = present(cell, numbers);
    const region = own["region"] ?? regions.get(own["area"] ?? "");
    const types = cell.sentenceType === undefined ? [undefined] : wordsOf(cell.sentenceType);
    const sentences = types.map((sentenceType) => {
      const type = sentenceTypes.get(sentenceType ?? "");
      return Object.freeze(
        present({ region, stage: type?.stage, requirement: type?.requirement, sentenceType, ...own }),
      );
    });
    const about = Object.freeze(
      present({
        area: named(words.areas, own["area"]),
        sentenceType:
          types[0] === undefined
            ? undefined
            : types.map((type) => named(words.sentenceTypes, type)).join(" and "),
        sex: own["sex"],
        age: own["age"],
      }),
    );
    const people = count.people(cell, index, sentences[0] ?? {}, about);
    return {
      index,
      sentences,
      complexity: cell.complexity,
      about,
      people,
      inYear: count.inYear(cell, index, people, about),
    };
  });
}

/** How the cells of a caseload are counted. */
interface Counter {
  readonly people: (cell: Cell, index: number, attributes: Attributes, about: About) => Figure<"people">;
  readonly inYear: (
    cell: Cell,
    index: number,
    people: Figure<"people">,
    about: About,
  ) => Figure<"peopleInYear"> | undefined;
}

type Count = "people" | "supervisions" | "entrantsInYear" | "releasesInYear" | "peopleInYear";

function counterOf({ source, asOf, supervisionsPerPerson }: Caseload): Counter {
  const counted = <U extends Unit>(
    cell: Cell,
    index: number,
    name: Count,
    unit: U,
    about: About,
  ): Figure<U> =>
    given(cell[name] ?? "", unit, {
      name,
      path: `caseload.cells.${String(index)}.${name}`,
      about,
      source,
      asOf,
    });

  const perPerson =
    supervisionsPerPerson === undefined
      ? undefined
      : figureChooser(
          ["caseload", "supervisionsPerPerson"],
          "supervisionsPerPerson",
          supervisionsPerPerson,
          {},
        );

  return {
    people: (cell, index, attributes, about) =>
      perPerson === undefined
        ? counted(cell, index, "people", "people", about)
        : peopleOfSupervisions(
            {
              supervisions: counted(cell, index, "supervisions", "supervisions", about),
              supervisionsPerPerson: perPerson(attributes),
            },
            about,
          ),
    inYear: (cell, index, people, about) => {
      if (cell.peopleInYear !== undefined) return counted(cell, index, "peopleInYear", "peopleInYear", about);
      if (cell.releasesInYear !== undefined)
        return counted(cell, index, "releasesInYear", "peopleInYear", about);
      if (cell.entrantsInYear === undefined) return undefined;
      return peopleInYearFromEntrants(
        { opening: people, entrants: counted(cell, index, "entrantsInYear", "peopleInYear", about) },
        about,
      );
    },
  };
}
