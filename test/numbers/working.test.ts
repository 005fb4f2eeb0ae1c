import { Decimal } from "decimal.js"; // eslint-disable-line @typescript-eslint/no-restricted-imports -- what a caller brings
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { given, isModelError, placesNeeded, starts, sum } from "volumes-and-values";
import { explain, readWorking, working } from "volumes-and-values/readings";
import type { Figure } from "volumes-and-values";
import type { Figures, Working, WorkingNode } from "volumes-and-values/readings";
import { constant } from "../../src/numbers/figure.ts";
import { nodesOf } from "../../src/numbers/working.ts";
import { runs } from "../support/arbitraries-numbers.ts";
import { disagreements } from "./recompute.ts";
import { refused } from "./refusal.ts";

const plain = (figures: Figures): unknown => JSON.parse(JSON.stringify(working(figures)));
const begun = (value: number, name: string): Figure<"starts"> => given(value, "starts", { name });

/** A figure whose working has every operation, shared steps, names, places and sources. */
function everything(): Figure<"completions"> {
  const rate = given({ count: 1, of: 3 }, "completions/starts", {
    name: "completionRate",
    about: { service: "Accommodation" },
    path: "services.accommodation.completionRate",
    source: "illustrative",
    asOf: "2023-06-30",
    quality: "red",
    note: "one quarter",
    low: "0.25",
    high: 0.5,
  });
  const low = given(1, "completions", { name: "low" });
  const made = begun(900, "starts").times(rate).plus(low).minus(low.times(3)).min(low.times(400)).max(low);
  const share = rate.rest.dividedBy(rate);
  return sum("completions", [
    made,
    low.times(share),
    made.clampedTo(low, low.times(200)),
    sum("completions", []),
  ])
    .rounded({ places: 2, mode: "half up" })
    .named("completions", { area: "Essex", year: "2023/24" }, "a source")
    .named("finishers", {}, "another source")
    .max(low.times(constant(2).named("two")));
}

