import { ModelError } from "../errors.ts";
import { describe } from "../numbers/decimal.ts";
import { nearestWord } from "../vocabulary/nearest.ts";

/** Refuses options that are no object, lack one that must be there, or have one that nobody reads. */
export function checkOptions(
  where: string,
  options: unknown,
  { needed = [], known = [] }: { readonly needed?: readonly string[]; readonly known?: readonly string[] },
): void {
  const all = [...needed, ...known];
  const form = formOf(needed, known);
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    const message = `${where} takes ${form}; received ${describe(options)}.`;
    throw new ModelError("wrong-inputs", message, { figure: where, missing: needed, unknown: [] });
  }
  const given = options as Readonly<Record<string, unknown>>;
  for (const word of Object.keys(given)) if (!all.includes(word)) throw unknownOption(where, word, all);
  const missing = needed.filter((name) => given[name] === undefined);
  if (missing.length === 0) return;
  throw new ModelError(
    "wrong-inputs",
    `${where} takes ${form}: ${missing.map((name) => `${name} is missing`).join("; ")}.`,
    { figure: where, missing, unknown: [] },
  );
}

/** What is taken, and what may be left out. */
function formOf(needed: readonly string[], known: readonly string[]): string {
  const named = (names: readonly string[]): string => `{ ${names.join(", ")} }`;
  if (needed.length === 0 || known.length === 0) return named([...needed, ...known]);
  return `${named(needed)}, and may be given ${known.join(" and ")}`;
}

function unknownOption(where: string, word: string, known: readonly string[]): ModelError<"unknown-word"> {
  const nearest = nearestWord(word, known);
  const mend = nearest === undefined ? `Known: ${known.join(", ")}.` : `Did you mean ${nearest}?`;
  return new ModelError("unknown-word", `${word} is no option of ${where}. ${mend}`, {
    received: word,
    known,
    ...(nearest === undefined ? {} : { nearest }),
  });
}
