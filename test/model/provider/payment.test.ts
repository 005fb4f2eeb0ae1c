import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { given, isAbsent, isFigure } from "volumes-and-values";
import type { Figure } from "volumes-and-values";
import { payment } from "volumes-and-values/provider";
import { explain, readWorking, whatIf, working } from "volumes-and-values/readings";
import type { Mechanism, PaidVolumes } from "volumes-and-values/provider";
import { refusal } from "../../numbers/refusal.ts";
import { runs } from "../../support/arbitraries-numbers.ts";
import {
  contractedInYear,
  deliveredInYear,
  mechanisms,
  performanceFor,
  someFallingMechanism,
  someMechanism,
} from "../../support/mechanisms.ts";
import { patience } from "../../support/runs.ts";

vi.setConfig({ testTimeout: patience });

const volumes = { contracted: contractedInYear, delivered: deliveredInYear };
const by = (low: number, high: number) => ({ low, high });

/** A year's volume of two complexities, and what comes of it. */
const yearOf = (mechanism: Mechanism, low: number, high: number): PaidVolumes => ({
  contracted: by(600, 400),
  delivered: by(low, high),
  outcomes: {
    completions: given(low + high, "completions", { name: "completions" }).times(
      given("0.4", "ratio", { name: "half" }),
    ),
  },
  ...performanceFor(mechanism),
});
const someYear = fc.record({
  low: fc.integer({ min: 0, max: 2_500 }),
  high: fc.integer({ min: 0, max: 2_500 }),
});

describe("170 referrals a month contracted, and 30% more delivered", () => {
  test.for<readonly [string, Mechanism, string, string]>([
    ["a block pays nothing for the 612 above it", mechanisms.block, "510000", "612"],
    ["a price per case pays for each", mechanisms.unitPrice, "663000", "0"],
    ["fixed and variable pays the variable part of each", mechanisms.fixedAndVariable, "571200", "0"],
    // 204 of them at £150; the 204 within tolerance and the 204 beyond 20% are not paid
    ["bands pay the second tenth", mechanisms.bands, "540600", "408"],
    ["a maximum stops at 2,244 referrals", mechanisms.capped, "561000", "408"],
  ])("%s", ([, mechanism, total, unpaid]) => {
    const paid = payment(mechanism, volumes);
    expect([paid.total.toString(), paid.unpaid.toString()]).toEqual([`${total} GBP`, `${unpaid} cases`]);
    expect(paid.falls).toEqual([]);
  });

  test("each step stands in a table with what it comes to", () => {
    expect(payment(mechanisms.bands, volumes).table()).toEqual([
      { step: "contracted volume", does: "adds", amount: "510,000", "comes to": "510,000" },
      {
        step: "more than 50% below the contracted volume",
        does: "takes off",
        amount: "0",
        "comes to": "510,000",
      },
      {
        step: "more than 10% below the contracted volume",
        does: "takes off",
        amount: "0",
        "comes to": "510,000",
      },
      {
        step: "more than 10% above the contracted volume",
        does: "adds",
        amount: "30,600",
        "comes to": "540,600",
      },
      { step: "more than 20% above the contracted volume", does: "adds", amount: "0", "comes to": "540,600" },
    ]);
  });

  test("a tolerance of a third is read as one", () => {
    const third: Mechanism = {
      ...mechanisms.bands,
      parts: [{ pay: "bands", amount: 510_000, above: [{ beyond: { count: 1, of: 3 }, price: 150 }] }],
    };
    expect(payment(third, volumes).steps[1]?.step).toBe("more than 33.333333…% above the contracted volume");
  });

  test("and 48% fewer, as in the previous contracts: bands take back what is missing beyond their tolerance", () => {
    const { total, unpaid } = payment(mechanisms.bands, { contracted: 1000, delivered: 520 });
    // 380 short beyond the tolerance of 100, at £150 each
    expect(total.toString()).toBe("453000 GBP");
    expect(unpaid.toString()).toBe("0 cases");
    const fewer = payment(mechanisms.bands, { contracted: 1000, delivered: 300 });
    expect(fewer.total.toString()).toBe("450000 GBP");
  });
});

