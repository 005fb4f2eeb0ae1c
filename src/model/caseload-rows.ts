import type { Figure } from "../numbers/figure.ts";
import { areasOfLot } from "../vocabulary/lot-scope.ts";
import { gateOn } from "./decide.ts";
import { inCohort } from "./follow.ts";
import type { People } from "./people.ts";
import { together } from "./pool.ts";
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

/** A row for each area of each lot. */
export const caseloadRowsOf = ({ plan, words, names, peopleByArea }: Ready): readonly CaseloadRow[] =>
  Object.freeze(
    plan.lots.flatMap((lot) => {
      const gate = gateOn({ cohort: lot.cohort, rules: [], levels: undefined }, lot.from);
      return areasOfLot(lot, words).map((area): CaseloadRow => {
        const people = peopleByArea.get(area) ?? [];
        const total = (some: readonly People[]): Figure<"people"> =>
          together(
            "people",
            some.map((one) => one.people),
            { area: names.area(area) },
          );
        return Object.freeze({
          lot: lot.id,
          area,
          people: total(people),
          inCohort: total(inCohort(people, gate)),
        });
      });
    }),
  );
