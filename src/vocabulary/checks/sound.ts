import type { Plan } from "../plan.ts";
import { referenceWords } from "../reference/words.ts";
import type { Words } from "../words.ts";

/** The parts of a plan whose form is sound, so that the rest can be checked too. What is not sound is undefined. */
export interface Sound {
  readonly words: Words | undefined;
  readonly caseload:
    | (Omit<Plan["caseload"], "cells"> & {
        readonly cells: readonly (Plan["caseload"]["cells"][number] | undefined)[];
      })
    | undefined;
  readonly basis: Plan["basis"];
  readonly prices: Plan["prices"];
  readonly setAside: NonNullable<Plan["setAside"]>;
  readonly turnover: Plan["turnover"];
  /** Whether it was left out, rather than misformed. */
  readonly turnoverMissing: boolean;
  readonly services: Readonly<Record<string, Plan["services"][string] | undefined>>;
  readonly lots: readonly (Plan["lots"][number] | undefined)[];
  readonly calendar: Plan["calendar"] | undefined;
}

/** The words of a plan: its own where it declares them, the field's where it does not. */
export const wordsOfPlan = ({ words }: Pick<Plan, "words">): Words => ({
  ...referenceWords,
  ...(words as Partial<Words> | undefined),
});

/** Every path that something misformed lies at or below. */
const pathsAbove = (misformed: readonly string[]): ReadonlySet<string> =>
  new Set(
    misformed.flatMap((path) =>
      path.split(".").map((_, index, steps) => steps.slice(0, index + 1).join(".")),
    ),
  );

/** A plan without the parts at which its form is wrong. */
export function soundParts(plan: Plan, misformed: readonly string[]): Sound {
  const above = pathsAbove(misformed);
  const exactly = new Set(misformed);
  const wrong = (...path: readonly (string | number)[]): boolean => above.has(path.join("."));
  const caseloadWrong = misformed.some((path) => path === "caseload" || /^caseload\.(?!cells\.)/.test(path));
  return {
    words: wrong("words") ? undefined : wordsOfPlan(plan),
    caseload: caseloadWrong
      ? undefined
      : {
          ...plan.caseload,
          cells: plan.caseload.cells.map((cell, index) =>
            wrong("caseload", "cells", index) ? undefined : cell,
          ),
        },
    basis: wrong("basis") ? undefined : plan.basis,
    prices: wrong("prices") ? undefined : plan.prices,
    setAside: wrong("setAside") ? [] : (plan.setAside ?? []),
    turnover: wrong("turnover") ? undefined : plan.turnover,
    turnoverMissing: plan.turnover === undefined,
    services: exactly.has("services")
      ? {}
      : Object.fromEntries(
          Object.entries(plan.services).map(([id, service]) => [
            id,
            wrong("services", id) ? undefined : service,
          ]),
        ),
    lots: exactly.has("lots") ? [] : plan.lots.map((lot, index) => (wrong("lots", index) ? undefined : lot)),
    calendar: wrong("calendar") ? undefined : plan.calendar,
  };
}