describe("a payment of every part", () => {
  const whole: Mechanism = {
    name: "Every part",
    counts: "starts",
    parts: [
      { pay: "block", amount: { by: "year", values: { "2021/22": 40_000, "2022/23": 80_000 } } },
      { pay: "per case", price: { by: "complexity", values: { low: 100, high: 300 } } },
      { pay: "outcomes", counts: "completions", price: 50 },
    ],
    atMost: 250_000,
    atLeast: 100_000,
    serviceCredits: {
      atMostShare: "0.05",
      measures: [
        { name: "seen in five days", targetShare: "0.9", creditPerShortfall: "0.5" },
        { name: "plans in time", targetShare: "0.95", creditPerShortfall: "0.2" },
      ],
    },
    indexation: {
      base: "2021/22",
      index: { name: "an index", source: "illustrative", values: { "2021/22": 100, "2022/23": "102.5" } },
    },
    mobilisation: [
      { name: "premises open", amount: 20_000, on: "2021-05-01" },
      { name: "live", amount: 10_000, on: "2021-06-26" },
    ],
  };
  const year = {
    contracted: { low: 300, high: 300 },
    delivered: { low: 400, high: 200 },
    outcomes: { completions: 300 },
    performance: { "seen in five days": "0.86", "plans in time": "0.97" },
  };

  test("adds its parts at the prices of the year, holds them to the limits, takes off credits and adds milestones", () => {
    const first = payment(whole, { ...year, year: "2021/22" });
    // 40,000 + 400 × 100 + 200 × 300 + 300 × 50 = 155,000; four points short of target take off 2%
    expect(first.charges.toString()).toBe("155000 GBP");
    expect(first.serviceCredits.toString()).toBe("3100 GBP");
    expect(first.mobilisation.toString()).toBe("30000 GBP");
    expect(first.total.toString()).toBe("181900 GBP");
    expect(first.steps.map(({ step, does }) => `${does} ${step}`)).toEqual([
      "adds block",
      "adds each case, low",
      "adds each case, high",
      "adds outcomes: completions",
      "at most annual maximum",
      "at least annual minimum",
      "takes off service credits",
      "adds premises open",
      "adds live",
    ]);
    expect(first.steps.at(-3)?.comesTo.toString()).toBe("151900 GBP");
    expect(
      !isAbsent(first.perCase) && first.perCase.rounded({ places: 2, mode: "half even" }).toString(),
    ).toBe("253.17 GBP/cases");

    const second = payment(whole, { ...year, year: "2022/23" });
    // (80,000 + 40,000 + 60,000 + 15,000) × 1.025
    expect(second.charges.toString()).toBe("199875 GBP");
    expect(second.mobilisation.toString()).toBe("0 GBP");
  });

  test("credits come to their share of the charges at most", () => {
    const poor = { ...year, year: "2021/22", performance: { "seen in five days": 0, "plans in time": 0 } };
    expect(payment(whole, poor).serviceCredits.toString()).toBe("7750 GBP");
  });

  test("its index keeps its name and its source", () => {
    const text = explain(payment(whole, { ...year, year: "2022/23" }).charges).toString();
    expect(text).toContain("index = 102.5 · an index, 2022/23");
    expect(text).toContain("illustrative");
  });

  test("answers to what-if and is explained, down to the numbers of the mechanism", () => {
    const { total } = payment(whole, { ...year, year: "2021/22" });
    expect(whatIf(total, { "parts.1.price.values.high": 400 }).toString()).toBe("201500 GBP");
    expect(whatIf(total, { "volumes.2021/22.delivered.low": 500 }).toString()).toBe("191700 GBP");
    expect(explain(total).toString()).toContain("chargesBeforeLimits");
  });

  test("refuses to guess what the volumes do not say", () => {
    const message = (volume: PaidVolumes): string => refusal(() => payment(whole, volume)).message;
    const full = { ...year, year: "2021/22" };
    expect(message(year)).toContain(
      "volumes.year: expected the year, since prices are indexed; received nothing",
    );
    expect(message({ ...full, delivered: 600 })).toContain(
      "parts.1.price.values: expected volumes by complexity",
    );
    const hgh = { low: 1, hgh: 2 };
    expect(message({ ...full, contracted: hgh, delivered: hgh })).toContain("a value for the complexity hgh");
    expect(message({ ...full, outcomes: {} })).toContain("volumes.2021/22.outcomes.completions");
    expect(message({ ...full, performance: {} })).toContain("volumes.2021/22.performance.seen in five days");
    expect(message({ ...full, performance: { ...year.performance, "plan in time": 1 } })).toContain(
      'Did you mean "plans in time"?',
    );
    expect(message({ ...full, delivered: { low: -1, high: 2 } })).toContain("none or more; received -1");
    expect(message({ ...full, delivered: given(600, "referrals", { name: "r" }) })).toContain(
      "takes starts, and received r in referrals",
    );
    expect(message({ ...full, year: "2030/31" })).toContain(
      "indexation.index.values.2030/31: expected the index of 2030/31; received none. Known: 2021/22, 2022/23. Add it.",
    );
  });
});

