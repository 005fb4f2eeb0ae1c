import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { isAbsent, isFigure, present } from "volumes-and-values";
import type { Figure } from "volumes-and-values";
import { working } from "volumes-and-values/readings";
import { collate } from "volumes-and-values/sources";
import type { CollatedTotal, Collation, ProviderReturn } from "volumes-and-values/sources";
import { patience, runs } from "../support/runs.ts";
import { options, returnOf, someLimits, someReturns } from "./returns.ts";

vi.setConfig({ testTimeout: patience });

const essex = { area: "essex", service: "accommodation" };

/** Providers of one place, each at so many starts and at such a unit cost, if it states one. */
const inEssex = (rows: readonly (readonly [volume: number, unitCost?: string])[]): ProviderReturn[] =>
  rows.map(([volume, unitCost], index) =>
    returnOf(`provider-${String(index)}`, [
      { ...essex, volume, ...(unitCost === undefined ? {} : { unitCost }) },
    ]),
  );

const costsOf = ({ cells: [cell] }: Collation) => {
  if (cell === undefined || "absent" in cell.unitCosts) throw new Error("no unit costs are told");
  return cell.unitCosts;
};

/** Every figure of a collation that may be published. */
function figuresIn(value: unknown): readonly Figure[] {
  if (isFigure(value)) return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(figuresIn) : [];
}

describe("a volume that is not told", () => {
  test("is not solved from unit costs: no mean is told where a volume in it is small", () => {
    // 310, 420 and 4 are the only whole numbers that come to 734 and to this mean of these costs.
    const rows = [
      [310, "262.37"],
      [420, "240.11"],
      [4, "281.05"],
    ] as const;
    const { weightedMean, median, spread } = costsOf(collate(inEssex(rows), options));
    expect(weightedMean).toEqual({ absent: "not told: it could show a single return" });
    expect(spread).toEqual(weightedMean);
    expect(String(present(median))).toBe("262.37 GBP/starts");
  });

  test("is not solved from a mean of all others: one provider alone may not leave its cost out", () => {
    const rows = [[310, "262.37"], [420, "240.11"], [250, "281.05"], [61]] as const;
    expect(isAbsent(costsOf(collate(inEssex(rows), options)).weightedMean)).toBe(true);
    const severalUnpriced = [...rows, [70], [80]] as const;
    expect(isAbsent(costsOf(collate(inEssex(severalUnpriced), options)).weightedMean)).toBe(false);
  });

  test("is not solved from a mean to forty digits: it is told to the penny", () => {
    const rows = [
      [310, "262.37"],
      [420, "240.11"],
      [250, "281.05"],
    ] as const;
    // (310 × 262.37 + 420 × 240.11 + 250 × 281.05) ÷ 980 = 257.59540…
    expect(String(present(costsOf(collate(inEssex(rows), options)).weightedMean))).toBe("257.6 GBP/starts");
  });

  test("is told by nobody who delivers nothing: they are not behind it", () => {
    const { whole, cells } = collate(
      inEssex([
        [500, "250"],
        [0, "300"],
        [0, "310"],
      ]),
      options,
    );
    expect(cells[0]).toMatchObject({
      returns: { absent: "suppressed" },
      volume: { absent: "suppressed" },
      unitCosts: { absent: "suppressed" },
    });
    expect(isAbsent(whole.volume)).toBe(true);
  });

  test("is no unit cost that nobody states, where nothing is hidden, and may be one of few where few are", () => {
    const unpriced = [[310], [420]] as const;
    const costsUnder = (suppress: { volumesBelow: number; returnsBelow: number }) => {
      const { cells, whole } = collate(inEssex(unpriced), { ...options, suppress });
      return [cells[0]?.unitCosts, whole.unitCosts];
    };
    const nobody = { absent: "nobody states a unit cost" };
    expect(costsUnder({ volumesBelow: 1, returnsBelow: 1 })).toEqual([nobody, nobody]);
    const notTold = { absent: "not told: it could show a single return" };
    expect(costsUnder({ volumesBelow: 1, returnsBelow: 2 })).toEqual([notTold, notTold]);
    // Whether the one who is hidden states a cost is not said either.
    const few = returnOf("few", [{ ...essex, area: "kent", volume: 3 }]);
    const some = collate([...inEssex(unpriced), few], {
      ...options,
      suppress: { volumesBelow: 5, returnsBelow: 1 },
    });
    expect(some.whole.unitCosts).toEqual(notTold);
  });

  test("is told by nobody who states the cost of nothing", () => {
    const rows = [[500, "250"], [60, "260"], [70], [80], [0, "300"], [0, "310"]] as const;
    expect(collate(inEssex(rows), options).cells[0]?.unitCosts).toEqual({
      absent: "not told: it could show a single return",
    });
  });

  test("is not told by five numbers of five providers or fewer, which would be theirs one by one", () => {
    const of = (count: number, returnsBelow: number) => {
      const rows = Array.from({ length: count }, (_, n) => [100 + n * n, String(200 + n * n)] as const);
      const [cell] = collate(inEssex(rows), {
        ...options,
        suppress: { volumesBelow: 1, returnsBelow },
      }).cells;
      if (cell === undefined || "absent" in cell.unitCosts) throw new Error("no unit costs are told");
      return [cell.volumes, cell.unitCosts.spread].map((spread) => "median" in spread);
    };
    expect(of(5, 2)).toEqual([false, false]);
    // Of six the volume is a sixth number beside their five.
    expect(of(6, 2)).toEqual([false, true]);
    expect(of(7, 3)).toEqual([true, true]);
    expect(of(7, 4)).toEqual([false, false]);
    expect(of(8, 4)).toEqual([true, true]);
    expect(of(1, 1)).toEqual([true, true]);
  });

  test("is not told by a spread over areas that says as much of them as there are returns", () => {
    const row = (area: string, n: number) => ({ ...essex, area, volume: 100 + n, unitCost: 200 + n });
    const of = (areas: readonly string[]) =>
      collate(
        areas.flatMap((area) => [1, 2, 3].map((n) => returnOf(`${area} ${String(n)}`, [row(area, n * n)]))),
        options,
      ).services[0]?.unitCosts;
    // A median of each area and five numbers: seven of six returns, and nine of twelve.
    expect(of(["essex", "kent"])).toHaveProperty("spread.absent");
    expect(of(["essex", "kent", "sussex", "surrey"])).toHaveProperty("spread.median");
  });
});

