import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { patience, runs } from "../support/runs.ts";
import { isIn, keyOf, mayTell, publishedOf, readingsOf, solvedIn, totalsOf, volumeOf } from "./reader.ts";
import type { Delivery, Limits } from "./reader.ts";

vi.setConfig({ testTimeout: patience });

/** A column of a table: a service, or one complexity of it. */
interface Column {
  readonly service: string;
  readonly complexity?: string;
}

/** So many services, none of which has complexities. */
const services = (count: number): readonly Column[] =>
  Array.from({ length: count }, (_, index) => ({ service: `service ${String(index)}` }));

/** The cells of areas by service, each with what every provider delivers there. */
const deliveriesOf = (
  byProvider: readonly (readonly (readonly number[])[])[],
  columns: readonly Column[] = services(byProvider[0]?.[0]?.length ?? 0),
): readonly Delivery[] =>
  (byProvider[0] ?? []).flatMap((_, row) =>
    columns.map((column, index) => ({
      area: `area ${String(row)}`,
      ...column,
      by: byProvider.map((table) => table[row]?.[index] ?? 0),
    })),
  );

/** What a reader sees of areas by service: text with `x` for what is hidden. */
function published(cells: readonly (readonly number[])[], volumesBelow: number): string[] {
  const deliveries = deliveriesOf([cells]);
  const { hides } = publishedOf(deliveries, { volumesBelow, returnsBelow: 1 });
  const areas = [...cells.keys(), undefined].map((row) =>
    row === undefined ? {} : { area: `area ${String(row)}` },
  );
  const columns = [...services(cells[0]?.length ?? 0), {}];
  return areas.map((area) =>
    columns
      .map((column) => {
        const place: Partial<Delivery> = { ...area, ...column };
        const within = deliveries.filter((one) => isIn(one, place));
        return hides(place) ? "x" : String(within.reduce((all, one) => all + volumeOf(one), 0));
      })
      .join(" "),
  );
}

/** Services with and without complexities. */
const someColumns = fc.constantFrom<(readonly Column[])[]>(
  [
    { service: "a", complexity: "low" },
    { service: "a", complexity: "high" },
  ],
  [{ service: "a", complexity: "low" }, { service: "a", complexity: "high" }, { service: "b" }],
  [
    { service: "a", complexity: "low" },
    { service: "a", complexity: "high" },
    { service: "b", complexity: "low" },
    { service: "b", complexity: "high" },
  ],
  [{ service: "a", complexity: "low" }, { service: "b" }],
  services(2),
  services(3),
);

