import { describe, expect, test, vi } from "vitest";
import { given, isFigure, sum } from "volumes-and-values";
import type { Figure } from "volumes-and-values";
import * as library from "volumes-and-values/readings";
import * as simulation from "volumes-and-values/simulation";
import { patience } from "../support/runs.ts";

vi.setConfig({ testTimeout: patience });

const {
  explain,
  onBasis,
  compare,
  readWorking,
  sensitivity,
  swings,
  switchingValue,
  twoWay,
  whatIf,
  working,
} = library;

const input = (name: string, value: number | string): Figure<"ratio"> =>
  given(value, "ratio", { name, path: name, low: 0, high: 3 });
const a = input("a", 2);
const one = given(1, "ratio", { name: "one" });

const many = 100_000;
const deep = (): Figure<"ratio"> => {
  let figure = a;
  for (let n = 1; n < many; n++) figure = figure.plus(a);
  return figure;
};
const parts = (): readonly Figure<"ratio">[] => Array.from({ length: many }, () => a);

/** A figure at the edge of what a reading may meet. */
interface Edge {
  readonly make: () => Figure<"ratio">;
  /** What it comes to, and what it comes to where a is 3. */
  readonly now: string;
  readonly then: string;
  /** How much it grows for each one that a grows by, at 2. */
  readonly slope: number | undefined;
}

const edges: readonly (readonly [string, Edge])[] = [
  [
    "no inputs",
    { make: () => given(2, "ratio", { name: "b" }).times(3), now: "6", then: "6", slope: undefined },
  ],
  ["an input by itself", { make: () => a, now: "2", then: "3", slope: 1 }],
  // 2a + 1
  ["one input used twice", { make: () => a.times(a).plus(a), now: "6", then: "12", slope: 5 }],
  [
    "an input that does not matter",
    { make: () => input("b", 1).plus(a.minus(a)), now: "1", then: "1", slope: 0 },
  ],
  ["a zero", { make: () => input("nought", 0).times(a), now: "0", then: "0", slope: 0 }],
  [
    "a sum of 100,000 parts",
    { make: () => sum("ratio", parts()), now: "200000", then: "300000", slope: many },
  ],
  ["a working 100,000 deep", { make: deep, now: "200000", then: "300000", slope: many }],
];

const stock = { period: { at: "2020-06-30" }, kind: "stock" } as const;

/** What a reading says of a figure: what it is now; where a is 3, and how it answers to a, if the reading says that. */
interface Said {
  readonly now: unknown;
  readonly then?: unknown;
  readonly slope?: unknown;
}

const readings: Readonly<Record<string, (figure: Figure<"ratio">, hasInput: boolean) => Said>> = {
  explain: (figure) => ({ now: explain(figure, { depth: 1 }).steps[0]?.value }),
  working: (figure) => ({ now: working(figure).nodes.at(-1)?.value }),
  readWorking: (figure) => {
    const again = readWorking(JSON.parse(JSON.stringify(working(figure))));
    return { now: isFigure(again) ? again.toString() : again };
  },
  whatIf: (figure, hasInput) => ({
    now: String(whatIf(figure, {})),
    then: String(moved(figure, hasInput)),
  }),
  sensitivity: (figure) => {
    const found = sensitivity(figure);
    return {
      now: String(found.figure),
      slope: found.rows.find(({ path }) => path === "a")?.derivative,
    };
  },
  swings: (figure, hasInput) => {
    const found = swings(figure, { points: 1 });
    const change = found.rows.find(({ path }) => path === "a")?.atHigh.change;
    return {
      now: String(found.figure),
      then: String(Number(String(figure)) + (hasInput ? (change ?? NaN) : 0)),
    };
  },
  twoWay: (figure, hasInput) => {
    // A table needs two inputs: one more that adds what it is, less one.
    const more = figure.plus(input("more", 1)).minus(one);
    if (!hasInput) return { now: String(more) };
    const axes = { first: { input: "a", values: [2, 3] }, second: { input: "more", values: [1, 5] } };
    const [before, after] = twoWay(more, axes).cells.map(([cell, further]) => [
      String(cell),
      String(further?.minus(given(4, "ratio", { name: "four" }))),
    ]) as [string[], string[]];
    expect(before[1]).toBe(before[0]);
    expect(after[1]).toBe(after[0]);
    return { now: before[0], then: after[0] };
  },
  switchingValue: (figure, hasInput) => {
    if (!hasInput) return { now: String(figure) };
    const found = switchingValue(figure, {
      input: "a",
      target: whatIf(figure, { a: 3 }).value,
      from: 0,
      to: 4,
    });
    const [crossing] = found.crossings;
    return {
      now: String(figure),
      then: crossing === undefined ? String(figure) : String(whatIf(figure, { a: crossing.input })),
    };
  },
  compare: (figure, hasInput) => {
    const { change } = compare(onBasis(figure, stock), onBasis(moved(figure, hasInput), stock));
    return { now: String(figure), then: String(figure.plus(change as Figure<"ratio">)) };
  },
  simulate: (figure, hasInput) => {
    const at = (value: number): string =>
      String(
        simulation.simulate(figure, {
          draws: 2,
          seed: 1,
          distributions: hasInput
            ? { a: { kind: "discrete", values: [{ value, weight: 1 }] }, ...stillIn(figure) }
            : {},
        }).mean,
      );
    return { now: at(2), then: at(hasInput ? 3 : 2) };
  },
};

const moved = (figure: Figure<"ratio">, hasInput: boolean): Figure<"ratio"> =>
  hasInput ? whatIf(figure, { a: 3 }) : figure;

/** The inputs of a figure besides a, kept where they are. */
const stillIn = (figure: Figure) =>
  Object.fromEntries(
    working(figure).nodes.flatMap(({ provenance, value }) =>
      provenance?.path === undefined || provenance.path === "a"
        ? []
        : [[provenance.path, { kind: "discrete", values: [{ value, weight: 1 }] } as const]],
    ),
  );

describe.for(Object.entries(readings))("%s", ([, read]) => {
  test.for(edges)("of %s agrees with the figure", ([edge, { make, ...known }]) => {
    const said = read(make(), edge !== "no inputs");
    expect({ ...known, ...said }).toEqual(known);
  });
});

test("every reading that is exported is asked here", () => {
  const asked = new Set(Object.keys(readings));
  const elsewhere = ["bridge", "published", "onBasis", "startsInYear", "simulateInSlices"];
  const exported = Object.keys({ ...library, ...simulation });
  expect(exported.filter((name) => !asked.has(name) && !elsewhere.includes(name))).toEqual([]);
});
