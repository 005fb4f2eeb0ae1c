import { describe, expect, it } from "vitest";
import { forecast, isModelError, parsePlan } from "volumes-and-values";
import { bridge } from "volumes-and-values/readings";
import type { Forecast } from "volumes-and-values";
import type { Bridge, BridgeOptions, Cause } from "volumes-and-values/readings";
import { changed, problemsOf, thrownBy } from "../support/plans.ts";
import type { Changes, JsonObject } from "../support/plans.ts";

/**
 * One lot at its plateau from the first day, in round numbers: 1,000 people on licence × 1.5 × 0.4 × 0.5 × 1.2 are 360
 * referrals, × 0.8 are 288 starts, × 0.5 are 144 completions, and × £250 are £72,000.
 */
const round: JsonObject = {
  schema: "volumes-and-values/plan/1",
  name: "Round numbers, illustrative",
  caseload: {
    asOf: "2020-06-30",
    source: "illustrative",
    counted: "people",
    cells: [
      { area: "essex", sentenceType: "licence", people: 1000 },
      { area: "essex", sentenceType: "community-order-rar", people: 0 },
      { area: "essex", sentenceType: "community-order-no-rar", people: 0 },
      { area: "kent", sentenceType: "licence", people: 500 },
    ],
  },
  turnover: 1.5,
  services: {
    accommodation: {
      rules: [
        {
          id: "licence",
          decision: "admit",
          when: { stage: "licence" },
          reason: "people on licence are eligible",
          source: "illustrative",
        },
        {
          id: "rar",
          decision: "admit",
          when: { requirement: "rar" },
          reason: "orders with RAR are eligible",
          source: "illustrative",
        },
      ],
      complexityMix: { low: 0.2, medium: 0.5, high: 0.3 },
      needShare: 0.4,
      takeUpShare: 0.5,
      referralsPerPerson: 1.2,
      startRate: 0.8,
      completionRate: 0.5,
      rampUp: { profile: { shape: "step", monthsToPlateau: 1 }, unmet: "lost" },
      unitCost: { costPerStart: 250 },
    },
  },
  lots: [{ id: "essex", service: "accommodation", areas: ["essex"], cohort: {}, from: "2021-04-01" }],
  calendar: { years: "financial", first: "2021/22", last: "2021/22" },
};

const made = (changes: Changes = {}): Forecast => forecast(parsePlan(changed(round, changes)));
const before = made();
const service = "services.accommodation";

/** The parts of a total that are not nought. */
const partsOf = ({ total }: Bridge): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(total.parts)
      .filter(([, part]) => !part.value.isZero())
      .map(([cause, part]) => [cause, String(part)]),
  );
const split = (after: Forecast, options: BridgeOptions = {}): Readonly<Record<string, string>> =>
  partsOf(bridge(before, after, options));

