import { describe, expect, test } from "vitest";
import { collate } from "volumes-and-values/sources";
import type { CollateOptions, Outlier, ProviderReturn } from "volumes-and-values/sources";
import { problemsOf } from "../support/plans.ts";
import { options, returnOf } from "./returns.ts";

type Row = ProviderReturn["rows"][number];

/** One provider for each unit cost. */
const costing = (area: string, costs: readonly number[], otherwise: Partial<Row> = {}): ProviderReturn[] =>
  costs.map((unitCost, index) =>
    returnOf(`${area} ${String(index)}`, [
      { area, service: "accommodation", volume: 100, unitCost, ...otherwise },
    ]),
  );

const marked = (returns: readonly ProviderReturn[], otherwise: Partial<CollateOptions> = {}): string[] =>
  collate(returns, { ...options, ...otherwise }).outliers.map(
    ({ provider, measure, figure, side }: Outlier) => `${provider}: ${measure} ${String(figure)} ${side}`,
  );

describe("an outlier", () => {
  test("is far from those of its own area, wherever another area's lie", () => {
    const returns = [
      ...costing("essex", [200, 201, 202, 203, 500]),
      ...costing("london", [501, 502, 503, 504, 505]),
    ];
    expect(marked(returns)).toEqual(["essex 4: unitCost 500 GBP/starts above"]);
    expect(collate(returns, options).outliers[0]?.among).toEqual({
      area: "essex",
      service: "accommodation",
      figures: 5,
    });
  });

  test("is far from those of all areas where its own has fewer than four", () => {
    const returns = [...costing("essex", [500, 210]), ...costing("kent", [200, 201, 202, 203, 204])];
    expect(marked(returns)).toEqual(["essex 0: unitCost 500 GBP/starts above"]);
    expect(collate(returns, options).outliers[0]?.among).toEqual({ service: "accommodation", figures: 7 });
  });

  test("is no nearer than the least distance stated, where the others are all alike", () => {
    const returns = costing("essex", [300, 300, 300, 300, 300.01]);
    expect(marked(returns)).toEqual(["essex 4: unitCost 300.01 GBP/starts above"]);
    expect(marked(returns, { unmarkedShare: "0.1" })).toEqual([]);
    // A tenth of 300 is 30: 330 is not beyond it, and 331 is.
    expect(marked(costing("essex", [300, 300, 300, 300, 330]), { unmarkedShare: "0.1" })).toEqual([]);
    expect(marked(costing("essex", [300, 300, 300, 300, 331]), { unmarkedShare: "0.1" })).toHaveLength(1);
    expect(marked(costing("essex", [300, 300, 300, 300, 269]), { unmarkedShare: "0.1" })).toEqual([
      "essex 4: unitCost 269 GBP/starts below",
    ]);
  });

  test("may be a volume, with or without a unit cost", () => {
    const returns = [50, 51, 52, 53, 50_000].map((volume, index) =>
      returnOf(`essex ${String(index)}`, [{ area: "essex", service: "accommodation", volume }]),
    );
    expect(marked(returns, { unmarkedShare: "0.1" })).toEqual(["essex 4: volume 50000 starts above"]);
    expect(String(collate(returns, options).whole.shown)).toBe("50206 starts");
  });

  test("is judged among those of its own complexity, where returns state one", () => {
    const returns = [
      ...costing("essex", [200, 201, 202, 203], { complexity: "low" }),
      ...costing("kent", [800, 801, 802, 803, 200], { complexity: "high" }),
    ].map((one, index) => ({ ...one, provider: String(index) }));
    const atHome = returns.map((one) => ({
      ...one,
      rows: one.rows.map((row) => ({ ...row, area: "essex" })),
    }));
    expect(marked(atHome, { unmarkedShare: "0.1" })).toEqual(["8: unitCost 200 GBP/starts below"]);
    expect(collate(atHome, options).outliers[0]?.among).toEqual({
      area: "essex",
      service: "accommodation",
      complexity: "high",
      figures: 5,
    });
  });

  test("needs a least distance that is a share", () => {
    const messages = (unmarkedShare: unknown) =>
      problemsOf(() => collate(costing("essex", [1]), { ...options, unmarkedShare } as typeof options)).map(
        ({ message }) => message,
      );
    expect(messages(undefined)).toHaveLength(1);
    expect([...messages("-0.1"), ...messages(10)]).toMatchInlineSnapshot(`
      [
        "options.unmarkedShare: expected a share from 0 to 1; received -0.1.",
        "options.unmarkedShare: expected a share from 0 to 1; received 10. If 10% is meant, give 0.1.",
      ]
    `);
  });
});
