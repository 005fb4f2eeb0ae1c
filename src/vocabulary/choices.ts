import { isByAttribute } from "./assumption.ts";
import type { Assumption, AssumptionBy, OneOrBy } from "./assumption.ts";
import type { Attributes } from "./attributes.ts";
import type { Path } from "./problems.ts";

/** One assumption, and where it stands. */
export interface Leaf {
  readonly path: Path;
  readonly value: Assumption;
}

/** What holds for some attributes, or the attribute for whose word nothing is said. */
export type Chosen = Leaf | { readonly path: Path; readonly lacking: string };

/** The assumption that holds for some attributes. */
export function chosenFor(path: Path, value: AssumptionBy, attributes: Attributes): Chosen {
  if (!isByAttribute(value)) return { path, value };
  const { by, values, otherwise } = value;
  const word = attributes[by];
  if (word !== undefined && Object.hasOwn(values, word))
    return chosenFor([...path, "values", word], values[word] as AssumptionBy, attributes);
  if (otherwise !== undefined) return chosenFor([...path, "otherwise"], otherwise, attributes);
  return { path: [...path, "values"], lacking: by };
}

/** Every assumption of a choice. */
export function leavesOf(path: Path, value: AssumptionBy): readonly Leaf[] {
  if (!isByAttribute(value)) return [{ path, value }];
  const { values, otherwise } = value;
  return [
    ...Object.entries(values).flatMap(([word, one]) => leavesOf([...path, "values", word], one)),
    ...(otherwise === undefined ? [] : leavesOf([...path, "otherwise"], otherwise)),
  ];
}

/** Every choice within a choice: by which attribute, and the words for which it says something. */
export function choicesIn(
  path: Path,
  value: OneOrBy<unknown>,
): readonly { readonly path: Path; readonly by: string; readonly words: readonly string[] }[] {
  if (!isByAttribute<unknown>(value)) return [];
  const { by, values, otherwise } = value;
  return [
    { path, by, words: Object.keys(values) },
    ...Object.entries(values).flatMap(([word, one]) => choicesIn([...path, "values", word], one)),
    ...(otherwise === undefined ? [] : choicesIn([...path, "otherwise"], otherwise)),
  ];
}
