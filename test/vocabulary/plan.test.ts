import * as fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { forecast, isFigure, isModelError, parsePlan } from "volumes-and-values";
import { planJsonSchema } from "volumes-and-values/json-schema";
import type { Plan } from "volumes-and-values";
import { plausiblePlan } from "../support/arbitrary-plans.ts";
import {
  at,
  changed,
  essexWith,
  onlyProblemIn,
  problemsIn,
  publicHealthWith,
  thrownBy,
} from "../support/plans.ts";
import type { Json, JsonObject } from "../support/plans.ts";
import { patience, runs } from "../support/runs.ts";

vi.setConfig({ testTimeout: patience });

/** Objects within something that can still be changed, by path. */
function unfrozenIn(value: unknown, path = "plan"): string[] {
  if (typeof value !== "object" || value === null) return [];
  const within = Object.entries(value).flatMap(([key, one]) => unfrozenIn(one, `${path}.${key}`));
  return Object.isFrozen(value) ? within : [path, ...within];
}

function deeplyFrozen(value: Json): Json {
  if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(deeplyFrozen);
  return value;
}

describe("a plan that is read", () => {
  it("is one whatever a commissioner could plausibly type", () => {
    fc.assert(
      fc.property(plausiblePlan(), (data) => {
        expect(parsePlan(data)).toEqual(data);
      }),
      { numRuns: runs },
    );
  });

  it("is read-only all the way down", () => {
    for (const data of [essexWith(), publicHealthWith()]) expect(unfrozenIn(parsePlan(data))).toEqual([]);
  });

  it("leaves what was given unchanged and open to change", () => {
    fc.assert(
      fc.property(plausiblePlan(), (data) => {
        const before = JSON.stringify(data);
        const plan = parsePlan(data);
        expect(JSON.stringify(data)).toBe(before);
        expect(Object.isFrozen(data)).toBe(false);
        expect(Object.isFrozen((data["caseload"] as JsonObject)["cells"])).toBe(false);
        ((data["caseload"] as JsonObject)["cells"] as Json[]).length = 0;
        expect(plan.caseload.cells.length).toBeGreaterThan(0);
      }),
      { numRuns: runs },
    );
  });

  it("may be given frozen, and may be a plan that was read before", () => {
    const plan = parsePlan(deeplyFrozen(essexWith()));
    expect(parsePlan(plan)).toEqual(plan);
  });

  it("is the same plan after a journey through JSON", () => {
    fc.assert(
      fc.property(plausiblePlan(), (data) => {
        const plan = parsePlan(data);
        expect(parsePlan(JSON.parse(JSON.stringify(plan)))).toEqual(plan);
        expect(JSON.stringify(parsePlan(JSON.parse(JSON.stringify(plan))))).toBe(JSON.stringify(plan));
      }),
      { numRuns: runs },
    );
  });

  it("takes a name that is written and left undefined for one that is left out", () => {
    expect(parsePlan({ ...essexWith(), note: undefined })).toEqual(parsePlan(essexWith()));
  });

  it("keeps a count of text and a rate of text as they were written", () => {
    const plan = parsePlan(essexWith({ "caseload.cells.0.people": "900", turnover: "1.50" }));
    expect([plan.caseload.cells[0]?.people, plan.turnover]).toEqual(["900", "1.50"]);
  });
});

