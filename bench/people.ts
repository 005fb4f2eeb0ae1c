import { referenceWords } from "volumes-and-values/reference";
import type { Plan } from "volumes-and-values";
import type { Arithmetic } from "./arithmetic.ts";
import type { Known } from "./assumptions.ts";

/** Some people who are alike, and how many they are. */
export interface People<N> {
  readonly number: N;
  readonly known: Known;
}

/** The people of a caseload by area, with what their area and sentence type say of them filled in. */
export function peopleByArea<N>(
  { caseload }: Plan,
  { from }: Arithmetic<N>,
): ReadonlyMap<string, People<N>[]> {
  const regions = new Map(referenceWords.areas.map(({ id, region }) => [id, region]));
  const sentenceTypes = new Map(referenceWords.sentenceTypes.map((type) => [type.id, type]));
  const byArea = new Map<string, People<N>[]>();
  for (const { people = "0", area = "", sentenceType, sex, age } of caseload.cells) {
    if (typeof sentenceType !== "string")
      throw new Error("this program knows people of one sentence type only");
    const { stage, requirement } = sentenceTypes.get(sentenceType) ?? {};
    const known = { area, region: regions.get(area), sentenceType, stage, requirement, sex, age };
    const here = byArea.get(area);
    if (here === undefined) byArea.set(area, [{ number: from(people), known }]);
    else here.push({ number: from(people), known });
  }
  return byArea;
}
