import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { forecast, given, isModelError } from "volumes-and-values";
import type { Figure } from "volumes-and-values";
import { exposure } from "volumes-and-values/provider";
import { sensitivity, swings, switchingValue, whatIf } from "volumes-and-values/readings";
import { simulate } from "volumes-and-values/simulation";
import type { Bidder, Mechanism } from "volumes-and-values/provider";
import { refusal } from "../../numbers/refusal.ts";
import { runs } from "../../support/arbitraries-numbers.ts";
import { mechanisms, performanceFor, someFallingMechanism, someMechanism } from "../../support/mechanisms.ts";
import { changed, essexPlan } from "../../support/plans.ts";
import type { JsonObject } from "../../support/plans.ts";
import { patience } from "../../support/runs.ts";

vi.setConfig({ testTimeout: patience });

const bidder = (mechanism: Mechanism, costs: Bidder["costs"], rest: Partial<Bidder> = {}): Bidder => ({
  name: "illustrative",
  mechanism,
  costs,
  ...rest,
});
/** What is answered, unless it is refused for what it would be. */
function answerOrRefusal(ask: () => string): string {
  try {
    return ask();
  } catch (error) {
    if (isModelError(error, "out-of-range")) return "refused";
    throw error;
  }
}
const year = (cases: number) => ({ "2021/22": { cases } });
const volumes = (made: ReturnType<typeof exposure>): readonly string[] =>
  made.years[0]?.breakEvens.map(({ volume, leadsTo }) => `${volume.toString()}: ${leadsTo}`) ?? [];

const fixedAndEach = [{ name: "costs", fixed: 120_000, perCase: 200 }] as const;

