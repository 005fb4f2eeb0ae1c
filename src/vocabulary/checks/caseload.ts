import type { Problem } from "../../errors.ts";
import { decimalFrom, describe } from "../../numbers/decimal.ts";
import { cellNumbers, lotAttributes } from "../attributes.ts";
import type { Cell } from "../caseload.ts";
import { attributesOf, wordsFor } from "../known-words.ts";
import { problem, unknownWord, unlessKnown } from "../problems.ts";
import type { Path } from "../problems.ts";
import { wordsOf } from "../rule.ts";
import type { Words } from "../words.ts";
import { duplicateProblems } from "./duplicates.ts";
import type { Sound } from "./sound.ts";

const flows = ["entrantsInYear", "releasesInYear", "peopleInYear"] as const;
const numbers: readonly string[] = cellNumbers;
const ofLots: readonly string[] = lotAttributes;

/** What is read of a plan to check who is counted in it. */
type Counted = Pick<Sound, "caseload" | "words" | "setAside" | "turnoverMissing" | "services">;

/** Cells counted otherwise than the caseload says, of words nobody knows, or without a flow; areas set aside twice. */
export function caseloadProblems(plan: Counted): Problem[] {
  const { caseload, words, setAside } = plan;
  const aside = setAside.map(({ area }, index) => [["setAside", index, "area"], area] as const);
  const areas = words?.areas.map(({ id }) => id);
  return [
    ...duplicateProblems(aside),
    ...aside.flatMap(([path, area]) => unlessKnown(path, area, areas, "an area")),
    ...countingProblems(plan),
    ...turnoverProblems(plan),
    ...(caseload?.cells ?? []).flatMap((cell, index) => {
      if (cell === undefined) return [];
      const path = ["caseload", "cells", index];
      return [
        ...flowProblems(path, cell, plan),
        ...(words === undefined ? [] : cellWordProblems(path, cell, words, Object.keys(plan.services))),
      ];
    }),
  ];
}

function countingProblems({ caseload }: Counted): Problem[] {
  if (caseload === undefined) return [];
  const { counted, supervisionsPerPerson, cells } = caseload;
  const path = ["caseload", "supervisionsPerPerson"];
  if (counted === "supervisions" && supervisionsPerPerson === undefined) {
    return [
      problem(path, "how many supervisions a person has, since the cells count supervisions", "nothing"),
    ];
  }
  if (counted === "people" && supervisionsPerPerson !== undefined) {
    return [
      problem(path, "nothing, since the cells count people", "a number", {
        mend: 'Leave it out, or say counted: "supervisions".',
      }),
    ];
  }
  return cells.length === 0 ? [problem(["caseload", "cells"], "one cell or more", "an empty list")] : [];
}

/** Turnover is due where a cell has no flow of its own. */
function turnoverProblems({ caseload, turnoverMissing }: Counted): Problem[] {
  const without = (caseload?.cells ?? []).findIndex(
    (cell) => cell !== undefined && flows.every((flow) => cell[flow] === undefined),
  );
  if (!turnoverMissing || without < 0) return [];
  const expected = `people in a year for each person at the date, since caseload.cells.${String(without)} has no flow of its own`;
  return [problem(["turnover"], expected, "nothing")];
}

function flowProblems(path: Path, cell: Cell, { caseload }: Counted): Problem[] {
  const due = caseload?.counted ?? "people";
  const other = due === "people" ? "supervisions" : "people";
  const given = flows.filter((flow) => cell[flow] !== undefined);
  const [people, inYear] = [cell.people, cell.peopleInYear];
  return [
    ...(cell[due] === undefined
      ? [problem([...path, due], `how many ${due}`, "nothing", { mend: "Missing is not zero." })]
      : []),
    ...(cell[other] === undefined
      ? []
      : [problem([...path, other], `only ${due}, which is what this caseload counts`, other)]),
    ...(given.length > 1 ? [problem(path, "one flow at most", given.join(" and "))] : []),
    ...(people !== undefined && inYear !== undefined && decimalFrom(inYear).lessThan(decimalFrom(people))
      ? [
          problem(
            [...path, "peopleInYear"],
            `at least the ${String(people)} people at the date`,
            String(inYear),
          ),
        ]
      : []),
  ];
}

function cellWordProblems(path: Path, cell: Cell, words: Words, services: readonly string[]): Problem[] {
  const known = attributesOf(words).filter((name) => !ofLots.includes(name));
  return [
    ...Object.entries(cell).flatMap(([name, value]) => {
      if (numbers.includes(name)) return [];
      if (!known.includes(name)) return [unknownWord([...path, name], name, known, "an attribute")];
      if (name === "complexity") return complexityProblems([...path, name], cell.complexity, words, services);
      if (Object.hasOwn(words.attributes, name) && typeof value !== "string")
        return [problem([...path, name], "a word", describe(value))];
      return wordsOf(value as string | readonly string[]).flatMap((word) =>
        unlessKnown([...path, name], word, wordsFor(name, words), `a word for ${name}`),
      );
    }),
    ...contradictions(path, cell, words),
  ];
}

const levelForEach =
  'a level for each service, as { accommodation: "high" }, since complexity belongs to a person and a service';

function complexityProblems(
  path: Path,
  complexity: Cell["complexity"],
  words: Words,
  services: readonly string[],
): Problem[] {
  const levels = words.complexityLevels.map(({ id }) => id);
  if (typeof complexity === "string") {
    return services.length > 1
      ? [problem(path, levelForEach, JSON.stringify(complexity))]
      : unlessKnown(path, complexity, levels, "a word for complexity");
  }
  const known = words.services.map(({ id }) => id);
  return Object.entries(complexity ?? {}).flatMap(([service, level]) => [
    ...unlessKnown([...path, service], service, known, "a service"),
    ...unlessKnown([...path, service], level, levels, "a word for complexity"),
  ]);
}

/** What a cell says itself against what follows from its area and its sentence type. */
function contradictions(path: Path, cell: Cell, words: Words): Problem[] {
  const area = words.areas.find(({ id }) => id === cell.area);
  const type =
    typeof cell.sentenceType === "string"
      ? words.sentenceTypes.find(({ id }) => id === cell.sentenceType)
      : undefined;
  const follows = [
    ["region", area?.region, cell.area],
    ["stage", type?.stage, type?.id],
    ["requirement", type?.requirement, type?.id],
  ] as const;
  return follows.flatMap(([name, due, since]) => {
    const said = cell[name];
    if (said === undefined || due === undefined || said === due) return [];
    return [problem([...path, name], `${due}, which follows from ${String(since)}`, JSON.stringify(said))];
  });
}
