import type { Figure } from "../numbers/figure.ts";
import { wordsOfPlan } from "../vocabulary/checks/sound.ts";
import { areasOfLot, boughtAs, servicesOfLot } from "../vocabulary/lot-scope.ts";
import type { Lot } from "../vocabulary/lot.ts";
import { checkedPlan } from "../vocabulary/plan.ts";
import type { Plan } from "../vocabulary/plan.ts";
import { nameOf } from "../vocabulary/word-names.ts";
import type { Words } from "../vocabulary/words.ts";
import { gateOn } from "./decide.ts";
import { groupedBy } from "./group.ts";
import { differsBy, figureChooser } from "./inputs.ts";
import type { Chooser } from "./inputs.ts";
import { memory } from "./memory.ts";
import type { Memory } from "./memory.ts";
import { peopleOf } from "./people.ts";
import type { People } from "./people.ts";
import { pricingOf } from "./prices.ts";
import type { Pricing } from "./prices.ts";
import { serviceModel } from "./service-model.ts";
import type { ServiceModel } from "./service-model.ts";
import type { Split } from "./split.ts";

/** What areas and levels are called. */
export interface Names {
  readonly area: (id: string) => string;
  readonly level: (id: string) => string;
}

function namer(list: readonly { readonly id: string; readonly name: string }[]): (id: string) => string {
  const names = new Map(list.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
}

/** A plan made ready: its words, its people by area, and its assumptions as figures. */
export interface Ready {
  readonly plan: Plan;
  readonly words: Words;
  readonly levels: readonly string[];
  readonly names: Names;
  readonly people: readonly People[];
  readonly peopleByArea: ReadonlyMap<string | undefined, readonly People[]>;
  readonly turnover: Chooser<Figure<"peopleInYear/people">>;
  readonly turnoverByYear: boolean;
  readonly services: ReadonlyMap<string, ServiceModel>;
  readonly pricing: Pricing;
  readonly once: Memory;
}

export function ready(draft: Plan): Ready {
  const plan = checkedPlan(draft);
  const words = wordsOfPlan(plan);
  const people = peopleOf(plan.caseload, words);
  const services = Object.entries(plan.services).map(
    ([id, service]) => [id, serviceModel(id, nameOf(words.services, id), service)] as const,
  );
  return {
    plan,
    words,
    levels: words.complexityLevels.map(({ id }) => id),
    names: { area: namer(words.areas), level: namer(words.complexityLevels) },
    people,
    peopleByArea: groupedBy(people, (one) => one.sentences[0]?.["area"]),
    turnover: figureChooser(["turnover"], "turnover", plan.turnover ?? 0, {}),
    turnoverByYear: differsBy("year", plan.turnover),
    services: new Map(services),
    pricing: pricingOf(plan),
    once: memory(),
  };
}

/** One service that a lot buys in one of its areas. */
export interface Purchase {
  readonly lot: Lot;
  readonly area: string;
  readonly region: string;
  readonly service: ServiceModel;
  /** How people are split and decided about on a day. */
  readonly splitOn: (day: string) => Split;
}

/** The levels that a lot offers of a service; every one, if it does not say. */
export const levelsOffered = ({ levels = {} }: Lot, service: string): readonly string[] | undefined =>
  Object.hasOwn(levels, service) ? levels[service] : undefined;

/** Everything that is bought, service by service and area by area. */
export function purchasesOf({ plan, words, levels, services }: Ready): readonly Purchase[] {
  const regions = new Map(words.areas.map(({ id, region }) => [id, region]));
  const purchase = (lot: Lot, area: string, id: string): Purchase => {
    const service = services.get(id) as ServiceModel;
    const context = { service: id, lot: lot.id, contractType: boughtAs(lot) };
    const admission = { cohort: lot.cohort, rules: service.rules, levels: levelsOffered(lot, id) };
    const splitOn = (day: string): Split => ({
      service: id,
      levels,
      mix: service.mix,
      gate: gateOn(admission, day),
      context,
    });
    return { lot, area, region: regions.get(area) ?? "", service, splitOn };
  };
  return plan.lots.flatMap((lot) =>
    areasOfLot(lot, words).flatMap((area) => servicesOfLot(lot, words).map((id) => purchase(lot, area, id))),
  );
}
