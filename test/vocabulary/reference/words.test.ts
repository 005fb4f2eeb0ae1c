import { describe, expect, it } from "vitest";
import {
  greaterManchesterAccommodationRules,
  measures,
  referenceRules,
  referenceWords,
} from "volumes-and-values/reference";

const idsOf = (list: readonly { readonly id: string }[]): readonly string[] => list.map(({ id }) => id);

/**
 * Probation regions of England and Wales since June 2021, and the police force areas in each, London being one.
 * Source: the Probation Service's published list of regions, typed in here as facts.
 */
const published = {
  "north-east": ["cleveland", "durham", "northumbria"],
  "north-west": ["cheshire", "cumbria", "lancashire", "merseyside"],
  "yorkshire-and-the-humber": ["humberside", "north-yorkshire", "south-yorkshire", "west-yorkshire"],
  wales: ["dyfed-powys", "gwent", "north-wales", "south-wales"],
  "west-midlands": ["staffordshire", "warwickshire", "west-mercia", "west-midlands"],
  "east-midlands": ["derbyshire", "leicestershire", "lincolnshire", "nottinghamshire"],
  "south-west": ["avon-and-somerset", "devon-and-cornwall", "dorset", "gloucestershire", "wiltshire"],
  "south-central": ["hampshire", "thames-valley"],
  "east-of-england": [
    "bedfordshire",
    "cambridgeshire",
    "essex",
    "hertfordshire",
    "norfolk",
    "northamptonshire",
    "suffolk",
  ],
  london: ["london"],
  "kent-surrey-and-sussex": ["kent", "surrey", "sussex"],
  "greater-manchester": ["greater-manchester"],
};

describe("the words of the field", () => {
  it("England and Wales have 12 probation regions", () => {
    expect(referenceWords.regions).toHaveLength(12);
    expect([...idsOf(referenceWords.regions)].sort()).toEqual(Object.keys(published).sort());
  });

  it("England and Wales have 42 areas, each in its region", () => {
    expect(referenceWords.areas).toHaveLength(42);
    for (const [region, areas] of Object.entries(published))
      expect([...idsOf(referenceWords.areas.filter((area) => area.region === region))].sort()).toEqual(areas);
  });

  it("the first-day contract types bundle one, one, four and eight services", () => {
    // Source: RR3 meeting note, 26 August 2020, and public contract notices of the first-day services.
    const bundled = (id: string): readonly string[] =>
      referenceWords.contractTypes.find((type) => type.id === id)?.services ?? [];
    expect(bundled("accommodation")).toEqual(["accommodation"]);
    expect(bundled("ete")).toEqual(["ete"]);
    expect([...bundled("personal-wellbeing")].sort()).toEqual([
      "emotional-wellbeing",
      "family-and-significant-others",
      "lifestyle-and-associates",
      "social-inclusion",
    ]);
    expect(bundled("womens-services")).toHaveLength(8);
    expect([...bundled("womens-services")].sort()).toEqual([...idsOf(referenceWords.services)].sort());
  });

  it("complexity is low, medium or high", () => {
    expect(idsOf(referenceWords.complexityLevels)).toEqual(["low", "medium", "high"]);
  });

  it("no word of a list stands twice, and every name is written out", () => {
    for (const list of ["regions", "areas", "sentenceTypes", "services", "contractTypes"] as const) {
      expect(new Set(idsOf(referenceWords[list])).size).toBe(referenceWords[list].length);
      expect(referenceWords[list].every(({ name }) => /^[A-Z]/.test(name))).toBe(true);
    }
  });

  it("every order is recorded with RAR, without it, or without saying", () => {
    const orders = referenceWords.sentenceTypes.filter(({ stage }) => stage === "community");
    expect(Object.fromEntries(orders.map(({ id, requirement }) => [id, requirement]))).toEqual({
      "community-order-rar": "rar",
      "community-order-no-rar": "none",
      "community-order": undefined,
      "suspended-sentence-rar": "rar",
      "suspended-sentence-no-rar": "none",
      "suspended-sentence": undefined,
    });
  });

  it("every service has rules", () => {
    expect(Object.keys(referenceRules).sort()).toEqual([...idsOf(referenceWords.services)].sort());
  });

  it("no program can change what another reads: words, rules and measures are read-only all the way down", () => {
    const open: string[] = [];
    const walk = (value: unknown, path: string): void => {
      if (typeof value !== "object" || value === null) return;
      if (!Object.isFrozen(value)) open.push(path);
      for (const [key, one] of Object.entries(value)) walk(one, `${path}.${key}`);
    };
    walk({ referenceWords, referenceRules, greaterManchesterAccommodationRules, measures }, "");
    expect(open.filter((path) => path !== "").slice(0, 5)).toEqual([]);
  });
});
