import type { About, Figure } from "../../numbers/figure.ts";
import type { Unit } from "../../numbers/unit.ts";
import type { AssumptionBy } from "../../vocabulary/assumption.ts";
import type { Attributes } from "../../vocabulary/attributes.ts";
import { chosenFor } from "../../vocabulary/choices.ts";
import { invalidData, problem } from "../../vocabulary/problems.ts";
import type { Path } from "../../vocabulary/problems.ts";
import { assumedFigure, attributesIn } from "../inputs.ts";

/** What an assumption is called, and its unit. */
export interface Asked<U extends Unit> {
  readonly name: string;
  readonly unit: U;
}

/** The input figure of an assumption that may differ by complexity or year; an error where nothing is said for these. */
export function chosenFigure<const U extends Unit>(
  subject: string,
  path: Path,
  asked: Asked<U>,
  value: AssumptionBy,
  attributes: Attributes,
): Figure<U> {
  const chosen = chosenFor(path, value, attributes);
  if ("value" in chosen) return assumedFigure(chosen.path, asked, chosen.value, ownWords(value, attributes));
  const { lacking } = chosen;
  const word = attributes[lacking];
  const received = word === undefined ? `a volume that does not say its ${lacking}` : "none";
  const due = word === undefined ? `volumes by ${lacking}` : `a value for the ${lacking} ${word}`;
  throw invalidData(subject, [problem(chosen.path, due, received, { mend: "Add it, or an otherwise." })]);
}

/** The words of those attributes by which an assumption differs: one that is the same for all is about none of them. */
const ownWords = (value: AssumptionBy, attributes: Attributes): About => {
  const differs = attributesIn(value);
  return Object.fromEntries(Object.entries(aboutOf(attributes)).filter(([name]) => differs.includes(name)));
};

/** The words of attributes that are known. */
export const aboutOf = (attributes: Attributes): About =>
  Object.fromEntries(
    Object.entries(attributes).flatMap(([name, word]) => (word === undefined ? [] : [[name, word]])),
  );
