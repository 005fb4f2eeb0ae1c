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
  readonly setAside: NonNullable<Plan["setAside"]>;
  readonly turnover: Plan["turnover"];
  readonly services: Readonly<Record<string, Plan["services"][string] | undefined>>;
  readonly lots: readonly (Plan["lots"][number] | undefined)[];
  readonly calendar: Plan["calendar"] | undefined;
}

/** The words of a plan: its own where it declares them, the field's where it does not. */
export const wordsOfPlan = ({ words }: Pick<Plan, "words">): Words => ({
  ...referenceWords,
  ...(words as Partial<Words> | undefined),
});

/** A plan without the parts at which its form is wrong. */
export function soundParts(plan: Plan, misformed: readonly string[]): Sound {
  const wrong = (...path: readonly (string | number)[]): boolean => {
    const at = path.join(".");
    return misformed.some((one) => one === at || one.startsWith(`${at}.`));
  };
  const exactly = (path: string): boolean => misformed.includes(path);
  const caseloadWrong = misformed.some((path) => /^caseload(?!\.cells\.)/.test(path));
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
    setAside: wrong("setAside") ? [] : (plan.setAside ?? []),
    turnover: wrong("turnover") ? undefined : plan.turnover,
    services: exactly("services")
      ? {}
      : Object.fromEntries(
          Object.entries(plan.services).map(([id, service]) => [
            id,
            wrong("services", id) ? undefined : service,
          ]),
        ),
    lots: exactly("lots") ? [] : plan.lots.map((lot, index) => (wrong("lots", index) ? undefined : lot)),
    calendar: wrong("calendar") ? undefined : plan.calendar,
  };
}
