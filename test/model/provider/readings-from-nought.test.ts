import { describe, expect, test } from "vitest";
import { present } from "volumes-and-values";
import type { Figure } from "volumes-and-values";
import { exposure, fullCost, monthlyFlows, payment, staff } from "volumes-and-values/provider";
import type {
  Bidder,
  CostModel,
  Mechanism,
  PaidVolumes,
  Staffing,
  Timing,
} from "volumes-and-values/provider";
import { explain, sensitivity, whatIf } from "volumes-and-values/readings";
import { simulate } from "volumes-and-values/simulation";
import { refused } from "../../numbers/refusal.ts";
import { costModel } from "../../support/providers.ts";

// What is nothing as it stands decides which sum is made. All numbers are illustrative.

const year = "2021/22";
const model = costModel({});
const pounds = (money: Figure): string => String(money.rounded({ places: 2, mode: "half even" }).value);
const asked = (figure: Figure, path: string, value: number | string): string =>
  refused(() => whatIf(figure, { [path]: value })).message;

describe("the pay of a role is borne by other complexities once there is something to tell it apart by", () => {
  const twoLevels = [
    { year, complexity: "low", starts: 300 },
    { year, complexity: "high", starts: 100 },
  ];
  const oneLevel = [{ year, starts: 400 }];
  const levelsOf = (roles: Staffing["roles"], work: readonly (typeof oneLevel)[number][]) =>
    fullCost(model, { volumes: work, staff: staff({ roles }, { work }) }).years[0]?.byComplexity ?? [];
  const paid = { posts: "whole", onCostPerPound: "0.25" } as const;
  const volunteer = (salary: number) => ({
    hoursPerStart: { by: "complexity", values: { low: 5, high: 14 } },
    productiveHours: 1_400,
    salary,
    ...paid,
  });
  const coordinator = (manages: string) => ({ manages, postsPerManager: 8, salary: 36_000, ...paid });
  const adviser = (more: object = {}) => ({
    hoursPerStart: 8,
    productiveHours: 1_400,
    minimumCover: 2,
    salary: 26_000,
    ...paid,
    ...more,
  });

  test("that of who manages volunteers, once these are paid", () => {
    const of = (salary: number) =>
      levelsOf({ volunteer: volunteer(salary), coordinator: coordinator("volunteer") }, twoLevels);
    const path = "staffing.roles.volunteer.salary";
    // A coordinator at £45,000 for three volunteers, by 300 starts of 400; then by 1,500 hours of 2,900.
    expect(of(0).map(({ cost }) => pounds(present(cost)))).toEqual(["33750", "11250"]);
    expect(of(12_000).map(({ cost }) => pounds(present(cost)))).toEqual(["46551.72", "43448.28"]);
    for (const { cost, direct, shared } of of(0))
      for (const figure of [present(cost), direct, present(shared)])
        expect(asked(figure, path, 12_000)).toBe(
          "payManagedWhereNone is nothing, as long as pay is shared for want of pay that is managed; received 45000. Pay is told apart by it then: make the staff and the full cost anew with the value.",
        );
  });

  test("that of advisers who are there in any case, once work takes their hours", () => {
    const of = (high: number) =>
      levelsOf(
        { adviser: adviser({ hoursPerStart: { by: "complexity", values: { low: 0, high } } }) },
        twoLevels,
      );
    const path = "staffing.roles.adviser.hoursPerStart.values.high";
    // Two advisers at £32,500, whom all share; then those of high complexity take all of their hours.
    expect(of(0).map(({ cost }) => pounds(present(cost)))).toEqual(["48750", "16250"]);
    expect(of(14).map(({ cost }) => pounds(present(cost)))).toEqual(["0", "65000"]);
    const [low] = of(0);
    for (const figure of [low?.cost, low?.direct, low?.shared, low?.fullUnitCost])
      expect(asked(figure as Figure, path, 14)).toBe(
        "hoursWhereNone is nothing, as long as pay is shared for want of hours; received 1400. Pay is told apart by it then: make the staff and the full cost anew with the value.",
      );
    // What moves no hours has its answer as before: two advisers at £40,000.
    expect(
      String(whatIf(present(low?.cost as Figure<"GBP">), { "staffing.roles.adviser.salary": 32_000 })),
    ).toBe("60000 GBP");
  });

  test("where there is one complexity only, from its direct cost to what is shared and back", () => {
    const managed = (salary: number) =>
      levelsOf({ adviser: adviser({ salary }), manager: coordinator("adviser") }, oneLevel)[0];
    const working = (hoursPerStart: number) => levelsOf({ adviser: adviser({ hoursPerStart }) }, oneLevel)[0];
    const split = (level: ReturnType<typeof managed>) => [level?.direct, level?.shared].map(String);
    // Three advisers at £32,500 and a manager at £45,000; and two advisers without work.
    expect(split(managed(26_000))).toEqual(["142500 GBP", "0 GBP"]);
    expect(split(managed(0))).toEqual(["0 GBP", "45000 GBP"]);
    expect(split(working(8))).toEqual(["97500 GBP", "0 GBP"]);
    expect(split(working(0))).toEqual(["0 GBP", "65000 GBP"]);
    const cases = [
      [managed(26_000), "salary", 0, "allPayManaged is above zero"],
      [managed(0), "salary", 26_000, "payManagedWhereNone is nothing"],
      [working(8), "hoursPerStart", 0, "allHours is above zero"],
      [working(0), "hoursPerStart", 8, "hoursWhereNone is nothing"],
    ] as const;
    for (const [level, name, value, held] of cases)
      for (const figure of [level?.direct, level?.shared]) {
        const message = asked(figure as Figure, `staffing.roles.adviser.${name}`, value);
        expect(message).toContain(held);
        expect(message).toContain("make the staff and the full cost anew with the value");
      }
  });

  test("and is told apart by nothing where hours are not known by complexity, whatever they are", () => {
    const of = (hoursPerStart: number) =>
      fullCost(model, {
        volumes: twoLevels,
        staff: staff({ roles: { adviser: adviser({ hoursPerStart }) } }, { work: oneLevel }),
      }).years[0]?.byComplexity[0];
    const path = "staffing.roles.adviser.hoursPerStart";
    // Three advisers at £32,500 for 300 starts of 400, where two are there in any case.
    expect(String(whatIf(present(of(0)?.cost as Figure<"GBP">), { [path]: 8 }))).toBe("73125 GBP");
    expect(String(of(8)?.cost)).toBe("73125 GBP");
  });

  test("and is as sure as it was of all else: no hours add a pound", () => {
    const level = levelsOf({ adviser: adviser({ posts: "in parts" }) }, oneLevel)[0];
    const direct = level?.direct as Figure;
    // 400 starts take 400 hours more of 1,400, at £32,500 a post, for an hour more each; and nothing is paid for them besides.
    const { rows } = sensitivity(direct);
    const perHour = rows.find(({ path }) => path === "staffing.roles.adviser.hoursPerStart");
    expect(Number(perHour?.derivative)).toBeCloseTo((400 / 1_400) * 32_500, 6);
    expect(String(explain(direct))).toContain("posts are paid, and no hours besides");
    const shared = present(level?.shared as Figure<"GBP">);
    expect(
      Number(sensitivity(shared).rows.find(({ path }) => path.endsWith("hoursPerStart"))?.derivative),
    ).toBe(0);
  });

  test("and is refused in words where nothing direct is left to share by", () => {
    const byDirectCost: CostModel = {
      ...model,
      direct: [{ line: "travel", costPerStart: 20 }],
      nonCash: [{ line: "depreciation", cost: 900 }],
      sharedBy: "direct cost",
    };
    const [low] = fullCost(byDirectCost, { volumes: twoLevels }).years[0]?.byComplexity ?? [];
    expect(asked(present(low?.cost as Figure<"GBP">), "costModel.direct.0.costPerStart", 0)).toBe(
      "allDirectCost is above zero, where cost is shared by it; received 0. Nothing is shared by no direct cost: make the full cost anew with the value.",
    );
  });
});

