import { describe, expect, it } from "vitest";
import { forecast, parsePlan } from "volumes-and-values";
import { essexWith, onlyProblemIn } from "../../support/plans.ts";

const financial = (first: unknown, last: unknown): unknown =>
  essexWith({ calendar: { years: "financial", first, last } });

describe("the calendar of a plan", () => {
  it("years out of order are refused", () => {
    expect(onlyProblemIn(financial("2023/24", "2021/22"))).toMatchObject({
      path: "calendar.last",
      expected: expect.stringContaining("a year from 2023/24 on"),
      received: "2021/22",
    });
  });

  it.each(["2021/23", "2021/21", "2021-22", "2021", "21/22", "2021/2022", "", 2021, null])(
    "%o is no financial year",
    (year) => {
      expect(onlyProblemIn(financial(year, "2023/24"))).toMatchObject({ path: "calendar.first" });
    },
  );

  it("the last financial year of a century is one", () => {
    const plan = parsePlan(financial("2099/00", "2099/00"));
    expect(forecast(plan).years).toEqual(["2099/00"]);
  });

  it("more than fifty years are refused", () => {
    expect(onlyProblemIn(financial("2021/22", "2071/72")).path).toBe("calendar.last");
    expect(parsePlan(financial("2021/22", "2070/71")).calendar).toMatchObject({ last: "2070/71" });
  });

  it.each([0, -1, 1.5, 51, "3", null])("a forecast of %o contract years is refused", (count) => {
    expect(onlyProblemIn(essexWith({ calendar: { years: "contract", count } }))).toMatchObject({
      path: "calendar.count",
    });
  });

  it("a misspelt kind of year is named with the one that was meant", () => {
    expect(
      onlyProblemIn(essexWith({ calendar: { years: "finacial", first: "2021/22", last: "2022/23" } })),
    ).toMatchObject({ path: "calendar.years", received: '"finacial"', nearest: "financial" });
  });

  it("a calendar that does not say which years is refused", () => {
    expect(onlyProblemIn(essexWith({ calendar: {} })).path).toMatch(/^calendar/);
  });
});
