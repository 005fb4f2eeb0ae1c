/** Facts of the field, each with its source: regions and areas, sentence types, services, rules, measures. */
export { measures } from "./vocabulary/measures.ts";
export type { Measure } from "./vocabulary/measures.ts";
export { greaterManchesterAccommodationRules, referenceRules } from "./vocabulary/reference/rules.ts";
export { referenceWords } from "./vocabulary/reference/words.ts";
