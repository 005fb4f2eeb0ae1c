import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as library from "volumes-and-values";
import * as provider from "volumes-and-values/provider";
import * as sources from "volumes-and-values/sources";
import { measures } from "volumes-and-values/reference";
import type { About, Figure, Formula, NumberLike, Unit, WorkedInput } from "volumes-and-values";
import * as readings from "volumes-and-values/readings";
import type { Working } from "volumes-and-values/readings";
import { nodesOf } from "../../src/numbers/working.ts";
import { replay } from "../../src/readings/replay.ts";
import { tapeOf } from "../../src/readings/tape.ts";
import { agree, exactly } from "../numbers/fraction.ts";
import { disagreements } from "../numbers/recompute.ts";
import { refusal } from "../numbers/refusal.ts";
import { amountEach, runs, someShare, someone } from "../support/arbitraries-numbers.ts";

const { given, isFigure, isFormula } = library;
const { readWorking, working } = readings;

type Inputs = Readonly<Record<string, WorkedInput>>;
type AnyFormula = Formula & ((inputs: unknown, about?: About) => Figure);

/** Every formula that the library exports: one that is added is held to these laws without being named here. */
const formulas = Object.entries({ ...library, ...provider, ...readings, ...sources }).filter(
  (entry): entry is [string, never] => isFormula(entry[1]),
);
const each = formulas.map(([name, formula]): [string, AnyFormula] => [name, formula]);

/** Measures that count whole things: people, what happens to them, and days. Hours, posts and pounds have parts. */
const counted = new Set<Unit>([
  "days",
  ...measures
    .filter(({ kind, unit }) => (kind === "stock" || kind === "flow") && unit !== "fte")
    .map(({ unit }) => unit),
]);

/** Inputs that are shares, though no `Rate` or `Share` ends their name. */
const sharesByAnotherName: Readonly<Record<string, string>> = {
  "placesNeeded.completionsPerPlace": "a place is used once, so that it gives one completion at most",
  "restShare.shares": "a list of shares",
  "allowedDisparity.tolerance": "a share of what the other source says, which is refused as a percentage",
};
/** Inputs in a counted measure that need not be whole. */
const countedInParts: Readonly<Record<string, string>> = {
  "reconciledTotal.disparities":
    "referrals that one source has above another: below nought where it has fewer",
  "averagePeople.weightedPeople": "people, each counted for the part of a year in which the rules hold",
};

const dueOf = (due: Unit | library.Many): Unit => (typeof due === "string" ? due : due.many);
const isMany = (due: Unit | library.Many): boolean => typeof due !== "string";
const valueOf = (figure: Figure) => exactly(figure.toJSON().value);
const plain = (figure: Figure): Working => JSON.parse(JSON.stringify(working(figure))) as Working;

/** Inputs that a commissioner could type for a formula. */
function inputsOf(formula: AnyFormula): fc.Arbitrary<Inputs> {
  const shares: readonly string[] = formula.shares ?? [];
  const counts: readonly string[] = formula.counts ?? [];
  const one = (name: string): fc.Arbitrary<NumberLike> =>
    shares.includes(name) ? someShare : counts.includes(name) ? someone : amountEach;
  return fc.record(
    Object.fromEntries(
      Object.entries(formula.inputs).map(([name, due]): [string, fc.Arbitrary<WorkedInput>] => [
        name,
        isMany(due) ? fc.array(one(name), { minLength: 1, maxLength: 12 }) : one(name),
      ]),
    ),
  );
}

/** The same inputs as figures with a name of their own. */
const asFigures = (formula: AnyFormula, inputs: Inputs): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(inputs).map(([name, input]) => {
      const unit = dueOf(formula.inputs[name] as Unit);
      return [
        name,
        Array.isArray(input)
          ? input.map((one: NumberLike) => given(one, unit, { name }))
          : given(input as NumberLike, unit, { name }),
      ];
    }),
  );

