import { describe, expect, it } from "vitest";
import { forecast, isAbsent, isFigure, isModelError, parsePlan, present } from "volumes-and-values";
import type { Forecast, MobilisationRow, Row } from "volumes-and-values";
import { essexPlan, essexWith, publicHealthWith, thrownBy } from "../support/plans.ts";
import type { Changes } from "../support/plans.ts";
import { isExactly, isNearly } from "../support/rational.ts";

const forecastOf = (changes: Changes = {}): Forecast => forecast(essexPlan(changes));

/** Rows of one level, year by year. */
const rowsAt = (of: Forecast, complexity: string): readonly Row[] =>
  of.rows.filter((row) => row.complexity === complexity);

const names = [
  "eligible",
  "referralsMade",
  "carriedForward",
  "referrals",
  "unmet",
  "starts",
  "completions",
  "unitCost",
  "indicativeValue",
] as const;

describe("one lot in Essex, worked out by hand", () => {
  /**
   * Of 2,700 men, 900 on licence and 600 on orders with RAR are eligible: 1,500; 300 of them low, 750 medium, 450 high.
   * In a year 1.5 times as many; 0.4 in need; half of them referred, 1.2 times each: 108, 270 and 162 referrals.
   * 2021/22 is 55/72 of a year. The ramp reaches its 12 months linearly: 5/30 of 1/12, then 2/12 to 10/12, over 12 months
   * is 325/864; 2022/23 has 11/12 and eleven whole months: 143/144; then all. The service can take 1.25 times that.
   * Hours: 1/0.8 of referral and 0.5 × 2 of completion, 3 others and 4, 6 or 10 of contact: 9.25, 11.25 or 15.25;
   * at £27,500 × 1.28 / 1,408 = £25 and with £18.75 besides: £250, £300 or £400; with 20% and 5%: £315, £378 or £504.
   */
  const rows = {
    low: [
      // 108 × 55/72 = 82.5; 108 × 1.25 × 325/864 = 50.78125.
      [300, "165/2", 0, "50.78125", "31.71875", "40.625", "20.3125", 315, "12796.875"],
      // 31.71875 wait and 108 come; 108 × 1.25 × 143/144 = 134.0625 are taken.
      [300, 108, "31.71875", "134.0625", "5.65625", "107.25", "53.625", 315, "33783.75"],
      // 5.65625 wait and 108 come: fewer than the 135 that could be taken.
      [300, 108, "5.65625", "113.65625", 0, "90.925", "45.4625", 315, "28641.375"],
    ],
    medium: [
      [750, "206.25", 0, "126.953125", "79.296875", "101.5625", "50.78125", 378, "38390.625"],
      [750, 270, "79.296875", "335.15625", "14.140625", "268.125", "134.0625", 378, "101351.25"],
      [750, 270, "14.140625", "284.140625", 0, "227.3125", "113.65625", 378, "85924.125"],
    ],
    high: [
      [450, "123.75", 0, "76.171875", "47.578125", "60.9375", "30.46875", 504, "30712.5"],
      [450, 162, "47.578125", "201.09375", "8.484375", "160.875", "80.4375", 504, "81081"],
      [450, 162, "8.484375", "170.484375", 0, "136.3875", "68.19375", 504, "68739.3"],
    ],
  } as const;
  const years = ["2021/22", "2022/23", "2023/24"];
  const made = forecastOf();

  it("has a row for each level and year", () => {
    expect(made.rows.map(({ complexity, year }) => [complexity, year])).toEqual(
      ["low", "medium", "high"].flatMap((level) => years.map((year) => [level, year])),
    );
    expect(made.rows[0]).toMatchObject({
      lot: "essex-accommodation",
      contractType: "accommodation",
      region: "east-of-england",
      area: "essex",
      service: "accommodation",
      unmetBecomes: "carried forward",
    });
    expect(made.years).toEqual(years);
  });

  it.each(
    (["low", "medium", "high"] as const).flatMap((level) =>
      years.map((year, index) => [level, year, index] as const),
    ),
  )("comes to its row of %s complexity in %s", (level, _, index) => {
    const row = rowsAt(made, level)[index] as Row;
    for (const [column, name] of names.entries()) {
      const due = rows[level][index]?.[column] ?? "";
      // Quotients are rounded to 40 digits, so that what waits after one may differ from 0 in the 38th place.
      const figure = row[name];
      const near =
        due === 0
          ? figure.value.abs().lessThan("1e-30")
          : isNearly(figure, due) || closeTo(figure.toJSON().value, due);
      expect(near, `${name}: ${figure.toString()} for ${String(due)}`).toBe(true);
    }
  });

  it("comes to its totals", () => {
    const { starts, completions, indicativeValue, unitCost, unmet, referralsMade } = made.total({
      year: "2022/23",
    });
    // 107.25 + 268.125 + 160.875; half of it; 33,783.75 + 101,351.25 + 81,081; 5.65625 + 14.140625 + 8.484375; 540.
    const due = ["536.25", "268.125", "216216", "28.28125", "540"];
    for (const [index, figure] of [starts, completions, indicativeValue, unmet, referralsMade].entries())
      expect(closeTo(figure.toJSON().value, due[index] ?? ""), figure.toString()).toBe(true);
    // 216,216 / 536.25 = 403.2: 0.2 × 315 + 0.5 × 378 + 0.3 × 504.
    expect(isNearly(present(unitCost), "403.2")).toBe(true);
  });

  it("keeps mobilisation apart, in the year of go-live", () => {
    expect(made.mobilisation).toMatchObject([
      { lot: "essex-accommodation", contractType: "accommodation", year: "2021/22" },
    ]);
    expect(String(present((made.mobilisation[0] as MobilisationRow).mobilisation))).toBe("50000 GBP");
    expect(String(present(made.total({ year: "2021/22" }).mobilisation))).toBe("50000 GBP");
    expect(String(present(made.total({ year: "2022/23" }).mobilisation))).toBe("0 GBP");
    // 12,796.875 + 38,390.625 + 30,712.5, and nothing of the 50,000.
    expect(isNearly(made.total({ year: "2021/22" }).indicativeValue, 81900)).toBe(true);
  });

  it("has a spend of its own where the plan gives it a profile, and shows what that implies beside the plateau's cost", () => {
    const spent = forecastOf({ "services.accommodation.spendProfile": { shape: "table", factors: [1] } });
    const [first, second] = rowsAt(spent, "low") as [Row, Row];
    // At the plateau 108 × 0.8 × £315 = £27,216 a year; 55/72 of it in 2021/22 is £20,790.
    expect(isNearly(first.indicativeValue, 20790)).toBe(true);
    expect(isExactly(second.indicativeValue, 27216)).toBe(true);
    expect(isExactly(first.unitCost, 315)).toBe(true);
    // £20,790 for 40.625 starts: 20790/40.625 = 33264/65.
    expect(isNearly(present(first.impliedUnitCost), "33264/65")).toBe(true);
    expect(isNearly(first.starts, "40.625") || closeTo(first.starts.toJSON().value, "40.625")).toBe(true);
  });

  it("loses what a ramp-up cannot take, where the plan says so", () => {
    const lost = forecastOf({ "services.accommodation.rampUp.unmet": "lost" });
    const rows = rowsAt(lost, "low");
    // With 1.25 of the plateau, capped at what is referred: 5/30 of 5/48 in June, then 10/48, 15/48 … 45/48 in February
    // and all in March: (5/288 + 268/48) / 12 = 1613/3456 of 108.
    expect(closeTo(rows[0]?.referrals.toJSON().value ?? "", "50.40625")).toBe(true);
    expect(rows.map(({ carriedForward }) => carriedForward.toJSON().value)).toEqual(["0", "0", "0"]);
    expect(rows.map(({ unmet }) => unmet.toJSON().value).slice(1)).toEqual(["0", "0"]);
    expect(closeTo(lost.total({ complexity: "low" }).unmet.toJSON().value, "32.09375")).toBe(true);
  });

  it("is the same forecast where numbers are written as text", () => {
    const asText = forecastOf({
      turnover: "1.50",
      "services.accommodation.startRate": "0.8",
      "caseload.cells.0.people": "900",
    });
    expect(JSON.stringify(asText)).toBe(JSON.stringify(made));
  });

  it("prints as a table of text", () => {
    expect(made.table("year")[1]).toEqual({
      year: "2022/23",
      eligible: "1,500",
      unknown: "0",
      referrals: "670",
      unmet: "28",
      starts: "536",
      completions: "268",
      unitCost: "403.20",
      indicativeValue: "216,216",
    });
    expect(made.table("service", "area")[0]).toMatchObject({
      service: "Accommodation",
      area: "Essex",
      eligible: "—",
    });
  });
});

