/**
 * What a plan holds besides assumptions, by where it stands: dates, rules, shapes, places, words. It decides which sums
 * are made and not what goes into them, so that no figure's working has it as an input. `*` stands for one step. What
 * stands below one of these is structure too.
 */
const structural: Readonly<Record<string, string>> = {
  "": "schema name note basis words setAside calendar",
  "prices.": "of index.name index.source",
  "caseload.": "asOf source counted",
  "caseload.cells.*.": "area region sentenceType stage requirement sex age complexity need risk readiness",
  "services.*.": "rules rampUp.unmet",
  "services.*.rampUp.profile.": "shape monthsToPlateau",
  "services.*.spendProfile.": "shape monthsToPlateau",
  "lots.*.": "id name contractType service services areas regions cohort from to levels source",
};

const places = Object.entries(structural).flatMap(([place, names]) =>
  names.split(" ").map((name) => (place + name).split(".")),
);

/** Whether a path of a plan leads to structure; by which attribute an assumption differs is structure, wherever it is. */
export function isStructural(path: string): boolean {
  const steps = path.split(".");
  if (steps.length > 1 && steps.at(-1) === "by") return true;
  return places.some((place) => place.every((step, index) => step === "*" || step === steps[index]));
}
