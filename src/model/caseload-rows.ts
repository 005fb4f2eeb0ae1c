import { sum } from "../numbers/figure.ts";
import type { Figure } from "../numbers/figure.ts";
import { areasOfLot } from "../vocabulary/lot-scope.ts";
import { gateOn, isOutOfCohort } from "./decide.ts";
import { memory } from "./memory.ts";
import type { People } from "./people.ts";
import type { Ready } from "./scope.ts";

/** The people under supervision where a lot is, before any rule decides about them. */
export interface CaseloadRow {
  readonly lot: string;
  readonly area: string;
  /** Everybody in the area. */
  readonly people: Figure<"people">;
  /** Those of them who are not another lot's for certain. */
  readonly inCohort: Figure<"people">;
}

/** A row for each area of each lot; lots of one cohort share their figures. */
export function caseloadRowsOf({ plan, words, names, peopleByArea }: Ready): readonly CaseloadRow[] {
  const once = memory();
  const rows = plan.lots.flatMap((lot) => {
    const gate = gateOn({ cohort: lot.cohort, rules: [], levels: undefined }, lot.from);
    const mine = ({ sentences }: People): boolean => sentences.some((known) => !isOutOfCohort(known, gate));
    return areasOfLot(lot, words).map((area): CaseloadRow => {
      const people = peopleByArea.get(area) ?? [];
      const total = (some: readonly People[]): Figure<"people"> =>
        sum(
          "people",
          some.map((one) => one.people),
        ).named("caseload", { area: names.area(area) });
      return Object.freeze({
        lot: lot.id,
        area,
        people: once(`people of ${area}`, () => total(people)),
        inCohort: once(`${JSON.stringify(lot.cohort)} of ${area}`, () => total(people.filter(mine))),
      });
    });
  });
  return Object.freeze(rows);
}