describe("a year whose cases come to be, or to be none, moves its money otherwise", () => {
  const us: Bidder = {
    name: "us",
    mechanism: {
      name: "Price",
      counts: "starts",
      parts: [{ pay: "per case", price: 260 }],
      terms: { monthsInArrears: 1, onAccount: "delivered" },
    },
    costs: [{ name: "support", perCase: 100 }],
  };
  const timing: Timing = {
    from: "2021-04-01",
    lagToStart: 0,
    lagToCompletion: 3,
    lagToDropOut: 1,
    runOffMonths: 5,
  };
  const cashAt = (lagToStart: number) =>
    exposure(
      monthlyFlows(
        { [year]: { referrals: 1_200, starts: 1_200, completions: 600 } },
        { ...timing, lagToStart },
      ),
      us,
    ).cash(0);
  const receivedIn = (lagToStart: number, month: string): Figure =>
    cashAt(lagToStart).months.find((one) => one.month === month)?.received as Figure;
  const path = "timing.lagToStart";

  test("from evenly to when they come: 100 who start in April 2022 are paid for in May", () => {
    expect([receivedIn(0, "2022-05"), receivedIn(1, "2022-05")].map(String)).toEqual(["0 GBP", "26000 GBP"]);
    expect(asked(receivedIn(0, "2022-05"), path, 1)).toBe(
      "casesWhereNone is nothing, as long as there are no cases; received 100. Cases decide then what is paid, and when: make the payment or exposure anew with the value.",
    );
    // The April before is of a year with cases, and none of its money is moved: nobody is paid for yet in the month after.
    expect(String(whatIf(receivedIn(0, "2021-05"), { [path]: 1 }))).toBe("0 GBP");
    expect(String(receivedIn(1, "2021-05"))).toBe("0 GBP");
  });

  test("and back, when the last of them come in the year before", () => {
    expect(asked(receivedIn(1, "2022-05"), path, 0)).toBe(
      "casesInYear is above zero, where money moves with cases; received 0. It moves evenly over a year without any: make the exposure anew with the value.",
    );
  });

  test("so that draws of it are counted, and told why they have no answer", () => {
    const lagToStart = { kind: "uniform", low: 0, high: 2 } as const;
    const drawn = simulate(receivedIn(0, "2022-05"), {
      draws: 50,
      seed: 1,
      distributions: { [path]: lagToStart },
    });
    expect(drawn.failed).toEqual({ count: 50, because: { "casesWhereNone other than nothing": 50 } });
  });

  test("and a year of which no month weighs anything has no months, as its one month without a ramp", () => {
    const flows = monthlyFlows(
      { [year]: { referrals: 120, starts: 90, completions: 60 } },
      { ...timing, from: "2022-03-01", ramp: { shape: "table", factors: ["0.4", 1] } },
    );
    expect(asked(flows.rows[0]?.referrals as Figure, "timing.ramp.factors.0", 0)).toBe(
      "monthWeights is above zero; received 0. No month takes any of the year's volume then: make the months anew with the value.",
    );
    const worked = monthlyFlows(
      { [year]: { referrals: 120, starts: 90, completions: 60 } },
      { ...timing, from: "2022-03-01", workingDays: { "2022-03": 20 } },
    );
    expect(asked(worked.rows[0]?.referrals as Figure, "timing.workingDays.2022-03", 0)).toBe(
      "workingDaysOfYear is above zero; received 0. No month takes any of the year's volume then: make the months anew with the value.",
    );
  });
});

