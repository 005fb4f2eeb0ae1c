import type { Problem } from "../../errors.ts";
import { wordsOfPlan } from "../../vocabulary/checks/sound.ts";
import { bundleOf, servicesOfLot } from "../../vocabulary/lot-scope.ts";
import { listed, problem, unknownWord } from "../../vocabulary/problems.ts";
import type { Path } from "../../vocabulary/problems.ts";
import type { Words } from "../../vocabulary/words.ts";
import type { ApplierOf, ChangeOf } from "./applier.ts";
import { copyOf } from "./draft.ts";
import type { Draft } from "./draft.ts";
import { lotsMeant } from "./lots.ts";
import type { DraftLot, LotsMeant } from "./lots.ts";

/** Takes a service out of lots, puts it into others or into lots of its own, or does one of the two. */
export const moveService: ApplierOf<"moveService"> = (draft, change, { at }) => {
  const { moveService: service, outOf, into } = change;
  const known = Object.keys(draft.services);
  if (!known.includes(service))
    return [unknownWord([...at, "moveService"], service, known, "a service of the plan")];
  const words = wordsOfPlan(draft);
  return [
    ...(outOf === undefined ? [] : takeOut(draft, change, outOf, words, [...at, "outOf"])),
    ...(into === undefined || into === "lots of its own"
      ? []
      : putInto(draft, service, into, words, [...at, "into"])),
  ];
};

/** Takes a service out of lots, each of which gets one for it beside it where that is asked for. */
function takeOut(
  draft: Draft,
  { moveService: service, into }: ChangeOf<"moveService">,
  outOf: LotsMeant,
  words: Words,
  at: Path,
): readonly Problem[] {
  const found = lotsMeant(draft, outOf, at);
  if ("problems" in found) return found.problems;
  const buying = found.lots.filter((lot) => servicesOfLot(lot, words).includes(service));
  if (buying.length === 0) {
    const bought = [...new Set(found.lots.flatMap((lot) => servicesOfLot(lot, words)))];
    return [problem(at, `lots that buy ${service}`, `lots that buy ${listed(bought)}`)];
  }
  return buying.flatMap((lot) => {
    if (into === "lots of its own")
      draft.lots.splice(draft.lots.indexOf(lot) + 1, 0, ofItsOwn(lot, service, words));
    return takeService(lot, service, words, at);
  });
}

function putInto(draft: Draft, service: string, into: LotsMeant, words: Words, at: Path): readonly Problem[] {
  const found = lotsMeant(draft, into, at);
  if ("problems" in found) return found.problems;
  return found.lots.flatMap((lot) => putService(lot, service, words, at));
}

/** A lot for one service of another: where, for whom and when as that one, and nothing said of its mobilisation. */
function ofItsOwn(
  { id, name, areas, regions, cohort, from, to, levels }: DraftLot,
  service: string,
  words: Words,
) {
  const called = words.services.find((word) => word.id === service)?.name ?? service;
  const offered = levels?.[service];
  return copyOf({
    id: `${id}-${service}`,
    name: `${called}, out of ${name ?? id}`,
    service,
    areas,
    regions,
    cohort,
    from,
    to,
    levels: offered === undefined ? undefined : { [service]: offered },
  }) as DraftLot;
}

function takeService(lot: DraftLot, service: string, words: Words, at: Path): readonly Problem[] {
  const rest = servicesOfLot(lot, words).filter((one) => one !== service);
  if (rest.length === 0) {
    const mend = `Remove the lot instead: { "remove": "lots.${lot.id}" }.`;
    return [problem(at, `lots that buy more than ${service}`, `lot ${lot.id}`, { mend })];
  }
  listServices(lot, rest, words);
  if (lot.levels !== undefined) {
    Reflect.deleteProperty(lot.levels, service);
    if (Object.keys(lot.levels).length === 0) delete lot.levels;
  }
  return [];
}

function putService(lot: DraftLot, service: string, words: Words, at: Path): readonly Problem[] {
  const bought = servicesOfLot(lot, words);
  if (bought.includes(service))
    return [problem(at, `lots that do not buy ${service} yet`, `lot ${lot.id}, which does`)];
  if (lot.service !== undefined) {
    const types = words.contractTypes.map(({ id }) => id);
    if (!types.includes(lot.service))
      return [problem(at, "lots of a contract type", `lot ${lot.id}, which buys ${lot.service} by itself`)];
    lot.contractType = lot.service;
    delete lot.service;
  }
  listServices(lot, [...bought, service], words);
  return [];
}

/** Has a lot buy some services: listed, unless they are what its contract type bundles. */
function listServices(lot: DraftLot, services: readonly string[], words: Words): void {
  const bundle = bundleOf(lot.contractType, words);
  const same = services.length === bundle.length && bundle.every((service) => services.includes(service));
  if (same) delete lot.services;
  else lot.services = [...services];
}