describe("break-even", () => {
  test("a price per case above its cost breaks even once: 120,000 ÷ (250 − 200)", () => {
    expect(volumes(exposure(year(2040), bidder(mechanisms.unitPrice, fixedAndEach)))).toEqual([
      "2400 cases: surplus",
    ]);
  });

  test("a block breaks even once, and then every case more is a subsidy", () => {
    expect(volumes(exposure(year(2040), bidder(mechanisms.block, fixedAndEach)))).toEqual([
      "1950 cases: subsidy",
    ]);
  });

  test("is where the first case takes a step of cost on, if there is a surplus without any", () => {
    // £10,000 in any case and £400 a case; a post of £20,000 for every hundred cases begun: £10,000 short, for 25 cases.
    const block: Mechanism = {
      name: "Base and price",
      counts: "starts",
      parts: [
        { pay: "block", amount: 10_000 },
        { pay: "per case", price: 400 },
      ],
    };
    const made = exposure(
      year(100),
      bidder(block, [{ name: "posts", steps: { each: 100, amount: 20_000 } }]),
    );
    expect([made.at(-1), made.at("-0.9999")].map(({ balance }) => balance.toString())).toEqual([
      "10000 GBP",
      "-9996 GBP",
    ]);
    expect(volumes(made).slice(0, 2)).toEqual(["0 cases: subsidy", "25 cases: surplus"]);
    const [first] = made.years[0]?.breakEvens ?? [];
    expect([first?.exact, first?.change.toString()]).toEqual([false, "-1"]);
    // Without the base there is nothing at no cases: that is no surplus that a step could take.
    const [, price] = block.parts;
    const none = bidder({ ...block, parts: [price as (typeof block.parts)[number]] }, [
      { name: "posts", steps: { each: 100, amount: 20_000 } },
    ]);
    expect(volumes(exposure(year(100), none))[0]).toBe("50 cases: surplus");
  });

  test("bands may make several", () => {
    // A case costs £160 within tolerance, paid nothing more; beyond it each more brings £190 up to double.
    const banded: Mechanism = {
      name: "Bands",
      counts: "starts",
      parts: [
        {
          pay: "bands",
          amount: 100_000,
          below: [{ beyond: "0.1", price: 190 }],
          above: [
            { beyond: "0.1", price: 190 },
            { beyond: 1, price: 0 },
          ],
        },
      ],
    };
    const made = exposure(year(500), bidder(banded, [{ name: "costs", fixed: 22_500, perCase: 160 }]));
    // Fewer than 450: 100,000 − 190 (450 − v) − 22,500 − 160 v, nothing at 266.67. Within tolerance: 77,500 − 160 v, at
    // 484.375. Beyond 550: 77,500 − 104,500 + 30 v, at 900. Beyond 1,000 it falls again: 163,000 − 160 v, at 1,018.75.
    expect(volumes(made).map((text) => text.replace(/\.(\d{2})\d*/, ".$1"))).toEqual([
      "266.66 cases: surplus",
      "484.37 cases: subsidy",
      "900 cases: surplus",
      "1018.75 cases: subsidy",
    ]);
    expect(made.years[0]?.breakEvens.every(({ exact }) => exact)).toBe(true);
  });

  test("a post taken on for each 100 cases begun may turn a surplus into a subsidy at a leap", () => {
    const costs = [{ name: "posts", steps: { each: 100, amount: 30_000 } }] as const;
    const priced: Mechanism = { name: "Price", counts: "starts", parts: [{ pay: "per case", price: 320 }] };
    const [made] = exposure(year(150), bidder(priced, costs)).years;
    // 320 v against 30,000, 60,000, 90,000 …: level at 93.75, leap at 100, level at 187.5, leap at 200 …
    expect(
      made?.breakEvens
        .slice(0, 4)
        .map(({ volume, exact, leadsTo }) => [volume.value.toNumber(), exact, leadsTo]),
    ).toEqual([
      [93.75, true, "surplus"],
      [100, false, "subsidy"],
      [187.5, true, "surplus"],
      [200, false, "subsidy"],
    ]);
  });

  test("are the cases at which they are, and not within a rounding of them", () => {
    const priced: Mechanism = { name: "Price", counts: "starts", parts: [{ pay: "per case", price: 250 }] };
    const posts = [{ name: "posts", fixed: 120_000, steps: { each: 400, amount: 80_000 } }] as const;
    // 250 v against 120,000 and 80,000 for each 400 begun: 800 × 250 is 200,000 against 280,000; 1,440 × 250 is 360,000
    // against 120,000 + 3 × 80,000 … and each leap is at a whole number of posts.
    const [found] = exposure(year(2040), bidder(priced, posts)).years;
    for (const { volume } of found?.breakEvens ?? []) expect(volume.value.isInteger()).toBe(true);
    const index = {
      name: "an index",
      source: "illustrative",
      values: { "2021/22": 103, "2020/21": 100 },
    };
    const indexed: Mechanism = { ...priced, indexation: { base: "2020/21", index } };
    expect(
      volumes(
        exposure(
          year(1234),
          bidder(indexed, [{ name: "all", fixed: 126_000, perCase: 205 }], {
            costIndexation: "of each year",
          }),
        ),
      ),
    ).toEqual(["2400 cases: surplus"]);
  });

  test("say how far they were sought: ten times the contracted volume, or 2,000 whole steps of a cost", () => {
    const soughtTo = (costs: Bidder["costs"]) =>
      exposure(year(2040), bidder(mechanisms.block, costs)).years[0]?.breakEvensSoughtTo.toString();
    expect(soughtTo(fixedAndEach)).toBe("20400 cases");
    expect(soughtTo([{ name: "posts", steps: { each: 1, amount: 180 } }])).toBe("2000 cases");
    expect(soughtTo([{ name: "posts", steps: { each: 400, amount: 180 } }])).toBe("20400 cases");
  });

  test("are sought when somebody asks for them, once, though a cost goes in hundreds of steps", () => {
    let looks = 0;
    // What comes of the cases is looked up for each volume that is tried.
    const outcomes = {
      get completions() {
        looks += 1;
        return 100;
      },
    };
    const byOutcome: Mechanism = {
      name: "Outcomes",
      counts: "starts",
      parts: [{ pay: "outcomes", counts: "completions", price: 1000 }],
    };
    const posts = [{ name: "posts", steps: { each: 5, amount: 1200 } }];
    const made = exposure({ "2021/22": { cases: 200, outcomes } }, bidder(byOutcome, posts), {
      changes: [0],
    });
    expect(looks).toBeLessThan(10);
    // A start brings £500 and costs £240, once the first five are paid for: 2.4 starts, and nothing to seek beyond.
    expect(volumes(made)[0]).toBe("2.4 cases: surplus");
    const sought = looks;
    expect(sought).toBeGreaterThan(400);
    expect(volumes(made)).toHaveLength(1);
    expect(made.years[0]?.breakEvensSoughtTo.toString()).toBe("2000 cases");
    expect(looks).toBe(sought);
  });

  test("stand in a year as it prints, in its copies and in its JSON, as if they had been there", () => {
    const [only] = exposure(year(2040), bidder(mechanisms.unitPrice, fixedAndEach), { changes: [] }).years;
    expect(inspect({ only }, { depth: 0 })).toBe("{ only: [Object] }");
    expect(inspect(only, { depth: 3 })).toContain(
      "breakEvens: [\n    {\n      volume: Figure 2,400 cases · breakEvenVolume · 2021/22,",
    );
    const names = ["year", "contracted", "positions", "breakEvens", "breakEvensSoughtTo", "falls"];
    expect(Object.keys(JSON.parse(JSON.stringify(only)) as object)).toEqual(names);
    expect(Object.keys({ ...only })).toEqual(names);
  });

  test("none is an answer", () => {
    const dear = [{ name: "costs", fixed: 1, perCase: 250 }] as const;
    expect(volumes(exposure(year(2040), bidder(mechanisms.unitPrice, dear)))).toEqual([]);
    expect(volumes(exposure(year(0), bidder(mechanisms.unitPrice, fixedAndEach)))).toEqual([]);
  });

  test("where income is cost throughout, both ends are given", () => {
    const exactly = [{ name: "costs", perCase: 250 }] as const;
    expect(volumes(exposure(year(100), bidder(mechanisms.unitPrice, exactly)))).toEqual([
      "0 cases: neither",
      "100 cases: neither",
      "1000 cases: neither",
    ]);
  });

  test("is a figure: it says which price would move it, and agrees with the switching value of a reading", () => {
    const made = exposure(year(2040), bidder(mechanisms.unitPrice, fixedAndEach), { changes: [0] });
    const [found] = made.years[0]?.breakEvens ?? [];
    const rows = sensitivity(found?.volume as NonNullable<typeof found>["volume"]).rows.map(
      ({ path }) => path,
    );
    expect(rows).toEqual(
      expect.arrayContaining(["mechanism.parts.0.price", "costs.0.fixed", "costs.0.perCase"]),
    );
    const balance = made.years[0]?.contracted.balance as NonNullable<
      (typeof made.years)[0]
    >["contracted"]["balance"];
    const { crossings } = switchingValue(balance, { input: "volumeRatio", target: 0, from: 0, to: 10 });
    expect(crossings).toHaveLength(1);
    expect(Number(crossings[0]?.input)).toBeCloseTo(2400 / 2040, 12);
    expect(whatIf(balance, { "costs.0.perCase": 190 }).toString()).toBe("2400 GBP");
  });

  describe("asked what if, is the one that the exposure has with that value, or is refused", () => {
    const capped: Mechanism = {
      name: "Price up to a maximum",
      counts: "starts",
      parts: [{ pay: "per case", price: 250 }],
      atMost: 700_000,
    };
    const bands: Mechanism = {
      name: "Bands",
      counts: "starts",
      parts: [{ pay: "bands", amount: 510_000, above: [{ beyond: "0.1", price: 150 }] }],
    };
    const posts = [{ name: "posts", steps: { each: 400, amount: 60_000 } }] as const;
    const change = (of: Bidder, path: string, value: number | string): Bidder =>
      changed(of as unknown as JsonObject, { [path]: value }) as unknown as Bidder;

    test("and says to make the exposure anew", () => {
      const found = exposure(year(2040), bidder(bands, fixedAndEach)).years[0]?.breakEvens[0];
      // 390,000 ÷ 160 are 2,437.5 cases: 193.5 beyond the 2,244, which bring £150 each: 193.5 × 150 ÷ 160 amiss.
      expect(
        refusal(() => whatIf(found?.volume as Figure, { "costs.0.perCase": 160 })).message,
      ).toMatchInlineSnapshot(
        `"casesAmiss is nothing, where a break-even is still one; received -181.40625. Past an edge of bands, limits or whole steps another line holds: make the exposure anew with the value."`,
      );
    });

    test("and so is its change, and what a case would be paid", () => {
      const made = exposure(year(2040), bidder(bands, fixedAndEach));
      const { change: of } = made.years[0]?.breakEvens[0] ?? {};
      expect(answerOrRefusal(() => String(whatIf(of as Figure, { "costs.0.perCase": 160 })))).toBe("refused");
      // £510,000 are £400 for each of 1,275, £520,000 of 1,300, and £920,000 of 2,300, where a band pays already.
      const [paying] = made.volumesPaying(400, "2021/22");
      expect(String(paying?.volume)).toBe("1275 cases");
      expect(String(whatIf(paying?.volume as Figure, { "mechanism.parts.0.amount": 520_000 }))).toBe(
        "1300 cases",
      );
      expect(
        answerOrRefusal(() =>
          String(whatIf(paying?.volume as Figure, { "mechanism.parts.0.amount": 920_000 })),
        ),
      ).toBe("refused");
    });

    test("while beyond how far it was sought it is one still, where it balances there", () => {
      const posts = [{ name: "posts", fixed: 10_000, steps: { each: 400, amount: 60_000 } }] as const;
      const asked: readonly (readonly [Bidder, string, number, string])[] = [
        // (510,000 − 120,000) ÷ 10 cases: beyond ten times the 2,040 contracted.
        [bidder(mechanisms.block, fixedAndEach), "costs.0.perCase", 10, "39000 cases"],
        // 120,000 ÷ (204 − 200).
        [bidder(mechanisms.unitPrice, fixedAndEach), "mechanism.parts.0.price", 204, "30000 cases"],
        // One post is for up to 400 cases, and (30,000,000 + 60,000) ÷ 250 cases would take 301.
        [bidder(mechanisms.unitPrice, posts), "costs.0.fixed", 30_000_000, "refused"],
      ];
      const answers = asked.map(([of, path, value]) => {
        const [found] = exposure(year(2040), of).years[0]?.breakEvens ?? [];
        const answer = answerOrRefusal(() => String(whatIf(found?.volume as Figure, { [path]: value })));
        if (answer !== "refused") {
          const moved = whatIf(found?.change as Figure<"ratio">, { [path]: value });
          const anew = exposure(year(2040), change(of, path, value));
          expect(String(anew.at(moved).balance.rounded({ places: 20, mode: "half even" }))).toBe("0 GBP");
          expect(anew.years[0]?.breakEvens).toEqual([]);
        }
        return answer;
      });
      expect(answers).toEqual(asked.map(([, , , volume]) => volume));
    });

    test("nor do swings and draws follow a line that no longer holds", () => {
      const fixed = { value: 120_000, low: 110_000, high: 130_000 };
      const perCase = {
        value: 200,
        low: 160,
        high: 210,
        distribution: { kind: "uniform", low: 160, high: 210 },
      };
      const costs = [{ name: "costs", fixed, perCase }] as Bidder["costs"];
      const volume = exposure(year(2040), bidder(bands, costs)).years[0]?.breakEvens[0]?.volume as Figure;
      const row = swings(volume).rows.find(({ path }) => path === "costs.0.perCase");
      // 390,000 ÷ 210, and no break-even on this line at 160.
      expect([row?.atHigh.change.toFixed(3), row?.atLow.change]).toEqual([
        (390_000 / 210 - 1950).toFixed(3),
        NaN,
      ]);
      // 390,000 ÷ 2,244 is £173.80 a case: 13.8 of the 50 pounds lie below.
      const { failed } = simulate(volume, { draws: 1_000, seed: 1 });
      expect(failed).toEqual({ count: 279, because: { "casesAmiss other than nothing": 279 } });
    });

    test.for<readonly [string, Bidder, string, readonly (number | string)[], readonly string[]]>([
      [
        // 120,000 ÷ (price − 200) cases. The line goes through 2,610, for which £275 would be more than the most.
        "a price, up to where the most that is paid is reached",
        bidder(capped, fixedAndEach),
        "mechanism.parts.0.price",
        [250, 260, 248, 275],
        ["2400 cases", "2000 cases", "2500 cases", "refused"],
      ],
      [
        // (510,000 − 120,000) ÷ cost of a case, up to the 2,244 at which bands begin to pay.
        "a cost of each case, up to where the next band begins",
        bidder(bands, fixedAndEach),
        "costs.0.perCase",
        [200, 195, 160],
        ["1950 cases", "2000 cases", "refused"],
      ],
      [
        // The first 2,244 are paid 510,000 for; the edge of the band itself is moved below the volume.
        "the edge of a band, as long as it stays above",
        bidder(bands, fixedAndEach),
        "mechanism.parts.0.above.0.beyond",
        ["0.2", "0.05"],
        ["1950 cases", "1950 cases"],
      ],
      [
        // One post for up to 400 cases, at £320 a case: 60,000 ÷ 320, 64,000 ÷ 320, and 130,000 ÷ 320 would be 406.25.
        "what a post costs, as long as no more are taken on",
        bidder({ ...capped, parts: [{ pay: "per case", price: 320 }] }, posts),
        "costs.0.steps.amount",
        [60_000, 64_000, 130_000],
        ["187.5 cases", "200 cases", "refused"],
      ],
    ])("%s", ([, of, path, values, volumes]) => {
      const found = exposure(year(2040), of).years[0]?.breakEvens ?? [];
      const volume = found[0]?.volume as Figure;
      const answers = values.map((value) => {
        const anew = exposure(year(2040), change(of, path, value)).years[0]?.breakEvens ?? [];
        const asked = answerOrRefusal(() => String(whatIf(volume, { [path]: value })));
        if (asked !== "refused") expect(anew.map((one) => String(one.volume))).toContain(asked);
        return asked;
      });
      expect(answers).toEqual(volumes);
    });
  });

  test("every break-even balances, and between two of them the sign never changes unseen", () => {
    fc.assert(
      fc.property(
        someMechanism(),
        fc.integer({ min: 0, max: 2_000_000 }),
        fc.integer({ min: 0, max: 900 }),
        fc.array(fc.integer({ min: -100, max: 899 }), { minLength: 2, maxLength: 6 }),
        (mechanism, fixed, perCase, changes) => {
          const made = exposure(
            { "2021/22": { cases: { low: 600, high: 400 }, outcomes: { completions: 400 } } },
            bidder(mechanism, [{ name: "costs", fixed, perCase }], performanceFor(mechanism)),
            // Up to ten times the contracted volume: as figures, since 6 would be taken for 6%.
            { changes: changes.map((change) => given(String(change / 100), "ratio", { name: "change" })) },
          );
          const [only] = made.years;
          const breakEvens = only?.breakEvens ?? [];
          for (const { change } of breakEvens) {
            const { balance } = made.at(change);
            expect(balance.value.abs().toNumber()).toBeLessThan(1e-15);
          }
          const inOrder = [...(only?.positions ?? [])].sort((a, b) =>
            a.delivered.value.comparedTo(b.delivered.value),
          );
          for (const [index, here] of inOrder.entries()) {
            const next = inOrder[index + 1];
            if (next === undefined || here.balance.value.times(next.balance.value).greaterThanOrEqualTo(0))
              continue;
            const between = breakEvens.filter(
              ({ volume }) =>
                volume.value.greaterThanOrEqualTo(here.delivered.value) &&
                volume.value.lessThanOrEqualTo(next.delivered.value),
            );
            expect(between.length % 2).toBe(1);
          }
        },
      ),
      { numRuns: Math.ceil(runs.numRuns / 2) },
    );
  });
});

