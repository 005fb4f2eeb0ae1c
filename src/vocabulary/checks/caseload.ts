import type { Problem } from "../../errors.ts";
import { decimalFrom, describe } from "../../numbers/decimal.ts";
import type { Cell } from "../caseload.ts";
import { attributesOf, wordsFor } from "../known-words.ts";
import { problem, unknownWord } from "../problems.ts";
import type { Path } from "../problems.ts";
import { wordsOf } from "../rule.ts";
import type { Words } from "../words.ts";
import { duplicateProblems } from "./duplicates.ts";
import type { Sound } from "./sound.ts";

const flows = ["entrantsInYear", "releasesInYear", "peopleInYear"] as const;
const numbers: readonly string[] = ["people", "supervisions", ...flows];

/** Cells counted otherwise than the caseload says, of words nobody knows, or without a flow; areas set aside twice. */
export function caseloadProblems(plan: Sound): Problem[] {
  const { caseload, words, setAside } = plan;
  const aside = setAside.map(({ area }, index) => [["setAside", index, "area"], area] as const);
  const areas = words?.areas.map(({ id }) => id);
  return [
    ...duplicateProblems(aside),
    ...aside.flatMap(([path, area]) =>
      areas === undefined || areas.includes(area) ? [] : [unknownWord(path, area, areas, "an area")],
    ),
    ...(caseload === undefined ? [] : countingProblems(plan)),
    ...(caseload?.cells ?? []).flatMap((cell, index) => {
      if (cell === undefined) return [];
      const path = ["caseload", "cells", index];
      return [
        ...flowProblems(path, cell, plan),
        ...(words === undefined
          ? []
          : cellWordProblems(path, cell, words, Object.keys(plan.services).length)),
      ];
    }),
  ];
}

function countingProblems({ caseload }: Sound): Problem[] {
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

function flowProblems(path: Path, cell: Cell, { caseload, turnover }: Sound): Problem[] {
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
    ...(given.length === 0 && turnover === undefined
      ? [
          problem(
            ["turnover"],
            `people in a year for each person at the date, since ${path.join(".")} has no flow of its own`,
            "nothing",
          ),
        ]
      : []),
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

function cellWordProblems(path: Path, cell: Cell, words: Words, services: number): Problem[] {
  const known = attributesOf(words).filter((name) => !["service", "contractType", "lot"].includes(name));
  const area = words.areas.find(({ id }) => id === cell.area);
  return [
    ...Object.entries(cell).flatMap(([name, value]) => {
      if (numbers.includes(name)) return [];
      if (!known.includes(name)) return [unknownWord([...path, name], name, known, "an attribute")];
      if (Object.hasOwn(words.attributes, name) && typeof value !== "string")
        return [problem([...path, name], "a word", describe(value))];
      return wordProblems([...path, name], name, value, words, services);
    }),
    ...(area !== undefined && cell.region !== undefined && area.region !== cell.region
      ? [problem([...path, "region"], `${area.region}, where ${area.id} lies`, JSON.stringify(cell.region))]
      : []),
  ];
}

function wordProblems(path: Path, name: string, value: unknown, words: Words, services: number): Problem[] {
  const known = wordsFor(name, words);
  if (name === "complexity" && typeof value === "string" && services > 1) {
    return [
      problem(
        path,
        'a level for each service, as { accommodation: "high" }, since complexity belongs to a person and a service',
        JSON.stringify(value),
      ),
    ];
  }
  const given =
    name === "complexity" && typeof value === "object"
      ? Object.entries(value as Record<string, string>).map(
          ([service, level]) => [[...path, service], level] as const,
        )
      : wordsOf(value as string | readonly string[]).map((word) => [path, word] as const);
  return given.flatMap(([at, word]) =>
    known === undefined || known.includes(word) ? [] : [unknownWord(at, word, known, `a word for ${name}`)],
  );
}
