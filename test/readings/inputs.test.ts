import { describe, expect, test } from "vitest";
import { forecast, given, isFigure, starts } from "volumes-and-values";
import { moneyByYear } from "volumes-and-values/provider";
import { inputAt, inputsOf } from "../../src/readings/inputs.ts";
import { isStructural } from "../../src/readings/structure.ts";
import { assumptionBy, assumptionSchema } from "../../src/vocabulary/assumption.ts";
import { mixSchema } from "../../src/vocabulary/service.ts";
import { planSchema } from "../../src/vocabulary/plan.ts";
import { refused } from "../numbers/refusal.ts";
import { essexPlan } from "../support/plans.ts";

const startRate = given("0.62", "starts/referrals", { name: "startRate", path: "services.ete.startRate" });
const referrals = given(1200, "referrals", { name: "referrals", path: "referrals" });
const attended = starts({ referrals, startRate });

describe("the inputs of a figure", () => {
  test("are those with a path, in the order in which its working meets them", () => {
    expect([...inputsOf(attended)]).toEqual([
      ["referrals", referrals],
      ["services.ete.startRate", startRate],
    ]);
  });

  test("are none where nothing has a path", () => {
    expect(inputsOf(starts({ referrals: 1200, startRate: "0.62" })).size).toBe(0);
    expect(inputsOf([]).size).toBe(0);
  });

  test("count an input once that is used twice, or made twice alike", () => {
    const again = given("0.62", "starts/referrals", { name: "startRate", path: "services.ete.startRate" });
    expect(inputsOf([attended, attended.times(again)]).size).toBe(2);
  });

  test.for([
    ["values", given("0.7", "starts/referrals", { name: "startRate", path: "services.ete.startRate" })],
    ["units", given("0.62", "ratio", { name: "startRate", path: "services.ete.startRate" })],
  ] as const)("are refused where one path has two %s, with both", ([, other]) => {
    expect(refused(() => inputsOf({ before: attended, after: other }))).toEqual({
      code: "ambiguous-input",
      message:
        `services.ete.startRate is 0.62 starts/referrals in one figure and ${String(other)}` +
        `${other.unit === "ratio" ? " ratio" : ""} in another. Read the figures of each plan by themselves; within one figure, give its flows, lags or money a name, and an input a path of its own.`,
    });
  });

  test("are refused where one path has two ranges, of which a draw would take whichever comes first", () => {
    const between = (low: string, high: string) =>
      given("0.62", "starts/referrals", { name: "startRate", path: "services.ete.startRate", low, high });
    const [narrow, wide] = [between("0.6", "0.64"), between("0.5", "0.7")];
    expect(inputsOf([narrow, between("0.60", "0.64")]).size).toBe(1);
    for (const two of [
      [narrow, wide],
      [startRate, wide],
    ])
      expect(refused(() => inputsOf(two)).message).toContain(
        'starts/referrals {"high":0.7,"low":0.5} in another. Read the figures of each plan by themselves;',
      );
  });

  test("which a name of their own mends within one figure", () => {
    const money = (value: number, name?: string) =>
      moneyByYear({ ...(name && { name }), prices: "2021/22", values: { "2021/22": value } }).total();
    const { message } = refused(() => inputsOf(money(500).minus(money(300))));
    expect(message).toContain("within one figure, give its flows, lags or money a name");
    expect([...inputsOf(money(500, "income").minus(money(300, "cost"))).keys()]).toEqual([
      "money.income.2021/22",
      "money.cost.2021/22",
    ]);
  });
});