describe("a fixed price as a unit price", () => {
  test("£1,300 a woman becomes £250 at 5.2 times the volume", () => {
    const block: Mechanism = { name: "Block", counts: "starts", parts: [{ pay: "block", amount: 130_000 }] };
    const found = exposure(year(100), bidder(block, fixedAndEach)).volumesPaying(250, "2021/22");
    expect(found.map(({ volume, change }) => [volume.toString(), change.toString()])).toEqual([
      ["520 cases", "4.2"],
    ]);
  });
});

describe("a price that is far from a fixed one", () => {
  const block: Mechanism = { name: "Block", counts: "starts", parts: [{ pay: "block", amount: 130_000 }] };

  test("is found however many times the contracted volume it takes: 520 women of 40", () => {
    const found = exposure(year(40), bidder(block, fixedAndEach)).volumesPaying(250, "2021/22");
    expect(found.map(({ volume }) => volume.toString())).toEqual(["520 cases"]);
  });

  test("is found beyond every band and under a maximum", () => {
    const capped: Mechanism = {
      name: "Bands",
      counts: "starts",
      parts: [{ pay: "bands", amount: 130_000, above: [{ beyond: "0.1", price: 100 }] }],
      atMost: 200_000,
    };
    const found = exposure(year(100), bidder(capped, fixedAndEach)).volumesPaying(50, "2021/22");
    expect(found.map(({ volume }) => volume.toString())).toEqual(["4000 cases"]);
  });

  test("is not below nothing", () => {
    expect(
      refusal(() => exposure(year(40), bidder(block, fixedAndEach)).volumesPaying(-5, "2021/22")).message,
    ).toContain("perCase is zero or more");
  });
});

