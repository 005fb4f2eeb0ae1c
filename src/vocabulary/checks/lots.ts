import type { Problem } from "../../errors.ts";
import { agesOf } from "../attributes.ts";
import type { Lot } from "../lot.ts";
import { areasOfLot, servicesOfLot } from "../lot-scope.ts";
import { problem, unlessKnown } from "../problems.ts";
import type { Path } from "../problems.ts";
import type { Words } from "../words.ts";
import { duplicateProblems } from "./duplicates.ts";
import type { Sound } from "./sound.ts";

/** Lots that stand twice, for nothing or nobody, with dates out of order or levels nobody knows. */
export function lotProblems(plan: Sound): Problem[] {
  const ids = plan.lots.flatMap((lot, index) =>
    lot === undefined ? [] : [[["lots", index, "id"], lot.id] as const],
  );
  return [
    ...duplicateProblems(ids),
    ...plan.lots.flatMap((lot, index) => {
      if (lot === undefined) return [];
      const path = ["lots", index];
      const scope = plan.words === undefined ? [] : scopeProblems(path, lot, plan.words);
      return [
        ...dateProblems(path, lot),
        ...scope,
        ...(scope.length > 0 || plan.words === undefined ? [] : contentProblems(path, lot, plan, plan.words)),
      ];
    }),
  ];
}

function dateProblems(path: Path, { from, to, cohort }: Lot): Problem[] {
  const ages = cohort.age === undefined ? undefined : agesOf(cohort.age);
  return [
    ...(to !== undefined && to < from
      ? [problem([...path, "to"], `a day from ${from} on, when the lot begins`, to)]
      : []),
    ...(ages !== undefined && ages.to < ages.from
      ? [problem([...path, "cohort", "age"], "ages in order", JSON.stringify(cohort.age))]
      : []),
  ];
}

function scopeProblems(
  path: Path,
  { contractType, service, services, areas, regions }: Lot,
  words: Words,
): Problem[] {
  const known = {
    contractType: words.contractTypes,
    service: words.services,
    services: words.services,
    areas: words.areas,
    regions: words.regions,
  };
  const unknown = (
    name: keyof typeof known,
    word: string | undefined,
    ...step: readonly number[]
  ): Problem[] => {
    const ids = known[name].map(({ id }) => id);
    return word === undefined ? [] : unlessKnown([...path, name, ...step], word, ids, "one of the words");
  };
  return [
    ...((contractType === undefined) === (service === undefined)
      ? [problem(path, "a contractType or a service", contractType === undefined ? "neither" : "both")]
      : []),
    ...(service !== undefined && services !== undefined
      ? [
          problem([...path, "services"], "nothing, since the lot buys one service by itself", "a list", {
            mend: "Give the lot a contractType instead of a service.",
          }),
        ]
      : []),
    ...(areas === undefined && regions === undefined
      ? [problem([...path, "areas"], "the lot's areas or regions", "nothing")]
      : []),
    ...unknown("contractType", contractType),
    ...unknown("service", service),
    ...(services ?? []).flatMap((one, index) => unknown("services", one, index)),
    ...(areas ?? []).flatMap((area, index) => unknown("areas", area, index)),
    ...(regions ?? []).flatMap((region, index) => unknown("regions", region, index)),
    ...duplicateProblems((services ?? []).map((one, index) => [[...path, "services", index], one] as const)),
    ...duplicateProblems((areas ?? []).map((area, index) => [[...path, "areas", index], area] as const)),
  ];
}

function contentProblems(
  path: Path,
  lot: Lot,
  { services, caseload, setAside }: Sound,
  words: Words,
): Problem[] {
  const areas = areasOfLot(lot, words);
  const bought = servicesOfLot(lot, words);
  const levels = words.complexityLevels.map(({ id }) => id);
  const present = new Set(caseload?.cells.map((cell) => cell?.area));
  const empty =
    caseload !== undefined && !caseload.cells.includes(undefined) && !areas.some((area) => present.has(area));
  return [
    ...bought.flatMap((service) =>
      Object.hasOwn(services, service)
        ? []
        : [problem(["services", service], `the service, which lot ${lot.id} buys`, "nothing")],
    ),
    ...(empty ? [problem(path, "a lot with a caseload", `no cell in ${areas.join(", ")}`)] : []),
    ...setAside.flatMap(({ area }) =>
      areas.includes(area)
        ? [problem(path, `a lot without ${area}, which is set aside`, `a lot in ${area}`)]
        : [],
    ),
    ...Object.entries(lot.levels ?? {}).flatMap(([service, offered]) => [
      ...unlessKnown([...path, "levels", service], service, bought, "a service of this lot"),
      ...offered.flatMap((level, index) =>
        unlessKnown([...path, "levels", service, index], level, levels, "a complexity level"),
      ),
    ]),
  ];
}
