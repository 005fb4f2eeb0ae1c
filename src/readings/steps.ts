import { digitsOf } from "../numbers/decimal.ts";
import type { About, Figure, Provenance } from "../numbers/figure.ts";
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

/** The named figures that a figure's sum is written over, through the unnamed steps between. */
function namedOperands(figure: Figure): readonly Figure[] {
  const found: Figure[] = [];
  const waiting = [...shownOperands(figure)].reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (isNamed(next)) found.push(next);
    else waiting.push(...[...shownOperands(next)].reverse());
  }
  return found;
}

/** The steps of an explanation: the figure first, then what it is made of, level by level, each figure once. */
export function stepsOf(figure: Figure, depth: number): readonly Step[] {
  const ids = new Map<Figure, number>([[figure, 1]]);
  const levels = new Map<Figure, number>([[figure, 0]]);
  const order = [figure];
  for (const current of order) {
    const level = (levels.get(current) ?? 0) + 1;
    if (level > depth) continue;
    for (const operand of namedOperands(current)) {
      if (ids.has(operand)) continue;
      ids.set(operand, ids.size + 1);
      levels.set(operand, level);
      order.push(operand);
    }
  }
  return order.map((one) => stepOf(one, ids, (levels.get(one) ?? 0) < depth));
}

function stepOf(figure: Figure, ids: ReadonlyMap<Figure, number>, told: boolean): Step {
  const { name, value, unit, about, source, operation } = figure;
  const made = told && operation.kind !== "given" && operation.kind !== "constant";
  const pointer = (operand: Figure): string => `[${String(ids.get(operand))}]`;
  return {
    id: ids.get(figure) as number,
    name: name ?? "figure",
    value: digitsOf(value),
    unit,
    about,
    ...(made ? { sum: expression(figure, pointer) } : {}),
    of: made ? [...new Set(namedOperands(figure).map((operand) => ids.get(operand) as number))] : [],
    ...(source === undefined ? {} : { source }),
    ...(operation.kind === "given" ? { input: operation.provenance } : {}),
  };
}
