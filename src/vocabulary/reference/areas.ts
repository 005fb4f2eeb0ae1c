import type { Words } from "../words.ts";

/**
 * The 12 probation regions of England and Wales and the 42 areas within them: police force areas, with London one.
 * Source: Probation Service regions since June 2021, public.
 */
const regionsAndAreas: Readonly<Record<string, readonly string[]>> = {
  "North East": ["Cleveland", "Durham", "Northumbria"],
  "North West": ["Cheshire", "Cumbria", "Lancashire", "Merseyside"],
  "Yorkshire and the Humber": ["Humberside", "North Yorkshire", "South Yorkshire", "West Yorkshire"],
  Wales: ["Dyfed-Powys", "Gwent", "North Wales", "South Wales"],
  "West Midlands": ["Staffordshire", "Warwickshire", "West Mercia", "West Midlands"],
  "East Midlands": ["Derbyshire", "Leicestershire", "Lincolnshire", "Nottinghamshire"],
  "South West": ["Avon and Somerset", "Devon and Cornwall", "Dorset", "Gloucestershire", "Wiltshire"],
  "South Central": ["Hampshire", "Thames Valley"],
  "East of England": [
    "Bedfordshire",
    "Cambridgeshire",
    "Essex",
    "Hertfordshire",
    "Norfolk",
    "Northamptonshire",
    "Suffolk",
  ],
  London: ["London"],
  "Kent, Surrey and Sussex": ["Kent", "Surrey", "Sussex"],
  "Greater Manchester": ["Greater Manchester"],
};

const slug = (name: string): string => name.toLowerCase().replace(/,/g, "").replace(/ /g, "-");

export const regions: Words["regions"] = Object.keys(regionsAndAreas).map((name) => ({
  id: slug(name),
  name,
}));

export const areas: Words["areas"] = Object.entries(regionsAndAreas).flatMap(([region, names]) =>
  names.map((name) => ({ id: slug(name), name, region: slug(region) })),
);
