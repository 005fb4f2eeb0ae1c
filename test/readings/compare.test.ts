import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { forecast, given, isAbsent, present } from "volumes-and-values";
import { compare, explain, onBasis, published, startsInYear } from "volumes-and-values/readings";
import type { FigureBasis, OnBasis } from "volumes-and-values/readings";
import { essexPlan, problemsOf } from "../support/plans.ts";
import { runs } from "../support/runs.ts";

const note = "RR3 meeting note, 26 August 2020, section 3b";
const aYear: FigureBasis = { period: { each: "year" }, kind: "flow" };
const aQuarter: FigureBasis = { period: { each: "quarter" }, kind: "flow" };

const starts = (count: number, basis: Partial<FigureBasis> = {}): OnBasis =>
  published(count, "starts", { name: "starts", source: "illustrative", basis: { ...aYear, ...basis } });
const pounds = (amount: number, basis: Partial<FigureBasis> = {}): OnBasis =>
  published(amount, "GBP", { name: "value", source: "illustrative", basis: { ...aYear, ...basis } });

const found = (before: OnBasis, after: OnBasis): readonly string[] =>
  compare(before, after).differences.map(({ of }) => of);

test("nothing that was published is both in its scope and left out of it", () => {
  const scope = { included: ["accommodation", "ETE"], excluded: ["ETE"] };
  expect(problemsOf(() => starts(900, { scope })).map(({ message }) => message)).toEqual([
    'scope.excluded.0: expected nothing that is included; received "ETE", which scope.included.1 has.',
  ]);
});

describe("the claim about accommodation in Essex", () => {
  const scope = { included: ["accommodation in Essex, all complexities"], excluded: [] };
  const volume = published(900, "starts", {
    name: "indicativeVolume",
    source: note,
    basis: { ...aYear, scope },
  });
  const supported = (count: number): OnBasis =>
    published(count, "peopleInQuarter", {
      name: "peopleSupported",
      source: note,
      basis: { ...aQuarter, scope },
    });
  /** The share by which 900 starts differ from those of a provider who supports so many, if they stay so long. */
  const changeOf900 = (supportedPerQuarter: number, stayInQuarters: number): string => {
    const converted = onBasis(startsInYear({ supportedPerQuarter, stayInQuarters }), { ...aYear, scope });
    const { likeForLike, share } = compare(converted, volume);
    expect(likeForLike).toBe(true);
    return present(share).toJSON().value;
  };

  it.for([300, 450])("refuses to take %i people supported in a quarter from 900 starts a year", (count) => {
    const { likeForLike, differences, change, ratio, share } = compare(supported(count), volume);
    expect(likeForLike).toBe(false);
    expect(differences.map(({ of }) => of)).toEqual(["counts", "period"]);
    for (const figure of [change, ratio, share]) expect(isAbsent(figure)).toBe(true);
    expect(() => present(change, "The change")).toThrow(
      "The change is absent: not like for like: what is counted differs: peopleInQuarter before, starts after; " +
        "the period differs: a quarter before, a year after.",
    );
  });

  it("gives 25% to 50% less where nobody is carried over, and level to 50% more where people stay three months", () => {
    // Published range, and changes recomputed: 900 against 1,200 to 1,800, and against 600 to 900.
    expect([changeOf900(300, 0), changeOf900(450, 0)]).toEqual(["-0.25", "-0.5"]);
    expect([changeOf900(300, 1), changeOf900(450, 1)]).toEqual(["0.5", "0"]);
  });

  it("never waives what is counted: that takes a conversion", () => {
    const waive = [{ difference: "counts", reason: "it is near enough" }] as const;
    expect(problemsOf(() => compare(supported(300), volume, { waive }))).toMatchObject([
      { path: "waive.0.difference", message: expect.stringContaining("Convert one of them first.") },
    ]);
  });

  it("says in the working how long people were taken to stay", () => {
    const converted = startsInYear({ supportedPerQuarter: 300, stayInQuarters: 1 });
    expect(String(explain(converted))).toContain("stayInQuarters = 1 quarters/starts, given");
  });
});