describe("cases for which nothing is paid are those that there would be with the value, or refused", () => {
  const counts = "starts";
  const price = (more: Partial<Mechanism> = {}): Mechanism => ({
    name: "Price",
    counts,
    parts: [{ pay: "per case", price: 260 }],
    ...more,
  });
  const unpaid = (mechanism: Mechanism, volumes: PaidVolumes): Figure => payment(mechanism, volumes).unpaid;
  const at = (change: number | string, mechanism: Mechanism) =>
    exposure(
      { "2022/23": { cases: 500 } },
      { name: "us", mechanism, costs: [{ name: "premises", fixed: 40_000 }] },
    ).at(change).unpaid;

  test("of a year that had no cases: each that comes is paid for", () => {
    const of = (cases: number) =>
      exposure(
        { [year]: { cases }, "2022/23": { cases: 500 } },
        { name: "us", mechanism: price(), costs: [{ name: "premises", fixed: 40_000 }] },
      ).at(0);
    const unpaidWith = (before: number, cases: number): string => {
      const { unpaid: without, delivered } = of(before);
      return String(whatIf({ without, delivered }, { [`volumes.${year}.cases`]: cases }).without);
    };
    expect([of(0), of(400)].map((made) => String(made.unpaid))).toEqual(["0 cases", "0 cases"]);
    expect([unpaidWith(0, 400), unpaidWith(400, 0)]).toEqual(["0 cases", "0 cases"]);
  });

  test("at no volume and back, where a maximum keeps money back: 500 at £260 come to £30,000 more than it", () => {
    const capped = price({ atMost: 100_000 });
    const places = { places: 2, mode: "half even" } as const;
    expect(whatIf(at(-1, capped), { volumeRatio: 1 }).rounded(places).toString()).toBe("115.38 cases");
    expect(at(0, capped).rounded(places).toString()).toBe("115.38 cases");
    expect(whatIf(at(0, capped), { volumeRatio: 0 }).toString()).toBe("0 cases");
  });

  test("of a price that becomes nothing, or was: others are unpaid then", () => {
    const path = "parts.0.price";
    const of = (each: number, more: Partial<Mechanism> = {}) =>
      unpaid(price({ parts: [{ pay: "per case", price: each }], ...more }), {
        contracted: 700,
        delivered: 910,
      });
    // At £262, £100,000 pay for 381.68 of 910; at nothing those beyond the 700 are unpaid.
    expect(
      [of(262, { atMost: 100_000 }).rounded({ places: 2, mode: "half even" }), of(0)].map(String),
    ).toEqual(["528.32 cases", "210 cases"]);
    // £262 would be brought by 210, and where a maximum may keep it back by the first 700 too.
    for (const [more, brought] of [
      [{}, 55_020],
      [{ atMost: 100_000 }, 183_400],
    ] as const) {
      expect(asked(of(262, more), path, 0)).toBe(
        "pricePaid is above zero, as long as cases are paid for at it; received 0. Other cases are unpaid then: make the payment or exposure anew with the value.",
      );
      expect(asked(of(0, more), path, 262)).toBe(
        `paymentWhereNone is nothing, as long as cases bring none; received ${String(brought)}. Other cases are unpaid then: make the payment or exposure anew with the value.`,
      );
    }
    // A price that stays one decides nothing: each of the 910 is paid for.
    expect(String(whatIf(of(262), { [path]: 300 }))).toBe("0 cases");
  });

  test("of a band above that was not paid for, or took money back", () => {
    const of = (second: number, more: Partial<Mechanism> = {}, delivered = 1_500) =>
      unpaid(
        {
          name: "Bands",
          counts,
          parts: [
            {
              pay: "bands",
              amount: 200_000,
              above: [
                { beyond: "0.1", price: 100 },
                { beyond: "0.2", price: second },
              ],
            },
          ],
          ...more,
        },
        { contracted: 1_000, delivered },
      );
    // 100 within tolerance, and with the second band 300 beyond 1,200.
    expect([of(50), of(0), of(-50)].map(String)).toEqual(["100 cases", "400 cases", "400 cases"]);
    for (const more of [{}, { atMost: 300_000 }]) {
      expect(asked(of(0, more), "parts.0.above.1.price", 50)).toContain("paymentWhereNone is nothing");
      expect(asked(of(-50, more), "parts.0.above.1.price", 50)).toContain("paymentWhereNone is nothing");
      expect(asked(of(50, more), "parts.0.above.1.price", -50)).toContain("pricePaid is above zero");
    }
    expect(String(whatIf(of(-50), { "parts.0.above.1.price": -20 }))).toBe("400 cases");
    // Where nobody comes to the band, its price decides nothing.
    expect(String(whatIf(of(0, {}, 1_150), { "parts.0.above.1.price": 50 }))).toBe("100 cases");
  });

  test("of a band that begins where the contracted volume ends, and then beyond it", () => {
    const of = (beyond: number | string) =>
      unpaid(
        {
          name: "Bands",
          counts,
          parts: [{ pay: "bands", amount: 200_000, above: [{ beyond, price: 100 }] }],
        },
        { contracted: 1_000, delivered: 1_300 },
      );
    expect([of(0), of("0.1")].map(String)).toEqual(["0 cases", "100 cases"]);
    expect(String(whatIf(of(0), { "parts.0.above.0.beyond": "0.1" }))).toBe("100 cases");
    expect(String(whatIf(of("0.1"), { "parts.0.above.0.beyond": 0 }))).toBe("0 cases");
  });

  test("of a block for no volume: those beyond what is contracted then", () => {
    const of = (contracted: number) =>
      unpaid(
        { name: "Block", counts, parts: [{ pay: "block", amount: 100_000 }] },
        { contracted, delivered: 700 },
      );
    expect(String(whatIf(of(0), { "volumes.contracted": 500 }))).toBe("200 cases");
    expect(String(of(500))).toBe("200 cases");
  });

  test("of several complexities, whose mix decides what a case is paid on average", () => {
    const of = (low: number, high: number, forLow = 100, forHigh = 300) =>
      unpaid(
        {
          name: "Price",
          counts,
          parts: [{ pay: "per case", price: { by: "complexity", values: { low: forLow, high: forHigh } } }],
          atMost: 90_000,
        },
        { contracted: { low: 300, high: 100 }, delivered: { low, high } },
      );
    // 300 of 700 at £300 are paid for.
    expect(String(of(0, 700))).toBe("400 cases");
    expect(asked(of(0, 0), "volumes.delivered.high", 700)).toContain(
      "make the payment or exposure anew with the value",
    );
    expect(asked(of(0, 700), "volumes.delivered.high", 0)).toBe(
      "casesAtAveragePrice is above zero; received 0. None have no average price: make the payment or exposure anew with the value.",
    );
    // A complexity without a price is counted by itself: the 100 of low beyond its 300.
    expect(String(of(400, 100, 0))).toBe("100 cases");
    expect(asked(of(400, 100, 0), "parts.0.price.values.low", 100)).toContain("priceWhereNone is nothing");
    expect(asked(of(400, 100), "parts.0.price.values.low", 0)).toContain("pricePaid is above zero");
  });
});