describe("what is no plan", () => {
  it.each([
    ["text", "{}", '"{}"'],
    ["nothing", undefined, "undefined"],
    ["null", null, "null"],
    ["a number", 5, "5"],
    ["a list", [], "a list"],
    ["a function", () => essexWith(), "a function"],
    ["a bigint", 5n, "a bigint"],
    ["a symbol", Symbol("plan"), "a symbol"],
  ])("is %s", (_, data, received) => {
    expect(onlyProblemIn(data)).toMatchObject({
      path: "(the whole)",
      expected: "a plan, as an object",
      received,
    });
  });

  it("a plan that is still text is to be read with JSON.parse first", () => {
    expect(onlyProblemIn(JSON.stringify(essexWith())).message).toContain("Read it with JSON.parse first.");
  });

  it.each(["volumes-and-values/plan/2", "", 1, null, undefined])(
    "a plan of version %o is refused",
    (schema) => {
      expect(onlyProblemIn({ ...essexWith(), schema })).toMatchObject({
        path: "schema",
        expected: '"volumes-and-values/plan/1"',
        message: expect.stringContaining("reads plans of that version only"),
      });
    },
  );

  it("more than a million cells are refused before they are read", () => {
    const cells = Array<unknown>(1_000_001);
    expect(onlyProblemIn(changed(essexWith(), { "caseload.cells": cells }))).toMatchObject({
      path: "caseload.cells",
      expected: "at most 1000000 cells",
      received: "1000001",
    });
  });

  it("an object of a class is refused, and so is a date, a map or a wrapped number", () => {
    class Cell {
      readonly area = "essex";
      readonly people = 5;
    }
    for (const odd of [new Cell(), new Date(0), new Map(), new Number(5), /essex/, new Error("no")]) {
      expect(problemsIn(essexWith({ "caseload.cells.1": odd }))[0]).toMatchObject({
        path: "caseload.cells.1",
        expected: "a plain object",
        received: expect.stringContaining("an object of a class"),
      });
    }
  });

  it("a whole plan that is an object of a class is refused, and nothing breaks", () => {
    class Draft {
      readonly schema = "volumes-and-values/plan/1";
      readonly name = "a draft";
    }
    expect(problemsIn(new Draft())[0]).toMatchObject({
      path: "(the whole)",
      expected: "a plain object",
    });
  });

  it("functions, symbols and bigints are refused where they stand", () => {
    for (const odd of [() => 1.5, Symbol("x")])
      expect(problemsIn({ ...essexWith(), turnover: odd })[0]).toMatchObject({
        path: "turnover",
        expected: "plain JSON",
      });
    expect(problemsIn(essexWith({ "caseload.cells.1.people": 600n }))[0]).toMatchObject({
      path: "caseload.cells.1.people",
      received: "a bigint. Give it as text",
    });
  });

  it("data that hold themselves are refused, and those that hold one thing twice are not", () => {
    const looped = essexWith();
    looped["basis"] = looped;
    expect(problemsIn(looped)[0]).toMatchObject({
      path: "basis",
      expected: "data without loops",
      received: "an object that holds itself",
    });
    const shared = { sex: "male" };
    expect(
      parsePlan({
        ...essexWith({
          "lots.0.cohort": shared,
          "lots.1": {
            id: "b",
            contractType: "accommodation",
            areas: ["essex"],
            cohort: shared,
            from: "2025-04-01",
          },
        }),
      }).lots,
    ).toHaveLength(2);
  });

  it("a list that has a constructor of its own is read as the list it is, or refused", () => {
    const lots = Object.assign([...(essexWith()["lots"] as Json[])], { constructor: "x" });
    expect(readOrRefused({ ...essexWith(), lots })?.lots.length ?? 1).toBe(1);
  });

  it("data that go on and on are refused", () => {
    let deep: unknown = 0.5;
    for (let n = 0; n < 10_000; n++) deep = { by: "complexity", values: {}, otherwise: deep };
    const found = problemsIn({ ...essexWith(), turnover: deep });
    expect(found[0]).toMatchObject({ expected: "data at most 50 deep", received: "data that go deeper" });
  });

  it.each(["__proto__", "constructor", "prototype"])("the key %s is refused at every level", (key) => {
    const text = JSON.stringify(essexWith());
    const places: [string, string][] = [
      [text.replace('{"schema"', `{"${key}":{"polluted":true},"schema"`), key],
      [text.replace('"cells":[{', `"cells":[{"${key}":"x",`), `caseload.cells.0.${key}`],
      [text.replace('"services":{', `"services":{"${key}":{},`), `services.${key}`],
      [text.replace('"cohort":{', `"cohort":{"${key}":{"sex":"female"},`), `lots.0.cohort.${key}`],
    ];
    for (const [json, path] of places) {
      expect(problemsIn(JSON.parse(json))).toContainEqual(
        expect.objectContaining({ path, expected: "another name", received: `the key "${key}"` }),
      );
    }
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  it.each([
    ["turnovr", "turnover"],
    ["caseload.asof", "asOf"],
    ["services.accommodation.startrate", "startRate"],
    ["services.accommodation.rules.0.sources", "source"],
    ["services.accommodation.rampUp.platau", "plateau"],
    ["services.accommodation.rampUp.profile.monthToPlateau", "monthsToPlateau"],
    ["lots.0.contactType", "contractType"],
    ["lots.0.cohort.ag", "age"],
    ["calendar.frist", "first"],
  ])("the misspelt name %s is refused, with %s that was meant", (path, nearest) => {
    const name = path.split(".").at(-1) ?? "";
    expect(problemsIn(essexWith({ [path]: "x" }))).toContainEqual(
      expect.objectContaining({ path, received: `"${name}"`, nearest }),
    );
  });

  it("a list is refused where an object is due, and an object where a list is", () => {
    expect(problemsIn(essexWith({ services: [] }))).toContainEqual(
      expect.objectContaining({ path: "services", expected: "an object", received: "a list" }),
    );
    expect(problemsIn(essexWith({ lots: {} }))).toContainEqual(
      expect.objectContaining({ path: "lots", expected: "a list", received: "an object" }),
    );
    expect(problemsIn(essexWith({ "services.accommodation.rules": "everybody" }))).toContainEqual(
      expect.objectContaining({ path: "services.accommodation.rules", expected: "a list" }),
    );
    expect(problemsIn(essexWith({ "services.accommodation": null }))).toContainEqual(
      expect.objectContaining({ path: "services.accommodation", expected: "an object", received: "null" }),
    );
  });

  it("everything wrong with a plan is said at once, in form and in meaning", () => {
    const data = essexWith({
      name: "",
      "caseload.cells.0.people": -900,
      "caseload.cells.1.area": "esex",
      "services.accommodation.startRate": 62,
      "services.accommodation.rules.0.when": { stge: "community" },
      "services.accommodation.complexityMix.low": 0.3,
      "lots.0.to": "2021-01-01",
      "calendar.last": "2020/21",
      basis: { vat: "incl" },
    });
    const paths = problemsIn(data).map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining([
        "name",
        "basis.vat",
        "caseload.cells.0.people",
        "caseload.cells.1.area",
        "services.accommodation.startRate",
        "services.accommodation.rules.0.when.stge",
        "lots.0.to",
        "calendar.last",
      ]),
    );
  });

  it("the message shows the first twenty problems, and the details all of them", () => {
    const cells = [...Array(30).keys()].map(() => ({ area: "esex", people: 1 }));
    const error = thrownBy(() => parsePlan(essexWith({ "caseload.cells": cells })));
    if (!isModelError(error, "invalid-data")) throw error;
    expect(error.details.problems.filter(({ nearest }) => nearest === "essex")).toHaveLength(30);
    expect(error.message.split("\n")[0]).toMatch(/^This plan has 3\d problems:$/);
    expect(error.message).toMatch(/and 1\d more, in error\.details\.problems$/);
    expect(error.message.split("\n")).toHaveLength(22);
  });
});

/** Every place in some data, as steps. */
function placesIn(value: Json, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [path];
  return [
    ...(path.length === 0 ? [] : [path]),
    ...Object.entries(value).flatMap(([key, one]) => placesIn(one, [...path, key])),
  ];
}

type Mutation = (holder: Record<string, unknown>, key: string) => void;

const misspelt = (word: string): string => `${word.slice(0, -1)}${word.endsWith("x") ? "y" : "x"}`;

/** Ways to spoil what stands at a place. */
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.constant<Mutation>((holder, key) => Reflect.deleteProperty(holder, key)),
  fc
    .oneof(
      fc.constantFrom<unknown>(null, true, "", " ", "1,000", "0x10", "2021-02-30", [], {}, -1, 0.5, 62, 1e21),
      fc.constantFrom<unknown>(NaN, Infinity, -0, 5e-324, 1e308, "9".repeat(1000), "__proto__", "rest", "by"),
      fc.jsonValue(),
      fc.anything(),
    )
    .map<Mutation>((value) => (holder, key) => {
      holder[key] = structuredClone(value);
    }),
  fc.constant<Mutation>((holder, key) => {
    const value = holder[key];
    Reflect.deleteProperty(holder, key);
    holder[misspelt(key)] = value;
  }),
  fc.constant<Mutation>((holder, key) => {
    const value = holder[key];
    holder[key] =
      typeof value === "string" ? misspelt(value) : typeof value === "number" ? -value - 1 : value;
  }),
  fc
    .constantFrom("2020-01-01", "1999-12-31", "2024-02-29", "2023-02-29")
    .map<Mutation>((day) => (holder, key) => {
      holder[key] = day;
    }),
  fc.constant<Mutation>((holder, key) => {
    holder[key] = [holder[key]];
  }),
  fc.constant<Mutation>((holder, key) => {
    holder[key] = { by: "complexity", values: { low: holder[key] }, otherwise: holder[key] };
  }),
  fc.constant<Mutation>((holder, key) => {
    holder[key] = { value: holder[key] };
  }),
  fc
    .constantFrom("constructor", "toString", "valueOf", "by", "value", "count", "of", "rest")
    .map<Mutation>((name) => (holder) => {
      holder[name] = holder[Object.keys(holder)[0] ?? ""] ?? 0.5;
    }),
);

