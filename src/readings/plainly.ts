import type { Figure } from "../numbers/figure.ts";
import { operation } from "./instructions.ts";
import type { Instructions } from "./instructions.ts";
import { Writer } from "./writer.ts";
import type { Value } from "./writer.ts";

/** Where a step may fail, and what to call the value that it fails by. */
export interface Fault {
  /** The value that is no number when the step fails. */
  readonly at: number;
  readonly name: string;
}

/** What is to be written down: figures in order, operands first, with the place of each that is an input. */
export interface Walk {
  readonly nodes: readonly Figure[];
  readonly inputOf: (figure: Figure) => number | undefined;
  readonly inputs: number;
  readonly outputs: readonly Figure[];
}

/** A working step by step as it was made, and where it may fail. What rests on no input is the number it is. */
export function plainly({ nodes, inputOf, inputs, outputs }: Walk): {
  readonly instructions: Instructions;
  readonly faults: readonly Fault[];
} {
  const writer = new Writer(inputs);
  const values = new Map<Figure, Value>();
  const faults: { readonly value: Value; readonly name: string }[] = [];
  const valueOf = (figure: Figure): Value => values.get(figure) as Value;
  for (const figure of nodes) {
    const input = inputOf(figure);
    if (input !== undefined) {
      values.set(figure, writer.input(input));
      continue;
    }
    const of = figure.operands.map(valueOf);
    if (of.every((value) => writer.numberOf(value) !== undefined)) {
      values.set(figure, writer.constant(figure.value.toNumber()));
      continue;
    }
    const fault = (value: Value, name: string): Value => {
      faults.push({ value, name });
      return value;
    };
    values.set(figure, stepOf(figure, of, writer, fault));
  }
  const { instructions, placeOf } = writer.finished(outputs.map(valueOf));
  return {
    instructions,
    faults: faults.flatMap(({ value, name }) => {
      const at = placeOf(value);
      return at === undefined ? [] : [{ at, name }];
    }),
  };
}

/** One step of a working. Rounding passes through: it is done once, on the way out. */
function stepOf(
  { operation: { kind }, operands }: Figure,
  of: readonly Value[],
  writer: Writer,
  fault: (value: Value, name: string) => Value,
): Value {
  const [a, b, c] = of as [Value, Value, Value];
  switch (kind) {
    case "given":
    case "constant":
    case "same":
    case "rounded":
      return a;
    case "sum":
      return of.reduce((so, value) => writer.write(operation.add, so, value));
    case "minus":
      return writer.write(operation.subtract, a, b);
    case "rest":
      return writer.write(operation.subtract, writer.constant(1), a);
    case "times":
      return writer.write(operation.multiply, a, b);
    case "dividedBy":
      return fault(writer.write(operation.divide, a, b), operands[1]?.name ?? "the divisor");
    case "min":
      return writer.write(operation.min, a, b);
    case "max":
      return writer.write(operation.max, a, b);
    case "clampedTo": {
      const low = fault(
        writer.write(operation.atMost, b, c),
        `${operands[1]?.name ?? "the lower limit"}, above ${operands[2]?.name ?? "the upper limit"}`,
      );
      return writer.write(operation.max, low, writer.write(operation.min, a, c));
    }
  }
}