describe("a line that meets nothing at no volume says so of itself, and of no other", () => {
  const line =
    "This line comes to cost, or to the price, at no volume then: make the exposure anew with the value.";
  const us = (fixed: number): Bidder => ({
    name: "us",
    mechanism: {
      name: "Block and price",
      counts: "starts",
      parts: [
        { pay: "block", amount: 50_000 },
        { pay: "per case", price: 200 },
      ],
      atMost: 150_000,
    },
    costs: [{ name: "costs", fixed, perCase: 60 }],
  });
  const of = (fixed: number) => exposure({ [year]: { cases: 700 } }, us(fixed));

  test("where cost is met at another volume than it was", () => {
    const volumes = (fixed: number) => of(fixed).years[0]?.breakEvens.map(({ volume }) => pounds(volume));
    // £140 of each case pay for 60,000 - 50,000; and 150,000 at most pay for £60 of each besides.
    expect(volumes(60_000)).toEqual(["71.43", "1500"]);
    expect(volumes(40_000)).toEqual(["1833.33"]);
    const [first] = of(60_000).years[0]?.breakEvens ?? [];
    const message = asked(first?.volume as Figure, "costs.0.fixed", 40_000);
    expect(message).toContain(line);
    expect(message).not.toContain("Income comes to cost at no volume");
  });

  test("where a price is met, and cost has nothing to do with it", () => {
    const { parts } = us(0).mechanism;
    const [found] = exposure(
      { [year]: { cases: 700 } },
      { ...us(0), mechanism: { name: "Block and price", counts: "starts", parts } },
    ).volumesPaying(250, year);
    // 50,000 ÷ (250 - 200); at £260 a case, what all are paid comes to £250 at no number of them.
    expect(String(found?.volume)).toBe("1000 cases");
    expect(asked(found?.volume as Figure, "mechanism.parts.1.price", 260)).toContain(line);
  });
});