/** The same again, each with a path, so that readings can move it. */
const asInputs = (formula: AnyFormula, inputs: Inputs): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(inputs).map(([name, input]) => {
      const unit = dueOf(formula.inputs[name] as Unit);
      const one = (value: NumberLike, path: string): Figure => given(value, unit, { name, path });
      return [
        name,
        Array.isArray(input)
          ? input.map((value: NumberLike, index) => one(value, `${name}.${String(index)}`))
          : one(input as NumberLike, name),
      ];
    }),
  );

const without = (inputs: Inputs, name: string): Inputs =>
  Object.fromEntries(Object.entries(inputs).filter(([other]) => other !== name));

function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null) Object.values(value).forEach(frozen);
  return Object.freeze(value);
}

test("there are formulas to hold to the laws", () => {
  expect(each.length).toBeGreaterThan(40);
  expect(new Set(each.map(([, { figure }]) => figure)).size).toBe(each.length);
});

test("every exception to a law is one that a formula makes use of", () => {
  const inputs = each.flatMap(([name, formula]) =>
    Object.keys(formula.inputs).map((input) => `${name}.${input}`),
  );
  const exceptions = [...Object.keys(sharesByAnotherName), ...Object.keys(countedInParts)];
  expect(inputs).toEqual(expect.arrayContaining(exceptions));
});

