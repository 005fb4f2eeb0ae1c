import { describe, expect, it } from "vitest";
import { forecast, present } from "volumes-and-values";
import { review } from "volumes-and-values/review";
import type { Filter, Lot, Plan } from "volumes-and-values";
import { essexPlan } from "../../support/plans.ts";
import { onlyProblemUnder, problemsUnder, under } from "../../support/scenarios.ts";

const finance = "finance-benefit-and-debt";

/** Two lots of accommodation, in Essex and in Kent, which help with finance too; and one of women's, without it. */
function bundled(changes: Readonly<Record<string, unknown>> = {}): Plan {
  const { services, lots, caseload } = essexPlan();
  const accommodation = services["accommodation"];
  const [essex] = lots;
  return essexPlan({
    words: {
      contractTypes: [
        { id: "accommodation", name: "Accommodation", services: ["accommodation", finance] },
        { id: "womens-services", name: "Women's services", services: ["ete"] },
      ],
    },
    "caseload.cells": [
      ...caseload.cells,
      { area: "kent", sentenceType: "licence", sex: "male", people: 300 },
    ],
    services: {
      accommodation,
      [finance]: { ...accommodation, unitCost: { costPerStart: 100 } },
      ete: accommodation,
    },
    lots: [
      { ...essex, levels: { [finance]: ["low", "medium"] } },
      { ...essex, id: "kent-accommodation", areas: ["kent"], name: "Accommodation, Kent" },
      {
        id: "women",
        contractType: "womens-services",
        areas: ["essex"],
        cohort: { sex: "female" },
        from: "2021-06-26",
      },
    ],
    ...changes,
  });
}

const lotOf = (plan: Plan, id: string): Lot | undefined => plan.lots.find((lot) => lot.id === id);

/** What is bought, as lot and service. */
const bought = (plan: Plan): readonly string[] =>
  forecast(plan)
    .by("lot", "service")
    .map(({ lot, service }) => `${lot ?? ""}: ${service ?? ""}`);

/** The starts of each service, over every lot. */
const startsBy = (plan: Plan): Readonly<Record<string, string>> =>
  Object.fromEntries(
    forecast(plan)
      .by("service")
      .map(({ service, starts }) => [service ?? "", String(starts)]),
  );