describe("an input is looked up by its path", () => {
  const inputs = inputsOf(attended);

  test("and found", () => {
    expect(inputAt(inputs, "referrals")).toBe(referrals);
  });

  test.for([
    ["services.ete.startrate", "Did you mean services.ete.startRate?"],
    ["services.eet.startRate", "Did you mean services.ete.startRate?"],
    ["service.ete.strtRate", "Did you mean services.ete.startRate?"],
    ["services.ete", "Did you mean services.ete.startRate?"],
    ["services.ete.startRate.value", "Known: services.ete.startRate."],
    ["services.ete.completionRate", "Known: services.ete.startRate."],
    ["banana", "Known: referrals, services.ete.startRate."],
    ["", "Known: referrals, services.ete.startRate."],
  ])("or refused, with what it may have meant: %s", ([path, mend]) => {
    expect(refused(() => inputAt(inputs, path as string))).toEqual({
      code: "unknown-word",
      message: `${path as string} is no input of these figures. ${mend as string}`,
    });
  });

  test("or refused, where there is none at all", () => {
    expect(refused(() => inputAt(new Map(), "startRate")).message).toBe(
      "startRate is no input of these figures. They have no inputs with a path.",
    );
  });

  test("many that begin alike are cut short", () => {
    const rates = [...Array(12).keys()].map((n) =>
      given(n, "ratio", { name: "share", path: `shares.s${String(n)}` }),
    );
    expect(refused(() => inputAt(inputsOf(rates), "shares.unheard-of")).message).toBe(
      "shares.unheard-of is no input of these figures. " +
        `Known: ${[...Array(8).keys()].map((n) => `shares.s${String(n)}`).join(", ")} and 4 more.`,
    );
  });

  test.for([
    "calendar.first",
    "lots.0.from",
    "lots.essex.to",
    "services.ete.rules.0.when.stage",
    "services.ete.rampUp.profile.shape",
    "services.ete.rampUp.profile.monthsToPlateau",
    "services.ete.startRate.by",
    "caseload.cells.3.area",
    "caseload.asOf",
  ])("or refused as structure, naming a scenario: %s", (path) => {
    expect(refused(() => inputAt(inputs, path))).toEqual({
      code: "structural-input",
      message: `${path} is no number in a sum: it decides which sums are made. Change it with a scenario, which forecasts again.`,
    });
  });

  test("an input that a figure has is no structure, whatever it is called", () => {
    const odd = given(3, "ratio", { name: "calendar", path: "calendar" });
    expect(inputAt(inputsOf(odd), "calendar")).toBe(odd);
  });
});

interface Schema {
  readonly _zod: {
    readonly def: {
      readonly shape?: Readonly<Record<string, Schema>>;
      readonly element?: Schema;
      readonly valueType?: Schema;
      readonly innerType?: Schema;
      readonly options?: readonly Schema[];
    };
  };
}

const assumed = new Set<unknown>([assumptionSchema, assumptionBy]);

/** The places of a plan's schema that hold something, and whether that is an assumption. */
function* placesIn(schema: Schema, path: readonly string[]): Generator<readonly [string, boolean]> {
  const { shape, element, valueType, innerType, options } = schema._zod.def;
  if (assumed.has(schema) || (schema as unknown) === mixSchema) return yield [path.join("."), true];
  const within = element ?? valueType;
  if (innerType !== undefined) return yield* placesIn(innerType, path);
  if (shape !== undefined) {
    for (const [key, one] of Object.entries(shape)) yield* placesIn(one, [...path, key]);
    return;
  }
  if (within !== undefined && !isStructural([...path, "*"].join(".")))
    return yield* placesIn(within, [...path, "*"]);
  if (options?.some((one) => assumed.has(one) || (one as unknown) === mixSchema) === true)
    return yield [path.join("."), true];
  if (options !== undefined && !isStructural(path.join("."))) {
    for (const one of options) yield* placesIn(one, path);
    return;
  }
  yield [path.join("."), false];
}

describe("what is structure", () => {
  /** Counts of people: numbers of the caseload, which are inputs though nobody assumed them. */
  const counts = ["people", "supervisions", "entrantsInYear", "releasesInYear", "peopleInYear"];

  test("is whatever a plan holds besides assumptions and counts of people, and nothing else", () => {
    const places = [...placesIn(planSchema as unknown as Schema, [])];
    expect(places.length).toBeGreaterThan(60);
    for (const [path, isAssumption] of places) {
      const number = isAssumption || counts.some((count) => path === `caseload.cells.*.${count}`);
      expect(isStructural(path), path).toBe(!number);
    }
  });

  test("is nothing that a forecast has as an input", () => {
    const total = forecast(essexPlan()).total();
    const figures = Object.values(total as unknown as Record<string, unknown>).filter(isFigure);
    const paths = [...inputsOf(figures).keys()];
    expect(paths.length).toBeGreaterThan(30);
    for (const path of paths) expect(isStructural(path), path).toBe(false);
  });
});
