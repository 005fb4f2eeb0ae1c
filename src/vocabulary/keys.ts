import type * as z from "zod/mini";
import type { Path } from "./problems.ts";

/** What is read of a schema's definition: only how it holds others, and the words that it takes. */
interface Definition {
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly element?: z.core.$ZodType;
  readonly valueType?: z.core.$ZodType;
  readonly innerType?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
  readonly discriminator?: string;
  readonly values?: readonly unknown[];
  readonly entries?: Readonly<Record<string, unknown>>;
}

/** One form that data may have at a path: its names, and by which of them, in which words, it is told from others. */
export interface Branch {
  readonly keys: readonly string[];
  readonly by?: string | undefined;
  readonly words?: readonly string[];
}

interface Alternative extends Definition {
  readonly by?: string | undefined;
}

const definitionOf = (schema: z.core.$ZodType): Definition => schema._zod.def as Definition;

/** A schema, and what it may stand for: what is optional, or an alternative, which a name may tell from the others. */
function alternatives(schema: z.core.$ZodType, by?: string): readonly Alternative[] {
  const definition = definitionOf(schema);
  const { innerType, options = [], discriminator } = definition;
  return [
    { ...definition, by },
    ...(innerType === undefined ? [] : alternatives(innerType, by)),
    ...options.flatMap((option) => alternatives(option, discriminator)),
  ];
}

/** The forms that a schema knows at a path, those that have names. */
export function branchesAt(schema: z.core.$ZodType, path: Path): readonly Branch[] {
  let levels = alternatives(schema);
  for (const step of path) {
    levels = levels.flatMap(({ shape, element, valueType }) => {
      const next = typeof step === "number" ? element : (shape?.[step] ?? valueType);
      return next === undefined ? [] : alternatives(next);
    });
  }
  return levels.flatMap(({ shape, by }) =>
    shape === undefined ? [] : [{ keys: Object.keys(shape), by, words: wordsIn(shape[by ?? ""]) }],
  );
}

/** The words of a literal, or of a choice of several. */
function wordsIn(schema: z.core.$ZodType | undefined): readonly string[] {
  const { values, entries = {} }: Definition = schema === undefined ? {} : definitionOf(schema);
  return (values ?? Object.values(entries)).map(String);
}

/** The names that a schema knows at a path, whatever form the data have there. */
export const keysAt = (schema: z.core.$ZodType, path: Path): readonly string[] => [
  ...new Set(branchesAt(schema, path).flatMap(({ keys }) => keys)),
];