/** Whether a number is another but for the roundings of its quotients. */
function closeTo(value: string, due: string | number): boolean {
  const [a, b] = [value, String(due)].map((text) => {
    const [whole = "0", places = ""] = text.split(".");
    return BigInt(whole + places.padEnd(45, "0").slice(0, 45));
  });
  const difference = (a ?? 0n) - (b ?? 0n);
  return (difference < 0n ? -difference : difference) < 10n ** 12n;
}

describe("totals of a forecast", () => {
  const made = forecastOf();

  it("do not add people over years, and say why", () => {
    const { eligible } = made.total();
    expect(isAbsent(eligible) && eligible.absent).toMatch(
      /people do not add over years: .*; ask for one year/,
    );
    expect(thrownBy(() => present(eligible, "eligible"))).toMatchObject({ code: "does-not-add" });
    expect(String(present(made.total({ year: "2022/23" }).eligible))).toBe("1500 people");
  });

  it("do not add people over services, unless it is said how many one person is in", () => {
    const health = forecast(parsePlan(publicHealthWith()));
    const { eligible } = health.total();
    expect(isAbsent(eligible) && eligible.absent).toMatch(/people do not add over services/);
    // 600 for stop smoking and 750 for weight, 1.5 services to a person.
    expect(String(present(health.total({}, { servicesPerPerson: "1.5" }).eligible))).toBe("900 people");
    expect(String(present(health.total({ service: "weight" }).eligible))).toBe("750 people");
    expect(isAbsent(forecastOf().total({}, { servicesPerPerson: 2 }).eligible)).toBe(true);
  });

  it.each([0, 0.5, -2, "abc", NaN, null])(
    "are not given for %o services to a person",
    (servicesPerPerson) => {
      const health = forecast(parsePlan(publicHealthWith()));
      const error = thrownBy(() => health.total({}, { servicesPerPerson: servicesPerPerson as number }));
      expect(isModelError(error), String(error)).toBe(true);
    },
  );

  it("name the dimensions and words there are, for one that is not", () => {
    const dimension = thrownBy(() => made.total({ servce: "accommodation" } as never));
    if (!isModelError(dimension, "unknown-word")) throw dimension;
    expect(dimension.details).toEqual({
      received: "servce",
      known: ["lot", "contractType", "region", "area", "service", "complexity", "year"],
      nearest: "service",
    });
    const word = thrownBy(() => made.total({ year: "2021/23" }));
    if (!isModelError(word, "unknown-word")) throw word;
    expect(word.details).toMatchObject({ received: "2021/23", known: ["2021/22", "2022/23", "2023/24"] });
    expect(thrownBy(() => made.by("years" as never))).toMatchObject({
      code: "unknown-word",
      details: { nearest: "year" },
    });
    expect(thrownBy(() => made.table("colour" as never))).toMatchObject({ code: "unknown-word" });
  });

  it.each([[{ area: undefined }], [{ area: null }], [{ area: 5 }], [{ area: [5] }]])(
    "are refused for the filter %o, and nothing breaks",
    (filter) => {
      const error = thrownBy(() => made.total(filter as never));
      expect(isModelError(error), String(error)).toBe(true);
    },
  );

  it("have no cost of a start where nobody starts", () => {
    const nobody = forecastOf({
      "services.accommodation.needShare": 0,
    });
    const { unitCost, starts } = nobody.total();
    expect(String(starts)).toBe("0 starts");
    expect(isAbsent(unitCost) && unitCost.absent).toBe("nobody starts, so there is no cost of a start");
    expect(nobody.rows.every(({ impliedUnitCost }) => isAbsent(impliedUnitCost))).toBe(true);
    expect(String(nobody.rows[0]?.unitCost)).toBe("315 GBP/starts");
  });

  it("do not divide mobilisation among areas, services or levels", () => {
    const { mobilisation } = made.total({ complexity: "low" });
    expect(isAbsent(mobilisation) && mobilisation.absent).toBe(
      "mobilisation is a line of whole lots, and is not divided by complexity",
    );
  });

  it("do not take a lot that states no mobilisation for one that costs nothing", () => {
    const { mobilisation } = forecastOf({ "lots.0.mobilisation": undefined }).total();
    expect(isAbsent(mobilisation) && mobilisation.absent).toBe("1 of 1 lots state no mobilisation cost");
  });

  it("have the mobilisation of the years they are of, and no other year's", () => {
    const before = forecastOf({ "lots.0.from": "2020-06-26" });
    const byYear = before.by("year").map(({ mobilisation }) => present(mobilisation));
    const sum = byYear.reduce((a, b) => a.plus(b));
    expect(String(present(before.total().mobilisation))).toBe(String(sum));
  });
});