describe("a working goes out as plain data and comes back", () => {
  test("the working of starts is three steps, each after those it is made of", () => {
    const attended = starts({ referrals: 1200, startRate: { count: 31, of: 50 } }, { area: "Essex" });
    expect(plain(attended)).toEqual({
      schema: "volumes-and-values/working/1",
      nodes: [
        { value: "1200", unit: "referrals", name: "referrals", operation: "given", provenance: {}, of: [] },
        {
          value: "0.62",
          unit: "starts/referrals",
          name: "startRate",
          operation: "given",
          provenance: { counts: { count: 31, of: 50 } },
          of: [],
        },
        {
          value: "744",
          unit: "starts",
          name: "starts",
          about: { area: "Essex" },
          source: "RR3 meeting note, 26 August 2020, section 3b",
          operation: "times",
          of: [0, 1],
        },
      ],
      figures: 2,
    });
  });

  test("one figure comes back as one, with every operation, name, place and source", () => {
    const data = plain(everything());
    const kinds = new Set((data as Working).nodes.map(({ operation }) => operation));
    expect(kinds.size).toBe(12);
    const read = readWorking(data) as Figure;
    expect(plain(read)).toEqual(data);
    expect(String(read)).toBe(String(everything()));
    expect(String(explain(read))).toBe(String(explain(everything())));
  });

  test("a list comes back as a list, and a record as a record, with what they share only once", () => {
    const [a, b] = [begun(5, "a"), begun(7, "b")];
    const total = a.plus(b);
    const list = plain([total, a, total]);
    expect((list as Working).nodes).toHaveLength(3);
    expect((list as Working).figures).toEqual([2, 0, 2]);
    const read = readWorking(list) as Figure[];
    expect(read.map(String)).toEqual(["12 starts", "5 starts", "12 starts"]);
    expect(read[0]).toBe(read[2]);
    expect(plain(read)).toEqual(list);

    const record = plain({ total, first: a });
    expect((record as Working).figures).toEqual({ total: 2, first: 0 });
    expect(plain(readWorking(record))).toEqual(record);
    expect(readWorking(plain([]))).toEqual([]);
    expect(readWorking(plain({}))).toEqual({});
  });

  test("names that every object has are names like any other", () => {
    const names = ["__proto__", "constructor", "toString", "hasOwnProperty"];
    const figures = Object.fromEntries(names.map((name, index) => [name, begun(index, name)]));
    const about = JSON.parse('{"__proto__":"Essex","constructor":"Kent"}') as Record<string, string>;
    const odd = { ...figures, place: given(1, "constructor/toString", { name: "__proto__", about }) };
    expect(Object.keys(odd)).toContain("__proto__");
    const data = plain(odd);
    const read = readWorking(data) as Record<string, Figure>;
    expect(Object.keys(read)).toEqual(Object.keys(odd));
    expect(JSON.stringify(read["place"])).toBe(JSON.stringify(odd.place));
    expect(JSON.stringify(plain(read))).toBe(JSON.stringify(data));
    expect(({} as { Essex?: string }).Essex).toBeUndefined();
  });

  test("counts and limits that a caller gave as Decimals come back too, however large or small", () => {
    const tiny = new Decimal("0.0000001");
    const vast = new Decimal("1e21");
    const rate = given({ count: tiny, of: vast }, "starts/referrals", {
      name: "rate",
      low: tiny,
      high: vast,
    });
    const data = plain(rate);
    expect(plain(readWorking(data))).toEqual(data);
    expect((data as Working).nodes[0]?.provenance?.counts).toEqual({
      count: "0.0000001",
      of: "1000000000000000000000",
    });
  });

  test("what is known of an input cannot be changed through the Decimal it was given as", () => {
    const low = new Decimal("0.5");
    const rate = given("0.6", "starts/referrals", { name: "rate", low });
    const before = JSON.stringify(working(rate));
    low.d[0] = 9;
    expect(JSON.stringify(working(rate))).toBe(before);
  });

  test("every value follows from the inputs, in exact fractions and without the library", () => {
    expect(disagreements(plain(everything()) as Working)).toEqual([]);
    const needed = placesNeeded({ completions: 10, completionsPerPlace: { count: 1, of: 3 } });
    expect(disagreements(plain(needed) as Working)).toEqual([]);
  });

  test("random sums over shared steps come back as the same working", () => {
    const picks = fc.array(fc.tuple(fc.nat(7), fc.nat(1_000), fc.nat(1_000)), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(picks, (steps) => {
        const figures: Figure<"starts">[] = [begun(3, "a"), begun(7, "b")];
        for (const [kind, i, j] of steps) {
          const [a, b] = [i, j].map((at) => figures[at % figures.length]) as [
            Figure<"starts">,
            Figure<"starts">,
          ];
          const made: readonly (() => Figure<"starts">)[] = [
            () => a.plus(b),
            () => a.minus(b),
            () => a.min(b),
            () => a.max(b),
            () => a.times(2).dividedBy(3),
            () => a.rest,
            () => sum("starts", [a, b, a]).rounded({ places: 3, mode: "down" }),
            () => a.named(`step ${String(i)}`, { area: "Essex" }),
          ];
          figures.push((made[kind] as () => Figure<"starts">)());
        }
        const data = plain(figures);
        expect(plain(readWorking(data))).toEqual(data);
        expect(disagreements(data as Working)).toEqual([]);
        expect(nodesOf(figures)).toHaveLength(new Set(figures.flatMap((figure) => nodesOf(figure))).size);
      }),
      runs,
    );
  });
});