/** A plausible plan with one to three places spoilt. */
const spoilt: fc.Arbitrary<JsonObject> = fc
  .tuple(plausiblePlan(), fc.array(fc.tuple(fc.nat(), mutation), { minLength: 1, maxLength: 3 }))
  .map(([drawn, mutations]) => {
    const plan = changed(drawn, {});
    const places = placesIn(plan);
    for (const [n, mutate] of mutations) {
      const place = places[n % places.length] ?? [];
      const holder = place
        .slice(0, -1)
        .reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], plan);
      if (typeof holder === "object" && holder !== null)
        mutate(holder as Record<string, unknown>, place.at(-1) ?? "");
    }
    return plan;
  });

function readOrRefused(data: unknown): Plan | undefined {
  try {
    return parsePlan(data);
  } catch (error) {
    if (!isModelError(error, "invalid-data")) throw error;
    expect(error.details.problems.length).toBeGreaterThan(0);
    for (const { path, expected, received, message } of error.details.problems) {
      expect([path, expected, received].map((text) => text.length > 0)).toEqual([true, true, true]);
      expect(message.startsWith(path)).toBe(true);
    }
    return undefined;
  }
}

function forecastOrRefused(plan: Plan): void {
  try {
    const { indicativeValue } = forecast(plan).total();
    expect(isFigure(indicativeValue) && !indicativeValue.value.isNegative()).toBe(true);
  } catch (error) {
    if (!isModelError(error)) throw error;
  }
}