describe("charges below zero", () => {
  const takesBack: Mechanism = {
    name: "Bands",
    counts: "starts",
    parts: [{ pay: "bands", amount: 100_000, below: [{ beyond: 0, price: 1_000 }] }],
    serviceCredits: {
      atMostShare: "0.5",
      measures: [{ name: "in time", targetShare: "0.9", creditPerShortfall: 1 }],
    },
  };
  const paid = (achieved: number, delivered = 50) =>
    payment(takesBack, { contracted: 200, delivered, performance: { "in time": achieved } });

  test("are what the provider owes, and failing a target earns nothing back", () => {
    // 150 of 200 are missing, at £1,000 each, and £100,000 is paid
    expect(paid(1).total.toString()).toBe("-50000 GBP");
    expect(paid(0.5).total.toString()).toBe("-50000 GBP");
    expect(paid(0.5).serviceCredits.toString()).toBe("0 GBP");
    expect([paid(1), paid(1, 200)].map(({ owedToBuyer }) => owedToBuyer.toString())).toEqual([
      "50000 GBP",
      "0 GBP",
    ]);
  });
});

describe("a complexity without a price", () => {
  const free: Mechanism = {
    name: "Price",
    counts: "starts",
    parts: [{ pay: "per case", price: { by: "complexity", values: { low: 0, high: 300 } } }],
  };
  const contracted = { low: 100, high: 50 };
  const unpaid = (
    mechanism: Mechanism,
    delivered: PaidVolumes["delivered"],
    of: PaidVolumes["contracted"] = contracted,
  ) => payment(mechanism, { contracted: of, delivered }).unpaid.toString();

  test("is unpaid beyond what is contracted of it, however much is paid for the others", () => {
    expect(unpaid(free, { low: 300, high: 50 })).toBe("200 cases");
    expect(unpaid(free, { low: 80, high: 90 })).toBe("0 cases");
    expect(
      unpaid({ ...free, parts: [{ pay: "block", amount: 1_000 }, ...free.parts] }, { low: 300, high: 90 }),
    ).toBe("200 cases");
  });

  test("leaves a maximum to those with a price: £18,000 is paid for 60 of 90", () => {
    expect(unpaid({ ...free, atMost: 18_000 }, { low: 300, high: 90 })).toBe("230 cases");
  });
});

test("a stretch in which money is taken back is told as a person reads it", () => {
  const taken: Mechanism = {
    ...mechanisms.bands,
    parts: [
      {
        pay: "bands",
        amount: 510_000,
        above: [
          { beyond: "0.1", price: -1500 },
          { beyond: "0.2", price: -50 },
        ],
      },
    ],
  };
  // 10% and 20% above 2,040 referrals
  expect(payment(taken, volumes).falls.map(({ message }) => message)).toEqual([
    "from 2,244 to 2,448 cases, one case more takes off 1,500 pounds: parts.0.above.0.price says so",
    "from 2,448 cases up, one case more takes off 50 pounds: parts.0.above.1.price says so",
  ]);
});