describe("who is in a forecast", () => {
  const bought = (changes: Changes, level = "low"): readonly string[] =>
    rowsAt(forecastOf(changes), level).map(({ eligible }) => eligible.toJSON().value);

  it("keeps to the levels that a lot offers", () => {
    const made = forecastOf({ "lots.0.levels": { accommodation: ["medium", "high"] } });
    expect(new Set(made.rows.map(({ complexity }) => complexity))).toEqual(new Set(["medium", "high"]));
  });

  it("keeps the level that is recorded for the service", () => {
    // All 900 on licence are high; of the 600 on orders a fifth are low.
    expect(bought({ "caseload.cells.0.complexity": { accommodation: "high" } })[0]).toBe("120");
    expect(bought({ "caseload.cells.0.complexity": { accommodation: "high" } }, "high")[0]).toBe("1080");
    // A level for another service says nothing of this one.
    expect(bought({ "caseload.cells.0.complexity": { ete: "high" } })[0]).toBe("300");
  });

  it("takes the people of a year from a cell that counts them", () => {
    const rows = (changes: Changes): string =>
      forecastOf({ ...changes, "caseload.cells.1.people": 0 })
        .total({ year: "2022/23" })
        .referralsMade.toJSON().value;
    // 900 × 1.5 × 0.24 = 324; 2,000 in the year × 0.24; 900 and 600 entrants; 300 releases.
    expect(rows({})).toBe("324");
    expect(rows({ "caseload.cells.0.peopleInYear": 2000 })).toBe("480");
    expect(rows({ "caseload.cells.0.entrantsInYear": 600 })).toBe("360");
    expect(rows({ "caseload.cells.0.releasesInYear": 300 })).toBe("72");
  });

  it("shows whom nobody can tell of, and the volume if all of them were admitted", () => {
    const made = forecastOf({ "caseload.cells.1.sentenceType": "community-order" });
    const row = rowsAt(made, "low")[1] as Row;
    expect([row.eligible, row.unknown].map(String)).toEqual(["180 people", "120 people"]);
    expect(closeTo(row.referralsIfUnknownAdmitted.toJSON().value, "134.0625")).toBe(true);
    expect(closeTo(row.startsIfUnknownAdmitted.toJSON().value, "107.25")).toBe(true);
    // 180 × 1.5 × 0.24 × 1.25 × 143/144 = 80.4375.
    expect(closeTo(row.referrals.toJSON().value, "80.4375")).toBe(true);
  });

  it("knows that a service bought by itself is of no other contract type", () => {
    const rules = [
      {
        id: "womens",
        decision: "exclude",
        when: { contractType: "womens-services" },
        reason: "as drawn",
        source: "illustrative",
      },
      { id: "everybody", decision: "admit", when: {}, reason: "as drawn", source: "illustrative" },
    ];
    const made = forecastOf({
      "services.accommodation.rules": rules,
      "lots.0.contractType": undefined,
      "lots.0.service": "accommodation",
    });
    expect(String(present(made.total({ year: "2022/23" }).unknown))).toBe("0 people");
  });

  it("never lowers a volume when a second sentence of the same people is admitted too", () => {
    const several = {
      "caseload.cells": [
        { area: "essex", sentenceType: ["community-order-no-rar", "licence"], sex: "male", people: 1000 },
      ],
      "services.accommodation.needShare": {
        by: "stage",
        values: { community: 0.1, licence: 0.9 },
        otherwise: 0.5,
      },
    };
    const fewer = forecastOf(several).total().referralsMade;
    const more = forecastOf({ ...several, "services.accommodation.rules.1.decision": "admit" }).total()
      .referralsMade;
    expect(more.value.greaterThanOrEqualTo(fewer.value), `${String(fewer)}, then ${String(more)}`).toBe(true);
  });

  it("tells assumptions apart whose words hold dots", () => {
    const made = forecastOf({
      words: { attributes: { a: ["x", "x.values.y"], b: ["y"] } },
      "caseload.cells": [
        { area: "essex", sentenceType: "licence", sex: "male", people: 100, a: "x", b: "y" },
        { area: "essex", sentenceType: "licence", sex: "male", people: 100, a: "x.values.y" },
      ],
      "services.accommodation.needShare": {
        by: "a",
        values: { x: { by: "b", values: { y: 0 } }, "x.values.y": 1 },
      },
    });
    // Nobody of the first hundred is in need, and all of the second: 100 × 1.5 × 0.5 × 1.2.
    expect(String(made.total({ year: "2022/23" }).referralsMade)).toBe("90 referrals");
  });
});

