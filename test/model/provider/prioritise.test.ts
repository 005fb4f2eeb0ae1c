import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { given, starts, sum } from "volumes-and-values";
import type { Figure } from "volumes-and-values";
import { admittedByMonth, admittedTogether, monthlyFlows, prioritise } from "volumes-and-values/provider";
import type { PriorityOrder, ReferralGroup, VolumeRule } from "volumes-and-values/provider";
import { whatIf } from "volumes-and-values/readings";
import { add, exactly, fraction } from "../../numbers/fraction.ts";
import type { Fraction } from "../../numbers/fraction.ts";
import { refused } from "../../numbers/refusal.ts";
import { runs } from "../../support/arbitraries-numbers.ts";
import { problemsOf } from "../../support/plans.ts";

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

/** The parts of the order that can decide: an attribute of nobody is refused. */
const orderOf = (referrals: readonly ReferralGroup[]): PriorityOrder =>
  order.filter(({ by }) => referrals.length === 0 || referrals.some((group) => by in group.attributes));

describe("who is served first", () => {
  test("everybody is served or waits, nobody beyond the capacity, and nobody waits while there is a place", () => {
    fc.assert(
      fc.property(groups, fc.nat(1_000), (referrals, capacity) => {
        const { rows, served, waiting, capacityLeft } = prioritise(referrals, capacity, orderOf(referrals));
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
        const { rows } = prioritise(referrals, capacity, orderOf(referrals));
        for (const [at, row] of rows.entries()) {
          const next = rows[at + 1];
          expect(row.rank).toBeLessThanOrEqual(next?.rank ?? row.rank);
          if (!row.waiting.value.isZero()) expect(next?.served.value.isZero() ?? true).toBe(true);
        }
        const larger = prioritise(referrals, capacity + more, orderOf(referrals)).rows;
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

  const byRisk = order.slice(0, 1);
  const named: VolumeRule = {
    name: "orders",
    agreedLevel: 170,
    from: "2022-04-01",
    reads: "referred",
    monthBefore: 150,
    reason: "orders, if referral numbers stay within agreed levels",
    source: "illustrative",
  };

  test("those who wait in one month are moved by that month's capacity, referrals and hours, and not by another's", () => {
    const months = ["april", "may"].map((name) =>
      prioritise([like("a", "high"), like("b", "low")], 15, byRisk, {
        name,
        hoursPerReferral: { by: "risk", values: { high: 12, low: 6 } },
      }),
    );
    const waiting = sum(
      "referrals",
      months.map((month) => month.waiting),
    );
    // Of 20 in each month, 5 wait.
    expect(String(waiting)).toBe("10 referrals");
    expect(String(whatIf(waiting, { "capacity.may": 12 }))).toBe("13 referrals");
    expect(String(whatIf(waiting, { "referrals.april.0.referrals": 12 }))).toBe("12 referrals");
    expect(refused(() => whatIf(waiting, { "capacity.may": -1 })).code).toBe("out-of-range");
    const hours = sum(
      "hours",
      months.map((month) => month.hours as Figure<"hours">),
    );
    // 10 at 12 hours and 5 at 6 in each month, and in May 5 at 7.
    expect(String(hours)).toBe("300 hours");
    expect(String(whatIf(hours, { "hoursPerReferral.may.values.low": 7 }))).toBe("305 hours");
  });

  test("rules on volume of two services are read together, each with an agreed level of its own", () => {
    const services = ["orders", "licence"].map(
      (name) =>
        admittedTogether(
          admittedByMonth([{ month: "2022-04", alwaysAdmitted: 120, conditional: 80 }], { ...named, name }),
        ).admitted,
    );
    const admitted = sum("referrals", services);
    expect(String(admitted)).toBe("400 referrals");
    expect(String(whatIf(admitted, { "months.orders.0.conditional": 90 }))).toBe("410 referrals");
    expect(refused(() => whatIf(admitted, { "rule.licence.agreedLevel": 140 })).code).toBe("out-of-range");
  });

  test("the order is the user's: by need first, others come first; those alike come as they came, the unknown last", () => {
    const referrals = [
      like("unknown", undefined, { need: "linked" }),
      like("second", "high", { need: "stability" }),
      like("first", "high", { need: "linked", acuteness: "severe", readiness: "ready" }),
      like("alike", "high", { need: "linked", acuteness: "severe", readiness: "ready" }),
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
    const { rows, hours, waiting } = prioritise(
      referrals,
      { value: 15, low: 10, high: 20 },
      orderOf(referrals),
      { hoursPerReferral },
    );
    expect(rows.map((row) => String(row.hours))).toEqual(["60 hours", "60 hours"]);
    expect(String(hours)).toBe("120 hours");
    expect(String(whatIf(waiting, { capacity: 12 }))).toBe("8 referrals");
    expect(String(whatIf(waiting, { "referrals.0.referrals": 12 }))).toBe("7 referrals");
  });

  test("of equal rank, who was listed first is served first, and the reason says so", () => {
    const { rows } = prioritise([like("a", "low"), like("b", "high"), like("c", "low")], 15, byRisk);
    expect(rows.map(({ reason }) => reason)).toEqual([
      "risk high",
      "risk low; the capacity is used up by those who come first",
      "risk low; same rank as a, listed later; the capacity is used up by those who come first",
    ]);
  });

  test("the table shows the hours that those served take of the capacity, where they are stated", () => {
    const hoursPerReferral = { by: "risk", values: { high: 12 }, otherwise: "4.5" };
    const served = prioritise([like("a", "low"), like("b", "high")], 15, byRisk, { hoursPerReferral });
    // 10 high at 12 hours, and 5 of the 10 low at 4.5.
    expect(served.table().map(({ id, hours }) => [id, hours])).toEqual([
      ["b", "120.0"],
      ["a", "22.5"],
    ]);
    expect(Object.keys(prioritise([like("a", "low")], 15, byRisk).table()[0] ?? {})).not.toContain("hours");
  });

  test("an order decides among those who have what it asks for, and nobody need be referred at all", () => {
    const some = [like("unknown", undefined), like("known", "low")];
    expect(prioritise(some, 10, byRisk).rows.map(({ id }) => id)).toEqual(["known", "unknown"]);
    expect(String(prioritise([], 10, byRisk).capacityLeft)).toBe("10 referrals");
  });

  test("whoever lacks what every object has a namesake of comes last, as the word is not known", () => {
    const referrals = [like("lacks", "low"), like("has", "low", { valueOf: "yes" })];
    const { rows } = prioritise(referrals, 10, [{ by: "valueOf", first: ["yes"] }]);
    expect(rows.map(({ id, reason }) => [id, reason])).toEqual([
      ["has", "valueOf yes"],
      ["lacks", "valueOf not known; the capacity is used up by those who come first"],
    ]);
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
    [
      "an order by an attribute that nobody has",
      () => prioritise([like("a", "high"), like("b", "low")], 1, [{ by: "rsik", first: ["high", "low"] }]),
      'order.0.by: expected an attribute of somebody who was referred: risk; received "rsik". Did you mean "risk"?',
    ],
    [
      "hours by an attribute that nobody has",
      () =>
        prioritise([like("a", "high")], 1, byRisk, { hoursPerReferral: { by: "rsik", values: { high: 6 } } }),
      'hoursPerReferral.by: expected an attribute of somebody who was referred: risk; received "rsik". Did you mean "risk"?',
    ],
    ...["constructor", "toString"].map(
      (by) =>
        [
          `an order by ${by}, which every object has and nobody's attributes`,
          () => prioritise([like("a", "low")], 1, [{ by, first: ["low"] }]),
          `order.0.by: expected an attribute of somebody who was referred: risk; received "${by}".`,
        ] as const,
    ),
    [
      "hours by what every object has",
      () =>
        prioritise([like("a", "low")], 1, byRisk, {
          hoursPerReferral: { by: "constructor", values: { low: 6 }, otherwise: 3 },
        }),
      'hoursPerReferral.by: expected an attribute of somebody who was referred: risk; received "constructor".',
    ],
    [
      "hours by such an attribute, an otherwise notwithstanding",
      () =>
        prioritise([like("a", "high")], 1, byRisk, {
          hoursPerReferral: {
            by: "risk",
            values: { high: { by: "acutness", values: { severe: 12 }, otherwise: 6 } },
            otherwise: 3,
          },
        }),
      'hoursPerReferral.values.high.by: expected an attribute of somebody who was referred: risk; received "acutness".',
    ],
    [
      "hours for some words and not for others",
      () =>
        prioritise([like("a", "high"), like("b", "low"), like("c", "low")], 1, byRisk, {
          hoursPerReferral: { by: "risk", values: { high: 6 } },
        }),
      "This priority has 1 problem:\n" +
        "  hoursPerReferral.values: expected a value for the risk low; received none. Add one, or an otherwise.",
    ],
    [
      "hours by what is not known of everybody",
      () =>
        prioritise([like("a", "high"), like("b", undefined)], 1, byRisk, {
          hoursPerReferral: { by: "risk", values: { high: 6 } },
        }),
      "hoursPerReferral.values: expected a value for people whose risk is not known; received none.",
    ],
    [
      "an attribute misspelt for one group",
      () =>
        prioritise([like("a", "high"), { ...like("b", undefined), attributes: { rsk: "high" } }], 1, byRisk),
      'referrals.1.attributes.rsk: expected an attribute that decides: risk; received "rsk". Did you mean "risk"?',
    ],
    [
      "an attribute misspelt that hours follow",
      () =>
        prioritise(
          [like("a", "high", { acuteness: "severe" }), like("b", "low", { acutness: "severe" })],
          1,
          byRisk,
          { hoursPerReferral: { by: "acuteness", values: { severe: 12 }, otherwise: 6 } },
        ),
      'referrals.1.attributes.acutness: expected an attribute that decides: risk, acuteness; received "acutness". Did you mean "acuteness"?',
    ],
    [
      "a word of hours that nobody has, near one that somebody has",
      () =>
        prioritise([like("a", "high")], 1, byRisk, {
          hoursPerReferral: { by: "risk", values: { hihg: 12 }, otherwise: 6 },
        }),
      'hoursPerReferral.values.hihg: expected a word for risk: high, medium, low; received "hihg". Did you mean "high"?',
    ],
    [
      "an option misspelt",
      () => prioritise([like("a", "high")], 1, byRisk, { hoursPerReferal: 6 } as object),
      'options.hoursPerReferal: expected a known name: hoursPerReferral, name; received "hoursPerReferal". Did you mean "hoursPerReferral"?',
    ],
    [
      "a name that is none",
      () => prioritise([like("a", "high")], 1, byRisk, { name: "" }),
      'options.name: expected what this is called; received "".',
    ],
    [
      "a name of a rule that is none",
      () => admittedByMonth([], { ...named, name: "" }),
      "rule.name: expected a word of letters, digits and - _ . / +",
    ],
    [
      "a capacity below nought, as a figure",
      () => prioritise([like("a", "high")], given(-1, "referrals", { name: "places" }), byRisk),
      "capacity: expected zero or more; received -1.",
    ],
  ])("%s is refused with its path", ([, act, message]) => {
    const refusal = refused(act);
    expect(refusal.code).toBe("invalid-data");
    expect(refusal.message).toContain(message);
  });

  const some = [like("a", "high"), like("b", "medium"), like("c", "medium"), like("d", "low")];
  const messages = (by: PriorityOrder, among = some) =>
    problemsOf(() => prioritise(among, 1, by)).map(({ message }) => message);

  test("an order by an attribute that nobody has is one problem, and no group's that has the attribute meant", () => {
    expect(messages([{ by: "rsk", first: ["high", "medium", "low"] }])).toEqual([
      'order.0.by: expected an attribute of somebody who was referred: risk; received "rsk". Did you mean "risk"?',
    ]);
  });

  test("an order with a word that nobody has is one problem, and no group's that has the word meant", () => {
    expect(messages([{ by: "risk", first: ["high", "medum", "low"] }])).toEqual([
      'order.0.first.1: expected a risk of somebody who was referred: high, medium, low; received "medum". Did you mean "medium"?',
    ]);
  });

  test("either an order or a group may be misspelt: where one stands against one, both are named", () => {
    expect(messages(byRisk, [like("a", "hihg"), like("b", "low")])).toEqual([
      'referrals.0.attributes.risk: expected a word of the order for risk: high, medium, low; received "hihg". Did you mean "high"? Or mend order.0.first.0, if that is misspelt: nobody has it.',
    ]);
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

  test("a number that goes on and on is shown as a person reads it", () => {
    const april2022 = [{ month: "2022-04", alwaysAdmitted: 1, conditional: 1 }];
    // A third of 1,000, which does not divide.
    const [april] = admittedByMonth(april2022, { ...rule, monthBefore: { count: 1000, of: 3 } });
    expect(april?.reason).toContain(
      ": 333.333333… referrals/month in the month before, above the agreed 170",
    );
  });

  test("a year's 2,040 for a month's 170 is said to be near no month, and a level that is only high is not", () => {
    // 170 a month is 2,040 a year; 1,019 is less than six times the 170 of these months.
    const reasonAt = (agreedLevel: number) =>
      admittedByMonth(months(120, 50), { ...rule, agreedLevel }).at(-1)?.reason;
    const within =
      "orders, if referral numbers stay within agreed levels: 170 referrals/month in the month before, within the agreed";
    expect(reasonAt(2_040)).toBe(
      `${within} 2,040 referrals/month, which no month comes near: if it is a year's, give a twelfth of it, 170`,
    );
    expect(reasonAt(1_019)).toBe(`${within} 1,019 referrals/month`);
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

  test("a year of months is referrals, which add to those of other years, and leads to starts", () => {
    const admitted = admittedByMonth(months(120, 80), rule);
    // 120 in each of nine months from April, and the 80 of April, June, August, October and December, when it is open.
    const { admitted: year, keptOut } = admittedTogether(admitted, { from: "2022-04", to: "2022-12" });
    expect(year).toMatchObject({ unit: "referrals", about: { months: "2022-04 to 2022-12" } });
    expect([year, keptOut].map(String)).toEqual(["1480 referrals", "320 referrals"]);
    expect(String(starts({ referrals: year, startRate: "0.5" }))).toBe("740 starts");
    // All twelve months, 200 in each.
    const all = admittedTogether(admitted);
    expect(String(all.admitted.plus(all.keptOut))).toBe("2400 referrals");
    expect(String(whatIf(year, { "months.3.alwaysAdmitted": 130 }))).toBe("1490 referrals");
  });

  test("a what-if under which a month would be decided otherwise is refused, and not answered as if it were not", () => {
    const { admitted } = admittedTogether(admittedByMonth(months(120, 80), rule));
    // In May it is shut, and 120 come: 171 would shut June too. A level of 250 would never shut it.
    expect(refused(() => whatIf(admitted, { "months.4.alwaysAdmitted": 171 })).message).toContain(
      "The rule would shut in this month: ask admittedByMonth anew with the value.",
    );
    expect(refused(() => whatIf(admitted, { "rule.agreedLevel": 250 })).message).toContain(
      "The rule would open in this month",
    );
    expect(String(whatIf(admitted, { "rule.agreedLevel": 180 }))).toBe(String(admitted));
  });

  test.for<readonly [string, () => unknown, string]>([
    [
      "a month that is not among them",
      () => admittedTogether(admittedByMonth(months(1, 1), rule), { from: "2022-04", to: "2023-03" }),
      'to: expected a month from 2022-01 to 2022-12; received "2023-03".',
    ],
    [
      "an end before the beginning",
      () => admittedTogether(admittedByMonth(months(1, 1), rule), { from: "2022-04", to: "2022-03" }),
      "to: expected a month from 2022-04 on; received 2022-03.",
    ],
    [
      "a month left out between",
      () => admittedTogether(admittedByMonth(months(1, 1), rule).filter((_, at) => at !== 4)),
      "months.4.month: expected the month after the one before, 2022-05; received 2022-06.",
    ],
    [
      "no month at all",
      () => admittedTogether([]),
      "months: expected a month or more, as admittedByMonth gives them; received none.",
    ],
    [
      "what was referred, in place of what was admitted",
      () => admittedTogether(months(1, 1) as never),
      "months.0: expected a month as admittedByMonth gives it; received an object.",
    ],
    [
      "a month's name in place of months",
      () => admittedTogether("2022-04" as never),
      'months: expected months, as admittedByMonth gives them; received "2022-04".',
    ],
    [
      "a period misspelt",
      () =>
        admittedTogether(admittedByMonth(months(1, 1), rule), { form: "2022-04", to: "2022-05" } as never),
      'form: expected a known name: from, to; received "form". Did you mean "from"?',
    ],
  ])("%s is refused, where months are added up", ([, act, message]) => {
    const refusal = refused(act);
    expect(refusal.code).toBe("invalid-data");
    expect(refusal.message).toContain(message);
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
      "months.3.month: expected the month after the one before, 2022-04; received 2022-05.",
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
      'months.0.month: expected a month, as 2021-06; received "April".',
    ],
    [
      "fewer than none",
      () => admittedByMonth([{ month: "2022-04", alwaysAdmitted: -1, conditional: 1 }], rule),
      "months.0.alwaysAdmitted: expected zero or more; received -1.",
    ],
    [
      "a flow of fewer than none",
      () =>
        admittedByMonth(
          [
            {
              month: "2022-04",
              alwaysAdmitted: given(-80, "referrals/month", { name: "licence" }),
              conditional: given(-5, "referrals/month", { name: "orders" }),
            },
          ],
          rule,
        ),
      "This admission by month has 2 problems:\n" +
        "  months.0.alwaysAdmitted: expected zero or more; received -80.\n" +
        "  months.0.conditional: expected zero or more; received -5.",
    ],
    [
      "a level below nought",
      () => admittedByMonth([], { ...rule, agreedLevel: -1 }),
      "rule.agreedLevel: expected zero or more; received -1.",
    ],
    [
      "a day within a month",
      () => admittedByMonth([], { ...rule, from: "2022-04-15" }),
      "rule.from: expected the first day of a month; received 2022-04-15.",
    ],
    [
      "what it reads, misspelt",
      () => admittedByMonth([], { ...rule, reads: "admited" } as never),
      'rule.reads: expected "admitted" or "referred"; received "admited". Did you mean "admitted"?',
    ],
    [
      "no list of months",
      () => admittedByMonth(undefined as never, rule),
      "This admission by month has 1 problem:\n  months: expected a list; received nothing.",
    ],
    [
      "nothing in place of a month",
      () => admittedByMonth([null] as never, rule),
      "months.0: expected an object; received null.",
    ],
    [
      "a name nobody knows beside a month's",
      () =>
        admittedByMonth(
          [{ month: "2022-04", alwaysAdmitted: 1, conditional: 1, conditonal: 2 }] as never,
          rule,
        ),
      'months.0.conditonal: expected a known name: month, alwaysAdmitted, conditional; received "conditonal". Did you mean "conditional"?',
    ],
    [
      "a month without its referrals",
      () => admittedByMonth([{ month: "2022-04", alwaysAdmitted: 1 }] as never, rule),
      "months.0.conditional: expected a plain decimal number",
    ],
    [
      "a flow in place of a month's name",
      () => {
        const admitted = admittedByMonth(months(1, 1), rule)[0]?.admitted;
        return admittedByMonth(
          [{ month: admitted, alwaysAdmitted: admitted, conditional: 1 }] as never,
          rule,
        );
      },
      "months.0.month: expected a plain object",
    ],
    [
      "what is wrong with the months, beside what is wrong with the rule,",
      () =>
        admittedByMonth([{ month: "2022-04", alwaysAdmitted: "many", conditional: 1 }] as never, {
          ...rule,
          reason: "",
        }),
      "This admission by month has 2 problems:\n  months.0.alwaysAdmitted: expected",
    ],
  ])("%s is refused with its path", ([, act, message]) => {
    const refusal = refused(act);
    expect(refusal.code).toBe("invalid-data");
    expect(refusal.message).toContain(message);
  });
});