describe("a fall of what is paid that a limit hides is none", () => {
  // £510,000 for 2,040 referrals; from 2,244 on, a case more takes off £1,500, and from 2,448 on £50.
  const taken = (more: object): Mechanism => ({
    ...mechanisms.bands,
    parts: [
      {
        pay: "bands",
        amount: 510_000,
        above: [
          { beyond: "0.1", price: -1500 },
          { beyond: "0.2", price: -50 },
        ],
      },
    ],
    ...more,
  });
  const stretches = (mechanism: Mechanism, of: PaidVolumes = volumes) =>
    payment(mechanism, of).falls.map(({ from, to }) => `${String(from)} to ${String(to)}`);

  test("under a floor nothing falls any more", () => {
    expect(stretches(taken({ atLeast: 510_000 }))).toEqual([]);
    // £204,000 is taken off in the first band, and £6,000 at £50 is 120 cases of the second.
    expect(stretches(taken({ atLeast: 198_000 }))).toEqual([
      "2244 cases to 2448 cases",
      "2448 cases to 2568 cases",
    ]);
    // £150,000 at £1,500 is 100 cases.
    expect(stretches(taken({ atLeast: 360_000 }))).toEqual(["2244 cases to 2344 cases"]);
  });

  test("above a maximum nothing falls yet", () => {
    const above = [
      { beyond: "0.1", price: 250 },
      { beyond: "0.2", price: -150 },
    ];
    const risen = { ...mechanisms.bands, parts: [{ pay: "bands", amount: 510_000, above }] } as const;
    // 204 cases at £250 add £51,000; what passes £531,000 is £30,000, or 200 cases at £150.
    expect(stretches({ ...risen, atMost: 531_000 })).toEqual(["2648 cases to undefined"]);
  });

  test("unless a case of another complexity, or what comes of the cases, may bring payment above the floor", () => {
    const priced = {
      pay: "per case",
      price: { by: "complexity", values: { low: 0, high: 2_000 } },
    } as const;
    const { parts } = taken({});
    const mixed = taken({ parts: [...parts, priced], atLeast: 510_000 });
    expect(stretches(mixed, yearOf(mixed, 2_000, 40))).toHaveLength(2);
    const outcomes = { pay: "outcomes", counts: "completions", price: 40 } as const;
    const paid = taken({ parts: [...parts, outcomes], atLeast: 510_000 });
    expect(stretches(paid, { ...volumes, outcomes: { completions: 0 } })).toHaveLength(2);
  });

  test("so that from the beginning of a fall that is told to its end, less is paid for more", () => {
    let told = 0;
    fc.assert(
      fc.property(someFallingMechanism, someYear, (mechanism, { low }) => {
        const paid = (cases: number | Figure) =>
          payment(mechanism, { ...yearOf(mechanism, 0, 0), contracted: 1_000, delivered: cases });
        const alike = mechanism.parts.every(
          (part) => part.pay !== "outcomes" && !(part.pay === "per case" && typeof part.price === "object"),
        );
        if (!alike) return;
        for (const { from, to } of paid(low).falls) {
          told++;
          const end = to ?? from.plus(given(1, "cases", { name: "more" }));
          const [before, after] = [paid(from), paid(end)];
          expect(after.charges.value.lessThan(before.charges.value)).toBe(true);
        }
      }),
      { numRuns: runs.numRuns * 2 },
    );
    expect(told).toBeGreaterThan(0);
  });
});

describe("a complexity that only one of the volumes states", () => {
  const paid = (volumes: PaidVolumes) => refusal(() => payment(mechanisms.unitPrice, volumes)).message;

  test("is refused, since missing is not zero", () => {
    expect(paid({ contracted: { low: 10, high: 5 }, delivered: { low: 12 } })).toBe(
      "This volume has 1 problem:\n" +
        "  volumes.delivered.high: expected the referrals of high, which contracted has: missing is not zero; received nothing. Write 0 if there are none.",
    );
    expect(paid({ contracted: { low: 10 }, delivered: { low: 12, high: 1 } })).toContain(
      "volumes.contracted.high: expected the referrals of high, which delivered has",
    );
  });

  test("is none where it is written as 0, and a volume in all stands beside one by complexity", () => {
    const written = payment(mechanisms.unitPrice, {
      contracted: { low: 10, high: 5 },
      delivered: { low: 12, high: 0 },
    });
    expect(written.delivered.toString()).toBe("12 cases");
    const inAll = payment(mechanisms.unitPrice, { contracted: 15, delivered: { low: 12 } });
    expect(inAll.delivered.toString()).toBe("12 cases");
  });
});

