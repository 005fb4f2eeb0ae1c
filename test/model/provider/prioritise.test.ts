import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Figure } from "volumes-and-values";
import { admittedByMonth, monthlyFlows, prioritise } from "volumes-and-values/provider";
import type { PriorityOrder, ReferralGroup, VolumeRule } from "volumes-and-values/provider";
import { whatIf } from "volumes-and-values/readings";
import { add, exactly, fraction } from "../../numbers/fraction.ts";
import type { Fraction } from "../../numbers/fraction.ts";
import { refused } from "../../numbers/refusal.ts";
import { runs } from "../../support/arbitraries-numbers.ts";

const valueOf = (figure: Figure): Fraction => exactly(figure.toJSON().value);
const total = (figures: readonly Figure[]): Fraction => figures.map(valueOf).reduce(add, fraction(0n));

const order: PriorityOrder = [
  { by: "risk", first: ["high", "medium", "low"] },
  { by: "need", first: ["linked", "stability"] },
  { by: "acuteness", first: ["severe", "moderate"] },
  { by: "readiness", first: ["ready", "not-ready"] },
];
const attributes: fc.Arbitrary<Record<string, string>> = fc
  .record(Object.fromEntries(order.map(({ by, first }) => [by, fc.constantFrom(...first, undefined)])))
  .map(
    (words) =>
      Object.fromEntries(
        Object.entries(words).flatMap(([name, word]) => (word === undefined ? [] : [[name, word]])),
      ) as Record<string, string>,
  );
const groups: fc.Arbitrary<ReferralGroup[]> = fc
  .array(fc.record({ referrals: fc.nat(200), attributes }), { maxLength: 12 })
  .map((list) => list.map((group, at) => ({ ...group, id: `g${String(at)}` })));

describe("who is served first", () => {
  test("everybody is served or waits, nobody beyond the capacity, and nobody waits while there is a place", () => {
    fc.assert(
      fc.property(groups, fc.nat(1_000), (referrals, capacity) => {
        const { rows, served, waiting, capacityLeft } = prioritise(referrals, capacity, order);
        expect(add(valueOf(served), valueOf(waiting))).toEqual(total(rows.map((row) => row.referrals)));
        expect(add(valueOf(served), valueOf(capacityLeft))).toEqual(fraction(BigInt(capacity)));
        expect(served.value.greaterThan(capacity)).toBe(false);
        expect(waiting.value.isZero() || capacityLeft.value.isZero()).toBe(true);
      }),
      runs,
    );
  });

  test("nobody is served while somebody of a lower rank number waits, and more capacity serves nobody less", () => {
    fc.assert(
      fc.property(groups, fc.nat(1_000), fc.nat(300), (referrals, capacity, more) => {
        const { rows } = prioritise(referrals, capacity, order);
        for (const [at, row] of rows.entries()) {
          const next = rows[at + 1];
          expect(row.rank).toBeLessThanOrEqual(next?.rank ?? row.rank);
          if (!row.waiting.value.isZero()) expect(next?.served.value.isZero() ?? true).toBe(true);
        }
        const larger = prioritise(referrals, capacity + more, order).rows;
        for (const [at, row] of rows.entries())
          expect(larger[at]?.served.value.lessThan(row.served.value)).toBe(false);
      }),
      runs,
    );
  });

  const like = (id: string, risk: string | undefined, more: Record<string, string> = {}): ReferralGroup => ({
    id,
    referrals: 10,
    attributes: { ...(risk === undefined ? {} : { risk }), ...more },
  });

  test("the order is the user's: by need first, others come first; those alike come as they came, the unknown last", () => {
    const referrals = [
      like("unknown", undefined, { need: "linked" }),
      like("second", "high", { need: "stability" }),
      like("first", "high", { need: "linked" }),
      like("alike", "high", { need: "linked" }),
    ];
    const ids = (by: PriorityOrder): string[] => prioritise(referrals, 25, by).rows.map(({ id }) => id);
    expect(ids(order)).toEqual(["first", "alike", "second", "unknown"]);
    expect(ids([...order].reverse())).toEqual(["first", "alike", "unknown", "second"]);
    expect(ids([])).toEqual(["unknown", "second", "first", "alike"]);
    const served = prioritise(referrals, 25, order);
    expect(served.rows.map(({ rank }) => rank)).toEqual([1, 1, 2, 3]);
    expect(served.table()[3]).toEqual({
      id: "unknown",
      rank: "3",
      referrals: "10",
      served: "0",
      waiting: "10",
      reason:
        "risk not known, need linked, acuteness not known, readiness not known; the capacity is used up by those who come first",
    });
  });

  test("the amount of intervention follows acuteness, apart from risk", () => {
    const referrals = [
      like("high", "high", { acuteness: "moderate" }),
      like("low", "low", { acuteness: "severe" }),
    ];
    const hoursPerReferral = {
      by: "acuteness",
      values: { severe: 12, moderate: { value: 6, source: "illustrative" } },
    };
    const { rows, hours, waiting } = prioritise(referrals, { value: 15, low: 10, high: 20 }, order, {
      hoursPerReferral,
    });
    expect(rows.map((row) => String(row.hours))).toEqual(["60 hours", "60 hours"]);
    expect(String(hours)).toBe("120 hours");
    expect(String(whatIf(waiting, { capacity: 12 }))).toBe("8 referrals");
    expect(String(whatIf(waiting, { "referrals.0.referrals": 12 }))).toBe("7 referrals");
  });

  test.for<readonly [string, () => unknown, string]>([
    [
      "a word nobody knows",
      () => prioritise([like("a", "hihg")], 1, order),
      'referrals.0.attributes.risk: expected a word of the order for risk: high, medium, low; received "hihg". Did you mean "high"?',
    ],
    [
      "an id twice",
      () => prioritise([like("a", "high"), like("a", "low")], 1, order),
      "referrals.1.id: expected an id of its own; received a again.",
    ],
    [
      "an attribute twice",
      () => prioritise([], 1, [order[0], order[0]] as PriorityOrder),
      "order.1.by: expected each attribute once; received risk again.",
    ],
    [
      "a word twice",
      () => prioritise([], 1, [{ by: "risk", first: ["high", "high"] }]),
      "order.0.first.1: expected each word once; received high again.",
    ],
    [
      "half a referral",
      () => prioritise([{ ...like("a", "high"), referrals: 0.5 }], 1, order),
      "referrals.0.referrals: expected a whole number from 0 up; received 0.5.",
    ],
    [
      "capacity below nought",
      () => prioritise([], -1, order),
      "capacity: expected zero or more; received -1.",
    ],
    [
      "hours below nought",
      () => prioritise([], 1, order, { hoursPerReferral: -1 }),
      "hoursPerReferral: expected zero or more; received -1.",
    ],
  ])("%s is refused with its path", ([, act, message]) => {
    const refusal = refused(act);
    expect(refusal.code).toBe("invalid-data");
    expect(refusal.message).toContain(message);
  });
});