/** Any costs that a provider could write down: fixed, for each case, or in whole steps. */
const someCosts: fc.Arbitrary<Bidder["costs"]> = fc
  .record({
    fixed: fc.integer({ min: 0, max: 2_000_000 }),
    low: fc.integer({ min: 0, max: 900 }),
    high: fc.integer({ min: 0, max: 900 }),
    each: fc.integer({ min: 800, max: 2_000 }),
    amount: fc.integer({ min: 0, max: 40_000 }),
  })
  .map(({ fixed, low, high, each, amount }) => [
    { name: "premises", fixed },
    { name: "support", perCase: { by: "complexity", values: { low, high } } },
    { name: "posts", steps: { each, amount } },
  ]);
const someYears = fc.array(
  fc.record({ low: fc.integer({ min: 0, max: 900 }), high: fc.integer({ min: 0, max: 900 }) }),
  { minLength: 1, maxLength: 2 },
);

describe("laws of exposure", () => {
  test("income and subsidy are cost and surplus, and one of subsidy and surplus is nothing", () => {
    let [surpluses, subsidies] = [0, 0];
    fc.assert(
      fc.property(
        fc.oneof(someMechanism(), someFallingMechanism),
        someCosts,
        someYears,
        fc.integer({ min: -100, max: 200 }),
        fc.integer({ min: 0, max: 100 }),
        (mechanism, costs, levels, percent, borne) => {
          const change = String(percent / 100);
          const contract = Object.fromEntries(
            levels.map((cases, index) => {
              const all = cases.low + cases.high;
              return [
                `${String(2021 + index)}/${String(22 + index)}`,
                { cases, referrals: all * 2, outcomes: { completions: Math.floor(all / 3) } },
              ];
            }),
          );
          const made = exposure(
            contract,
            bidder(
              { ...mechanism, mobilisation: [{ name: "live", amount: 5_000, on: "2021-03-01" }] },
              costs,
              {
                ...performanceFor(mechanism),
                referrals: { appropriateShare: "0.8", costPerReferral: 45, borneShare: String(borne / 100) },
                mobilisationCosts: [{ name: "premises", amount: 9_000, on: "2021-02-15" }],
              },
            ),
            { changes: [change] },
          );
          for (const at of [...made.years.map(({ positions }) => positions[0]), made.at(change)]) {
            if (at === undefined) throw new Error("a position");
            const { income, cost, surplus, subsidy } = at;
            expect(income.plus(subsidy).value.equals(cost.plus(surplus).value)).toBe(true);
            expect(surplus.value.isZero() || subsidy.value.isZero()).toBe(true);
            expect(surplus.value.isNegative() || subsidy.value.isNegative()).toBe(false);
            if (surplus.value.greaterThan(0)) surpluses++;
            if (subsidy.value.greaterThan(0)) subsidies++;
          }
          // What was set up before the first year is in it, whatever the volume.
          expect(made.at(change).mobilisation.toString()).toBe("5000 GBP");
        },
      ),
      { numRuns: Math.ceil(runs.numRuns / 4) },
    );
    expect(surpluses).toBeGreaterThan(0);
    expect(subsidies).toBeGreaterThan(0);
  });
});