describe("each cause, by hand", () => {
  it.for<[what: string, Changes, BridgeOptions, Readonly<Partial<Record<Cause, string>>>]>([
    [
      "a tenth more people",
      { "caseload.cells.0.people": 1100 },
      { of: "starts" },
      { caseload: "28.8 starts" },
    ],
    [
      "a tenth of the people without RAR",
      { "caseload.cells.0.people": 900, "caseload.cells.2.people": 100 },
      { of: "starts" },
      { eligibility: "-28.8 starts" },
    ],
    ["a turnover of 1.8", { turnover: 1.8 }, { of: "starts" }, { turnover: "57.6 starts" }],
    ["a need of a half", { [`${service}.needShare`]: 0.5 }, { of: "starts" }, { need: "72 starts" }],
    ["a take-up of 0.6", { [`${service}.takeUpShare`]: 0.6 }, { of: "starts" }, { takeUp: "57.6 starts" }],
    [
      "one referral each",
      { [`${service}.referralsPerPerson`]: 1 },
      { of: "starts" },
      { takeUp: "-48 starts" },
    ],
    [
      "nine of ten who start",
      { [`${service}.startRate`]: 0.9 },
      { of: "starts" },
      { startRate: "36 starts" },
    ],
    [
      "six of ten who finish",
      { [`${service}.completionRate`]: 0.6 },
      { of: "completions" },
      { completionRate: "28.8 completions" },
    ],
    ["half a year", { "lots.0.from": "2021-10-01" }, { of: "starts" }, { rampUp: "-144 starts" }],
    [
      "half of the referrals made",
      { "lots.0.from": "2021-10-01" },
      { of: "referralsMade" },
      { rampUp: "-180 referrals" },
    ],
    ["£10 more a start", { [`${service}.unitCost.costPerStart`]: 260 }, {}, { unitCost: "2880 GBP" }],
    [
      "half the spend of the year",
      { [`${service}.spendProfile`]: { shape: "table", factors: [0.5] } },
      {},
      { rampUp: "-36000 GBP" },
    ],
    [
      "a lot in Kent, of half as many people",
      { "lots.1": { id: "kent", service: "accommodation", areas: ["kent"], cohort: {}, from: "2021-04-01" } },
      {},
      { scope: "36000 GBP" },
    ],
    ["another year", { "calendar.last": "2022/23" }, {}, { scope: "72000 GBP" }],
    ["a rate for nobody", { [`${service}.startRate`]: 0 }, {}, { startRate: "-72000 GBP" }],
    ["nobody left", { "caseload.cells.0.people": 0 }, {}, { caseload: "-72000 GBP" }],
  ])("%s", ([, changes, options, parts]) => {
    expect(split(made(changes), options)).toEqual(parts);
  });

  it("a cheaper mix, where cost differs by complexity: 288 × £240 become 288 × £210", () => {
    const byComplexity = { by: "complexity", values: { low: 100, medium: 200, high: 400 } };
    const costs = { [`${service}.unitCost.costPerStart`]: byComplexity };
    const [was, is] = [
      made(costs),
      made({ ...costs, [`${service}.complexityMix`]: { low: 0.3, medium: 0.5, high: 0.2 } }),
    ];
    expect(partsOf(bridge(was, is))).toEqual({ complexityMix: "-8640 GBP" });
    // 28.8 starts more at £100, and as many fewer at £400.
    expect(bridge(was, is, { by: ["complexity"] }).lines.map(({ change }) => String(change))).toEqual([
      "2880 GBP",
      "0 GBP",
      "-11520 GBP",
    ]);
  });

  it("a rate that is as it was explains nothing, though people under another rate are more", () => {
    const byStage = (licence: number): Forecast =>
      made({
        turnover: { by: "stage", values: { licence }, otherwise: 1 },
        [`${service}.needShare`]: { by: "stage", values: { licence: 0.4 }, otherwise: 0.2 },
        "caseload.cells.1.people": 1000,
      });
    // The licence pool alone moves: 1,000 × 0.3 × 0.4 × 0.5 × 1.2 × 0.8.
    expect(partsOf(bridge(byStage(1.5), byStage(1.8), { of: "starts" }))).toEqual({
      turnover: "57.6 starts",
    });
  });

  it("people admitted anew are eligibility, whatever need they bring", () => {
    const needs = { [`${service}.needShare`]: { by: "stage", values: { licence: 0.4 }, otherwise: 0.9 } };
    const two = { ...needs, "caseload.cells.1.people": 1000 };
    const without = made({ ...two, [`${service}.rules.1.decision`]: "exclude" });
    // 1,000 × 1.5 × 0.9 × 0.5 × 1.2 × 0.8.
    expect(partsOf(bridge(without, made(two), { of: "starts" }))).toEqual({ eligibility: "648 starts" });
  });

  it("one turnover for all in place of one by stage is still turnover", () => {
    const stages = { by: "stage", values: { licence: 1.5 }, otherwise: 1 };
    expect(partsOf(bridge(made({ turnover: stages }), made({ turnover: 1.8 }), { of: "starts" }))).toEqual({
      turnover: "57.6 starts",
    });
  });

  it("a cohort that is narrowed is eligibility, and people of another cohort are no caseload", () => {
    const sexes = {
      "caseload.cells.0.sex": "male",
      "caseload.cells.1": { area: "essex", sentenceType: "licence", sex: "female", people: 200 },
    };
    const all = made(sexes);
    const men = made({ ...sexes, "lots.0.cohort": { sex: "male" } });
    expect(partsOf(bridge(all, men, { of: "starts" }))).toEqual({ eligibility: "-57.6 starts" });
    const moreWomen = made({ ...sexes, "lots.0.cohort": { sex: "male" }, "caseload.cells.1.people": 400 });
    expect(partsOf(bridge(men, moreWomen, { of: "starts" }))).toEqual({});
  });

  it("people released where nobody was at the date count as turnover, which is all that is known", () => {
    const released = (people: number): Changes => ({
      "caseload.cells.0": { area: "essex", sentenceType: "licence", people: 0, releasesInYear: people },
    });
    // 100 × 0.4 × 0.5 × 1.2 × 0.8 more.
    expect(partsOf(bridge(made(released(1000)), made(released(1100)), { of: "starts" }))).toEqual({
      turnover: "19.2 starts",
    });
  });
});