describe("a service that is moved", () => {
  it("out of a contract type is bought in none of its lots, and the other services are as they were", () => {
    const changed = under([{ moveService: finance, outOf: { contractType: "accommodation" } }], bundled());
    expect(bought(changed)).toEqual([
      "essex-accommodation: accommodation",
      "kent-accommodation: accommodation",
      "women: ete",
    ]);
    const { [finance]: gone, ...others } = startsBy(bundled());
    expect(gone).toMatch(/^[1-9]/);
    expect(startsBy(changed)).toEqual(others);
    expect(
      forecast(changed)
        .by("contractType")
        .map(({ contractType }) => contractType),
    ).toEqual(["accommodation", "womens-services"]);
  });

  it("out of one lot stays in the others", () => {
    const changed = under([{ moveService: finance, outOf: { lot: "kent-accommodation" } }], bundled());
    expect(bought(changed)).toEqual([
      "essex-accommodation: accommodation",
      `essex-accommodation: ${finance}`,
      "kent-accommodation: accommodation",
      "women: ete",
    ]);
    expect(lotOf(changed, "kent-accommodation")).toMatchObject({
      contractType: "accommodation",
      services: ["accommodation"],
    });
  });

  it("into lots of its own is bought beside each, for the same people at the same levels: no start is lost", () => {
    const changed = under(
      [{ moveService: finance, outOf: { contractType: "accommodation" }, into: "lots of its own" }],
      bundled(),
    );
    expect(bought(changed)).toEqual([
      "essex-accommodation: accommodation",
      `essex-accommodation-${finance}: ${finance}`,
      "kent-accommodation: accommodation",
      `kent-accommodation-${finance}: ${finance}`,
      "women: ete",
    ]);
    expect(startsBy(changed)).toEqual(startsBy(bundled()));
    expect(lotOf(changed, "essex-accommodation")).not.toHaveProperty("levels");
    expect(lotOf(changed, `essex-accommodation-${finance}`)).toEqual({
      id: `essex-accommodation-${finance}`,
      name: "Finance, benefit and debt, out of essex-accommodation",
      service: finance,
      areas: ["essex"],
      cohort: { sex: "male" },
      from: "2021-06-26",
      levels: { [finance]: ["low", "medium"] },
    });
    expect(forecast(changed).total().mobilisation).toMatchObject({
      absent: expect.stringContaining("3 of 5 lots"),
    });
  });

  it("into other lots is bought there too", () => {
    const move = { moveService: finance, outOf: { contractType: "accommodation" }, into: { lot: "women" } };
    expect(bought(under([move], bundled()))).toEqual([
      "essex-accommodation: accommodation",
      "kent-accommodation: accommodation",
      "women: ete",
      `women: ${finance}`,
    ]);
  });

  it("out and in again is the plan as it was, apart from levels that were the service's own", () => {
    const plan = bundled({ "lots.0.levels": undefined });
    const lots = { contractType: "accommodation" };
    const changed = under(
      [
        { moveService: finance, outOf: lots },
        { moveService: finance, into: lots },
      ],
      plan,
    );
    expect({ ...changed, name: plan.name }).toEqual(plan);
  });

  it("into a lot that bought one service by itself makes it one of a contract type, where there is one of that name", () => {
    const plan = bundled({
      "lots.0": { ...essexPlan().lots[0], contractType: undefined, service: "accommodation" },
      "lots.2": { ...bundled().lots[2], contractType: undefined, service: "ete" },
    });
    const changed = under([{ moveService: "ete", into: { lot: "essex-accommodation" } }], plan);
    expect(lotOf(changed, "essex-accommodation")).toMatchObject({
      contractType: "accommodation",
      services: ["accommodation", "ete"],
    });
    expect(onlyProblemUnder([{ moveService: finance, into: { lot: "women" } }], plan)).toMatchObject({
      path: "changes.0.into",
      expected: "lots of a contract type",
      received: "lot women, which buys ete by itself",
    });
  });

  it.each([
    [{ moveService: "finance", outOf: { lot: "women" } }, "changes.0.moveService", '"finance"'],
    [{ moveService: finance, outOf: { lot: "womn" } }, "changes.0.outOf.lot", '"womn"'],
    [{ moveService: finance, outOf: { contractType: "ete" } }, "changes.0.outOf.contractType", '"ete"'],
    [{ moveService: finance, outOf: { lot: "women" } }, "changes.0.outOf", "lots that buy ete"],
    [{ moveService: "ete", outOf: { lot: "women" } }, "changes.0.outOf", "lot women"],
    [{ moveService: "ete", into: { lot: "women" } }, "changes.0.into", "lot women, which does"],
    [{ moveService: "ete", into: { lot: ["women", "man"] } }, "changes.0.into.lot", '"man"'],
  ])("is refused where it cannot be, as %j", (change, path, received) => {
    expect(onlyProblemUnder([change], bundled())).toMatchObject({ path, received });
  });
});

