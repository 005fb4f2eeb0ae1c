import { digitsOf } from "../numbers/decimal.ts";
import type { About, Figure, Provenance } from "../numbers/figure.ts";
import { nodesOf } from "../numbers/working.ts";
import { expression, isNamed, shownOperands } from "./expression.ts";

/** One named figure of an explanation: its value, and the sum that makes it of other steps. */
export interface Step {
  /** Its number in the explanation. */
  readonly id: number;
  readonly name: string;
  readonly value: string;
  readonly unit: string;
  readonly about: About;
  /** The sum over the numbers of other steps: `[2] × [3]`; left out for an input, and at the depth asked for. */
  readonly sum?: string;
  /** The steps the sum is made of. */
  readonly of: readonly number[];
  /** Where the formula, or the input, comes from. */
  readonly source?: string;
  /** For an input: its path in the plan and what else is known of it. */
  readonly input?: Provenance;
}

/** How many unnamed operations may stand within one another in one sum. */
const deepest = 6;

/**
 * Which figures are told apart: those with a name, inputs, and of the others those that stand in several sums, or so
 * deep within one that nobody could read it.
 */
function toldApartIn(figure: Figure): (figure: Figure) => boolean {
  const nodes = nodesOf(figure);
  const uses = new Map<Figure, number>();
  for (const { operands } of nodes)
    for (const operand of operands) uses.set(operand, (uses.get(operand) ?? 0) + 1);
  const heights = new Map<Figure, number>();
  const apart = new Set<Figure>();
  for (const node of nodes) {
    const height = 1 + node.operands.reduce((most, operand) => Math.max(most, heights.get(operand) ?? 0), 0);
    const shared = (uses.get(node) ?? 0) > 1 && node.operation.kind !== "constant";
    if (isNamed(node) || shared || height > deepest) apart.add(node);
    heights.set(node, apart.has(node) ? 0 : height);
  }
  return (one) => apart.has(one);
}

/** The figures told apart over which a figure's sum is written, through the others between. */
function operandsOf(figure: Figure, toldApart: (figure: Figure) => boolean): readonly Figure[] {
  const found: Figure[] = [];
  const waiting = [...shownOperands(figure)].reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (toldApart(next)) found.push(next);
    else waiting.push(...[...shownOperands(next)].reverse());
  }
  return found;
}

/** The steps of an explanation: the figure first, then what it is made of, level by level, each figure once. */
export function stepsOf(figure: Figure, depth: number): readonly Step[] {
  const toldApart = toldApartIn(figure);
  const ids = new Map<Figure, number>([[figure, 1]]);
  const levels = new Map<Figure, number>([[figure, 0]]);
  const operands = new Map<Figure, readonly Figure[]>();
  const order = [figure];
  for (const current of order) {
    const level = (levels.get(current) ?? 0) + 1;
    const { kind } = current.operation;
    if (level > depth || kind === "given" || kind === "constant") continue;
    const made = operandsOf(current, toldApart);
    operands.set(current, made);
    for (const operand of made) {
      if (ids.has(operand)) continue;
      ids.set(operand, ids.size + 1);
      levels.set(operand, level);
      order.push(operand);
    }
  }
  const idOf = (one: Figure): number => ids.get(one) ?? 0;
  const pointer = (one: Figure): string => `[${String(idOf(one))}]`;
  return order.map((one) => {
    const made = operands.get(one);
    return {
      ...describedStep(one, idOf(one)),
      ...(made === undefined ? {} : { sum: expression(one, pointer, toldApart) }),
      of: Object.freeze([...new Set((made ?? []).map(idOf))]),
    };
  });
}

/** What a step says of a figure besides its sum. One without a name is called a figure. */
const describedStep = (
  { name, value, unit, about, source, operation }: Figure,
  id: number,
): Omit<Step, "of" | "sum"> => ({
  id,
  name: name ?? "figure",
  value: digitsOf(value),
  unit,
  about,
  ...(source === undefined ? {} : { source }),
  ...(operation.kind === "given" ? { input: operation.provenance } : {}),
});