describe("published and recomputed splits of volume and price", () => {
  const at = (people: number, price: number): Forecast =>
    made({
      "caseload.cells.0.people": people,
      turnover: 1,
      [`${service}.needShare`]: 1,
      [`${service}.takeUpShare`]: 1,
      [`${service}.referralsPerPerson`]: 1,
      [`${service}.startRate`]: 1,
      [`${service}.unitCost.costPerStart`]: price,
    });

  it("a textbook's volume at the old price and price at the new volume", () => {
    // A textbook's single product: 4,000 at 300 become 3,600 at 260; −120,000 and −144,000 of −264,000.
    expect(partsOf(bridge(at(4000, 300), at(3600, 260), { method: "sequential" }))).toEqual({
      caseload: "-120000 GBP",
      unitCost: "-144000 GBP",
    });
  });

  it("the same the other way round, where the price is changed first", () => {
    const order = [
      "unitCost",
      "caseload",
      "eligibility",
      "turnover",
      "need",
      "takeUp",
      "startRate",
      "complexityMix",
      "rampUp",
    ] as const;
    expect(partsOf(bridge(at(4000, 300), at(3600, 260), { method: "sequential", order }))).toEqual({
      caseload: "-104000 GBP",
      unitCost: "-160000 GBP",
    });
  });

  it("1,000 at £50 become 1,200 at £45: by Shapley value, and each alone with the interaction apart", () => {
    const [was, is] = [at(1000, 50), at(1200, 45)];
    expect(partsOf(bridge(was, is))).toEqual({ caseload: "9500 GBP", unitCost: "-5500 GBP" });
    expect(partsOf(bridge(was, is, { method: "isolated" }))).toEqual({
      caseload: "10000 GBP",
      unitCost: "-5000 GBP",
      interaction: "-1000 GBP",
    });
  });
});

describe("two forecasts that are not like for like", () => {
  const basis = {
    priceBase: "2019/20",
    vat: "excluded",
    definition: "people referred",
    vintage: "November 2019",
  };
  const other = { ...basis, definition: "people who start", vintage: "June 2020" };
  const [november, june] = [made({ basis }), made({ basis: other })];
  const reason = "the definitions are set beside each other on purpose";

  it("are not split, and the error says what differs and what to do", () => {
    const error = thrownBy(() => bridge(november, june));
    if (!isModelError(error, "not-like-for-like")) throw error;
    expect(error.details.differences.map(({ of }) => of)).toEqual(["definition"]);
    expect(error.message).toBe(
      "These forecasts are not like for like, and their difference is not split:\n" +
        "  the definition differs: people referred before, people who start after. " +
        "Count both by one definition, or waive it with a reason.",
    );
  });

  it("are split once that is waived, and the reason stays in the bridge, its JSON and its print", () => {
    const result = bridge(november, june, { waive: [{ difference: "definition", reason }] });
    expect(result.waived).toMatchObject([{ of: "definition", reason }]);
    expect(result.by("year").waived).toBe(result.waived);
    expect(String(result)).toContain(`Waived: ${reason}`);
    expect(JSON.parse(JSON.stringify(result))).toMatchObject({
      waived: [{ of: "definition", reason }],
      bases: { before: { vintage: "November 2019" }, after: { vintage: "June 2020" } },
    });
  });

  it("may differ in price base where volumes are bridged: a volume has none", () => {
    const priced = made({ basis: { ...basis, priceBase: "2020/21" } });
    expect(() => bridge(november, priced)).toThrow("the price base differs");
    expect(bridge(november, priced, { of: "starts" }).waived).toEqual([]);
  });
});

