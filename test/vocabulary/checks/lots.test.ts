import { describe, expect, it } from "vitest";
import { forecast, isModelError, parsePlan } from "volumes-and-values";
import { essexWith, onlyProblemIn, problemsIn, thrownBy } from "../../support/plans.ts";

const lot = (changes: Record<string, unknown>): unknown =>
  essexWith(Object.fromEntries(Object.entries(changes).map(([name, value]) => [`lots.0.${name}`, value])));

const another = {
  id: "another",
  contractType: "accommodation",
  areas: ["kent"],
  cohort: {},
  from: "2021-06-26",
};

describe("the lots of a plan", () => {
  it("a lot in an area of no caseload is refused", () => {
    expect(onlyProblemIn(essexWith({ "lots.1": another }))).toMatchObject({
      path: "lots.1",
      expected: "a lot with a caseload",
      received: "no cell in kent",
    });
  });

  it.each([
    [{ areas: ["esex"] }, "lots.0.areas.0", "essex"],
    [{ areas: undefined, regions: ["east-of-englnd"] }, "lots.0.regions.0", "east-of-england"],
    [{ contractType: "acommodation" }, "lots.0.contractType", "accommodation"],
    [{ contractType: undefined, service: "accomodation" }, "lots.0.service", "accommodation"],
  ])(
    "the misspelt words of a lot that has %j are named with those that were meant",
    (changes, path, nearest) => {
      expect(onlyProblemIn(lot(changes))).toMatchObject({ path, nearest });
    },
  );

  it("a lot buys a contract type or a service, not both and not neither", () => {
    expect(onlyProblemIn(lot({ service: "accommodation" }))).toMatchObject({
      path: "lots.0",
      expected: "a contractType or a service",
      received: "both",
    });
    expect(onlyProblemIn(lot({ contractType: undefined }))).toMatchObject({
      path: "lots.0",
      received: "neither",
    });
  });

  it("a lot that lists its services buys these, and not all that its contract type bundles", () => {
    const { accommodation } = essexWith()["services"] as { accommodation: object };
    const services = { accommodation, ete: accommodation };
    const bought = (changes: Record<string, unknown>): readonly string[] =>
      forecast(parsePlan({ ...(lot(changes) as object), services }))
        .by("contractType", "service")
        .map(({ contractType, service }) => `${contractType ?? ""}: ${service ?? ""}`);
    expect(bought({})).toEqual(["accommodation: accommodation"]);
    expect(bought({ services: ["ete"] })).toEqual(["accommodation: ete"]);
    expect(bought({ services: ["ete", "accommodation"] })).toEqual([
      "accommodation: ete",
      "accommodation: accommodation",
    ]);
  });

  it("a list of services that is misspelt, doubled, empty or beside a single service is refused", () => {
    expect(onlyProblemIn(lot({ services: ["acommodation"] }))).toMatchObject({
      path: "lots.0.services.0",
      nearest: "accommodation",
    });
    expect(onlyProblemIn(lot({ services: ["accommodation", "accommodation"] }))).toMatchObject({
      path: "lots.0.services.1",
      received: '"accommodation", which stands at lots.0.services.0 already',
    });
    expect(onlyProblemIn(lot({ services: [] }))).toMatchObject({ expected: "a list that is not empty" });
    expect(
      onlyProblemIn(lot({ contractType: undefined, service: "accommodation", services: ["accommodation"] })),
    ).toMatchObject({
      path: "lots.0.services",
      expected: "nothing, since the lot buys one service by itself",
    });
  });

  it("a lot in no area is refused", () => {
    expect(onlyProblemIn(lot({ areas: undefined }))).toMatchObject({
      path: "lots.0.areas",
      expected: "the lot's areas or regions",
      received: "nothing",
    });
    expect(onlyProblemIn(lot({ areas: [] }))).toMatchObject({
      path: "lots.0.areas",
      expected: "a list that is not empty",
    });
  });

  it("an area named twice in a lot is refused", () => {
    expect(onlyProblemIn(lot({ areas: ["essex", "essex"] }))).toMatchObject({
      path: "lots.0.areas.1",
      received: '"essex", which stands at lots.0.areas.0 already',
    });
  });

  it("text is refused where a list of areas is due", () => {
    expect(onlyProblemIn(lot({ areas: "essex" }))).toMatchObject({
      path: "lots.0.areas",
      expected: "a list",
      received: '"essex"',
    });
  });

  it("two lots of one name are refused", () => {
    expect(
      onlyProblemIn(essexWith({ "lots.1": { ...another, id: "essex-accommodation", areas: ["essex"] } })),
    ).toMatchObject({
      path: "lots.1.id",
      received: '"essex-accommodation", which stands at lots.0.id already',
    });
  });

  it("a lot that ends before it begins is refused", () => {
    expect(onlyProblemIn(lot({ to: "2021-06-25" }))).toMatchObject({
      path: "lots.0.to",
      expected: "a day from 2021-06-26 on, when the lot begins",
      received: "2021-06-25",
    });
    expect(parsePlan(lot({ to: "2021-06-26" })).lots[0]?.to).toBe("2021-06-26");
  });

  it.each(["2021-02-30", "2021-06-31", "26/06/2021", "2021-6-26", "2021", "", 20210626, null])(
    "a lot from %o is refused",
    (from) => {
      expect(onlyProblemIn(lot({ from }))).toMatchObject({ path: "lots.0.from" });
    },
  );

  it("a lot of which nobody says from when or for whom is refused", () => {
    expect(problemsIn(lot({ from: undefined, cohort: undefined }))).toMatchObject([
      { path: "lots.0.cohort", received: "nothing" },
      { path: "lots.0.from", received: "nothing" },
    ]);
  });

  it("a lot that goes live in the year 9999 is refused or forecast, and nothing breaks", () => {
    const act = (): unknown =>
      forecast(
        parsePlan(essexWith({ "lots.0.from": "9999-06-26", calendar: { years: "contract", count: 2 } })),
      );
    let error: unknown;
    try {
      act();
    } catch (caught) {
      error = caught;
    }
    expect(error === undefined || isModelError(error), String(error)).toBe(true);
  });

  it("a lot open to the end of time, as 9999-12-31, has the rows of one that is left open", () => {
    const rows = (to: string | undefined): string => JSON.stringify(forecast(parsePlan(lot({ to }))));
    expect(rows("9999-12-31")).toBe(rows(undefined));
  });

  it("ages of a cohort must be in order, and its words known", () => {
    expect(onlyProblemIn(lot({ cohort: { age: "25-18" } }))).toMatchObject({
      path: "lots.0.cohort.age",
      expected: "an age band, as 18-25, 26+ or 40",
    });
    expect(onlyProblemIn(lot({ cohort: { sex: "men" } }))).toMatchObject({
      path: "lots.0.cohort.sex",
      expected: '"female" or "male"',
    });
    expect(onlyProblemIn(lot({ cohort: { gender: "male" } }))).toMatchObject({
      path: "lots.0.cohort.gender",
      received: '"gender"',
    });
  });

  it("levels of a service that the lot does not buy, or that nobody knows, are refused", () => {
    expect(onlyProblemIn(lot({ levels: { ete: ["low"] } }))).toMatchObject({
      path: "lots.0.levels.ete",
      received: '"ete"',
    });
    expect(onlyProblemIn(lot({ levels: { accommodation: ["low", "hihg"] } }))).toMatchObject({
      path: "lots.0.levels.accommodation.1",
      nearest: "high",
    });
  });

  it("a lot that buys a service of which the plan says nothing is refused", () => {
    expect(onlyProblemIn(lot({ contractType: "ete" }))).toMatchObject({
      path: "services.ete",
      expected: "the service, which lot essex-accommodation buys",
      received: "nothing",
    });
  });

  it("a lot in an area that is set aside is refused", () => {
    expect(
      onlyProblemIn(essexWith({ setAside: [{ area: "essex", reason: "bought elsewhere" }] })),
    ).toMatchObject({ path: "lots.0", expected: "a lot without essex, which is set aside" });
  });

  it("a plan without a lot is refused", () => {
    expect(onlyProblemIn(essexWith({ lots: [] }))).toMatchObject({
      path: "lots",
      expected: "a list that is not empty",
    });
    expect(
      isModelError(
        thrownBy(() => parsePlan(essexWith({ lots: undefined }))),
        "invalid-data",
      ),
    ).toBe(true);
  });
});
