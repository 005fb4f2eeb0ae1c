import { folded } from "./nearest.ts";

/** What tells people apart, so that nobody is in two of its groups at once. */
const persons: readonly string[] = ["area", "region", "sex", "age", "ageband", "sentencetype", "complexity"];

/** Over which words what is there, and people, are known to add; whatever is not named here adds over every one. */
const addsOver: Readonly<Record<string, readonly string[]>> = {
  people: persons,
  peopleInYear: persons,
  peopleInQuarter: persons,
  supervisions: persons,
  peopleWaiting: [...persons, "service"],
  peopleOnService: [...persons, "service"],
  fte: [...persons, "service", "contracttype", "provider", "role"],
};

const nextDate = "the same people are there at the next";
const severalAtOnce = "one person may be in several";

/** Why people do not add over a word, where that is known. */
const reasons: Readonly<Record<string, string>> = {
  year: nextDate,
  quarter: nextDate,
  month: nextDate,
  week: nextDate,
  period: nextDate,
  date: nextDate,
  service: severalAtOnce,
  contracttype: severalAtOnce,
  provider: severalAtOnce,
};

const unknownReason = "what is in one may be in another as well, as far as anybody can tell";

/** Why figures of a unit that differ in these words have no total, if they have none. */
export function whyNotAdded(unit: string, words: readonly string[]): string | undefined {
  if (unit.includes("/")) return `${unit} do not add: over several, it is one total over another`;
  const over = addsOver[unit];
  const clash = over && words.find((word) => !over.includes(folded(word)));
  if (clash === undefined) return undefined;
  return `${unit} do not add over ${clash}: ${reasons[folded(clash)] ?? unknownReason}`;
}