describe("a working that was tampered with is refused", () => {
  const sound = plain(starts({ referrals: 1200, startRate: "0.62" })) as Working;
  const node = (index: number, change: Record<string, unknown>): unknown => ({
    ...sound,
    nodes: sound.nodes.map((one, at) => (at === index ? { ...one, ...change } : one)),
  });

  test.for<readonly [string, unknown, string]>([
    [
      "another answer",
      node(2, { value: "745" }),
      "nodes.2 must be 744 starts, which its operands give; received 745 starts.",
    ],
    [
      "another rate",
      node(1, { value: "0.7" }),
      "nodes.2 must be 840 starts, which its operands give; received 744 starts.",
    ],
    [
      "another unit",
      node(2, { unit: "referrals" }),
      "nodes.2 must be 744 starts, which its operands give; received 744 referrals.",
    ],
    [
      "a place that is later",
      node(2, { of: [0, 2] }),
      "nodes.2.of must be the places of earlier nodes; received 2.",
    ],
    [
      "a place before the first",
      node(2, { of: [-1, 0] }),
      "nodes.2.of must be the places of earlier nodes; received -1.",
    ],
    [
      "half a place",
      node(2, { of: [0.5, 1] }),
      "nodes.2.of must be the places of earlier nodes; received 0.5.",
    ],
    [
      "a word for a place",
      node(2, { of: ["length", 1] }),
      'nodes.2.of must be the places of earlier nodes; received "length".',
    ],
    ["one place too few", node(2, { of: [0] }), "of must be the places of earlier nodes; received too few."],
    ["no places", node(2, { of: undefined }), "nodes.2.of must be a list of places; received undefined."],
    [
      "an operation nobody knows",
      node(2, { operation: "toString" }),
      'nodes.2.operation must be given, constant, sum, minus, times, dividedBy, min, max, clampedTo, rest, rounded, same; received "toString".',
    ],
    ["a number for a value", node(0, { value: 1200 }), "nodes.0.value must be decimal text; received 1200."],
    ["no unit", node(0, { unit: null }), "nodes.0.unit must be a unit; received null."],
    [
      "another schema",
      { ...sound, schema: "volumes-and-values/working/2" },
      'schema must be volumes-and-values/working/1; received "volumes-and-values/working/2".',
    ],
    [
      "no schema",
      { nodes: [], figures: [] },
      "schema must be volumes-and-values/working/1; received undefined.",
    ],
    ["nothing", null, "schema must be volumes-and-values/working/1; received undefined."],
    ["text", JSON.stringify(sound), "schema must be volumes-and-values/working/1; received undefined."],
    ["no nodes", { ...sound, nodes: {} }, "nodes must be a list of nodes; received an object."],
    [
      "a node that is nothing",
      { ...sound, nodes: [null] },
      "nodes.0.value must be decimal text; received undefined.",
    ],
    ["no figures", { ...sound, figures: undefined }, "figures must be places of nodes; received undefined."],
    ["a figure that is not there", { ...sound, figures: 3 }, "figures must be places of nodes; received 3."],
    ["a figure at no place", { ...sound, figures: ["2"] }, 'figures must be places of nodes; received "2".'],
    [
      "a figure in a record that is not there",
      { ...sound, figures: { total: 9 } },
      "figures must be places of nodes; received 9.",
    ],
    [
      "a truth for its figures",
      { ...sound, figures: true },
      "figures must be places of nodes; received true.",
    ],
  ])("%s", ([, data, message]) => {
    expect(refused(() => readWorking(data))).toEqual({
      code: "invalid-data",
      message: `This is not a working that can be computed again. ${message}`,
    });
  });

  test.for<readonly [string, unknown]>([
    ["a value that is no number", node(0, { value: "1,200" })],
    ["a unit that is none", node(0, { unit: "££ !" })],
    ["a sum of referrals and rates", node(2, { operation: "sum" })],
    [
      "a division by nought",
      {
        ...sound,
        nodes: [
          { ...sound.nodes[0], value: "0" },
          sound.nodes[1],
          { ...sound.nodes[2], operation: "dividedBy", of: [1, 0] },
        ],
      },
    ],
    ["a rounding to minus one places", node(2, { operation: "rounded", places: -1, mode: "up" })],
    ["counts of nothing", node(1, { provenance: { counts: { count: 1, of: 0 } } })],
    ["counts that are no counts", node(1, { provenance: { counts: {} } })],
    ["a constant that is no number", node(0, { operation: "constant", value: "abc" })],
  ])("%s is invalid data, and the message says in which node", ([, data]) => {
    const { code, message } = refused(() => readWorking(data));
    expect(code).toBe("invalid-data");
    expect(message).toMatch(/nodes\.\d/);
  });

  test("no damage to a working ends in anything but a refusal of the library's own", () => {
    const whole = plain(everything()) as Working;
    const junk = fc.constantFrom<unknown>(null, undefined, true, -1, 1e9, "", "0", "x", [], {}, [null], {
      count: 1,
    });
    const keys = fc.constantFrom<keyof WorkingNode>(
      "value",
      "unit",
      "operation",
      "of",
      "places",
      "mode",
      "provenance",
    );
    fc.assert(
      fc.property(fc.nat(whole.nodes.length - 1), keys, junk, (index, key, value) => {
        const damaged = {
          ...whole,
          nodes: whole.nodes.map((one, at) => (at === index ? { ...one, [key]: value } : one)),
        };
        try {
          expect(String(readWorking(damaged) as Figure)).toBe(String(everything()));
        } catch (error) {
          if (!isModelError(error)) throw error;
        }
      }),
      runs,
    );
  });

  test.for([undefined, null, 5, true])("%o has no working", (nothing) => {
    expect(() => working(nothing as never)).toThrow(expect.objectContaining({ name: "ModelError" }));
  });
});

