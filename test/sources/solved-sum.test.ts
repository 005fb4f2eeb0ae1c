import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { mayTell, together } from "../../src/model/sources/backing.ts";
import { solvedSums } from "../../src/model/sources/solved-sum.ts";
import { patience, runs } from "../support/runs.ts";
import { publishedWithout, solvedTogether, volumesOf } from "./reader.ts";
import type { Delivery } from "./reader.ts";

vi.setConfig({ testTimeout: patience });

const someColumn = fc.constantFrom<{ service: string; complexity?: string }[]>(
  { service: "a", complexity: "low" },
  { service: "a", complexity: "high" },
  { service: "b" },
  { service: "c" },
);

/** Cells of up to three areas, each of up to four providers; which volumes are hidden, by a row of yes and no. */
const someTable = fc.record({
  cells: fc.uniqueArray(
    fc.record({
      area: fc.constantFrom("x", "y", "z"),
      column: someColumn,
      by: fc.array(fc.constantFrom(0, 0, 1, 4, 15), { minLength: 4, maxLength: 4 }),
    }),
    { selector: ({ area, column }) => JSON.stringify([area, column]), minLength: 2, maxLength: 8 },
  ),
  hidden: fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }),
  limits: fc.record({
    volumesBelow: fc.constantFrom(1, 5, 20),
    returnsBelow: fc.integer({ min: 1, max: 4 }),
  }),
});

test("a sum of hidden volumes is found where a reader has one that may not be told, and nowhere else", () => {
  fc.assert(
    fc.property(someTable, ({ cells, hidden: yes, limits }) => {
      const deliveries = cells.map(({ column, ...one }): Delivery => ({ ...one, ...column }));
      const hidden = new Set(volumesOf(deliveries).filter((_, index) => yes[index] === true));
      const found = solvedSums(hidden, limits)();
      const known = solvedTogether(publishedWithout(deliveries, hidden), limits);
      expect(found !== undefined).toBe(known.length > 0);
      if (found === undefined) return;
      const crossing = [...hidden].filter(({ from, to }) => found.has(from) !== found.has(to));
      expect(crossing.every(({ from, totals }) => totals === 0 && found.has(from))).toBe(true);
      expect(mayTell(together(crossing), limits)).toBe(false);
    }),
    { numRuns: runs * 3 },
  );
});
