import { given, isCounts } from "../numbers/figure.ts";
import type { About, Figure, Provenance } from "../numbers/figure.ts";
import { isByAttribute } from "../vocabulary/assumption.ts";
import type { Assumption, AssumptionBy, OneOrBy } from "../vocabulary/assumption.ts";
import type { Attributes } from "../vocabulary/attributes.ts";
import { invalidData, problem } from "../vocabulary/problems.ts";
import type { Path } from "../vocabulary/problems.ts";
import { slots } from "../vocabulary/slots.ts";
import type { SlotName } from "../vocabulary/slots.ts";

/** The unit of an assumption, by its name. */
export type SlotUnit<S extends SlotName> = (typeof slots)[S]["unit"];

/** One step of a choice: the assumption of `value` for people or rows of these attributes. */
export function chosen<A>(
  path: Path,
  value: OneOrBy<A>,
  attributes: Attributes,
  about: About,
): { readonly path: Path; readonly value: A; readonly about: About } {
  if (!isByAttribute(value)) return { path, value, about };
  const word = attributes[value.by];
  const one = word !== undefined && Object.hasOwn(value.values, word) ? value.values[word] : undefined;
  if (word !== undefined && one !== undefined) {
    return chosen([...path, "values", word], one, attributes, { ...about, [value.by]: word });
  }
  if (value.otherwise !== undefined)
    return chosen([...path, "otherwise"], value.otherwise, attributes, about);
  const lacking = word === undefined ? `people whose ${value.by} is not known` : `the ${value.by} ${word}`;
  throw invalidData("plan", [
    problem([...path, "values"], `a value for ${lacking}`, "none", { mend: "Add one, or an otherwise." }),
  ]);
}

/** What is known of an assumption besides its number. */
function numberOf(assumption: Assumption) {
  if (typeof assumption !== "object") return { number: assumption };
  if (isCounts(assumption)) {
    const { count, of, ...log } = assumption;
    return { number: { count, of }, log };
  }
  const { value, ...log } = assumption;
  return { number: value, log };
}

/** An assumption as an input figure. */
function inputFigure<S extends SlotName>(
  path: Path,
  slot: S,
  assumption: Assumption,
  about: About,
): Figure<SlotUnit<S>> {
  const { number, log } = numberOf(assumption);
  return given(number, slots[slot].unit, { ...defined(log), name: slot, path: path.join("."), about });
}

/** A log without what it leaves out. */
const defined = (log: Readonly<Record<string, unknown>> | undefined): Provenance =>
  Object.fromEntries(Object.entries(log ?? {}).filter(([, value]) => value !== undefined));

/** The input figures of one plan: one for each assumption, made once, so that what shares an assumption shares its figure. */
export interface InputFigures {
  /** The figure of an assumption for people, or a row, of these attributes. */
  figure<S extends SlotName>(
    path: Path,
    slot: S,
    value: AssumptionBy,
    attributes: Attributes,
    about: About,
  ): Figure<SlotUnit<S>>;
  /** The figure made once for a key. */
  once<F>(key: string, make: () => F): F;
}

export function inputFigures(): InputFigures {
  const made = new Map<string, unknown>();
  const once = <F>(key: string, make: () => F): F => {
    if (!made.has(key)) made.set(key, make());
    return made.get(key) as F;
  };
  return {
    once,
    figure: <S extends SlotName>(
      path: Path,
      slot: S,
      value: AssumptionBy,
      attributes: Attributes,
      about: About,
    ) => {
      const leaf = chosen<Assumption>(path, value, attributes, about);
      return once(leaf.path.join("."), () => inputFigure(leaf.path, slot, leaf.value, leaf.about));
    },
  };
}
