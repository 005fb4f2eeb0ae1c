import type * as z from "zod/mini";
import type { Problem } from "../errors.ts";
import type { AssumptionBy } from "./assumption.ts";
import { choiceProblems } from "./checks/choices.ts";
import { parsedAs } from "./parsed.ts";
import type { Path } from "./problems.ts";
import type { Range } from "./slots.ts";
import type { WorkWord } from "./work-words.ts";

/** An assumption in data of a provider's own, the range in which it makes sense, and by what it may differ. */
export interface Amount {
  readonly path: Path;
  readonly value: AssumptionBy | undefined;
  readonly range: Range;
  readonly by: readonly WorkWord[];
}

/** How data of a provider's own are read: their form, their assumptions, and what else must make sense in them. */
export interface Reading<T> {
  /** What the data are, as an error names them: `staffing`. */
  readonly subject: string;
  readonly schema: z.ZodMiniType;
  readonly amounts: (data: T) => Iterable<Amount>;
  readonly meaning: (data: T) => readonly Problem[];
}

/** Data as they are, if they were read before; what was not is read first, all problems at once, and read-only after. */
export function readOwnData<T>(data: unknown, { subject, schema, amounts, meaning }: Reading<T>): T {
  if (typeof data === "object" && data !== null && sound.has(data)) return data as T;
  const read = parsedAs(subject, schema, data, (whole) => {
    const own = whole as T;
    return [...[...amounts(own)].flatMap(amountProblems), ...meaning(own)];
  });
  sound.add(read as object);
  return read as T;
}

const amountProblems = ({ path, value, range, by }: Amount): readonly Problem[] =>
  value === undefined ? [] : choiceProblems(path, value, range, by);

/** Data that were read and found sound: a memory, which changes no answer. */
const sound = new WeakSet<object>();