describe("a malformed plan", () => {
  const malformed = Math.max(300, runs * 3);

  it("is refused with its problems, or does no harm, wherever a plausible plan was spoilt", () => {
    fc.assert(
      fc.property(spoilt, (data) => {
        const plan = readOrRefused(data);
        if (plan !== undefined) forecastOrRefused(plan);
      }),
      { numRuns: malformed },
    );
  });

  it("is refused with its problems, whatever it is", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.jsonValue(), fc.anything({ withNullPrototype: true, withDate: true })),
        (data) => {
          expect(readOrRefused(data)).toBeUndefined();
        },
      ),
      { numRuns: runs },
    );
  });

  it("is refused with its problems, whatever one part of it is", () => {
    const parts = ["words", "caseload", "setAside", "turnover", "services", "lots", "calendar", "basis"];
    fc.assert(
      fc.property(fc.constantFrom(...parts), fc.oneof(fc.jsonValue(), fc.anything()), (part, value) => {
        const plan = readOrRefused({ ...essexWith(), [part]: value });
        if (plan !== undefined) forecastOrRefused(plan);
      }),
      { numRuns: malformed },
    );
  });

  const surelyWrong: Readonly<Record<string, (plan: JsonObject) => void>> = {
    "has no caseload": (plan) => Reflect.deleteProperty(plan, "caseload"),
    "has no lots": (plan) => {
      plan["lots"] = [];
    },
    "has a name that is blank": (plan) => {
      plan["name"] = " ";
    },
    "has half a person": (plan) => {
      const { cells, counted } = plan["caseload"] as { cells: JsonObject[]; counted: string };
      (cells[0] as JsonObject)[counted] = 0.5;
    },
    "has a cell in no area that is known": (plan) => {
      const { cells } = plan["caseload"] as { cells: JsonObject[] };
      (cells[0] as JsonObject)["area"] = "atlantis";
    },
    "has a percentage for a share": (plan) => {
      (Object.values(plan["services"] as JsonObject)[0] as JsonObject)["takeUpShare"] = 62;
    },
    "has no need share and no rule on need": (plan) => {
      Reflect.deleteProperty(Object.values(plan["services"] as JsonObject)[0] as JsonObject, "needShare");
    },
    "has a mix that leaves people over": (plan) => {
      (Object.values(plan["services"] as JsonObject)[0] as JsonObject)["complexityMix"] = {
        low: 0.1,
        medium: 0.1,
        high: 0.1,
      };
    },
    "has two lots of one name": (plan) => {
      const lots = plan["lots"] as Json[];
      lots.push(lots[0] as Json);
    },
    "has a lot from no day": (plan) => {
      ((plan["lots"] as JsonObject[])[0] as JsonObject)["from"] = "2021-02-30";
    },
    "has years that end before they begin": (plan) => {
      plan["calendar"] = { years: "financial", first: "2023/24", last: "2022/23" };
    },
    "has an unknown name at the top": (plan) => {
      plan["extra"] = 1;
    },
    "is of another version": (plan) => {
      plan["schema"] = "volumes-and-values/plan/0";
    },
  };

  it.each(Object.keys(surelyWrong))("is refused if it %s", (name) => {
    fc.assert(
      fc.property(plausiblePlan(), (data) => {
        surelyWrong[name]?.(data);
        expect(readOrRefused(data)).toBeUndefined();
      }),
      { numRuns: Math.max(25, Math.ceil(runs / 4)) },
    );
  });
});