describe("referrals that are not appropriate", () => {
  const eachStart: Mechanism = { ...mechanisms.unitPrice, counts: "starts" };
  const sent = (borneShare: number | string) =>
    exposure(
      { "2021/22": { cases: 1000, referrals: 1200 } },
      bidder(eachStart, fixedAndEach, {
        referrals: { appropriateShare: "0.8", costPerReferral: 45, borneShare },
      }),
      { changes: ["0.5"] },
    ).years[0];

  test("come on top of those that are, and whoever bears them is asked for", () => {
    expect(sent(1)?.contracted.costs.at(-1)?.amount.toString()).toBe("13500 GBP");
    expect(sent("0.4")?.contracted.costs.at(-1)?.amount.toString()).toBe("5400 GBP");
    expect(sent(1)?.positions[0]?.costs.at(-1)?.amount.toString()).toBe("20250 GBP");
  });

  test("are a share of all that arrive, and what the provider does not bear of their cost others do", () => {
    const of = sent("0.4")?.contracted.notAppropriate;
    // 1,200 appropriate are 80% of 1,500, and 300 are not, at £45 each
    expect([of?.share, of?.referrals, of?.cost, of?.borne, of?.borneByOthers].map(String)).toEqual([
      "0.2",
      "300 referrals",
      "13500 GBP",
      "5400 GBP",
      "8100 GBP",
    ]);
    expect(exposure(year(10), bidder(mechanisms.unitPrice, fixedAndEach)).at(0).years[0]).not.toHaveProperty(
      "notAppropriate",
    );
  });

  test("cost what the index of costs makes of them", () => {
    const index = { name: "an index", source: "illustrative", values: { "2020/21": 100, "2021/22": 110 } };
    const indexation = { base: "2020/21", index };
    const costing = (costIndexation: Bidder["costIndexation"]) =>
      exposure(
        { "2021/22": { cases: 1000, referrals: 1200 } },
        bidder({ ...eachStart, indexation }, [{ name: "staff", fixed: 0 }], {
          costIndexation,
          referrals: { appropriateShare: "0.8", costPerReferral: 45, borneShare: "0.4" },
        }),
      ).at(0).years[0];
    // 300 at £45 are £13,500; a tenth more is £14,850, of which four tenths are borne.
    expect(costing(indexation)?.notAppropriate?.cost.toString()).toBe("14850 GBP");
    expect(costing(indexation)?.cost.toString()).toBe("5940 GBP");
    expect(costing("of each year")?.cost.toString()).toBe("5400 GBP");
  });

  test("cannot be counted without the referrals", () => {
    const without = bidder(mechanisms.unitPrice, fixedAndEach, {
      referrals: { appropriateShare: "0.8", costPerReferral: 45, borneShare: 1 },
    });
    expect(refusal(() => exposure(year(10), without)).message).toContain("volumes.2021/22.referrals");
  });
});