describe("laws of payment", () => {
  test("payment never falls when volume rises, whatever the parts", () => {
    fc.assert(
      fc.property(
        someMechanism(),
        someYear,
        fc.nat(400),
        fc.nat(400),
        (mechanism, { low, high }, more, dearer) => {
          const before = payment(mechanism, yearOf(mechanism, low, high));
          const after = payment(mechanism, yearOf(mechanism, low + more, high + dearer));
          expect(before.falls).toEqual([]);
          expect(after.total.value.greaterThanOrEqualTo(before.total.value)).toBe(true);
        },
      ),
      runs,
    );
  });

  test("unless the mechanism says so, and then it is pointed out where", () => {
    let fallen = 0;
    fc.assert(
      fc.property(someFallingMechanism, someYear, fc.nat(400), (mechanism, { low, high }, more) => {
        const before = payment(mechanism, yearOf(mechanism, low, high));
        const after = payment(mechanism, yearOf(mechanism, low + more, high));
        if (after.total.value.greaterThanOrEqualTo(before.total.value)) return;
        fallen++;
        const met = after.falls.filter(
          ({ from, to }) =>
            from.value.lessThan(after.delivered.value) &&
            to?.value.lessThanOrEqualTo(before.delivered.value) !== true,
        );
        expect(met.length).toBeGreaterThan(0);
        expect(met.every(({ perCase }) => perCase.value.isNegative())).toBe(true);
      }),
      { numRuns: runs.numRuns * 5 },
    );
    expect(fallen).toBeGreaterThan(0);
  });

  test("nobody is unpaid within the contracted volume unless a maximum says so, and never more than was delivered", () => {
    fc.assert(
      fc.property(someMechanism(), someYear, (mechanism, { low, high }) => {
        const paid = payment(mechanism, yearOf(mechanism, low, high));
        expect(paid.unpaid.value.isNegative()).toBe(false);
        expect(paid.unpaid.value.lessThanOrEqualTo(paid.delivered.value)).toBe(true);
        if (mechanism.atMost === undefined && low + high <= 1000)
          expect(paid.unpaid.value.isZero()).toBe(true);
      }),
      runs,
    );
  });

  test("cases that are unpaid bring nothing: without them the payment is the same", () => {
    fc.assert(
      fc.property(someMechanism(), fc.integer({ min: 1, max: 4000 }), (mechanism, cases) => {
        const plain: Mechanism = {
          ...mechanism,
          parts: mechanism.parts.flatMap((part) =>
            part.pay === "outcomes" || (part.pay === "per case" && typeof part.price === "object")
              ? []
              : [part],
          ),
        };
        if (plain.parts.length === 0) return;
        const contracted = 1000;
        const paid = payment(plain, { contracted, delivered: cases, ...performanceFor(plain) });
        const last = paid.unpaid.value;
        if (last.isZero() || cases <= contracted) return;
        // The cases that are unpaid at the end, if they are the last ones: nothing changes without one of them.
        const one = payment(plain, { contracted, delivered: cases - 1, ...performanceFor(plain) });
        if (one.unpaid.value.equals(last.minus(1)))
          expect(one.total.value.equals(paid.total.value)).toBe(true);
      }),
      runs,
    );
  });

  test("the steps come to the total, and their working gives it again", () => {
    fc.assert(
      fc.property(someMechanism(), someYear, (mechanism, { low, high }) => {
        const volume = yearOf(mechanism, low, high);
        const before = JSON.stringify(mechanism);
        const paid = payment(mechanism, volume);
        expect(paid.steps.at(-1)?.comesTo.value.equals(paid.total.value)).toBe(true);
        const again = readWorking(JSON.parse(JSON.stringify(working(paid.total))));
        expect(isFigure(again) && again.value.equals(paid.total.value)).toBe(true);
        expect(JSON.stringify(mechanism)).toBe(before);
        expect(Object.isFrozen(paid) && Object.isFrozen(paid.steps)).toBe(true);
        if (mechanism.atMost !== undefined)
          expect(paid.charges.value.lessThanOrEqualTo(mechanism.atMost as number)).toBe(true);
      }),
      runs,
    );
  });
});
