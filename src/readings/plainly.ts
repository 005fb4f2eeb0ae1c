import type { Figure } from "../numbers/figure.ts";
import { operation, partsOf } from "./instructions.ts";
import type { Instructions } from "./instructions.ts";
import type { Walk } from "./walk.ts";
import { Writer } from "./writer.ts";
import type { Value } from "./writer.ts";

/** Where a step may fail, and what to call the value that it fails by. */
export interface Fault {
  /** The value that is no number when the step fails. */
  readonly at: number;
  readonly name: string;
}

/** A working step by step as it was made, and where it may fail. What rests on no input is the number it is. */
export function plainly(walk: Walk): {
  readonly instructions: Instructions;
  readonly faults: readonly Fault[];
} {
  const writer = new Writer(walk.inputs);
  const faults: { readonly value: Value; readonly name: string }[] = [];
  const values: Value[] = [];
  const valueOf = (place: number): Value => values[place] as Value;
  const failing = (value: Value, name: string): Value => {
    faults.push({ value, name });
    return value;
  };
  for (const [place, figure] of walk.nodes.entries()) {
    const input = walk.inputOf[place] as number;
    if (input >= 0) values.push(writer.input(input));
    else if (walk.moves[place] === 0) values.push(writer.constant(figure.value.toNumber()));
    else
      values.push(
        stepOf(figure, (walk.operands[place] as readonly number[]).map(valueOf), {
          writer,
          failing,
          rounds: walk.rounds,
        }),
      );
  }
  const { instructions, placeOf } = writer.finished(walk.outputs.map(valueOf));
  return {
    instructions,
    faults: faults.flatMap(({ value, name }) => {
      const at = placeOf(value);
      return at === undefined ? [] : [{ at, name }];
    }),
  };
}

/** Where steps are written, and how. */
interface Written {
  readonly writer: Writer;
  readonly failing: (value: Value, name: string) => Value;
  readonly rounds: boolean;
}

/** One step of a working. */
function stepOf(
  { operation: step, operands }: Figure,
  of: readonly Value[],
  { writer, failing, rounds }: Written,
): Value {
  const [a, b, c] = of as [Value, Value, Value];
  switch (step.kind) {
    case "given":
    case "constant":
    case "same":
      return a;
    case "rounded":
      return rounds ? writer.write(operation[step.mode], a, writer.constant(partsOf(step))) : a;
    case "sum":
      return of.reduce((so, value) => writer.write(operation.add, so, value));
    case "minus":
      return writer.write(operation.subtract, a, b);
    case "rest":
      return writer.write(operation.subtract, writer.constant(1), a);
    case "times":
      return writer.write(operation.multiply, a, b);
    case "dividedBy":
      return failing(writer.write(operation.divide, a, b), operands[1]?.name ?? "the divisor");
    case "min":
      return writer.write(operation.min, a, b);
    case "max":
      return writer.write(operation.max, a, b);
    case "clampedTo": {
      const low = failing(
        writer.write(operation.atMost, b, c),
        `${operands[1]?.name ?? "the lower limit"}, above ${operands[2]?.name ?? "the upper limit"}`,
      );
      return writer.write(operation.max, low, writer.write(operation.min, a, c));
    }
  }
}