describe("the JSON Schema of a plan", () => {
  const schema = JSON.parse(JSON.stringify(planJsonSchema())) as JsonObject;

  it("is a JSON Schema of an object that allows no other names", () => {
    expect(schema["$schema"]).toMatch(/^https?:\/\/json-schema\.org\//);
    expect(schema).toMatchObject({ type: "object", additionalProperties: false });
  });

  it("has the names of a plan, and asks for those that it cannot do without", () => {
    expect(Object.keys(schema["properties"] as JsonObject).sort()).toEqual(
      [
        "basis",
        "calendar",
        "caseload",
        "lots",
        "name",
        "note",
        "prices",
        "schema",
        "services",
        "setAside",
        "turnover",
        "words",
      ].sort(),
    );
    expect([...(schema["required"] as string[])].sort()).toEqual(
      ["calendar", "caseload", "lots", "name", "schema", "services"].sort(),
    );
  });

  it("knows the one version, the parts of a service and those of a lot", () => {
    expect(at(schema, "properties.schema.enum")).toEqual(["volumes-and-values/plan/1"]);
    expect(at(schema, "properties.calendar.oneOf.1.properties.count")).toEqual({
      type: "integer",
      minimum: 1,
      maximum: 50,
    });
    expect(
      Object.keys(at(schema, "properties.services.additionalProperties.properties") as JsonObject),
    ).toEqual(
      expect.arrayContaining([
        "rules",
        "complexityMix",
        "needShare",
        "startRate",
        "completionRate",
        "rampUp",
        "unitCost",
      ]),
    );
    expect(Object.keys(at(schema, "properties.lots.items.properties") as JsonObject)).toEqual(
      expect.arrayContaining([
        "id",
        "contractType",
        "service",
        "areas",
        "regions",
        "cohort",
        "from",
        "to",
        "levels",
      ]),
    );
    expect(at(schema, "properties.caseload.properties.counted.enum")).toEqual(["people", "supervisions"]);
  });

  it("points only at definitions that it has", () => {
    const pointers = [...JSON.stringify(schema).matchAll(/"\$ref":"([^"]+)"/g)].map(([, to]) => to ?? "");
    expect(pointers.length).toBeGreaterThan(0);
    for (const pointer of pointers)
      expect(at(schema, pointer.replace(/^#\//, "").replaceAll("/", ".")), pointer).toBeDefined();
  });

  it("is another one each time, so that changing it changes nobody else's", () => {
    (planJsonSchema() as JsonObject)["type"] = "text";
    expect(planJsonSchema()).toMatchObject({ type: "object" });
  });
});

describe("of two opposites", () => {
  it("none is guessed at: who writes include may mean admit", () => {
    const [problem] = problemsIn(essexWith({ "services.accommodation.rules.0.decision": "include" }));
    expect(problem?.expected).toBe('"admit" or "exclude"');
    expect(problem).not.toHaveProperty("nearest");
  });
});