describe("cash by month", () => {
  const paidInArrears: Mechanism = {
    name: "On account",
    counts: "starts",
    parts: [{ pay: "per case", price: 250 }],
    mobilisation: [{ name: "live", amount: 5_000, on: "2021-06-26" }],
    terms: { monthsInArrears: 1, onAccount: "contracted", reconciledAfter: 3 },
  };
  const made = exposure(
    { "2021/22": { cases: 1200 } },
    bidder(paidInArrears, [{ name: "staff", perCase: 240 }], {
      openingCash: 10_000,
      mobilisationCosts: [{ name: "premises", amount: 20_000, on: "2021-03-15" }],
    }),
  );

  test("is received a month after it is earned, a twelfth at a time, and settled at the year's end", () => {
    const { months, trough } = made.cash("0.2");
    const of = (label: string) => months.find(({ month }) => month === label);
    expect(of("2021-04")?.received.toString()).toBe("0 GBP");
    expect(of("2021-05")?.received.toString()).toBe("25000 GBP");
    expect(of("2021-07")?.received.toString()).toBe("30000 GBP");
    expect(of("2021-04")?.spent.toString()).toBe("28800 GBP");
    expect(of("2022-06")?.received.toString()).toBe("60000 GBP");
    expect(months.at(-1)?.month).toBe("2022-06");
    // 10,000 − 20,000 for the premises before the first year + 11 × 25,000 + 5,000 − 12 × 28,800
    expect([trough.month, trough.balance.toString()]).toEqual(["2022-03", "-75600 GBP"]);
  });

  test("nothing is lost: what is in hand at the end is the opening balance and the balance of the contract", () => {
    const { months } = made.cash("-0.16");
    const { income, cost } = made.at("-0.16");
    // The premises, paid for before the first year, are of the first.
    expect(cost.toString()).toBe("261920 GBP");
    expect(months.at(-1)?.balance.value.equals(income.value.minus(cost.value).plus(10_000))).toBe(true);
  });

  test("is refused where nobody says when the mechanism pays", () => {
    expect(
      refusal(() => exposure(year(1), bidder(mechanisms.block, fixedAndEach)).cash(0)).message,
    ).toContain("mechanism.terms");
  });
});

