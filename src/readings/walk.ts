import type { Figure } from "../numbers/figure.ts";

/** A working by number: its figures in order, operands first, and what each is made of by their places. */
export interface Walk {
  readonly nodes: readonly Figure[];
  readonly operands: readonly (readonly number[])[];
  /** Which input each figure is; −1 for what is none. */
  readonly inputOf: Int32Array;
  /** How many inputs there are. */
  readonly inputs: number;
  /** Whether a figure rests on an input: 1 if so. All others are the numbers they are. */
  readonly moves: Uint8Array;
  /** Whether it rounds where the figures do, or passes through. */
  readonly rounds: boolean;
  /** The places of the figures that were asked for. */
  readonly outputs: readonly number[];
}

/** Which input a figure is, if it is one, and whether what is rounded is. */
export interface HowWalked {
  readonly inputAt: (figure: Figure) => number | undefined;
  readonly rounds: boolean;
}

/** The walk over some figures and all that they are made of. */
export function walkOver(
  nodes: readonly Figure[],
  outputs: readonly Figure[],
  inputs: number,
  { inputAt, rounds }: HowWalked,
): Walk {
  const places = new Map<Figure, number>();
  const operands: (readonly number[])[] = [];
  const inputOf = new Int32Array(nodes.length).fill(-1);
  const moves = new Uint8Array(nodes.length);
  for (const [place, figure] of nodes.entries()) {
    const of = figure.operands.map((operand) => places.get(operand) as number);
    const input = of.length === 0 ? inputAt(figure) : undefined;
    if (input !== undefined) inputOf[place] = input;
    if (input !== undefined || of.some((one) => moves[one] === 1)) moves[place] = 1;
    operands.push(of);
    places.set(figure, place);
  }
  return {
    nodes,
    operands,
    inputOf,
    inputs,
    moves,
    rounds,
    outputs: outputs.map((figure) => places.get(figure) as number),
  };
}