describe("a hundred thousand steps, wide or deep", () => {
  const many = 100_000;
  const wide = (): Figure<"starts"> =>
    sum(
      "starts",
      Array.from({ length: many }, (_, i) => begun(i, `month ${String(i)}`)),
    );
  /** One start more at each step: `named` figures each have a step of their own to tell. */
  function deep(named: boolean): Figure<"starts"> {
    const one = begun(1, "one");
    let figure: Figure<"starts"> = one;
    for (let i = 1; i < many; i++) {
      figure = figure.plus(one);
      if (named) figure = figure.named(`after ${String(i + 1)}`);
    }
    return figure;
  }

  test(
    "a sum of a hundred thousand months goes out, comes back and is explained",
    { timeout: 20_000 },
    () => {
      // 0 + 1 + … + 99,999
      const data = plain(wide());
      expect(String(readWorking(data) as Figure)).toBe("4999950000 starts");
      const { steps } = explain(wide());
      // The first twelve, 0 to 11, come to 66.
      expect(steps[0]?.sum).toMatch(/ \+ 99988 more that come to 4999949934$/);
      expect(steps).toHaveLength(13);
    },
  );

  test("a hundred thousand sums of sums go out and come back", { timeout: 20_000 }, () => {
    const data = plain(deep(false));
    expect((data as Working).nodes).toHaveLength(many);
    expect(String(readWorking(data) as Figure)).toBe("100000 starts");
  });

  test(
    "a hundred thousand sums of sums, each with a name, are explained, as deep as is wanted",
    { timeout: 20_000 },
    () => {
      const figure = deep(true);
      expect(explain(figure).steps).toHaveLength(many);
      expect(explain(figure, { depth: 1 }).steps.map(({ name }) => name)).toEqual([
        "after 100000",
        "after 99999",
        "one",
      ]);
      expect(String(explain(figure, { depth: 3 })).split("\n")[0]).toBe("[1] after 100000 = 100000 starts");
    },
  );

  test("a hundred thousand sums of sums without a name are explained", { timeout: 20_000 }, () => {
    const figure = deep(false);
    expect(explain(figure, { depth: 1 }).steps[0]?.value).toBe("100000");
    expect(explain(figure).steps.filter(({ name }) => name === "one")).toHaveLength(1);
  });
});
