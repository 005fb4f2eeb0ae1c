import { describe, expect, test } from "vitest";
import { forecast, parsePlan } from "volumes-and-values";
import type { Figure } from "volumes-and-values";
import { admittedByMonth, monthlyFlows, monthsReferred } from "volumes-and-values/provider";
import type { MonthlyFlows } from "volumes-and-values/provider";
import { explain, sensitivity, whatIf } from "volumes-and-values/readings";
import { greaterManchesterAccommodationRules } from "volumes-and-values/reference";
import { refused } from "../../numbers/refusal.ts";

/** The months of a forecast, 2022/23, for so many people of a sentence type of whom everybody is referred once. */
function flowsOf(sentenceType: string, people: number, from = "2022-04-01"): MonthlyFlows {
  const plan = parsePlan({
    schema: "volumes-and-values/plan/1",
    name: "illustrative",
    caseload: {
      asOf: "2022-03-31",
      source: "illustrative",
      counted: "people",
      cells: [{ area: "greater-manchester", sentenceType, people }],
    },
    turnover: 1,
    services: {
      accommodation: {
        rules: greaterManchesterAccommodationRules,
        complexityMix: { low: "0.3", medium: "0.5", high: "0.2" },
        needShare: 1,
        takeUpShare: 1,
        referralsPerPerson: 1,
        startRate: "0.7",
        completionRate: "0.5",
        rampUp: { profile: { shape: "step", monthsToPlateau: 1 }, unmet: "lost" },
        unitCost: { costPerStart: 300 },
      },
    },
    lots: [{ id: "gm", service: "accommodation", areas: ["greater-manchester"], cohort: {}, from }],
    calendar: { years: "financial", first: "2022/23", last: "2022/23" },
  });
  const volumes = { "2022/23": forecast(plan).total({ year: "2022/23" }) };
  return monthlyFlows(volumes, { from, lagToStart: 1, lagToCompletion: 3, lagToDropOut: 1 });
}

const rule = {
  agreedLevel: 170,
  from: "2022-04-01",
  reads: "admitted",
  monthBefore: 120,
  reason: "orders, if referral numbers stay within agreed levels",
  source: "Greater Manchester's accommodation contract; volumes illustrative",
} as const;

describe("flows that have names of their own", () => {
  const named = (name: string | undefined, referrals: number): MonthlyFlows =>
    monthlyFlows(
      { "2022/23": { referrals, starts: referrals / 2, completions: referrals / 4 } },
      {
        name,
        from: "2022-04-01",
        lagToStart: 1,
        lagToCompletion: 3,
        lagToDropOut: 1,
      },
    );
  const admittedIn = (month: number, of: readonly [string?, string?]) =>
    admittedByMonth(
      monthsReferred({ alwaysAdmitted: named(of[0], 1320), conditional: named(of[1], 660) }),
      rule,
    )[month]?.admitted as Figure;

  test("are told apart by every reading: 110 of licence and 55 of orders a month", () => {
    const may = admittedIn(1, ["licence", "orders"]);
    expect(String(may)).toBe("165 referrals/month");
    expect(String(whatIf(may, { "volumes.orders.2022/23.referrals": 720 }))).toBe("170 referrals/month");
    expect(sensitivity(may).rows.map(({ path }) => path)).toEqual([
      "volumes.licence.2022/23.referrals",
      "volumes.orders.2022/23.referrals",
      // Whether May is open hangs on the level and, through April, on the month before it.
      "rule.agreedLevel",
      "rule.monthBefore",
    ]);
  });

  test("and without them are refused, as one path would be two numbers", () => {
    expect(refused(() => whatIf(admittedIn(1, []), {})).code).toBe("ambiguous-input");
  });
});

describe("a plan's forecast by month, held against an agreed level", () => {
  test("licence and orders of a forecast come month beside month: 120 and 80 a month open and shut by turns", () => {
    // 1,440 and 960 a year are 120 and 80 a month; 200 is above the 170 that Greater Manchester's contract was tendered at.
    const months = monthsReferred({
      alwaysAdmitted: flowsOf("licence", 1440),
      conditional: flowsOf("community-order-rar", 960),
    });
    const admitted = admittedByMonth(months, rule);
    expect(admitted.map(({ open }) => (open ? "+" : "-")).join("")).toBe("+-+-+-+-+-+-");
    expect(String(admitted[1]?.keptOut)).toBe("80 referrals/month");
  });

  test("who is admitted in a month rests on the plan's own assumptions", () => {
    const months = monthsReferred({
      alwaysAdmitted: flowsOf("licence", 1440),
      conditional: flowsOf("community-order-rar", 960),
    });
    const [april] = admittedByMonth(months, rule);
    if (april === undefined) throw new Error("there is a first month");
    expect(String(explain(april.admitted))).toContain("at services.accommodation.takeUpShare");
  });

  test("a month that one of them lacks is refused, and not taken for a month without referrals", () => {
    const late = flowsOf("community-order-rar", 960, "2022-06-01");
    const refusal = refused(() =>
      monthsReferred({ alwaysAdmitted: flowsOf("licence", 1440), conditional: late }),
    );
    expect(refusal.code).toBe("invalid-data");
    expect(refusal.message).toBe(
      "This pair of flows has 2 problems:\n" +
        "  conditional: expected the referrals of 2022-04, which alwaysAdmitted has; received none.\n" +
        "  conditional: expected the referrals of 2022-05, which alwaysAdmitted has; received none.",
    );
    expect(
      refused(() => monthsReferred({ alwaysAdmitted: late, conditional: flowsOf("licence", 1440) })).message,
    ).toContain("alwaysAdmitted: expected the referrals of 2022-04, which conditional has; received none.");
  });
});

test("a pair of flows that is none is refused in words", () => {
  const message = (flows: unknown): string => refused(() => monthsReferred(flows as never)).message;
  expect(message(undefined)).toContain("expected an object; received undefined");
  const rows = [{ month: "2022-04" }];
  expect(message({ alwaysAdmitted: { rows }, conditional: { rows } })).toContain(
    "alwaysAdmitted: expected the months that monthlyFlows gives; received an object",
  );
});