describe("what is suppressed of a total", () => {
  const suppressedOf = (total: CollatedTotal | undefined): string =>
    total === undefined || isAbsent(total.suppressed) ? "absent" : String(total.suppressed);
  const row = (area: string, service: string, volume: number) => ({ area, service, volume });

  test("is not one provider's alone", () => {
    const returns = [
      returnOf("A", [row("kent", "x", 50), row("kent", "y", 60), row("kent", "z", 300)]),
      returnOf("B", [row("kent", "z", 300)]),
      returnOf("C", [row("kent", "z", 300)]),
    ];
    const { areas, whole } = collate(returns, { ...options, suppress: { volumesBelow: 1, returnsBelow: 3 } });
    // Not 110, which are A's alone: 50 + 60 + 900.
    expect([areas[0], whole].map(suppressedOf)).toEqual(["1010 starts", "1010 starts"]);
  });

  test("is not a small number of several small numbers", () => {
    const returns = ["A", "B", "C"].map((name) =>
      returnOf(name, [row("kent", "x", 1), row("kent", "y", 1), row("kent", "z", 300)]),
    );
    const { areas } = collate(returns, options);
    // Not 6, which are below ten: 3 + 3 + 900.
    expect(suppressedOf(areas[0])).toBe("906 starts");
  });

  test("is nothing, or neither small nor of few, whatever the returns", () => {
    fc.assert(
      fc.property(someReturns, someLimits, (returns, suppress) => {
        const { cells, areas, services, whole } = collate(returns, { ...options, suppress });
        const isHidden = (area: string, service: string): boolean =>
          cells.some((cell) => cell.area === area && cell.service === service && isAbsent(cell.volume));
        for (const { area, service, suppressed } of [...areas, ...services, whole]) {
          if (isAbsent(suppressed)) continue;
          const unseen = returns.flatMap(({ provider, rows }) =>
            rows
              .filter((one) => (area ?? one.area) === one.area && (service ?? one.service) === one.service)
              .filter((one) => isHidden(one.area, one.service) && Number(one.volume) > 0)
              .map(({ volume }) => ({ provider, volume: Number(volume) })),
          );
          const volume = unseen.reduce((all, one) => all + one.volume, 0);
          expect(suppressed.value.toNumber()).toBe(volume);
          if (volume === 0) continue;
          expect(volume).toBeGreaterThanOrEqual(suppress.volumesBelow);
          expect(new Set(unseen.map(({ provider }) => provider)).size).toBeGreaterThanOrEqual(
            suppress.returnsBelow,
          );
        }
      }),
      { numRuns: runs },
    );
  });
});

describe("the working of what is published", () => {
  test("leads to no return and names no provider", () => {
    fc.assert(
      fc.property(someReturns, someLimits, (returns, suppress) => {
        const { cells, areas, services, whole } = collate(returns, { ...options, suppress });
        const text = JSON.stringify(figuresIn([cells, areas, services, whole]).map((one) => working(one)));
        expect(text).not.toContain("provider-");
        expect(text).not.toContain("returns.");
      }),
      { numRuns: runs },
    );
  });

  test("says of how many returns a figure is", () => {
    const rows = Array.from({ length: 7 }, (_, n) => [100 + n, String(200 + n)] as const);
    const [cell] = collate(inEssex(rows), options).cells;
    const { median, weightedMean } = costsOf(collate(inEssex(rows), options));
    expect([cell?.volume, weightedMean, median].map((one) => isFigure(one) && one.source)).toEqual([
      "7 returns together",
      "7 returns, each weighted by its volume, to the penny",
      "7 returns; quartiles by linear interpolation at rank 1 + (n − 1) × share (Hyndman and Fan's type 7; QUARTILE.INC in a spreadsheet)",
    ]);
  });
});

describe("many returns", () => {
  test("of 1,680 rows are collated in a few seconds", () => {
    const areas = Array.from({ length: 42 }, (_, n) => `area ${String(n)}`);
    const services = Array.from({ length: 8 }, (_, n) => `service ${String(n)}`);
    const returns = Array.from({ length: 5 }, (_, p) =>
      returnOf(
        `provider-${String(p)}`,
        areas.flatMap((area, a) =>
          services.map((service, s) => ({
            area,
            service,
            volume: (a * 37 + s * 101 + p * 53) % 300,
            unitCost: 200 + ((a * 31 + s * 17 + p * 71) % 997),
          })),
        ),
      ),
    );
    const before = performance.now();
    const { cells } = collate(returns, options);
    expect(cells).toHaveLength(336);
    // 10 s and 1.8 GB before ranks were taken of plain numbers; the machine may be busy with others.
    expect(performance.now() - before).toBeLessThan(5_000);
  });
});