describe("£60m spent now against £120m planned", () => {
  // RR3 meeting note, 26 August 2020: the £60m holds all ETE spend, and the £120m is for years three and four.
  const spent = pounds(60_000_000, { scope: { included: ["all ETE spend"], excluded: [] } });
  const planned = pounds(120_000_000, { scope: { included: ["the dynamic framework"], excluded: [] } });

  it("is refused for its scope, and for nothing else", () => {
    expect(found(spent, planned)).toEqual(["scope"]);
    expect(compare(spent, planned).change).toEqual({
      absent: "not like for like: the scope differs: all ETE spend before, the dynamic framework after",
    });
  });

  it("says what neither states, since nobody can tell whether they agree in it", () => {
    expect(compare(spent, planned).unstated).toEqual(["priceBase", "vat"]);
    expect(compare(starts(1), starts(2)).unstated).toEqual(["scope"]);
  });

  it("is subtracted once that is waived, and the reason stays in the result, its JSON, its print and the working", () => {
    const reason = "the order of magnitude is wanted";
    const result = compare(spent, planned, { waive: [{ difference: "scope", reason }] });
    expect(String(present(result.change))).toBe("60000000 GBP");
    expect(String(present(result.ratio))).toBe("2");
    expect(result.likeForLike).toBe(false);
    expect(result.waived).toMatchObject([{ of: "scope", reason }]);
    expect(JSON.parse(JSON.stringify(result))).toMatchObject({ waived: [{ of: "scope", reason }] });
    expect(String(result)).toContain(`Waived: ${reason}`);
    expect(String(explain(present(result.change)))).toContain(reason);
  });
});

describe("two figures are like for like", () => {
  it.for<[string, Partial<FigureBasis>, Partial<FigureBasis>]>([
    ["two years", { period: { from: "2021-04-01", to: "2022-03-31" } }, { period: { each: "year" } }],
    [
      "a leap year and another",
      { period: { from: "2023-04-01", to: "2024-03-31" } },
      { period: { from: "2022-04-01", to: "2023-03-31" } },
    ],
    ["two vintages", { vintage: "November 2019" }, { vintage: "June 2020" }],
    [
      "one scope in another order",
      { scope: { included: ["ETE", "accommodation"], excluded: [] } },
      { scope: { included: ["accommodation", "ETE", "ETE"], excluded: [] } },
    ],
  ])("that differ only in being %s", (pair) => {
    const { likeForLike, change } = compare(starts(900, pair[1]), starts(1000, pair[2]));
    expect(likeForLike).toBe(true);
    expect(String(present(change))).toBe("100 starts");
  });

  it("where they are volumes, whatever price base is stated: a volume has none", () => {
    expect(found(starts(1, { priceBase: "2019/20" }), starts(2, { priceBase: "2020/21" }))).toEqual([]);
    const inEuro = (unit: string, basis: Partial<FigureBasis>): OnBasis =>
      published(1, unit, { name: "value", source: "illustrative", basis: { ...aYear, ...basis } });
    for (const unit of ["EUR", "EUR/starts"])
      expect(found(inEuro(unit, { vat: "included" }), inEuro(unit, { vat: "excluded" }))).toEqual(["vat"]);
    expect(found(inEuro("hours/starts", { vat: "included" }), inEuro("hours/starts", {}))).toEqual([]);
    expect(found(pounds(1, { priceBase: "2019/20" }), pounds(2, { priceBase: "2020/21" }))).toEqual([
      "priceBase",
    ]);
  });
});

describe("two figures are not like for like", () => {
  it.for<[string, Partial<FigureBasis>, Partial<FigureBasis>]>([
    ["period", { period: { each: "quarter" } }, { period: { each: "year" } }],
    ["period", { period: { from: "2021-06-26", to: "2022-03-31" } }, { period: { each: "year" } }],
    ["period", { period: { from: "2021-04-01", to: "2022-09-30" } }, { period: { each: "month" } }],
    ["vat", { vat: "included" }, { vat: "excluded" }],
    ["vat", { vat: "included" }, {}],
    ["definition", { definition: "referrals" }, { definition: "starts" }],
    ["definition", {}, { definition: "starts" }],
    [
      "scope",
      { scope: { included: ["ETE"], excluded: ["fees"] } },
      { scope: { included: ["ETE"], excluded: [] } },
    ],
  ])("for their %s", (pair) => {
    expect(found(pounds(1, pair[1]), pounds(2, pair[2]))).toEqual([pair[0]]);
  });

  it("where one is a stock and the other a flow", () => {
    const fte = published(10, "visits", {
      name: "visits",
      source: "illustrative",
      basis: { period: { at: "2020-06-30" }, kind: "stock" },
    });
    const flow = published(10, "visits", { name: "visits", source: "illustrative", basis: aYear });
    expect(found(fte, flow)).toEqual(["kind", "period"]);
  });
});