describe("a bridge", () => {
  const after = made({ turnover: 1.8, [`${service}.unitCost.costPerStart`]: 240 });

  it("prints as a table that adds up along and down, with the causes that did something", () => {
    expect(bridge(before, after, { by: ["complexity", "year"] }).table()).toEqual([
      {
        complexity: "Low",
        year: "2021/22",
        before: "14,400.00",
        turnover: "2,822.40",
        "unit cost": "-633.60",
        after: "16,588.80",
        change: "2,188.80",
      },
      {
        complexity: "Medium",
        year: "2021/22",
        before: "36,000.00",
        turnover: "7,056.00",
        "unit cost": "-1,584.00",
        after: "41,472.00",
        change: "5,472.00",
      },
      {
        complexity: "High",
        year: "2021/22",
        before: "21,600.00",
        turnover: "4,233.60",
        "unit cost": "-950.40",
        after: "24,883.20",
        change: "3,283.20",
      },
      {
        complexity: "total",
        year: "",
        before: "72,000.00",
        turnover: "14,112.00",
        "unit cost": "-3,168.00",
        after: "82,944.00",
        change: "10,944.00",
      },
    ]);
  });

  it("in whole pounds has parts in whole pounds", () => {
    const { total } = bridge(before, after, { quantum: 1 });
    expect([total.change, total.parts.turnover, total.parts.unitCost].map(String)).toEqual([
      "10944 GBP",
      "14112 GBP",
      "-3168 GBP",
    ]);
  });

  it("comes out as JSON with every cause of its figure", () => {
    expect(
      JSON.parse(JSON.stringify(bridge(before, after, { of: "referrals", by: ["area"] }))),
    ).toMatchObject({
      schema: "volumes-and-values/bridge/1",
      of: "referrals",
      unit: "referrals",
      quantum: "0.01",
      rows: { both: 3, onlyBefore: 0, onlyAfter: 0 },
      lines: [
        { area: "essex", before: "360", after: "432", change: "72", parts: { turnover: "72", scope: "0" } },
      ],
      total: { change: "72" },
    });
  });

  it("changes nothing it is given, and nothing of it can be changed", () => {
    const options = { by: ["year"] as const };
    const result = bridge(before, after, options);
    expect(options).toEqual({ by: ["year"] });
    for (const part of [
      result,
      result.lines,
      result.lines[0],
      result.total,
      result.total.parts,
      result.causes,
      result.rows,
    ])
      expect(Object.isFrozen(part)).toBe(true);
  });

  it("tells its lines apart by other dimensions without splitting again", () => {
    const { lines } = bridge(before, after).by("complexity");
    expect(lines).toEqual(bridge(before, after, { by: ["complexity"] }).lines);
  });
});

describe("what was renamed between two plans", () => {
  const renamed = made({ "lots.0.id": "essex-accommodation" });

  it("is named on both sides, and shown as scope that went out and came in", () => {
    const result = bridge(before, renamed);
    // A row for each complexity, of £72,000 in all, under either name.
    expect(result.rows).toEqual({ both: 0, onlyBefore: 3, onlyAfter: 3 });
    expect(result.oneSided).toEqual([
      { dimension: "lot", onlyBefore: ["essex"], onlyAfter: ["essex-accommodation"] },
    ]);
    expect(JSON.parse(JSON.stringify(result))).toMatchObject({ oneSided: result.oneSided });
    expect(String(result)).toMatchInlineSnapshot(`
      "indicativeValue, by Shapley value: 72,000.00 GBP before, 72,000.00 GBP after, change 0.00 GBP
        scope: 0.00
        rows taken for scope: 3 only before, 3 only after; lot essex only before, lot essex-accommodation only after"
    `);
    expect(result.table()).toEqual([
      { before: "72,000.00", scope: "0.00", after: "72,000.00", change: "0.00" },
    ]);
    expect(result.waterfall().map(({ label }) => label)).toEqual(["before", "scope", "after"]);
  });

  it("is told the other way round in reverse, and by whatever dimensions lines are told apart", () => {
    expect(bridge(renamed, before).oneSided).toEqual([
      { dimension: "lot", onlyBefore: ["essex-accommodation"], onlyAfter: ["essex"] },
    ]);
    expect(bridge(before, renamed).by("area").oneSided).toEqual(bridge(before, renamed).oneSided);
  });

  it("may be a service, a year or an area alone", () => {
    const later = bridge(before, made({ "calendar.last": "2022/23" }));
    expect(later.oneSided).toEqual([{ dimension: "year", onlyBefore: [], onlyAfter: ["2022/23"] }]);
    expect(String(later).split("\n").at(-1)).toBe(
      "  rows taken for scope: 0 only before, 3 only after; year 2022/23 only after",
    );
  });

  it("is nothing where both plans have the same rows", () => {
    const result = bridge(before, made({ [`${service}.startRate`]: 0.9 }));
    expect(result.oneSided).toEqual([]);
    expect(String(result)).not.toContain("scope");
    expect(Object.isFrozen(result.oneSided)).toBe(true);
  });
});

