import { referenceWords } from "volumes-and-values/reference";
import type { Lot } from "volumes-and-values";

const goLive = "2021-06-26";

const { regions, areas } = referenceWords;
const inEngland = regions.filter(({ id }) => !["wales", "greater-manchester"].includes(id));
const inWales = areas.filter(({ region }) => region === "wales");
const ofEngland = areas.filter(({ region }) => region !== "wales" && region !== "greater-manchester");
const outsideLondon = ofEngland.filter(({ id }) => id !== "london");

type Place = Pick<Lot, "areas" | "regions"> & { readonly name: string };

const region = ({ id, name }: { readonly id: string; readonly name: string }): Place => ({
  name,
  regions: [id],
});
const area = ({ id, name }: { readonly id: string; readonly name: string }): Place => ({ name, areas: [id] });

const lotsOf = (contractType: string, type: string, cohort: Lot["cohort"], places: readonly Place[]): Lot[] =>
  places.map(({ name, ...where }) => {
    const ages = cohort.age === undefined ? "" : `, ${cohort.age}`;
    const id = `${contractType}-${name.toLowerCase().replace(/[, ]+/g, "-")}${ages.replace(", ", "-").replace("+", "-up")}`;
    return { id, name: `${type}, ${name}${ages}`, contractType, cohort, ...where, from: goLive };
  });

const men = { sex: "male" } as const;
const wales = region({ id: "wales", name: "Wales" });

/**
 * The 110 lots of the first day, outside Greater Manchester: accommodation one a region, but one an area in Wales; ETE
 * one a region; personal wellbeing one an area, but two in Wales, by age; women's services one an area outside London.
 * As planned in 2020: later endings and replacements are left out. Source: public list of contracts.
 */
export const lots: readonly Lot[] = [
  ...lotsOf("accommodation", "Accommodation", men, [...inEngland.map(region), ...inWales.map(area)]),
  ...lotsOf("ete", "ETE", men, [...inEngland.map(region), wales]),
  ...lotsOf("personal-wellbeing", "Personal wellbeing", men, ofEngland.map(area)),
  ...lotsOf("personal-wellbeing", "Personal wellbeing", { ...men, age: "18-25" }, inWales.map(area)),
  ...lotsOf("personal-wellbeing", "Personal wellbeing", { ...men, age: "26+" }, inWales.map(area)),
  ...lotsOf(
    "womens-services",
    "Women's services",
    { sex: "female" },
    [...outsideLondon, ...inWales].map(area),
  ),
];
