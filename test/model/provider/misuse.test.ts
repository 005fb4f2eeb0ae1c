import { describe, expect, test } from "vitest";
import { isModelError } from "volumes-and-values";
import * as provider from "volumes-and-values/provider";
import { refused } from "../../numbers/refusal.ts";

const {
  attrition,
  exposure,
  inPrices,
  lagged,
  moneyByYear,
  moneyTogether,
  monthlyFlows,
  monthsReferred,
  presentValue,
  staff,
  toPrices,
  withOptimismBias,
} = provider;

const money = moneyByYear({ prices: "2021/22", values: { "2021/22": 1000 } });
const index = { name: "an index", source: "illustrative", values: { "2021/22": 100, "2022/23": 105 } };
const flows = monthlyFlows(
  { "2021/22": { referrals: 120, starts: 90, completions: 60 } },
  { from: "2021-04-01", lagToStart: 0, lagToCompletion: 3, lagToDropOut: 1 },
);
const posts = staff(
  { roles: { keyworker: { hoursPerStart: 9, productiveHours: 1408, posts: "whole" } } },
  { work: [{ year: "2021/22", starts: 90 }] },
);
const exposed = exposure(
  { "2021/22": { cases: 90 } },
  {
    name: "illustrative",
    mechanism: { name: "Price", counts: "starts", parts: [{ pay: "per case", price: 250 }] },
    costs: [{ name: "support", perCase: 200 }],
  },
);

/** What is said of a call as somebody makes it who writes no types. */
const untyped = (call: (...given: never[]) => unknown, ...given: readonly unknown[]): string =>
  refused(() => call(...(given as never[]))).message;
const volumesPaying = (...asked: [number, string]) => exposed.volumesPaying(...asked);
const postsOf = (...asked: [string, string]) => posts.of(...asked);
const monthsInAll = (asked: { readonly from: string; readonly to: string }) => flows.total(asked);

describe("a call from which something was left out says what", () => {
  test.for<readonly [string, () => string, string]>([
    [
      "attrition of nothing",
      () => untyped(attrition),
      "(the whole): expected an object; received undefined.",
    ],
    [
      "attrition without a lag",
      () => untyped(attrition, { completionRate: "0.6", lagToCompletion: 3, months: 3 }),
      "expected months, as 3.2",
    ],
    [
      "prices of another year without the year",
      () => untyped(toPrices, money.total(), { from: "2021/22", index }),
      "to: expected the year in whose prices it is to be; received undefined.",
    ],
    [
      "prices of another year without anything",
      () => untyped(toPrices, money.total()),
      "This change of prices has 1 problem",
    ],
    ["prices of no money", () => untyped(toPrices, undefined), "toPrices takes GBP, or GBP for each"],
    [
      "a present value without a schedule",
      () => untyped(presentValue, money, { yearZero: "2021/22" }),
      'schedule: expected "Green Book", or a schedule; received undefined.',
    ],
    ["a present value without options", () => untyped(presentValue, money), "This discounting has 1 problem"],
    ["a present value of nothing", () => untyped(presentValue), "expected money by year, as moneyByYear"],
    ["bias on nothing", () => untyped(withOptimismBias, {}, "0.1"), "expected money by year, as moneyByYear"],
    [
      "nothing in other prices",
      () => untyped(inPrices, undefined, "2021/22", index),
      "expected money by year",
    ],
    ["no money together", () => untyped(moneyTogether), "expected a list of streams of money"],
    [
      "money together with none",
      () => untyped(moneyTogether, [money, null]),
      "1: expected money by year, as moneyByYear gives it; received null.",
    ],
    [
      "one month's referrals without the other's",
      () => untyped(monthsReferred, { alwaysAdmitted: flows }),
      "conditional: expected the months that monthlyFlows gives; received undefined.",
    ],
    [
      "a volume paying so much in no year",
      () => untyped(volumesPaying, 400),
      "undefined is no year here. Known: 2021/22.",
    ],
    [
      "posts of a role in no period",
      () => untyped(postsOf, "keyworker"),
      "undefined is no period here. Known: 2021/22.",
    ],
    [
      "posts of a role that is none",
      () => untyped(postsOf, 5, "2021/22"),
      "5 is no role here. Known: keyworker.",
    ],
    ["months of nothing", () => untyped(monthsInAll, null), "This period has 1 problem"],
    [
      "months from one on",
      () => untyped(monthsInAll, { from: "2021-04" }),
      "to: expected its last month; received undefined.",
    ],
    [
      "a lag of no flow",
      () => untyped(lagged, undefined, 3),
      "(the whole): expected a list of figures, one for each",
    ],
    [
      "a lag of a flow with a hole",
      () => untyped(lagged, [flows.rows[0]?.starts, undefined], 3),
      "lagged takes starts/month, and received",
    ],
  ])("%s", ([, said, message]) => {
    expect(said()).toContain(message);
  });
});

test("nothing that a provider may call breaks on what it is not made for: it refuses it, or takes it", () => {
  const strange: readonly unknown[] = [undefined, null, 5, "x", {}, [], [null], [5], { a: null }, true];
  const calls = [[], ...strange.flatMap((one) => [[one], [one, one], [one, one, one]])];
  const functions = Object.entries(provider).flatMap(([name, value]): [string, () => unknown][] =>
    typeof value === "function"
      ? calls.map((given) => [name, () => Reflect.apply(value, undefined, given)])
      : [],
  );
  const broken = functions.flatMap(([name, act]) => {
    try {
      act();
    } catch (error) {
      if (!isModelError(error)) return [`${name}: ${String(error)}`];
    }
    return [];
  });
  expect(broken).toEqual([]);
  expect(functions.length).toBeGreaterThan(1_000);
});