describe("what a forecast returns", () => {
  it("cannot be changed", () => {
    const made = forecastOf();
    const total = made.total();
    for (const part of [
      made,
      made.rows,
      made.rows[0],
      made.years,
      made.mobilisation,
      made.mobilisation[0],
      total,
      made.by("year")[0],
    ])
      expect(Object.isFrozen(part)).toBe(true);
    for (const row of made.rows)
      for (const figure of Object.values(row))
        if (isFigure(figure)) expect(Object.isFrozen(figure)).toBe(true);
  });

  it("is not changed through its JSON", () => {
    const made = forecastOf();
    try {
      (made.toJSON().years as string[]).push("2099/00");
    } catch {
      // Read-only is as good.
    }
    expect(made.toJSON().years).toEqual(["2021/22", "2022/23", "2023/24"]);
    expect(thrownBy(() => made.total({ year: "2099/00" }))).toMatchObject({ code: "unknown-word" });
  });

  it("is not changed through an error that names its words", () => {
    const made = forecastOf();
    const error = thrownBy(() => made.total({ year: "2099/00" }));
    if (!isModelError(error, "unknown-word")) throw error;
    try {
      (error.details.known as string[]).push("2099/00");
    } catch {
      // Read-only is as good.
    }
    expect(thrownBy(() => made.total({ year: "2099/00" }))).toMatchObject({ code: "unknown-word" });
  });

  it("says how many people are supervised where each lot is, and how many of them are in its cohort", () => {
    const { caseload } = forecastOf();
    expect(
      caseload.map(({ lot, area, people, inCohort }) => [lot, area, String(people), String(inCohort)]),
    ).toEqual([["essex-accommodation", "essex", "2800 people", "2700 people"]]);
  });

  it("counts people whose sex is not known as perhaps in the cohort of every lot", () => {
    const changes = { "caseload.cells.3": { area: "essex", sentenceType: "licence", people: 100 } };
    expect(String(forecastOf(changes).caseload[0]?.inCohort)).toBe("2800 people");
  });

  it("carries the basis of its plan", () => {
    const basis = {
      priceBase: "2019/20",
      vat: "excluded",
      scope: { included: ["delivery"], excluded: ["mobilisation"] },
    };
    const made = forecast(parsePlan({ ...essexWith(), basis }));
    expect(made.basis).toEqual(basis);
    expect(made.toJSON()).toMatchObject({
      schema: "volumes-and-values/forecast/1",
      basis,
      plan: "Accommodation in Essex, illustrative",
    });
  });

  it("refuses an assumption that has no value for some of the people, and says for whom", () => {
    const error = thrownBy(() =>
      forecastOf({ "services.accommodation.needShare": { by: "age", values: { "18-25": 0.5 } } }),
    );
    if (!isModelError(error, "invalid-data")) throw error;
    expect(error.details.problems).toMatchObject([
      {
        path: "services.accommodation.needShare.values",
        expected: "a value for people whose age is not known",
        received: "none",
      },
    ]);
  });
});
