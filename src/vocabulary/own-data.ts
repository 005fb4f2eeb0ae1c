import * as z from "zod/mini";
import type { Problem } from "../errors.ts";
import type { Assumption, AssumptionBy } from "./assumption.ts";
import { problemsInRange } from "./checks/assumptions.ts";
import { keysAt } from "./keys.ts";
import { leavesOf } from "./places.ts";
import { deeplyFrozen, plainCopy } from "./plain.ts";
import { invalidData, problemsOf } from "./problems.ts";
import type { Path } from "./problems.ts";
import type { Range } from "./slots.ts";

/** An assumption in data of a provider's own, and the range in which it makes sense. */
export interface Amount {
  readonly path: Path;
  readonly value: AssumptionBy | undefined;
  readonly range: Range;
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
  if (Object.isFrozen(data) && known.has(data as object)) return data as T;
  const { copy, problems } = plainCopy(data);
  const { error } = z.safeParse(schema, copy);
  const form = problemsOf(error?.issues ?? [], copy, (path) => keysAt(schema, path));
  if (problems.length + form.length > 0) throw invalidData(subject, [...problems, ...form]);
  const whole = copy as T;
  const outside = [...amounts(whole)].flatMap(({ path, value, range }) =>
    [...leavesOf<Assumption>(path, value)].flatMap((leaf) => problemsInRange(leaf.path, range, leaf.value)),
  );
  const meant = [...outside, ...meaning(whole)];
  if (meant.length > 0) throw invalidData(subject, meant);
  known.add(copy as object);
  return deeplyFrozen(whole);
}

/** Data that were read and found sound: a memory, which changes no answer. */
const known = new WeakSet<object>();