describe("a comparison", () => {
  it("gives what the figures give, and reversed the change with the other sign", () => {
    const amount = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        const [forth, back] = [compare(starts(a), starts(b)), compare(starts(b), starts(a))];
        expect(present(forth.change).toJSON().value).toBe(String(b - a));
        expect(present(forth.change).plus(present(back.change)).value.isZero()).toBe(true);
        expect(isAbsent(forth.share)).toBe(a === 0);
      }),
      { numRuns: runs },
    );
  });

  it("with nothing before has a change and no share of it", () => {
    const { change, share } = compare(starts(0), starts(5));
    expect(String(present(change))).toBe("5 starts");
    expect(share).toEqual({ absent: "there was nothing before, so there is no share of it" });
  });

  it("changes nothing it is given, and nothing of it can be changed", () => {
    const basis = { ...aYear, scope: { included: ["ETE"], excluded: [] as string[] } };
    const figure = onBasis(given(1, "starts", { name: "starts" }), basis);
    basis.scope.included.push("fees");
    expect(figure.basis.scope?.included).toEqual(["ETE"]);
    const result = compare(figure, figure);
    expect(
      Object.isFrozen(result) && Object.isFrozen(result.differences) && Object.isFrozen(result.waived),
    ).toBe(true);
    expect(Object.isFrozen(figure.basis.scope?.included)).toBe(true);
  });

  it("prints what it compared, in what they differ, and what neither states", () => {
    expect(String(compare(pounds(100), pounds(75, { vat: "excluded" })))).toMatchInlineSnapshot(`
      "before: value: 100 GBP
      after: value: 75 GBP
      not like for like
        VAT differs: not stated before, excluded after. Put VAT on both or on neither, or waive it with a reason.
      neither states: scope, priceBase
      change: absent"
    `);
    expect(String(compare(pounds(100), pounds(75)))).toMatchInlineSnapshot(`
      "before: value: 100 GBP
      after: value: 75 GBP
      like for like
      neither states: scope, priceBase, vat
      change: -25 GBP; ratio: 0.75; share: -0.25"
    `);
  });
});

describe("wrong input is refused with what to do", () => {
  const one = starts(1);
  const messages = (act: () => unknown): readonly string[] => problemsOf(act).map(({ message }) => message);

  it.for<[string, () => unknown, string]>([
    [
      "waiver without a reason",
      () => compare(one, pounds(1), { waive: [{ difference: "scope" }] } as never),
      "waive.0.reason: expected text; received nothing.",
    ],
    [
      "blank reason",
      () => compare(one, one, { waive: [{ difference: "scope", reason: " " }] }),
      'waive.0.reason: expected text that is not blank; received " ".',
    ],
    [
      "unknown difference",
      () => compare(one, one, { waive: [{ difference: "scoop", reason: "so" }] } as never),
      'waive.0.difference: expected "counts" or "kind" or "period" or "definition" or "scope" or "priceBase" or "vat"; received "scoop".',
    ],
    [
      "waiver of what agrees",
      () => compare(one, one, { waive: [{ difference: "scope", reason: "so" }] }),
      'waive.0.difference: expected a difference of the two: nothing differs; received "scope". Leave it out.',
    ],
    [
      "two waivers of one difference",
      () =>
        compare(one, starts(1, { definition: "other" }), {
          waive: [
            { difference: "definition", reason: "so" },
            { difference: "definition", reason: "and so" },
          ],
        }),
      'waive.1.difference: expected each difference once; received "definition". Give one reason.',
    ],
    [
      "unknown option",
      () => compare(one, one, { wave: [] } as never),
      'wave: expected a known name: waive; received "wave". Did you mean "waive"?',
    ],
    [
      "options that are none",
      () => compare(one, one, "scope" as never),
      '(the whole): expected an object; received "scope".',
    ],
    [
      "a bare figure",
      () => compare(one.figure as never, one),
      "before: expected a figure on a basis; received an object. Make it with published or onBasis.",
    ],
    [
      "nothing",
      () => compare(one, undefined as never),
      "after: expected a figure on a basis; received undefined. Make it with published or onBasis.",
    ],
    [
      "a stock called a flow",
      () => onBasis(given(1, "people", { name: "people" }), aYear),
      'kind: expected "stock": people are people under supervision at a date; received "flow".',
    ],
    [
      "a flow at a date",
      () => starts(1, { period: { at: "2020-06-30" } }),
      "period: expected a period in which a flow happens; received a date. Give { from, to } or { each }.",
    ],
    [
      "a stock each year",
      () => published(1, "people", { name: "p", source: "s", basis: { ...aYear, kind: "stock" } }),
      "period: expected a date at which a stock is there, or the days of its mean; received { each }. Give { at } or { from, to }.",
    ],
    [
      "a period that ends before it begins",
      () => starts(1, { period: { from: "2021-04-01", to: "2021-03-31" } }),
      'basis.period.to: expected a day from 2021-04-01 on; received "2021-03-31".',
    ],
    [
      "a day that is none",
      () => starts(1, { period: { from: "2021-02-30", to: "2021-03-31" } }),
      'basis.period.from: expected a day, as 2021-06-26; received "2021-02-30".',
    ],
    [
      "no period",
      () => onBasis(one.figure, { kind: "flow" } as never),
      'period: expected { from, to }, { at } or { each }, as { each: "year" }; received nothing.',
    ],
    [
      "an unknown key",
      () => starts(1, { pricebase: "2019/20" } as never),
      'basis.pricebase: expected a known name: period, kind, priceBase, vat, scope, definition, vintage; received "pricebase". Did you mean "priceBase"?',
    ],
    [
      "a published figure without a source",
      () => published(1, "starts", { name: "starts", basis: aYear } as never),
      "source: expected text; received nothing.",
    ],
    [
      "a published figure with an unknown name beside it",
      () => published(1, "starts", { name: "starts", source: "so", asof: "2020", basis: aYear } as never),
      'asof: expected a known name: name, source, about, asOf, note, basis; received "asof". Did you mean "asOf"?',
    ],
    [
      "VAT by another word",
      () => pounds(1, { vat: "incl" } as never),
      'basis.vat: expected "included" or "excluded"; received "incl".',
    ],
  ])("%s", ([, act, message]) => {
    expect(messages(act)).toEqual([message]);
  });

  it("fewer than no starts, a share past one, and a stay of less than nothing", () => {
    const said = { source: "illustrative", basis: aYear };
    expect(() => starts(-5)).toThrow("starts is zero or more starts; received -5.");
    expect(() => published("1.2", "ratio", { ...said, name: "takeUpShare" })).toThrow(
      "takeUpShare is a share",
    );
    expect(() => published("1.2", "starts/referrals", { ...said, name: "startRate" })).toThrow("is a share");
    // A mean of several years may have parts; a sum of money may be owed.
    expect(String(published("1.5", "starts", { ...said, name: "starts" }).figure)).toBe("1.5 starts");
    expect(String(pounds(-5).figure)).toBe("-5 GBP");
    for (const stayInQuarters of [-1, "-0.5"])
      expect(() => startsInYear({ supportedPerQuarter: 300, stayInQuarters })).toThrow(
        `stayInQuarters is zero or more; received ${String(stayInQuarters)}.`,
      );
  });

  it("what is no figure", () => {
    expect(() => onBasis(5 as never, aYear)).toThrow("onBasis takes a figure, and received 5.");
  });
});

