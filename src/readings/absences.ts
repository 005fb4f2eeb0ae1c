import { ModelError } from "../errors.ts";
import { describe } from "../numbers/decimal.ts";
import { isFigure, wrongUnit } from "../numbers/figure.ts";

/** Refuses what a total leaves absent, with its reason: it has no working to be read. */
export function refuseAbsent(figures: object, reading: string): void {
  if (isFigure(figures) || typeof (figures as unknown) !== "object" || (figures as unknown) === null) return;
  const named: readonly (readonly [string, unknown])[] =
    "absent" in figures ? [["", figures]] : Object.entries(figures);
  for (const [name, one] of named) {
    const reason: unknown = (one as { readonly absent?: unknown } | undefined)?.absent;
    if (typeof reason !== "string") continue;
    const message =
      name === ""
        ? `There is nothing to ${reading}: ${reason}.`
        : `There is nothing to ${reading} in ${name}: ${reason}. Leave ${name} out.`;
    throw new ModelError("does-not-add", message, { figure: name === "" ? "absent" : name, reason });
  }
}

/** Refuses what has figures among other things, all that a contract comes to, say: one of its figures is meant. */
export function refuseMixed(figures: object): void {
  if (isFigure(figures) || Array.isArray(figures)) return;
  const named: readonly (readonly [string, unknown])[] = Object.entries(Object(figures) as object);
  const names = named.flatMap(([name, one]) => (isFigure(one) ? [name] : []));
  const other = named.find(([, one]) => !isFigure(one));
  const meant = names.find((name) => name === "balance") ?? names[0];
  if (other === undefined || meant === undefined) return;
  const [name, value] = other;
  const received = describe(value);
  throw new ModelError(
    "wrong-unit",
    `A reading takes a figure, or figures by name, and ${name} is none: it is ${received}. Give one of the figures, as .${meant}.`,
    { expected: "figures", received, where: name },
  );
}

/** Refuses whatever is not one figure, for a reading that takes one at a time. */
export function refuseAllButOne(figure: object, reading: string, where: string): void {
  refuseAbsent(figure, reading);
  if (!isFigure(figure)) throw wrongUnit("one figure", figure, where);
}