describe("wrong input is refused with what to do", () => {
  it.for<[string, () => unknown, string]>([
    [
      "no forecast",
      () => bridge({} as never, before),
      "before: expected a forecast; received an object. Make it with forecast(plan).",
    ],
    [
      "nothing",
      () => bridge(before, null as never),
      "after: expected a forecast; received null. Make it with forecast(plan).",
    ],
    [
      "an unknown option",
      () => bridge(before, before, { methods: "shapley" } as never),
      'methods: expected a known name: of, by, method, order, waive, quantum; received "methods". Did you mean "method"?',
    ],
    [
      "a figure that is not bridged",
      () => bridge(before, before, { of: "start" } as never),
      'of: expected "referralsMade" or "referrals" or "starts" or "completions" or "indicativeValue"; received "start". Did you mean "starts"?',
    ],
    [
      "a method nobody knows",
      () => bridge(before, before, { method: "shapely" } as never),
      'method: expected "shapley" or "sequential" or "isolated"; received "shapely". Did you mean "shapley"?',
    ],
    [
      "a dimension nobody knows",
      () => bridge(before, before, { by: ["years"] } as never),
      'by.0: expected "lot" or "contractType" or "region" or "area" or "service" or "complexity" or "year"; received "years". Did you mean "year"?',
    ],
    [
      "a dimension nobody knows, later",
      () => bridge(before, before).by("years" as never),
      'by.0: expected a dimension: lot, contractType, region, area, service, complexity, year; received "years".',
    ],
    [
      "an order without a sequence",
      () => bridge(before, before, { order: ["need"] }),
      "order: expected no order: a shapley split has none; received a list. Leave it out.",
    ],
    [
      "half an order",
      () => bridge(before, before, { method: "sequential", of: "referrals", order: ["need", "turnover"] }),
      "order: expected every cause of this figure once: caseload, eligibility, turnover, need, takeUp, complexityMix, rampUp; received need, turnover.",
    ],
    [
      "a quantum of nothing",
      () => bridge(before, before, { quantum: 0 }),
      "quantum: expected a number above zero, as 0.01; received 0.",
    ],
    [
      "a quantum that is no number",
      () => bridge(before, before, { quantum: "a penny" }),
      'quantum: expected a plain decimal number, such as 0.62 or "0.62"; received "a penny".',
    ],
    [
      "a waiver of what agrees",
      () => bridge(before, before, { waive: [{ difference: "scope", reason: "so" }] }),
      'waive.0.difference: expected a difference of the two: nothing differs; received "scope". Leave it out.',
    ],
    [
      "a waiver without a reason",
      () => bridge(before, before, { waive: [{ difference: "scope" }] } as never),
      "waive.0.reason: expected text; received nothing.",
    ],
  ])("%s", ([, act, message]) => {
    expect(problemsOf(act).map((problem) => problem.message)).toEqual([message]);
  });

  it("a quantum so fine that floats cannot tell who is due the rest", () => {
    expect(() => bridge(before, made({ turnover: 1.8 }), { quantum: "0.000000000001" })).toThrow(
      "quantum is coarse enough for",
    );
  });
});
