import { tally } from "volumes-and-values/sources";
import { recordsOf } from "./records.ts";
import type { PersonOnRecord } from "./records.ts";
import { sideBySide, timeColumns } from "./stopwatch.ts";
import type { Candidate, Timing } from "./stopwatch.ts";

const rounds = 7;
const people = 1_000_000;

/** How many people are in each cell, by its words. */
type Counts = ReadonlyMap<string, number>;

type Records = readonly PersonOnRecord[];

const keyOf = ({ area, sentenceType, sex, age }: PersonOnRecord): string =>
  `${area}|${sentenceType}|${sex}|${age}`;

function countedByKey(records: Records): Counts {
  const counts = new Map<string, number>();
  for (const record of records) {
    const key = keyOf(record);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** As Object.groupBy does, which newer engines have: every record is kept in its group. */
function groupedByKey(records: Records): Readonly<Record<string, Records>> {
  const groups: Record<string, PersonOnRecord[]> = {};
  for (const record of records) (groups[keyOf(record)] ??= []).push(record);
  return groups;
}

const candidatesOver = (records: Records): readonly Candidate<Counts>[] => [
  {
    name: "volumes-and-values, tally",
    run: () => {
      const cells = tally(records, { by: ["area", "sentenceType", "sex", "age"] });
      return () => new Map(cells.map((cell) => [keyOf(cell as PersonOnRecord), cell.people]));
    },
  },
  {
    name: "a Map of joined keys",
    run: () => {
      const counts = countedByKey(records);
      return () => counts;
    },
  },
  {
    name: "groups as of Object.groupBy",
    run: () => {
      const groups = groupedByKey(records);
      return () => new Map(Object.entries(groups).map(([key, group]) => [key, group.length]));
    },
  },
];

const sumOf = (counts: Counts): number => [...counts.values()].reduce((sum, count) => sum + count, 0);

async function compareOver(what: string, records: Records): Promise<readonly string[]> {
  const timings = await sideBySide(candidatesOver(records), rounds);
  const [library, byKey] = timings as [Timing<Counts>, Timing<Counts>];
  console.log(`\nA tally of ${people.toLocaleString("en-GB")} records, ${what}, ${rounds} rounds`);
  console.table(
    timings.map((timing) => ({
      "": timing.name,
      people: sumOf(timing.answer),
      cells: timing.answer.size,
      ...timeColumns(timing, byKey),
      "million a second": (people / 1e3 / timing.median).toFixed(1),
    })),
  );
  return timings.flatMap(({ name, answer }) =>
    answer.size === library.answer.size &&
    sumOf(answer) === people &&
    [...answer].every(([key, count]) => library.answer.get(key) === count)
      ? []
      : [`${name}, ${what}`],
  );
}

/** A tally of a million records, beside what one would write by hand. Returns what disagrees. */
export async function compareTallies(): Promise<readonly string[]> {
  const shared = recordsOf(people);
  const inOrder = await compareOver("words shared", shared);
  const parsed = JSON.parse(JSON.stringify(shared)) as Records;
  const fromJson = await compareOver("words as JSON.parse gives them", parsed);
  console.log("Meant: ten million records a second.");
  return [...inOrder, ...fromJson];
}
