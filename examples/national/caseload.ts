import { apportion } from "volumes-and-values";
import { referenceWords } from "volumes-and-values/reference";
import type { Caseload, Cell } from "volumes-and-values";
import { terminations2009 } from "./terminations-2009.ts";

/** People supervised in June 2020, about. Source: HM Inspectorate of Probation, press release, 3 December 2020. */
const supervised = 224_000;

/** Of a thousand people, how many have each type of sentence: illustrative. */
const sentenceTypes: Readonly<Record<string, number>> = {
  "community-order-rar": 220,
  "community-order-no-rar": 120,
  "community-order": 20,
  "suspended-sentence-rar": 110,
  "suspended-sentence-no-rar": 50,
  "custody-supervised-after": 190,
  "custody-unsupervised-after": 30,
  licence: 200,
  "post-sentence-supervision": 60,
};

/** Of ten people, how many are of each sex and age band: illustrative. */
const cohorts = [
  { sex: "male", age: "18-25", tenths: 2 },
  { sex: "male", age: "26+", tenths: 7 },
  { sex: "female", age: "26+", tenths: 1 },
] as const;

const groups = Object.entries(sentenceTypes).flatMap(([sentenceType, thousandths]) =>
  cohorts.map(({ sex, age, tenths }) => ({ sentenceType, sex, age, weight: thousandths * tenths })),
);

/** The people of an area, shared over sentence types and cohorts to the last person. */
function cellsOf(area: string, people: number): Cell[] {
  const shares = apportion(
    people,
    groups.map(({ weight }) => weight),
  );
  return groups.map(({ sentenceType, sex, age }, index) => ({
    people: String(shares[index]),
    area,
    sentenceType,
    sex,
    age,
  }));
}

const areas = referenceWords.areas.map(({ id }) => id);
const byArea = apportion(
  supervised,
  areas.map((area) => terminations2009[area] ?? 0),
);

/** About 224,000 people over 42 areas: the total is published, its division is not. */
export const caseload: Caseload = {
  asOf: "2020-06-30",
  source:
    "HM Inspectorate of Probation, 3 December 2020 (total, approximate); areas by terminations of 2009; the rest illustrative",
  counted: "people",
  cells: areas.flatMap((area, index) => cellsOf(area, Number(String(byArea[index])))),
};
