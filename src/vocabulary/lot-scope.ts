import type { Lot } from "./lot.ts";
import type { Words } from "./words.ts";

/** The areas of a lot: those it names, and all of the regions it names. */
export const areasOfLot = ({ areas = [], regions = [] }: Lot, words: Words): readonly string[] => [
  ...new Set([...areas, ...words.areas.filter(({ region }) => regions.includes(region)).map(({ id }) => id)]),
];

/** The services that a contract type bundles. */
export const bundleOf = (contractType: string | undefined, words: Words): readonly string[] =>
  words.contractTypes.find(({ id }) => id === contractType)?.services ?? [];

/** The services that a lot buys: its one service, those it lists, or all that its contract type bundles. */
export const servicesOfLot = ({ service, services, contractType }: Lot, words: Words): readonly string[] =>
  service === undefined ? (services ?? bundleOf(contractType, words)) : [service];

/** What a lot is bought as: its contract type, or the one service that it buys by itself. */
export const boughtAs = ({ contractType, service }: Lot): string => contractType ?? service ?? "";
