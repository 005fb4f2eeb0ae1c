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
  given(value, "ratio", { name, path: name, low: 0, high: 4 });
const a = input("a", 2);

const many = 100_000;
const deep = (): Figure<"ratio"> => {
  let figure = a;
  for (let n = 1; n < many; n++) figure = figure.plus(a);
  return figure;
};
const parts = (): readonly Figure<"ratio">[] => Array.from({ length: many }, () => a);

/** Figures at the edge of what a reading may meet: what each comes to, and what it comes to where a is 3. */
const edges: readonly (readonly [string, () => Figure<"ratio">, now: string, then: string])[] = [
  ["no inputs", () => given(2, "ratio", { name: "b" }).times(3), "6", "6"],
  ["one input used twice", () => a.times(a).plus(a), "6", "12"],
  ["an input that does not matter", () => input("b", 1).plus(a.minus(a)), "1", "1"],
  ["a zero", () => input("nought", 0).times(a), "0", "0"],
  ["a sum of 100,000 parts", () => sum("ratio", parts()), "200000", "300000"],
  ["a working 100,000 deep", deep, "200000", "300000"],
];

const stock = { period: { at: "2020-06-30" }, kind: "stock" } as const;

/** What each reading says of a figure, in one number where there is one: what it is now, and where a is 3. */
const readings: Readonly<
  Record<string, (figure: Figure<"ratio">, hasInput: boolean) => readonly [now: unknown, then?: unknown]>
> = {
  explain: (figure) => [explain(figure, { depth: 1 }).steps[0]?.value],
  working: (figure) => [working(figure).nodes.at(-1)?.value],
  readWorking: (figure) => {
    const again = readWorking(JSON.parse(JSON.stringify(working(figure))));
    return [isFigure(again) ? again.toString() : again];
  },
  whatIf: (figure, hasInput) =>
    hasInput ? [String(whatIf(figure, {})), String(whatIf(figure, { a: 3 }))] : [String(whatIf(figure, {}))],
  sensitivity: (figure) => [String(sensitivity(figure).figure)],
  swings: (figure) => [String(swings(figure, { points: 1 }).figure)],
  twoWay: (figure, hasInput) => {
    if (!hasInput) return [String(figure)];
    const axes = {
      first: { input: "a", values: [2, 3] },
      second: { input: otherOf(figure), values: [same(figure)] },
    };
    const { cells } = twoWay(figure, axes);
    return cells.map(([one]) => String(one)) as [string, string];
  },
  switchingValue: (figure, hasInput) => {
    if (!hasInput) return [String(figure)];
    const found = switchingValue(figure, {
      input: "a",
      target: whatIf(figure, { a: 3 }).value,
      from: 0,
      to: 4,
    });
    const [crossing] = found.crossings;
    return [
      String(figure),
      crossing === undefined ? String(figure) : String(whatIf(figure, { a: crossing.input })),
    ];
  },
  compare: (figure) => {
    const { change } = compare(onBasis(figure, stock), onBasis(figure, stock));
    return [String(figure.plus(change as Figure<"ratio">))];
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
    return hasInput ? [at(2), at(3)] : [at(2)];
  },
};

/** The inputs of a figure besides a, kept where they are. */
const stillIn = (figure: Figure) =>
  Object.fromEntries(
    working(figure).nodes.flatMap(({ provenance, value }) =>
      provenance?.path === undefined || provenance.path === "a"
        ? []
        : [[provenance.path, { kind: "discrete", values: [{ value, weight: 1 }] } as const]],
    ),
  );
const otherOf = (figure: Figure): string => Object.keys(stillIn(figure))[0] ?? "a";
const same = (figure: Figure): string =>
  working(figure).nodes.find(({ provenance }) => provenance?.path === otherOf(figure))?.value ?? "2";

describe.for(Object.entries(readings))("%s", ([name, read]) => {
  test.for(edges)("of %s agrees with the figure", ([edge, make, now, then]) => {
    // A table needs two inputs.
    const figure = make();
    const hasInput = edge !== "no inputs" && !(name === "twoWay" && otherOf(figure) === "a");
    const [is, would = then] = read(figure, hasInput);
    expect(is).toBe(now);
    expect(would).toBe(then);
  });
});

test("every reading that is exported is asked here", () => {
  const asked = new Set(Object.keys(readings));
  const elsewhere = ["bridge", "published", "onBasis", "startsInYear", "simulateInSlices"];
  const exported = Object.keys({ ...library, ...simulation });
  expect(exported.filter((name) => !asked.has(name) && !elsewhere.includes(name))).toEqual([]);
});
