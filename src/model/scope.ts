import type { Attributes } from "../vocabulary/attributes.ts";
import { areasOfLot, servicesOfLot } from "../vocabulary/lot-scope.ts";
import type { Lot } from "../vocabulary/lot.ts";
import type { Plan } from "../vocabulary/plan.ts";
import type { Service } from "../vocabulary/service.ts";
import { wordsOfPlan } from "../vocabulary/checks/sound.ts";
import type { Words } from "../vocabulary/words.ts";
import { inputFigures } from "./inputs.ts";
import type { InputFigures } from "./inputs.ts";
import { peopleOf } from "./people.ts";
import type { People } from "./people.ts";
import type { Gate } from "./decide.ts";
import type { ScreenedService } from "./split.ts";

/** A plan made ready: its words, its input figures, and its people by area. */
export interface Ready {
  readonly plan: Plan;
  readonly words: Words;
  readonly inputs: InputFigures;
  readonly people: readonly People[];
  readonly peopleByArea: ReadonlyMap<string | undefined, readonly People[]>;
}

export function ready(plan: Plan): Ready {
  const words = wordsOfPlan(plan);
  const inputs = inputFigures();
  const people = peopleOf(plan.caseload, words, inputs);
  const peopleByArea = new Map<string | undefined, People[]>();
  for (const one of people) {
    const area = one.sentences[0]?.["area"];
    const there = peopleByArea.get(area);
    if (there === undefined) peopleByArea.set(area, [one]);
    else there.push(one);
  }
  return { plan, words, inputs, people, peopleByArea };
}

/** One service that a lot buys in one of its areas. */
export interface Purchase {
  readonly lot: Lot;
  readonly lotIndex: number;
  readonly area: string;
  readonly region: string;
  readonly service: Service;
  readonly screened: ScreenedService;
  /** What the lot adds to what is known of people. */
  readonly context: Attributes;
  readonly gate: Gate;
}

export const nameOf = (list: readonly { readonly id: string; readonly name: string }[], id: string): string =>
  list.find((word) => word.id === id)?.name ?? id;

/** Everything that is bought, service by service and area by area. */
export function purchasesOf({ plan, words }: Ready): readonly Purchase[] {
  const regions = new Map(words.areas.map(({ id, region }) => [id, region]));
  const screened = new Map(
    Object.entries(plan.services).map(([id, { complexityMix }]) => [
      id,
      { id, name: nameOf(words.services, id), path: ["services", id], complexityMix },
    ]),
  );
  return plan.lots.flatMap((lot, lotIndex) =>
    areasOfLot(lot, words).flatMap((area) =>
      servicesOfLot(lot, words).map((id): Purchase => {
        const service = plan.services[id] as Service;
        const contractType = lot.contractType === undefined ? {} : { contractType: lot.contractType };
        return {
          lot,
          lotIndex,
          area,
          region: regions.get(area) ?? "",
          service,
          screened: screened.get(id) as ScreenedService,
          context: { service: id, lot: lot.id, ...contractType },
          gate: { cohort: lot.cohort, rules: service.rules, levels: lot.levels?.[id] },
        };
      }),
    ),
  );
}
