import { isFigure } from "../numbers/figure.ts";
import type { Figure } from "../numbers/figure.ts";
import { inShape, nodesOf } from "../numbers/working.ts";
import type { Figures } from "../numbers/working.ts";
import { statesRange } from "../vocabulary/states-range.ts";
import { factored } from "./factored.ts";
import { inputsAmong, pathOf } from "./inputs.ts";
import type { Instructions } from "./instructions.ts";
import { plainly } from "./plainly.ts";
import type { Fault } from "./plainly.ts";
import { walkOver } from "./walk.ts";

/**
 * The working of some figures, flattened once so that it can be run many times in 64-bit floats: inputs, then
 * operations in order. It is kept in two ways, which agree on real numbers: step by step as it was made, and with what
 * is common taken out of its sums, which is far shorter.
 */
export interface Tape {
  /** The inputs with a path, each once. */
  readonly inputs: readonly Figure[];
  /** Where an input stands among them, by its path. */
  readonly places: ReadonlyMap<string, number>;
  /** What the inputs are in the base case. */
  readonly base: Float64Array;
  /** The figures that were asked for, in order. */
  readonly outputs: readonly Figure[];
  /** The steps as they were made. */
  readonly plain: Instructions;
  /** Where a plain step may fail, in order. */
  readonly faults: readonly Fault[];
  /** The steps with what is common taken out. */
  readonly short: Instructions;
  /** The inputs that must be zero or more for the short steps to hold; where one is not, the plain steps are run. */
  readonly taken: Int32Array;
  /** Inputs that say how uncertain they are, and have no path by which they could be moved. */
  readonly adrift: readonly Figure[];
  /** Whether something that rests on an input is rounded on the way. */
  readonly isRounded: boolean;
}

/** The tape of each figure that was read by itself, as long as the figure is there: one reading follows another. */
const kept = new WeakMap<Figure, Tape>();

/** The tape of some figures. What they round passes through unrounded. */
export function tapeOf(figures: Figures): Tape {
  if (!isFigure(figures)) return flattened(figures, false);
  const tape = kept.get(figures) ?? flattened(figures, false);
  kept.set(figures, tape);
  return tape;
}

/** The tape of some figures that rounds where they do, as whole posts are. */
export function roundingTapeOf(figures: Figures): Tape {
  const tape = tapeOf(figures);
  return tape.isRounded ? flattened(figures, true) : tape;
}

function flattened(figures: Figures, rounds: boolean): Tape {
  const outputs: Figure[] = [];
  inShape("tape", figures, (figure) => outputs.push(figure));
  const nodes = nodesOf(figures);
  const named = inputsAmong(nodes);
  const inputs = Object.freeze([...named.values()]);
  const places = new Map([...named.keys()].map((path, index) => [path, index]));
  const base = Float64Array.from(inputs, ({ value }) => value.toNumber());
  const inputAt = (figure: Figure): number | undefined => {
    const path = pathOf(figure);
    return path === undefined ? undefined : places.get(path);
  };
  const walk = walkOver(nodes, outputs, inputs.length, { inputAt, rounds });
  const { instructions: plain, faults } = plainly(walk);
  const { instructions, taken } = factored(walk, base);
  const shorter = instructions.code.length < plain.code.length;
  return Object.freeze({
    inputs,
    places,
    base,
    outputs: Object.freeze(outputs),
    plain,
    faults: Object.freeze(faults),
    short: shorter ? instructions : plain,
    taken: Int32Array.from(shorter ? taken : []),
    adrift: Object.freeze(nodes.filter(isAdrift)),
    isRounded: nodes.some(({ operation: { kind } }, place) => kind === "rounded" && walk.moves[place] === 1),
  });
}

const isAdrift = ({ operation }: Figure): boolean =>
  operation.kind === "given" && operation.provenance.path === undefined && statesRange(operation.provenance);