describe("an area that is added", () => {
  const into = { lot: "essex-accommodation" } as const;
  const cells = [
    { people: 500, sentenceType: "licence", sex: "male" },
    { people: 40, sentenceType: "licence", sex: "male", area: "suffolk" },
  ];

  it("brings its people, and is bought for with the rest of the lot", () => {
    const changed = under([{ addArea: "suffolk", into, cells }]);
    const eligible = (filter: Filter): string =>
      present(forecast(changed).total({ year: "2023/24", ...filter }).eligible).toString();
    expect(eligible({ area: "suffolk" })).toBe("540 people");
    expect(eligible({ area: "essex" })).toBe("1500 people");
    expect(eligible({})).toBe("2040 people");
  });

  it("that the caseload has already needs no people, and may have none twice", () => {
    const changed = under(
      [
        { removeArea: "kent", outOf: { lot: "both" } },
        { addArea: "kent", into: { lot: "both" } },
      ],
      bundled({ "lots.2": { ...essexPlan().lots[0], id: "both", areas: ["essex", "kent"] } }),
    );
    expect(lotOf(changed, "both")?.areas).toEqual(["essex", "kent"]);
    expect(onlyProblemUnder([{ addArea: "kent", into, cells }], bundled())).toMatchObject({
      path: "changes.0.cells",
      expected: "nothing, since the caseload has the people of kent",
      received: "2 cells",
    });
  });

  it("is set aside no longer", () => {
    const plan = essexPlan({
      setAside: [
        { area: "suffolk", reason: "bought apart" },
        { area: "kent", reason: "bought apart" },
      ],
    });
    expect(under([{ addArea: "suffolk", into, cells }], plan).setAside).toEqual([
      { area: "kent", reason: "bought apart" },
    ]);
  });

  it("is refused without people: missing is not zero", () => {
    for (const none of [{}, { cells: [] }])
      expect(onlyProblemUnder([{ addArea: "suffolk", into, ...none }])).toMatchObject({
        path: "changes.0.cells",
        received: "nothing",
        message: expect.stringContaining("Missing is not zero."),
      });
  });

  it.each([
    [
      { addArea: "sufolk", into, cells },
      { path: "changes.0.addArea", nearest: "suffolk" },
    ],
    [
      { addArea: "essex", into },
      { path: "changes.0.into", expected: "lots without essex" },
    ],
    [
      { addArea: "suffolk", into: { lot: "esex-accommodation" }, cells },
      { path: "changes.0.into.lot", nearest: "essex-accommodation" },
    ],
    [
      { addArea: "suffolk", into, cells: [{ people: 5, area: "kent" }] },
      { path: "changes.0.cells.0.area", received: '"kent"' },
    ],
    [
      { addArea: "suffolk", into, cells: [{ people: 5, sentenceType: "licences" }] },
      { path: "changes.0", nearest: "licence" },
    ],
  ])("is refused where something is misspelt or twice, as %j", (change, problem) => {
    expect(onlyProblemUnder([change])).toMatchObject(problem);
  });
});

describe("an area that is removed", () => {
  it("leaves the lot's other areas, those of its regions among them, and its people where they can be seen", () => {
    const regions = bundled({
      "lots.0": { ...essexPlan().lots[0], areas: undefined, regions: ["east-of-england"] },
    });
    const changed = under([{ removeArea: "norfolk", outOf: { lot: "essex-accommodation" } }], regions);
    const { areas, regions: left } = lotOf(changed, "essex-accommodation") ?? {};
    expect(left).toBeUndefined();
    expect(areas).toContain("essex");
    expect(areas).not.toContain("norfolk");
    const both = bundled({ "lots.0": { ...essexPlan().lots[0], areas: ["essex", "kent"] } });
    const without = under([{ removeArea: "essex", outOf: { lot: "essex-accommodation" } }], both);
    expect(review(without).map(({ message }) => message)).toContain(
      "no lot of accommodation covers essex, where people are supervised",
    );
    expect(without.caseload).toEqual(both.caseload);
  });

  it("is refused where it is the lot's only one, or none of them", () => {
    expect(onlyProblemUnder([{ removeArea: "essex", outOf: { lot: "essex-accommodation" } }])).toMatchObject({
      path: "changes.0.outOf",
      message: expect.stringContaining('Remove the lot instead: { "remove": "lots.essex-accommodation" }.'),
    });
    expect(
      onlyProblemUnder([{ removeArea: "kent", outOf: { contractType: "accommodation" } }]),
    ).toMatchObject({
      path: "changes.0.removeArea",
      expected: "an area of these lots: essex",
    });
  });
});

describe("a lot that is added", () => {
  const women = {
    id: "women",
    service: "accommodation",
    areas: ["essex"],
    cohort: { sex: "female" },
    from: "2022-04-01",
  };

  it("is bought after the others", () => {
    expect(bought(under([{ addLot: women }]))).toEqual([
      "essex-accommodation: accommodation",
      "women: accommodation",
    ]);
  });

  it("may be changed by the changes after it", () => {
    expect(
      lotOf(under([{ addLot: women }, { set: "lots.women.mobilisation", to: 5 }]), "women")?.mobilisation,
    ).toBe(5);
  });

  it("is refused twice, or for nobody", () => {
    expect(onlyProblemUnder([{ addLot: women }, { addLot: women }])).toMatchObject({
      path: "changes.1",
      expected: "at lots.2.id: a word that stands once",
    });
    expect(problemsUnder([{ addLot: { ...women, areas: ["kent"] } }])).toMatchObject([
      { path: "changes.0", expected: "at lots.1: a lot with a caseload" },
    ]);
  });
});
