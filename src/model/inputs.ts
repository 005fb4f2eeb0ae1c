import { given, isCounts } from "../numbers/figure.ts";
import type { About, Figure, Provenance } from "../numbers/figure.ts";
import type { Unit } from "../numbers/unit.ts";
import { isByAttribute } from "../vocabulary/assumption.ts";
import type { Assumption, AssumptionBy, Choice, OneOrBy } from "../vocabulary/assumption.ts";
import type { Attributes } from "../vocabulary/attributes.ts";
import { invalidData, problem } from "../vocabulary/problems.ts";
import type { Path } from "../vocabulary/problems.ts";
import { slots } from "../vocabulary/slots.ts";
import type { SlotName } from "../vocabulary/slots.ts";

/** The unit of an assumption, by its name. */
export type SlotUnit<S extends SlotName> = (typeof slots)[S]["unit"];

/** What holds for people, or a row, of some attributes. */
export type Chooser<F> = (attributes: Attributes) => F;

/** The figure of an assumption for people, or a row, of some attributes. */
export type FigureChooser<S extends SlotName> = Chooser<Figure<SlotUnit<S>>>;

/** A choice made ready: each of its alternatives is made once, so that what shares an assumption shares its figure. */
export function chooserOf<A, F>(
  path: Path,
  value: OneOrBy<A>,
  about: About,
  make: (path: Path, value: A, about: About) => F,
): Chooser<F> {
  if (isByAttribute(value)) return chooserBy(path, value, about, make);
  const made = make(path, value, about);
  return () => made;
}

function chooserBy<A, F>(
  path: Path,
  { by, values, otherwise }: Choice<A>,
  about: About,
  make: (path: Path, value: A, about: About) => F,
): Chooser<F> {
  const choosers = new Map(
    Object.entries(values).map(([word, one]) => [
      word,
      chooserOf([...path, "values", word], one, { ...about, [by]: word }, make),
    ]),
  );
  const rest =
    otherwise === undefined ? undefined : chooserOf([...path, "otherwise"], otherwise, about, make);
  return (attributes) => {
    const word = attributes[by];
    const chooser = (word === undefined ? undefined : choosers.get(word)) ?? rest;
    if (chooser !== undefined) return chooser(attributes);
    const lacking = word === undefined ? `people whose ${by} is not known` : `the ${by} ${word}`;
    throw invalidData("plan", [
      problem([...path, "values"], `a value for ${lacking}`, "none", { mend: "Add one, or an otherwise." }),
    ]);
  };
}

/** An assumption, or several by an attribute, as input figures. */
export const figureChooser = <S extends SlotName>(
  path: Path,
  slot: S,
  value: AssumptionBy,
  about: About,
): FigureChooser<S> =>
  chooserOf<Assumption, Figure<SlotUnit<S>>>(path, value, about, (at, one, of) =>
    inputFigure(at, slot, one, of),
  );

/** An assumption as an input figure. */
export function inputFigure<S extends SlotName>(
  path: Path,
  slot: S,
  assumption: Assumption,
  about: About,
): Figure<SlotUnit<S>> {
  return assumedFigure(path, { name: slot, unit: slots[slot].unit }, assumption, about);
}

/** An assumption that stands outside a plan as an input figure, with its name and unit. */
export function assumedFigure<U extends Unit>(
  path: Path,
  { name, unit }: { readonly name: string; readonly unit: U },
  assumption: Assumption,
  about: About,
): Figure<U> {
  const { number, log } = numberOf(assumption);
  return given(number, unit, { ...defined(log), name, path: path.join("."), about });
}

/** The number of an assumption, apart from what else is known of it. */
function numberOf(assumption: Assumption) {
  if (typeof assumption !== "object") return { number: assumption };
  if (isCounts(assumption)) {
    const { count, of, ...log } = assumption;
    return { number: { count, of }, log };
  }
  const { value, ...log } = assumption;
  return { number: value, log };
}

/** A log without what it leaves out. */
const defined = (log: Readonly<Record<string, unknown>> | undefined): Provenance =>
  Object.fromEntries(Object.entries(log ?? {}).filter(([, value]) => value !== undefined));

/** The attributes by which a choice differs, itself and within. */
export function attributesIn(value: unknown): readonly string[] {
  if (!isByAttribute(value)) return [];
  const { by, values, otherwise } = value;
  return [by, ...[...Object.values(values), otherwise].flatMap(attributesIn)];
}

/** Whether a choice, or one within it, is by this attribute. */
export const differsBy = (attribute: string, value: unknown): boolean =>
  attributesIn(value).includes(attribute);
