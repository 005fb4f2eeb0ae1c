import { describe, expect, test } from "vitest";
import { collate, disparities } from "volumes-and-values/sources";
import type { FigureSource } from "volumes-and-values/sources";
import { options, returnOf } from "./returns.ts";

const row = (area: string, service = "accommodation", complexity?: string) => ({
  area,
  service,
  ...(complexity === undefined ? {} : { complexity }),
  volume: 100,
});

const nearIn = (...returns: Parameters<typeof returnOf>[]) =>
  collate(
    returns.map((one) => returnOf(...one)),
    options,
  ).near.map(({ word, spelt }) => `${word}: ${spelt.join(" | ")}`);

describe("words of returns that are spelt nearly alike", () => {
  test("are listed, whether they are of an area, a provider, a service or a complexity, and never merged", () => {
    expect(
      nearIn(
        ["A", [row("Norfolk", "womens-services", "medium"), row("kent")]],
        ["a ", [row("norfolk", "womens services", "medum"), row("Kent ")]],
        ["Shelter", [row("kent")]],
        ["Sheltor", [row("kent")]],
      ),
    ).toEqual([
      "provider: A | a ",
      "provider: Shelter | Sheltor",
      "area: Norfolk | norfolk",
      "area: kent | Kent ",
      "service: womens-services | womens services",
      "complexity: medium | medum",
    ]);
    const apart = collate([returnOf("A", [row("Norfolk")]), returnOf("B", [row("norfolk")])], options);
    expect(apart.areas.map(({ area }) => area)).toEqual(["Norfolk", "norfolk"]);
  });

  test("are for whoever collates: they may name providers, which neither the JSON nor the table does", () => {
    const collation = collate(
      [returnOf("Shelter", [row("kent")]), returnOf("shelter", [row("kent")])],
      options,
    );
    expect(collation.near).toHaveLength(1);
    expect(JSON.stringify([collation, collation.table()]).toLowerCase()).not.toContain("shelter");
  });

  test("are none where a digit, a letter by itself or another word tells them apart", () => {
    expect(
      nearIn(
        ["provider 1", [row("North Wales", "ete", "low"), row("West Yorkshire")]],
        ["provider 2", [row("South Wales", "fbd", "low"), row("South Yorkshire")]],
        ["Provider A", [row("Essex", "ete", "high")]],
        ["Provider B", [row("Sussex", "ete", "high")]],
        ["A", [row("Kent")]],
        ["B", [row("Kent")]],
      ),
    ).toEqual([]);
  });

  test("are told apart by a letter by itself between two sources too", () => {
    const of = (name: string, area: string): FigureSource => ({
      name,
      counts: "referrals",
      basis: { period: { each: "year" }, kind: "flow" },
      rows: [{ area, figure: 5 }],
    });
    const near = (one: string, other: string) =>
      disparities([of("x", one), of("y", other)], { by: ["area"], tolerance: 0 }).rows[0]?.near;
    expect(near("district A", "district B")).toBeUndefined();
    expect(near("district A", "District a")).toEqual({ area: "District a" });
  });
});
