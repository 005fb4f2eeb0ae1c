/**
 * What a plan holds besides assumptions, by where it stands: dates, rules, shapes, places, words. It decides which sums
 * are made and not what goes into them, so that no figure's working has it as an input. `*` stands for one step. What
 * stands below one of these is structure too.
 */
export const structuralPlaces = [
  "schema",
  "name",
  "note",
  "basis",
  "prices.of",
  "prices.index.name",
  "prices.index.source",
  "words",
  "setAside",
  "calendar",
  "caseload.asOf",
  "caseload.source",
  "caseload.counted",
  "caseload.cells.*.area",
  "caseload.cells.*.region",
  "caseload.cells.*.sentenceType",
  "caseload.cells.*.stage",
  "caseload.cells.*.requirement",
  "caseload.cells.*.sex",
  "caseload.cells.*.age",
  "caseload.cells.*.complexity",
  "caseload.cells.*.need",
  "caseload.cells.*.risk",
  "caseload.cells.*.readiness",
  "services.*.rules",
  "services.*.rampUp.profile.shape",
  "services.*.rampUp.profile.monthsToPlateau",
  "services.*.rampUp.unmet",
  "services.*.spendProfile.shape",
  "services.*.spendProfile.monthsToPlateau",
  "lots.*.id",
  "lots.*.name",
  "lots.*.contractType",
  "lots.*.service",
  "lots.*.services",
  "lots.*.areas",
  "lots.*.regions",
  "lots.*.cohort",
  "lots.*.from",
  "lots.*.to",
  "lots.*.levels",
  "lots.*.source",
] as const;

const places = structuralPlaces.map((place) => place.split("."));

/** Whether a path of a plan leads to structure; by which attribute an assumption differs is structure, wherever it is. */
export function isStructural(path: string): boolean {
  const steps = path.split(".");
  if (steps.length > 1 && steps.at(-1) === "by") return true;
  return places.some((place) => place.every((step, index) => step === "*" || step === steps[index]));
}
