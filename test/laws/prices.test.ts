import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { given, sum } from "volumes-and-values";
import { whatIf } from "volumes-and-values/readings";
import type { Figure } from "volumes-and-values";
import { runs } from "../support/arbitraries-numbers.ts";

/** The prices that money in these laws may say: real, nominal, real of another year, or nothing. */
const said = ["in prices of 2021/22", "in prices of each year", "in prices of 2022/23", undefined] as const;

/** Money and the prices of all that it was made of, as a reader of its working would list them. */
interface Money {
  readonly money: Figure<"GBP">;
  readonly made: readonly string[];
}

const stated = fc
  .record({ pounds: fc.integer({ min: 1, max: 1_000_000 }), prices: fc.constantFrom(...said) })
  .map(({ pounds, prices }): Money => {
    const about = prices === undefined ? {} : { prices };
    return {
      money: given(pounds, "GBP", { name: "value", path: "value", about }),
      made: prices === undefined ? [] : [prices],
    };
  });

const ratio = given("1.5", "ratio", { name: "ratio" });
const perStart = given(2, "starts", { name: "starts" });

/** What leaves money in its prices, whatever it is called afterwards. */
const alone: readonly ((money: Figure<"GBP">) => Figure<"GBP">)[] = [
  (money) => money.times(ratio),
  (money) => ratio.times(money),
  (money) => money.dividedBy(perStart).times(perStart),
  (money) => money.times(2).named("twice", { service: "Accommodation" }),
  (money) => money.rounded({ places: 0, mode: "half even" }),
  (money) => sum("GBP", [money]),
];

const together: readonly ((one: Figure<"GBP">, other: Figure<"GBP">) => Figure<"GBP">)[] = [
  (one, other) => one.plus(other),
  (one, other) => one.minus(other),
  (one, other) => one.min(other),
  (one, other) => one.max(other),
  (one, other) => one.clampedTo(other, other),
  (one, other) => sum("GBP", [one, other]),
];

const treated = fc
  .tuple(stated, fc.array(fc.constantFrom(...alone), { maxLength: 4 }))
  .map(([{ money, made }, steps]): Money => ({ money: steps.reduce((one, step) => step(one), money), made }));

const sums = fc.tuple(fc.constantFrom(...together), treated, treated, treated);

describe("money says the prices of what it was made of, however far back", () => {
  test("and does not add to money in others, or to what was made of such", () => {
    fc.assert(
      fc.property(sums, fc.constantFrom(...together), ([first, a, b, c], second) => {
        const both = (): Figure<"GBP"> => first(a.money, b.money);
        const three = (): Figure<"GBP"> => second(both().times(1), c.money);
        for (const [added, of] of [
          [both, [a, b]],
          [three, [a, b, c]],
        ] as const) {
          const [prices, other] = new Set(of.flatMap(({ made }) => made));
          if (other !== undefined) expect(added).toThrow(/ Convert it with toPrices first\.$/);
          else expect(added().prices).toBe(prices);
        }
      }),
      runs,
    );
  });

  test("and says the same once an input of it has changed", () => {
    fc.assert(
      fc.property(treated, ({ money, made: [prices] }) => {
        expect(whatIf(money, { value: 7 }).prices).toBe(prices);
      }),
      runs,
    );
  });

  test("but a share of money says none and goes with any, and there is none of money in other prices", () => {
    fc.assert(
      fc.property(stated, stated, (one, other) => {
        const share = one.money.dividedBy(one.money.times(2));
        expect(share.prices).toBeUndefined();
        const [prices, others] = [one.made[0], other.made[0]];
        if (prices !== undefined && others !== undefined && prices !== others)
          expect(() => one.money.dividedBy(other.money)).toThrow("dividedBy takes money in prices");
        else expect(one.money.dividedBy(other.money).prices).toBeUndefined();
        const part = other.money.times(share).in("GBP");
        expect(part.prices).toBe(other.made[0]);
      }),
      runs,
    );
  });

  test("and says other prices once it is called so, as inPrices calls what it has brought to them", () => {
    const real = given(100, "GBP", { name: "value", about: { prices: said[0] } });
    const nominal = real.times(ratio).named("paid", { prices: said[1] });
    expect(nominal.plus(given(5, "GBP", { name: "grant", about: { prices: said[1] } })).prices).toBe(said[1]);
    expect(() => nominal.plus(real)).toThrow("sum takes money in prices of each year, and received");
  });
});