describe("a forecast as the contract", () => {
  test("brings its volumes by year and complexity, down to the plan's assumptions", () => {
    const plan = essexPlan();
    const made = forecast(plan);
    const priced: Mechanism = { name: "Price", counts: "starts", parts: [{ pay: "per case", price: 250 }] };
    const exposed = exposure(made, bidder(priced, [{ name: "costs", perCase: 240 }]));
    expect(exposed.years.map(({ year: label }) => label)).toEqual(made.years);
    for (const { year: label, contracted } of exposed.years)
      expect(contracted.delivered.value.equals(made.total({ year: label }).starts.value)).toBe(true);
    const { balance } = exposed.at(0);
    expect(sensitivity(balance).rows.map(({ path }) => path)).toEqual(
      expect.arrayContaining(["services.accommodation.startRate"]),
    );
    expect(exposure(plan, exposed.provider).at(0).income.toString()).toBe(exposed.at(0).income.toString());
  });
});

describe("a change of volume", () => {
  const made = exposure(year(2040), bidder(mechanisms.unitPrice, fixedAndEach));
  const change = (value: number | string, path: string, range: object = {}) =>
    given(value, "ratio", { name: "change", path, ...range });

  test("that is an input of one's own keeps its path and its range, and says nothing of another", () => {
    const { balance } = made.at(change("0.2", "market.change", { low: "-0.1", high: "0.3" }));
    // £50 for each of 2,448 cases, of 1,836 and of 2,652, less £120,000.
    expect(String(balance)).toBe("2400 GBP");
    const row = swings(balance).rows[0];
    expect([row?.path, row?.atLow.figure.toString(), row?.atHigh.figure.toString()]).toEqual([
      "market.change",
      "-28200 GBP",
      "12600 GBP",
    ]);
    expect(refusal(() => whatIf(balance, { volumeRatio: 1 })).code).toBe("unknown-word");
    expect(refusal(() => whatIf(balance, { "market.change": "-1.1" })).message).toBe(
      "volumeRatio is zero or more; received -0.1. There is no change of volume below -1.",
    );
    expect(made.at(change("0.2", "market.change")).change).toBe("0.2");
  });

  test("that is a break-even's stays where it was found", () => {
    const { balance } = made.at(made.years[0]?.breakEvens[0]?.change ?? 0);
    // At 2,400 cases, each £10 dearer.
    expect(
      whatIf(balance, { "costs.0.perCase": 210 }).rounded({ places: 20, mode: "half even" }).toString(),
    ).toBe("-24000 GBP");
  });

  test("is read beside others where each has a path of its own, and else it is said to give one", () => {
    const together = {
      fewer: made.at(change("-0.1", "fewer.change")).balance,
      more: made.at(change("0.2", "more.change")).balance,
    };
    const dearer = whatIf(together, { "costs.0.perCase": 210, "more.change": "0.5" });
    // £40 for each of 1,836 cases and of 3,060, less £120,000.
    expect([dearer.fewer, dearer.more].map(String)).toEqual(["-46560 GBP", "2400 GBP"]);
    expect(
      refusal(() => whatIf({ fewer: made.at("-0.1").balance, more: made.at("0.2").balance }, {})).message,
    ).toBe(
      "volumeRatio is 0.9 ratio in one figure and 1.2 ratio in another. Read the figures of each volume by themselves, or give each change as a figure with a path of its own.",
    );
  });

  test("that has a path of its own moves the cash with it", () => {
    const terms = { monthsInArrears: 1, onAccount: "delivered" } as const;
    const paid = exposure(year(2040), bidder({ ...mechanisms.unitPrice, terms }, fixedAndEach));
    const { balance } = paid.cash(change("0.2", "market.change")).trough;
    const anew = paid.cash("0.5").trough.balance;
    expect(String(whatIf(balance, { "market.change": "0.5" }))).toBe(String(anew));
  });
});