describe.for(each)("%s", ([name, formula]) => {
  const worked = formula.worked.given;
  const names = Object.keys(formula.inputs);

  test("is exported under the name of the figure it makes", () => {
    expect(formula.figure).toBe(name);
    expect(name).toMatch(/^[a-z][A-Za-z0-9]+$/);
  });

  test("gives the same on a tape, in floats and before it is rounded, from worked inputs and from any", () => {
    const onTape = (inputs: Inputs): readonly [number, number, number] => {
      const made = formula(asInputs(formula, inputs));
      const figure = made.operation.kind === "rounded" ? (made.operands[0] as Figure) : made;
      const tape = tapeOf(figure);
      expect(tape.inputs.length).toBeGreaterThan(0);
      const sizes = nodesOf(figure).map(({ value }) => Math.abs(value.toNumber()));
      return [replay(tape, tape.base)[0] as number, figure.value.toNumber(), Math.max(1, ...sizes)];
    };
    // To 1e-12 of the largest number on the way: where two large ones cancel out, floats have lost that much.
    const near = ([found, exact, largest]: readonly [number, number, number]): void => {
      expect(Math.abs(found - exact)).toBeLessThanOrEqual(1e-12 * largest);
    };
    near(onTape(worked));
    fc.assert(
      fc.property(inputsOf(formula), (inputs) => {
        let both: readonly [number, number, number];
        try {
          both = onTape(inputs);
        } catch (error) {
          if (library.isModelError(error)) return; // a divisor of zero
          throw error;
        }
        near(both);
      }),
      runs,
    );
  });

  test("says where it comes from", () => {
    expect(formula.source.trim().length).toBeGreaterThan(5);
    expect((formula.worked.source ?? formula.source).trim().length).toBeGreaterThan(5);
  });

  test("gives its worked answer, in its unit and under its name", () => {
    const answer = formula(worked, { area: "Essex" });
    expect([answer.unit, answer.name, answer.source]).toEqual([formula.unit, name, formula.source]);
    expect(answer.about).toEqual({ area: "Essex" });
    // A rate given as counts is a quotient, and carries its rounding.
    const fromCounts = Object.values(worked).some((input) => typeof input === "object" && "count" in input);
    if (!fromCounts) expect(answer.toJSON().value).toBe(formula.worked.gives);
    expect(agree(valueOf(answer), exactly(formula.worked.gives))).toBe(true);
  });

  test("calls shares what ends in Rate or Share, and nothing else without a reason", () => {
    const byName = names.filter((input) => /(Rate|Share)s?$/.test(input));
    const byReason = names.filter((input) => `${name}.${input}` in sharesByAnotherName);
    expect([...(formula.shares ?? [])].sort()).toEqual([...byName, ...byReason].sort());
  });

  test("counts whatever its unit counts, and nothing else", () => {
    const byUnit = names.filter((input) => counted.has(dueOf(formula.inputs[input] as Unit)));
    const whole = byUnit.filter((input) => !(`${name}.${input}` in countedInParts));
    expect([...(formula.counts ?? [])].sort()).toEqual(whole.sort());
  });

  test("is made of its inputs alone, and follows from them in exact fractions", () => {
    fc.assert(
      fc.property(inputsOf(formula), (inputs) => {
        const figure = formula(inputs);
        const leaves = nodesOf(figure).filter(({ operands }) => operands.length === 0);
        expect(leaves.filter(({ operation }) => !["given", "constant"].includes(operation.kind))).toEqual([]);
        const named = leaves.map((leaf) => leaf.name?.replace(/\[\d+\]$/, ""));
        expect(named).toEqual(expect.arrayContaining(names));
        expect(disagreements(plain(figure))).toEqual([]);
      }),
      { numRuns: Math.ceil(runs.numRuns / 5) },
    );
  });

  test("gives the same whether numbers are typed or figures are passed on, and the same when it is read back", () => {
    fc.assert(
      fc.property(inputsOf(formula), (inputs) => {
        const figure = formula(inputs);
        expect(String(formula(asFigures(formula, inputs)))).toBe(String(figure));
        const read = readWorking(plain(figure));
        expect(isFigure(read) && plain(read)).toEqual(plain(figure));
      }),
      { numRuns: Math.ceil(runs.numRuns / 5) },
    );
  });

  test("changes nothing that it is given", () => {
    const inputs = frozen(structuredClone(worked));
    const before = JSON.stringify(inputs);
    formula(inputs, Object.freeze({ area: "Essex" }));
    expect(JSON.stringify(inputs)).toBe(before);
  });

  test("refuses to do without any of its inputs, and takes none of them for nought", () => {
    for (const input of names) {
      for (const inputs of [
        without(worked, input),
        { ...worked, [input]: undefined },
        { ...worked, [input]: null },
      ]) {
        const error = refusal(() => formula(inputs));
        expect(error.code).toBe("wrong-inputs");
        expect(error.message).toContain(`${input} is missing, and missing is not zero`);
      }
    }
  });

  test("refuses an input that it does not know", () => {
    const error = refusal(() => formula({ ...worked, unheardOf: 1 }));
    expect(error.code).toBe("wrong-inputs");
    expect(error.details).toEqual({ figure: name, missing: [], unknown: ["unheardOf"] });
  });

  test("refuses a figure in any other unit, and says for which input", () => {
    const stray = given(1, "strays", { name: "stray" });
    for (const [input, due] of Object.entries(formula.inputs)) {
      const error = refusal(() => formula({ ...worked, [input]: isMany(due) ? [stray] : stray }));
      expect(error.code).toBe("wrong-unit");
      expect(error.message).toContain(`${name}.${input}`);
      expect(error.message).toContain(`takes ${dueOf(due)}, and received stray in strays.`);
    }
  });

  test("refuses 62 where 0.62 is meant, and half a person, and fewer people than none", () => {
    const wrong = (input: string, value: unknown): unknown =>
      isMany(formula.inputs[input] as Unit) ? [value] : value;
    for (const input of formula.shares ?? []) {
      const error = refusal(() => formula({ ...worked, [input]: wrong(input, 62) }));
      expect(error.code).toBe("out-of-range");
      expect(error.message).toContain("received 62. If 62% is meant, give 0.62.");
    }
    for (const input of formula.counts ?? []) {
      for (const value of ["0.5", -1]) {
        const error = refusal(() => formula({ ...worked, [input]: wrong(input, value) }));
        expect(error.code).toBe("out-of-range");
        expect(error.message).toContain(`a whole number from 0 up; received ${String(value)}.`);
      }
    }
    for (const input of names) {
      expect(refusal(() => formula({ ...worked, [input]: wrong(input, "1,000") })).code).toBe("not-a-number");
    }
  });
});