describe("money that says in which prices it is", () => {
  const value = (about: Record<string, string>) => given(120_000, "GBP", { name: "indicativeValue", about });
  const nominal = value({ prices: "in prices of each year" });

  it("is refused on a basis of other prices, and both are said", () => {
    expect(() => onBasis(nominal, { ...aYear, priceBase: "2022/23" })).toThrow(
      "The indicativeValue is in prices of each year, and is not in prices of 2022/23.",
    );
    expect(() => compare({ figure: nominal, basis: { ...aYear, priceBase: "2022/23" } }, pounds(1))).toThrow(
      "is not in prices of 2022/23",
    );
    expect(() =>
      onBasis(value({ prices: "in prices of 2019/20" }), { ...aYear, priceBase: "of each year" }),
    ).toThrow("The indicativeValue is in prices of 2019/20, and is not in prices of each year.");
  });

  it("is taken on a basis of its own prices, or on one that states none", () => {
    for (const basis of [{ ...aYear, priceBase: "of each year" }, aYear])
      expect(onBasis(nominal, basis).figure).toBe(nominal);
    // Nominal money of a year is in the prices of that year.
    const ofOneYear = value({ prices: "in prices of each year", year: "2022/23" });
    expect(onBasis(ofOneYear, { ...aYear, priceBase: "2022/23" }).figure).toBe(ofOneYear);
  });
});

describe("years of a forecast that are added up", () => {
  const made = forecast(essexPlan());
  const eachYear = { period: { each: "year" }, kind: "flow" } as const;

  it("are not what happens in each", () => {
    expect(problemsOf(() => onBasis(made.total().starts, eachYear)).map(({ message }) => message)).toEqual([
      "period: expected that of 3 years added up, 2021/22, 2022/23, 2023/24; received each year. " +
        'Take one year, total({ year: "2023/24" }), or say from and to.',
    ]);
  });

  it("have the days from the first to the last, and one year is each", () => {
    const { starts } = made.total({ year: "2023/24" });
    expect(onBasis(starts, eachYear).figure).toBe(starts);
    const days = { ...eachYear, period: { from: "2021-04-01", to: "2024-03-31" } };
    expect(onBasis(made.total().starts, days).basis.period).toEqual(days.period);
  });
});
