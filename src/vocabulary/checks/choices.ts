import type { Problem } from "../../errors.ts";
import type { AssumptionBy } from "../assumption.ts";
import { isYearLabel, yearForm } from "../calendar.ts";
import { choicesIn, leavesOf } from "../choices.ts";
import { problem, unknownWord } from "../problems.ts";
import type { Path } from "../problems.ts";
import type { Range } from "../slots.ts";
import type { WorkWord } from "../work-words.ts";
import { problemsInRange } from "./assumptions.ts";
import { percentageProblems } from "./percentages.ts";

/** How the words of an attribute are written, where they follow a form. */
const forms: Readonly<
  Partial<Record<string, { readonly form: string; readonly has: (word: string) => boolean }>>
> = {
  year: { form: yearForm, has: isYearLabel },
  month: { form: "a month, as 2021-06", has: (word) => /^\d{4}-(0[1-9]|1[0-2])$/.test(word) },
};

/** Choices by attributes that something may not differ by, words of another form, numbers out of range, and percentages. */
export function choiceProblems(
  path: Path,
  value: AssumptionBy,
  range: Range,
  attributes: readonly WorkWord[],
): readonly Problem[] {
  const unknown = choicesIn(path, value).flatMap((choice) => {
    if (!(attributes as readonly string[]).includes(choice.by))
      return [unknownWord([...choice.path, "by"], choice.by, attributes, "an attribute it may differ by")];
    return formProblems(choice.path, choice.by, choice.words);
  });
  return [
    ...unknown,
    ...leavesOf(path, value).flatMap((leaf) => [
      ...problemsInRange(leaf.path, range, leaf.value),
      ...percentageProblems(leaf.path, leaf.value),
    ]),
  ];
}

/** Words of a choice that are not written as those of its attribute are: 2021/2022 is no year. */
export function formProblems(path: Path, by: string, words: readonly string[]): readonly Problem[] {
  const due = Object.hasOwn(forms, by) ? forms[by] : undefined;
  if (due === undefined) return [];
  return words
    .filter((word) => !due.has(word))
    .map((word) => problem([...path, "values", word], due.form, JSON.stringify(word)));
}
