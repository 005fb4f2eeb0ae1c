import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loopMachine } from "../../src/readings/columns.ts";
import { isRounding, operation, resultOf } from "../../src/readings/instructions.ts";
import type { OperationCode } from "../../src/readings/instructions.ts";
import { kernelMachine } from "../../src/readings/kernel.ts";
import type { Machine } from "../../src/readings/kernel.ts";
import { runs } from "../support/arbitraries-numbers.ts";

/** Floats that tell two ways of reckoning apart: signed zeros, no numbers, infinities, the smallest and the largest. */
const edges = [0, -0, 1, -1, NaN, Infinity, -Infinity, Number.MIN_VALUE, Number.MAX_VALUE, 0.1, 1 / 3];
const float = fc.oneof(fc.constantFrom(...edges), fc.double());

// Those that round are run by loops alone.
const operations = Object.values(operation).filter((code) => !isRounding(code));
const slots = 5;
const slot = fc.nat({ max: slots - 1 });
const instruction = fc.tuple(fc.constantFrom(...operations), slot, slot, slot);

/** Runs instructions on a machine over columns of these draws, and gives what stands in its columns then. */
function ran(machine: Machine, draws: readonly (readonly number[])[], count: number): readonly number[][] {
  for (const [index, column] of machine.columns.entries()) column.set(draws[index] ?? []);
  machine.run(count);
  return machine.columns.map((column) => [...column.subarray(0, count)]);
}

/** What the instructions are to make, a draw at a time. */
const due = (code: readonly number[], draws: readonly (readonly number[])[], count: number): number[][] => {
  const columns = draws.map((column) => column.slice(0, count));
  for (let at = 0; at < code.length; at += 4) {
    const [made, left, right] = code.slice(at + 1, at + 4).map((index) => columns[index] as number[]);
    for (let draw = 0; draw < count; draw++)
      (made as number[])[draw] = resultOf(
        code[at] as OperationCode,
        left?.[draw] as number,
        right?.[draw] as number,
      );
  }
  return columns;
};

const machines = { "the kernel": kernelMachine, "the loops": loopMachine };

describe.for(Object.entries(machines))("%s", ([, machineOf]) => {
  test("gives what each operation gives by itself, signed zero and no number included", () => {
    const draws = edges.flatMap((left) => edges.map((right) => [left, right] as const));
    for (const one of operations) {
      const machine = machineOf(Int32Array.of(one, 2, 0, 1), 3, draws.length) as Machine;
      const columns = [draws.map(([left]) => left), draws.map(([, right]) => right)];
      const made = ran(machine, columns, draws.length)[2];
      expect(made).toEqual(draws.map(([left, right]) => resultOf(one, left, right)));
    }
  });

  test("gives the same whatever the instructions, though they write over what they read", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 33 }).chain((size) =>
          fc.record({
            size: fc.constant(size),
            count: fc.integer({ min: 0, max: size }),
            draws: fc.array(fc.array(float, { minLength: size, maxLength: size }), {
              minLength: slots,
              maxLength: slots,
            }),
          }),
        ),
        fc.array(instruction, { maxLength: 12 }),
        ({ size, count, draws }, instructions) => {
          const code = instructions.flat();
          const machine = machineOf(Int32Array.from(code), slots, size) as Machine;
          const made = ran(machine, draws, count);
          for (const [index, column] of due(code, draws, count).entries())
            for (const [draw, value] of column.entries())
              expect(Object.is(made[index]?.[draw], value)).toBe(true);
        },
      ),
      runs,
    );
  });

  test("may run again on other draws", () => {
    const machine = machineOf(Int32Array.of(operation.add, 2, 0, 1), 3, 3) as Machine;
    expect(ran(machine, [[1, 2, 3], [10, 20, 30], []], 3)[2]).toEqual([11, 22, 33]);
    expect(ran(machine, [[5], [6], []], 1)[2]).toEqual([11]);
  });
});

describe("where there is no kernel", () => {
  test("an engine without WebAssembly gives no machine, and one that refuses the memory neither", () => {
    const { WebAssembly } = globalThis as { WebAssembly?: object };
    try {
      Object.assign(globalThis, { WebAssembly: undefined });
      expect(kernelMachine(Int32Array.of(), 1, 1)).toBeUndefined();
      const Memory = function () {
        throw new RangeError("no memory");
      };
      Object.assign(globalThis, { WebAssembly: { ...WebAssembly, Module: Object, Memory } });
      expect(kernelMachine(Int32Array.of(), 1, 1)).toBeUndefined();
    } finally {
      Object.assign(globalThis, { WebAssembly });
    }
  });
});

test("instructions that round are none for the kernel, and the loops run them", () => {
  const code = Int32Array.of(operation.up, 2, 0, 1);
  expect(kernelMachine(code, 3, 4)).toBeUndefined();
  // Whole posts: 2.1 are 3, and 3 and a last digit are 3.
  expect(
    ran(
      loopMachine(code, 3, 3),
      [
        [2.1, 3, 3 + 2 ** -51],
        [1, 1, 1],
      ],
      3,
    )[2],
  ).toEqual([3, 3, 3]);
});
