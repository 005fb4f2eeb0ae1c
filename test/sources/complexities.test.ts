import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { isAbsent, present } from "volumes-and-values";
import { collate } from "volumes-and-values/sources";
import type { CollatedTotal, ProviderReturn } from "volumes-and-values/sources";
import { problemsOf } from "../support/plans.ts";
import { patience, runs } from "../support/runs.ts";
import { options, returnOf, someLimits } from "./returns.ts";

vi.setConfig({ testTimeout: patience });

type Row = ProviderReturn["rows"][number];

describe("complexities that returns tell apart", () => {
  const row = (complexity: string | undefined, volume: number): Row => ({
    area: "essex",
    service: "accommodation",
    ...(complexity === undefined ? {} : { complexity }),
    volume,
  });

  const three = (rows: readonly Row[]): readonly ProviderReturn[] =>
    ["a", "b", "c"].map((name) => returnOf(name, rows));

  const volumeIn = (totals: readonly CollatedTotal[], at: Partial<Row>): string => {
    const found = totals.find(
      (one) => one.area === at.area && one.service === at.service && one.complexity === at.complexity,
    );
    return found === undefined
      ? "not there"
      : String(isAbsent(found.volume) ? found.volume.absent : found.volume);
  };

  test("stand apart, and add to a total of the service in its area and over all areas", () => {
    const kent = { area: "kent", service: "womens-services", volume: 70 };
    const lines = collate(three([row("low", 40), row("high", 50), kent]), options).table();
    // Three returns each: 3 × 40, 3 × 50, 3 × 70.
    expect(
      lines.map((line) => [line["area"], line["service"], line["complexity"], line["volume"]].join(", ")),
    ).toMatchInlineSnapshot(`
      [
        "essex, accommodation, low, 120",
        "essex, accommodation, high, 150",
        "kent, womens-services, , 210",
        "essex, accommodation, all complexities, 270",
        "essex, all services, , 270",
        "kent, all services, , 210",
        "all areas, accommodation, low, 120",
        "all areas, accommodation, high, 150",
        "all areas, accommodation, all complexities, 270",
        "all areas, womens-services, , 210",
        "all areas, all services, , 480",
      ]
    `);
  });

  test("are in each list of totals once, so that each list adds to the whole", () => {
    const rows = [row("low", 40), row("high", 50), { ...row("low", 30), area: "kent" }];
    const collation = collate(three(rows), options);
    const { areaServices, complexities, services, areas } = collation;
    const accommodation = { service: "accommodation" };
    expect(volumeIn(areaServices, { area: "essex", ...accommodation })).toBe("270 starts");
    expect(volumeIn(areaServices, { area: "kent", ...accommodation })).toBe("90 starts");
    expect(volumeIn(complexities, { ...accommodation, complexity: "low" })).toBe("210 starts");
    expect(volumeIn(services, accommodation)).toBe("360 starts");
    for (const totals of [areaServices, complexities, services, areas])
      expect(totals.reduce((all, { volume }) => all + present(volume).value.toNumber(), 0)).toBe(360);
    expect(Object.keys(collation.toJSON())).toEqual(
      expect.arrayContaining(["areaServices", "complexities", "services"]),
    );
  });

  test("have a mean in common, and no spread: one over several complexities describes none", () => {
    const costing = (complexity: string, unitCost: number): Row => ({ ...row(complexity, 100), unitCost });
    const [service] = collate(three([costing("low", 200), costing("high", 400)]), options).services;
    if (service === undefined || "absent" in service.unitCosts) throw new Error("no unit costs are told");
    // (100 × 200 + 100 × 400) ÷ 200
    expect(String(present(service.unitCosts.weightedMean))).toBe("300 GBP/starts");
    expect(service.volumes).toEqual({ absent: "a spread over several complexities describes none of them" });
    expect(service.unitCosts.spread).toEqual(service.volumes);
  });

  test("have a mean that says of how many complexities it is, where others are suppressed", () => {
    // Six returns, two areas, three levels (illustrative). Nobody may know of Kent's seven at high, so that one more level
    // goes with it in both areas: what is left of each total is one complexity of three.
    const kentHigh = [1, 0, 2, 1, 1, 2];
    const returns = kentHigh.map((high, index) =>
      returnOf(
        `provider-${String(index)}`,
        ["essex", "kent"].flatMap((area) => [
          { ...row("low", 90), area, unitCost: 350 + index },
          { ...row("medium", 95), area, unitCost: 400 + index },
          { ...row("high", area === "kent" ? high : 70), area, unitCost: 500 + index },
        ]),
      ),
    );
    const collation = collate(returns, options);
    const [essex] = collation.areaServices;
    if (essex === undefined || "absent" in essex.unitCosts) throw new Error("no unit costs are told");
    expect(essex.unitCosts).toMatchObject({ cells: 1, ofCells: 3 });
    expect(essex.unitCosts.meanFrom).toEqual({ returns: 6, areas: 1, cells: 1, ofCells: 3 });
    const { operation } = present(essex.unitCosts.weightedMean);
    expect(operation.kind === "given" && operation.provenance.source).toBe(
      "6 returns in 1 of 3 cells, each weighted by its volume, to the penny",
    );
    const from = collation
      .table()
      .map((line) => [line["area"], line["service"], line["complexity"], line["unit costs from"]].join(", "));
    expect(from.slice(6)).toMatchInlineSnapshot(`
      [
        "essex, accommodation, all complexities, 6 of 6, in 1 of 3 complexities",
        "kent, accommodation, all complexities, 6 of 6, in 1 of 3 complexities",
        "essex, all services, , 6 of 6, in 1 of 3 cells",
        "kent, all services, , 6 of 6, in 1 of 3 cells",
        "all areas, accommodation, low, 0 of 6",
        "all areas, accommodation, medium, 6 of 6, in 2 of 2 areas",
        "all areas, accommodation, high, 0 of 6",
        "all areas, accommodation, all complexities, 6 of 6, in 2 of 2 areas, 2 of 6 cells",
        "all areas, all services, , 6 of 6, in 2 of 2 areas, 2 of 6 cells",
      ]
    `);
  });

  test("do not give away a small one by the total over them", () => {
    const [low, high] = [row("low", 1), row("high", 50)];
    const rows = [
      low,
      high,
      ...["kent", "sussex"].flatMap((area) => [
        { ...row("low", 30), area },
        { ...row("high", 40), area },
      ]),
    ];
    const { cells, areaServices, complexities } = collate(three(rows), options);
    const hidden = cells
      .filter(({ volume }) => isAbsent(volume))
      .map(({ area, complexity }) => [area, complexity]);
    expect(hidden).toContainEqual(["essex", "low"]);
    // 153 − 150 = 3, and 183 − 90 − 90 = 3: the other complexity goes with it, and another area.
    expect(hidden.length).toBeGreaterThanOrEqual(4);
    expect(volumeIn(areaServices, { area: "essex", service: "accommodation" })).toBe("153 starts");
    expect(volumeIn(complexities, { service: "accommodation", complexity: "low" })).toBe("183 starts");
  });

  test("come to what the returns say, each total to what is shown and what is suppressed", () => {
    const someRow = fc.record({
      area: fc.constantFrom("essex", "kent", "sussex"),
      complexity: fc.constantFrom("low", "medium", "high"),
      volume: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 2_000 })),
    });
    const someReturns = fc.array(
      fc.uniqueArray(someRow, {
        selector: ({ area, complexity }) => `${area} ${complexity}`,
        minLength: 1,
      }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(someReturns, someLimits, (all, suppress) => {
        const returns = all.map((rows, index) =>
          returnOf(
            `provider-${String(index)}`,
            rows.map((one) => ({ ...one, service: "accommodation" })),
          ),
        );
        const { areaServices, areas, complexities, services, whole } = collate(returns, {
          ...options,
          suppress,
        });
        for (const total of [...areaServices, ...areas, ...complexities, ...services, whole]) {
          if (isAbsent(total.volume) || isAbsent(total.suppressed)) continue;
          const returned = all
            .flat()
            .filter(
              ({ area, complexity }) =>
                (total.area ?? area) === area && (total.complexity ?? complexity) === complexity,
            )
            .reduce((sum, { volume }) => sum + volume, 0);
          expect(total.volume.value.toNumber()).toBe(returned);
          expect(total.shown.plus(total.suppressed).value.toNumber()).toBe(returned);
        }
      }),
      { numRuns: runs },
    );
  });

  test("are stated by all who deliver a service in an area, or by none: a total would count people twice", () => {
    const mixed = [
      returnOf("a", [row("low", 40), row("high", 50), row(undefined, 90)]),
      returnOf("b", [row(undefined, 80)]),
      returnOf("c", [{ ...row(undefined, 80), area: "kent" }]),
      returnOf("d", [{ ...row("low", 80), area: "kent" }]),
    ];
    expect(problemsOf(() => collate(mixed, options)).map(({ message }) => message)).toMatchInlineSnapshot(`
      [
        "returns.0.rows.0.complexity: expected no complexity of accommodation in essex, as in returns.0.rows.2; received "low". State it in every row of that area and service, or in none: what has none may count the same people again.",
        "returns.0.rows.1.complexity: expected no complexity of accommodation in essex, as in returns.0.rows.2; received "high". State it in every row of that area and service, or in none: what has none may count the same people again.",
        "returns.2.rows.0.complexity: expected a complexity of accommodation in kent, as in returns.3.rows.0; received nothing. State it in every row of that area and service, or in none: what has none may count the same people again.",
        "returns.3.rows.0.complexity: expected no complexity of accommodation in kent, as in returns.2.rows.0; received "low". State it in every row of that area and service, or in none: what has none may count the same people again.",
      ]
    `);
  });

  test("are asked of the one row that lacks one where all others state theirs, first as it may be", () => {
    const stated = [row("low", 40), row("medium", 30), row("high", 50)];
    const returns = ["a", "b", "c", "d"].map((name, index) =>
      returnOf(name, index === 0 ? [row(undefined, 40), ...stated.slice(1)] : stated),
    );
    expect(problemsOf(() => collate(returns, options)).map(({ path }) => path)).toEqual([
      "returns.0.rows.0.complexity",
    ]);
  });

  test("are blamed on the fewer returns, however many levels these tell apart", () => {
    // Four rows of one return beside three rows of three.
    const bare = ["a", "b", "c"].map((name) => returnOf(name, [row(undefined, 90)]));
    const levels = ["low", "medium", "high", "highest"].map((level) => row(level, 40));
    const returns = [returnOf("d", levels), ...bare];
    expect(problemsOf(() => collate(returns, options)).map(({ path }) => path)).toEqual(
      levels.map((_, place) => `returns.0.rows.${String(place)}.complexity`),
    );
  });

  test("may be stated in one area and not in another, whose volume is in the total of the service", () => {
    const kent = { ...row(undefined, 80), area: "kent" };
    const { services, complexities, cells } = collate(
      three([row("low", 40), row("high", 50), kent]),
      options,
    );
    expect(cells.map(({ complexity }) => complexity)).toEqual(["low", "high", undefined]);
    expect(volumeIn(services, { service: "accommodation" })).toBe("510 starts");
    expect(complexities).toHaveLength(2);
  });

  test("come once in a return each", () => {
    const kent = { ...row(undefined, 60), area: "kent" };
    const twice = returnOf("a", [row("low", 40), row("low", 50), kent, kent]);
    expect(problemsOf(() => collate([twice], options)).map(({ message }) => message)).toMatchInlineSnapshot(`
      [
        "returns.0.rows.1: expected each once; received accommodation of low complexity in essex, which returns.0.rows.0 has.",
        "returns.0.rows.3: expected each once; received accommodation in kent, which returns.0.rows.2 has.",
      ]
    `);
  });

  test("leave no column where nobody states one", () => {
    expect(collate([returnOf("a", [row(undefined, 40)])], options).table()[0]).not.toHaveProperty(
      "complexity",
    );
  });
});