describe("a rule that depends on volume: Greater Manchester, tendered at 170 referrals a month", () => {
  const rule: VolumeRule = {
    agreedLevel: 170,
    from: "2022-04-01",
    reads: "admitted",
    monthBefore: 120,
    reason: "orders, if referral numbers stay within agreed levels",
    source: "Greater Manchester's accommodation contract; volumes illustrative",
  };
  const names = Array.from({ length: 12 }, (_, at) => `2022-${String(at + 1).padStart(2, "0")}`);
  const months = (always: number, conditional: number) =>
    names.map((month) => ({ month, alwaysAdmitted: always, conditional }));
  const opened = (always: number, conditional: number, other: Partial<VolumeRule> = {}): string =>
    admittedByMonth(months(always, conditional), { ...rule, ...other })
      .map(({ open }) => (open ? "+" : "-"))
      .join("");

  test("orders come in from April 2022 while volumes stay within 170, and not where licence alone is more", () => {
    expect(opened(120, 50)).toBe("---+++++++++");
    expect(opened(171, 50)).toBe("---" + "-".repeat(9));
  });

  test("it shuts in the month after it was open where those admitted are counted, and stays shut where all referred are", () => {
    expect(opened(120, 80)).toBe("---+-+-+-+-+");
    expect(opened(120, 80, { reads: "referred" })).toBe("------------");
    const [, , , , may] = admittedByMonth(months(120, 80), rule);
    expect(may?.reason).toBe(
      "orders, if referral numbers stay within agreed levels: 200 referrals/month in the month before, above the agreed 170 referrals/month",
    );
  });

  test("nobody is lost: admitted and kept out are all who were referred", () => {
    fc.assert(
      fc.property(
        fc.nat(300),
        fc.nat(300),
        fc.constantFrom("admitted", "referred"),
        (always, conditional, reads) => {
          const rows = admittedByMonth(months(always, conditional), { ...rule, reads });
          for (const { admitted, keptOut } of rows)
            expect(total([admitted, keptOut])).toEqual(fraction(BigInt(always + conditional)));
        },
      ),
      runs,
    );
  });

  test("it reads flows by month as they are", () => {
    const { rows } = monthlyFlows(
      { "2022/23": { referrals: 2400, starts: 0, completions: 0 } },
      {
        from: "2022-04-01",
        lagToStart: 0,
        lagToCompletion: 0,
        lagToDropOut: 0,
        ramp: { shape: "linear", monthsToPlateau: 6 },
      },
    );
    const admitted = admittedByMonth(
      rows.map(({ month, referrals }) => ({ month, alwaysAdmitted: referrals, conditional: 40 })),
      rule,
    );
    expect(admitted.map(({ open }) => (open ? "+" : "-")).join("")).toMatch(/^\++-+$/);
  });

  test.for<readonly [string, () => unknown, string]>([
    [
      "a month left out",
      () =>
        admittedByMonth(
          months(1, 1).filter((_, at) => at !== 3),
          rule,
        ),
      "3.month: expected the month after the one before, 2022-04; received 2022-05.",
    ],
    [
      "a year over its end",
      () =>
        admittedByMonth(
          [
            { month: "2022-12", alwaysAdmitted: 1, conditional: 1 },
            { month: "2023-02", alwaysAdmitted: 1, conditional: 1 },
          ],
          rule,
        ),
      "the month after the one before, 2023-01",
    ],
    [
      "no month",
      () => admittedByMonth([{ month: "April", alwaysAdmitted: 1, conditional: 1 }], rule),
      '0.month: expected a month, as 2022-04; received "April".',
    ],
    [
      "fewer than none",
      () => admittedByMonth([{ month: "2022-04", alwaysAdmitted: -1, conditional: 1 }], rule),
      "0.alwaysAdmitted: expected zero or more; received -1.",
    ],
    [
      "a level below nought",
      () => admittedByMonth([], { ...rule, agreedLevel: -1 }),
      "agreedLevel: expected zero or more; received -1.",
    ],
    [
      "a day within a month",
      () => admittedByMonth([], { ...rule, from: "2022-04-15" }),
      "from: expected the first day of a month; received 2022-04-15.",
    ],
    [
      "what it reads, misspelt",
      () => admittedByMonth([], { ...rule, reads: "admited" } as never),
      'reads: expected "admitted" or "referred"',
    ],
  ])("%s is refused with its path", ([, act, message]) => {
    const refusal = refused(act);
    expect(refusal.code).toBe("invalid-data");
    expect(refusal.message).toContain(message);
  });
});
