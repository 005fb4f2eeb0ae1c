/** Chance: what is enough on average is enough little more than every second time. */
export { chanceOfAtLeast, placesForChance } from "./formulas/chance.ts";
export type { Wanted } from "./formulas/chance.ts";
