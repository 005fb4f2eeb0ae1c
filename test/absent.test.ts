import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { given, isAbsent } from "volumes-and-values";
import { compare, published } from "volumes-and-values/readings";
import { disparities } from "volumes-and-values/sources";

const basis = { period: { each: "year" }, kind: "flow" } as const;

/** What the case system says of Essex, of which a provider says nothing, though it does of Kent (illustrative). */
const notSaid = () => {
  const sources = ["case system", "provider"].map((name, index) => ({
    name,
    counts: "referrals" as const,
    basis,
    rows: [{ area: index === 0 ? "essex" : "kent", figure: 900 }],
  }));
  const { rows } = disparities(sources, { by: ["area"], tolerance: 0 });
  const figure = rows.find(({ of }) => of["area"] === "essex")?.figure;
  if (figure === undefined || !isAbsent(figure)) throw new Error("a source without rows says something");
  return figure;
};

describe("a figure that is not there", () => {
  test("says in text that it is absent, and why", () => {
    const figure = notSaid();
    expect(String(figure)).toBe("Absent · not in provider");
    expect(inspect(figure)).toBe("Absent · not in provider");
  });

  test("is its reason alone in JSON and beside others", () => {
    const figure = notSaid();
    expect(JSON.stringify(figure)).toBe('{"absent":"not in provider"}');
    expect(figure).toEqual({ absent: "not in provider" });
    expect(figure).toStrictEqual({ absent: "not in provider" });
    expect(structuredClone(figure)).toEqual({ absent: "not in provider" });
    expect(Object.isFrozen(figure)).toBe(true);
  });
});

describe("a figure on its basis", () => {
  const indicative = published(900, "starts", { name: "indicativeVolume", source: "illustrative", basis });

  test("says in text what it is, as the figure does", () => {
    expect(String(indicative)).toBe("900 starts");
    expect(String(given(900, "starts", { name: "indicativeVolume" }))).toBe("900 starts");
  });

  test("is its figure and its basis alone in JSON and beside others", () => {
    expect(Object.keys(indicative)).toEqual(["figure", "basis"]);
    const told = { figure: indicative.figure, basis: indicative.basis };
    expect(indicative).toStrictEqual(told);
    expect(String(compare(indicative, told).change)).toBe("0 starts");
  });
});
