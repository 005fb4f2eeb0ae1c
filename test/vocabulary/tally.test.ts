import * as fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { isModelError, parsePlan } from "volumes-and-values";
import { tally } from "volumes-and-values/sources";
import { essexWith, problemsOf, thrownBy } from "../support/plans.ts";
import { patience, runs } from "../support/runs.ts";

vi.setConfig({ testTimeout: patience });

const record = fc.record(
  {
    area: fc.option(fc.constantFrom("essex", "kent", "")),
    sentenceType: fc.constantFrom("licence", "community-order", "__proto__", "constructor"),
    sex: fc.constantFrom("female", "male"),
  },
  { requiredKeys: [] },
);

/** Records of which one at least has each attribute, if only blank: what none has is misspelt. */
const someRecords = fc
  .array(record)
  .map((records) =>
    records.length === 0 ? [] : [...records, { area: "", sentenceType: "licence", sex: "male" }],
  );

describe("a provider's records, tallied", () => {
  it("count everybody once", () => {
    fc.assert(
      fc.property(someRecords, fc.subarray(["area", "sentenceType", "sex"] as const), (records, by) => {
        const cells = tally(records, { by });
        expect(cells.reduce((count, { people }) => count + people, 0)).toBe(records.length);
        expect(new Set(cells.map((cell) => JSON.stringify(cell))).size).toBe(cells.length);
      }),
      { numRuns: runs },
    );
  });

  it("count each kind of person as a count by hand does", () => {
    fc.assert(
      fc.property(someRecords, (records) => {
        const counted = new Map<string, number>();
        for (const { area, sex } of records) {
          const key = JSON.stringify([area === "" ? null : (area ?? null), sex ?? null]);
          counted.set(key, (counted.get(key) ?? 0) + 1);
        }
        const cells = tally(records, { by: ["area", "sex"] });
        expect(
          new Map(
            cells.map(({ people, area, sex }) => [JSON.stringify([area ?? null, sex ?? null]), people]),
          ),
        ).toEqual(counted);
      }),
      { numRuns: runs },
    );
  });

  it("come in the order in which their words first came", () => {
    const records = [{ area: "kent" }, { area: "essex" }, {}, { area: "kent" }];
    expect(tally(records, { by: ["area"] })).toEqual([
      { people: 2, area: "kent" },
      { people: 1, area: "essex" },
      { people: 1 },
    ]);
  });

  it("leave out what a record lacks, leaves blank or has as null, so that it stays unknown", () => {
    const records = [
      { area: "essex" },
      { area: "" },
      { area: null },
      { area: undefined },
      {},
      { area: "  " },
    ];
    expect(tally(records, { by: ["area"] })).toEqual([{ people: 1, area: "essex" }, { people: 5 }]);
  });

  it("of nobody are no cells, and by nothing are one", () => {
    expect(tally([], { by: ["area"] })).toEqual([]);
    expect(tally([{ area: "essex" }, {}], { by: [] })).toEqual([{ people: 2 }]);
  });

  it("may be read one by one from a million records that nobody holds", () => {
    // One record, written over each time: whoever held it would find the last one a million times.
    const record = { area: "", sex: "" };
    let read = 0;
    function* million(): Generator<typeof record> {
      for (let n = 0; n < 1_000_000; n++) {
        read++;
        record.area = n % 4 === 0 ? "kent" : "essex";
        record.sex = n % 2 === 0 ? "male" : "female";
        yield record;
      }
    }
    expect(tally(million(), { by: ["area", "sex"] })).toEqual([
      { people: 250_000, area: "kent", sex: "male" },
      { people: 500_000, area: "essex", sex: "female" },
      { people: 250_000, area: "essex", sex: "male" },
    ]);
    expect(read).toBe(1_000_000);
  });

  it("may come as a stream, and then the cells are promised", async () => {
    async function* stream(): AsyncGenerator<{ area: string }> {
      for (const area of ["essex", "kent", "essex"]) {
        await Promise.resolve();
        yield { area };
      }
    }
    await expect(tally(stream(), { by: ["area"] })).resolves.toEqual([
      { people: 2, area: "essex" },
      { people: 1, area: "kent" },
    ]);
  });

  const misspelt = (records: readonly object[], by: readonly string[]): string[] =>
    problemsOf(() => tally(records as Record<string, string>[], { by })).map(({ message }) => message);

  it("are refused where no record has what they are tallied by, which is misspelt and not unknown", () => {
    const records = [{ area: "essex", sentence_type: "licence" }, { area: null }];
    expect(misspelt(records, ["Area", "sentenceType", "sex"])).toMatchInlineSnapshot(`
      [
        "by.0: expected an attribute that a record has: area, sentence_type; received "Area". Did you mean "area"?",
        "by.1: expected an attribute that a record has: area, sentence_type; received "sentenceType". Did you mean "sentence_type"?",
        "by.2: expected an attribute that a record has: area, sentence_type; received "sex".",
      ]
    `);
    expect(misspelt([{}], ["area"])).toMatchInlineSnapshot(`
      [
        "by.0: expected an attribute that a record has, and none is declared; received "area".",
      ]
    `);
    expect(tally(records, { by: ["area"] })).toHaveLength(2);
  });

  it("are counted by what one record of them has, blank or not, and the others lack", () => {
    const records: { area: string; sex?: undefined }[] = [
      { area: "essex" },
      { area: "essex", sex: undefined },
    ];
    expect(tally(records, { by: ["area", "sex"] })).toEqual([{ people: 2, area: "essex" }]);
  });

  it("are refused in a stream too where none of them has an attribute", async () => {
    async function* stream(): AsyncGenerator<{ aera: string }> {
      await Promise.resolve();
      yield { aera: "essex" };
    }
    await expect(tally(stream() as AsyncIterable<{ area: string }>, { by: ["area"] })).rejects.toMatchObject({
      details: { problems: [{ path: "by.0", nearest: "aera" }] },
    });
  });

  it("are refused where they count people, as the cells of a caseload do", () => {
    const cells = [{ area: "essex", people: 5 }];
    expect(problemsOf(() => tally(cells, { by: ["area"] })).map(({ message }) => message)).toEqual([
      "records.0.people: expected a record of one person; received one of 5. What counts people is a cell of a caseload: screen() takes those.",
    ]);
    const one = [{ area: "essex", people: "1" }];
    expect(tally(one, { by: ["area"] })).toEqual([{ people: 1, area: "essex" }]);
  });

  it("cannot be changed afterwards", () => {
    const cells = tally([{ area: "essex" }], { by: ["area"] });
    expect([cells, cells[0]].map(Object.isFrozen)).toEqual([true, true]);
  });

  it.each([[null], [undefined], ["essex"], [5]])("are refused where a record is %o", (odd) => {
    const records = [{ area: "essex" }, odd] as { area: string }[];
    expect(problemsOf(() => tally(records, { by: ["area"] }))).toMatchObject([
      { path: "records.1", expected: "a record, with a word for each attribute" },
    ]);
  });

  it.each([[5], [true], [["essex"]], [{ id: "essex" }]])("are refused where a word is %o", (odd) => {
    const records = [{ area: "essex" }, { area: odd }] as unknown as { area: string }[];
    expect(problemsOf(() => tally(records, { by: ["area"] }))).toMatchObject([
      { path: "records.1.area", expected: "a word, or nothing" },
    ]);
  });

  it("are refused in a stream as they are in a list", async () => {
    async function* stream(): AsyncGenerator<{ area: string }> {
      await Promise.resolve();
      yield { area: 5 } as unknown as { area: string };
    }
    await expect(tally(stream(), { by: ["area"] })).rejects.toMatchObject({
      code: "invalid-data",
      details: { subject: "tally", problems: [{ path: "records.0.area" }] },
    });
  });

  it.each([[null], [undefined], [5], [{ area: "essex" }], ["essex"]])("are no %o", (records) => {
    const error = thrownBy(() => tally(records as unknown as { area: string }[], { by: ["area"] }));
    expect(isModelError(error, "invalid-data"), String(error)).toBe(true);
  });

  it.each([["area"], [undefined], [5], [[5]], [["people"]]])("are not tallied by %o", (by) => {
    const error = thrownBy(() => tally([{ area: "essex" }], { by } as unknown as { by: ["area"] }));
    expect(isModelError(error, "invalid-data"), String(error)).toBe(true);
  });

  it.each([[undefined], [null], [7]])("are not tallied with %o for options", (options) => {
    const error = thrownBy(() => tally([{ area: "essex" }], options as unknown as { by: ["area"] }));
    expect(isModelError(error, "invalid-data"), String(error)).toBe(true);
  });

  it("make the cells of a caseload", () => {
    const records = [
      { area: "essex", sentenceType: "licence", sex: "male" },
      { area: "essex", sentenceType: "licence", sex: "male" },
      { area: "essex" },
    ];
    const cells = tally(records, { by: ["area", "sentenceType", "sex"] });
    expect(parsePlan(essexWith({ "caseload.cells": cells })).caseload.cells).toEqual(cells);
  });
});
