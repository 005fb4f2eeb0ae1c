import { describe, expect, test } from "vitest";
import { parseCostModel, parseMechanism, parseStaffing } from "volumes-and-values/provider";
import { problemsOf } from "../../support/plans.ts";

describe("a rate for each pound that is given as a percentage", () => {
  const messages = (act: () => unknown): readonly string[] => problemsOf(act).map(({ message }) => message);

  test("is refused in the pay of staff, in a range and by year too", () => {
    const adviser = { hoursPerStart: 9, productiveHours: 1400, posts: "whole", salary: 30_000 };
    const role = (onCostPerPound: unknown) =>
      messages(() => parseStaffing({ roles: { adviser: { ...adviser, onCostPerPound } } }));
    expect(role(27)).toEqual([
      "roles.adviser.onCostPerPound: expected less than 1 for each pound; received 27. If 27% is meant, write 0.27.",
    ]);
    expect(role({ value: "0.27", low: "0.2", high: 30 })).toEqual([
      "roles.adviser.onCostPerPound.high: expected less than 1 for each pound; received 30. If 30% is meant, write 0.3.",
    ]);
    expect(role({ by: "year", values: { "2021/22": 5 }, otherwise: 0 })).toHaveLength(1);
    expect(parseStaffing({ roles: { adviser: { ...adviser, onCostPerPound: "0.99" } } }).roles).toBeDefined();
  });

  test("is refused in a cost model", () => {
    const none = { drivers: {}, overheads: [], nonCash: [], management: [], tupe: [], redundancy: [] };
    const model = { ...none, direct: [], vat: "all recovered", sharedBy: "starts" };
    expect(messages(() => parseCostModel({ ...model, surplusPerPound: 3 }))).toEqual([
      "surplusPerPound: expected less than 1 for each pound; received 3. If 3% is meant, write 0.03.",
    ]);
  });

  test("is refused of what a shortfall takes off from 20 on: five for each point short are 5, and are meant", () => {
    const credits = (creditPerShortfall: number) => ({
      name: "Block",
      counts: "starts",
      parts: [{ pay: "block", amount: 100_000 }],
      serviceCredits: {
        atMostShare: "0.1",
        measures: [{ name: "in time", targetShare: "0.9", creditPerShortfall }],
      },
    });
    expect(messages(() => parseMechanism(credits(50)))).toEqual([
      "serviceCredits.measures.0.creditPerShortfall: expected less than 20 for each 1 of shortfall; received 50. If 50% is meant, write 0.5.",
    ]);
    expect(parseMechanism(credits(5)).name).toBe("Block");
  });
});
