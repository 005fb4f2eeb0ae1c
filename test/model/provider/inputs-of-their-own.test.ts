import { describe, expect, test } from "vitest";
import { given, isFormula } from "volumes-and-values";
import type { Figure } from "volumes-and-values";
import * as fromProvider from "volumes-and-values/provider";
import {
  admittedByMonth,
  admittedTogether,
  attrition,
  discountFactors,
  inPrices,
  lagged,
  moneyByYear,
  moneyTogether,
  monthlyFlows,
  monthsOnAverage,
  monthsReferred,
  payment,
  presentValue,
  prioritise,
  rebased,
  toPrices,
  withOptimismBias,
} from "volumes-and-values/provider";
import type { DiscountSchedule, PriceIndex, VolumeRule } from "volumes-and-values/provider";
import * as fromSources from "volumes-and-values/sources";
import { decimalFrom } from "../../../src/numbers/decimal.ts";
import { inputsOf, pathOf } from "../../../src/readings/inputs.ts";
import { isInRange } from "../../../src/readings/ranges.ts";

const year = "2021/22";
const moneyOf = (name: string, amount: number) =>
  moneyByYear({ name, prices: year, values: { [year]: amount, "2022/23": amount } });
const pounds = given(300, "GBP", { name: "cost" });
const referredInMonth = [100, 0, 0].map((n) => given(n, "referrals/month", { name: "referralsInMonth" }));
const volumes = { [year]: { referrals: 1200, starts: 900, completions: 600 } };

const indexOf = (name: string, number: number): PriceIndex => ({
  name,
  source: "illustrative",
  values: { [year]: 100 + number, "2022/23": 110 + number },
});
const scheduleOf = (name: string, number: number): DiscountSchedule => ({
  name,
  source: "illustrative",
  asOf: "2026-11-22",
  bands: [{ fromYear: 0, rate: number / 100 }],
});
const timingOf = (name: string, number: number) =>
  ({ name, from: "2021-04-01", lagToStart: number, lagToCompletion: number, lagToDropOut: number }) as const;
const flowsOf = (name: string, number: number) => monthlyFlows(volumes, timingOf(name, number));
const ruleOf = (name: string, number: number): VolumeRule => ({
  name,
  agreedLevel: 170 + number,
  from: "2022-04-01",
  reads: "admitted",
  monthBefore: 120 + number,
  reason: "orders, if referral numbers stay within agreed levels",
  source: "illustrative",
});
const admittedOf = (name: string, number: number) =>
  admittedByMonth([{ month: "2022-04", alwaysAdmitted: 120, conditional: 80 }], ruleOf(name, number));
const prioritisedOf = (name: string, number: number) =>
  prioritise(
    [{ id: "licence", referrals: 100 + number, attributes: { risk: "high" } }],
    80 + number,
    [{ by: "risk", first: ["high"] }],
    { name, hoursPerReferral: { by: "risk", values: { high: 10 + number } } },
  );