describe("what is hidden", () => {
  test("is nothing where nothing is small, and never a zero", () => {
    expect(
      published(
        [
          [20, 30],
          [0, 50],
        ],
        10,
      ),
    ).toEqual(["20 30 50", "0 50 50", "20 80 100"]);
  });

  test("takes with it what would show it: another of its row, and of its column, and where they cross", () => {
    expect(
      published(
        [
          [3, 30, 40],
          [20, 50, 60],
          [25, 70, 80],
        ],
        10,
      ),
    ).toEqual(["x x 40 73", "x x 60 130", "25 70 80 175", "48 150 180 378"]);
  });

  test("takes the total with it where a row has nothing else to hide", () => {
    expect(
      published(
        [
          [3, 0],
          [20, 50],
        ],
        10,
      ),
    ).toEqual(["x 0 x", "x 50 x", "23 50 73"]);
  });

  test("hides everything of one cell, since each of its totals is the same number", () => {
    expect(published([[3]], 10)).toEqual(["x x", "x x"]);
  });

  test("is not two ones side by side: a reader who knows that zeros are shown would know both", () => {
    const rows = published(
      [
        [1, 1, 40],
        [1, 1, 60],
        [25, 70, 80],
      ],
      10,
    );
    expect(rows[0]).not.toBe("x x 40 42");
  });

  /** Deliveries of so many providers in so many areas, where some areas state no complexity. */
  const someDeliveries = (
    providers: number,
    volumes: fc.Arbitrary<number>,
    areas: number,
  ): fc.Arbitrary<readonly Delivery[]> =>
    fc
      .tuple(someColumns, fc.integer({ min: 1, max: areas }))
      .chain(([columns, rows]) => {
        const line = fc.array(volumes, { minLength: columns.length, maxLength: columns.length });
        const table = fc.array(line, { minLength: rows, maxLength: rows });
        return fc.tuple(
          fc.array(table, { minLength: 1, maxLength: providers }),
          fc.constant(columns),
          fc.integer({ min: -1, max: rows - 1 }),
        );
      })
      .map(([byProvider, columns, bare]) => {
        const all = deliveriesOf(byProvider, columns);
        const within = all.filter(({ area }) => area !== `area ${String(bare)}`);
        const stated = all.filter(({ area }) => area === `area ${String(bare)}`);
        const plain = stated.map(({ area, service, by }) => ({ area, service, by }));
        return [...within, ...new Map(plain.map((one) => [one.service, one])).values()];
      });

  const someLimits: fc.Arbitrary<Limits> = fc.record({
    volumesBelow: fc.constantFrom(1, 5, 12),
    returnsBelow: fc.integer({ min: 1, max: 3 }),
  });

  test("can never be solved by somebody who tries every table that fits what is shown", () => {
    fc.assert(
      fc.property(
        someDeliveries(1, fc.integer({ min: 0, max: 3 }), 2),
        fc.integer({ min: 1, max: 4 }),
        (cells, volumesBelow) => {
          const read = publishedOf(cells, { volumesBelow, returnsBelow: 1 });
          const readings = readingsOf(read);
          for (const place of [...cells, ...totalsOf(cells)]) {
            const within = cells.filter((cell) => isIn(cell, place));
            const volume = within.reduce((all, one) => all + volumeOf(one), 0);
            if (volume > 0 && volume < volumesBelow) expect(read.hides(place)).toBe(true);
            if (volume === 0) expect(read.hides(place)).toBe(false);
            if (!read.hides(place)) continue;
            const told = readings.get(keyOf(place)) ?? new Set();
            expect(told.has(volume)).toBe(true);
            expect(told.size).toBeGreaterThan(1);
          }
        },
      ),
      { numRuns: runs },
    );
  });

  test("is no single provider's, whichever rows and columns somebody takes from one another", () => {
    // Rows 0 and 1 come to 90 each, column 2 to 210, of which 70 is in row 2: 90 + 90 − (210 − 70) = 40 is A's 10 + 30.
    const byProvider = [
      [
        [0, 10, 0],
        [0, 30, 20],
        [0, 20, 10],
      ],
      [
        [0, 0, 40],
        [0, 0, 20],
        [30, 0, 30],
      ],
      [
        [0, 0, 40],
        [0, 0, 20],
        [30, 0, 30],
      ],
    ];
    const limits = { volumesBelow: 1, returnsBelow: 3 };
    expect(solvedIn(publishedOf(deliveriesOf(byProvider), limits), limits)).toEqual([]);
  });

  test("is not solved from the totals over complexities, by whoever solves the equations of all that is shown", () => {
    fc.assert(
      fc.property(someDeliveries(4, fc.constantFrom(0, 0, 1, 3, 10, 40), 3), someLimits, (cells, limits) => {
        const read = publishedOf(cells, limits);
        for (const place of [...cells, ...totalsOf(cells)]) {
          const within = cells.filter((cell) => isIn(cell, place));
          if (within.some((cell) => volumeOf(cell) > 0) && !mayTell(within, limits))
            expect(read.hides(place)).toBe(true);
        }
        expect(solvedIn(read, limits)).toEqual([]);
      }),
      { numRuns: runs },
    );
  });

  test("is never few or of few together, however somebody adds and takes away what is published", () => {
    const size = fc.constantFrom([2, 2], [2, 3], [3, 2], [3, 3], [3, 4], [4, 3] as const);
    const someProviders = size.chain(([rows = 2, columns = 2]) => {
      const someVolume = fc.constantFrom(0, 0, 1, 3, 10, 40);
      const someLine = fc.array(someVolume, { minLength: columns, maxLength: columns });
      return fc.array(fc.array(someLine, { minLength: rows, maxLength: rows }), {
        minLength: 3,
        maxLength: 4,
      });
    });
    fc.assert(
      fc.property(someProviders, someLimits, (byProvider, limits) => {
        expect(solvedIn(publishedOf(deliveriesOf(byProvider), limits), limits)).toEqual([]);
      }),
      { numRuns: runs },
    );
  });

  test("is no more than it takes where several areas come to few only with another", () => {
    // Nothing is small: 40 each of three providers in every cell.
    const cells = deliveriesOf(
      Array.from({ length: 3 }, () => [
        [40, 40],
        [40, 40],
      ]),
    );
    expect(publishedOf(cells, { volumesBelow: 10, returnsBelow: 3 }).unknown).toEqual([]);
  });
});
