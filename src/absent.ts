import { ModelError } from "./errors.ts";
import { isFigure } from "./numbers/figure.ts";
import type { Figure } from "./numbers/figure.ts";
import type { Unit } from "./numbers/unit.ts";

const inspect = Symbol.for("nodejs.util.inspect.custom");

/**
 * A figure that is not there, with the reason: it does not add, or there is nothing to divide by. In text it says so:
 * `Absent · people do not add over years`.
 */
export interface Absent {
  readonly absent: string;
  toString(): string;
}

/** A figure, or the reason why there is none. */
export type Maybe<U extends Unit> = Figure<U> | Absent;

export function absent(reason: string): Absent {
  const text = { value: () => `Absent · ${reason}` };
  return Object.freeze(Object.defineProperties({ absent: reason }, { toString: text, [inspect]: text }));
}

/**
 * Whether a figure is absent.
 *
 * @example
 * ```ts
 * import { isAbsent } from "volumes-and-values";
 *
 * isAbsent({ absent: "people do not add over years" }); // => true
 * ```
 */
export const isAbsent = (value: Figure | Absent): value is Absent => !isFigure(value);

/**
 * The figure, where there is one.
 *
 * @throws ModelError `does-not-add` with the reason, where there is none.
 *
 * @example
 * ```ts
 * import { given, present } from "volumes-and-values";
 *
 * present(given(900, "people", { name: "eligible" }), "eligible"); // => Figure 900 people · eligible
 * present({ absent: "people do not add over years" }, "eligible");
 * // throws: eligible is absent: people do not add over years.
 * ```
 */
export function present<U extends Unit>(figure: Maybe<U>, name = "This figure"): Figure<U> {
  if (isFigure(figure)) return figure;
  throw new ModelError("does-not-add", `${name} is absent: ${figure.absent}.`, {
    figure: name,
    reason: figure.absent,
  });
}