/** What takes a name, made under one of some number. Illustrative throughout. */
const named: Readonly<Record<string, (name: string, number: number) => readonly (Figure | undefined)[]>> = {
  admittedByMonth: (name, number) => admittedOf(name, number).map(({ admitted }) => admitted),
  admittedTogether: (name, number) => [admittedTogether(admittedOf(name, number)).keptOut],
  attrition: (name, number) =>
    attrition({
      name,
      completionRate: number / 10,
      lagToCompletion: number,
      lagToDropOut: { sharesByMonth: [number / 10, "rest"] },
      months: 2,
    }).map(({ stillOnService }) => stillOnService),
  discountFactors: (name, number) => discountFactors(2, scheduleOf(name, number)),
  inPrices: (name, number) => [
    inPrices(moneyOf(name, number), "of each year", indexOf(name, number)).values["2022/23"],
  ],
  lagged: (name, number) => lagged(referredInMonth, number, name).arrivals,
  moneyByYear: (name, number) => [moneyOf(name, number).total()],
  moneyTogether: (name, number) => [moneyTogether([moneyOf(name, number)]).total()],
  monthlyFlows: (name, number) => flowsOf(name, number).rows.map(({ starts }) => starts),
  monthsOnAverage: (name, number) => [monthsOnAverage(number, name)],
  monthsReferred: (name, number) =>
    monthsReferred({
      alwaysAdmitted: flowsOf(name, number),
      conditional: flowsOf(name, number),
    }).map(({ alwaysAdmitted }) => alwaysAdmitted as Figure),
  presentValue: (name, number) => [
    presentValue(moneyOf(name, number), { yearZero: year, schedule: scheduleOf(name, number) }).presentValue,
  ],
  prioritise: (name, number) => {
    const { waiting, hours } = prioritisedOf(name, number);
    return [waiting, hours];
  },
  rebased: (name, number) => [rebased(indexOf(name, number), year)["2022/23"]],
  toPrices: (name, number) => [toPrices(pounds, { from: year, to: "2022/23", index: indexOf(name, number) })],
  withOptimismBias: (name, number) => [
    withOptimismBias(moneyOf(name, number), number / 10, { name }).optimismBias.total(),
  ],
};

/**
 * What is read from a document of its own, whose inputs are named for where they stand in it: a bid, a staffing, the
 * returns of providers. Two documents of other numbers are refused together.
 */
const documents = [
  "collate",
  "disparities",
  "exposure",
  "fullCost",
  "offersSideBySide",
  "payment",
  "recovery",
  "screenRecords",
  "shouldWeBid",
  "smoothRampUp",
  "staff",
  "staffingGaps",
  "tally",
];

const madeOf = (figures: readonly (Figure | undefined)[]): readonly Figure[] =>
  figures.filter((figure) => figure !== undefined);
const pathsOf = (figures: readonly (Figure | undefined)[]): readonly string[] => [
  ...inputsOf(madeOf(figures)).keys(),
];

describe("inputs that may stand twice in one figure have a path of their own", () => {
  test("and every function of a provider's view is either named or reads a document", () => {
    const makers = Object.entries({ ...fromProvider, ...fromSources }).flatMap(([name, one]) =>
      typeof one === "function" && !isFormula(one) && !name.startsWith("parse") ? [name] : [],
    );
    expect([...Object.keys(named), ...documents].sort()).toEqual(makers.sort());
  });

  test("and two documents of other numbers are refused together", () => {
    const paid = (price: number) =>
      payment(
        { name: "Price", counts: "starts", parts: [{ pay: "per case", price }] },
        { contracted: 100, delivered: 100 },
      ).total;
    expect(() => inputsOf([paid(200), paid(210)])).toThrow("Read the figures of each plan by themselves");
  });

  describe.each(Object.entries(named))("%s", (_, make) => {
    test("under two names, each input of the one is apart from each of the other", () => {
      const [one, other] = [pathsOf(make("one", 1)), pathsOf(make("other", 2))];
      expect(one.length).toBeGreaterThan(0);
      expect(one.filter((path) => other.includes(path))).toEqual([]);
    });

    test("is apart in equal numbers too, so that they do not move together in silence", () => {
      const [one, other] = [pathsOf(make("one", 1)), pathsOf(make("other", 1))];
      expect(one.filter((path) => other.includes(path))).toEqual([]);
    });

    test("is never below nought under its name either, but for money by year, which may be owed", () => {
      const inputs = [...inputsOf(madeOf(make("one", 1))).values()];
      const below = inputs.filter((input) => isInRange(input, decimalFrom(-1))).map(pathOf);
      expect(below.filter((path) => path?.startsWith("money.one.") !== true)).toEqual([]);
    });

    test("is one input where it is used twice", () => {
      const once = pathsOf(make("one", 1));
      expect(pathsOf([...make("one", 1), ...make("one", 1)])).toEqual(once);
    });
  });
});
